"""Reviews in words: checks and what prefills them, answers, states, figures. For the window, the minutes and the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp.domain import reviews
from fusenapp.domain import unit as units
from fusenapp.flows.reviews import Fact, KeptNode
from fusenapp.i18n import language, translate

MISSING = "—"


def kind_words(kind: str) -> str:
    """The kind of a meeting."""
    return translate("Reviews", "Yearly definition review") if kind == reviews.YEARLY else translate("Reviews", "Weekly KPI meeting")


def check_words(check: str) -> str:
    """The question of a check."""
    return {reviews.STRATEGY: translate("Reviews", "Must the strategy or a KPI change?"),
            reviews.HOT_LEAD: translate("Reviews", "Must the hot-lead definition change?"),
            reviews.DRIFT: translate("Reviews", "Have target and personas drifted from the real leads?")}[check]


def answer_words(answer: str) -> str:
    """An answer to a check or about a definition; empty: not answered."""
    return {reviews.KEEP: translate("Reviews", "No change"), reviews.CHANGE: translate("Reviews", "Change"),
            reviews.DISCUSS: translate("Reviews", "Look into it"), "": translate("Reviews", "Not answered")}[answer]


def state_words(state: str) -> str:
    """How an action stands."""
    return {reviews.OVERDUE: translate("Reviews", "Overdue"), reviews.OPEN: translate("Reviews", "Open"),
            reviews.DONE: translate("Reviews", "Done"), reviews.DROPPED: translate("Reviews", "Dropped")}[state]


def verdict_words(state: str) -> str:
    """What became of a hypothesis."""
    return {reviews.UNTESTED: translate("Reviews", "Not tested"), reviews.CONFIRMED: translate("Reviews", "Confirmed"),
            reviews.REFUTED: translate("Reviews", "Refuted")}.get(state, state)


def kpi_state_words(state: str) -> str:
    """How a KPI stands."""
    return {"on_target": translate("Status", "On target"), "caution": translate("Status", "Caution"),
            "off_target": translate("Status", "Off target")}.get(state, "")


def amount(value: float | None, unit: str) -> str:
    """A figure with its unit as one writes it: 41.3百万円, 30.0%, 1,464件; 41.3 M yen."""
    return MISSING if value is None else units.spoken(value, unit, language())


def signed(value: float) -> str:
    """A change with one decimal: +6.4, −6.4, ±0.0."""
    text = f"{abs(value):.1f}"
    return f"±{text}" if float(text) == 0 else f"+{text}" if value > 0 else f"{units.MINUS}{text}"


def target_words(node: KeptNode) -> str:
    """What a KPI is to reach; where less is better, what it must not go above."""
    told = amount(node.target, node.unit)
    return at_most(told) if node.down and node.target is not None else told


def at_most(told: str) -> str:
    """A target that must not be exceeded: 40.0%以下, at most 40.0%."""
    return translate("Reviews", "at most {figure}").format(figure=told)


def ratio_words(node: KeptNode) -> str:
    """The achievement of a KPI: actual ÷ target, so that above 100 % is too much where less is better."""
    return MISSING if node.ratio is None else f"{node.ratio:.1%}".replace("-", units.MINUS)


def listed(names: Sequence[str]) -> str:
    """Names one after the other: A、B or A, B."""
    return ("、" if language() == "ja" else ", ").join(names)


def since_words(node: KeptNode, as_of: str = "") -> str:
    """Since when a KPI is below its target, and for how many months; without the year where it is that of ``as_of``."""
    if not node.since:
        return translate("Reviews", "outside its usual range") if node.signal == "outside" else ""
    return translate("Reviews", "since {month} (%n months)", n=node.months).format(month=month_words(node.since, as_of))


def month_words(month: str, as_of: str = "") -> str:
    """2026年11月 or Nov 2026; 11月 or Nov where the year is that of ``as_of``."""
    try:
        first = dt.date.fromisoformat(f"{month[:7]}-01")
    except ValueError:
        return month
    if as_of[:4] == month[:4]:
        return f"{first.month}月" if language() == "ja" else f"{first:%b}"
    return f"{first.year}年{first.month}月" if language() == "ja" else f"{first:%b %Y}"


def span_words(period: str) -> str:
    """A month or a range of months: 2026年4月〜11月, 2025年12月〜2026年2月; Apr–Nov 2026, Dec 2025 – Feb 2026."""
    first, _, last = period.partition(":")
    if not last or first == last:
        return month_words(first)
    if language() == "ja":
        return f"{month_words(first)}〜{month_words(last, first)}"
    return f"{month_words(first, last)}–{month_words(last)}" if first[:4] == last[:4] else f"{month_words(first)} – {month_words(last)}"


def day_words(day: str) -> str:
    """2026年11月20日（金） or Fri 20 Nov 2026; empty where there is none."""
    try:
        date = dt.date.fromisoformat(day[:10])
    except ValueError:
        return day
    if language() == "ja":
        return f"{date.year}年{date.month}月{date.day}日（{'月火水木金土日'[date.weekday()]}）"
    return f"{date:%a} {date.day} {date:%b %Y}"


def fact_words(fact: Fact) -> str:
    """A figure that prefills a check, as a sentence."""
    told: Mapping[str, Any] = fact.figures
    match fact.code:
        case "year-to-date":
            return translate("Reviews", "{name} is at {reached} of its target for {span}.").format(
                name=told["name"], reached=f"{told['reached']:.1%}", span=span_words(f"{told['from']}:{told['to']}"))
        case "kpis-off":
            return _off(told)
        case "diagnoses":
            return translate("Reviews", "%n warning(s) stand out in the figures.", n=told["count"])
        case "definition-state":
            return _definition(told)
        case "handed-over":
            return translate("Reviews", "%n lead(s) handed over: {accepted} accepted, {rejected} given back, {capacity} without capacity, "
                                        "{unanswered} unanswered.", n=told["handed"]).format(
                accepted=f"{told['accepted']:,}", rejected=f"{told['rejected']:,}", capacity=f"{told['no_capacity']:,}",
                unanswered=f"{told['unanswered']:,}")
        case "top-reason":
            return translate("Reviews", "Most often given back for: {reason} ({count} of {of}).").format(
                reason=" ".join(part for part in (told["code"], told["name"]) if part), count=f"{told['count']:,}", of=f"{told['of']:,}")
        case "overruled":
            phrase = told["phrases"].get(language()) or next(iter(told["phrases"].values()))
            return translate("Reviews", "Most often overruled: “{phrase}”. {share} of its leads came back ({count} of {of}).").format(
                phrase=phrase, share=f"{told['share']:.1%}", count=f"{told['count']:,}", of=f"{told['of']:,}")
        case "unanswered-late":
            return translate("Reviews", "%n lead(s) without an answer after the agreed time.", n=told["count"])
        case _:
            return _drift(fact.code, told)


def _off(told: Mapping[str, Any]) -> str:
    if not told["off"]:
        return translate("Reviews", "All %n KPI(s) with a target reach it or are within 10 % of it.", n=told["of"])
    return translate("Reviews", "{off} of %n KPI(s) with a target are off; the farthest is {worst} at {ratio}.", n=told["of"]).format(
        off=told["off"], worst=told["worst"], ratio=f"{told['ratio']:.1%}" + (
            translate("Reviews", ", less is better") if told.get("down") else ""))


def _definition(told: Mapping[str, Any]) -> str:
    words = {"draft": translate("Reviews", "The definition is a draft; nobody has proposed it."),
             "proposed": translate("Reviews", "The definition is proposed and waits for stamps."),
             "reopened": translate("Reviews", "The definition was changed since it was agreed."),
             "due": translate("Reviews", "The agreement on the definition is up for review since {day}."),
             "agreed": translate("Reviews", "The definition is agreed; its review is due on {day}.")}
    return words.get(told["state"], "").format(day=day_words(told["due"]))


def _drift(code: str, told: Mapping[str, Any]) -> str:
    match code:
        case "target-share":
            text = translate("Reviews", "Share of target leads: {now} of the last %n, {before} before.", n=told["n_now"]).format(
                now=f"{told['now']:.1%}", before=f"{told['before']:.1%}")
            return text + " " + translate("Reviews", "The difference may be chance.") if told["chance"] else text
        case "won-target":
            return translate("Reviews", "Of %n customer(s) won, {match} are target, {no} are not, {unknown} lack information.",
                             n=told["won"]).format(match=told["match"], no=told["no"], unknown=told["unknown"])
        case "persona-evidence":
            return translate("Reviews", "{hypotheses} of %n statement(s) about personas are still a hypothesis.", n=told["of"]).format(
                hypotheses=told["hypotheses"])
    return ""
