"""Everything in a workspace that Ctrl+K can find, read from a snapshot. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.i18n import translate
from fusenapp.ui import areas
from fusenapp.ui.clause_words import clause_words


class Found(NamedTuple):
    """A record that can be gone to: ``area`` and ``item`` are what `UiContext.navigate` takes."""

    title: str
    subtitle: str
    icon: str
    area: str
    item: tuple[str, str]


def content(snapshot: Snapshot) -> list[Found]:
    """All records with words in them."""
    return [found for walk in (_personas, _journeys, _notes, _terms, _definitions, _clauses, _kpis, _rest) for found in walk(snapshot)]


def _line(text: object) -> str:
    return " ".join(str(text or "").split())


def _personas(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("persona_sets"):
        yield Found(_line(value("persona_sets", r, "name")), areas.title("personas"), "personas", "personas", ("persona_sets", r["id"]))
    for r in snapshot.all("personas"):
        name = _line(value("personas", r, "name"))
        item = ("personas", r["id"])
        yield Found(name, areas.title("personas"), "personas", "personas", item)
        for text in (*family(r, "field").values(), value("personas", r, "quote")):
            if text:
                yield Found(_line(text), f"{areas.title('personas')} › {name}", "personas", "personas", item)


def _journeys(snapshot: Snapshot) -> Iterator[Found]:
    for kind in ("journeys", "phases", "lanes"):
        for r in snapshot.all(kind):
            yield Found(_line(value(kind, r, "name")), areas.title("journey"), "journey", "journey", (kind, r["id"]))


def _notes(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("notes"):
        text = _line(value("notes", r, "text"))
        if text:
            area = "personas" if snapshot.get("personas", value("notes", r, "parent")) else "journey"
            yield Found(text, _place(snapshot, r, area), "note", area, ("notes", r["id"]))


def _place(snapshot: Snapshot, note: Record, area: str) -> str:
    names = [areas.title(area)]
    if area == "personas":
        names.append(snapshot.value("personas", value("notes", note, "parent"), "name"))
    else:
        names.append(snapshot.value("phases", value("notes", note, "phase"), "name"))
        names.append(snapshot.value("lanes", value("notes", note, "lane"), "name"))
    return " › ".join(name for name in names if name)


def _terms(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("terms"):
        name = _line(value("terms", r, "name"))
        item = ("terms", r["id"])
        english = value("terms", r, "english")
        yield Found(f"{name} {english}".strip(), areas.title("terms"), "terms", "terms", item)
        for text in (value("terms", r, "agreed"), value("terms", r, "test"), *family(r, "wording").values()):
            if text:
                yield Found(_line(text), f"{areas.title('terms')} › {name}", "terms", "terms", item)


def _definitions(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("definitions"):
        area = areas.area_of("definitions", r["id"])
        name = _line(value("definitions", r, "name"))
        if name and r["id"] not in ("target", "hot-lead"):
            yield Found(name, areas.title(area), area, area, ("definitions", r["id"]))


def _clauses(snapshot: Snapshot) -> Iterator[Found]:
    phrases = clause_words(snapshot)
    for r in snapshot.all("clauses"):
        area = areas.area_of("definitions", value("clauses", r, "definition"))
        text = phrases.get(r["id"], "")
        if text:
            yield Found(text, areas.title(area), area, area, ("clauses", r["id"]))


def _kpis(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("kpis"):
        department = snapshot.value("departments", value("kpis", r, "department"), "name")
        subtitle = " › ".join(part for part in (areas.title("kpi"), department) if part)
        yield Found(_line(value("kpis", r, "name")), subtitle, "kpi", "kpi", ("kpis", r["id"]))


def _rest(snapshot: Snapshot) -> Iterator[Found]:
    for r in snapshot.all("datasets"):
        yield Found(_line(value("datasets", r, "name")), translate("Palette", "Imported data"), "leads", "leads", ("datasets", r["id"]))
    for r in snapshot.all("reasons"):
        text = _line(f"{value('reasons', r, 'code')} {value('reasons', r, 'name')}")
        yield Found(text, translate("Palette", "Rejection reason"), "handover", "hot_lead", ("reasons", r["id"]))
