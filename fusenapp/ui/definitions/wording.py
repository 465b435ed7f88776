"""What definitions are called on screen."""

from __future__ import annotations

from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate


def definition_words(snapshot: Snapshot, id: str) -> str:
    """「ターゲットの定義」, with the department whose draft it is."""
    rule = snapshot.value("definitions", id, "rule") or id.partition("@")[0]
    words = translate("Definitions", "The target definition") if rule == "target" else translate("Definitions", "The hot-lead definition")
    department = id.partition("@")[2]
    if not department:
        return words
    name = snapshot.value("departments", department, "name") or department
    return translate("Definitions", "{definition} ({department}’s draft)").format(definition=words, department=name)
