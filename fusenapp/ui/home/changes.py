"""What happened since the workspace was last open here: the details panel of Home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.domain.snapshot import Snapshot
from fusenapp.i18n import translate
from fusenapp.ui import words
from fusenapp.ui.widgets import Avatar, Text, column, hline, row
from fusenapp.workspace import Revision

MOST = 30


class Change(NamedTuple):
    """A run of like steps of one person."""

    label: str
    person: str
    department: str
    at: dt.datetime
    times: int


def changes(history: Sequence[Revision], since: dt.datetime | None) -> list[Change]:
    """Newest first; like steps one after the other are one line. Without anything newer than ``since``: the last ones."""
    lines = [(revision, moment) for revision in history if (moment := words.local(revision.time)) and (revision.label or revision.name)]
    newer = [line for line in lines if since is not None and line[1] > since]
    found: list[Change] = []
    for (label, person, department, _), group in groupby(reversed(newer or lines[-MOST:]), key=_key):
        run = list(group)
        found.append(Change(label, person, department, run[0][1], len(run)))
    return found[:MOST]


def _key(line: tuple[Revision, dt.datetime]) -> tuple[str, str, str, dt.date]:
    revision, moment = line
    label = translate("Home", "Version “{name}”").format(name=revision.name) if revision.name else revision.label
    return label, revision.author, revision.department, moment.date()


def panel(found: Iterable[Change], snapshot: Snapshot) -> QWidget:
    """The changes, by day."""
    body = QWidget()
    layout = QVBoxLayout(body)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(10)
    for day, group in groupby(found, key=lambda change: change.at.date()):
        layout.addWidget(Text(_day(day), "section"))
        for change in group:
            layout.addWidget(hline())
            layout.addWidget(_line(change, snapshot))
    layout.addStretch(1)
    return body


def _day(day: dt.date) -> str:
    ago = (dt.date.today() - day).days
    names = {0: translate("Home", "Today"), 1: translate("Home", "Yesterday")}
    return names.get(ago) or words.day(day)


def _line(change: Change, snapshot: Snapshot) -> QWidget:
    shape = snapshot.value("departments", change.department, "shape")
    times = f" ×{change.times}" if change.times > 1 else ""
    under = " · ".join(part for part in (f"{change.at:%H:%M}", change.person) if part)
    said = column(Text(change.label + times, wrap=True), Text(under, "caption"), gap=1)
    holder = QWidget()
    holder.setLayout(row(column(Avatar(change.person, shape), None), said, gap=10))
    holder.layout().setStretch(1, 1)  # type: ignore[union-attr]
    return holder
