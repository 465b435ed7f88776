"""The rule in words, made from its clauses: Japanese, English or the SQL of a database."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import FusenError
from fusenapp.i18n import language, translate
from fusenapp.messages import explain
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.theme import color
from fusenapp.ui.widgets import Card, IconButton, LinkButton, SegmentedControl, Text, row

_DIALECTS = (("sqlite", "SQLite"), ("postgresql", "PostgreSQL"), ("bigquery", "BigQuery"))

LONG = 320
"""Characters of a sentence that are shown at first."""


class SentenceCard(Card):
    """Read only; the text can be selected and copied."""

    def __init__(self, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule, self._snapshot = rule, Snapshot({})
        self.setStyleSheet(f"QFrame#card {{ border-left: 3px solid {color('accent').name()}; }}")
        self.form = SegmentedControl([("ja", "日本語"), ("en", "English"), ("sql", "SQL")], language(),
                                     name=translate("Definitions", "Form of the sentence"))
        self.form.changed.connect(lambda _: self._write())
        self.dialect = QuietCombo(translate("Definitions", "Database"), 120)
        for key, name in _DIALECTS:
            self.dialect.addItem(name, key)
        self.dialect.activated.connect(lambda _: self._write())
        copy = IconButton("copy", translate("Definitions", "Copy"), on=self._copy, small=True)
        caption = Text(translate("Definitions", "In words (made from the conditions)"), "caption")
        self.body.addLayout(row(caption, None, self.dialect, self.form, copy))
        self.dialect.hide()
        self.text = Text("", wrap=True)
        self.text.setStyleSheet("font-size: 15px;")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.more = LinkButton(translate("Definitions", "Show all of it"), on=self._unfold)
        self.body.addWidget(self.text)
        self.body.addLayout(row(self.more, None))
        self._whole, self._open = "", False

    def _unfold(self) -> None:
        self._open = True
        self._fold()

    def _fold(self) -> None:
        """A very long sentence is cut until the user asks for the rest, so that the conditions stay in view."""
        long = len(self._whole) > LONG and not self._open
        self.text.setText(self._whole[:LONG] + "…" if long else self._whole)
        self.more.setVisible(long)

    def _tell(self, words: str) -> None:
        self._whole = words
        self._fold()

    def set_rule(self, rule: str) -> None:
        """Turn to another definition; `show_rule` shows it."""
        self._rule = rule

    def show_rule(self, snapshot: Snapshot) -> None:
        """The definition as it is now."""
        self._snapshot = snapshot
        self._write()

    def _write(self) -> None:
        from fusenapp.qualify import sentence, sql

        known = definition.all_from_snapshot(self._snapshot)
        found = known.get(self._rule)
        if found is None or not any(True for _ in definition.conditions(found.root)):
            self._tell(translate("Definitions", "No conditions yet."))
            return
        self.dialect.setVisible(self.form.current == "sql")
        try:
            told = sql(found, self.dialect.currentData(), others=known) if self.form.current == "sql" else sentence(found, self.form.current)
            self._tell(told)
        except FusenError as error:
            self._tell(explain(error))

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self._whole)
