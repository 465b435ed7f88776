"""Verbs called from the page: what is refused is told, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fusenapp.errors import FusenError
from fusenapp.ui.context import UiContext


def attempt(context: UiContext, verb: Callable[[], Any]) -> bool:
    """Do it; False if it was refused, and the user was told why."""
    try:
        verb()
    except FusenError as error:
        from fusenapp.ui.explaining import explain_any

        context.notify(explain_any(error), kind="warn")
        return False
    return True
