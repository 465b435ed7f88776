"""Who works here. No Qt: the workspace is opened before Qt is loaded."""

from __future__ import annotations

from fusenapp.document import Author
from fusenapp.settings import Settings


def author_of(settings: Settings) -> Author:
    """Who works here, as the settings say; a person without a name is the user of the computer."""
    return Author(settings.get("person") or _account(), settings.get("department") or "marketing")


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
