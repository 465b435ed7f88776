"""The shared document: every reader and every writer of a workspace goes through it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from fusenapp.collecting import uncollected
from fusenapp.document import migrations, updates
from fusenapp.document.changes import Author, Changes, Origin, Undone, Update
from fusenapp.document.edit import Edit, Staged
from fusenapp.document.engine import Broken, Engine, merged
from fusenapp.document.gaps import Gaps
from fusenapp.document.listeners import Listeners
from fusenapp.document.mirror import Mirror, compare
from fusenapp.document.steps import Step, Steps, revert, step_of
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.errors import InputError, InternalFault

_COMPACT = 2000
"""Updates kept apart in memory before they are made one."""


class Document:
    """The records of one workspace in this session. Not for several threads at once.

    Args:
        author: whose edits these are; may be changed at any time through `author`.
        now: the clock for the stamps of who and when.
        ticks: seconds for the grouping of typing.
    """

    def __init__(
        self,
        author: Author,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.author = author
        self.reload: Callable[[], bytes] | None = None
        """Gives the whole state back from the file, where what is kept in memory does not load after the engine broke."""
        self._now = now
        self._ticks = ticks
        self._made: Engine | None = None
        self._later: Callable[[], bytes] | None = None
        """Gives the state from which the engine is made when it is first needed (see `resume`)."""
        self._known_facts: Mapping[str, Any] = {}
        self._mirror = Mirror()
        self._steps = Steps()
        self._kept: list[bytes] = []
        self._signed: Engine | None = None
        """The engine that is known to carry the facts of this version."""
        self._gaps = Gaps()
        self._edit: Edit | None = None
        self._thread: int | None = None
        self._changes: Listeners[Changes] = Listeners()
        self._updates: Listeners[Update] = Listeners(keep=True)

    @property
    def _engine(self) -> Engine:
        if self._made is None:
            self._made = self._begin()
        return self._made

    @_engine.setter
    def _engine(self, engine: Engine) -> None:
        self._made, self._later = engine, None

    def _begin(self) -> Engine:
        if self._later is None:
            return Engine()
        state = self._later()
        try:
            engine = Engine(state)
        except Broken as error:
            raise InternalFault("engine-panic") from error
        self._kept, self._later = [state], None
        return engine

    # reading

    def snapshot(self) -> Snapshot:
        """All records that are not deleted; frozen, cheap, the same object until something changes."""
        return self._mirror.snapshot()

    def get(self, kind: str, id: str) -> Record | None:
        """A record, or None if there is none or it is deleted. Inside `edit`, still the state before it."""
        return self._mirror.live(kind).get(id)

    def everything(self) -> Mapping[str, Mapping[str, Record]]:
        """All records by kind and id, deleted ones too: for merging and history."""
        return self._mirror.records

    def state(self) -> bytes:
        """The whole document as one update. What waits for a gap to close is no part of it yet."""
        return self._engine.state()

    def state_vector(self) -> bytes:
        """What this document has of each session, for asking another one for the `difference`."""
        return self._engine.vector()

    def difference(self, state_vector: bytes) -> bytes:
        """What this document has beyond a state vector.

        Raises:
            InputError: ``bad-update``.
        """
        updates.clocks(state_vector)
        return self._engine.difference(state_vector)

    @property
    def has_gap(self) -> bool:
        """Whether an update came whose forerunners are missing. Ask the other side for the `difference` then."""
        return self._gaps.open(self._engine.vector())

    # listening

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Calls ``listener`` once after each commit that readers can see. Returns what ends it.

        Commits that a listener makes itself are delivered after all have heard of the first. What a listener raises
        reaches whoever made the edit, after the commit and after all others were told; the edit stays.
        """
        return self._changes.add(listener)

    def on_update(self, listener: Callable[[Update], None]) -> Callable[[], None]:
        """Calls ``listener`` with the bytes of each commit, before `subscribe` tells of it. Returns what ends it.

        Updates from before the first listener (a migration while loading) are handed to it at once. A listener should
        not raise, as the edit has happened and cannot be undone by that: it keeps what it could not write and tries
        again. If one does raise, the edit stays, all others are still told, and it reaches whoever made the edit.
        """
        return self._updates.add(listener)

    # writing

    def load(self, update: bytes, *, check: bool = False) -> None:
        """Takes the stored state, before anything else; runs migrations that it has not been through.

        Args:
            update: the whole state.
            check: read it first as `apply` does (0.3 s per 10,000 notes), for files that come from elsewhere.

        Raises:
            InputError: ``bad-update``, ``newer-version``; the document is as it was.
            InternalFault: ``not-empty`` if something was loaded or written before.
        """
        if self._kept or self._later is not None:
            raise InternalFault("not-empty")
        if check:
            updates.reach(update)
        with uncollected():
            try:
                engine = Engine(update)
            except Broken as error:
                raise InputError("bad-update", reason="panic") from error
            migrations.refuse_newer(engine.meta())
            self._engine, self._mirror, self._kept = engine, Mirror.of(engine), [update]
        self._greet()
        self._migrate()

    def resume(self, records: Mapping[str, Mapping[str, Record]], facts: Mapping[str, Any], state: Callable[[], bytes]) -> None:
        """Takes up what an earlier session read of a stored state, in place of `load`: a tenth of the time.

        The engine is made of the state only when it is first needed: at the first edit, or by `ready`.

        Args:
            records: what `everything` gave of this very state.
            facts: what `facts` gave of it, with no migration waiting (see `resumable`).
            state: gives the state itself.

        Raises:
            InternalFault: ``not-empty`` if something was loaded or written before.
        """
        if self._kept or self._later is not None:
            raise InternalFault("not-empty")
        self._made, self._later, self._known_facts = None, state, dict(facts)
        self._mirror = Mirror.with_records(records)
        self._greet()

    def _greet(self) -> None:
        if self._changes.any:
            self._tell(compare({}, self._mirror.flat(), "load"), [])

    def facts(self) -> Mapping[str, Any]:
        """Facts on the document as a whole, for `resume`: version of the schema, migrations that ran."""
        return self._known_facts if self._made is None and self._later is not None else self._engine.meta()

    @property
    def resumable(self) -> bool:
        """Whether `everything` and `facts` are all that another session needs for `resume`."""
        return self._later is not None or not (self.has_gap or migrations.pending(self._engine.meta()))

    def ready(self) -> None:
        """Makes the engine now, where that is still to be done (10 to 20 ms per 1,000 notes): for a moment of rest."""
        _ = self._engine

    @contextmanager
    def edit(self, label: str, *, group: str | None = None) -> Iterator[Edit]:
        """One gesture: one transaction, one undo step called ``label``.

        An exception inside takes back all that the block wrote. A block inside another joins it, under the label of
        the outer one. A block that changes nothing makes no step.

        Args:
            label: what the user did, in the user's language.
            group: edits of one group within a second of each other become one undo step (typing).
        """
        self._here()
        if self._edit is not None:
            with self._joined(self._edit) as edit:
                yield edit
            return
        self._edit, self._thread = Edit(self._mirror, self.author, self._time()), threading.get_ident()
        try:
            yield self._edit
            staged = self._stamped(self._edit)
        finally:
            self._edit = self._thread = None
        if staged:
            step = step_of(self._mirror, staged, label, group, self._ticks())
            self._commit(staged, "local", label, lambda: self._steps.add(step))

    @contextmanager
    def _joined(self, edit: Edit) -> Iterator[Edit]:
        before = {key: dict(fields) for key, fields in edit.staged.items()}
        try:
            yield edit
        except BaseException:
            edit.staged = before
            raise

    def _stamped(self, edit: Edit) -> Staged:
        stamp = [self.author.person, self.author.department, edit.now]
        return {key: {**fields, "modified": stamp} for key, fields in edit.net().items()}

    def _here(self) -> None:
        """One thread at a time: a write from another would silently join the gesture that is open."""
        if self._thread not in (None, threading.get_ident()):
            raise InternalFault("wrong-thread")

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    # undo

    @property
    def undo_label(self) -> str | None:
        """The step that `undo` would take back, or None."""
        return self._steps.done[-1].label if self._steps.done else None

    @property
    def redo_label(self) -> str | None:
        """The step that `redo` would do again, or None."""
        return self._steps.undone[-1].label if self._steps.undone else None

    def undo(self) -> Undone:
        """Takes one's own last gesture back, where others have not changed it since."""
        return self._back(self._steps.done, self._steps.undone, "undo")

    def redo(self) -> Undone:
        """Does the gesture again that was undone last."""
        return self._back(self._steps.undone, self._steps.done, "redo")

    def keep(self) -> None:
        """What was done so far stays: undo begins here (a new workspace is not undone into nothing)."""
        self._steps.forget()

    def _back(self, steps: list[Step], others: list[Step], origin: Origin) -> Undone:
        self._here()
        if self._edit is not None:
            raise InternalFault("edit-open")
        if not steps:
            return Undone(None)
        self._steps.part()
        step = steps.pop()
        staged, left = revert(step, self._mirror, self.author, self._time())
        if staged:
            counter = step_of(self._mirror, staged, step.label, None, 0.0)
            self._commit(staged, origin, step.label, lambda: others.append(counter))
        return Undone(step.label, not staged, left)

    # other copies

    def apply(self, update: bytes, origin: Origin = "remote") -> None:
        """Takes in an update of another copy. See `has_gap` afterwards.

        Raises:
            InputError: ``bad-update`` if it is damaged or hostile, ``newer-version`` if the other copy was migrated by
                a newer Fusen; the document is as it was.
        """
        self._here()
        goal = updates.reach(update)
        gap = self.has_gap
        try:
            self._engine.apply(update)
        except Broken:
            self._recover()
            self._apply_again(update)
        self._refuse_newer()
        self._gaps.expect(goal, self._engine.vector())
        self._steps.part()
        self._finish(origin, "", whole=gap or self.has_gap)

    def _apply_again(self, update: bytes) -> None:
        """The engine may panic over what waited in it for a gap to close; a fresh one holds nothing that waits."""
        try:
            self._engine.apply(update)
        except Broken as error:
            self._recover()
            raise InputError("bad-update", reason="panic") from error

    def _refuse_newer(self) -> None:
        try:
            migrations.refuse_newer(self._engine.meta())
        except InputError:
            self._recover()
            raise

    # commit

    def _commit(self, staged: Staged, origin: Origin, label: str, remember: Callable[[], None]) -> None:
        """Writes a gesture, twice if the engine breaks; ``remember`` is called before listeners hear of it."""
        try:
            self._write(staged)
        except Broken:
            self._recover()
            self._write_again(staged)
        remember()
        self._finish(origin, label)

    def _write_again(self, staged: Staged) -> None:
        try:
            self._write(staged)
        except Broken as error:
            self._recover()
            raise InternalFault("engine-panic") from error

    def _write(self, staged: Staged) -> None:
        with self._engine.transaction():
            if self._engine is not self._signed:
                for name, value in migrations.facts(self._engine.meta()).items():
                    self._engine.write_meta(name, value)
            for (kind, id), fields in staged.items():
                self._engine.write(kind, id, fields)
        self._signed = self._engine

    def _finish(self, origin: Origin, label: str, *, whole: bool = False) -> None:
        """Brings the mirror up to date and tells of it; ``whole`` reads all, as events are incomplete around gaps."""
        touched, written = self._engine.drain()
        self._keep(written)
        known = touched if not whole else None
        changes = self._read_all(origin, label) if known is None else self._mirror.patch(self._engine, known, origin, label)
        self._tell(changes, [Update(data, label, self.author, origin) for data in written])

    def _keep(self, written: list[bytes]) -> None:
        self._kept.extend(written)
        if len(self._kept) > _COMPACT and not self.has_gap:
            self._kept = [self._engine.state()]

    def _tell(self, changes: Changes, written: list[Update]) -> None:
        errors: list[Exception] = []
        for update in written:
            errors += self._updates.send(update)
        if changes:
            errors += self._changes.send(changes)
        if len(errors) == 1:
            raise errors[0]
        if errors:
            raise ExceptionGroup("listeners", errors)

    def _migrate(self) -> None:
        waiting = migrations.pending(self._engine.meta())
        edit = Edit(self._mirror, self.author, "")
        for migration in waiting:
            migration.run(edit)
        if waiting:
            self._commit(edit.net(), "migration", "", lambda: None)

    # after a panic

    def _recover(self) -> None:
        """Drops the engine that panicked (going on with it crashes or hangs) and loads the last good state."""
        self._engine = self._reloaded()
        self._tell(self._read_all("load", ""), [])

    def _read_all(self, origin: Origin, label: str) -> Changes:
        before = self._mirror.flat()
        self._mirror = Mirror.of(self._engine)
        if self._edit is not None:
            self._edit.rebase(self._mirror)
        return compare(before, self._mirror.flat(), origin, label)

    def _reloaded(self) -> Engine:
        """What memory holds comes first: the file may lag behind while the disk is full."""
        try:
            return Engine(merged(self._kept)) if self._kept else Engine()
        except (Broken, InputError):
            if self.reload is None:
                raise
            return Engine(self.reload())
