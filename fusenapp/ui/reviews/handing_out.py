"""Minutes to Excel and PDF, days to a calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from fusenapp.domain import reviews
from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows import review_words as words
from fusenapp.i18n import translate
from fusenapp.ui import files, icons
from fusenapp.ui.context import UiContext

XLSX, PDF, ICS = ".xlsx", ".pdf", ".ics"


class HandOut(QToolButton):
    """A button with a menu.

    Args:
        shown: gives the id of the meeting on the page.
    """

    def __init__(self, context: UiContext, shown: Callable[[], str]) -> None:
        super().__init__()
        self._context, self._shown = context, shown
        self.setProperty("kind", "normal")
        self.setText(translate("ReviewsArea", "Hand out"))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.setIcon(icons.button_icon("export", "text2"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.addAction(icons.icon("document"), translate("ReviewsArea", "Minutes as Excel…"), lambda: self.ask(XLSX))
        menu.addAction(icons.icon("file"), translate("ReviewsArea", "Minutes as PDF…"), lambda: self.ask(PDF))
        menu.addSeparator()
        menu.addAction(icons.icon("calendar"), translate("ReviewsArea", "All days for a calendar (.ics)…"), lambda: self.ask(ICS))
        self.setMenu(menu)

    def ask(self, suffix: str) -> None:
        """Ask where to, then write."""
        found = reviews.review(self._context.snapshot(), self._shown())
        if found is None:
            return
        title = translate("ReviewsArea", "Save the days") if suffix == ICS else translate("ReviewsArea", "Save the minutes")
        name = translate("ReviewsArea", "Reviews and actions") if suffix == ICS else f"{words.kind_words(found.kind)} {found.date}"
        path, _ = QFileDialog.getSaveFileName(self, title, str(files.free_name(files.documents(), name, suffix)), f"*{suffix}")
        if path:
            self.write(files.with_suffix(path, suffix))

    def write(self, path: Path) -> None:
        """Write the minutes or the days, by the name's ending; off the window's thread."""
        snapshot, id, workspace = self._context.snapshot(), self._shown(), self._context.workspace
        uuid = workspace.uuid if workspace is not None else ""

        def work(progress: object) -> str:
            write(path, snapshot, id, uuid)
            return path.name

        self._context.run(translate("ReviewsArea", "Saving {name}").format(name=path.name), work, self._told)

    def _told(self, name: str) -> None:
        self._context.notify(translate("ReviewsArea", "Saved {name}.").format(name=name))


def write(path: Path, snapshot: Snapshot, id: str, workspace: str = "") -> None:
    """The one writer, by the ending of the name. Raises EnvironmentFault ``cannot-write``."""
    suffix = path.suffix.lower()
    if suffix == ICS:
        from fusenapp.flows import review_calendar

        review_calendar.write(path, snapshot, workspace=workspace)
    elif suffix == PDF:
        from fusenapp.flows.minutes import minutes
        from fusenapp.ui.reviews.printing import write_pdf

        write_pdf(path, minutes(snapshot, id))
    else:
        from fusenapp.flows import minutes as flow

        flow.write(path, snapshot, id)
