"""Design tokens: every colour of the window in light and dark, note papers, departments. No Qt.

Contrast: text colours are at least 4.5 : 1 on the surfaces they stand on, graphics 3 : 1 (WCAG 2);
``tests/ui/test_shell_theme.py`` reckons them from the values below.
"""

from __future__ import annotations

from typing import NamedTuple


class Pair(NamedTuple):
    """One colour in both themes, as ``#RRGGBB`` or ``#AARRGGBB``."""

    light: str
    dark: str


COLOURS: dict[str, Pair] = {
    # surfaces and lines
    "window": Pair("#F4F5F7", "#15181D"),
    "surface": Pair("#FFFFFF", "#1C2026"),
    "sunken": Pair("#ECEEF2", "#111418"),
    "raised": Pair("#FFFFFF", "#262B33"),
    "hover": Pair("#F0F2F6", "#282E37"),
    "lane": Pair("#FAFBFC", "#191D22"),
    "border": Pair("#DDE1E7", "#333A44"),
    "borderS": Pair("#BFC6CF", "#505967"),
    "gridline": Pair("#E4E7EC", "#2A3038"),
    "accentW": Pair("#E6EBF7", "#2A3452"),
    "focus": Pair("#3B62C9", "#8FA8FF"),
    "shadow": Pair("#291C222B", "#73000000"),
    # text and accent
    "text": Pair("#1C222B", "#E8EBEF"),
    "text2": Pair("#4C5561", "#B7BFC9"),
    "text3": Pair("#616A76", "#939CA8"),
    "accent": Pair("#2F4A8C", "#A9BCF7"),
    "onAccent": Pair("#FFFFFF", "#121A33"),
    # departments
    "mk": Pair("#0A6F6A", "#5FCCC4"),
    "mkW": Pair("#DCF0EE", "#16383A"),
    "isx": Pair("#9A5200", "#F0B469"),
    "isW": Pair("#FBECD9", "#40301B"),
    "fs": Pair("#80368A", "#DAA1E3"),
    "fsW": Pair("#F4E6F6", "#3B2541"),
    "d4": Pair("#56691A", "#B9CB74"),
    "d4W": Pair("#EEF3DC", "#2E361A"),
    "d5": Pair("#A0364F", "#F09CB0"),
    "d5W": Pair("#F9E4E9", "#43232C"),
    "d6": Pair("#4A5B70", "#A9BACD"),
    "d6W": Pair("#E6EBF1", "#28313C"),
    # status
    "good": Pair("#1F6E3F", "#7BCF97"),
    "goodW": Pair("#E1F2E6", "#1B3526"),
    "warn": Pair("#8A5A00", "#EBC063"),
    "warnW": Pair("#FFF3D3", "#3A2F14"),
    "bad": Pair("#B01E3C", "#FF94A6"),
    "badW": Pair("#FBE6EA", "#45202A"),
    "info": Pair("#2F4A8C", "#A9BCF7"),
    "infoW": Pair("#E6EBF7", "#2A3452"),
    "draft": Pair("#56606C", "#AEB6C0"),
    "draftW": Pair("#ECEEF2", "#2A2F37"),
    "stamp": Pair("#BF3A1B", "#FF9273"),
    "stampW": Pair("#FDEBE5", "#42231A"),
    # figures
    "qual": Pair("#1667AE", "#5AA6EA"),
    "qualT": Pair("#1667AE", "#7DBBF2"),
    "gen": Pair("#B4D0EA", "#2F4C69"),
    "genT": Pair("#48607A", "#9FB4C9"),
    "goodF": Pair("#2E8B57", "#4FA871"),
    "badF": Pair("#C8374F", "#D9566C"),
}


class PaperPair(NamedTuple):
    """A note paper: key of its name, then fill, text and edge in light and dark."""

    name: str
    light: tuple[str, str, str]
    dark: tuple[str, str, str]


PAPERS: tuple[PaperPair, ...] = (
    PaperPair("lemon", ("#FFF1A8", "#453A00", "#E6D27A"), ("#4A4118", "#FBEDA6", "#6B5F2A")),
    PaperPair("apricot", ("#FFDDBD", "#55300B", "#EABF94"), ("#51361D", "#FFDDBB", "#775234")),
    PaperPair("sakura", ("#FBD5DF", "#5C1A30", "#E9B3C1"), ("#522735", "#FFD3DE", "#78404F")),
    PaperPair("fuji", ("#E4DAF6", "#3C2665", "#C8B8E6"), ("#3A2F57", "#E6DCFB", "#574880")),
    PaperPair("sora", ("#D2E6FA", "#123C63", "#AFCDEB"), ("#1F3A56", "#D0E6FC", "#35577B")),
    PaperPair("asagi", ("#C8ECE6", "#0B4540", "#9FD3CB"), ("#174240", "#C6EFE9", "#2C615D")),
    PaperPair("wakaba", ("#DCEEC6", "#2C4411", "#BCD79C"), ("#33441D", "#DDF0C4", "#50672F")),
    PaperPair("kinari", ("#F3EEE3", "#40382A", "#D8D0BF"), ("#3A3730", "#EFE8DA", "#57534A")),
)

SHAPES: dict[str, tuple[str, str]] = {
    "circle": ("mk", "mkW"),
    "triangle": ("isx", "isW"),
    "square": ("fs", "fsW"),
    "diamond": ("d4", "d4W"),
    "pentagon": ("d5", "d5W"),
    "cross": ("d6", "d6W"),
}
"""Department shape → tokens of its strong and weak colour: shape and hue always go together."""

CAPTION, BODY, TITLE, FIGURE, HERO = 11, 13, 15, 20, 28
"""Type sizes in logical pixels at 100 %."""
