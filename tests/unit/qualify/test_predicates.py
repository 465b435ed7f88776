"""Which operators a column can have, and what keeps a clause from running."""

from __future__ import annotations

import pytest

from fusenapp.domain.definition import Clause
from fusenapp.errors import InputError
from fusenapp.qualify import check_clause, operators_for, problems
from fusenapp.tables.dataset import Column
from tests.unit.qualify.leads import rule

COLUMNS = [Column("企業情報›業種"), Column("企業情報›従業員数", type="integer"), Column("行動›登録日", type="date"), Column("行動›DL", type="boolean")]


@pytest.mark.parametrize(("type", "has", "lacks"), [
    ("text", {"=", "contains", "is-true", "increased", "is-blank"}, {">=", "between", "within-days"}),
    ("money", {"=", ">=", "between", "increased", "not-blank"}, {"contains", "within-days", "is-true"}),
    ("date", {">=", "between", "within-days"}, {"contains", "increased", "is-true"}),
    ("month", {">=", "between", "starts-with"}, {"within-days", "increased"}),
    ("boolean", {"is-true", "is-false", "="}, {">=", "contains"})])
def test_a_menu_offers_what_suits_the_column(type: str, has: set[str], lacks: set[str]) -> None:
    offered = set(operators_for(type))
    assert has <= offered
    assert not lacks & offered


@pytest.mark.parametrize("type", ["text", "integer", "number", "percent", "money", "date", "month", "boolean"])
def test_whatever_a_menu_offers_can_be_checked_on_such_a_column(type: str) -> None:
    first = {"date": "2026-04-01", "month": "2026-04", "text": "製造業", "boolean": True}.get(type, 5)
    values = {"between": [first, first], "one-of": [first], "none-of": [first], "within-days": 7}
    for operator in operators_for(type):
        bare = operator.startswith("is-") or operator in ("not-blank", "increased", "flat", "decreased")
        value = None if bare else values.get(operator, str(first) if "contains" in operator or operator == "starts-with" else first)
        check_clause(Clause(id="c", field="列", operator=operator, value=value), [Column("列", type=type)])


def test_the_columns_that_a_value_names_are_looked_for_too() -> None:
    late = Clause(id="c", field="登録日", operator="within-days", value={"days": 3, "of": "引渡日"})
    with pytest.raises(InputError) as caught:
        check_clause(late, COLUMNS)
    assert (caught.value.code, caught.value.parameters["field"]) == ("unknown-field", "引渡日")


def test_all_clauses_that_cannot_run_are_told_at_once() -> None:
    definition = rule({"id": "a", "field": "従業員", "operator": ">=", "value": 1}, {"id": "b", "field": "業種", "operator": "not-blank"},
                      {"id": "c", "field": "DL", "operator": ">=", "value": 1},
                      {"id": "d", "field": "無い", "operator": "is-true", "muted": True})
    assert [(error.code, error.where) for error in problems(definition, COLUMNS)] == [("unknown-field", "a"), ("unsuited-operator", "c")]
