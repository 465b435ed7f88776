"""Qt ends the process by abort() when its plug-in for the screen cannot start; here it ends with a sentence instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from fusenapp.i18n import translate

COULD_NOT = 2
"""Exit status: the window cannot be shown."""


@contextmanager
def sentence_instead_of_abort() -> Iterator[None]:
    """To be put around the making of the application object; other messages of Qt go to standard error as ever."""
    previous = qInstallMessageHandler(_tell)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind != QtMsgType.QtFatalMsg:
        print(message, file=sys.stderr)
        return
    text = translate("Display", "Qt could not start on this screen, so no window can be shown: {reason}")
    print(text.format(reason=message.strip().splitlines()[0]), file=sys.stderr, flush=True)
    os._exit(COULD_NOT)
