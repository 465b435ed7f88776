"""Joining in the window: keys are found, doubts are settled by keyboard, one step puts the outcomes in, a refresh joins again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QMenu, QWidget

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.editing import joining as verbs
from fusenapp.editing import templates
from fusenapp.flows import importing
from fusenapp.settings import Settings
from fusenapp.tables.joining import Matching, Pair
from fusenapp.ui import areas
from fusenapp.ui import joining as joining_window
from fusenapp.ui.joining import start_join
from fusenapp.ui.joining.dialog import JoinDialog
from fusenapp.ui.joining.pairs_model import DECISION, FIRST, PairsModel
from fusenapp.ui.joining.tally import Tally
from fusenapp.ui.leads.list_menu import list_menu
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

PATIENCE = 60_000
LEADS = """リードID,会社名,氏名,流入経路,登録日
A1,株式会社青葉製作所,佐藤 一,検索,2026-04-01
A2,株式会社青葉製作所,鈴木 二,紹介,2026-04-02
A3,東西商事,田中 三,検索,2026-04-03
A4,北山コンピュータ,高木 四,検索,2026-04-04
"""
OUTCOMES = """案件ID,取引先名,先方担当者,引渡日,営業の受領,受注額（円）
P1,㈱青葉製作所,鈴木　二,2026-04-10,受領,1200000
P2,(株)青葉製作所,,2026-04-12,却下,
P3,北山コンピューター,,2026-04-12,受領,
P4,ミナト食品,,2026-04-12,受領,
P5,東西商事㈱,田中三,2026-04-13,却下,
P6,東西商事㈱,田中三,2026-05-13,受領,500
"""


class JoinUser:
    """Joins two lists in the window of one workspace."""

    def __init__(self, qtbot, folder: Path) -> None:
        made = Workspace.create(folder / "new.fusen", Author("佐伯 遥", "marketing"), build=lambda d: templates.build(d, "b2b", "試験"))
        self.qtbot, self.folder, self.session = qtbot, folder, Session(made, Settings())
        self.context = self.session.context
        self.told: list[tuple[str, bool, str]] = []
        self.context.notified.connect(lambda *said: self.told.append(said))
        self.leads, self.outcomes = self.bring("ma.csv", LEADS, "leads"), self.bring("sfa.csv", OUTCOMES, "outcomes")
        self.home = QWidget()
        self.home.show()

    def bring(self, name: str, text: str, purpose: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        blobs, document = self.context.workspace.blobs, self.context.document
        return importing.commit(document, blobs.put, blobs.get, importing.prepare(path, purpose)).dataset

    def dialog(self) -> JoinDialog:
        start_join(self.context, self.home, self.leads)
        dialog = next(d for d in self.home.findChildren(JoinDialog) if d.isVisible())
        self.settled(dialog)
        return dialog

    def settled(self, dialog: JoinDialog) -> None:
        self.qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)

    def idle(self) -> None:
        self.context.bridge.flush()
        self.qtbot.waitUntil(lambda: not self.context.background.tasks, timeout=PATIENCE)
        self.context.bridge.flush()

    def values(self, column: str) -> list[object]:
        return self.context.store.dataset(self.context.snapshot(), self.leads).values(column).to_pylist()

    def close(self) -> None:
        self.home.close()
        self.home.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.session.release()
        self.session.workspace.close()


@pytest.fixture
def user(qtbot, tmp_path: Path, qapp: object) -> Iterator[JoinUser]:
    Theme("light").apply()
    working = JoinUser(qtbot, tmp_path)
    yield working
    working.close()


def decisions(dialog: JoinDialog) -> list[str]:
    model = dialog.pairs.model
    return [model.index(row, DECISION).data() for row in range(model.rowCount())]


def test_keys_are_suggested_with_what_the_lists_have_in_common(user: JoinUser) -> None:
    dialog = user.dialog()
    assert dialog.seconds.currentText() == "sfa"
    assert dialog.keys.keys() == {"company": ("会社名", "取引先名"), "person": ("氏名", "先方担当者")}
    assert dialog.keys.overlaps["company"].text() == "結果6件中4件が一致（67%）"
    assert dialog.told.text() == "結果6件：リード決定 3、要確認 2、リードなし 1\nリード4件：結果あり 2、結果なし 2"
    assert [dialog.view.segment(key).text() for key in ("doubtful", "settled", "several", "lone")] == [
        "要確認 2", "判断済み 0", "結果が複数 1", "リードなし 1"]
    assert dialog.columns.chosen() == ["引渡日", "営業の受領", "受注額（円）"]
    dialog.reject()


def test_doubts_are_settled_by_keyboard_and_come_in_with_the_join_in_one_step(user: JoinUser) -> None:
    dialog = user.dialog()
    before = user.context.document.undo_label
    table = dialog.pairs.table
    table.setFocus()
    pairs = [dialog.pairs.model.index(row, FIRST).data() for row in range(3)]
    assert pairs == ["株式会社青葉製作所\n(株)青葉製作所"] * 2 + ["北山コンピュータ\n北山コンピューター"]
    user.qtbot.keyClick(table, Qt.Key.Key_D)
    assert table.currentIndex().row() == 1
    user.qtbot.keyClick(table, Qt.Key.Key_Space)
    table.selectRow(0)
    user.qtbot.keyClick(table, Qt.Key.Key_S)
    assert decisions(dialog) == ["同じ", "別のリード", "あとで"]
    assert table.currentIndex().row() == 2
    user.qtbot.keyClick(table, Qt.Key.Key_S)
    assert dialog.told.text().startswith("結果6件：リード決定 5、要確認 0、リードなし 1\nリード4件：結果あり 4")
    user.qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    user.idle()
    assert user.values("営業の受領") == ["却下", "受領", "受領", "受領"]
    assert user.values("受注額（円）") == [None, 1200000, 500, None]
    assert user.told[-1] == ("4件のリードに結果が付きました。", True, "info")
    assert user.context.bridge.undo() == "結果との突き合わせ"
    assert user.context.document.undo_label == before
    assert verbs.decisions(user.context.snapshot()) == {}


def test_a_whole_reason_is_settled_at_once(user: JoinUser) -> None:
    dialog = user.dialog()
    reasons = dialog.pairs.reasons
    assert [reasons.itemText(at) for at in range(reasons.count())] == ["会社は同じだがリードが複数ある（2）", "社名が似ている（1）"]
    user.qtbot.mouseClick(dialog.pairs.all_same, Qt.MouseButton.LeftButton)
    assert decisions(dialog) == ["同じ", "別のリード", "あとで"]
    reasons.setCurrentIndex(1)
    user.qtbot.mouseClick(dialog.pairs.all_other, Qt.MouseButton.LeftButton)
    assert decisions(dialog) == ["同じ", "別のリード", "違う"]
    dialog.reject()


def test_what_was_settled_is_kept_when_the_dialog_is_closed_and_can_be_taken_back(user: JoinUser) -> None:
    dialog = user.dialog()
    dialog.pairs.table.setFocus()
    user.qtbot.keyClick(dialog.pairs.table, Qt.Key.Key_S)
    user.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert user.told[-1][:2] == ("要確認の判断1件を保存しました。", True)
    assert "join" not in (user.context.document.get("datasets", user.leads) or {})
    again = user.dialog()
    assert decisions(again) == ["あとで"]
    user.qtbot.mouseClick(again.view.segment("settled"), Qt.MouseButton.LeftButton)
    assert decisions(again) == ["同じ"]
    user.qtbot.mouseClick(again.pairs.later, Qt.MouseButton.LeftButton)
    assert decisions(again) == ["あとで"]
    assert again.view.segment("settled").text() == "判断済み 0"
    again.reject()
    assert verbs.decisions(user.context.snapshot()) == {}


def test_what_was_settled_as_not_the_same_is_listed_and_can_be_taken_back(user: JoinUser) -> None:
    dialog = user.dialog()
    dialog.pairs.reasons.setCurrentIndex(1)
    user.qtbot.mouseClick(dialog.pairs.all_other, Qt.MouseButton.LeftButton)
    assert decisions(dialog) == ["あとで", "あとで", "違う"]
    user.qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    user.idle()
    again = user.dialog()
    assert decisions(again) == ["あとで", "あとで"], "what is settled is not asked again"
    assert again.told.text().startswith("結果6件：リード決定 3、要確認 1、リードなし 2")
    user.qtbot.mouseClick(again.view.segment("settled"), Qt.MouseButton.LeftButton)
    assert again.pairs.table.accessibleName() == "判断済みの組"
    model = again.pairs.model
    assert [model.index(0, column).data() for column in (DECISION, FIRST, model.reason_column)] == [
        "違う", "北山コンピュータ\n北山コンピューター", "社名が似ている"]
    again.pairs.table.setFocus()
    user.qtbot.keyClick(again.pairs.table, Qt.Key.Key_S)
    assert decisions(again) == ["同じ"]
    assert again.told.text().startswith("結果6件：リード決定 4")
    user.qtbot.keyClick(again.pairs.table, Qt.Key.Key_Space)
    assert again.told.text().startswith("結果6件：リード決定 3、要確認 2")
    user.qtbot.mouseClick(again.ok, Qt.MouseButton.LeftButton)
    user.idle()
    assert verbs.decisions(user.context.snapshot()) == {}
    last = user.dialog()
    assert decisions(last) == ["あとで"] * 3
    last.reject()


def test_other_columns_to_compare_match_anew(user: JoinUser) -> None:
    dialog = user.dialog()
    box = dialog.keys.boxes["company"][1]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert not dialog.ok.isEnabled()
    user.settled(dialog)
    assert dialog.told.text().startswith("結果6件：リード決定 0")
    for pair in dialog.keys.boxes.values():
        pair[0].setCurrentIndex(0)
    box.activated.emit(0)
    user.settled(dialog)
    assert "共通の列がありません" in dialog.told.text()
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_the_rest_is_listed(user: JoinUser) -> None:
    dialog = user.dialog()
    assert [dialog.lone.index(0, c).data() for c in (0, 3)] == ["ミナト食品", "sfa.csv › sfa › 5"]
    assert [dialog.several.index(0, c).data() for c in range(3)] == ["A3  東西商事  田中 三", "sfa.csv › sfa › 7", "sfa.csv › sfa › 6"]
    user.qtbot.mouseClick(dialog.view.segment("lone"), Qt.MouseButton.LeftButton)
    assert dialog._stack.currentWidget().accessibleName() == "リードのない結果"
    dialog.reject()


def test_a_refresh_of_either_list_joins_again_by_itself(user: JoinUser) -> None:
    dialog = user.dialog()
    user.qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    user.idle()
    user.bring("sfa.csv", OUTCOMES.replace("1200000", "1300000"), "outcomes")
    user.idle()
    assert user.values("受注額（円）") == [None, 1300000, 500, None]
    user.bring("ma.csv", LEADS.replace("A4,北山コンピュータ", "A4,ミナト食品"), "leads")
    user.idle()
    assert user.values("営業の受領") == [None, "受領", "受領", "受領"]


def test_the_leads_area_opens_the_dialog_and_takes_outcomes_out_again(user: JoinUser) -> None:
    area = areas.area("leads").load().create(user.context)
    area.setParent(user.home)
    area.show()
    user.idle()
    user.qtbot.mouseClick(area.join, Qt.MouseButton.LeftButton)
    dialog = area.findChild(JoinDialog)
    user.settled(dialog)
    user.qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    user.qtbot.waitUntil(lambda: "join" in (user.context.document.get("datasets", user.leads) or {}), timeout=PATIENCE)
    user.idle()
    menu: QMenu = list_menu(user.home, user.context, user.leads, None)
    next(a for a in menu.actions() if a.text() == "結果を外す").trigger()
    assert user.context.store.dataset(user.context.snapshot(), user.leads).names == LEADS.split("\n")[0].split(",")
    user.idle()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_can_be_reached_by_keyboard_and_has_a_name(user: JoinUser, language: str) -> None:
    i18n.set_language(language)
    dialog = user.dialog()
    kinds = (QAbstractButton, QComboBox, QAbstractItemView)
    parts = [w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible() and w.parent() not in dialog.findChildren(QComboBox)]
    focusable = [w for w in parts if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {dialog.seconds, dialog.bring, dialog.columns, dialog.pairs.table, dialog.pairs.same, dialog.ok} <= set(focusable)
    nameless = [w for w in focusable if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    assert nameless == []
    spoken = dialog.pairs.model.index(0, FIRST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "株式会社青葉製作所" in spoken
    assert "\n" not in spoken
    dialog.reject()


def test_thousands_of_decisions_are_one_step_to_undo(user: JoinUser) -> None:
    said: dict[str, bool | None] = {f"pair {n}": n % 2 == 0 for n in range(2 * joining_window.SLICE + 7)}
    before = user.context.document.undo_label
    joining_window.keep(user.context, said)
    user.qtbot.waitUntil(lambda: bool(user.told), timeout=PATIENCE)
    assert user.told[-1][:2] == (f"要確認の判断{len(said)}件を保存しました。", True)
    assert verbs.decisions(user.context.snapshot()) == said
    user.context.bridge.undo()
    assert (verbs.decisions(user.context.snapshot()), user.context.document.undo_label) == ({}, before)


def counted(model: PairsModel) -> tuple[int, int, int, set[int]]:
    """The figures of the model, added up from what it says about each pair."""
    states: list[tuple[Pair, object]] = []
    for settled in (False, True):
        model.show_settled(settled)
        states += [(pair, model.state(at)) for at, pair in enumerate(model.pairs)]
    same = {pair.outcome for pair, state in states if state is True}
    waiting = {pair.outcome for pair, state in states if state is None}
    known = sum(state in (True, False) or (state == "other" and model.said.get(pair.id, "before") is not None) for pair, state in states[-4:])
    return len(waiting - same - {9}), len(same | {9}), known, {pair.lead for pair, state in states if state is True}


def test_the_figures_follow_every_decision(qapp: object) -> None:
    chance = random.Random(7)
    doubtful = tuple(Pair(lead, outcome, "similar", 0.5, f"{lead}-{outcome}") for outcome in range(5) for lead in range(outcome, outcome + 3))
    before = tuple(Pair(lead, 10 + lead, "settled", 1.0, f"s{lead}") for lead in range(2))
    refused = tuple(Pair(lead, 12 + lead, "similar", 0.4, f"r{lead}") for lead in range(2))
    firm = Pair(20, 9, "id", 1.0, "firm")
    matching = Matching((firm, *before), doubtful, np.full(30, -1, np.int32), (), (), {}, refused)
    model = PairsModel()
    model.show(None, matching)
    ids = [pair.id for pair in (*doubtful, *before, *refused)]
    for _ in range(200):
        model.settle({id: chance.choice((True, False, None)) for id in chance.sample(ids, chance.randint(1, 3))})
        tally = model.tally
        assert (tally.open, tally.same, tally.known, tally.leads) == counted(model)


def test_what_is_said_while_the_lists_are_matched_anew_counts(qapp: object) -> None:
    doubtful = tuple(Pair(lead, outcome, "similar", 0.5, f"{lead}-{outcome}") for outcome in range(3) for lead in range(2))
    matching = Matching((), doubtful, np.full(9, -1, np.int32), (), (), {})
    model = PairsModel()
    model.show(None, matching)
    model.settle({"0-0": True, "1-2": False})
    made_by_a_worker = Tally(matching, model.said)
    model.settle({"0-0": None, "1-1": True})
    model.show(None, matching, made_by_a_worker)
    assert model.said == {"0-0": None, "1-2": False, "1-1": True}
    assert (model.tally.open, model.tally.same, model.tally.leads) == (2, 1, {1})
