"""A definition as a sentence, Japanese or English, that people can read out in a meeting.

Every condition is first a phrase in its final form (``従業員数が100以上である``); Japanese phrases that go on
take their joining form (``従業員数が100以上で``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from fusenapp.domain.definition import OPERATORS, Clause, Definition, Group, Include, conditions
from fusenapp.i18n import language as current_language
from fusenapp.i18n import translate
from fusenapp.qualify.shape import knock_outs, pointed, required

_JOINING: Final = (("でもない", "でもなく"), ("含まない", "含まず"), ("がない", "がなく"), ("以外である", "以外で"), ("である", "で"),
                   ("がある", "があり"), ("含む", "含み"), ("始まる", "始まり"), ("まる", "まり"),
                   ("する", "し"), ("ている", "ていて"))
"""Final form → joining form of the phrases that the Japanese patterns end in."""


_DENYING: Final = ("!=", "none-of", "not-contains", "is-false")
"""“A or B is not X” could be taken for neither: such clauses are told one by one."""

Names = Mapping[str, str] | Mapping[str, Definition]
"""Definition id → what it is called, or the definition (its ``name``, if it has one)."""


def sentence(definition: Definition, language: str | None = None, names: Names | None = None) -> str:
    """The whole definition, e.g. 業種が製造業・卸売業のいずれかで、従業員数が100以上であるリードを、ターゲットとする。

    Args:
        definition: muted parts are left out.
        language: ``ja`` or ``en``; the language in use if None.
        names: what definitions are called, by id, where not by their usual names.
    """
    return _Speaker(language or current_language(), names or {}).definition(definition)


def phrase(condition: Clause | Include, language: str | None = None, names: Names | None = None) -> str:
    """One clause or inclusion, e.g. 従業員数が100以上である."""
    return _Speaker(language or current_language(), names or {}).condition(condition)


def group_phrase(group: Group, language: str | None = None, names: Names | None = None) -> str:
    """The required members of one group; empty if it has none."""
    needed = required(group)
    return _Speaker(language or current_language(), names or {}).group(needed, 0) if needed else ""


class _Speaker:
    def __init__(self, language: str, names: Names) -> None:
        self.to, self.names = language, names
        self.japanese = language == "ja"

    # the definition

    def definition(self, definition: Definition) -> str:
        parts = self.root(definition)
        name = self.name(definition.id, definition.rule)
        knocked = [self.condition(c) for c in knock_outs(definition.root)]
        if not parts and not knocked:
            return translate("Sentence", "No condition has been set for {name} yet.", to=self.to).format(name=name)
        if parts:
            text = translate("Sentence", "Leads where {conditions} count as {name}.", to=self.to)
        else:
            text = translate("Sentence", "All leads count as {name}.", to=self.to)
        spoken = [text.format(conditions=self.chain(parts), name=name), *self.exceptions(knocked), *self.points(definition)]
        return ("" if self.japanese else " ").join(spoken)

    def root(self, definition: Definition) -> list[str]:
        """What a lead must meet, as phrases that all hold."""
        needed, parts = required(definition.root), []
        counted = self.thresholds(definition.threshold) if definition.threshold is not None and pointed(definition.root) else []
        if needed and (needed.match == "all" or len(needed.members) == 1):
            parts += [self.member(m, 0) for m in needed.members]
        elif needed and self.plain(needed) and not counted:
            parts.append(self.loose([self.member(m, 0) for m in needed.members]))
        elif needed:
            parts.append(self.group(needed, 0))
        return parts + counted

    def plain(self, group: Group) -> bool:
        """Whether the members can be told one after the other with “or”."""
        return group.match == "any" and not self.alike(group) and not any(isinstance(m, Group) for m in group.members)

    def exceptions(self, knocked: Sequence[str]) -> list[str]:
        if not knocked:
            return []
        text = translate("Sentence", "Leads where {conditions} are excluded.", to=self.to)
        return [text.format(conditions=self.loose(knocked))]

    # groups

    def group(self, group: Group, depth: int) -> str:
        if self.alike(group):
            return self.shared(group)
        parts = [self.member(m, depth + 1) for m in group.members]
        if len(parts) == 1:
            return parts[0]
        if isinstance(group.match, int):
            text = translate("Sentence", "at least {n} of these apply: {conditions}", to=self.to)
            told = "".join(self.quoted(parts, depth)) if self.japanese else f"({'; '.join(parts)})"
            return text.format(n=group.match, conditions=told)
        return self.either(parts, depth) if group.match == "any" else self.both(parts, depth)

    def member(self, member: Clause | Include | Group, depth: int) -> str:
        return self.group(member, depth) if isinstance(member, Group) else self.condition(member)

    @staticmethod
    def alike(group: Group) -> bool:
        """Whether the group asks the same of one column or another: トライアル申込または見積依頼がある."""
        asked = [(m.operator, m.value) if isinstance(m, Clause) else None for m in group.members]
        same = len(asked) > 1 and None not in asked and all(one == asked[0] for one in asked)
        return group.match == "any" and same and asked[0] is not None and asked[0][0] not in _DENYING

    def shared(self, group: Group) -> str:
        members = [m for m in group.members if isinstance(m, Clause)]
        field = ("または" if self.japanese else " or ").join(dict.fromkeys(m.field for m in members))
        return self.clause(replace(members[0], field=field))

    def either(self, parts: Sequence[str], depth: int) -> str:
        if self.japanese:
            return "または".join(self.quoted(parts, depth)) + "に当てはまる"
        return "either " + _listed(self.quoted(parts, depth), "or")

    def both(self, parts: Sequence[str], depth: int) -> str:
        if self.japanese:
            return "かつ".join(self.quoted(parts, depth)) + "に当てはまる"
        return _listed(self.quoted(parts, depth), "and")

    def loose(self, parts: Sequence[str]) -> str:
        """One of several, where nothing else stands beside them."""
        return "、または".join(parts) if self.japanese else _listed(parts, "or")

    def quoted(self, parts: Sequence[str], depth: int) -> list[str]:
        """Parts set off from each other, so that what belongs together is not in doubt."""
        if self.japanese:
            opening, closing = "「『（"[min(depth, 2)], "」』）"[min(depth, 2)]
            return [f"{opening}{part}{closing}" for part in parts]
        return [f"({part})" if " or " in part or " and " in part else part for part in parts]

    def chain(self, parts: Sequence[str]) -> str:
        """Phrases that all hold, one after the other."""
        if not self.japanese:
            return _listed([f"({part})" if len(parts) > 1 and part.startswith("either ") else part for part in parts], "and")
        return "、".join([_joining(part) for part in parts[:-1]] + list(parts[-1:]))

    # points

    def thresholds(self, threshold: Any) -> list[str]:
        if isinstance(threshold, Mapping):
            text = translate("Sentence", "the {axis} points come to at least {points}", to=self.to)
            return [text.format(axis=self.axis(axis), points=self.value(n)) for axis, n in threshold.items()]
        return [translate("Sentence", "the points come to at least {points}", to=self.to).format(points=self.value(threshold))]

    def points(self, definition: Definition) -> list[str]:
        points = pointed(definition.root)
        if definition.threshold is None or points is None:
            return []
        each = [self.worth(c) for c in conditions(points)]
        spoken = [translate("Sentence", "Points: {list}.", to=self.to).format(list=("、" if self.japanese else "; ").join(each))]
        return spoken + [self.cap(g) for g in _groups(points) if g.cap is not None]

    def worth(self, condition: Clause | Include) -> str:
        holds = self.condition(condition)
        text = translate("Sentence", "{points} if {condition}", to=self.to)
        if condition.half_life_days:
            text = translate("Sentence", "{points} if {condition} (halved every {days} days)", to=self.to)
        return text.format(points=self.value(condition.points or 0), days=self.value(condition.half_life_days),
                           condition=f"「{holds}」" if self.japanese else holds)

    def cap(self, group: Group) -> str:
        counted = ("" if self.japanese else ", ").join(self.quoted([self.condition(c) for c in conditions(group)], 0))
        return translate("Sentence", "Points for {list} are capped at {points}.", to=self.to).format(
            list=group.name or counted, points=self.value(group.cap))

    def axis(self, axis: str) -> str:
        return {"fit": translate("Sentence", "fit", to=self.to), "interest": translate("Sentence", "interest", to=self.to)}[axis]

    # conditions

    def condition(self, condition: Clause | Include) -> str:
        if isinstance(condition, Include):
            text = translate("Sentence", "the lead counts as {name}", to=self.to)
            return text.format(name=self.name(condition.ref, condition.ref))
        return self.clause(condition)

    def clause(self, clause: Clause) -> str:
        clause = _simplest(clause)
        value = clause.value if isinstance(clause.value, Mapping) else {}
        if clause.operator == "within-days":
            return self.within(clause, value)
        if clause.operator in ("increased", "flat", "decreased"):
            return self.trend(clause, value)
        timed = self.timed() if _is_time(clause.value) else {}
        text = timed.get(clause.operator) or self.patterns().get(clause.operator, "{field} " + clause.operator + " {value}")
        pair = clause.value if isinstance(clause.value, tuple) and OPERATORS.get(clause.operator) == "pair" else (None, None)
        return text.format(field=clause.field, value=self.value(clause.value, clause.operator), low=self.value(pair[0]),
                           high=self.value(pair[1]))

    def patterns(self) -> dict[str, str]:
        to = self.to
        return {
            "=": translate("Sentence", "{field} is {value}", to=to),
            "!=": translate("Sentence", "{field} is not {value}", to=to),
            "<": translate("Sentence", "{field} is below {value}", to=to),
            "<=": translate("Sentence", "{field} is at most {value}", to=to),
            ">": translate("Sentence", "{field} is above {value}", to=to),
            ">=": translate("Sentence", "{field} is at least {value}", to=to),
            "between": translate("Sentence", "{field} is from {low} to {high}", to=to),
            "one-of": translate("Sentence", "{field} is one of {value}", to=to),
            "none-of": translate("Sentence", "{field} is none of {value}", to=to),
            "contains": translate("Sentence", "{field} contains “{value}”", to=to),
            "not-contains": translate("Sentence", "{field} does not contain “{value}”", to=to),
            "starts-with": translate("Sentence", "{field} starts with “{value}”", to=to),
            "is-blank": translate("Sentence", "{field} is blank", to=to),
            "not-blank": translate("Sentence", "{field} is filled in", to=to),
            "is-true": translate("Sentence", "{field} is yes", to=to),
            "is-false": translate("Sentence", "{field} is no", to=to),
        }

    def timed(self) -> dict[str, str]:
        """Patterns for dates and months."""
        to = self.to
        return {
            "<": translate("Sentence", "{field} is before {value}", to=to),
            "<=": translate("Sentence", "{field} is {value} or earlier", to=to),
            ">": translate("Sentence", "{field} is after {value}", to=to),
            ">=": translate("Sentence", "{field} is {value} or later", to=to),
            "between": translate("Sentence", "{field} falls between {low} and {high}", to=to),
        }

    def within(self, clause: Clause, value: Mapping[str, Any]) -> str:
        days = int(value.get("days", 0))
        if value.get("of"):
            text = translate("Sentence", "{field} is within %n day(s) before {reference}", n=days, to=self.to)
        else:
            text = translate("Sentence", "{field} is within the last %n day(s)", n=days, to=self.to)
        return text.format(field=clause.field, reference=value.get("of", ""))

    def trend(self, clause: Clause, value: Mapping[str, Any]) -> str:
        than, tolerance = value.get("than", ""), value.get("tolerance", 0)
        band = f"{tolerance * 100:.6g}%" if than else self.value(tolerance)
        text = self.trends()[clause.operator, bool(than), bool(tolerance)]
        return text.format(field=clause.field, other=than, band=band)

    def trends(self) -> dict[tuple[str, bool, bool], str]:
        """By direction, whether compared with a column, whether with a tolerance."""
        to = self.to
        return {
            ("increased", False, False): translate("Sentence", "{field} has grown", to=to),
            ("flat", False, False): translate("Sentence", "{field} is flat", to=to),
            ("decreased", False, False): translate("Sentence", "{field} has shrunk", to=to),
            ("increased", False, True): translate("Sentence", "{field} has grown by more than {band}", to=to),
            ("flat", False, True): translate("Sentence", "{field} is flat within {band}", to=to),
            ("decreased", False, True): translate("Sentence", "{field} has shrunk by more than {band}", to=to),
            ("increased", True, False): translate("Sentence", "{field} is higher than {other}", to=to),
            ("flat", True, False): translate("Sentence", "{field} is level with {other}", to=to),
            ("decreased", True, False): translate("Sentence", "{field} is lower than {other}", to=to),
            ("increased", True, True): translate("Sentence", "{field} is more than {band} higher than {other}", to=to),
            ("flat", True, True): translate("Sentence", "{field} is level with {other} within {band}", to=to),
            ("decreased", True, True): translate("Sentence", "{field} is more than {band} lower than {other}", to=to),
        }

    # words

    def name(self, id: str, rule: str) -> str:
        usual = {"target": translate("Sentence", "target", to=self.to), "hot-lead": translate("Sentence", "hot lead", to=self.to)}
        given = self.names.get(id)
        given = given.name if isinstance(given, Definition) else given
        return given or usual.get(id) or usual.get(rule) or id

    def value(self, value: Any, operator: str = "") -> str:
        if isinstance(value, (tuple, list)):
            parts = [self.value(v) for v in value]
            return self.row(parts) if self.japanese else _listed(parts, "or")
        if isinstance(value, bool):
            return translate("Sentence", "yes", to=self.to) if value else translate("Sentence", "no", to=self.to)
        if isinstance(value, (int, float)):
            return f"{value:,.15g}"
        return self.text("" if value is None else str(value))

    @staticmethod
    def row(parts: Sequence[str]) -> str:
        """Values side by side; in brackets where one of them has the separator inside."""
        return "".join(f"「{part}」" for part in parts) if any("・" in part for part in parts) else "・".join(parts)

    def text(self, value: str) -> str:
        if not self.japanese or not _is_time(value):
            return value
        return "".join(f"{int(part)}{unit}" for part, unit in zip(value.split("-"), "年月日", strict=False))


def _simplest(clause: Clause) -> Clause:
    """The same question in the plainest operator: one of a single value is that value, yes needs no value."""
    if clause.operator in ("one-of", "none-of") and isinstance(clause.value, tuple) and len(clause.value) == 1:
        clause = replace(clause, operator="=" if clause.operator == "one-of" else "!=", value=clause.value[0])
    if clause.operator in ("=", "!=") and isinstance(clause.value, bool):
        clause = replace(clause, operator="is-true" if (clause.operator == "=") == clause.value else "is-false", value=None)
    return clause


def _is_time(value: Any) -> bool:
    """Whether a value (or the first of a pair) is an ISO date or month."""
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, str) and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", first) is not None


def _groups(group: Group) -> list[Group]:
    return [group, *(below for m in group.members if isinstance(m, Group) for below in _groups(m))]


def _listed(parts: Sequence[str], word: str) -> str:
    """a, b or c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}" if parts else ""


def _joining(phrase: str) -> str:
    for final, joining in _JOINING:
        if phrase.endswith(final):
            return phrase[:-len(final)] + joining
    return phrase
