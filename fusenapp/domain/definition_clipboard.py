"""Conditions on the clipboard: as JSON between windows and workspaces, as a table of text for Excel and back.

The table has a row a condition or group; the level says what stands inside which group::

    段  種別  項目          条件          値          点数  軸  コメント
    0   必須  業種          いずれか      製造業、建設業
    0   グループ            いずれかを満たす
    1   加点  トライアル申込  はい                      20    関心
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from fusenapp.domain.clause_text import operator_text, parse_operator, parse_value, value_cell
from fusenapp.domain.definition_json import member_to_json, parse_rule
from fusenapp.domain.definition_types import OPERATORS, Clause, Group, Match, Member
from fusenapp.domain.wording import Wording
from fusenapp.errors import InputError

MEDIA: Final = "application/x-fusen-conditions+json"
MOST: Final = 300
"""Conditions that one paste may bring."""
MOST_TEXT: Final = 1_000_000
"""Characters; more is no list of conditions."""

COLUMNS: Final = {"level": Wording("段", "Level"), "kind": Wording("種別", "Kind"), "field": Wording("項目", "Field"),
                  "operator": Wording("条件", "Condition"), "value": Wording("値", "Value"), "points": Wording("点数", "Points"),
                  "axis": Wording("軸", "Axis"), "comment": Wording("コメント", "Comment")}
KIND_NAMES: Final = {"required": Wording("必須", "Required"), "points": Wording("加点", "Points"),
                     "knock-out": Wording("除外", "Knock-out"), "group": Wording("グループ", "Group")}
AXIS_NAMES: Final = {"fit": Wording("適合", "Fit"), "interest": Wording("関心", "Interest")}
_MATCHES: Final = {"all": Wording("すべてを満たす", "All are met"), "any": Wording("いずれかを満たす", "Any is met")}


def to_json(members: Sequence[Member]) -> str:
    """What another window of Fusen reads."""
    return json.dumps({"fusen": "conditions", "version": 1, "members": [member_to_json(m) for m in members]}, ensure_ascii=False)


def to_table(members: Sequence[Member], language: str) -> str:
    """Tab-separated with a row of headers, as Excel takes it."""
    rows = [[name.to(language) for name in COLUMNS.values()], *_rows(members, language, 0)]
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def from_json(text: str) -> tuple[Member, ...]:
    """What `to_json` wrote; ids are given anew.

    Raises:
        InputError: ``not-conditions`` for anything else, ``too-many-conditions``; those of `parse_rule`.
    """
    try:
        data = json.loads(text) if len(text) <= MOST_TEXT else None
    except (ValueError, RecursionError):
        data = None
    members = data.get("members") if isinstance(data, dict) and data.get("fusen") == "conditions" else None
    if not isinstance(members, list) or not members:
        raise InputError("not-conditions")
    return _checked([_without_ids(m) for m in members])


def from_table(text: str) -> tuple[Member, ...]:
    """A table of conditions as `to_table` writes it, or field, condition and value side by side without headers.

    Raises:
        InputError: ``not-conditions`` with the line that is none, ``too-many-conditions``.
    """
    if len(text) > MOST_TEXT:
        raise InputError("not-conditions")
    rows = [row for row in _cells(text) if any(cell.strip() for cell in row)]
    if not rows:
        raise InputError("not-conditions")
    places = _places(rows[0])
    if places is None:
        places = {"field": 0, "operator": 1, "value": 2}
    else:
        rows = rows[1:]
    if not rows:
        raise InputError("not-conditions")
    return _checked(_nested([_read(row, places) for row in rows]))


def _without_ids(data: Any) -> Any:
    if not isinstance(data, Mapping):
        return data
    inner = data.get("clauses")
    rest = {key: value for key, value in data.items() if key not in ("id", "threshold")}
    return rest | ({"clauses": [_without_ids(m) for m in inner]} if isinstance(inner, list) else {})


def _checked(members: Sequence[Any]) -> tuple[Member, ...]:
    """Through the reader of rule files, so that nothing gets in that a file could not hold."""
    found = parse_rule({"match": "all", "clauses": list(members), "threshold": 0}, "target").root.members
    if _count(found) > MOST:
        raise InputError("too-many-conditions", count=_count(found), most=MOST)
    return found


def _count(members: Sequence[Member]) -> int:
    return sum(1 + (_count(m.members) if isinstance(m, Group) else 0) for m in members)


def _rows(members: Sequence[Member], language: str, level: int) -> Iterator[list[str]]:
    for member in members:
        if isinstance(member, Group):
            joined = _match_text(member.match, language)
            yield [str(level), KIND_NAMES["group"].to(language), member.name, joined, "", _number(member.cap), "", ""]
            yield from _rows(member.members, language, level + 1)
            continue
        asked = [member.field, operator_text(member.operator, language), _text(value_cell(member.operator, member.value, language))] \
            if isinstance(member, Clause) else ["@" + member.ref, "", ""]
        yield [str(level), KIND_NAMES[member.kind].to(language), *asked, _number(member.points),
               AXIS_NAMES[member.axis].to(language) if member.axis else "", member.comment]


def _match_text(match: Match, language: str) -> str:
    if isinstance(match, int):
        return f"{match}つ以上" if language == "ja" else f"at least {match}"
    return _MATCHES[match].to(language)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _quoted(cell: str) -> str:
    """A cell that a spreadsheet would take apart or for a formula stays one text."""
    if cell[:1] in ("=", "+", "@") and not _is_number(cell):
        cell = "'" + cell
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in '\t\n\r"') else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _cells(text: str) -> list[list[str]]:
    import csv
    import io

    return list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))


def _places(header: Sequence[str]) -> dict[str, int] | None:
    """Column → its place, if this row is the headers of `to_table`, in either language and any order."""
    names = {word.casefold(): key for key, wording in COLUMNS.items() for word in (wording.ja, wording.en)}
    found = {names[cell.strip().casefold()]: at for at, cell in enumerate(header) if cell.strip().casefold() in names}
    return found if {"field", "operator"} <= set(found) else None


def _read(row: Sequence[str], places: Mapping[str, int]) -> tuple[int, dict[str, Any]]:
    """Level and JSON of one row."""
    cell = {key: row[at].strip().removeprefix("'") for key, at in places.items() if at < len(row)}
    level = cell.get("level", "")
    kind = _code(KIND_NAMES, cell.get("kind", ""), "required", row)
    told: dict[str, Any] = {"kind": kind, "axis": _code(AXIS_NAMES, cell.get("axis", ""), "", row), "comment": cell.get("comment", "")}
    if cell.get("points"):
        told["points"] = _float(cell["points"], row)
    if kind == "group":
        return int(level) if level.isdecimal() else 0, {"match": _match(cell.get("operator", ""), row), "name": cell.get("field", ""),
                                                        "cap": told.get("points"), "clauses": []}
    if kind == "points" and "points" not in told:
        told["points"] = 1
    return (int(level) if level.isdecimal() else 0), told | _asked(cell, row)


def _asked(cell: Mapping[str, str], row: Sequence[str]) -> dict[str, Any]:
    field = cell.get("field", "")
    if field.startswith("@") and not cell.get("operator"):
        return {"ref": field[1:]}
    try:
        operator = parse_operator(cell.get("operator", ""))
        value = parse_value(operator, _guessed(cell.get("value", ""), operator))
    except (ValueError, KeyError) as error:
        raise InputError("not-conditions", line=_line(row)) from error
    if not field:
        raise InputError("not-conditions", line=_line(row))
    return {"field": field, "operator": operator} | ({} if OPERATORS[operator] == "none" else {"value": value})


def _guessed(text: str, operator: str) -> str | float | None:
    """A cell of digits alone is a number for operators that compare."""
    if OPERATORS[operator] in ("scalar", "ordered") and _is_number(text.replace(",", "")) and (not text.startswith("0") or text in ("0",)):
        found = float(text.replace(",", ""))
        return int(found) if found.is_integer() else found
    return text or None


def _nested(read: Sequence[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Rows of a level below stand in the group above them."""
    top: list[dict[str, Any]] = []
    open_groups: list[tuple[int, list[dict[str, Any]]]] = [(-1, top)]
    for level, told in read:
        while len(open_groups) > 1 and open_groups[-1][0] >= level:
            open_groups.pop()
        open_groups[-1][1].append(told)
        if "clauses" in told:
            open_groups.append((level, told["clauses"]))
    return [_fitting(told) for told in top]


def _fitting(told: dict[str, Any]) -> dict[str, Any]:
    """*At least n* of fewer members than n asks for all of them."""
    if "clauses" not in told:
        return told
    inner = [_fitting(m) for m in told["clauses"]]
    match = told["match"]
    if isinstance(match, dict) and match["at-least"] > len(inner):
        match = "all"
    return told | {"clauses": inner, "match": match}


def _match(text: str, row: Sequence[str]) -> Any:
    folded = text.casefold()
    for key, wording in _MATCHES.items():
        if folded in ("", key, wording.ja, wording.en.casefold()):
            return key
    digits = "".join(sign for sign in text if sign.isdecimal())
    if not digits:
        raise InputError("not-conditions", line=_line(row))
    return {"at-least": int(digits)}


def _code(names: Mapping[str, Wording], text: str, default: str, row: Sequence[str]) -> str:
    if not text:
        return default
    for key, wording in names.items():
        if text.casefold() in (key, wording.ja, wording.en.casefold()):
            return key
    raise InputError("not-conditions", line=_line(row))


def _float(text: str, row: Sequence[str]) -> float:
    if not _is_number(text):
        raise InputError("not-conditions", line=_line(row))
    return float(text)


def _line(row: Sequence[str]) -> str:
    return " ".join(cell.strip() for cell in row if cell.strip())[:60]


def without_links(member: Member, departments: set[str], interviews: set[str]) -> Member:
    """A member from elsewhere without what this workspace does not have: its department, links to its interviews."""
    if isinstance(member, Group):
        return replace(member, members=tuple(without_links(m, departments, interviews) for m in member.members))
    kept = {key: told for key, told in member.evidence.items() if key in interviews or not _is_link(told)}
    return replace(member, department=member.department if member.department in departments else "", evidence=kept)


def _is_link(told: Any) -> bool:
    return isinstance(told, Mapping) and not told.get("text")


