"""Keyboard shortcuts, and what this program is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from fusenapp import __version__
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.widgets import Text, row


class ShortcutsDialog(Dialog):
    """Every action that has a key."""

    def __init__(self, parent: QWidget | None, actions: Mapping[str, QAction]) -> None:
        super().__init__(parent, translate("Help", "Keyboard shortcuts"), translate("Help", "Close"), cancel=False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        shown = [action for action in actions.values() if not action.shortcut().isEmpty()]
        for place, action in enumerate(shown):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(Text(action.text().rstrip("…")), place, 0)
            grid.addWidget(Text(keys, "secondary"), place, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("Help", "About Fusen"), translate("Help", "Close"), cancel=False)
        mark = QLabel()
        mark.setPixmap(icons.mark(48))
        version = Text(translate("Help", "Fusen {version}").format(version=__version__), "figure")
        self.body.addLayout(row(mark, version, None, gap=16))
        self.body.addWidget(Text(translate("Help", "No account, no network: everything stays on this computer."), wrap=True))
        licence = translate("Help", "Licence: MIT. Bundled font: BIZ UDPGothic, SIL Open Font License 1.1.")
        self.body.addWidget(Text(licence, "caption", wrap=True))
