"""``python3 tests``: a whole run is spread over the cores file by file, the longest first; chosen tests run as asked."""

from __future__ import annotations

import os
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import conftest

TESTS = Path(__file__).parents[1]


@pytest.fixture
def spread(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], list[str]]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return runpy.run_path(str(TESTS / "__main__.py"))["spread"]


def test_a_whole_run_keeps_files_together_and_measures_nothing(spread: Callable[[list[str]], list[str]]) -> None:
    assert spread(["-x"]) == ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-m", "not bench", "-x"]


def test_chosen_tests_run_in_one_process(spread: Callable[[list[str]], list[str]]) -> None:
    assert spread(["tests/unit", "-x"]) == ["tests/unit", "-x"]


def test_a_machine_with_one_core_has_nothing_to_spread_over(spread: Callable[[list[str]], list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert spread([]) == ["-m", "not bench"]


def test_the_files_that_go_first_are_there() -> None:
    assert [name for name in conftest.LONGEST if not (TESTS / name).is_file()] == []
    assert len(set(conftest.LONGEST)) == len(conftest.LONGEST)


def test_the_longest_files_go_first_and_the_others_keep_their_order() -> None:
    one, other = conftest.LONGEST[3], conftest.LONGEST[0]
    given = [TESTS / name for name in ("unit/test_run.py", one, "unit/test_settings.py", other, one)]
    assert sorted(given, key=conftest.rank) == [TESTS / name for name in (other, one, one, "unit/test_run.py", "unit/test_settings.py")]
