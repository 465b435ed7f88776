"""Conditions on the system's clipboard: for Fusen as JSON, for everything else as a table of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from fusenapp.domain import definition_clipboard as clipboard
from fusenapp.domain.definition import Group, Member, conditions
from fusenapp.i18n import language


def copy(members: Sequence[Member]) -> None:
    """Put conditions on the clipboard."""
    data = QMimeData()
    data.setData(clipboard.MEDIA, clipboard.to_json(members).encode())
    data.setText(clipboard.to_table(members, language()))
    QGuiApplication.clipboard().setMimeData(data)


def pasted() -> tuple[Member, ...]:
    """The conditions on the clipboard.

    Raises:
        InputError: ``not-conditions`` and those of `definition_clipboard`.
    """
    data = QGuiApplication.clipboard().mimeData()
    if data is not None and data.hasFormat(clipboard.MEDIA):
        return clipboard.from_json(bytes(data.data(clipboard.MEDIA).data()).decode("utf-8", "replace"))
    return clipboard.from_table(data.text() if data is not None and data.hasText() else "")


def count(members: Sequence[Member]) -> int:
    """How many conditions there are, those in groups too."""
    return sum(sum(1 for _ in conditions(m)) if isinstance(m, Group) else 1 for m in members)
