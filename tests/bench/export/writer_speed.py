"""Which library writes our workbooks? The cells and formats of a real export, written with XlsxWriter and with openpyxl.

    python tests/bench/export/writer_speed.py [ROUNDS]

Makes the sample company with 24 months of figures in its KPI tree, exports it, reads the workbook back, and writes
the very same cells (values, formulas, fonts, fills, borders, widths, heights, merges) with both. Prints one JSON
object: median seconds of each and of our whole export.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

import openpyxl  # noqa: E402
import xlsxwriter  # noqa: E402
from openpyxl.workbook import Workbook  # noqa: E402

from fusenapp.document import Author  # noqa: E402
from fusenapp.export import ExportSource, write_workbook  # noqa: E402
from fusenapp.flows import exporting, samples  # noqa: E402
from fusenapp.flows.figures import Figures  # noqa: E402
from fusenapp.workspace import Workspace  # noqa: E402

COPIES = 3
"""How often the sheets stand in the workbook: a company with several journeys, personas and a long tree."""


def source_of(folder: Path) -> ExportSource:
    """What an export of the sample company writes."""
    os.environ["FUSEN_DATA"] = str(folder / "data")
    author = Author("A", "marketing")
    with Workspace.open(samples.create(folder / "sample.fusen", author), author) as space:
        return exporting.source_of(space.document.snapshot(), Figures(space.blobs.get), agreed_only=False)


def with_openpyxl(model: Workbook, path: Path) -> None:
    """The cells of the model, written with openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    styles: dict[int, Any] = {}
    for number in range(COPIES):
        for sheet in model.worksheets:
            page = book.create_sheet(f"{sheet.title}{number}")
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is None and not cell.has_style:
                        continue
                    made = page.cell(cell.row, cell.column, cell.value)
                    if cell.style_id not in styles:
                        made.font, made.fill, made.border = copy(cell.font), copy(cell.fill), copy(cell.border)
                        made.alignment, made.number_format = copy(cell.alignment), cell.number_format
                        styles[cell.style_id] = made._style
                    made._style = styles[cell.style_id]  # the quickest way there is: no style is looked up twice
            for merged in sheet.merged_cells.ranges:
                page.merge_cells(str(merged))
    book.save(path)


def with_xlsxwriter(model: Workbook, path: Path) -> None:
    """The same with XlsxWriter."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    formats: dict[int, Any] = {}
    for number in range(COPIES):
        for sheet in model.worksheets:
            page = book.add_worksheet(f"{sheet.title}{number}")
            for merged in sheet.merged_cells.ranges:
                page.merge_range(str(merged), "", _format(book, formats, sheet.cell(merged.min_row, merged.min_col)))
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is None and not cell.has_style:
                        continue
                    look = _format(book, formats, cell)
                    if cell.data_type == "f":
                        page.write_formula(cell.row - 1, cell.column - 1, str(cell.value), look)
                    else:
                        page.write(cell.row - 1, cell.column - 1, cell.value, look)
    book.close()


def _format(book: Any, formats: dict[int, Any], cell: Any) -> Any:
    if cell.style_id not in formats:
        fill = cell.fill.fgColor.rgb if cell.fill.patternType else None
        formats[cell.style_id] = book.add_format({
            "bold": bool(cell.font.b), "font_size": cell.font.sz or 10, "text_wrap": bool(cell.alignment.wrap_text), "border": 1,
            "num_format": cell.number_format, **({"bg_color": f"#{fill[-6:]}"} if isinstance(fill, str) else {})})
    return formats[cell.style_id]


def median(rounds: int, work: Callable[[], None]) -> float:
    """Median CPU seconds of a piece of work."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main(rounds: int) -> dict[str, float]:
    """Measure all three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = source_of(folder)
        write_workbook(folder / "model.xlsx", source)
        model = openpyxl.load_workbook(folder / "model.xlsx")
        cells = sum(1 for s in model.worksheets for r in s.iter_rows() for c in r if c.value is not None or c.has_style)
        found = {
            "xlsxwriter": median(rounds, lambda: with_xlsxwriter(model, folder / "x.xlsx")),
            "openpyxl": median(rounds, lambda: with_openpyxl(model, folder / "o.xlsx")),
            "whole_export": median(rounds, lambda: write_workbook(folder / "e.xlsx", source)),
        }
    return {"cells": cells * COPIES, **{k: round(v, 3) for k, v in found.items()}, "openpyxl_to_xlsxwriter": round(found["openpyxl"] / found["xlsxwriter"], 2)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
