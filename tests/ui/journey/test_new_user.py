"""A newcomer with an interview at hand: one role's journey, by keyboard alone, through the input method."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

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


INTERVIEW = {
    "actions": (("締め日に全員で残業する", "上司に集計の手間を話す"), ("「勤怠 自動集計」で検索", "比較サイトを3つ読む"), ("要件の一覧で3社に絞る", "無料で2週間試す"),
                ("稟議書の下書きを作る", "役員の質問に答える"), ("契約書と初期設定を準備",), ("工場の班長に使い方を教える",)),
    "touchpoints": (("社労士との定例会",), ("検索・比較サイト", "業界の展示会"), ("個別の説明会",), ("営業の計算表",), ("電子契約の案内",), ("月例の定例会",)),
    "thoughts": (("残業が月45時間を超えた",), ("うちの打刻機とつながる？", "資料の違いが分からない"), ("給与と二重入力にならないか", "現場は使えるか"),
                 ("効果の数字がなく止まる",), ("繁忙期の前に移れるか",), ("他の工場にも広げたい",)),
}
"""25 statements of one person over six phases, lane by lane, as they were told."""


class Fingers:
    """Counts the keys that are pressed besides the letters of the statements, which are the same everywhere; a modifier is a key, too."""

    def __init__(self, hands) -> None:
        self._hands, self.presses = hands, 0

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        together = M.NoModifier
        for each in modifiers:
            together |= each
        self._hands.key(key, together)
        self.presses += 1 + len(modifiers)


def spreadsheet_presses() -> int:
    """The least for the same in a sheet whose headings stand already: Tab or Enter after a cell, Alt+Enter between two statements of one,
    and a colour for each of three rows (Shift+Space; Alt, H, H; one arrow; Enter), so that lanes can be told apart; wrapping (Ctrl+A; Alt, H, W)."""
    cells = [cell for row in INTERVIEW.values() for cell in row]
    return len(cells) + 2 * sum(len(cell) - 1 for cell in cells) + len(INTERVIEW) * (2 + 3 + 1 + 1) + 2 + 3


def found_in(hands) -> dict[str, tuple[tuple[str, ...], ...]]:
    roles = {"touchpoints": ""}
    return {lane: tuple(tuple(n["text"] for n in notes.notes_in(hands.document, notes.Place("journey", phase.id, f"journey-{lane}", roles.get(lane, SELECTOR))))
                        for phase in hands.board.model.phases) for lane in INTERVIEW}


def test_an_interview_of_25_statements_takes_fewer_keys_than_in_a_spreadsheet(hands):
    hands.area.show_role(SELECTOR)
    hands.board.setFocus()
    fingers, colours = Fingers(hands), (K.Key_1, K.Key_7, K.Key_2)
    fingers.key(K.Key_N)
    for colour, row in zip(colours, INTERVIEW.values(), strict=True):
        if colour != K.Key_1:
            fingers.key(colour, M.AltModifier)
        for at, cell in enumerate(row):
            for nth, text in enumerate(cell):
                if nth:
                    fingers.key(K.Key_Return, M.ControlModifier)
                write(hands, text)
            if (row, at) != (INTERVIEW["thoughts"], 5):
                fingers.key(K.Key_Tab)
    fingers.key(K.Key_Escape)
    assert sum(len(cell) for row in INTERVIEW.values() for cell in row) == 25
    assert found_in(hands) == INTERVIEW
    by_lane = {lane: {n["colour"] for n in hands.document.snapshot().all("notes", lane=f"journey-{lane}")} for lane in INTERVIEW}
    assert by_lane == {"actions": {1}, "touchpoints": {7}, "thoughts": {2}}
    assert fingers.presses < spreadsheet_presses(), (fingers.presses, spreadsheet_presses())
    assert (fingers.presses, spreadsheet_presses()) == (37, 58), "both counts, so that a change shows"


def test_lines_of_an_interview_are_pasted_phase_by_phase_with_four_keys_each(hands):
    hands.area.show_role(SELECTOR)
    hands.stand_in("awareness", "actions", SELECTOR)
    fingers = Fingers(hands)
    for at, cell in enumerate(INTERVIEW["actions"]):
        if at:
            fingers.key(K.Key_Escape)
            fingers.key(K.Key_Right)
        QGuiApplication.clipboard().setText("\r\n".join(f"・{text}" for text in cell))
        fingers.key(K.Key_V, M.ControlModifier)
    assert found_in(hands)["actions"] == INTERVIEW["actions"]
    assert fingers.presses == 6 * 4 - 2
