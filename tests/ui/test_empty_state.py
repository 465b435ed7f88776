"""What an area shows that has nothing yet: the whole sentence, however narrow its place."""

from __future__ import annotations

import pytest

from fusenapp.ui.theme import Theme
from fusenapp.ui.widgets import EmptyState, Text

SAID = "部門ごとにターゲット・ホットリード・用語の案を書くと、違うところだけがここに並びます。決めた内容は合意に進めます。"


@pytest.mark.parametrize("width", [240, 308, 420, 900, 1400])
def test_the_sentence_is_seen_whole(qtbot, width: int) -> None:
    Theme("light").apply()
    state = EmptyState("split", "違いはありません", SAID, "自部門の案を書く")
    qtbot.addWidget(state)
    state.resize(width, 420)
    state.show()
    qtbot.waitExposed(state)
    sentence = next(label for label in state.findChildren(Text) if label.text() == SAID)
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert sentence.x() >= 0
    assert sentence.geometry().right() < width
    assert abs(sentence.geometry().center().x() - width / 2) <= 1
