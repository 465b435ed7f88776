"""A newcomer with an interview at hand: one role's journey, by keyboard alone, through the input method."""

from PySide6.QtCore import Qt

from fusenapp.editing import notes

from .conftest import SELECTOR

K, M = Qt.Key, Qt.KeyboardModifier

HEARD = {
    "actions": ("注文書を三人で手入力", "比較サイトを3つ読む", "要件の一覧で3社に絞る", "効果の計算表を添付", "案内文を準備", "移行率を毎月見る"),
    "touchpoints": ("得意先からの苦情", "検索・比較サイト", "展示会で実物に触る", "営業の計算表", "案内文のひな形", "毎月の定例会"),
    "thoughts": ("残業が月40時間", "資料の違いが分からない", "基幹と二重入力にならないか", "数字がなく稟議が止まる", "移ってくれるか", "返品にも広げたい"),
}
"""By lane, phase by phase, as an interview of about 500 letters told it."""


def write(hands, text: str) -> None:
    """As an input method does: letters are composed, settled, and its Enter comes through as a stray key."""
    for end in range(4, len(text) + 4, 4):
        hands.compose(text[:end])
    hands.key(K.Key_Return)
    hands.commit(text)


def test_one_roles_journey_takes_one_key_a_note_besides_the_writing(hands):
    hands.area.show_role(SELECTOR)
    hands.board.setFocus()
    hands.key(K.Key_N)
    for text in (text for lane in HEARD.values() for text in lane):
        write(hands, text)
        hands.key(K.Key_Tab)
    hands.key(K.Key_Escape)
    for lane, texts in HEARD.items():
        role = "" if lane == "touchpoints" else SELECTOR
        found = [n["text"] for phase in hands.board.model.phases
                 for n in notes.notes_in(hands.document, notes.Place("journey", phase.id, f"journey-{lane}", role))]
        assert found == list(texts)
    assert len(hands.document.snapshot().all("notes")) == 18, "the last Tab's empty note is none"


def test_the_curve_of_the_role_is_set_by_arrows_alone(hands):
    hands.area.show_role(SELECTOR)
    hands.stand_in("awareness", "emotion")
    for level in (-3, -1, -2, -3, 1, 3):
        for _ in range(abs(level)):
            hands.key(K.Key_Up if level > 0 else K.Key_Down, M.AltModifier)
        hands.key(K.Key_Right)
    points = hands.document.snapshot().family("journeys", "journey", "emotion")
    assert [points[f"selector.{phase.id}"] for phase in hands.board.model.phases] == [-1.5, -0.5, -1.0, -1.5, 0.5, 1.5]
