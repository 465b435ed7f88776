"""A virtual screen with a window manager, and a keyboard that has Japanese keys."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = (1600, 1000)


def missing() -> str:
    """Why a real window cannot be driven here; empty if it can."""
    if not sys.platform.startswith("linux"):
        return "the scripted user needs an X server"
    absent = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
    return f"{', '.join(absent)} missing (apt-get install xvfb xdotool openbox)" if absent else ""


class Screen:
    """One running X server."""

    def __init__(self, display: str) -> None:
        self.display = display
        self.environment = {**os.environ, "DISPLAY": display}
        self._keyboard: Keyboard | None = None

    @property
    def keyboard(self) -> Keyboard:
        """The keyboard of the screen."""
        self._keyboard = self._keyboard or Keyboard(self.display)
        return self._keyboard

    def do(self, *arguments: str) -> None:
        """Mouse and keys by XTest; raises CalledProcessError."""
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=30, capture_output=True)


@contextmanager
def screen(size: tuple[int, int] = SIZE) -> Iterator[Screen]:
    """Start an X server on a free display, with a window manager where there is one; both end with the block."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    manager = None
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        found = Screen(f":{number}")
        if shutil.which("openbox"):
            quiet = subprocess.DEVNULL
            manager = subprocess.Popen(["openbox"], env=found.environment, stdout=quiet, stderr=quiet)
            _await_manager(found)
        found.keyboard.learn("")
        yield found
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)


def _await_manager(shown: Screen) -> None:
    """A window that is shown before its manager runs may lose the keyboard to it later."""
    end = time.monotonic() + 20
    while subprocess.run(["xdotool", "get_num_desktops"], env=shown.environment, capture_output=True).returncode:
        if time.monotonic() > end:
            raise RuntimeError("openbox did not start")
        time.sleep(0.05)


class Keyboard:
    """Gives characters that no key has a key of their own before they are typed.

    ``xdotool type`` would lend them one key in turn, which a busy program reads too late.
    """

    FIRST, LAST = 140, 254

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        keys = ctypes.CDLL(ctypes.util.find_library("xkbcommon") or "libxkbcommon.so.0")
        self._symbol = keys.xkb_utf32_to_keysym
        self._symbol.restype = ctypes.c_uint32
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._x.XAutoRepeatOff(self._display)  # on a busy machine a key is let go late: it would be written twice
        self._x.XSync(self._display, 0)
        self._keys: dict[str, int] = {}

    def learn(self, text: str) -> bool:
        """Make every character of the text typable; returns whether keys have changed."""
        fresh = [c for c in dict.fromkeys(text) if ord(c) > 126 and c not in self._keys]
        if len(fresh) + len(self._keys) > self.LAST - self.FIRST:
            self._keys.clear()
            fresh = [c for c in dict.fromkeys(text) if ord(c) > 126]
        for character in fresh:
            code = self.FIRST + len(self._keys)
            symbols = (ctypes.c_ulong * 2)(*[self._symbol(ord(character))] * 2)
            self._x.XChangeKeyboardMapping(self._display, code, 2, symbols, 1)
            self._keys[character] = code
        self._x.XSync(self._display, 0)
        return bool(fresh)
