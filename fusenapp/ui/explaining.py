"""The sentence for any exception, ours or not."""

from __future__ import annotations

import logging

from fusenapp.errors import FusenError, InternalFault
from fusenapp.messages import explain

_log = logging.getLogger(__name__)


def explain_any(error: BaseException) -> str:
    """What to tell the user; an exception that is not ours is a bug, logged with its trace."""
    if isinstance(error, FusenError):
        return explain(error)
    _log.error("unexpected error", exc_info=error)
    return explain(InternalFault(type(error).__name__))
