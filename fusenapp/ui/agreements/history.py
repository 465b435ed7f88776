"""The history of an item in the inspector: every revision with who, when, why and who stamped; and the way to compare them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, Revision
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import agreements
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import DepartmentMark, InspectorSection, LinkButton, Text, field, row

Compare = Callable[[int, int], None]


class History(InspectorSection):
    """Newest first.

    Args:
        compare: called with the numbers of two revisions; 0 is the content now.
    """

    def __init__(self, context: UiContext, item: Item, compare: Compare) -> None:
        super().__init__(translate("Agreements", "History"))
        self._context, self._item = context, item
        snapshot = context.snapshot()
        history = agreement.revisions(snapshot, item)
        if not history:
            self.body.addWidget(Text(translate("Agreements", "Not proposed yet."), "caption"))
        elif len(history) > 1 or history[-1].hash != agreement.content_hash(snapshot, item):
            from fusenapp.ui.agreements.revisions import usual_pair

            words = translate("Agreements", "Compare revisions")
            self.body.addLayout(row(LinkButton(words, "split", on=lambda: compare(*usual_pair(snapshot, item, history))), None))
        for revision in reversed(history):
            self._revision(snapshot, revision, compare)

    def _revision(self, snapshot: Snapshot, revision: Revision, compare: Compare) -> None:
        number = translate("Agreements", "Revision {number}").format(number=revision.number)
        link = LinkButton(number, on=lambda: compare(max(revision.number - 1, 1), revision.number if revision.number > 1 else 0))
        link.setToolTip(translate("Agreements", "What changed with this revision"))
        marks: list[QWidget] = [DepartmentMark(snapshot.value("departments", s.department, "shape"), s.person, size=8)
                                for s in agreement.stamps(snapshot, revision.item, revision.hash)]
        who = Text(f"{revision.at[:10].replace('-', '/')} {revision.person}", "caption")
        who.setToolTip(revision.hash)
        self.body.addLayout(row(link, *marks, None, who))
        self.body.addWidget(self._why(revision))

    def _why(self, revision: Revision) -> QWidget:
        """The reason; whoever proposed it without one may say it later."""
        if revision.comment or revision.person != self._context.author.person:
            return Text(revision.comment or translate("Agreements", "no reason given"), "" if revision.comment else "caption", wrap=True)
        line = field("", translate("Agreements", "Why this revision?"),
                     translate("Agreements", "Reason of revision {number}").format(number=revision.number))
        line.editingFinished.connect(lambda: self._explain(revision, line))
        return line

    def _explain(self, revision: Revision, line: QLineEdit) -> None:
        if line.text().strip():
            agreements.explain_revision(self._context.document, self._item, revision.hash, line.text())
