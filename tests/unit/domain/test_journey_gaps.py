"""Hints for what a journey leaves out."""

from fusenapp.domain.journey_gaps import Gap, find_gaps
from fusenapp.domain.snapshot import Snapshot

LANES = {"act": {"by_role": True}, "issue": {}, "dept": {"content": "departments"}}


def journey(*notes: dict) -> Snapshot:
    phases = {id: {"id": id, "journey": "j", "order": id} for id in ("p1", "p2")}
    lanes = {id: {"id": id, "journey": "j", "order": id, **fields} for id, fields in LANES.items()}
    made = {str(i): {"id": str(i), "parent": "j", "order": str(i), **note} for i, note in enumerate(notes)}
    return Snapshot({"phases": phases, "lanes": lanes, "notes": made})


def note(phase: str, lane: str, role: str = "", text: str = "…", **fields) -> dict:
    return {"phase": phase, "lane": lane, "role": role, "text": text, **fields}


def hints(*notes: dict, roles=("selector", "decision-maker", "approver")) -> list[Gap]:
    """All hints but the one for notes without links."""
    return [gap for gap in find_gaps(journey(*notes), "j", roles) if gap.kind != "unlinked"]


def test_a_journey_that_was_not_begun_has_no_hints():
    assert find_gaps(journey(), "j") == []


def test_a_role_that_says_nothing_where_others_do_is_a_gap():
    gaps = hints(note("p1", "act", "selector", "一"), note("p2", "act", "selector", "二"),
                 note("p2", "act", "approver", "三"), note("p2", "act", "decision-maker", "四"))
    assert gaps == [Gap("role", "p1", "act", "decision-maker"), Gap("role", "p1", "act", "approver")]


def test_roles_that_are_filtered_out_are_not_missed():
    assert hints(note("p1", "act", "selector", "一"), note("p2", "act", "selector", "二"), roles=["selector"]) == []


def test_measures_without_a_department_in_charge_are_a_gap():
    found = hints(note("p1", "issue", text="一"), note("p2", "issue", text="二"), note("p2", "dept", text="", department="marketing"))
    assert found == [Gap("department", "p1", "dept")]


def test_an_empty_phase_and_a_note_written_twice_are_hints():
    found = hints(note("p1", "act", "selector", "費用 が心配"), note("p1", "act", "selector", "費用が心配"), roles=["selector"])
    assert found == [Gap("phase", "p2", "act"), Gap("duplicate", "p1", "act", "selector", "0", ("0", "1"))]


def test_a_note_that_was_pasted_often_is_one_hint_and_another_role_may_say_the_same():
    said = [note("p1", "act", "selector", "費用が心配") for _ in range(30)]
    found = hints(*said, note("p1", "act", "approver", "費用が心配"), note("p2", "act", "selector", "別"), roles=["selector"])
    assert [(gap.kind, len(gap.notes)) for gap in found] == [("duplicate", 30)]


def test_a_phase_in_which_the_purchase_rests_lacks_nothing():
    resting = journey(note("p1", "act", "selector", "一"))
    resting.records["phases"]["p2"]["kind"] = "pause"
    assert [gap for gap in find_gaps(resting, "j", ["selector"]) if gap.phase == "p2"] == []


def test_notes_that_nobody_linked_are_one_hint_together():
    board = journey(note("p1", "act", "selector", "一"), note("p1", "act", "selector", "二"), note("p2", "act", "selector", "三"),
                    note("p2", "dept", text="", department="marketing"))
    board.records["links"] = {"l": {"id": "l", "source": ["notes", "1"], "target": ["kpis", "k"]},
                              "arrow": {"id": "arrow", "source": ["notes", "0"], "target": ["notes", "2"]}}
    found = [gap for gap in find_gaps(board, "j", ["selector"]) if gap.kind == "unlinked"]
    assert found == [Gap("unlinked", "p1", "act", "selector", "0", ("0", "2"))], "an arrow between notes is no link to anything"


def test_a_role_of_ones_own_is_missed_only_where_it_takes_part_at_all():
    notes = [note("p1", "act", "selector", "一"), note("p2", "act", "selector", "二")]
    assert hints(*notes, roles=["selector", "it"]) == []
    notes.append(note("p2", "act", "it", "三"))
    assert hints(*notes, roles=["selector", "it"]) == [Gap("role", "p1", "act", "it")]


def test_where_a_lane_is_called_measures_only_its_notes_need_a_department():
    board = journey(note("p1", "issue", text="一"), note("p2", "measure", text="二"))
    board.records["lanes"]["measure"] = {"id": "measure", "journey": "j", "order": "m", "name": "施策"}
    assert [gap for gap in find_gaps(board, "j", []) if gap.kind == "department"] == [Gap("department", "p2", "dept")]
