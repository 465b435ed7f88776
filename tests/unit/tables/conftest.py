"""Sample files, read once each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fusenapp.tables import Book, read_book

SAMPLES = Path(__file__).parents[2] / "files" / "samples"


@cache
def book_of(name: str) -> Book:
    return read_book(SAMPLES / name)


@cache
def facts_of(layout: str) -> dict[str, Any]:
    return json.loads((SAMPLES / f"{layout}_facts.json").read_text("utf-8"))


@pytest.fixture
def samples() -> Path:
    return SAMPLES
