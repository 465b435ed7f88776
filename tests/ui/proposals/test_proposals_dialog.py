"""The dialog of proposals: what is ticked, what is said, and that it works without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from fusenapp import i18n
from fusenapp.editing import terms
from fusenapp.export import judging
from fusenapp.ui import importing, proposals
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.proposals.dialog import ProposalsDialog
from tests.unit.export.making import Company
from tests.unit.flows.test_proposal_frames import fair
from tests.unit.flows.test_proposal_grids import Board
from tests.unit.flows.test_proposals import T1, Copy


@pytest.fixture(autouse=True)
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "ROWS", 3)


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


@pytest.fixture
def copy(company: Company) -> Copy:
    """One clear proposal, one conflict, one edit that cannot be read."""
    copy = Copy(company)
    copy.cell("用語", "terms/term-mql", "agreed").value = "引き渡したもの"
    copy.cell("用語", "terms/term-lead", "agreed").value = "彼らの言い方"
    copy.cell("ターゲット", f"clauses/{T1}", "points").value = "五点"
    terms.write_agreed(company.document, "term-lead", "私たちの言い方")
    return copy


@pytest.fixture
def context(company: Company) -> Iterator[UiContext]:
    context = UiContext(company.document)
    yield context
    context.close()
    context.deleteLater()


@pytest.fixture
def dialog(copy: Copy, context: UiContext, qtbot) -> ProposalsDialog:
    dialog = ProposalsDialog(context, copy.read())
    qtbot.addWidget(dialog)
    dialog.accepted.connect(dialog.take)
    dialog.show()
    return dialog


def test_what_nothing_contradicts_is_ticked_and_conflicts_wait(dialog: ProposalsDialog) -> None:
    assert [p.id for p in dialog.chosen] == ["term-mql"]
    assert dialog.ok.text() == "1件を反映"
    rows = {row.text(0).split("\n")[-1]: row for row in dialog._rows()}
    conflict = rows["⚠ 書き出し後に変更あり"]
    assert [conflict.text(c) for c in (2, 3)] == ["彼らの言い方", "私たちの言い方"]
    assert dialog.lost is not None
    lost = dialog.lost.topLevelItem(0)
    assert lost
    assert (lost.text(1), lost.text(2)) == ("五点", "数値を入力してください。")


def test_the_keyboard_ticks_and_takes_over(dialog: ProposalsDialog, company: Company, context: UiContext, qtbot) -> None:
    conflict = next(row for row in dialog._rows() if "⚠" in row.text(0))
    dialog.list.setCurrentItem(conflict)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert {p.id for p in dialog.chosen} == {"term-lead", "term-mql"}
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    snapshot = company.document.snapshot()
    assert [snapshot.value("terms", id, "agreed") for id in ("term-lead", "term-mql")] == ["彼らの言い方", "引き渡したもの"]
    context.bridge.undo()
    assert company.document.snapshot().value("terms", "term-lead", "agreed") == "私たちの言い方"


def test_the_buttons_tick_all_none_and_those_without_conflict(dialog: ProposalsDialog) -> None:
    dialog.every.click()
    assert len(dialog.chosen) == 2
    dialog.none.click()
    assert (dialog.chosen, dialog.ok.isEnabled()) == ([], False)
    dialog.clear.click()
    assert [p.id for p in dialog.chosen] == ["term-mql"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_that_takes_the_keyboard_has_a_name(language: str, copy: Copy, context: UiContext, qtbot) -> None:
    found = copy.read()
    i18n.set_language(language)
    dialog = ProposalsDialog(context, found)
    qtbot.addWidget(dialog)
    dialog.show()
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken
            assert spoken.text(QAccessible.Text.Name).strip(), widget


def test_a_dropped_agreement_workbook_is_offered_as_proposals_and_not_imported(
        copy: Copy, context: UiContext, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:
    copy.book.save(copy.path)
    started: list[Path] = []
    monkeypatch.setattr(proposals, "start_proposals", lambda _context, _parent, path: started.append(path))
    parent = QWidget()
    qtbot.addWidget(parent)
    importing.start_import(context, parent, copy.path)
    qtbot.waitUntil(lambda: started == [copy.path], timeout=20_000)
    assert not any(dialog.isVisible() for dialog in parent.findChildren(ImportDialog))


def test_reading_from_the_window_shows_the_dialog_or_says_that_there_is_nothing(
        copy: Copy, company: Company, context: UiContext, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    copy.book.save(copy.path)
    proposals.start_proposals(context, parent, copy.path)
    qtbot.waitUntil(lambda: bool(parent.findChildren(ProposalsDialog)), timeout=20_000)
    dialog = parent.findChildren(ProposalsDialog)[0]
    assert len(dialog.found.items) == 2
    dialog.reject()
    fresh = Copy(company)
    said: list[str] = []
    context.notified.connect(lambda *told: said.append(str(told[0])))
    proposals.start_proposals(context, parent, fresh.path)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "提案はありません" in said[0]


def test_what_lies_in_a_new_phase_is_ticked_and_let_go_with_it(tmp_path: Path, qtbot) -> None:
    board = Board(tmp_path)
    found = board.edited(fair)
    context = UiContext(board.document)
    dialog = ProposalsDialog(context, found)
    qtbot.addWidget(dialog)
    dialog.show()
    rows = dialog._rows()
    assert len(dialog.chosen) == len(rows) == 4
    phase = next(row for row in rows if row.text(0) == "フェーズ「展示会」を追加")
    assert "決裁者の感情（展示会）" in [row.text(0) for row in rows]
    note = next(row for row in rows if row is not phase)
    phase.setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.chosen == []
    assert not dialog.ok.isEnabled()
    note.setCheckState(0, Qt.CheckState.Checked)
    assert [p.kind for p in dialog.chosen] == [found.items[0].kind, note.data(0, Qt.ItemDataRole.UserRole).kind]
    context.close()
    context.deleteLater()
