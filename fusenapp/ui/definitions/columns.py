"""The columns that clauses can ask for: those of the imported lead lists, with the values that occur in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import Snapshot, value

if TYPE_CHECKING:
    from fusenapp.flows.figures import Figures

MOST_VALUES = 20_000
"""Values offered for one column, the commonest first; the list shows those that contain what is typed."""


@dataclass(frozen=True)
class Offered:
    """A column as the rule builder offers it: the name to write into the clause, its type and unit."""

    name: str
    type: str
    unit: str = ""


def offered(snapshot: Snapshot) -> list[Offered]:
    """Columns of all lead lists; of a stacked header the last level alone, where that says which column is meant."""
    found: dict[str, Offered] = {}
    for record in snapshot.all("datasets", purpose="leads"):
        columns = value("datasets", record, "columns") or []
        short = [c["name"].rsplit("›", 1)[-1] for c in columns]
        for column, name in zip(columns, short, strict=True):
            plain = name if short.count(name) == 1 else column["name"]
            found.setdefault(plain, Offered(plain, column["type"], column.get("unit") or ""))
    return list(found.values())


def values_of(figures: Figures, snapshot: Snapshot, column: str) -> list[tuple[str, int]]:
    """Values of a column with how often each occurs, over all lead lists. For a worker."""
    import pyarrow as pa

    counts: dict[str, int] = {}
    for record in snapshot.all("datasets", purpose="leads"):
        dataset = figures.dataset(snapshot, record["id"])
        if dataset.find(column) is None:
            continue
        held = dataset.values(column)
        if pa.types.is_floating(held.type):
            continue  # hardly two leads have the same; a typed figure says more
        for entry in held.drop_null().value_counts().to_pylist():
            text = _written(entry["values"])
            counts[text] = counts.get(text, 0) + entry["counts"]
    return sorted(counts.items(), key=lambda pair: -pair[1])[:MOST_VALUES]


def _written(found: object) -> str:
    return f"{found:,}" if isinstance(found, int) and not isinstance(found, bool) else str(found)


ValueSource = Callable[[str, Callable[[list[tuple[str, int]]], None]], None]
"""Asks for the values of a column; the answer comes later, on the window's thread."""
