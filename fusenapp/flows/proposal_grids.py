"""Journeys in an edited workbook: the cells of their grids against what was exported.

Rows are known by the hidden cell beside them, columns by the hidden row above, so that rows and columns may have been inserted,
deleted or moved. A note whose words stand elsewhere was moved; other words in its cell are a change; words in a cell of no note are
a new note; a note whose words are gone, while its place is still there, is a removal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain import journey_grid
from fusenapp.domain.clause_text import Cell, number, plain_number
from fusenapp.domain.journey import EMOTION_RANGE, FREE
from fusenapp.domain.journey_grid import MARK, PARKED, Place, place_of
from fusenapp.domain.proposal import PLACE, RECORD, Proposal, Unreadable
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.domain.workbook_fields import Spelling, Unfit, tidy
from fusenapp.flows.proposal_tables import Kept, place_words
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.tables.agreement_sheet import PlainSheet


@dataclass(frozen=True)
class _Note:
    """A note as it was exported: what stood in its cell, the field that this shows, and its place."""

    id: str
    shown: str
    field: str
    found: Any
    place: Place


@dataclass
class _Grid:
    """A journey as it was exported, on one sheet."""

    sheet: str
    journey: str
    title: str
    heads: dict[str, tuple[str, str]]
    lanes: dict[str, str]
    notes: dict[str, _Note] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Spot:
    """A cell for notes: the note that stood there, where that is on the board, and what stands there now."""

    where: str
    id: str
    place: Place | None
    cell: Cell


@dataclass
class Compared:
    """What the grids of a copy ask for, and the cells that belong to them."""

    items: list[Proposal] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    used: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


def compare(snapshot: Snapshot, kept: Kept, sheets: Iterable[PlainSheet]) -> Compared:
    """What the copy's journeys propose."""
    found = Compared()
    grids = {(g.sheet, g.journey): g for g in _grids(kept)}
    seen: set[str] = set()
    for sheet in sheets:
        marked = next(((place, str(cell)[len(MARK):]) for place, cell in sorted(sheet.cells.items())
                       if isinstance(cell, str) and cell.startswith(MARK)), None)
        grid = next((g for (_, journey), g in grids.items() if marked and journey == marked[1]), None)
        if marked and grid is not None and grid.journey not in seen:
            seen.add(grid.journey)
            _Reader(snapshot, kept, grid, sheet, marked[0], found).read()
    for grid in grids.values():
        if grid.journey not in seen:
            found.unreadable.append(Unreadable(grid.sheet, "", "sheet-missing"))
    return found


def place_text(snapshot: Snapshot, place: Place) -> str:
    """A place on the board in words: phase, lane, role."""
    phase, lane, role = place
    if lane == FREE:
        return translate("Board", "Free area")
    if not phase or not lane:
        return translate("Board", "Parking lot")
    journey = snapshot.value("lanes", lane, "journey")
    name = journey_grid.roles(snapshot, journey).get(role, role) if role else ""
    return " › ".join(filter(None, (snapshot.value("phases", phase, "name"), snapshot.value("lanes", lane, "name"), name)))


def point_name(snapshot: Snapshot, name: str) -> str:
    """The field of a point of the curve in words: ``emotion.<role>.<phase>``."""
    _, role, phase = name.split(".", 2)
    journey = snapshot.value("phases", phase, "journey")
    return translate("JourneyOut", "Emotion of {role}, {phase}").format(
        role=journey_grid.roles(snapshot, journey).get(role, role), phase=snapshot.value("phases", phase, "name"))


def _grids(kept: Kept) -> list[_Grid]:
    found: dict[str, _Grid] = {}
    for row in kept.grids:
        if row[0] == "grid":
            _, sheet, journey, title, heads, lanes = row
            found[sheet] = _Grid(sheet, journey, title, {id: (shown, name) for id, shown, name in heads}, dict(lanes))
        elif row[0] == "note" and row[1] in found:
            _, sheet, id, shown, name, value_, *place = row
            found[sheet].notes[id] = _Note(id, shown, name, value_, (place[0], place[1], place[2]))
        elif row[0] == "point" and row[1] in found:
            found[row[1]].points[row[2]] = row[3]
    return list(found.values())


class _Reader:
    """Reads one journey's sheet."""

    def __init__(self, snapshot: Snapshot, kept: Kept, grid: _Grid, sheet: PlainSheet, mark: tuple[int, int], found: Compared) -> None:
        self.snapshot, self.grid, self.sheet, self.found = snapshot, grid, sheet, found
        self.spelling = Spelling(snapshot, str(kept.meta.get("language") or "ja"))
        self.head, self.hidden = mark[0] + 1, mark[1]
        self.used = found.used.setdefault(sheet.name, {mark})
        self.columns = self._columns(mark[0])
        self.ids: set[str] = set()

    def read(self) -> None:
        self._titles()
        self._heads()
        self._match(self._spots())

    # the frame

    def _columns(self, row: int) -> dict[int, str | None]:
        """Column → its phase; a column that was inserted belongs to the phase on its left, unless it has a header of its own (None)."""
        found: dict[int, str | None] = {}
        phase: str | None = None
        for column in range(self.hidden):
            told = self.sheet.cells.get((row, column))
            if isinstance(told, str) and told in self.grid.heads:
                phase = told
            elif self.sheet.cells.get((self.head, column)) not in (None, "") and column > 1:
                phase = None
            self.used.add((row, column))
            if phase is not None or column > 1:
                found[column] = phase
        return found

    def _titles(self) -> None:
        """The journey's name, in the first cell."""
        told = self.sheet.cells.get((0, 0))
        if told is not None and self.head > 1:
            self.used.add((0, 0))
            self._name("journeys", self.grid.journey, self.grid.title, self.grid.title, (0, 0))

    def _heads(self) -> None:
        seen: set[str | None] = set()
        for column, phase in self.columns.items():
            if phase is not None and phase not in seen:
                shown, name = self.grid.heads[phase]
                self.used.add((self.head, column))
                self._name("phases", phase, shown, name, (self.head, column))
            seen.add(phase)
        for phase, (_, name) in self.grid.heads.items():
            if phase not in seen:
                self.found.unreadable.append(Unreadable(self.sheet.name, name, "column-missing"))

    def _name(self, kind: str, id: str, shown: str, was: str, at: tuple[int, int]) -> None:
        """A name that may have been changed; the number before a phase's is not part of it."""
        told = _words(self.sheet.cells.get(at))
        if not told or told == tidy(shown):
            return
        before = shown[:len(shown) - len(was)]
        now = " ".join(told.removeprefix(before.strip()).split()) if before else " ".join(told.split())
        if now and now != was:
            self._change(kind, id, "name", was, now, (was, now), self._where(*at))

    def _where(self, row: int, column: int) -> str:
        return place_words(self.sheet.name, row, column)

    # the cells

    def _spots(self) -> list[_Spot]:
        """Every cell for notes, from top to bottom; what is not for notes is dealt with on the way."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.sheet.cells.items():
            if row > self.head:
                rows.setdefault(row, {})[column] = cell
        spots: list[_Spot] = []
        lane, role, content, labelled = "", "", "", set[str]()
        for row in sorted(rows):
            key = journey_grid.read_row_key(rows[row].get(self.hidden))
            ids: list[str] = []
            if key is not None:
                lane, role, content, ids = key
                self._lane_name(row, lane, labelled)
            self.used.update((row, column) for column in (*self.columns, self.hidden))
            if content == "emotion":
                if key is not None:
                    self._points(row, role, rows[row])
            elif content:
                spots += self._row(row, rows[row], (lane, role, content), ids)
        return spots

    def _lane_name(self, row: int, lane: str, labelled: set[str]) -> None:
        if lane in self.grid.lanes and lane not in labelled:
            labelled.add(lane)
            self.used.add((row, 0))
            self._name("lanes", lane, self.grid.lanes[lane], self.grid.lanes[lane], (row, 0))

    def _row(self, row: int, cells: dict[int, Cell], lies: tuple[str, str, str], ids: list[str]) -> list[_Spot]:
        """The cells of a row; the ids of the hidden cell go to the columns that were there, from left to right."""
        lane, role, content = lies
        loose = content in (PARKED, FREE)
        own = [c for c in self.columns if self._exported(c)]
        held = dict(zip(own, ids, strict=False))
        found = []
        for column, phase in self.columns.items():
            place = ("", FREE if content == FREE else "", "") if loose else None if phase is None else (phase, lane, role)
            id = held.get(column, "")
            if id in self.ids:  # a row that was copied brings the ids of its model along
                id = ""
            self.ids.add(id)
            found.append(_Spot(self._where(row, column), id, place, cells.get(column)))
        return found

    def _exported(self, column: int) -> bool:
        """Whether a column was there when the journey was exported."""
        return self.sheet.cells.get((self.head - 1, column)) in self.grid.heads

    def _points(self, row: int, role: str, cells: dict[int, Cell]) -> None:
        seen: set[str] = set()
        for column, phase in self.columns.items():
            if phase is None or phase in seen:
                continue
            seen.add(phase)
            name, spot = f"{role}.{phase}", self._where(row, column)
            was = self.grid.points.get(name)
            try:
                now = _level(cells.get(column))
            except ValueError:
                self.found.unreadable.append(Unreadable(spot, str(cells[column]), "level-needed"))
                continue
            if now != was and not (now is not None and was is not None and abs(now - was) < 0.005):
                self._change("journeys", self.grid.journey, f"emotion.{name}", was, now, (_signed(was), _signed(now)), spot)

    # matching

    def _match(self, spots: list[_Spot]) -> None:
        """Notes that are where they were, then those that were moved, then changed, new and removed ones."""
        left = dict(self.grid.notes)
        open_ = []
        for spot in spots:
            note = left.get(spot.id)
            if note is not None and _words(spot.cell) == tidy(note.shown):
                del left[spot.id]
                self._moved(note, spot)
            elif spot.id or spot.cell is not None:
                open_.append(spot)
        open_ = self._elsewhere(open_, left)
        for spot in open_:
            note = left.get(spot.id)
            if _words(spot.cell) and note is not None:
                del left[spot.id]
                self._rewritten(note, spot)
            elif _words(spot.cell):
                self._new(spot)
        for note in left.values():
            self._gone(note, {spot.id for spot in spots})

    def _elsewhere(self, open_: list[_Spot], left: dict[str, _Note]) -> list[_Spot]:
        """Cells that hold the words of a note from elsewhere, its own phase and lane first."""
        by_words: dict[str, list[_Note]] = {}
        for note in left.values():
            if note.shown:
                by_words.setdefault(tidy(note.shown), []).append(note)
        rest = []
        for spot in open_:
            candidates = by_words.get(_words(spot.cell), [])
            if not candidates or spot.place is None:
                rest.append(spot)
                continue
            note = max(candidates, key=lambda n: sum(a == b for a, b in zip(n.place, spot.place or (), strict=False)))
            candidates.remove(note)
            del left[note.id]
            self._moved(note, spot)
        return rest

    def _moved(self, note: _Note, spot: _Spot) -> None:
        if spot.place is None:
            self.found.unreadable.append(Unreadable(spot.where, note.shown, "phase-unknown"))
        elif _lies(spot.place) != _lies(note.place):
            texts = (place_text(self.snapshot, note.place), place_text(self.snapshot, spot.place))
            self._change("notes", note.id, PLACE, list(note.place), list(spot.place), texts, spot.where)

    def _rewritten(self, note: _Note, spot: _Spot) -> None:
        now = self._read(note.field, spot)
        if now is not None:
            self._change("notes", note.id, note.field, note.found, now, (note.shown, _words(spot.cell)), spot.where)
            self._moved(note, spot)

    def _new(self, spot: _Spot) -> None:
        if spot.place is None:
            self.found.unreadable.append(Unreadable(spot.where, _words(spot.cell), "phase-unknown"))
            return
        chips = self.snapshot.value("lanes", spot.place[1], "content") == "departments"
        now = self._read("department" if chips else "text", spot)
        if now is None:
            return
        fields = {"phase": spot.place[0], "lane": spot.place[1], "role": spot.place[2], "department" if chips else "text": now}
        if not self._there(fields):
            words = f"{_words(spot.cell)}\n{place_text(self.snapshot, spot.place)}"
            self.found.items.append(Proposal("add", "notes", self.grid.journey, RECORD, None, fields, None, False, spot.where, ("", words, "")))

    def _there(self, fields: dict[str, str]) -> bool:
        """Whether such a note came since: the copy was read before."""
        return any(all((n.get(name) or "") == wanted for name, wanted in fields.items()) for n in
                   self.snapshot.all("notes", parent=self.grid.journey, phase=fields["phase"]) if n["id"] not in self.grid.notes)

    def _gone(self, note: _Note, seen: set[str]) -> None:
        """Proposed where the note's phase is still in the copy; without its column nothing says that it should go."""
        phase, lane, _ = note.place
        if phase in self.grid.heads and lane in self.grid.lanes and phase not in self.columns.values():
            return
        record = self.snapshot.get("notes", note.id)
        if record is None or (not note.shown and note.id not in seen):
            return
        was = {note.field: note.found}
        current = journey_grid.note_words(self.snapshot, record)
        conflict = _plain(record, note.field) != note.found
        words = f"{note.shown}\n{place_text(self.snapshot, note.place)}"
        self.found.items.append(Proposal("remove", "notes", note.id, RECORD, was, None, {note.field: _plain(record, note.field)}, conflict,
                                         self.sheet.name, (words, "", current)))

    def _read(self, name: str, spot: _Spot) -> Any:
        """What a cell means; None after noting why it means nothing."""
        from fusenapp.tables.agreement_sheet import CellFault

        try:
            if isinstance(spot.cell, CellFault):
                raise Unfit("error-value")
            return self.spelling.read("clauses", "department", spot.cell) if name == "department" else _words(spot.cell)
        except Unfit as error:
            self.found.unreadable.append(Unreadable(spot.where, _words(spot.cell), error.reason))
            return None

    def _change(self, kind: str, id: str, name: str, was: Any, now: Any, texts: tuple[str, str], where: str) -> None:
        record = self.snapshot.get(kind, id)
        current = None if record is None else list(place_of(record)) if name == PLACE else _plain(record, name, kind)
        if now == was or (record is not None and _same(current, now)):
            return
        shown = self._shown(name, current)
        conflict = record is None or not _same(current, was)
        self.found.items.append(Proposal("change", kind, id, name, was, now, current, conflict, where, (*texts, shown)))

    def _shown(self, name: str, current: Any) -> str:
        if name == PLACE and current is not None:
            return place_text(self.snapshot, (current[0], current[1], current[2]))
        if name == "department":
            return str(self.snapshot.value("departments", current or "", "name") or "")
        return _signed(current) if name.startswith("emotion.") else str(current or "")


def _plain(record: Any, name: str, kind: str = "notes") -> Any:
    found = value(kind, record, name)
    return tidy(found) if isinstance(found, str) else found


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return tidy(one) == tidy(other)
    return one == other


def _lies(place: Place) -> Place:
    """Notes in no cell lie in one place, whatever they were in before."""
    return place if place[0] and place[1] and place[1] != FREE else ("", FREE if place[1] == FREE else "", "")


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    return tidy(plain_number(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else str(cell))


def _level(cell: Cell) -> float | None:
    """A point of the curve.

    Raises:
        ValueError: it is no number from −2 to +2.
    """
    if cell is None or (isinstance(cell, str) and cell.strip() in ("", "-", "—", "–")):
        return None
    if isinstance(cell, bool):
        raise ValueError(cell)
    found = float(number(str(cell).replace("−", "-")) if isinstance(cell, str) else cell)
    if not EMOTION_RANGE[0] <= found <= EMOTION_RANGE[1]:
        raise ValueError(cell)
    return round(found, 2)


def _signed(level: float | None) -> str:
    return "" if level is None else f"{level:+.1f}"
