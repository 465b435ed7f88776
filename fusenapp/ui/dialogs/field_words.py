"""The fields of records in words, for lists of what a merge found."""

from __future__ import annotations

from fusenapp.domain import persona
from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import language, translate


def field_words(snapshot: Snapshot, name: str) -> str:
    """What a field is called; of a family with its key in words: ``wording.field-sales``."""
    head, _, key = name.partition(".")
    word = _words().get(head, translate("Fields", "Other property"))
    if not key:
        return word
    return f"{word} › {_key_words(snapshot, head, key)}"


def _key_words(snapshot: Snapshot, family: str, key: str) -> str:
    known = {f.id: f.name.to(language()) for f in (*persona.ACCOUNT_FIELDS, *persona.PERSON_FIELDS, *persona.APPROVER_FIELDS)}
    if family == "wording":
        return snapshot.value("departments", key, "name") or key
    if family == "emotion":
        phase = key.rpartition(".")[2]
        return snapshot.value("phases", phase, "name") or key
    return known.get(key, key)


def _words() -> dict[str, str]:
    return {
        "name": translate("Differences", "Name"), "english": translate("Differences", "English name"),
        "agreed": translate("Differences", "Agreed wording"), "test": translate("Differences", "Quantitative test"),
        "evidence": translate("Differences", "Evidence"), "text": translate("Differences", "Text"),
        "quote": translate("Differences", "Quote"), "meaning": translate("Differences", "Meaning"),
        "title": translate("Differences", "Title"), "role": translate("Differences", "Role"), "phase": translate("Differences", "Phase"),
        "lane": translate("Differences", "Lane"), "colour": translate("Differences", "Colour"),
        "order": translate("Differences", "Place"), "emotion": translate("Differences", "Emotion"),
        "field": translate("Differences", "Field"), "operator": translate("Differences", "Operator"),
        "value": translate("Differences", "Value"), "match": translate("Differences", "Joined by"),
        "kind": translate("Differences", "Kind"), "muted": translate("Differences", "Muted"), "points": translate("Differences", "Points"),
        "threshold": translate("Differences", "Threshold"), "required_fields": translate("Differences", "Required fields"),
        "first_contact_hours": translate("Differences", "First contact (hours)"),
        "feedback_hours": translate("Differences", "Answer from sales (hours)"),
        "attempts": translate("Differences", "Attempts"), "recycling": translate("Differences", "Coming back"),
        "formula": translate("Differences", "Formula"), "unit": translate("Differences", "Unit"),
        "parent": translate("Differences", "Parent"), "department": translate("Differences", "Department"),
        "ref": translate("Differences", "Other definition"), "wording": translate("Fields", "Wording"),
        "votes": translate("Fields", "Votes"), "deleted": translate("Fields", "Deleted"), "subtitle": translate("Fields", "Line under the name"),
        "short": translate("Fields", "Short name"), "review_months": translate("Fields", "Months until the review"),
        "kpi_tree_review_months": translate("Fields", "Months until the review"),
        "fiscal_start": translate("Fields", "First month of the fiscal year"), "as_of": translate("Fields", "Last month with fixed figures"),
        "comment": translate("Fields", "Comment"), "note": translate("Fields", "Comment"), "owner": translate("Fields", "Owner"),
        "destination": translate("Fields", "Destination"), "deadline_days": translate("Fields", "Deadline in days"),
        "code": translate("Fields", "Code"), "meanings": translate("Fields", "Meaning of the columns"), "blob": translate("Fields", "Rows"),
        "bare": translate("Fields", "Rows"), "join": translate("Joining", "Join with outcomes"), "same": translate("Joining", "Decision"),
        "answer": translate("Fields", "Answer"), "because": translate("Fields", "What decides"),
        "width": translate("Fields", "Width"), "height": translate("Fields", "Height"), "label": translate("Fields", "Label"),
    }
