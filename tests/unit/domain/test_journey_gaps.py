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


def test_a_journey_that_was_not_begun_has_no_hints():
    assert find_gaps(journey(), "j") == []


def test_a_role_that_says_nothing_where_others_do_is_a_gap():
    gaps = find_gaps(journey(note("p1", "act", "selector", "一"), note("p2", "act", "selector", "二"),
                             note("p2", "act", "approver", "三"), note("p2", "act", "decision-maker", "四")), "j")
    assert gaps == [Gap("role", "p1", "act", "decision-maker"), Gap("role", "p1", "act", "approver")]


def test_roles_that_are_filtered_out_are_not_missed():
    assert find_gaps(journey(note("p1", "act", "selector", "一"), note("p2", "act", "selector", "二")), "j", ["selector"]) == []


def test_measures_without_a_department_in_charge_are_a_gap():
    found = find_gaps(journey(note("p1", "issue", text="一"), note("p2", "issue", text="二"),
                              note("p2", "dept", text="", department="marketing")), "j")
    assert found == [Gap("department", "p1", "dept")]


def test_an_empty_phase_and_a_note_written_twice_are_hints():
    found = find_gaps(journey(note("p1", "act", "selector", "費用 が心配"), note("p1", "act", "selector", "費用が心配")), "j", ["selector"])
    assert found == [Gap("phase", "p2", "act"), Gap("duplicate", "p1", "act", "selector", "1")]
