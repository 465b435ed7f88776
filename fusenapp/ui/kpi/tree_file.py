"""The tree as a file, PNG or PDF: painted by a process of its own, since a large one takes seconds that no window waits for.

The window says what it shows as plain values (`writing`); the process that paints (`ui.journey.painting_child`) puts the same tree
together again and paints it (`write_tree`), saying how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from fusenapp.domain.kpi import KpiNode, Tree
from fusenapp.export.whole import whole
from fusenapp.flows.journey_pictures import run_painter
from fusenapp.i18n import language, translate
from fusenapp.ui.kpi.bands import bands
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.tree_layout import Placed, place
from fusenapp.ui.kpi.tree_painter import Shown
from fusenapp.ui.kpi.tree_picture import TreePicture, paint_file

KIND = "kpi-tree"
"""By which the painter knows what it is asked for."""
_NODE = ("id", "name", "parent", "type", "unit", "department", "formula")
"""What a picture says of a node's definition."""


def writing(path: Path, tree: TreePicture) -> Callable[[Any], None]:
    """The work of writing a tree to ``.png`` or ``.pdf``; it gets a `Progress`.

    The file is replaced only once the new one is complete. Work raises ``EnvironmentFault`` (``cannot-write``, ``no-worker``).
    """
    shown, title, caption = tree.shown, tree.title, tree.caption
    folded = sorted(shown.folded)

    def work(progress: Any) -> None:
        request = {"kind": KIND, "format": path.suffix.lower(), "language": language(), "title": title, "caption": caption,
                   **_told(shown), "folded": folded}
        with whole(path) as draft:
            run_painter({**request, "out": draft}, path, progress)

    return work


def _told(shown: Shown) -> dict[str, Any]:
    """Nodes, figures and departments as plain values; nothing of what is selected."""
    return {"nodes": [{name: getattr(node, name) for name in _NODE} for node in shown.tree],
            "figures": [{each.name: getattr(shown.nodes[id], each.name) for each in fields(NodeFigures)} for id in shown.tree.nodes],
            "departments": {id: list(look) for id, look in shown.departments.items()}}


def picture_of(request: Mapping[str, Any]) -> TreePicture:
    """The tree that a request tells of, every node at its place."""
    nodes = [KpiNode(**each) for each in request["nodes"]]
    figures = [NodeFigures(**{**each, "trend": tuple(each["trend"]), "targets": tuple(each["targets"])}) for each in request["figures"]]
    tree, folded = Tree({node.id: node for node in nodes}), set(request["folded"])

    def children(id: str) -> tuple[str, ...]:
        return () if id in folded else tree.children(id)

    departments = {id: (look[0], look[1]) for id, look in request["departments"].items()}
    boxes = place(tree.roots, children)
    shown = Shown(tree, {each.id: each for each in figures}, departments, Placed(boxes, children), folded)
    found = bands(boxes, lambda id: tree.nodes[id].department, tuple(departments))
    return TreePicture(shown, found, request["title"], request["caption"])


def write_tree(request: Mapping[str, Any], tell: Callable[[float], Any]) -> None:
    """Paint what is asked for; ``tell`` hears how far it is (0–1). Raises ``OSError`` if the file cannot be written."""
    if not paint_file(request["out"], request["format"], picture_of(request), tell):
        raise OSError(translate("JourneyOut", "the file cannot be written"))
