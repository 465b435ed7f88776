"""Marks for missing values among very many texts, found by Arrow instead of one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.tables import words
from fusenapp.tables.arrow import compute

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_LONG = 60
"""Bytes: longer texts are no marks."""


def marks_among(texts: pa.Array) -> np.ndarray:
    """True for texts that may stand for a missing value or an error; the rules have the last word."""
    import numpy as np
    import pyarrow as pa

    pc = compute()
    short = np.flatnonzero(np.asarray(pc.less_equal(pc.binary_length(texts), _LONG).fill_null(False)))
    bare = pc.replace_substring_regex(pc.utf8_lower(pc.utf8_normalize(texts.take(pa.array(short)), "NFKC")), r"\s+", "")
    known = pc.is_in(bare, pa.array(sorted(words.MISSING_TEXT | words.PLACEHOLDERS), pa.string()))
    dashes = pc.equal(pc.utf8_ltrim(bare, "".join(sorted(words.DASHES))), "")
    found = np.zeros(len(texts), bool)
    found[short] = np.asarray(pc.or_(pc.or_(known, dashes), pc.starts_with(bare, "#")))
    return found


def trimmed(texts: pa.Array) -> pa.Array:
    """Without outer white space."""
    return compute().utf8_trim(texts, " \u3000\t\r\n")
