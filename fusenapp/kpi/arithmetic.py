"""Formulas as functions over numpy arrays: NaN is a figure that is not known, and so is what is divided by 0.

A resolved formula (node ids for names) becomes nested closures; nothing is evaluated as text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number

if TYPE_CHECKING:
    import numpy as np

Figures = Any
"""What a leaf is read from; the leaf functions decide (a list of arrays in the grid, a dict in a split)."""
Program = Callable[[Figures], Any]
"""figures → float64 array (or scalar, for a formula without names)."""
Leaf = Callable[[Name], Program]


def compile_formula(expression: Expression, leaf: Leaf) -> Program:
    """The function that reckons a formula.

    Args:
        expression: a formula whose names are node ids.
        leaf: gives for a name the function that reads its figures.

    Returns:
        figures → float64 array of the shape of the leaves (a formula without names gives a scalar).
    """
    import numpy as np

    match expression:
        case Number(value):
            constant = np.float64(value)
            return lambda figures: constant
        case Name():
            return leaf(expression)
        case Negative(operand):
            inner = compile_formula(operand, leaf)
            return lambda figures: np.negative(inner(figures))
        case Binary():
            return _binary(expression, leaf)
        case Call():
            return _call(expression, leaf)
        case If():
            return _if(expression, leaf)


def _binary(expression: Binary, leaf: Leaf) -> Program:
    import numpy as np

    left = compile_formula(expression.left, leaf)
    if expression.operator == "/" and isinstance(expression.right, Number):
        below = np.float64(expression.right.value or np.nan)
        return lambda figures: np.divide(left(figures), below)
    right = compile_formula(expression.right, leaf)
    operation = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": divide}[expression.operator]
    return lambda figures: operation(left(figures), right(figures))


def divide(above: Any, below: Any) -> np.ndarray:
    """Division; NaN where ``below`` is 0. Meant to run where numpy's warnings are off (see `quietly`)."""
    import numpy as np

    return np.divide(above, np.where(below, below, np.nan))


def _call(expression: Call, leaf: Leaf) -> Program:
    import numpy as np

    inner = [compile_formula(part, leaf) for part in expression.arguments]
    operation = {"SUM": np.add, "MIN": np.minimum, "MAX": np.maximum}[expression.function]
    first, rest = inner[0], inner[1:]

    def fold(figures: Figures) -> np.ndarray:
        value = first(figures)
        for each in rest:
            value = operation(value, each(figures))
        return value

    return fold


def _if(expression: If, leaf: Leaf) -> Program:
    """The unchosen branch may be unknown; an unknown comparison makes the whole unknown."""
    import numpy as np

    left, right, then, otherwise = (
        compile_formula(part, leaf) for part in (expression.left, expression.right, expression.then, expression.otherwise)
    )
    compare = _comparisons()[expression.comparison]

    def choose(figures: Figures) -> np.ndarray:
        a, b = left(figures), right(figures)
        chosen = np.where(compare(a, b), then(figures), otherwise(figures))
        return np.where(np.isnan(a) | np.isnan(b), np.nan, chosen)

    return choose


def _comparisons() -> Mapping[str, Callable[[Any, Any], np.ndarray]]:
    import numpy as np

    return {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "=": np.equal, "<>": np.not_equal}


def quietly() -> Any:
    """A context in which numpy does not warn: unknown and overflowing figures are ordinary here."""
    import numpy as np

    return np.errstate(all="ignore")
