"""The frame of a journey's grid in an edited workbook: the phase of each column and the lane of each row, also of those that came in.

A column with a header of its own, and no phase in the hidden row above it, is a new phase behind the one on its left; a row with a
label of its own, and nothing in the hidden column beside it, is a new lane below the one above it. Both get an id that follows from
the journey and the name, so that a copy that is read twice does not bring them twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from fusenapp.domain import journey_grid
from fusenapp.domain.agreement_content import hash_of
from fusenapp.domain.clause_text import Cell, plain_number
from fusenapp.domain.journey import FREE, PAUSE
from fusenapp.domain.journey_grid import PARKED
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.domain.workbook_fields import tidy

Axis = Literal["phases", "lanes"]
FIRST = 2
"""The first column that can be a phase's."""
_LONGEST = 80
"""Characters of a name; longer words beside or over the grid are remarks."""
_COUNT = re.compile(r"^\d{1,2}\s*[.．、)）:：]?\s+|^\d{1,2}[.．、)）:：]\s*")
_REST = re.compile(r"^[‖⏸]\s*")
_REMARKS = frozenset({"備考", "メモ", "コメント", "注", "注記", "remarks", "remark", "notes", "note", "comments", "comment", "memo"})


@dataclass(frozen=True)
class Fresh:
    """A phase or lane that the copy has and the workbook did not have.

    Attributes:
        after: ids of what stands before it, the nearest first.
        at: its cell, (row, column) from 0.
        there: whether the workspace has it by now.
    """

    axis: Axis
    id: str
    name: str
    after: tuple[str, ...]
    at: tuple[int, int]
    there: bool
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Lies:
    """Where a row lies; ``ids`` are those of its hidden cell, ``keyed`` whether it has one."""

    lane: str
    role: str
    content: str
    ids: tuple[str, ...] = ()
    keyed: bool = False
    head: bool = False


@dataclass
class Columns:
    """The columns of a grid.

    Attributes:
        phases: column → phase; None under a header that says nothing.
        exported: column → its number among those that were exported.
        heads: exported phase → the column of its header.
        before: exported phase, in the order of the copy → what stands before it there, the nearest first.
    """

    phases: dict[int, str | None] = field(default_factory=dict)
    exported: dict[int, int] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    before: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fresh: list[Fresh] = field(default_factory=list)


@dataclass
class _Block:
    """Columns under one header."""

    phase: str
    header: str
    columns: list[int]
    told: list[int] = field(default_factory=list)
    """Those that name the phase in the hidden row: they were exported."""


def words(cell: Cell) -> str:
    """What a cell says, as a text."""
    if cell is None:
        return ""
    return tidy(plain_number(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else str(cell))


def read_columns(snapshot: Snapshot, journey: str, known: Mapping[str, tuple[str, str]], cells: Mapping[tuple[int, int], Cell],
                 head: int, hidden: int) -> Columns:
    """The columns from the hidden row of phases and the row of headers below it.

    Args:
        known: exported phase → its header, and its name.
        head: the row of headers.
        hidden: the hidden column, right of the phases.
    """
    blocks = _blocks(known, cells, head, hidden)
    own = _originals(blocks, known)
    names = {" ".join(name.split()): id for id, (_, name) in known.items()}
    found, before = Columns(), list[str]()
    for block in blocks:
        phase = block.phase if own.get(block.phase) is block or _says(block, known) else ""
        phase = phase or names.get(bare(block.header)[0], "")
        fresh = None if phase else _fresh_phase(snapshot, journey, known, block, before, head)
        if fresh is not None:
            phase = fresh.id
            found.fresh += [fresh] if fresh.id not in before else []
        elif phase in own and own[phase] is block:
            found.heads[phase] = block.columns[0]
            found.before[phase] = tuple(reversed(before))
        found.phases |= dict.fromkeys(block.columns, phase or None)
        before += [phase] if phase and phase not in before else []
    found.exported = _numbers(blocks, own, known)
    return found


def _blocks(known: Mapping[str, tuple[str, str]], cells: Mapping[tuple[int, int], Cell], head: int, hidden: int) -> list[_Block]:
    """Columns under one header: of those beside the grid only the ones that go on at once."""
    blocks: list[_Block] = []
    column = FIRST
    while column < hidden or words(cells.get((head, column))) or column == hidden:
        if column == hidden:
            column += 1
            continue
        told, header = cells.get((head - 1, column)), words(cells.get((head, column)))
        phase = told if isinstance(told, str) and told in known else ""
        if column > hidden and (phase or header.casefold() in _REMARKS):
            break
        if not blocks or header or (phase and phase != blocks[-1].phase):
            blocks.append(_Block(phase, header, [column]))
        else:
            blocks[-1].columns.append(column)
        blocks[-1].told += [column] if phase else []
        column += 1
    return blocks


def _originals(blocks: list[_Block], known: Mapping[str, tuple[str, str]]) -> dict[str, _Block]:
    """Phase → its own block: a column that was copied brings the phase of its model along."""
    found: dict[str, _Block] = {}
    for block in blocks:
        if block.phase and (block.phase not in found or (_says(block, known) and not _says(found[block.phase], known))):
            found[block.phase] = block
    return found


def _says(block: _Block, known: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a block's header is that of its phase; one without a header goes on with it."""
    return bool(block.phase) and (not block.header or bare(block.header)[0] == bare(known[block.phase][0])[0])


def _numbers(blocks: list[_Block], own: Mapping[str, _Block], known: Mapping[str, tuple[str, str]]) -> dict[int, int]:
    """Column → its number among the exported ones, by its phase, so that phases may have been moved or deleted."""
    split = max((len(block.told) for block in own.values()), default=1)
    order = {phase: at for at, phase in enumerate(known)}
    found: dict[int, int] = {}
    for phase, block in own.items():
        found |= {column: order[phase] * split + at for at, column in enumerate(block.told)}
    return found


def _fresh_phase(snapshot: Snapshot, journey: str, known: Mapping[str, tuple[str, str]], block: _Block, before: list[str],
                 head: int) -> Fresh | None:
    name, pause = bare(block.header)
    if not name or len(name) > _LONGEST:
        return None
    return _fresh(snapshot, "phases", journey, known, name, before, (head, block.columns[0]), {"kind": PAUSE} if pause else {})


def _fresh(snapshot: Snapshot, axis: Axis, journey: str, known: Mapping[str, Any], name: str, before: list[str], at: tuple[int, int],
           fields: Mapping[str, Any]) -> Fresh:
    since = (r["id"] for r in snapshot.all(axis, journey=journey) if r["id"] not in known and " ".join(value(axis, r, "name").split()) == name)
    id = next(since, "")
    return Fresh(axis, id or hash_of([axis, journey, name])[:24], name, tuple(reversed(before)), at, bool(id), fields)


def moved(known: Sequence[str], now: Sequence[str]) -> list[str]:
    """Those that stand elsewhere than before, as few as make the difference: all but the longest sequence that kept its order."""
    rank = {id: at for at, id in enumerate(known)}
    best: list[list[str]] = []
    for id in now:
        best.append([*max((b for b in best if rank[b[-1]] < rank[id]), key=len, default=[]), id])
    stayed = set(max(best, key=len, default=[]))
    return [id for id in now if id not in stayed]


def bare(header: str) -> tuple[str, bool]:
    """The name in a header without the number before it, and whether the phase rests."""
    line = _COUNT.sub("", " ".join(header.split()))
    return _REST.sub("", line), bool(_REST.match(line))


class Rows:
    """The rows of a grid below its headers: where each lies, and the lanes that came in."""

    def __init__(self, snapshot: Snapshot, journey: str, lanes: Mapping[str, str], rows: Mapping[int, Mapping[int, Cell]], hidden: int,
                 phases: Mapping[int, str | None]) -> None:
        self.fresh: list[Fresh] = []
        self.lies: dict[int, Lies] = {}
        self.before: dict[str, tuple[str, ...]] = {}
        """Exported lane, in the order of the copy → what stands above it there, the nearest first."""
        self._snapshot, self._journey, self._rows, self._phases = snapshot, journey, rows, phases
        self._lanes = {id: " ".join(name.split()) for id, name in lanes.items()}
        self._roles = {name: id for id, name in journey_grid.roles(snapshot, journey).items() if id}
        self._keys = {row: journey_grid.read_row_key(cells.get(hidden)) for row, cells in rows.items()}
        self._read()

    def _read(self) -> None:
        heads, last, before = self._heads(), Lies("", "", ""), list[str]()
        for row in sorted(self._rows):
            key, label = self._keys[row], self._label(row)
            own = key is None or key[2] in (PARKED, FREE) or row in heads or label in ("", self._lanes.get(key[0], ""))
            if label and not (key is not None and own) and self._begins(row, label):
                last = self._lane(row, label, before, last.content)
            elif key is not None:
                last = Lies(key[0], key[1], key[2], tuple(key[3]), True, row in heads)
            else:
                last = Lies(last.lane, self._role(row, last), last.content)
            self.lies[row] = last
            if last.content not in (PARKED, FREE, "") and last.lane not in before:
                self.before |= {last.lane: tuple(reversed(before))} if last.lane in self._lanes else {}
                before.append(last.lane)

    def _heads(self) -> set[int]:
        """The row of each exported lane that has its label: a row that was copied brings the lane of its model along."""
        found: dict[str, int] = {}
        for row in sorted(self._rows):
            key = self._keys[row]
            if key is not None and key[0] in self._lanes and (key[0] not in found or self._lanes[key[0]] == self._label(row)):
                found.setdefault(key[0], row)
                if self._label(found[key[0]]) != self._lanes[key[0]]:
                    found[key[0]] = row
        return set(found.values())

    def _label(self, row: int) -> str:
        return " ".join(words(self._rows[row].get(0)).split())

    def _begins(self, row: int, label: str) -> bool:
        """Whether a labelled row is plainly a lane: it adjoins the grid and holds something under a phase, or the grid goes on below it."""
        if len(label) > _LONGEST or label.casefold() in _REMARKS or row - 1 not in self._rows:
            return False
        return any(self._keys[r] is not None for r in self._rows if r > row) or self._filled(row)

    def _filled(self, row: int) -> bool:
        while row in self._rows:
            if any(words(self._rows[row].get(column)) for column, phase in self._phases.items() if phase):
                return True
            row += 1
            if words(self._rows.get(row, {}).get(0)):
                return False
        return False

    def _lane(self, row: int, label: str, before: list[str], above: str) -> Lies:
        known = next((id for id, name in self._lanes.items() if name == label), "")
        if known:  # labels that were filled down
            return Lies(known, self._said(row), self._snapshot.value("lanes", known, "content") or above)
        role = self._said(row)
        fields = {"by_role": True} if role or any(self._said(r) for r in self._under(row)) else {}
        fresh = _fresh(self._snapshot, "lanes", self._journey, self._lanes, label, before, (row, 0), fields)
        self.fresh += [fresh] if fresh.id not in {f.id for f in self.fresh} else []
        return Lies(fresh.id, role, "notes")  # what a copied row names are the notes of its model

    def _under(self, row: int) -> list[int]:
        """The rows below a label that have none."""
        found, at = [], row + 1
        while at in self._rows and self._keys[at] is None and not words(self._rows[at].get(0)):
            found.append(at)
            at += 1
        return found

    def _role(self, row: int, last: Lies) -> str:
        fresh = {f.id for f in self.fresh if f.fields.get("by_role")}
        return (self._said(row) or last.role) if last.lane in fresh else last.role

    def _said(self, row: int) -> str:
        return self._roles.get(words(self._rows[row].get(1)), "")
