"""The bar on top of an area cuts nothing: the caption gives way, then the right part stands below the left one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from fusenapp.ui.widgets import AreaHeader


@pytest.fixture
def header(qtbot) -> Iterator[AreaHeader]:
    area = QWidget()
    made = AreaHeader("ホットリードの定義", "営業に引き渡してよいリード", area)
    made.add_left(QPushButton("要見直し 第1版から変更"))
    made.add_right(QPushButton("自部門の案を書く"), QPushButton("押印"))
    area.resize(1300, 300)
    area.show()
    yield made
    area.close()


def whole(header: AreaHeader) -> bool:
    """Whether every part has the width that it asks for, and lies within the bar."""
    parts = [part for part in (header.title, *header.findChildren(QPushButton)) if part.isVisible()]
    return all(part.width() >= part.sizeHint().width() and header.rect().contains(part.geometry()) for part in parts)


def test_with_room_everything_stands_on_one_line(header, qtbot) -> None:
    header.resize(1200, header.height())
    qtbot.waitUntil(lambda: whole(header))
    assert header.caption.isVisible()
    assert header.height() == 52


def test_the_caption_gives_way_first_and_then_the_right_part_stands_below(header, qtbot) -> None:
    parts = sum(part.sizeHint().width() for part in (header.title, *header.findChildren(QPushButton)))
    header.resize(parts + 100, header.height())
    qtbot.waitUntil(lambda: whole(header))
    assert (header.caption.isVisible(), header.height()) == (False, 52)
    header.resize(parts - 40, header.height())
    qtbot.waitUntil(lambda: whole(header))
    first, *_, last = header.findChildren(QPushButton)
    assert last.y() > first.geometry().bottom()
    assert header.height() > 52


def test_words_that_come_later_are_not_cut_either_and_the_line_comes_back(header, qtbot) -> None:
    header.resize(640, header.height())
    qtbot.waitUntil(lambda: whole(header))
    badge = header.findChildren(QPushButton)[0]
    badge.setText("要見直し " * 7)
    qtbot.waitUntil(lambda: header.height() > 52 and whole(header))
    badge.setText("合意")
    qtbot.waitUntil(lambda: header.height() == 52 and whole(header))
