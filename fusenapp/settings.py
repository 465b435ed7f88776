"""The user's settings: one declarative table, kept as JSON in the user's data folder.

A value that is missing, of the wrong type or out of range reads as its default. A file that is no
JSON is kept aside, never overwritten. Names that this version does not know stay in the file.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fusenapp.errors import EnvironmentFault
from fusenapp.i18n import QT_TRANSLATE_NOOP
from fusenapp.paths import user_data


@dataclass(frozen=True)
class Setting:
    """One row of the table; ``help`` is an English source string of the context ``Settings``."""

    name: str
    type: type
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    range: tuple[int, int] | None = None

    def accepts(self, value: object) -> bool:
        """Whether ``value`` may stand for this setting (a flag is no number)."""
        if not isinstance(value, self.type) or (isinstance(value, bool) and self.type is not bool):
            return False
        if self.choices and value not in self.choices:
            return False
        return self.range is None or self.range[0] <= int(str(value)) <= self.range[1]


_LANGUAGE = QT_TRANSLATE_NOOP("Settings", "Language of the screen and of exports")
_THEME = QT_TRANSLATE_NOOP("Settings", "Light or dark colours; system follows the computer")
_SCALE = QT_TRANSLATE_NOOP("Settings", "Size of text and controls in percent")
_MOTION = QT_TRANSLATE_NOOP("Settings", "No animated movement; system follows the computer")
_PERSON = QT_TRANSLATE_NOOP("Settings", "Your name, as it appears on edits and stamps")
_DEPARTMENT = QT_TRANSLATE_NOOP("Settings", "The department you stamp for")
_RECENT = QT_TRANSLATE_NOOP("Settings", "Workspaces opened last, newest first")
_GEOMETRY = QT_TRANSLATE_NOOP("Settings", "Place and size of the window when it was last closed")
_AREA = QT_TRANSLATE_NOOP("Settings", "The area shown when the window was last closed")
_RAIL = QT_TRANSLATE_NOOP("Settings", "Whether the rail of areas shows icons only")
_SEEN = QT_TRANSLATE_NOOP("Settings", "When each workspace was last closed here, to show what changed since")
_INSPECTOR = QT_TRANSLATE_NOOP("Settings", "Whether the inspector beside the page is shown")
_SOUND = QT_TRANSLATE_NOOP("Settings", "Whether the end of a workshop's timer is heard")
_WATCHES = QT_TRANSLATE_NOOP("Settings", "Files and folders watched on this computer, by workspace and list")

TABLE: tuple[Setting, ...] = (
    Setting("language", str, "system", _LANGUAGE, choices=("system", "ja", "en")),
    Setting("theme", str, "system", _THEME, choices=("system", "light", "dark")),
    Setting("scale", int, 100, _SCALE, range=(100, 200)),
    Setting("reduced_motion", str, "system", _MOTION, choices=("system", "on", "off")),
    Setting("person", str, "", _PERSON),
    Setting("department", str, "", _DEPARTMENT),
    Setting("recent_files", list, [], _RECENT),
    Setting("window_geometry", str, "", _GEOMETRY),
    Setting("last_area", str, "", _AREA),
    Setting("inspector_open", bool, True, _INSPECTOR),
    Setting("rail_narrow", bool, False, _RAIL),
    Setting("last_seen", dict, {}, _SEEN),
    Setting("workshop_sound", bool, False, _SOUND),
    Setting("watches", dict, {}, _WATCHES),
)

_BY_NAME: Mapping[str, Setting] = {row.name: row for row in TABLE}
_RECENT_LIMIT = 10


class Settings:
    """The settings of this user; every change is on disk when ``set`` returns.

    Args:
        path: the JSON file; the user's data folder if None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_data() / "settings.json"
        self._values = _read(self.path)

    def get(self, name: str) -> Any:
        """The value of a setting of the table, or its default. Raises KeyError for an unknown name."""
        row = _BY_NAME[name]
        value = self._values.get(name)
        return value if row.accepts(value) else _fresh(row.default)

    def set(self, name: str, value: object) -> None:
        """Change one setting and save it; what another window saved meanwhile stays.

        Raises:
            KeyError: no such setting. ValueError: not a value of this setting.
            EnvironmentFault: ``settings-not-saved``; the value holds until the program ends.
        """
        row = _BY_NAME[name]
        if not row.accepts(value):
            raise ValueError(f"{name}={value!r}")
        self._values = {**self._values, **_read(self.path), name: value}
        try:
            _write(self.path, self._values)
        except OSError as error:
            raise EnvironmentFault("settings-not-saved", str(self.path), reason=error.strerror or "") from error

    def add_recent(self, path: str | Path) -> None:
        """Put a workspace at the head of the recent files (absolute, each once, ten at most)."""
        name = str(Path(path).absolute())
        others = [str(entry) for entry in self.get("recent_files") if entry != name]
        self.set("recent_files", [name, *others][:_RECENT_LIMIT])

    def language(self) -> str:
        """``"ja"`` or ``"en"``: the user's choice, or what the system speaks."""
        chosen = self.get("language")
        return system_language() if chosen == "system" else chosen


def system_language() -> str:
    """``"ja"`` if the system speaks Japanese, else ``"en"``; ``FUSEN_LANG`` overrides it."""
    override = os.environ.get("FUSEN_LANG", "")
    if override in ("ja", "en"):
        return override
    return "ja" if _locale_name().lower().startswith(("ja", "japanese")) else "en"


def _locale_name() -> str:
    if sys.platform != "win32":
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if os.environ.get(variable):
                return os.environ[variable]
    if sys.platform not in ("win32", "darwin"):
        return ""
    import locale

    return locale.getlocale()[0] or ""


def _fresh(default: Any) -> Any:
    return type(default)(default) if isinstance(default, list | dict) else default


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return {}
    except ValueError:
        _keep_aside(path)
        return {}
    if isinstance(values, dict):
        return values
    _keep_aside(path)
    return {}


def _keep_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(f"settings-broken-{time.time_ns()}.json"))


def _write(path: Path, values: Mapping[str, Any]) -> None:
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        _replace(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _replace(source: Path, target: Path) -> None:
    """``os.replace``, tried again while a virus scanner or a preview holds the target (Windows)."""
    for pause in (0.05, 0.1, 0.2, 0.4):
        try:
            return os.replace(source, target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(pause)
    os.replace(source, target)
