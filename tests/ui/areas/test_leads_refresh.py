"""リード: reading a list's file again shows what would come, and a watched file comes by itself."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMenu, QWidget

from fusenapp.flows import importing
from fusenapp.ui.leads.refresh_dialog import RefreshDialog, start_refresh
from fusenapp.ui.leads.watching import Watching

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
    menu: QMenu = leads.menu
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
