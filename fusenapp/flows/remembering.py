"""The memory of imports: which corrections belong to a layout, and what is different about a file of the same source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain.snapshot import Record, Snapshot, value

if TYPE_CHECKING:
    from fusenapp.tables import Book, LayoutMark, Problem, Recipe
    from fusenapp.tables.book import TableLayout

_BESIDE = frozenset({"layout", "key", "ignored"})
"""What stands beside the recipe itself in the record."""


def pack(recipe: Recipe, layout: TableLayout, key: str | None = None, ignored: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """What a dataset's record keeps: the corrections, the layout that they were made for, the column that identifies a row, and the rows
    of a KPI sheet (department, name) that feed no KPI on purpose."""
    from dataclasses import replace

    from fusenapp.tables import LayoutMark

    kept = {**replace(recipe, fingerprint=layout.fingerprint).to_json(), "layout": LayoutMark.of(layout).to_json()}
    beside = {"key": key, "ignored": [list(row) for row in ignored]}
    return kept | {name: told for name, told in beside.items() if told}


def kept_ignored(record: Record) -> tuple[tuple[str, str], ...]:
    """(department, name) of the rows of a KPI sheet that feed no KPI on purpose."""
    kept = value("datasets", record, "recipe")
    rows = kept.get("ignored") if isinstance(kept, Mapping) else None
    return tuple((str(row[0]), str(row[1])) for row in rows or () if isinstance(row, (list, tuple)) and len(row) == 2)


def kept_key(record: Record) -> str | None:
    """The column that identifies a row of a dataset, as far as the user said so."""
    kept = value("datasets", record, "recipe")
    key = kept.get("key") if isinstance(kept, Mapping) else None
    return key if isinstance(key, str) else None


def recipe_of(record: Record) -> Recipe | None:
    """The corrections kept with a dataset, and what its columns mean; None where none can be read."""
    from fusenapp.errors import InputError
    from fusenapp.tables import Recipe
    from fusenapp.tables.layout_marks import with_meanings

    kept = value("datasets", record, "recipe")
    if not isinstance(kept, Mapping):
        return None
    try:
        recipe = Recipe.from_json({name: each for name, each in kept.items() if name not in _BESIDE})
    except (InputError, TypeError, ValueError):
        return None  # written by a newer version: the file is read without it, the record keeps it until then
    return with_meanings(recipe, value("datasets", record, "meanings") or {})


def mark_of(record: Record) -> LayoutMark | None:
    """The layout of the file that a dataset was last read from."""
    from fusenapp.tables import LayoutMark

    kept = value("datasets", record, "recipe")
    return LayoutMark.from_json(kept.get("layout")) if isinstance(kept, Mapping) else None


def remembered_from(snapshot: Snapshot, layout: TableLayout, path: Path | None = None) -> Record | None:
    """The dataset whose corrections fit a layout: the last one imported with this fingerprint, else one of the same file and sheet."""
    alike = [r for r in _latest(snapshot.all("datasets")) if _fingerprint(r) == layout.fingerprint]
    if alike or path is None:
        return alike[0] if alike else None
    source = source_id(path, layout.id)
    return next((r for r in _latest(snapshot.all("datasets")) if source_of(r) == source and _fingerprint(r)), None)


def same_source(records: Iterable[Record], book: Book, path: Path, table: str) -> Record | None:
    """Among some datasets the one that a table of a file was read into before: of the same file and sheet and, where a sheet has
    several tables, not that of another one which is still there."""
    layout, source = book.table(table), source_id(path, table)
    others = {each.fingerprint for each in every_table(book) if each.id != table} - {layout.fingerprint}
    there = [r for r in records if source_of(r) == source and _fingerprint(r) not in others]
    return next((r for r in there if _fingerprint(r) == layout.fingerprint), there[0] if there else None)


def every_table(book: Book) -> list[TableLayout]:
    """The tables of a file, those put together from several sheets included."""
    return [*book.tables, *book.united]


def remembered(snapshot: Snapshot, layout: TableLayout, path: Path | None = None) -> Recipe | None:
    """What was settled about this layout before, fitted to it; None where nothing is known.

    Args:
        layout: a table as the reader understood it by itself (``Book.table``).
        path: of the file: with it a list of the same file and sheet helps out where the layout changed.
    """
    record = remembered_from(snapshot, layout, path)
    return fitted_to(record, layout) if record is not None else None


def fitted_to(record: Record, layout: TableLayout) -> Recipe | None:
    """The corrections kept with a dataset, for a layout."""
    from fusenapp.tables import LayoutMark
    from fusenapp.tables.layout_marks import fitted

    recipe, before = recipe_of(record), mark_of(record)
    return fitted(recipe, before, LayoutMark.of(layout)) if recipe is not None and before is not None else recipe


def known_table(snapshot: Snapshot, book: Book, path: Path) -> str | None:
    """The table of a file that was imported before: from this file, else of a known layout; None if none was."""
    fits: list[tuple[bool, int, str]] = []
    for layout in every_table(book):
        record = remembered_from(snapshot, layout)
        if record is not None:
            fits.append((source_of(record)[0] == Path(path).name, layout.rows, layout.id))
    return max(fits)[2] if fits else None


def layout_change(former: Record | None, layout: TableLayout) -> list[Problem]:
    """What is different about a layout since a dataset was last read, a sentence each; empty where nothing is or nothing is known."""
    from fusenapp.tables import LayoutMark
    from fusenapp.tables.layout_marks import changes

    before = mark_of(former) if former is not None else None
    return changes(before, LayoutMark.of(layout)) if before is not None else []


def source_of(record: Record) -> tuple[str, str]:
    """(name of the file, sheet) that a dataset was read from, as `source_id` gives it."""
    return source_id(Path(value("datasets", record, "source")), f"{value('datasets', record, 'sheet')}!")


def source_id(path: Path, table: str) -> tuple[str, str]:
    """(name of the file, sheet) of a table; of tables put together the first sheet, since next month there is one more."""
    sheet = table.rpartition("!")[0]
    return Path(path).name, sheet.partition(":")[0] + ":" if ":" in sheet else sheet


def _fingerprint(record: Record) -> str:
    kept = value("datasets", record, "recipe")
    return str(kept.get("fingerprint", "")) if isinstance(kept, Mapping) else ""


def _latest(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda r: value("datasets", r, "imported_at") or "", reverse=True)
