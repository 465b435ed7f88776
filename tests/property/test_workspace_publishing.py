"""Sessions that edit, publish, look, close and crash by turns on one file: no acknowledged edit is ever lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fusenapp.document import Author
from fusenapp.workspace import Workspace, check
from tests.unit.workspace.scenes import SATO, names, names_in, plan

SESSIONS = st.integers(0, 2)


class Sessions(RuleBasedStateMachine):
    """Three people at one file."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._data = os.environ.get("FUSEN_DATA")
        os.environ["FUSEN_DATA"] = str(Path(self._folder.name) / "data")
        self.path = Path(self._folder.name) / "計画.fusen"
        self.open: dict[int, Workspace] = {}
        self.acknowledged: set[str] = set()

    @initialize()
    def make(self) -> None:
        Workspace.create(self.path, SATO, build=plan).close()

    def _session(self, number: int) -> Workspace:
        if number not in self.open:
            self.open[number] = Workspace.open(self.path, Author(f"p{number}"))
        return self.open[number]

    @rule(number=SESSIONS, count=st.integers(1, 3))
    def edit(self, number: int, count: int) -> None:
        workspace = self._session(number)
        for _ in range(count):
            id = f"{number}-{len(self.acknowledged)}"
            with workspace.document.edit("add") as edit:
                edit.create("terms", {"name": id}, id=id)
                edit.set("terms", "t0", name=id)
            assert workspace.in_memory == 0
            self.acknowledged.add(id)

    @rule(number=SESSIONS)
    def publish(self, number: int) -> None:
        assert self._session(number).publish().state == "published"

    @rule(number=SESSIONS)
    def look(self, number: int) -> None:
        self._session(number).absorb()

    @rule(number=SESSIONS)
    def close(self, number: int) -> None:
        if number in self.open:
            assert self.open.pop(number).close().state == "published"

    @rule(number=SESSIONS)
    def crash(self, number: int) -> None:
        """As after a crash: the working copy stays and nobody holds it."""
        if number in self.open:
            self.open.pop(number).close(publish=False)

    @rule()
    def keep_states(self) -> None:
        for workspace in self.open.values():
            workspace.checkpoint(None)

    @invariant()
    def the_file_is_whole_at_rest(self) -> None:
        if self.path.exists():
            assert names_in_file_only(self.path) <= self.acknowledged | {"t0", "t1", "t2"}

    def teardown(self) -> None:
        for workspace in self.open.values():
            assert workspace.close().state == "published"
        Workspace.open(self.path, SATO).close()
        assert names_in(self.path).keys() == self.acknowledged | {"t0", "t1", "t2"}
        with Workspace.open(self.path, SATO) as last, Workspace.open(self.path, SATO) as other:
            assert names(last) == names(other)
        assert check(self.path).ok
        assert not list((Path(self._folder.name) / "data" / "working").glob("*.fusen"))
        self._folder.cleanup()
        if self._data is not None:
            os.environ["FUSEN_DATA"] = self._data


def names_in_file_only(path: Path) -> set[str]:
    """The terms in the file itself, without what working copies hold."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.fusen"
        copy.write_bytes(path.read_bytes())
        return set(names_in(copy))


Sessions.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestSessions = Sessions.TestCase
