"""用語: one list of words, each department's wording beside the agreed one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from fusenapp import i18n
from fusenapp.domain import agreement
from fusenapp.editing import terms as editing_terms
from fusenapp.ui import words
from fusenapp.ui.terms.detail import TermDetail
from fusenapp.ui.terms.model import rows


def detail(area) -> TermDetail:
    return area.findChildren(TermDetail)[-1]


def test_every_term_is_listed_and_the_first_one_is_open(area, context) -> None:
    terms = area("terms")
    assert terms.model.rowCount() == len(context.snapshot().all("terms"))
    assert detail(terms).name.text() == "リード"


def test_only_terms_that_departments_word_differently_remain_under_the_filter(area, qtbot) -> None:
    terms = area("terms")
    qtbot.mouseClick(terms.filter.segment("different"), Qt.MouseButton.LeftButton)
    names = [terms.model.index(i).data() for i in range(terms.model.rowCount())]
    assert names == ["リード", "質リード", "ホットリード", "商談"]


def test_typing_a_wording_writes_it_into_the_document_as_one_step(area, context, qtbot) -> None:
    terms = area("terms")
    editor = detail(terms).agreed
    editor.setFocus()
    editor.selectAll()
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    commit = QInputMethodEvent("", [])
    commit.setCommitString("連絡先が分かる人")
    QApplication.sendEvent(editor, commit)
    assert context.document.get("terms", "term-lead")["agreed"] == "連絡先が分かる人"
    assert context.document.undo_label == "合意文の記入"


def test_while_a_conversion_is_open_nothing_is_written(area, context) -> None:
    terms = area("terms")
    before = context.document.get("terms", "term-lead")["agreed"]
    QApplication.sendEvent(detail(terms).agreed, QInputMethodEvent("れんらく", []))
    assert context.document.get("terms", "term-lead")["agreed"] == before


def test_adopting_a_departments_wording_makes_it_the_agreed_one(area, context, qtbot) -> None:
    terms = area("terms")
    terms.reveal(("terms", "term-opportunity"))
    adopt = next(b for b in detail(terms).findChildren(QPushButton) if "フィールドセールス" in b.accessibleName())
    qtbot.mouseClick(adopt, Qt.MouseButton.LeftButton)
    context.bridge.flush()
    assert detail(terms).agreed.toPlainText() == "価格を提示し、条件を交渉する場"


def test_a_new_term_is_ready_to_be_named(area, context, qtbot) -> None:
    terms = area("terms")
    terms.add()
    assert detail(terms).name.selectedText() == "新しい用語"
    qtbot.keyClicks(detail(terms).name, "SQL")
    qtbot.keyClick(detail(terms).name, Qt.Key.Key_Return)
    context.bridge.flush()
    assert terms.model.index(terms.model.rowCount() - 1).data() == "SQL"


def test_a_change_from_elsewhere_appears_without_moving_the_cursor(area, context) -> None:
    from fusenapp.editing import terms as verbs

    terms = area("terms")
    editor = detail(terms).test
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    verbs.write_test(context.document, "term-lead", "リード一覧の1行")
    context.bridge.flush()
    assert (editor.toPlainText(), editor.textCursor().position()) == ("リード一覧の1行", 2)


def test_only_a_wording_that_is_written_and_differs_can_be_adopted(area, context) -> None:
    terms = area("terms")
    buttons = [b for b in detail(terms).findChildren(QPushButton) if b.text() == "採用"]
    editing_terms.write_wording(context.document, "term-lead", "marketing", "")
    editing_terms.write_wording(context.document, "term-lead", "field-sales", "別の意味")
    context.bridge.flush()
    assert [b.isEnabled() for b in buttons][0::2] == [False, True]
    editing_terms.adopt_wording(context.document, "term-lead", "field-sales")
    context.bridge.flush()
    assert not buttons[2].isEnabled()


def test_a_term_says_how_many_leads_are_one_and_where_it_is_used(area, context, qtbot) -> None:
    glossary = area("terms")
    glossary.reveal(("terms", "term-quality-lead"))
    detail = glossary._detail
    qtbot.waitUntil(lambda: detail.count.figure.text() == "今のリード 5,000件中 470件", timeout=10_000)
    assert {(use.kind, use.text) for use in detail.uses.found} >= {("terms", "質リードではないリード"), ("kpis", "質リード率")}
    with qtbot.waitSignal(context.navigated) as went:
        next(b for b in detail.uses.findChildren(QPushButton) if b.text() == "KPIツリー › 質リード率").click()
    assert went.args[0] == "kpi"


def test_what_a_term_counts_can_be_chosen_and_belongs_to_the_agreement(area, context, qtbot) -> None:
    before = agreement.content_hash(context.snapshot(), ("terms", "term-mql"))
    glossary = area("terms")
    glossary.reveal(("terms", "term-mql"))
    count = glossary._detail.count
    qtbot.waitUntil(lambda: "2,287" in count.figure.text(), timeout=10_000)
    count.box.setCurrentIndex(count.box.findData("stage:sal"))
    count.box.activated.emit(count.box.currentIndex())
    context.bridge.flush()
    qtbot.waitUntil(lambda: "548" in count.figure.text(), timeout=10_000)
    assert agreement.content_hash(context.snapshot(), ("terms", "term-mql")) != before


def test_the_english_window_calls_the_terms_by_their_english_names(context) -> None:
    i18n.set_language("en")
    try:
        assert [row.name for row in rows(context.snapshot())][1:3] == ["Quality lead", "General lead"]
        assert words.item_title(context.snapshot(), ("terms", "term-quality-lead")) == "Term “Quality lead”"
    finally:
        i18n.set_language("ja")
