"""Saying what sales can take up: one part at a time, wrong ones refused, the others left as they are."""

from __future__ import annotations

import pytest

from fusenapp.document import Author, Document
from fusenapp.domain.capacity import Capacity, Rep, capacity_of
from fusenapp.editing import capacity as verbs
from fusenapp.editing import templates, trials
from fusenapp.errors import InputError


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐藤", "marketing"))
    templates.build(made, "b2b", "試し")
    return made


def _held(document: Document) -> dict:
    return dict(document.snapshot().value("workspace", "workspace", "capacity") or {})


def test_figures_are_kept_while_they_are_not_all_there_yet(document: Document) -> None:
    verbs.set_figure(document, "people", 3.0)
    assert _held(document) == {"people": 3.0}
    assert capacity_of(document.snapshot()) is None
    verbs.set_figure(document, "hours_per_day", 2.0)
    verbs.set_figure(document, "hours_per_lead", 0.5)
    assert capacity_of(document.snapshot()) == Capacity(3, 2, 0.5)
    verbs.set_figure(document, "hours_per_lead", None)
    assert _held(document) == {"people": 3.0, "hours_per_day": 2.0}


def test_each_part_leaves_the_others_and_what_a_newer_version_wrote_as_they_are(document: Document) -> None:
    with document.edit("newer") as edit:
        edit.set("workspace", "workspace", capacity={"people": 1, "hours_per_day": 1, "hours_per_lead": 1, "shifts": [1, 2]})
    verbs.set_reps(document, [Rep("大野", start="2026-10", ramp_up=(0.5,))])
    verbs.set_closures(document, ["08-13:08-16"])
    verbs.set_spread(document, [60, 40])
    verbs.set_node(document, "kpi-sal")
    held = _held(document)
    assert held["shifts"] == [1, 2]
    assert held["reps"] == [{"name": "大野", "fte": 1.0, "ramp": 1.0, "leave": 0.0, "start": "2026-10", "ramp_up": [0.5]}]
    assert (held["closures"], held["spread"], held["node"]) == (["08-13:08-16"], [0.6, 0.4], "kpi-sal")
    verbs.set_reps(document, [])
    verbs.set_spread(document, [100])
    verbs.set_node(document, "")
    assert not {"reps", "spread", "node"} & set(_held(document))


@pytest.mark.parametrize("rep", [Rep("甲", fte=-1), Rep("甲", ramp=1.5), Rep("甲", leave=2), Rep("甲", ramp_up=(0.5, 1.2)),
                                 Rep("甲", hours_per_day=0), Rep("甲", start="2026-10", end="2026-09")])
def test_people_that_cannot_be_are_refused_by_name(document: Document, rep: Rep) -> None:
    before = document.state_vector()
    with pytest.raises(InputError, match="bad-rep") as caught:
        verbs.set_reps(document, [rep])
    assert caught.value.where == "甲"
    assert document.state_vector() == before


@pytest.mark.parametrize(("verb", "given", "code"), [
    (verbs.set_figure, ("people", 0), "bad-figure"), (verbs.set_figure, ("wishes", 1), "bad-figure"), (verbs.set_spread, ([],), "bad-spread"),
    (verbs.set_spread, ([0, 100],), "bad-spread"), (verbs.set_spread, ([50, -1],), "bad-spread"), (verbs.set_closures, (["夏"],), "bad-closure"),
    (verbs.set_node, ("gone",), "unknown-node"), (verbs.set_reps, ([Rep("甲", start="10月")],), "bad-period"),
    (verbs.set_reps, ([Rep("甲", away=("盆",))],), "bad-closure")])
def test_what_cannot_be_read_changes_nothing(document: Document, verb, given: tuple, code: str) -> None:
    before = document.state_vector()
    with pytest.raises(InputError, match=code):
        verb(document, *given)
    assert document.state_vector() == before


def test_the_simulators_form_keeps_what_it_does_not_show(document: Document) -> None:
    whole = Capacity(2, 2, 0.5, (Rep("大野", start="2026-10", ramp_up=(0.5,)), Rep("河合")), hours_per_quality_lead=1.0, spread=(0.6, 0.4))
    trials.set_capacity(document, whole)
    assert capacity_of(document.snapshot()) == whole
