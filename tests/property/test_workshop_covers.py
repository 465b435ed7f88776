"""Whatever happens in a workshop, and in whichever order copies meet: no view shows what another department writes privately,
votes that are hidden are seen by who gave them alone, and all copies come to the same result."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from fusenapp.document import Author, Document
from fusenapp.domain import workshop as rules
from fusenapp.editing import notes, templates, workshop
from fusenapp.editing.notes import NewNote, Place
from fusenapp.errors import InputError

PEOPLE = (Author("佐倉", "marketing"), Author("田辺", "field-sales"), Author("同僚", "field-sales"))
PLACE = Place("journey", "journey-awareness", "journey-actions", "selector")

STEPS = st.lists(st.tuples(st.sampled_from(("write", "pass", "reveal", "round", "vote", "show", "copy", "meet", "undo")),
                           st.integers(0, 2), st.integers(0, 5)), max_size=24)


def _template() -> bytes:
    document = Document(PEOPLE[0])
    templates.build(document, "b2b", "テスト")
    return document.state()


TEMPLATE = _template()


class Room:
    """Three laptops; what each writes names its department, so that a leak is seen in the words."""

    def __init__(self) -> None:
        self.laptops = []
        for author in PEOPLE:
            laptop = Document(author)
            laptop.load(TEMPLATE)
            self.laptops.append(laptop)
        self.written = 0

    def do(self, what: str, who: int, which: int) -> None:
        laptop, snapshot = self.laptops[who], self.laptops[who].snapshot()
        own = [n["id"] for n in snapshot.all("notes", parent="journey") if n.get("text", "").startswith("by ")]
        round = rules.current_round(snapshot, "journey")
        if what == "write":
            self.written += 1
            notes.add_note(laptop, NewNote(PLACE, f"by {PEOPLE[who].department} {self.written}"))
        elif what == "pass":
            workshop.begin_pass(laptop)
        elif what == "reveal":
            workshop.reveal_pass(laptop)
        elif what == "round":
            workshop.begin_round(laptop, "journey", 3)
        elif what == "vote" and own and round is not None:
            self._vote(laptop, round["id"], own[which % len(own)])
        elif what == "show" and round is not None:
            workshop.reveal_round(laptop, round["id"])
        elif what == "copy" and own:
            notes.duplicate_notes(laptop, [own[which % len(own)]])
        elif what == "meet":
            self.meet(who, (who + 1 + which % 2) % 3)
        elif what == "undo" and laptop.undo_label:
            laptop.undo()

    @staticmethod
    def _vote(laptop: Document, round: str, note: str) -> None:
        with suppress(InputError):  # no votes left, or the result is open: the rules' own tests look at that
            workshop.cast(laptop, round, note)

    def meet(self, one: int, other: int) -> None:
        mine, theirs = self.laptops[one].state(), self.laptops[other].state()
        self.laptops[one].apply(theirs, "merge")
        self.laptops[other].apply(mine, "merge")


def check(laptop: Document) -> None:
    whole = laptop.snapshot()
    open_ = set(rules.open_passes(whole))
    for author in (*PEOPLE, None):
        viewer = (author.department, author.person) if author else rules.NOBODY
        view = rules.Cover().view(whole, viewer)
        for id, note in whole.records["notes"].items():
            private = note.get("private") or [None, None]
            hidden = private[0] in open_ and private[1] != viewer[0]
            assert view.records["notes"][id].get("text") == ("" if hidden else note.get("text"))
        for record in whole.all("rounds"):
            seen = {b["person"] for b in view.all("ballots", round=record["id"])}
            if rules.is_open(record):
                assert seen <= {viewer[1]}
            else:
                assert seen == {b["person"] for b in whole.all("ballots", round=record["id"])}


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_no_view_shows_what_is_covered_and_copies_agree(steps):
    room = Room()
    for step in steps:
        room.do(*step)
    for laptop in room.laptops:
        check(laptop)
    for one, other in ((0, 1), (1, 2), (0, 1), (0, 2)):
        room.meet(one, other)
    views = [rules.for_everybody(laptop.snapshot()) for laptop in room.laptops]
    texts = [Counter(n.get("text", "") for n in view.all("notes")) for view in views]
    assert texts[0] == texts[1] == texts[2]
    for record in views[0].all("rounds"):
        results = [rules.tally(view, record["id"]) for view in views]
        assert results[0] == results[1] == results[2]
        assert all(place.votes == sum(place.departments.values()) for place in results[0])
