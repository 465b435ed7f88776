"""A dataset read again from its source: what would come, row by row, before it is taken.

``look`` does the slow part and touches no document; ``take`` is quick. The source is copied first and the
copy is read, so that a program that holds the file open is neither disturbed nor in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing.joining import bare_blob
from fusenapp.errors import EnvironmentFault, FusenError, InputError
from fusenapp.flows import importing, remembering, taking
from fusenapp.flows.figure_changes import FigureChanges, fed_nodes, figure_changes
from fusenapp.flows.row_names import Renamed, renamed_rows

if TYPE_CHECKING:
    from fusenapp.document import Document
    from fusenapp.tables import Book, Comparison, Dataset, Problem, RowChange

CHANGES_SHOWN = 500
_PART = 1 << 20


@dataclass(frozen=True)
class Refresh:
    """What reading a source again would bring.

    Attributes:
        dataset: id of the dataset.
        name: what it is called.
        prepared: the table as it was read now, ready to go in.
        before: the rows that the workspace holds now.
        comparison: the one against the other.
        changes: what is different about the layout.
        packed: the rows as they will be kept.
        base: hash of the rows in ``before``; the dataset holds others if a colleague refreshed it meanwhile.
        figures: of a KPI sheet, what came, changed and went figure by figure; None for lists.
        renames: of a KPI sheet, rows that seem to be called otherwise now; those that are followed stand in ``prepared.renamed``.
    """

    dataset: str
    name: str
    prepared: importing.Prepared
    before: Dataset
    comparison: Comparison
    changes: tuple[Problem, ...]
    packed: bytes
    base: str
    figures: FigureChanges | None = None
    renames: tuple[Renamed, ...] = ()

    @property
    def counts(self) -> importing.Counts:
        """(new, changed, removed, unchanged) rows."""
        found = self.comparison
        return found.new, found.changed, found.removed, found.unchanged

    @property
    def told(self) -> importing.Counts:
        """The same in what the user thinks in: rows of a list, figures of a KPI sheet."""
        return self.figures.counts if self.figures is not None else self.counts

    @property
    def brings_something(self) -> bool:
        """Whether anything differs from what the workspace holds."""
        return any(self.counts[:3]) or any(self.told[:3]) or bool(self.changes)

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should decide: columns went or became something else, or hardly any row was left; of a KPI sheet what
        `FigureChanges.needs_a_look` says, since months come and go, and rows that seem to be called otherwise."""
        if self.figures is not None:
            return self.figures.needs_a_look or bool(self.renames)
        told = any(change.code in ("column-went", "column-renamed", "column-type-changed", "column-unit-changed") for change in self.changes)
        return told or len(self.prepared.dataset) * 2 < len(self.before)

    @cached_property
    def keys(self) -> list[str]:
        """Columns by which rows could be matched: texts and whole numbers on both sides, those that identify every row first."""
        from fusenapp.tables.refresh import identifies

        after = self.prepared.dataset
        shared = [c.name for c in after.columns if c.type in ("text", "integer") and self.before.find(c.name) is not None]
        return sorted(shared, key=lambda name: not identifies(after, name))

    @cached_property
    def first_changes(self) -> list[RowChange]:
        """Those of `row_changes` that are shown."""
        return self.row_changes()

    def reckoned(self) -> Refresh:
        """The same with everything reckoned that a dialog shows; for a worker."""
        if self.figures is None:
            _ = self.keys, self.first_changes
        return self

    def row_changes(self, first: int = CHANGES_SHOWN) -> list[RowChange]:
        """The first changed rows: each field with what it was and what it is now."""
        from fusenapp.tables import row_changes

        return row_changes(self.comparison, self.before, self.prepared.dataset, first)


def look(snapshot: Snapshot, get_blob: Callable[[str], bytes], id: str, path: Path | None = None, *, key: str | None = None,
         progress: importing.Progress | None = None) -> Refresh:
    """Read the source of a dataset again.

    Args:
        path: another file than the one it came from.
        key: the column that identifies a row; the one kept with the dataset if None.

    Raises:
        InputError: ``not-found`` and the others of `importing.prepare`; ``unknown-dataset``.
        EnvironmentFault: ``file-in-use``, ``cannot-read``.
    """
    with copy_of(path or Path(value("datasets", record_of(snapshot, id), "source"))) as copied:
        return look_at(snapshot, get_blob, id, copied, path, key=key, progress=progress)


def look_at(snapshot: Snapshot, get_blob: Callable[[str], bytes], id: str, copied: Path, path: Path | None = None, *, key: str | None = None,
            known_only: bool = False, progress: importing.Progress | None = None) -> Refresh:
    """Like `look`, but the file was copied already.

    Args:
        copied: the copy, of the same name as the file.
        path: of the file itself; the dataset's source if None.
        known_only: refuse (``other-layout``) a file without a table of the known layout.
    """
    record = record_of(snapshot, id)
    source = path or Path(value("datasets", record, "source"))
    try:
        prepared = _read(copied, record, known_only, progress)
    except FusenError as error:
        error.where = error.where.replace(str(copied), str(source))  # nobody knows the copy
        raise
    prepared = replace(prepared, path=source, key=key or prepared.key)
    return _told(snapshot, compare_with(record, prepared, get_blob))


def of_prepared(snapshot: Snapshot, get_blob: Callable[[str], bytes], prepared: importing.Prepared, name: str | None) -> Refresh | None:
    """What a table that was imported again would bring to the dataset that it refreshes; None if it makes a new one."""
    former = importing.former_of(snapshot, prepared, name)
    return _told(snapshot, compare_with(former, prepared, get_blob)) if former is not None else None


def _told(snapshot: Snapshot, found: Refresh) -> Refresh:
    """With what is said of a KPI sheet; rows that seem to be called otherwise are followed unless the user says no."""
    if found.prepared.purpose != "kpi":
        return found
    renames = renamed_rows(importing.kpi_rows(found.before)[0], found.prepared.rows)
    return with_names(replace(found, renames=renames), snapshot, renames)


def with_names(refresh: Refresh, snapshot: Snapshot, followed: Iterable[Renamed]) -> Refresh:
    """The same figures, with those rows followed under their new names that the user agrees to."""
    named = replace(refresh, prepared=replace(refresh.prepared, renamed=tuple((each.was, each.now) for each in followed)))
    return replace(named, figures=_figures(snapshot, named))


def compare_with(record: Record, prepared: importing.Prepared, get_blob: Callable[[str], bytes]) -> Refresh:
    """What a table that was read would bring to a dataset."""
    comparison, before = importing.comparison_of(record, prepared, get_blob)
    changes = tuple(remembering.layout_change(record, prepared.layout))
    name, base = value("datasets", record, "name"), bare_blob(record)
    return Refresh(record["id"], name, prepared, before, comparison, changes, prepared.dataset.to_parquet(), base)


def _figures(snapshot: Snapshot, found: Refresh) -> FigureChanges:
    before, after = importing.kpi_rows(found.before)[0], found.prepared.rows
    return figure_changes(before, after, fed_nodes(snapshot, found.dataset, [*after, *before]), dict(found.prepared.renamed))


def with_key(refresh: Refresh, record: Record, key: str | None, get_blob: Callable[[str], bytes]) -> Refresh:
    """The same rows matched by another column."""
    return replace(compare_with(record, replace(refresh.prepared, key=key), get_blob), figures=refresh.figures,
                   renames=refresh.renames)


def take(document: Document, put_blob: Callable[[bytes], str], get_blob: Callable[[str], bytes], refresh: Refresh) -> importing.ImportReport:
    """Put what was read in place of what was there; one undo step. Everything else of the dataset stays as it is, and lists that are
    joined with it are joined again.

    Raises:
        InputError: ``unknown-dataset`` if it was deleted meanwhile.
    """
    record_of(document.snapshot(), refresh.dataset)
    return taking.take(document, put_blob, get_blob, ready(document.snapshot(), get_blob, refresh))


def ready(snapshot: Snapshot, get_blob: Callable[[str], bytes], refresh: Refresh) -> taking.Ready:
    """The slow part of `take`, for a worker; `taking.take` does the rest."""
    return taking.ready(snapshot, get_blob, refresh.prepared, into=refresh.dataset, packed=refresh.packed, counts=refresh.counts)


def record_of(snapshot: Snapshot, id: str) -> Record:
    """The dataset's record. Raises ``InputError("unknown-dataset")``."""
    record = snapshot.get("datasets", id)
    if record is None:
        raise InputError("unknown-dataset", where=id, known=", ".join(value("datasets", r, "name") for r in snapshot.all("datasets")))
    return record


def _read(path: Path, record: Record, known_only: bool, progress: importing.Progress | None) -> importing.Prepared:
    from fusenapp.tables import read_book

    book = read_book(path, progress=progress)
    table = _table(book, record, known_only)
    recipe = remembering.fitted_to(record, book.table(table))
    purpose = value("datasets", record, "purpose")
    try:
        return replace(importing.choose(path, book, purpose, table=table, recipe=recipe), used="remembered" if recipe else "", mapped=False)
    except InputError as error:
        if error.code != "bad-recipe":
            raise
    return importing.choose(path, book, purpose, table=table)


def _table(book: Book, record: Record, known_only: bool) -> str:
    """The table of the same layout, else the largest of the same sheet, else the largest."""
    mark = remembering.mark_of(record)
    source, tables = remembering.source_of(record), remembering.every_table(book)
    alike = [t for t in tables if mark is not None and t.fingerprint == mark.fingerprint]
    if known_only and not alike:
        raise InputError("other-layout", where=book.name)
    beside = [t for t in tables if remembering.source_id(Path(source[0]), t.id) == source]
    found = alike or beside
    return max(found, key=lambda t: (t in beside, t.rows)).id if found else importing.largest_table(book, Path(book.path))


@contextmanager
def copy_of(path: Path) -> Iterator[Path]:
    """A copy of a file under its own name, in a folder that goes with the block.

    Raises:
        InputError: ``not-found``. EnvironmentFault: ``file-in-use`` while another program locks it, ``cannot-read``.
    """
    with TemporaryDirectory(prefix="fusenapp-copy-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / path.name
        try:
            copy_file(path, target)
        except OSError as error:
            raise fault_of(error, path) from error
        yield target


def fault_of(error: OSError, path: Path) -> Exception:
    """The calm sentence for a file that cannot be read now."""
    if isinstance(error, FileNotFoundError | IsADirectoryError):
        return InputError("not-found", where=str(path))
    if isinstance(error, PermissionError):
        return EnvironmentFault("file-in-use", where=str(path))
    return EnvironmentFault("cannot-read", where=str(path), reason=error.strerror or str(error))


def copy_file(path: Path, target: Path, each: Callable[[bytes], Any] | None = None) -> None:
    """Copy bytes, read-only and shared; ``each`` sees every part. Raises OSError."""
    with path.open("rb") as source, target.open("wb") as sink:
        while part := source.read(_PART):
            sink.write(part)
            if each is not None:
                each(part)
