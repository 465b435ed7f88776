"""How much of a file is read: sizes, entries, memory and time. Files are treated as hostile."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20

MAX_FILE = 1024 * MIB
MAX_TEXT_FILE = 1024 * MIB
MAX_ENTRIES = 20_000
MAX_INFLATED = 6144 * MIB
MAX_RATIO = 120
"""Spreadsheets inflate 5 to 40 times; above this, and above ``FREE_INFLATED`` bytes, it is a bomb."""
FREE_INFLATED = 192 * MIB
MAX_SHEETS = 2_000
MAX_COLUMNS = 16_384
MAX_ROWS = 1_048_576
MAX_CELL_TEXT = 32_767
MAX_MERGES = 200_000
SMALL_SHEET = 2 * MIB
"""Sheets whose XML is larger than this go the long way: layout from head and tail, body by the fast reader."""
HEAD = MIB // 4
WHOLE_SHEET = 48 * MIB
"""Up to this size a sheet with merged cells in its body is read as a whole."""
SMALL_TEXT_FILE = 1 * MIB
"""Text files up to this size are read in the process itself; everything else in a child."""
LARGE_TEXT = 2 * MIB
"""Texts with more characters are cut into fields by Arrow."""


@dataclass(frozen=True)
class Limits:
    """What a child process may use.

    Attributes:
        seconds: time of work; four times as long by the clock, on a busy machine (see `fusenapp.tables.child`).
        resident: bytes of resident memory.
        address_space: bytes of virtual memory (a coarser net below ``resident`` where the system offers it).
    """

    seconds: float
    resident: int
    address_space: int


def limits_for(file_size: int, *, patient: bool = False) -> Limits:
    """Limits that grow with the real size of the file, so that a small file can never ask for much.

    Args:
        file_size: bytes on disk.
        patient: the user watches a progress bar and can cancel; gives large files more time.
    """
    resident = 850 * MIB + 24 * file_size if file_size > 16 * MIB else 850 * MIB
    seconds = (600.0 if patient else 120.0) if file_size > 16 * MIB else 18.0
    return Limits(seconds, resident, resident + 1536 * MIB)
