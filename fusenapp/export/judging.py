"""The sheet on which pasted leads are judged by live formulas, and the hidden one that reckons for it.

A lead list is pasted with its headers; columns are found by name. The hidden sheet has, per lead, a cell for every
column that the definitions read, for every condition (1, 0 or empty: unknown), for every group, and for whether the
condition decided. No formula is volatile: the reference day is a cell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from fusenapp.domain import definition
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.errors import InputError
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet, clean
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate
from fusenapp.qualify import phrase
from fusenapp.qualify.formula_clauses import literal
from fusenapp.qualify.formulas import clause_formula, fits, group_formula, verdict_formula
from fusenapp.qualify.predicates import VALUE_TYPES
from fusenapp.qualify.shape import knock_outs, pointed, required

ROWS = 1_000
"""Leads that can be pasted."""
COLUMNS = 120
"""Columns that a pasted list may have."""
HEAD = 6
"""Row (counted from 0) of the headers on the sheet where leads are pasted; the hidden sheet uses the same rows."""
_DAY = "$C$3"
_JOIN = "、"

_EMPTY: Any = ""  # the library takes texts as saved values, whatever its hints say
_MODELS = (1_040_117, 1_030_207)

Formula = Callable[[int], str]
"""Row (counted from 1, as Excel does) → formula."""


@dataclass
class _Block:
    """The columns of one definition on the hidden sheet."""

    definition: Definition
    cells: dict[str, int] = field(default_factory=dict)
    verdict: int = 0
    said: int = 0


def judged(source: ExportSource) -> list[Definition]:
    """The definitions that the sheet judges by: those of the workbook that ask for something and can be run."""
    known = definition.all_from_snapshot(source.snapshot)
    wanted = [known[id] for kind, id in source.items if kind == "definitions" and id in known]
    return [d for d in wanted if _runs(d, known)]


def write_judging(book: Book, source: ExportSource) -> None:
    """Both sheets."""
    rules = judged(source)
    front = book.sheet(words.sheet_names()["judging"], _widths(rules), paper="A3")
    names = words.sheet_names()
    back = book.plain(names["judging-cells"])
    back.hide()
    first = 1 + 2 * len(rules)
    cells = _Cells(source, names["judging"], first)
    blocks = [cells.block(rule) for rule in rules]
    for column, (head, formula) in enumerate(cells.columns):
        back.write_string(HEAD, column, clean(head))
        if head in cells.found:
            back.write_formula(HEAD - 1, column, clean(cells.found[head]), None, _EMPTY)
        for row, told in enumerate(_filled(formula), HEAD + 1):
            back.write_formula(row, column, told, None, _EMPTY)
    _front(front, source, rules, blocks, cells, first)
    book.kept.forget(front.name)


def _filled(formula: Formula) -> Iterator[str]:
    """The formula of every lead; written once and then renumbered, which is far quicker."""
    rows = range(HEAD + 2, HEAD + 2 + ROWS)
    model, other = (clean(formula(row)) for row in _MODELS)
    first, second = map(str, _MODELS)
    if model.replace(first, second) != other:  # a text in the formula has that very number in it
        yield from (clean(formula(row)) for row in rows)
        return
    parts = model.split(first)
    yield from (str(row).join(parts) for row in rows)


def _front(sheet: Sheet, source: ExportSource, rules: list[Definition], blocks: list[_Block], cells: _Cells, first: int) -> None:
    """Verdicts at the left, the pasted list beside them."""
    sheet.page.set_row(0, 34)
    sheet.text(0, 0, translate("Export", "Judge leads"), "title")
    told = translate("Export", "Paste a lead list with its headers into cell {cell}; verdicts appear at the left, for {rows} leads.")
    sheet.text(1, 0, told.format(cell=f"{xl_col_to_name(first)}{HEAD + 1}", rows=f"{ROWS:,}"), "subtitle")
    sheet.merge(2, 0, 2, 1, translate("Export", "Reference day"), "label")
    sheet.page.write_datetime(2, 2, _day(source.as_of), sheet.book.style("cell", num_format="yyyy/mm/dd"))
    sheet.merge(3, 0, 3, 1, translate("Export", "Columns not found"), "label")
    missing = cells.missing(first)
    sheet.formula(3, 2, clean(missing), "—", "strong")
    _counts(sheet, rules)
    heads = [translate("Export", "No.")]
    for rule in rules:
        heads += [words.kind_name(("definitions", rule.id)), translate("Export", "Deciding conditions")]
    for column, head in enumerate(heads):
        sheet.text(HEAD, column, head, "head")
    for column, name in enumerate(cells.fields, first):
        sheet.text(HEAD, column, name, "label", align="center")
    sheet.page.set_row(HEAD, 30)
    _verdicts(sheet, blocks, first)
    sheet.page.freeze_panes(HEAD + 1, first)
    sheet.page.repeat_rows(HEAD)
    sheet.page.print_area(0, 0, HEAD + 40, first + max(len(cells.fields), 3) - 1)


def _verdicts(sheet: Sheet, blocks: list[_Block], first: int) -> None:
    """One row a lead: verdict and deciding conditions of every definition; nothing beside an empty row."""
    back = words.sheet_names()["judging-cells"]
    match, no_match, unknown = (literal(label) for label in labels())
    centre, weak = sheet.book.style("centre"), sheet.book.style("weak")
    last = xl_col_to_name(first + COLUMNS - 1)
    for index in range(ROWS):
        row = HEAD + 2 + index
        empty = f"COUNTA(${xl_col_to_name(first)}{row}:${last}{row})=0"
        sheet.page.write_number(row - 1, 0, index + 1, centre)
        for at, block in enumerate(blocks):
            verdict = f"'{back}'!${xl_col_to_name(block.verdict)}{row}"
            said = f"'{back}'!${xl_col_to_name(block.said)}{row}"
            sheet.page.write_formula(row - 1, 1 + 2 * at, f'=IF({empty},"",IF({verdict}=1,{match},IF({verdict}="",{unknown},{no_match})))',
                                     centre, _EMPTY)
            sheet.page.write_formula(row - 1, 2 + 2 * at, f'=IF({empty},"",{said})', weak, _EMPTY)


def _counts(sheet: Sheet, rules: list[Definition]) -> None:
    """How many match, do not, and cannot be told."""
    for at, _ in enumerate(rules):
        column = 1 + 2 * at
        name = xl_col_to_name(column)
        area = f"${name}${HEAD + 2}:${name}${HEAD + 1 + ROWS}"
        parts = [f'{literal(label + " ")}&COUNTIF({area},{literal(label)})' for label in labels()]
        told = "　".join(f"{label} 0" for label in labels())
        sheet.formula(4, column, "=" + '&"　"&'.join(parts), told, "subtitle")


def labels() -> tuple[str, str, str]:
    """Match, no match and unknown in words."""
    return translate("Export", "Match"), translate("Export", "No match"), translate("Export", "Not enough information")


class _Cells:
    """The columns of the hidden sheet, in the order in which they are added."""

    def __init__(self, source: ExportSource, front: str, first: int) -> None:
        self.source = source
        self.front = front
        self.area = f"${xl_col_to_name(first)}", f"${xl_col_to_name(first + COLUMNS - 1)}"
        self.known = definition.all_from_snapshot(source.snapshot)
        self.columns: list[tuple[str, Formula]] = []
        self.found: dict[str, str] = {}
        self.fields: list[str] = []
        self.blocks: dict[str, _Block] = {}
        self._field_at: dict[str, int] = {}

    def block(self, rule: Definition) -> _Block:
        """The columns of a definition, those that it includes first."""
        if rule.id in self.blocks:
            return self.blocks[rule.id]
        for ref in definition.includes(rule):
            if ref in self.known:
                self.block(self.known[ref])
        block = self.blocks[rule.id] = _Block(rule)
        for name in _reads(rule):
            self._field(name)
        for member in definition.conditions(rule.root, muted=False):
            block.cells[member.id] = self._condition(rule, member)
        for group in _groups(required(rule.root)):
            block.cells[group.id] = self._add(f"{rule.id} {group.id}", lambda row, g=group: group_formula(g, self._result(block, row)))
        block.verdict = self._add(rule.id, lambda row: self._verdict(rule, block, row))
        block.said = self._said(block)
        return block

    def missing(self, first: int) -> str:
        """The columns that the pasted list does not have, as one formula."""
        back = words.sheet_names()["judging-cells"]
        parts = [f"IF('{back}'!${xl_col_to_name(self._field_at[name])}${HEAD}=0,{literal(name + _JOIN)},\"\")" for name in self.fields]
        told = "&".join(parts) or '""'
        return f'=IF(LEN({told})=0,"—",LEFT({told},LEN({told})-1))'

    def _field(self, name: str) -> None:
        if name in self._field_at:
            return
        head = f"→ {name}"
        self.fields.append(name)
        at = self._field_at[name] = self._add(head, lambda row: self._read(name, at, row))
        self.found[head] = "=" + self._search(name)

    def _search(self, name: str) -> str:
        """The number of the column under this header: as it is, with upper levels before it, or by its last level."""
        area = f"'{self.front}'!{self.area[0]}${HEAD + 1}:{self.area[1]}${HEAD + 1}"
        last = name.rsplit("›", 1)[-1]
        tries = [name, f"*›{name}", *([last, f"*›{last}"] if last != name else [])]
        told = "0"
        for text in reversed(tries):
            sought = literal(text if text.startswith("*›") and text != name else _tame(text))
            told = f"IFERROR(MATCH({sought},{area},0),{told})"
        return told

    def _read(self, name: str, at: int, row: int) -> str:
        """The value of a lead in a column: empty where there is none, a number where a text is one."""
        column = xl_col_to_name(at)
        value = f"INDEX('{self.front}'!{self.area[0]}{row}:{self.area[1]}{row},1,${column}${HEAD})"
        type = VALUE_TYPES.get(self.source.types.get(name) or "text")
        found = f"IFERROR(VALUE({value}),{value})" if type in ("number", "date") else value
        return f'=IF(${column}${HEAD}=0,"",IF({value}="","",{found}))'

    def _condition(self, rule: Definition, member: Clause | Include) -> int:
        if isinstance(member, Include):
            inner = self.blocks[member.ref].verdict
            return self._add(f"{rule.id} {member.id}", lambda row: f"=${xl_col_to_name(inner)}{row}")
        return self._add(f"{rule.id} {member.id}", lambda row: clause_formula(member, self._cell(row), self.source.types, self._today()))

    def _today(self) -> str:
        return f"='{self.front}'!{_DAY}"

    def _cell(self, row: int) -> Callable[[str], str]:
        return lambda name: f"${xl_col_to_name(self._field_at[name])}{row}"

    def _result(self, block: _Block, row: int) -> Callable[[str], str]:
        return lambda id: f"${xl_col_to_name(block.cells[id])}{row}"

    def _verdict(self, rule: Definition, block: _Block, row: int) -> str:
        return verdict_formula(rule, self._result(block, row), self._cell(row), labels=None, as_of=self._today())

    def _add(self, head: str, formula: Formula) -> int:
        self.columns.append((head, formula))
        return len(self.columns) - 1

    def _said(self, block: _Block) -> int:
        """The deciding conditions in words: a column each, then one that joins them."""
        parts = [self._add(f"{block.definition.id} {member.id} ?", formula) for member, formula in self._decides(block)]
        joined = self._add(f"{block.definition.id} ?", lambda row: "=" + ("&".join(f"${xl_col_to_name(c)}{row}" for c in parts) or '""'))

        def told(row: int) -> str:
            cell = f"${xl_col_to_name(joined)}{row}"
            return f'=IF({cell}="","",LEFT({cell},LEN({cell})-1))'

        return self._add(f"{block.definition.id} !", told)

    def _decides(self, block: _Block) -> Iterator[tuple[Clause | Include, Formula]]:
        """Each condition with its text where it decided, as `fusenapp.qualify.deciding` names them."""
        rule = block.definition
        yield from self._required(block, required(rule.root), ())
        points = pointed(rule.root)
        if rule.threshold is not None and points is not None:
            part = self._add(f"{rule.id} points", lambda row: self._verdict(replace(rule, root=points), block, row))
            for member in definition.conditions(points):
                yield member, self._named(block, member, lambda row, m=member: [
                    self._equal(part, block.verdict, row), self._equal(block.cells[m.id], block.verdict, row)])
        yield from self._knocked(block)

    def _required(self, block: _Block, group: Group | None, above: tuple[str, ...]) -> Iterator[tuple[Clause | Include, Formula]]:
        if group is None:
            return
        path = (*above, group.id)
        for member in group.members:
            if isinstance(member, Group):
                yield from self._required(block, member, path)
            else:
                yield member, self._named(block, member, lambda row, m=member: [
                    self._equal(block.cells[id], block.verdict, row) for id in (*path, m.id)])

    def _knocked(self, block: _Block) -> Iterator[tuple[Clause | Include, Formula]]:
        """No match: the knock-outs that hold; unknown: those that are unknown, while none holds."""
        outs = knock_outs(block.definition.root)
        for out in outs:
            def holds(row: int, out: Clause | Include = out) -> list[str]:
                own, verdict = (f"${xl_col_to_name(c)}{row}" for c in (block.cells[out.id], block.verdict))
                none = ",".join(f"NOT(${xl_col_to_name(block.cells[o.id])}{row}=1)" for o in outs)
                return [f'OR(AND({verdict}=0,{own}=1),AND({verdict}="",{own}="",{none}))']

            yield out, self._named(block, out, holds)

    def _named(self, block: _Block, member: Clause | Include, holds: Callable[[int], list[str]]) -> Formula:
        """The text of a condition, of an inclusion that of its own deciding conditions, if all of ``holds`` do."""
        text = literal(phrase(member, self.source.language) + _JOIN)

        def formula(row: int) -> str:
            told = text
            if isinstance(member, Include):
                inner = f"${xl_col_to_name(self.blocks[member.ref].said)}{row}"
                told = f'IF({inner}="",{text},{inner}&{literal(_JOIN)})'
            return f'=IF(AND({",".join(holds(row))}),{told},"")'

        return formula

    @staticmethod
    def _equal(one: int, other: int, row: int) -> str:
        return f"EXACT(${xl_col_to_name(one)}{row},${xl_col_to_name(other)}{row})"


def _runs(rule: Definition, known: Mapping[str, Definition]) -> bool:
    """Whether every formula of a definition can be written: operators and values fit, inclusions end, Excel takes the length."""
    try:
        return any(definition.conditions(rule.root, muted=False)) and all(fits(f) for f in _tried(rule, known, ()))
    except (InputError, KeyError, ValueError, TypeError):
        return False


def _tried(rule: Definition, known: Mapping[str, Definition], above: tuple[str, ...]) -> Iterator[str]:
    if rule.id in above:
        raise InputError("definition-cycle", rule.id)
    for member in definition.conditions(rule.root, muted=False):
        if isinstance(member, Include):
            yield from _tried(known[member.ref], known, (*above, rule.id))
        else:
            yield clause_formula(member, lambda name: "$AA$1007", {}, "=$C$3")
    yield verdict_formula(rule, lambda id: "$AA1007", lambda name: "$AA1007", labels=None, as_of="=$C$3")


def _reads(rule: Definition) -> list[str]:
    """Columns that the definition reads, its half-lives included, without those that only muted clauses read."""
    found = definition.fields(replace(rule, root=rule.root))
    live = [name for c in definition.conditions(rule.root, muted=False)
            for name in ([*definition.clause_fields(c)] if isinstance(c, Clause) else [c.half_life_from]) if name]
    return list(dict.fromkeys([name for name in found if name in live] + live))


def _groups(group: Group | None) -> Iterator[Group]:
    """A group after the groups in it."""
    if group is not None:
        for member in group.members:
            if isinstance(member, Group):
                yield from _groups(member)
        yield group


def _tame(text: str) -> str:
    """A header as it is, where the search takes ``*`` and ``?`` for anything."""
    return "".join("~" + c if c in "~*?" else c for c in text)


def _widths(rules: list[Definition]) -> list[float]:
    return [6.0, *([13.0, 38.0] * len(rules)), *([14.0] * COLUMNS)]


def _day(as_of: str) -> dt.datetime:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(as_of[:10]), dt.time())
    except ValueError:
        return dt.datetime.combine(dt.date.today(), dt.time())
