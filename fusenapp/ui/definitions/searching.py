"""Clauses for Ctrl+K."""

from __future__ import annotations

from fusenapp.domain import definition
from fusenapp.ui.areas import SearchItem, area_of, title
from fusenapp.ui.context import UiContext


def clauses(context: UiContext, rule: str) -> list[SearchItem]:
    """Every clause of a definition, in words."""
    from fusenapp.qualify import phrase

    found = definition.from_snapshot(context.snapshot(), rule)
    if found is None:
        return []
    area = area_of("definitions", rule)
    return [SearchItem(phrase(c), title(area), area, ("clauses", c.record)) for c in definition.clauses(found)]
