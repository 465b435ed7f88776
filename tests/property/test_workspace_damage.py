"""Whatever happens to the bytes of a workspace file: it is refused in words or reads as it was, never something else."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from fusenapp.errors import InputError
from fusenapp.workspace import check, repair
from tests.unit.workspace.scenes import names_in

KEPT = Path(__file__).parents[1] / "files" / "workspace" / "fusen-1.0.fusen"
"""The same bytes in every run, so that the same damage is tried."""


@cache
def _whole() -> tuple[bytes, dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / KEPT.name
        path.write_bytes(KEPT.read_bytes())
        return path.read_bytes(), names_in(path)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The file with bits flipped, a stretch overwritten, or its end missing."""
    data = bytearray(_whole()[0])
    for _ in range(draw(st.integers(0, 4))):
        data[draw(st.integers(0, len(data) - 1))] ^= 1 << draw(st.integers(0, 7))
    if draw(st.booleans()):
        start = draw(st.integers(0, len(data) - 1))
        length = min(draw(st.sampled_from([1, 16, 512, 4096, 8192])), len(data) - start)
        data[start : start + length] = bytes([draw(st.integers(0, 255))]) * length
    if draw(st.booleans()):
        del data[draw(st.integers(0, len(data))) :]
    return bytes(data)


def _refusal(attempt: Callable[[], object]) -> str:
    """The code of the refusal, or "" if there is none."""
    try:
        attempt()
    except InputError as error:
        return error.code
    return ""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=damaged())
def test_a_damaged_file_is_refused_or_reads_as_it_was(data: bytes) -> None:
    expected = _whole()[1]
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "x.fusen", Path(folder) / "out.fusen"
        path.write_bytes(data)
        opened: list[dict[str, str]] = []
        assert _refusal(lambda: opened.append(names_in(path))) in ("", "damaged-file", "not-a-workspace", "newer-version")
        assert opened in ([], [expected])
        assert _refusal(lambda: check(path)) in ("", "not-a-workspace", "newer-version")
        if _refusal(lambda: repair(path, out)) == "":
            assert names_in(out).keys() <= expected.keys()
            assert check(out).ok
        assert path.read_bytes() == data
