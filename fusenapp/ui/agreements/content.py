"""What one agrees to, in words, so that nobody stamps unseen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fusenapp.domain import definition
from fusenapp.domain.agreement import HANDOVER, Item
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui.widgets import InspectorSection, Text

_LONG = 400
"""Characters of a sentence that are shown; the rest is read in the item's own area."""


def content_section(snapshot: Snapshot, item: Item) -> QWidget | None:
    """The content of a definition, a term or the contract as it is now; None for what only its own area can show."""
    told = content_words(snapshot, item)
    if not told:
        return None
    part = InspectorSection(translate("Agreements", "What is agreed"))
    for caption, words in told:
        if caption:
            part.body.addWidget(Text(caption, "caption"))
        part.body.addWidget(Text(words if len(words) <= _LONG else words[:_LONG] + "…", wrap=True))
    return part


def content_words(snapshot: Snapshot, item: Item) -> list[tuple[str, str]]:
    """Pairs of caption and words; empty for kinds that have no short form."""
    kind, id = item
    if kind == "definitions":
        return [("", _rule(snapshot, id))]
    if kind == "terms":
        return _term(snapshot, id)
    return _contract(snapshot) if item == HANDOVER else []


def _rule(snapshot: Snapshot, id: str) -> str:
    from fusenapp.qualify import sentence

    known = definition.all_from_snapshot(snapshot)
    found = known.get(id)
    if found is None or not any(True for _ in definition.conditions(found.root)):
        return translate("Agreements", "It has no conditions yet.")
    return sentence(found, names=known)


def _term(snapshot: Snapshot, id: str) -> list[tuple[str, str]]:
    meaning, test = (snapshot.value("terms", id, name) for name in ("agreed", "test"))
    told = [(translate("Agreements", "Meaning"), meaning or translate("Agreements", "Not written yet."))]
    return [*told, (translate("Agreements", "Test by numbers"), test)] if test else told


def _contract(snapshot: Snapshot) -> list[tuple[str, str]]:
    first, answer, attempts = (snapshot.value(*HANDOVER, name) for name in ("first_contact_hours", "feedback_hours", "attempts"))
    words = translate("Agreements", "First contact within {first} hours, answer from sales within {answer} hours, {attempts} attempts")
    deadlines = words.format(first=_plain(first), answer=_plain(answer), attempts=_plain(attempts))
    told = [(translate("Agreements", "Deadlines"), deadlines)]
    required = snapshot.value(*HANDOVER, "required_fields")
    if required:
        told.append((translate("Agreements", "Fields that must be filled"), "、".join(required)))
    reasons = len(snapshot.all("reasons"))
    return [*told, (translate("Agreements", "Reasons for rejection"), translate("Agreements", "%n reason(s)", n=reasons))]


def _plain(number: float | None) -> str:
    return f"{number or 0:g}"
