"""Diagnoses in words: a headline and a sentence with its figures, for the KPI area, meetings, minutes and the command line.

Figures come as they were reckoned (`kpi.diagnose`, `flows.capacity.diagnoses`), now or when a meeting kept them, so a sentence is made in
the language of now. Amounts get their unit, months are named, changes have the true minus sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fusenapp.flows import review_words as words
from fusenapp.i18n import language, translate
from fusenapp.messages import sentence

ABOVE_CAPACITY, WAS_ABOVE_CAPACITY = "above-capacity", "was-above-capacity"
MONTHS_NAMED = 4
"""Months above capacity that are named one by one."""
_AMOUNTS = {"before": "unit", "now": "unit", "due": "unit", "room": "unit", "over": "unit", "last": "unit", "low": "unit", "high": "unit",
            "next_before": "next_unit", "next_now": "next_unit"}
_RATES = ("rate_before", "rate_now", "reached", "closed", "share")
_CHANGES = ("change", "next_change")
_POINTS = ("mix", "rate")
_PERIODS = ("period_before", "period_now", "month")


def headline(code: str) -> str:
    """A finding in a few words."""
    return {
        "volume-over-quality": translate("Kpi", "Volume is being chased"),
        "mix-hides-rate": translate("Kpi", "The mix of leads hides the rate"),
        "quality-not-closed": translate("Kpi", "Quality leads are not closed"),
        "next-stage-drops": translate("Kpi", "The next department gets less"),
        "outside-limits": translate("Kpi", "Outside the usual range"),
        "long-run": translate("Kpi", "The level has moved"),
        "no-owner": translate("Kpi", "KPIs without an owner"),
        "reason-at-clause": translate("LeadFindings", "One reason stands out"),
        "quality-unanswered": translate("LeadFindings", "Quality leads without an answer"),
        "won-off-target": translate("LeadFindings", "Won customers outside the target"),
        "definition-due": translate("LeadFindings", "Definitions past their review date"),
        ABOVE_CAPACITY: translate("Capacity", "More than sales can take up"),
        WAS_ABOVE_CAPACITY: translate("Capacity", "More than sales could take up"),
    }.get(code, translate("Kpi", "Could not be reckoned"))


def said(code: str, figures: Mapping[str, Any]) -> str:
    """A finding as a sentence with its figures."""
    told = sentence(_variant(code, figures), **{**figures, **_texts(figures)})
    people = [str(name) for name in figures.get("people") or ()]
    if not people:
        return told
    return told + translate("Capacity", " Who takes them up: {people}.").format(people=words.listed(people))


def proposed(figures: Mapping[str, Any]) -> str:
    """What a finding proposes to do; empty where it proposes nothing."""
    proposal = figures.get("proposal")
    what = proposal.get(language()) if isinstance(proposal, Mapping) else ""
    return translate("ReviewsArea", "Proposal: {what}").format(what=what) if what else ""


def _variant(code: str, figures: Mapping[str, Any]) -> str:
    """The sentence of a code that fits its figures: above or below, one or several."""
    if code == "no-owner" and figures.get("count") == 1:
        return "no-owner-one"
    if code in ("outside-limits", "long-run"):
        side = figures.get("side") or _side(figures)
        return f"{code}-high" if side > 0 else f"{code}-low"
    return code


def _side(figures: Mapping[str, Any]) -> int:
    """Of figures that a meeting kept before the side was among them."""
    last, mean = figures.get("last"), figures.get("mean")
    return 1 if last is not None and mean is not None and last > mean else -1


def _texts(figures: Mapping[str, Any]) -> dict[str, str]:
    """The figures as people write them; what is none of them stays as it is."""
    found = {name: words.amount(figures[name], str(figures.get(unit) or "")) for name, unit in _AMOUNTS.items()
             if name in figures and not isinstance(figures[name], str)}
    found |= {name: f"{figures[name]:.1%}" for name in _RATES if name in figures}
    found |= {name: f"{abs(figures[name]):.1%}" for name in _CHANGES if name in figures}
    found |= {name: words.signed(figures[name] * 100) for name in _POINTS if name in figures}
    found |= {name: words.span_words(str(figures[name])) for name in _PERIODS if name in figures}
    if "rules" in figures:
        names = {"target": translate("LeadFindings", "Target"), "hot-lead": translate("LeadFindings", "Hot lead")}
        found["rules"] = words.listed([names.get(str(rule), str(rule)) for rule in figures["rules"]])
    if "months" in figures:
        found["months"] = _months([str(month) for month in figures["months"]])
    return found


def _months(months: list[str]) -> str:
    """One by one while they are few, else the first and the last and how many."""
    if len(months) <= MONTHS_NAMED:
        return words.listed([words.month_words(month) for month in months])
    span = words.span_words(f"{months[0]}:{months[-1]}")
    return translate("Capacity", "%n months of {span}", n=len(months)).format(span=span)
