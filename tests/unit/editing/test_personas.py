"""Personas: committees of an account and its people, what is said about each and how well it is backed."""

from __future__ import annotations

from fusenapp.editing import personas
from tests.unit.editing.people import b2b, refused


def test_a_new_committee_has_its_account_and_three_people() -> None:
    document = b2b()
    id = personas.add_set(document, "大手企業")
    roles = [p["role"] for p in document.snapshot().all("personas", set=id)]
    assert (roles, document.undo_label) == (["account", "selector", "decision-maker", "approver"], "ペルソナの追加")
    assert [s["name"] for s in document.snapshot().all("persona_sets")][-1] == "大手企業"


def test_deleting_a_committee_takes_its_people_and_undo_brings_all_back() -> None:
    document = b2b()
    personas.write_field(document, "personas-selector", "goal", "残業をなくす")
    personas.delete_set(document, "personas")
    assert document.snapshot().all("personas") == []
    document.undo()
    assert document.snapshot().value("personas", "personas-selector", "field.goal") == "残業をなくす"


def test_a_role_of_ones_own_stands_after_the_three() -> None:
    document = b2b()
    id = personas.add_person(document, "personas", "情報システム担当", "連携を確かめる人")
    last = document.snapshot().all("personas", set="personas")[-1]
    assert (last["id"], last["role"], last["meaning"]) == (id, id, "連携を確かめる人")
    personas.delete_person(document, id)
    assert document.undo_label == "役割の削除"


def test_labels_change_one_by_one() -> None:
    document = b2b()
    personas.set_label(document, "personas-selector", title="受注課 主任")
    personas.set_label(document, "personas-selector", name="窓口")
    record = document.get("personas", "personas-selector")
    assert record is not None
    assert (record["name"], record["meaning"], record["title"]) == ("窓口", "候補を調べ、絞り込む人", "受注課 主任")


def test_typing_on_in_one_field_is_one_step() -> None:
    document = b2b()
    for text in ("残", "残業", "残業をなくす"):
        personas.write_field(document, "personas-selector", "goal", text)
    personas.write_quote(document, "personas-selector", "もう限界です")
    document.undo()
    assert document.snapshot().value("personas", "personas-selector", "field.goal") == "残業をなくす"
    document.undo()
    assert not document.snapshot().value("personas", "personas-selector", "field.goal")


def test_evidence_has_three_grades() -> None:
    document = b2b()
    personas.set_evidence(document, "personas-selector", "goal", "confirmed")
    assert document.snapshot().family("personas", "personas-selector", "evidence") == {"goal": "confirmed"}
    with refused(document, "bad-value"):
        personas.set_evidence(document, "personas-selector", "goal", "certain")


def test_what_is_not_there_is_refused() -> None:
    document = b2b()
    for change in (
        lambda: personas.rename_set(document, "x", "y"), lambda: personas.delete_set(document, "x"), lambda: personas.add_person(document, "x", "y"),
        lambda: personas.delete_person(document, "x"), lambda: personas.write_field(document, "x", "goal", "y"),
        lambda: personas.write_quote(document, "x", "y"), lambda: personas.set_label(document, "x", name="y"),
    ):
        with refused(document, "unknown-record"):
            change()
