"""Boards as PDF and PNG, painted in a process of their own."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from fusenapp.document import Author, Document
from fusenapp.editing import journeys, notes, templates
from fusenapp.editing.notes import NewNote, Place
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.flows import journey_pictures
from fusenapp.flows.journey_pictures import excerpt, write_picture

INCH = 25.4


@pytest.fixture(scope="module")
def document() -> Document:
    made = Document(Author("佐伯 遥", "marketing"))
    templates.build(made, "b2b", "受発注クラウド")
    for phase, colour in (("awareness", 5), ("approval", 3)):
        for role in ("selector", "approver"):
            notes.add_note(made, NewNote(Place("journey", f"journey-{phase}", "journey-actions", role), f"{phase}で動く", colour))
    journeys.set_emotion(made, "journey", "approver", "journey-approval", -1.5)
    return made


def ids(document: Document, phase: str) -> list[str]:
    return [n["id"] for n in document.snapshot().all("notes", parent="journey", phase=f"journey-{phase}")]


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_a_png_is_an_a3_page_of_300_dots_an_inch(document: Document, tmp_path: Path) -> None:
    shares: list[int] = []
    write_picture(tmp_path / "board.png", document.snapshot(), ["journey"], progress=lambda done, of: shares.append(done))
    image = QImage(str(tmp_path / "board.png"))
    assert abs(image.width() - 420 / INCH * 300) <= 2
    assert abs(image.height() - 297 / INCH * 300) <= 2
    assert abs(image.dotsPerMeterX() - 300 / INCH * 1000) < 2
    assert {"#fff1a8", "#d2e6fa", "#fbd5df"} & colours(image) == {"#d2e6fa", "#fbd5df"}, "the papers in their light colours"
    assert shares
    assert shares == sorted(shares)
    assert list(tmp_path.iterdir()) == [tmp_path / "board.png"], "nothing is left beside it"


def test_a_pdf_keeps_letters_as_letters_on_one_a3_page(document: Document, tmp_path: Path) -> None:
    write_picture(tmp_path / "board.pdf", document.snapshot(), ["journey"])
    raw = (tmp_path / "board.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", raw)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == (1191, 842)
    assert raw.count(b"/Type /Page\n") == 1
    assert b"/FontFile2" in raw
    streams = b"".join(_inflated(part) for part in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL))
    assert streams.count(b"Tj") + streams.count(b"TJ") > 20, "text, not pixels"


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def test_several_journeys_are_pages_of_one_pdf_but_no_one_picture(document: Document, tmp_path: Path) -> None:
    other = journeys.create_journey(document, "更新のジャーニー")
    write_picture(tmp_path / "both.pdf", document.snapshot(), ["journey", other])
    assert (tmp_path / "both.pdf").read_bytes().count(b"/Type /Page\n") == 2
    with pytest.raises(InputError, match="one-journey"):
        write_picture(tmp_path / "both.png", document.snapshot(), ["journey", other])


def test_some_notes_bring_along_the_phases_lanes_and_roles_that_they_lie_in(document: Document) -> None:
    shown, hidden, bare = excerpt(document.snapshot(), "journey", ids(document, "approval"))
    assert [p["id"] for p in shown.all("phases")] == ["journey-approval"]
    assert [r["id"] for r in shown.all("lanes")] == ["journey-actions"]
    assert (len(shown.all("notes")), hidden, bare) == (2, ["decision-maker"], False)
    assert excerpt(document.snapshot(), "journey", ids(document, "approval")[:1])[2], "notes of one cell stand for themselves"


def test_a_picture_of_some_notes_is_as_large_as_they_are(document: Document, tmp_path: Path) -> None:
    write_picture(tmp_path / "some.png", document.snapshot(), ["journey"], only=ids(document, "approval"))
    some = QImage(str(tmp_path / "some.png"))
    assert some.width() < 2000
    assert "#fbd5df" in colours(some)
    assert "#d2e6fa" not in colours(some)


def test_a_stop_leaves_the_old_file_as_it_was(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "board.png"
    path.write_bytes(b"old")

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_picture(path, document.snapshot(), ["journey"], progress=stop)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_refused_before_anything_is_made(document: Document, tmp_path: Path) -> None:
    snapshot = document.snapshot()
    with pytest.raises(InputError, match="unsupported-export"):
        write_picture(tmp_path / "a.gif", snapshot, ["journey"])
    with pytest.raises(InputError, match="bad-dpi"):
        write_picture(tmp_path / "a.png", snapshot, ["journey"], dpi=9)
    with pytest.raises(InputError, match="no-notes"):
        write_picture(tmp_path / "a.png", snapshot, ["journey"], only=["gone"])
    with pytest.raises(EnvironmentFault, match="cannot-write"):
        write_picture(tmp_path / "no" / "a.png", snapshot, ["journey"])
    assert list(tmp_path.iterdir()) == []


def test_the_core_starts_the_painter_by_the_name_that_the_entry_knows() -> None:
    from fusenapp.__main__ import INNER

    assert INNER[journey_pictures.FLAG] == (journey_pictures.MODULE, "main")
