"""Is a workspace file sound, and if not, what of it can be had back?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fusenapp.document import Author
from fusenapp.errors import InputError
from fusenapp.messages import sentence
from fusenapp.workspace.format import open_image, read_bytes
from fusenapp.workspace.loading import document_of, stored_state
from fusenapp.workspace.opening import resolve
from fusenapp.workspace.salvage import Salvaged, salvage
from fusenapp.workspace.store import Store


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file. ``where``: ``file › part``."""

    code: str
    where: str
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence for people, in the language in use."""
        return sentence(self.code, where=self.where, **self.parameters)


@dataclass(frozen=True)
class Recoverable:
    """What `repair` would give back.

    Args:
        rows: transactions of the history.
        lost_rows: transactions that are known to be missing.
        checkpoints: whole states.
        blobs: imported tables and pictures.
        as_of: time of the newest whole state or transaction, ISO 8601; empty if there is none.
    """

    rows: int
    lost_rows: int
    checkpoints: int
    blobs: int
    as_of: str


@dataclass(frozen=True)
class CheckReport:
    """The outcome of `check`. ``ok`` is true without problems."""

    ok: bool
    problems: tuple[Problem, ...]
    recoverable: Recoverable


def check(path: Path | str) -> CheckReport:
    """Verify every byte of a workspace file that has a checksum. The file is only read.

    Raises:
        InputError: ``not-found``, ``newer-version``, ``not-a-workspace`` where nothing of a workspace is in it.
        EnvironmentFault: ``cannot-read``.
    """
    place = resolve(path)
    data = read_bytes(place, broken=True)
    found = salvage(data)
    problems = tuple(_problems(place, data, found))
    return CheckReport(not problems, problems, recoverable(found))


def recoverable(found: Salvaged) -> Recoverable:
    """Counts of what was found."""
    times = [row.time for row in found.rows.values()] + [c.time for c in found.checkpoints.values()]
    blobs = sum(data is not None for _, _, data in found.blobs.values())
    return Recoverable(len(found.rows), found.lost_rows, len(found.checkpoints), blobs, max(times, default=""))


def _problems(place: Path, data: bytes, found: Salvaged) -> Iterator[Problem]:
    try:
        connection = open_image(data, str(place))
    except InputError as error:
        if error.code == "newer-version" or (error.code == "not-a-workspace" and found.empty):
            raise
        yield Problem("damaged-file", str(place))
        return
    with closing(Store(connection)) as store:
        yield from _parts(store, place, found)


def _parts(store: Store, place: Path, found: Salvaged) -> Iterator[Problem]:
    for seq in sorted(set(store.uids().values()) - found.rows.keys()):
        yield Problem("damaged-row", f"{place.name} › {seq}")
    for id, _, _, name, time, *_ in store.checkpoints():
        if store.checkpoint(id) is None:
            yield Problem("damaged-checkpoint", f"{place.name} › {name or time}")
    for hash in store.blobs().keys() - found.blobs.keys():
        yield Problem("damaged-blob", place.name, {"hash": hash[:12]})
    for time, author, *_ in store.quarantine():
        yield Problem("quarantined", f"{place.name} › {time}", {"author": author})
    yield from _document(store, place)


def _document(store: Store, place: Path) -> Iterator[Problem]:
    """What the records say: do they load, and is everything there that they name?"""
    try:
        snapshot = document_of(stored_state(store, str(place)), Author(""), str(place)).snapshot()
    except InputError as error:
        if error.code == "newer-version":
            raise
        yield Problem("damaged-file", str(place))
        return
    blobs = store.blobs()
    for dataset in snapshot.all("datasets"):
        for hash in filter(None, (dataset.get("blob"), dataset.get("bare"))):
            if hash not in blobs or blobs[hash][1]:
                yield Problem("blob-missing", f"{place.name} › {dataset.get('name', '')}", {"hash": hash[:12]})
