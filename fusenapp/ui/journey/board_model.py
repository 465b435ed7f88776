"""What the board shows, as columns: a projection of a journey's records, patched from changes.

Notes live in slots. A slot keeps its number as long as its note lives, so that geometry and bitmaps can
be kept beside it in arrays. A note whose phase or lane is gone lies in the parking lot, the last row.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from fusenapp.collecting import uncollected
from fusenapp.domain.journey import FREE, PAPERS, PAUSE
from fusenapp.domain.journey_gaps import linked_notes
from fusenapp.domain.persona import PEOPLE, ROLES
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.domain.workshop import covered_notes, dots
from fusenapp.i18n import language, translate

PARKING = "parking"
"""Content of the row for notes that have no cell yet."""

PARKING_LANE, FREE_LANE = -1, -2
"""Stand for a lane in the rows below the grid: the parking lot, and the free area where notes lie as they were put."""

DRAFT = "draft"
"""Id of the note that is being written and is not in the document yet."""

HIDDEN = -1
"""Row of a note that a role filter hides, and of an empty slot."""


@dataclass(frozen=True)
class Phase:
    """A column: ``width`` in logical px at 100 %."""

    id: str
    name: str
    width: float
    folded: bool
    pause: bool = False
    """The purchase rests here, and may start again."""


@dataclass(frozen=True)
class Arrow:
    """From one note to another: what is handed on. ``id`` is the link's, ``source`` and ``target`` are notes'."""

    id: str
    source: str
    target: str
    label: str


@dataclass(frozen=True)
class Lane:
    """A row, or one row per role; ``height`` is its least height, None: as high as its notes."""

    id: str
    name: str
    height: float | None
    content: str
    by_role: bool
    folded: bool


@dataclass(frozen=True)
class RoleName:
    """A role of the buying committee as this journey names it."""

    id: str
    name: str


@dataclass(frozen=True)
class Row:
    """A painted row: a lane, or a role inside a lane; `PARKING_LANE` and `FREE_LANE` are below the grid."""

    lane: int
    role: str
    content: str


Cell = tuple[int, int]
"""(row, phase), both indexes; the parking lot has phase 0."""


_Place = tuple[Any, Any, Any]
"""Phase, lane and role of a note as its record says."""


@dataclass
class Patch:
    """What a batch of changes means for the board: everything, or only these cells and slots."""

    structure: bool = False
    cells: set[Cell] = field(default_factory=set)
    slots: set[int] = field(default_factory=set)
    emotion: bool = False
    arrows: bool = False

    def __bool__(self) -> bool:
        return self.structure or self.emotion or self.arrows or bool(self.cells or self.slots)


class BoardModel:
    """One journey as the board sees it. Session state (selection, zoom) is not here."""

    def __init__(self) -> None:
        self.journey = ""
        self.name = ""
        self.locked = False
        self.phases: list[Phase] = []
        self.lanes: list[Lane] = []
        self.roles: list[RoleName] = []
        self.hidden_roles: frozenset[str] = frozenset()
        self.rows: list[Row] = []
        self.emotion: dict[tuple[str, str], float] = {}
        self.every_phase: frozenset[str] = frozenset()
        """Ids of the phases of the journey, shown or not."""
        self.departments: dict[str, Record] = {}
        self.linked: set[str] = set()
        self.arrows: list[Arrow] = []
        self.covered: frozenset[str] = frozenset()
        """Notes that others write privately: blank papers that nothing can be done with."""
        self.dots: dict[str, dict[str, int]] | None = None
        """Votes by note and department while a vote is under way; None: those that notes carry themselves."""
        self.only_phase = ""
        """Id of the one phase that is shown, as wide as ``only_width``; empty: all."""
        self.only_width = 0.0
        self.first_number = 0
        """Numbered phases before the first one that is shown."""
        self._clear_notes()

    def _clear_notes(self) -> None:
        self._given: dict[str, int] = {}
        self._written = np.empty(0, bool)
        self._heading_of: dict[int, str] = {}
        self.records: list[Record | None] = []
        self.slot_of: dict[str, int] = {}
        self.cells: dict[Cell, list[int]] = {}
        self._keys: list[tuple[str, str]] = []
        self._free: list[int] = []
        self.row = np.empty(0, np.int32)
        self.phase = np.empty(0, np.int32)
        self.colour = np.empty(0, np.int8)

    # ---- reading

    def text(self, slot: int) -> str:
        """The text on a note."""
        record = self.records[slot]
        return record.get("text", "") if record else ""

    def id(self, slot: int) -> str:
        """The record's id of a slot in use."""
        record = self.records[slot]
        assert record is not None
        return record["id"]

    def ids_of(self, slots: Iterable[int]) -> list[str]:
        """The records' ids of slots in use."""
        keys = self._keys
        return [keys[slot][1] for slot in slots]

    def cell(self, slot: int) -> Cell:
        """The cell that a note lies in; row `HIDDEN` if it is not shown."""
        return int(self.row[slot]), int(self.phase[slot])

    def slots(self, cell: Cell) -> list[int]:
        """The notes of a cell, in order."""
        return self.cells.get(cell, [])

    def readable(self, cell: Cell) -> list[int]:
        """The notes of a cell that one may read and work on, in order."""
        slots = self.slots(cell)
        return [slot for slot in slots if self.id(slot) not in self.covered] if self.covered else slots

    @property
    def count(self) -> int:
        """How many notes say something, hidden ones included; a department in charge is none."""
        draft = self.slot_of.get(DRAFT)
        return int(self._written.sum()) - int(draft is not None and bool(self._written[draft]))

    def votes_of(self, voter: str) -> int:
        """How many votes somebody has given to notes of this journey, by the key of their votes."""
        found = self._given.get(voter)
        if found is None:
            key = f"votes.{voter}"
            found = self._given[voter] = sum(int(votes) for record in self.records if record and (votes := record.get(key)))
        return found

    @property
    def headings(self) -> set[str]:
        """Ids of the notes that others lie under."""
        return set(self._heading_of.values())

    def _tally(self, slot: int, record: Record | None) -> None:
        """Keep account of a note that comes, goes or changes, before it does: ten thousand are not looked at again for one."""
        if self._given and any(name.startswith("votes.") for other in (self.records[slot], record) if other for name in other):
            self._given = {}
        self._written[slot] = record is not None and bool(record.get("text"))
        if record is not None and record.get("heading"):
            self._heading_of[slot] = record["heading"]
        else:
            self._heading_of.pop(slot, None)

    @property
    def shown_roles(self) -> list[RoleName]:
        """The roles that the filter lets through."""
        return [role for role in self.roles if role.id not in self.hidden_roles]

    def role_name(self, id: str) -> str:
        """A role's name as this journey uses it."""
        return next((role.name for role in self.roles if role.id == id), id)

    def place(self, cell: Cell) -> dict[str, str]:
        """Phase, lane and role ids of a cell: the fields that a note there carries."""
        row = self.rows[cell[0]]
        if row.lane < 0:
            return {"phase": "", "lane": FREE if row.lane == FREE_LANE else "", "role": ""}
        return {"phase": self.phases[cell[1]].id, "lane": self.lanes[row.lane].id, "role": row.role}

    def cell_of(self, phase: str, lane: str, role: str) -> Cell:
        """The cell for a note's fields; the parking lot where phase or lane is unknown."""
        at_phase, at_lane = self._phase_at.get(phase), self._lane_at.get(lane)
        if self.only_phase and phase != self.only_phase and (phase or lane):
            return HIDDEN, 0
        if at_phase is None or at_lane is None:
            return self._row_at.get((FREE_LANE if lane == FREE else PARKING_LANE, ""), HIDDEN), 0
        role = role if self.lanes[at_lane].by_role else ""
        return self._row_at.get((at_lane, role), HIDDEN), at_phase

    # ---- writing in progress: what the board shows before the document has it

    def begin_draft(self, fields: Mapping[str, Any], index: int) -> Patch:
        """Show a note that does not exist yet, at a place among the notes of its cell."""
        patch = Patch()
        slot = self._slot_for(DRAFT)
        self._put_in(slot, {"id": DRAFT, "parent": self.journey, **fields}, patch)
        cell = self.cell(slot)
        if cell[0] != HIDDEN:
            self.cells[cell].remove(slot)
            self.cells[cell].insert(index, slot)
        return patch

    def show_fields(self, id: str, **fields: Any) -> Patch:
        """Show other fields of a note (the text being typed) until `patch` or `restore` brings the record's own."""
        patch = Patch()
        slot = self.slot_of.get(id)
        record = self.records[slot] if slot is not None else None
        if slot is not None and record is not None:
            shown = {**record, **fields}
            self._tally(slot, shown)
            self.records[slot] = shown
            self.colour[slot] = shown.get("colour") or 1
            patch.slots.add(slot)
            patch.cells.add(self.cell(slot))
        return patch

    def end_draft(self) -> Patch:
        """Take the draft away."""
        patch = Patch()
        slot = self.slot_of.get(DRAFT)
        if slot is not None:
            self._take_out(slot, patch)
            self._release(slot, DRAFT)
        return patch

    def show_new(self, records: Iterable[Record]) -> Patch:
        """Show notes that the document will have in a moment, under the ids that they will have; in order, behind all others."""
        together: dict[tuple[str, str, str], list[Record]] = {}
        for record in records:
            together.setdefault((record["phase"], record["lane"], record["role"]), []).append(record)
        patch = Patch()
        for place, group in together.items():
            cell = self.cell_of(*place)
            slots = [self._slot_for(record["id"]) for record in group]
            for slot, record in zip(slots, group, strict=True):
                self.records[slot], self._keys[slot] = record, (record["order"], record["id"])
            self._written[slots] = [bool(record["text"]) for record in group]
            self.colour[slots] = [self._paper(record, cell) for record in group]
            self.row[slots], self.phase[slots] = cell
            patch.slots.update(slots)
            if cell[0] != HIDDEN:
                self.cells.setdefault(cell, []).extend(slots)
                patch.cells.add(cell)
        return patch

    def drop_new(self, ids: Iterable[str]) -> Patch:
        """Take notes away that the document will not have after all."""
        patch = Patch()
        for id in ids:
            slot = self.slot_of.get(id)
            if slot is not None:
                self._take_out(slot, patch)
                self._release(slot, id)
        return patch

    # ---- loading and patching

    def load(self, snapshot: Snapshot, journey: str) -> None:
        """Take in a whole journey."""
        with uncollected():
            notes = snapshot.all("notes", parent=journey)
            self.journey = journey
            self.covered, self.dots = covered_notes(snapshot), dots(snapshot, journey)
            places = [(note.get("phase"), note.get("lane"), note.get("role")) for note in notes]
            self._load_grid(snapshot, places)
            self._load_notes(notes, places)

    def show_roles(self, hidden: Iterable[str], snapshot: Snapshot) -> None:
        """Hide the roles named; the others are shown."""
        self.hidden_roles = frozenset(hidden)
        self.load(snapshot, self.journey)

    def show_phase(self, phase: str, width: float, snapshot: Snapshot) -> None:
        """Show one phase alone, so many logical px wide; empty shows all, each at least so wide."""
        self.only_phase, self.only_width = phase, width
        self.load(snapshot, self.journey)

    def patch(self, snapshot: Snapshot, touched: Mapping[tuple[str, str], Any]) -> Patch:
        """Take in changed records, named by (kind, id) with the changed fields; says what has to be drawn anew."""
        patch = Patch()
        if self._structural(touched):
            self.load(snapshot, self.journey)
            patch.structure = True
            return patch
        for kind, id in touched:
            if kind == "notes":
                self._patch_note(snapshot.get("notes", id), id, patch)
            elif kind == "journeys" and id == self.journey:
                self._load_journey(snapshot)
                patch.emotion = True
        if any(kind == "links" for kind, _ in touched):
            self._patch_links(snapshot, patch)
        if any(kind == "ballots" for kind, _ in touched):
            self._patch_dots(snapshot, patch)
        if self.covered or any(record.get("private") for kind, id in touched if (record := snapshot.get(kind, id))):
            self.covered = covered_notes(snapshot)
        return patch

    def _patch_dots(self, snapshot: Snapshot, patch: Patch) -> None:
        before, self.dots = self.dots or {}, dots(snapshot, self.journey)
        after = self.dots or {}
        for id in {id for id in (*before, *after) if before.get(id) != after.get(id) and id in self.slot_of}:
            patch.slots.add(self.slot_of[id])
            patch.cells.add(self.cell(self.slot_of[id]))

    def _patch_links(self, snapshot: Snapshot, patch: Patch) -> None:
        before = self.linked
        self._load_links(snapshot)
        patch.slots.update(self.slot_of[id] for id in before ^ self.linked if id in self.slot_of)
        patch.arrows = True

    def _load_links(self, snapshot: Snapshot) -> None:
        self.linked = linked_notes(snapshot)
        ends = [(link, link.get("source") or ("", ""), link.get("target") or ("", "")) for link in snapshot.all("links")]
        self.arrows = [Arrow(link["id"], one[1], other[1], link.get("label") or "") for link, one, other in ends
                       if one[0] == other[0] == "notes" and not link.get("origin")]

    def _structural(self, touched: Mapping[tuple[str, str], Any]) -> bool:
        return any(kind in ("phases", "lanes", "personas", "departments", "passes", "rounds") for kind, _ in touched)

    def _load_journey(self, snapshot: Snapshot) -> None:
        record = snapshot.get("journeys", self.journey) or {"id": self.journey}
        self.name = value("journeys", record, "name")
        self.locked = bool(value("journeys", record, "locked") or self.only_phase or self.only_width)
        self.emotion = {}
        for key, level in family(record, "emotion").items():
            role, _, phase = key.partition(".")
            self.emotion[role, phase] = float(level)

    def _load_grid(self, snapshot: Snapshot, places: list[_Place]) -> None:
        self._load_journey(snapshot)
        self.phases = [_phase(record) for record in snapshot.all("phases", journey=self.journey)]
        self.every_phase = frozenset(phase.id for phase in self.phases)
        self.first_number = 0
        if self.only_phase:
            self._keep_only_phase()
        elif self.only_width:
            self.phases = [p if p.folded else replace(p, width=max(p.width, self.only_width)) for p in self.phases]
        self.lanes = [_lane(record) for record in snapshot.all("lanes", journey=self.journey)]
        self.departments = {record["id"]: record for record in snapshot.all("departments")}
        self._load_links(snapshot)
        self._phase_at = {phase.id: i for i, phase in enumerate(self.phases)}
        self._lane_at = {lane.id: i for i, lane in enumerate(self.lanes)}
        self.roles = _roles(snapshot, self.journey, self._strays(places))
        self.rows = self._make_rows()
        self._row_at = {(row.lane, row.role): i for i, row in enumerate(self.rows)}

    def _keep_only_phase(self) -> None:
        alone = [replace(p, width=self.only_width, folded=False) for p in self.phases if p.id == self.only_phase]
        at = next((i for i, p in enumerate(self.phases) if p.id == self.only_phase), 0)
        self.first_number = sum(not p.pause for p in self.phases[:at])
        self.only_phase, self.phases = (self.only_phase, alone) if alone else ("", self.phases)

    def _strays(self, places: list[_Place]) -> list[str]:
        by_role = {lane.id for lane in self.lanes if lane.by_role}
        return list(dict.fromkeys(role or "" for _, lane, role in dict.fromkeys(places) if lane in by_role))

    def _make_rows(self) -> list[Row]:
        rows = []
        for at, lane in enumerate(self.lanes):
            roles = [role.id for role in self.shown_roles] if lane.by_role and lane.content == "notes" else [""]
            rows += [Row(at, role, lane.content) for role in roles or [""]]
        return [*rows, Row(PARKING_LANE, "", PARKING), Row(FREE_LANE, "", FREE)]

    @property
    def grid_rows(self) -> int:
        """How many rows are lanes; the parking lot is the next one, then the free area."""
        return len(self.rows) - 2

    @property
    def parking_cell(self) -> Cell:
        """The parking lot."""
        return self.grid_rows, 0

    @property
    def free_cell(self) -> Cell:
        """The free area."""
        return self.grid_rows + 1, 0

    def _load_notes(self, notes: list[Record], places: list[_Place]) -> None:
        """All notes at once: on a board of ten thousand each line per note costs a millisecond, so columns are made whole."""
        self._clear_notes()
        self._grow(len(notes))
        self._free = list(range(len(self.records) - 1, len(notes) - 1, -1))
        if not notes:
            return
        cells = {place: self.cell_of(*(part or "" for part in place)) for place in dict.fromkeys(places)}
        distinct = list(dict.fromkeys(cells.values()))
        number = {cell: i for i, cell in enumerate(distinct)}
        code = {place: number[cell] for place, cell in cells.items()}
        lies_in = np.fromiter(map(code.__getitem__, places), np.int32, len(places))
        ends = np.cumsum(np.bincount(lies_in, minlength=len(distinct))).tolist()
        by_cell = np.argsort(lies_in, kind="stable").tolist()
        spans = zip(distinct, [0, *ends], ends, strict=False)
        self.cells = {cell: by_cell[start:end] for cell, start, end in spans if cell[0] != HIDDEN}
        self._fill_columns(notes, np.array(distinct, np.int32)[lies_in])

    def _fill_columns(self, notes: list[Record], cells: np.ndarray) -> None:
        count = len(notes)
        self.records[:count] = notes
        self._heading_of = {slot: heading for slot, record in enumerate(notes) if (heading := record.get("heading"))}
        ids = [record["id"] for record in notes]
        self.slot_of = dict(zip(ids, range(count), strict=True))
        self._keys[:count] = zip([record.get("order") or "" for record in notes], ids, strict=True)
        self.row[:count], self.phase[:count] = cells[:, 0], cells[:, 1]
        plain = np.array([row.content in ("departments", "kpi") for row in self.rows] + [False])  # the last stands for HIDDEN
        self._written[:count] = [bool(record.get("text")) for record in notes]
        colours = np.array([int(record.get("colour") or 1) for record in notes], np.int8)
        self.colour[:count] = np.where(plain[self.row[:count]], PAPERS, colours)

    def _grow(self, wanted: int) -> None:
        old, new = len(self.records), max(64, wanted + wanted // 4)
        self.records += [None] * (new - old)
        self._keys += [("", "")] * (new - old)
        self._free = list(range(new - 1, old - 1, -1))
        fill = np.full(new - old, HIDDEN, np.int32)
        self.row, self.phase = np.concatenate([self.row, fill]), np.concatenate([self.phase, fill])
        self.colour = np.concatenate([self.colour, np.ones(new - old, np.int8)])
        self._written = np.concatenate([self._written, np.zeros(new - old, bool)])

    def _patch_note(self, record: Record | None, id: str, patch: Patch) -> None:
        slot = self.slot_of.get(id)
        mine = record is not None and record.get("parent") == self.journey
        if slot is not None:
            self._take_out(slot, patch)
        if not mine:
            if slot is not None:
                self._release(slot, id)
            return
        assert record is not None
        self._put_in(self._slot_for(id), record, patch)

    def _slot_for(self, id: str) -> int:
        if id not in self.slot_of:
            if not self._free:
                self._grow(len(self.records) + 1)
            self.slot_of[id] = self._free.pop()
        return self.slot_of[id]

    def _take_out(self, slot: int, patch: Patch) -> None:
        cell = self.cell(slot)
        if slot in self.cells.get(cell, ()):
            self.cells[cell].remove(slot)
            patch.cells.add(cell)
        patch.slots.add(slot)

    def _put_in(self, slot: int, record: Record, patch: Patch) -> None:
        self._tally(slot, record)
        self.records[slot] = record
        self._keys[slot] = (record.get("order") or "", record["id"])
        cell = self.cell_of(record.get("phase") or "", record.get("lane") or "", record.get("role") or "")
        self.row[slot], self.phase[slot] = cell
        self.colour[slot] = self._paper(record, cell)
        if cell[0] != HIDDEN:
            insort(self.cells.setdefault(cell, []), slot, key=self._keys.__getitem__)
            patch.cells.add(cell)
        patch.slots.add(slot)

    def _paper(self, record: Record, cell: Cell) -> int:
        """The note's paper; departments in charge and KPIs lie on none and look like the plainest from afar."""
        plain = cell[0] != HIDDEN and self.rows[cell[0]].content in ("departments", "kpi")
        return PAPERS if plain else int(record.get("colour") or 1)

    def _release(self, slot: int, id: str) -> None:
        del self.slot_of[id]
        self._tally(slot, None)
        self.records[slot] = None
        self.row[slot] = HIDDEN
        self._free.append(slot)


def _phase(record: Record) -> Phase:
    return Phase(record["id"], value("phases", record, "name"), float(value("phases", record, "width") or 160),
                 bool(value("phases", record, "folded")), value("phases", record, "kind") == PAUSE)


def _lane(record: Record) -> Lane:
    return Lane(record["id"], value("lanes", record, "name"), value("lanes", record, "height"),
                value("lanes", record, "content"), bool(value("lanes", record, "by_role")),
                bool(value("lanes", record, "folded")))


def _roles(snapshot: Snapshot, journey: str, strays: Iterable[str]) -> list[RoleName]:
    """The people of the journey's committee in order, the three known ones first, then roles met on notes."""
    set_id = snapshot.value("journeys", journey, "set")
    people = snapshot.all("personas", set=set_id) if set_id else []
    ids = [*PEOPLE, *(p["role"] for p in people if p.get("role") not in (*PEOPLE, "account", None)), *strays]
    return [RoleName(id, _role_label(id, people)) for id in dict.fromkeys(ids)]


def _role_label(id: str, people: list[Record]) -> str:
    named = next((p["name"] for p in people if p.get("role") == id and p.get("name")), "")
    known = ROLES[id].name.to(language()) if id in ROLES else id
    return named or known or translate("Board", "No role")
