"""What is wrong with a tree before any figure is looked at, and in which order its nodes can be reckoned.

Every error names the node in ``where`` and carries its id as ``node``; errors inside a formula carry ``position``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from fusenapp.domain.formula import Binary, Call, Expression, If, Name, Negative, names, parse, rename
from fusenapp.domain.kpi import NODE_TYPES, KpiNode, Tree, key
from fusenapp.domain.kpi_units import unit_of
from fusenapp.domain.unit import dimension
from fusenapp.errors import InputError

_KEPT = 4096
"""Formulas remembered: a tree is looked through after every edit, and all but one of its formulas are as before."""


@dataclass(frozen=True)
class Looked:
    """What looking at one node found; it depends on its own fields, on all names and on the units of its operands alone.

    Attributes:
        operands: the nodes that its formula names, from left to right, repeated where they are repeated.
        formula: with node ids for names; None without a formula that can be read.
        needs: the nodes that its value is reckoned from.
        error: an unreadable formula, an unknown name, a missing link …
        misfit: units that do not go together.
    """

    operands: tuple[str, ...] = ()
    formula: Expression | None = None
    needs: frozenset[str] = frozenset()
    error: InputError | None = None
    misfit: InputError | None = None


@dataclass(frozen=True)
class Checked:
    """A tree that was looked through.

    Attributes:
        formulas: node id → its formula with node ids for names; nodes whose formula is in error are absent.
        needs: node id → the nodes that its value is reckoned from.
        order: nodes that can be reckoned, each after those that it needs. Nodes in a ring, and those that need one, are absent.
        errors: everything found, in the order of the nodes.
        looked: node id → what was found there, for looking through the tree after an edit.
    """

    formulas: Mapping[str, Expression]
    needs: Mapping[str, frozenset[str]]
    order: tuple[str, ...]
    errors: tuple[InputError, ...]
    looked: Mapping[str, Looked] = field(default_factory=dict, repr=False)

    def dependents(self, changed: Iterable[str]) -> tuple[str, ...]:
        """The nodes whose value depends on any of the given, in an order to reckon them; the given ones are left out."""
        moved = set(changed)
        found = []
        for id in self.order:
            if not moved.isdisjoint(self.needs[id]):
                moved.add(id)
                found.append(id)
        return tuple(found)


class _Latest:
    """The tree looked through last. Trees are frozen, and the pair is put down as one object: threads may share it."""

    pair: tuple[Tree, Checked] | None = None


def check(tree: Tree) -> Checked:
    """Looks through a whole tree: formulas, names, units, links, rings.

    Of the same nodes as the last time only what an edit can have touched is looked at again: a figure follows its formula at once
    however many others there are.
    """
    latest = _Latest.pair
    if latest is not None and latest[0] is tree:
        return latest[1]
    found = check_afresh(tree) if latest is None else _check_again(tree, *latest)
    _Latest.pair = tree, found
    return found


def check_afresh(tree: Tree) -> Checked:
    """The same as `check`, whatever was looked through before."""
    looked = {node.id: _look(tree, node) for node in tree}
    needs = {id: each.needs for id, each in looked.items()}
    return _checked(tree, looked, needs, _order(needs))


def _check_again(tree: Tree, old: Tree, before: Checked) -> Checked:
    if list(tree.nodes) != list(old.nodes):
        return check_afresh(tree)
    moved = [(node, was) for node, was in zip(tree, old, strict=True) if node is not was and node != was]
    if not moved:
        return before
    if any(key(node.name) != key(was.name) for node, was in moved):
        return check_afresh(tree)
    looked = {**before.looked, **{id: _look(tree, tree.nodes[id]) for id in _touched(moved, before.looked)}}
    needs = {id: each.needs for id, each in looked.items()}
    return _checked(tree, looked, needs, before.order if needs == before.needs else _order(needs))


def _touched(moved: Iterable[tuple[KpiNode, KpiNode]], looked: Mapping[str, Looked]) -> set[str]:
    """The nodes that are others now, and those whose units have to go together with another one's."""
    moved = list(moved)
    remeasured = {node.id for node, was in moved if node.unit != was.unit}
    users = {id for id, each in looked.items() if not remeasured.isdisjoint(each.operands)} if remeasured else set()
    return users | {node.id for node, _ in moved}


def _look(tree: Tree, node: KpiNode) -> Looked:
    operands: tuple[str, ...] = ()
    formula = error = misfit = None
    try:
        _check_type(tree, node)
        if node.formula.strip():
            operands = _operands(tree, node)
            formula = _with_ids(node.formula, operands)
            misfit = _misfit(tree, node, operands)
    except InputError as raised:
        error = _bare(raised)
    linked = node.type == "linked" and node.link in tree.nodes
    needs = {node.link} if linked else operands if node.reckoned else ()
    return Looked(operands, formula, frozenset(needs), error, misfit)


def _checked(tree: Tree, looked: Mapping[str, Looked], needs: Mapping[str, frozenset[str]], order: tuple[str, ...]) -> Checked:
    formulas = {id: each.formula for id, each in looked.items() if each.formula is not None}
    errors = [each.error for each in looked.values() if each.error is not None]
    misfits = [each.misfit for each in looked.values() if each.misfit is not None]
    return Checked(formulas, needs, order, (*errors, *misfits, *_rings(tree, needs, order), *_parent_rings(tree)), looked)


def _bare(error: InputError) -> InputError:
    """The same error without where it was raised, which would keep all that was at hand there."""
    return InputError(error.code, error.where, **error.parameters)


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
    changed = tree if tree.nodes.get(node.id) is node else replace(tree, nodes={**tree.nodes, node.id: node})
    mine = [error for error in check(changed).errors if node.id in (error.parameters.get("node"), *_ring_of(error))]
    if mine:
        raise _bare(mine[0])


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


def _misfit(tree: Tree, node: KpiNode, operands: tuple[str, ...]) -> InputError | None:
    units = tuple(tree.nodes[id].unit for id in operands)
    wrong = _wrong_units(node.formula, units, node.unit)
    return InputError(wrong.code, node.name, node=node.id, **wrong.parameters) if wrong else None


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


# -- order and rings


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
