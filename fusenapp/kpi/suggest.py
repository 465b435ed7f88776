"""Which row of a KPI sheet belongs to which node, told by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fusenapp.domain.kpi import KpiNode, Source, Tree, key, to_json
from fusenapp.kpi.sources import SheetRow, segment_of

_UNIT = re.compile(r"[(\[][^()\[\]]*[)\]]$")
_ENDINGS = ("件数", "人数", "回数", "社数", "数", "件")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "受注額": ("受注金額", "成約金額", "成約額", "受注高", "売上", "売上金額", "売上高", "amount won"),
    "受注": ("成約", "契約", "won", "deals won"),
    "受注率": ("成約率", "契約率", "win rate"),
    "リード": ("獲得リード", "リード獲得", "新規リード", "lead", "leads"),
    "アポ": ("アポイント", "アポイントメント", "アポ獲得", "appointments"),
    "アポ率": ("アポ獲得率", "appointment rate"),
    "提案": ("proposals",),
    "mql": ("引渡", "引き渡し", "トスアップ"),
    "sal": ("受領",),
    "平均単価": ("単価", "受注単価", "成約単価", "average price"),
    "訪問者": ("uu", "訪問者uu", "サイト訪問者"),
    "見積発行": ("見積", "見積書発行"),
    "電話": ("架電", "コール"),
    "広告のクリック": ("クリック", "広告クリック"),
    "広告の表示": ("表示", "広告表示", "インプレッション"),
    "質リード率": ("quality rate",),
}
_SAME = {word: one for one, words in _WORDS.items() for word in (key(each) for each in words)}


@dataclass(frozen=True)
class UnusedRow:
    """A KPI of a sheet that feeds no node."""

    source: Source
    unit: str
    segments: tuple[str, ...]


def stem(name: str) -> str:
    """What is left of a name to recognise it by: NFKC, without unit in brackets, 件数 or 数, one word per meaning."""
    text = key(name)
    bare = _UNIT.sub("", text) or text
    ending = next((each for each in _ENDINGS if bare.endswith(each) and bare != each), "")
    short = bare[: len(bare) - len(ending)]
    return _SAME.get(short, _SAME.get(bare, short))


def suggest_sources(tree: Tree, rows: Mapping[str, Sequence[SheetRow]]) -> dict[str, dict[str, str]]:
    """For nodes that no row feeds yet: the ``source`` field that their name suggests.

    A node's own name wins over a similar one; among rows of the same name that of the node's department.

    Args:
        rows: KPI dataset id → its rows.

    Returns:
        Node id → the value of its ``source`` field.
    """
    free = unused_rows(tree, rows)
    found: dict[str, dict[str, str]] = {}
    taken: set[Source] = set()
    for same in (lambda a, b: key(a) == key(b), lambda a, b: stem(a) == stem(b)):
        for node in tree:
            if node.id in found or node.type == "linked" or _fed(node, rows):
                continue
            fitting = [row.source for row in free if row.source not in taken and same(node.name, row.source.name)]
            if fitting:
                best = min(fitting, key=lambda source: _elsewhere(tree, node, source))
                taken.add(best)
                found[node.id] = to_json(best)
    return found


def unused_rows(tree: Tree, rows: Mapping[str, Sequence[SheetRow]]) -> list[UnusedRow]:
    """The KPIs of the sheets that feed no node, in their order: what may be added to the tree."""
    used = [node.source for node in tree if node.source is not None]
    found: dict[Source, tuple[str, list[str]]] = {}
    for dataset, held in rows.items():
        for row in held:
            source = Source(dataset, row.department or "", row.name)
            if not any(_names(each, source) for each in used):
                found.setdefault(source, (row.unit or "", []))[1].append(segment_of(row.segment or ""))
    return [UnusedRow(source, unit, tuple(segments)) for source, (unit, segments) in found.items()]


def _names(source: Source, row: Source) -> bool:
    same = source.dataset == row.dataset and key(source.name) == key(row.name)
    return same and (not source.department or key(source.department) == key(row.department))


def _fed(node: KpiNode, rows: Mapping[str, Iterable[SheetRow]]) -> bool:
    source = node.source
    if source is None:
        return False
    return any(_names(source, Source(source.dataset, row.department or "", row.name)) for row in rows.get(source.dataset, ()))


def _elsewhere(tree: Tree, node: KpiNode, source: Source) -> bool:
    return key(tree.departments.get(node.department, "")) != key(source.department)
