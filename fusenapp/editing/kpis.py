"""Verbs for the KPI tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fusenapp.document import Document, Edit
from fusenapp.domain.kpi import AGGREGATIONS, BASES, DIRECTIONS, NODE_TYPES, STAGES, UNITS, Measure, node_of, to_json, tree_of
from fusenapp.domain.kpi_check import check_formula, renamed
from fusenapp.domain.kpi_template import TREE_TEMPLATES
from fusenapp.editing.common import existing
from fusenapp.errors import InputError
from fusenapp.i18n import language, translate


def add_node(document: Document, name: str, parent: str = "", **fields: Any) -> str:
    """A new node at the end below ``parent``; returns its id. Fields and errors are those of `set_node`."""
    if parent:
        existing(document, "kpis", parent)
    _check(name, fields)
    with document.edit(translate("Edit", "Add a KPI")) as edit:
        siblings = edit.all("kpis", parent=parent)
        order = edit.order_between("kpis", siblings[-1]["id"] if siblings else None, None)
        id = edit.create("kpis", {"name": name, "parent": parent, "order": order, **fields})
        _check_formula(edit, id, fields)
        return id


def begin_tree(document: Document, template: str, sources: Mapping[str, Mapping[str, str]] | None = None) -> list[str]:
    """The tree of a template, in the language in use, where there is none yet; one step. Returns the ids, the top first.

    Args:
        sources: node id → the row of a KPI sheet that feeds it.

    Raises:
        InputError: ``unknown-template``; ``tree-there`` if there are KPIs already.
    """
    if template not in TREE_TEMPLATES:
        raise InputError("unknown-template", where=template, known=", ".join(TREE_TEMPLATES))
    if document.snapshot().all("kpis"):
        raise InputError("tree-there", where="kpis")
    with document.edit(translate("Edit", "Begin the KPI tree")) as edit:
        made = add_tree(edit, template)
        for id, source in (sources or {}).items():
            edit.set("kpis", id, source=dict(source))
    return made


def add_tree(edit: Edit, template: str) -> list[str]:
    """The records of a template within a gesture, in their order; returns their ids."""
    made: list[str] = []
    for node in TREE_TEMPLATES[template].records(language()):
        fields = {k: v for k, v in node.items() if k != "id"}
        order = edit.order_between("kpis", made[-1] if made else None, None)
        made.append(edit.create("kpis", fields | {"order": order}, id=node["id"]))
    return made


def set_node(document: Document, id: str, **fields: Any) -> None:
    """Change fields of a node: name, type, unit, department, stage, direction, aggregation, formula, owner …

    A new name is carried into the formulas that use the old one; a formula is checked in its place in the tree.

    Raises:
        InputError: ``bad-value``, ``formula-syntax``, ``unknown-name``, ``cycle``, ``unit-mismatch``.
    """
    existing(document, "kpis", id)
    _check(id, fields)
    formulas = renamed(tree_of(document.snapshot()), id, fields["name"]) if "name" in fields else {}
    with document.edit(translate("Edit", "Change a KPI"), group=f"kpi:{id}:{','.join(sorted(fields))}") as edit:
        for other, formula in formulas.items():
            edit.set("kpis", other, formula=formula)
        edit.set("kpis", id, **fields)
        _check_formula(edit, id, fields)


def set_formula(document: Document, id: str, text: str) -> None:
    """Write a formula. Where nothing else gives the node its figures the formula does; otherwise it explains them.

    Raises:
        InputError: as `set_node`.
    """
    node = node_of(existing(document, "kpis", id))
    alone = node.type == "input" and not (node.source and node.source.name)
    if text and alone:
        set_node(document, id, formula=text, type="formula")
    elif not text and node.reckoned:
        set_node(document, id, formula="", type="input")
    else:
        set_node(document, id, formula=text)


def set_measure(document: Document, id: str, measure: Measure) -> None:
    """Count the node on a lead list: leads at a stage, or an amount over them.

    Raises:
        InputError: ``bad-value`` for a stage or basis that there is not.
    """
    for told, allowed in ((measure.count, STAGES), (measure.stage, STAGES), (measure.basis, BASES)):
        if told and told not in allowed:
            raise InputError("bad-value", where=id, value=told)
    linked = node_of(existing(document, "kpis", id)).type == "linked"
    set_node(document, id, type="measure", measure=to_json(measure), **({"source": None} if linked else {}))


def set_basis(document: Document, basis: str) -> None:
    """In which month leads count: ``cohort``, that of their registration, or ``event``, that in which each step happened.

    Raises:
        InputError: ``bad-value``.
    """
    if basis not in BASES:
        raise InputError("bad-value", where="workspace", value=basis)
    with document.edit(translate("Edit", "Change the month in which leads count")) as edit:
        edit.set("workspace", "workspace", kpi_basis=basis)


def link_node(document: Document, id: str, target: str) -> None:
    """Let a node show the figures of another one, which is drawn elsewhere.

    Raises:
        InputError: ``cycle`` if the other one is reckoned from this node.
    """
    existing(document, "kpis", target)
    set_node(document, id, type="linked", source={"node": target})


def set_type(document: Document, id: str, type: str) -> None:
    """Let the figures come from a sheet (``input``), a formula (``formula``) …; a link to another node goes."""
    linked = node_of(existing(document, "kpis", id)).type == "linked"
    set_node(document, id, type=type, **({"source": None} if linked and type != "linked" else {}))


def connect_sources(document: Document, sources: Mapping[str, Mapping[str, str] | None]) -> None:
    """Say which rows of a KPI sheet feed which nodes (node id → source, None = none); one undo step."""
    for id in sources:
        existing(document, "kpis", id)
    with document.edit(translate("Edit", "Connect KPIs with the sheet")) as edit:
        for id, source in sources.items():
            linked = {"type": "input"} if source and edit.snapshot().value("kpis", id, "type") == "linked" else {}
            edit.set("kpis", id, source=dict(source) if source else None, **linked)


def move_node(document: Document, id: str, parent: str, after: str | None = None, before: str | None = None) -> None:
    """Hang a node below another, between two of its children; a node never goes below itself."""
    existing(document, "kpis", id)
    above: str = parent
    while above:
        if above == id:
            name = document.snapshot().value("kpis", id, "name")
            raise InputError("cycle", where=id, node=name, path=name)
        above = document.snapshot().value("kpis", above, "parent")
    with document.edit(translate("Edit", "Move a KPI")) as edit:
        edit.set("kpis", id, parent=parent, order=edit.order_between("kpis", after, before))


def delete_node(document: Document, id: str) -> None:
    """Remove a node; its children move up to its parent."""
    record = existing(document, "kpis", id)
    with document.edit(translate("Edit", "Delete a KPI")) as edit:
        for child in document.snapshot().all("kpis", parent=id):
            edit.set("kpis", child["id"], parent=record.get("parent", ""))
        edit.delete("kpis", id)


_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("type", NODE_TYPES), ("unit", (*UNITS, "")), ("direction", DIRECTIONS), ("aggregation", AGGREGATIONS), ("stage", (*STAGES, "")))


def _check(where: str, fields: Mapping[str, Any]) -> None:
    for name, allowed in _ALLOWED:
        if fields.get(name, allowed[0]) not in allowed:
            raise InputError("bad-value", where=where, value=fields[name])


def _check_formula(edit: Edit, id: str, fields: Mapping[str, Any]) -> None:
    """In its place in the tree as it will be; an error takes the whole step back."""
    if fields.keys() & {"formula", "type", "source"}:
        after = tree_of(edit.snapshot())
        node = after.nodes[id]
        if node.formula or node.link:
            check_formula(after, node)
