"""Scales with two named ends on which a person stands; the ends and the name can be written over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import SCALE_END
from fusenapp.domain.snapshot import family
from fusenapp.editing import committee
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import FormRow, IconButton, Text, empty, field, row

STEPS = 2 * SCALE_END + 1


class ScaleDots(QWidget):
    """Five places on a line; click, or the arrow keys; Delete: not known."""

    def __init__(self, at: int | None, choose, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at, self._choose, self._name = at, choose, name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(at)

    def set(self, at: int | None) -> None:
        """Show another place."""
        self.at = at
        told = translate("Personas", "not set") if at is None else f"{at:+d}" if at else "0"
        self.setAccessibleName(translate("Personas", "{scale}: {at}").format(scale=self._name, at=told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 20)

    def _x(self, at: int) -> float:
        return 10 + (self.width() - 20) * (at + SCALE_END) / (STEPS - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("borderS"), 2))
        painter.drawLine(10, 10, self.width() - 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("borderS"))
        for at in range(-SCALE_END, SCALE_END + 1):
            painter.drawEllipse(QRectF(self._x(at) - 3, 7, 6, 6))
        if self.at is not None:
            painter.setBrush(color("accent"))
            painter.drawEllipse(QRectF(self._x(self.at) - 6, 4, 12, 12))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 10) / max(self.width() - 20, 1)
        self._choose(min(max(round(share * (STEPS - 1)), 0), STEPS - 1) - SCALE_END)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(min(max((self.at or 0) + step, -SCALE_END), SCALE_END))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)


class ScalesBlock(QWidget):
    """All scales of one person."""

    def __init__(self, context: UiContext, persona: str, set_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._persona, self._set = context, persona, set_id
        self.dots: dict[str, ScaleDots] = {}
        self._told: dict[str, dict[str, str]] = {}
        self._inside = QVBoxLayout()
        self._inside.setSpacing(2)
        self.more = IconButton("pencil", translate("Personas", "Change the scales"), on=self._menu, small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        layout.addLayout(row(Text(translate("Personas", "Scales"), "section"), None, self.more))
        layout.addLayout(self._inside)
        context.bridge.changed.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again."""
        snapshot = self._context.snapshot()
        told = committee.scales(snapshot.get("persona_sets", self._set) or {})
        if told != self._told:
            self._told = told
            self._make()
        at = family(snapshot.get("personas", self._persona) or {}, "scale")
        for id, dots in self.dots.items():
            dots.set(int(at[id]) if id in at else None)

    def _make(self) -> None:
        empty(self._inside)
        self.dots = {}
        for id, words in self._told.items():
            self.dots[id] = ScaleDots(None, lambda at, id=id: self._place(id, at), words["name"])
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addLayout(row(Text(words["left"], "caption"), None, Text(words["name"]), None, Text(words["right"], "caption"), gap=4))
            inside.addWidget(self.dots[id])
            self._inside.addWidget(box)

    def _place(self, id: str, at: int | None) -> None:
        committee.place_on_scale(self._context.document, self._persona, id, at)

    def _look(self, changes: Changes) -> None:
        if ("persona_sets", self._set) in changes.updated or ("personas", self._persona) in changes.updated:
            self.refresh()

    def _menu(self) -> None:
        menu = QMenu(self)
        for id, words in self._told.items():
            menu.addAction(icons.icon("pencil"), words["name"], lambda id=id: self.edit(id))
        menu.addSeparator()
        menu.addAction(icons.icon("plus"), translate("Personas", "Add a scale"), lambda: self.edit(""))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def edit(self, id: str) -> None:
        """Name and ends of a scale, in the details; an empty id makes a new one."""
        self._context.inspector.show(ScaleForm(self._context, self._set, id, self._told.get(id, {})), translate("Personas", "Scale"), "pencil")


class ScaleForm(QWidget):
    """Name and two ends."""

    def __init__(self, context: UiContext, set_id: str, id: str, words: dict[str, str]) -> None:
        from uuid import uuid4

        from fusenapp.ui.widgets import FlatButton, PrimaryButton

        super().__init__()
        self._context, self._set, self._id = context, set_id, id or uuid4().hex[:12]
        self.fields = {key: field(words.get(key, ""), "", label) for key, label in (
            ("name", translate("Personas", "Name of the scale")), ("left", translate("Personas", "Left end")),
            ("right", translate("Personas", "Right end")))}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for editor in self.fields.values():
            editor.returnPressed.connect(self.save)
            layout.addWidget(FormRow(editor.accessibleName(), editor))
        remove = FlatButton(translate("Personas", "Remove"), "trash", on=self._remove, small=True)
        remove.setVisible(bool(id))
        layout.addLayout(row(remove, None, PrimaryButton(translate("Personas", "Save"), on=self.save)))
        layout.addStretch(1)

    def save(self) -> None:
        """Write the scale; a name is needed."""
        said = {key: editor.text().strip() for key, editor in self.fields.items()}
        if not said["name"]:
            self.fields["name"].setFocus()
            return
        committee.set_scale(self._context.document, self._set, self._id, name=said["name"], left=said["left"], right=said["right"])
        self._context.inspector.clear(self)

    def _remove(self) -> None:
        committee.remove_scale(self._context.document, self._set, self._id)
        self._context.inspector.clear(self)
