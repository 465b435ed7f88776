"""Japanese letters on every screen: the bundled font steps in where the system has none."""

from __future__ import annotations

import os

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from fusenapp.paths import resource

FAMILY = "BIZ UDPGothic"


def ensure_japanese(app: QApplication) -> bool:
    """Make sure that Japanese is drawn as letters, not as boxes.

    Where the system has a Japanese family it stays as it is (Yu Gothic UI, Hiragino, Noto …).
    ``FUSEN_FONT=bundled`` uses the bundled font in any case, so that pictures are equal everywhere.

    Returns:
        True if the bundled font is in use.
    """
    forced = os.environ.get("FUSEN_FONT") == "bundled"
    if not forced and QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        return False
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"BIZUDPGothic-{weight}.ttf")))
    font = QFont(app.font())
    font.setFamilies([FAMILY] if forced else [*font.families(), FAMILY])
    app.setFont(font)
    return True
