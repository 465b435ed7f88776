"""A large lead list becomes a typed dataset at little more than the cost of parsing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.reading.reading_speed import BARE, OURS, PANDAS, make_list, measure, median

ROWS = 200_000
TIMES_BARE = 1.5
TIMES_FASTER = 8


@pytest.fixture(scope="module")
def leads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reading") / "leads.xlsx"
    make_list(path, ROWS)
    return path


@pytest.mark.bench
def test_reading_costs_at_most_half_more_than_the_bare_parse(leads: Path) -> None:
    bare, ours = median(BARE, leads, 3), median(OURS, leads, 3)
    assert ours.rows == ROWS
    assert ours.cpu <= TIMES_BARE * bare.cpu
    assert ours.peak <= 2 * ours.bytes / 2**20 + bare.peak


@pytest.mark.bench
def test_reading_is_many_times_faster_than_pandas(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    make_list(path, ROWS // 10)
    assert measure(PANDAS, path).cpu >= TIMES_FASTER * median(OURS, path, 3).cpu
