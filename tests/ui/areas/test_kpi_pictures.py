"""The KPI tree as it is painted: the pictures that are kept say what painting anew would say, near and from afar."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from fusenapp.domain.kpi import Tree, tree_from
from fusenapp.ui.kpi.figures import NodeFigures
from fusenapp.ui.kpi.node_layer import FAR
from fusenapp.ui.kpi.tree_painter import paint_all
from fusenapp.ui.kpi.tree_view import TreeView
from fusenapp.ui.theme import Theme, color

DEPARTMENTS = {"marketing": ("circle", "マーケティング"), "sales": ("square", "営業")}


def _tree(count: int = 40) -> Tree:
    return tree_from([{"id": f"n{at}", "name": f"指標{at:02d}", "parent": f"n{(at - 1) // 3}" if at else "", "department": "sales" if at % 2 else "marketing",
                       "type": "formula", "formula": "1 + 2", "unit": "件"} for at in range(count)])


def _figures(tree: Tree, **changed: NodeFigures) -> dict[str, NodeFigures]:
    line = tuple(float(at % 7) for at in range(12))
    return {id: changed.get(id) or NodeFigures(id, node.name, "件", node.department, 90.0, 100.0, 0.9 if int(id[1:]) % 3 else 0.5, 30.0, 60.0, line, line[::-1])
            for id, node in tree.nodes.items()}


def _pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3].astype(int)


@pytest.fixture
def view(qtbot) -> TreeView:
    Theme("light").apply()
    made = TreeView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    tree = _tree()
    made.show_tree(tree, _figures(tree), DEPARTMENTS)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no frame around what is compared
    made.show()
    QApplication.processEvents()
    return made


def _settle(view: TreeView, qtbot) -> None:
    qtbot.waitUntil(lambda: not view._hasty, timeout=10_000)


def _anew(view: TreeView, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color("window"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_all(painter, view.shown, (0, 0, width, height))
    painter.end()
    return image


def test_what_is_on_the_screen_is_what_a_picture_file_shows(view) -> None:
    view.mark("n1")
    shown = _pixels(view.viewport().grab().toImage())
    height, width = shown.shape[0] - 20, shown.shape[1] - 20
    painted = _pixels(_anew(view, width, height))
    assert np.abs(shown[:height, :width] - painted).max() < 48  # smoothed edges may be blended in another order


def test_scrolling_in_haste_ends_where_painting_patiently_does(view, qtbot) -> None:
    view._zoom_by_user(0.9)
    for at in (150, 700, 90, 400):
        view.verticalScrollBar().setValue(at)
        QApplication.processEvents()
    _settle(view, qtbot)
    hasty = _pixels(view.viewport().grab().toImage())
    fresh = TreeView()
    qtbot.addWidget(fresh)
    fresh.resize(900, 700)
    fresh.show_tree(view.shown.tree, view.shown.nodes, DEPARTMENTS)
    fresh._set_zoom(0.9)
    fresh.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    fresh.show()
    QApplication.processEvents()
    fresh.verticalScrollBar().setValue(400)
    QApplication.processEvents()
    _settle(fresh, qtbot)
    assert (hasty == _pixels(fresh.viewport().grab().toImage())).all()


def test_only_a_node_that_looks_different_gets_another_picture(view) -> None:
    view.viewport().grab()
    before = {id: kept[2].cacheKey() for id, kept in view._layer._pictures.items()}
    other = replace(view.shown.nodes["n2"], value=12.0)
    tree = view.shown.tree
    view.show_tree(tree, _figures(tree, n2=other), DEPARTMENTS)
    view.viewport().grab()
    after = {id: kept[2].cacheKey() for id, kept in view._layer._pictures.items()}
    assert [id for id in before if before[id] != after[id]] == ["n2"]


def test_from_afar_a_node_says_its_name_and_how_it_stands_alone(view, qtbot) -> None:
    def looks(zoom: float, node: NodeFigures) -> np.ndarray:
        tree = view.shown.tree
        view.show_tree(tree, _figures(tree, n2=node), DEPARTMENTS)
        view._set_zoom(zoom)
        _settle(view, qtbot)
        return _pixels(view.viewport().grab().toImage())

    known = view.shown.nodes["n2"]
    for other, near, afar in ((replace(known, target=77.0), True, False), (replace(known, achievement=0.4), True, True),
                              (replace(known, name="別の指標"), True, True)):
        assert bool((looks(1.0, known) != looks(1.0, other)).any()) is near
        assert bool((looks(FAR - 0.1, known) != looks(FAR - 0.1, other)).any()) is afar


def test_the_dark_theme_has_pictures_of_its_own(view) -> None:
    light = _pixels(view.viewport().grab().toImage())
    Theme("dark").apply()
    try:
        dark = _pixels(view.viewport().grab().toImage())
    finally:
        Theme("light").apply()
    assert light[60, 60].mean() > 200 > 120 > dark[60, 60].mean()


def test_a_folded_node_tells_how_many_it_hides(view) -> None:
    view.toggle("n1")
    assert view.shown.sign("n1") == ("＋", len(list(view.shown.tree.walk("n1"))) - 1)
    assert view.shown.sign("n39") is None
    assert "n4" not in view.shown.placed.boxes
