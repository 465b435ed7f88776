"""Target and hot lead: the sentence on top, what it finds in the leads, then one row per clause."""

from __future__ import annotations

from collections.abc import Iterator

from fusenapp.domain import definition
from fusenapp.domain.definition import Clause, Definition, Group, Include, Member
from fusenapp.domain.operators import OPERATOR_SIGNS
from fusenapp.export import words
from fusenapp.export.sheet import Book, Sheet
from fusenapp.export.source import ExportSource, Tested
from fusenapp.i18n import translate
from fusenapp.qualify import phrase, sentence

_WIDTHS = [5.0, 13.0, 18.0, 11.0, 23.0, 31.0, 8.0, 6.0, 14.0, 9.0, 13.0, 24.0]
_ID = len(_WIDTHS) - 1


def write_definition(book: Book, source: ExportSource, rule: str) -> None:
    """One definition on one sheet."""
    found = definition.all_from_snapshot(source.snapshot)
    sheet = book.sheet(words.sheet_names()[rule], _WIDTHS)
    sheet.title(words.kind_name(("definitions", rule)), words.revision_caption(source, ("definitions", rule)))
    _sentence(sheet, sentence(found[rule], source.language), source.tested.get(rule, ()))
    sheet.head([translate("Export", "No."), translate("Export", "Group"), translate("Export", "Field"), translate("Export", "Operator"),
                translate("Export", "Value"), translate("Export", "In words"), translate("Export", "Kind"), translate("Export", "Points"),
                translate("Export", "Proposed by"), translate("Export", "Known at hand-over"), translate("Export", "Comment"),
                translate("Export", "Id")])
    sheet.freeze(0)
    for number, (member, group) in enumerate(_rows(found[rule].root, ""), 1):
        sheet.line([str(number), group, *_what(member, found, source.language), phrase(member, source.language), _kind(member),
                    f"{member.points:g}" if member.points is not None else "—", words.department_name(source.snapshot, member.department) or "—",
                    translate("Export", "Yes") if member.known_at_handover else translate("Export", "No"), member.comment,
                    member.record or member.id], {2: "strong", **dict.fromkeys((0, 3, 6, 7, 9), "centre"), _ID: "hidden"})
    sheet.hide(_ID)


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


def _what(member: Clause | Include, known: dict[str, Definition], language: str) -> tuple[str, str, str]:
    """Field, operator and value; an inclusion names the other definition."""
    if isinstance(member, Include):
        rule = known[member.ref].rule if member.ref in known else member.ref
        return words.kind_name(("definitions", rule)), translate("Export", "Meets it"), ""
    sign = OPERATOR_SIGNS.get(member.operator)
    return member.field, sign.to(language) if sign else member.operator, _value(member.value, " – " if member.operator == "between" else ", ")


def _value(value: object, between: str) -> str:
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return between.join(_value(v, ", ") for v in value)
    return f"{value:,}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


def _kind(member: Member) -> str:
    kind = "" if isinstance(member, Group) else member.kind
    muted = not isinstance(member, Group) and member.muted
    told = {"required": translate("Export", "Required"), "points": translate("Export", "Points"),
            "knock-out": translate("Export", "Knock-out")}.get(kind, kind)
    return translate("Export", "{kind} (muted)").format(kind=told) if muted else told
