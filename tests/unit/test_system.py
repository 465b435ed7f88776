"""Which system libraries are missing, and what the user is told to type."""

from __future__ import annotations

import shutil
import sys

import pytest

from fusenapp import _display, _system
from fusenapp.i18n import set_language

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for Linux libraries")


@linux
def test_a_library_that_does_not_load_names_its_package() -> None:
    wanted = (
        _system.Need("libc6", ("libc.so.6",)),
        _system.Need("libnone1", ("libfusen-none.so.1",)),
        _system.Need("none", program="fusen-none"),
    )
    assert _system.missing(wanted) == ["libnone1", "none"]


@linux
def test_the_plug_in_of_the_screen_decides_which_libraries_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def packages(*, screen: bool) -> set[str]:
        return {need.package for need in _system.needs(screen=screen, tests=False)}

    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert packages(screen=True) >= {"libgl1", "libxcb-cursor0"}
    assert packages(screen=False) == {need.package for need in _system.QT}
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.delenv("DISPLAY")
    assert "libwayland-cursor0" in packages(screen=True)
    assert "libxcb-cursor0" not in packages(screen=True)


@linux
def test_tools_of_the_tests_are_never_required() -> None:
    optional = {need.package for need in _system.needs(screen=False, tests=True) if not need.required}
    assert {"xvfb", "binutils", "libxcb-cursor0"} <= optional
    assert "libgl1" not in optional


def test_the_line_to_type_is_exact() -> None:
    set_language("en")
    text = _system.request(["libgl1", "libegl1"])
    assert text.startswith("System packages are missing.")
    if shutil.which("apt-get"):
        assert text.endswith("\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1")
    else:
        assert "libgl1 libegl1" in text


def test_apt_can_be_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUSEN_NO_APT", "1")
    assert not _system.may_install()


@linux
@pytest.mark.parametrize(
    ("environment", "part"),
    [
        ({}, "DISPLAY が未設定"),
        ({"DISPLAY": ":4711"}, "画面 :4711 が応答しない"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"QT_QPA_PLATFORM": "offscreen"}, None),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, "DISPLAY が未設定"),
    ],
)
def test_a_window_is_refused_with_a_sentence_where_there_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], part: str | None
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    said = _display.problem()
    assert said is None if part is None else part in (said or "")
