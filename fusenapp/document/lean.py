"""pycrdt without its asynchronous half.

``import pycrdt`` loads anyio, asyncio, ssl and email, and each new document asks for the asynchronous library in
use: about 0.1 s, a third of what an empty window takes to start. Nothing in Fusen awaits a document, so these
modules are stood in for while pycrdt is imported. Where anyio is loaded already there is nothing to save.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_ASYNCHRONOUS = ("anyio", "anyio.abc", "anyio.streams", "anyio.streams.memory")
_VERSION = "pycrdt._version"  # asks importlib.metadata, which loads email and zipfile, for a text that nobody reads


class _Absent(Exception):
    """Stands for any class or function of anyio: pycrdt subscripts, inherits and instantiates some of them."""

    def __class_getitem__(cls, item: object) -> type[_Absent]:
        return cls


@contextmanager
def _stood_in() -> Iterator[None]:
    names = [] if "anyio" in sys.modules else [*_ASYNCHRONOUS, _VERSION]
    sys.modules.update({name: _stand_in(name) for name in names})
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    def attribute(wanted: str) -> Any:
        if wanted.startswith("__") and wanted != "__version__":
            raise AttributeError(wanted)
        return _Absent

    module = ModuleType(name)
    module.__dict__.update(__path__=[], __getattr__=attribute)
    return module


with _stood_in():
    from pycrdt import Doc, Map, Text, merge_updates

__all__ = ["Doc", "Map", "Text", "merge_updates"]
