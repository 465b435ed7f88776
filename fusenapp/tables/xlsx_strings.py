"""The shared strings of a workbook: read as a whole when small, looked up when large."""

from __future__ import annotations

from fusenapp.tables import limits
from fusenapp.tables.container import Archive
from fusenapp.tables.safe_xml import Done, Handler, parse

_WHOLE = 6 * limits.MIB


class SharedStrings:
    """Index → text. Furigana (``rPh``) is left out; very long texts are cut at Excel's own limit."""

    def __init__(self, archive: Archive, part: str, where: str) -> None:
        self._archive = archive
        self._part = part if part in archive.names else ""
        self._where = where
        self._texts: list[str] | None = None
        self._some: dict[int, str] = {}
        self.large = bool(self._part) and archive.size(self._part) > _WHOLE

    def fetch(self, wanted: set[int]) -> dict[int, str]:
        """The texts of the wanted indices."""
        if not self._part or not wanted:
            return {}
        if self.large:
            self._look_up(wanted - self._some.keys())
            return self._some
        if self._texts is None:
            reader = _Strings(None)
            parse(self._archive.stream(self._part), reader, self._where)
            self._texts = reader.texts
        return {index: self._texts[index] for index in wanted if index < len(self._texts)}

    def _look_up(self, wanted: set[int]) -> None:
        if not wanted:
            return
        reader = _Strings(wanted)
        parse(self._archive.stream(self._part), reader, self._where)
        self._some.update(reader.some)


class _Strings(Handler):
    def __init__(self, wanted: set[int] | None) -> None:
        self.texts: list[str] = []
        self.some: dict[int, str] = {}
        self._wanted = wanted
        self._last = max(wanted) if wanted else -1
        self._index = -1
        self._parts: list[str] = []
        self._length = 0
        self._reading = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._index += 1
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
            self._keep("".join(self._parts)[: limits.MAX_CELL_TEXT])

    def _keep(self, text: str) -> None:
        if self._wanted is None:
            self.texts.append(text)
        elif self._index in self._wanted:
            self.some[self._index] = text
            if self._index >= self._last:
                raise Done
