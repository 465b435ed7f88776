"""An open workspace: the document, its file and everything that keeps the two together."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from fusenapp.document import Author, Document, Update
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.workspace import opening, quick, upkeep
from fusenapp.workspace.atomic import write_whole
from fusenapp.workspace.blobs import Blobs, unnamed
from fusenapp.workspace.faults import journal_fault
from fusenapp.workspace.format import read_bytes
from fusenapp.workspace.history import past_state, revisions
from fusenapp.workspace.image import image_of
from fusenapp.workspace.journal import Journal
from fusenapp.workspace.loading import document_of, stored_state
from fusenapp.workspace.merging import MergeReport, Prepared, commit, prepare, refuse_unrelated
from fusenapp.workspace.opening import Opened, let_go, resolve
from fusenapp.workspace.publisher import Publisher
from fusenapp.workspace.rows import Revision, RowKind, new_row
from fusenapp.workspace.status import SaveStatus, StatusBoard
from fusenapp.workspace.store import Store
from fusenapp.workspace.trust import open_checked

_KINDS: dict[str, RowKind] = {"remote": "remote", "merge": "merge"}


def _utc() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """A workspace in use. Made by `create` or `open`, on the thread that owns its document.

    Only `publish`, `publish_due`, `file_changed` and `status` may be used on other threads.

    As a context manager it is for scripts: leaving it well publishes, and raises if that fails; leaving it by an
    exception, or when publishing failed, takes back what this session did.
    """

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.document: Document = opened.document
        self.recovered = opened.recovered
        """Transactions that an earlier session had not brought to the file and that are back now."""
        self._clock = clock
        self._owner = threading.get_ident()
        self._held = opened.held
        self._board = StatusBoard("published" if opened.seen and not opened.recovered else "local", self._now)
        self._tell = self._board.tell
        self.uuid: str = opened.uuid
        self._publisher = Publisher(
            path, opened.copy.path, lambda: self._journal.copy.reader(), self.uuid, lambda: self._journal.pending, self._tell, self._prepare
        )
        self._publisher.digest = opened.digest
        self._publisher.mark_seen(opened.seen)
        self._journal = Journal(opened.copy, self._publisher.mark_changed, lambda error: self._tell("failed", error))
        self.blobs = Blobs(lambda: self._store, path, self._changed, self._now)
        self._checkpointed = opened.seq
        self._joining = self._closed = False
        self.document.reload = self._reload
        self._stop_listening = self.document.on_update(self._keep)
        if opened.recovered or opened.seen is None:
            self._publisher.mark_changed()

    # making and opening

    @classmethod
    def create(
        cls,
        path: Path | str,
        author: Author,
        *,
        build: Callable[[Document], None] | None = None,
        replace: bool = False,
        clock: Callable[[], datetime] = _utc,
    ) -> Workspace:
        """Make a workspace file and open it.

        Args:
            path: the file to make.
            author: who works in this session.
            build: fills the new document.
            replace: whether a file that is there may be replaced.
            clock: the time for rows and versions.

        Raises:
            InputError: ``already-exists``.
            EnvironmentFault: the file cannot be written; nothing is left behind.
        """
        place = resolve(path)
        if os.path.exists(place) and (not replace or os.path.isdir(place)):
            raise InputError("already-exists", str(place))
        made = cls(place, opening.start(place, author, clock().isoformat()), clock)
        try:
            if build:
                build(made.document)
                made.document.keep()  # Ctrl+Z in a fresh workspace would take its departments away
            made.checkpoint(None)
            made._publisher.mark_changed()
            made._publisher.publish(None)
            if made.status.error:
                raise made.status.error
        except BaseException:
            made.discard()
            raise
        return made

    @classmethod
    def open(cls, path: Path | str, author: Author, *, clock: Callable[[], datetime] = _utc) -> Workspace:
        """Open a workspace file; what an earlier session had not brought to it is joined in.

        Several processes may have the same file open: each has a working copy of its own and they meet in the file.
        A file that is away (a drive not connected) opens from the working copy, if it was left with unsaved edits.

        Raises:
            InputError: ``not-found``, ``not-a-workspace``, ``damaged-file``, ``newer-version``.
            EnvironmentFault: ``cannot-read``, or the data folder cannot be written.
        """
        place = resolve(path)
        return cls(place, opening.take_up(place, author, lambda: clock().isoformat()), clock)

    # being durable

    def _keep(self, update: Update) -> None:
        """Write an edit down; it is acknowledged when this returns."""
        if self._joining or update.origin == "load":
            return
        person, department = update.author.person, update.author.department
        kind = _KINDS.get(update.origin, "edit")
        row = new_row(update.data, time=self._now(), author=person, department=department, label=update.label, kind=kind)
        if self._journal.append(row) and self.status.state != "publishing":
            self._tell("local")
        if not self._journal.pending and self._store.last_seq() - self._checkpointed >= upkeep.EVERY:
            self.checkpoint(None)

    @property
    def _store(self) -> Store:
        return self._journal.store

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")

    def _changed(self) -> None:
        self._publisher.mark_changed()
        if self.status.state == "published":
            self._tell("local")

    def _reload(self) -> bytes:
        """The document's state from the disk, for when the engine broke."""
        state = stored_state(self._store, str(self.path), self._journal.pending)
        return state if state is not None else Document(self.document.author).state()

    def retry_pending(self) -> bool:
        """Try again to write edits that are in memory only. Returns whether none are left. Call it every few seconds
        while `status` says ``failed`` with ``edits-in-memory``."""
        waited = bool(self._journal.pending)
        done = self._journal.retry()
        if waited and done:
            self._tell("local" if self._publisher.unpublished else "published")
        return done

    @property
    def in_memory(self) -> int:
        """How many edits are in memory only."""
        return len(self._journal.pending)

    def quarantine(self, data: bytes, person: str, reason: str) -> None:
        """Keep an update of somebody else that the document refused, for support to look at."""
        self._store.add_quarantine(self._now(), person, reason, data)
        self._changed()

    # the file

    @property
    def status(self) -> SaveStatus:
        """Where the edits are."""
        return self._board.status

    def on_status(self, listener: Callable[[SaveStatus], None]) -> Callable[[], None]:
        """Call ``listener`` with each new status, on the thread where it arises. Returns what ends it."""
        return self._board.listen(listener)

    def publish_due(self) -> bool:
        """Whether it is time to call `publish`. Ask about once a second."""
        return self._publisher.due()

    def publish(self) -> SaveStatus:
        """Bring everything to the file. May run on any thread; never raises for what the machine or the file says.

        On the document's own thread what colleagues have written meanwhile is taken in first. On another thread
        nothing is written in that case and `incoming` is set: call `absorb` on the document's thread.
        """
        here = threading.get_ident() == self._owner
        if here:
            self._journal.retry()
        if self._publisher.publish(self._commit if here else None) and here:
            let_go(self._held, keep=False)
        return self.status

    @property
    def incoming(self) -> bool:
        """Whether the file is known to hold something that the document does not have: call `absorb`."""
        return self._publisher.incoming

    def file_changed(self) -> bool:
        """Whether somebody else wrote the file since we last looked into it; cheap enough for every few seconds."""
        return self._publisher.file_changed()

    def absorb(self) -> MergeReport | None:
        """Take in what colleagues have written to the file. Returns None if there was nothing.

        Raises:
            InputError: ``file-replaced``.
            EnvironmentFault: ``cannot-read``.
        """
        reports: list[MergeReport] = []
        self._publisher.look(lambda prepared: reports.append(self._commit(prepared)))
        if self.status.state != "failed":
            self._tell("local" if self._publisher.unpublished else "published")
        return reports[0] if reports else None

    def _prepare(self, ours: Store, theirs: Store, where: str = "") -> Prepared:
        author, pending = self.document.author, self._journal.pending
        return prepare(ours, theirs, where or str(self.path), author, self._now(), pending)

    def _commit(self, prepared: Prepared) -> MergeReport:
        self._publisher.digest = ""  # the document has more than the file that it was read from
        self.checkpoint(None)
        self._joining = True
        try:
            report = commit(self.document, self._store, prepared, self._now())
        except sqlite3.Error as error:
            raise journal_fault(error, self._journal.copy.path) from error
        finally:
            self._joining = False
        if prepared.extra:
            self._publisher.mark_changed()
        return report

    def save_copy(self, path: Path | str) -> None:
        """Write a complete copy elsewhere; this workspace goes on with its own file.

        Raises:
            EnvironmentFault: it cannot be written.
        """
        write_whole(resolve(path), image_of(self._store, self._journal.pending))

    # versions

    def checkpoint(self, label: str | None) -> None:
        """Keep the state as it is now: as a version with a name, or (None) for safer and faster loading.

        Raises:
            EnvironmentFault: ``disk-full``, only for a named version.
        """
        if self._journal.pending and not self.retry_pending():
            if label is not None:
                raise EnvironmentFault("disk-full", str(self.path))
            return
        try:
            written = upkeep.checkpoint(self._store, self.document, label, self._now())
        except sqlite3.Error as error:
            if label is not None:
                raise EnvironmentFault("disk-full", str(self.path), reason=str(error)) from error
            return
        self._checkpointed = self._store.last_seq()
        if written and label is not None:
            self._changed()

    def merge_file(self, path: Path | str) -> MergeReport:
        """Take in a copy of this workspace that was edited apart: a colleague's, or a cloud drive's "conflicted copy".

        Raises:
            InputError: ``unrelated-workspaces``, ``not-found``, ``not-a-workspace``, ``damaged-file``,
                ``newer-version``; nothing was changed.
        """
        other = resolve(path)
        with closing(open_checked(read_bytes(other), str(other))) as theirs:
            refuse_unrelated(self.uuid, theirs, self.path, other)
            report = self._commit(self._prepare(self._store, theirs, str(other)))
        self._changed()
        return report

    def look_into(self, path: Path | str) -> Snapshot:
        """What another copy of this workspace holds, to set beside this one; nothing is taken in.

        Raises:
            InputError: as `merge_file`.
        """
        other = resolve(path)
        with closing(open_checked(read_bytes(other), str(other))) as theirs:
            refuse_unrelated(self.uuid, theirs, self.path, other)
            return document_of(stored_state(theirs, str(other)), self.document.author).snapshot()

    def history(self) -> list[Revision]:
        """Every transaction and named version, oldest first, in the order in which they were written."""
        return revisions(self._store)

    def snapshot_at(self, revision: Revision) -> Snapshot:
        """The workspace as it was right after a line of the history.

        Raises:
            InputError: ``thinned`` where the line is not ``readable``.
        """
        state = past_state(self._store, revision, str(self.path))
        return document_of(state, self.document.author).snapshot()

    def tidy(self) -> int:
        """Erase the bytes of blobs that no undeleted record uses (imported rows that the user deleted, with the
        personal data in them). Versions that still name them keep the name only. Returns how many."""
        gone = upkeep.unused_blobs(self._store, self.document.snapshot())
        for hash in gone:
            self.blobs.remove(hash)
        return len(gone)

    # leaving

    def close(self, *, publish: bool = True) -> SaveStatus:
        """Publish and close. Where publishing fails the working copy stays, and the next `open` takes it up.

        Args:
            publish: False closes in no time (the computer is shutting down): edits wait for the next `open`.

        Raises:
            EnvironmentFault: ``edits-in-memory``: some edits could be written nowhere; the workspace stays open.
        """
        if self._closed:
            return self.status
        self._journal.retry()
        if publish:
            self._tend()
            if self._publisher.unpublished:
                self.publish()
        pending, unpublished = self._journal.pending, self._publisher.unpublished
        if pending and unpublished:
            raise EnvironmentFault("edits-in-memory", str(self.path), count=len(pending))
        self._remember()
        self._end(keep=unpublished)
        return self.status

    def _remember(self) -> None:
        """What the file was read to, so that it opens quickly the next time."""
        publisher, copy = self._publisher, self._journal.copy
        if publisher.digest and not publisher.unpublished:
            seq = copy.store.last_seq() if copy.laid else self._checkpointed
            quick.keep(self.path, publisher.digest, self.uuid, seq, self.document)

    def ready(self) -> None:
        """Do now what opening put off until the first edit; for a moment of rest.

        Raises:
            EnvironmentFault: the data folder cannot be written. Edits are kept in memory then and tried again.
        """
        self.document.ready()
        _ = self._journal.copy.store

    def _tend(self) -> None:
        """What is done once a session, if it changed anything: checkpoint, thinning, dropping blobs that nothing names."""
        if not self._publisher.touched or not self._journal.copy.laid:
            return
        before = self._store.connection.total_changes
        self.checkpoint(None)
        with suppress(sqlite3.Error):  # a full disk must not keep anybody from leaving
            upkeep.thin(self._store, self._clock())
            self._store.forget_blobs(unnamed(self._store, [self.document.state()]))
        if self._store.connection.total_changes != before:
            self._publisher.mark_changed()

    def discard(self) -> None:
        """Close without publishing and forget what this session did. What earlier sessions left behind stays."""
        if not self._closed:
            self._end(keep=False, held=True)

    def _end(self, *, keep: bool, held: bool = False) -> None:
        self._closed = True
        self._publisher.close()
        self._stop_listening()
        self.document.reload = None
        self._journal.copy.close(keep=keep)
        let_go(self._held, keep=held)  # what is kept of this session has theirs

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self.discard()
        elif not self._closed:
            self._tend()
            status = self.publish()
            if status.error:
                self.discard()
                raise status.error
            self.close()
