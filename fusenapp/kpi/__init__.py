"""The KPI tree: evaluation by month and segment, and why a figure moved."""

from fusenapp.kpi.evaluate import evaluate
from fusenapp.kpi.leads import LeadFacts, lead_facts
from fusenapp.kpi.result import KpiProblem, KpiResult, NodeResult
from fusenapp.kpi.sources import Inputs

__all__ = ["Inputs", "KpiProblem", "KpiResult", "LeadFacts", "NodeResult", "evaluate", "lead_facts"]
