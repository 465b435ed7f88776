"""The verb `label` of the command line: blind labelling without the window."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from typing import Any

from fusenapp.document import Author
from fusenapp.domain import labelling
from fusenapp.domain.labelling import Labelling
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import labelling as verbs
from fusenapp.errors import InputError
from fusenapp.flows import figures, labelling_sheets
from fusenapp.flows import labelling as flow
from fusenapp.workspace import Workspace


def label(given: argparse.Namespace, workspace: Workspace, departments: Sequence[str], department: str) -> dict[str, Any]:
    """Do what is asked, in the order draw, answers, close, sheet; then say how things stand, or the result.

    Args:
        departments: ids of those that are to answer.
        department: id of the one whose answers are taken in.
    """
    document = workspace.document
    if not given.draw and not given.labelling:
        return {"labellings": [_state(document.snapshot(), each) for each in labelling.labellings(document.snapshot())]}
    id = _begin(given, workspace, departments) if given.draw else _find(document.snapshot(), given.labelling).id
    if given.answers:
        own = document.author
        document.author = Author(given.person or own.person, department or own.department)
        verbs.fill(document, id, labelling_sheets.read_sheet(given.answers, _find(document.snapshot(), id)))
        document.author = own
    if given.close:
        verbs.close(document, id)
    found = _find(document.snapshot(), id)
    if given.sheet:
        labelling_sheets.write_sheet(given.sheet, found)
    return _told(document.snapshot(), found)


def _begin(given: argparse.Namespace, workspace: Workspace, departments: Sequence[str]) -> str:
    snapshot, seed = workspace.document.snapshot(), given.seed or secrets.token_hex(4)
    dataset = figures.lead_list(snapshot, given.draw)["id"]
    hidden = [name.strip() for name in given.hide.split(",") if name.strip()]
    sample = flow.draw(figures.Figures(workspace.blobs.get), snapshot, dataset, given.definition, given.size, seed, hidden)
    return verbs.start(workspace.document, given.labelling or given.definition, given.definition, dataset, departments, sample.facts,
                       sample.leads, seed, sample.as_of)


def _find(snapshot: Snapshot, wanted: str) -> Labelling:
    """A labelling by id or name."""
    every = labelling.labellings(snapshot)
    found = [each for each in every if each.id == wanted] or [each for each in every if each.name == wanted]
    if len(found) != 1:
        raise InputError("unknown-labelling", where=wanted, known=", ".join(each.name if not found else each.id for each in every))
    return found[0]


def _state(snapshot: Snapshot, found: Labelling) -> dict[str, Any]:
    sheets = labelling.every_sheet(snapshot, found.id)
    state = "closed" if found.closed else "answered" if labelling.finished(found, sheets) else "open"
    return {"id": found.id, "name": found.name, "definition": found.rule, "dataset": snapshot.value("datasets", found.dataset, "name"),
            "size": len(found.leads), "seed": found.seed, "state": state, "answered": labelling.answered(found, sheets)}


def _told(snapshot: Snapshot, found: Labelling) -> dict[str, Any]:
    told = _state(snapshot, found)
    if not found.closed:
        return told
    names = {record["id"]: value("departments", record, "short") for record in snapshot.all("departments")}
    return told | flow.to_json(flow.result(snapshot, found, labelling.visible_sheets(snapshot, found, "", "")), names)
