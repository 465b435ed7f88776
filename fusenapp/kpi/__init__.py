"""The KPI tree: evaluation by month and segment, why a figure moved, what stands out. Imports nothing heavy."""

from fusenapp.kpi.diagnose import Diagnosis, diagnose
from fusenapp.kpi.drivers import Point
from fusenapp.kpi.evaluate import evaluate
from fusenapp.kpi.excel import to_excel
from fusenapp.kpi.explain import Bar, Explanation, explain_change
from fusenapp.kpi.leads import LeadFacts, lead_facts
from fusenapp.kpi.report import split_to_json, to_json
from fusenapp.kpi.result import KpiProblem, KpiResult, NodeResult
from fusenapp.kpi.sources import Inputs
from fusenapp.kpi.split import Part, RateSplit, Split, split_change, split_rate
from fusenapp.kpi.suggest import UnusedRow, suggest_sources, unused_rows

__all__ = [
    "Bar", "Diagnosis", "Explanation", "Inputs", "KpiProblem", "KpiResult", "LeadFacts", "NodeResult", "Part", "Point",
    "RateSplit", "Split", "UnusedRow", "diagnose", "evaluate", "explain_change", "lead_facts", "split_change", "split_rate",
    "split_to_json", "suggest_sources", "to_excel", "to_json", "unused_rows",
]
