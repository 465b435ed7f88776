"""What answers, departments, strata and figures of blind labelling are called."""

from __future__ import annotations

from typing import Any

from fusenapp.domain.labelling import HOT, NOT, UNSURE, Fact, Labelling
from fusenapp.domain.snapshot import Snapshot, value
from fusenapp.i18n import translate
from fusenapp.ui.importing.preview import cell_text

ICONS = {HOT: "hot_lead", NOT: "close", UNSURE: "help"}
TONES = {HOT: "accent", NOT: "text2", UNSURE: "warn"}


def answer(given: str, rule: str = "hot-lead") -> str:
    """An answer in words; a dash where there is none."""
    if given == HOT:
        return translate("Labelling", "Hot") if rule == "hot-lead" else translate("Labelling", "Target")
    if given == NOT:
        return translate("Labelling", "Not hot") if rule == "hot-lead" else translate("Labelling", "No target")
    return translate("Labelling", "Cannot tell") if given == UNSURE else "—"


def question(rule: str) -> str:
    """What is asked of each lead."""
    if rule == "hot-lead":
        return translate("Labelling", "Is this a hot lead?")
    return translate("Labelling", "Is this a company to win first?")


def rule_name(rule: str) -> str:
    """The definition that is asked about."""
    return translate("Labelling", "Hot lead") if rule == "hot-lead" else translate("Labelling", "Target")


def verdict(found: int | None, rule: str = "hot-lead") -> str:
    """What the definition says."""
    return {1: answer(HOT, rule), 0: answer(NOT, rule), -1: translate("Labelling", "Not enough information")}.get(found, "—")  # type: ignore[arg-type]


def short(snapshot: Snapshot, department: str) -> str:
    """A department's short name."""
    record = snapshot.get("departments", department) or {}
    return value("departments", record, "short") or value("departments", record, "name") or department


def full(snapshot: Snapshot, department: str) -> str:
    """A department's name."""
    return snapshot.value("departments", department, "name") or department


def shape(snapshot: Snapshot, department: str) -> str:
    """A department's mark."""
    return snapshot.value("departments", department, "shape") or "circle"


def held(fact: Fact, found: Any) -> str:
    """A value with its unit."""
    words = cell_text(found, fact.type)
    return f"{words} {fact.unit}" if fact.unit and found is not None and fact.unit not in fact.name and fact.type != "percent" else words


def stratum(name: str) -> str:
    """Why a lead was drawn."""
    return {"match": translate("Labelling", "the definition means it"), "near": translate("Labelling", "close to the border"),
            "unknown": translate("Labelling", "the definition lacks information"),
            "no_match": translate("Labelling", "the definition does not mean it")}.get(name, translate("Labelling", "drawn at random"))


def why_hidden(why: str) -> str:
    """Why a column is not shown to those who label."""
    return {"meaning": translate("Labelling", "filled at or after the hand-over"),
            "dates": translate("Labelling", "dates after the hand-over"),
            "filled": translate("Labelling", "filled only once handed over"),
            "flagged": translate("Labelling", "a condition says it is known later"),
            "joined": translate("Labelling", "joined from what came of the leads")}.get(why, "")


def step(name: str) -> str:
    """Landis and Koch's name of a κ."""
    return {"almost-perfect": translate("Labelling", "almost perfect"), "substantial": translate("Labelling", "substantial"),
            "moderate": translate("Labelling", "moderate"), "fair": translate("Labelling", "fair"), "slight": translate("Labelling", "slight"),
            "poor": translate("Labelling", "worse than chance")}.get(name, "")


def figure(found: float | None) -> str:
    """A κ with two digits and a true minus."""
    return "—" if found is None else f"{found:.2f}".replace("-", "−")


def percent(found: float | None) -> str:
    """A share with one digit."""
    return "—" if found is None else f"{found:.1%}".replace("-", "−")


def told_of(snapshot: Snapshot, found: Labelling) -> str:
    """Definition, list and number of leads on one line."""
    name = snapshot.value("datasets", found.dataset, "name")
    count = translate("Labelling", "%n lead(s)", n=len(found.leads))
    return " · ".join(part for part in (rule_name(found.rule), name, count) if part)
