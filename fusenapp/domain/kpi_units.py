"""The dimension of a formula: what its names are counted in, joined the way it joins them."""

from __future__ import annotations

from collections.abc import Callable

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number
from fusenapp.domain.unit import NUMBER, Dimension
from fusenapp.errors import InputError


def unit_of(expression: Expression, unit: Callable[[Name], Dimension]) -> Dimension:
    """The dimension of a formula; ``unit`` gives that of a name in it.

    Raises:
        InputError: ``unit-mismatch`` with ``left``, ``right`` and ``position``.
    """
    match expression:
        case Number():
            return NUMBER
        case Name():
            return unit(expression)
        case Negative():
            return unit_of(expression.operand, unit)
        case Call():
            return _joined([unit_of(part, unit) for part in expression.arguments], expression.at)
        case If():
            _joined([unit_of(expression.left, unit), unit_of(expression.right, unit)], expression.at)
            return _joined([unit_of(expression.then, unit), unit_of(expression.otherwise, unit)], expression.at)
        case Binary():
            left, right = unit_of(expression.left, unit), unit_of(expression.right, unit)
            if expression.operator in "+-":
                return _joined([left, right], expression.at)
            return left * right if expression.operator == "*" else left / right


def _joined(found: list[Dimension], at: int) -> Dimension:
    whole = found[0]
    for each in found[1:]:
        if not whole.fits(each):
            raise InputError("unit-mismatch", left=str(whole), right=str(each), position=at + 1)
        whole = whole.joined(each)
    return whole
