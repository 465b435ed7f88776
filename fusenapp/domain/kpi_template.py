"""Trees to begin with. The one that a new workspace has: three departments, from the visitor to the order, one chain.

Every stage count is a measure over the lead list (its targets come from the KPI sheet) and is explained by
the stage before it × the rate between them, down to 受注金額 = 受注数 × 平均単価. The smaller ones are outlines of the
revenue alone, for those who want to grow a tree of their own.
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


_REVENUE = (
    _Made("won-amount", "", Wording("売上", "Revenue"), _F, "円", "measure", "{won} × {average-price}", "won", ("sum", "won_amount")),
    _count("won", "won-amount", "受注数", "Deals won", _F, "{opportunities} × {win-rate}", "won"),
    _given("opportunities", "won", "商談数", "Opportunities", _F, stage="opportunity", formula="{leads} × {opportunity-rate}"),
    _count("leads", "opportunities", "リード数", "Leads", _M, stage="lead"),
    _rate("quality-rate", "leads", "質リード率", "Quality rate", _M, "{leads}@quality ÷ {leads}", "lead"),
    _rate("opportunity-rate", "opportunities", "商談化率", "Opportunity rate", _I, "{opportunities} ÷ {leads}", "opportunity"),
    _rate("win-rate", "won", "受注率", "Win rate", _F, "{won} ÷ {opportunities}", "won"),
    _Made("average-price", "won-amount", Wording("平均単価", "Average price"), _F, "円", "formula", "{won-amount} ÷ {won}", "won"),
)
_NEW_AND_EXISTING = (
    _Made("revenue", "", Wording("売上", "Revenue"), _F, "円", "formula", "{new-amount} + {existing-amount}"),
    _given("new-amount", "revenue", "新規売上", "Revenue from new customers", _F, "円", formula="{new-orders} × {new-price}"),
    _given("new-orders", "new-amount", "新規受注数", "Orders of new customers", _F),
    _Made("new-price", "new-amount", Wording("新規単価", "Price of a new order"), _F, "円", "formula", "{new-amount} ÷ {new-orders}"),
    _given("existing-amount", "revenue", "既存売上", "Revenue from existing customers", _F, "円",
           formula="{existing-orders} × {existing-price}"),
    _given("existing-orders", "existing-amount", "既存受注数", "Orders of existing customers", _F),
    _Made("existing-price", "existing-amount", Wording("既存単価", "Price of a repeat order"), _F, "円", "formula",
          "{existing-amount} ÷ {existing-orders}"),
)


@dataclass(frozen=True)
class TreeTemplate:
    """A tree to begin with: its name, and in a line what it is made of."""

    id: str
    name: Wording
    made_of: Wording
    nodes: tuple[_Made, ...]

    def records(self, language: str) -> list[dict[str, Any]]:
        """Parents before children, ids ``kpi-…`` that never change; names and formulas in ``"ja"`` or ``"en"``."""
        names = {made.id: f"[{made.name.to(language)}]" for made in self.nodes}
        return [_record(made, names, language) for made in self.nodes]


TREE_TEMPLATES: dict[str, TreeTemplate] = {template.id: template for template in (
    TreeTemplate("b2b", Wording("3部門のツリー", "Three departments"),
                 Wording("訪問者 → リード → MQL → アポ → 受注。段階ごとに質／一般を分けます。",
                         "Visitors → leads → MQL → appointments → deals, each stage split into quality and general."), _NODES),
    TreeTemplate("revenue", Wording("売上のツリー", "Revenue"),
                 Wording("売上 ＝ 受注数 × 平均単価、受注数 ＝ 商談数 × 受注率、商談数 ＝ リード数 × 商談化率",
                         "Revenue = deals × price, deals = opportunities × win rate, opportunities = leads × opportunity rate"), _REVENUE),
    TreeTemplate("new-and-existing", Wording("新規と既存の売上", "New and existing customers"),
                 Wording("売上 ＝ 新規売上 ＋ 既存売上。それぞれ 受注数 × 単価",
                         "Revenue = new + existing customers, each orders × price"), _NEW_AND_EXISTING),
)}


def b2b_tree(language: str = "ja") -> list[dict[str, Any]]:
    """The records of the default tree, parents before children, ids ``kpi-…`` that never change.

    Args:
        language: of the names, ``"ja"`` or ``"en"``; formulas use the same names.
    """
    return TREE_TEMPLATES["b2b"].records(language)


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
