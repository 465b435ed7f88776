"""The window with the sample company is there soon after an empty one would be."""

from __future__ import annotations

import pytest

from tests.bench.startup import startup


@pytest.mark.bench
def test_the_first_usable_window_takes_at_most_two_and_a_half_empty_ones() -> None:
    found = startup.measure(rounds=5)
    assert found["heavy"] == [], "libraries loaded before they are needed"
    assert found["ratio"] <= startup.LIMIT, found
