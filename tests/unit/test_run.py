"""``python3 tests``: a whole run is spread over the cores, speed is measured alone, chosen tests run as asked."""

from __future__ import annotations

import os
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], list[list[str]]]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return runpy.run_path(str(Path(__file__).parents[1] / "__main__.py"))["parts"]


def test_a_whole_run_measures_and_builds_after_the_rest(parts: Callable[[list[str]], list[list[str]]]) -> None:
    spread, alone = parts(["-x"])
    assert spread[:2] == ["-n", "2"]
    assert spread[-2:] == ["not (frozen or bench)", "-x"]
    assert alone == ["-m", "frozen", "-x"]


def test_chosen_tests_run_in_one_process(parts: Callable[[list[str]], list[list[str]]]) -> None:
    assert parts(["tests/unit", "-x"]) == [["tests/unit", "-x"]]
