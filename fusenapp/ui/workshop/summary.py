"""The page at the end of a workshop: what was decided, by whom, until when, and what the votes said."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QTextBrowser, QVBoxLayout, QWidget

from fusenapp.domain import workshop as rules
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.errors import EnvironmentFault
from fusenapp.i18n import translate
from fusenapp.ui import files, words
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import css, font
from fusenapp.ui.widgets import PrimaryButton, PushButton, Text, row

TOP_VOTES = 5
"""Places of a vote that the page names."""

NARROW = 16
FEW, SOME, WIDE = 4, 8, 17
"""Shares of the width for columns of a few letters, of up to `NARROW`, and of more."""

Table = list[list[str]]


def headings() -> list[str]:
    """The columns of the list of decisions."""
    return [translate("Workshop", "No."), translate("Workshop", "Decision"), translate("Workshop", "Owner"), translate("Workshop", "Due date"),
            translate("Workshop", "About the note"), translate("Workshop", "Written by")]


def rows(snapshot: Snapshot, meeting: str) -> Table:
    """What was decided in a workshop as cells; without one (empty id) what was decided outside of any."""
    names = {d["id"]: value("departments", d, "short") or value("departments", d, "name") for d in snapshot.all("departments")}
    found: Table = []
    for number, decision in enumerate(rules.decisions(snapshot, meeting), 1):
        department = names.get(value("decisions", decision, "department"), "")
        person = value("decisions", decision, "person")
        writer = f"{person} ({department})" if person and department else person or department
        found.append([str(number), value("decisions", decision, "text"), value("decisions", decision, "owner"),
                      _date(value("decisions", decision, "due")), " ".join(rules.subject(snapshot, decision).split()), writer])
    return found


def votes(snapshot: Snapshot, meeting: str) -> list[tuple[str, Table]]:
    """The votes of a workshop: when, and the first places as rank, votes, note."""
    found: list[tuple[str, Table]] = []
    for record in sorted(snapshot.all("rounds", workshop=meeting), key=lambda r: r.get("started") or ""):
        places = [] if rules.is_open(record) else [p for p in rules.tally(snapshot, record["id"]) if p.rank <= TOP_VOTES]
        if places:
            moment = words.local(value("rounds", record, "started"))
            found.append((translate("Workshop", "Vote of {time}").format(time=words.clock(moment) if moment else ""),
                          [[str(p.rank), str(p.votes), " ".join(snapshot.value("notes", p.note, "text").split())] for p in places]))
    return found


def title(snapshot: Snapshot, meeting: str) -> str:
    """What the page is called: the workshop's name, or its day."""
    record = snapshot.get("workshops", meeting)
    moment = words.local(value("workshops", record, "started")) if record is not None else None
    if record is None or moment is None:
        return translate("Workshop", "What we decided")
    name = value("workshops", record, "name") or translate("Workshop", "Workshop")
    return translate("Workshop", "{name}, {day}").format(name=name, day=words.day(moment.date()))


def as_text(snapshot: Snapshot, meeting: str) -> str:
    """The page as plain text, for a mail: one decision a line."""
    lines = [title(snapshot, meeting), ""]
    for number, text, owner, due, about, _ in rows(snapshot, meeting):
        notes = [translate("Workshop", "owner: {name}").format(name=owner) if owner else "",
                 translate("Workshop", "due: {date}").format(date=due) if due else "",
                 translate("Workshop", "note: {text}").format(text=about) if about else ""]
        said = " / ".join(note for note in notes if note)
        lines.append(f"{number}. {text}" + (f"\n   {said}" if said else ""))
    for heading, places in votes(snapshot, meeting):
        lines += ["", heading, *(f"{rank}. {note} ({count})" for rank, count, note in places)]
    return "\n".join(lines) + "\n"


def as_html(snapshot: Snapshot, meeting: str, *, paper: bool) -> str:
    """The page laid out; for paper black on white, else in the colours of the theme."""
    ink, quiet, line = ("#111111", "#555555", "#999999") if paper else (css("text"), css("text2"), css("borderS"))
    shown = rows(snapshot, meeting)
    parts = [f"<h2 style='color:{ink}'>{escape(title(snapshot, meeting))}</h2>"]
    if shown:
        parts.append(_table(headings(), shown, ink, quiet, line))
    else:
        parts.append(f"<p style='color:{quiet}'>{escape(translate('Workshop', 'Nothing has been written down yet.'))}</p>")
    for heading, places in votes(snapshot, meeting):
        parts.append(f"<h3 style='color:{ink}'>{escape(heading)}</h3>")
        names = [translate("Workshop", "Rank"), translate("Workshop", "Votes"), translate("Workshop", "Note")]
        parts.append(_table(names, places, ink, quiet, line))
    return "".join(parts)


def _table(names: list[str], cells: Table, ink: str, quiet: str, line: str) -> str:
    """Columns that say nothing in any row are left out."""
    kept = [i for i in range(len(names)) if any(cell[i] for cell in cells)]
    shares = [_share(names[i], [cell[i] for cell in cells]) for i in kept]
    widths = [f" width='{100 * share // sum(shares)}%'" for share in shares]
    head = "".join(f"<td{width} style='color:{quiet};border-bottom:1px solid {line}'>{escape(names[i])}</td>"
                   for i, width in zip(kept, widths, strict=True))
    body = "".join("<tr>" + "".join(f"<td style='color:{ink};border-bottom:1px solid {line}'>{_cell(cell[i])}</td>" for i in kept) + "</tr>"
                   for cell in cells)
    return f"<table cellspacing='0' cellpadding='6' width='100%' style='border-collapse:collapse'><tr>{head}</tr>{body}</table>"


def _share(name: str, cells: list[str]) -> int:
    """How wide a column is to be, for what it holds."""
    if any(len(cell) > NARROW for cell in cells):
        return WIDE
    return FEW if max(len(cell) for cell in (name, *cells)) <= 5 else SOME


def _cell(text: str) -> str:
    words = escape(text).replace("\n", "<br>")
    return f"<p style='margin:0; line-height:140%'>{words}</p>"


def _date(iso: str) -> str:
    try:
        return words.day(dt.date.fromisoformat(iso))
    except ValueError:
        return iso


class SummaryDialog(QDialog):
    """One page; another workshop can be chosen. ``meeting``: id of the one to show, None the latest that decided something."""

    def __init__(self, context: UiContext, meeting: str | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(translate("Workshop", "What we decided"))
        self.resize(820, 560)
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("Workshop", "Workshops"))
        self.name_it = PushButton(translate("Workshop", "Rename…"), "pencil", self._rename, small=True)
        self.page = QTextBrowser()
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # tables are as wide as the page, and a frame more
        self.page.setAccessibleName(translate("Workshop", "What we decided"))
        self.page.setOpenLinks(False)
        self.page.document().setDefaultFont(font(15))
        self.copy = PushButton(translate("Workshop", "Copy as text"), "copy", self._copy)
        self.pdf = PushButton(translate("Workshop", "Save as PDF…"), "export", self._ask_pdf)
        self.print_it = PushButton(translate("Workshop", "Print…"), "document", self._print)
        close = PrimaryButton(translate("Workshop", "Close"), on=self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(row(Text(translate("Workshop", "What we decided"), "title"), None, self.choice, self.name_it))
        layout.addWidget(self.page, 1)
        layout.addLayout(row(self.copy, self.pdf, self.print_it, None, close))
        self._fill_choice(meeting)
        self.choice.activated.connect(self._fill)
        self._fill()

    @property
    def meeting(self) -> str:
        """Id of the workshop that is shown; empty for what was decided outside of any."""
        return self.choice.currentData() or ""

    def _snapshot(self) -> Snapshot:
        return self._context.snapshot()

    def _fill_choice(self, meeting: str | None) -> None:
        snapshot = self._snapshot()
        ids = [record["id"] for record in rules.meetings(snapshot)]
        shown: list[str] = [*ids, *([""] if rules.decisions(snapshot, "") or not ids else [])]
        self.choice.clear()
        for id in shown:
            self.choice.addItem(title(snapshot, id) if id else translate("Workshop", "Outside of a workshop"), id)
        wanted = meeting if meeting is not None else next((id for id in shown if rules.decisions(snapshot, id)), shown[0])
        self.choice.setCurrentIndex(max(0, self.choice.findData(wanted)))
        self.choice.setVisible(len(shown) > 1)

    def _fill(self, *_: object) -> None:
        self.page.setHtml(as_html(self._snapshot(), self.meeting, paper=False))
        self.name_it.setVisible(bool(self.meeting))

    def _rename(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        from fusenapp.editing import workshop

        record: Record = self._context.document.get("workshops", self.meeting) or {}
        name, chosen = QInputDialog.getText(self, translate("Workshop", "Rename the workshop"), translate("Workshop", "Name"),
                                            text=record.get("name") or "")
        if chosen:
            workshop.rename(self._context.document, self.meeting, name.strip())
            self._context.bridge.flush()
            self._fill_choice(self.meeting)
            self._fill()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._snapshot(), self.meeting))
        self._context.notify(translate("Workshop", "Copied. Paste it into a mail or a chat."))

    def _ask_pdf(self) -> None:
        start = files.free_name(files.documents(), title(self._snapshot(), self.meeting), ".pdf")
        path, _ = QFileDialog.getSaveFileName(self, translate("Workshop", "Save as PDF"), str(start), "PDF (*.pdf)")
        if path:
            self.save_pdf(files.with_suffix(path, ".pdf"))

    def save_pdf(self, path: Path) -> None:
        """The page as PDF, A4."""
        from PySide6.QtCore import QBuffer
        from PySide6.QtGui import QPdfWriter

        from fusenapp.export.whole import whole

        held = QBuffer()
        held.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(held)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        self._paper().print_(writer)
        try:
            with whole(path) as draft:
                Path(draft).write_bytes(held.data().data())
        except EnvironmentFault:
            self._context.notify(translate("Workshop", "The PDF could not be written. Check the folder and try again."), kind="error")
            return
        self._context.notify(translate("Workshop", "Saved as {name}").format(name=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self._paper().print_(printer)

    def _paper(self) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(font(13))
        document.setHtml(as_html(self._snapshot(), self.meeting, paper=True))
        return document
