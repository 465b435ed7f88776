"""Excel formulas: forms, quoting and limits. That they compute the verdicts is tested with LibreOffice."""

from __future__ import annotations

import re

import pytest

from fusenapp.domain.definition import Clause, clauses
from fusenapp.errors import InputError
from fusenapp.qualify import clause_formula, excel_formula, fits, group_formula, verdict_formula
from tests.unit.qualify.leads import flag, hot, rule, target

CELLS = {"業種": "$B5", "従業員数": "$C5", "資本金（万円）": "$D5", "売上推移": "$E5", "比較社数": "$F5", "トライアル申込": "$G5", "見積依頼": "$H5"}


def clause(**parts: object) -> Clause:
    return clauses(rule({"id": "c", "field": "業種", "operator": "=", "value": "製造業"} | parts))[0]


def test_a_clause_is_one_zero_or_an_empty_text() -> None:
    assert clause_formula(clause(), CELLS.__getitem__) == '=IF($B5<>"",IF(EXACT($B5,"製造業"),1,0),"")'
    number = clause(field="従業員数", operator=">=", value=100)
    assert clause_formula(number, CELLS.__getitem__) == '=IF(ISNUMBER($C5),IF($C5>=100,1,0),"")'
    assert clause_formula(clause(operator="is-blank", value=None), CELLS.__getitem__) == '=IF($B5="",1,0)'


def test_the_whole_definition_fits_one_cell() -> None:
    formula = excel_formula(hot(), CELLS.__getitem__, others={"target": target()})
    assert formula.startswith("=IF(AND(")
    assert all(word in formula for word in ('"該当"', '"非該当"', '"情報不足"'))
    assert fits(formula)


def test_only_functions_that_both_programs_know_since_2016_are_used() -> None:
    day = clause(field="従業員数", operator="within-days", value=3)
    every = [excel_formula(hot(), CELLS.__getitem__, others={"target": target()}), clause_formula(day, CELLS.__getitem__),
             clause_formula(clause(operator="starts-with"), CELLS.__getitem__),
             group_formula(target().root, lambda id: id.upper()), verdict_formula(rule(flag("a"), flag("b", kind="knock-out")), str, str)]
    used = set(re.findall(r"([A-Z]+)\(", " ".join(every)))
    assert used <= {"IF", "AND", "OR", "NOT", "EXACT", "ISNUMBER", "ISLOGICAL", "SUMPRODUCT", "FIND", "IFERROR", "TODAY", "SUM", "COUNT"}


def test_helper_cells_are_joined_by_counting_them() -> None:
    assert group_formula(target().root, {"c1": "X5", "c2": "Y5", "c3": "Z5", "c4": "AA5"}.__getitem__) == (
        '=IF(SUM(X5,Y5,Z5,AA5)>=4,1,IF(SUM(X5,Y5,Z5,AA5)+4-COUNT(X5,Y5,Z5,AA5)<4,0,""))')


def test_user_text_stays_text() -> None:
    hostile = '"),HYPERLINK("http://x'
    formula = clause_formula(clause(value=hostile), CELLS.__getitem__)
    assert '"""),HYPERLINK(""http://x"' in formula
    assert clause_formula(clause(value="a\nb"), CELLS.__getitem__).count('"a"&CHAR(10)&"b"') == 1


def test_long_texts_are_split_at_the_limit_of_a_constant() -> None:
    formula = clause_formula(clause(value="長" * 600), CELLS.__getitem__)
    assert max(len(part) for part in re.findall('"([^"]*)"', formula)) == 255
    assert formula.count("長") == 600


def test_many_values_are_split_at_the_limit_of_arguments() -> None:
    formula = clause_formula(clause(operator="one-of", value=[f"業種{n}" for n in range(450)]), CELLS.__getitem__)
    assert formula.count("EXACT(") == 450
    assert "OR(OR(" in formula
    assert not fits(formula)


def test_the_reference_date_may_be_a_cell() -> None:
    day = clause(field="従業員数", operator="within-days", value=3)
    assert "$A$1-$C5>=0" in clause_formula(day, CELLS.__getitem__, as_of="=$A$1")
    assert "DATE(2026,11,30)-$C5>=0" in clause_formula(day, CELLS.__getitem__, as_of="2026-11")
    assert "TODAY()-$C5>=0" in clause_formula(day, CELLS.__getitem__)


def test_a_definition_that_says_nothing_leaves_every_lead_open() -> None:
    assert excel_formula(rule(), str) == '=IF(FALSE,"該当",IF(TRUE,"情報不足","非該当"))'


def test_a_missing_inclusion_is_refused() -> None:
    with pytest.raises(InputError, match="unknown-definition"):
        excel_formula(hot(), CELLS.__getitem__)
