"""Draws a few leads to be judged by people: some that a definition means, some that it does not, some on the edge, some it cannot tell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from fusenapp.domain.definition import conditions
from fusenapp.qualify.deciders import deciding_all
from fusenapp.qualify.evaluation import MATCH, NO_MATCH, UNKNOWN, Verdicts

if TYPE_CHECKING:
    from fusenapp.qualify.score import Score

WEIGHTS: Final[Mapping[str, float]] = {"match": 0.3, "near": 0.3, "unknown": 0.15, "no_match": 0.25}
"""What part of a sample each stratum (`domain.labelling.STRATA`) is meant to have; what one lacks goes to the others."""


def strata(verdicts: Verdicts) -> dict[str, np.ndarray]:
    """Every lead in exactly one stratum: row numbers by name.

    ``near`` are leads of known verdict that little would tip: no match because of a single condition, or points within the smallest
    points of a condition from the threshold, with all else fulfilled.
    """
    near = _one_condition_short(verdicts) | _about_threshold(verdicts)
    verdict = verdicts.verdict
    masks = {"match": (verdict == MATCH) & ~near, "near": near, "unknown": (verdict == UNKNOWN) & ~near,
             "no_match": (verdict == NO_MATCH) & ~near}
    return {name: np.flatnonzero(mask) for name, mask in masks.items()}


def shares(size: int, available: Mapping[str, int], weights: Mapping[str, float] = WEIGHTS) -> dict[str, int]:
    """How many leads each stratum gives: always next the one that is furthest below its weight; fewer than ``size`` if there are fewer."""
    given = dict.fromkeys(available, 0)
    for _ in range(min(size, sum(available.values()))):
        short = [name for name in available if given[name] < available[name]]
        given[min(short, key=lambda name: (given[name] + 0.5) / weights.get(name, 0.25))] += 1
    return given


def draw(parts: Mapping[str, Sequence[int] | np.ndarray], size: int, seed: str) -> list[tuple[int, str]]:
    """(row, stratum) of the drawn leads, shuffled: the same for the same leads and seed on every machine.

    Rows are ordered by SHA-256 of seed and row, which needs no random generator whose ways could change.
    """
    wanted = shares(size, {name: len(rows) for name, rows in parts.items()})
    drawn = [(int(row), name) for name, rows in parts.items()
             for row in sorted((int(r) for r in rows), key=lambda row: _order(seed, "draw", row))[:wanted[name]]]
    return sorted(drawn, key=lambda each: _order(seed, "show", each[0]))


def _order(seed: str, purpose: str, row: int) -> bytes:
    return hashlib.sha256(f"{seed}|{purpose}|{row}".encode()).digest()


def _one_condition_short(verdicts: Verdicts) -> np.ndarray:
    """No match, and only one condition is to blame."""
    found = deciding_all(verdicts)
    single = np.array([len(pattern) == 1 for pattern in found.patterns], np.bool_)
    return (verdicts.verdict == NO_MATCH) & single[found.of]


def _about_threshold(verdicts: Verdicts) -> np.ndarray:
    """Points close to the threshold, known, and nothing else against the lead."""
    near = np.zeros(len(verdicts), np.bool_)
    threshold = verdicts.definition.threshold
    steps = [abs(c.points) for c in conditions(verdicts.definition.root, muted=False) if c.kind == "points" and c.points]
    if threshold is None or not steps or "points" not in verdicts.parts:
        return near
    needed = threshold if isinstance(threshold, Mapping) else {"": threshold}
    gaps = [_gap(verdicts.scores.get(axis), points, len(verdicts)) for axis, points in needed.items()]
    worst, short = np.minimum.reduce(gaps), np.add.reduce([gap < 0 for gap in gaps])
    near |= (worst >= -min(steps)) & (worst < min(steps)) & (short <= 1) & (verdicts.parts["points"] != UNKNOWN)
    for name, part in verdicts.parts.items():
        if name != "points":
            near &= part == MATCH
    return near


def _gap(score: Score | None, needed: float, rows: int) -> np.ndarray:
    """Points above what is needed."""
    return (score.low if score is not None else np.zeros(rows)) - needed
