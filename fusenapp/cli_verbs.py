"""What each verb of the command line does, over the same code as the window."""

from __future__ import annotations

import argparse
import dataclasses
import getpass
import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fusenapp.document import Author
from fusenapp.domain import agreement, definition
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import agreements, definitions, templates
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.flows import figures as flow_figures
from fusenapp.flows import importing, joining
from fusenapp.flows.figures import Figures
from fusenapp.i18n import translate
from fusenapp.settings import Settings
from fusenapp.workspace import Workspace

Answer = tuple[Mapping[str, Any], Sequence[Any]]
_EXPORTED = (".xlsx", ".pdf", ".png", ".ics")
"""What `export` can write when it is not said what is to be written."""


# --- workspaces


def new(given: argparse.Namespace) -> Answer:
    """Make a workspace from a template, or the sample company."""
    path: Path = given.workspace
    if given.template == "sample":
        from fusenapp.flows import samples

        samples.create(path, _author(), _progress)
    elif given.template in templates.TEMPLATES:
        name = given.name or path.stem
        Workspace.create(path, _author(), build=lambda document: templates.build(document, given.template, name)).close()
    else:
        raise InputError("unknown-template", where=given.template, known=", ".join((*templates.TEMPLATES, "sample")))
    return {"workspace": str(path), "template": given.template}, ()


def show(given: argparse.Namespace) -> Answer:
    """Counts, and where every item stands."""
    with _opened(given.workspace) as workspace:
        snapshot = workspace.document.snapshot()
    items = [_status(status) for status in agreement.overview(snapshot)]
    return {**_counts(snapshot), "items": items}, ()


def _counts(snapshot: Snapshot) -> dict[str, int]:
    kinds = ("personas", "journeys", "notes", "terms", "definitions", "datasets", "kpis", "interviews", "contents", "reviews", "actions")
    found = {kind: len(snapshot.records.get(kind, {})) for kind in kinds}
    for record in snapshot.all("datasets"):
        if value("datasets", record, "purpose") in ("interviews", "contents"):
            found[value("datasets", record, "purpose")] += int(value("datasets", record, "rows"))
    return found


def _status(status: agreement.ItemStatus) -> dict[str, Any]:
    stamps = [{"department": s.department, "person": s.person, "at": s.at, "hash": s.hash} for s in status.stamps]
    return {"id": item_name(status.item), "kind": status.item[0], "title": status.title or status.item[1], "state": status.state,
            "stamps": stamps, "review_due": status.review_due, "hash": status.hash}


def item_name(item: agreement.Item) -> str:
    """The word for an item on the command line: its id, which is unique over all kinds."""
    return item[1]


def merge(given: argparse.Namespace) -> Answer:
    """Join copy B into A, or both into a third file."""
    from fusenapp.flows import merging

    target: Path = given.a
    if given.output is not None:
        target = _copied(given.a, given.output)
    try:
        with _opened(target) as workspace:
            report = merging.merge(workspace, given.b)
    except BaseException:
        if given.output is not None:
            given.output.unlink(missing_ok=True)
        raise
    return merging.to_json(report), [*report.merged.both_changed, *merging.void_stamps(report)]


def _copied(source: Path, target: Path) -> Path:
    if not source.is_file():
        raise InputError("not-found", where=str(source))
    if target.exists():
        raise InputError("already-exists", where=str(target))
    try:
        _written(target, lambda: shutil.copyfile(source, target))
    except EnvironmentFault:
        target.unlink(missing_ok=True)
        raise
    return target


def check(given: argparse.Namespace) -> Answer:
    """Integrity of a file; with ``--repair`` what can be read goes into a new one."""
    from fusenapp import workspace as files

    if given.repair is not None:
        repaired = files.repair(given.workspace, given.repair)
        return {"output": str(given.repair), **asdict(repaired)}, ()
    report = files.check(given.workspace)
    problems = [{"code": p.code, "where": p.where, "message": p.message} for p in report.problems]
    return {"ok": report.ok, "problems": problems, "recoverable": asdict(report.recoverable)}, problems


# --- spreadsheets


def read(given: argparse.Namespace) -> Answer:
    """How a spreadsheet is understood; one table of it as CSV."""
    from fusenapp import tables
    from fusenapp.export.whole import whole

    book = tables.read_book(given.path, password=_password(given), progress=_progress)
    if given.table or given.csv:
        chosen = given.table or importing.largest_table(book, given.path)
        dataset = tables.extract(book, chosen)
        if given.csv:
            with whole(given.csv) as draft:
                tables.write_csv(dataset, Path(draft))
            return {"table": chosen, "rows": len(dataset), "csv": str(given.csv)}, ()
    return book.to_json(), ()  # what is doubtful stands in the answer; nothing was done that could need a look


def import_(given: argparse.Namespace) -> Answer:
    """A spreadsheet into a workspace; the same source again refreshes it."""
    if given.purpose == "journey":
        from fusenapp import cli_journey

        with _opened(given.workspace) as workspace:
            return cli_journey.take(given, workspace)
    with _opened(given.workspace) as workspace:
        prepared = importing.prepare(given.path, given.purpose, table=given.table, recipe=_recipe(given.recipe),
                                     password=_password(given), progress=_progress, snapshot=workspace.document.snapshot())
        prepared = importing.with_key(prepared, given.key) if given.key else prepared
        report = importing.commit(workspace.document, workspace.blobs.put, workspace.blobs.get, prepared, name=given.name)
        joining.renew(workspace.document, workspace.blobs.put, workspace.blobs.get)
    problems = [p.to_json() for p in report.problems]
    told = {"dataset": report.dataset, "purpose": prepared.purpose, "rows": report.rows, "columns": list(report.columns), "new": report.new,
            "changed": report.changed, "removed": report.removed, "unchanged": report.unchanged, "key": report.key,
            "repeated_keys": list(report.repeated_keys), "recipe": report.used or None, "preset": prepared.preset or None,
            "layout_changes": [c.to_json() for c in report.changes], "problems": problems}
    return told, problems


def match(given: argparse.Namespace) -> Answer:
    """A lead list joined with what sales made of the leads; what is doubtful is listed and left out until it is settled."""
    from fusenapp import cli_joining

    with _opened(given.workspace) as workspace:
        told = cli_joining.match(given, workspace, _progress)
    return told, told["doubtful_pairs"]


def _recipe(path: Path | None) -> Any:
    if path is None:
        return None
    from fusenapp.tables import Recipe

    return Recipe.from_json(_json_file(path))


def _password(given: argparse.Namespace) -> str | None:
    return _text_file(given.password_file).rstrip("\r\n") if given.password_file else None


# --- definitions and figures


def define(given: argparse.Namespace) -> Answer:
    """Put in a definition from a rule file; a department's own is a draft beside the joint one."""
    rule = _json_file(given.rule)
    with _opened(given.workspace) as workspace:
        snapshot = workspace.document.snapshot()
        department = _department(snapshot, given.department) if given.department else ""
        id = f"{given.definition}@{department}" if department else given.definition
        wanted = _rule(rule, given.rule, given.definition, id, department)
        flow_figures.check_fields(_figures(workspace), snapshot, wanted)
        definitions.define(workspace.document, wanted)
        known = definition.all_from_snapshot(workspace.document.snapshot())
    from fusenapp.qualify import sentence

    return {"definition": id, "clauses": len(definition.clauses(wanted)), "sentence": sentence(known[id])}, ()


def _rule(read: Any, path: Path, rule: str, id: str, department: str) -> definition.Definition:
    """The definition in a rule file; an error about the whole of it names the file."""
    try:
        return definition.parse_rule(read, rule, id=id, department=department)
    except InputError as error:
        raise InputError(error.code, error.where or str(path), **error.parameters) from error


def compare(given: argparse.Namespace) -> Answer:
    """Where the drafts of two departments, or two copies of the workspace, differ."""
    from fusenapp.flows import comparing

    if len(given.sides) != (0 if given.other else 2):
        raise InputError("two-sides-needed", where=" ".join(given.sides))
    with _opened(given.workspace) as workspace:
        snapshot = workspace.document.snapshot()
        if given.other:
            left, right = comparing.copies(snapshot, workspace.look_into(given.other), given.other.name)
        else:
            left, right = comparing.sides(snapshot, *given.sides)
        points = comparing.compare(snapshot, left, right)
        if given.settle:
            comparing.settle(workspace.document, points, left, right, given.settle)
            points = comparing.compare(workspace.document.snapshot(), *_again(workspace, left, right))
    told = comparing.to_json(points, left, right)
    return told if given.all else told | {"points": [t for t, p in zip(told["points"], points, strict=True) if p.open]}, ()


def _again(workspace: Workspace, *sides: Any) -> list[Any]:
    """The sides that are of this workspace as it is now."""
    here = workspace.document.snapshot()
    return [dataclasses.replace(side, snapshot=here) if side.key != "other-file" else side for side in sides]


def label(given: argparse.Namespace) -> Answer:
    """Blind labelling: begin a round, hand sheets out and take them in, open the result."""
    from fusenapp import cli_labelling

    with _opened(given.workspace) as workspace:
        departments = [_department(workspace.document.snapshot(), each.strip()) for each in (given.between or "").split(",") if each.strip()]
        department = _department(workspace.document.snapshot(), given.department) if given.department else ""
        return cli_labelling.label(given, workspace, departments, department), ()


def review(given: argparse.Namespace) -> Answer:
    """KPI meetings: begin one, add and settle actions, close it, write minutes and calendar."""
    from fusenapp import cli_reviews

    with _opened(given.workspace) as workspace:
        department = _department(workspace.document.snapshot(), given.department) if given.department else ""
        return cli_reviews.review(given, workspace, _figures(workspace), department)


def qualify(given: argparse.Namespace) -> Answer:
    """Verdicts of a definition on a lead list, clause by clause, and its back-test."""
    from fusenapp.flows import qualifying

    with _opened(given.workspace) as workspace:
        figures, snapshot = _figures(workspace), workspace.document.snapshot()
        leads = flow_figures.lead_list(snapshot, given.dataset)["id"]
        told = qualifying.report(figures, snapshot, leads, given.definition, outcome=given.outcome, among=given.among)
        if given.csv is not None:
            qualifying.write_csv(figures, snapshot, leads, given.definition, given.csv)
    return told, ()


def kpi(given: argparse.Namespace) -> Answer:
    """The figures of the KPI tree, and why one of them moved."""
    from fusenapp.flows import capacity, lead_diagnoses, reckoning

    with _opened(given.workspace) as workspace:
        figures, snapshot = _figures(workspace), workspace.document.snapshot()
        if given.capacity:
            return _capacity(figures, snapshot, given.scenario)
        department = _department(snapshot, given.department) if given.department else None
        result = figures.kpi(snapshot, basis=given.basis)
        over, leads = capacity.diagnoses(figures, snapshot), lead_diagnoses.diagnoses(figures, snapshot)
    told = reckoning.to_json(result, by=given.by, period=given.period, department=department)
    told["diagnoses"] = [*reckoning.diagnoses_json(over), *told["diagnoses"], *reckoning.diagnoses_json(leads)]
    if given.explain:
        told["explain"] = reckoning.explain(result, given.explain, given.start, given.end, by_quality=given.by_quality)
    return told, told["problems"]


def _capacity(figures: Figures, snapshot: Snapshot, scenario: str) -> Answer:
    """Load against capacity by month; months to come with too much need a look."""
    from fusenapp.flows import capacity

    told = capacity.told(figures, snapshot, scenario)
    return told, capacity.problems(told)


def stamp(given: argparse.Namespace) -> Answer:
    """One department agrees to an item as it is now."""
    with _opened(given.workspace) as workspace:
        document = workspace.document
        item = _item(document.snapshot(), given.item)
        department = _department(document.snapshot(), given.department)
        hash = agreements.stamp(document, item, department, given.person, given.comment)
        status = agreement.status(document.snapshot(), item)
    return {"item": item_name(item), "state": status.state, "hash": hash, "missing": list(status.missing)}, ()


def export(given: argparse.Namespace) -> Answer:
    """Write agreed revisions, or everything, to Excel; journeys also as grids of their own, PDF and pictures; days for a calendar."""
    from fusenapp import cli_journey, cli_reviews
    from fusenapp.flows import exporting

    if not given.what and not given.journey and given.output.suffix.lower() == ".ics":
        with _opened(given.workspace) as workspace:
            return cli_reviews.export(given.output, workspace), ()
    if not given.what and given.output.suffix.lower() not in _EXPORTED:
        raise InputError("unsupported-export", where=str(given.output), known=", ".join(_EXPORTED))
    if _waterfall_wanted(given):
        return _waterfall(given)
    if cli_journey.wanted(given):
        with _opened(given.workspace) as workspace:
            return cli_journey.export(given, workspace, _progress)
    with _opened(given.workspace) as workspace:
        source = exporting.export(given.output, workspace.document.snapshot(), _figures(workspace),
                                  agreed_only=given.items == "agreed", workspace=workspace.uuid, outcome=given.outcome,
                                  explain=given.explain, progress=_progress)
    left_out = [item_name(s.item) for s in source.statuses if s.item not in source.items]
    return {"output": str(given.output), "items": [item_name(i) for i in source.items], "left_out": left_out}, ()


def _waterfall_wanted(given: argparse.Namespace) -> bool:
    """Whether `export` is about why a figure moved: a KPI is named, and the format is none of a workbook."""
    return bool(given.explain) and not given.what and not given.journey and given.output.suffix.lower() in (".pdf", ".png")


def _waterfall(given: argparse.Namespace) -> Answer:
    """The page with the waterfall of a KPI."""
    from fusenapp.flows import waterfalls

    with _opened(given.workspace) as workspace:
        told = waterfalls.export(given.output, workspace.document.snapshot(), _figures(workspace), given.explain, start=given.start,
                                 end=given.end, paper=given.paper, dpi=given.dpi, progress=_progress)
    return {"output": str(given.output), **told}, ()


def propose(given: argparse.Namespace) -> Answer:
    """What an edited agreement workbook proposes; with ``--apply`` those proposals are taken over that nothing contradicts."""
    from fusenapp.flows import proposals

    with _opened(given.workspace) as workspace:
        snapshot = workspace.document.snapshot()
        found = proposals.read(given.copy, snapshot, workspace=workspace.uuid)
        applied = proposals.accept(workspace.document, found, found.clear) if given.apply else 0
    told: dict[str, Any] = {**proposals.to_json(snapshot, found), "applied": applied}
    problems = [{"code": u["reason"], "where": u["where"], "message": u["message"]} for u in told["unreadable"]]
    return told, problems + [{"code": "conflict", "where": p["where"], "message": translate("Command", "changed in the workspace since")}
                             for p in told["proposals"] if p["conflict"]]


# --- what the verbs share


def _opened(path: Path) -> Workspace:
    """The workspace, for ``with``: leaving it brings the edits to the file, an error leaves the file as it was."""
    return Workspace.open(path, _author())


def _figures(workspace: Workspace) -> Figures:
    return Figures(workspace.blobs.get)


def _author() -> Author:
    known = Settings()
    return Author(known.get("person") or _login(), known.get("department") or "marketing")


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _item(snapshot: Snapshot, wanted: str) -> agreement.Item:
    """An item by id, ``kind/id`` or title."""
    every = agreement.items(snapshot)
    named = [i for i in every if wanted in (i[1], "/".join(i))] or [i for i in every if agreement.title(snapshot, i) == wanted]
    if len(named) != 1:
        raise InputError("unknown-item", where=wanted, known=", ".join(i[1] for i in every))
    return named[0]


def _department(snapshot: Snapshot, wanted: str) -> str:
    """A department by id, name or short name."""
    every = snapshot.all("departments")
    for d in every:
        if wanted in (d["id"], d.get("name"), d.get("short")):
            return d["id"]
    raise InputError("unknown-department", where=wanted, known=", ".join(d["id"] for d in every))


def _written(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        raise EnvironmentFault("cannot-write", where=str(path), reason=error.strerror or str(error)) from error


def _json_file(path: Path) -> Any:
    try:
        return json.loads(_text_file(path))
    except ValueError as error:
        raise InputError("bad-json", where=str(path), reason=str(error)) from error


def _text_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("not-found", where=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("cannot-read", where=str(path), reason=str(error)) from error


def _progress(done: int, total: int) -> None:
    """A line on standard error, when a person is watching."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done:,} / {total:,}", end="" if done < total else "\n", file=sys.stderr, flush=True)
