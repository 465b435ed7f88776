"""What a row, several rows or a dragged area of the sheet can be said to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons

if TYPE_CHECKING:
    from fusenapp.ui.importing.corrections import Area, Corrections


def row_menu(parent: QWidget, corrections: Corrections, first: int, last: int, role: str, change: Callable[[Callable[[], Any]], Any]) -> QMenu:
    """The menu for rows ``first`` to ``last`` (counted from 1).

    Args:
        role: the part that the first row plays now.
        change: called with the correction that was chosen.
    """
    menu = QMenu(parent)
    menu.addSection(_rows_words(first, last))
    _add(menu, translate("Importing", "This is the header"), lambda: change(lambda: corrections.header_is(first, last)), "columns")
    if first == last:
        _add(menu, translate("Importing", "The header begins here"), lambda: change(lambda: corrections.header_from(first)))
        _add(menu, translate("Importing", "The header ends here"), lambda: change(lambda: corrections.header_to(first)))
    menu.addSeparator()
    _add(menu, translate("Importing", "Data starts here"), lambda: change(lambda: corrections.data_from(first)), "arrow-down")
    _add(menu, translate("Importing", "Data ends here"), lambda: change(lambda: corrections.ends_at(last)), "arrow-up")
    menu.addSeparator()
    rows = range(first, last + 1)
    if any(row in corrections.recipe.apart for row in rows):
        _add(menu, translate("Importing", "Take in as data"), lambda: change(lambda: corrections.take_in(rows)), "plus")
    elif role in ("data", "section"):
        words = translate("Importing", "This is a total or a remark: leave it out")
        _add(menu, words, lambda: change(lambda: corrections.leave_out(rows)), "minus")
    kept = corrections.recipe.keep_totals
    if role == "total" or kept:
        words = translate("Importing", "Leave totals out of the data") if kept else translate("Importing", "Keep totals among the data")
        _add(menu, words, lambda: change(lambda: corrections.keep_totals(not kept)), "sum")
    return menu


def area_menu(parent: QWidget, corrections: Corrections, area: Area, change: Callable[[Callable[[], Any]], Any]) -> QMenu:
    """The menu for a dragged area."""
    from fusenapp.tables.places import area as named

    menu = QMenu(parent)
    words = translate("Importing", "The table is here: {range}").format(range=named(*area))
    _add(menu, words, lambda: change(lambda: corrections.table_is(area)), "target")
    return menu


def member_menu(parent: QWidget, sheet: str, go: Callable[[], Any]) -> QMenu:
    """The menu for rows and areas of tables put together: they are set right on the single ones."""
    menu = QMenu(parent)
    _add(menu, translate("Importing", "Set rows right in the table of {sheet} alone").format(sheet=sheet), go, "arrow-right")
    return menu


def _rows_words(first: int, last: int) -> str:
    if first == last:
        return translate("Importing", "Row {row}").format(row=first)
    return translate("Importing", "Rows {first} to {last}").format(first=first, last=last)


def _add(menu: QMenu, words: str, run: Callable[[], Any], icon: str = "") -> None:
    action = menu.addAction(words, run)
    if icon:
        action.setIcon(icons.icon(icon))
