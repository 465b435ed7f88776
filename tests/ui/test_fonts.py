"""Japanese is drawn as letters, also where the system has no Japanese font."""

from __future__ import annotations

import os

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from fusenapp.paths import resource
from fusenapp.ui import fonts

USED = "付箋髙﨑①㈱～〜＋−×→←↑↓✓●▲■◆○★△▼□◇›…・ｱA1éαЯ"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_bundled_font_has_the_letters_and_signs_in_use(qapp: QApplication, weight: str) -> None:
    raw = QRawFont(str(resource("fonts", f"BIZUDPGothic-{weight}.ttf")), 12)
    lacking = [sign for sign in USED if not raw.supportsCharacter(ord(sign))]
    assert lacking == []


def test_the_licence_lies_beside_the_font() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in resource("fonts").iterdir()) < 5_000_000


def test_pictures_use_the_bundled_font_everywhere(qapp: QApplication) -> None:
    assert fonts.ensure_japanese(qapp)
    assert qapp.font().family() == fonts.FAMILY
    assert QFontMetrics(qapp.font()).inFont("付")


def test_a_system_with_japanese_keeps_its_own_font(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    before = QFont(qapp.font())
    monkeypatch.delitem(os.environ, "FUSEN_FONT")
    assert not fonts.ensure_japanese(qapp), "the bundled font, once loaded, is a Japanese family of this process"
    assert qapp.font() == before
