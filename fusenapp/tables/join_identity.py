"""By what a decision about two rows is remembered, so that it holds for next month's files too.

A row is known by its id where its list has one, else by its mail address, company, person and telephone together. Only a digest
is kept: names and addresses of people do not enter the document, whose history is never forgotten.
"""

from __future__ import annotations

from hashlib import blake2b

from fusenapp.tables.dataset import Dataset
from fusenapp.tables.join_keys import ROLES, candidates, normalised

_UNIQUE = 0.98
"""Share of distinct values from which a column counts as the id of its rows."""


def identities(dataset: Dataset) -> list[str]:
    """One text per row; rows that name the same in every respect have the same."""
    found = _named(dataset)
    if not all(found):
        whole = [dataset.values(at).to_pylist() for at in range(len(dataset.columns))]
        found = [text or f"row\t{[column[row] for column in whole]}" for row, text in enumerate(found)]
    return found


def _named(dataset: Dataset) -> list[str]:
    known = candidates(dataset)
    for column in known["id"]:
        values = normalised(dataset, "id", column)
        if len(set(values) - {""}) >= _UNIQUE * len(values):
            return [f"id\t{value}" if value else "" for value in values]
    columns = [normalised(dataset, role, known[role][0]) for role in ROLES[1:] if known[role]]
    return ["\t".join(parts) if any(parts) else "" for parts in zip(*columns, strict=True)] if columns else [""] * len(dataset)


def pair_id(lead: str, outcome: str) -> str:
    """The id of a decision about two rows."""
    return blake2b(f"{lead}\n{outcome}".encode(), digest_size=12).hexdigest()
