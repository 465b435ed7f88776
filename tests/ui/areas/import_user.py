"""A user who brings spreadsheets into one workspace through its window."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from fusenapp.document import Author
from fusenapp.domain import definition
from fusenapp.editing import definitions, templates
from fusenapp.paths import resource
from fusenapp.settings import Settings
from fusenapp.ui import areas, importing
from fusenapp.ui.background import WORKERS
from fusenapp.ui.context import UiContext
from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme
from fusenapp.workspace import Workspace

PATIENCE = 60_000


class ImportUser:
    """Brings files in through the window of one workspace."""

    def __init__(self, qtbot, context: UiContext) -> None:
        self.qtbot, self.context = qtbot, context
        self.shown: dict[str, QWidget] = {}
        self.told: list[tuple[str, bool, str]] = []
        context.notified.connect(lambda *said: self.told.append(said))

    def area(self, id: str) -> QWidget:
        if id not in self.shown:
            widget = self.shown[id] = areas.area(id).load().create(self.context)
            widget.resize(1060, 780)
            widget.show()
            self.qtbot.waitExposed(widget)
        self.settled(self.shown[id])
        return self.shown[id]

    def settled(self, widget: QWidget) -> None:
        self.context.bridge.flush()
        self.qtbot.waitUntil(lambda: not widget._timer.isActive() and not self.context.background.tasks, timeout=PATIENCE)

    def dialog(self, path: Path) -> ImportDialog:
        """Drop a file on the leads and wait for the preview."""
        dialog = self.begun(path)
        self.qtbot.waitUntil(lambda: dialog.ready or dialog.refused.isVisible(), timeout=PATIENCE)
        assert dialog.ready, dialog.refused.words.text()
        return dialog

    def begun(self, path: Path) -> ImportDialog:
        """Drop a file on the leads: the assistant as it stands at once, still reading; the first of a session loads its parts before."""
        self.area("leads")
        return self.started(path)

    def started(self, path: Path) -> ImportDialog:
        """The same, with the leads already on the screen; what else runs goes on."""
        leads = self.shown["leads"]
        leads.import_file(path)
        self.qtbot.waitUntil(lambda: any(d.isVisible() for d in leads.findChildren(ImportDialog)), timeout=PATIENCE)
        return next(d for d in leads.findChildren(ImportDialog) if d.isVisible())

    @contextmanager
    def held(self) -> Iterator[None]:
        """All workers of the window have something else to do, so that what is asked for now cannot be over before the block ends."""
        self.area("leads")
        go_on = threading.Event()
        for _ in range(WORKERS):
            self.context.run("", lambda _progress: go_on.wait(PATIENCE), lambda _: None)
        try:
            yield
        finally:
            go_on.set()

    def refused(self, path: Path) -> ImportDialog:
        """The assistant once it has said why it cannot read the file."""
        dialog = self.begun(path)
        self.qtbot.waitUntil(dialog.refused.isVisible, timeout=PATIENCE)
        return dialog

    def boxes(self, dialog: ImportDialog) -> dict[str, QComboBox]:
        """What the columns mean, by what it is called."""
        self.qtbot.mouseClick(dialog.content.side.tabs.segment("meanings"), Qt.MouseButton.LeftButton)
        return {box.accessibleName(): box for box in dialog.content.side.meanings.findChildren(QComboBox)}

    def corrected(self, dialog: ImportDialog) -> None:
        """Wait until the table was read again."""
        self.qtbot.waitUntil(lambda: not self.context.background.tasks and dialog.ready, timeout=PATIENCE)

    def accept(self, dialog: ImportDialog) -> None:
        self.qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.context.background.tasks, timeout=PATIENCE)
        self.context.bridge.flush()

    def bring(self, path: Path) -> None:
        self.accept(self.dialog(path))

    def press(self, widget: QWidget, control, key: str) -> None:
        self.qtbot.mouseClick(control.segment(key), Qt.MouseButton.LeftButton)
        self.settled(widget)

    def close(self) -> None:
        for widget in self.shown.values():
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def importing_into(qtbot, path: Path) -> Iterator[ImportUser]:
    """A workspace with the template's tree and the two definitions, but no data yet; the assistant's parts are loaded already."""
    importing.load()
    Theme("light").apply()
    told = json.loads(resource("sample", "company.json").read_text(encoding="utf-8"))

    def build(document) -> None:
        templates.build(document, "b2b", "試験")
        for rule in ("target", "hot-lead"):
            definitions.define(document, definition.parse_rule(told[rule], rule))

    session = Session(Workspace.create(path, Author("佐伯 遥", "marketing"), build=build), Settings())
    working = ImportUser(qtbot, session.context)
    yield working
    working.close()
    session.release()
    session.workspace.close()
