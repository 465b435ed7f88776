"""Importing: what is shown before, what comes in, what a broken file does, and importing again."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from shiboken6 import isValid

from fusenapp.tables import Dataset
from fusenapp.ui.importing.preview import PreviewModel, fit_columns
from fusenapp.ui.kpi.table_model import FIRST, NAME, SEGMENT, SERIES
from tests.ui.areas.import_user import PATIENCE, ImportUser, importing_into


@pytest.fixture
def user(qtbot, tmp_path: Path, qapp: object) -> Iterator[ImportUser]:
    with importing_into(qtbot, tmp_path / "new.fusen") as working:
        yield working


@pytest.fixture
def samples(files: Path) -> Path:
    return files / "samples"


def facts(samples: Path, name: str) -> dict:
    return json.loads((samples / f"{name}_facts.json").read_text(encoding="utf-8"))


def kpi_table(user: ImportUser) -> dict[tuple[str, str, str], dict[str, str]]:
    """(KPI, segment, series) → month → what stands in the cell."""
    kpi = user.area("kpi")
    user.press(kpi, kpi.view, "table")
    model = kpi.model
    months = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(FIRST, model.columnCount())]
    told, name = {}, ""
    for row in range(model.rowCount()):
        cells = [model.index(row, c).data() for c in range(model.columnCount())]
        name = cells[NAME].strip() or name
        told[name, cells[SEGMENT], cells[SERIES]] = dict(zip(months, cells[FIRST:], strict=True))
    return told


def test_the_preview_shows_tables_purpose_meaning_and_first_rows(user, samples) -> None:
    dialog = user.dialog(samples / "plain_leads.xlsx")
    assert [dialog.content.tables.item(i).text() for i in range(dialog.content.tables.count())] == ["リード一覧 ・ A1:AF5001 ・ 5,000行"]
    assert dialog.content.purpose.current == "leads"
    boxes = {name: box.currentText() for name, box in user.boxes(dialog).items()}
    assert {"登録日": "登録日", "営業の受領": "営業の受領", "商談日": "—"}.items() <= boxes.items()
    model = dialog.content.bench.view.model()
    assert (model.rowCount(), model.index(0, 0).data()) == (5000, "L000001")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "リードID\n文字"
    assert dialog.content.where.label.text() == "新しい一覧として取り込みます。"
    dialog.reject()


def test_a_stacked_japanese_header_is_understood(user, samples) -> None:
    dialog = user.dialog(samples / "messy_leads.xlsx")
    boxes = {name: box.currentText() for name, box in user.boxes(dialog).items()}
    assert boxes["登録日"] == "登録日"
    assert dialog.content.bench.view.model().headerData(1, Qt.Orientation.Horizontal).startswith("企業情報›会社名")
    dialog.reject()


def test_a_kpi_sheet_is_shown_as_it_was_understood(user, samples) -> None:
    dialog = user.dialog(samples / "messy_kpi.xlsx")
    assert dialog.content.purpose.current == "kpi"
    model = dialog.content.bench.view.model()
    first = [model.index(0, c).data() for c in range(5)]
    assert first == ["マーケティング", "リード件数 (件)", "合計", "目標", "256"]
    assert model.headerData(4, Qt.Orientation.Horizontal) == "2026/04"
    dialog.reject()


def test_cancelling_leaves_everything_as_it_was(user, samples, qtbot) -> None:
    before = user.context.document.state()
    dialog = user.dialog(samples / "plain_kpi.xlsx")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert user.context.document.state() == before


def test_reading_can_be_cancelled_in_the_status_bar(user, samples, qtbot) -> None:
    started = []
    user.context.background.started.connect(started.append)
    with user.held():
        dialog = user.started(samples / "plain_leads.xlsx")
        assert [task.label for task in started] == ["plain_leads.xlsx を読み取り中"]
        assert dialog.reading.isVisible()
    started[0].cancel()
    qtbot.waitUntil(lambda: not user.context.background.tasks, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible(), timeout=PATIENCE)
    assert not user.context.snapshot().all("datasets")


def test_reading_can_be_cancelled_in_the_assistant(user, samples, qtbot) -> None:
    started = []
    user.context.background.started.connect(started.append)
    with user.held():
        dialog = user.started(samples / "plain_leads.xlsx")
        assert dialog.reading.isVisible()
        assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert [task.progress.cancelled for task in started] == [True]
    qtbot.waitUntil(lambda: not user.context.background.tasks, timeout=PATIENCE)
    assert not user.context.snapshot().all("datasets")


def test_the_first_import_of_a_session_loads_the_assistant_beside_the_window(user, samples, qtbot, monkeypatch) -> None:
    """Its parts are loaded on a worker, under the words that tell of the reading."""
    monkeypatch.setattr("fusenapp.ui.importing._NEEDED", ("fusenapp.flows.importing", "not.loaded.yet"))
    monkeypatch.setattr("fusenapp.ui.importing.import_module", lambda name: None)
    started = []
    user.context.background.started.connect(started.append)
    dialog = user.dialog(samples / "plain_kpi.xlsx")
    assert [task.label for task in started] == ["plain_kpi.xlsx を読み取り中"] * 2
    dialog.reject()


def test_progress_is_told_while_a_file_is_read(user, samples, qtbot) -> None:
    shown: list[int] = []
    dialog = user.begun(samples / "plain_leads.xlsx")
    dialog.reading.bar.valueChanged.connect(shown.append)
    qtbot.waitUntil(lambda: dialog.ready, timeout=PATIENCE)
    assert max(shown) > 0
    dialog.reject()


@pytest.mark.parametrize(("content", "word"), [(b"PK\x03\x04 this is no workbook", "壊れ"), (b"", "空")])
def test_a_broken_file_gives_a_sentence_and_changes_nothing(user, tmp_path, content, word) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(content)
    dialog = user.refused(path)
    assert "broken.xlsx" in dialog.refused.words.text()
    assert word in dialog.refused.words.text()
    assert not dialog.ok.isEnabled()
    assert dialog.refused.button.isVisible(), "another file can be chosen"
    words = dialog.refused.words
    assert words.height() >= words.heightForWidth(words.width()), "the sentence is seen to its end"
    assert not user.context.snapshot().all("datasets")
    dialog.reject()


def test_a_missing_file_gives_a_sentence(user, tmp_path) -> None:
    dialog = user.refused(tmp_path / "gone.xlsx")
    assert "見つかりません" in dialog.refused.words.text()
    dialog.reject()


def test_another_file_can_be_chosen_after_a_refusal(user, samples, tmp_path, qtbot, monkeypatch) -> None:
    dialog = user.refused(tmp_path / "gone.xlsx")
    monkeypatch.setattr("fusenapp.ui.importing.asking.ask_file", lambda parent: samples / "plain_kpi.xlsx")
    qtbot.mouseClick(dialog.refused.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ready, timeout=PATIENCE)
    assert dialog.content.purpose.current == "kpi"
    dialog.reject()


def test_a_table_without_kpi_rows_says_so_and_cannot_be_taken_as_one(user, samples, qtbot) -> None:
    dialog = user.dialog(samples / "messy_leads.xlsx")
    qtbot.mouseClick(dialog.content.purpose.segment("kpi"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not user.context.background.tasks, timeout=PATIENCE)
    assert not dialog.ok.isEnabled()
    assert "KPI" in dialog.said.text()
    qtbot.mouseClick(dialog.content.purpose.segment("leads"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=PATIENCE)
    dialog.reject()


def test_another_meaning_is_kept_with_the_list(user, samples) -> None:
    dialog = user.dialog(samples / "plain_leads.xlsx")
    box = user.boxes(dialog)["商談日"]
    box.setCurrentIndex(box.findText("提案日"))
    user.accept(dialog)
    assert user.context.snapshot().all("datasets")[0]["meanings"]["opportunity"] == "提案日"
    again = user.dialog(samples / "plain_leads.xlsx")
    box = user.boxes(again)["商談日"]
    assert box.currentText() == "提案日"
    box.setCurrentIndex(0)
    user.accept(again)
    assert "opportunity" not in user.context.snapshot().all("datasets")[0]["meanings"]


def test_importing_again_refreshes_and_counts_what_came_and_went(user, samples, tmp_path, qtbot) -> None:
    lines = (samples / "plain_leads_cp932.csv").read_text(encoding="cp932").splitlines()[:201]
    path = tmp_path / "leads.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    user.bring(path)
    assert "200行" in user.told[-1][0]
    lines[1] = lines[1].replace("担当", "部長").replace("主任", "部長").replace("課長", "部長")
    path.write_text("\n".join([*lines[:2], *lines[4:], lines[3].replace("L000003", "L900001")]), encoding="utf-8-sig")
    dialog = user.dialog(path)
    assert dialog.content.where.label.text() == "同じ名前の一覧（現在200行）を更新します。"
    user.accept(dialog)
    assert len(user.context.snapshot().all("datasets")) == 1
    assert "新規1行" in user.told[-1][0].replace(" ", "")
    assert user.told[-1][1], "the message offers undo"
    assert user.context.bridge.undo() is not None
    assert user.context.snapshot().all("datasets")[0]["rows"] == 200


def test_the_name_of_the_earlier_import_is_offered_for_the_same_file(user, samples, qtbot) -> None:
    dialog = user.dialog(samples / "plain_kpi.xlsx")
    dialog.content.name_field.selectAll()
    qtbot.keyClicks(dialog.content.name_field, "KPI 2026")
    user.accept(dialog)
    again = user.dialog(samples / "plain_kpi.xlsx")
    assert again.content.name_field.text() == "KPI 2026"
    again.reject()


@pytest.mark.parametrize("name", ["plain", "messy"])
def test_every_figure_of_the_sample_files_stands_in_the_window(user, samples, name) -> None:
    wanted = facts(samples, name)
    user.bring(samples / f"{name}_leads.xlsx")
    user.bring(samples / f"{name}_kpi.xlsx")
    _leads(user, wanted)
    _definitions(user, wanted)
    _kpis(user, wanted)


def _leads(user: ImportUser, wanted: dict) -> None:
    leads = user.area("leads")
    assert leads.shown.text().startswith(f"{wanted['leads']:,}件中")
    assert leads.filter.segment("match").text() == f"該当 {wanted['target_leads']:,}"
    user.press(leads, leads.rule, "hot-lead")
    assert leads.filter.segment("match").text() == f"該当 {wanted['hot_leads']:,}"
    user.press(leads, leads.rule, "target")
    user.press(leads, leads.view, "outcomes")
    told = {key: label.text() for key, label in leads.outcomes.figures.items()}
    for key in ("handed_over", "accepted", "rejected"):
        assert told[key] == f"{wanted[key]:,}"
    assert (told["won"], told["won_amount"]) == (f"{wanted['hot_vs_won']['all_won']:,}", f"{wanted['won_amount_yen']:,}")
    reasons, routes = leads.outcomes.reasons.model(), leads.outcomes.routes.model()
    assert {reasons.index(r, 0).data(): reasons.index(r, 1).data() for r in range(reasons.rowCount())} == {
        k: f"{v:,}" for k, v in wanted["rejection_reasons"].items()}
    by_route = {routes.index(r, 0).data(): (routes.index(r, 3).data(), routes.index(r, routes.columnCount() - 1).data())
                for r in range(routes.rowCount())}
    for route, share in wanted["target_share_by_route"].items():
        assert by_route[route][0] == f"{share:.1%}"
    for route, won in wanted["won_by_route"].items():
        assert by_route[route][1] == f"{won:,}"


def _definitions(user: ImportUser, wanted: dict) -> None:
    user.area("hot_lead")
    panel = user.context.inspector.current
    assert panel.figures["match"].text() == f"{wanted['hot_leads']:,}"
    assert {k: c.text() for k, c in panel.tested.cells.items()} == {k: f"{v:,}" for k, v in wanted["hot_vs_accepted"].items()}
    user.press(user.area("hot_lead"), panel.tested.outcome, "won")
    assert panel.tested.cells["tp"].text() == str(wanted["hot_vs_won"]["hot_won"])


STAGES = {"リード": "リード数", "アポ": "アポ数", "提案": "提案数", "受注": "受注数", "受注額": "受注金額"}
SEGMENTS = {"合計": "合計", "質リード": "質リード", "一般リード": "一般リード"}


def _kpis(user: ImportUser, wanted: dict) -> None:
    table = kpi_table(user)
    for month, segments in wanted["cohort_by_month"].items():
        for segment, stages in segments.items():
            for stage, count in stages.items():
                assert table[STAGES[stage], segment, "実績"][month.replace("-", "/")] == f"{count:,}", (month, segment, stage)
    for sheet_row in wanted["kpi_sheet"]:
        kpi = STAGES[sheet_row["kpi"].replace("件数", "")]
        for series, words in (("target", "目標"), ("actual", "実績")):
            for month, figure in sheet_row[series].items():
                told = table[kpi, SEGMENTS[sheet_row["segment"]], words][month.replace("-", "/")]
                assert told == f"{figure:,}", (sheet_row["kpi"], sheet_row["segment"], series, month)


def test_the_whole_import_works_by_keyboard_alone(user, samples, qtbot) -> None:
    """Enter in the open dialog takes the table; Tab reaches every part of it in reading order."""
    dialog = user.dialog(samples / "plain_kpi.xlsx")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.content.purpose.segment("leads").setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(16):
        focused = dialog.focusWidget()
        names.append(focused.accessibleName() or focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["リード一覧", "営業の結果", "KPI表", "ヒアリング", "名前", "シート", "両方", "結果", "ファイルのままのシート", "プレビュー",
                     "要確認", "列", "いつ時点", "年度", "キャンセル", "取り込む"]
    qtbot.keyClick(dialog.content.name_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not user.context.background.tasks, timeout=PATIENCE)
    assert len(user.context.snapshot().all("datasets")) == 1


def test_everything_in_the_dialog_that_takes_the_keyboard_has_a_name(user, samples) -> None:
    dialog = user.dialog(samples / "messy_leads.xlsx")
    nameless = [type(w).__name__ for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
                and not w.accessibleName() and not (hasattr(w, "text") and callable(w.text) and w.text())]
    assert not nameless
    dialog.reject()


def test_a_table_of_ten_thousands_of_columns_does_not_hold_the_preview_up(qtbot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(PreviewModel(Dataset.of({f"列{at}の長い見出し": ["値"] for at in range(20_000)}), view))
    taken = []
    for _ in range(3):
        start = time.thread_time()
        fit_columns(view, rows=8)
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.1
    assert view.columnWidth(0) > view.columnWidth(19_999) > 60
