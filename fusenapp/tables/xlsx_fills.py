"""The colours that cells of a workbook are filled with, as a reader of the file sees them: theme colours and tints worked out.

Kept apart from the reader of values, since only an edited grid of ours asks for colours. Shades follow ECMA-376 part 1: 18.8.19
(tint), 18.8.27 (indexed colours), 20.1.6.2 (colour scheme).
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from pathlib import Path

from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.relations import relations
from fusenapp.tables.safe_xml import Handler, parse

_MAX_STYLES = 70_000
_NONE = 1 << 30
"""The number of no colour at all."""
_SCHEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
"""Colours of a theme by the number that cells name them by: light and dark are the other way round than in the theme."""
_EIGHT = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_REST = ("800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF "
         "FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
         "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333")
_INDEXED = (*_EIGHT, *_EIGHT, *_REST.split())


def fill_colours(path: Path) -> list[str]:
    """The fill of each cell format, by its number: ``#RRGGBB``, or empty where there is none or a pattern.

    Raises:
        InputError: ``corrupt too-large encrypted``.
    """
    with Archive(path) as archive:
        where = str(path)
        root = next((target for kind, target in relations(archive, "", where).values() if kind == "officeDocument"), "xl/workbook.xml")
        parts = dict(relations(archive, root, where).values())
        theme, styles = _Theme(), _Fills()
        for part, handler in ((parts.get("theme", ""), theme), (parts.get("styles", ""), styles)):
            if part in archive.names:
                parse(archive.stream(part, 64 * limits.MIB), handler, where)
    shown = [_colour(told, theme.colours, styles.indexed) for told in styles.fills]
    return [shown[at] if 0 <= at < len(shown) else "" for at in styles.formats]


class _Theme(Handler):
    """The colours of the scheme, by name."""

    def __init__(self) -> None:
        self.colours: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _SCHEME:
            self._name = name
        elif self._name and name in ("srgbClr", "sysClr"):
            self.colours.setdefault(self._name, attributes.get("lastClr") or attributes.get("val", ""))

    def end(self, name: str) -> None:
        self._name = "" if name in _SCHEME else self._name


class _Fills(Handler):
    """Fills, and which of them each cell format has."""

    def __init__(self) -> None:
        self.fills: list[Mapping[str, str]] = []
        self.formats: list[int] = []
        self.indexed: list[str] = []
        self._inside: list[str] = []
        self._solid = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._inside[-1] if self._inside else ""
        self._inside.append(name)
        if name == "fill" and parent == "fills":
            self.fills.append({})
        elif name == "patternFill":
            self._solid = attributes.get("patternType") == "solid"
        elif name == "fgColor" and self._solid and self._inside[-4:-2] == ["fills", "fill"]:
            self.fills[-1] = attributes
        elif name == "xf" and parent == "cellXfs" and len(self.formats) < _MAX_STYLES:
            self.formats.append(_number(attributes.get("fillId")))
        elif name == "rgbColor":
            self.indexed.append(attributes.get("rgb", ""))

    def end(self, name: str) -> None:
        self._inside.pop()


def _colour(told: Mapping[str, str], theme: Mapping[str, str], indexed: list[str]) -> str:
    found = told.get("rgb", "")
    if not found and "theme" in told:
        at = _number(told["theme"], _NONE)
        found = theme.get(_SCHEME[at], "") if at < len(_SCHEME) else ""
    elif not found and "indexed" in told:
        known, at = indexed or _INDEXED, _number(told["indexed"], _NONE)
        found = known[at] if at < len(known) else ""
    try:
        channels = [int(found[-6:][i:i + 2], 16) / 255 for i in (0, 2, 4)] if len(found) in (6, 8) else []
        return _tinted(channels, float(told.get("tint", "0") or 0)) if channels else ""
    except ValueError:
        return ""


def _tinted(channels: list[float], tint: float) -> str:
    """Towards black below zero, towards white above."""
    if tint:
        hue, light, full = colorsys.rgb_to_hls(*channels)
        tint = min(max(tint, -1.0), 1.0)
        light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
        channels = list(colorsys.hls_to_rgb(hue, light, full))
    return "#" + "".join(f"{round(c * 255):02X}" for c in channels)


def _number(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise
