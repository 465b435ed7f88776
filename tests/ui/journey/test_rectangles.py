"""What is to be drawn anew is covered by few rectangles, without much that is not."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fusenapp.ui.journey.rectangles import WORTH, apart

BOXES = st.lists(st.tuples(*[st.integers(0, 500)] * 2, *[st.integers(1, 60)] * 2), min_size=1, max_size=40)


def around(*boxes: tuple[float, float, float, float]) -> list[tuple[float, float, float, float]]:
    """Of boxes (x, y, width, height)."""
    x, y, w, h = np.array(boxes, float).T
    return apart(np.stack([x, y]), np.stack([x + w, y + h]))


def area(rects: list[tuple[float, float, float, float]]) -> float:
    return sum(w * h for _, _, w, h in rects)


def test_one_box_is_its_own_rectangle() -> None:
    assert around((10, 20, 30, 40)) == [(10, 20, 30, 40)]


def test_neighbours_have_one_rectangle() -> None:
    assert around((0, 0, 10, 10), (12, 0, 10, 10), (0, 12, 10, 10), (12, 12, 10, 10)) == [(0, 0, 22, 22)]


def test_what_a_marquee_reached_to_two_sides_has_two() -> None:
    above = [(x, 0, 10, 10) for x in range(0, 100, 10)]
    right = [(90, y, 10, 10) for y in range(10, 100, 10)]
    found = around(*above, *right)
    assert len(found) == 2
    assert area(found) == 100 * 10 + 90 * 10


@given(BOXES)
def test_every_box_is_covered_and_two_rectangles_are_worth_it(boxes) -> None:
    found = around(*boxes)
    assert len(found) in (1, 2)
    for x, y, w, h in boxes:
        assert any(a <= x and b <= y and x + w <= a + c and y + h <= b + d for a, b, c, d in found)
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    whole = (max(b[0] + b[2] for b in boxes) - left) * (max(b[1] + b[3] for b in boxes) - top)
    assert area(found) <= (whole if len(found) == 1 else WORTH * whole)
