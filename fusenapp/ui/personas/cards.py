"""The people of a committee as cards: side by side with their fields level, or one alone in two columns.

A committee has hundreds of parts. They are made where they belong, outer before inner, since every part that is put
into another takes the style sheet anew with all that it holds; and a few at a time, so that the window goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.domain.persona import ACCOUNT, APPROVER_FIELDS, PERSON_FIELDS, PersonaField, fields_of
from fusenapp.domain.snapshot import Record
from fusenapp.editing import personas
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.personas.fields import FieldRow, NotesField
from fusenapp.ui.personas.head import PersonaHead
from fusenapp.ui.personas.scales import ScalesBlock
from fusenapp.ui.widgets import Card, scroll
from fusenapp.ui.widgets.bound import BoundText

Maker = Callable[[QWidget], QWidget]
"""Makes a part inside of its place."""
_PERSON_WIDTH, _ACCOUNT_WIDTH = 232, 220


class SideBySide(QScrollArea):
    """Everybody; the same field is level in all cards."""

    def __init__(self, context: UiContext, people: Sequence[Record], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("scrollBody")
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        rows = len(PERSON_FIELDS) + len(APPROVER_FIELDS) + 4
        for column, persona in enumerate(people):
            account = persona.get("role") == ACCOUNT
            grid.addWidget(_ground(), 0, column, rows + 1, 1)
            grid.setColumnMinimumWidth(column, _ACCOUNT_WIDTH if account else _PERSON_WIDTH)
            grid.setColumnStretch(column, 236 if account else 252)
        grid.setRowStretch(rows, 1)
        self.making = Gradual(_cards(context, grid, people, rows), self)


class Alone(QWidget):
    """One person: what is written on the left, scales and notes on the right.

    Args:
        chooser: stands above, to choose another person.
    """

    def __init__(self, context: UiContext, persona: Record, chooser: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 4, 16, 16)
        grid.setHorizontalSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        above = QVBoxLayout()
        above.setContentsMargins(16, 0, 16, 0)
        above.addWidget(chooser, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(above)
        outer.addWidget(scroll(body), 1)
        self.making = Gradual(_columns(grid, _makers(context, persona)), self)


def _cards(context: UiContext, grid: QGridLayout, people: Sequence[Record], rows: int) -> Iterator[None]:
    """A part a step, card by card: Tab goes in the order in which they are made."""
    for column, persona in enumerate(people):
        left, right = _makers(context, persona)
        if persona.get("role") == ACCOUNT:
            yield from _account(grid, column, rows, [*left, *right])
        else:
            yield from _person(grid, column, [*left, *right])


def _account(grid: QGridLayout, column: int, rows: int, makers: Sequence[Maker]) -> Iterator[None]:
    """The account has fields of its own, so it is one column that does not align with the people."""
    box = QWidget(grid.parentWidget())
    inside = QVBoxLayout(box)
    inside.setContentsMargins(12, 12, 12, 12)
    inside.setSpacing(6)
    grid.addWidget(box, 0, column, rows, 1)
    yield from _filled(inside, makers, box)


def _person(grid: QGridLayout, column: int, makers: Sequence[Maker]) -> Iterator[None]:
    """Head, quote, scales, then one grid row per field, so that the same field is level in all cards."""
    for at, make in enumerate(makers):
        box = QWidget(grid.parentWidget())
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 12 if at == 0 else 3, 12, 12 if at == len(makers) - 1 else 3)
        grid.addWidget(box, at, column, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(make(box))
        yield


def _columns(grid: QGridLayout, halves: tuple[list[Maker], list[Maker]]) -> Iterator[None]:
    for column, makers in enumerate(halves):
        card = Card(gap=6, parent=grid.parentWidget())
        grid.addWidget(card, 0, column)
        grid.setColumnStretch(column, 1)
        yield from _filled(card.body, makers, card)


def _filled(inside: QVBoxLayout, makers: Sequence[Maker], box: QWidget) -> Iterator[None]:
    """Parts from the top down."""
    inside.addStretch(1)
    for at, make in enumerate(makers):
        inside.insertWidget(at, make(box))
        yield


def _makers(context: UiContext, persona: Record) -> tuple[list[Maker], list[Maker]]:
    """What is written about a person, and what is weighed and noted."""
    id, role = persona["id"], persona.get("role", "")
    texts, notes = ([partial(_part, context, id, field) for field in fields_of(role) if field.form == form] for form in ("text", "notes"))
    head = partial(PersonaHead, context, persona)
    if role == ACCOUNT:
        return [head, *texts], notes
    return [head, partial(_quote, context, id), *texts], [partial(ScalesBlock, context, id, persona.get("set", "")), *notes]


def _quote(context: UiContext, id: str, parent: QWidget) -> BoundText:
    return BoundText(context, ("personas", id, "quote"), lambda text: personas.write_quote(context.document, id, text), plain=True,
                     name=translate("Personas", "In their own words"), placeholder=translate("Personas", "“In their own words”"), parent=parent)


def _part(context: UiContext, id: str, field: PersonaField, parent: QWidget) -> QWidget:
    made = NotesField if field.form == "notes" else FieldRow
    return made(context, id, field, parent)


def _ground() -> QFrame:
    """The ground of a column; the parts lie on it."""
    card = QFrame()
    card.setObjectName("card")
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return card
