"""A result put into words for the window, made on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fusenapp.domain import labelling
from fusenapp.domain.definition import Clause, Include, all_from_snapshot, conditions
from fusenapp.domain.labelling import Labelling
from fusenapp.domain.snapshot import Snapshot
from fusenapp.flows.labelling import Result, result
from fusenapp.i18n import translate
from fusenapp.ui.labelling import words


@dataclass(frozen=True)
class Told:
    """A result with the words of its conditions (by their path)."""

    result: Result
    phrases: Mapping[str, str]


def tell(snapshot: Snapshot, found: Labelling, department: str, person: str) -> Told:
    """For a worker. Only what the person may see goes in."""
    from fusenapp.qualify import phrase

    told = result(snapshot, found, labelling.visible_sheets(snapshot, found, department, person))
    known = all_from_snapshot(snapshot)
    phrases = {s.id: phrase(s.condition, None, known) for between in told.between for each in between.separations.values() for s in each}
    for path in told.truths:
        phrases.setdefault(path, _phrase(snapshot, found.rule, path))
    return Told(told, phrases)


def _phrase(snapshot: Snapshot, rule: str, path: str) -> str:
    """The words of a condition by its path, ``H1/T2``: condition T2 of what condition H1 of the rule includes."""
    from fusenapp.qualify import phrase

    known = all_from_snapshot(snapshot)
    definition, found = known.get(rule), None
    for id in path.split("/"):
        every = conditions(definition.root) if definition else ()
        found = next((c for c in every if c.id == id), None)
        definition = known.get(found.ref) if isinstance(found, Include) else None
    return phrase(found, None, known) if isinstance(found, (Clause, Include)) else path


def summary(snapshot: Snapshot, told: Told, at: int) -> str:
    """What the result of two departments says, in a few sentences."""
    between = told.result.between[at]
    pair, kappa = between.pair, between.pair.kappa
    first, second = words.short(snapshot, between.first), words.short(snapshot, between.second)
    if kappa.n == 0:
        return translate("Labelling", "There is no lead that both called one thing or the other, so nothing can be compared.")
    hot = words.answer(labelling.HOT, told.result.labelling.rule)
    parts = [translate("Labelling", "{first} and {second} agree on {same} of {all} leads.").format(
        first=first, second=second, same=kappa.n - pair.disputed, all=kappa.n)]
    if pair.disputed:
        parts.append(translate("Labelling", "Only {first} says “{hot}”: {one}. Only {second}: {other}.").format(
            first=first, second=second, hot=hot, one=pair.first_only, other=pair.second_only))
    ranked = between.separations["disputed"]
    best = next((s for s in ranked if s.stands_out), None) or next((s for s in ranked if s.sure), None)
    if best is not None:
        parts.append(translate(
            "Labelling", "What goes with the dispute most: “{condition}” ({group} of the disputed leads, {rest} of the others).").format(
            condition=told.phrases[best.id], group=words.percent(best.group.value), rest=words.percent(best.rest.value)))
        if not best.stands_out:
            parts.append(translate("Labelling", "With so few leads this may also be chance."))
    elif pair.disputed:
        parts.append(translate("Labelling", "No single condition goes with the dispute clearly; read the comments."))
    return " ".join(parts)
