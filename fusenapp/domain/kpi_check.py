"""What is wrong with a tree before any figure is looked at, and in which order its nodes can be reckoned.

Every error names the node in ``where`` and carries its id as ``node``; errors inside a formula carry ``position``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, Number, names, parse, rename
from fusenapp.domain.kpi import NODE_TYPES, KpiNode, Tree
from fusenapp.domain.unit import NUMBER, Dimension, dimension
from fusenapp.errors import InputError

_KEPT = 4096
"""Formulas remembered: a tree is looked through after every edit, and all but one of its formulas are as before."""


@dataclass(frozen=True)
class Checked:
    """A tree that was looked through.

    Attributes:
        formulas: node id → its formula with node ids for names; nodes whose formula is in error are absent.
        needs: node id → the nodes that its value is reckoned from.
        order: nodes that can be reckoned, each after those that it needs. Nodes in a ring, and those that need one, are absent.
        errors: everything found, in the order of the nodes.
    """

    formulas: Mapping[str, Expression]
    needs: Mapping[str, frozenset[str]]
    order: tuple[str, ...]
    errors: tuple[InputError, ...]

    def dependents(self, changed: Iterable[str]) -> tuple[str, ...]:
        """The nodes whose value depends on any of the given, in an order to reckon them; the given ones are left out."""
        moved = set(changed)
        found = []
        for id in self.order:
            if not moved.isdisjoint(self.needs[id]):
                moved.add(id)
                found.append(id)
        return tuple(found)


def check(tree: Tree) -> Checked:
    """Looks through a whole tree: formulas, names, units, links, rings."""
    errors: list[InputError] = []
    formulas: dict[str, Expression] = {}
    used: dict[str, tuple[str, ...]] = {}
    for node in tree:
        try:
            _check_type(tree, node)
            if node.formula.strip():
                used[node.id] = _operands(tree, node)
                formulas[node.id] = _with_ids(node.formula, used[node.id])
        except InputError as error:
            errors.append(error)
    for id, operands in used.items():
        errors.extend(_unit_errors(tree, tree.nodes[id], operands))
    needs = {node.id: _needs(tree, node, used) for node in tree}
    order = _order(needs)
    return Checked(formulas, needs, order, (*errors, *_rings(tree, needs, order), *_parent_rings(tree)))


def resolve(tree: Tree, node: KpiNode) -> Expression:
    """A node's formula with node ids in place of names.

    Raises:
        InputError: ``formula-syntax``, ``unknown-name`` or ``ambiguous-name`` with ``position`` (from 1).
    """
    return _with_ids(node.formula, _operands(tree, node))


def _operands(tree: Tree, node: KpiNode) -> tuple[str, ...]:
    """The ids of the nodes that the formula names, from left to right, repeated where they are repeated."""
    try:
        return tuple(_find(tree, name) for name in _names_in(node.formula))
    except InputError as error:
        raise InputError(error.code, node.name, node=node.id, **error.parameters) from error


@lru_cache(maxsize=_KEPT)
def _names_in(text: str) -> tuple[Name, ...]:
    return tuple(names(parse(text)))


@lru_cache(maxsize=_KEPT)
def _with_ids(text: str, ids: tuple[str, ...]) -> Expression:
    """The formula with the given node ids in place of its names, from left to right; the same object for the same formula."""
    return _put(parse(text), iter(ids))


def check_formula(tree: Tree, node: KpiNode) -> None:
    """Raises the first error that ``node`` (in the tree or in place of the one with its id) would bring; None if there is none."""
    nodes = {**tree.nodes, node.id: node}
    errors = check(replace(tree, nodes=nodes)).errors
    mine = [error for error in errors if node.id in (error.parameters.get("node"), *_ring_of(error))]
    if mine:
        raise mine[0]


def renamed(tree: Tree, id: str, name: str) -> dict[str, str]:
    """Node id → its formula with the new name put in, for every formula that names the node; to be written in the same step."""
    old = tree.nodes[id].name
    found = {node.id: rename(node.formula, old, name) for node in tree if node.formula and tree.named(old) == (id,)}
    return {each: text for each, text in found.items() if text != tree.nodes[each].formula}


def _ring_of(error: InputError) -> tuple[str, ...]:
    ring = error.parameters.get("ring")
    return ring if isinstance(ring, tuple) else ()


def _check_type(tree: Tree, node: KpiNode) -> None:
    if node.type not in NODE_TYPES:
        raise InputError("unknown-node-type", node.name, node=node.id, type=node.type)
    if node.type == "formula" and not node.formula.strip():
        raise InputError("formula-syntax", node.name, node=node.id, position=1, found="")
    if node.type == "linked" and node.link not in tree.nodes:
        raise InputError("unknown-name", node.name, node=node.id, name=node.link, position=0)


def _put(expression: Expression, ids: Iterator[str]) -> Expression:
    match expression:
        case Name():
            return replace(expression, name=next(ids))
        case Binary():
            return replace(expression, left=_put(expression.left, ids), right=_put(expression.right, ids))
        case Negative():
            return Negative(_put(expression.operand, ids))
        case Call():
            return replace(expression, arguments=tuple(_put(part, ids) for part in expression.arguments))
        case If():
            return replace(expression, left=_put(expression.left, ids), right=_put(expression.right, ids), then=_put(expression.then, ids),
                           otherwise=_put(expression.otherwise, ids))
        case _:
            return expression


def _find(tree: Tree, name: Name) -> str:
    hits = tree.named(name.name)
    if len(hits) == 1:
        return hits[0]
    raise InputError("ambiguous-name" if hits else "unknown-name", name=name.name, position=name.at + 1)


# -- units


def _unit_errors(tree: Tree, node: KpiNode, operands: tuple[str, ...]) -> list[InputError]:
    units = tuple(tree.nodes[id].unit for id in operands)
    wrong = _wrong_units(node.formula, units, node.unit)
    return [InputError(wrong.code, node.name, node=node.id, **wrong.parameters)] if wrong else []


@lru_cache(maxsize=_KEPT)
def _wrong_units(text: str, units: tuple[str, ...], unit: str) -> InputError | None:
    """``units``: those of the names in the formula, from left to right."""
    of = {name.at: each for name, each in zip(_names_in(text), units, strict=True)}
    try:
        found = unit_of(parse(text), lambda name: dimension(of[name.at]))
        if not found.fits(dimension(unit)):
            return InputError("unit-mismatch", left=str(found), right=unit, position=1)
    except InputError as error:
        return error.with_traceback(None)
    return None


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


# -- order and rings


def _needs(tree: Tree, node: KpiNode, used: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    if node.type == "linked":
        return frozenset({node.link} & tree.nodes.keys())
    return frozenset(used.get(node.id, ())) if node.reckoned else frozenset()


def _order(needs: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    open_ = {id: len(of) for id, of in needs.items()}
    needed_by: dict[str, list[str]] = {}
    for id, of in needs.items():
        for each in of:
            needed_by.setdefault(each, []).append(id)
    order = [id for id, count in open_.items() if count == 0]
    for id in order:
        for above in needed_by.get(id, ()):
            open_[above] -= 1
            if open_[above] == 0:
                order.append(above)
    return tuple(order)


def _rings(tree: Tree, needs: Mapping[str, frozenset[str]], order: tuple[str, ...]) -> list[InputError]:
    done = set(order)
    left = {id: sorted(needs[id]) for id in needs if id not in done}
    found: list[InputError] = []
    told: set[str] = set()
    for id in left:
        ring = _ring_from(id, left)
        if ring and told.isdisjoint(ring):
            told.update(ring)
            found.append(_cycle(tree, ring))
    return found


def _ring_from(start: str, left: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The ring that following the first unreckonable operand from ``start`` runs into; it may begin further down."""
    seen: dict[str, int] = {}
    path: list[str] = []
    at = start
    while at not in seen:
        seen[at] = len(path)
        path.append(at)
        at = next(each for each in left[at] if each in left)
    return tuple(path[seen[at]:])


def _cycle(tree: Tree, ring: tuple[str, ...]) -> InputError:
    told = " → ".join(tree.nodes[id].name for id in (*ring, ring[0]))
    return InputError("cycle", tree.nodes[ring[0]].name, node=ring[0], path=told, ring=ring)


def _parent_rings(tree: Tree) -> list[InputError]:
    found = []
    told: set[str] = set()
    for id in tree.nodes:
        if id in tree.parent_rings and id not in told:
            ring = [id]
            while (above := tree.nodes[ring[-1]].parent) != id:
                ring.append(above)
            told.update(ring)
            found.append(_cycle(tree, tuple(ring)))
    return found
