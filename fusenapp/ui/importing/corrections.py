"""What the user has set right about one table, step by step: every step is a whole recipe, so it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fusenapp.tables import Dataset, Recipe, TableLayout

Area = tuple[int, int, int, int]
"""Inclusive (top, left, bottom, right), counted from 0."""


class Corrections:
    """The recipe of one table as it grows. Rows count from 1, as the user sees them.

    Args:
        layout: the table as the reader understood it.
        recipe: what was remembered for its layout, if anything.
    """

    def __init__(self, layout: TableLayout, recipe: Recipe | None = None) -> None:
        from fusenapp.tables import Recipe

        self._layout = layout
        self._empty = Recipe(layout.fingerprint)
        self._steps: list[Recipe] = [replace(recipe, fingerprint=layout.fingerprint) if recipe else self._empty]
        self._letters: dict[str, str] = {column.letter: column.name for column in layout.columns if column.letter}

    @property
    def recipe(self) -> Recipe:
        """All corrections together."""
        return self._steps[-1]

    @property
    def steps(self) -> int:
        """How many there are to take back."""
        return len(self._steps) - 1

    @property
    def any(self) -> bool:
        """Whether anything is settled, by the user now or before."""
        return self.recipe != self._empty

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The header as it stands."""
        return self._layout.header_rows if self.recipe.header_rows is None else self.recipe.header_rows

    @property
    def area(self) -> Area:
        """The table as it stands, header included."""
        from fusenapp.tables.places import parse_area

        found = parse_area(self.recipe.range or self._layout.range) or (0, 0, 0, 0)
        rows = self.header_rows
        top, left, bottom, right = found
        return (min(top, rows[0] - 1) if rows else top), left, bottom, right

    # rows

    def header_is(self, first: int, last: int | None = None) -> None:
        """These rows alone are the header."""
        self._header(tuple(range(first, (last or first) + 1)))

    def header_from(self, row: int) -> None:
        """The header begins here."""
        last = max(self.header_rows[-1] if self.header_rows else row, row)
        self._header(tuple(range(row, last + 1)))

    def header_to(self, row: int) -> None:
        """The header ends here."""
        first = min(self.header_rows[0] if self.header_rows else row, row)
        self._header(tuple(range(first, row + 1)))

    def no_header(self, row: int) -> None:
        """There is no header; data starts here."""
        _, left, bottom, right = self.area
        self._take(header_rows=(), range=_named(row - 1, left, bottom, right))

    def data_from(self, row: int) -> None:
        """Data starts here: what stands between the header and this row is left out."""
        header = tuple(each for each in self.header_rows if each < row)
        if not header:
            self.no_header(row)
            return
        between = range(header[-1] + 1, row)
        apart = {each for each in self.recipe.apart if each < header[0] or each >= row} | set(between)
        self._take(header_rows=header, apart=tuple(sorted(apart)))

    def ends_at(self, row: int) -> None:
        """The last row of data."""
        top, left, _, right = self.area
        self._take(range=_named(top, left, row - 1, right), header_rows=self.header_rows)

    def leave_out(self, rows: range) -> None:
        """These rows are no data, though they stand among them."""
        self._take(apart=tuple(sorted({*self.recipe.apart, *rows})))

    def take_in(self, rows: range) -> None:
        """These rows are data after all."""
        self._take(apart=tuple(row for row in self.recipe.apart if row not in rows))

    def keep_totals(self, keep: bool) -> None:
        """Whether rows of sums stay among the data."""
        self._take(keep_totals=keep)

    def table_is(self, area: Area) -> None:
        """The table lies here, its header first; the header found so far stays if it lies inside."""
        inside = self.header_rows and all(area[0] < row <= area[2] for row in self.header_rows)
        self._take(range=_named(*area), header_rows=self.header_rows if inside else None, apart=())

    def _header(self, rows: tuple[int, ...]) -> None:
        _, left, bottom, right = self.area
        wanted = self.recipe.range
        self._take(header_rows=rows, range=_named(rows[0] - 1, left, max(bottom, rows[-1]), right) if wanted else None,
                   apart=tuple(row for row in self.recipe.apart if row > rows[-1]))

    # columns

    def understood(self, dataset: Dataset) -> None:
        """Learn from what was read which column of the sheet has which name, so that a click finds it."""
        given = {settled.name: name for name, settled in self.recipe.columns.items() if settled.name}
        self._letters.update({c.letter: given.get(c.name, c.name) for c in dataset.columns if c.letter})

    def name_at(self, letter: str, member: int = 0) -> str | None:
        """The name that the header gives the column with this letter; None outside of the table.

        Args:
            member: which of the tables put together, where their columns lie under other letters.
        """
        return next((name for letters, name in self._letters.items() if on_member(letters, member) == letter), None)

    def letter_of(self, name: str) -> str:
        """The inverse of `name_at`; empty where there is none."""
        return next((letter for letter, each in self._letters.items() if each == name), "")

    @property
    def dropped(self) -> set[str]:
        """Letters of the columns that are left out."""
        return {letter for letter, name in self._letters.items() if self.recipe.column(name).drop}

    def column(self, header: str, /, **settled: Any) -> None:
        """Settle something about a column: type, unit, name, drop; None takes it back."""
        changed = replace(self.recipe.column(header), **settled)
        if changed != self.recipe.column(header):
            self._take(columns={**self.recipe.columns, header: changed})

    # the table as a whole

    def table(self, **settled: Any) -> None:
        """Settle as_of or year; None takes it back."""
        self._take(**settled)

    # back

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if self.steps:
            self._steps.pop()
            return True
        return False

    def reset(self) -> None:
        """As the reader understood it by itself; a step of its own."""
        if self.any:
            self._steps.append(self._empty)

    def _take(self, **fields: Any) -> None:
        changed = replace(self.recipe, **fields)
        if changed != self.recipe:
            self._steps.append(changed)


def on_member(letters: str, member: int) -> str:
    """The letter of a column on one of the tables put together: ``B,C`` says that they differ."""
    each = letters.split(",")
    return each[member] if member < len(each) else each[0]


def _named(top: int, left: int, bottom: int, right: int) -> str:
    from fusenapp.tables.places import area

    return area(top, left, bottom, right)
