"""The agreement workbook: all sheets in order, written beside the target and put in its place when complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError

from fusenapp.domain.agreement import Item
from fusenapp.domain.snapshot import Record, value
from fusenapp.export import front, texts, words
from fusenapp.export.backlog import has_backlog, write_backlog
from fusenapp.export.capacity import write_capacity
from fusenapp.export.decisions import has_decisions, write_decisions
from fusenapp.export.definitions import write_definition
from fusenapp.export.journey import write_journey
from fusenapp.export.judging import judged, write_judging
from fusenapp.export.kept import write_kept
from fusenapp.export.kpi import write_kpi
from fusenapp.export.personas import write_personas
from fusenapp.export.sheet import Book, clean
from fusenapp.export.source import ExportSource
from fusenapp.export.whole import whole


@dataclass(frozen=True)
class Part:
    """A worksheet: its name, the items on it, and what writes it."""

    name: str
    items: tuple[Item, ...]
    write: Callable[[Book], None]


def write(path: Path, source: ExportSource, progress: Callable[[int, int], object] | None = None, *, journeys_alone: bool = False) -> None:
    """See `fusenapp.export.write_workbook` and `fusenapp.export.write_journeys`."""
    with whole(Path(path), FileCreateError) as draft:
        _fill(draft, source, _journeys(source) if journeys_alone else parts(source), progress)


def _fill(name: str, source: ExportSource, every: list[Part], progress: Callable[[int, int], object] | None) -> None:
    book = Book(name, words.edition(source))
    try:
        for done, part in enumerate(every):
            if progress:
                progress(done, len(every))
            part.write(book)
        write_kept(book.file, book.kept, source)
    finally:
        book.file.close()


def parts(source: ExportSource) -> list[Part]:
    """The sheets that this export has, in order."""
    held = [part for part in _every(source) if part.items]
    entries = [(part.name, part.items) for part in held]
    names = words.sheet_names()
    listed = [Part(names["agreements"], (), lambda book: front.write_agreements(book, source))]
    history = [Part(names["history"], (), lambda book: front.write_history(book, source))] if source.snapshot.all("revisions") else []
    decided = [Part(names["decisions"], (), lambda book: write_decisions(book, source))] if has_decisions(source.snapshot) else []
    backlog = [Part(names["contents"], (), lambda book: write_backlog(book, source))] if has_backlog(source.snapshot) else []
    behind = [*backlog, *decided, *history]
    shown = [(names["agreements"], ()), *entries, *((part.name, ()) for part in behind)]
    return [Part(names["cover"], (), lambda book: front.write_cover(book, source, shown)), *listed, *held, *behind]


def _every(source: ExportSource) -> list[Part]:
    """A sheet per kind of item; those without items are left out by `parts`."""
    names = words.sheet_names()

    def of(kind: str, id: str | None = None) -> tuple[Item, ...]:
        return tuple(i for i in source.items if i[0] == kind and id in (None, i[1]))

    return [
        Part(names["terms"], of("terms"), lambda book: texts.write_terms(book, source)),
        Part(names["target"], of("definitions", "target"), lambda book: write_definition(book, source, "target")),
        Part(names["hot-lead"], of("definitions", "hot-lead"), lambda book: write_definition(book, source, "hot-lead")),
        *_judging(source),
        Part(names["handover"], of("handover"), lambda book: texts.write_handover(book, source)),
        Part(names["personas"], of("persona_sets"), lambda book: write_personas(book, source)),
        *_journeys(source),
        Part(names["kpi"], of("kpis") if source.kpi else (), lambda book: write_kpi(book, source)),
        Part(names["capacity"], of("kpis") if source.load else (), lambda book: write_capacity(book, source)),
    ]


def _judging(source: ExportSource) -> list[Part]:
    """The sheet that judges pasted leads, where a definition can be run."""
    items = tuple(("definitions", d.id) for d in judged(source))
    return [Part(words.sheet_names()["judging"], items, lambda book: write_judging(book, source))] if items else []


def _journeys(source: ExportSource) -> list[Part]:
    """One sheet a journey, under its own name as far as Excel allows it."""
    journeys = [j for j in source.snapshot.all("journeys") if ("journeys", j["id"]) in source.items]
    base = words.sheet_names()["journey"]
    found: list[Part] = []
    for number, journey in enumerate(journeys, 1):
        own = "".join(c for c in clean(value("journeys", journey, "name")) if c not in "[]:*?/\\'\n\t")[:20]
        name = base if len(journeys) == 1 else f"{base}{number} {own}".strip()[:31]
        write = partial(_write_journey, source=source, journey=journey, name=name)
        found.append(Part(name, (("journeys", journey["id"]),), write))
    return found


def _write_journey(book: Book, *, source: ExportSource, journey: Record, name: str) -> None:
    write_journey(book, source, journey, name)
