"""A table as it was understood: typed columns, and for every value the cell it came from.

A ``Dataset`` is what ``extract`` gives and what the rest of Fusen works on. It is kept in the
workspace as one Parquet file: the columns as they are, the source row of each row in ``__row``
(and its sheet in ``__sheet``), everything else as JSON in the Parquet metadata. Columns that were joined
from another file say so (``Column.origin``) and have rows of their own in ``others``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from fusenapp.errors import InputError
from fusenapp.tables.places import LEVEL, place
from fusenapp.tables.problems import Problem
from fusenapp.tables.words import normal

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

TYPES = ("text", "integer", "number", "date", "month", "boolean", "percent", "money")
ROW, SHEET = "__row", "__sheet"
"""Those of another origin carry its number: ``__row1``."""

_METADATA = b"fusenapp.dataset"
_FORMAT = 1


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: header text; the levels of a stacked header are joined with ``›``. Unique in a dataset.
        letter: column of the source sheet, ``"C"``; empty for a column that no single source column holds; ``"C,D"``, one for
            each of the dataset's sheets, where they differ.
        type: one of ``TYPES``.
        unit: ``"円"``, ``"千円"``, ``"件"``, ``"名"``, ``"%"``, … or empty. Values are as written in this unit,
            except ``percent``, which holds fractions.
        missing: number of rows without a value.
        origin: 0 for a column of the dataset's own source; n for one of ``others[n - 1]``.
    """

    name: str
    letter: str = ""
    type: str = "text"
    unit: str = ""
    missing: int = 0
    origin: int = 0

    @property
    def label(self) -> str:
        """The last level of the name."""
        return self.name.rsplit(LEVEL, 1)[-1]


@dataclass(frozen=True)
class Origin:
    """Another file of which columns were joined to a dataset.

    Attributes:
        source: the file's name or path.
        rows: int32 array, the row of that file (counted from 1) behind each row of the dataset; 0 where it has none.
        sheets: names of its sheets.
        sheet_of: int32 array, index into ``sheets`` for each row; None if all are from ``sheets[0]``.
    """

    source: str
    rows: np.ndarray
    sheets: tuple[str, ...] = ("",)
    sheet_of: np.ndarray | None = None

    def place(self, row: int, letters: str) -> str:
        """``file › sheet › A1`` (row counted from 0); the file alone where it says nothing about this row."""
        at = int(self.rows[row])
        sheet = self.sheets[int(self.sheet_of[row])] if self.sheet_of is not None else self.sheets[0]
        return place(PurePath(self.source).name, sheet, f"{letters}{at}") if at else PurePath(self.source).name


@dataclass(frozen=True)
class Dataset:
    """Typed columns with provenance.

    Attributes:
        columns: one per column of ``table``, same order, same names.
        table: pyarrow Table. text → string, integer → int64, number, percent, money → float64 (money that is
            whole → int64), date → date32, month → string ``"2026-04"``, boolean → bool; missing → null.
        rows: int32 array, the source row (counted from 1) of each row.
        sheets: names of the source sheets.
        sheet_of: int32 array, index into ``sheets`` for each row; None if all rows are from ``sheets[0]``.
        problems: what was doubtful.
        source: the file's name or path.
        as_of: ``"2026-11"`` or ``"2026-11-20"`` if the sheet says so.
        title, table_id, unit: of the table, as found on the sheet.
        year: the (fiscal) year that the title says, for months that say none.
        others: further files whose columns were joined, see ``Column.origin``.
    """

    columns: tuple[Column, ...]
    table: pa.Table
    rows: np.ndarray
    sheets: tuple[str, ...] = ("",)
    sheet_of: np.ndarray | None = None
    problems: tuple[Problem, ...] = ()
    source: str = ""
    as_of: str | None = None
    title: str = ""
    table_id: str = ""
    unit: str = ""
    year: int | None = None
    others: tuple[Origin, ...] = ()

    def __len__(self) -> int:
        return self.table.num_rows

    @property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [column.name for column in self.columns]

    def find(self, name: str) -> int | None:
        """Index of a column by its name, or by its last level where that is unambiguous.

        White space and the width of characters do not matter: ``資本金(万円)`` finds ``資本金（万円）``.
        """
        names = self.names
        if name in names:
            return names.index(name)
        plain = [normal(each) for each in names]
        wanted = normal(name)
        exact = [index for index, each in enumerate(plain) if each == wanted]
        hits = exact or [index for index, each in enumerate(plain) if each.endswith(LEVEL + wanted)]
        return hits[0] if len(hits) == 1 else None

    def index(self, name: str) -> int:
        """Like ``find``, but raises ``InputError("no-such-column")``."""
        found = self.find(name)
        if found is None:
            raise InputError("no-such-column", name, column=name)
        return found

    def column(self, name: str) -> Column:
        """The column's description."""
        return self.columns[self.index(name)]

    def values(self, name: str | int) -> pa.ChunkedArray:
        """A column's values (pyarrow)."""
        return self.table.column(name if isinstance(name, int) else self.index(name))

    def place(self, row: int, column: str | int | None = None) -> str:
        """Where a value came from: ``file › sheet › A1`` (row counted from 0; without column, the row's number)."""
        index = column if isinstance(column, int) or column is None else self.index(column)
        letters, origin = ("", 0) if index is None else (self.columns[index].letter, self.columns[index].origin)
        own = self.others[origin - 1] if origin else Origin(self.source, self.rows, self.sheets, self.sheet_of)
        if "," in letters and own.sheet_of is not None:
            letters = letters.split(",")[int(own.sheet_of[row])]
        return own.place(row, letters)

    def rename(self, names: Mapping[str, str]) -> Dataset:
        """The same data with some columns renamed."""
        columns = tuple(replace(column, name=names.get(column.name, column.name)) for column in self.columns)
        return replace(self, columns=columns, table=self.table.rename_columns([column.name for column in columns]))

    def to_parquet(self) -> bytes:
        """The dataset as one Parquet file (zstd)."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        sink = pa.BufferOutputStream()
        pq.write_table(self._whole(), sink, compression="zstd")
        return sink.getvalue().to_pybytes()

    def write_arrow(self, path: str) -> None:
        """The dataset as one uncompressed Arrow file: quick to write and to map, for handing to another process."""
        import pyarrow as pa

        table = self._whole()
        with pa.OSFile(path, "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)

    @classmethod
    def read_arrow(cls, path: str) -> Dataset:
        """The inverse of ``write_arrow``. Raises ``InputError("corrupt")`` for anything else."""
        import pyarrow as pa

        try:
            # Mapped memory costs nothing until it is looked at, but Windows deletes no file that is mapped.
            with pa.OSFile(path, "rb") if os.name == "nt" else pa.memory_map(path) as source:
                table = pa.ipc.open_file(source).read_all()
            return cls._rebuild(table, json.loads((table.schema.metadata or {})[_METADATA]))
        except (pa.ArrowException, OSError, KeyError, ValueError, TypeError) as error:
            raise InputError("corrupt", "", reason=str(error)[:200]) from error

    def _whole(self) -> pa.Table:
        import pyarrow as pa

        table = self.table.append_column(ROW, pa.array(self.rows, pa.int32()))
        if self.sheet_of is not None:
            table = table.append_column(SHEET, pa.array(self.sheet_of, pa.int32()))
        for number, other in enumerate(self.others, 1):
            table = table.append_column(f"{ROW}{number}", pa.array(other.rows, pa.int32()))
            if other.sheet_of is not None:
                table = table.append_column(f"{SHEET}{number}", pa.array(other.sheet_of, pa.int32()))
        return table.replace_schema_metadata({_METADATA: self._header()})

    def _header(self) -> bytes:
        header: dict[str, Any] = {
            "format": _FORMAT,
            "columns": [asdict(column) for column in self.columns],
            "problems": [problem.pack() for problem in self.problems],
            "others": [{"source": other.source, "sheets": other.sheets} for other in self.others],
        }
        for name in ("sheets", "source", "as_of", "title", "table_id", "unit", "year"):
            header[name] = getattr(self, name)
        return json.dumps(header, ensure_ascii=False).encode()

    @classmethod
    def from_parquet(cls, data: bytes) -> Dataset:
        """The inverse of ``to_parquet``. Raises ``InputError("corrupt")`` for anything else."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            # read_table would start the dataset scanner, whose threads now and then abort the process at its exit.
            table = pq.ParquetFile(pa.BufferReader(data), pre_buffer=False).read(use_threads=False)
            header = json.loads((table.schema.metadata or {})[_METADATA])
            return cls._rebuild(table, header)
        except (pa.ArrowException, KeyError, ValueError, TypeError) as error:
            raise InputError("corrupt", "", reason=str(error)[:200]) from error

    @classmethod
    def _rebuild(cls, table: pa.Table, header: Mapping[str, Any]) -> Dataset:
        rows, sheet_of = _numbers(table, ROW), _numbers(table, SHEET)
        if rows is None:
            raise KeyError(ROW)
        others = tuple(_origin(table, number, each) for number, each in enumerate(header.get("others", ()), 1))
        marks = {f"{name}{number or ''}" for name in (ROW, SHEET) for number in range(len(others) + 1)}
        table = table.drop_columns([name for name in table.column_names if name in marks]).replace_schema_metadata(None)
        return cls(
            tuple(Column(**column) for column in header["columns"]),
            table,
            rows,
            tuple(header["sheets"]),
            sheet_of,
            tuple(Problem.unpack(problem) for problem in header["problems"]),
            others=others,
            **{name: header[name] for name in ("source", "as_of", "title", "table_id", "unit", "year") if name in header},
        )

    @classmethod
    def of(cls, values: Mapping[str, Sequence[Any]], types: Mapping[str, str] | None = None, **rest: Any) -> Dataset:
        """A dataset from plain Python lists: types are guessed from the values unless given.

        Args:
            values: name → values, None where missing; all of one length.
            types: name → one of ``TYPES``.
            rest: other attributes of the dataset (``source``, ``sheets``, ``as_of``, …).
        """
        import numpy as np
        import pyarrow as pa

        from fusenapp.tables.arrow import arrow_array
        from fusenapp.tables.places import letter

        kinds = {name: (types or {}).get(name) or _type_of(list(cells)) for name, cells in values.items()}
        arrays = {name: arrow_array(kinds[name], list(cells)) for name, cells in values.items()}
        columns = tuple(
            Column(name, letter(index), kinds[name], "", array.null_count) for index, (name, array) in enumerate(arrays.items())
        )
        table = pa.table(arrays)
        return cls(columns, table, np.arange(2, table.num_rows + 2, dtype=np.int32), **rest)


def _numbers(table: pa.Table, name: str) -> np.ndarray | None:
    return table.column(name).to_numpy() if name in table.column_names else None


def _origin(table: pa.Table, number: int, header: Mapping[str, Any]) -> Origin:
    rows = _numbers(table, f"{ROW}{number}")
    if rows is None:
        raise KeyError(f"{ROW}{number}")
    return Origin(str(header["source"]), rows, tuple(header["sheets"]), _numbers(table, f"{SHEET}{number}"))


def _type_of(values: Sequence[Any]) -> str:
    import datetime

    present = [value for value in values if value is not None]
    for type_, name in ((bool, "boolean"), (int, "integer"), ((int, float), "number"), (datetime.date, "date")):
        if present and all(isinstance(value, type_) for value in present):
            return name
    return "text"
