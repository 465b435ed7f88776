"""目隠し判定 in the window: two people label the same leads by keyboard, unseen, and look at the result."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fusenapp.document import Author
from fusenapp.domain import labelling
from fusenapp.domain.labelling import HOT, NOT, UNSURE
from fusenapp.editing import labelling as verbs
from fusenapp.flows import labelling as flow
from fusenapp.flows.figures import datasets
from fusenapp.ui.labelling.deck import Deck
from fusenapp.ui.labelling.fact_row import FactRow
from fusenapp.ui.labelling.result_page import ResultPage
from fusenapp.ui.labelling.rounds import RoundsPage

OUTCOMES = {"引渡日", "営業の受領", "却下理由", "アポ日", "提案日", "見積額（円）", "結果", "失注理由", "受注額（円）", "受注日", "担当営業"}


class LabellingUser:
    """Somebody who labels by keyboard."""

    def __init__(self, qtbot, context, area) -> None:
        self.qtbot, self.context, self.area = qtbot, context, area

    @property
    def page(self):
        self.context.bridge.flush()
        return self.area.page

    def new_form(self):
        """The form of another round, below the one that the sample company has held."""
        self.click(self.page.new)
        assert self.page.form is not None
        return self.page.form

    @property
    def deck(self) -> Deck:
        assert isinstance(self.page, Deck)
        return self.page

    @property
    def card(self):
        assert isinstance(self.page, RoundsPage)
        return next(iter(self.page.cards.values()))

    def speak_as(self, person: str, department: str) -> None:
        self.context.set_person(person)
        self.context.set_department(department)

    def press(self, *keys: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.page, key, modifier)
            self.context.bridge.flush()

    def click(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.context.bridge.flush()

    def held(self, name: str):
        found = self.deck.found
        return found.leads[self.deck.at].values[[fact.name for fact in found.facts].index(name)]

    def label_all(self, hot) -> None:
        for _ in range(len(self.deck.found.leads)):
            self.press(Qt.Key.Key_1 if hot(self.held) else Qt.Key.Key_2)

    def result(self) -> ResultPage:
        page = self.page
        assert isinstance(page, ResultPage)
        self.qtbot.waitUntil(lambda: page.leads is not None, timeout=20_000)
        return page


def begin(context, departments=("marketing", "field-sales"), hidden=(), size: int = 20) -> str:
    snapshot, dataset = context.snapshot(), datasets(context.snapshot(), "leads")[0]["id"]
    sample = flow.draw(context.store, snapshot, dataset, "hot-lead", size, "7", hidden)
    return verbs.start(context.document, "秋の判定", "hot-lead", dataset, departments, sample.facts, sample.leads, "7", sample.as_of)


@pytest.fixture
def user(area, context, qtbot) -> LabellingUser:
    begin(context)
    found = LabellingUser(qtbot, context, area("labelling"))
    found.speak_as("佐伯 遥", "marketing")
    return found


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def sheets(context) -> list[labelling.Sheet]:
    found = labelling.labellings(context.snapshot())[0]
    return labelling.every_sheet(context.snapshot(), found.id)


def test_a_new_round_is_drawn_and_begun_at_once(area, context, qtbot) -> None:
    user = LabellingUser(qtbot, context, area("labelling"))
    form = user.new_form()
    qtbot.waitUntil(lambda: bool(form.columns), timeout=20_000)
    assert not OUTCOMES & set(form.columns)
    assert all(name in form._late.text() for name in OUTCOMES)
    form.columns["会社名"].setChecked(False)
    form.count.setValue(24)
    user.click(form.start)
    qtbot.waitUntil(lambda: isinstance(user.area.page, Deck), timeout=20_000)
    found = user.deck.found
    assert (len(found.leads), found.departments) == (24, ("marketing", "field-sales"))
    assert "会社名" not in {fact.name for fact in found.facts if fact.shown}
    assert {lead.stratum for lead in found.leads} == {"match", "near", "no_match"}
    assert user.deck._title.text() == "リード1"


def test_two_departments_at_least(area, context, qtbot) -> None:
    form = LabellingUser(qtbot, context, area("labelling")).new_form()
    form.departments["field-sales"].setChecked(False)
    assert not form.start.isEnabled()
    form.departments["inside-sales"].setChecked(True)
    assert form.start.isEnabled()


def test_only_what_is_known_at_hand_over_is_seen(user) -> None:
    user.click(user.card.label)
    assert set(user.deck.rows) & OUTCOMES == set()
    assert {"業種", "従業員数", "比較社数"} <= set(user.deck.rows)
    shown = " ".join([*texts(user.area), *(r.accessibleName() for r in user.deck.findChildren(FactRow))])
    assert not [word for word in ("該当", "非該当", "境目", "受領") if word in shown]


def test_one_key_answers_and_goes_on_and_one_can_go_back(user, context) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    assert (user.deck.at, sheets(context)[0].answers) == (3, {"0": HOT, "1": NOT, "2": UNSURE})
    user.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert (user.deck.at, user.deck.buttons[NOT].isChecked()) == (1, True)
    user.press(Qt.Key.Key_1)
    assert (user.deck.at, sheets(context)[0].answers["1"]) == (3, HOT)
    context.bridge.undo()
    context.bridge.flush()
    assert sheets(context)[0].answers["1"] == NOT


def test_one_pauses_and_goes_on_where_one_was(user) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_2, Qt.Key.Key_Escape)
    assert user.card.label.text() == "4件目から再開"
    assert QApplication.focusWidget() is user.card.label
    user.press(Qt.Key.Key_Space)
    assert user.deck.at == 2


def test_reasons_are_written_and_what_decides_is_marked_by_keyboard(user, context) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_C)
    field = QApplication.focusWidget()
    assert field is user.deck.comment
    typed = QInputMethodEvent("", [])
    typed.setCommitString("予算が未定")
    QApplication.sendEvent(field, typed)
    user.press(Qt.Key.Key_1)
    user.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is user.deck
    user.press(Qt.Key.Key_2)
    second = list(user.deck.rows)[1]
    sheet = sheets(context)[0]
    assert (sheet.comments, sheet.because, sheet.answers) == ({"0": "予算が未定1"}, {"0": (second,)}, {"0": NOT})


def test_while_an_input_method_composes_no_key_answers(user, context) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_C)
    QApplication.sendEvent(user.deck.comment, QInputMethodEvent("よさん", []))
    context.bridge.flush()
    assert user.deck.comment.hasFocus()
    assert [s for s in sheets(context) if s.answers or s.comments] == []


def test_what_others_answered_stays_hidden_until_the_result_is_opened(user, context) -> None:
    user.click(user.card.label)
    user.label_all(lambda held: True)
    user.press(Qt.Key.Key_Escape)
    user.speak_as("田中 健", "field-sales")
    assert "20 / 20件" in texts(user.card)
    assert user.card.open.text() == "途中で締め切る…"
    user.click(user.card.label)
    assert user.deck.sheet.answers == {}
    assert not any(button.isChecked() for button in user.deck.buttons.values())
    user.press(Qt.Key.Key_2)
    assert [len(s.answers) for s in labelling.visible_sheets(context.snapshot(), user.deck.found, "field-sales", "田中 健")] == [1]


def test_closing_early_is_asked_back_in_place(user, context) -> None:
    card = user.card
    user.click(card.open)
    assert (card._question.isVisible(), QApplication.focusWidget()) == (True, card.sure)
    assert labelling.labellings(context.snapshot())[0].closed is None
    user.click(card.sure)
    assert labelling.labellings(context.snapshot())[0].closed is not None
    assert "両部門が判定したリードがないため" in " ".join(texts(user.result()))


def test_the_result_says_how_far_they_agree_and_what_explains_the_rest(user, context) -> None:
    user.click(user.card.label)
    user.label_all(lambda held: held("トライアル申込") or held("見積依頼"))
    user.press(Qt.Key.Key_Escape)
    user.speak_as("田中 健", "field-sales")
    user.click(user.card.label)
    user.label_all(lambda held: (held("トライアル申込") or held("見積依頼")) and held("従業員数") >= 500)
    user.press(Qt.Key.Key_Escape)
    assert user.card.open.text() == "結果を開く"
    user.click(user.card.open)
    page = user.result()
    between = page.told.result.between[0]
    assert between.pair.second_only == 0 < between.pair.first_only
    words = " ".join(texts(page))
    assert f"{between.pair.kappa.value:.2f}" in words
    assert "参考値（30件未満）" in words
    assert "従業員数" in words
    assert page.leads.table.model().rowCount() == between.pair.disputed
    assert page.reasons.current is not None
    context.bridge.flush()


def test_a_disputed_lead_is_shown_with_both_answers_and_the_way_leads_to_the_clause(user, context) -> None:
    user.click(user.card.label)
    user.label_all(lambda held: True)
    user.deck.comment.insertPlainText("全社で導入したい")
    user.press(Qt.Key.Key_Escape)
    user.speak_as("田中 健", "field-sales")
    user.click(user.card.label)
    user.label_all(lambda held: held("従業員数") >= 500)
    user.press(Qt.Key.Key_Escape)
    user.click(user.card.open)
    page = user.result()
    page.leads.table.selectRow(0)
    detail = " ".join(texts(context.inspector.current))
    assert "● ホット" in detail
    assert "× ホットでない" in detail
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda area, item: went.append((area, item)))
    row = next(at for at, s in enumerate(page.reasons.rows) if s.definition == "target")
    page.reasons.table.selectRow(row)
    page.reasons.table.setFocus()
    user.press(Qt.Key.Key_Return)
    user.click(page.reasons.to_compare)
    record = page.reasons.rows[row].condition.record
    assert went == [("target", ("clauses", record)), ("compare", ("definitions", "target", page.reasons.rows[row].condition.id))]


def test_a_department_that_is_not_asked_is_told_so(user) -> None:
    user.speak_as("井上", "inside-sales")
    assert user.card.label is None
    assert "自部門は対象外です" in " ".join(texts(user.card))


def test_a_labelling_of_a_colleague_comes_in_while_one_labels(user, context) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_1)
    deck, before = user.deck, context.document.author
    context.document.author = Author("田中 健", "field-sales")
    verbs.answer(context.document, deck.found.id, "1", HOT)
    context.document.author = before
    assert (user.deck is deck, deck.at, deck.sheet.answers) == (True, 1, {"0": HOT})


def test_the_keyboard_stays_on_the_round_when_a_colleagues_answer_comes_in(user, context) -> None:
    before = user.card
    before.label.setFocus()
    author = context.document.author
    context.document.author = Author("田中 健", "field-sales")
    verbs.answer(context.document, before.found.id, "1", HOT)
    context.document.author = author
    assert user.card is not before
    assert "1 / 20件" in texts(user.card)
    assert QApplication.focusWidget() is user.card.label


def test_three_departments_are_looked_at_in_pairs(area, context, qtbot) -> None:
    id = begin(context, ("marketing", "inside-sales", "field-sales"))
    for at, department in enumerate(("marketing", "inside-sales", "field-sales")):
        context.document.author = Author(f"{at}", department)
        for key in range(20):
            verbs.answer(context.document, id, str(key), HOT if key % (at + 1) == 0 else NOT)
    context.document.author = context.author
    verbs.close(context.document, id)
    shown = area("labelling")
    shown.reveal(("labellings", id))
    user = LabellingUser(qtbot, context, shown)
    page = user.result()
    assert [page.pairs.itemText(at) for at in range(3)] == ["マーケ × IS", "マーケ × FS", "IS × FS"]
    page._choose(2)
    assert page.told.result.between[page.at].first == "inside-sales"
    assert "Fleiss' κ" in " ".join(texts(page))


def test_every_control_has_a_name(user) -> None:
    user.click(user.card.label)
    named = [*user.deck.rows.values(), *user.deck.buttons.values(), user.deck.comment, user.deck.strip, user.deck]
    assert all(each.accessibleName() for each in named)
    assert user.deck.strip.accessibleName() == "20件中0件回答済み"


def test_somebody_answers_in_a_sheet_and_takes_it_in(user, context, tmp_path) -> None:
    told: list[str] = []
    context.notified.connect(lambda message, undo, kind: told.append(message))
    user.card.sheets.write(tmp_path / "sheet.csv")
    lines = (tmp_path / "sheet.csv").read_text(encoding="utf-8-sig").splitlines()
    filled = [lines[0], *(line.replace(",,,", ",2,小さい,", 1) for line in lines[1:6]), *lines[6:]]
    (tmp_path / "back.csv").write_text("\n".join(filled), encoding="cp932")
    user.card.sheets.read(tmp_path / "back.csv")
    assert sheets(context)[0].answers == dict.fromkeys("01234", NOT)
    assert set(sheets(context)[0].comments.values()) == {"小さい"}
    assert user.card.label.text() == "6件目から再開"
    (tmp_path / "odd.csv").write_text("番号,回答,コメント\nx-1,1,\n", encoding="utf-8")
    user.card.sheets.read(tmp_path / "odd.csv")
    assert told[-1].startswith("odd.csv › 2 は「秋の判定」のどのリードにも当たりません")


def test_a_merge_report_keeps_answers_of_an_open_round_to_itself(user, context) -> None:
    user.click(user.card.label)
    user.press(Qt.Key.Key_1)
    sheet = sheets(context)[0].id
    assert labelling.secret(context.snapshot(), "label_sheets", sheet)
    assert not labelling.secret(context.snapshot(), "labellings", user.deck.found.id)
    verbs.close(context.document, user.deck.found.id)
    assert not labelling.secret(context.snapshot(), "label_sheets", sheet)
