"""Notes of a journey become structure: statements of a persona, conditions, KPIs, entries of the backlog. One step each.

A note stays on its board; a link that says ``origin`` leads from it to what was made of it and back. A note that already became
something in a place does not become it twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fusenapp.document import Document, Edit
from fusenapp.domain import note_clause
from fusenapp.domain.content import MEASURE_LANES
from fusenapp.domain.definition import Clause
from fusenapp.domain.origins import End, first_line, made_of
from fusenapp.domain.persona import fields_of
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import contents, definitions, kpis, personas
from fusenapp.editing.common import existing
from fusenapp.editing.notes import NewNote, Place, add_note
from fusenapp.errors import InputError
from fusenapp.i18n import translate

MOST_NAME = 40
"""Characters of a note that become a name; the whole of it is kept as the note of the thing."""

_COPIED = ("evidence", "tags", "interviews.note")


@dataclass(frozen=True)
class Spot:
    """Where notes can be turned into something.

    Attributes:
        kind: ``personas`` (a field), ``groups`` (of conditions), ``kpis`` (below a node), ``contents`` (the backlog).
        id: of the persona, the group, the node; empty for the top of the KPI tree and for the backlog.
        field: of the persona.
    """

    kind: str
    id: str = ""
    field: str = ""


Maker = Callable[[Document, Edit, Record, Spot, End | None], End]
"""Makes something of a note; the last argument is what was made of the note before it, in the same step."""


def turn(document: Document, notes: Sequence[str], spot: Spot) -> list[End]:
    """Turn notes into what belongs in a spot, in the order given; returns what was made, or was there already, per note.

    Notes without a text are left out. Nothing is taken from the board.

    Raises:
        InputError: ``unknown-record`` for a note or a spot that is gone, ``bad-value`` for a field that the persona does not have.
    """
    every = [existing(document, "notes", id) for id in dict.fromkeys(notes)]
    records = [record for record in every if first_line(value("notes", record, "text"))]
    make, snapshot, made = _maker(document, spot), document.snapshot(), []
    known = {record["id"]: made_of(snapshot, record["id"]) for record in records} if snapshot.records.get("links") else {}
    with document.edit(_label(spot, len(records))) as edit:
        for record in records:
            before = known.get(record["id"], [])
            after = made[-1] if made else None
            end = _there(snapshot, before, spot) or make(document, edit, record, spot, after)
            field = spot.field if end[0] == "personas" else ""
            if (end, field) not in before:
                _link(edit, record, end, field)
            made.append(end)
    return made


def _maker(document: Document, spot: Spot) -> Maker:
    makers: dict[str, Maker] = {"groups": _condition, "kpis": _kpi, "contents": _content}
    if spot.id:
        existing(document, spot.kind, spot.id)
    if spot.kind != "personas":
        return makers[spot.kind]
    role = value("personas", existing(document, "personas", spot.id), "role")
    field = next((f for f in fields_of(role) if f.id == spot.field), None)
    if field is None:
        raise InputError("bad-value", where=spot.id, value=spot.field)
    return _statement if field.form == "notes" else _line


def _label(spot: Spot, count: int) -> str:
    if spot.kind == "personas":
        return translate("StructureSteps", "Turn %n note(s) into statements of a persona", n=count)
    if spot.kind == "groups":
        return translate("StructureSteps", "Turn %n note(s) into conditions", n=count)
    if spot.kind == "kpis":
        return translate("StructureSteps", "Turn %n note(s) into KPIs", n=count)
    return translate("StructureSteps", "Put %n note(s) into the backlog", n=count)


def _there(snapshot: Snapshot, every: Sequence[tuple[End, str]], spot: Spot) -> End | None:
    """What a note became in this spot already, among all that it became."""
    return next((end for end, field in every if _belongs(end, field, snapshot.get(*end) or {}, spot)), None)


def _belongs(end: End, field: str, record: Record, spot: Spot) -> bool:
    if spot.kind == "personas":
        under = end[0] == "notes" and (record.get("parent"), record.get("field")) == (spot.id, spot.field)
        return under or (end == ("personas", spot.id) and field == spot.field)
    parents = {"groups": ("clauses", "parent"), "kpis": ("kpis", "parent"), "contents": ("contents", "")}
    kind, parent = parents[spot.kind]
    return end[0] == kind and (not parent or (record.get(parent) or "") == spot.id)


def _link(edit: Edit, note: Record, end: End, field: str) -> None:
    edit.create("links", {"source": ["notes", note["id"]], "target": list(end), "origin": True, **({"field": field} if field else {})})


def _statement(document: Document, edit: Edit, note: Record, spot: Spot, after: End | None) -> End:
    """A note of the persona that says the same, with its evidence."""
    if after is None:
        there = edit.all("notes", parent=spot.id, field=spot.field)
        after = ("notes", there[-1]["id"]) if there else None
    paper = int(value("notes", note, "colour") or 1)
    new = NewNote(Place(spot.id, field=spot.field), value("notes", note, "text"), paper, note.get("department") or "")
    made = add_note(document, new, after=after[1] if after else None)
    for name in _COPIED:
        if note.get(name):
            edit.set_field("notes", made, name, note[name])
    return "notes", made


def _line(document: Document, edit: Edit, note: Record, spot: Spot, after: End | None) -> End:
    """One more line of a field of the form, unless it says so already."""
    before = str(value("personas", edit.get("personas", spot.id) or {}, f"field.{spot.field}") or "")
    text = value("notes", note, "text").strip()
    if text not in before.splitlines() and text != before:
        personas.write_field(document, spot.id, spot.field, f"{before}\n{text}" if before else text)
    return "personas", spot.id


def _condition(document: Document, edit: Edit, note: Record, spot: Spot, after: End | None) -> End:
    """What the note says as a condition; what is not understood whole is muted until somebody says it."""
    text = value("notes", note, "text").strip()
    found = note_clause.read(text, note_clause.lead_columns(document.snapshot()))
    department = note.get("department") or document.author.department
    field, operator, told = (found.field, found.operator, found.value) if found else (first_line(text, MOST_NAME), "not-blank", None)
    clause = Clause(id="", field=field, operator=operator, value=told, department=department, comment=text,
                    muted=found is None or not found.sure)
    return "clauses", definitions.add_clause(document, spot.id, clause)


def _kpi(document: Document, edit: Edit, note: Record, spot: Spot, after: End | None) -> End:
    """A KPI below the node, under a name that no formula takes for another one."""
    text = value("notes", note, "text").strip()
    name, taken = first_line(text, MOST_NAME), {k.get("name") for k in edit.all("kpis")}
    free = next(each for n in range(1, len(taken) + 2) if (each := name if n == 1 else f"{name} ({n})") not in taken)
    made = kpis.add_node(document, free, spot.id, unit="件", department=note.get("department") or "")
    if text != name:
        edit.write("kpis", made, "note", text)
    return "kpis", made


def _content(document: Document, edit: Edit, note: Record, spot: Spot, after: End | None) -> End:
    """An entry of the backlog, with the phase, the person and the department that the note is about."""
    snapshot, text = document.snapshot(), value("notes", note, "text").strip()
    lane = value("lanes", snapshot.get("lanes", note.get("lane") or "") or {}, "name").casefold()
    committee = snapshot.value("journeys", note.get("parent") or "", "set")
    people = snapshot.all("personas", set=committee) if note.get("role") else []
    person = next((p["id"] for p in people if p.get("role") == note.get("role")), "")
    kind = "measure" if any(word in lane for word in MEASURE_LANES) else "content"
    title = first_line(text, MOST_NAME)
    made = contents.add_content(document, title, kind=kind, department=note.get("department") or "", phase=note.get("phase") or "",
                                persona=person, **({"note": text} if text != title else {}))
    return "contents", made
