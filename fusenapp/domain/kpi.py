"""A node of the KPI tree and the tree: one tree over all departments, and the same tree seen from one of them.

Where the figures of a node come from:

===========  =======================================================================================
``input``    rows of a KPI sheet (``source``)
``measure``  a count or sum over a lead list (``measure``); target and forecast still from ``source``
``formula``  arithmetic over other nodes (``formula``)
``linked``   another node, drawn elsewhere (``link``)
===========  =======================================================================================

An input or a measure may have a formula as well. It is then not reckoned but says what the figure is
made of (受注数 = 提案数 × 受注率), so that a change of it can be split over its drivers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property, lru_cache
from typing import Any, Literal

from fusenapp.domain.kpi_template import b2b_tree
from fusenapp.domain.snapshot import Record, Snapshot, value

__all__ = [
    "AGGREGATIONS", "BASES", "DIRECTIONS", "NODE_TYPES", "SEGMENTS", "SERIES", "STAGES", "UNITS", "KpiNode", "Measure", "Source", "Tree",
    "b2b_tree", "basis_of", "key", "node_of", "partial", "rerooted", "to_json", "tree_from", "tree_of",
]

NodeType = Literal["input", "measure", "formula", "linked"]
Aggregation = Literal["sum", "last", "ratio"]
Direction = Literal["up", "down"]

NODE_TYPES: tuple[NodeType, ...] = ("input", "measure", "formula", "linked")
AGGREGATIONS: tuple[Aggregation, ...] = ("sum", "last", "ratio")
DIRECTIONS: tuple[Direction, ...] = ("up", "down")
UNITS = ("件", "円", "%", "営業日")
STAGES = ("lead", "mql", "sal", "appointment", "opportunity", "proposal", "won")
SEGMENTS = ("all", "quality", "general", "unknown")
"""``general`` is every lead that is not a quality lead, so quality + general = all; ``unknown`` is the part of
``general`` for which the definition lacks information, shown apart as a work list."""
SERIES = ("target", "actual", "forecast", "previous")
BASES = ("cohort", "event")
"""``cohort``: a lead's whole way counts in the month it was registered; ``event``: each step in its own month."""


@dataclass(frozen=True)
class Measure:
    """A count or a sum over a lead list.

    Attributes:
        dataset: id of the lead dataset; empty = the workspace's only one.
        count: stage whose leads are counted (one of `STAGES`), or empty.
        sum: meaning or column whose values are added up over the leads at ``stage``, or empty.
        stage: which leads ``sum`` looks at; default ``won``.
        basis: ``cohort`` or ``event``; empty = the tree's.
        definition: id of the definition that makes a lead a quality lead.
        only: id of a definition: leads that do not meet it are not counted at all (ホットリード数); empty = all leads.
    """

    dataset: str = ""
    count: str = ""
    sum: str = ""
    stage: str = ""
    basis: str = ""
    definition: str = "target"
    only: str = ""


@dataclass(frozen=True)
class Source:
    """Which rows of a KPI sheet feed a node: all segments of ``(department, name)``, or the one ``segment`` alone.

    Attributes:
        dataset: id of the KPI dataset.
        department, name: as written in the sheet; an empty department matches any.
        segment: empty = each row feeds its own segment; otherwise that segment's row feeds the node's whole.
    """

    dataset: str = ""
    department: str = ""
    name: str = ""
    segment: str = ""


@dataclass(frozen=True)
class KpiNode:
    """One node; the fields of a ``kpis`` record with JSON values read.

    ``department`` is a department's id, ``owner`` a person, ``link`` the id of the node that a linked node shows.
    """

    id: str
    name: str = ""
    parent: str = ""
    order: str = ""
    type: NodeType = "input"
    unit: str = ""
    department: str = ""
    stage: str = ""
    direction: Direction = "up"
    aggregation: Aggregation = "sum"
    formula: str = ""
    measure: Measure | None = None
    source: Source | None = None
    link: str = ""
    owner: str = ""
    note: str = ""

    def __hash__(self) -> int:
        """Reckoned once: whole trees are looked up by their nodes."""
        if "_hash" not in self.__dict__:
            self.__dict__["_hash"] = hash(tuple(value for name, value in self.__dict__.items() if name != "_hash"))
        return self.__dict__["_hash"]

    @property
    def reckoned(self) -> bool:
        """Whether the formula gives the node's value (otherwise it only explains it)."""
        return self.type == "formula"


def node_of(record: Record) -> KpiNode:
    """A node from its record; fields never written have their defaults, unreadable JSON counts as absent."""
    plain: dict[str, Any] = {name: record.get(name, default) or "" for name, default in _defaults().items()}
    source = record.get("source")
    link = source.get("node", "") if isinstance(source, Mapping) else ""
    return KpiNode(record["id"], measure=_json(Measure, record.get("measure")), source=_json(Source, source), link=link, **plain)


_PLAIN = ("name", "parent", "order", "type", "unit", "department", "stage", "direction", "aggregation", "formula", "owner", "note")


@cache
def _defaults() -> dict[str, Any]:
    """What a field that was never written says; looked up once, since hundreds of nodes are read after every edit."""
    return {name: value("kpis", {}, name) for name in _PLAIN}


def _json(kind: Any, found: Any) -> Any:
    if not isinstance(found, Mapping):
        return None
    known = {f.name: found[f.name] for f in fields(kind) if isinstance(found.get(f.name), str)}
    return kind(**known) if known else None


def basis_of(snapshot: Snapshot) -> str:
    """In which month the leads of a measure count that does not say: ``cohort`` or ``event``, as the workspace keeps it."""
    said = snapshot.value("workspace", "workspace", "kpi_basis")
    return said if said in BASES else "cohort"


def to_json(spec: Measure | Source) -> dict[str, str]:
    """The JSON value of a record's ``measure`` or ``source`` field; what is empty is left out."""
    return {f.name: text for f in fields(spec) if (text := getattr(spec, f.name))}


@dataclass(frozen=True)
class Tree:
    """Nodes by id in their order. A node whose parent is missing stands at the top, as does one in a ring of parents.

    Attributes:
        nodes: id → node, in the order of their keys.
        fiscal_start: first month of the fiscal year, 1 to 12.
        departments: department id → name.
    """

    nodes: Mapping[str, KpiNode]
    fiscal_start: int = 4
    departments: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[KpiNode]:
        return iter(self.nodes.values())

    def __len__(self) -> int:
        return len(self.nodes)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Ids of the nodes at the top."""
        return tuple(id for id in self.nodes if self.parent_of(id) is None)

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for id in self.nodes:
            above = self.parent_of(id)
            if above is not None:
                found.setdefault(above, []).append(id)
        return {id: tuple(below) for id, below in found.items()}

    @cached_property
    def parent_rings(self) -> frozenset[str]:
        """Nodes that are their own ancestor."""
        done: set[str] = set()
        rings: set[str] = set()
        for id in self.nodes:
            way: dict[str, int] = {}
            at = id
            while at in self.nodes and at not in done and at not in way:
                way[at] = len(way)
                at = self.nodes[at].parent
            if at in way:
                rings.update(each for each, place in way.items() if place >= way[at])
            done.update(way)
        return frozenset(rings)

    def parent_of(self, id: str) -> str | None:
        """The node above, or None at the top."""
        above = self.nodes[id].parent
        return above if above in self.nodes and id not in self.parent_rings else None

    def children(self, id: str) -> tuple[str, ...]:
        """Ids of the nodes below, in order."""
        return self._children.get(id, ())

    def walk(self, root: str | None = None) -> Iterator[tuple[KpiNode, int]]:
        """Depth first, each node with its depth (roots 0)."""
        stack = [(id, 0) for id in reversed(self.roots if root is None else (root,))]
        while stack:
            id, depth = stack.pop()
            yield self.nodes[id], depth
            stack.extend((below, depth + 1) for below in reversed(self.children(id)))

    @cached_property
    def by_depth(self) -> tuple[str, ...]:
        """Ids of all nodes, those at the top first."""
        return tuple(node.id for node, _ in sorted(self.walk(), key=lambda each: each[1]))

    @cached_property
    def levels(self) -> int:
        """Number of levels."""
        return max((depth for _, depth in self.walk()), default=-1) + 1

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the nodes with this name (compared by `key`), or the one node with this id."""
        return self._by_name.get(key(name)) or ((name,) if name in self.nodes else ())

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for node in self:
            found.setdefault(key(node.name), []).append(node.id)
        return {name: tuple(ids) for name, ids in found.items()}


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """What names are compared by: NFKC, without blanks, lower case."""
    import unicodedata

    return "".join(unicodedata.normalize("NFKC", name).split()).lower()


def row_key(department: str | None, name: str) -> tuple[str, str]:
    """The same for a row of a KPI sheet by its department and name, however both are written."""
    return key(department or ""), key(name)


def tree_of(snapshot: Snapshot) -> Tree:
    """The workspace's tree; the same object as the last time while it says the same.

    Nodes whose record is the same object as when it was last read are not read again.
    """
    nodes = {record["id"]: _known_node(record) for record in snapshot.all("kpis")}
    names = {record["id"]: value("departments", record, "name") for record in snapshot.all("departments")}
    start = snapshot.value("workspace", "workspace", "fiscal_start")
    found = _Latest.tree = carried_on(Tree(nodes, int(start) if start in range(1, 13) else 4, names), _Latest.tree)
    return found


class _Latest:
    """The tree that was read last. It is frozen, so threads may share it."""

    tree: Tree | None = None


def carried_on(tree: Tree, before: Tree | None) -> Tree:
    """The tree before, if it says the same; else the tree with what was found out of how its nodes hang together, while they do so."""
    if before is None or list(before.nodes) != list(tree.nodes):
        return tree
    moved = [(node, was) for node, was in zip(tree, before, strict=True) if node is not was and node != was]
    if not moved:
        said, known = ((each.fiscal_start, list(each.departments.items())) for each in (tree, before))
        return before if said == known else tree
    kept = [] if any(node.parent != was.parent for node, was in moved) else [
        "roots", "_children", "parent_rings", "by_depth", "levels"]
    kept += [] if any(node.name != was.name for node, was in moved) else ["_by_name"]
    tree.__dict__.update({name: before.__dict__[name] for name in kept if name in before.__dict__})
    return tree


_read: dict[str, tuple[Record, KpiNode]] = {}
"""Node id → its record and the node read from it. Records are frozen and shared by snapshots, so the object tells."""
_KEPT = 8192


def _known_node(record: Record) -> KpiNode:
    before = _read.get(record["id"])
    if before is None or before[0] is not record:
        if len(_read) >= _KEPT:
            _read.clear()
        node = node_of(record)
        before = _read[record["id"]] = (record, before[1] if before is not None and before[1] == node else node)
    return before[1]


def tree_from(records: Iterable[Mapping[str, Any]], fiscal_start: int = 4) -> Tree:
    """A tree from plain records (a template, a test)."""
    return Tree({record["id"]: node_of(record) for record in records}, fiscal_start)


def partial(tree: Tree, department: str) -> Tree:
    """The partial view of one department: its nodes of the same tree, re-rooted.

    A node of the department hangs below its nearest ancestor of the department; the others are left out.
    """
    kept = {}
    for node in tree:
        if node.department == department:
            kept[node.id] = _under(node, _ancestor(tree, node.id, department))
    return Tree(kept, tree.fiscal_start, tree.departments)


def pruned(tree: Tree, without: Collection[str]) -> Tree:
    """The tree without some nodes; what hangs below a node left out hangs below its nearest ancestor that stays."""
    kept = {}
    for node in tree:
        if node.id not in without:
            above = tree.parent_of(node.id)
            while above is not None and above in without:
                above = tree.parent_of(above)
            kept[node.id] = _under(node, above or "")
    return Tree(kept, tree.fiscal_start, tree.departments)


def rerooted(tree: Tree, root: str) -> Tree:
    """The subtree below ``root``, which becomes the top."""
    inside = {node.id: node for node, _ in tree.walk(root)}
    inside[root] = _under(inside[root], "")
    return Tree(inside, tree.fiscal_start, tree.departments)


def _ancestor(tree: Tree, id: str, department: str) -> str:
    above = tree.parent_of(id)
    while above is not None and tree.nodes[above].department != department:
        above = tree.parent_of(above)
    return above or ""


def _under(node: KpiNode, parent: str) -> KpiNode:
    return node if node.parent == parent else replace(node, parent=parent)
