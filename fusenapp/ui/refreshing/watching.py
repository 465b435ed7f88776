"""Lists that refresh by themselves: their files or folders are watched while the window is open, when the user asked for it.

What is watched is kept in the settings of this computer, since paths differ from one to the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from fusenapp.editing.joining import bare_blob
from fusenapp.errors import EnvironmentFault
from fusenapp.flows.watching import Watcher, visit
from fusenapp.i18n import translate
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.refreshing.taking import take

if TYPE_CHECKING:
    from fusenapp.flows.refreshing import Refresh
    from fusenapp.flows.watching import Visit

TICK = 1_000
"""Milliseconds between asking which file is due."""


class Watching(QObject):
    """The watched lists of one open workspace.

    Signals:
        changed: id of a dataset whose watching began, ended or says something else now.
    """

    changed = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._context = context
        self._uuid = context.workspace.uuid
        self._watchers = {id: Watcher(Path(kept["path"]), kept.get("taken", "")) for id, kept in self._kept().items()}
        self._said: dict[str, str] = {}
        self._tasks: dict[str, Task] = {}
        self._taking: set[str] = set()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)
        self._run()

    @staticmethod
    def of(context: UiContext) -> Watching:
        """The one of this workspace, whatever window asks; made when first asked for."""
        return context.home.findChild(Watching) or Watching(context.home)

    def target(self, dataset: str) -> Path | None:
        """The file or folder that is watched for a list."""
        watcher = self._watchers.get(dataset)
        return watcher.target if watcher else None

    def watch(self, dataset: str, target: Path) -> None:
        """Watch a file or folder for a list from now on."""
        self._watchers[dataset] = Watcher(target)
        self._said.pop(dataset, None)
        self._keep(dataset)
        self._run()
        self.changed.emit(dataset)

    def stop(self, dataset: str) -> None:
        """Watch for this list no longer."""
        if self._watchers.pop(dataset, None) is not None:
            self._keep(dataset)
            self._run()
            self.changed.emit(dataset)

    def clear(self, dataset: str) -> None:
        """Whatever waited for the user is settled."""
        if self._said.pop(dataset, None):
            self.changed.emit(dataset)

    def said(self, dataset: str) -> str:
        """How the watching goes, in a few words; empty for a list that is not watched."""
        watcher = self._watchers.get(dataset)
        return self._said.get(dataset) or _words(watcher) if watcher else ""

    def look(self) -> None:
        """Look at the file that is due longest, on a worker; one at a time, so that a dead drive never takes all workers."""
        if self._context.closed:
            self._timer.stop()
        elif not any(task.running for task in self._tasks.values()):
            there = self._context.snapshot()
            due = [id for id, watcher in self._watchers.items() if watcher.due and there.get("datasets", id) and id not in self._taking]
            if due:
                first = max(due, key=lambda id: self._watchers[id].overdue)
                self._tasks[first] = self._visit(first, self._watchers[first])

    def _visit(self, dataset: str, watcher: Watcher) -> Task:
        snapshot, read = self._context.snapshot(), self._context.store.read_blob
        return self._context.run("", lambda progress: visit(watcher, snapshot, read, dataset),
                                 lambda found: self._visited(dataset, watcher, found), lambda error: self._failed(dataset, error), self)

    def _visited(self, dataset: str, watcher: Watcher, found: Visit) -> None:
        if self._watchers.get(dataset) is not watcher:
            return
        if found.error is not None:
            self._failed(dataset, found.error)
        elif found.refresh is not None:
            self._take(dataset, watcher, found)
        elif found.sight.state in ("same", "found"):
            self._keep(dataset)
        self.changed.emit(dataset)

    def _take(self, dataset: str, watcher: Watcher, found: Visit) -> None:
        """Take it, unless a person should look at it first or the list changed while the file was read."""
        refresh = found.refresh
        assert refresh is not None
        record = self._context.snapshot().get("datasets", dataset)
        if record is None or bare_blob(record) != refresh.base:
            return
        if refresh.needs_a_look:
            watcher.refuse(found.sight)
            self._said[dataset], text = _doubt(refresh)
            self._context.notify(text.format(file=refresh.prepared.path.name, name=refresh.name), kind="warn")
            return
        self._taking.add(dataset)
        take(self._context, refresh, lambda _: self._took(dataset, watcher, found), lambda error: self._untaken(dataset, error))

    def _took(self, dataset: str, watcher: Watcher, found: Visit) -> None:
        self._taking.discard(dataset)
        watcher.took(found.sight)
        self._said.pop(dataset, None)
        self._keep(dataset)
        self.changed.emit(dataset)

    def _untaken(self, dataset: str, error: Exception) -> None:
        self._taking.discard(dataset)
        self._failed(dataset, error)

    def _failed(self, dataset: str, error: Exception) -> None:
        """A drive or a lock is only said beside the list; a file that cannot be understood is told once."""
        self._said[dataset] = explain_any(error)
        if not isinstance(error, EnvironmentFault):
            self._context.notify(explain_any(error), kind="warn")
        self.changed.emit(dataset)

    def _run(self) -> None:
        if self._watchers and not self._timer.isActive():
            self._timer.start()
        elif not self._watchers:
            self._timer.stop()

    def _kept(self) -> dict[str, Mapping[str, Any]]:
        start = f"{self._uuid}/"
        every = self._context.settings.get("watches")
        return {key[len(start):]: kept for key, kept in every.items()
                if key.startswith(start) and isinstance(kept, Mapping) and isinstance(kept.get("path"), str)}

    def _keep(self, dataset: str) -> None:
        """Write what is watched, and what was taken last, to the settings."""
        key, watcher = f"{self._uuid}/{dataset}", self._watchers.get(dataset)
        every = dict(self._context.settings.get("watches"))
        before = every.pop(key, None)
        if watcher is not None:
            every[key] = {"path": str(watcher.target), "taken": watcher.taken}
        if every.get(key) != before:
            try:
                self._context.settings.set("watches", every)
            except EnvironmentFault as error:
                self._context.notify(explain_any(error), kind="warn")


def _doubt(refresh: Refresh) -> tuple[str, str]:
    """Why a person should look: in a few words beside the list, and as a message."""
    if refresh.figures is not None and (refresh.figures.gone or refresh.renames):
        return (translate("Refreshing", "Waits for you: rows went or have other names"),
                translate("Refreshing", "In {file} rows went or have other names, so “{name}” was not refreshed. Refresh it to see which."))
    return (translate("Refreshing", "Waits for you: the layout changed or most rows are gone"),
            translate("Refreshing", "{file} differs too much from last time, so “{name}” was not refreshed. Refresh it to see how."))


def _words(watcher: Watcher) -> str:
    """The state of a watcher."""
    name = (watcher.sight.path or watcher.target).name
    said = {
        "same": translate("Refreshing", "Watching {name}"), "found": translate("Refreshing", "Watching {name}"),
        "settling": translate("Refreshing", "{name} is being written"), "in-use": translate("Refreshing", "{name} is in use; will try again"),
        "away": translate("Refreshing", "{name} cannot be reached; will try again"),
        "empty": translate("Refreshing", "No spreadsheet in {name} yet"),
    }[watcher.sight.state]
    return said.format(name=name)
