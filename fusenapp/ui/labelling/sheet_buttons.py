"""Answering in Excel: a sheet of the leads out, the filled-in one back; always for the person who works here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from fusenapp.domain import labelling
from fusenapp.domain.labelling import Labelling
from fusenapp.editing import labelling as verbs
from fusenapp.errors import FusenError
from fusenapp.flows.labelling_sheets import read_sheet, write_sheet
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui import files
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import FlatButton

_SUFFIX = ".csv"


class SheetButtons(QWidget):
    """Two buttons: write the sheet, take answers in."""

    def __init__(self, context: UiContext, found: Labelling) -> None:
        super().__init__()
        self._context, self.found = context, found
        out = FlatButton(translate("Labelling", "Sheet for Excel…"), "download", on=self._ask_out)
        out.setToolTip(translate("Labelling", "For people who answer without Fusen: the same columns, nobody's answers but your own."))
        back = FlatButton(translate("Labelling", "Take answers in…"), "upload", on=self._ask_in)
        back.setToolTip(translate("Labelling", "A sheet that you filled in. It counts as your own answers."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(out)
        layout.addWidget(back)

    def _folder(self) -> Path:
        workspace = self._context.workspace
        return workspace.path.parent if workspace else files.documents()

    def _ask_out(self) -> None:
        start = files.free_name(self._folder(), self.found.name, _SUFFIX)
        path, _ = QFileDialog.getSaveFileName(self, translate("Labelling", "Sheet for Excel"), str(start), f"CSV (*{_SUFFIX})")
        if path:
            self.write(files.with_suffix(path, _SUFFIX))

    def _ask_in(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, translate("Labelling", "Take answers in"), str(self._folder()), f"CSV (*{_SUFFIX})")
        if path:
            self.read(Path(path))

    def write(self, path: Path) -> None:
        """The leads, with the own answers so far."""
        author = self._context.author
        own = labelling.own_sheet(self._context.snapshot(), self.found.id, author.department, author.person)
        if self._try(lambda: write_sheet(path, self.found, own)):
            self._context.notify(translate("Labelling", "Written to {name}.").format(name=path.name))

    def read(self, path: Path) -> None:
        """Answers of a filled-in sheet, as one step."""
        taken: list[int] = []

        def take() -> None:
            answers = read_sheet(path, self.found)
            verbs.fill(self._context.document, self.found.id, answers)
            taken.append(len(answers))

        if self._try(take):
            self._context.notify(translate("Labelling", "%n answer(s) taken in.", n=taken[0]), undo=True)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except FusenError as error:
            self._context.notify(explain(error), kind="warn")
            return False
        return True
