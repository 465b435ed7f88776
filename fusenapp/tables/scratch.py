"""The datasets that came out of one file, kept as Arrow files in a temporary folder until nobody needs them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fusenapp.errors import InputError
from fusenapp.tables.dataset import Dataset


class Scratch:
    """Table id → dataset, read from the folder when asked for. The folder goes when the object goes."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="fusenapp-read-", ignore_cleanup_errors=True)
        self._ready: dict[str, Dataset] = {}
        self.files: dict[str, str] = {}

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return Path(self._folder.name)

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
