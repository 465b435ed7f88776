"""How a definition would have foretold an outcome, as a block of a sheet: the four counts left, the rates right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fusenapp.export.sheet import Sheet
from fusenapp.export.source import Tested
from fusenapp.i18n import translate

if TYPE_CHECKING:
    from fusenapp.qualify import Rate

_COUNTS, _RATE, _INTERVAL = (2, 3), 4, (6, 8)
"""Columns of the definition sheet: the two counts, name and value of a rate, and what its interval spans."""


def write_backtest(sheet: Sheet, tested: Tested, last: int) -> None:
    """The back-test of one lead list, if there is one.

    Args:
        tested: a definition on a lead list; its `Tested.foretold` is written.
        last: last column of the sheet that is printed.
    """
    found = tested.foretold
    if found is None:
        return
    _prose(sheet, translate("Export", "Back-test on {name}: does the definition foretell {outcome}?").format(
        name=tested.dataset, outcome=found.outcome.replace("=", " = ", 1)), last, "strong")
    test = found.test
    for column, text in zip((0, *_COUNTS), ("", translate("Export", "Came true"), translate("Export", "Did not")), strict=True):
        sheet.merge(sheet.row, 0, sheet.row, 1, text, "head") if column == 0 else sheet.text(sheet.row, column, text, "head")
    _rate(sheet, translate("Export", "Precision"), test.precision)
    sheet.row += 1
    for words, counts, name, rate in ((translate("Export", "Match"), (test.tp, test.fp), translate("Export", "Recall"), test.recall),
                                      (translate("Export", "Others"), (test.fn, test.tn), translate("Export", "Among all leads"), test.base)):
        sheet.merge(sheet.row, 0, sheet.row, 1, words, "label")
        for column, count in zip(_COUNTS, counts, strict=True):
            sheet.number(sheet.row, column, count)
        _rate(sheet, name, rate)
        sheet.row += 1
    unknown = test.unknown_positive + test.unknown_negative
    if unknown:
        _prose(sheet, translate("Export", "The others include {n} leads that lack information.").format(n=f"{unknown:,}"), last)
    if found.leaks:
        _prose(sheet, translate("Export", "Known only after hand-over, so these figures flatter the definition: {fields}").format(
            fields=" / ".join(found.leaks)), last, "strong")
    sheet.row += 1


def _prose(sheet: Sheet, text: str, last: int, style: str = "weak") -> None:
    sheet.merge(sheet.row, 0, sheet.row, last, text, style, border=0)
    sheet.fit(sheet.row, {0: text}, spans={0: sum(sheet.widths[:last + 1]) * 0.8})
    sheet.row += 1


def _rate(sheet: Sheet, name: str, rate: Rate) -> None:
    """A rate in the row at hand: its name, the value, and how far it can be relied on."""
    sheet.text(sheet.row, _RATE, name, "label")
    sheet.number(sheet.row, _RATE + 1, rate.value, "percent")
    sheet.merge(sheet.row, _INTERVAL[0], sheet.row, _INTERVAL[1], _interval(rate), "weak")
    sheet.page.set_row(sheet.row, 22)


def _interval(rate: Rate) -> str:
    if rate.low is None or rate.high is None:
        return "—"
    words = translate("Export", "{low} to {high}, n = {n}, reference value") if rate.reference else translate(
        "Export", "{low} to {high}, n = {n}")
    return words.format(low=f"{rate.low:.1%}", high=f"{rate.high:.1%}", n=f"{rate.n:,}")
