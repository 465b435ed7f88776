"""Where the nodes of the KPI tree stand: found by halving, whatever the tree looks like, as if all were looked at."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.ui.kpi.tree_layout import GAP_X, HEIGHT, WIDTH, Part, Placed, place

SOME = settings(max_examples=60, deadline=None)
PARENTS = st.integers(0, 40).flatmap(lambda count: st.tuples(*(st.integers(-1, at - 1) for at in range(count))))
"""For each node the one above it, −1 at the top."""
PARTS = st.tuples(st.integers(-300, 1500), st.integers(-300, 4000), st.integers(0, 900), st.integers(0, 900)).map(
    lambda each: (each[0], each[1], each[0] + each[2], each[1] + each[3]))


def _placed(parents: tuple[int, ...]) -> Placed:
    below = {str(at): tuple(str(child) for child, above in enumerate(parents) if above == at) for at in range(len(parents))}
    roots = tuple(str(at) for at, above in enumerate(parents) if above == -1)
    return Placed(place(roots, below.__getitem__), below.__getitem__)


@SOME
@given(PARENTS)
def test_no_two_nodes_of_a_column_overlap_and_none_stands_above_its_parent(parents: tuple[int, ...]) -> None:
    placed = _placed(parents)
    assert set(placed.boxes) == {str(at) for at in range(len(parents))}
    for column in placed.columns:
        assert all(later - earlier >= HEIGHT for earlier, later in zip(column.tops, column.tops[1:], strict=False))
    for at, above in enumerate(parents):
        if above >= 0:
            assert placed.boxes[str(at)].y >= placed.boxes[str(above)].y
            assert placed.boxes[str(at)].x == placed.boxes[str(above)].x + WIDTH + GAP_X
    width, height = placed.size
    assert all(box.x + WIDTH <= width and box.y + HEIGHT <= height for box in placed.boxes.values())


@SOME
@given(PARENTS, PARTS)
def test_what_is_in_a_part_of_the_tree_is_found(parents: tuple[int, ...], part: Part) -> None:
    placed = _placed(parents)
    left, top, right, bottom = part
    inside = {id for id, box in placed.boxes.items()
              if box.x < right and box.x + WIDTH + GAP_X > left and box.y < bottom and box.y + HEIGHT > top}
    assert set(placed.inside(part)) == inside
    fans = [fan for column in placed.columns for fan in column.fans]
    assert {(fan.id, child) for fan in fans for child in fan.children} == {(str(a), str(c)) for c, a in enumerate(parents) if a >= 0}
    through = {fan.id for fan in fans if fan.start[0] <= right and fan.ends[0][0] >= left and fan.start[1] <= bottom and fan.ends[-1][1] >= top}
    assert {fan.id for fan in placed.fans(part)} == through
