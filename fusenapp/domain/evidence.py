"""What backs a condition, in words: an interview, a figure or a document, with its grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fusenapp.domain.persona import EVIDENCE_NAMES


def evidence_words(name: str, told: Any, language: str) -> str:
    """One piece of evidence in short, e.g. ``Interview Aoba: asked for a quotation at once (Confirmed by data)``.

    Args:
        name: of the interview or figure.
        told: as the condition holds it: text, or ``{"text": …, "grade": …}`` with either part missing.
        language: ``"ja"`` or ``"en"``.
    """
    if not isinstance(told, Mapping):
        return f"{name}: {told}" if isinstance(told, (str, int, float)) and told not in ("", True, False) else name
    text, grade = told.get("text"), EVIDENCE_NAMES.get(str(told.get("grade") or ""))
    words = f"{name}: {text}" if text else name
    return f"{words} ({grade.to(language)})" if grade else words
