"""The sample company: a workspace that tells the whole story, made from its texts and its own Excel files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fusenapp.document import Author, Document
from fusenapp.domain import definition
from fusenapp.domain import labelling as label_rules
from fusenapp.domain.capacity import Rep
from fusenapp.domain.labelling import HOT, NOT, Labelling
from fusenapp.editing import (
    agreements,
    capacity,
    definitions,
    handover,
    journeys,
    kpis,
    notes,
    personas,
    templates,
    terms,
    workspace,
)
from fusenapp.editing import labelling as labels
from fusenapp.editing import reviews as meetings
from fusenapp.editing.notes import NewNote, Place
from fusenapp.errors import InputError
from fusenapp.flows import importing, labelling, reviews
from fusenapp.flows.figures import Figures
from fusenapp.i18n import translate
from fusenapp.paths import resource
from fusenapp.qualify import evaluate
from fusenapp.workspace import Workspace

_COLOURS = {"business_issues": 3, "issues": 1, "concerns": 2, "criteria": 6, "message": 7, "materials": 8}
FILES = (("leads.xlsx", "leads"), ("kpi.xlsx", "kpi"))


def create(path: Path, author: Author, progress: Callable[[int, int], Any] | None = None) -> Path:
    """Make the sample company's workspace at ``path``; returns the path. Nothing is left if it fails or is cancelled.

    Args:
        path: of the new file.
        author: who makes it; the stamps are those of the company's people.
        progress: called with (steps done, steps in all); may raise to cancel.

    Raises:
        InputError: ``already-exists``. EnvironmentFault: it cannot be written.
    """
    if path.exists():
        raise InputError("already-exists", where=str(path))
    told = json.loads(resource("sample", "company.json").read_text(encoding="utf-8"))
    step = progress or (lambda done, of: None)
    steps = len(FILES) + 2
    prepared = []
    for done, (file, purpose) in enumerate(FILES):
        step(done, steps)
        prepared.append(importing.prepare(resource("sample", file), purpose))
    step(len(FILES), steps)
    made = Workspace.create(path, author, build=lambda document: _tell(document, told))
    try:
        with made:
            _fill(made, told, prepared)
            step(steps - 1, steps)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _fill(made: Workspace, told: Mapping[str, Any], prepared: Sequence[importing.Prepared]) -> None:
    names = (translate("Sample", "Lead list"), translate("Sample", "KPI sheet"))
    leads, _ = (importing.commit(made.document, made.blobs.put, made.blobs.get, each, name=name).dataset
                for each, name in zip(prepared, names, strict=True))
    _label(made, leads, told)
    for node, person in told["owners"].items():
        kpis.set_node(made.document, node, owner=person)
    _agree(made.document, told)
    _meet(made, told)


def _meet(made: Workspace, told: Mapping[str, Any]) -> None:
    """A weekly meeting a week ago, closed; one of its actions is done since, one is overdue."""
    document, plan, people, today = made.document, told["meeting"], told["people"], dt.date.today()
    with _as(document, people[plan["by"]], plan["by"]):
        content = reviews.reckon(Figures(made.blobs.get), document.snapshot())
        id = meetings.begin(document, (today - dt.timedelta(days=plan["days_ago"])).isoformat(), content=content)
        meetings.set_people(document, id, plan["people"])
        for check, (answer, why) in plan["answers"].items():
            meetings.answer(document, id, check, answer)
            meetings.comment(document, id, check, why)
        for text, kpi, state in plan["hypotheses"]:
            meetings.set_hypothesis(document, meetings.add_hypothesis(document, id, text, kpi=kpi), state=state)
        actions = [meetings.add_action(document, title, review=id, owner=people[department], department=department, kpi=kpi, clause=clause,
                                       due=(today + dt.timedelta(days=days)).isoformat())
                   for title, department, days, kpi, clause, _ in plan["actions"]]
        meetings.write_notes(document, id, plan["notes"])
        meetings.close(document, id)
    for action, (_, department, *_, state) in zip(actions, plan["actions"], strict=True):
        if state != "open":
            with _as(document, people[department], department):
                meetings.set_state(document, action, state)


def _label(made: Workspace, leads: str, told: Mapping[str, Any]) -> None:
    """A round of blind labelling that is over: each department answered by a rule of its own, which the result shows."""
    plan, people = told["labelling"], told["people"]
    drawn = labelling.draw(Figures(made.blobs.get), made.document.snapshot(), leads, "hot-lead", plan["size"], plan["seed"])
    id = labels.start(made.document, plan["name"], "hot-lead", leads, tuple(plan["says"]), drawn.facts, drawn.leads, plan["seed"], drawn.as_of)
    found = label_rules.labelling(made.document.snapshot(), id)
    assert found is not None
    hot = {department: _hot(found, said["hot"]) for department, said in plan["says"].items()}
    for department, said in plan["says"].items():
        with _as(made.document, people[department], department):
            _answer(made.document, found, hot, department, said)
    with _as(made.document, people[plan["opened_by"]], plan["opened_by"]):
        labels.close(made.document, id)


def _hot(found: Labelling, rule: Mapping[str, Any]) -> dict[str, bool]:
    """Key of a drawn lead → whether it meets a rule."""
    verdicts = evaluate(definition.parse_rule(dict(rule), "hot-lead"), labelling.leads_of(found))
    return dict(zip(found.keys, (verdicts.verdict == 1).tolist(), strict=True))


def _answer(document: Document, found: Labelling, hot: Mapping[str, Mapping[str, bool]], department: str, said: Mapping[str, Any]) -> None:
    """All answers of one sheet; of a lead that another department wants, why it is not hot."""
    mine = hot[department]
    wanted = {key for of, each in hot.items() if of != department for key, is_hot in each.items() if is_hot}
    words = {key: "" if mine[key] or key not in wanted else said["why_not"] for key in found.keys}
    labels.fill(document, found.id, {key: (HOT if mine[key] else NOT, words[key]) for key in found.keys})
    for key in found.keys:
        if mine[key] != (key in wanted):
            labels.mark(document, found.id, key, said["because"])


def _tell(document: Document, told: Mapping[str, Any]) -> None:
    """Step by step, as a user would: every verb looks at what the former ones left."""
    templates.build(document, "b2b", told["name"])
    workspace.rename(document, subtitle=told["subtitle"])
    _personas(document, told)
    _journey(document, told)
    for id, wordings in told["wordings"].items():
        for department, text in wordings.items():
            terms.write_wording(document, id, department, text)
    for rule in ("target", "hot-lead"):
        definitions.define(document, definition.parse_rule(told[rule], rule))
    handover.set_required_fields(document, told["required_fields"])
    _capacity(document, told)


def _capacity(document: Document, told: Mapping[str, Any]) -> None:
    """Who works on new leads: somebody new, somebody on leave while the year begins late, so that one month to come is short."""
    plan = told["capacity"]
    with _as(document, told["people"][plan["by"]], plan["by"]):
        for name in ("hours_per_day", "hours_per_lead", "hours_per_quality_lead"):
            capacity.set_figure(document, name, plan[name])
        capacity.set_closures(document, plan["closures"])
        capacity.set_reps(document, [_rep(each) for each in plan["reps"]])


def _rep(said: Mapping[str, Any]) -> Rep:
    fields: dict[str, Any] = {name: tuple(found) if isinstance(found, list) else found for name, found in said.items()}
    return Rep(**fields)


def _personas(document: Document, told: Mapping[str, Any]) -> None:
    personas.rename_set(document, "personas", told["set"])
    for role, said in told["personas"].items():
        id = f"personas-{role}"
        personas.set_label(document, id, title=said["title"])
        if "quote" in said:
            personas.write_quote(document, id, said["quote"])
        for field, (text, grade) in said["fields"].items():
            personas.write_field(document, id, field, text)
            personas.set_evidence(document, id, field, grade)
    _persona_notes(document, told)


def _persona_notes(document: Document, told: Mapping[str, Any]) -> None:
    made: list[NewNote] = []
    grades: list[str] = []
    for role, said in told["personas"].items():
        for field, texts in said["notes"].items():
            for note in texts:
                text, grade = (note, "hypothesis") if isinstance(note, str) else note
                made.append(NewNote(Place(f"personas-{role}", field=field), text, _COLOURS.get(field, 1)))
                grades.append(grade)
    ids = notes.add_notes(document, made)
    for grade in ("partial", "confirmed"):
        notes.grade_notes(document, [id for id, given in zip(ids, grades, strict=True) if given == grade], grade)


def _journey(document: Document, told: Mapping[str, Any]) -> None:
    journeys.rename_journey(document, "journey", told["journey"])
    by = told["note_departments"]
    notes.add_notes(document, [
        NewNote(Place("journey", f"journey-{phase}", f"journey-{lane}", role), text, colour, by.get(lane, ""))
        for phase, lane, role, colour, text in told["notes"]])
    for phase, department in told["in_charge"]:
        journeys.toggle_department(document, "journey", f"journey-{phase}", "journey-departments", department)
    for role, points in told["emotion"].items():
        for phase, level in points.items():
            journeys.set_emotion(document, "journey", role, f"journey-{phase}", level)


def _agree(document: Document, told: Mapping[str, Any]) -> None:
    """Some items agreed by all, some half-way, one reopened by a later edit."""
    people = told["people"]
    for item in told["agreed"]:
        _stamp(document, tuple(item), people, tuple(people))
    for item, departments in told["half_agreed"]:
        _stamp(document, tuple(item), people, departments)
    with _as(document, people["marketing"], "marketing"):
        for id, text in told["reopened"].items():
            terms.write_agreed(document, id, text)


def _stamp(document: Document, item: agreements.Item, people: Mapping[str, str], departments: Sequence[str]) -> None:
    """Each stamp is given by the person who speaks for the department, the first of them proposes."""
    for department in departments:
        with _as(document, people[department], department):
            agreements.stamp(document, item, department, people[department])


@contextmanager
def _as(document: Document, person: str, department: str) -> Iterator[None]:
    """What is done inside is done by one of the company's people."""
    before, document.author = document.author, Author(person, department)
    try:
        yield
    finally:
        document.author = before
