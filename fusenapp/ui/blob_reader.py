"""Blobs for workers: the workspace's store belongs to the window's thread, so workers ask that thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fusenapp.ui.background import Cancelled

STEP = 0.2
"""Seconds between looks whether the window is closing, while a worker waits."""


class _Request:
    def __init__(self, hash: str) -> None:
        self.hash = hash
        self.ready = threading.Event()
        self.data: bytes | None = None
        self.error: Exception | None = None


class BlobReader(QObject):
    """``reader(hash)`` gives the bytes on any thread.

    Args:
        read: reads a blob on the thread where this object is made.
    """

    _asked = Signal(object)

    def __init__(self, read: Callable[[str], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._owner = threading.get_ident()
        self._closed = threading.Event()
        self._asked.connect(self._answer)

    def __call__(self, hash: str) -> bytes:
        """The bytes of a blob. Raises what reading raises, or `Cancelled` when the window closes meanwhile."""
        if threading.get_ident() == self._owner:
            return self._read(hash)
        request = _Request(hash)
        self._asked.emit(request)
        while not request.ready.wait(STEP):
            if self._closed.is_set():
                raise Cancelled
        if request.error is not None:
            raise request.error
        assert request.data is not None
        return request.data

    def close(self) -> None:
        """Let waiting workers go; to be called before the workers are waited for."""
        self._closed.set()

    def _answer(self, request: _Request) -> None:
        try:
            request.data = self._read(request.hash)
        except Exception as error:
            request.error = error
        request.ready.set()
