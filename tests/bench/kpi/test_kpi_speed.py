"""A large tree follows one edited figure about as fast as numpy itself could."""

from __future__ import annotations

import pytest

from tests.bench.kpi import kpi_speed


@pytest.mark.bench
def test_one_edit_in_a_thousand_nodes_takes_at_most_twice_the_arithmetic() -> None:
    found = kpi_speed.measure()
    assert found["same"], "both ways come to the same figures"
    assert found["ratio"] <= kpi_speed.LIMIT, found
