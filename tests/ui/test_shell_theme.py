"""The look: contrast of the tokens, tinted icons, style sheet."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from fusenapp.paths import resource
from fusenapp.ui import icons, theme
from fusenapp.ui.tokens import COLOURS, PAPERS, SHAPES

TEXT_ON = [("text", "surface"), ("text", "window"), ("text2", "surface"), ("text2", "sunken"), ("text3", "surface"), ("text3", "window"),
           ("text3", "sunken"), ("accent", "surface"), ("accent", "accentW"), ("onAccent", "accent"), ("text", "accentW"), ("text", "hover"),
           ("good", "goodW"), ("warn", "warnW"), ("bad", "badW"), ("info", "infoW"), ("draft", "draftW"), ("stamp", "stampW"),
           ("good", "surface"), ("warn", "surface"), ("bad", "surface"), ("qualT", "surface"), ("genT", "surface"),
           ("mk", "surface"), ("isx", "surface"), ("fs", "surface"), ("d4", "surface"), ("d5", "surface"), ("d6", "surface"),
           ("mk", "mkW"), ("isx", "isW"), ("fs", "fsW"), ("d4", "d4W"), ("d5", "d5W"), ("d6", "d6W")]
GRAPHICS_ON = [("focus", "surface"), ("focus", "lane"), ("qual", "surface"), ("goodF", "surface"), ("badF", "surface")]


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def themed(qapp):
    before = (QPalette(qapp.palette()), qapp.font())
    yield theme.Theme("light")
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    theme.Theme("light").apply()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(text: str, ground: str, scheme: str) -> None:
    assert contrast(getattr(COLOURS[text], scheme), getattr(COLOURS[ground], scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS_ON)
def test_graphics_stand_out_from_their_ground(mark: str, ground: str, scheme: str) -> None:
    assert contrast(getattr(COLOURS[mark], scheme), getattr(COLOURS[ground], scheme)) >= 3


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_every_note_paper_can_be_read_in_both_themes(paper) -> None:
    for fill, text, _ in (paper.light, paper.dark):
        assert contrast(fill, text) >= 4.5


def test_departments_have_a_hue_of_their_own_in_both_themes() -> None:
    for scheme in ("light", "dark"):
        strong = [getattr(COLOURS[token], scheme) for token, _ in SHAPES.values()]
        assert len(set(strong)) == len(SHAPES)


def test_applying_a_theme_changes_colours_palette_and_widgets(themed, qtbot) -> None:
    seen = []
    themed.changed.connect(lambda: seen.append(theme.is_dark()))
    themed.set_mode("dark")
    assert theme.color("surface") == QColor("#1C2026")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor("#15181D")
    themed.set_mode("light")
    assert theme.color("surface") == QColor("#FFFFFF")
    assert seen == [True, False]
    button = QPushButton("x")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 32


def test_an_unknown_mode_is_refused(themed) -> None:
    with pytest.raises(ValueError, match="sepia"):
        themed.set_mode("sepia")


def test_the_style_sheet_names_only_tokens_and_files_that_exist(themed) -> None:
    from fusenapp.ui.style_sheet import style_sheet

    for scheme in ("light", "dark"):
        text = style_sheet(lambda token: "#123456", scheme)
        assert "$" not in text
        for file in re.findall(r"url\((.*?)\)", text):
            assert resource("icons", file.rpartition("/")[2]).exists(), file


def test_every_icon_is_square_and_takes_its_colour_from_the_theme(qapp) -> None:
    untinted = {"fusen"} | {f"{n}-{s}" for n in ("arrow-down", "arrow-up", "arrow-right", "check", "tick") for s in ("light", "dark")}
    for name in icons.names():
        root = ET.parse(resource("icons", f"{name}.svg")).getroot()
        box = root.get("viewBox", "").split()
        assert box[2] == box[3]
        if name not in untinted:
            text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            assert "currentColor" in text
            assert "#" not in text
        assert not icons.pixmap(name, 20).isNull()


def test_an_icon_is_painted_in_the_colour_of_its_token(qapp) -> None:
    image = icons.pixmap("plus", 20, "bad").toImage()
    wanted, found = theme.color("bad"), image.pixelColor(10, 10)
    assert (found.red(), found.green(), found.blue()) == (wanted.red(), wanted.green(), wanted.blue())


def test_an_unknown_department_shape_is_shown_as_a_cross(qapp) -> None:
    assert theme.department_look("spiral").shape == "cross"
    assert theme.department_look("triangle").strong == theme.color("isx")


@pytest.mark.parametrize(("number", "same"), [(3, 3), (None, 1), (0, 1), (9, 1), (2.0, 2)])
def test_a_paper_number_out_of_range_is_the_first_paper(qapp, number, same: int) -> None:
    assert theme.paper(number) == theme.paper(same)
