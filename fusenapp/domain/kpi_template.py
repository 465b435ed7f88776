"""The tree that a new workspace begins with: three departments, from the visitor to the order, one chain.

Every stage count is a measure over the lead list (its targets come from the KPI sheet) and is explained by
the stage before it × the rate between them, down to 受注金額 = 受注数 × 平均単価.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fusenapp.domain.wording import Wording

_M, _I, _F = "marketing", "inside-sales", "field-sales"


@dataclass(frozen=True)
class _Made:
    """``formula`` writes other nodes as ``{id}`` without the ``kpi-``."""

    id: str
    parent: str
    name: Wording
    department: str
    unit: str = "件"
    type: str = "input"
    formula: str = ""
    stage: str = ""
    measure: tuple[str, str] | None = None
    direction: str = "up"

    @property
    def aggregation(self) -> str:
        return "ratio" if self.unit == "%" or self.id == "average-price" else "sum"


def _count(id: str, parent: str, ja: str, en: str, department: str, formula: str = "", stage: str = "") -> _Made:
    return _Made(id, parent, Wording(ja, en), department, "件", "measure", formula, stage, ("count", stage))


def _rate(id: str, parent: str, ja: str, en: str, department: str, formula: str, stage: str = "") -> _Made:
    return _Made(id, parent, Wording(ja, en), department, "%", "formula", formula, stage)


def _given(id: str, parent: str, ja: str, en: str, department: str, unit: str = "件", stage: str = "", direction: str = "up",
           formula: str = "") -> _Made:
    return _Made(id, parent, Wording(ja, en), department, unit, "input", formula, stage, None, direction)


_NODES = (
    _Made("won-amount", "", Wording("受注金額", "Amount won"), _F, "円", "measure", "{won} × {average-price}", "won", ("sum", "won_amount")),
    _count("won", "won-amount", "受注数", "Deals won", _F, "{proposals} × {win-rate}", "won"),
    _count("proposals", "won", "提案数", "Proposals", _F, "{appointments} × {proposal-rate}", "proposal"),
    _count("appointments", "proposals", "アポ数", "Appointments", _I, "{sal} × {appointment-rate}", "appointment"),
    _count("sal", "appointments", "SAL数", "SAL", _F, "{mql} × {acceptance-rate}", "sal"),
    _count("mql", "sal", "MQL数", "MQL", _M, "{leads} × {mql-rate}", "mql"),
    _count("leads", "mql", "リード数", "Leads", _M, stage="lead"),
    _given("conversions", "leads", "CV件数", "Conversions", _M, stage="lead", formula="{visitors} × {conversion-rate}"),
    _given("visitors", "conversions", "訪問者数", "Visitors (UU)", _M),
    _given("landing-views", "visitors", "CVページのPV数", "Views of the conversion page", _M),
    _given("bounce-rate", "visitors", "直帰率", "Bounce rate", _M, "%", direction="down"),
    _given("exit-rate", "visitors", "離脱率", "Exit rate", _M, "%", direction="down"),
    _given("ad-clicks", "visitors", "広告のクリック数", "Ad clicks", _M),
    _given("ad-impressions", "ad-clicks", "広告の表示回数", "Ad impressions", _M),
    _rate("conversion-rate", "conversions", "CV率", "Conversion rate", _M, "{conversions} ÷ {visitors}"),
    _given("returning", "leads", "リピーター数", "Returning visitors", _M),
    _rate("quality-rate", "leads", "質リード率", "Quality rate", _M, "{leads}@quality ÷ {leads}", "lead"),
    _rate("mql-rate", "mql", "MQL化率", "MQL rate", _M, "{mql} ÷ {leads}", "mql"),
    _rate("acceptance-rate", "sal", "受領率", "Acceptance rate", _F, "{sal} ÷ {mql}", "sal"),
    _rate("appointment-rate", "appointments", "アポ率", "Appointment rate", _I, "{appointments} ÷ {sal}", "appointment"),
    _given("needs", "appointments", "ニーズ確認件数", "Needs confirmed", _I),
    _given("talks", "needs", "対話件数", "Conversations", _I),
    _given("calls", "talks", "電話件数", "Calls", _I),
    _given("referrals", "appointments", "営業送客数", "Passed to field sales", _I),
    _rate("proposal-rate", "proposals", "提案化率", "Proposal rate", _F, "{proposals} ÷ {appointments}", "proposal"),
    _given("opportunities", "proposals", "商談数", "Opportunities", _F, stage="opportunity"),
    _rate("win-rate", "won", "受注率", "Win rate", _F, "{won} ÷ {proposals}", "won"),
    _given("quotes", "won", "見積発行数", "Quotes issued", _F),
    _given("quoted-amount", "quotes", "見積提示額", "Amount quoted", _F, "円"),
    _Made("average-price", "won-amount", Wording("平均単価", "Average price"), _F, "円", "formula", "{won-amount} ÷ {won}", "won"),
)


def b2b_tree(language: str = "ja") -> list[dict[str, Any]]:
    """The records of the default tree, parents before children, ids ``kpi-…`` that never change.

    Args:
        language: of the names, ``"ja"`` or ``"en"``; formulas use the same names.
    """
    names = {made.id: f"[{made.name.to(language)}]" for made in _NODES}
    return [_record(made, names, language) for made in _NODES]


def _record(made: _Made, names: dict[str, str], language: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": f"kpi-{made.id}", "name": made.name.to(language), "parent": f"kpi-{made.parent}" if made.parent else "",
        "type": made.type, "unit": made.unit, "department": made.department, "stage": made.stage, "direction": made.direction,
        "aggregation": made.aggregation, "formula": _formula(made.formula, names, language),
    }
    if made.measure:
        record["measure"] = {made.measure[0]: made.measure[1], "stage": made.stage, "definition": "target"}
    return record


def _formula(text: str, names: dict[str, str], language: str) -> str:
    for id, name in names.items():
        text = text.replace(f"{{{id}}}", name)
    return text.replace("@quality", "@質") if language == "ja" else text
