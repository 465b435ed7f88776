"""Target and hot lead: the sentence on top, then one row per clause."""

from __future__ import annotations

from collections.abc import Iterator

from fusenapp.domain import definition
from fusenapp.domain.definition import Clause, Definition, Group, Include, Member
from fusenapp.domain.operators import OPERATOR_NAMES
from fusenapp.export import words
from fusenapp.export.sheet import Book
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate
from fusenapp.qualify import phrase, sentence

_WIDTHS = [5.0, 16.0, 20.0, 26.0, 34.0, 10.0, 7.0, 18.0, 12.0, 24.0, 24.0]


def write_definition(book: Book, source: ExportSource, rule: str) -> None:
    """One definition on one sheet."""
    found = definition.all_from_snapshot(source.snapshot)
    wanted = found[rule]
    sheet = book.sheet(words.sheet_names()[rule], _WIDTHS)
    status = next((s for s in source.statuses if s.item == ("definitions", rule)), None)
    sheet.title(words.kind_name(("definitions", rule)), words.revision_caption(status))
    text = sentence(wanted, source.language)
    sheet.merge(sheet.row, 0, sheet.row, len(_WIDTHS) - 2, text, "sentence")
    sheet.fit(sheet.row, {0: text}, least=44, spans={0: sum(_WIDTHS[:-1]) * 0.8})
    sheet.row += 2
    sheet.head([translate("Export", "No."), translate("Export", "Group"), translate("Export", "Field"), translate("Export", "Condition"),
                translate("Export", "In words"), translate("Export", "Kind"), translate("Export", "Points"), translate("Export", "Proposed by"),
                translate("Export", "Known at hand-over"), translate("Export", "Comment"), translate("Export", "Id")])
    sheet.page.repeat_rows(sheet.row - 1)
    for number, (member, group) in enumerate(_rows(wanted.root, ""), 1):
        sheet.line([str(number), group, *_what(member, found, source.language), phrase(member, source.language), _kind(member),
                    f"{member.points:g}" if member.points is not None else "—", words.department_name(source.snapshot, member.department) or "—",
                    translate("Export", "Yes") if member.known_at_handover else translate("Export", "No"), member.comment,
                    member.record or member.id], {0: "centre", 2: "strong", 5: "centre", 6: "centre", 8: "centre", 10: "hidden"})
    sheet.page.set_column(len(_WIDTHS) - 1, len(_WIDTHS) - 1, 24, None, {"hidden": True})


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


def _what(member: Clause | Include, known: dict[str, Definition], language: str) -> tuple[str, str]:
    """Field and condition; an inclusion names the other definition."""
    if isinstance(member, Include):
        rule = known[member.ref].rule if member.ref in known else member.ref
        return words.kind_name(("definitions", rule)), translate("Export", "Meets that definition")
    operator = OPERATOR_NAMES.get(member.operator)
    return member.field, f"{operator.to(language) if operator else member.operator} {_value(member.value)}".strip()


def _value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return ", ".join(_value(v) for v in value)
    return f"{value:,g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


def _kind(member: Member) -> str:
    kind = "" if isinstance(member, Group) else member.kind
    muted = not isinstance(member, Group) and member.muted
    told = {"required": translate("Export", "Required"), "points": translate("Export", "Points"),
            "knock-out": translate("Export", "Knock-out")}.get(kind, kind)
    return translate("Export", "{kind} (muted)").format(kind=told) if muted else told
