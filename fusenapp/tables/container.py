"""What a file is, by its bytes, and a zip archive that cannot be made to inflate without end."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from fusenapp.errors import InputError
from fusenapp.tables import limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_FOREIGN = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
    b"SQLite",
    b"PAR1",
)
_TEXT = {".csv": "csv", ".tsv": "tsv", ".txt": "csv", ".tab": "tsv"}
_BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".xltx", ".xltm")
_CHUNK = 1 << 18


def sniff(path: Path) -> str:
    """``xlsx xlsm xlsb xls ods csv tsv``, judged by content first and by name second.

    Raises:
        InputError: ``not-found``, ``unsupported``, ``corrupt``, ``encrypted`` or ``too-large``.
    """
    name = str(path)
    if not path.exists():
        raise InputError("not-found", name)
    if not path.is_file():
        raise InputError("unsupported", name, reason="folder")
    _check_size(path)
    with path.open("rb") as file:
        head = file.read(4096)
    suffix = path.suffix.lower()
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(_OLE):
        return _ole_kind(path)
    if head.startswith(_FOREIGN) or (suffix not in _BOOKS and suffix not in _TEXT and b"\0" in head[:512]):
        raise InputError("unsupported", name, reason="format")
    if suffix in _BOOKS:
        raise InputError("unsupported" if _looks_like_markup(head) else "corrupt", name, reason="not a spreadsheet")
    return _TEXT.get(suffix, "csv")


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > limits.MAX_FILE:
        raise InputError("too-large", str(path), size=size, limit=limits.MAX_FILE)
    if size == 0:
        raise InputError("corrupt", str(path), reason="empty")


def _looks_like_markup(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower().startswith((b"<html", b"<!doc", b"<?xml", b"<table", b"mime"))


def _zip_kind(path: Path) -> str:
    with Archive(path) as archive:
        names = archive.names
        if "EncryptedPackage" in names:
            raise InputError("encrypted", str(path))
        if "xl/workbook.bin" in names:
            return "xlsb"
        if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype", 200):
            return "ods"
        if any(name.startswith("xl/") for name in names):
            return "xlsm" if "xl/vbaProject.bin" in names else "xlsx"
        if any(name.startswith(("word/", "ppt/")) for name in names):
            raise InputError("unsupported", str(path), reason="format")
    raise InputError("unsupported", str(path), reason="zip")


def _ole_kind(path: Path) -> str:
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError("encrypted", str(path))
    if "Workbook".encode("utf-16-le") not in data and "Book".encode("utf-16-le") not in data:
        raise InputError("unsupported", str(path), reason="format")
    _check_sectors(path, data)
    if _has_filepass(data):
        raise InputError("encrypted", str(path))
    return "xls"


def _check_sectors(path: Path, data: bytes) -> None:
    """The header of the container may not claim more sectors than the file has."""
    if len(data) < 512:
        raise InputError("corrupt", str(path), reason="truncated")
    (shift,) = struct.unpack_from("<H", data, 30)
    (fat_sectors,) = struct.unpack_from("<I", data, 44)
    size = 1 << shift if 7 <= shift <= 14 else 512
    if fat_sectors > len(data) // size + 1:
        raise InputError("corrupt", str(path), reason="sectors")


def _has_filepass(data: bytes) -> bool:
    """A FILEPASS record (0x002F) right after the BOF record of a workbook stream."""
    start = 0
    while (at := data.find(b"\x09\x08\x10\x00\x00\x06", start)) >= 0:
        if _filepass_after(data, at + 20):
            return True
        start = at + 6
    return False


def _filepass_after(data: bytes, at: int) -> bool:
    for _ in range(6):
        if at + 4 > len(data):
            return False
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == 0x2F:
            return True
        if length > 8224 or kind == 0:
            return False
        at += 4 + length
    return False


class Archive:
    """A zip file read with its own counting: sizes in the directory are not believed."""

    def __init__(self, path: Path, told: Callable[[int, int], None] | None = None) -> None:
        """``told`` is called with (inflated, all that the directory states) while members are read."""
        self._told = told
        self._where = str(path)
        self._size = path.stat().st_size
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, struct.error) as error:
            raise InputError("corrupt", self._where, reason=str(error)[:120]) from error
        self._check_directory()
        self._stated = sum(member.file_size for member in self._zip.infolist())
        self.inflated = 0

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> set[str]:
        """Names of all members."""
        return set(self._zip.namelist())

    def size(self, name: str) -> int:
        """The size that the directory states; only a hint."""
        try:
            return self._zip.getinfo(name).file_size
        except KeyError:
            return 0

    def _check_directory(self) -> None:
        members = self._zip.infolist()
        if len(members) > limits.MAX_ENTRIES:
            self._zip.close()
            raise InputError("too-large", self._where, entries=len(members))
        if sum(member.file_size for member in members) > self._allowed():
            self._zip.close()
            raise InputError("too-large", self._where, reason="inflates")
        if any(member.flag_bits & 1 for member in members):
            self._zip.close()
            raise InputError("encrypted", self._where)

    def _allowed(self) -> int:
        return min(limits.MAX_INFLATED, max(limits.FREE_INFLATED, self._size * limits.MAX_RATIO))

    def stream(self, name: str, limit: int | None = None) -> Iterator[bytes]:
        """The member in pieces. Raises ``too-large`` when all that was read exceeds what this file may inflate to."""
        try:
            with self._zip.open(name) as member:
                yield from self._pieces(member, limit)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise InputError("corrupt", self._where, reason=f"{name}: {error}"[:200]) from error

    def _pieces(self, member: IO[bytes], limit: int | None) -> Iterator[bytes]:
        count = 0
        while piece := member.read(_CHUNK):
            count += len(piece)
            self.inflated += len(piece)
            if self.inflated > self._allowed() or (limit is not None and count > limit):
                raise InputError("too-large", self._where, reason="inflates")
            if self._told is not None:
                self._told(min(self.inflated, self._stated), self._stated)
            yield piece

    def read(self, name: str, limit: int = 64 * limits.MIB) -> bytes:
        """A small member as a whole; empty if it is not there."""
        return b"".join(self.stream(name, limit)) if name in self.names else b""

    def check_all(self) -> None:
        """Inflate every member once without keeping it, so that another reader cannot be surprised."""
        for name in self._zip.namelist():
            for _ in self.stream(name):
                pass
        self.inflated = 0
