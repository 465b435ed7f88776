"""Rule files and records: what is read, what is refused and by which name."""

from __future__ import annotations

from typing import Any

import pytest

from fusenapp.domain.definition import (
    Clause,
    Definition,
    Group,
    Include,
    all_from_snapshot,
    canonical,
    clauses,
    definition_fields,
    fields,
    from_snapshot,
    includes,
    parse_rule,
    record_id,
    to_json,
    to_records,
    walk,
)
from fusenapp.domain.schema import KINDS
from fusenapp.domain.snapshot import Snapshot
from fusenapp.errors import InputError

HOT: dict[str, Any] = {
    "id": "g1", "match": "all", "clauses": [
        {"id": "t", "ref": "target"},
        {"id": "c2", "field": "比較社数", "operator": "between", "value": [2, 3]},
        {"id": "g2", "match": "any", "clauses": [
            {"id": "c3", "field": "トライアル申込", "operator": "is-true"},
            {"id": "c4", "field": "見積依頼", "operator": "is-true", "known_at_handover": False}]}]}


def clause(**changes: Any) -> dict[str, Any]:
    return {"id": "c1", "field": "従業員数", "operator": ">=", "value": 100} | changes


def group(*members: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"id": "g1", "match": "all", "clauses": list(members)} | changes


def refused(data: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        parse_rule(data, "target")
    return caught.value


def snapshot_of(*definitions: Definition, **records: dict[str, dict[str, Any]]) -> Snapshot:
    found: dict[str, dict[str, dict[str, Any]]] = {"definitions": {}, "groups": {}, "clauses": {}}
    for definition in definitions:
        found["definitions"][definition.id] = {"id": definition.id, **definition_fields(definition)}
        for member in to_records(definition):
            found[member.kind][member.id] = {"id": member.id, **member.fields}
    for kind, more in records.items():
        found[kind] |= more
    return Snapshot(found)


class TestReadingARuleFile:
    def test_groups_clauses_and_inclusions_come_out_in_reading_order(self) -> None:
        definition = parse_rule(HOT, "hot-lead")
        assert [member.id for member in walk(definition.root)] == ["g1", "t", "c2", "g2", "c3", "c4"]
        assert includes(definition) == ["target"]
        assert fields(definition) == ["比較社数", "トライアル申込", "見積依頼"]
        assert [c.known_at_handover for c in clauses(definition)] == [True, True, False]

    def test_the_joint_definition_is_named_after_its_rule_and_a_draft_by_its_own_id(self) -> None:
        assert parse_rule(group(), "target").id == "target"
        draft = parse_rule(group(), "target", id="target.marketing", department="marketing")
        assert (draft.id, draft.rule, draft.department) == ("target.marketing", "target", "marketing")

    def test_at_least_n_is_kept_as_the_number(self) -> None:
        definition = parse_rule(group(clause(id="a"), clause(id="b"), match={"at-least": 2}), "target")
        assert definition.root.match == 2
        assert to_json(definition)["match"] == {"at-least": 2}

    def test_clauses_without_id_are_numbered_around_the_ids_in_use(self) -> None:
        unnamed = {"field": "業種", "operator": "not-blank"}
        definition = parse_rule(group(unnamed, clause(id="c1"), unnamed), "target")
        assert [c.id for c in clauses(definition)] == ["c2", "c1", "c3"]

    def test_two_levels_of_groups_below_the_root_are_allowed(self) -> None:
        deep = group(group(group(clause(), id="g3"), id="g2"))
        assert len(list(walk(parse_rule(deep, "target").root))) == 4

    @pytest.mark.parametrize(("value", "kept"), [
        (30, {"days": 30}), ({"days": 30, "of": "登録日"}, {"days": 30, "of": "登録日"})])
    def test_days_may_count_to_another_column(self, value: Any, kept: Any) -> None:
        definition = parse_rule(group(clause(operator="within-days", value=value)), "target")
        assert clauses(definition)[0].value == kept
        assert to_json(definition)["clauses"][0]["value"] == value

    def test_a_definition_reads_the_columns_that_its_values_name_too(self) -> None:
        trend = clause(id="a", operator="increased", value={"than": "前年の売上高"})
        recent = clause(id="b", field="訪問日", operator="within-days", value={"days": 3, "of": "登録日"})
        assert fields(parse_rule(group(trend, recent), "target")) == ["従業員数", "前年の売上高", "訪問日", "登録日"]


class TestRefusing:
    @pytest.mark.parametrize(("data", "code", "where"), [
        ([], "bad-rule", ""),
        ({"id": "g1", "match": "all"}, "bad-rule", "g1"),
        (group("nonsense"), "bad-rule", "g1"),  # type: ignore[arg-type]
        (group(clause(field="")), "bad-rule", "c1"),
        (group(clause(kind="optional")), "bad-rule", "c1"),
        (group(clause(muted="yes")), "bad-rule", "c1"),
        (group(clause(kind="points")), "bad-rule", "c1"),
        (group(clause(half_life_days=0, kind="points", points=5)), "bad-rule", "c1"),
        (group(clause(operater=">=")), "unknown-key", "c1"),
        (group(clause(operator="~")), "unknown-operator", "c1"),
        (group(clause(operator=None)), "unknown-operator", "c1"),
        (group(match="most"), "bad-match", "g1"),
        (group(clause(), match={"at-least": 2}), "bad-match", "g1"),
        (group(clause(), match={"at-least": 0}), "bad-match", "g1"),
        (group(clause(), clause()), "duplicate-id", "c1"),
        (group(group(group(group(clause(), id="g4"), id="g3"), id="g2")), "too-deep", "g4"),
        (group(clause(kind="points", points=5)), "threshold-missing", "g1"),
        (group(clause(kind="points", points=5), threshold={"fitness": 5}), "bad-value", "g1"),
    ])
    def test_every_mistake_has_its_code_and_the_id_of_its_place(self, data: Any, code: str, where: str) -> None:
        error = refused(data)
        assert (error.code, error.where) == (code, where)

    @pytest.mark.parametrize(("operator", "value"), [
        ("=", None), ("=", [1]), ("=", " "), (">=", True), (">=", ""), ("between", [1]), ("between", [3, 2]), ("between", [1, "2"]),
        ("one-of", []), ("one-of", "製造業"), ("contains", ""), ("is-blank", 1), ("within-days", -1), ("within-days", 1.5),
        ("within-days", {"days": 3, "from": "登録日"}), ("increased", 5), ("increased", {"than": "a", "tolerance": -1}),
        (">=", float("nan")),
    ])
    def test_a_value_that_does_not_suit_the_operator_is_named_with_its_field(self, operator: str, value: Any) -> None:
        error = refused(group(clause(operator=operator, value=value)))
        assert error.code == "bad-value"
        assert error.parameters["field"] == "従業員数"
        assert error.parameters["operator"] == operator

    def test_an_endlessly_nested_file_is_refused_and_not_followed(self) -> None:
        data: dict[str, Any] = group(clause())
        for _ in range(5000):
            data = {"match": "all", "clauses": [data]}
        assert refused(data).code == "too-deep"


class TestWriting:
    def test_what_is_written_reads_as_the_same_definition(self) -> None:
        definition = parse_rule(HOT, "hot-lead")
        assert to_json(definition) == HOT
        assert parse_rule(to_json(definition), "hot-lead") == definition

    def test_the_canonical_text_ignores_key_order_and_how_numbers_are_written(self) -> None:
        one = parse_rule({"clauses": [{"value": 100.0, "operator": ">=", "field": "従業員数", "id": "c1"}], "id": "g1"}, "target")
        other = parse_rule(group(clause()), "target")
        assert canonical(one) == canonical(other)
        assert canonical(one) != canonical(parse_rule(group(clause(value=101)), "target"))


class TestRecords:
    def test_records_have_only_fields_of_the_schema(self) -> None:
        points = clause(kind="points", points=5, axis="interest", half_life_days=30, half_life_from="訪問日", evidence={"kpi": ["n1"]})
        for member in to_records(parse_rule(group(points, threshold=5), "target")):
            assert all(KINDS[member.kind].field_of(name) for name in member.fields), member

    def test_two_definitions_with_the_same_clause_ids_live_side_by_side(self) -> None:
        target, hot = parse_rule(group(clause()), "target"), parse_rule(group(clause(value=500)), "hot-lead")
        found = all_from_snapshot(snapshot_of(target, hot))
        assert found == {"target": target, "hot-lead": hot}
        assert [c.record for c in clauses(found["hot-lead"])] == [record_id("hot-lead", "c1")]

    def test_clauses_and_groups_share_one_order(self) -> None:
        mixed = group(clause(id="a"), group(clause(id="b"), id="g2"), clause(id="c"))
        found = from_snapshot(snapshot_of(parse_rule(mixed, "target")), "target")
        assert found is not None
        assert [member.id for member in found.root.members] == ["a", "g2", "c"]

    def test_a_clause_made_in_the_window_keeps_its_own_id(self) -> None:
        new = {"id": "k3x", "definition": "target", "parent": "target:g1", "order": "b0z", "field": "業種", "operator": "is-blank"}
        found = from_snapshot(snapshot_of(parse_rule(group(clause()), "target"), clauses={"k3x": new}), "target")
        assert found is not None
        assert [c.id for c in clauses(found)] == ["c1", "k3x"]

    def test_a_half_filled_clause_is_read_as_it_is(self) -> None:
        new = {"id": "n", "definition": "target", "parent": "target:g1", "order": "b9z", "field": "業種", "operator": "one-of"}
        found = from_snapshot(snapshot_of(parse_rule(group(), "target"), clauses={"n": new}), "target")
        assert found is not None
        assert clauses(found)[0].value is None

    def test_groups_that_two_people_moved_into_each_other_do_not_hang_the_reader(self) -> None:
        place = {"definition": "target", "order": "b05"}
        loop = {"x": {"id": "x", "parent": "y", **place}, "y": {"id": "y", "parent": "x", **place}}
        under_root = {"z": {"id": "z", "parent": "target:g1", **place}}
        found = from_snapshot(snapshot_of(parse_rule(group(), "target"), groups=loop | under_root), "target")
        assert found is not None
        assert [member.id for member in walk(found.root)] == ["g1", "z"]

    def test_there_is_no_definition_where_none_was_written(self) -> None:
        assert from_snapshot(Snapshot({}), "target") is None

    def test_a_definition_without_its_root_group_has_no_conditions(self) -> None:
        found = from_snapshot(Snapshot({"definitions": {"target": {"id": "target", "root": "gone"}}}), "target")
        assert found == Definition(id="target", rule="target", root=Group(id="gone"))


def test_an_inclusion_and_a_clause_are_told_apart_by_their_type() -> None:
    members = parse_rule(HOT, "hot-lead").root.members
    assert isinstance(members[0], Include)
    assert isinstance(members[1], Clause)
