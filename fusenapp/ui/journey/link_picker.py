"""The popup of Ctrl+L: what the selected notes are about. One field to search, one list to tick."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from fusenapp.editing import links
from fusenapp.i18n import translate
from fusenapp.ui.journey.link_targets import Target, targets
from fusenapp.ui.journey.surface import Board
from fusenapp.ui.palette.fuzzy import folded, score_folded
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Text

WIDTH, HEIGHT = 380, 360
_TARGET = Qt.ItemDataRole.UserRole


class LinkPicker(QFrame):
    """Ticks what the notes are linked with; Enter or a click switches a link, Esc closes.

    While an input method composes, the keys are its own.
    """

    def __init__(self, board: Board, notes: list[str]) -> None:
        super().__init__(board, Qt.WindowType.Popup)
        self._board = board
        self._sources: list[links.End] = [("notes", id) for id in notes]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        self.input = QLineEdit(placeholderText=translate("Board", "Search, or name a new content idea"))
        self.input.setAccessibleName(translate("Board", "Link with"))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Board", "Things to link with"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(len(notes))
        self._every = targets(board.context.snapshot(), board.model.journey)
        self._folded = [folded(f"{target.name} {target.group}") for target in self._every]
        self.input.textChanged.connect(self._search)
        self.input.installEventFilter(self)
        self.list.itemClicked.connect(self._switch)
        self._search("")

    def open_at(self, at: QPoint) -> None:
        """Show near a point of the board, inside the window."""
        window = self._board.window()
        corner = self._board.mapToGlobal(at)
        limit = window.mapToGlobal(QPoint(window.width() - WIDTH - 8, window.height() - HEIGHT - 8))
        self.move(min(corner.x(), limit.x()), min(corner.y(), limit.y()))
        self.show()
        self.input.setFocus(Qt.FocusReason.PopupFocusReason)

    def entries(self) -> list[str]:
        """The names that can be chosen now."""
        items = (self.list.item(i) for i in range(self.list.count()))
        return [item.text() for item in items if item.data(_TARGET) is not None]

    def _lay_out(self, count: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(Text(translate("Board", "What %n note(s) are about", n=count), "caption"))
        layout.addWidget(self.input)
        layout.addWidget(self.list, 1)
        layout.addWidget(Text(translate("Board", "Enter: link or unlink, Esc: close"), "caption"))

    def _search(self, text: str) -> None:
        words = folded(text).split()
        self.list.clear()
        held = self._held()
        group = ""
        for target, target_words in zip(self._every, self._folded, strict=True):
            if words and not score_folded(words, target_words, False):
                continue
            if target.group != group:
                group = target.group
                self._add_heading(group)
            self._add(target, (target.end, target.field) in held)
        if text.strip():
            self._add_new(text.strip())
        self._choose_first()

    def _held(self) -> set[tuple[links.End, str]]:
        """What all the notes are linked with."""
        snapshot = self._board.context.snapshot()
        found = [set(links.linked_fields(snapshot, source)) for source in self._sources]
        return set.intersection(*found) if found else set()

    def _add_heading(self, group: str) -> None:
        heading = QListWidgetItem(group)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(font(11, bold=True))
        heading.setForeground(color("text3"))
        self.list.addItem(heading)

    def _add(self, target: Target, linked: bool) -> None:
        item = QListWidgetItem(target.name)
        item.setData(_TARGET, target)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if linked else Qt.CheckState.Unchecked)
        item.setToolTip(target.name)
        self.list.addItem(item)

    def _add_new(self, title: str) -> None:
        item = QListWidgetItem(translate("Board", "New content idea “{title}”").format(title=title))
        item.setData(_TARGET, title)
        self.list.addItem(item)

    def _choose_first(self) -> None:
        rows = [i for i in range(self.list.count()) if self.list.item(i).data(_TARGET) is not None]
        if rows:
            self.list.setCurrentRow(rows[0])

    def _switch(self, item: QListWidgetItem) -> None:
        target = item.data(_TARGET)
        if isinstance(target, str):
            self._make_idea(target)
            self.close()
        elif target is not None:
            linked = links.toggle_all(self._board.document, self._sources, target.end, field=target.field)
            self._board.done()
            item.setCheckState(Qt.CheckState.Checked if linked else Qt.CheckState.Unchecked)

    def _make_idea(self, title: str) -> None:
        document = self._board.document
        with document.edit(translate("Board", "Add content idea")) as edit:
            last = document.snapshot().all("contents")
            made = edit.create("contents", {"title": title, "order": edit.order_between("contents", last[-1]["id"] if last else None, None)})
            links.toggle_all(document, self._sources, ("contents", made))
        self._board.done()

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key()))

    def _key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self._switch(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        rows = [i for i in range(self.list.count()) if self.list.item(i).data(_TARGET) is not None]
        if rows:
            at = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
            self.list.setCurrentRow(rows[min(max(at + step, 0), len(rows) - 1)])
