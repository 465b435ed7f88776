"""Which fields of which records stand in the agreement workbook and may be edited there, and how a cell spells them.

The writer (`export`) and the reader (`flows.proposals`) share this, so that what one writes the other understands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fusenapp.domain.clause_text import Cell, number, plain_number
from fusenapp.domain.departments import SHAPE_MARKS
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.domain.wording import Wording

SHEET = "_fusen"
"""Name of the hidden sheet that keeps what was exported."""
FORMAT = 1
ID = "@id"
"""In a hidden row above a table: the column of ids. The other cells of that row name the fields of their columns."""
FACT = "@"
"""Begins the id of a row that holds one field: label, then value."""

FIELDS: dict[str, dict[str, str]] = {
    "terms": {"name": "line!", "english": "line", "agreed": "text", "test": "text"},
    "clauses": {"field": "line!", "operator": "operator", "value": "value", "kind": "kind", "points": "number", "department": "department",
                "known_at_handover": "flag", "muted": "mark", "comment": "text"},
    "definitions": {"threshold": "threshold"},
    "handover": {"first_contact_hours": "positive", "feedback_hours": "positive", "attempts": "positive", "required_fields": "list",
                 "recycling": "text"},
    "reasons": {"code": "line!", "name": "line!", "destination": "line", "owner": "department", "deadline_days": "number", "clause": "line"},
}
"""Kind → field → how it is spelt; ``!``: may not be empty."""
WORDING = "wording"
"""Fields of this family of a term stand in the workbook too, one per department."""

ADDABLE = ("terms", "clauses", "reasons")
"""Kinds of which a copy may add and remove records."""

KIND_WORDS = {"required": Wording("必須", "Required"), "points": Wording("加点", "Points"), "knock-out": Wording("除外", "Knock-out")}
MUTED = Wording("休止", "Muted")
AXIS_WORDS = {"fit": Wording("適合", "Fit"), "interest": Wording("関心", "Interest")}
_FLAGS = {"はい": True, "いいえ": False, "yes": True, "no": False, "true": True, "false": False, "○": True, "〇": True, "×": False,
          "1": True, "0": False, "有": True, "無": False}
_NOTHING = ("", "-", "—", "–", "－", "ー", "なし", "none")


class Unfit(ValueError):
    """What stands in a cell cannot be this field; ``reason`` is the code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Spelling:
    """Writes and reads the fields of one workspace in one language."""

    snapshot: Snapshot
    language: str

    def write(self, kind: str, field: str, found: Any) -> Cell:
        """What stands in the cell of a field."""
        how = spelling_of(kind, field)
        if how == "flag":
            return _yes_no(bool(found), self.language)
        if how == "mark":
            return MUTED.to(self.language) if found else ""
        if how == "kind":
            return KIND_WORDS[found].to(self.language) if found in KIND_WORDS else str(found or "")
        if how == "department":
            return self._department(found)
        if how == "threshold":
            return self._threshold(found)
        if how == "list":
            return ("、" if self.language == "ja" else ", ").join(found or ())
        return found if how in ("number", "positive") else str(found or "")

    def read(self, kind: str, field: str, cell: Cell) -> Any:
        """The value that a cell means.

        Raises:
            Unfit: it means none.
        """
        how = spelling_of(kind, field)
        if how.endswith("!") and _blank(cell):
            raise Unfit("empty")
        reader = {"flag": _flag, "mark": _mark, "kind": _kind, "department": self._department_id, "threshold": _threshold, "list": _columns,
                  "number": _number, "positive": _positive}.get(how.rstrip("!"), _text if how == "text" else _line)
        return reader(cell)

    def _department(self, id: str | None) -> str:
        record = self.snapshot.get("departments", id or "")
        if record is None:
            return ""
        return f"{SHAPE_MARKS.get(value('departments', record, 'shape'), '')} {value('departments', record, 'name')}".strip()

    def _department_id(self, cell: Cell) -> str:
        text = _line(cell)
        if text.casefold() in _NOTHING:
            return ""
        wanted = _bare(text)
        for record in self.snapshot.all("departments"):
            if wanted in {_bare(str(n)) for n in (record["id"], record.get("name", ""), record.get("short", "")) if n}:
                return record["id"]
        raise Unfit("department-unknown")

    def _threshold(self, found: Any) -> Cell:
        if not isinstance(found, Mapping):
            return found
        words = [f"{AXIS_WORDS[axis].to(self.language) if axis in AXIS_WORDS else axis} {plain_number(n)}" for axis, n in found.items()]
        return ("、" if self.language == "ja" else ", ").join(words)


def spelling_of(kind: str, field: str) -> str:
    """How a field is spelt; empty if the workbook does not have it."""
    if kind == "terms" and field.startswith(WORDING + "."):
        return "text"
    return FIELDS.get(kind, {}).get(field, "")


def fields_of(kind: str, record: Record) -> dict[str, Any]:
    """The fields of a record that stand in the workbook, with their values."""
    found = {name: value(kind, record, name) for name in FIELDS[kind]}
    return found | ({f"{WORDING}.{k}": v for k, v in family(record, WORDING).items()} if kind == "terms" else {})


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: blanks alike, lists by their items, texts without blanks at line ends."""
    return _settled(one) == _settled(other)


def tidy(text: str) -> str:
    """A text as cells keep it: one kind of line break, no blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")).strip()


def _settled(found: Any) -> Any:
    if isinstance(found, str):
        return tidy(found) or None
    if isinstance(found, Mapping):
        return {k: _settled(v) for k, v in found.items()}
    return [_settled(v) for v in found] or None if isinstance(found, (list, tuple)) else found


def _yes_no(found: bool, language: str) -> str:
    return ("はい" if found else "いいえ") if language == "ja" else ("Yes" if found else "No")


def _blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _text(cell: Cell) -> str:
    return tidy(_plain(cell))


def _line(cell: Cell) -> str:
    return " ".join(_plain(cell).split())


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return plain_number(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else str(cell)


def _bare(text: str) -> str:
    """A name without the mark before it, blanks, width and case."""
    folded = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    return folded.lstrip("".join(SHAPE_MARKS.values()))


def _number(cell: Cell) -> int | float | None:
    if (isinstance(cell, str) and cell.strip().casefold() in _NOTHING) or cell is None:
        return None
    if isinstance(cell, bool):
        raise Unfit("number-needed")
    try:
        return number(str(cell)) if isinstance(cell, str) else cell
    except ValueError as error:
        raise Unfit("number-needed") from error


def _positive(cell: Cell) -> int | float:
    found = _number(cell)
    if found is None or found <= 0:
        raise Unfit("positive-needed")
    return found


def _flag(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    try:
        return _FLAGS[unicodedata.normalize("NFKC", _line(cell)).casefold()]
    except KeyError as error:
        raise Unfit("yes-or-no") from error


def _mark(cell: Cell) -> bool:
    text = _line(cell) if not isinstance(cell, bool) else ""
    if _bare(text) in (_bare(MUTED.ja), _bare(MUTED.en)):
        return True
    return False if text.casefold() in _NOTHING and not isinstance(cell, bool) else _flag(cell)


def _kind(cell: Cell) -> str:
    wanted = _bare(_line(cell))
    for kind, wording in KIND_WORDS.items():
        if wanted in (kind, _bare(wording.ja), _bare(wording.en)):
            return kind
    raise Unfit("kind-unknown")


def _columns(cell: Cell) -> list[str]:
    parts = _plain(cell).replace("、", ",").replace("\n", ",").replace("，", ",").split(",")
    return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def _threshold(cell: Cell) -> Any:
    if not isinstance(cell, str) or cell.strip().casefold() in _NOTHING:
        return _number(cell)
    parts = cell.replace("、", ",").split(",")
    by_axis = {axis: part for part in parts for axis, wording in AXIS_WORDS.items()
               if _bare(part).startswith((_bare(wording.ja), _bare(wording.en)))}
    if not by_axis or len(by_axis) != len(parts):
        return _number(cell)
    return {axis: _number(_bare(part).removeprefix(_bare(AXIS_WORDS[axis].ja)).removeprefix(_bare(AXIS_WORDS[axis].en)))
            for axis, part in by_axis.items()}
