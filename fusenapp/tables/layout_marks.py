"""What a layout looked like when it was last read: enough to fit kept corrections to the next file and to say what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from fusenapp.tables import words
from fusenapp.tables.book import TableLayout
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.meanings import meaning_of
from fusenapp.tables.places import area, parse_area
from fusenapp.tables.problems import Problem
from fusenapp.tables.recipes import ColumnRecipe, Recipe, stable_name
from fusenapp.tables.type_words import type_word

COLUMNS_KEPT = 600
_ALIKE = 0.6
_FIGURES = frozenset({"integer", "number", "money"})


@dataclass(frozen=True)
class ColumnMark:
    """One column as the reader understood it by itself; an empty type says nothing (the column held no value)."""

    name: str
    letter: str = ""
    type: str = ""
    unit: str = ""


@dataclass(frozen=True)
class LayoutMark:
    """A layout before any correction.

    Attributes:
        fingerprint, range: as in ``TableLayout``.
        columns: in the order of the sheet.
    """

    fingerprint: str
    range: str = ""
    columns: tuple[ColumnMark, ...] = ()

    @classmethod
    def of(cls, layout: TableLayout) -> LayoutMark:
        """The mark of a layout."""
        columns = (ColumnMark(c.name, c.letter, "" if c.missing >= layout.rows else c.type, c.unit) for c in layout.columns[:COLUMNS_KEPT])
        return cls(layout.fingerprint, layout.range, tuple(columns))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"fingerprint": self.fingerprint, "range": self.range, "columns": [[c.name, c.letter, c.type, c.unit] for c in self.columns]}

    @classmethod
    def from_json(cls, data: object) -> LayoutMark | None:
        """The inverse of ``to_json``; None for anything else, since a colleague's newer version may write more."""
        if not isinstance(data, Mapping) or not isinstance(data.get("columns"), (list, tuple)):
            return None
        columns = tuple(ColumnMark(*map(str, each[:4])) for each in data["columns"] if isinstance(each, (list, tuple)) and each)
        return cls(str(data.get("fingerprint", "")), str(data.get("range", "")), columns)


@dataclass(frozen=True)
class Alignment:
    """Which column of a former layout is which one now.

    Attributes:
        pairs: (index before, index after); equal names but for numbers, or renamed.
        renamed, moved: those of the pairs that are called otherwise, or that changed places.
        came, went: indexes after and before.
    """

    pairs: tuple[tuple[int, int], ...]
    renamed: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    came: tuple[int, ...]
    went: tuple[int, ...]


def align(before: LayoutMark, after: LayoutMark) -> Alignment:
    """Follow the columns from one layout to the next: by name, then renamed ones by their neighbours and their words."""
    old, new = _keys(before), _keys(after)
    place = {key: at for at, key in enumerate(new)}
    kept = [(i, place[key]) for i, key in enumerate(old) if key in place]
    went = [i for i, key in enumerate(old) if key not in place]
    came = [j for j in range(len(new)) if new[j] not in set(old)]
    renamed = list(_renamed(before, after, went, came))
    pairs = sorted([*kept, *renamed])
    gone, fresh = {i for i, _ in renamed}, {j for _, j in renamed}
    return Alignment(tuple(pairs), tuple(renamed), tuple(_moved(kept)),
                     tuple(j for j in came if j not in fresh), tuple(i for i in went if i not in gone))


def _keys(mark: LayoutMark) -> list[tuple[str, int]]:
    """(name with numbers alike, how often it came before): ``4月`` and ``5月`` are the first and the second ``#月``."""
    seen: dict[str, int] = {}
    found = []
    for column in mark.columns:
        name = stable_name(column.name)
        found.append((name, seen.get(name, 0)))
        seen[name] = seen.get(name, 0) + 1
    return found


def _renamed(before: LayoutMark, after: LayoutMark, went: Sequence[int], came: Sequence[int]) -> Iterator[tuple[int, int]]:
    free = list(came)
    for i in went:
        ranked = sorted(((_likeness(before.columns[i], after.columns[j]), -abs(i - j), j) for j in free), reverse=True)
        if ranked and ranked[0][0] >= _ALIKE:
            free.remove(ranked[0][2])
            yield i, ranked[0][2]


def _likeness(a: ColumnMark, b: ColumnMark) -> float:
    """0 to 1: the same meaning under two headers, or words that are nearly the same; never across kinds of values."""
    if a.type and b.type and _kind(a.type) != _kind(b.type):
        return 0.0
    meaning = meaning_of(a.name)
    if meaning is not None and meaning == meaning_of(b.name):
        return 0.95
    one, other = words.normal(a.name), words.normal(b.name)
    inside = min(len(one), len(other)) >= 2 and (one in other or other in one)
    return 0.9 if inside else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _kind(type_: str) -> str:
    return "number" if type_ in _FIGURES else type_


def _moved(kept: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fewest pairs that must have moved: those outside the longest run that kept its order."""
    lengths: list[int] = []
    origin: list[int] = []
    for at, (_, j) in enumerate(kept):
        fits = [k for k in range(at) if kept[k][1] < j]
        best = max(fits, key=lambda k: lengths[k], default=-1)
        lengths.append(1 + (lengths[best] if best >= 0 else 0))
        origin.append(best)
    at = max(range(len(kept)), key=lambda k: lengths[k], default=-1)
    stayed = set()
    while at >= 0:
        stayed.add(at)
        at = origin[at]
    return [pair for at, pair in enumerate(kept) if at not in stayed]


def changes(before: LayoutMark, after: LayoutMark) -> list[Problem]:
    """What is different now, a sentence each: renamed, moved, came, went, another type or unit."""
    found = align(before, after)
    old, new = before.columns, after.columns
    told = [Problem("column-renamed", new[j].letter, {"column": new[j].name, "was": old[i].name}) for i, j in found.renamed]
    told += [Problem("column-came", new[j].letter, {"column": new[j].name}) for j in found.came]
    told += [Problem("column-went", old[i].letter, {"column": old[i].name}) for i in found.went]
    told += [Problem("column-moved", new[j].letter, {"column": new[j].name, "was": old[i].letter, "now": new[j].letter})
             for i, j in found.moved]
    for i, j in found.pairs:
        told += _otherwise(old[i], new[j])
    return told


def _otherwise(old: ColumnMark, new: ColumnMark) -> Iterator[Problem]:
    if old.type and new.type and _kind(old.type) != _kind(new.type):
        yield Problem("column-type-changed", new.letter, {"column": new.name, "was": type_word(old.type), "now": type_word(new.type)})
    elif old.unit and new.unit and old.unit != new.unit:
        yield Problem("column-unit-changed", new.letter, {"column": new.name, "was": old.unit, "now": new.unit})


def fitted(recipe: Recipe, before: LayoutMark, after: LayoutMark) -> Recipe:
    """A recipe made for one layout, for the next one: settled columns follow theirs, a settled range grows with the rows.

    Of a layout with other columns range and header rows are left to the reader. The as-of month is never carried over:
    it belongs to the file it was said for.
    """
    names = {words.normal(before.columns[i].name): after.columns[j].name for i, j in align(before, after).pairs}
    columns = {names.get(words.normal(name), name): settled for name, settled in recipe.columns.items()}
    fresh = replace(recipe, fingerprint=after.fingerprint, columns=columns, as_of=None)
    if before.fingerprint != after.fingerprint:
        return replace(fresh, range=None, header_rows=None, apart=())
    return _moved_rows(fresh, before, after)


def _moved_rows(recipe: Recipe, before: LayoutMark, after: LayoutMark) -> Recipe:
    old, new = parse_area(before.range), parse_area(after.range)
    if old is None or new is None:
        return recipe
    down, across = new[0] - old[0], new[1] - old[1]
    wanted = parse_area(recipe.range) if recipe.range else None
    recipe = replace(recipe, apart=tuple(row + down for row in _below_header(recipe)))
    rows = tuple(row + down for row in recipe.header_rows) if recipe.header_rows is not None else None
    if wanted is None:
        return replace(recipe, header_rows=rows)
    top, left, bottom, right = wanted[0] + down, wanted[1] + across, wanted[2] + new[2] - old[2], wanted[3] + across
    if bottom <= top or min(top, left) < 0:
        return replace(recipe, range=None, header_rows=None, apart=())
    return replace(recipe, range=area(top, left, bottom, right), header_rows=rows)


def _below_header(recipe: Recipe) -> list[int]:
    """Rows set apart right below the header belong to the layout; further down they were this file's own."""
    found: list[int] = []
    row = recipe.header_rows[-1] + 1 if recipe.header_rows else 0
    while row in recipe.apart:
        found.append(row)
        row += 1
    return found


def followed(before: Dataset, after: Dataset) -> Dataset:
    """The earlier rows under the names that their columns have now."""
    pairs = align(*(LayoutMark("", "", tuple(ColumnMark(c.name, c.letter, c.type, c.unit) for c in d.columns)) for d in (before, after)))
    return before.rename({before.names[i]: after.names[j] for i, j in pairs.renamed if after.names[j] not in before.names})


def with_meanings(recipe: Recipe, meanings: Mapping[str, str]) -> Recipe:
    """The same recipe, which also says what its columns mean.

    Args:
        meanings: meaning → column, by the name that the column has after the recipe.
    """
    raw = {settled.name: name for name, settled in recipe.columns.items() if settled.name}
    columns = dict(recipe.columns)
    for meaning, column in meanings.items():
        name = raw.get(column, column)
        settled = columns.get(name, ColumnRecipe())
        if settled.meaning is None:
            columns[name] = replace(settled, meaning=meaning)
    return replace(recipe, columns=columns)
