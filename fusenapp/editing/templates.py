"""What a new workspace starts with: the B2B template, or little more than departments."""

from __future__ import annotations

from fusenapp.document import Document, Edit
from fusenapp.domain import definition, departments, handover, journey, persona, term
from fusenapp.editing.kpis import add_tree
from fusenapp.errors import InputError
from fusenapp.i18n import language, translate

TEMPLATES = ("b2b", "empty")


def build(document: Document, template: str = "b2b", name: str = "") -> None:
    """Fill a new document from a template, in the language in use, as one step.

    Raises:
        InputError: ``unknown-template``.
    """
    if template not in TEMPLATES:
        raise InputError("unknown-template", where=template, known=", ".join((*TEMPLATES, "sample")))
    with document.edit(translate("Edit", "Create the workspace")) as edit:
        edit.create("workspace", {"name": name, "subtitle": ""}, id="workspace")
        _departments(edit)
        _definitions(edit)
        if template == "b2b":
            add_committee(edit, translate("Template", "First personas"), set_id="personas")
            add_journey(edit, translate("Template", "First journey"), "personas", journey_id="journey")
            _terms(edit)
            _handover(edit)
            add_tree(edit, "b2b")


def add_handover(document: Document) -> None:
    """The usual hand-over contract with its reasons, for a workspace that began without; one step. What is there already stays."""
    with document.edit(translate("Edit", "Begin the hand-over contract")) as edit:
        _handover(edit)


def add_committee(edit: Edit, name: str, set_id: str | None = None) -> str:
    """An account and the three people, empty; returns the set's id. With ``set_id`` all ids follow from it."""
    others = [r["id"] for r in edit.all("persona_sets")]
    order = edit.order_between("persona_sets", others[-1] if others else None, None)
    made = edit.create("persona_sets", {"name": name, "order": order}, id=set_id)
    last = None
    for role in persona.ROLES.values():
        fields = {"set": made, "role": role.id, "name": role.name.to(language()), "meaning": role.meaning.to(language())}
        last = edit.create("personas", fields | {"order": edit.order_between("personas", last, None)},
                           id=f"{set_id}-{role.id}" if set_id else None)
    return made


def add_journey(edit: Edit, name: str, set_id: str, journey_id: str | None = None) -> str:
    """A journey with the default phases and lanes; returns its id."""
    others = [r["id"] for r in edit.all("journeys")]
    order = edit.order_between("journeys", others[-1] if others else None, None)
    made = edit.create("journeys", {"name": name, "set": set_id, "order": order}, id=journey_id)
    last = None
    for phase in journey.DEFAULT_PHASES:
        last = edit.create("phases", {"journey": made, "name": phase.name.to(language()),
                                      "order": edit.order_between("phases", last, None)}, id=f"{made}-{phase.id}")
    last = None
    for lane in journey.DEFAULT_LANES:
        last = edit.create("lanes", {"journey": made, "name": lane.name.to(language()), "content": lane.content,
                                     "by_role": lane.by_role, "order": edit.order_between("lanes", last, None)}, id=f"{made}-{lane.id}")
    return made


def _departments(edit: Edit) -> None:
    last = None
    for department in departments.DEFAULT_DEPARTMENTS:
        fields = {"name": department.name.to(language()), "short": department.short.to(language()), "shape": department.shape}
        last = edit.create("departments", fields | {"order": edit.order_between("departments", last, None)}, id=department.id)


def _definitions(edit: Edit) -> None:
    for rule in ("target", "hot-lead"):
        root = definition.record_id(rule, "root")
        edit.create("definitions", {"rule": rule, "root": root}, id=rule)
        edit.create("groups", {"definition": rule, "parent": "", "match": "all"}, id=root)


def _terms(edit: Edit) -> None:
    last = None
    for default in term.DEFAULT_TERMS:
        fields = {"name": default.name.to(language()), "english": default.name.en, "agreed": default.meaning.to(language()),
                  "test": default.test.to(language()), "order": edit.order_between("terms", last, None)}
        last = edit.create("terms", fields, id=f"term-{default.id}")


def _handover(edit: Edit) -> None:
    recycling = translate(
        "Template", "A rejected lead goes back to marketing with its reason and may be handed over again once the reason is gone.")
    if edit.get("handover", "handover") is None:
        edit.create("handover", {"recycling": recycling}, id="handover")
    last = None
    for reason in () if edit.all("reasons") else handover.DEFAULT_REASONS:
        fields = {"code": reason.code, "name": reason.name.to(language()), "destination": reason.destination.to(language()),
                  "owner": reason.owner, "deadline_days": reason.deadline_days, "order": edit.order_between("reasons", last, None)}
        last = edit.create("reasons", fields, id=f"reason-{reason.code}")
