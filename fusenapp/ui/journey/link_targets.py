"""What a note can be linked with: people and the fields of their personas, clauses, KPIs, content ideas."""

from __future__ import annotations

from typing import NamedTuple

from fusenapp.domain.persona import ROLES, fields_of
from fusenapp.domain.snapshot import Record, Snapshot
from fusenapp.editing.links import End
from fusenapp.i18n import language, translate
from fusenapp.ui.clause_words import clause_words


class Target(NamedTuple):
    """One thing to link with; ``field`` is a field of a persona, empty for the whole of it."""

    end: End
    field: str
    name: str
    group: str


def targets(snapshot: Snapshot, journey: str) -> list[Target]:
    """All that can be linked with notes of a journey, group by group."""
    people = snapshot.all("personas", set=snapshot.value("journeys", journey, "set"))
    groups = (
        (translate("Board", "Persona"), [target for person in people for target in _of_person(person)]),
        (translate("Board", "Clause of a definition"), _clauses(snapshot)),
        (translate("Board", "KPI"), [(("kpis", k["id"]), "", k.get("name") or k["id"]) for k in snapshot.all("kpis")]),
        (translate("Board", "Content idea"), [(("contents", c["id"]), "", c.get("title") or c["id"]) for c in snapshot.all("contents")]),
    )
    return [Target(*found, group) for group, every in groups for found in every]


def target_name(snapshot: Snapshot, end: End, field: str, phrases: dict[str, str]) -> str:
    """What a link's end is called; ``phrases`` are the `clause_words`."""
    kind, id = end
    record = snapshot.get(kind, id) or {}
    if kind == "personas":
        return _person_name(record, field)
    person = snapshot.get("personas", str(record.get("parent") or "")) if kind == "notes" else None
    if person is not None:
        return _person_name(person, str(record.get("field") or ""))
    return str(phrases.get(id) or record.get("name") or record.get("title") or record.get("text") or id)


def _of_person(person: Record) -> list[tuple[End, str, str]]:
    end: End = ("personas", person["id"])
    return [(end, "", _person_name(person, "")),
            *((end, field.id, _person_name(person, field.id)) for field in fields_of(person.get("role") or ""))]


def _person_name(person: Record, field: str) -> str:
    role = person.get("role") or ""
    name = str(person.get("name") or (ROLES[role].name.to(language()) if role in ROLES else role))
    if not field:
        return name
    words = next((found.name.to(language()) for found in fields_of(role) if found.id == field), field)
    return translate("Board", "{person}: {field}").format(person=name, field=words)


def _clauses(snapshot: Snapshot) -> list[tuple[End, str, str]]:
    phrases = clause_words(snapshot)
    return [(("clauses", c["id"]), "", _clause_name(c, phrases.get(c["id"]) or c["id"])) for c in snapshot.all("clauses")]


def _clause_name(clause: Record, phrase: str) -> str:
    where = {"target": translate("Board", "Target"), "hot-lead": translate("Board", "Hot lead")}.get(str(clause.get("definition")), "")
    return translate("Board", "{definition}: {clause}").format(definition=where, clause=phrase) if where else phrase
