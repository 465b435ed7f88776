"""What is understood of a file so far: the reading, the chosen table and what the user set right about each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fusenapp.flows import Prepared, importing
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing import reading, together
from fusenapp.ui.importing.corrections import Area, Corrections

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Record
    from fusenapp.tables import Book
    from fusenapp.ui.background import Task


class Understanding(QObject):
    """Everything slow runs on a worker; a table is read anew for every correction.

    Attributes:
        path: of the file.
        origin: what to call the source where it is no file of the user's (pasted cells).
        purpose: what the table is for, as far as it was said or found.
        book: the file, once it was read.
        prepared: the chosen table with the corrections so far; None for a sheet without a table.
        own_meanings: meaning → column as the user chose it; None while the guess stands.

    Signals:
        progressed: share of the reading that is done, below 0 for unknown.
        arrived: a `reading.Read`.
        refused: why the file cannot be read.
        stopped: the reading was cancelled.
        began: a table is being read anew.
        chosen: the table was read; ``prepared`` has it.
        misled: it cannot be read that way; the last correction was taken back.
    """

    progressed = Signal(float)
    arrived = Signal(object)
    refused = Signal(object)
    stopped = Signal()
    began = Signal()
    chosen = Signal()
    misled = Signal(object)

    def __init__(self, context: UiContext, path: Path, purpose: str | None = None, origin: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.path, self.purpose, self.origin = path, purpose, origin
        self.book: Book | None = None
        self.prepared: Prepared | None = None
        self.own_meanings: dict[str, str] | None = None
        self._kept: dict[str, Corrections] = {}
        self.task: Task | None = None

    @property
    def called(self) -> str:
        """The source as the user knows it."""
        return self.origin or self.path.name

    # the file

    def read(self, label: str) -> None:
        """Read the file; ``label`` is what the status bar says meanwhile."""
        path, purpose, snapshot = self.path, self.purpose, self._context.snapshot()
        self.task = self._context.run(label, lambda progress: reading.read(path, purpose, snapshot, progress), self._arrived, self._refused)
        self.task.progressed.connect(self._progressed)
        self.task.finished.connect(self._ended)

    def stop(self) -> None:
        """Nothing that runs is wanted any more."""
        if self.task is not None and self.task.running:
            self.task.cancel()

    def _progressed(self, fraction: float, _text: str) -> None:
        self.progressed.emit(fraction)

    def _arrived(self, read: reading.Read) -> None:
        self.task = None
        self.arrived.emit(read)

    def _refused(self, error: Exception) -> None:
        self.task = None
        self.refused.emit(error)

    def _ended(self) -> None:
        if self.task is not None and self.task.progress.cancelled:
            self.stopped.emit()

    def take(self, read: reading.Read) -> None:
        """A file that was read."""
        self.book, self.prepared = read.book, None
        self._kept.clear()
        if read.prepared is not None:
            self._chosen(read.prepared)

    # one table

    @property
    def corrections(self) -> Corrections | None:
        """Those of the chosen table."""
        return self._kept.get(self.prepared.table) if self.prepared else None

    @property
    def together(self) -> bool:
        """Whether the chosen table was put together from several."""
        return self.prepared is not None and bool(self.prepared.layout.members)

    def former(self, name: str | None = None) -> Record | None:
        """The list that this import would refresh: by its name, or by file and sheet."""
        return importing.former_of(self._context.snapshot(), self.prepared, name) if self.prepared is not None else None

    def choose(self, table: str | None = None) -> None:
        """Another table, or the same for another purpose."""
        wanted = table or (self.prepared.table if self.prepared else None)
        if wanted is not None:
            self._extract(wanted, self._kept.get(wanted))

    def leave(self) -> None:
        """No table is chosen."""
        self.prepared = None

    def _extract(self, table: str, corrections: Corrections | None) -> None:
        if self.book is None:
            return
        self.stop()
        self.began.emit()
        book, path, purpose, snapshot = self.book, self.path, self.purpose, self._context.snapshot()
        recipe = corrections.recipe if corrections else None

        def work(_progress: object) -> Prepared:
            return importing.choose(path, book, purpose, table=table, recipe=recipe, snapshot=snapshot)

        self.task = self._context.run("", work, self._chosen, self._misled)

    def _chosen(self, prepared: Prepared) -> None:
        self.prepared, self.purpose = prepared, prepared.purpose
        if prepared.table not in self._kept:
            self._kept[prepared.table] = Corrections(together.shown(prepared), prepared.recipe)
        self._kept[prepared.table].understood(prepared.dataset)
        self.chosen.emit()

    def _misled(self, error: Exception) -> None:
        """The table cannot be read that way: the last correction is taken back, the rest stays."""
        found = self.corrections
        if getattr(error, "code", "") == "bad-recipe" and found is not None:
            found.undo()
        self.misled.emit(error)

    # corrections

    def change(self, correct: Callable[[], Any]) -> None:
        """Make a correction and read the table again."""
        correct()
        found = self.corrections
        if found is not None and self.prepared is not None and found.recipe != self.prepared.recipe:
            self._extract(self.prepared.table, found)

    def take_back(self) -> None:
        """The last correction."""
        found = self.corrections
        if found is not None and found.undo() and self.prepared is not None:
            self._extract(self.prepared.table, found)

    def start_over(self) -> None:
        """Without any correction."""
        found = self.corrections
        if found is not None:
            self.change(found.reset)

    def column(self, name: str, settled: dict[str, Any]) -> None:
        """Set a column right; what it was chosen to mean goes along with its name."""
        from fusenapp.ui.importing.told import given_name

        found = self.corrections
        if found is None:
            return
        before = given_name(found.recipe, name)
        self.change(lambda: found.column(name, **settled))
        after = given_name(found.recipe, name)
        if self.own_meanings is not None and before != after:
            self.own_meanings = {meaning: after if column == before else column for meaning, column in self.own_meanings.items()}

    def meanings(self, name: str) -> dict[str, str]:
        """Meaning → column as it stands, for the list of this name."""
        assert self.prepared is not None
        return importing.meanings_of(self.prepared, self.former(name)) if self.own_meanings is None else self.own_meanings

    # a table where the reader saw none

    def drawn(self, sheet: int, area: Area) -> Corrections:
        """The corrections of a table that the user draws on a sheet."""
        from fusenapp.tables import TableLayout
        from fusenapp.tables.places import area as named

        assert self.book is not None
        place = named(*area)
        return Corrections(TableLayout(f"{self.book.sheets[sheet].name}!{place}", sheet, place, "", "", (), (), 0, None))

    def read_drawn(self, sheet: int, area: Area) -> None:
        """Read the table that the user drew."""
        assert self.book is not None
        self.book, table = reading.with_table(self.book, sheet, area)
        corrections = self.drawn(sheet, area)
        corrections.table_is(area)
        self._kept[table] = corrections
        self._extract(table, corrections)
