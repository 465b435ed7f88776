"""A large table of shared strings, taken out of its XML by whole arrays like the cells in ``xlsx_cells``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from fusenapp.tables.xlsx_cells import Unusual, cut_out

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_PIECE = 4 << 20
_LONGEST = 64 << 20
_END = b"</si>"
_PRESERVE = b'<t xml:space="preserve">'


def read_strings(pieces: Iterator[bytes], read_one: Callable[[bytes], str]) -> pa.Array:
    """All texts of the part.

    Args:
        pieces: the XML.
        read_one: reads an entry (up to its closing tag) that is more than a plain text: several runs, for one.

    Raises:
        Unusual: it is not written in the plain way.
    """
    import pyarrow as pa

    found, waiting, length, first = [pa.array([], pa.string())], [], 0, True
    for piece in pieces:
        if first and (b"<!DOCTYPE" in piece or (b"encoding=" in piece[:200] and b"utf-8" not in piece[:200].lower())):
            raise Unusual("start")
        first = False
        waiting.append(piece)
        length += len(piece)
        if length >= _PIECE:
            whole, end, rest = b"".join(waiting).rpartition(_END)
            if len(rest) > _LONGEST:
                raise Unusual("endless text")
            found.append(_texts(whole + end, read_one))
            waiting, length = [rest], len(rest)
    whole, end, _ = b"".join(waiting).rpartition(_END)
    found.append(_texts(whole + end, read_one))
    return pa.concat_arrays(found)


def _texts(xml: bytes, read_one: Callable[[bytes], str]) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    if b"\r" in xml:
        xml = xml.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    padded = xml + b"\0" * 40
    data = np.frombuffer(padded, np.uint8)
    tags = np.flatnonzero(data == 60)
    entries = np.flatnonzero((data[tags + 1] == 115) & (data[tags + 2] == 105))
    if not len(entries):
        if xml.strip():
            raise Unusual("strings")
        return pa.array([], pa.string())
    if xml.count(_END) != len(entries):
        raise Unusual("strings")
    tags = np.append(tags, [len(xml)] * 4)
    plain, start = _plain(data, tags, entries)
    texts = cut_out(padded, start[plain], tags[entries[plain] + 2])
    return texts if plain.all() else _with_others(texts, plain, xml, tags[entries], read_one)


def _plain(data: np.ndarray, tags: np.ndarray, entries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which entries are one text, with or without its reading in kana; and where their texts begin."""
    import numpy as np

    words = np.ndarray((len(data) - 7,), "<u8", data, strides=(1,))
    opening = tags[entries + 1]
    three = words[opening] & np.uint64(0xFFFFFF)
    bare = three == int.from_bytes(b"<t>", "little")
    spaced = np.ones(len(entries), bool)
    for part in range(3):
        spaced &= words[opening + 8 * part] == int.from_bytes(_PRESERVE[8 * part : 8 * part + 8], "little")
    third, fourth = data[tags[entries + 3] + 1], data[tags[entries + 3] + 2]
    after = (third == 47) | ((third == 114) & (fourth == 80)) | (third == 112)
    plain = (bare | spaced) & (data[tags[entries + 2] + 1] == 47) & after
    plain &= (words[tags[entries]] & np.uint64(0xFFFFFFFF)) == int.from_bytes(b"<si>", "little")
    return plain, opening + np.where(bare, 3, len(_PRESERVE))


def _with_others(
    texts: pa.Array, plain: np.ndarray, xml: bytes, starts: np.ndarray, read_one: Callable[[bytes], str]
) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    odd = np.flatnonzero(~plain).tolist()
    others = [read_one(xml[starts[at] : xml.find(_END, int(starts[at]))]) for at in odd]
    place = np.empty(len(plain), np.int64)
    place[plain] = np.arange(len(texts))
    place[~plain] = len(texts) + np.arange(len(others))
    return pa.concat_arrays([texts, pa.array(others, pa.string())]).take(pa.array(place))
