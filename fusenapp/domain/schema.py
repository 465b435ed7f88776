"""The records of a workspace: which kinds there are and which fields each has.

One declarative table. The document engine stores by it, migrations change it, tests walk it.
A record is flat: relations are ids of other records, order is a fractional key, deletion a flag.
A field named ``prefix.*`` stands for a family of fields, one per key (``votes.alice``), so that two
people who set different keys never meet.

Field types:
    ``string``  short text, replaced as a whole
    ``text``    prose that people write together; merges letter by letter
    ``number``  float or int; ``flag`` true or false
    ``json``    a small value replaced as a whole (list, dict, null)
    ``ref``     id of another record; ``order`` fractional key
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FieldType = Literal["string", "text", "number", "flag", "json", "ref", "order"]

SCHEMA_VERSION = (1, 0)
"""(major, minor): a newer major is refused, a newer minor is read and its unknown fields kept."""


@dataclass(frozen=True)
class Field:
    """One field of a kind. ``default`` is what a reader sees while nothing was written."""

    type: FieldType
    default: Any = None


@dataclass(frozen=True)
class Kind:
    """A kind of record: its fields, and families of fields by prefix (without the dot)."""

    fields: Mapping[str, Field]
    families: Mapping[str, Field] = field(default_factory=dict)

    def field_of(self, name: str) -> Field | None:
        """The declaration of ``name``, or None if this kind has no such field."""
        found = self.fields.get(name)
        if found is None and "." in name:
            found = self.families.get(name.split(".", 1)[0])
        return found


def _string(default: str = "") -> Field:
    return Field("string", default)


_TEXT = Field("text", "")
_REF = Field("ref", "")
_ORDER = Field("order", "")
_NUMBER = Field("number", None)
_FLAG = Field("flag", False)
_JSON = Field("json", None)

KINDS: dict[str, Kind] = {
    # one record, id "workspace"
    "workspace": Kind({"name": _string(), "subtitle": _string(), "fiscal_start": Field("number", 4), "as_of": _string(),
                       "review_months": Field("number", 12), "kpi_tree_review_months": _NUMBER, "capacity": _JSON, "kpi_basis": _string()}),
    "departments": Kind({"name": _string(), "short": _string(), "shape": _string("circle"), "order": _ORDER}),
    # personas: a set is one buying committee: an account and its people
    "persona_sets": Kind({"name": _string(), "order": _ORDER, "review_months": _NUMBER}, families={"scale": _JSON}),
    "personas": Kind({"set": _REF, "role": _string(), "name": _string(), "meaning": _string(), "title": _string(),
                      "portrait": _string(), "quote": _TEXT, "part": _string(), "order": _ORDER},
                     families={"field": _TEXT, "evidence": _string("hypothesis"), "interviews": _JSON, "scale": _NUMBER,
                               "source": _string()}),
    # the steps of a 稟議 up to the amount each may sign, in 円; ``person`` is one of the committee, or empty
    "approval_steps": Kind({"set": _REF, "name": _string(), "person": _REF, "amount": _NUMBER, "days": _NUMBER, "order": _ORDER}),
    # what a department would write of a person; notes are lines; the id is `persona_draft.id_of`
    "persona_drafts": Kind({"persona": _REF, "department": _REF}, families={"field": _TEXT}),
    # journeys: the board
    # with ``of`` it is the draft of a department (`journey_draft`), never an item of agreement
    "journeys": Kind({"name": _string(), "set": _REF, "order": _ORDER, "locked": _FLAG, "review_months": _NUMBER, "of": _REF,
                      "department": _REF},
                     families={"emotion": _NUMBER}),
    "phases": Kind({"journey": _REF, "name": _string(), "order": _ORDER, "width": Field("number", 160), "folded": _FLAG,
                    "kind": _string()}),
    "lanes": Kind({"journey": _REF, "name": _string(), "order": _ORDER, "height": _NUMBER, "content": _string("notes"),
                   "by_role": _FLAG, "folded": _FLAG}),
    "notes": Kind({"parent": _REF, "phase": _REF, "lane": _REF, "role": _string(), "field": _string(), "order": _ORDER,
                   "text": _TEXT, "colour": Field("number", 1), "department": _REF, "author": _string(),
                   "evidence": _string("hypothesis"), "x": _NUMBER, "y": _NUMBER, "width": _NUMBER, "height": _NUMBER,
                   "heading": _REF, "tags": _JSON, "created": _string(), "private": _JSON},
                  families={"votes": _NUMBER, "interviews": _JSON}),
    # ``origin``: the target was made out of the source, a note of a journey
    "links": Kind({"source": _JSON, "target": _JSON, "label": _string(), "field": _string(), "origin": _FLAG}),
    # words
    "terms": Kind({"name": _string(), "english": _string(), "agreed": _TEXT, "test": _TEXT, "counts": _string(), "order": _ORDER,
                   "review_months": _NUMBER}, families={"wording": _TEXT}),
    # definitions: rules as flat clauses and groups; id "target" / "hot-lead" is the joint one
    "definitions": Kind({"rule": _string(), "name": _string(), "department": _REF, "threshold": _JSON, "comment": _TEXT,
                         "root": _REF, "review_months": _NUMBER}),
    "groups": Kind({"definition": _REF, "parent": _REF, "order": _ORDER, "match": Field("json", "all"), "name": _string(),
                    "cap": _NUMBER, "muted": _FLAG}),
    "clauses": Kind({"definition": _REF, "parent": _REF, "order": _ORDER, "field": _string(), "operator": _string(),
                     "value": _JSON, "ref": _string(), "kind": _string("required"), "points": _NUMBER, "axis": _string(),
                     "half_life_days": _NUMBER, "half_life_from": _string(), "muted": _FLAG, "department": _REF, "comment": _TEXT,
                     "known_at_handover": Field("flag", True)}, families={"evidence": _JSON}),
    # hand-over contract, id "handover"
    "handover": Kind({"required_fields": Field("json", ()), "first_contact_hours": Field("number", 24),
                      "feedback_hours": Field("number", 72), "attempts": Field("number", 5), "recycling": _TEXT,
                      "review_months": _NUMBER}),
    "reasons": Kind({"code": _string(), "name": _string(), "destination": _string(), "owner": _REF, "deadline_days": _NUMBER,
                     "clause": _string(), "order": _ORDER}),
    # imported data: the rows lie in a blob, this says what they are
    "datasets": Kind({"purpose": _string(), "name": _string(), "source": _string(), "format": _string(), "sheet": _string(),
                      "table": _string(), "columns": _JSON, "rows": Field("number", 0), "blob": _string(), "as_of": _string(),
                      "imported_at": _string(), "meanings": _JSON, "recipe": _JSON, "problems": _JSON, "order": _ORDER,
                      # a lead list joined with outcomes: ``bare`` is the blob without them, ``join`` says how they came in
                      "bare": _string(), "join": _JSON}),
    # what somebody settled about a lead and an outcome row; the id is made of both rows (tables.join_identity)
    "pairings": Kind({"same": _JSON}),
    # the KPI tree; item id "kpi-tree"
    "kpis": Kind({"name": _string(), "parent": _REF, "order": _ORDER, "type": _string("input"), "unit": _string(),
                  "department": _REF, "stage": _string(), "direction": _string("up"), "aggregation": _string("sum"),
                  "formula": _string(), "measure": _JSON, "source": _JSON, "owner": _string(), "note": _TEXT}),
    # what would be if: drivers (``node`` or ``node/mix``) from a month on; never part of what is agreed
    "scenarios": Kind({"name": _string(), "start": _string(), "goal": _JSON, "order": _ORDER, "comment": _TEXT},
                      families={"change": _JSON, "weight": _NUMBER, "locked": _FLAG}),
    # agreement
    "revisions": Kind({"item": _JSON, "number": _NUMBER, "hash": _string(), "content": _string(), "at": _string(),
                       "person": _string(), "department": _REF, "comment": _string()}),
    "stamps": Kind({"item": _JSON, "hash": _string(), "department": _REF, "person": _string(), "at": _string(),
                    "comment": _string()}),
    # what departments settled where their drafts differ, and why each wants its own; ids by `settlement.id_of`
    "settlements": Kind({"item": _JSON, "place": _string(), "choice": _string(), "between": _JSON, "person": _string(),
                         "department": _REF, "at": _string(), "comment": _TEXT}),
    "remarks": Kind({"item": _JSON, "place": _string(), "department": _REF, "text": _TEXT}),
    # blind labelling: the leads as they were drawn, and one sheet of answers per person, so that two people never meet in a field
    "labellings": Kind({"name": _string(), "rule": _string("hot-lead"), "dataset": _REF, "departments": _JSON, "columns": _JSON,
                        "leads": _JSON, "seed": _string(), "as_of": _string(), "created": _string(), "closed": _JSON, "order": _ORDER}),
    "label_sheets": Kind({"labelling": _REF, "department": _REF, "person": _string()},
                         families={"answer": _string(), "because": _JSON, "comment": _TEXT}),
    # workshops (`domain.workshop`): what is open now is what has no end yet. ``locked``: journeys whose grid it locked.
    "workshops": Kind({"name": _string(), "started": _string(), "ended": _JSON, "locked": _JSON, "person": _string(), "department": _REF}),
    # private writing: notes made meanwhile carry ``private`` [pass, department] and stay covered for the others until it is revealed
    "passes": Kind({"workshop": _REF, "started": _string(), "revealed": _JSON, "person": _string(), "department": _REF}),
    # dot votes: a round on a journey or a set of personas; each voter has a ballot of their own (`workshop.ballot_id`), note → votes
    "rounds": Kind({"parent": _REF, "workshop": _REF, "votes": Field("number", 5), "each": _string("person"), "started": _string(),
                    "revealed": _JSON, "closed": _JSON}),
    "ballots": Kind({"round": _REF, "department": _REF, "person": _string()}, families={"votes": _NUMBER}),
    # one record, id "timer": ``ends`` while it runs, ``left`` seconds while it rests, neither: no timer
    "timers": Kind({"seconds": _NUMBER, "ends": _string(), "left": _NUMBER, "label": _string()}),
    "decisions": Kind({"workshop": _REF, "text": _TEXT, "item": _JSON, "owner": _string(), "due": _string(), "person": _string(),
                       "department": _REF, "at": _string(), "order": _ORDER}),
    # later issues fill these
    "interviews": Kind({"customer": _string(), "result": _string(), "role": _string(), "date": _string(), "quote": _TEXT,
                        "order": _ORDER}),
    # the backlog of measures and content: for whom (``persona``), in which ``phase``, by whom, and how far it is
    "contents": Kind({"title": _string(), "order": _ORDER, "kind": _string("content"), "state": _string("idea"), "department": _REF,
                      "phase": _REF, "persona": _REF, "owner": _string(), "due": _string(), "note": _TEXT}),
    # a KPI meeting or the yearly review; ``decision.<kind>/<id>`` is about an item of agreement, ``frozen`` the actions when it was closed
    "reviews": Kind({"date": _string(), "order": _ORDER, "kind": _string("weekly"), "next": _string(), "people": _string(), "notes": _TEXT,
                     "closed": _JSON, "frozen": _JSON},
                    families={"answer": _string(), "comment": _TEXT, "decision": _string()}),
    "actions": Kind({"title": _string(), "owner": _string(), "due": _string(), "done": _FLAG, "order": _ORDER, "department": _REF,
                     "kpi": _REF, "clause": _REF, "hypothesis": _REF, "review": _REF, "note": _TEXT, "dropped": _FLAG, "done_at": _JSON,
                     "plan": _JSON}),  # hand-over brought forward, see `kpi.capacity.Plan`
    "hypotheses": Kind({"review": _REF, "text": _TEXT, "kpi": _REF, "department": _REF, "state": _string("untested"), "order": _ORDER}),
    # the figures that a meeting looked at; written once, never changed
    "review_figures": Kind({"review": _REF, "at": _string(), "as_of": _string(), "content": _JSON}),
    # a department says at a review that an agreed content still holds; all of them start its term anew
    "renewals": Kind({"item": _JSON, "hash": _string(), "department": _REF, "person": _string(), "at": _string(), "review": _REF}),
    # what a merge found changed on both sides; immutable, with its status apart
    "conflicts": Kind({"item": _JSON, "field": _string(), "base": _JSON, "a": _JSON, "b": _JSON, "kept": _JSON,
                       "a_author": _string(), "b_author": _string(), "at": _string(), "settled": _string()}),
}

COMMON: dict[str, Field] = {"deleted": Field("json", None), "modified": Field("json", None)}
"""On every record: ``deleted`` null or [person, ISO time]; ``modified`` [person, department, ISO time]."""
