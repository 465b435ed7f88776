"""Generated rules and leads, and a second judge: row by row, in plain Python, sharing nothing with the first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

TODAY = date(2026, 11, 20)
TYPES = {"業種": "text", "会社名": "text", "申込": "text", "従業員数": "integer", "売上": "number", "前年 売上": "money", "率": "percent",
         "登録日": "date", "訪問日": "date", "受注月": "month", "DL": "boolean", "空の列": "text"}
NAMES = ["製造業", "卸売業", "It's \"AI\" 業", "100", "製造", "*", "a", "A"]
YES_NO = ["○", "×", "はい", "いいえ", "保留", "増加", "横ばい", "減少"]
MONTHS = ["2026-03", "2026-04", "2026-10"]
DAYS = [TODAY - timedelta(days=n) for n in (-3, 0, 1, 29, 30, 31, 400)]
NUMBERS = [-5, 0, 1, 2, 50, 99, 100, 101]

CELLS = {
    "業種": st.sampled_from(NAMES), "会社名": st.sampled_from(NAMES), "申込": st.sampled_from(YES_NO),
    "従業員数": st.sampled_from(NUMBERS), "売上": st.sampled_from([*map(float, NUMBERS), 0.5]),
    "前年 売上": st.sampled_from([float(n) for n in NUMBERS]), "率": st.sampled_from([0.0, 0.25, 0.5]),
    "登録日": st.sampled_from(DAYS), "訪問日": st.sampled_from(DAYS), "受注月": st.sampled_from(MONTHS), "DL": st.booleans(),
    "空の列": st.none(),
}


def _leads(count: st.SearchStrategy[int]) -> st.SearchStrategy[dict[str, list[Any]]]:
    return count.flatmap(lambda n: st.fixed_dictionaries(
        {name: st.lists(st.none() | cell, min_size=n, max_size=n) for name, cell in CELLS.items()}))


def leads(most: int = 12) -> st.SearchStrategy[dict[str, list[Any]]]:
    """Column → values, None where missing."""
    return _leads(st.integers(1, most))


def _value_of(field: str) -> st.SearchStrategy[Any]:
    value = CELLS[field] if field != "空の列" else st.sampled_from(NAMES)
    return value.map(lambda v: v.isoformat() if isinstance(v, date) else v)


@st.composite
def clauses(draw: st.DrawFn) -> dict[str, Any]:
    """One clause that suits its column."""
    field = draw(st.sampled_from(list(TYPES)))
    kind = {"integer": "number", "money": "number", "percent": "number"}.get(TYPES[field], TYPES[field])
    operators = ["=", "!=", "one-of", "none-of", "is-blank", "not-blank"]
    operators += {"text": ["contains", "not-contains", "starts-with", "is-true", "is-false", "increased", "flat", "decreased"],
                  "number": ["<", "<=", ">", ">=", "between", "increased", "flat", "decreased", "is-true"],
                  "date": ["<", ">=", "between", "within-days"], "month": ["<", ">=", "between"],
                  "boolean": ["is-true", "is-false"]}[kind]
    operator = draw(st.sampled_from(operators))
    return {"field": field, "operator": operator} | draw(_values(field, kind, operator))


def _values(field: str, kind: str, operator: str) -> st.SearchStrategy[dict[str, Any]]:
    if operator in ("is-blank", "not-blank", "is-true", "is-false"):
        return st.just({})
    if operator in ("one-of", "none-of"):
        return st.fixed_dictionaries({"value": st.lists(_value_of(field), min_size=1, max_size=3)})
    if operator == "between":
        return st.lists(_value_of(field), min_size=2, max_size=2).map(lambda pair: {"value": sorted(pair)})
    if operator == "within-days":
        days = st.sampled_from([0, 1, 30])
        other = st.builds(lambda n: {"days": n, "of": "登録日"}, days)
        return st.fixed_dictionaries({"value": days | other})
    if operator in ("increased", "flat", "decreased"):
        if kind == "text":
            return st.just({})
        return st.fixed_dictionaries({}, optional={"value": st.sampled_from(
            [{"than": "前年 売上"}, {"than": "前年 売上", "tolerance": 0.5}, {"tolerance": 1}])})
    return st.fixed_dictionaries({"value": _value_of(field)})


@st.composite
def rules(draw: st.DrawFn, depth: int = 0, include: bool = True) -> dict[str, Any]:
    """A group with clauses, groups, inclusions, points, knock-outs and muted parts; the root with a threshold."""
    member = clauses() | (st.just({"ref": "target"}) if include else clauses())
    members = [_with_kind(draw, m) for m in draw(st.lists(member, min_size=0 if depth else 1, max_size=3))]
    if depth < 2:
        members += draw(st.lists(rules(depth + 1, include), max_size=2))
    matches = ["all", "any"] + [{"at-least": n} for n in range(1, len(members) + 1)]
    group = {"match": draw(st.sampled_from(matches)), "clauses": draw(st.permutations(members))}
    if draw(st.integers(0, 5)) == 0:
        group["cap"] = draw(st.sampled_from([10, 25]))
    if depth and draw(st.integers(0, 7)) == 0:
        group["muted"] = True
    if not depth:
        group["threshold"] = draw(st.sampled_from([0, 10, 30, {"fit": 10}, {"fit": 10, "interest": 5}]))
    return group


def _with_kind(draw: st.DrawFn, member: dict[str, Any]) -> dict[str, Any]:
    kind = draw(st.sampled_from(["required"] * 4 + ["knock-out", "points"]))
    if kind == "points":
        member |= {"points": draw(st.sampled_from([10, 20, -10])), "axis": draw(st.sampled_from(["", "fit", "interest"]))}
        if draw(st.booleans()):
            member |= {"half_life_days": 30, "half_life_from": "訪問日"}
    return member | {"kind": kind, "muted": draw(st.integers(0, 9)) == 0}


# the second judge

YES = {"○", "はい"}
NO = {"×", "いいえ"}
TREND = {"増加": 1, "横ばい": 0, "減少": -1}
Row = Mapping[str, Any]


def verdict(rule: Mapping[str, Any], row: Row, target: Mapping[str, Any] | None = None) -> bool | None:
    """True, False or None (unknown) for one lead."""
    parts: list[bool | None] = []
    logic = _group(rule, row, target)
    if logic != "nothing":
        parts.append(logic)
    counted = [c for c in _flat(rule) if c["kind"] == "points"]
    if counted:
        wanted = rule["threshold"] if isinstance(rule["threshold"], dict) else {"": rule["threshold"]}
        parts += [_reached(needed, _score(rule, axis, row, target)) for axis, needed in wanted.items()]
    for c in _flat(rule):
        if c["kind"] == "knock-out":
            holds = _holds(c, row, target)
            parts.append(None if holds is None else not holds)
    if not parts:
        return None
    return False if False in parts else None if None in parts else True


def _flat(group: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if group.get("muted"):
        return []
    return [c for m in group["clauses"] for c in (_flat(m) if "clauses" in m else [] if m["muted"] else [m])]


def _group(group: Mapping[str, Any], row: Row, target: Mapping[str, Any] | None) -> Any:
    if group.get("muted"):
        return "nothing"
    found = []
    for m in group["clauses"]:
        if "clauses" in m:
            found.append(_group(m, row, target))
        elif m["kind"] == "required" and not m["muted"]:
            found.append(_holds(m, row, target))
    found = [f for f in found if f != "nothing"]
    if not found:
        return "nothing"
    true, unknown = sum(f is True for f in found), sum(f is None for f in found)
    needed = {"all": len(found), "any": 1}[group["match"]] if isinstance(group["match"], str) else group["match"]["at-least"]
    needed = min(needed, len(found))
    return True if true >= needed else None if true + unknown >= needed else False


def _score(group: Mapping[str, Any], axis: str, row: Row, target: Mapping[str, Any] | None) -> tuple[float, float]:
    low = high = 0.0
    for m in [] if group.get("muted") else group["clauses"]:
        if "clauses" in m:
            a, b = _score(m, axis, row, target)
        elif m["kind"] == "points" and not m["muted"] and axis in ("", m["axis"]):
            a, b = _points(m, row, target)
        else:
            continue
        low, high = low + a, high + b
    cap = group.get("cap", float("inf"))
    return min(low, cap), min(high, cap)


def _points(clause: Mapping[str, Any], row: Row, target: Mapping[str, Any] | None) -> tuple[float, float]:
    worth = [1.0]
    if "half_life_days" in clause:
        seen = row[clause["half_life_from"]]
        worth = [0.0, 1.0] if seen is None else [0.5 ** (max((TODAY - seen).days, 0) / clause["half_life_days"])]
    holds = _holds(clause, row, target)
    outcomes = [clause["points"] * w for w in worth] if holds is not False else []
    outcomes += [0.0] if holds is not True else []
    return min(outcomes), max(outcomes)


def _reached(needed: float, score: tuple[float, float]) -> bool | None:
    return True if score[0] >= needed else None if score[1] >= needed else False


def _holds(clause: Mapping[str, Any], row: Row, target: Mapping[str, Any] | None) -> bool | None:
    if "ref" in clause:
        assert target is not None
        return verdict(target, row)
    x, operator, value = row[clause["field"]], clause["operator"], clause.get("value")
    if operator in ("is-blank", "not-blank"):
        return (x is None) == (operator == "is-blank")
    if x is None:
        return None
    if operator in ("increased", "flat", "decreased"):
        return _trend(x, operator, value or {}, row)
    if operator in ("is-true", "is-false"):
        truth = (True if x in YES else False if x in NO else None) if isinstance(x, str) else bool(x)
        return None if truth is None else truth == (operator == "is-true")
    if operator == "within-days":
        parts = value if isinstance(value, dict) else {"days": value}
        reference = row[parts["of"]] if "of" in parts else TODAY
        return None if reference is None else 0 <= (reference - x).days <= parts["days"]
    x = x.isoformat() if isinstance(x, date) else x
    return {
        "=": lambda: x == value, "!=": lambda: x != value, "<": lambda: x < value, "<=": lambda: x <= value,
        ">": lambda: x > value, ">=": lambda: x >= value, "between": lambda: value[0] <= x <= value[1],
        "one-of": lambda: x in value, "none-of": lambda: x not in value, "contains": lambda: value in x,
        "not-contains": lambda: value not in x, "starts-with": lambda: x.startswith(value),
    }[operator]()


def _trend(x: Any, operator: str, value: Mapping[str, Any], row: Row) -> bool | None:
    if isinstance(x, str):
        step: float | None = TREND.get(x)
    else:
        base = row[value["than"]] if "than" in value else 0
        band = value.get("tolerance", 0) * (abs(base or 0) if "than" in value else 1)
        step = None if base is None else 0 if abs(x - base) <= band else x - base
    if step is None:
        return None
    return step > 0 if operator == "increased" else step < 0 if operator == "decreased" else step == 0
