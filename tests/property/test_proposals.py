"""Random edits of an exported workbook are proposed exactly: no more, no less, with the values that were written."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.domain import definition
from fusenapp.domain.clause_text import operator_text, parse_operator, parse_value, value_cell
from fusenapp.domain.definition import OPERATORS, normal_value, plain_value
from fusenapp.domain.workbook_fields import tidy
from fusenapp.editing import terms
from fusenapp.export import judging
from fusenapp.flows import proposals
from tests.unit.export.making import Company
from tests.unit.flows.test_proposals import Copy

_TEXT = st.text(st.sampled_from("あア亜aZ09 =+-@'\"、,;:\n（）%"), min_size=1, max_size=12).map(tidy).filter(bool)
_LINE = _TEXT.map(lambda text: " ".join(text.split())).filter(bool)
_NUMBER = st.integers(-10**6, 10**6) | st.floats(-1000, 1000).map(lambda n: round(n, 3))
_COLUMN = st.sampled_from(["売上", "資本金（万円）", "前年 (実績)"])
_VALUES = {
    "scalar": _LINE | _NUMBER | st.booleans(), "ordered": _NUMBER | st.dates().map(str),
    "pair": st.tuples(_NUMBER, _NUMBER).map(sorted), "list": st.lists(_LINE | _NUMBER, min_size=1, max_size=4), "text": _LINE, "none": st.none(),
    "days": st.fixed_dictionaries({"days": st.integers(0, 9999)}, optional={"of": _COLUMN}),
    "trend": st.fixed_dictionaries({}, optional={"than": _COLUMN, "tolerance": st.integers(1, 99).map(lambda n: n / 100)}),
}


@st.composite
def _conditions(draw: st.DrawFn) -> tuple[str, Any]:
    operator = draw(st.sampled_from(sorted(OPERATORS)))
    return operator, plain_value(normal_value(operator, draw(_VALUES[OPERATORS[operator]])))


@given(_conditions(), st.sampled_from(["ja", "en"]))
@settings(max_examples=400, deadline=None)
def test_a_condition_is_read_back_from_its_cells(condition: tuple[str, Any], language: str) -> None:
    operator, value = condition
    assert parse_operator(operator_text(operator, language)) == operator
    assert parse_value(operator, value_cell(operator, value, language), value) == value


_FIELDS = [("terms", f"term-{id}", field) for id in ("lead", "mql", "won") for field in ("name", "agreed", "test", "wording.marketing")] + [
    ("clauses", definition.record_id("target", id), "comment") for id in ("T1", "T3", "T4")]
_SHEET = {"terms": "用語", "clauses": "ターゲット"}


@given(st.dictionaries(st.sampled_from(_FIELDS), _LINE, max_size=6), st.dictionaries(st.sampled_from(_FIELDS[:12]), _LINE, max_size=4))
@settings(max_examples=8, deadline=None)
def test_random_edits_on_both_sides_are_told_apart(theirs: dict[tuple[str, str, str], str], ours: dict[tuple[str, str, str], str]) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(judging, "ROWS", 1)
        company = Company(Path(folder), data=False)
        was = company.document.snapshot()
        copy = Copy(company)
        for (kind, id, field), text in theirs.items():
            cell = copy.cell(_SHEET[kind], f"{kind}/{id}", field)
            cell.value, cell.data_type = text, "s"
        for (_, id, field), text in ours.items():
            with company.document.edit("ours") as edit:
                edit.set_field("terms", id, field, text)
        now = company.document.snapshot()
        expected = {key: (was.value(*key) or "", text, now.value(*key) or "") for key, text in theirs.items()
                    if text != (was.value(*key) or "") and text != (now.value(*key) or "")}
        found = copy.read()
        assert found.unreadable == ()
        assert {(p.kind, p.id, p.field): (p.was or "", p.now, p.current or "") for p in found.items} == expected
        assert {(p.kind, p.id, p.field) for p in found.conflicts} == {key for key, (old, _, new) in expected.items() if old != new}
        terms.write_agreed(company.document, "term-sal", "別の編集")
        proposals.accept(company.document, found, found.items)
        after = company.document.snapshot()
        assert all(after.value(*key) == text for key, (_, text, _) in expected.items())
        assert copy.read().items == ()
