"""Where Fusen's own data lies: the same code for a checkout, a wheel and a frozen program."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A file or folder shipped with Fusen, e.g. ``resource("icons", "home.svg")``."""
    for base in (_HERE / "resources", _HERE.parent / "resources"):
        if base.is_dir():
            return base.joinpath(*parts)
    raise FileNotFoundError("resources")


def user_data() -> Path:
    """The user's data folder (working copies, settings); ``FUSEN_DATA`` overrides it. It is made if missing."""
    override = os.environ.get("FUSEN_DATA")
    if override:
        folder = Path(override)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("fusenapp", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
