"""What the assistant says about a table that was read: summaries, marks, facts of a column. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.domain.snapshot import value
from fusenapp.i18n import translate
from fusenapp.ui.importing import together
from fusenapp.ui.importing.column_panel import ColumnFacts
from fusenapp.ui.importing.preview import cell_text
from fusenapp.ui.importing.problem_list import cells_of

if TYPE_CHECKING:
    from fusenapp.domain.snapshot import Record
    from fusenapp.flows import Prepared
    from fusenapp.tables import Recipe
    from fusenapp.ui.importing.corrections import Corrections
    from fusenapp.ui.importing.meanings import MeaningsForm

_CHANGES = 4
_EVERY_MONTH = ("column-came",)
"""Changes of a layout that a KPI sheet has with every month."""


def sheet_name(prepared: Prepared, member: int = 0) -> str:
    """The sheet of the chosen table; of tables put together that of one of them."""
    return prepared.book.sheets[together.sheet_of(prepared, member)].name


def summary(prepared: Prepared) -> str:
    """What was understood, in one line."""
    if prepared.purpose == "kpi":
        months = sorted({m for r in prepared.rows for s in r.series.values() for m in s})
        names = list(dict.fromkeys(r.name for r in prepared.rows))
        span = f"{months[0]} – {months[-1]}" if months else "—"
        return translate("Importing", "{count} KPIs ({names}), months {span}").format(count=len(names), names="、".join(names[:8]), span=span)
    return translate("Importing", "%n row(s)", n=len(prepared.dataset)) + " · " + translate(
        "Importing", "%n column(s)", n=len(prepared.dataset.columns)) + (f" · {prepared.dataset.as_of}" if prepared.dataset.as_of else "")


def destination(former: Record | None, purpose: str) -> tuple[str, str, str]:
    """(icon, words, colour) about where it goes: a new list, or one that is there already."""
    if former is None:
        words = translate("Importing", "Comes in as a new KPI sheet.") if purpose == "kpi" else translate("Importing", "Comes in as a new list.")
        return "plus", words, "text3"
    rows = int(value("datasets", former, "rows") or 0)
    words = (translate("Importing", "Refreshes the KPI sheet of this name, which has %n row(s) now.", n=rows) if purpose == "kpi"
             else translate("Importing", "Refreshes the list of this name, which has %n row(s) now.", n=rows))
    return "refresh", words, "accent"


def caption(prepared: Prepared) -> str:
    """Beside the heading of the result."""
    if prepared.purpose == "kpi":
        return translate("Importing", "KPIs and months, as understood")
    return translate("Importing", "every row as it would be imported")


def said_above(prepared: Prepared, former: Record | None) -> tuple[str, str, str]:
    """(icon, colour, words) of the line above the tables: whose export it is, and what is known of earlier imports."""
    icon, token, words = memory(prepared, former)
    if not prepared.preset:
        return icon, token, words
    from fusenapp.tables.presets import title_of

    whose = translate("Importing", "Read as an export of {tool}.").format(tool=title_of(prepared.preset))
    return icon, token, f"{whose} {words}".strip()


def memory(prepared: Prepared, former: Record | None) -> tuple[str, str, str]:
    """(icon, colour, words) about earlier imports of this layout; no words where there were none."""
    from fusenapp.flows import importing

    changes = importing.layout_change(former, prepared.layout)
    if changes and prepared.purpose == "kpi" and all(change.code in _EVERY_MONTH for change in changes):
        came = "、".join(str(change.parameters["column"]) for change in changes if change.code == "column-came")
        words = translate("Importing", "The same layout as last time, with new columns: {columns}. It can be imported as it is.")
        return "check-circle", "good", words.format(columns=came)
    if changes:
        words = translate("Importing", "The layout is not the same as last time:") + " " + " ".join(c.message() for c in changes[:_CHANGES])
        if len(changes) > _CHANGES:
            words += " " + translate("Importing", "and %n more", n=len(changes) - _CHANGES)
        return "warning", "warn", words
    if prepared.used == "remembered":
        words = translate("Importing", "The same layout as last time, read with your corrections. It can be imported as it is.")
        return "check-circle", "good", words
    if former is not None and not prepared.used:
        return "check-circle", "good", translate("Importing", "The same layout as last time. It can be imported as it is.")
    return "info", "info", ""


def marks(prepared: Prepared, sheet: str) -> dict[tuple[int, int], list[str]]:
    """Cells of a sheet that something is doubtful about, with the sentences."""
    found: dict[tuple[int, int], list[str]] = {}
    for problem in prepared.problems:
        cells = [cell for cell in cells_of(problem, sheet) if min(cell) >= 0]
        words = problem.message() if cells else ""
        for cell in cells:
            found.setdefault(cell, []).append(words)
    return found


def header_name(recipe: Recipe | None, shown: str) -> str:
    """The name in the sheet of a column that may have been given another one."""
    columns = recipe.columns if recipe else {}
    return next((name for name, settled in columns.items() if settled.name == shown), shown)


def given_name(recipe: Recipe, name: str) -> str:
    """The inverse of `header_name`."""
    return recipe.column(name).name or name


def settled_columns(recipe: Recipe) -> set[str]:
    """Names (as shown) of the columns that the user has set right."""
    return {settled.name or name for name, settled in recipe.columns.items() if settled.name or settled.type or settled.unit is not None}


def column_facts(prepared: Prepared, corrections: Corrections, name: str, meanings: MeaningsForm | None) -> ColumnFacts:
    """A column as it stands."""
    settled = corrections.recipe.column(name)
    shown = settled.name or name
    at = prepared.dataset.find(shown)
    letter = corrections.letter_of(name)
    if at is None:
        return ColumnFacts(name, letter, shown, settled.type or "", settled.unit or "", bool(settled.type), settled.drop,
                           "" if meanings is not None else None)
    column = prepared.dataset.columns[at]
    values = prepared.dataset.values(at).slice(0, 60).drop_null().unique().slice(0, 3).to_pylist()
    return ColumnFacts(name, letter, column.name, column.type, column.unit, bool(settled.type), settled.drop,
                       meanings.meaning_of(column.name) if meanings is not None else None, tuple(cell_text(v, column.type)[:24] for v in values))
