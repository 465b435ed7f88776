"""A large lead list becomes a typed dataset at little more than the cost of parsing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.reading.reading_speed import BARE, OURS, PANDAS, Cost, make_list, measure, medians

ROWS = 200_000
TIMES_BARE = 1.5
TIMES_FASTER = 8


@pytest.fixture(scope="module")
def leads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reading") / "leads.xlsx"
    make_list(path, ROWS)
    return path


@pytest.fixture(scope="module")
def costs(leads: Path) -> tuple[Cost, Cost]:
    """Of the bare parse and of reading, on the same file, in turns."""
    bare, ours = medians((BARE, OURS), leads, 3)
    print(f"bare {bare}\nours {ours}")
    return bare, ours


@pytest.mark.bench
def test_reading_costs_at_most_half_more_than_the_bare_parse(costs: tuple[Cost, Cost]) -> None:
    bare, ours = costs
    assert ours.rows == ROWS
    assert ours.cpu <= TIMES_BARE * bare.cpu
    assert ours.peak <= 2 * ours.bytes / 2**20 + bare.peak


@pytest.mark.bench
def test_reading_is_many_times_faster_than_pandas(leads: Path, costs: tuple[Cost, Cost]) -> None:
    slow = measure(PANDAS, leads)
    print(f"pandas {slow}")
    assert slow.rows == ROWS
    assert slow.cpu >= TIMES_FASTER * costs[1].cpu
