"""Another definition in place of a clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.domain.definition import Include
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.clause_details import Around
from fusenapp.ui.definitions.member_row import MARK_WIDTH, MemberRow, kind_width
from fusenapp.ui.widgets import LinkButton, Text


class IncludeRow(MemberRow):
    """「ターゲットの定義 に該当」, with a link to it."""

    def __init__(self, include: Include, words: str, open_it: Callable[[], Any], around: Around | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(include.record, around, parent)
        self.link = LinkButton(words, "target", on=open_it)
        self._told = Text(translate("Definitions", "is met"), "secondary")
        self.bar.addWidget(self.link)
        self.bar.addWidget(self._told)
        self.bar.addStretch(1)
        self.bar.addWidget(self.unfold)
        self.bar.addWidget(self.count)
        self.bar.addSpacing(MARK_WIDTH + kind_width() + 12)
        self.bar.addWidget(self.more)
        self.show_include(include)

    def show_include(self, include: Include) -> None:
        """Take over what the document says."""
        self.muted = include.muted
        self.show_details(include)
        self._told.setText(translate("Definitions", "is left out for now") if include.muted else translate("Definitions", "is met"))

    def parts(self) -> dict[str, QWidget]:
        return {"link": self.link, "more": self.more}

    def fill_menu(self, menu: QMenu) -> None:
        menu.addAction(details_action(self, menu))
        menu.addAction(mute_action(self, menu))
        menu.addSeparator()


def details_action(row: MemberRow, menu: QMenu) -> QAction:
    """Points, proposer, comment and evidence."""
    action = QAction(icons.icon("info"), translate("Definitions", "Details and evidence"), menu)
    action.setCheckable(True)
    action.setChecked(row.details is not None)
    action.triggered.connect(row.toggle_details)
    return action


def mute_action(row: MemberRow, menu: QMenu) -> QAction:
    """Leave a member out for now, or count it again."""
    words = translate("Definitions", "Count it again") if row.muted else translate("Definitions", "Mute (leave it out for now)")
    action = QAction(icons.icon("eye" if row.muted else "eye-off"), words, menu)
    action.triggered.connect(lambda: row.changed.emit(row.record, {"muted": not row.muted}))
    return action
