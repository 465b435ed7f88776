"""What leaves the board and comes back: a grid for Excel, PDF, pictures; of the whole board or of the selected notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from fusenapp.i18n import translate
from fusenapp.ui import files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fusenapp.ui.background import Progress, Task
    from fusenapp.ui.journey.board_view import BoardView


def output_menu(board: BoardView, parent: QWidget) -> QMenu:
    """What can be done with the board outside, and how it comes back."""
    menu = QMenu(parent)
    chosen = list(board.selection.ids)
    menu.addAction(translate("JourneyOut", "Excel grid, A3 (can be read back)…"), lambda: _ask(board, ".xlsx"))
    menu.addAction(translate("JourneyOut", "PDF, A3…"), lambda: _ask(board, ".pdf"))
    menu.addAction(translate("JourneyOut", "Picture, A3 at 300 dpi (PNG)…"), lambda: _ask(board, ".png"))
    menu.addSeparator()
    for words, act in ((translate("JourneyOut", "Selected notes as PDF…"), lambda: _ask(board, ".pdf", chosen)),
                       (translate("JourneyOut", "Selected notes as a picture (PNG)…"), lambda: _ask(board, ".png", chosen)),
                       (translate("JourneyOut", "Copy selected notes as a picture"), board.commands.clip.copy_as_picture),
                       (translate("JourneyOut", "Copy selected notes as a table"), board.commands.clip.copy_as_table)):
        menu.addAction(words, act).setEnabled(bool(chosen))
    menu.addSeparator()
    menu.addAction(translate("JourneyOut", "Read an edited grid back…"), lambda: _read_back(board))
    menu.addAction(translate("JourneyOut", "Bring in a table of a journey…"), lambda: _bring(board))
    return menu


def write_to(board: BoardView, path: Path, only: Sequence[str] | None = None) -> Task:
    """Write the board, or some notes of it, beside the window and say where it is; what is being written or pasted is finished first."""
    board.commands.pasting.finish()
    board.writing.finish()
    context, journey, hidden = board.context, board.model.journey, sorted(board.model.hidden_roles)
    snapshot, own = context.snapshot(), context.workspace.uuid if context.workspace else ""
    said = translate("Session", "Exported to {path}.").format(path=path)

    def work(progress: Progress) -> None:
        from fusenapp.flows import journey_files

        journey_files.write(path, snapshot, [journey], workspace=own, hidden=hidden, only=only, progress=progress)

    return context.run(translate("Session", "Exporting"), work, lambda _: context.notify(said), owner=board)


def _ask(board: BoardView, suffix: str, only: Sequence[str] | None = None) -> None:
    kinds = {".xlsx": translate("Files", "Excel workbooks"), ".pdf": "PDF", ".png": "PNG"}
    start = files.free_name(files.start_folder(board.context.settings.get("recent_files")), board.model.name, suffix)
    name, _ = QFileDialog.getSaveFileName(board, translate("JourneyOut", "Save the journey"), str(start), f"{kinds[suffix]} (*{suffix})")
    if name:
        write_to(board, files.with_suffix(name, suffix), only)


def _read_back(board: BoardView) -> None:
    from fusenapp.ui.proposals import start_proposals

    start_proposals(board.context, board.window())


def _bring(board: BoardView) -> None:
    from fusenapp.ui.journey.bringing_in import start_bringing

    start_bringing(board)
