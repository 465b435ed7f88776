"""Which paper a note of a field gets."""

from __future__ import annotations

PAPER_OF = {"business_issues": 3, "issues": 1, "concerns": 2, "criteria": 6, "message": 7, "materials": 8}
"""Paper that a new note of a field gets; any other field: 5."""
