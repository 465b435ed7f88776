"""An edited copy of the agreement workbook read back as proposals; nothing changes until they are accepted.

Three ways: every cell is compared with what was exported (the workbook keeps that on a hidden sheet). What differs is a
proposal; where the workspace no longer says what was exported either, it is a conflict, shown with all three.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain import workbook_fields as cells
from fusenapp.domain.clause_text import Cell, parse_operator, parse_value, value_cell
from fusenapp.domain.definition import OPERATORS
from fusenapp.domain.proposal import CONDITION, PLACE, RECORD, Proposal, Proposals, Unreadable, item_of
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.domain.workbook_fields import ADDABLE, FIELDS, SHEET, Spelling, Unfit, same
from fusenapp.errors import InputError
from fusenapp.flows import proposal_grids
from fusenapp.flows.proposal_tables import Found, Kept, Key, Row, Spot, find, kept_of, strange
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.document import Document
    from fusenapp.tables.agreement_sheet import PlainSheet


def is_agreement(path: str | Path) -> bool:
    """Whether a file is an agreement workbook of ours, edited or not; quick enough to ask of every dropped file."""
    from fusenapp.tables.agreement_sheet import has_sheet

    return has_sheet(path, SHEET)


def read(path: str | Path, snapshot: Snapshot, *, workspace: str = "") -> Proposals:
    """What an edited copy asks for.

    Args:
        path: the copy, ``.xlsx``.
        snapshot: the workspace as it is now.
        workspace: its own id, to refuse a copy of another one; empty: not asked.

    Raises:
        InputError: ``not-an-agreement``, ``other-agreement``, ``damaged-agreement``, ``newer-agreement``, and those of
            reading a spreadsheet.
    """
    from fusenapp.tables.agreement_sheet import read_cells

    sheets = read_cells(path)
    kept = kept_of(sheets, str(path))
    theirs = str(kept.meta.get("workspace") or "")
    if workspace and theirs and theirs != workspace:
        raise InputError("other-agreement", str(path))
    found = find(sheets, kept)
    compared = _Compare(snapshot, kept, found)
    compared.all()
    grids = proposal_grids.compare(snapshot, kept, [sheet for sheet in sheets if sheet.name != SHEET])
    for name, used in grids.used.items():
        found.used.setdefault(name, set()).update(used)
    unreadable = compared.unreadable + grids.unreadable + _strange(sheets, found, kept)
    return Proposals(Path(path).name, str(kept.meta.get("at") or ""), (*compared.items, *grids.items), tuple(unreadable))


def accept(document: Document, proposals: Proposals, chosen: list[Proposal] | tuple[Proposal, ...]) -> int:
    """Take chosen proposals over in one step that can be undone; returns how many.

    Raises:
        InputError: as `fusenapp.editing.proposals.accept` does; nothing is changed then.
    """
    from fusenapp.editing import proposals as verbs

    return verbs.accept(document, chosen, proposals.name)


def to_json(snapshot: Snapshot, proposals: Proposals) -> dict[str, Any]:
    """As the command line prints it."""
    return {
        "exported_at": proposals.exported_at,
        "proposals": [{"item": "/".join(item_of(snapshot, p)), "record": f"{p.kind}/{p.id}", "action": p.action, "field": p.field,
                       "was": p.was, "now": p.now, "current": p.current, "conflict": p.conflict, "where": p.place} for p in proposals.items],
        "unreadable": [{"where": u.place, "text": u.text, "reason": u.reason, "message": reason_words(u.reason)} for u in proposals.unreadable],
    }


def reason_words(reason: str) -> str:
    """Why an edit could not be read."""
    return {
        "empty": translate("Proposals", "This may not be empty."),
        "number-needed": translate("Proposals", "A number is needed here."),
        "positive-needed": translate("Proposals", "A number above zero is needed here."),
        "yes-or-no": translate("Proposals", "Write yes or no."),
        "kind-unknown": translate("Proposals", "Write required, points or knock-out."),
        "department-unknown": translate("Proposals", "No department has this name."),
        "operator-unknown": translate("Proposals", "This operator is not known."),
        "value-unfit": translate("Proposals", "This value does not suit the operator."),
        "error-value": translate("Proposals", "The cell shows an error."),
        "not-editable": translate("Proposals", "This cell is not read back; change it in Fusen."),
        "row-unknown": translate("Proposals", "Fusen cannot tell which record this row is."),
        "sheet-missing": translate("Proposals", "The sheet is gone; its records stay as they are."),
        "column-missing": translate("Proposals", "The column is gone; its fields stay as they are."),
        "row-missing": translate("Proposals", "The row is gone; its value stays as it is."),
        "phase-unknown": translate("Proposals", "No phase is told by the header of this column."),
        "level-needed": translate("Proposals", "A number from −2 to +2 is needed here."),
    }.get(reason, reason)


def words_of(proposal: Proposal, proposals: Proposals, snapshot: Snapshot) -> str:
    """The field that a proposal changes, in words."""
    if proposal.kind == "journeys" and proposal.field.startswith("emotion."):
        coming = {p.made: str(p.now["name"]) for p in proposals.items if p.made}
        return proposal_grids.point_name(snapshot, proposal.id, proposal.field, coming)
    return field_words(proposal.kind, proposal.field, snapshot)


def field_words(kind: str, field: str, snapshot: Snapshot) -> str:
    """A field in words, as the workbook heads it."""
    if field.startswith(cells.WORDING + "."):
        return str(snapshot.value("departments", field.split(".", 1)[1], "name") or field)
    told = {
        ("notes", "text"): translate("Proposals", "Words"), ("notes", PLACE): translate("Proposals", "Place"),
        ("notes", "department"): translate("Proposals", "Department in charge"), ("notes", "colour"): translate("Proposals", "Paper"),
        ("journeys", "name"): translate("Proposals", "Name"),
        ("phases", "name"): translate("Proposals", "Phase"), ("phases", PLACE): translate("Proposals", "Place"),
        ("phases", "kind"): translate("Proposals", "Pause"),
        ("lanes", "name"): translate("Proposals", "Lane"), ("lanes", PLACE): translate("Proposals", "Place"),
        ("terms", "name"): translate("Proposals", "Term"), ("terms", "english"): translate("Proposals", "English"),
        ("terms", "agreed"): translate("Proposals", "Agreed wording"), ("terms", "test"): translate("Proposals", "Quantitative test"),
        ("clauses", "field"): translate("Proposals", "Field"), ("clauses", "value"): translate("Proposals", "Value"),
        ("clauses", CONDITION): translate("Proposals", "Operator and value"), ("clauses", "kind"): translate("Proposals", "Kind"),
        ("clauses", "points"): translate("Proposals", "Points"), ("clauses", "department"): translate("Proposals", "Proposed by"),
        ("clauses", "known_at_handover"): translate("Proposals", "Known at hand-over"),
        ("clauses", "muted"): translate("Proposals", "Muted"), ("clauses", "comment"): translate("Proposals", "Comment"),
        ("definitions", "threshold"): translate("Proposals", "Points needed"),
        ("handover", "first_contact_hours"): translate("Proposals", "First contact (hours)"),
        ("handover", "feedback_hours"): translate("Proposals", "Answer from sales (hours)"),
        ("handover", "attempts"): translate("Proposals", "Attempts"), ("handover", "required_fields"): translate("Proposals", "Required fields"),
        ("handover", "recycling"): translate("Proposals", "Coming back"),
        ("reasons", "code"): translate("Proposals", "Code"), ("reasons", "name"): translate("Proposals", "Reason"),
        ("reasons", "destination"): translate("Proposals", "Goes to"), ("reasons", "owner"): translate("Proposals", "Owner"),
        ("reasons", "deadline_days"): translate("Proposals", "Within days"),
        ("reasons", "clause"): translate("Proposals", "Condition in question"),
    }
    return told.get((kind, field), field)


class _Compare:
    """Goes through the rows of a copy and collects what differs."""

    def __init__(self, snapshot: Snapshot, kept: Kept, found: Found) -> None:
        self.snapshot, self.kept, self.found = snapshot, kept, found
        self.spelling = Spelling(snapshot, str(kept.meta.get("language") or "ja"))
        self.items: list[Proposal] = []
        self.unreadable: list[Unreadable] = []

    def all(self) -> None:
        """Changed and added rows in reading order, then what is missing."""
        for row in self.found.rows:
            if row.key[1]:
                self._known(row)
            elif row.key[0] in ADDABLE:
                self._new(row)
            else:
                self._lost(row.place, " ".join(str(s.cell) for s in row.spots.values() if s.cell is not None), "row-unknown")
        self._missing()

    # rows that were exported

    def _known(self, row: Row) -> None:
        fields = self.kept.fields[row.key]
        for name, (shown, was) in fields.items():
            spot = row.spots.get(name)
            if spot is None or name in ("operator", "value"):
                continue
            if not _same_cell(spot.cell, shown):
                self._field(row.key, name, spot, was)
        if "operator" in fields:
            self._condition(row, fields)

    def _field(self, key: Key, name: str, spot: Spot, was: Any) -> None:
        now = self._read(key[0], name, spot)
        if not isinstance(now, Unfit):
            self._propose(key, name, spot.place, was, now, self.snapshot.value(*key, name) if self._there(key) else None)

    def _condition(self, row: Row, fields: Mapping[str, tuple[Cell, Any]]) -> None:
        """Operator and value belong together: a new operator makes one proposal of both."""
        operator, cell = row.spots.get("operator"), row.spots.get("value")
        if operator is None or cell is None:
            return
        (shown, code), (told, was) = fields["operator"], fields["value"]
        changed, moved = not _same_cell(operator.cell, shown), not _same_cell(cell.cell, told)
        if not changed and not moved:
            return
        read = self._tested(operator, cell, code if not changed else None, was, moved)
        if read is None:
            return
        now_operator, now = read
        current = self.snapshot.get(*row.key)
        if now_operator == code:
            self._propose(row.key, "value", cell.place, was, now, value("clauses", current, "value") if current else None)
            return
        both = {n: value("clauses", current, n) for n in ("operator", "value")} if current else None
        self._propose(row.key, CONDITION, operator.place, {"operator": code, "value": was}, {"operator": now_operator, "value": now}, both)

    def _tested(self, operator: Spot, cell: Spot, code: str | None, was: Any, moved: bool) -> tuple[str, Any] | None:
        """The operator and the value that two cells mean; None after noting why they mean none."""
        for spot in (operator, cell):
            if _faulty(spot.cell):
                return self._lost(spot.place, str(spot.cell), "error-value")
        try:
            found = code or parse_operator(operator.cell)
        except KeyError:
            return self._lost(operator.place, _told(operator.cell), "operator-unknown")
        try:
            if not moved and code is not None:
                return found, was
            return found, parse_value(found, cell.cell if moved or OPERATORS[found] != "none" else None, was)
        except (ValueError, KeyError, TypeError):
            return self._lost(cell.place, _told(cell.cell), "value-unfit")

    def _propose(self, key: Key, name: str, place: str, was: Any, now: Any, current: Any) -> None:
        if same(now, was) or (self._there(key) and same(now, current)):
            return
        conflict = not self._there(key) or not same(current, was)
        texts = (self._shown(key[0], name, was), self._shown(key[0], name, now), self._shown(key[0], name, current))
        self.items.append(Proposal("change", *key, name, was, now, current, conflict, place, texts))

    # rows that are new or gone

    def _new(self, row: Row) -> None:
        """A row without a record: everything in it must be readable."""
        kind = row.key[0]
        fields: dict[str, Any] = {}
        for name, spot in row.spots.items():
            if name in ("operator", "value") or (spot.cell is None and name not in _NEEDED[kind]):
                continue
            now = self._read(kind, name, spot)
            if isinstance(now, Unfit):
                return
            fields[name] = now
        if kind == "clauses":
            read = self._tested(row.spots["operator"], row.spots["value"], None, None, True) if {"operator", "value"} <= set(row.spots) else None
            if read is None:
                return
            fields["operator"], fields["value"] = read
        if not self._has(kind, fields, row):
            told = self._shown(kind, RECORD, fields)
            self.items.append(Proposal("add", kind, self._parent(row), RECORD, None, fields, None, False, row.place, ("", told, "")))

    def _has(self, kind: str, fields: Mapping[str, Any], row: Row) -> bool:
        """Whether the workspace already has such a record: the copy was read before."""
        parent = {"parent": self._parent(row)} if kind == "clauses" else {}
        exported = {id for k, id in self.kept.fields if k == kind}
        return any(all(same(v, value(kind, r, name)) for name, v in fields.items())
                   for r in self.snapshot.all(kind, **parent) if r["id"] not in exported)

    def _parent(self, row: Row) -> str:
        """The group of a new clause: that of the row above, else the first of its definition."""
        if row.key[0] != "clauses":
            return ""
        if row.above and (record := self.snapshot.get(*row.above)):
            return str(value("clauses", record, "parent"))
        near = [r for r in self.found.rows if r.sheet == row.sheet and r.key[0] == "clauses" and r.key[1]]
        definitions = {self.snapshot.value("clauses", r.key[1], "definition") for r in near}
        named = [parent for sheet, kind, parent in self.kept.tables if kind == "clauses" and
                 (sheet == row.sheet or self.snapshot.value("groups", parent, "definition") in definitions)]
        return next(iter(named), "")

    def _missing(self) -> None:
        """Rows that are gone are removals; where the whole sheet or table is gone, nothing is proposed."""
        seen = {row.key for row in self.found.rows}
        gone = [key for key in self.kept.fields if key not in seen]
        left = {(kind, self.kept.sheets[kind, id]) for kind, id in self.kept.fields if (kind, id) in seen}
        for key in gone:
            if key[0] not in ADDABLE or ((key[0], self.kept.sheets[key]) not in left and not self._table_there(key)):
                self._once(self.kept.sheets[key], "sheet-missing" if key[0] in ADDABLE else "row-missing")
                continue
            self._removed(key)
        for kind in ADDABLE:
            expected = {name for (k, _), fields in self.kept.fields.items() if k == kind for name in fields}
            for name in sorted(expected - self.found.columns.get(kind, expected)):
                self._once(f"{field_words(kind, name, self.snapshot)}", "column-missing")

    def _table_there(self, key: Key) -> bool:
        """Whether the table of a record is still in the copy though all its rows are gone."""
        return key[0] != "clauses" and key[0] in self.found.columns

    def _removed(self, key: Key) -> None:
        if not self._there(key):
            return
        was = {name: v for name, (_, v) in self.kept.fields[key].items()}
        current = {name: self.snapshot.value(*key, name) for name in was}
        conflict = any(not same(current[name], v) for name, v in was.items())
        texts = (self._shown(key[0], RECORD, was), "", self._shown(key[0], RECORD, current))
        self.items.append(Proposal("remove", *key, RECORD, was, None, current, conflict, self.kept.sheets[key], texts))

    # cells

    def _read(self, kind: str, name: str, spot: Spot) -> Any:
        """The value of a cell; an `Unfit` after noting why there is none."""
        try:
            if _faulty(spot.cell):
                raise Unfit("error-value")
            return self.spelling.read(kind, name, spot.cell)
        except Unfit as error:
            self._lost(spot.place, _told(spot.cell), error.reason)
            return error

    def _there(self, key: Key) -> bool:
        return self.snapshot.get(*key) is not None or key[0] == "handover"

    def _lost(self, place: str, text: str, reason: str) -> None:
        self.unreadable.append(Unreadable(place, text, reason))

    def _once(self, place: str, reason: str) -> None:
        if not any(u.place == place and u.reason == reason for u in self.unreadable):
            self._lost(place, "", reason)

    def _shown(self, kind: str, name: str, found: Any) -> str:
        """A value in words, in the language in use."""
        from fusenapp.i18n import language

        spelling = replace(self.spelling, language=language())
        if found is None:
            return ""
        if name == CONDITION:
            return _condition_words(found, spelling.language)
        if name == "value":
            return _told(_value_words(found, spelling.language))
        if name == RECORD:
            keep = [n for n in FIELDS[kind] if n in found and n not in ("operator", "value") and not same(found[n], None)]
            told = [_told(spelling.write(kind, n, found[n])) for n in keep if cells.spelling_of(kind, n) not in ("flag", "mark", "kind")]
            return " ".join([*told[:1], *([_condition_words(found, spelling.language)] if "operator" in found else []), *told[1:]])
        told = spelling.write(kind, name, found)
        return translate("Proposals", "not muted") if name == "muted" and not found else _told(told)


_NEEDED = {"terms": ("name",), "clauses": ("field",), "reasons": ("code", "name")}


def _condition_words(found: Mapping[str, Any], language: str) -> str:
    from fusenapp.domain.clause_text import operator_text

    told = _told(value_cell(found["operator"], found["value"], language))
    return f"{operator_text(found['operator'], language)} {told}".strip()


def _value_words(found: Any, language: str) -> Cell:
    if isinstance(found, Mapping):
        return value_cell("within-days" if "days" in found else "increased", found, language)
    return value_cell("one-of", found, language) if isinstance(found, (list, tuple)) else value_cell("=", found, language)


def _told(cell: Cell) -> str:
    """A cell as people see it."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return f"{cell:,}"
    return "" if cell is None else str(cell)


def _same_cell(cell: Cell, shown: Cell) -> bool:
    """Whether a cell still holds what was exported; programs save 24 as 24.0 and change line breaks."""
    if isinstance(cell, (int, float)) and isinstance(shown, (int, float)) and not isinstance(cell, bool) and not isinstance(shown, bool):
        return abs(cell - shown) <= 1e-9 * max(abs(cell), abs(shown), 1)
    one, other = (cells.tidy(c) if isinstance(c, str) else c for c in (cell, shown))
    return (one or None) == (other or None) if isinstance(one, str) or isinstance(other, str) else one == other


def _faulty(cell: Cell) -> bool:
    from fusenapp.tables.agreement_sheet import CellFault

    return isinstance(cell, CellFault)


def _strange(sheets: list[PlainSheet], found: Found, kept: Kept) -> list[Unreadable]:
    """Edits in cells that are not read back; the sheet for pasting leads is the user's own."""
    from fusenapp.export.kept import digest

    return [Unreadable(spot.place, _told(spot.cell), "not-editable") for spot in strange(sheets, found, kept, digest)]
