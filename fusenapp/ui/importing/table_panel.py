"""What holds for a table as a whole: the day or month that it is as of, and the year of months that do not say one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import FormRow, Text, column, field, row

_YEARS = range(1950, 2101)


class TablePanel(QWidget):
    """Two small fields; an empty one leaves it to the reader, whose answer is then seen in it.

    Signals:
        changed: {as_of or year → value}: None takes a correction back.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.as_of = field(name=translate("Importing", "As of when"))
        self.year = field(name=translate("Importing", "Fiscal year"))
        self.as_of.setToolTip(translate("Importing", "The day or month of the figures; later months without figures are still empty. "
                                                     "It goes for this file, not for the next one."))
        self.year.setToolTip(translate("Importing", "The year of months and dates that do not say one, e.g. April or 4/1"))
        self.wrong = Text("", "warn", wrap=True)
        self.wrong.hide()
        fields = row(FormRow(self.as_of.accessibleName(), self.as_of), FormRow(self.year.accessibleName(), self.year), gap=8)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        self.setLayout(column(fields, self.wrong, gap=4))
        self._said: dict[str, str] = {"as_of": "", "year": ""}
        self.as_of.editingFinished.connect(lambda: self._typed("as_of", self.as_of, as_of_in))
        self.year.editingFinished.connect(lambda: self._typed("year", self.year, year_in))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says what was typed; it must not press the dialog's button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def show_table(self, as_of: str | None, year: int | None, found_as_of: str | None, found_year: int | None) -> None:
        """What the user settled, and what the reader found."""
        settled = {"as_of": as_of or "", "year": str(year or "")}
        found = {"as_of": found_as_of or translate("Importing", "e.g. 2026-08"), "year": str(found_year or translate("Importing", "e.g. 2026"))}
        for key, editor in (("as_of", self.as_of), ("year", self.year)):
            editor.setPlaceholderText(found[key])
            if not (editor.hasFocus() and editor.isModified()):  # read again while the user goes on typing
                editor.setText(settled[key])
        self._said = settled
        self.wrong.hide()

    def _typed(self, key: str, editor: QLineEdit, read: Callable[[str], str | int | None]) -> None:
        text = editor.text().strip()
        if text == self._said[key]:
            self.wrong.hide()
            return
        meant = read(text) if text else None
        self.wrong.setVisible(bool(text) and meant is None)
        if self.wrong.isHidden():
            editor.setModified(False)
            self.changed.emit({key: meant})
        else:
            self.wrong.setText(translate("Importing", "{text} cannot be read. Write it like {example}.").format(
                text=text[:20], example="2026-08" if key == "as_of" else "2026"))


def as_of_in(text: str) -> str | None:
    """``"2026-08"`` or ``"2026-08-31"`` from ``2026/8``, ``令和8年8月末`` and the like; None if it is neither."""
    from fusenapp.tables.dates import parse_moment

    moment = parse_moment(unicodedata.normalize("NFKC", text).removesuffix("現在").removesuffix("時点").strip().removesuffix("末"))
    if moment is None or moment.year is None or moment.month is None:
        return None
    return moment.date.isoformat() if moment.date else f"{moment.year}-{moment.month:02d}"


def year_in(text: str) -> int | None:
    """``2026``, ``2026年度``, ``令和8年度``, ``FY26``; None if it is no year."""
    from fusenapp.tables.dates import fiscal_year

    plain = unicodedata.normalize("NFKC", text).strip()
    year = int(plain) if plain.isdecimal() else fiscal_year(plain)
    return year if year in _YEARS else None
