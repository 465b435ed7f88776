"""What a user has settled about a layout, kept by the layout's fingerprint so that next month's file needs no questions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fusenapp.errors import InputError
from fusenapp.tables import words
from fusenapp.tables.dataset import TYPES
from fusenapp.tables.places import parse_area


@dataclass(frozen=True)
class ColumnRecipe:
    """What is settled about one column; None and False where nothing is.

    Attributes:
        type: one of ``TYPES``.
        unit: the unit of the values.
        name: another name for the column.
        drop: leave the column out.
        meaning: what the column means (see ``meanings.MEANINGS``).
    """

    type: str | None = None
    unit: str | None = None
    name: str | None = None
    drop: bool = False
    meaning: str | None = None


@dataclass(frozen=True)
class Recipe:
    """Corrections to one layout.

    Attributes:
        fingerprint: of the layout it was made for.
        header_rows: rows of the header, counted from 1; None to leave it to the reader.
        range: ``"A4:AF3005"``, header included; None to leave it to the reader.
        year: the (fiscal) year of months that do not say one.
        as_of: ``"2026-09"``.
        keep_totals: total rows stay among the data.
        columns: column name → what is settled about it.
        apart: rows (counted from 1) that are no data though they stand in the table.
    """

    fingerprint: str = ""
    header_rows: tuple[int, ...] | None = None
    range: str | None = None
    year: int | None = None
    as_of: str | None = None
    keep_totals: bool = False
    columns: Mapping[str, ColumnRecipe] = field(default_factory=dict)
    apart: tuple[int, ...] = ()

    def column(self, name: str) -> ColumnRecipe:
        """What is settled about a column; names compare without white space and width."""
        if not self.columns:
            return ColumnRecipe()
        if name in self.columns:
            return self.columns[name]
        wanted = words.normal(name)
        return next((recipe for key, recipe in self.columns.items() if words.normal(key) == wanted), ColumnRecipe())

    @property
    def reads_anew(self) -> bool:
        """Whether anything is settled that changes how the values are read; the meaning of a column does not."""
        settled = any(_settled(replace(column, meaning=None)) for column in self.columns.values())
        return settled or replace(self, columns={}) != Recipe(self.fingerprint)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON, nothing that is not settled."""
        data: dict[str, Any] = {"fingerprint": self.fingerprint}
        for name in ("range", "year", "as_of"):
            if getattr(self, name) is not None:
                data[name] = getattr(self, name)
        if self.header_rows is not None:
            data["header_rows"] = list(self.header_rows)
        if self.apart:
            data["apart"] = list(self.apart)
        if self.keep_totals:
            data["keep_totals"] = True
        columns = {name: _settled(recipe) for name, recipe in self.columns.items()}
        return {**data, "columns": {name: settled for name, settled in columns.items() if settled}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Recipe:
        """The inverse of ``to_json``. Raises ``InputError("bad-recipe")`` with the place named."""
        _check(data)
        rows = data.get("header_rows")
        return cls(
            str(data.get("fingerprint", "")),
            tuple(int(row) for row in rows) if rows is not None else None,
            data.get("range"),
            data.get("year"),
            data.get("as_of"),
            bool(data.get("keep_totals", False)),
            {str(name): ColumnRecipe(**settled) for name, settled in data.get("columns", {}).items()},
            tuple(int(row) for row in data.get("apart", ())),
        )


def _settled(recipe: ColumnRecipe) -> dict[str, Any]:
    values = {name: getattr(recipe, name) for name in ("type", "unit", "name", "meaning") if getattr(recipe, name) is not None}
    return {**values, "drop": True} if recipe.drop else values


_FIELDS = {"fingerprint", "header_rows", "range", "year", "as_of", "keep_totals", "columns", "apart"}
_COLUMN_FIELDS = {"type", "unit", "name", "drop", "meaning"}


def _check(data: Mapping[str, Any]) -> None:
    unknown = set(data) - _FIELDS
    if unknown:
        raise InputError("bad-recipe", sorted(unknown)[0])
    if data.get("range") is not None and parse_area(str(data["range"])) is None:
        raise InputError("bad-recipe", "range")
    for name, settled in data.get("columns", {}).items():
        if not isinstance(settled, Mapping) or set(settled) - _COLUMN_FIELDS:
            raise InputError("bad-recipe", str(name))
        if settled.get("type") is not None and settled["type"] not in TYPES:
            raise InputError("bad-recipe", f"{name}: {settled['type']}")


def fingerprint_of(sheet: str, names: Sequence[str]) -> str:
    """The fingerprint of a layout: sheet and column names in order; all numbers count as alike, so next month fits too.

    Pass an empty sheet name for text files, whose name is that of the export.
    """
    kinds = [stable_name(name) for name in [sheet, *names]]
    return hashlib.sha256("\n".join(kinds).encode()).hexdigest()[:24]


def stable_name(name: str) -> str:
    """A name as fingerprints compare it: every number counts as ``#``, width and white space do not count."""
    return re.sub(r"\d+", "#", words.normal(name))
