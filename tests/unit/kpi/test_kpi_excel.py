"""A node's formula in Excel."""

from __future__ import annotations

import pytest

from fusenapp.domain.kpi import tree_from
from fusenapp.kpi import to_excel
from tests.unit.kpi.making import formula, node

CELLS = {"a": "B2", "b": "B3", "c": "B4"}


def _excel(text: str) -> str:
    tree = tree_from([*(node(id, "") for id in CELLS), formula("f", text, "")])
    return to_excel(tree, "f", lambda id, segment: f"{segment or ''}{CELLS[id]}")


@pytest.mark.parametrize(
    ("text", "excel"),
    [
        ("a × b", '=IF(COUNT(B2,B3)=2,B2*B3,"")'),
        ("a ÷ b", '=IF(COUNT(B2,B3)=2,IFERROR(B2/B3,""),"")'),
        ("a@質 ÷ a", '=IF(COUNT(qualityB2,B2)=2,IFERROR(qualityB2/B2,""),"")'),
        ("a + a", '=IF(COUNT(B2)=1,B2+B2,"")'),
        ("SUM(a, b、12.5)", '=IF(COUNT(B2,B3)=2,SUM(B2,B3,12.5),"")'),
        ("100", "=100"),
        ("IF(a > 0, b ÷ a, 0)",
         '=IFERROR(IF(IF(ISNUMBER(B2),B2,NA())>0,IF(ISNUMBER(B3),B3,NA())/IF(ISNUMBER(B2),B2,NA()),0),"")'),
    ],
)
def test_blank_operands_and_divisions_by_zero_give_a_blank(text: str, excel: str) -> None:
    assert _excel(text) == excel


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("a − (b − c)", "B2-(B3-B4)"), ("a − b − c", "B2-B3-B4"), ("(a + b) × c", "(B2+B3)*B4"), ("a × (b × c)", "B2*B3*B4"),
        ("a + (b + c)", "B2+B3+B4"), ("−(a + b) × c", "-(B2+B3)*B4"), ("a × −b + c", "B2*-B3+B4"), ("a − −b × c", "B2--B3*B4"),
    ],
)
def test_brackets_are_kept_where_they_matter(text: str, body: str) -> None:
    assert f",{body},\"\")" in _excel(text)


def test_a_quotient_below_a_quotient_keeps_its_brackets() -> None:
    assert "B2/(B3/B4)" in _excel("a ÷ (b ÷ c)")
    assert "B2/(B3*B4)" in _excel("a ÷ (b × c)")
