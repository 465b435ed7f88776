"""The rule in words, made from its clauses: Japanese, English or SQL."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fusenapp.domain import definition
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import FusenError
from fusenapp.i18n import language, translate
from fusenapp.messages import explain
from fusenapp.ui.widgets import Card, IconButton, SegmentedControl, Text, row


class SentenceCard(Card):
    """Read only; the text can be selected and copied."""

    def __init__(self, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule, self._snapshot = rule, Snapshot({})
        self.form = SegmentedControl([("ja", "日本語"), ("en", "English"), ("sql", "SQL")], language(),
                                     name=translate("Definitions", "Form of the sentence"))
        self.form.changed.connect(lambda _: self._write())
        copy = IconButton("copy", translate("Definitions", "Copy"), on=self._copy, small=True)
        self.body.addLayout(row(Text(translate("Definitions", "In words (made from the conditions)"), "caption"), None, self.form, copy))
        self.text = Text("", wrap=True)
        self.text.setStyleSheet("font-size: 15px;")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.body.addWidget(self.text)

    def show_rule(self, snapshot: Snapshot) -> None:
        """The definition as it is now."""
        self._snapshot = snapshot
        self._write()

    def _write(self) -> None:
        from fusenapp.qualify import sentence, sql

        known = definition.all_from_snapshot(self._snapshot)
        found = known.get(self._rule)
        if found is None or not any(True for _ in definition.conditions(found.root)):
            self.text.setText(translate("Definitions", "No conditions yet."))
            return
        try:
            self.text.setText(sql(found, others=known) if self.form.current == "sql" else sentence(found, self.form.current))
        except FusenError as error:
            self.text.setText(explain(error))

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self.text.text())
