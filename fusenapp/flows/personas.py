"""A persona drawn from the leads: what won customers have most often in common, counted, to be taken value by value."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fusenapp.domain.lead import MEANINGS, plain
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.flows.figures import dataset_record

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures
    from fusenapp.tables import Dataset

FEW = 30
"""Below this many customers shares are only an indication (参考値)."""
MOST = 5
"""Values listed per field."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "department": ("部署", "部署名", "所属", "department"),
    "position": ("役職", "肩書", "job title", "position"),
    "channels": MEANINGS["route"],
    "industry": ("業種", "業界", "industry"),
    "employees": ("従業員数", "従業員規模", "社員数", "employees", "number of employees"),
    "location": ("都道府県", "所在地", "prefecture", "location"),
}
"""Persona field → headers that hold it; the last two and industry are of the account."""

ACCOUNT_COLUMNS = ("industry", "employees", "location")
ROLE_HEADERS = ("検討での役割", "役割", "購買での役割", "role")
_BANDS = (1, 10, 30, 50, 100, 300, 500, 1000, 3000, 10000)


@dataclass(frozen=True)
class Share:
    """One value: how many won customers have it, out of those of whom it is known."""

    text: str
    count: int
    share: float


@dataclass(frozen=True)
class FieldProfile:
    """What won customers say in one field.

    Attributes:
        known: of how many it is known; shares are of these.
        missing: of how many it is not.
        values: the most frequent first, at most `MOST`.
    """

    field: str
    column: str
    known: int
    missing: int
    values: tuple[Share, ...]

    @property
    def few(self) -> bool:
        """Whether the shares are only an indication."""
        return self.known < FEW


@dataclass(frozen=True)
class Profile:
    """Won customers of one list, or only those whose contact has one role."""

    dataset: str
    won: int
    leads: int
    role: str
    fields: tuple[FieldProfile, ...]


def profile(figures: Figures, snapshot: Snapshot, dataset: str, role_name: str = "") -> Profile:
    """The most frequent values of the won customers of a lead list.

    Args:
        role_name: what the committee calls a role (選定者 …); where the list has a column of roles that knows it, only its people count.

    Raises:
        InputError: ``unknown-dataset``.
    """
    from fusenapp.kpi import lead_facts

    record = dataset_record(snapshot, dataset)
    rows = figures.dataset(snapshot, record["id"])
    reached = lead_facts(rows, value("datasets", record, "meanings") or {}).reached.get("won")
    won = reached.tolist() if reached is not None else [False] * len(rows)
    role, mask = _of_role(rows, won, role_name)
    found = [_field(rows, mask, field, headers) for field, headers in COLUMNS.items()]
    return Profile(value("datasets", record, "name"), sum(mask), len(rows), role, tuple(f for f in found if f is not None))


def _of_role(rows: Dataset, won: list[bool], role_name: str) -> tuple[str, list[bool]]:
    column = _column(rows, ROLE_HEADERS)
    if not role_name or column is None:
        return "", won
    roles = [_word(v) for v in rows.values(column).to_pylist()]
    if _word(role_name) not in roles:
        return "", won
    return role_name, [w and r == _word(role_name) for w, r in zip(won, roles, strict=True)]


def _field(rows: Dataset, mask: list[bool], field: str, headers: tuple[str, ...]) -> FieldProfile | None:
    column = _column(rows, headers)
    if column is None:
        return None
    mine = [v for v, chosen in zip(rows.values(column).to_pylist(), mask, strict=True) if chosen]
    said = [text for v in mine if (text := _text(v))]
    order = Counter(said).most_common(MOST)
    shares = tuple(Share(text, count, count / len(said)) for text, count in order)
    return FieldProfile(field, column, len(said), len(mine) - len(said), shares)


def _column(rows: Dataset, headers: tuple[str, ...]) -> str | None:
    by_header = {plain(c.name): c.name for c in reversed(rows.columns)}
    return next((by_header[h] for h in headers if h in by_header), None)


def _word(found: Any) -> str:
    return unicodedata.normalize("NFKC", str(found)).strip().lower() if found is not None else ""


def _text(found: Any) -> str:
    """As counted: figures in bands, so that neighbours count together."""
    if isinstance(found, bool) or found is None:
        return ""
    if isinstance(found, (int, float)):
        return _band(float(found))
    return unicodedata.normalize("NFKC", str(found)).strip()


def _band(number: float) -> str:
    edges = [*_BANDS, None]
    if number != number or number < edges[0]:  # not a number, or nobody
        return ""
    low = max(e for e in _BANDS if e <= number)
    high = edges[edges.index(low) + 1]
    return f"{low:,}〜{high - 1:,}" if high else f"{low:,}〜"
