"""One entry of the backlog in the inspector: what there is to say, the notes it came from, and what it is linked with."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.origins import notes_behind
from fusenapp.domain.snapshot import value
from fusenapp.editing import contents
from fusenapp.editing.links import linked_with
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.origins import origin_button, origin_section
from fusenapp.ui.widgets import InspectorSection, Text, row
from fusenapp.ui.widgets.bound import BoundText

MOST = 12
"""Linked notes that are listed."""


class ContentDetail(QWidget):
    """Made for one entry."""

    def __init__(self, context: UiContext, id: str) -> None:
        super().__init__()
        self._context, self.id = context, id
        self._parts: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        first = InspectorSection(first=True)
        first.body.addWidget(Text(value("contents", context.document.get("contents", id) or {}, "title"), "strong", wrap=True))
        self.note = BoundText(context, ("contents", id, "note"), lambda text: contents.write_content(context.document, id, text), lines=(3, 14),
                              name=translate("Contents", "Notes"), placeholder=translate("Contents", "What is to be in it, and why"))
        first.body.addWidget(self.note)
        self._column.addWidget(first)
        self._column.addStretch(1)
        context.bridge.changed.connect(self._look)
        self._show()

    def _look(self, changes: Changes) -> None:
        if any(kind in ("links", "notes") for kind, _ in (*changes.added, *changes.removed, *changes.updated)):
            self._show()

    def _show(self) -> None:
        if self._parts is not None:
            self._column.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
        self._parts = QWidget()
        inside = QVBoxLayout(self._parts)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (origin_section(self._context, ("contents", self.id)), self._linked()):
            if part is not None:
                inside.addWidget(part)
        self._column.insertWidget(1, self._parts)

    def _linked(self) -> QWidget | None:
        """Notes that somebody linked with it; it was not made of them."""
        snapshot = self._context.snapshot()
        behind = {note["id"] for note in notes_behind(snapshot, ("contents", self.id))}
        ends = [end for end in linked_with(snapshot, ("contents", self.id)) if end[0] == "notes" and end[1] not in behind]
        if not ends:
            return None
        section = InspectorSection(translate("Contents", "Linked notes"), translate("Structure", "%n note(s)", n=len(ends)))
        for end in ends[:MOST]:
            note = snapshot.get(*end)
            if note is not None:
                section.body.addLayout(row(origin_button(self._context, note), None))
        return section
