"""A file that takes the place of an older one only once all of it is written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fusenapp.errors import EnvironmentFault

_BLOCK = 4096
"""Bytes that a disk gives at a time, as a rule."""


@contextmanager
def whole(path: Path, *unwritten: type[Exception], quiet: bool = False) -> Iterator[str]:
    """Gives the name of a draft beside ``path``; it becomes ``path`` when the block ends, and is gone if the block fails.

    Where ``path`` is no file (a pipe, standard output) nothing can take its place, and it is written to at once.

    Args:
        unwritten: what the block raises, besides OSError, where the draft cannot be written.
        quiet: the block's writer does not tell that the disk is full (Qt's for PDF and pictures): then a draft that is empty,
            or a disk without room for another block, is a failure.

    Raises:
        EnvironmentFault: ``cannot-write`` (folder read-only, disk full, file open in Excel).
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            yield str(path)
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        try:
            yield name
            with open(name, "rb+") as file:
                if quiet:
                    _prove(file)
                os.fsync(file.fileno())
            os.chmod(name, 0o644)
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, *unwritten) as error:
        raise EnvironmentFault("cannot-write", where=str(path), reason=getattr(error, "strerror", None) or str(error)) from error


def _prove(file: BinaryIO) -> None:
    """That what was written is there: something at all, and room for a block behind it, which a full disk would not have."""
    size = file.seek(0, os.SEEK_END)
    if not size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    file.write(b"\0" * _BLOCK)
    file.flush()
    file.truncate(size)
