"""Two drafts of a committee beside each other, field by field; a field of notes is compared as its lines.

A side is what a department would write (records of kind ``persona_drafts``; where it wrote nothing it goes along with the joint
persona), or the joint persona of another copy of the workspace. Where people stand on the scales and what they do in the committee
are compared as well, and for the committee as a whole the 稟議 route and the arrows (`persona_committee`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fusenapp.domain import persona_committee
from fusenapp.domain.persona import ACCOUNT, PersonaField, fields_of
from fusenapp.domain.persona_committee import INFLUENCES, PART, ROUTE
from fusenapp.domain.settlement import Settlement, settlement
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.domain.wording import Wording

TITLE = PersonaField("(title)", Wording("どんな人か", "Who it is"))
QUOTE = PersonaField("(quote)", Wording("本人の言葉", "In their own words"))
PERSON = PersonaField("(person)", Wording("人物", "Person"), "choice")
"""Whether there is such a person at all: its text is the name, or empty."""


@dataclass(frozen=True)
class Place:
    """A field of a person as two sides say it.

    Attributes:
        texts: joint, left and right; of notes one line each.
        settled: the decision, if it still holds.
        notes: how many of the lines stand on both sides, on the left only and on the right only.
    """

    persona: str
    field: PersonaField
    texts: tuple[str, str, str]
    settled: Settlement | None = None

    @property
    def id(self) -> str:
        """The place within the set, as settlements name it."""
        return f"{self.persona}/{self.field.id}"

    @property
    def differs(self) -> bool:
        """Whether the two say something different; the order of notes is none."""
        _, left, right = self.texts
        if self.field.form == "steps":
            return lines(left) != lines(right)
        return sorted(lines(left)) != sorted(lines(right)) if self.field.form == "notes" else left.strip() != right.strip()

    @property
    def open(self) -> bool:
        """Whether there is something left to settle."""
        return self.differs and (self.settled is None or self.settled.choice == "discuss")

    def notes(self) -> tuple[list[str], list[str], list[str]]:
        """Lines of both, of the left only, of the right only."""
        left, right = lines(self.texts[1]), lines(self.texts[2])
        return [x for x in left if x in right], [x for x in left if x not in right], [x for x in right if x not in left]

    def merged(self) -> str:
        """Both in one: notes of either side once, texts one after the other."""
        _, left, right = self.texts
        if self.field.form == "steps":
            return "\n".join(dict.fromkeys([*lines(left), *lines(right)]))
        if self.field.form == "choice":
            return persona_committee.middle(left, right)
        if self.field.form == "notes":
            both, mine, theirs = self.notes()
            return "\n".join([*both, *mine, *theirs])
        if left.strip() in right:
            return right
        return left if right.strip() in left else f"{left}／{right}"


@dataclass(frozen=True)
class DraftSide:
    """One of the two: a department of this workspace, or (``department`` empty) the joint persona of ``snapshot``."""

    key: str
    name: str
    snapshot: Snapshot
    department: str = ""

    def text(self, persona: str, field: PersonaField, statements: Statements | None = None) -> str:
        """What this side says in a field; ``statements`` are those of its snapshot, if they are known already."""
        if self.department:
            own = family(self.snapshot.get("persona_drafts", id_of(persona, self.department)) or {}, "field")
            if field.id in own:
                return str(own[field.id])
        return joint_text(self.snapshot, persona, field, statements)


def id_of(persona: str, department: str) -> str:
    """The id of a department's draft of a person."""
    return f"{persona}@{department}"


def lines(text: str) -> list[str]:
    """The notes of a draft: its lines without blank ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def draft_fields(role: str, committee: Record | None = None) -> tuple[PersonaField, ...]:
    """Everything of a person that can be drafted; the scales are those of its committee."""
    more = () if role == ACCOUNT else (PART, *persona_committee.scale_fields(committee or {}))
    return (TITLE, QUOTE, *more, *fields_of(role))


def joint_text(snapshot: Snapshot, persona: str, field: PersonaField, statements: Statements | None = None) -> str:
    """What the joint persona says in a field; notes one per line."""
    record: Record = snapshot.get("personas", persona) or {}
    if field in (ROUTE, INFLUENCES):
        return persona_committee.text_of(snapshot, persona, field)
    if field == PERSON:
        return value("personas", record, "name")
    if field.form == "choice":
        return persona_committee.choice_of(record, field)
    if field in (TITLE, QUOTE):
        return str(value("personas", record, field.id.strip("()")))
    if field.form == "notes":
        notes = snapshot.all("notes", parent=persona, field=field.id) if statements is None else statements.get((persona, field.id), [])
        return "\n".join(" ".join(value("notes", n, "text").split("\n")) for n in notes if value("notes", n, "text"))
    return str(value("personas", record, f"field.{field.id}") or "")


def places(snapshot: Snapshot, set_id: str, left: DraftSide, right: DraftSide) -> list[Place]:
    """Every field in which the two sides can differ, person by person, then the route and the arrows of the committee.

    Of a person that a side does not know, only that is told. The committee's own places have the id of the set in place of a person's.
    """
    asked: list[tuple[str, PersonaField]] = []
    committee = snapshot.get("persona_sets", set_id) or {}
    people = {p["id"]: p for side in (right, left) for p in side.snapshot.all("personas", set=set_id)}
    for person in {p["id"]: p for p in (*snapshot.all("personas", set=set_id), *people.values())}.values():
        both = all(side.snapshot.get("personas", person["id"]) is not None for side in (left, right))
        fields = draft_fields(value("personas", person, "role"), committee) if both else (PERSON,)
        asked += [(person["id"], field) for field in fields]
    if all(side.snapshot.get("persona_sets", set_id) is not None for side in (left, right)):
        asked += [(set_id, ROUTE), (set_id, INFLUENCES)]
    people_asked = {whom for whom, _ in asked}
    held = {id(each): _statements(each, people_asked) for each in (snapshot, left.snapshot, right.snapshot)}
    return [_place(snapshot, set_id, whom, field, left, right, held) for whom, field in asked]


Statements = Mapping[tuple[str, str], list[Record]]
"""(persona, field) → the notes there, in their order."""


def _statements(snapshot: Snapshot, people: set[str]) -> Statements:
    """All notes under the fields of these people: a journey's thousands of notes are looked through once."""
    found: dict[tuple[str, str], list[Record]] = {}
    mine = [note for note in snapshot.records.get("notes", {}).values() if note.get("parent") in people]
    for note in sorted(mine, key=lambda n: (n.get("order") or "", n["id"])):
        found.setdefault((note["parent"], note.get("field") or ""), []).append(note)
    return found


def _place(snapshot: Snapshot, set_id: str, whom: str, field: PersonaField, left: DraftSide, right: DraftSide,
           held: Mapping[int, Statements]) -> Place:
    joint = joint_text(snapshot, whom, field, held[id(snapshot)])
    texts = joint, left.text(whom, field, held[id(left.snapshot)]), right.text(whom, field, held[id(right.snapshot)])
    return Place(whom, field, texts, _decision(snapshot, set_id, Place(whom, field, texts), left, right))


def said(place: Place, left: DraftSide, right: DraftSide) -> Mapping[str, str]:
    """Side → what it says, for the settlement."""
    return {left.key: place.texts[1], right.key: place.texts[2]}


def _decision(snapshot: Snapshot, set_id: str, place: Place, left: DraftSide, right: DraftSide) -> Settlement | None:
    found = settlement(snapshot, ("persona_sets", set_id), place.id)
    return found if found is not None and found.holds(said(place, left, right)) else None
