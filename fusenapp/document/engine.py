"""The one door to pycrdt: a map per kind, a map per record in it, texts in those (SPEC D1 to D5).

Rules that make the engine safe are kept here: nothing is hard-deleted but single values, a document that panicked is
never touched again, and every call that may panic says so by `Broken`.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from fusenapp.document.changes import Key
from fusenapp.document.lean import Doc, Map, Text, merge_updates
from fusenapp.document.text import splice
from fusenapp.document.values import ABSENT, ordered
from fusenapp.domain.schema import KINDS
from fusenapp.errors import InputError

NOTHING: Final = b"\x00\x00"
"""The update of a transaction that changed nothing."""

META: Final = "meta"


class Broken(Exception):
    """The engine panicked or stopped half way: this `Engine` must be dropped and another one loaded."""


class Engine:
    """One engine document.

    Args:
        update: the whole state to begin with.
        client: number of this session among all that ever wrote; by default a fresh random one, as two sessions with
            the same number drift apart without a word. Only a merge, whose contents follow from it, gives its own.
        quiet: keep no account of what is touched, where nobody asks (`drain`): a third of the time for small updates.

    Raises:
        InputError: ``bad-update`` if the state cannot be read.
        Broken: the engine panicked over it.
    """

    def __init__(self, update: bytes | None = None, client: int | None = None, *, quiet: bool = False) -> None:
        self._doc: Doc[Any] = Doc(client_id=client)
        self.touched: set[Key] = set()
        self.unsure = False
        """Whether the engine told of a change without saying of what: it does when a deletion comes before its cause."""
        self.updates: list[bytes] = []
        if update is not None:
            self.apply(update)
        self._roots: dict[str, Map[Any]] = {kind: self._doc.get(kind, type=Map) for kind in KINDS}
        self._meta: Map[Any] = self._doc.get(META, type=Map)
        if quiet:
            return
        self._subscriptions = [root.observe_deep(self._noter(kind)) for kind, root in self._roots.items()]
        self._subscriptions.append(self._doc.observe(lambda event: self.updates.append(event.update)))

    def _noter(self, kind: str) -> Callable[[list[Any]], None]:
        def note(events: list[Any]) -> None:
            for event in events:
                ids = event.path[:1] or event.keys
                self.touched.update((kind, id) for id in ids)
                self.unsure |= not ids
        return note

    # reading

    def read_all(self, kind: str) -> dict[str, dict[str, Any]]:
        """All records of a kind, by id."""
        found = json.loads(str(self._roots[kind]))
        return {id: _record(kind, id, fields) for id, fields in found.items() if isinstance(fields, dict)}

    def read(self, kind: str, id: str) -> dict[str, Any] | None:
        """One record, or None."""
        found = self._roots[kind].get(id)
        return _record(kind, id, json.loads(str(found))) if isinstance(found, Map) else None

    def meta(self) -> dict[str, Any]:
        """Facts on the document as a whole: version of the schema, migrations that ran."""
        return json.loads(str(self._meta))

    def state(self) -> bytes:
        """Everything that was taken in, as one update."""
        return self._doc.get_update()

    def vector(self) -> bytes:
        """What this document has of each client."""
        return self._doc.get_state()

    def difference(self, vector: bytes) -> bytes:
        """What this document has beyond a state vector.

        Raises:
            InputError: ``bad-update``.
        """
        try:
            return self._doc.get_update(vector)
        except ValueError as error:
            raise InputError("bad-update", reason="damaged") from error

    # writing

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside are one update.

        Raises:
            Broken: what was written may be there in part.
        """
        with _whole(self), self._doc.transaction(origin="fusen"):
            yield

    def write(self, kind: str, id: str, fields: Mapping[str, Any]) -> None:
        """Sets fields of a record, makes the record if need be; ABSENT takes a value away."""
        root = self._roots[kind]
        record = root.get(id)
        if not isinstance(record, Map):
            root[id] = Map(_prepared(kind, fields))
            return
        for name, value in fields.items():
            self._write_field(kind, record, name, value)

    def _write_field(self, kind: str, record: Map[Any], name: str, value: Any) -> None:
        if _is_text(kind, name):
            _write_text(record, name, "" if value is ABSENT else value)
        elif value is not ABSENT:
            record[name] = value
        elif name == "deleted":
            record[name] = None  # a restored record says so: taking the value away would leave no trace in clocks
        elif name in record:
            del record[name]

    def write_meta(self, name: str, value: Any) -> None:
        """Sets a fact on the document as a whole."""
        self._meta[name] = value

    def apply(self, update: bytes) -> None:
        """Takes in an update of another document.

        Raises:
            InputError: ``bad-update``; nothing was changed.
            Broken: the update may be there in part.
        """
        with _whole(self):
            self._take(update)

    def _take(self, update: bytes) -> None:
        try:
            self._doc.apply_update(update)
        except ValueError as error:  # found while decoding, before anything is taken in
            raise InputError("bad-update", reason="damaged") from error

    def drain(self) -> tuple[set[Key] | None, list[bytes]]:
        """What was touched (None: it may be anything) and the updates, since the last call."""
        drained = None if self.unsure else self.touched, [update for update in self.updates if update != NOTHING]
        self.touched, self.updates, self.unsure = set(), [], False
        return drained

    def leak(self) -> None:
        """Keeps the engine document from ever being freed: freeing one that panicked may hang or crash."""
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self))


@contextmanager
def _whole(engine: Engine) -> Iterator[None]:
    """Turns whatever ends a write half way into `Broken`, but for refusals before it began."""
    try:
        yield
    except InputError:
        raise
    except BaseException as error:
        # the panic of pyo3 is a BaseException that cannot be imported
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        engine.leak()
        raise Broken(str(error)) from None


def _is_text(kind: str, name: str) -> bool:
    declared = KINDS[kind].field_of(name)
    return declared is not None and declared.type == "text"


def _prepared(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new record, with all its declared texts, so that two people can begin the same one at once."""
    texts = {name: "" for name, declared in KINDS[kind].fields.items() if declared.type == "text"}
    given = {name: value for name, value in {**texts, **fields}.items() if value is not ABSENT}
    return {name: Text(value) if _is_text(kind, name) else value for name, value in given.items()}


def _write_text(record: Map[Any], name: str, new: str) -> None:
    text = record.get(name)
    if not isinstance(text, Text):
        record[name] = Text(new)
        return
    change = splice(str(text), new)
    if change.removed:
        del text[change.at:change.at + change.removed]
    if change.inserted:
        text.insert(change.at, change.inserted)


def _record(kind: str, id: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A record as readers see it. What undo leaves behind (an empty text of a family, no deletion) reads as never written."""
    declared = KINDS[kind]
    record: dict[str, Any] = {"id": id}
    for name, value in fields.items():
        if (value is None and name == "deleted") or (value == "" and name not in declared.fields and _is_text(kind, name)):
            continue
        record[name] = ordered(value) if isinstance(value, dict | list) else value
    record["id"] = id
    return record


def merged(updates: list[bytes]) -> bytes:
    """Several updates as one."""
    return merge_updates(*updates) if len(updates) > 1 else updates[0]
