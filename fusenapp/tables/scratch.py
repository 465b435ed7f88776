"""The datasets that came out of one file, kept as Arrow files in a temporary folder until nobody needs them."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables.dataset import Dataset


class Scratch:
    """Table id → dataset, read from the folder when asked for. The folder goes when the object goes.

    Attributes:
        folder: where the files lie.
        files: table id → name of its file.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fusenapp-read-"))
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._ready: dict[str, Dataset] = {}
        self.files: dict[str, str] = {}

    def put(self, table_id: str, dataset: Dataset) -> None:
        """Keep a dataset in memory."""
        self._ready[table_id] = dataset

    def dataset(self, table_id: str) -> Dataset:
        """A dataset. Raises ``InputError("no-such-table")``."""
        if table_id not in self._ready:
            if table_id not in self.files:
                raise InputError("no-such-table", table_id, table=table_id)
            self._ready[table_id] = Dataset.read_arrow(str(self.folder / Path(self.files[table_id]).name))
        return self._ready[table_id]
