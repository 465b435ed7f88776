"""Which parts of an Office archive belong to which: the relations of a part, inside the archive only."""

from __future__ import annotations

import posixpath

from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.safe_xml import Handler, parse

Relations = dict[str, tuple[str, str]]
"""Relation id → (kind, part name); the name is empty where it leads out of the archive."""


def relations(archive: Archive, part: str, where: str) -> Relations:
    """The relations of a part. Raises ``InputError("corrupt")`` with ``where`` for malformed ones."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.names:
        return {}
    reader = _Relations(folder)
    parse(archive.stream(path, 8 * limits.MIB), reader, where)
    return reader.found


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: Relations = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        kind = attributes.get("Type", "").rsplit("/", 1)[-1]
        target = attributes.get("Target", "")
        inside = attributes.get("TargetMode") != "External"
        self.found[attributes.get("Id", "")] = (kind, self._resolve(target) if inside else "")

    def _resolve(self, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
