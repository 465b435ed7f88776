"""One of two that are compared, and one place in which they can differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from fusenapp.domain import settlement
from fusenapp.domain.agreement import Item
from fusenapp.domain.agreement_content import canonical_json
from fusenapp.domain.journey_draft import JourneyPlace
from fusenapp.domain.persona_draft import Place as PersonPlace
from fusenapp.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from fusenapp.qualify.drafts import Place

THIS_FILE, OTHER_FILE = "this-file", "other-file"
"""Keys of the sides when another copy of the workspace is compared with this one."""

Which = Literal["left", "right"]


@dataclass(frozen=True)
class Side:
    """One of the two that are compared.

    Attributes:
        key: id of the department, or `THIS_FILE`, `OTHER_FILE`.
        name: what it is called.
        snapshot: where its drafts are.
        department: empty for another copy of the workspace.
    """

    key: str
    name: str
    snapshot: Snapshot
    department: str = ""


@dataclass(frozen=True)
class Point:
    """One place where both sides say something.

    Attributes:
        item: what it is part of.
        place: id within the item: a clause, ``(threshold)``, ``agreed``, ``test``, or a field of the contract.
        part: ``clause include group (threshold) wording test field``, of personas and journeys ``person``, ``note``, ``phase``, ``lane``,
            ``emotion``, ``arrow``, ``order``.
        about: the column of a clause, the name of a term, the field of the contract, whom and what of a person, where on the journey.
        values: what the joint content and the two sides say, plain JSON.
        texts: the same in words.
        choice: key of the side that was taken, ``third``, ``both``, ``discuss``, or empty while it is open.
        settled: the decision, if it holds.
        reasons: department → why.
        detail: for definitions, where the clause stands in the three.
        drafted: for personas and journeys, the place as the drafts know it.
    """

    item: Item
    place: str
    part: str
    about: str
    values: tuple[Any, Any, Any]
    texts: tuple[str, str, str]
    settled: settlement.Settlement | None = None
    reasons: tuple[tuple[str, str], ...] = ()
    detail: Place | None = None
    drafted: PersonPlace | JourneyPlace | None = None

    @property
    def differs(self) -> bool:
        """Whether the sides say something different; one that says nothing of a term or the contract does not quarrel."""
        _, left, right = self.values
        if self.drafted is not None:
            return self.drafted.differs
        return left != right and (self.detail is not None or not (_blank(left) or _blank(right)))

    @property
    def choice(self) -> str:
        """The key of the side that was taken, ``third``, ``both``, ``discuss``, or empty while nothing was said."""
        return self.settled.choice if self.settled else ""

    @property
    def open(self) -> bool:
        """Whether there is something left to settle."""
        return self.differs and (self.settled is None or self.settled.choice == settlement.DISCUSS)

    @property
    def merged(self) -> Any:
        """Both sides in one; None where they cannot be."""
        return self.drafted.merged() if self.drafted is not None else None

    def said(self, left: Side, right: Side) -> dict[str, Any]:
        """Side → what it says."""
        return {left.key: self.values[1], right.key: self.values[2]}


def _blank(found: Any) -> bool:
    return found is None or canonical_json(found) in ('""', "[]")
