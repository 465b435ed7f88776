"""What a merge brought, and what both sides had changed: both values beside each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from fusenapp.domain import agreement
from fusenapp.domain.labelling import secret
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui import areas, words
from fusenapp.ui.dialogs.base import Dialog
from fusenapp.ui.dialogs.field_words import field_words
from fusenapp.ui.widgets import Text
from fusenapp.workspace import MergeReport


class MergeReportDialog(Dialog):
    """Counts on top, a row per field that both sides changed, and the stamps that hold no longer."""

    def __init__(self, parent: QWidget | None, report: MergeReport) -> None:
        super().__init__(parent, translate("Merge", "Merged"), translate("Merge", "Close"), cancel=False, width=720)
        merged = report.merged
        self.body.addWidget(Text(self._counts(report), wrap=True))
        if merged.both_changed:
            self.body.addWidget(Text(translate("Merge", "Changed on both sides; both values are kept:"), "strong"))
            self.body.addWidget(self._table(report))
        void = agreement.stamps_void((report.ours, report.theirs), report.after)
        if void:
            self.body.addWidget(Text(translate("Merge", "Stamps that hold no longer, since the content changed:"), "strong"))
            for item, stamp in void:
                self.body.addWidget(Text(self._stamp(report.after, item, stamp), wrap=True))

    @staticmethod
    def _counts(report: MergeReport) -> str:
        merged = report.merged
        if not (merged.added or merged.changed or merged.removed):
            return translate("Merge", "The file had nothing new.")
        return translate("Merge", "Added {added}, changed {changed}, removed {removed}. Nothing was dropped.").format(
            added=len(merged.added), changed=len(merged.changed), removed=len(merged.removed))

    @staticmethod
    def _stamp(snapshot: Snapshot, item: agreement.Item, stamp: agreement.Stamp) -> str:
        department = snapshot.value("departments", stamp.department, "name")
        return f"{words.item_title(snapshot, item)}: {department} {stamp.person}"

    def _table(self, report: MergeReport) -> QTableWidget:
        rows = report.merged.both_changed
        heads = [translate("Merge", "Where"), translate("Merge", "Field"), translate("Merge", "One side"), translate("Merge", "Other side"),
                 translate("Merge", "Now")]
        table = QTableWidget(len(rows), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(translate("Merge", "Changed on both sides"))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(True)
        for at, found in enumerate(rows):
            a, b, kept = ("•••",) * 3 if secret(report.after, found.kind, found.id) else (shown(v) for v in (found.a, found.b, found.kept))
            texts = (where(report.after, found.kind, found.id), field_words(report.after, found.field), f"{a}\n{found.a_author}",
                     f"{b}\n{found.b_author}", kept)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text.strip())
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(at, column, item)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.resizeRowsToContents()
        table.setMinimumHeight(min(60 + 48 * len(rows), 320))
        return table


def where(snapshot: Snapshot, kind: str, id: str) -> str:
    """A record in words: its area and its name or text."""
    record = snapshot.get(kind, id) or {}
    names = ("name", "text", "field", "title")
    name = next((str(value(kind, record, n)) for n in names if record.get(n)), "")
    return f"{areas.title(areas.area_of(kind, id))} {name}".strip()


def shown(found: Any) -> str:
    """A value for people: missing is a dash, a list is joined."""
    if found is None or found == "":
        return "—"
    return "、".join(str(each) for each in found) if isinstance(found, list | tuple) else str(found)
