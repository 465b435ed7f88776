"""What an export writes: frozen, so that it can be written on any thread while the user goes on editing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fusenapp.domain.agreement import Item, ItemStatus
    from fusenapp.domain.capacity import Capacity
    from fusenapp.domain.snapshot import Snapshot
    from fusenapp.kpi import KpiResult
    from fusenapp.kpi.capacity import CapacityTable
    from fusenapp.qualify import Backtest


@dataclass(frozen=True)
class Foretold:
    """A definition against an outcome.

    Attributes:
        outcome: ``COLUMN=VALUE``.
        test: its counts and rates.
        leaks: fields of clauses that are known only after hand-over.
    """

    outcome: str
    test: Backtest
    leaks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tested:
    """A definition run on one lead list: its name, its leads, their verdicts, and what they would have foretold, if that was asked."""

    dataset: str
    leads: int
    match: int
    unknown: int
    foretold: Foretold | None = None


@dataclass(frozen=True)
class ExportSource:
    """Everything that goes into a workbook.

    Attributes:
        snapshot: the records to write; with agreed items only, as they were agreed.
        items: the items among them.
        statuses: where every item of the workspace stands, for the agreement list.
        kpi: the evaluated tree, or None if there is no figure yet.
        at: time of the export, ISO 8601.
        agreed_only: whether items that are not agreed were left out.
        language: ``"ja"`` or ``"en"``.
        tested: rule → its verdicts on each lead list that has the columns for it.
        workspace: the workspace's own id, by which a copy that comes back is known.
        types: column that a definition reads → its type in the lead lists, for the sheet that judges pasted leads.
        as_of: reference day of that sheet, ISO 8601.
        explain: id of the KPI whose shortfall the waterfall explains; empty = the topmost one.
        capacity, load: what sales can take up, and the months set against it; None where the workspace does not say.
    """

    snapshot: Snapshot
    items: tuple[Item, ...]
    statuses: tuple[ItemStatus, ...]
    kpi: KpiResult | None
    at: str
    agreed_only: bool = True
    language: str = field(default="ja")
    tested: Mapping[str, tuple[Tested, ...]] = field(default_factory=dict)
    workspace: str = ""
    types: Mapping[str, str | None] = field(default_factory=dict)
    as_of: str = ""
    explain: str = ""
    capacity: Capacity | None = None
    load: CapacityTable | None = None

    def status(self, item: Item) -> ItemStatus | None:
        """Where an item stands."""
        return next((s for s in self.statuses if s.item == item), None)
