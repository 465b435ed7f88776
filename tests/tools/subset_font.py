"""Makes ``resources/fonts/*.ttf`` from the full BIZ UDPGothic (SIL Open Font License 1.1).

    python tests/tools/subset_font.py FOLDER_WITH_FULL_TTF

Both weights hold Latin, kana, punctuation, arrows, shapes, JIS levels 1 and 2 and the cp932 extensions
(髙 﨑 ① ㈱); the bold one, used for headings, goes without the rarest rows of level 2, so that both
together stay below 5 MB. Hints are dropped: Qt draws without them at the sizes in use.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

OUT = Path(__file__).resolve().parents[2] / "resources" / "fonts"
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x21FF), (0x2200, 0x22FF))
SHAPES = (
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),
    (0x2500, 0x27BF),
    (0x2B00, 0x2BFF),
    (0x3000, 0x33FF),
    (0xFF00, 0xFFEF),
    (0x370, 0x45F),
)


def common() -> set[int]:
    """Code points of both weights; those that the font lacks are ignored."""
    return {point for first, last in (*RANGES, *SHAPES) for point in range(first, last + 1)}


def double_byte(leads: range, encoding: str = "cp932") -> set[int]:
    """Code points of all two-byte characters with these lead bytes."""
    found = set()
    for lead in leads:
        for trail in range(0x40, 0xFD):
            text = bytes((lead, trail)).decode(encoding, "ignore")
            found.update(map(ord, text) if len(text) == 1 else ())
    return found


def jis_rows(first: int, last: int) -> set[int]:
    """The characters of these rows of JIS X 0208; level 1 is rows 16 to 47, level 2 rows 48 to 84."""
    kuten = ((0xA0 + row, 0xA0 + cell) for row in range(first, last + 1) for cell in range(1, 95))
    return {ord(text) for text in (bytes(pair).decode("euc_jp", "ignore") for pair in kuten) if len(text) == 1}


def make(source: Path, target: Path, points: set[int]) -> None:
    """Write the subset of ``source``, without hints, all layout features kept."""
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True, drop_tables=["meta"])
    font = subset.load_font(str(source), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=points)
    worker.subset(font)
    subset.save_font(font, str(target), options)
    print(target.name, f"{target.stat().st_size:,}", "bytes", len(font.getBestCmap()), "characters")


def main(folder: str) -> None:
    """Make both weights from the two full files in ``folder``."""
    whole = common() | double_byte(range(0x81, 0xFD))
    for weight, points in (("Regular", whole), ("Bold", whole - jis_rows(78, 84))):
        source = next(Path(folder).rglob(f"BIZUDPGothic*{weight}.ttf"))
        make(source, OUT / f"BIZUDPGothic-{weight}.ttf", points)


if __name__ == "__main__":
    main(sys.argv[1])
