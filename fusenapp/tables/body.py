"""Which rows below a header are data, and which are totals, sections, recaps, repeated headers or notes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from fusenapp.tables import words
from fusenapp.tables.cells import MARK, TEXT, VALUE, YEAR, kind_of
from fusenapp.tables.columns import Span
from fusenapp.tables.grid import PLAIN, Grid, Value
from fusenapp.tables.kpi_labels import segment_of
from fusenapp.tables.periods import series_of
from fusenapp.tables.row_sums import common_rank, figure_of, period_rank, proves_sum

_LOOK = 300
_MANY = 20_000
_SHORT = 20
_YEAR_RANK = 4
_PROOF = 200
"""Rows looked at above a label in 計."""
_GROUP_TOTAL = re.compile(r"(.+?)(の?(小|合|総)?計|集計)")
_CLOSING = re.compile(r"(消費|内|外)?税(額|抜|込)?.*|値引き?(額)?|端数.*|調整.*|(税込|税抜|ご?請求|お?見積)(合計)?(金額|額)?|送料|割引.*")
_PAGE = re.compile(r"(p|page|ページ|頁)\.?\s*\d+(\s*(/|of|中)\s*\d+)?|\d+(\s*[/／]\s*\d+)?\s*(ページ目?|頁|pages?)|-\s*\d+\s*-", re.IGNORECASE)
_PAGE_LIKE = re.compile(r"\d+\s*/\s*\d+")
_MARKED = re.compile(r"[■□◆◇●▼▲▶◎○【〔<《]|[(\[]?[0-9一二三四五六七八九十①-⑳ⅠⅡⅢivxIVX]{1,3}[)\].、．]")


def is_closing(label: str) -> bool:
    """``消費税``, ``値引き``, ``税込合計金額`` …: what stands between the sum and the amount to pay."""
    return bool(_CLOSING.fullmatch(words.normal(label)))


@dataclass
class Body:
    """The rows of a table by their part.

    Attributes:
        rows: data rows.
        totals: rows of sums and averages.
        recaps: rows that count again what other rows hold (再掲).
        notes: rows of remarks.
        sections: data row → heading of the section it stands in.
        closed: a grand total ended the table.
        proven: totals that were known by their figures, the sums of rows right above them.
    """

    rows: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    recaps: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)
    closed: bool = False
    proven: set[int] = field(default_factory=set)


class Sorter:
    """Puts rows into their part."""

    def __init__(self, grid: Grid, spans: list[Span], rows: list[int], header_texts: set[str]) -> None:
        self._grid = grid
        self._spans = spans
        self._header = header_texts
        sample = rows if len(rows) <= _LOOK else rows[:200] + rows[:: len(rows) // 100]
        self.values = self._value_columns(sample)
        self.labels = self._label_columns()
        self._by_series = self._has_series(sample)
        self._rank = common_rank([label for row in sample if (label := self._cell(row, spans[self.labels[0]])) is not None])
        self._known = self._known_labels(rows) if len(rows) < _MANY else set()

    def _value_columns(self, rows: list[int]) -> list[int]:
        """Indices of the columns that hold numbers, dates or truth values."""
        found = []
        for index, span in enumerate(self._spans):
            kinds = [self._kind(row, span) for row in rows]
            values, texts = kinds.count(VALUE), kinds.count(TEXT)
            if values and values >= 1.5 * texts:
                found.append(index)
        return found

    def _label_columns(self) -> list[int]:
        """Columns before the first one with values; the first column if there are none."""
        first = self.values[0] if self.values else 1
        return list(range(max(1, first))) if first else [0]

    def _has_series(self, rows: list[int]) -> bool:
        """A label column says 目標, 実績, …: what is broken down there (うち質リード) has figures of its own."""
        for index in self.labels:
            told = [cell for row in rows if isinstance(cell := self._cell(row, self._spans[index]), str)]
            if len(told) > 3 and sum(series_of(cell) is not None for cell in told) >= 0.4 * len(told):
                return True
        return False

    def _known_labels(self, rows: list[int]) -> set[str]:
        """The words in the label columns, normalised."""
        found = (self._cell(row, self._spans[index]) for row in rows for index in self.labels)
        return {words.normal(cell) for cell in found if isinstance(cell, str)}

    def _kind(self, row: int, span: Span) -> str:
        kind = kind_of(self._cell(row, span))
        return VALUE if kind == YEAR else kind

    def _cell(self, row: int, span: Span) -> Value | None:
        return next(
            (value for column in range(span.left, span.right + 1) if (value := self._grid.get(row, column)) is not None), None
        )

    def sort(self, rows: list[int]) -> Body:
        """Sort the rows from the first data row to the end of the block."""
        body = Body()
        section, recap = "", False
        rows = self._without_tail(rows, body)
        for position, row in enumerate(rows):
            part = self._part(row, rows, position)
            if part == "proven":
                body.proven.add(row)
                part = "total"
            if part == "section":
                label = self._first_text(row)
                recap = words.is_recap(label)
                section = "" if recap else label
                (body.recaps if recap else body.notes).append(row)
                continue
            if part == "data" and recap:
                part = "recap"
            self._put(body, part, row, section)
            if part == "note":
                body.notes += rows[position + 1 :]
                break
        return self._finish(body, rows)

    def _put(self, body: Body, part: str, row: int, section: str) -> None:
        if part == "data":
            body.rows.append(row)
            if section:
                body.sections[row] = section
        elif part != "skip":
            {"total": body.totals, "recap": body.recaps, "note": body.notes}[part].append(row)

    def _set_derived_apart(self, body: Body) -> None:
        """Rows at the end such as 増減率 that occur nowhere else in the table are reckoned from it."""
        labels = [words.normal(self._label(row)) for row in body.rows] if len(body.rows) < 5000 else []
        while len(labels) > 3 and words.is_derived(labels[-1]) and labels.count(labels[-1]) == 1:
            labels.pop()
            body.totals.append(body.rows.pop())

    def _finish(self, body: Body, rows: list[int]) -> Body:
        self._set_derived_apart(body)
        last_total = body.totals[-1] if body.totals else -1
        grand = last_total >= 0 and (not body.rows or last_total > body.rows[-1])
        body.closed = grand and any(
            word in words.normal(self._label(last_total)) for word in ("総", "合", "grand", "total", "全")
        )
        return body

    def _part(self, row: int, rows: list[int], position: int) -> str:
        texts = self._texts(row)
        if self.repeats_header(row) or self._is_page_number(row, rows[position + 1 : position + 2]):
            return "skip"
        if len(texts) <= 2 and self._is_note(row, rows[position + 1 : position + 9]):
            return "note"
        if self._is_total(row) or self._is_far_total(row, texts):
            return "total"
        if self._is_proven_total(row, rows[max(0, position - _PROOF) : position], rows[position + 1 : position + _PROOF]):
            return "proven"
        if self._is_section(row, rows[position + 1 : position + 9]):
            return "section"
        label = self._label(row)
        if words.is_recap(label) and self._has_values(row) and not self._by_series and segment_of(label)[0] == "all":
            return "recap"
        return "data"

    def _texts(self, row: int) -> list[str]:
        cells = self._grid.rows.get(row, {})
        left, right = self._spans[0].left, self._spans[-1].right
        return [value for column, value in cells.items() if left <= column <= right and isinstance(value, str)]

    def repeats_header(self, row: int) -> bool:
        """The names of the columns once more, as at the top of a printed page."""
        texts = self._texts(row)
        if len(texts) < 2 or len(self._header) < 2:
            return False
        return sum(words.normal(text) in self._header for text in texts) >= 0.8 * len(texts) and not self._has_values(row)

    def _is_page_number(self, row: int, after: list[int]) -> bool:
        """``2/3ページ`` alone in its row, or ``2/3`` before the names of the columns."""
        cells = list(self._grid.rows.get(row, {}).values())
        text = unicodedata.normalize("NFKC", str(cells[0])).strip() if len(cells) == 1 else ""
        again = bool(after) and self.repeats_header(after[0])
        return bool(text) and (_PAGE.fullmatch(text) is not None or (again and _PAGE_LIKE.fullmatch(text) is not None))

    def _first_text(self, row: int) -> str:
        return words.clean(next(iter(self._texts(row)), "")).strip("■□◆◇●○▼▲・ ")

    def _label(self, row: int) -> str:
        """The texts of the label columns as they stand in this row, put together."""
        cells = [self._cell(row, self._spans[index]) for index in self.labels]
        return "".join(str(cell) for cell in cells if isinstance(cell, str))

    def _has_values(self, row: int) -> bool:
        return any(self._kind(row, self._spans[index]) == VALUE for index in self.values)

    def _is_total(self, row: int) -> bool:
        label = self._label(row)
        first = next((str(cell) for index in self.labels if isinstance(cell := self._shown(row, index), str)), "")
        if not first:
            return False
        if self._sums_group(first) or (self._sums_period(first) and self._has_values(row)):
            return True
        joined = words.is_total(label) and self._leftmost_blank_or_part(row, first, label)
        return words.is_total(first) or joined or (words.ends_total(first) and self._alone(row, first))

    def _sums_group(self, first: str) -> bool:
        """``東日本 計`` or ``営業一部 集計`` where 東日本 or 営業一部 is a label of the table."""
        match = _GROUP_TOTAL.fullmatch(words.normal(first))
        return match is not None and match[1] in self._known

    def _sums_period(self, first: str) -> bool:
        """``上期計`` anywhere, ``上期`` among months."""
        return words.is_period_sum(first) or bool(self._rank and period_rank(first) > self._rank)

    def _is_proven_total(self, row: int, before: list[int], after: list[int]) -> bool:
        """``販管費計``: what its label suggests, its figures show, of the rows above it or below."""
        first = next((str(cell) for index in self.labels if isinstance(cell := self._shown(row, index), str)), "")
        if not first.rstrip(")）").endswith(("計", "合算", "Total", "total")) or not self.values:
            return False
        return any(proves_sum(first, self._figures(row), map(self._figures, near)) for near in (reversed(before), after))

    def _figures(self, row: int) -> list[float | None]:
        return [figure_of(self._cell(row, self._spans[index])) for index in self.values]

    def _is_far_total(self, row: int, texts: list[str]) -> bool:
        """``小計`` or ``消費税`` further right with nothing to its left, as under an estimate."""
        if len(texts) != 1 or any(self._shown(row, index) is not None for index in self.labels) or len(self._spans) < 3:
            return False
        return words.is_total(texts[0]) or is_closing(texts[0])

    def _shown(self, row: int, index: int) -> object:
        span = self._spans[index]
        return self._grid.shown(row, span.left)

    def _leftmost_blank_or_part(self, row: int, first: str, label: str) -> bool:
        """``合`` | ``計`` in two cells, or only ``計`` with nothing to its left."""
        return first in label and (len(first.strip()) <= 1 or words.is_total(first))

    def _alone(self, row: int, first: str) -> bool:
        """No other label in the row: ``東北合計`` and not ``合計`` as one of several categories."""
        others = [self._shown(row, index) for index in self.labels]
        return sum(isinstance(other, str) for other in others) <= 1 and bool(first)

    def _is_section(self, row: int, after: list[int]) -> bool:
        cells = self._grid.rows.get(row, {})
        inside = [column for column in cells if self._spans[0].left <= column <= self._spans[-1].right]
        if len(inside) != 1 or not isinstance(cells[inside[0]], str):
            return False
        if len(self._spans) < 3 and not words.is_recap(str(cells[inside[0]])):
            return False
        if inside[0] > self._spans[self.labels[-1]].right or self._in_merge_down(row, inside[0]):
            return False
        return self._stands_out(row, inside[0], after) and any(self._has_values(other) for other in after[:3])

    def _stands_out(self, row: int, column: int, after: list[int]) -> bool:
        """A mark before it, a cell merged over the table, or another look than the row below; else it is a row without values."""
        text = unicodedata.normalize("NFKC", str(self._grid.get(row, column))).strip()
        if self._by_series and after and series_of(self._first_text(after[0])) is not None and series_of(text) is None:
            return True
        if self._rank == 1 and period_rank(text) == _YEAR_RANK:
            return True
        area = self._grid.merge_at(row, column)
        if _MARKED.match(text) or words.is_recap(text) or (area is not None and area[3] > area[1]):
            return True
        own, below = self._grid.style(row, column), self._grid.style(after[0], column) if after else PLAIN
        return (own.bold and not below.bold) or (own.filled and not below.filled)

    def _in_merge_down(self, row: int, column: int) -> bool:
        area = self._grid.merge_at(row, column)
        return area is not None and area[2] > area[0]

    def _is_note(self, row: int, after: list[int]) -> bool:
        cells = self._grid.rows.get(row, {})
        first = next(iter(cells.values()), None)
        if not isinstance(first, str) or self._has_values(row):
            return False
        if words.is_note(first):
            return True
        return (
            len(first) > 40 and len(cells) == 1 and not any(self._has_values(other) for other in after[:5]) and bool(self.values)
        )

    def _without_tail(self, rows: list[int], body: Body) -> list[int]:
        """Rows at the end that hold no value where the table has values are remarks."""
        if not self.values:
            return rows
        rows, unfilled = self._without_unfilled(rows)
        body.notes += unfilled
        keep = len(rows)
        while keep and not self._has_values(rows[keep - 1]) and self._loose(rows[keep - 1]):
            keep -= 1
        if keep == 0:
            return rows
        body.notes += rows[keep:]
        return rows[:keep]

    def _without_unfilled(self, rows: list[int]) -> tuple[list[int], list[int]]:
        """(rows, rows at the end that are numbered and wait to be filled in): nothing but a number that counts on, and zeros."""
        keep = len(rows)
        while keep > 1 and self._only_counts(rows[keep - 1], rows[keep - 2]):
            keep -= 1
        lone = keep == len(rows) or len(self._spans) < 3 or self._only_counts(rows[keep - 1], rows[keep - 1], 0)
        return (rows, []) if lone else (rows[:keep], rows[keep:])

    def _only_counts(self, row: int, before: int, step: int = 1) -> bool:
        cells = {column: value for column, value in self._grid.rows.get(row, {}).items() if value != 0 or isinstance(value, bool)}
        if len(cells) != 1:
            return False
        ((column, value),) = cells.items()
        last = self._grid.get(before, column)
        if not isinstance(value, int) or not isinstance(last, int) or isinstance(value, bool):
            return False
        return value - last == step and column <= self._spans[1].right

    @staticmethod
    def _is_entry(value: Value) -> bool:
        """``B社`` before an empty field of a text file: a row whose figure is missing, no remark."""
        return isinstance(value, str) and len(value) <= _SHORT and not words.is_note(value) and not set(value) & set("。:：")

    def _loose(self, row: int) -> bool:
        """One cell alone, or words where values belong."""
        cells = self._grid.rows.get(row, {})
        inside = [column for column in cells if self._spans[0].left <= column <= self._spans[-1].right]
        if self._grid.text_source and len(self._spans) == 2 and inside == [self._spans[0].left] and self._is_entry(cells[inside[0]]):
            return False
        if len(inside) <= 1 and not (inside and self._in_merge_down(row, inside[0])) and len(self._spans) > 1:
            return True
        kinds = [self._kind(row, self._spans[index]) for index in self.values]
        return TEXT in kinds and MARK not in kinds
