"""A persona drawn from the leads: what won customers have most often, with counts and shares; a click takes a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.domain.persona import ACCOUNT, fields_of
from fusenapp.domain.snapshot import value
from fusenapp.editing import personas
from fusenapp.errors import FusenError
from fusenapp.i18n import language, translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font
from fusenapp.ui.widgets import Badge, InspectorSection, Text, empty, row

if TYPE_CHECKING:
    from fusenapp.flows.personas import FieldProfile, Profile, Share


class ShareButton(QAbstractButton):
    """A value with its bar, its count and its share; pressing takes it."""

    def __init__(self, share: Share, known: int, on) -> None:
        super().__init__()
        self.share = share
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figures = translate("Personas", "{count} of {known} ({share:.1%})").format(count=share.count, known=known, share=share.share)
        self.setAccessibleName(translate("Personas", "Take {value}: {figures}").format(value=share.text, figures=self.figures))
        self.setToolTip(translate("Personas", "Take this value into the persona"))
        self.clicked.connect(lambda: on())

    def sizeHint(self) -> QSize:
        return QSize(240, 36)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(color("focus" if self.hasFocus() else "border"), 1.5 if lit else 1))
        painter.setBrush(color("hover" if lit else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("gen"))
        painter.drawRoundedRect(QRectF(8, self.height() - 8, (self.width() - 16) * self.share.share, 4), 2, 2)
        painter.setFont(font(11))
        painter.setPen(color("text2"))
        right = painter.fontMetrics().horizontalAdvance(self.figures)
        inner = QRectF(8, 4, self.width() - 16, 20)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.figures)
        painter.setFont(font(13))
        painter.setPen(color("text"))
        words = painter.fontMetrics().elidedText(self.share.text, Qt.TextElideMode.ElideRight, int(inner.width() - right - 8))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class FromLeads(QWidget):
    """For one persona; the list is read on a worker."""

    def __init__(self, context: UiContext, persona: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._persona = context, persona
        record = context.document.get("personas", persona) or {}
        self._role = value("personas", record, "role")
        self._name = value("personas", record, "name")
        self.lists = QComboBox()
        self.lists.setAccessibleName(translate("Personas", "Lead list"))
        for each in context.snapshot().all("datasets", purpose="leads"):
            self.lists.addItem(value("datasets", each, "name"), each["id"])
        self.lists.activated.connect(lambda _: self.reckon())
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        top = InspectorSection(first=True)
        top.body.addWidget(self.lists)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addLayout(self._body)
        layout.addStretch(1)
        self.profile: Profile | None = None
        self.reckon()

    def reckon(self) -> None:
        """Count on a worker."""
        dataset, figures, snapshot = self.lists.currentData(), self._context.store, self._context.snapshot()
        if not dataset or figures is None:
            self._say(translate("Personas", "Import a lead list with the date or the result of won deals first."))
            return
        self._say(translate("Personas", "Counting…"))
        role = "" if self._role == ACCOUNT else self._name

        def work(progress: object) -> Profile:
            from fusenapp.flows.personas import profile

            return profile(figures, snapshot, dataset, role)

        self._context.run("", work, self._show, self._failed, owner=self)

    def _say(self, words: str) -> None:
        empty(self._body)
        self._body.addLayout(row(Text(words, "secondary", wrap=True), margins=(16, 12, 16, 12)))

    def _failed(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self._say(explain_any(error))

    def _show(self, found: Profile) -> None:
        self.profile = found
        empty(self._body)
        if not found.won:
            self._say(translate("Personas", "No lead of this list is known as won."))
            return
        whom = translate("Personas", "%n won customer(s)", n=found.won)
        if found.role:
            whom = translate("Personas", "{count}, only those whose contact is {role}").format(count=whom, role=found.role)
        self._body.addLayout(row(Text(whom, "caption", wrap=True), margins=(16, 0, 16, 8)))
        names = {f.id: f.name.to(language()) for f in fields_of(self._role)}
        for each in found.fields:
            if each.field in names:
                self._body.addWidget(self._section(each, names[each.field]))

    def _section(self, found: FieldProfile, name: str) -> InspectorSection:
        section = InspectorSection(name, translate("Personas", "column {column}").format(column=found.column))
        if found.few:
            section.header.add_right(Badge("due", translate("Personas", "reference only")))
        for share in found.values:
            section.body.addWidget(ShareButton(share, found.known, lambda share=share: self._take(found, share)))
        if found.missing:
            section.body.addWidget(Text(translate("Personas", "Not known of %n customer(s), not counted.", n=found.missing), "caption"))
        return section

    def _take(self, found: FieldProfile, share: Share) -> None:
        assert self.profile is not None
        source = translate("Personas", "{list}, column {column}: {count} of {known} won customers ({share:.1%})").format(
            list=self.profile.dataset, column=found.column, count=share.count, known=found.known, share=share.share)
        text = translate("Personas", "{range} people").format(range=share.text) if found.field == "employees" else share.text
        try:
            personas.take_from_data(self._context.document, self._persona, found.field, text, source)
        except FusenError:
            return
        self._context.notify(translate("Personas", "Taken: {value}").format(value=text), undo=True)
