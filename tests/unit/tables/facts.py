"""The figures of the sample company, worked out from a dataset with plain Python and independently of the rest of Fusen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.tables import Dataset

Row = Mapping[str, Any]
TARGET = ("製造業", "情報通信業", "卸売業")


def rows_of(dataset: Dataset) -> list[Row]:
    """Rows by the last level of the column names."""
    labels = [column.label for column in dataset.columns]
    columns = [dataset.values(index).to_pylist() for index in range(len(labels))]
    return [dict(zip(labels, values, strict=True)) for values in zip(*columns, strict=True)]


def is_target(row: Row) -> bool:
    good = row["業種"] in TARGET and row["売上推移"] in ("増加", "安定")
    return good and row["従業員数"] >= 100 and row["資本金（万円）"] >= 5000


def is_hot(row: Row) -> bool:
    return is_target(row) and 2 <= row["比較社数"] <= 3 and (row["トライアル申込"] or row["見積依頼"])


def lead_facts(rows: Sequence[Row]) -> dict[str, Any]:
    """Counts as in the facts file."""
    handed = [row for row in rows if row["引渡日"] is not None]
    accepted = [row for row in handed if row["営業の受領"] == "受領"]
    hot = [row for row in handed if is_hot(row)]
    tp = sum(row["営業の受領"] == "受領" for row in hot)
    won = [row for row in rows if row["結果"] == "受注"]
    return {
        "leads": len(rows),
        "target_leads": sum(map(is_target, rows)),
        "hot_leads": sum(map(is_hot, rows)),
        "handed_over": len(handed),
        "accepted": len(accepted),
        "rejected": len(handed) - len(accepted),
        "hot_vs_accepted": {
            "tp": tp,
            "fp": len(hot) - tp,
            "fn": len(accepted) - tp,
            "tn": len(handed) - len(hot) - (len(accepted) - tp),
        },
        "hot_vs_won": {"hot_won": sum(row["結果"] == "受注" for row in hot), "all_won": len(won)},
        "won_amount_yen": sum(row["受注額（円）"] or 0 for row in won),
    }


def reasons(rows: Sequence[Row], names: Sequence[str]) -> dict[str, int]:
    return {name: sum(row["却下理由"] == name for row in rows if row["引渡日"] is not None) for name in names}


def cohorts(rows: Sequence[Row]) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows:
        segment = "質リード" if is_target(row) else "一般リード"
        counts = dict.fromkeys(("リード", "アポ", "提案", "受注", "受注額"), 0)
        held = found.setdefault(f"{row['登録日']:%Y-%m}", {}).setdefault(segment, counts)
        held["リード"] += 1
        held["アポ"] += row["アポ日"] is not None
        held["提案"] += row["提案日"] is not None
        held["受注"] += row["結果"] == "受注"
        held["受注額"] += row["受注額（円）"] or 0
    return dict(sorted(found.items()))


def by_route(rows: Sequence[Row], names: Sequence[str]) -> tuple[dict[str, int], dict[str, float]]:
    won = {name: sum(row["流入経路"] == name and row["結果"] == "受注" for row in rows) for name in names}
    share = {}
    for name in names:
        routed = [row for row in rows if row["流入経路"] == name]
        share[name] = round(sum(map(is_target, routed)) / max(1, len(routed)), 6)
    return won, share
