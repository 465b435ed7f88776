"""A scripted user: sees what the driver tells, acts with the mouse and the keyboard alone."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tests.e2e.driver import SOCKET
from tests.e2e.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds until a user gives up waiting for something to appear."""

T = TypeVar("T")


class NotSeen(AssertionError):
    """What the user waited for did not appear."""


@dataclass(frozen=True)
class Thing:
    """Something on the screen."""

    kind: str
    text: str
    name: str
    tip: str
    hint: str
    rect: tuple[int, int, int, int]
    whole: bool
    enabled: bool
    focus: bool
    checked: bool
    window: str
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def centre(self) -> tuple[int, int]:
        x, y, width, height = self.rect
        return x + width // 2, y + height // 2

    def called(self, words: str) -> bool:
        """Whether a user would call it so: by its text, its name, its hint."""
        return words in (self.text, self.name, self.hint, self.tip)


def _thing(found: dict[str, Any]) -> Thing:
    known = {k: found[k] for k in ("kind", "text", "name", "tip", "hint", "whole", "enabled", "focus", "checked", "window")}
    return Thing(**known, rect=tuple(found["rect"]), more={k: v for k, v in found.items() if k not in known and k != "rect"})


def _plain(text: str) -> str:
    """As typed: without the lines and separators that a field puts in by itself."""
    return text.replace("\n", "").replace(",", "")


class User:
    """Runs the program and works in its window.

    Args:
        screen: where it is shown.
        folder: for user data, the socket and the log.
        pictures: where `look` keeps pictures; None keeps none.
    """

    def __init__(self, screen: Screen, folder: Path, pictures: Path | None = None) -> None:
        self.screen, self.folder, self.pictures = screen, folder, pictures
        self.data = folder / "data"
        self.log = folder / "program.log"
        self._program: subprocess.Popen[bytes] | None = None
        self._stream: Any = None
        self.delays: list[tuple[str, dict[str, Any]]] = []
        self.missed: list[str] = []
        """Clicks and keys that did not arrive where they should."""
        self._step = "start"

    # the program

    def start(self, *arguments: str) -> None:
        """Start the program and wait for its window."""
        place = self.folder / f"eyes-{time.monotonic_ns()}"
        environment = {**self.screen.environment, SOCKET: str(place), "QT_QPA_PLATFORM": "xcb", "FUSEN_DATA": str(self.data),
                       "FUSEN_LANG": "ja", "FUSEN_FONT": "bundled", "PYTHONUNBUFFERED": "1", "PYTHONFAULTHANDLER": "1"}
        environment.pop("WAYLAND_DISPLAY", None)
        with self.log.open("ab") as log:
            self._program = subprocess.Popen([sys.executable, str(ROOT / "tests/e2e/run_driven.py"), *arguments], cwd=self.folder,
                                             env=environment, stdout=log, stderr=log)
        self._connect(place)
        self.until(lambda: self.focus() is not None, "a window that takes the keyboard")

    def _connect(self, place: Path) -> None:
        end = time.monotonic() + PATIENCE
        while not place.exists():
            assert self.running, self.said()
            assert time.monotonic() < end, "the program does not listen"
            time.sleep(0.05)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE * 2)
        connection.connect(str(place))
        self._let_go()
        self._stream = connection.makefile("rwb")
        connection.close()  # the stream keeps it

    @property
    def running(self) -> bool:
        return self._program is not None and self._program.poll() is None

    def said(self) -> str:
        """What the program printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-4000:] if self.log.exists() else ""

    def kill(self) -> None:
        """End the program at once, as a crash does."""
        assert self._program is not None
        self._program.send_signal(signal.SIGKILL)
        self._program.wait(10)
        self._let_go()

    def ended(self) -> int:
        """Wait until the program has ended by itself; its status."""
        assert self._program is not None
        status = self._program.wait(PATIENCE)
        self._let_go()
        return status

    def close(self) -> None:
        """Whatever happened: leave nothing running."""
        if self._program is not None and self.running:
            self.kill()
        self._let_go()

    def _let_go(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()

    # seeing

    def _asked(self, ask: str, **arguments: Any) -> Any:
        try:
            self._stream.write(json.dumps({"ask": ask, **arguments}).encode() + b"\n")
            self._stream.flush()
            line = self._stream.readline()
        except ConnectionError:
            line = b""
        assert line, f"the program ended:\n{self.said()}"
        reply = json.loads(line)
        assert "answer" in reply, f"{reply.get('error')}\n{reply.get('trace')}"
        return reply["answer"]

    def things(self, kind: str = "", window: str = "", cells: bool = True) -> list[Thing]:
        """What is on the screen, what takes the input last; see `tests.e2e.driver`."""
        return [_thing(found) for found in self._asked("things", kind=kind, window=window, cells=cells)]

    def notes(self) -> list[Thing]:
        """Notes on the board."""
        return [_thing(found) for found in self._asked("notes")]

    def nodes(self) -> dict[str, Thing]:
        """Boxes of the KPI tree by their names."""
        return {found["text"]: _thing(found) for found in self._asked("nodes")}

    def all(self, words: str, kind: str = "", window: str = "") -> list[Thing]:
        """What goes by these words."""
        return [t for t in self.things(kind, window) if t.called(words)]

    def see(self, words: str, kind: str = "", window: str = "", at: int = -1) -> Thing:
        """Wait until something of that name is there; the one in front if there are several."""
        return self.until(lambda: self.all(words, kind, window), f"“{words}” {kind}")[at]

    def value(self, words: str, kind: str = "") -> str | None:
        """What the field of that name holds now; None if it is not there."""
        there = self.all(words, kind)
        return there[-1].text if there else None

    def reads(self, part: str) -> Thing:
        """Wait until a text that contains the words is there."""
        return self.until(lambda: [t for t in self.things() if part in t.text or part in t.name], f"a text with “{part}”")[-1]

    def texts(self) -> list[str]:
        """All words on the screen."""
        return [t.text for t in self.things() if t.text]

    def until(self, found: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
        """Wait until something is so."""
        end = time.monotonic() + patience
        while True:
            answer = found()
            if answer:
                return answer
            if time.monotonic() > end:
                self.look("not-seen")
                raise NotSeen(f"{self._step}: waited in vain for {what}; on the screen: {' | '.join(self.texts())[:3000]}\n{self.said()}")
            assert self._program is None or self.running, f"the program ended while waiting for {what}:\n{self.said()}"
            time.sleep(0.02)

    def idle(self) -> None:
        """Wait until nothing is under way any more."""
        self.until(lambda: self._asked("idle"), "an idle program", patience=40)

    def focus(self) -> Thing | None:
        """What has the keyboard."""
        found = self._asked("focus")
        return _thing(found) if found else None

    def look(self, name: str) -> None:
        """Keep a picture of the screen, where pictures are wanted."""
        if self.pictures is not None:
            self.pictures.mkdir(parents=True, exist_ok=True)
            self._asked("picture", path=str(self.pictures / f"{name}.png"))

    def step(self, name: str) -> None:
        """Begin another part of the job; delays are kept by part."""
        self.delays += [(self._step, delay) for delay in self._asked("delays")]
        self._step = name

    # acting

    def point(self, x: int, y: int) -> None:
        self.screen.do("mousemove", str(x), str(y))

    def press(self, x: int, y: int, times: int = 1, button: int = 1) -> None:
        """Click at a place of the screen."""
        self.screen.do("mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "40", str(button))

    def click(self, words: str, kind: str = "", window: str = "", at: int = -1, times: int = 1) -> Thing:
        """Click on something, once it can be clicked."""
        def ready() -> list[Thing]:
            return [t for t in self.all(words, kind, window) if t.enabled]

        thing = self.until(ready, f"“{words}” {kind} to click on")[at]
        self.press(*thing.centre, times=times)
        return thing

    def key(self, *keys: str, window: str = "") -> None:
        """Press keys, one after the other: "ctrl+z", "Tab"; once ``window`` has the keyboard, where it was just opened."""
        if window:
            self.until(lambda: (f := self.focus()) is not None and f.window == window, f"{window} with the keyboard")
        self.screen.do("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type with real keys, Japanese too."""
        if self.screen.keyboard.learn(text):
            time.sleep(0.05)
            self._asked("idle")
        self.screen.do("type", "--delay", "4", "--", text)

    def enter(self, field: Callable[[], Thing]) -> None:
        """Click into a field until it has the keyboard, as someone does who looks for the caret before typing."""
        for _ in range(3):
            place = field()
            self.press(*place.centre)
            end = time.monotonic() + PATIENCE / 4
            while time.monotonic() < end:
                focus = self.focus()
                if focus is not None and focus.rect == field().rect:
                    return
                time.sleep(0.02)
            self.missed.append(f"{self._step}: {place}")
        raise NotSeen(f"{self._step}: no caret in {place}")

    def fill(self, words: str, text: str, kind: str = "", window: str = "", at: int = -1) -> None:
        """Click into the field of that name, replace what it holds, and see that it is there."""
        self.replace(lambda: self.see(words, kind, window, at), text)

    def replace(self, field: Callable[[], Thing], text: str) -> None:
        """Click into a field, replace what it holds, and see that it is there."""
        def begin() -> None:
            self.enter(field)
            self.key("ctrl+a")

        self._typed(begin, text, lambda now: _plain(now) == _plain(text))

    def write(self, text: str, where: Callable[[Thing], bool], what: str) -> None:
        """Type where the keyboard is, once it is in the right place, and see that the text is there."""
        def begin() -> None:
            self.until(lambda: (f := self.focus()) is not None and where(f), what)

        self._typed(begin, text, lambda now: _plain(text) in _plain(now))

    def _typed(self, begin: Callable[[], None], text: str, there: Callable[[str], bool]) -> None:
        """If not one of the keys came, the keyboard was elsewhere, as it may be while a window is still opening: once more."""
        for patience in (PATIENCE / 2, PATIENCE):
            field = self._begun(begin)
            self.type(text)
            try:
                self.until(lambda: (f := self.focus()) is not None and there(f.text), f"“{text}” in “{field.name}”", patience)
            except NotSeen:
                now = next((t for t in self.things(field.kind) if t.rect == field.rect), None)
                self.missed.append(f"{self._step}: {len(text)} keys for {field}, {self.focus()} has the keyboard")
                if now is None or now.text != field.text or patience == PATIENCE:
                    raise
            else:
                return

    def _begun(self, begin: Callable[[], None]) -> Thing:
        """What has the keyboard after ``begin``; a window that lost it while it was opening gets it back by another click."""
        for _ in range(3):
            begin()
            end = time.monotonic() + PATIENCE / 8
            while time.monotonic() < end:
                if (field := self.focus()) is not None:
                    return field
                time.sleep(0.02)
            self.missed.append(f"{self._step}: nothing has the keyboard")
        raise NotSeen(f"{self._step}: nothing has the keyboard")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button."""
        self.screen.do("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for part in range(1, 9):
            x, y = (round(a + (b - a) * part / 8) for a, b in zip(start, end, strict=True))
            self.screen.do("mousemove", str(x), str(y), "sleep", "0.02")
        self.screen.do("mouseup", "1")

    def choose(self, box: Thing, words: str) -> None:
        """Open a box of choices and take one."""
        self.press(*box.centre)
        self.click(words, "Cell")
