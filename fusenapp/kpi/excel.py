"""A node's formula as an Excel formula over cells that gives the same figure, blank where it is not known."""

from __future__ import annotations

from collections.abc import Callable

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number, names, parts
from fusenapp.domain.kpi import Tree
from fusenapp.domain.kpi_check import resolve

CellOf = Callable[[str, str | None], str]
"""(node id, segment) → address like ``"B4"`` or ``"'KPI'!B$4"``; segment None = that of the row the formula stands in."""

_LOOSE, _SUM, _PRODUCT, _TIGHT = range(4)


def to_excel(tree: Tree, node: str, cell_of: CellOf) -> str:
    """The formula of a node, beginning with ``=``.

    Blank operands give a blank (Excel alone would take them for 0), as does a division by 0. Works in a month's
    column and, for ratios, in the column of a longer period, where it divides the sums.

    Raises:
        InputError: if the formula cannot be read, see `domain.kpi_check.resolve`.
    """
    formula = resolve(tree, tree.nodes[node])
    cells = list(dict.fromkeys(_cell(name, cell_of) for name in names(formula)))
    if _has(formula, If):
        return f'=IFERROR({_write(formula, _guarded(cell_of))},"")'
    body = _write(formula, lambda name: _cell(name, cell_of))
    if _has(formula, Binary, "/"):
        body = f'IFERROR({body},"")'
    return f'=IF(COUNT({",".join(cells)})={len(cells)},{body},"")' if cells else f"={body}"


def _cell(name: Name, cell_of: CellOf) -> str:
    return cell_of(name.name, name.segment or None)


def _guarded(cell_of: CellOf) -> Callable[[Name], str]:
    """A cell that is not a number becomes an error, which only counts in the branch that is chosen."""

    def written(name: Name) -> str:
        cell = _cell(name, cell_of)
        return f"IF(ISNUMBER({cell}),{cell},NA())"

    return written


def _has(expression: Expression, kind: type, operator: str = "") -> bool:
    mine = isinstance(expression, kind) and (not operator or getattr(expression, "operator", "") == operator)
    return mine or any(_has(part, kind, operator) for part in parts(expression))


def _write(expression: Expression, cell: Callable[[Name], str], around: int = _LOOSE) -> str:
    match expression:
        case Number(value):
            return repr(int(value)) if value.is_integer() else repr(value)
        case Name():
            return cell(expression)
        case Negative(operand):
            return _wrapped(f"-{_write(operand, cell, _TIGHT)}", _PRODUCT, around)
        case Call(function, arguments):
            return f"{function}({','.join(_write(part, cell) for part in arguments)})"
        case If():
            test = f"{_write(expression.left, cell, _SUM)}{expression.comparison}{_write(expression.right, cell, _SUM)}"
            return f"IF({test},{_write(expression.then, cell)},{_write(expression.otherwise, cell)})"
        case Binary():
            return _binary(expression, cell, around)


def _binary(expression: Binary, cell: Callable[[Name], str], around: int) -> str:
    level = _SUM if expression.operator in "+-" else _PRODUCT
    right = level + 1 if expression.operator in "-/" else level
    text = f"{_write(expression.left, cell, level)}{expression.operator}{_write(expression.right, cell, right)}"
    return _wrapped(text, level, around)


def _wrapped(text: str, level: int, around: int) -> str:
    return f"({text})" if around > level else text
