"""Is there a screen? Asked before Qt is touched, because Qt answers "no" by aborting the process."""

from __future__ import annotations

import os
import sys

from fusenapp.i18n import translate

_NO_SCREEN_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def problem() -> str | None:
    """One sentence if a window cannot be shown here, else None.

    Only Linux is asked: Windows and macOS always have a window system. A sentence is returned for
    no ``DISPLAY`` and no ``WAYLAND_DISPLAY``, and for a ``DISPLAY`` that does not answer.
    """
    if not sys.platform.startswith("linux") or _platform() in _NO_SCREEN_PLATFORMS:
        return None
    if os.environ.get("WAYLAND_DISPLAY") and _platform() != "xcb":
        return None
    display = os.environ.get("DISPLAY", "")
    if not display:
        return translate("Display", "There is no screen here (DISPLAY is not set), so no window can be shown. {hint}").format(
            hint=_hint()
        )
    if _answers(display):
        return None
    text = translate("Display", "The screen {display} does not answer, so no window can be shown. {hint}")
    return text.format(display=display, hint=_hint())


def render_offscreen() -> None:
    """Let Qt draw into memory; to be called before the application object is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]


def _hint() -> str:
    return translate("Display", "A picture of it can be made without one: add --screenshot window.png.")


def _answers(display: str) -> bool:
    """Whether an X server takes a connection; True if that cannot be found out here."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0
