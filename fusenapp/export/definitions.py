"""Target and hot lead: the sentence on top, what it finds in the leads, then one row per clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fusenapp.domain import definition
from fusenapp.domain.clause_text import Cell, operator_text, value_cell
from fusenapp.domain.definition import Clause, Definition, Group, Include
from fusenapp.domain.evidence import evidence_words
from fusenapp.domain.snapshot import value
from fusenapp.domain.workbook_fields import FIELDS, Spelling
from fusenapp.export import words
from fusenapp.export.backtest import write_backtest
from fusenapp.export.kept import fact_id
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource, Tested
from fusenapp.i18n import translate
from fusenapp.qualify import phrase, sentence

_WIDTHS = [5.0, 14.0, 18.0, 10.0, 23.0, 27.0, 8.0, 6.0, 14.0, 8.0, 6.0, 13.0, 15.0, 24.0]
_ID = len(_WIDTHS) - 1
_FIELDS = {2: "field", 3: "operator", 4: "value", 6: "kind", 7: "points", 8: "department", 9: "known_at_handover", 10: "muted", 12: "comment"}
"""Columns that may be edited."""
_STYLES = {2: "strong", **dict.fromkeys((0, 3, 6, 7, 9, 10), "centre"), _ID: "hidden"}
_OF_CLAUSE = ("field", "operator", "value")


def write_definition(book: Book, source: ExportSource, rule: str) -> None:
    """One definition on one sheet."""
    found = definition.all_from_snapshot(source.snapshot)
    name = words.sheet_names()[rule]
    sheet = book.sheet(name, _WIDTHS)
    sheet.title(words.kind_name(("definitions", rule)), words.revision_caption(source, ("definitions", rule)))
    _sentence(sheet, sentence(found[rule], source.language), source.tested.get(rule, ()))
    _threshold(sheet, source, found[rule])
    sheet.fields(_FIELDS, _ID, sheet.row)
    sheet.row += 1
    sheet.head([translate("Export", "No."), translate("Export", "Group"), translate("Export", "Field"), translate("Export", "Operator"),
                translate("Export", "Value"), translate("Export", "In words"), translate("Export", "Kind"), translate("Export", "Points"),
                translate("Export", "Proposed by"), translate("Export", "Known at hand-over"), translate("Export", "Muted"),
                translate("Export", "Evidence"), translate("Export", "Comment"), translate("Export", "Id")])
    sheet.freeze(0)
    book.kept.table(name, "clauses", found[rule].root.record)
    for number, (member, group) in enumerate(_rows(found[rule].root, ""), 1):
        _clause(sheet, source, found, str(number), group, member)
    sheet.hide(_ID)
    sheet.print_to(_ID - 1)


def _clause(sheet: Sheet, source: ExportSource, known: Mapping[str, Definition], number: str, group: str, member: Clause | Include) -> None:
    """One row, its fields kept for reading it back."""
    cells = _cells(source, known, member)
    row: dict[int, Cell] = {0: number, 1: group, 5: phrase(member, source.language), 11: _evidence(source, member),
                            _ID: f"clauses/{member.record}"} | {column: cells[name] for column, name in _FIELDS.items()}
    for column in range(len(_WIDTHS)):
        sheet.cell(sheet.row, column, row.get(column), _STYLES.get(column, "cell"))
    sheet.fit(sheet.row, {column: str(told) for column, told in row.items() if told is not None and column != _ID})
    record = source.snapshot.get("clauses", member.record) or {}
    for name in FIELDS["clauses"]:
        if isinstance(member, Clause) or name not in _OF_CLAUSE:
            sheet.book.kept.value(sheet.name, "clauses", member.record, name, cells[name], value("clauses", record, name))
    sheet.row += 1


def _cells(source: ExportSource, known: Mapping[str, Definition], member: Clause | Include) -> dict[str, Cell]:
    """Field → what stands in its cell; an inclusion names the other definition instead of a field."""
    spelling = Spelling(source.snapshot, source.language)
    found = {name: spelling.write("clauses", name, getattr(member, name)) for name in FIELDS["clauses"] if name not in _OF_CLAUSE}
    if isinstance(member, Include):
        rule = known[member.ref].rule if member.ref in known else member.ref
        return found | {"field": words.kind_name(("definitions", rule)), "operator": translate("Export", "Meets it"), "value": None}
    return found | {"field": member.field, "operator": operator_text(member.operator, source.language),
                    "value": value_cell(member.operator, member.value, source.language)}


def _sentence(sheet: Sheet, text: str, tested: tuple[Tested, ...]) -> None:
    wide = sum(sheet.widths[:_ID])
    sheet.merge(sheet.row, 0, sheet.row, _ID - 1, text, "sentence")
    sheet.fit(sheet.row, {0: text}, least=48, spans={0: wide * 0.8})
    sheet.row += 1
    for found in tested:
        told = translate("Export", "{name}: {match} of {leads} leads match ({share}), {unknown} lack information.").format(
            name=found.dataset, match=f"{found.match:,}", leads=f"{found.leads:,}", unknown=f"{found.unknown:,}",
            share=f"{found.match / found.leads:.1%}" if found.leads else "—")
        sheet.merge(sheet.row, 0, sheet.row, _ID - 1, told, "weak", border=0)
        sheet.page.set_row(sheet.row, 22)
        sheet.row += 1
    sheet.row += 1
    for found in tested:
        write_backtest(sheet, found, _ID - 1)


def _threshold(sheet: Sheet, source: ExportSource, found: Definition) -> None:
    """The points needed, where points decide."""
    if found.threshold is None and not any(c.kind == "points" for c in definition.conditions(found.root)):
        return
    kept = source.snapshot.value("definitions", found.id, "threshold")
    told = Spelling(source.snapshot, source.language).write("definitions", "threshold", kept)
    sheet.merge(sheet.row, 0, sheet.row, 1, translate("Export", "Points needed"), "label")
    sheet.cell(sheet.row, 2, told, "strong")
    sheet.text(sheet.row, _ID, fact_id("definitions", found.id, "threshold"), "hidden")
    sheet.book.kept.value(sheet.name, "definitions", found.id, "threshold", told, kept)
    sheet.page.set_row(sheet.row, 22)
    sheet.row += 2


def _rows(group: Group, path: str) -> Iterator[tuple[Clause | Include, str]]:
    """Clauses in reading order, each with the way its groups join, e.g. ``すべて › いずれか``."""
    here = f"{path} › {_match(group)}" if path else _match(group)
    for member in group.members:
        if isinstance(member, Group):
            yield from _rows(member, here)
        else:
            yield member, here


def _match(group: Group) -> str:
    joined = {"all": translate("Export", "All"), "any": translate("Export", "Any")}.get(
        str(group.match), translate("Export", "At least {count}").format(count=group.match))
    return f"{group.name}（{joined}）" if group.name else joined


def _evidence(source: ExportSource, member: Clause | Include) -> str:
    """What backs a clause, a line each: interviews by customer, everything else as it is told."""
    return "\n".join(filter(None, (_backing(source, key, told) for key, told in member.evidence.items())))


def _backing(source: ExportSource, key: str, told: Any) -> str:
    interview = source.snapshot.get("interviews", key)
    name = value("interviews", interview, "customer") if interview else key
    return evidence_words(name, told, source.language)
