"""How older documents become newer ones: a named sequence beside the schema (SPEC D60 to D64).

A migration is a function from an `Edit` to nothing. It must be idempotent and deterministic, as two copies of one
workspace may both run it before they are merged: it writes only what follows from the records, no clock, no chance.
Names are never reused or reordered. Each has a document kept from before it in ``tests/files/document/<name>.bin``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fusenapp.document.edit import Edit
from fusenapp.domain.schema import SCHEMA_VERSION
from fusenapp.errors import InputError


@dataclass(frozen=True)
class Migration:
    """One step, by a name that documents remember."""

    name: str
    run: Callable[[Edit], None]


MIGRATIONS: tuple[Migration, ...] = ()


def refuse_newer(meta: Mapping[str, Any]) -> None:
    """Refuses a document of a newer major version of the schema.

    Raises:
        InputError: ``newer-version`` with ``version``.
    """
    major, minor = version(meta)
    if major > SCHEMA_VERSION[0]:
        raise InputError("newer-version", version=f"{major}.{minor}")


def version(meta: Mapping[str, Any]) -> tuple[int, int]:
    """The version of the schema that a document was written by; (0, 0) where it does not say."""
    major, minor = meta.get("major"), meta.get("minor")
    return (major if isinstance(major, int) else 0, minor if isinstance(minor, int) else 0)


def pending(meta: Mapping[str, Any]) -> list[Migration]:
    """The migrations that a document has not been through, in order."""
    return [migration for migration in MIGRATIONS if not meta.get(mark(migration))]


def mark(migration: Migration) -> str:
    """The fact by which a document remembers a migration."""
    return f"migration.{migration.name}"


def facts(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that a document of this version must carry and does not yet."""
    wanted: dict[str, Any] = {mark(migration): True for migration in MIGRATIONS}
    if version(meta) < SCHEMA_VERSION:
        wanted |= {"major": SCHEMA_VERSION[0], "minor": SCHEMA_VERSION[1]}
    return {name: value for name, value in wanted.items() if meta.get(name) != value}
