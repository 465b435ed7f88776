"""Workshops: what is covered for whom, how votes are counted, what the timer says, what was decided.

Several records of a kind may be open at once where two copies began one each; the latest to begin counts, and ending ends all.

**Covering.** While a private pass is open, a note that was made in it is read by its department alone; others see a blank paper.
Votes of an open round are read by those who gave them. `Cover` makes the snapshot that a viewer may read; everything that shows,
searches or exports reads through it. The file itself holds all of it: a cover is a courtesy between people in one room, no lock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fusenapp.domain.snapshot import Record, Snapshot, family, value

TIMER: Final = "timer"
PRESETS: Final = (3, 5, 10, 15)
"""Minutes that a timer offers."""
LONGEST: Final = 240
FEWEST_VOTES, MOST_VOTES = 1, 20

COVERED: Final = "covered"
"""A field that only `Cover` writes, on the blank papers that it shows: the reading side's, never stored."""

Viewer = tuple[str, str]
"""(department, person) who looks; `NOBODY` where everybody may look: a projector, a file that is handed out."""

NOBODY: Final[Viewer] = ("", "")

_OPEN_FACE: Final = ("id", "parent", "phase", "lane", "role", "field", "order", "colour", "department", "x", "y", "width", "height",
                     "private", "created")
"""What may be known of a covered note: where it lies and whose it is."""


# ---- what is open


def current_workshop(snapshot: Snapshot) -> Record | None:
    """The workshop under way."""
    return _latest(r for r in snapshot.all("workshops") if not r.get("ended"))


def open_passes(snapshot: Snapshot) -> list[str]:
    """Ids of the private passes that nobody revealed yet."""
    return [record["id"] for record in snapshot.records.get("passes", {}).values() if not record.get("revealed")]


def current_pass(snapshot: Snapshot) -> Record | None:
    """The private pass under way."""
    return _latest(r for r in snapshot.all("passes") if not r.get("revealed"))


def current_round(snapshot: Snapshot, parent: str) -> Record | None:
    """The vote on a journey or a set of personas: open, or revealed and not yet put away."""
    return _latest(r for r in snapshot.all("rounds", parent=parent) if not r.get("closed"))


def rounds(snapshot: Snapshot, parent: str) -> list[Record]:
    """All votes there have been, the latest first."""
    return sorted(snapshot.all("rounds", parent=parent), key=lambda r: (r.get("started") or "", r["id"]), reverse=True)


def is_open(round: Record) -> bool:
    """True while votes are cast and hidden."""
    return not round.get("revealed") and not round.get("closed")


def _latest(records: Iterable[Record]) -> Record | None:
    return max(records, key=lambda r: (r.get("started") or "", r["id"]), default=None)


# ---- covering


def is_covered(note: Record, open_: Iterable[str], viewer: Viewer) -> bool:
    """True if a note was made in one of the open passes by another department than the viewer's."""
    private = note.get("private")
    return bool(private) and private[0] in open_ and (private[1] != viewer[0] or not viewer[0])


def blank(note: Record) -> Record:
    """What others may know of a covered note."""
    return {**{name: note[name] for name in _OPEN_FACE if name in note}, "text": "", COVERED: True}


class Cover:
    """Reads for one viewer after the other; keeps what it covered, so that unchanged notes stay the same objects."""

    def __init__(self) -> None:
        self._blanks: dict[str, tuple[Record, Record]] = {}
        self._last: tuple[Snapshot, Viewer, Snapshot] | None = None

    def view(self, snapshot: Snapshot, viewer: Viewer) -> Snapshot:
        """The snapshot as the viewer may read it; the same object where nothing is covered."""
        passes, polls = open_passes(snapshot), _open_rounds(snapshot)
        if not passes and not polls:
            self._blanks.clear()
            self._last = None
            return snapshot
        if self._last is None or self._last[0] is not snapshot or self._last[1] != viewer:
            self._last = snapshot, viewer, self._make(snapshot, viewer, frozenset(passes), polls)
        return self._last[2]

    def note(self, note: Record | None, snapshot: Snapshot, viewer: Viewer) -> Record | None:
        """One note as the viewer may read it."""
        if note is None or not note.get("private") or not is_covered(note, open_passes(snapshot), viewer):
            return note
        return self._blank(note)

    def _make(self, snapshot: Snapshot, viewer: Viewer, passes: frozenset[str], polls: frozenset[str]) -> Snapshot:
        records: dict[str, Mapping[str, Record]] = dict(snapshot.records)
        if passes:
            records["notes"] = {id: self._blank(note) if is_covered(note, passes, viewer) else note
                                for id, note in snapshot.records.get("notes", {}).items()}
        if polls:
            records["ballots"] = {id: ballot for id, ballot in snapshot.records.get("ballots", {}).items()
                                  if ballot.get("round") not in polls or _own(ballot, viewer)}
        return Snapshot(records)

    def _blank(self, note: Record) -> Record:
        known = self._blanks.get(note["id"])
        if known is None or known[0] is not note:
            known = self._blanks[note["id"]] = note, blank(note)
        return known[1]


def covered_notes(view: Snapshot) -> frozenset[str]:
    """Ids of the notes that are blank in a view that `Cover` made."""
    if not open_passes(view):
        return frozenset()
    return frozenset(id for id, note in view.records.get("notes", {}).items() if note.get(COVERED))


def for_everybody(snapshot: Snapshot) -> Snapshot:
    """What may leave the house: covered for all, own notes and votes too."""
    return Cover().view(snapshot, NOBODY)


def without_private(snapshot: Snapshot) -> Snapshot:
    """Without the notes of open passes at all: for comparing copies, where a blank paper would look like a difference."""
    passes = open_passes(snapshot)
    if not passes:
        return snapshot
    kept = {id: note for id, note in snapshot.records.get("notes", {}).items() if not is_covered(note, passes, NOBODY)}
    return Snapshot({**snapshot.records, "notes": kept})


def _open_rounds(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(r["id"] for r in snapshot.records.get("rounds", {}).values() if is_open(r))


def _own(ballot: Record, viewer: Viewer) -> bool:
    return (ballot.get("department") or "", ballot.get("person") or "") == viewer and viewer != NOBODY


# ---- votes


@dataclass(frozen=True)
class Place:
    """A note in the result of a vote: its rank (equal votes share one), votes in all and by department."""

    rank: int
    note: str
    votes: int
    departments: Mapping[str, int]


def ballot_id(round: str, viewer: Viewer) -> str:
    """The id of a voter's ballot: two windows of one person write on one ballot."""
    return "\x1f".join((round, *viewer)).encode().hex()


def votes_by_note(snapshot: Snapshot, round: str) -> dict[str, dict[str, int]]:
    """Note → department → votes, of the ballots that the snapshot shows."""
    found: dict[str, dict[str, int]] = {}
    for ballot in snapshot.all("ballots", round=round):
        department = ballot.get("department") or ""
        for note, votes in family(ballot, "votes").items():
            if votes > 0 and snapshot.get("notes", note) is not None:
                counts = found.setdefault(note, {})
                counts[department] = counts.get(department, 0) + int(votes)
    return found


def dots(view: Snapshot, parent: str) -> dict[str, dict[str, int]] | None:
    """The votes to draw on notes, by note and department: of the vote under way, as far as the view shows them; None without one."""
    round = current_round(view, parent)
    return votes_by_note(view, round["id"]) if round is not None else None


def tally(snapshot: Snapshot, round: str) -> list[Place]:
    """The result, most votes first; notes with equally many share a rank and stand in the order of the board."""
    counted = votes_by_note(snapshot, round)
    notes = sorted(counted, key=lambda id: (-sum(counted[id].values()), snapshot.value("notes", id, "order") or "", id))
    totals = [sum(counted[id].values()) for id in notes]
    return [Place(1 + totals.index(votes), id, votes, counted[id]) for id, votes in zip(notes, totals, strict=True)]


def votes_left(snapshot: Snapshot, round: Record, viewer: Viewer) -> int:
    """Votes that a voter still has: their own, or their department's together. Below 0 where copies met that gave more."""
    mine = [b for b in snapshot.all("ballots", round=round["id"], department=viewer[0])
            if value("rounds", round, "each") == "department" or b.get("person") == viewer[1]]
    return int(value("rounds", round, "votes")) - sum(int(n) for b in mine for n in family(b, "votes").values() if n > 0)


def turnout(snapshot: Snapshot, round: str) -> dict[str, int]:
    """Department → votes given; the one thing that may be known of an open round. Read it from the whole document."""
    found: dict[str, int] = {}
    for ballot in snapshot.all("ballots", round=round):
        given = sum(int(n) for n in family(ballot, "votes").values() if n > 0)
        found[ballot.get("department") or ""] = found.get(ballot.get("department") or "", 0) + given
    return {department: given for department, given in found.items() if given}


# ---- the timer


@dataclass(frozen=True)
class Timer:
    """A countdown: seconds in all, seconds left (below 0: over since), whether it runs."""

    seconds: int
    left: float
    runs: bool
    label: str = ""

    @property
    def over(self) -> bool:
        """True once the time is up."""
        return self.left <= 0


def timer(snapshot: Snapshot, now: dt.datetime) -> Timer | None:
    """The timer at a moment (with offset), or None if there is none."""
    record = snapshot.get("timers", TIMER)
    if record is None:
        return None
    seconds, label, ends = int(value("timers", record, "seconds") or 0), value("timers", record, "label"), value("timers", record, "ends")
    if ends:
        return Timer(seconds, (dt.datetime.fromisoformat(ends) - now).total_seconds(), True, label)
    left = value("timers", record, "left")
    return None if left is None else Timer(seconds, float(left), False, label)


def clock(seconds: float) -> str:
    """Minutes and seconds as ``4:05``, rounded up so that 5:00 is the first thing shown; 0:00 once it is over."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


# ---- what was decided


def decisions(snapshot: Snapshot, workshop: str | None = None) -> list[Record]:
    """What was decided, in order; of one workshop, or all."""
    return snapshot.all("decisions") if workshop is None else snapshot.all("decisions", workshop=workshop)


def meetings(snapshot: Snapshot) -> list[Record]:
    """The workshops there have been, the latest first."""
    return sorted(snapshot.all("workshops"), key=lambda r: (r.get("started") or "", r["id"]), reverse=True)


def subject(snapshot: Snapshot, decision: Record) -> str:
    """The words of the note that a decision is about; empty if there is none, or it is covered or gone."""
    item: Any = decision.get("item")
    return (snapshot.value(item[0], item[1], "text") or "").strip() if item and item[0] == "notes" else ""
