"""Journeys in an edited workbook: the cells of their grids against what was exported.

Rows are known by the hidden cell beside them, columns by the hidden row above, so that rows and columns may have been inserted,
deleted or moved (`flows.proposal_frames`). A note whose words stand elsewhere was moved; other words in its cell are a change; words
in a cell of no note are a new note; a note whose words are gone, while its place is still there, is a removal; another fill that
stands for one of our papers is a change of paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fusenapp.domain import journey_grid
from fusenapp.domain.clause_text import Cell, number
from fusenapp.domain.journey import EMOTION_RANGE, FREE, PAPER_NAMES, PAUSE
from fusenapp.domain.journey_grid import MARK, PARKED, PLAIN_PAPER, Place, place_of
from fusenapp.domain.paper_colour import nearest_paper
from fusenapp.domain.proposal import PLACE, RECORD, Proposal, Unreadable
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.domain.workbook_fields import Spelling, Unfit, tidy
from fusenapp.flows.proposal_frames import FIRST, Axis, Fresh, Lies, Rows, bare, moved, read_columns, words
from fusenapp.flows.proposal_kept import Grid, Note, grids_of
from fusenapp.flows.proposal_tables import Kept, place_words
from fusenapp.i18n import language, translate

if TYPE_CHECKING:
    from fusenapp.tables.agreement_sheet import PlainSheet


@dataclass(frozen=True)
class _Spot:
    """A cell for notes: the note that stood there, where that is on the board, what stands there now and the colour behind it."""

    where: str
    id: str
    place: Place | None
    cell: Cell
    fill: str = ""


@dataclass
class Compared:
    """What the grids of a copy ask for, and the cells that belong to them."""

    items: list[Proposal] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    used: dict[str, set[tuple[int, int]]] = field(default_factory=dict)


def compare(snapshot: Snapshot, kept: Kept, sheets: Iterable[PlainSheet]) -> Compared:
    """What the copy's journeys propose."""
    found = Compared()
    grids = {(g.sheet, g.journey): g for g in grids_of(kept)}
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


def point_name(snapshot: Snapshot, journey: str, name: str, coming: Mapping[str, str]) -> str:
    """The field of a point of the curve in words: ``emotion.<role>.<phase>``.

    Args:
        coming: names of phases that are only proposed, by id.
    """
    _, role, phase = name.split(".", 2)
    return translate("JourneyOut", "Emotion of {role}, {phase}").format(
        role=journey_grid.roles(snapshot, journey).get(role, role), phase=coming.get(phase) or snapshot.value("phases", phase, "name"))


class _Reader:
    """Reads one journey's sheet."""

    def __init__(self, snapshot: Snapshot, kept: Kept, grid: Grid, sheet: PlainSheet, mark: tuple[int, int], found: Compared) -> None:
        self.snapshot, self.grid, self.sheet, self.found = snapshot, grid, sheet, found
        self.spelling = Spelling(snapshot, str(kept.meta.get("language") or "ja"))
        self.head, self.hidden = mark[0] + 1, mark[1]
        self.used = found.used.setdefault(sheet.name, {mark})
        cells = sheet.cells
        self.columns = read_columns(snapshot, grid.journey, grid.heads, cells, self.head, self.hidden)
        self.used.update((row, column) for column in range(self.hidden) for row in (self.head - 1, *([self.head] if column >= FIRST else [])))
        self.used.update((self.head, column) for column in self.columns.phases)
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in cells.items():
            if row > self.head:
                rows.setdefault(row, {})[column] = cell
        self.rows = rows
        self.frame = Rows(snapshot, grid.journey, grid.lanes, rows, self.hidden, self.columns.phases)
        self.fresh = {fresh.id: fresh for fresh in (*self.columns.fresh, *self.frame.fresh)}
        self.ids: set[str] = set()

    def read(self) -> None:
        self._titles()
        self._heads()
        for fresh in self.fresh.values():
            self._came(fresh)
        self._match(self._spots())

    # the frame

    def _titles(self) -> None:
        """The journey's name, in the first cell."""
        told = self.sheet.cells.get((0, 0))
        if told is not None and self.head > 1:
            self.used.add((0, 0))
            self._name("journeys", self.grid.journey, self.grid.title, self.grid.title, (0, 0))

    def _heads(self) -> None:
        for phase, column in self.columns.heads.items():
            shown, name = self.grid.heads[phase]
            self._name("phases", phase, shown, name, (self.head, column))
            self._rests(phase, shown, (self.head, column))
        self._reordered("phases", list(self.grid.heads), self.columns.before)
        self._reordered("lanes", list(self.grid.lanes), self.frame.before)
        for phase, (_, name) in self.grid.heads.items():
            if phase not in self.columns.heads:
                self.found.unreadable.append(Unreadable(self.sheet.name, name, "column-missing"))

    def _reordered(self, axis: Axis, known: Sequence[str], before: Mapping[str, tuple[str, ...]]) -> None:
        """Phases whose columns were moved, each behind the one on its left, or lanes whose rows were, behind the one above."""
        here = [r["id"] for r in self.snapshot.all(axis, journey=self.grid.journey) if r["id"] in known]
        for id in moved(known, list(before)):
            was, current = _before(known, id), _before(here, id)
            now = next((other for other in before[id] if other in here), "")
            if id in here and current != now:
                texts = (self._behind([was], axis), self._behind(before[id], axis), self._behind([current], axis))
                self.found.items.append(Proposal("change", axis, id, PLACE, [was], list(before[id]), [current], current != was,
                                                 self._where(*self._head_of(axis, id)), texts))

    def _head_of(self, axis: Axis, id: str) -> tuple[int, int]:
        if axis == "phases":
            return self.head, self.columns.heads[id]
        return next(row for row, lies in self.frame.lies.items() if lies.lane == id), 0

    def _rests(self, phase: str, shown: str, at: tuple[int, int]) -> None:
        """The sign of a phase on hold, put before its name or taken away."""
        told = words(self.sheet.cells.get(at))
        was, now = bare(shown)[1], bare(told)[1]
        if told and was != now:
            texts = (_hold_words(was), _hold_words(now))
            self._change("phases", phase, "kind", PAUSE if was else "", PAUSE if now else "", texts, self._where(*at))

    def _behind(self, ids: Sequence[str], axis: Axis = "phases") -> str:
        """A place on an axis in words, by what stands before it."""
        before = next((self._called(axis, id) for id in ids), "")
        return translate("Proposals", "after “{name}”").format(name=before) if before else translate("Proposals", "at the front")

    def _came(self, fresh: Fresh) -> None:
        """A phase or lane that came in, with its place in words."""
        self.used.add(fresh.at)
        if fresh.there:
            return
        place = self._behind(fresh.after, fresh.axis)
        told = {"name": fresh.name, "after": list(fresh.after), **fresh.fields}
        self.found.items.append(Proposal("add", fresh.axis, self.grid.journey, RECORD, None, told, None, False, self._where(*fresh.at),
                                         ("", f"{fresh.name}\n{place}", ""), fresh.id))

    def _called(self, axis: Axis, id: str) -> str:
        fresh = self.fresh.get(id)
        return fresh.name if fresh is not None else str(self.snapshot.value(axis, id, "name") or "")

    def _name(self, kind: str, id: str, shown: str, was: str, at: tuple[int, int]) -> None:
        """A name that may have been changed; the number before a phase's is not part of it."""
        told = words(self.sheet.cells.get(at))
        if not told or told == tidy(shown):
            return
        before = shown[:len(shown) - len(was)]
        kept = told.removeprefix(before.strip()) if before and told.startswith(before.strip()) else bare(told)[0] if before else told
        now = " ".join(kept.split())
        if now and now != was:
            self._change(kind, id, "name", was, now, (was, now), self._where(*at))

    def _where(self, row: int, column: int) -> str:
        return place_words(self.sheet.name, row, column)

    # the cells

    def _spots(self) -> list[_Spot]:
        """Every cell for notes, from top to bottom; what is not for notes is dealt with on the way."""
        spots: list[_Spot] = []
        for row in sorted(self.rows):
            lies = self.frame.lies[row]
            if lies.head:
                self._lane_head(row, lies)
            self.used.update((row, column) for column in (*range(FIRST, self.hidden + 1), *self.columns.phases))
            if lies.content == "emotion":
                if lies.keyed:
                    self._points(row, lies.role, self.rows[row])
            elif lies.content:
                spots += self._row(row, lies)
        return spots

    def _lane_head(self, row: int, lies: Lies) -> None:
        self.used.add((row, 0))
        self._name("lanes", lies.lane, self.grid.lanes[lies.lane], self.grid.lanes[lies.lane], (row, 0))

    def _row(self, row: int, lies: Lies) -> list[_Spot]:
        """The cells of a row, each with the id that its hidden cell has for its column."""
        loose = lies.content in (PARKED, FREE)
        found = []
        for column, phase in self.columns.phases.items():
            place = ("", FREE if lies.content == FREE else "", "") if loose else None if phase is None else (phase, lies.lane, lies.role)
            number = self.columns.exported.get(column, len(lies.ids))
            id = lies.ids[number] if number < len(lies.ids) else ""
            if id in self.ids:  # a row that was copied brings the ids of its model along
                id = ""
            self.ids.add(id)
            at = (row, column)
            found.append(_Spot(self._where(*at), id, place, self.rows[row].get(column), self.sheet.fills.get(at, "")))
        return found

    def _points(self, row: int, role: str, cells: dict[int, Cell]) -> None:
        seen: set[str] = set()
        for column, phase in self.columns.phases.items():
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
            if note is not None and words(spot.cell) == tidy(note.shown):
                del left[spot.id]
                self._moved(note, spot)
                self._recoloured(note, spot)
            elif spot.id or spot.cell is not None:
                open_.append(spot)
        open_ = self._elsewhere(open_, left)
        for spot in open_:
            note = left.get(spot.id)
            if words(spot.cell) and note is not None:
                del left[spot.id]
                self._rewritten(note, spot)
            elif words(spot.cell):
                self._new(spot)
        for note in left.values():
            self._gone(note, {spot.id for spot in spots})

    def _elsewhere(self, open_: list[_Spot], left: dict[str, Note]) -> list[_Spot]:
        """Cells that hold the words of a note from elsewhere, its own phase and lane first."""
        by_words: dict[str, list[Note]] = {}
        for note in left.values():
            if note.shown:
                by_words.setdefault(tidy(note.shown), []).append(note)
        rest = []
        for spot in open_:
            candidates = by_words.get(words(spot.cell), [])
            if not candidates or spot.place is None:
                rest.append(spot)
                continue
            note = max(candidates, key=lambda n: sum(a == b for a, b in zip(n.place, spot.place or (), strict=False)))
            candidates.remove(note)
            del left[note.id]
            self._moved(note, spot)
            self._recoloured(note, spot)
        return rest

    def _moved(self, note: Note, spot: _Spot) -> None:
        if spot.place is None:
            self.found.unreadable.append(Unreadable(spot.where, note.shown, "phase-unknown"))
        elif _lies(spot.place) != _lies(note.place):
            texts = (place_text(self.snapshot, note.place), self._place_words(spot.place))
            self._change("notes", note.id, PLACE, list(note.place), list(spot.place), texts, spot.where)

    def _rewritten(self, note: Note, spot: _Spot) -> None:
        now = self._read(note.field, spot)
        if now is not None:
            self._change("notes", note.id, note.field, note.found, now, (note.shown, words(spot.cell)), spot.where)
            self._moved(note, spot)
            self._recoloured(note, spot)

    def _recoloured(self, note: Note, spot: _Spot) -> None:
        """Only a fill that is another than was exported in this cell: one that was there already says nothing about words put over it."""
        paper, there = self._new_fill(spot), note.paper
        if paper is not None and there is not None and paper != there:
            self._change("notes", note.id, "colour", there, paper, (_paper_words(there), _paper_words(paper)), spot.where)

    def _new_fill(self, spot: _Spot) -> int | None:
        """The paper that a cell's fill stands for, unless the cell was exported on it."""
        had = self.grid.notes.get(spot.id)
        shown = None if had is None else had.paper if had.paper is not None else PLAIN_PAPER
        paper = nearest_paper(spot.fill) if spot.fill else None
        return paper if paper != shown else None

    def _place_words(self, place: Place) -> str:
        """A place in words, also in a phase or lane that is only proposed."""
        if place[0] not in self.fresh and place[1] not in self.fresh:
            return place_text(self.snapshot, place)
        role = journey_grid.roles(self.snapshot, self.grid.journey).get(place[2], place[2]) if place[2] else ""
        return " › ".join(filter(None, (self._called("phases", place[0]), self._called("lanes", place[1]), role)))

    def _needs(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those that are only proposed."""
        return tuple(id for id in ids if id in self.fresh and not self.fresh[id].there)

    def _new(self, spot: _Spot) -> None:
        if spot.place is None:
            self.found.unreadable.append(Unreadable(spot.where, words(spot.cell), "phase-unknown"))
            return
        chips = self.snapshot.value("lanes", spot.place[1], "content") == "departments"
        now = self._read("department" if chips else "text", spot)
        if now is None:
            return
        fields = {"phase": spot.place[0], "lane": spot.place[1], "role": spot.place[2], "department" if chips else "text": now}
        if not self._there(fields):
            paper = None if chips else self._new_fill(spot)
            told = {**fields, "colour": paper} if paper is not None else fields
            shown = f"{words(spot.cell)}\n{self._place_words(spot.place)}"
            self.found.items.append(Proposal("add", "notes", self.grid.journey, RECORD, None, told, None, False, spot.where, ("", shown, ""),
                                             needs=self._needs(spot.place)))

    def _there(self, fields: dict[str, str]) -> bool:
        """Whether such a note came since: the copy was read before."""
        return any(all((n.get(name) or "") == wanted for name, wanted in fields.items()) for n in
                   self.snapshot.all("notes", parent=self.grid.journey, phase=fields["phase"]) if n["id"] not in self.grid.notes)

    def _gone(self, note: Note, seen: set[str]) -> None:
        """Proposed where the note's phase is still in the copy; without its column nothing says that it should go."""
        phase, lane, _ = note.place
        if phase in self.grid.heads and lane in self.grid.lanes and phase not in self.columns.heads:
            return
        record = self.snapshot.get("notes", note.id)
        if record is None or (not note.shown and note.id not in seen):
            return
        was = {note.field: note.found}
        current = journey_grid.note_words(self.snapshot, record)
        conflict = _plain(record, note.field) != note.found
        shown = f"{note.shown}\n{place_text(self.snapshot, note.place)}"
        self.found.items.append(Proposal("remove", "notes", note.id, RECORD, was, None, {note.field: _plain(record, note.field)}, conflict,
                                         self.sheet.name, (shown, "", current)))

    def _read(self, name: str, spot: _Spot) -> Any:
        """What a cell means; None after noting why it means nothing."""
        from fusenapp.tables.agreement_sheet import CellFault

        try:
            if isinstance(spot.cell, CellFault):
                raise Unfit("error-value")
            return self.spelling.read("clauses", "department", spot.cell) if name == "department" else words(spot.cell)
        except Unfit as error:
            self.found.unreadable.append(Unreadable(spot.where, words(spot.cell), error.reason))
            return None

    def _change(self, kind: str, id: str, name: str, was: Any, now: Any, texts: tuple[str, str], where: str) -> None:
        record = self.snapshot.get(kind, id)
        current = None if record is None else list(place_of(record)) if name == PLACE else _plain(record, name, kind)
        if now == was or (record is not None and _same(current, now)):
            return
        shown = self._shown(name, current)
        conflict = record is None or not _same(current, was)
        ids = now if name == PLACE else [name.rsplit(".", 1)[-1]]
        self.found.items.append(Proposal("change", kind, id, name, was, now, current, conflict, where, (*texts, shown), needs=self._needs(ids)))

    def _shown(self, name: str, current: Any) -> str:
        if name == PLACE and current is not None:
            return place_text(self.snapshot, (current[0], current[1], current[2]))
        if name == "kind":
            return _hold_words(current == PAUSE)
        if name == "department":
            return str(self.snapshot.value("departments", current or "", "name") or "")
        if name == "colour":
            return _paper_words(int(current or 1))
        return _signed(current) if name.startswith("emotion.") else str(current or "")


def _plain(record: Any, name: str, kind: str = "notes") -> Any:
    found = value(kind, record, name)
    return tidy(found) if isinstance(found, str) else found


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return tidy(one) == tidy(other)
    return one == other


def _before(ids: Sequence[str], id: str) -> str:
    """What stands before one, empty at the front and where it is not."""
    at = ids.index(id) if id in ids else 0
    return ids[at - 1] if at else ""


def _lies(place: Place) -> Place:
    """Notes in no cell lie in one place, whatever they were in before."""
    return place if place[0] and place[1] and place[1] != FREE else ("", FREE if place[1] == FREE else "", "")


def _hold_words(rests: bool) -> str:
    return translate("Proposals", "on hold") if rests else translate("Proposals", "not on hold")


def _paper_words(paper: int) -> str:
    return PAPER_NAMES[paper - 1].to(language()) if 0 < paper <= len(PAPER_NAMES) else str(paper)


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
