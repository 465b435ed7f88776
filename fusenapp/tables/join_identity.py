"""By what a decision about two rows is remembered, so that it holds for next month's files too.

A row is known by its id where its list has one, else by its mail address, company, person and telephone together. Only a digest
is kept: names and addresses of people do not enter the document, whose history is never forgotten.
"""

from __future__ import annotations

from hashlib import blake2b

from fusenapp.tables.join_keys import ROLES, Listed

_UNIQUE = 0.98
"""Share of distinct values from which a column counts as the id of its rows."""


def identities(listed: Listed) -> list[str]:
    """One text per row; rows that name the same in every respect have the same."""
    found = _named(listed)
    if not all(found):
        rows, columns = listed.dataset.table, range(len(listed.dataset.columns))
        found = [text or f"row\t{[rows.column(at)[row].as_py() for at in columns]}" for row, text in enumerate(found)]
    return found


def _named(listed: Listed) -> list[str]:
    known = listed.candidates
    for column in known["id"]:
        values = listed.normalised("id", column)
        if len(set(values) - {""}) >= _UNIQUE * len(values):
            return [f"id\t{value}" if value else "" for value in values]
    columns = [listed.normalised(role, known[role][0]) for role in ROLES[1:] if known[role]]
    return ["\t".join(parts) if any(parts) else "" for parts in zip(*columns, strict=True)] if columns else [""] * len(listed)


def pair_id(lead: str, outcome: str) -> str:
    """The id of a decision about two rows."""
    return blake2b(f"{lead}\n{outcome}".encode(), digest_size=12).hexdigest()
