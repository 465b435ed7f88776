"""Two departments label in two copies of the file; joined again, no answer is lost and the result can be opened."""

from __future__ import annotations

import shutil
from pathlib import Path

from fusenapp.document import Author
from fusenapp.domain import labelling
from fusenapp.domain.labelling import HOT, NOT, Drawn, Fact
from fusenapp.editing import labelling as verbs
from fusenapp.editing import templates
from fusenapp.flows import labelling as flow
from fusenapp.workspace import Workspace

MARKETING, SALES = Author("佐伯", "marketing"), Author("田中", "field-sales")
LEADS = [Drawn(str(at), f"{at}社", f"leads.xlsx › 表 › {at + 2}", "", (f"{at}社", 10 * at)) for at in range(20)]


def answer(path: Path, author: Author, given: str, keys: range) -> None:
    with Workspace.open(path, author) as workspace:
        id = labelling.labellings(workspace.document.snapshot())[0].id
        for key in keys:
            verbs.answer(workspace.document, id, str(key), given)
            verbs.comment(workspace.document, id, str(key), f"{author.person}{key}")


def test_labels_from_two_copies_meet(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.fusen", tmp_path / "theirs.fusen"
    with Workspace.create(ours, MARKETING, build=lambda document: templates.build(document, "b2b", "試し")) as workspace:
        verbs.start(workspace.document, "秋", "hot-lead", "", ["marketing", "field-sales"], [Fact("会社名"), Fact("従業員数", "integer")], LEADS)
    answer(ours, SALES, HOT, range(3))
    shutil.copy(ours, theirs)
    answer(ours, MARKETING, HOT, range(20))
    answer(theirs, SALES, NOT, range(20))
    answer(ours, SALES, HOT, range(1))
    with Workspace.open(ours, MARKETING) as workspace:
        report = workspace.merge_file(theirs)
        snapshot = workspace.document.snapshot()
        found = labelling.labellings(snapshot)[0]
        assert labelling.answered(found, labelling.every_sheet(snapshot, found.id)) == {"marketing": 20, "field-sales": 20}
        assert labelling.visible_sheets(snapshot, found, *("marketing", "佐伯")) == [
            s for s in labelling.every_sheet(snapshot, found.id) if s.person == "佐伯"]
        verbs.close(workspace.document, found.id)
        snapshot = workspace.document.snapshot()
        found = labelling.labellings(snapshot)[0]
        told = flow.result(snapshot, found, labelling.visible_sheets(snapshot, found, "marketing", "佐伯"))
    assert not report.merged.removed
    assert (told.between[0].pair.first_only, told.between[0].pair.both) == (20, 0)
    assert told.said["field-sales"]["7"].comments == (("田中", "田中7"),)
