"""Asking the user for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fusenapp.i18n import translate
from fusenapp.ui.files import SHEETS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_file(parent: QWidget, title: str = "", folder: Path | None = None) -> Path | None:
    """The file that the user chooses.

    Args:
        title: of the file dialog.
        folder: where it starts.
    """
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("Importing", "Spreadsheets") + " (" + " ".join(f"*{suffix}" for suffix in SHEETS) + ")"
    name, _ = QFileDialog.getOpenFileName(parent, title or translate("Importing", "Choose a spreadsheet"), str(folder or ""), kinds)
    return Path(name) if name else None
