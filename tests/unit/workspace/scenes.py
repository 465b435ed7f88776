"""People and files for the tests of the workspace package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from fusenapp.document import Author, Document
from fusenapp.workspace import Workspace

SATO = Author("佐藤", "marketing")
TANAKA = Author("田中", "field-sales")
CHECKOUT = Path(__file__).parents[3]


def plan(document: Document) -> None:
    """Three terms to begin with: id t0 to t2."""
    with document.edit("はじめの用語") as edit:
        for number in range(3):
            edit.create("terms", {"name": f"用語{number}"}, id=f"t{number}")


def new_file(folder: Path, name: str = "計画.fusen") -> Path:
    """A closed workspace file with the three terms."""
    path = folder / name
    Workspace.create(path, SATO, build=plan).close()
    return path


def add(workspace: Workspace, id: str, name: str = "追加", label: str = "用語の追加") -> None:
    """One edit: a term."""
    with workspace.document.edit(label) as edit:
        edit.create("terms", {"name": name}, id=id)


def rename(workspace: Workspace, id: str, name: str) -> None:
    """One edit: another name."""
    with workspace.document.edit("名称の変更") as edit:
        edit.set("terms", id, name=name)


def names(workspace: Workspace) -> dict[str, str]:
    """id → name of every term."""
    return {record["id"]: record["name"] for record in workspace.document.snapshot().all("terms")}


def names_in(path: Path) -> dict[str, str]:
    """id → name of every term in a closed file."""
    workspace = Workspace.open(path, SATO)
    found = names(workspace)
    workspace.discard()
    return found


def working_copies() -> list[Path]:
    """The working copies in the user's data folder."""
    return sorted((Path(os.environ["FUSEN_DATA"]) / "working").glob("*.fusen"))


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    """A child process that runs a script from this folder."""
    command = [sys.executable, str(Path(__file__).parent / script), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
