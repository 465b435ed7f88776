"""The backlog of measures (施策) and content: what is to be made, for whom, in which phase, and how far it is."""

from __future__ import annotations

from fusenapp.domain.wording import Wording

KINDS = {
    "content": Wording("コンテンツ", "Content"),
    "measure": Wording("施策", "Measure"),
}
"""What an entry is; the first one is what a new entry begins as."""

STATES = {
    "idea": Wording("アイデア", "Idea"),
    "planned": Wording("予定", "Planned"),
    "making": Wording("制作中", "In the making"),
    "ready": Wording("公開・実施中", "In use"),
    "dropped": Wording("見送り", "Dropped"),
}
"""How far it is, from the first thought to the end."""

MEASURE_LANES = ("施策", "measure")
"""Words in the name of a lane whose notes are measures."""
