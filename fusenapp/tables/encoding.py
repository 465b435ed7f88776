"""Which encoding and which delimiter a text file has."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_HALF_KATAKANA = re.compile("[\uff61-\uff9f]")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uffef\u2010-\u203b\u2190-\u266f\u3200-\u33ff\u00a5\u00d7]")
_KANJI_KANA = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
DELIMITERS = ",\t;|"


@dataclass(frozen=True)
class Decoded:
    """A text with the encoding it had, and how many bytes could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """Decode: byte order mark, then UTF-16 without one, strict UTF-8, ISO-2022-JP, cp932 or EUC-JP, whichever fits best."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with(data, encoding)
    wide = _wide(data)
    if wide:
        return _with(data, wide)
    if b"\x1b$" in data[:65536] and not _HIGH.search(data[:65536]):
        return _with(data, "iso2022_jp")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return max((_with(data, name) for name in ("cp932", "euc_jp", "utf-8")), key=_plausible)


def _with(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: only in one of its two byte orders it makes sense, with commas or line ends among it."""
    sample = data[: min(len(data), 8192) // 2 * 2]
    if b"\0" not in sample:
        return ""
    scores = {name: _sense(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.9 else ""


def _sense(text: str) -> float:
    """Share of ordinary characters, those of ASCII counted twice: the other byte order has none of them."""
    plain = sum(character in "\t\r\n" or " " <= character <= "~" for character in text)
    if not plain:
        return 0
    return (2 * plain + len(_JAPANESE.findall(text))) / max(1, len(text))


def _plausible(candidate: Decoded) -> float:
    """Japanese text has kanji and kana, hardly any half-width katakana, and no lost bytes."""
    sample = candidate.text[:200_000]
    good = len(_KANJI_KANA.findall(sample))
    return good - 2 * len(_HALF_KATAKANA.findall(sample)) - 20 * candidate.lost + (0.5 if candidate.encoding == "cp932" else 0)


def delimiter_of(text: str, preferred: str = ",") -> str:
    """The delimiter that cuts the first lines into the most even rows of more than one field."""
    sample = text[:65_536]
    lines = sample.splitlines()[:200]
    scores = {delimiter: _evenness(lines, delimiter) for delimiter in DELIMITERS}
    best = max(scores, key=lambda delimiter: (scores[delimiter], delimiter == preferred))
    return best if scores[best] > 0 else preferred


def _evenness(lines: list[str], delimiter: str) -> float:
    if not any(delimiter in line for line in lines):
        return 0
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return 0
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return 0
    width, count = max(counts.items(), key=lambda item: item[1] * min(item[0], 10))
    return count / len(widths) * min(width, 10)
