"""Makes the workspace file that is kept for a released format: ``python -m tests.tools.make_workspace_file``.

Run once for each new format, never again for an old one: the point is that files of old programs still open.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

from fusenapp.document import Author
from fusenapp.editing import templates
from fusenapp.workspace import Workspace
from fusenapp.workspace.format import FORMAT

FOLDER = Path(__file__).parents[1] / "files" / "workspace"
MARKETING, SALES = Author("佐藤 美咲", "marketing"), Author("田中 健", "field-sales")


def make(path: Path) -> None:
    """A workspace with something of everything: template, notes, a blob, a version, a merge with a conflict."""
    Workspace.create(path, MARKETING, build=lambda document: templates.build(document, "b2b", "花井クラウド")).close()
    copy = path.with_name("copy.fusen")
    with Workspace.open(path, MARKETING) as workspace:
        _import(workspace)
        workspace.checkpoint("第1版")
    shutil.copy(path, copy)
    with Workspace.open(path, MARKETING) as workspace:
        _note(workspace, "n1", "展示会で名刺交換 🤝")
        _rename(workspace, "花井クラウド 勤怠")
    with Workspace.open(copy, SALES) as workspace:
        _note(workspace, "n2", "見積依頼の電話")
        _rename(workspace, "花井クラウド 経費")
    with Workspace.open(path, MARKETING) as workspace:
        workspace.merge_file(copy)
    copy.unlink()


def _import(workspace: Workspace) -> None:
    hash = workspace.blobs.put("会社名,従業員数\n花井電子,120\n".encode(), "text/csv")
    with workspace.document.edit("取り込み") as edit:
        edit.create("datasets", {"name": "リード一覧", "purpose": "leads", "blob": hash, "rows": 1}, id="leads")


def _note(workspace: Workspace, id: str, text: str) -> None:
    with workspace.document.edit("付箋の追加") as edit:
        edit.create("notes", {"parent": "journey", "phase": "journey-awareness", "text": text, "colour": 3}, id=id)
        edit.set_field("notes", id, "votes.佐藤", 1)


def _rename(workspace: Workspace, name: str) -> None:
    with workspace.document.edit("名称の変更") as edit:
        edit.set("workspace", "workspace", name=name)


def described(workspace: Workspace) -> dict[str, object]:
    """What must be read from the file, whichever program reads it."""
    snapshot = workspace.document.snapshot()
    [conflict] = snapshot.all("conflicts")
    return {
        "counts": {kind: len(snapshot.all(kind)) for kind in sorted(snapshot) if snapshot.all(kind)},
        "notes": {note["id"]: [note["text"], snapshot.family("notes", note["id"], "votes")] for note in snapshot.all("notes")},
        "terms": sorted(term["name"] for term in snapshot.all("terms")),
        "conflict": sorted((conflict["a"], conflict["b"])),
        "blob": workspace.blobs.get(snapshot.value("datasets", "leads", "blob")).decode(),
        "history": [[row.author, row.department, row.label, row.kind, row.name] for row in workspace.history()],
    }


def main() -> None:
    """Write the file and, beside it, what it holds."""
    name = "fusen-{}.{}".format(*FORMAT)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FUSEN_DATA"] = folder
        path = Path(folder) / f"{name}.fusen"
        make(path)
        with Workspace.open(path, MARKETING) as workspace:
            expected = json.dumps(described(workspace), ensure_ascii=False, indent=1)
        FOLDER.mkdir(exist_ok=True)
        shutil.copy(path, FOLDER / path.name)
    (FOLDER / f"{name}.json").write_text(expected + "\n", "utf-8")


if __name__ == "__main__":
    main()
