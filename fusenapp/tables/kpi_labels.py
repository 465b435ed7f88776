"""The words in KPI sheets: segments, series written into names, and rows that break a KPI above them down."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from fusenapp.tables import words
from fusenapp.tables.periods import SERIES, series_of
from fusenapp.tables.places import LEVEL

DEPARTMENTS = re.compile(
    r"マーケ|営業|インサイド|フィールド|セールス|\bis\b|\bfs\b|\bcs\b|sales|marketing|事業部|チーム|推進|企画", re.IGNORECASE
)
_QUALITY = re.compile(r"質(リード|の高い.*)?|高?品質(リード)?|ターゲット(リード|企業)?|target|quality(lead)?s?|有効リード")
_GENERAL = re.compile(r"一般(リード)?|(ターゲット|対象)外|その他(リード)?|general(lead)?s?|非ターゲット")
_ALL = re.compile(r"合計|全体|計|総計|全(リード|件)?|total|all|")
_PART = re.compile(r"^\s*[(（]?\s*(うち|内数|内訳|内|再掲)\s*[)）]?\s*[:：・、]?\s*(?=\S)")
_MARK = re.compile(r"^\s*([-‐−–ー└├┗┣・>＞→*＊]+|[①-⑳]|[(（]?[0-9０-９]{1,2}[)）.．])\s*(?=[^\s0-9０-９])")
_NAMED = "|".join(pattern for name, pattern in SERIES.items() if name != "cumulative")
_ENDS = re.compile(
    rf"(?P<name>.+?)\s*[\s_・/:\-(\[（【<〈]*(?P<series>({_NAMED}))\s*(?P<unit>[(\[][^()\[\]]{{1,5}}[)\]])?[)\]）】>〉]*"
)
_STARTS = re.compile(r"(?P<series>目標|計画|予算|実績|見込み?|前年(同月)?|達成率|target|actual|plan|budget)[\s_・/:\-]*(の)?(?P<name>\S.+)")


@dataclass(frozen=True)
class Labels:
    """What the labels of one row say; ``series`` is empty where no label does."""

    department: str
    name: str
    segment: str
    unit: str
    series: str


def segment_of(label: str) -> tuple[str, str]:
    """(segment, what is left): 質リード → quality, 一般リード → general, 合計 → all; other words are left over."""
    word = words.normal(part_of(label))
    if _ALL.fullmatch(word):
        return "all", ""
    if _QUALITY.fullmatch(word):
        return "quality", ""
    return ("general", "") if _GENERAL.fullmatch(word) else ("all", label)


def part_of(label: str) -> str:
    """``うち質リード``, ``└ 質リード`` → ``質リード``; marks of breaking down are left out."""
    return _MARK.sub("", _PART.sub("", label))


def is_part(label: str) -> bool:
    """Written as a part of something: ``うち…``, ``（内）…``."""
    return _PART.match(label) is not None


@lru_cache(maxsize=4096)
def split_series(label: str) -> tuple[str, str] | None:
    """``リード数（目標）``, ``リード数 実績``, ``目標リード数`` → (``リード数``, ``"target"``); None where no series is written in."""
    word = unicodedata.normalize("NFKC", label).strip()
    if series_of(word) is not None:
        return None
    match = _ENDS.fullmatch(word.casefold()) or _STARTS.fullmatch(word.casefold())
    if match is None or (series := series_of(match["series"])) is None:
        return None
    start, end = match.span("name")
    name = (word[start:end] if len(word) == len(word.casefold()) else match["name"]).strip(" _・/:-(<[【〈")
    unit = (match.groupdict().get("unit") or "") if series not in ("achievement", "growth") else ""
    return (name + unit, series) if name and len(name) > 1 else None


def with_parents(rows: Sequence[Labels]) -> list[Labels]:
    """Rows that break the KPI above them down get its name.

    A name is a part if it is a segment that stands beside its counterpart, if it is marked as one (うち…), or if the same
    name has the same series twice in a department, so that it can only be told by what stands above it.
    """
    clashes = _clashing(rows)
    result: list[Labels] = []
    parent: dict[str, str] = {}
    for row in rows:
        key = (row.department, row.name)
        segment, rest = segment_of(row.name)
        above = parent.get(row.department, "")
        split = segment != "all" and not rest
        child = is_part(row.name) or key in clashes or (split and _paired(rows, row))
        if not (child and above and row.name != above):
            parent[row.department] = row.name
            result.append(row)
        elif split:
            result.append(replace(row, name=above, segment=segment))
        else:
            result.append(replace(row, name=f"{above}（{part_of(row.name)}）"))
    return result


def _clashing(rows: Sequence[Labels]) -> set[tuple[str, str]]:
    """Names that have the same series and segment in rows that do not stand together."""
    seen: Counter[Labels] = Counter()
    before: Labels | None = None
    for row in rows:
        plain = replace(row, unit="")
        if plain != before:
            seen[plain] += 1
        before = plain
    return {(row.department, row.name) for row, count in seen.items() if count > 1}


def _paired(rows: Sequence[Labels], row: Labels) -> bool:
    """質リード and 一般リード both stand in the department."""
    found = {segment_of(other.name)[0] for other in rows if other.department == row.department and not segment_of(other.name)[1]}
    return {"quality", "general"} <= found


def measure_of(column: str) -> tuple[str, str, str, str]:
    """(department, name, segment, series) of a column such as ``マーケ部›リード数›質›実績`` or ``リード数（目標）``; no series: empty."""
    rest, series, segment = [], "", "all"
    for level in column.split(LEVEL):
        found, left = segment_of(level)
        if told := series_of(level):
            series = told
        elif not left and level and (rest or found != "all"):
            segment = found
        else:
            rest.append(level)
    department = rest.pop(0) if len(rest) > 1 and DEPARTMENTS.search(rest[0]) else ""
    name = LEVEL.join(rest) or column
    split = split_series(name) if not series else None
    return department, split[0] if split else name, segment, split[1] if split else series
