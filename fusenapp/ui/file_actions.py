"""What the File menu does: new, open, sample, merge, versions, export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from fusenapp.document import Author
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.messages import explain
from fusenapp.ui import bringing, files
from fusenapp.ui.author import author_of
from fusenapp.ui.background import Background, Progress
from fusenapp.ui.explaining import explain_any
from fusenapp.workspace import Workspace

if TYPE_CHECKING:
    from fusenapp.ui.window import Window

T = TypeVar("T")


class FileActions:
    """Belongs to one window. Methods without a path ask for one; those with a path can be called by anyone."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._making: Background | None = None
        self._unpublished = ""

    # opening

    def open(self) -> None:
        """Ask for a workspace file and open it."""
        path = files.ask_workspace(self._window, self._start(), translate("Files", "Open a workspace"))
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path | str) -> bool:
        """Open a workspace, or import a spreadsheet into the open one; returns whether it was opened."""
        path = Path(path)
        if path.suffix.lower() in files.SHEETS:
            return self._import(path)
        try:
            workspace = self._busy(lambda: self._opened(path))
        except (FusenError, OSError) as error:
            self._tell(explain_any(error))
            return False
        if workspace is None:
            return False
        self._window.take(workspace)
        if workspace.recovered and self._window.context:
            self._window.context.notify(
                translate("Session", "%n edit(s) of an earlier session that were not in the file are back.", n=workspace.recovered))
        return True

    def _opened(self, path: Path) -> Workspace | None:
        """Open first and close the old one after, so that a failure leaves everything as it is; None if the user stays."""
        current = self._window.session
        if current is not None and current.workspace.path == path.absolute():
            return Workspace.open(path, author_of(self._window.settings)) if self._window.close_workspace() else None
        return self._instead(Workspace.open(path, author_of(self._window.settings)))

    def _instead(self, workspace: Workspace) -> Workspace | None:
        """Close what is open for another workspace, or that one if the user stays."""
        if self._window.close_workspace():
            return workspace
        workspace.close()
        return None

    def bring(self, paths: list[Path]) -> None:
        """Files that were dropped: a workspace is opened, spreadsheets are imported."""
        bringing.bring_all(paths, self.open_path)

    def paste(self) -> bool:
        """Import the cells or the spreadsheets on the clipboard; returns whether there are any."""
        found = bringing.pasted_files()
        if found:
            self.bring(found)
            return True
        text = bringing.pasted_cells()
        if not text:
            return False
        if self._window.context is None:
            self._tell(translate("Files", "Open or make a workspace first, then paste the cells there."))
            return True
        self._window.context.navigate("leads", ("paste", bringing.keep(text)))
        return True

    def _import(self, path: Path) -> bool:
        if self._window.context is None:
            self._tell(translate("Files", "{name} is a spreadsheet. Open or make a workspace first, then drop it there.").format(name=path.name))
            return False
        self._window.context.navigate("leads", ("file", str(path)))
        return True

    # making

    def new(self) -> None:
        """Ask what to make, and make it."""
        from fusenapp.ui.dialogs.new_workspace import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self._window, self._start(), author_of(self._window.settings))
        if dialog.exec():
            self.create(dialog.path, dialog.template, dialog.name, dialog.author)

    def create(self, path: Path, template: str, name: str, author: Author) -> bool:
        """Make a workspace from a template and open it; returns whether that worked."""
        from fusenapp.editing import templates

        settings = self._window.settings
        try:
            workspace = self._busy(lambda: Workspace.create(
                path, author, build=lambda document: templates.build(document, template, name), replace=path.exists()))
        except (FusenError, OSError) as error:
            self._tell(explain_any(error))
            return False
        if self._instead(workspace) is None:
            return False
        self._window.settings_set("person", lambda: settings.set("person", author.person))
        self._window.settings_set("department", lambda: settings.set("department", author.department))
        self._window.take(workspace)
        return True

    def open_sample(self) -> None:
        """Make the sample company beside the user's documents, off-thread, and open it; once made, just open it."""
        path = files.documents() / (translate("Files", "Fusen sample company") + files.WORKSPACE)
        if path.exists():
            self.open_path(path)
        elif self._making is None:
            self._make_sample(path)

    def _make_sample(self, path: Path) -> None:
        label = translate("Files", "Making the sample company")
        author = author_of(self._window.settings)
        self._making = Background(self._window)
        task = self._making.run(label, lambda progress: _sample(path, author, progress), self._sample_made, self._sample_failed)
        if self._window.welcome is not None:
            self._window.welcome.set_busy(-1, label)
            task.progressed.connect(self._show_progress)
        elif self._window.page is not None:
            self._window.page.status_bar.add_task(task)
        task.finished.connect(self._made)

    def _show_progress(self, fraction: float, _text: str) -> None:
        if self._window.welcome is not None:
            self._window.welcome.set_busy(fraction, translate("Files", "Making the sample company"))

    def _made(self) -> None:
        if self._window.welcome is not None:
            self._window.welcome.set_busy(None)

    def _sample_made(self, path: Path) -> None:
        self.stop()
        self.open_path(path)

    def _sample_failed(self, error: Exception) -> None:
        self.stop()
        self._tell(explain_any(error))

    def stop(self) -> None:
        """Cancel what is being made."""
        making, self._making = self._making, None
        if making is not None:
            making.close()

    # merging, versions, copies

    def merge(self) -> None:
        """Ask for a colleague's file and take it in."""
        path = files.ask_workspace(self._window, self._start(), translate("Files", "Merge a colleague's file"))
        if path is not None:
            self.merge_path(path)

    def merge_path(self, path: Path | str) -> None:
        """Take in a copy of this workspace that was edited apart, and show what came of it."""
        from fusenapp.ui.dialogs.merge_report import MergeReportDialog

        session = self._window.session
        if session is None:
            return
        try:
            report = self._busy(lambda: session.workspace.merge_file(path))
        except (FusenError, OSError) as error:
            self._tell(explain_any(error))
            return
        session.context.bridge.flush()
        MergeReportDialog(self._window, report).exec()

    def checkpoint(self) -> None:
        """Ctrl+S: keep a version under a name; everything is saved anyway."""
        from fusenapp.ui.dialogs.name_version import VersionDialog

        session = self._window.session
        if session is None:
            return
        dialog = VersionDialog(self._window, f"{dt.datetime.now():%Y-%m-%d %H:%M}")
        if dialog.exec():
            self.keep_version(dialog.name)

    def keep_version(self, name: str) -> None:
        """Keep the state as it is now as a named version, and publish."""
        session = self._window.session
        if session is None:
            return
        try:
            session.checkpoint(name)
        except FusenError as error:
            self._tell(explain(error))
            return
        session.context.notify(translate("Session", "Kept as the version “{name}”.").format(name=name))

    def save_copy(self) -> None:
        """Ask where, and write a complete copy there."""
        session = self._window.session
        if session is None:
            return
        start = files.free_name(self._start(), session.workspace.path.stem)
        path = files.ask_save(self._window, start, translate("Files", "Save a copy"), files.WORKSPACE)
        if path is None:
            return
        try:
            self._busy(lambda: session.workspace.save_copy(path))
        except (FusenError, OSError) as error:
            self._tell(explain_any(error))
            return
        session.context.notify(translate("Session", "A copy is in {path}.").format(path=path))

    # export

    def export(self) -> None:
        """Ask what and where, and write the workbook."""
        from fusenapp.domain import agreement
        from fusenapp.ui.dialogs.export_workbook import ExportDialog

        session = self._window.session
        if session is None:
            return
        statuses = agreement.overview(session.context.snapshot())
        dialog = ExportDialog(self._window, sum(1 for s in statuses if s.agreed), len(statuses))
        if not dialog.exec():
            return
        start = self._start() / f"{session.workspace.path.stem}.xlsx"
        path = files.ask_save(self._window, start, translate("Files", "Export to Excel"), ".xlsx")
        if path is not None:
            self.export_to(path, agreed_only=dialog.agreed_only)

    def export_to(self, path: Path, *, agreed_only: bool) -> None:
        """Write the workbook off-thread and say where it is."""
        context = self._window.context
        if context is None:
            return
        snapshot, figures, own = context.snapshot(), context.store, context.workspace.uuid if context.workspace else ""
        said = translate("Session", "Exported to {path}.").format(path=path)
        asks = [context.session(rule).get("ask") for rule in ("hot-lead", "target")]
        outcome = next((ask.outcome for ask in asks if ask is not None and ask.outcome), "")

        looked_at = context.session("kpi").get("node", "")

        def work(progress: Progress) -> None:
            from fusenapp.export import explainable
            from fusenapp.flows.exporting import export

            explain = looked_at if looked_at and explainable(figures.kpi(snapshot), looked_at) else ""
            export(path, snapshot, figures, agreed_only=agreed_only, workspace=own, outcome=outcome, explain=explain, progress=progress)

        context.run(translate("Session", "Exporting"), work, lambda _: context.notify(said))

    def proposals(self) -> None:
        """Ask for an edited agreement workbook and show what it proposes."""
        from fusenapp.ui.proposals import start_proposals

        if self._window.context is not None:
            start_proposals(self._window.context, self._window)

    # closing

    def finish(self, workspace: Workspace, ask: bool = False) -> bool:
        """Publish and close a workspace that the window has let go.

        Edits that reached the working copy but not the file are kept there, which is said (in a box with ``ask``,
        else on the welcome page). Edits that could be written nowhere stay in memory until the user has decided.

        Returns:
            False if the user goes on editing: the workspace is in the window again.
        """
        self.stop()
        try:
            status = self._busy(workspace.close)
        except FusenError as error:
            return self._leave_unwritten(workspace, explain(error))
        if status.error is not None:
            kept = translate("Session", "Your edits are kept on this computer and go to the file when it is opened next.")
            self._unpublished = f"{explain(status.error)}\n{kept}"
            if ask:
                from PySide6.QtWidgets import QMessageBox

                QMessageBox.warning(self._window, "Fusen", self._unpublished)
        return True

    def unpublished(self) -> str:
        """Why the file that was closed last does not hold everything, told once; empty if it does."""
        said, self._unpublished = self._unpublished, ""
        return said

    def _leave_unwritten(self, workspace: Workspace, why: str) -> bool:
        """Ask what becomes of edits that could be written nowhere, until they are somewhere or the user lets them go."""
        from fusenapp.ui.dialogs.unwritten import UnwrittenDialog

        while (choice := UnwrittenDialog.ask(self._window, why)) == "copy":
            if self._copied(workspace):
                break
        if choice == "stay":
            self._window.take(workspace)
            return False
        workspace.discard()
        return True

    def _copied(self, workspace: Workspace) -> bool:
        start = files.free_name(self._start(), workspace.path.stem)
        path = files.ask_save(self._window, start, translate("Files", "Save a copy"), files.WORKSPACE)
        if path is None:
            return False
        try:
            self._busy(lambda: workspace.save_copy(path))
        except (FusenError, OSError) as error:
            from PySide6.QtWidgets import QMessageBox

            QMessageBox.warning(self._window, "Fusen", explain_any(error))
            return False
        return True

    # helpers

    def _start(self) -> Path:
        return files.start_folder(self._window.settings.get("recent_files"))

    def _tell(self, message: str) -> None:
        if self._window.context is not None:
            self._window.context.notify(message, kind="error")
        elif self._window.welcome is not None:
            self._window.welcome.tell(message)

    @staticmethod
    def _busy(work: Callable[[], T]) -> T:
        QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
        try:
            return work()
        finally:
            QApplication.restoreOverrideCursor()


def _sample(path: Path, author: Author, progress: Progress) -> Path:
    from fusenapp.flows import samples

    return samples.create(path, author, progress)
