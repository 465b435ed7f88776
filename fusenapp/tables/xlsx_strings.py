"""The shared strings of a workbook: read as a whole when small, looked up when large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.errors import InputError
from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.safe_xml import Handler, parse

if TYPE_CHECKING:
    import pyarrow as pa

_WHOLE = 3 * limits.MIB
_END = b"</si>"


class SharedStrings:
    """Index → text. Furigana (``rPh``) is left out; very long texts are cut at Excel's own limit."""

    def __init__(self, archive: Archive, part: str, where: str) -> None:
        self._archive = archive
        self._part = part if part in archive.names else ""
        self._where = where
        self._texts: list[str] | None = None
        self._some: dict[int, str] = {}
        self._arrow: pa.Array | None = None
        self.large = bool(self._part) and archive.size(self._part) > _WHOLE

    def fetch(self, wanted: set[int]) -> dict[int, str]:
        """The texts of the wanted indices."""
        if not self._part or not wanted:
            return {}
        if self.large:
            self._look_up(wanted - self._some.keys())
            return self._some
        texts = self._whole()
        return {index: texts[index] for index in wanted if index < len(texts)}

    def _whole(self) -> list[str]:
        if self._texts is None:
            reader = _Strings()
            parse(self._archive.stream(self._part), reader, self._where)
            self._texts = reader.texts
        return self._texts

    def as_arrow(self) -> pa.Array:
        """All texts (pyarrow). Raises ``Unusual`` where they are many and not written in the plain way."""
        import pyarrow as pa

        from fusenapp.tables.xlsx_texts import read_strings

        if self._arrow is None and not self.large:
            self._arrow = pa.array(self._whole() if self._part else [], pa.string())
        elif self._arrow is None:
            self._arrow = read_strings(self._archive.stream(self._part), self._read)
        return self._arrow

    def _look_up(self, wanted: set[int]) -> None:
        """Count the entries and read only those that are wanted; the others are never taken apart."""
        ordered = sorted(wanted)
        number, buffer, position = 0, b"", 0
        for piece in self._archive.stream(self._part):
            if number == 0 and b"<!DOCTYPE" in piece:
                raise InputError("corrupt", self._where, reason="document type")
            *entries, buffer = (buffer + piece).split(_END)
            while position < len(ordered) and ordered[position] < number + len(entries):
                index = ordered[position]
                self._some[index] = self._read(entries[index - number])
                position += 1
            number += len(entries)
            if position == len(ordered):
                return

    def _read(self, entry: bytes) -> str:
        start = entry.find(b"<si")
        reader = _Strings()
        parse([b"<sst>", entry[start:], _END, b"</sst>"], reader, self._where)
        return reader.texts[0] if reader.texts else ""


class _Strings(Handler):
    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._reading = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._parts, self._length = [], 0
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._reading = not self._phonetic

    def text(self, data: str) -> None:
        if self._reading and self._length < limits.MAX_CELL_TEXT:
            self._parts.append(data)
            self._length += len(data)

    def end(self, name: str) -> None:
        if name == "t":
            self._reading = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.texts.append("".join(self._parts)[: limits.MAX_CELL_TEXT])
