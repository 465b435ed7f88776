"""Python's search for cycles of objects, held still for a while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search meanwhile; afterwards as it was before."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def settle() -> None:
    """What there is now is here to stay: searches pass it over from now on. One over 10,000 notes holds a picture up for 0.1 s."""
    gc.freeze()


def unsettle() -> None:
    """What was here to stay may go: searches look at it again."""
    gc.unfreeze()
