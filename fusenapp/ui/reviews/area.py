"""All meetings; one of them on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from fusenapp.document import Changes
from fusenapp.domain import reviews
from fusenapp.domain.reviews import Review
from fusenapp.domain.snapshot import Snapshot
from fusenapp.editing import reviews as verbs
from fusenapp.flows import review_words as words
from fusenapp.flows.reviews import try_reckon
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.gradual import Gradual
from fusenapp.ui.reviews.handing_out import HandOut
from fusenapp.ui.reviews.page import ReviewPage
from fusenapp.ui.reviews.trying import attempt
from fusenapp.ui.widgets import AreaHeader, Badge, EmptyState, IconButton, PrimaryButton, PushButton

_KINDS = frozenset(("reviews", "review_figures", "actions", "hypotheses", "departments", "renewals"))
_DATA = frozenset(("datasets", "kpis"))
_AGREED = frozenset(("stamps", "revisions", "terms", "definitions", "groups", "clauses", "handover", "workspace"))


NARROW = 960
"""Below this width a button of the header is only its icon."""


class ReviewsArea(QWidget):
    """Which meeting is shown lives in the session; a new one begins with the figures of now."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context, self._session = context, context.session("reviews")
        self.page: QWidget | None = None
        self._key: tuple[object, ...] = ()
        self._stale, self._compare, self._beginning = True, True, False
        self._making: Gradual | None = None
        self.header = AreaHeader(translate("Areas", "Reviews"))
        self.chooser = QuietCombo(translate("ReviewsArea", "Meeting"), 200)
        self.chooser.activated.connect(self._choose)
        self.state = Badge("draft")
        self.header.add_left(self.chooser, self.state)
        self.out = HandOut(context, lambda: self.shown.id if self.shown else "")
        self.close_it = PushButton("", "lock", on=self._close)
        self.weekly = PrimaryButton(translate("ReviewsArea", "Weekly meeting"), "plus", on=lambda: self.begin(reviews.WEEKLY))
        self.weekly.setToolTip(translate("ReviewsArea", "Begin the weekly meeting"))
        self.more = self._more()
        self.header.add_right(self.out, self.close_it, self.weekly, self.more)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        context.bridge.changed.connect(self._look)
        context.department_changed.connect(self.refresh)

    @property
    def shown(self) -> Review | None:
        """The meeting on the page: the one chosen, else the latest."""
        known = reviews.reviews(self._context.snapshot())
        return next((r for r in known if r.id == self._session.get("id")), known[0] if known else None)

    def refresh(self, *_: object) -> None:
        """Look at the document again; while out of sight it is only noted that this is to be done."""
        self._made()
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        snapshot, found = self._context.snapshot(), self.shown
        self._fill_header(snapshot, found)
        key = (found.id, [d["id"] for d in snapshot.all("departments")]) if found else ()
        if key != self._key or self.page is None:
            self._key = key
            self._making = Gradual(self._make(found), self)
            if self.page is not None:  # else it is the first one, which the area does not wait for
                self._made()
        elif isinstance(self.page, ReviewPage):
            self.page.refresh()
            self._compare_if_wanted()

    def _made(self) -> None:
        """What is still being made is made now."""
        if self._making is not None:
            self._making.finish()
            self._making.deleteLater()
            self._making = None

    def _make(self, found: Review | None) -> Iterator[None]:
        """Another page, in steps; none where somebody has left meanwhile, since the panel beside it belongs to another area then."""
        page = ReviewPage(self._context, found, self) if found else self._nothing()
        yield
        if isinstance(page, ReviewPage) and self.isVisible():
            page.refresh()
            yield
        if self.isVisible():
            self._show(page)
            self._compare_if_wanted()
        else:
            self._key, self._stale = (), True
            page.deleteLater()
        yield

    def _compare_if_wanted(self) -> None:
        if self._compare and isinstance(self.page, ReviewPage):
            self._compare = False
            self.page.compare()

    def _fill_header(self, snapshot: Snapshot, found: Review | None) -> None:
        known = reviews.reviews(snapshot)
        self.chooser.clear()
        for each in known:
            short = translate("ReviewsArea", "weekly") if each.kind == reviews.WEEKLY else translate("ReviewsArea", "yearly")
            self.chooser.addItem(f"{words.day_words(each.date)} · {short}", each.id)
        self.chooser.setCurrentIndex(max(self.chooser.findData(found.id if found else ""), 0))
        closed = found is not None and found.closed is not None
        for widget in (self.chooser, self.state, self.out, self.close_it):
            widget.setVisible(found is not None)
        self.state.set("agreed" if closed else "draft", words=translate("ReviewsArea", "Minutes closed") if closed else translate(
            "ReviewsArea", "Being held"))
        self.close_it.setText(translate("ReviewsArea", "Edit again") if closed else translate("ReviewsArea", "Close the minutes"))
        self.close_it.set_icon("unlock" if closed else "lock")
        self.delete_it.setEnabled(found is not None)

    def _more(self) -> QToolButton:
        """What is done seldom."""
        button = IconButton("more", translate("ReviewsArea", "More"))
        menu = QMenu(button)
        menu.addAction(icons.icon("plus"), translate("ReviewsArea", "Begin the yearly review"), lambda: self.begin(reviews.YEARLY))
        self.delete_it = menu.addAction(icons.icon("trash"), translate("ReviewsArea", "Delete this review"), self._remove)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _nothing(self) -> QWidget:
        return EmptyState("review", translate("ReviewsArea", "No meeting yet"), translate(
            "ReviewsArea", "The weekly KPI meeting on one page: what was promised last time, what is off since when and whose, three checks, "
                           "hypotheses and actions. The figures are kept as they are now."),
            translate("ReviewsArea", "Begin the weekly meeting"), on=lambda: self.begin(reviews.WEEKLY))

    def _show(self, page: QWidget) -> None:
        if self.page is not None:
            self._layout.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._compare = True
        self._layout.addWidget(page, 1)
        page.show()
        found = self.shown
        if found is not None and found.closed:
            self.weekly.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(page, ReviewPage):
            page.focus_first()

    # ways

    def begin(self, kind: str = reviews.WEEKLY) -> None:
        """A new meeting of today with the figures of now; they are reckoned off the window's thread."""
        if self._beginning:
            return
        self._beginning = True
        store, snapshot = self._context.store, self._context.snapshot()
        self._context.run(translate("ReviewsArea", "Reckoning the figures"), lambda progress: (kind, *try_reckon(store, snapshot)),
                          self._begin, self._failed)

    def _begin(self, found: tuple[str, dict[str, Any], Exception | None]) -> None:
        kind, content, error = found
        self._beginning = False
        if error is not None:
            from fusenapp.ui.explaining import explain_any

            self._context.notify(explain_any(error), kind="warn")
        made: list[str] = []
        if attempt(self._context, lambda: made.append(verbs.begin(self._context.document, kind=kind, content=content))):
            self._session["id"] = made[0]
            self._context.bridge.flush()
            self.refresh()

    def _failed(self, error: Exception) -> None:
        from fusenapp.ui.explaining import explain_any

        self._beginning = False
        self._context.notify(explain_any(error), kind="error")

    def reveal(self, item: Any) -> None:
        """Show a meeting or an action; ``("begin", kind)`` begins one."""
        kind, id = item or ("", "")
        if kind == "begin":
            self.begin(id)
        elif kind == "reviews":
            self._session["id"] = id
            self.refresh()
        elif kind in ("actions", "hypotheses"):
            self._reveal_part(kind, id)

    def _reveal_part(self, kind: str, id: str) -> None:
        """On the meeting that is shown if it is on it (carried along), else on the latest, else on its own."""
        snapshot = self._context.snapshot()
        known = reviews.reviews(snapshot)
        own = str(snapshot.value(kind, id, "review") or "")
        if kind == "actions" and known and any(a.id == id for r in known[:1] for a in (
                *reviews.carried(snapshot, r, reviews.day_of(r, _today())), *reviews.decided(snapshot, r))):
            own = known[0].id
        if own:
            self._session["id"] = own
        self.refresh()
        self._made()
        if isinstance(self.page, ReviewPage) and kind == "actions":
            self.page.reveal_action(id)

    def _choose(self, at: int) -> None:
        self._session["id"] = self.chooser.itemData(at)
        self.refresh()

    def _close(self) -> None:
        found = self.shown
        if found is None:
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being typed is written first
        if found.closed:
            attempt(self._context, lambda: verbs.reopen(self._context.document, found.id))
        elif attempt(self._context, lambda: verbs.close(self._context.document, found.id)):
            self.weekly.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.notify(translate("ReviewsArea", "The minutes are closed. Next review: {day}").format(day=words.day_words(found.next)),
                                 undo=True)

    def _remove(self) -> None:
        found = self.shown
        if found is not None and attempt(self._context, lambda: verbs.delete(self._context.document, found.id)):
            self._session.pop("id", None)
            self._context.notify(translate("ReviewsArea", "The review was deleted. Its actions stay."), undo=True)

    # the document

    def _look(self, changes: Changes) -> None:
        kinds = {kind for kind, _ in (*changes.added, *changes.removed, *changes.updated)}
        if kinds & _DATA:
            self._compare = True
        found = self.shown
        yearly = found is not None and found.kind == reviews.YEARLY
        if kinds & (_KINDS | _DATA) or (yearly and kinds & _AGREED):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.out.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _today() -> Any:
    import datetime as dt

    return dt.date.today()
