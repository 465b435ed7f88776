"""The way in for everybody else: read a file safely, take a table out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.book import Book
from fusenapp.tables.child import Progress, run_child
from fusenapp.tables.container import sniff
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.recipes import Recipe
from fusenapp.tables.scratch import Scratch


def read_book(path: str | Path, *, password: str | None = None, progress: Progress | None = None) -> Book:
    """Read a spreadsheet and understand it.

    Anything but a small text file is read in a child process with limits of memory and time. Nothing in the file is
    run, followed or fetched.

    Args:
        path: of the file; formats are told by content.
        password: of an encrypted workbook; without it, and until decryption is available, such files are refused.
        progress: called with (done, total) now and then; returning False stops the reading.

    Raises:
        InputError: ``not-found unsupported corrupt encrypted too-large``, or ``cancelled``.
        EnvironmentFault: the file or a process cannot be opened.
    """
    return _read(Path(path), None, None, progress)


def extract(
    book: Book, table_id: str | None = None, recipe: Recipe | None = None, *, progress: Progress | None = None
) -> Dataset:
    """One table of a book as a dataset; the largest table if none is named.

    Without a recipe the values are those read with the book; with one the file is read again.

    Raises:
        InputError: ``no-such-table``, ``bad-recipe``, and those of ``read_book``.
    """
    identifier = book.table(table_id).id
    if recipe is None or not recipe.reads_anew:
        return book.dataset(identifier)
    again = _read(Path(book.path), identifier, recipe, progress)
    return again.dataset(identifier)


def _read(path: Path, table: str | None, recipe: Recipe | None, progress: Progress | None) -> Book:
    kind = sniff(path)
    scratch = Scratch()
    if kind in ("csv", "tsv") and path.stat().st_size <= limits.SMALL_TEXT_FILE:
        return _read_here(path, table, recipe, scratch, progress)
    request = {"path": str(path.absolute()), "table": table, "recipe": recipe.to_json() if recipe else None}
    answer = run_child(scratch.folder, request, limits.limits_for(path.stat().st_size, patient=progress is not None), progress)
    scratch.files = dict(answer["files"])
    return Book.unpack({**answer["book"], "path": str(path)}, scratch)


def _read_here(path: Path, table: str | None, recipe: Recipe | None, scratch: Scratch, progress: Progress | None) -> Book:
    from fusenapp.tables.analysis import Options, analyse

    def step(done: int, total: int) -> None:
        if progress is not None and progress(done, total) is False:
            raise InputError("cancelled", str(path))

    return replace(analyse(path, Options(table, recipe), scratch.put, step), scratch=scratch)
