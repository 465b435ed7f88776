"""The page with a waterfall: which points are compared, and the files that are written of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from fusenapp.errors import InputError
from fusenapp.flows import reckoning, waterfalls
from fusenapp.kpi import Point
from tests.unit.export.making import Company

SHEET = """部門,KPI,区分,目標/実績,2026-04,2026-05,2026-06
マーケティング,リード,合計,目標,100,100,110
マーケティング,リード,合計,実績,120,130,
インサイドセールス,アポ,合計,目標,50,50,55
インサイドセールス,アポ,合計,実績,48,52,
フィールドセールス,提案,合計,目標,30,30,33
フィールドセールス,提案,合計,実績,24,26,
フィールドセールス,受注,合計,目標,10,10,11
フィールドセールス,受注,合計,実績,8,7,
フィールドセールス,受注額,合計,目標,10000000,10000000,11000000
フィールドセールス,受注額,合計,実績,8000000,7700000,
"""
INCH = 25.4


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    made = Company(tmp_path_factory.mktemp("company"), data=False)
    made.take("kpi.csv", SHEET)
    return made


def _export(company: Company, path: Path, wanted: str = "kpi-won-amount", **given) -> dict:
    return waterfalls.export(path, company.document.snapshot(), company.figures, wanted, **given)


def test_without_periods_target_and_actual_of_the_months_that_have_both_are_compared(company: Company) -> None:
    result = company.figures.kpi(company.document.snapshot())
    assert waterfalls.points(result, "受注金額") == ("kpi-won-amount", Point("2026-04:2026-05", "target"), Point("2026-04:2026-05"))
    assert waterfalls.points(result, "kpi-won", "2026-04", "2026-05") == ("kpi-won", Point("2026-04"), Point("2026-05"))


@pytest.mark.parametrize(("wanted", "periods", "code"), [
    ("売れ行き", ("", ""), "unknown-node"), ("kpi-won", ("2026-04", ""), "bad-period"), ("kpi-won", ("April", "May"), "bad-period"),
    ("kpi-visitors", ("", ""), "no-waterfall")])
def test_what_cannot_be_compared_is_refused(company: Company, wanted: str, periods: tuple[str, str], code: str) -> None:
    with pytest.raises(InputError, match=code):
        waterfalls.points(company.figures.kpi(company.document.snapshot()), wanted, *periods)


def test_a_change_survives_being_written_as_plain_values(company: Company) -> None:
    found = reckoning.why(company.figures, company.document.snapshot(), "kpi-won-amount", Point("2026-04"), Point("2026-05"))
    assert waterfalls.from_json(waterfalls.to_json(found)) == found


def test_a_picture_has_the_size_of_its_paper_at_the_resolution_asked_for(company: Company, tmp_path: Path) -> None:
    told = _export(company, tmp_path / "why.png", dpi=150, paper="A4")
    assert told == {"node": "kpi-won-amount", "from": "2026-04:2026-05", "to": "2026-04:2026-05", "delta": -4_300_000}
    image = QImage(str(tmp_path / "why.png"))
    assert (image.width(), image.height()) == pytest.approx((297 / INCH * 150, 210 / INCH * 150), abs=2)
    assert abs(image.dotsPerMeterX() - 150 / INCH * 1000) < 2
    assert len({image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}) > 5
    assert list(tmp_path.iterdir()) == [tmp_path / "why.png"], "nothing is left beside it"


def test_a_pdf_is_one_page_across(company: Company, tmp_path: Path) -> None:
    _export(company, tmp_path / "why.pdf", start="2026-04", end="2026-05", paper="A3")
    raw = (tmp_path / "why.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)", raw)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == (1191, 842)
    assert raw.count(b"/Type /Page\n") == 1


def test_other_formats_and_resolutions_are_refused(company: Company, tmp_path: Path) -> None:
    for name, dpi, code in (("why.svg", 300, "unsupported-export"), ("why.png", 10_000, "bad-dpi")):
        with pytest.raises(InputError, match=code):
            _export(company, tmp_path / name, dpi=dpi)
    assert not list(tmp_path.iterdir())
