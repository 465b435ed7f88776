"""Which files can be opened, where new ones go, and what asks the user for a path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.paths import user_data

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

WORKSPACE = ".fusen"
SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")


def documents() -> Path:
    """Where new workspaces go: the user's documents, or beside the data where ``FUSEN_DATA`` moved those."""
    if os.environ.get("FUSEN_DATA"):
        folder = user_data() / "documents"
    else:
        from PySide6.QtCore import QStandardPaths

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def start_folder(recent: Iterable[str]) -> Path:
    """Where a file dialog starts: beside the file used last."""
    for path in recent:
        if Path(path).parent.is_dir():
            return Path(path).parent
    return documents()


def free_name(folder: Path, name: str, suffix: str = WORKSPACE) -> Path:
    """A path that does not exist yet: ``name.fusen``, ``name 2.fusen`` …"""
    clean = "".join("_" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in name).strip(" .") or "Fusen"
    for number in range(1, 10_000):
        path = folder / f"{clean}{'' if number == 1 else f' {number}'}{suffix}"
        if not path.exists():
            return path
    raise FileExistsError(folder / clean)


def with_suffix(path: str, suffix: str) -> Path:
    """The path with the suffix added where the user left it out."""
    return Path(path) if path.lower().endswith(suffix) else Path(path + suffix)


def dropped(data: QMimeData) -> list[Path]:
    """Files in a drop that can be opened or imported."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (WORKSPACE, *SHEETS)]


def ask_workspace(parent: QWidget, folder: Path, title: str) -> Path | None:
    """A workspace file to read, or None."""
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("Files", "Fusen workspaces") + f" (*{WORKSPACE})"
    path, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(path) if path else None


def ask_save(parent: QWidget, start: Path, title: str, suffix: str) -> Path | None:
    """A path to write, or None; the dialog itself asks before an existing file is replaced."""
    from PySide6.QtWidgets import QFileDialog

    kinds = {WORKSPACE: translate("Files", "Fusen workspaces"), ".xlsx": translate("Files", "Excel workbooks")}
    path, _ = QFileDialog.getSaveFileName(parent, title, str(start), f"{kinds[suffix]} (*{suffix})")
    return with_suffix(path, suffix) if path else None
