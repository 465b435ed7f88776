"""The system libraries that Qt loads on Linux, and the Debian packages that hold them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from fusenapp.i18n import translate


class Need(NamedTuple):
    """A library (by soname) or a program, and the Debian package that brings it.

    Without a ``required`` need the command cannot run at all; without another, some tests are skipped.
    """

    package: str
    libraries: tuple[str, ...] = ()
    program: str = ""
    required: bool = True

    def is_missing(self) -> bool:
        """Whether this machine lacks it."""
        if self.program:
            return not _has(self.program)
        return not all(_loads(library) for library in self.libraries)


QT = (
    Need("libgl1", ("libGL.so.1",)),
    Need("libegl1", ("libEGL.so.1",)),
    Need("libfontconfig1", ("libfontconfig.so.1", "libfreetype.so.6")),
    Need("libxkbcommon0", ("libxkbcommon.so.0",)),
    Need("libdbus-1-3", ("libdbus-1.so.3",)),
    Need("libglib2.0-0", ("libglib-2.0.so.0", "libgthread-2.0.so.0")),
    Need("libgssapi-krb5-2", ("libgssapi_krb5.so.2",)),
)
X11 = (
    Need("libx11-xcb1", ("libX11-xcb.so.1",)),
    Need("libxkbcommon-x11-0", ("libxkbcommon-x11.so.0", "libxcb-xkb.so.1")),
    Need("libxcb-cursor0", ("libxcb-cursor.so.0", "libxcb-image.so.0", "libxcb-render.so.0", "libxcb-render-util.so.0")),
    Need("libxcb-icccm4", ("libxcb-icccm.so.4",)),
    Need("libxcb-keysyms1", ("libxcb-keysyms.so.1",)),
    Need("libxcb-randr0", ("libxcb-randr.so.0",)),
    Need("libxcb-shape0", ("libxcb-shape.so.0",)),
    Need("libxcb-shm0", ("libxcb-shm.so.0",)),
    Need("libxcb-sync1", ("libxcb-sync.so.1",)),
    Need("libxcb-util1", ("libxcb-util.so.1",)),
    Need("libxcb-xfixes0", ("libxcb-xfixes.so.0",)),
)
WAYLAND = (
    Need("libwayland-client0", ("libwayland-client.so.0",)),
    Need("libwayland-cursor0", ("libwayland-cursor.so.0",)),
    Need("libwayland-egl1", ("libwayland-egl.so.1",)),
)


def needs(*, screen: bool, tests: bool) -> tuple[Need, ...]:
    """What a command needs of this system: Qt itself, the plug-in of the screen in use, and tools of the tests."""
    if not sys.platform.startswith("linux"):
        return ()
    if tests:
        return (*QT, *(_optional(need) for need in X11), *_test_tools())
    if not screen:
        return QT
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    return (*QT, *(WAYLAND if wayland else ()), *(X11 if os.environ.get("DISPLAY") or not wayland else ()))


def _test_tools() -> tuple[Need, ...]:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        Need("xvfb", program="Xvfb", required=False),
        Need("xdotool", program="xdotool", required=False),
        Need("openbox", program="openbox", required=False),
        Need("binutils", program="objdump", required=False),
        Need(f"libpython{version}", (f"libpython{version}.so.1.0",), required=False),
    )


def _optional(need: Need) -> Need:
    return Need(need.package, need.libraries, need.program, required=False)


def missing(wanted: Sequence[Need]) -> list[str]:
    """The Debian packages of those needs that this machine lacks."""
    return [need.package for need in wanted if need.is_missing()]


def may_install() -> bool:
    """Whether packages can be installed without asking anybody: root, apt-get, and not forbidden."""
    return os.name == "posix" and os.geteuid() == 0 and _has_apt() and not os.environ.get("FUSEN_NO_APT")


def install(packages: Sequence[str]) -> str:
    """Install Debian packages; returns why it did not work, empty if it did."""
    import subprocess

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
        )
        if done.returncode:
            return next((line for line in done.stdout.splitlines() if line.startswith("E:")), f"apt-get: {done.returncode}")
    return ""


def request(packages: Sequence[str]) -> str:
    """What the user is asked to do about missing packages: the exact line where there is one."""
    names = " ".join(packages)
    if not _has_apt():
        text = translate(
            "Setup", "System packages are missing. Under Debian they are called: {names}. Install them and start again."
        )
        return text.format(names=names)
    line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    return translate("Setup", "System packages are missing. Install them with this line and start again:") + "\n  " + line


def _has_apt() -> bool:
    return _has("apt-get")


def _has(program: str) -> bool:
    import shutil

    return shutil.which(program) is not None


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
