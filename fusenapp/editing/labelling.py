"""Verbs of blind labelling: begin a round, answer, say why, open the result.

An answer is written on the sheet of the document's author, which is begun with the first answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fusenapp.document import Document
from fusenapp.domain import labelling
from fusenapp.domain.definition import RULES
from fusenapp.domain.labelling import ANSWERS, Drawn, Fact, Labelling
from fusenapp.editing.common import existing, now
from fusenapp.errors import InputError
from fusenapp.i18n import translate


def start(document: Document, name: str, rule: str, dataset: str, departments: Sequence[str], facts: Sequence[Fact],
          leads: Sequence[Drawn], seed: str = "", as_of: str = "") -> str:
    """Begin a labelling of leads that were drawn (`flows.labelling.draw`); returns its id.

    Raises:
        InputError: ``unknown-definition``, ``unknown-record``, ``labelling-departments`` (2 to 6 different ones),
            ``labelling-size`` (20 to 50 leads).
    """
    if rule not in RULES:
        raise InputError("unknown-definition", where=rule, definition=rule)
    chosen = list(dict.fromkeys(departments))
    for department in chosen:
        existing(document, "departments", department)
    if not labelling.FEWEST_DEPARTMENTS <= len(chosen) <= labelling.MOST_DEPARTMENTS:
        raise InputError("labelling-departments", least=labelling.FEWEST_DEPARTMENTS, most=labelling.MOST_DEPARTMENTS)
    if not labelling.SMALLEST <= len(leads) <= labelling.LARGEST:
        raise InputError("labelling-size", least=labelling.SMALLEST, most=labelling.LARGEST, given=len(leads))
    fields = {
        "name": name, "rule": rule, "dataset": dataset, "departments": chosen, "seed": seed, "as_of": as_of, "created": now(),
        "columns": [[f.name, f.type, f.unit, f.shown] for f in facts], "leads": [lead.to_json() for lead in leads]}
    with document.edit(translate("Edit", "Begin a blind labelling")) as edit:
        return edit.create("labellings", fields)


def answer(document: Document, id: str, key: str, given: str) -> None:
    """Say of a lead whether it is hot: ``hot``, ``not``, ``unsure``; empty takes the answer back.

    Raises:
        InputError: ``unknown-record``, ``labelling-closed``, ``labelling-not-asked``, ``labelling-answer``.
    """
    _open(document, id, key)
    if given and given not in ANSWERS:
        raise InputError("labelling-answer", where=given, known=", ".join(ANSWERS))
    with document.edit(translate("Edit", "Answer in a blind labelling")) as edit:
        edit.set_field("label_sheets", _sheet(document, id), f"answer.{key}", given or None)


def mark(document: Document, id: str, key: str, columns: Sequence[str]) -> None:
    """Say which columns were decisive; errors as in `answer`."""
    _open(document, id, key)
    with document.edit(translate("Edit", "Mark what decides")) as edit:
        edit.set_field("label_sheets", _sheet(document, id), f"because.{key}", list(columns) or None)


def comment(document: Document, id: str, key: str, words: str) -> None:
    """Say why in words; errors as in `answer`."""
    _open(document, id, key)
    with document.edit(translate("Edit", "Write a reason"), group=f"label:{id}:{key}") as edit:
        edit.write("label_sheets", _sheet(document, id), f"comment.{key}", words)


def fill(document: Document, id: str, answers: Mapping[str, tuple[str, str]]) -> None:
    """Many answers at once, from a filled-in sheet: key → (answer, comment). An empty one leaves what was there. Errors as in `answer`."""
    for key, (given, _) in answers.items():
        _open(document, id, key)
        if given and given not in ANSWERS:
            raise InputError("labelling-answer", where=given, known=", ".join(ANSWERS))
    with document.edit(translate("Edit", "Take in answers of a blind labelling")) as edit:
        for key, (given, words) in answers.items():
            sheet = _sheet(document, id)
            if given:
                edit.set_field("label_sheets", sheet, f"answer.{key}", given)
            if words:
                edit.write("label_sheets", sheet, f"comment.{key}", words)


def close(document: Document, id: str) -> None:
    """Open the result: from now on everybody sees all answers, and nobody answers any more."""
    existing(document, "labellings", id)
    author = document.author
    with document.edit(translate("Edit", "Open the result of a blind labelling")) as edit:
        edit.set("labellings", id, closed=[author.person, author.department, now()])


def rename(document: Document, id: str, name: str) -> None:
    """Another name."""
    existing(document, "labellings", id)
    with document.edit(translate("Edit", "Rename a blind labelling"), group=f"labelling:{id}") as edit:
        edit.set("labellings", id, name=name)


def delete(document: Document, id: str) -> None:
    """Take a labelling away; undo brings it back with all answers."""
    existing(document, "labellings", id)
    with document.edit(translate("Edit", "Delete a blind labelling")) as edit:
        edit.delete("labellings", id)


def _open(document: Document, id: str, key: str) -> Labelling:
    """The labelling, if the author may answer about this lead."""
    existing(document, "labellings", id)
    found = labelling.labelling(document.snapshot(), id)
    if found is None or key not in found.keys:
        raise InputError("unknown-record", where=key, kind="labellings")
    if found.closed:
        raise InputError("labelling-closed", where=found.name)
    if document.author.department not in found.departments:
        raise InputError("labelling-not-asked", where=found.name)
    return found


def _sheet(document: Document, id: str) -> str:
    """The author's sheet, begun now if there is none; to be called within an edit."""
    person, department = document.author.person, document.author.department
    with document.edit("") as edit:
        mine = labelling.own_sheet(edit.snapshot(), id, department, person)
        if mine is not None:
            return mine.id
        return edit.create("label_sheets", {"labelling": id, "department": department, "person": person})
