"""The departments of a company: two to six, each with a hue and a shape."""

from __future__ import annotations

from dataclasses import dataclass

from fusenapp.domain.wording import Wording

SHAPES = ("circle", "triangle", "square", "diamond", "pentagon", "cross")
"""One shape a department, in order; colour never stands alone."""

SHAPE_MARKS = {"circle": "●", "triangle": "▲", "square": "■", "diamond": "◆", "pentagon": "⬟", "cross": "✚"}
"""The shape as a character, for text and Excel."""


@dataclass(frozen=True)
class DefaultDepartment:
    """One of the three departments that a new workspace starts with."""

    id: str
    name: Wording
    short: Wording
    shape: str


DEFAULT_DEPARTMENTS = (
    DefaultDepartment("marketing", Wording("マーケティング", "Marketing"), Wording("マーケ", "Mktg"), "circle"),
    DefaultDepartment("inside-sales", Wording("インサイドセールス", "Inside sales"), Wording("IS", "IS"), "triangle"),
    DefaultDepartment("field-sales", Wording("フィールドセールス", "Field sales"), Wording("FS", "FS"), "square"),
)
