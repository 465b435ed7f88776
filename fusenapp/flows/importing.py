"""A spreadsheet on its way into the workspace: read and understand off-thread, then put in as one step.

``prepare`` does the slow part and touches no document; ``commit`` is quick. Importing the same source
again refreshes its dataset and says what came, changed and went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fusenapp.domain.lead import MEANINGS
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import datasets as verbs
from fusenapp.editing import kpis
from fusenapp.editing.joining import bare_blob
from fusenapp.errors import InputError
from fusenapp.flows.remembering import (
    fitted_to,
    kept_ignored,
    kept_key,
    known_table,
    layout_change,
    pack,
    remembered,
    remembered_from,
    same_source,
)
from fusenapp.flows.row_names import Row, follow, still_ignored
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.document import Document
    from fusenapp.tables import Book, Comparison, Dataset, KpiRow, Problem, Recipe
    from fusenapp.tables.book import TableLayout

__all__ = [
    "Counts", "ImportReport", "Prepared", "choose", "commit", "compared", "comparison_of", "fields_of", "former_of", "guess_purpose",
    "kpi_rows", "largest_table", "layout_change", "meanings_of", "prepare", "remembered", "suggested", "with_key", "with_meanings",
]

Progress = Callable[[int, int], Any]
Counts = tuple[int, int, int, int]
SURE_ENOUGH = 0.25
"""Confidence from which a guessed meaning is offered: a known header over texts still is, a date over figures is not."""

PROBLEMS_KEPT = 200
"""Problems kept with a dataset's record; the count of all is kept too."""


@dataclass(frozen=True)
class Prepared:
    """A table that was read and is ready to go in.

    Attributes:
        path: of the file.
        book: how the file was understood.
        table: id of the chosen table.
        dataset: its typed rows.
        purpose: what it is for: leads, kpi, interviews, contents.
        meanings: meaning → column (leads).
        rows: KPI rows (kpi).
        problems: what needs a look.
        mapped: the meanings are the user's own choice, not a guess from the headers.
        recipe: the corrections it was read with, kept with the dataset; None for none.
        used: where they are from: ``given``, ``remembered`` or empty.
        key: the column that identifies a row; None for the one kept before, or found.
        preset: id of the tool whose export it looks like (`tables.presets`), or empty.
        renamed: rows of a KPI sheet (department, name) as they were called and as they are called now, as far as the user agrees.
    """

    path: Path
    book: Book
    table: str
    dataset: Dataset
    purpose: str
    meanings: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[KpiRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    mapped: bool = False
    recipe: Recipe | None = None
    used: str = ""
    key: str | None = None
    preset: str = ""
    renamed: tuple[tuple[Row, Row], ...] = ()

    @property
    def layout(self) -> TableLayout:
        """The chosen table as the reader understood it by itself."""
        return self.book.table(self.table)


@dataclass(frozen=True)
class ImportReport:
    """What an import did. Rows are counted against the former import of the same source; all are new at first.

    Attributes:
        used: which corrections were applied: ``given``, ``remembered`` or empty.
        changes: what is different about the layout since the last import of the same source.
        key: the column by which rows were matched; None if by their whole content, or not compared here.
        repeated_keys: the first keys that stand in more than one row.
    """

    dataset: str
    rows: int
    columns: tuple[str, ...]
    new: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[Problem, ...]
    used: str = ""
    changes: tuple[Problem, ...] = ()
    key: str | None = None
    repeated_keys: tuple[str, ...] = ()


def prepare(path: Path, purpose: str | None = None, *, table: str | None = None, recipe: Recipe | None = None,
            password: str | None = None, progress: Progress | None = None, snapshot: Snapshot | None = None) -> Prepared:
    """Read a file and understand one table of it.

    Args:
        path: a spreadsheet or text file.
        purpose: what it is for; guessed if None.
        table: id as in ``Book``; the one imported before or with most rows if None.
        recipe: the user's corrections; those remembered for the layout if None.
        snapshot: whose datasets are the memory; without it nothing is remembered.
        password: of an encrypted workbook.
        progress: called with (done, total).

    Raises:
        InputError: ``not-found``, ``unsupported``, ``corrupt``, ``encrypted``, ``too-large``, ``no-table``, ``unknown-table``.
    """
    from fusenapp.tables import read_book

    if purpose is not None and purpose not in verbs.PURPOSES:
        raise InputError("unknown-purpose", where=purpose, known=", ".join(verbs.PURPOSES))
    book = read_book(path, password=password, progress=progress)
    return choose(path, book, purpose, table=table, recipe=recipe, snapshot=snapshot)


def choose(path: Path, book: Book, purpose: str | None = None, *, table: str | None = None, recipe: Recipe | None = None,
           snapshot: Snapshot | None = None) -> Prepared:
    """Take one table out of a book that was read already; the arguments are those of `prepare`."""
    known = known_table(snapshot, book, path) if snapshot is not None and table is None and book.tables else None
    chosen = table or known or largest_table(book, path)
    former = remembered_from(snapshot, book.table(chosen), path) if snapshot is not None else None
    dataset, recipe, used = _read(book, chosen, recipe, former)
    likely = value("datasets", former, "purpose") if former else None
    prepared = _understood(Path(path), book, chosen, dataset, purpose, likely)
    return _with_recipe(prepared, recipe, used)


def _read(book: Book, table: str, recipe: Recipe | None, former: Record | None) -> tuple[Dataset, Recipe | None, str]:
    """The rows, and the recipe they were read with: the given one, the remembered one as far as it still fits, or none."""
    from fusenapp.tables import extract

    if recipe is not None:
        return extract(book, table, recipe), recipe, "given"
    kept = fitted_to(former, book.table(table)) if former is not None else None
    if kept is None or not (kept.reads_anew or kept.columns):
        return extract(book, table), kept, ""
    try:
        return extract(book, table, kept), kept, "remembered"
    except InputError as error:
        if error.code != "bad-recipe":
            raise
        return extract(book, table), None, ""


def _with_recipe(prepared: Prepared, recipe: Recipe | None, used: str) -> Prepared:
    """What the recipe says about meanings goes before what the headers say."""
    settled = {c.meaning: prepared.dataset.find(c.name or name) for name, c in recipe.columns.items()} if recipe else {}
    said = {meaning: prepared.dataset.names[at] for meaning, at in settled.items() if meaning in MEANINGS and at is not None}
    meanings = prepared.meanings
    if prepared.purpose == "leads" and said:
        meanings = {**{m: c for m, c in meanings.items() if c not in said.values()}, **said}
    from fusenapp.tables.presets import recognise

    known = recognise(prepared.dataset.names) if prepared.purpose == "leads" else None
    return replace(prepared, meanings=meanings, mapped=bool(said) and used == "given", recipe=recipe, used=used,
                   preset=known.preset.id if known else "")


def _understood(path: Path, book: Book, chosen: str, dataset: Dataset, purpose: str | None, likely: str | None = None) -> Prepared:
    """What a table is for and what it says; ``likely`` is what such a table was taken for last time."""
    rows, doubts = kpi_rows(dataset) if purpose in (None, "kpi") else ((), ())
    purpose = purpose or (likely if likely != "kpi" or rows else None) or guess_purpose(dataset, rows)
    if purpose == "kpi" and not rows:
        raise InputError("no-kpi-rows", where=f"{Path(path).name} › {chosen}")
    meanings = suggested(dataset) if purpose == "leads" else {}
    kept, found = (rows, doubts) if purpose == "kpi" else ((), ())
    return Prepared(path, book, chosen, dataset, purpose, meanings, kept, (*_file_problems(book), *dataset.problems, *found))


def _file_problems(book: Book) -> tuple[Problem, ...]:
    """What is doubtful about the file as a whole, not about one of its tables."""
    return tuple(p for p in book.problems if p.where in ("", book.name))


def largest_table(book: Book, path: Path) -> str:
    """Id of the table with the most rows: tables of one schema put together go before each of them."""
    if not book.tables and not book.united:
        raise InputError("no-table", where=Path(path).name)
    return max((*book.united, *book.tables), key=lambda t: t.rows).id


def guess_purpose(dataset: Dataset, rows: tuple[KpiRow, ...]) -> str:
    """What a table is for, from its shape and headers."""
    if rows:
        return "kpi"
    from fusenapp.tables.presets import recognise

    if {"registered", "handed_over", "route"} & suggested(dataset).keys() or recognise(dataset.names):
        return "leads"
    if any("ヒアリング" in name or "決め手" in name or "interview" in name.lower() for name in dataset.names):
        return "interviews"
    return "leads"


def suggested(dataset: Dataset) -> dict[str, str]:
    """Meaning → column of a lead list, as far as headers and values tell it well enough."""
    from fusenapp.tables import guess_meanings

    return {g.meaning: g.column for g in guess_meanings(dataset) if g.meaning in MEANINGS and g.confidence >= SURE_ENOUGH}


def commit(document: Document, put_blob: Callable[[bytes], str], get_blob: Callable[[str], bytes], prepared: Prepared, *,
           name: str | None = None, packed: bytes | None = None, counts: Counts | None = None, into: str | None = None) -> ImportReport:
    """Put a prepared table into the workspace, new or as a refresh of the same source; one undo step.

    Args:
        put_blob: keeps bytes and gives their hash (``workspace.blobs.put``).
        get_blob: the inverse.
        name: what to call it; the sheet's or file's name if None.
        packed: ``prepared.dataset.to_parquet()``, if it was made off-thread.
        counts: what `compared` said of the same snapshot, if it was asked off-thread.
        into: id of the dataset to refresh, whatever its name and source.
    """
    former = document.snapshot().get("datasets", into) if into else former_of(document.snapshot(), prepared, name)
    found = comparison_of(former, prepared, get_blob)[0] if former is not None and counts is None else None
    counts = counts or _counts(found, prepared)
    blob = put_blob(packed if packed is not None else prepared.dataset.to_parquet())
    fields = fields_of(prepared, former, name, blob)
    with document.edit(translate("Edit", "Import")):
        id = verbs.put_dataset(document, fields, former["id"] if former else None)
        if prepared.purpose == "kpi":
            follow(document, id, prepared.renamed)
            _connect(document, id, prepared)
    changes = tuple(layout_change(former, prepared.layout))
    return ImportReport(id, len(prepared.dataset), tuple(prepared.dataset.names), *counts, prepared.problems, prepared.used, changes,
                        found.key if found else None, found.repeated_keys if found else ())


def with_meanings(prepared: Prepared, meanings: Mapping[str, str]) -> Prepared:
    """The same table with the user's own mapping of columns."""
    return replace(prepared, meanings=dict(meanings), mapped=True)


def with_key(prepared: Prepared, column: str) -> Prepared:
    """The same table with the column that identifies a row; it is kept for the next time. Raises ``InputError("no-such-column")``."""
    return replace(prepared, key=prepared.dataset.column(column).name)


def meanings_of(prepared: Prepared, former: Record | None) -> dict[str, str]:
    """The mapping that applies: the user's own; else the one of the list that is refreshed, its renamed columns followed; else guessed."""
    before = (value("datasets", former, "meanings") or {}) if former else {}
    kept = {m: c for m, c in before.items() if c in prepared.dataset.names}
    followed = {m: c for m, c in prepared.meanings.items() if m in before and m not in kept and c not in kept.values()}
    return dict(prepared.meanings) if prepared.mapped or not kept else {**kept, **followed}


def kpi_rows(dataset: Dataset) -> tuple[tuple[KpiRow, ...], tuple[Problem, ...]]:
    """The rows of a KPI sheet and what does not add up in it; nothing where it is none."""
    from fusenapp.tables import kpi_report

    try:
        rows, problems = kpi_report(dataset)
    except InputError:
        return (), ()
    return tuple(rows), tuple(problems)


def compared(snapshot: Snapshot, prepared: Prepared, name: str | None, get_blob: Callable[[str], bytes]) -> Counts:
    """(new, changed, removed, unchanged) rows against what this import would refresh; for a worker."""
    former = former_of(snapshot, prepared, name)
    return _counts(comparison_of(former, prepared, get_blob)[0] if former is not None else None, prepared)


def former_of(snapshot: Snapshot, prepared: Prepared, name: str | None) -> Record | None:
    """The dataset that this import refreshes: the same purpose, and the same name or the same file and sheet."""
    same = snapshot.all("datasets", purpose=prepared.purpose)
    if name is not None:
        return next((r for r in same if r.get("name") == name), None)
    return same_source(same, prepared.book, prepared.path, prepared.table)


def _sheet(prepared: Prepared) -> str:
    return prepared.table.rpartition("!")[0]


def _counts(found: Comparison | None, prepared: Prepared) -> Counts:
    """(new, changed, removed, unchanged) rows; all are new where there was nothing to compare with."""
    return (found.new, found.changed, found.removed, found.unchanged) if found is not None else (len(prepared.dataset), 0, 0, 0)


def comparison_of(former: Record, prepared: Prepared, get_blob: Callable[[str], bytes]) -> tuple[Comparison, Dataset]:
    """The rows against those that a dataset was imported with, and the latter; a column that was renamed is followed."""
    from fusenapp.tables import Dataset, compare
    from fusenapp.tables.layout_marks import followed

    before = followed(Dataset.from_parquet(get_blob(bare_blob(former))), prepared.dataset)
    key = prepared.key or kept_key(former) or prepared.meanings.get("lead")
    return compare(before, prepared.dataset, key), before


def fields_of(prepared: Prepared, former: Record | None, name: str | None, blob: str) -> dict[str, Any]:
    """The fields of the dataset's record once the table is in.

    Args:
        former: the record that it refreshes, if any.
        blob: hash of the rows.
    """
    from fusenapp.tables import Recipe

    dataset = prepared.dataset
    meanings = meanings_of(prepared, former)
    return {
        "purpose": prepared.purpose, "name": name or (former or {}).get("name") or dataset.title or prepared.path.stem,
        "source": str(prepared.path.absolute()), "format": prepared.book.format, "sheet": _sheet(prepared), "table": prepared.table,
        "columns": [{"name": c.name, "type": c.type, "unit": c.unit, "missing": c.missing} for c in dataset.columns],
        "rows": len(dataset), "blob": blob, "as_of": dataset.as_of or "", "meanings": meanings,
        "recipe": pack(prepared.recipe or Recipe(), prepared.layout, prepared.key or (kept_key(former) if former else None),
                       still_ignored(kept_ignored(former), prepared.renamed) if former else ()),
        "problems": {"count": len(prepared.problems), "first": [p.pack() for p in prepared.problems[:PROBLEMS_KEPT]]},
    }


def _connect(document: Document, id: str, prepared: Prepared) -> None:
    """Feed nodes that have no sheet yet, or whose sheet was deleted, from the rows that carry their name."""
    from fusenapp.domain.kpi import row_key, tree_of
    from fusenapp.kpi import suggest_sources

    snapshot = document.snapshot()
    tree, there = tree_of(snapshot), {record["id"] for record in snapshot.all("datasets")}
    ignored = {row_key(*row) for row in kept_ignored(snapshot.get("datasets", id) or {})}
    found = suggest_sources(tree, {id: [row for row in prepared.rows if row_key(row.department, row.name) not in ignored]})
    held = {node.id for node in tree if node.source is not None and (not node.source.dataset or node.source.dataset in there)}
    fresh = {node: source for node, source in found.items() if node not in held}
    if fresh:
        kpis.connect_sources(document, fresh)
