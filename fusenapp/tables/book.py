"""A spreadsheet file as it was understood: sheets, tables, columns, problems; the values themselves on request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.errors import InputError
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.problems import Problem

if TYPE_CHECKING:
    from fusenapp.tables.scratch import Scratch


@dataclass(frozen=True)
class TableLayout:
    """One table of a sheet.

    Attributes:
        id: ``"<sheet>!<range>"``, unique in the file.
        sheet: index of its sheet in ``Book.sheets``.
        range: ``"A4:AF5004"``, header included, totals and notes left out.
        title, unit: as found around the table; empty if there is none.
        header_rows: counted from 1.
        columns: name, type, unit and number of missing values of each.
        rows: number of data rows.
        as_of: ``"2026-08"`` or a day, or None.
        year: the (fiscal) year that the sheet or file says, or None.
        fingerprint: of the layout, for recipes.
        members: ids of the tables it was put together from (see ``Book.united``); empty for a table of the file itself.
    """

    id: str
    sheet: int
    range: str
    title: str
    unit: str
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: int
    as_of: str | None
    year: int | None = None
    fingerprint: str = ""
    members: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        data = {name: getattr(self, name) for name in ("id", "range", "title", "unit", "rows", "as_of", "fingerprint")}
        columns = [dict(vars(column)) for column in self.columns]
        told = {**data, "header_rows": list(self.header_rows), "columns": columns}
        return {**told, "members": list(self.members)} if self.members else told


@dataclass(frozen=True)
class Preview:
    """The raw cells of a sheet as text, from its first row on, and what each row was understood as.

    Attributes:
        cells: rows of texts, blank where there is nothing.
        roles: row (counted from 1) → ``title header data total recap note``.
        merges: merged areas, ``"A1:C1"``.
        areas: (role, area) of every part of every table: ``header data total recap note section``, as wide as its
            table, and the cells around it, ``title unit as_of``.
        tail: the last rows of a longer sheet, the same way; the first of them is row ``tail_row`` (counted from 1).
        rows, columns: how far the sheet is used.
    """

    cells: tuple[tuple[str, ...], ...] = ()
    roles: Mapping[int, str] = field(default_factory=dict)
    merges: tuple[str, ...] = ()
    areas: tuple[tuple[str, str], ...] = ()
    tail: tuple[tuple[str, ...], ...] = ()
    tail_row: int = 0
    rows: int = 0
    columns: int = 0


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, ``table cover notes empty``, its tables, whether it is hidden, its first cells."""

    name: str
    kind: str
    tables: tuple[TableLayout, ...] = ()
    hidden: bool = False
    preview: Preview = field(default_factory=Preview)


@dataclass(frozen=True)
class Book:
    """A file as it was understood.

    Attributes:
        path: of the file.
        format: ``xlsx xlsm xlsb xls ods csv tsv``.
        encoding: of text files, else None.
        sheets: in the file's order.
        problems: what is doubtful, of the file and of all its tables.
        united: tables of the same schema put together (a sheet a month): beside the single ones, never instead of them.
    """

    path: str
    format: str
    encoding: str | None
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
    scratch: Scratch | None = None
    united: tuple[TableLayout, ...] = ()

    @property
    def tables(self) -> list[TableLayout]:
        """All tables, in reading order."""
        return [table for sheet in self.sheets for table in sheet.tables]

    def table(self, table_id: str | None = None) -> TableLayout:
        """A table by its id, also one put together; without an id the largest of the single ones. Raises ``InputError("no-such-table")``."""
        tables = self.tables
        if table_id is None and tables:
            return max(tables, key=lambda table: table.rows * len(table.columns))
        for table in [*tables, *self.united]:
            if table.id == table_id:
                return table
        raise InputError("no-such-table", str(self.path), table=table_id or "")

    def dataset(self, table_id: str) -> Dataset:
        """The values of a table as they were read with the file."""
        if self.scratch is None:
            raise InputError("no-such-table", str(self.path), table=table_id)
        return self.scratch.dataset(self.table(table_id).id)

    def to_json(self) -> dict[str, Any]:
        """The ``read`` shape of the command line."""
        return {
            "path": self.path,
            "format": self.format,
            "encoding": self.encoding,
            "sheets": [
                {
                    "name": sheet.name,
                    "kind": sheet.kind,
                    "hidden": sheet.hidden,
                    "tables": [table.to_json() for table in sheet.tables],
                }
                for sheet in self.sheets
            ],
            "united": [table.to_json() for table in self.united],
            "problems": [problem.to_json() for problem in self.problems],
        }

    def pack(self) -> dict[str, Any]:
        """Bare JSON, to be handed to another process."""
        return {
            "path": self.path,
            "format": self.format,
            "encoding": self.encoding,
            "sheets": [asdict(sheet) for sheet in self.sheets],
            "problems": [problem.pack() for problem in self.problems],
            "united": [asdict(table) for table in self.united],
        }

    @classmethod
    def unpack(cls, data: Mapping[str, Any], scratch: Scratch | None) -> Book:
        """The inverse of ``pack``."""
        problems = tuple(Problem.unpack(problem) for problem in data["problems"])
        sheets = tuple(_sheet(sheet) for sheet in data["sheets"])
        united = tuple(_table(table) for table in data["united"])
        return cls(data["path"], data["format"], data["encoding"], sheets, problems, scratch, united)

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name


def _sheet(data: Mapping[str, Any]) -> Sheet:
    preview = data["preview"]
    return Sheet(
        data["name"],
        data["kind"],
        tuple(_table(table) for table in data["tables"]),
        data["hidden"],
        Preview(
            tuple(tuple(row) for row in preview["cells"]),
            {int(row): role for row, role in preview["roles"].items()},
            tuple(preview["merges"]),
            tuple((role, place) for role, place in preview["areas"]),
            tuple(tuple(row) for row in preview["tail"]),
            preview["tail_row"],
            preview["rows"],
            preview["columns"],
        ),
    )


def _table(data: Mapping[str, Any]) -> TableLayout:
    columns = tuple(Column(**column) for column in data["columns"])
    lists = {"columns": columns, "header_rows": tuple(data["header_rows"]), "members": tuple(data["members"])}
    return TableLayout(**{**data, **lists})
