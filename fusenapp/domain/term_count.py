"""What a term counts in a lead list: its quantitative test as something that can be run.

Written as ``stage:mql`` (leads that reached a stage of `kpi.STAGES`), ``rule:target`` (leads that match a definition),
``not:target`` (all others), ``rejected`` (leads that sales gave back), or empty (it counts nothing).
"""

from __future__ import annotations

from fusenapp.domain.snapshot import Snapshot

COUNTS = ("stage:lead", "rule:target", "not:target", "rule:hot-lead", "stage:mql", "stage:sal", "rejected", "stage:appointment",
          "stage:opportunity", "stage:proposal", "stage:won")

OF_DEFAULT_TERMS = {
    "term-lead": "stage:lead", "term-quality-lead": "rule:target", "term-general-lead": "not:target", "term-hot-lead": "rule:hot-lead",
    "term-mql": "stage:mql", "term-sal": "stage:sal", "term-srl": "rejected", "term-appointment": "stage:appointment",
    "term-opportunity": "stage:opportunity", "term-proposal": "stage:proposal", "term-won": "stage:won",
}
NOTHING = "-"
"""Written where a standard term shall count nothing."""


def counts_of(snapshot: Snapshot, id: str) -> str:
    """What a term counts: as it was set, else what the standard term of that id does; empty for nothing."""
    told = snapshot.value("terms", id, "counts") or OF_DEFAULT_TERMS.get(id, "")
    return told if told in COUNTS else ""
