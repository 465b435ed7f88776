"""A file that takes the place of an older one only once all of it is written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fusenapp.errors import EnvironmentFault


@contextmanager
def whole(path: Path, *unwritten: type[Exception]) -> Iterator[str]:
    """Gives the name of a draft beside ``path``; it becomes ``path`` when the block ends, and is gone if the block fails.

    Where ``path`` is no file (a pipe, standard output) nothing can take its place, and it is written to at once.

    Args:
        unwritten: what the block raises, besides OSError, where the draft cannot be written.

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
                os.fsync(file.fileno())
            os.chmod(name, 0o644)
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, *unwritten) as error:
        raise EnvironmentFault("cannot-write", where=str(path), reason=getattr(error, "strerror", None) or str(error)) from error
