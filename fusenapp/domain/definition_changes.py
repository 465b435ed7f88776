"""What is tried out on a definition: other values, points and thresholds, clauses muted or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fusenapp.domain.definition_types import Clause, Definition, Group, Include, Threshold
from fusenapp.domain.definition_value import normal_value


@dataclass(frozen=True)
class Changes:
    """By id of the clause or inclusion as in the rule file; what is not named stays as it is.

    Attributes:
        values: clause → value that suits its operator.
        muted: condition → whether it is left out.
        points: condition → points.
        thresholds: axis (``""``: the sum) → points needed.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    muted: Mapping[str, bool] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.muted or self.points or self.thresholds)


def changed(definition: Definition, changes: Changes) -> Definition:
    """The definition with the changes in it.

    Raises:
        ValueError: a value does not suit the operator of its clause.
    """
    if not changes:
        return definition
    return replace(definition, root=_group(definition.root, changes), threshold=_threshold(definition.threshold, changes.thresholds))


def _group(group: Group, changes: Changes) -> Group:
    return replace(group, members=tuple(_group(m, changes) if isinstance(m, Group) else _condition(m, changes) for m in group.members))


def _condition(condition: Clause | Include, changes: Changes) -> Clause | Include:
    fields: dict[str, Any] = {name: given[condition.id] for name, given in (("muted", changes.muted), ("points", changes.points))
                              if condition.id in given}
    if isinstance(condition, Clause) and condition.id in changes.values:
        fields["value"] = normal_value(condition.operator, changes.values[condition.id])
    return replace(condition, **fields) if fields else condition


def _threshold(threshold: Threshold, given: Mapping[str, float]) -> Threshold:
    if not given:
        return threshold
    if isinstance(threshold, Mapping):
        return {**threshold, **{axis: needed for axis, needed in given.items() if axis}}
    return given.get("", threshold)
