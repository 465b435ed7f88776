"""A table between its cells and its Arrow columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fusenapp.tables.column_types import Typed
from fusenapp.tables.problems import Problem


@dataclass
class Built:
    """Values by column before they become Arrow, so that later steps may blank some of them."""

    names: list[str]
    letters: list[str]
    types: list[Typed]
    values: list[list[Any]]
    rows: list[int]
    problems: list[Problem] = field(default_factory=list)
