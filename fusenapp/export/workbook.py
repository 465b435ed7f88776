"""The agreement workbook: all sheets in order, written beside the target and put in its place when complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter.exceptions

from fusenapp.domain.snapshot import value
from fusenapp.errors import EnvironmentFault
from fusenapp.export import front, texts, words
from fusenapp.export.definitions import write_definition
from fusenapp.export.journey import write_journey
from fusenapp.export.kpi import write_kpi
from fusenapp.export.personas import write_personas
from fusenapp.export.sheet import Book
from fusenapp.export.source import ExportSource

Part = tuple[str, Callable[[Book], None]]
"""(sheet name, what writes it)"""


def write(path: Path, source: ExportSource, progress: Callable[[int, int], None] | None = None) -> None:
    """See `fusenapp.export.write_workbook`."""
    path = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".xlsx", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise EnvironmentFault("cannot-write", where=str(path), reason=error.strerror or str(error)) from error
    try:
        _fill(name, source, progress)
        _put(name, path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise EnvironmentFault("cannot-write", where=str(path), reason=getattr(error, "strerror", None) or str(error)) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(name: str, source: ExportSource, progress: Callable[[int, int], None] | None) -> None:
    book = Book(name)
    every = parts(source)
    try:
        for done, (_, part) in enumerate(every):
            if progress:
                progress(done, len(every))
            part(book)
    finally:
        book.file.close()


def _put(name: str, path: Path) -> None:
    with open(name, "rb+") as file:
        os.fsync(file.fileno())
    os.chmod(name, 0o644)
    os.replace(name, path)


def parts(source: ExportSource) -> list[Part]:
    """The sheets that this export has, in order."""
    names, kinds = words.sheet_names(), {kind for kind, _ in source.items}
    found: list[Part] = [(names["agreements"], lambda book: front.write_agreements(book, source))]
    if "terms" in kinds:
        found.append((names["terms"], lambda book: texts.write_terms(book, source)))
    for rule in ("target", "hot-lead"):
        if ("definitions", rule) in source.items:
            found.append((names[rule], lambda book, rule=rule: write_definition(book, source, rule)))
    if "handover" in kinds:
        found.append((names["handover"], lambda book: texts.write_handover(book, source)))
    if "persona_sets" in kinds:
        found.append((names["personas"], lambda book: write_personas(book, source)))
    found += _journeys(source)
    if source.kpi is not None and source.kpi.months and (not source.agreed_only or "kpis" in kinds):
        found.append((names["kpi"], lambda book: write_kpi(book, source)))
    listed = [name for name, _ in found]
    return [(names["cover"], lambda book: front.write_cover(book, source, listed)), *found]


def _journeys(source: ExportSource) -> list[Part]:
    """One sheet a journey, under its own name as far as Excel allows it."""
    journeys = [j for j in source.snapshot.all("journeys") if ("journeys", j["id"]) in source.items]
    base = words.sheet_names()["journey"]
    found: list[Part] = []
    for number, journey in enumerate(journeys, 1):
        own = "".join(c for c in value("journeys", journey, "name") if c not in "[]:*?/\\'\n")[:20]
        name = base if len(journeys) == 1 else f"{base}{number} {own}".strip()[:31]
        found.append((name, lambda book, journey=journey, name=name: write_journey(book, source, journey, name)))
    return found
