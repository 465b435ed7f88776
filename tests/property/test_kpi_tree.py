"""What must hold for any tree and any figures."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fusenapp.domain.formula import parse
from fusenapp.domain.kpi import Tree, tree_from
from fusenapp.domain.kpi_check import check, check_afresh
from fusenapp.errors import InputError
from fusenapp.kpi import Inputs, KpiResult, Point, evaluate, explain_change, split_change, to_excel
from fusenapp.kpi.arithmetic import compile_formula, quietly
from fusenapp.kpi.grid import by_name_and_segment
from fusenapp.kpi.split import Split
from tests.unit.kpi import making

LEAVES = ("a", "b", "c", "d")
MONTHS = tuple(f"2026-{m:02d}" for m in range(4, 13))
FIGURES = st.integers(0, 1000)
SOME = settings(max_examples=50, deadline=None)


def _formulas(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    leaf = st.sampled_from(names) | st.integers(0, 9).map(str)
    return st.recursive(leaf, lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-×÷"), inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        st.tuples(st.sampled_from(("SUM", "MIN", "MAX")), inner, inner).map(lambda p: f"{p[0]}({p[1]}, {p[2]})"),
        st.tuples(inner, inner, inner).map(lambda p: f"IF({p[0]} > {p[1]}, {p[2]}, {p[0]})"),
        inner.map(lambda e: f"−{e}"),
    ), max_leaves=8)


@st.composite
def _trees(draw: st.DrawFn) -> Tree:
    """Four inputs and up to four formulas, each over the nodes before it."""
    records: list[dict[str, Any]] = [making.node(id, "") for id in LEAVES]
    for i in range(draw(st.integers(1, 4))):
        names = tuple(record["id"] for record in records)
        aggregation = draw(st.sampled_from(("sum", "ratio", "last")))
        records.append(making.formula(f"f{i}", draw(_formulas(names)), "", aggregation))
    return tree_from(records)


@st.composite
def _figures(draw: st.DrawFn) -> dict[str, dict[str, float]]:
    figures = st.lists(st.none() | FIGURES, min_size=len(MONTHS), max_size=len(MONTHS))
    return {id: {m: v for m, v in zip(MONTHS, draw(figures), strict=True) if v is not None} for id in LEAVES}


def _same(one: KpiResult, other: KpiResult) -> None:
    assert one.months == other.months
    for id in one.nodes:
        assert one.nodes[id].series == other.nodes[id].series, id


@SOME
@given(_trees(), _figures(), st.sampled_from(LEAVES), st.sampled_from(MONTHS), st.none() | FIGURES)
def test_reckoning_after_one_edit_gives_what_a_fresh_evaluation_gives(
    tree: Tree, figures: dict[str, dict[str, float]], leaf: str, month: str, value: int | None
) -> None:
    figures = {id: {**of, MONTHS[0]: 1, MONTHS[-1]: 1} for id, of in figures.items()}
    assume(month not in (MONTHS[0], MONTHS[-1]))
    before = making.given(tree, figures)
    changed = {m: v for m, v in {**figures[leaf], month: value}.items() if v is not None}
    fresh = making.given(tree, {**figures, leaf: changed})
    _same(before.edited({(leaf, "actual", "all"): {month: value}}), fresh)
    _same(before, making.given(tree, figures))


@st.composite
def _edits(draw: st.DrawFn) -> dict[str, Any]:
    """One node becomes another: its formula (circles and unknown names too), its type, its row of the sheet, its aggregation."""
    return draw(st.one_of(
        st.sampled_from(("a × 2", "f0 + a", "f1 ÷ b", "f0 − f1", "nobody + a", "a@質 + b", "7", "a +", "")).map(lambda text: {"formula": text}),
        st.sampled_from(("input", "formula")).map(lambda kind: {"type": kind}),
        st.sampled_from((*LEAVES, "nowhere")).map(lambda name: {"source": {"dataset": "sheet", "name": name}}),
        st.sampled_from(("sum", "ratio", "last")).map(lambda found: {"aggregation": found}),
        st.sampled_from(("a", "x")).map(lambda name: {"name": name}),
    ))


@SOME
@given(_trees(), _figures(), st.lists(st.tuples(st.sampled_from((*LEAVES, "f0", "f1")), _edits()), min_size=1, max_size=4))
def test_a_tree_after_any_edits_is_reckoned_as_if_it_were_new(
    tree: Tree, figures: dict[str, dict[str, float]], edits: list[tuple[str, dict[str, Any]]]
) -> None:
    rows = [making.Row("", id, "all", {"actual": of, "target": {m: v + 1 for m, v in of.items()}}, "") for id, of in figures.items()]
    inputs = Inputs(rows={"sheet": rows})
    records = {id: {"id": id, "name": id, "type": n.type, "formula": n.formula, "aggregation": n.aggregation,
                    "source": {"dataset": "sheet", "name": id}} for id, n in tree.nodes.items()}
    result = evaluate(tree_from(records.values()), inputs)
    for id, fields in edits:
        if id in records:
            records[id] = {**records[id], **fields}
        before, result = result, evaluate(tree_from(records.values()), inputs, before=result)
        fresh = evaluate(tree_from(records.values()), inputs)
        _same(result, fresh)
        assert (result.problems, result.as_of) == (fresh.problems, fresh.as_of)
        moved = result.moved_since(before)
        for each in result.nodes:
            if moved is not None and each not in moved:
                for period in (result.months, result.months[:3]):
                    assert [result.value(each, period, s) for s in ("actual", "target")] == [before.value(each, period, s) for s in ("actual", "target")]


@SOME
@given(_trees(), st.lists(st.tuples(st.sampled_from((*LEAVES, "f0", "f1")), _edits() | st.sampled_from((
    {"unit": "円"}, {"unit": "件"}, {"unit": ""}, {"parent": "a"}, {"parent": "f0"}, {"parent": ""}, {"type": "linked", "source": {"node": "f0"}},
    {"type": "linked", "source": {"node": "nobody"}}))), min_size=1, max_size=6))
def test_a_tree_is_looked_through_after_edits_as_if_it_were_new(tree: Tree, edits: list[tuple[str, dict[str, Any]]]) -> None:
    records = {id: {"id": id, "name": id, "type": n.type, "formula": n.formula} for id, n in tree.nodes.items()}
    check(tree_from(records.values()))
    for id, fields in edits:
        if id in records:
            records[id] = {**records[id], **fields}
        edited = tree_from(records.values())
        found, fresh = check(edited), check_afresh(edited)
        assert (found.formulas, found.needs, found.order) == (fresh.formulas, fresh.needs, fresh.order)
        assert [(e.code, e.where, e.parameters) for e in found.errors] == [(e.code, e.where, e.parameters) for e in fresh.errors]


def _split(result: KpiResult, node: str, start: str, end: str) -> Split | None:
    try:
        return split_change(result, node, start, end)
    except InputError as refused:
        if refused.code in ("no-figure", "split-undefined"):
            return None
        raise


@SOME
@given(_trees(), _figures(), st.sampled_from(MONTHS), st.sampled_from(MONTHS))
def test_a_split_sums_to_the_change_for_any_formula(tree: Tree, figures: dict[str, dict[str, float]], start: str, end: str) -> None:
    result = making.given(tree, figures)
    for node in tree:
        if node.type != "formula":
            continue
        split = _split(result, node.id, start, end)
        if split is None:
            continue
        told = math.fsum(part.value for part in split.parts)
        scale = max(1.0, abs(split.start), abs(split.end), *(abs(part.value) for part in split.parts))
        assert split.residual == 0
        waterfall = explain_change(result, node.id, Point(start), Point(end), days=lambda month: 18 + int(month[-2:]) % 5)
        assert math.fsum(bar.value for bar in waterfall.bars) == pytest.approx(split.delta, abs=1e-7 * scale)
        assert sum(waterfall.whole) == round(split.end) - round(split.start)
        assert all(bar.low <= bar.value <= bar.high for bar in waterfall.bars)
        assert told == pytest.approx(split.delta, abs=1e-7 * scale)
        assert all(part.low - 1e-7 * scale <= part.value <= part.high + 1e-7 * scale for part in split.parts)


@SOME
@given(_figures(), st.lists(st.sampled_from(MONTHS), min_size=1, unique=True))
def test_a_ratio_over_any_months_is_the_sum_of_both_divided(figures: dict[str, dict[str, float]], months: list[str]) -> None:
    tree = tree_from([*(making.node(id) for id in LEAVES), making.formula("r", "(a + b) ÷ c", "%", "ratio")])
    result = making.given(tree, figures)
    both = [m for m in months if all(m in figures[id] for id in "abc")]
    above, below = (sum(sum(figures[id][m] for m in both) for id in ids) for ids in ("ab", "c"))
    assert result.value("r", months) == (pytest.approx(above / below) if below else None)
    assert list(result.known("r", months)) == (both if len(months) > 1 or below else [])


@SOME
@given(_figures(), st.integers(1, 12))
def test_longer_periods_hold_the_sums_of_their_months(figures: dict[str, dict[str, float]], start: int) -> None:
    result = making.given(tree_from([making.node(id) for id in LEAVES], start), figures)
    for by in ("quarter", "half", "year"):
        for id in LEAVES:
            assert sum(result.table(id, by).get("actual", {}).values()) == sum(figures[id].values())


@SOME
@given(_figures())
def test_what_is_missing_stays_missing(figures: dict[str, dict[str, float]]) -> None:
    """A sum formula never has a figure in a month for which a plain sum of its operands has none."""
    records = [making.node(id, "") for id in LEAVES] + [making.formula("s", "a + b × c − d", "")]
    found = making.given(tree_from(records), figures).nodes["s"].series.get("all", {}).get("actual", {})
    assert found == {m: figures["a"][m] + figures["b"][m] * figures["c"][m] - figures["d"][m] for m in MONTHS if all(m in figures[i] for i in LEAVES)}


def _plain(excel: str) -> str:
    """An Excel formula of ours without its guards against blanks and divisions by 0."""
    text = re.sub(r"IF\(ISNUMBER\((\w)\),\1,NA\(\)\)", r"\1", excel.removeprefix("="))
    guard = re.fullmatch(r'IF\(COUNT\([\w,]+\)=\d,(.*),""\)', text)
    text = guard[1] if guard else text
    tried = re.fullmatch(r'IFERROR\((.*),""\)', text)
    return tried[1] if tried else text


@SOME
@given(_formulas(LEAVES), st.lists(FIGURES, min_size=4, max_size=4))
def test_a_formula_written_for_excel_gives_the_same_figure(text: str, values: list[int]) -> None:
    tree = tree_from([*(making.node(id, "") for id in LEAVES), making.formula("f", text, "")])
    excel = _plain(to_excel(tree, "f", lambda id, _: id))
    figures = {(id, ""): np.array([float(value)]) for id, value in zip(LEAVES, values, strict=True)}
    with quietly():
        ours, theirs = (compile_formula(parse(each), by_name_and_segment)(figures) for each in (text, excel))
    assert np.allclose(ours, theirs, equal_nan=True)


def _refused_at(text: str) -> int | None:
    try:
        parse(text)
    except InputError as refused:
        return int(str(refused.parameters["position"])) if refused.code == "formula-syntax" else -1
    return None


@SOME
@given(st.text(max_size=30) | st.text("aあ1.×+-()[]@,IF<>=質% ", max_size=30))
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    place = _refused_at(text)
    assert place is None or 1 <= place <= len(text) + 1
