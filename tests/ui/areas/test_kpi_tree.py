"""KPIツリー: the state of the departments, levels, re-rooting, formulas completed and checked, where a figure comes from."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from fusenapp.ui.kpi.area import KpiArea
from fusenapp.ui.kpi.formula_field import FormulaField
from fusenapp.ui.kpi.table_model import FIRST
from fusenapp.ui.kpi.tree_layout import HEIGHT, WIDTH
from fusenapp.ui.kpi.tree_picture import packed, pages
from fusenapp.ui.theme import Theme


@pytest.fixture
def kpi(area, qtbot) -> KpiArea:
    """The area with its figures and what they say."""
    shown: KpiArea = area("kpi")
    qtbot.waitUntil(lambda: shown._reckoned_now is not None and shown._reckoned_now.findings is not None, timeout=20_000)
    return shown


def test_every_department_has_a_tile_with_its_state(kpi) -> None:
    found = [tile.standing for tile in kpi.strip.tiles]
    assert [each.name for each in found] == ["マーケティング", "インサイドセールス", "フィールドセールス"]
    amount = found[2].nodes[0]
    assert (amount.id, found[2].state) == ("kpi-won-amount", "off_target" if amount.state == "off_target" else found[2].state)
    for each in found:
        assert 0 <= each.reached <= each.aimed
        assert each.aimed == 0 or each.nodes


def test_a_tile_shows_the_part_of_its_department(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.strip.tiles[0], Qt.MouseButton.LeftButton)
    assert kpi.departments.currentText() == "マーケティング"
    assert {kpi._reckoned_now.result.tree.nodes[id].department for id in kpi.tree._boxes} == {"marketing"}
    assert not kpi.strip.isVisible()


def test_the_tree_goes_to_a_level_and_opens_again(kpi) -> None:
    everything = len(kpi.tree._boxes)
    kpi._to_level(2)
    assert {box.x for box in kpi.tree._boxes.values()} == {16, 16 + 180 + 32}
    kpi._to_level(0)
    assert len(kpi.tree._boxes) == everything


def test_the_tree_below_one_kpi_alone_and_back(kpi, qtbot) -> None:
    kpi.tree.select("kpi-mql")
    kpi.tree.setFocus()
    qtbot.keyClick(kpi.tree, Qt.Key.Key_R)
    assert next(iter(kpi.tree._boxes)) == "kpi-mql"
    assert "kpi-won-amount" not in kpi.tree._boxes
    qtbot.mouseClick(kpi.choices.top, Qt.MouseButton.LeftButton)
    assert "kpi-won-amount" in kpi.tree._boxes


def test_year_to_date_adds_the_months_up(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.choices.length.segment("ytd"), Qt.MouseButton.LeftButton)
    result = kpi._reckoned_now.result
    assert kpi._nodes["kpi-leads"].value == sum(result.value("kpi-leads", m) for m in result.months if m not in result.unfixed)


def _field(kpi) -> FormulaField:
    return kpi._inspector.definition.formula


def test_names_are_completed_into_brackets(kpi) -> None:
    line = _field(kpi).line
    line.setText("[受注数] × 平均")
    line.setCursorPosition(len(line.text()))
    assert line.matching()[0] == "平均単価"
    line.complete("平均単価")
    assert line.text() == "[受注数] × [平均単価]"
    line.setText("su")
    line.setCursorPosition(2)
    assert line.matching() == ["SUM"]
    line.complete("SUM")
    assert line.text() == "SUM("


@pytest.mark.parametrize(("formula", "told"), [
    ("[受注数] × [平均単価", "式"), ("[受注数] × [ない名前]", "ない名前"), ("[受注数] ＋ [平均単価]", "円")])
def test_what_is_wrong_is_said_while_typing_and_nothing_is_written(kpi, context, formula: str, told: str) -> None:
    field = _field(kpi)
    before = context.document.get("kpis", "kpi-won-amount")["formula"]
    field.line.setText(formula)
    field.check()
    assert not field.problem.isHidden()
    assert told in field.problem.text()
    assert context.document.get("kpis", "kpi-won-amount")["formula"] == before


def test_a_circle_is_named_with_its_way(kpi, context) -> None:
    kpi.go_to("kpi-win-rate")
    field = _field(kpi)
    field.line.setText("[受注率] ÷ [提案数]")
    field.check()
    assert "受注率" in field.problem.text()


def test_a_figure_clicked_names_its_cell(kpi, qtbot) -> None:
    result = kpi._reckoned_now.result
    kpi._inspector.show_place("target", kpi.period)
    assert result.nodes["kpi-won-amount"].places["all", "target", kpi.period] in kpi._inspector.place.text()
    kpi.go_to("kpi-win-rate")
    kpi._inspector.show_place("actual", kpi.period)
    assert "[受注数] ÷ [提案数]" in kpi._inspector.place.text()


def test_a_cell_of_the_table_names_its_place_too(kpi, qtbot) -> None:
    qtbot.mouseClick(kpi.view.segment("table"), Qt.MouseButton.LeftButton)
    row = kpi.model.row_of("kpi-leads")
    index = kpi.model.index(row, FIRST + 1)
    node, series, month, segment = kpi.model.figure_at(index)
    kpi.table.clicked.emit(index)
    assert kpi.chosen == node == "kpi-leads"
    place = kpi._reckoned_now.result.nodes[node].places.get((segment, series, month), "")
    assert place in kpi._inspector.place.text()


def _save(kpi, context, qtbot, path: Path) -> None:
    """Write the tree and wait until the user is told."""
    with qtbot.waitSignal(context.notified, timeout=60_000) as told:
        kpi.save_picture(path)
    assert told.args[0] == f"{path.name}に保存しました。"


def test_the_whole_tree_is_written_as_a_picture_and_as_a_page(kpi, context, qtbot, tmp_path) -> None:
    _save(kpi, context, qtbot, tmp_path / "tree.png")
    picture = QImage(str(tmp_path / "tree.png"))
    width, height = kpi.tree.extent
    assert picture.width() >= 2 * width > 2 * kpi.tree.viewport().width()
    assert picture.height() >= 2 * height
    last = max(kpi.tree._boxes.values(), key=lambda box: box.x)
    inside = picture.copy(int(2 * (24 + last.x)), int(2 * (24 + 44 + 28 + last.y)), 360, 220)
    assert len({inside.pixel(x, y) for x in range(0, 360, 4) for y in range(0, 220, 4)}) > 5, "the node furthest to the right is drawn"
    _save(kpi, context, qtbot, tmp_path / "tree.pdf")
    assert (tmp_path / "tree.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_that_cannot_be_written_is_told(kpi, context, tmp_path, qtbot) -> None:
    with qtbot.waitSignal(context.notified) as told:
        kpi.save_picture(tmp_path / "missing" / "tree.png")
    assert told.args[2] == "error"


def test_a_row_of_the_sheet_is_connected_by_hand_and_back_with_undo(kpi, context, qtbot) -> None:
    kpi.go_to("kpi-needs")
    row = kpi._inspector.definition.row
    assert row.currentText() == "なし"
    at = next(i for i in range(row.count()) if "アポ" in row.itemText(i))
    row.setCurrentIndex(at)
    row.activated.emit(at)
    source = context.document.get("kpis", "kpi-needs")["source"]
    assert source["name"] in row.itemText(at)
    qtbot.waitUntil(lambda: kpi._reckoned_now.result.value("kpi-needs", kpi.period, "target") is not None, timeout=20_000)
    context.document.undo()
    assert not context.document.get("kpis", "kpi-needs").get("source")


def _many(context, count: int) -> None:
    """So many more nodes below the topmost one, three to each."""
    with context.document.edit("many") as edit:
        made: list[str] = []
        for at in range(count):
            parent = made[(at - 1) // 3] if at else "kpi-won-amount"
            last = made[-1] if made else None
            fields = {"name": f"施策{at:03d}（展示会・ウェビナー）の効果", "parent": parent, "type": "formula", "unit": "件", "formula": "[受注数] ÷ 2",
                      "order": edit.order_between("kpis", last, None)}
            made.append(edit.create("kpis", fields, f"more{at}"))


def test_a_large_tree_takes_several_pages_and_every_node_stands_whole_on_one_of_them(kpi, context, qtbot) -> None:
    _many(context, 80)
    qtbot.waitUntil(lambda: "more79" in kpi._nodes, timeout=20_000)
    found = pages(kpi.tree.picture("KPIツリー", ""), 1496.0, 1032.0)
    assert len(found) > 3
    assert all(page.scale >= 0.5 for page in found)
    whole = [sum(page.part[0] <= box.x and box.x + WIDTH <= page.part[2] and page.part[1] <= box.y and box.y + HEIGHT <= page.part[3]
                 for page in found) for box in kpi.tree._boxes.values()]
    assert set(whole) == {1}
    assert found[0].goes_on == ""
    assert found[-1].goes_on.startswith("受注金額 › 施策000")


def test_a_large_tree_is_one_picture_that_can_still_be_opened(kpi, context, qtbot, tmp_path) -> None:
    _many(context, 80)
    qtbot.waitUntil(lambda: "more79" in kpi._nodes, timeout=20_000)
    _save(kpi, context, qtbot, tmp_path / "tree.png")
    picture = QImage(str(tmp_path / "tree.png"))
    assert picture.width() * picture.height() <= 24_000_000
    assert picture.width() > 0.6 * kpi.tree.extent[0]


def test_the_window_answers_while_a_large_tree_is_written(kpi, context, qtbot, tmp_path) -> None:
    _many(context, 480)
    qtbot.waitUntil(lambda: "more479" in kpi._nodes, timeout=20_000)
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    began = time.process_time()  # of this process alone: what the window's thread and the worker did for it
    kpi.save_picture(tmp_path / "tree.png")
    assert time.process_time() - began < 0.1
    (task,) = context.background.tasks
    qtbot.waitUntil(lambda: 0 < task.fraction < 1, timeout=60_000)
    task.cancel()
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    assert list(tmp_path.glob("*.png")) == list(tmp_path.glob(".*.png")) == []


def test_a_packed_picture_is_the_picture(qapp) -> None:
    picture = QImage(31, 17, QImage.Format.Format_RGB32)  # neither side is a whole number of words
    for x in range(31):
        for y in range(17):
            picture.setPixel(x, y, 0xFF000000 | x * 8 << 16 | y * 15 << 8 | (x * y) % 256)
    assert QImage.fromData(packed(picture)).convertToFormat(QImage.Format.Format_RGB32) == picture


def test_on_paper_there_is_no_selection_and_no_dark_ground(kpi, context, qtbot, tmp_path) -> None:
    Theme("dark").apply()
    try:
        kpi.go_to("kpi-won")
        _save(kpi, context, qtbot, tmp_path / "dark.png")
    finally:
        Theme("light").apply()
    kpi.go_to("kpi-leads")
    _save(kpi, context, qtbot, tmp_path / "light.png")
    assert (tmp_path / "dark.png").read_bytes() == (tmp_path / "light.png").read_bytes()
