"""Where an item stands, in the header of its area: state, who has stamped, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, ItemStatus
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.editing import agreements
from fusenapp.errors import InputError
from fusenapp.i18n import translate
from fusenapp.ui.background import Task
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Badge, DepartmentMarks, FlatButton, PushButton

_KINDS = frozenset(("revisions", "stamps", "departments", "workspace"))
MANY, MANY_KPIS = 300, 100
"""From so many notes on a journey, and from so many KPIs on the tree, is reckoned off the window's thread."""
_REST = 150
"""Milliseconds without an edit before that begins: what the edit is about is shown first."""


class AgreementBar(QWidget):
    """Badge with the revision, marks of the departments that have stamped, and a button to stamp for one's own.

    Args:
        item: to follow; change it with `set_item`.
        kinds: kinds of records whose changes may change the item.
    """

    def __init__(self, context: UiContext, item: Item | None, kinds: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._item, self._kinds = context, item, kinds | _KINDS
        self._task: Task | None = None
        self._again = False
        self._told: Item | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._reckon_again)
        self.badge = Badge("draft")
        self.marks = DepartmentMarks()
        self.open = FlatButton(translate("AgreementBar", "Details"), on=self._open, small=True)
        self.stamp = PushButton(translate("AgreementBar", "Stamp"), "stamp", on=self._stamp, small=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.badge, self.marks, self.open, self.stamp):
            layout.addWidget(widget)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self.refresh)
        self.refresh()

    def set_item(self, item: Item | None) -> None:
        """Follow another item."""
        self._item = item
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again."""
        snapshot = self._context.snapshot()
        there = self._item is not None and self._item in agreement.items(snapshot)
        if self.parent() is not None:  # shown without a parent it would be a window of its own
            self.setVisible(there)
        if self._item is None or not there:
            return
        kind, many = {"journeys": ("notes", MANY), "kpis": ("kpis", MANY_KPIS)}.get(self._item[0], ("", 0))
        if kind and len(snapshot.records.get(kind, ())) >= many:
            if self._told != self._item:
                self._reckon(snapshot, self._item)
            else:
                self._rest.start()
        else:
            self._show(snapshot, agreement.status(snapshot, self._item))

    def _reckon_again(self) -> None:
        snapshot = self._context.snapshot()
        if self._item is not None and self._item in agreement.items(snapshot):
            self._reckon(snapshot, self._item)

    def _reckon(self, snapshot: Snapshot, item: Item) -> None:
        """One at a time: whatever changes meanwhile is looked at once that is done."""
        if self._told != item:
            for part in (self.badge, self.marks, self.stamp):
                part.hide()  # nothing is claimed before it is known
        self._again = self._task is not None and self._task.running
        if not self._again:
            self._task = self._context.run("", lambda progress: (snapshot, agreement.status(snapshot, item)), self._reckoned)

    def _reckoned(self, found: tuple[Snapshot, ItemStatus]) -> None:
        if self._again or found[1].item != self._item:
            self.refresh()
        else:
            self._show(*found)

    def _show(self, snapshot: Snapshot, status: ItemStatus) -> None:
        self._told = status.item
        self.badge.show()
        self.marks.show()
        self.badge.set(status.state, revision_words(status))
        self.marks.set(stamp_marks(snapshot, status))
        mine = self._context.department in status.missing
        self.stamp.setVisible(mine)
        self.stamp.setToolTip(translate("AgreementBar", "Agree to this content for {department}").format(
            department=value("departments", snapshot.get("departments", self._context.department) or {}, "name")))

    def _look(self, changes: Changes) -> None:
        touched = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if touched & self._kinds:
            self.refresh()

    def _open(self) -> None:
        self._context.navigate("agreements", self._item)

    def _stamp(self) -> None:
        if self._item is not None:
            stamp(self._context, self._item, self)


def revision_words(status: agreement.ItemStatus) -> str:
    """"第3版" of the proposal or agreement that the state speaks of; empty for drafts."""
    revision = status.proposed or status.agreed
    if revision is None:
        return ""
    if status.state == agreement.REOPENED:
        return translate("AgreementBar", "since revision {number}").format(number=revision.number)
    return translate("AgreementBar", "revision {number}").format(number=revision.number)


def stamp_marks(snapshot: Snapshot, status: agreement.ItemStatus) -> list[tuple[str, str, bool]]:
    """Shape, name and whether it has stamped the present content, for each department."""
    done = {s.department for s in status.stamps}
    return [(value("departments", d, "shape"), value("departments", d, "name"), d["id"] in done) for d in snapshot.all("departments")]


def stamp(context: UiContext, item: Item, parent: QWidget, comment: str = "") -> bool:
    """Stamp an item for the department spoken for; asks for a name if none is known. True if stamped."""
    person = context.author.person or ask_person(context, parent)
    if not person:
        return False
    try:
        agreements.stamp(context.document, item, context.department, person, comment)
    except InputError as error:
        from fusenapp.ui.explaining import explain_any

        context.notify(explain_any(error), kind="warn")
        return False
    context.bridge.flush()
    status = agreement.status(context.snapshot(), item)
    message = translate("AgreementBar", "Stamped. All departments agree.") if not status.missing else translate(
        "AgreementBar", "Stamped. %n department(s) still to stamp.", n=len(status.missing))
    context.notify(message, undo=True)
    return True


def ask_person(context: UiContext, parent: QWidget) -> str:
    """The name that stamps and edits carry; kept in the settings."""
    from fusenapp.ui.dialogs.base import Dialog
    from fusenapp.ui.widgets import FormRow, field

    dialog = Dialog(parent, translate("AgreementBar", "Who is stamping?"), translate("AgreementBar", "Use this name"),
                    translate("AgreementBar", "Your name stands on the stamp and on your edits."))
    name = field("", translate("AgreementBar", "Family name and first name"), translate("AgreementBar", "Name"))
    dialog.body.addWidget(FormRow(translate("AgreementBar", "Name"), name))
    if not dialog.exec() or not name.text().strip():
        return ""
    context.settings.set("person", name.text().strip())
    context.set_person(name.text().strip())
    return name.text().strip()
