"""Telling listeners, in order and each of them, whatever one of them does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Listeners(Generic[T]):
    """A list of listeners for one kind of news.

    Args:
        keep: news from before the first listener is kept for it.
    """

    def __init__(self, *, keep: bool = False) -> None:
        self._listeners: list[Callable[[T], None]] = []
        self._queue: deque[T] = deque()
        self._sending = False
        self._early: list[T] | None = [] if keep else None

    @property
    def any(self) -> bool:
        """Whether somebody listens, or news is kept for whoever will."""
        return bool(self._listeners) or self._early is not None

    def add(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Adds a listener; the function returned removes it (again and again without harm)."""
        self._listeners.append(listener)
        early, self._early = self._early, None
        for news in early or ():
            listener(news)

        def remove() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)
        return remove

    def send(self, news: T) -> list[Exception]:
        """Tells all listeners, after what is being told already; gives what they raised."""
        if self._early is not None:
            self._early.append(news)
        self._queue.append(news)
        errors: list[Exception] = []
        if self._sending:
            return errors
        self._sending = True
        try:
            while self._queue:
                errors += self._each(self._queue.popleft())
        finally:
            self._sending = False
        return errors

    def _each(self, news: T) -> list[Exception]:
        errors: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(news)
            except Exception as error:
                errors.append(error)
        return errors
