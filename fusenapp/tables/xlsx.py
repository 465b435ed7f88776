"""xlsx and xlsm: the workbook's parts, read straight from the archive. Nothing in the file is run, followed or fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.formats import builtin, meaning
from fusenapp.tables.grid import Grid, Named, Style
from fusenapp.tables.places import address, parse_area, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.relations import relations
from fusenapp.tables.safe_xml import Handler, local, parse
from fusenapp.tables.xlsx_sheet import read_sheet
from fusenapp.tables.xlsx_strings import SharedStrings

_MAX_STYLES = 70_000
_T = TypeVar("_T")


@dataclass
class Workbook:
    """Sheets of a file, and what was noticed about the file as a whole."""

    sheets: list[Grid] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    encoding: str | None = None


def read_xlsx(path: Path, told: Callable[[int, int], None] | None = None) -> Workbook:
    """All sheets of a workbook; ``told`` hears how far it is. Raises ``InputError`` (``corrupt``, ``too-large``, ``encrypted``)."""
    with Archive(path, told) as archive:
        return _Reader(archive, str(path)).read()


class _Reader:
    def __init__(self, archive: Archive, where: str) -> None:
        self._archive = archive
        self._where = where
        self._names = archive.names

    def read(self) -> Workbook:
        root = self._target("", "officeDocument") or "xl/workbook.xml"
        overview = _Overview()
        parse(self._archive.stream(root), overview, self._where)
        if not overview.sheets:
            raise InputError("corrupt", self._where, reason="no sheets")
        if len(overview.sheets) > limits.MAX_SHEETS:
            raise InputError("too-large", self._where, sheets=len(overview.sheets))
        relations = self._relations(root)
        strings = SharedStrings(self._archive, self._first(relations, "sharedStrings"), self._where)
        styles = self._styles(self._first(relations, "styles"))
        book = Workbook(problems=self._foreign(relations))
        for name, identifier, visible in overview.sheets:
            grid = self._sheet(name, relations.get(identifier, ("", "")), visible, styles, strings, overview.epoch_1904)
            book.sheets.append(grid)
            if grid.unreckoned:
                cells = [address(*cell) for cell in grid.unreckoned[:20]]
                parameters = {"count": len(grid.unreckoned), "cells": cells}
                book.problems.append(Problem("formulas-without-values", place(name, cells[0]), parameters))
        return book

    def _sheet(
        self, name: str, relation: tuple[str, str], visible: bool, styles: list[Style], strings: SharedStrings, epoch_1904: bool
    ) -> Grid:
        kind, part = relation
        if part not in self._names:
            if kind == "chartsheet":
                return Grid(name)
            raise InputError("corrupt", self._where, reason=f"{name}: missing part")
        grid = Grid(name, styles=styles, visible=visible)
        if kind == "worksheet":
            read_sheet(self._archive, part, grid, strings, self._where, epoch_1904=epoch_1904)
            grid.named = self._named(part)
        return grid

    def _named(self, part: str) -> list[Named]:
        found = []
        for kind, target in self._relations(part).values():
            if kind == "table" and target in self._names:
                table = _TableObject()
                parse(self._archive.stream(target, 4 * limits.MIB), table, self._where)
                found += table.found
        return found

    def _styles(self, part: str) -> list[Style]:
        if part not in self._names:
            return []
        sheet = _StyleSheet()
        parse(self._archive.stream(part, 64 * limits.MIB), sheet, self._where)
        return sheet.styles

    def _foreign(self, relations: dict[str, tuple[str, str]]) -> list[Problem]:
        kinds = {kind for kind, _ in relations.values()}
        outside = kinds & {"externalLink", "connections"}
        return [Problem("external-links", "", {"kinds": sorted(outside)})] if outside else []

    def _first(self, relations: dict[str, tuple[str, str]], kind: str) -> str:
        return next((target for found, target in relations.values() if found == kind), "")

    def _target(self, part: str, kind: str) -> str:
        return self._first(self._relations(part), kind)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation id → (kind, part name), for relations inside the archive only."""
        return relations(self._archive, part, self._where)


class _Overview(Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            identifier = next((value for key, value in attributes.items() if local(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), identifier, attributes.get("state", "visible") == "visible"))
        elif name == "workbookPr":
            self.epoch_1904 = attributes.get("date1904", "0") in ("1", "true")


class _TableObject(Handler):
    def __init__(self) -> None:
        self.found: list[Named] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        area = parse_area(attributes.get("ref", "")) if name == "table" else None
        if area:
            title = attributes.get("displayName") or attributes.get("name", "")
            totals = _count(attributes.get("totalsRowCount", "0")) if attributes.get("totalsRowShown") != "0" else 0
            totals = max(totals, _count(attributes.get("totalsRowCount", "0")))
            self.found.append(Named(title, area, _count(attributes.get("headerRowCount", "1")), totals))


class _StyleSheet(Handler):
    """Number formats, fonts, fills and borders, put together per cell format."""

    def __init__(self) -> None:
        self.styles: list[Style] = []
        self._formats: dict[int, str] = {}
        self._bold: list[bool] = []
        self._filled: list[bool] = []
        self._borders: list[dict[str, bool]] = []
        self._inside: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._inside[-1] if self._inside else ""
        self._inside.append(name)
        if name == "numFmt" and parent == "numFmts":
            self._formats[_count(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "font" and parent == "fonts":
            self._bold.append(False)
        elif name == "b" and parent == "font" and "fonts" in self._inside:
            self._bold[-1] = attributes.get("val", "1") not in ("0", "false")
        elif name == "fill" and parent == "fills":
            self._filled.append(False)
        elif name == "patternFill" and "fills" in self._inside:
            self._filled[-1] = attributes.get("patternType", "none") not in ("none", "gray125")
        elif name == "border" and parent == "borders":
            self._borders.append({})
        elif parent == "border" and "borders" in self._inside:
            self._borders[-1][name] = attributes.get("style", "none") != "none"
        elif name == "xf" and parent == "cellXfs" and len(self.styles) < _MAX_STYLES:
            self.styles.append(self._style(attributes))
        elif name == "alignment" and self._inside[-3:-1] == ["cellXfs", "xf"] and len(self.styles) < _MAX_STYLES:
            self.styles[-1] = replace(self.styles[-1], indent=_count(attributes.get("indent", "0")))

    def end(self, name: str) -> None:
        self._inside.pop()

    def _style(self, attributes: dict[str, str]) -> Style:
        identifier = _count(attributes.get("numFmtId", "0"))
        pattern = self._formats.get(identifier) or builtin(identifier)
        border = _at(self._borders, attributes.get("borderId"), {})
        return Style(
            meaning(pattern),
            _at(self._bold, attributes.get("fontId"), False),
            _at(self._filled, attributes.get("fillId"), False),
            border.get("left", False),
            border.get("right", False),
            border.get("top", False),
            border.get("bottom", False),
        )


def _at(items: list[_T], index: str | None, default: _T) -> _T:
    number = _count(index or "0")
    return items[number] if 0 <= number < len(items) else default


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
