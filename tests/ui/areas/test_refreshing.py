"""Reading the file of a list or a KPI sheet again shows what would come, and a watched file comes by itself."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMenu, QWidget

from fusenapp.editing import datasets
from fusenapp.flows import importing, joining
from fusenapp.ui.refreshing import start_refresh
from fusenapp.ui.refreshing.dialog import RefreshDialog
from fusenapp.ui.refreshing.sheets import KpiSheets
from fusenapp.ui.refreshing.watching import Watching

HEAD = ["リードID", "会社名", "業種", "従業員数", "登録日"]
ROWS = [[f"L{n}", f"見本{n}社", "製造業", str(n * 10), "2026-04-01"] for n in range(1, 21)]


class Source:
    """A lead list on disk that a colleague writes anew now and then."""

    def __init__(self, path: Path) -> None:
        self.path, self._time = path, 1_800_000_000
        self.write(ROWS)

    def write(self, rows: list[list[str]], head: list[str] = HEAD) -> None:
        text = io.StringIO()
        csv.writer(text).writerows([head, *rows])
        self.path.write_text(text.getvalue(), encoding="utf-8")
        self._time += 10
        os.utime(self.path, (self._time, self._time))


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path / "展示会.csv")


@pytest.fixture
def dataset(context, source) -> str:
    blobs = context.workspace.blobs
    return importing.commit(context.document, blobs.put, blobs.get, importing.prepare(source.path, "leads"), name="展示会").dataset


@pytest.fixture
def leads(area, context, dataset, qtbot):
    context.session("leads")["dataset"] = dataset
    widget = area("leads")
    qtbot.waitUntil(lambda: widget.model.rowCount() == 20, timeout=20_000)
    return widget


@pytest.fixture
def told(context) -> list[tuple[str, bool, str]]:
    found: list[tuple[str, bool, str]] = []
    context.notified.connect(lambda *said: found.append(said))
    return found


def choose(qtbot, leads, text: str) -> None:
    """Open the list's menu and press one entry."""
    button = next(b for b in leads.findChildren(QWidget) if b.accessibleName() == "この一覧のその他の操作")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    press(qtbot, leads.menu, text)


def press(qtbot, menu: QMenu, text: str) -> None:
    """Press one entry of an open menu."""
    qtbot.waitUntil(menu.isVisible)
    action = next(a for a in menu.actions() if a.text() == text)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def dialog_of(qtbot, parent) -> RefreshDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in parent.findChildren(RefreshDialog)), timeout=20_000)
    return next(d for d in parent.findChildren(RefreshDialog) if d.isVisible())


def rows_of(view) -> list[list[str]]:
    model = view.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def changed_rows() -> list[list[str]]:
    return [[*ROWS[0][:3], "999", ROWS[0][4]], *ROWS[2:], ["L99", "新規社", "卸売業", "50", "2026-05-01"]]


def test_the_menu_reads_the_file_again_and_shows_what_would_come(leads, context, source, dataset, told, qtbot) -> None:
    source.write(changed_rows())
    choose(qtbot, leads, "展示会.csvから更新…")
    dialog = dialog_of(qtbot, leads)
    assert {key: text.text() for key, text in dialog.figures.items()} == {"changed": "1", "new": "1", "removed": "1", "unchanged": "18"}
    assert rows_of(dialog.table) == [["L1", "2", "従業員数", "10", "999"]]
    qtbot.mouseClick(dialog.part.segment("new"), Qt.MouseButton.LeftButton)
    assert rows_of(dialog.table) == [["L99", "新規社", "卸売業", "50", "2026-05-01"]]
    qtbot.mouseClick(dialog.part.segment("removed"), Qt.MouseButton.LeftButton)
    assert [r[0] for r in rows_of(dialog.table)] == ["L2"]
    assert context.snapshot().value("datasets", dataset, "rows") == 20
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert told[-1] == ("展示会.csvから「展示会」を更新しました（新規1行、変更1行、削除1行）。", True, "info")
    assert context.store.dataset(context.snapshot(), dataset).values("従業員数").to_pylist()[0] == 999
    assert context.bridge.undo() is not None
    assert context.store.dataset(context.snapshot(), dataset).values("従業員数").to_pylist()[0] == 10


def test_without_anything_new_there_is_nothing_to_take(leads, qtbot, context, dataset) -> None:
    start_refresh(context, leads, dataset)
    dialog = dialog_of(qtbot, leads)
    assert not dialog.ok.isEnabled()
    assert "前回と同じ内容です。更新するものはありません。" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    dialog.reject()


def test_another_key_shows_other_rows(leads, context, source, dataset, qtbot) -> None:
    source.write([[f"M{r[0]}", *r[1:]] for r in ROWS])
    start_refresh(context, leads, dataset)
    dialog = dialog_of(qtbot, leads)
    assert dialog.figures["new"].text() == "20"
    dialog.key.setCurrentIndex(dialog.key.findData("会社名"))
    dialog.key.activated.emit(dialog.key.currentIndex())
    qtbot.waitUntil(lambda: dialog.figures["new"].text() == "0", timeout=20_000)
    assert (dialog.figures["changed"].text(), dialog.refresh.comparison.key) == ("20", "会社名")
    dialog.reject()


def test_a_changed_layout_and_repeated_keys_are_said_above_the_rows(leads, context, source, dataset, qtbot) -> None:
    source.write([*ROWS, ROWS[0]], ["リードID", "企業名", *HEAD[2:]])
    start_refresh(context, leads, dataset)
    dialog = dialog_of(qtbot, leads)
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "「会社名」の列は「企業名」という名前になりました。" in texts
    assert "同じキーの行が1件あり、並び順で照合しました：L1" in texts
    dialog.reject()


def test_another_file_takes_the_place_of_the_source(leads, context, source, dataset, tmp_path, qtbot, monkeypatch) -> None:
    newer = Source(tmp_path / "展示会_5月.csv")
    newer.write(changed_rows())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(newer.path), ""))
    Watching.of(context).watch(dataset, source.path)
    choose(qtbot, leads, "別のファイルから更新…")
    dialog_of(qtbot, leads).accept()
    assert context.snapshot().value("datasets", dataset, "source") == str(newer.path)
    assert Watching.of(context).target(dataset) == newer.path, "what is watched goes along"
    Watching.of(context).stop(dataset)


def test_a_watched_file_comes_by_itself_with_a_notice_and_undo(leads, context, source, dataset, told, qtbot) -> None:
    watching = Watching.of(context)
    assert watching.target(dataset) is None, "off unless the user asks"
    choose(qtbot, leads, "展示会.csvを見張って自動更新")
    assert watching.target(dataset) == source.path
    look(qtbot, watching, dataset, 2)
    assert leads.watched.label.text() == "展示会.csvを見張っています"
    assert told == []
    source.write(changed_rows())
    look(qtbot, watching, dataset, 2)
    assert told[-1] == ("展示会.csvから「展示会」を更新しました（新規1行、変更1行、削除1行）。", True, "info")
    assert context.bridge.undo() is not None
    look(qtbot, watching, dataset, 2)
    assert len(told) == 1, "what was taken back is not brought again"
    choose(qtbot, leads, "展示会.csvを見張って自動更新")
    assert watching.target(dataset) is None
    assert not leads.watched.isVisible()


def test_a_file_that_differs_too_much_waits_for_the_user(leads, context, source, dataset, told, qtbot) -> None:
    watching = Watching.of(context)
    watching.watch(dataset, source.path)
    look(qtbot, watching, dataset, 2)
    source.write(ROWS[:3])
    look(qtbot, watching, dataset, 3)
    assert [(kind, undo) for _, undo, kind in told] == [("warn", False)]
    assert context.snapshot().value("datasets", dataset, "rows") == 20
    assert leads.watched.label.text() == "確認待ち：レイアウトが変わったか、行が大きく減っています"
    start_refresh(context, leads, dataset)
    dialog_of(qtbot, leads).accept()
    assert (context.snapshot().value("datasets", dataset, "rows"), leads.watched.label.text()) == (3, "展示会.csvを見張っています")
    watching.stop(dataset)


def test_a_drive_that_is_gone_is_said_beside_the_list_only(leads, context, source, dataset, told, qtbot) -> None:
    watching = Watching.of(context)
    watching.watch(dataset, source.path)
    source.path.unlink()
    look(qtbot, watching, dataset, 1)
    assert leads.watched.label.text() == "展示会.csvに接続できません。後でもう一度確認します"
    assert told == []
    watching.stop(dataset)


def test_what_is_watched_stays_on_this_computer_and_goes_on_after_a_new_start(leads, context, source, dataset, qtbot) -> None:
    watching = Watching.of(context)
    watching.watch(dataset, source.path)
    look(qtbot, watching, dataset, 2)
    kept = context.settings.get("watches")[f"{context.workspace.uuid}/{dataset}"]
    assert kept["path"] == str(source.path)
    assert kept["taken"], "so that the next start does not read it again"
    assert str(source.path.parent) not in str({k: v for k, v in context.document.everything()["datasets"][dataset].items() if k != "source"})
    again = Watching(context)
    assert again.target(dataset) == source.path
    for each in (again, watching):
        each.stop(dataset)


def look(qtbot, watching: Watching, dataset: str, times: int) -> None:
    """Let the watching look now, without waiting for its clock."""
    for _ in range(times):
        watching._watchers[dataset]._next = 0.0
        watching.look()
        qtbot.waitUntil(lambda: not watching._tasks[dataset].running, timeout=20_000)
        qtbot.wait(1)
    assert not any(isinstance(w, QDialog) and w.isVisible() for w in watching._context.findChildren(QWidget))


KPI = "部門,KPI,区分,2026年4月,2026年5月,2026年6月\nマーケ,リード件数,目標,100,110,120\nマーケ,リード件数,実績,90,,\n営業,受注件数,実績,9,8,\n"
KPI_LATER = KPI.replace("120", "130").replace("90,,", "90,115,").replace("9,8,", "9,,")


class Kpi:
    """An imported KPI sheet, its file, and the area that shows it."""

    def __init__(self, qtbot, area, context, folder: Path) -> None:
        for record in context.snapshot().all("datasets", purpose="kpi"):
            datasets.delete_dataset(context.document, record["id"])
        self.qtbot, self.context, self.path = qtbot, context, folder / "月次KPI.csv"
        self.path.write_text(KPI, encoding="utf-8")
        self.id = bring(context, self.path, "kpi", "月次KPI")
        self.area = area("kpi")
        self.sheets = self.area.findChild(KpiSheets)

    def choose(self, text: str) -> None:
        self.qtbot.mouseClick(self.sheets.more, Qt.MouseButton.LeftButton)
        press(self.qtbot, self.sheets.menu, text)

    def figure(self, name: str, series: str, month: str) -> float | None:
        rows = self.context.store.kpi_rows(self.context.snapshot(), self.id)
        return next(r for r in rows if r.name == name).series[series].get(month)


def bring(context, path: Path, purpose: str, name: str) -> str:
    blobs = context.workspace.blobs
    return importing.commit(context.document, blobs.put, blobs.get, importing.prepare(path, purpose), name=name).dataset


@pytest.fixture
def kpi(qtbot, area, context, tmp_path: Path) -> Kpi:
    return Kpi(qtbot, area, context, tmp_path)


def test_a_kpi_sheet_shows_figure_by_figure_what_would_come(kpi: Kpi, told, qtbot) -> None:
    kpi.path.write_text(KPI_LATER, encoding="utf-8")
    kpi.choose("月次KPI.csvから更新…")
    dialog = dialog_of(qtbot, kpi.sheets)
    assert {key: text.text() for key, text in dialog.figures.items()} == {"changed": "1", "new": "1", "removed": "1", "unchanged": "4"}
    assert not dialog.key.isVisible(), "figures are matched by KPI and month"
    assert rows_of(dialog.table) == [["マーケ › リード件数", "リード数", "合計", "目標", "2026/06", "120", "130", "+10", "月次KPI › F2"]]
    qtbot.mouseClick(dialog.part.segment("new"), Qt.MouseButton.LeftButton)
    assert [row[4:] for row in rows_of(dialog.table)] == [["2026/05", "—", "115", "—", "月次KPI › E3"]]
    qtbot.mouseClick(dialog.part.segment("removed"), Qt.MouseButton.LeftButton)
    assert [row[0] for row in rows_of(dialog.table)] == ["営業 › 受注件数"]
    assert kpi.figure("リード件数", "target", "2026-06") == 120, "nothing is taken before the user says so"
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert told[-1] == ("月次KPI.csvから「月次KPI」を更新しました（新規の数値1個、変更1個、削除1個）。", True, "info")
    assert kpi.figure("リード件数", "target", "2026-06") == 130
    assert kpi.context.bridge.undo() is not None
    assert kpi.figure("リード件数", "target", "2026-06") == 120


def test_a_watched_kpi_sheet_comes_by_itself_and_says_so_beside_the_tree(kpi: Kpi, told, qtbot) -> None:
    kpi.choose("月次KPI.csvを見張って自動更新")
    watching = Watching.of(kpi.context)
    assert kpi.sheets.said.text() == "月次KPI.csvを見張っています"
    look(qtbot, watching, kpi.id, 2)
    kpi.path.write_text(KPI_LATER, encoding="utf-8")
    look(qtbot, watching, kpi.id, 2)
    assert told[-1][0].startswith("月次KPI.csvから「月次KPI」を更新しました")
    assert kpi.figure("リード件数", "actual", "2026-05") == 115
    kpi.path.write_text("\n".join(KPI_LATER.splitlines()[:3]), encoding="utf-8")
    look(qtbot, watching, kpi.id, 3)
    assert kpi.sheets.said.text() == "確認待ち：なくなった行か、名前の変わった行があります"
    assert kpi.figure("受注件数", "actual", "2026-04") == 9, "a KPI that is gone is not taken without a person"
    kpi.choose("月次KPI.csvを見張って自動更新")
    assert not kpi.sheets.said.isVisible()


def test_a_kpi_sheet_is_deleted_and_comes_back_with_undo(kpi: Kpi, told) -> None:
    kpi.choose("このKPI表を削除")
    kpi.context.bridge.flush()
    assert not kpi.sheets.isVisible()
    assert told[-1] == ("KPI表を削除しました。", True, "info")
    kpi.context.bridge.undo()
    kpi.context.bridge.flush()
    assert kpi.sheets.isVisible()


def test_several_kpi_sheets_have_a_menu_each(kpi: Kpi, tmp_path) -> None:
    second = tmp_path / "営業KPI.csv"
    second.write_text(KPI, encoding="utf-8")
    bring(kpi.context, second, "kpi", "営業KPI")
    kpi.qtbot.mouseClick(kpi.sheets.more, Qt.MouseButton.LeftButton)
    menu = kpi.sheets.menu
    parts = {action.text(): action.menu() for action in menu.actions()}
    assert list(parts) == ["月次KPI", "営業KPI"]
    assert parts["営業KPI"].actions()[0].text() == "営業KPI.csvから更新…"
    menu.close()


SALES = "案件ID,取引先名,営業の受領\n" + "".join(f"P{n},見本{n}社,受領\n" for n in range(1, 6))


@pytest.fixture
def outcomes(leads, context, dataset, tmp_path, qtbot) -> Path:
    """The file of the outcomes with which the list is joined."""
    path = tmp_path / "案件.csv"
    path.write_text(SALES, encoding="utf-8")
    second = bring(context, path, "outcomes", "案件")
    plan = joining.plan(context.store.read_blob, context.snapshot(), dataset, second)
    joining.commit(context.document, context.workspace.blobs.put, joining.joined(plan, joining.matched(plan, {})))
    context.bridge.flush()
    return path


def accepted(context, dataset: str) -> list[object]:
    return context.store.dataset(context.snapshot(), dataset).values("営業の受領").to_pylist()[:4]


def test_a_joined_list_is_refreshed_and_joined_in_one_step(leads, context, source, dataset, outcomes, told, qtbot) -> None:
    before = context.document.undo_label
    source.write(ROWS[1:])
    choose(qtbot, leads, "展示会.csvから更新…")
    dialog_of(qtbot, leads).accept()
    qtbot.waitUntil(lambda: not context.background.tasks and bool(told), timeout=20_000)
    context.bridge.flush()
    qtbot.waitUntil(lambda: not context.background.tasks, timeout=20_000)
    assert accepted(context, dataset) == ["受領"] * 4
    assert context.store.dataset(context.snapshot(), dataset).values("リードID").to_pylist()[0] == "L2"
    assert context.bridge.undo() == "取り込み"
    assert context.document.undo_label == before
    context.bridge.flush()
    assert context.store.dataset(context.snapshot(), dataset).values("リードID").to_pylist()[0] == "L1"
    assert accepted(context, dataset) == ["受領"] * 4


def test_the_outcomes_of_a_joined_list_are_refreshed_from_its_menu(leads, context, dataset, outcomes, told, qtbot) -> None:
    outcomes.write_text(SALES.replace("P1,見本1社,受領", "P1,見本1社,却下"), encoding="utf-8")
    button = next(b for b in leads.findChildren(QWidget) if b.accessibleName() == "この一覧のその他の操作")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    part = next(action.menu() for action in leads.menu.actions() if action.text() == "結果：案件")
    next(action for action in part.actions() if action.text() == "案件.csvから更新…").trigger()
    leads.menu.close()
    dialog_of(qtbot, leads).accept()
    qtbot.waitUntil(lambda: not context.background.tasks and bool(told), timeout=20_000)
    assert accepted(context, dataset) == ["却下", "受領", "受領", "受領"]
    assert context.bridge.undo() == "取り込み"
    assert accepted(context, dataset) == ["受領"] * 4


def test_a_watched_list_that_is_joined_comes_once(leads, context, source, dataset, outcomes, told, qtbot) -> None:
    watching = Watching.of(context)
    watching.watch(dataset, source.path)
    look(qtbot, watching, dataset, 2)
    source.write(changed_rows())
    look(qtbot, watching, dataset, 2)
    watching._watchers[dataset]._next = 0.0
    watching.look()
    qtbot.waitUntil(lambda: not context.background.tasks and bool(told), timeout=20_000)
    look(qtbot, watching, dataset, 2)
    assert len(told) == 1
    assert joining.stale(context.snapshot()) == []
    watching.stop(dataset)


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be replaced there")
def test_watching_goes_on_after_the_drive_was_gone_and_the_file_was_replaced_while_it_was_open(
        leads, context, source, dataset, told, qtbot, tmp_path) -> None:
    watching = Watching.of(context)
    folder = tmp_path / "drive"
    folder.mkdir()
    moved = Source(folder / "展示会.csv")
    watching.watch(dataset, moved.path)
    look(qtbot, watching, dataset, 2)
    folder.rename(tmp_path / "unplugged")
    look(qtbot, watching, dataset, 2)
    assert "接続できません" in leads.watched.label.text()
    (tmp_path / "unplugged").rename(folder)
    with moved.path.open("rb"):  # a colleague has it open, and another one puts a new version in its place
        newer = Source(folder / "展示会.tmp")
        newer.write(changed_rows())
        newer.path.replace(moved.path)
        look(qtbot, watching, dataset, 3)
    assert [text for text, _, kind in told if kind == "info"] == ["展示会.csvから「展示会」を更新しました（新規1行、変更1行、削除1行）。"]
    assert leads.watched.label.text() == "展示会.csvを見張っています"
    watching.stop(dataset)
