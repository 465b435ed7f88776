"""A trial gives what evaluating the changed definition afresh gives, in whatever order trials are made."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.domain.definition import Clause, Definition, conditions, parse_rule
from fusenapp.domain.definition_changes import Changes, changed
from fusenapp.qualify import Simulator, evaluate
from fusenapp.tables.dataset import Dataset
from tests.property import qualify_rules as made


@st.composite
def trials(draw: st.DrawFn, definition: Definition) -> Changes:
    """Other values (of the same operator), points, thresholds; clauses muted and not."""
    held = list(conditions(definition.root))
    numbers = [c for c in held if isinstance(c, Clause) and c.operator in ("<", "<=", ">", ">=") and isinstance(c.value, (int, float))]
    ranges = [c for c in held if isinstance(c, Clause) and c.operator == "between" and isinstance(c.value[0], (int, float))]
    values: dict[str, Any] = {c.id: draw(st.sampled_from(made.NUMBERS)) for c in numbers if draw(st.booleans())}
    values |= {c.id: (0, draw(st.sampled_from([0, 50, 100]))) for c in ranges if draw(st.booleans())}
    muted = {c.id: draw(st.booleans()) for c in held if draw(st.integers(0, 3)) == 0}
    points = {c.id: float(draw(st.sampled_from([-5, 0, 10, 40]))) for c in held if c.kind == "points" and draw(st.booleans())}
    axes = list(definition.threshold) if isinstance(definition.threshold, dict) else [""]
    thresholds = {axis: float(draw(st.sampled_from([0, 5, 20]))) for axis in axes if draw(st.booleans())}
    return Changes(values, muted, points, thresholds)


@settings(max_examples=120, deadline=None)
@given(made.rules(), made.rules(include=False), made.leads(), st.data())
def test_a_trial_says_what_the_changed_definition_says(
    rule: dict[str, Any], target: dict[str, Any], columns: dict[str, list[Any]], data: st.DataObject
) -> None:
    definition, others = parse_rule(rule, "hot-lead"), {"target": parse_rule(target, "target")}
    dataset = Dataset.of(columns, made.TYPES)
    simulator = Simulator(definition, dataset, others, made.TODAY)
    for _ in range(4):
        trial = data.draw(trials(definition))
        expected = evaluate(changed(definition, trial), dataset, others, made.TODAY)
        assert simulator.verdict(trial).tolist() == expected.verdict.tolist()
        assert simulator.figures(trial).counts == expected.counts()
    assert simulator.verdict().tolist() == evaluate(definition, dataset, others, made.TODAY).verdict.tolist()
