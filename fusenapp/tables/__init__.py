"""Spreadsheets in: grid, tables, typed dataset with provenance.

    from fusenapp.tables import read_book, extract
    book = read_book("leads.xlsx")             # in a child process, with limits
    dataset = extract(book)                    # the largest table; columns typed, every value with its cell

The heavy libraries (pyarrow, the Excel readers) are imported when they are needed, not with this package.
"""

from fusenapp.tables.book import Book, Preview, Sheet, TableLayout
from fusenapp.tables.dataset import Column, Dataset
from fusenapp.tables.kpi_sheet import KpiRow, kpi_report, read_kpi
from fusenapp.tables.layout_marks import LayoutMark
from fusenapp.tables.meanings import Guess, guess_meanings
from fusenapp.tables.problems import Problem
from fusenapp.tables.reader import extract, read_book
from fusenapp.tables.recipes import ColumnRecipe, Recipe
from fusenapp.tables.refresh import Comparison, RowChange, compare, row_changes
from fusenapp.tables.write import csv_text, write_csv

__all__ = [
    "Book",
    "Column",
    "ColumnRecipe",
    "Comparison",
    "Dataset",
    "Guess",
    "KpiRow",
    "LayoutMark",
    "Preview",
    "Problem",
    "Recipe",
    "RowChange",
    "Sheet",
    "TableLayout",
    "compare",
    "csv_text",
    "extract",
    "guess_meanings",
    "kpi_report",
    "read_book",
    "read_kpi",
    "row_changes",
    "write_csv",
]
