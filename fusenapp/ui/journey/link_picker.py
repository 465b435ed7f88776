"""The popup of Ctrl+L: what the selected notes are about. A line is ticked where all of them are linked with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from fusenapp.editing import contents, links
from fusenapp.i18n import translate
from fusenapp.ui.journey.link_targets import Target, targets
from fusenapp.ui.journey.list_popup import HELD, Choice, ListPopup
from fusenapp.ui.journey.surface import Board


class LinkPicker(ListPopup):
    """Ticks what the notes are linked with; Enter or a click switches a link, Esc closes."""

    def __init__(self, board: Board, notes: list[str]) -> None:
        self._sources: list[links.End] = [("notes", id) for id in notes]
        snapshot = board.context.snapshot()
        found = [set(links.linked_fields(snapshot, source)) for source in self._sources]
        self._held = set.intersection(*found) if found else set()
        every = targets(snapshot, board.model.journey)
        super().__init__(board, [Choice(target, target.name, target.group) for target in every],
                         title=translate("Board", "What %n note(s) are about", n=len(notes)),
                         keys=translate("Board", "Enter: link or unlink, Esc: close"),
                         hint=translate("Board", "Search, or name a new content idea"),
                         name=translate("Board", "Things to link with"))
        self.input.setAccessibleName(translate("Board", "Link with"))

    def show_line(self, choice: Choice) -> QListWidgetItem:
        """A line with its tick."""
        item, target = super().show_line(choice), choice.held
        item.setCheckState(_tick((target.end, target.field) in self._held))
        return item

    def last_lines(self, typed: str) -> None:
        """What was typed can become a new idea."""
        if typed:
            self.add_line(QListWidgetItem(translate("Board", "New content idea “{title}”").format(title=typed)), typed)

    def choose(self, item: QListWidgetItem) -> None:
        """Switch the link of a line, or make the idea."""
        target = item.data(HELD)
        if isinstance(target, str):
            self._make_idea(target)
            self.close()
        elif isinstance(target, Target):
            linked = links.toggle_all(self._board.document, self._sources, target.end, field=target.field)
            self._board.done()
            (self._held.add if linked else self._held.discard)((target.end, target.field))
            item.setCheckState(_tick(linked))

    def _make_idea(self, title: str) -> None:
        document = self._board.document
        with document.edit(translate("Board", "Add content idea")):
            links.toggle_all(document, self._sources, ("contents", contents.add_content(document, title)))
        self._board.done()


def _tick(linked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if linked else Qt.CheckState.Unchecked
