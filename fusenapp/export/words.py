"""The words of the workbook: sheet names, states and dates, in the language of the export."""

from __future__ import annotations

from fusenapp.domain import agreement
from fusenapp.domain.agreement import Item, ItemStatus, Revision, Stamp
from fusenapp.domain.departments import SHAPE_MARKS
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.export.source import ExportSource
from fusenapp.i18n import translate


def sheet_names() -> dict[str, str]:
    """Worksheet names by part; all under Excel's 31 characters."""
    return {
        "cover": translate("Export", "Cover"), "agreements": translate("Export", "Agreements"), "terms": translate("Export", "Terms"),
        "target": translate("Export", "Target"), "hot-lead": translate("Export", "Hot lead"), "handover": translate("Export", "Hand-over"),
        "personas": translate("Export", "Personas"), "journey": translate("Export", "Journey"), "kpi": translate("Export", "KPI tree"),
        "capacity": translate("Export", "Capacity of sales"),
        "history": translate("Export", "Revisions"), "judging": translate("Export", "Judge leads"),
        "judging-cells": translate("Export", "Judging cells"), "decisions": translate("Workshop", "Decisions"),
        "contents": translate("Export", "Measures and content"),
    }


def state_name(state: str) -> str:
    """A state of agreement in words."""
    return {
        agreement.DRAFT: translate("Export", "Draft"), agreement.PROPOSED: translate("Export", "Proposed"),
        agreement.AGREED: translate("Export", "Agreed"), agreement.REOPENED: translate("Export", "Reopened"),
        agreement.DUE: translate("Export", "Review due"),
    }[state]


def kind_name(item: Item) -> str:
    """What sort of item it is."""
    kind, id = item
    if kind == "definitions":
        return translate("Export", "Target") if id == "target" else translate("Export", "Hot lead")
    return {
        "persona_sets": translate("Export", "Personas"), "journeys": translate("Export", "Journey"), "terms": translate("Export", "Term"),
        "handover": translate("Export", "Hand-over contract"), "kpis": translate("Export", "KPI tree"),
    }[kind]


def item_title(status: ItemStatus) -> str:
    """The item's own name, or what it is."""
    return status.title or kind_name(status.item)


def department_name(snapshot: Snapshot, id: str) -> str:
    """A department with its mark, e.g. ``● マーケティング``; empty if there is none."""
    record = snapshot.get("departments", id)
    if record is None:
        return ""
    return f"{SHAPE_MARKS.get(value('departments', record, 'shape'), '')} {value('departments', record, 'name')}".strip()


def day(iso: str) -> str:
    """``2026/11/21`` from an ISO time; empty stays empty."""
    return iso[:10].replace("-", "/")


def seal(stamp: Stamp) -> str:
    """A stamp in a cell: person and day."""
    return f"{stamp.person}\n{day(stamp.at)}"


def month(month: str, language: str) -> str:
    """``2026年4月`` or ``2026-04``."""
    return f"{month[:4]}年{int(month[5:7])}月" if language == "ja" else month


def revision_caption(source: ExportSource, item: Item) -> str:
    """Which revision a sheet shows: number, hash and day of the agreement, or that it is not agreed.

    An export of agreed revisions shows the agreed one although the item was changed since, and says so.
    """
    status = source.status(item)
    if status is None:
        return ""
    holds = status.state in (agreement.AGREED, agreement.DUE)
    if not status.agreed or not (holds or source.agreed_only):
        return translate("Export", "Not agreed: {state}").format(state=state_name(status.state))
    told = translate("Export", "Agreed revision {number} · {hash} · {day}").format(
        number=status.agreed.number, hash=status.agreed.hash[:12], day=day(max(s.at for s in status.agreed_stamps)))
    return told if holds else translate("Export", "{revision} (a later draft is not agreed)").format(revision=told)


def editions(source: ExportSource) -> list[str]:
    """The days on which an item was agreed by all departments, oldest first: each makes a new edition of the agreement."""
    snapshot = source.snapshot
    needed = set(agreement.required_departments(snapshot))
    found = []
    for status in source.statuses:
        for revision in agreement.revisions(snapshot, status.item):
            on_it = agreement.stamps(snapshot, status.item, revision.hash)
            if needed and needed <= {s.department for s in on_it}:
                found.append(max(s.at for s in on_it))
    return sorted(found)


def edition(source: ExportSource) -> str:
    """Which edition of the agreement this is, e.g. ``合意 第9版``; empty before the first."""
    count = len(editions(source))
    return translate("Export", "Agreement edition {number}").format(number=count) if count else ""


def agreed_on(source: ExportSource, revision: Revision) -> str:
    """The day on which the last department stamped a revision; empty while one is missing."""
    on_it = agreement.stamps(source.snapshot, revision.item, revision.hash)
    needed = set(agreement.required_departments(source.snapshot))
    return day(max(s.at for s in on_it)) if needed and needed <= {s.department for s in on_it} else ""
