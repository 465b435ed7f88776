"""Figures on demand: imported rows, verdicts of definitions on them, the evaluated KPI tree; each reckoned once.

Everything is keyed by content (blob hash, canonical rule), so an edit elsewhere in the workspace costs
nothing. Safe to use from several threads: the window asks from its workers, the command line directly.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from fusenapp.domain import agreement
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.errors import FusenError, InputError

if TYPE_CHECKING:
    from fusenapp.domain.definition import Definition
    from fusenapp.domain.kpi import Tree
    from fusenapp.kpi import KpiResult
    from fusenapp.qualify import Verdicts
    from fusenapp.tables import Dataset, KpiRow

T = TypeVar("T")
KEPT = 64
"""Results kept; the oldest go first."""
_DATA = ("datasets", "definitions", "groups", "clauses", "revisions", "stamps", "departments", "workspace")
"""Kinds of records that say which rows the tree is fed from and which leads are quality leads."""


class Figures:
    """Reckons and remembers.

    Args:
        read_blob: content of a blob by its hash (``workspace.blobs.get``).
    """

    def __init__(self, read_blob: Callable[[str], bytes]) -> None:
        self.read_blob = read_blob
        self._kept: dict[Hashable, Any] = {}
        self._before: dict[str, KpiResult] = {}
        self._keyed: tuple[list[Record], list[Hashable]] = ([], [])
        self._lock = threading.RLock()

    def dataset(self, snapshot: Snapshot, id: str) -> Dataset:
        """The rows of an imported list, typed and with their cells.

        Raises:
            InputError: ``unknown-dataset``.
        """
        from fusenapp.tables import Dataset

        blob = value("datasets", dataset_record(snapshot, id), "blob")
        return self._once(("dataset", blob), lambda: Dataset.from_parquet(self.read_blob(blob)))

    def kpi_rows(self, snapshot: Snapshot, id: str) -> list[KpiRow]:
        """The rows of an imported KPI sheet."""
        from fusenapp.tables import read_kpi

        blob = value("datasets", dataset_record(snapshot, id), "blob")
        return self._once(("kpi rows", blob), lambda: read_kpi(self.dataset(snapshot, id)))

    def verdicts(self, snapshot: Snapshot, dataset: str, rule: str | Definition, *, agreed: bool = False) -> Verdicts:
        """A definition run on a lead list.

        Args:
            rule: id of a definition, or a definition that is in no workspace yet.
            agreed: take the agreed revisions of the definitions, where there are any.
        """
        from fusenapp.qualify import evaluate

        known = definitions(snapshot, agreed=agreed)
        found = known.get(rule) if isinstance(rule, str) else rule
        if found is None:
            raise InputError("unknown-definition", where=str(rule), definition=str(rule))
        blob = value("datasets", dataset_record(snapshot, dataset), "blob")
        key = ("verdicts", blob, _spelled(found, known), as_of(snapshot))
        return self._once(key, lambda: evaluate(found, self.dataset(snapshot, dataset), known, as_of(snapshot) or None))

    def quality(self, snapshot: Snapshot, dataset: str) -> Verdicts | None:
        """Which leads are quality leads: the agreed target definition, or its draft while none is agreed.

        None where no target is defined yet, or where it asks for columns that this list does not have.
        """
        return self._judged(snapshot, dataset, "target")

    def _judged(self, snapshot: Snapshot, dataset: str, rule: str | Definition) -> Verdicts | None:
        try:
            found = self.verdicts(snapshot, dataset, rule, agreed=True)
        except InputError:
            return None
        return found if found.clauses else None

    def kpi(self, snapshot: Snapshot, *, basis: str = "", target: Definition | None = None) -> KpiResult:
        """The evaluated KPI tree over all imported sheets and lists.

        Args:
            basis: ``cohort`` (by month of registration) or ``event`` (each step in its own month); empty = the workspace's.
            target: which leads are quality leads, in place of the agreed definition.
        """
        from fusenapp.domain.kpi import basis_of, tree_of

        tree, basis = tree_of(snapshot), basis or basis_of(snapshot)
        data = (*self._data_key(snapshot), _spelled(target, {}) if target else "", *_told_only(snapshot, tree))
        key = ("kpi", basis, tuple(tree.nodes.values()), tree.fiscal_start, tuple(tree.departments.items()), as_of(snapshot), data)
        return self._once(key, lambda: self._evaluated(snapshot, tree, basis, target, data))

    def _evaluated(self, snapshot: Snapshot, tree: Tree, basis: str, target: Definition | None, data: Hashable) -> KpiResult:
        """From the same data, what an edit of the tree leaves as it was is taken from the result before it."""
        from fusenapp.kpi import evaluate

        only = only_of(tree)
        inputs = self._once(("kpi inputs", data), lambda: self._inputs(snapshot, target, only))
        before = self._before.get(basis)
        found = evaluate(tree, inputs, as_of=as_of(snapshot) or None, basis=basis,
                         before=before if before is not None and before.data is not None and before.data.inputs is inputs else None)
        if target is None:
            self._before[basis] = found
        return found

    def _inputs(self, snapshot: Snapshot, target: Definition | None, only: Iterable[str]) -> Any:
        from fusenapp.kpi import Inputs, lead_facts

        rows = {r["id"]: self.kpi_rows(snapshot, r["id"]) for r in datasets(snapshot, "kpi")}
        leads = {}
        for record in datasets(snapshot, "leads"):
            verdicts = self._judged(snapshot, record["id"], target) if target else self.quality(snapshot, record["id"])
            leads[record["id"]] = lead_facts(self.dataset(snapshot, record["id"]), value("datasets", record, "meanings") or {},
                                             verdicts.verdict if verdicts else None, self._meets(snapshot, record["id"], only))
        known = {r["id"]: value("datasets", r, "as_of")[:7] for r in snapshot.all("datasets") if value("datasets", r, "as_of")}
        return Inputs(rows=rows, leads=leads, as_of=known)

    def _meets(self, snapshot: Snapshot, dataset: str, only: Iterable[str]) -> dict[str, Any]:
        """The verdicts of further definitions, as far as the list has what they ask for."""
        found = {rule: self._judged(snapshot, dataset, rule) for rule in only}
        return {rule: each.verdict for rule, each in found.items() if each is not None}

    def _data_key(self, snapshot: Snapshot) -> list[Hashable]:
        """What the figures come from besides the tree; worked out again only when a record of these kinds is another."""
        records = [record for kind in _DATA for record in snapshot.records.get(kind, {}).values()]
        known, key = self._keyed
        if len(known) != len(records) or any(a is not b for a, b in zip(known, records, strict=True)):
            key = self._told_data(snapshot)
            self._keyed = (records, key)
        return key

    def _told_data(self, snapshot: Snapshot) -> list[Hashable]:
        target = definitions(snapshot, agreed=True).get("target")
        told = [(r["id"], value("datasets", r, "blob"), agreement.canonical_json(value("datasets", r, "meanings")))
                for r in snapshot.all("datasets")]
        return [*told, _spelled(target, {}) if target else ""]

    def _once(self, key: Hashable, reckon: Callable[[], T]) -> T:
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        found = reckon()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)))
        return found


def only_of(tree: Tree) -> list[str]:
    """The definitions by which measures choose the leads that they count."""
    return sorted({node.measure.only for node in tree if node.measure and node.measure.only})


def _told_only(snapshot: Snapshot, tree: Tree) -> list[Hashable]:
    only = only_of(tree)
    known = definitions(snapshot, agreed=True) if only else {}
    return [(id, _spelled(known[id], known)) for id in only if id in known]


def datasets(snapshot: Snapshot, purpose: str) -> list[Record]:
    """Imported lists of one purpose, in their order."""
    return snapshot.all("datasets", purpose=purpose)


def dataset_record(snapshot: Snapshot, wanted: str) -> Record:
    """A dataset by id, by name, or the only one of a purpose (``leads``, ``kpi``).

    Raises:
        InputError: ``unknown-dataset``.
    """
    everything = snapshot.all("datasets")
    for field in ("id", "name", "purpose"):
        hits = [r for r in everything if r.get(field) == wanted]
        if len(hits) == 1:
            return hits[0]
    raise InputError("unknown-dataset", where=wanted, known=", ".join(r.get("name", r["id"]) for r in everything))


def lead_list(snapshot: Snapshot, wanted: str) -> Record:
    """Like `dataset_record`, but only among lead lists.

    Raises:
        InputError: ``unknown-dataset``.
    """
    return dataset_record(Snapshot({"datasets": {r["id"]: r for r in datasets(snapshot, "leads")}}), wanted)


def definitions(snapshot: Snapshot, *, agreed: bool = False) -> dict[str, Definition]:
    """Every definition by id; with ``agreed`` in its agreed revision where it has one."""
    from fusenapp.domain import definition

    known = definition.all_from_snapshot(snapshot)
    for id in ("target", "hot-lead") if agreed else ():
        settled = agreement.status(snapshot, ("definitions", id)).agreed if id in known else None
        if settled is not None:
            found = definition.from_snapshot(agreement.with_content(snapshot, settled.item, settled.content), id)
            known |= {id: found} if found is not None else {}
    return known


def target_at(snapshot: Snapshot, month: str) -> Definition | None:
    """The target definition that held at the end of a month: the last that all departments had stamped by then, before the
    first the first one; None if there is none. The months of its day follow Japan's clock."""
    from fusenapp.domain import definition

    held = None
    for day, revision in _agreed_targets(snapshot):
        if held is None or day[:7] <= month:
            held = revision
    if held is None:
        return None
    return definition.from_snapshot(agreement.with_content(snapshot, held.item, held.content), "target")


def _agreed_targets(snapshot: Snapshot) -> list[tuple[str, agreement.Revision]]:
    """(day of the last stamp, revision) of every agreed revision of the target, in the order of their days."""
    item, needed = ("definitions", "target"), agreement.required_departments(snapshot)
    found = []
    for revision in agreement.revisions(snapshot, item):
        stamped = {stamp.department: stamp.at for stamp in agreement.stamps(snapshot, item, revision.hash)}
        if needed and all(department in stamped for department in needed):
            found.append((_day(max(stamped[d] for d in needed)), revision))
    return sorted(found, key=lambda each: (each[0], each[1].number))


def _day(at: str) -> str:
    moment = dt.datetime.fromisoformat(at)
    return (moment if moment.tzinfo is None else moment.astimezone(_JAPAN)).date().isoformat()


_JAPAN = dt.timezone(dt.timedelta(hours=9))


def check_fields(figures: Figures, snapshot: Snapshot, rule: Definition) -> None:
    """Refuse a definition whose fields no imported lead list has; with no list imported yet nothing can be said.

    Raises:
        InputError: ``unknown-field``, ``unsuited-operator`` … of the first list, if no list takes the definition.
    """
    refused: list[InputError] = []
    for record in datasets(snapshot, "leads"):
        try:
            figures.verdicts(snapshot, record["id"], rule)
            return
        except InputError as error:
            refused.append(error)
    if refused:
        raise refused[0]


def as_of(snapshot: Snapshot) -> str:
    """The month that the user fixed as the last with figures, or empty: follow the data."""
    return snapshot.value("workspace", "workspace", "as_of") or ""


def _spelled(rule: Definition, known: dict[str, Definition]) -> str:
    """A definition and all that it includes, as one text."""
    from fusenapp.domain import definition

    parts, waiting, seen = [], [rule], set()
    while waiting:
        found = waiting.pop()
        if found.id in seen and found is not rule:
            continue
        seen.add(found.id)
        parts.append(f"{found.id}={definition.canonical(found)}")
        waiting += [known[i] for i in definition.includes(found) if i in known and i not in seen]
    return "\n".join(parts)


def try_verdicts(figures: Figures, snapshot: Snapshot, dataset: str, rule: str | Definition) -> tuple[Verdicts | None, FusenError | None]:
    """Verdicts, or the error that says why there are none: for views that go on showing the rest."""
    try:
        return figures.verdicts(snapshot, dataset, rule), None
    except FusenError as error:
        return None, error
