"""What stands around a table: its title, its unit, the day or month its figures are as of."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

from fusenapp.tables import words
from fusenapp.tables.cells import HEADING, TEXT, kind_of
from fusenapp.tables.dates import parse_moment
from fusenapp.tables.grid import Grid

_UNIT = re.compile(r"単位\s*[:：は]?\s*([^\s,、，()（）・;；/]+)|unit\s*[:：]\s*(\S+)", re.IGNORECASE)
_UNIT_BRACKET = re.compile(r"[(（\[【〔]\s*単位[^)）\]】〕]*[)）\]】〕]")
_ADDRESSEE = re.compile(r".*(御中|各位|殿)$|.{1,12}様$")
_DATE = (
    r"((?:明治|大正|昭和|平成|令和|[mtshr])\.?\s*(?:\d{1,2}|元)\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}|末)?\s*日?)?"
    r"|\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*(?:\d{1,2})?\s*日?)?)"
)
_AS_OF = re.compile(
    _DATE + r"\s*(?:末)?(?:\s*\d{1,2}:\d{2})?\s*(?:時点|現在|末|付|締|更新|迄|まで|実績|集計|中(?!旬)|速報|分|度)?", re.IGNORECASE
)
_SAYS = re.compile(r"時点|現在|基準日|更新日|出力日|集計日|作成日|出力|as of|末時点|月末|中$|月中|締め?|データ日", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"((?:昭和|平成|令和)\s*(?:\d{1,2}|元)|\d{4})\s*年(?:中|末)")
_META = re.compile(r"^(作成|出力|更新|担当|部署|承認|ページ|page|作成者|印刷)(?!.*(別|一覧|実績|集計|推移|管理))", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """Title, unit (empty if none) and as-of (``"2026-08"``, ``"2026-08-31"``, ``"2018"`` or None)."""

    title: str = ""
    unit: str = ""
    as_of: str | None = None
    heading: str = ""
    """A ``■…`` line right above the header."""


@dataclass(frozen=True)
class Remark:
    """A cell outside of all tables."""

    row: int
    column: int
    value: object


def around(grid: Grid, top: int, left: int, right: int, above: int) -> Around:
    """Read the cells from row ``above`` to the row before ``top``.

    Args:
        grid: the sheet.
        top: first header row of the table.
        left: first column of the table.
        right: last column of the table.
        above: first row that belongs to this table's surroundings.
    """
    remarks = remarks_in(grid, above, top - 1, left, right)
    texts = [remark for remark in remarks if isinstance(remark.value, str)]
    heading = next((str(r.value) for r in reversed(texts) if r.row == top - 1 and _is_heading(str(r.value), grid, r)), "")
    unit = next((found for remark in texts if (found := unit_in(str(remark.value)))), "")
    title = _title(texts, heading)
    return Around(title, unit, as_of_in(remarks) or as_of_text(title), heading)


def remarks_in(grid: Grid, first: int, last: int, left: int, right: int) -> list[Remark]:
    """The cells of some rows, a little wider than the table."""
    found = []
    for row in range(first, last + 1):
        for column in sorted(grid.rows.get(row, {})):
            if left - 2 <= column <= right + 6:
                found.append(Remark(row, column, grid.rows[row][column]))
    return found


def _is_heading(text: str, grid: Grid, remark: Remark) -> bool:
    return bool(re.match(r"[■□◆◇●▼▶◎【〔]", text.strip())) and len(grid.rows[remark.row]) == 1


def unit_in(text: str) -> str:
    """``"単位：千円（件数は件）"`` → ``"千円"``; a unit alone in brackets counts too."""
    word = unicodedata.normalize("NFKC", text)
    match = _UNIT.search(word)
    if match:
        found = (match[1] or match[2]).strip("()[]")
        return found if len(found) <= 6 else ""
    return words.unit_of(text) if words.is_unit(text) and word.strip()[:1] in "([" else ""


def _title(texts: list[Remark], heading: str) -> str:
    """The first line of words; lines right below it in the same column go on with it."""
    texts = [replace(r, value=without_unit(str(r.value))) for r in texts]
    lines = [r for r in texts if kind_of(str(r.value)) == TEXT and str(r.value) != heading and _may_be_title(str(r.value))]
    if not lines:
        months = [str(r.value) for r in texts if kind_of(str(r.value)) == HEADING]
        return heading.strip("■□◆◇●▼▶◎ ") or (words.clean(months[-1]) if months else "")
    first = lines[0]
    title = words.clean(str(first.value))
    row = first.row
    for line in lines[1:]:
        if line.column != first.column or line.row != row + 1 or not _goes_on(title):
            break
        title += words.clean(str(line.value))
        row = line.row
    return title


def without_unit(text: str) -> str:
    """``全社KPI（単位：件）`` → ``全社KPI``; a text that is only about the unit stays as it is."""
    rest = _UNIT_BRACKET.sub("", text).strip(" \u3000")
    return rest if rest != text and len(rest) >= 3 and not unit_in(rest) else text


def _goes_on(title: str) -> bool:
    """A bracket is still open, or the line breaks off inside a word list."""
    word = unicodedata.normalize("NFKC", title)
    return (
        word.count("(") > word.count(")") or word.endswith(("・", "、", "の", "と")) or (word.startswith("○") and len(word) < 40)
    )


def _may_be_title(text: str) -> bool:
    word = unicodedata.normalize("NFKC", text).strip()
    if unit_in(word) or _ADDRESSEE.match(word) or _META.match(word) or words.is_note(word) or re.fullmatch(r"[(].*[)]", word):
        return False
    match = _AS_OF.fullmatch(word)
    return match is None and not re.fullmatch(r"時点|現在|基準日:?", word)


def as_of_in(remarks: list[Remark]) -> str | None:
    """The first date among the remarks that is said to be a reference date."""
    for index, remark in enumerate(remarks):
        near = [other for other in remarks[max(0, index - 1) : index + 2] if other.row == remark.row and other is not remark]
        found = _as_of(remark.value, [str(other.value) for other in near if isinstance(other.value, str)])
        if found:
            return found
    return None


def _as_of(value: object, near: list[str]) -> str | None:
    told = any(_SAYS.search(unicodedata.normalize("NFKC", text)) for text in near)
    if isinstance(value, dt.date):
        return f"{value:%Y-%m-%d}" if told else None
    return as_of_text(value, told=told) if isinstance(value, str) else None


def as_of_text(text: str, *, told: bool = False) -> str | None:
    """A reference date in words: ``令和8年9月30日現在``, ``2026年8月末時点``, ``平成30年中``."""
    word = unicodedata.normalize("NFKC", text)
    for match in _AS_OF.finditer(word):
        after = word[match.end(1) : match.end(1) + 8]
        if told or _SAYS.search(after) or _SAYS.search(word[: match.start()]) or after.startswith("末"):
            return _iso(match[1])
    match = _YEAR_ONLY.search(word)
    if match:
        moment = parse_moment(f"{match[1]}年")
        return str(moment.year) if moment and moment.year else None
    return None


def _iso(text: str) -> str | None:
    moment = parse_moment(re.sub(r"[\s末]+$", "", text.strip().rstrip("./-")))
    if moment is None:
        return None
    return moment.date.isoformat() if moment.date else moment.key
