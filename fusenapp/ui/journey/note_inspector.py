"""The details of the selected note: text, paper, place, evidence, department, links, votes, history."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fusenapp.domain.departments import SHAPE_MARKS
from fusenapp.domain.origins import made_of
from fusenapp.domain.persona import EVIDENCE, EVIDENCE_NAMES
from fusenapp.domain.snapshot import Record, family, value
from fusenapp.editing import links, notes
from fusenapp.i18n import language, translate
from fusenapp.ui import words
from fusenapp.ui.areas import area_of
from fusenapp.ui.clause_words import clause_words
from fusenapp.ui.journey.board_model import DRAFT, Arrow
from fusenapp.ui.journey.board_view import BoardView
from fusenapp.ui.journey.link_targets import target_name
from fusenapp.ui.journey.papers import Papers
from fusenapp.ui.theme import paper
from fusenapp.ui.widgets import (
    FormRow,
    IconButton,
    InspectorSection,
    LinkButton,
    PushButton,
    SegmentedControl,
    Text,
    department_icon,
    row,
)

LATER = 60
"""Milliseconds until the details follow the selection: a marquee changes it many times a second."""


class NoteText(QPlainTextEdit):
    """The note's text.

    Signals:
        written: the user went elsewhere after changing it.
    """

    written = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.written.emit()


class NoteInspector(QWidget):
    """Follows the selection of a board."""

    def __init__(self, board: BoardView) -> None:
        super().__init__()
        self._board = board
        self._id = ""
        self._body: QWidget | None = None
        self._empty: QWidget | None = None
        self._pages = QVBoxLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self, singleShot=True, interval=LATER)
        self._timer.timeout.connect(self.refresh)
        board.selection_changed.connect(self._timer.start)
        self._timer.start()  # the board comes first

    # ---- building

    def _build(self) -> QWidget:
        """The fields come with the first selected note: a journey opens sooner without them."""
        if self._body is None:
            self._make_fields()
            self._body = self._make_body()
            self._pages.addWidget(self._body)
        return self._body

    def _show(self, page: QWidget) -> None:
        """One page alone: each is as high as what is on it."""
        for each in (self._body, self._empty):
            if each is not None and each is not page:
                each.hide()
        page.show()

    def _make_fields(self) -> None:
        self.text = NoteText()
        self.text.setObjectName("noteText")
        self.text.setAccessibleName(translate("NoteDetails", "Text"))
        self.text.setFixedHeight(72)
        self.text.written.connect(self._write)
        self.papers = Papers(translate("NoteDetails", "Paper"), size=20, gap=2)
        self.papers.chosen.connect(self._board.commands.recolour)
        self.phase, self.lane, self.role, self.department = (_box() for _ in range(4))
        for box in (self.phase, self.lane, self.role):
            box.activated.connect(self._move)
        self.department.activated.connect(self._assign)
        short = (translate("NoteDetails", "Hypothesis"), translate("NoteDetails", "Partly"), translate("NoteDetails", "Confirmed"))
        self.evidence = SegmentedControl(list(zip(EVIDENCE, short, strict=True)), name=translate("NoteDetails", "Evidence"))
        for grade in EVIDENCE:
            self.evidence.segment(grade).setToolTip(EVIDENCE_NAMES[grade].to(language()))
        self.evidence.changed.connect(self._grade)
        self.tags = QLineEdit(placeholderText=translate("NoteDetails", "Words, parted by commas"))
        self.tags.setAccessibleName(translate("NoteDetails", "Tags"))
        self.tags.editingFinished.connect(self._tag)
        self.votes, self.history = Text("", "body"), Text("", "caption", wrap=True)
        self.more = PushButton("＋", "", self._board.commands.vote, small=True)
        self.less = PushButton("−", "", self._board.commands.take_vote_back, small=True)
        self.more.setAccessibleName(translate("NoteDetails", "Add a vote"))
        self.less.setAccessibleName(translate("NoteDetails", "Take a vote back"))
        self.count = Text("", "secondary")

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = InspectorSection(first=True)
        first.body.addWidget(self.count)
        first.body.addWidget(self.text)
        first.body.addWidget(self.papers)
        place = InspectorSection(translate("NoteDetails", "Place"))
        self.role_row = FormRow(translate("NoteDetails", "Role"), self.role)
        place.body.addWidget(FormRow(translate("NoteDetails", "Phase"), self.phase))
        place.body.addWidget(FormRow(translate("NoteDetails", "Lane"), self.lane))
        place.body.addWidget(self.role_row)
        proof = InspectorSection(translate("NoteDetails", "Evidence"))
        proof.body.addWidget(self.evidence)
        proof.body.addWidget(FormRow(translate("NoteDetails", "Department"), self.department))
        proof.body.addWidget(FormRow(translate("NoteDetails", "Tags"), self.tags))
        self.link_section = InspectorSection(translate("NoteDetails", "Links"))
        self.link_section.header.add_right(LinkButton(translate("NoteDetails", "Add (Ctrl+L)"), "", self._board.commands.link))
        turn = LinkButton(translate("Structure", "Turn into… (Ctrl+T)"), "merge", self._board.commands.turn)
        self._links = QVBoxLayout()
        self.link_section.body.addLayout(self._links)
        self.link_section.body.addLayout(row(turn, None))
        vote = InspectorSection(translate("NoteDetails", "Votes"))
        line = QHBoxLayout()
        line.addWidget(self.votes, 1)
        line.addWidget(self.less)
        line.addWidget(self.more)
        vote.body.addLayout(line)
        past = InspectorSection(translate("NoteDetails", "Author and history"))
        past.body.addWidget(self.history)
        self._single = [self.text, place, self.link_section, vote, past]
        for part in (first, place, proof, self.link_section, vote, past):
            column.addWidget(part)
        column.addStretch(1)
        return body

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        column.addWidget(Text(translate("NoteDetails", "Select a note to see its details."), "secondary", wrap=True))
        for keys, does in _KEYS():
            key = Text(keys, "caption")
            key.setFixedWidth(68)
            column.addLayout(row(key, Text(does, wrap=True), gap=8))
        column.addStretch(1)
        return empty

    # ---- showing

    def refresh(self) -> None:
        """Show the selected notes; while they are being dragged, later."""
        if self._board.busy:
            self._timer.start()
            return
        ids = [id for id in self._board.selection.ids if id != DRAFT]
        if not ids:
            self._id = ""
            if self._empty is None:
                self._empty = self._make_empty()
                self._pages.addWidget(self._empty)
            self._show(self._empty)
            return
        self._show(self._build())
        record = self._board.context.record("notes", ids[-1])
        if record is None:
            return
        if self._id and self._id != ids[-1]:
            self._write()
            self.tags.setModified(False)
        self._id = ids[-1]
        self._fill(record, len(ids))

    def _fill(self, record: Record, count: int) -> None:
        for part in self._single:
            part.setVisible(count == 1)
        self.count.setVisible(count > 1)
        self.count.setText(translate("NoteDetails", "%n note(s) selected. Paper and evidence change on all.", n=count))
        self.papers.set_current(int(record.get("colour") or 1))
        self.evidence.set_current(value("notes", record, "evidence"))
        self._fill_department(record)
        if not self.tags.isModified():
            self.tags.setText(translate("NoteDetails", ", ").join(self._tags()))
        if count == 1:
            self._fill_text(record)
            self._fill_place(record)
            self._fill_links(record)
            self._fill_votes(record)
            self._fill_history(record)

    def _fill_text(self, record: Record) -> None:
        colours = paper(record.get("colour"))
        self.text.setStyleSheet(f"#noteText {{ background: {colours.fill.name()}; color: {colours.text.name()}; "
                                f"border: 1px solid {colours.edge.name()}; border-radius: 4px; font-weight: bold; padding: 6px; }}")
        if not self._typed and self.text.toPlainText() != (record.get("text") or ""):
            self.text.setPlainText(record.get("text") or "")
            self.text.document().setModified(False)

    def _fill_place(self, record: Record) -> None:
        model = self._board.model
        nowhere = ("", translate("NoteDetails", "Parking lot"))
        _fill_box(self.phase, [(p.id, p.name) for p in model.phases] + [nowhere], record.get("phase") or "")
        _fill_box(self.lane, [(lane.id, lane.name) for lane in model.lanes if lane.content in ("notes", "kpi")] + [nowhere],
                  record.get("lane") or "")
        by_role = next((lane.by_role for lane in model.lanes if lane.id == record.get("lane")), False)
        _fill_box(self.role, [(role.id, role.name) for role in model.roles], record.get("role") or "")
        self.role_row.setVisible(by_role)

    def _fill_department(self, record: Record) -> None:
        known = self._board.model.departments
        departments = [(id, str(d.get("name") or id)) for id, d in known.items()]
        _fill_box(self.department, [("", translate("NoteDetails", "None")), *departments], record.get("department") or "")
        for at, department in enumerate(known.values(), 1):
            self.department.setItemIcon(at, department_icon(str(department.get("shape") or "")))

    def _fill_links(self, record: Record) -> None:
        while (item := self._links.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        snapshot = self._board.context.snapshot()
        linked = links.linked_fields(snapshot, ("notes", record["id"]))
        phrases = clause_words(snapshot) if any(end[0] == "clauses" for end, _ in linked) else {}
        made = made_of(snapshot, record["id"])
        for end, field in dict.fromkeys((*made, *linked)):
            if end[0] != "notes" or (end, field) in made:
                name = target_name(snapshot, end, field, phrases)
                go = PushButton(name, "merge" if (end, field) in made else "link", lambda e=end, f=field: self._go(e, f), small=True)
                if (end, field) in made:
                    go.setToolTip(translate("Structure", "Made of this note"))
                self._links.addWidget(go)
        for arrow in self._board.model.arrows:
            if record["id"] in (arrow.source, arrow.target):
                self._add_arrow(arrow, record["id"])

    def _add_arrow(self, arrow: Arrow, note: str) -> None:
        """A hand-off to or from this note: go to the other note, or take the arrow away."""
        forward = arrow.source == note
        other = arrow.target if forward else arrow.source
        slot = self._board.model.slot_of.get(other)
        if slot is None:
            return
        text = self._board.model.text(slot).replace("\n", " ")
        sentence = translate("NoteDetails", "To: {note}") if forward else translate("NoteDetails", "From: {note}")
        go = PushButton(sentence.format(note=text), "connect", lambda: self._board.commands.select_slot(slot), small=True)
        gone = IconButton("close", translate("NoteDetails", "Remove the arrow"), lambda: self._board.commands.arrange.remove_arrow(arrow.id),
                          small=True)
        line = QWidget()
        line.setLayout(row(go, gone, gap=4))
        self._links.addWidget(line)

    def _go(self, end: links.End, field: str = "") -> None:
        """To the very condition, statement, KPI or entry."""
        kind, id = end
        record = self._board.context.document.get(kind, id) or {}
        if kind == "clauses":
            self._board.context.navigate(area_of("definitions", str(record.get("definition") or "")), end)
        elif kind == "notes":
            self._board.context.navigate("personas", end)
        else:
            self._board.context.navigate(area_of(kind, id), (kind, id, field) if kind == "personas" and field else end)

    def _fill_votes(self, record: Record) -> None:
        dots = self._board.model.dots
        totals = dots.get(record["id"], {}) if dots is not None else _own_votes(record)
        shown = [f"{SHAPE_MARKS.get(d.get('shape') or '', '')} {d.get('short') or d.get('name')} {totals.get(id, 0)}"
                 for id, d in self._board.model.departments.items()]
        self.votes.setText("　".join(shown))

    def _fill_history(self, record: Record) -> None:
        departments = self._board.model.departments
        def line(who: str, department: str, at: str, sentence: str) -> str:
            name = departments.get(department, {}).get("name") or ""
            person = f"{who or translate('NoteDetails', 'Someone')}{f' ({name})' if name else ''}"
            moment = words.local(at)
            return sentence.format(person=person, at=words.clock(moment) if moment else "—")
        parts = [line(str(record.get("author") or ""), str(record.get("department") or ""), str(record.get("created") or ""),
                      translate("NoteDetails", "Written by {person}, {at}"))]
        modified = record.get("modified")
        if modified:
            parts.append(line(str(modified[0]), str(modified[1]), str(modified[2]), translate("NoteDetails", "Last changed by {person}, {at}")))
        self.history.setText("\n".join(parts))

    # ---- changing

    def _write(self) -> None:
        record = self._board.context.document.get("notes", self._id) if self._id else None
        if record is not None and self._typed:
            self.text.document().setModified(False)
            if self.text.toPlainText() != (record.get("text") or ""):
                notes.write_note(self._board.context.document, self._id, self.text.toPlainText())
                self._board.done()

    @property
    def _typed(self) -> bool:
        """True if the user changed the text here; what was only shown is never written back."""
        return self.text.document().isModified()

    def _move(self) -> None:
        model = self._board.model
        phase, lane = str(self.phase.currentData() or ""), str(self.lane.currentData() or "")
        by_role = next((item.by_role for item in model.lanes if item.id == lane), False)
        role = str(self.role.currentData() or (model.roles[0].id if model.roles else "")) if by_role else ""
        if not phase or not lane:
            phase = lane = role = ""
        notes.spread_notes(self._board.context.document, {self._id: notes.Place(model.journey, phase, lane, role)})
        self._board.done()
        self._board.reveal_note(self._id)

    def _grade(self, grade: str) -> None:
        notes.grade_notes(self._board.context.document, [i for i in self._board.selection.ids if i != DRAFT], grade)
        self._board.done()

    def _chosen(self) -> list[str]:
        return [id for id in self._board.selection.ids if id != DRAFT]

    def _tags(self) -> list[str]:
        """Tags that all selected notes have, in the order of the last one's."""
        records = [self._board.document.get("notes", id) or {} for id in self._chosen()]
        shared = set.intersection(*(set(record.get("tags") or ()) for record in records)) if records else set()
        return [tag for tag in records[-1].get("tags") or () if tag in shared] if records else []

    def _tag(self) -> None:
        if not self.tags.isModified():
            return
        self.tags.setModified(False)
        before, after = self._tags(), [tag.strip() for tag in re.split("[,、，]", self.tags.text()) if tag.strip()]
        if before != after:
            notes.tag_notes(self._board.document, self._chosen(), add=after, remove=[tag for tag in before if tag not in after])
            self._board.done()

    def _assign(self) -> None:
        notes.assign_notes(self._board.context.document, [i for i in self._board.selection.ids if i != DRAFT],
                           str(self.department.currentData() or ""))
        self._board.done()


def _own_votes(record: Record) -> dict[str, int]:
    """The votes that a note carries itself, by department; while a vote is under way those of its round count."""
    totals: dict[str, int] = {}
    for voter, count in family(record, "votes").items():
        department = voter.split("/")[0]
        totals[department] = totals.get(department, 0) + int(count)
    return totals


def _box() -> QComboBox:
    """A choice that is as wide as the panel, not as its longest entry."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


def _fill_box(box: QComboBox, options: list[tuple[str, str]], current: str) -> None:
    box.clear()
    for key, name in options:
        box.addItem(name, key)
    box.setCurrentIndex(max(0, next((i for i, (key, _) in enumerate(options) if key == current), 0)))


def _KEYS() -> list[tuple[str, str]]:
    return [
        ("N", translate("NoteDetails", "New note")),
        ("Tab", translate("NoteDetails", "Note in the next cell")),
        ("Ctrl+Enter", translate("NoteDetails", "Another note below")),
        ("Alt+1…8", translate("NoteDetails", "Paper")),
        ("Alt+↑↓←→", translate("NoteDetails", "Move")),
        ("Ctrl+V", translate("NoteDetails", "Lines and Excel cells become notes")),
        ("Ctrl+T", translate("Structure", "Turn notes into …")),
        ("Ctrl+1", translate("NoteDetails", "Show everything")),
    ]
