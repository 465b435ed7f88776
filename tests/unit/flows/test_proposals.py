"""An edited copy of the agreement workbook read back: what differs is proposed, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fusenapp import i18n
from fusenapp.domain import definition
from fusenapp.domain.proposal import CONDITION, Proposal, Proposals
from fusenapp.domain.workbook_fields import ID
from fusenapp.editing import definitions, handover, terms
from fusenapp.errors import InputError
from fusenapp.export import judging
from fusenapp.flows import proposals
from tests.unit.export.making import Company

T1, T3, T4 = (definition.record_id("target", id) for id in ("T1", "T3", "T4"))


@pytest.fixture(scope="module", autouse=True)
def few_rows() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "ROWS", 3)
        yield


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


class Copy:
    """An exported workbook that somebody edits."""

    def __init__(self, company: Company, *, agreed_only: bool = False) -> None:
        self.company = company
        self.path = company.write(agreed_only=agreed_only)
        self.book = openpyxl.load_workbook(self.path)

    def cell(self, sheet: str, id: str, field: str) -> Any:
        """The cell of a field, found as the reader finds it: by the hidden row and column."""
        page = self.book[sheet]
        for head in page.iter_rows():
            columns = {c.value: c.column for c in head if isinstance(c.value, str)}
            if ID in columns and field in columns:
                row = next(r for r in range(head[0].row, page.max_row + 1) if page.cell(r, columns[ID]).value == id)
                return page.cell(row, columns[field])
        raise KeyError(field)

    def fact(self, id: str) -> Any:
        """The value cell of a row with one field."""
        for page in self.book.worksheets:
            for row in page.iter_rows():
                if any(c.value == id for c in row):
                    return next(c for c in row[1:] if c.value is not None)
        raise KeyError(id)

    def read(self, **more: Any) -> Proposals:
        """Save it and read it back."""
        self.book.save(self.path)
        return proposals.read(self.path, self.company.document.snapshot(), **more)


def _told(found: Proposals) -> list[tuple[str, str, Any, Any]]:
    return [(p.id, p.field, p.was, p.now) for p in found.items]


# --- unchanged


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_unchanged_copy_proposes_nothing(language: str, company: Company) -> None:
    i18n.set_language(language)
    copy = Copy(company)
    for found in (proposals.read(copy.path, company.document.snapshot()), copy.read()):
        assert (found.items, found.unreadable) == ((), ())


def test_what_changed_in_the_workspace_alone_is_no_proposal(company: Company) -> None:
    copy = Copy(company)
    terms.write_agreed(company.document, "term-lead", "言い直した")
    terms.delete_term(company.document, "term-mql")
    terms.add_term(company.document, "新語")
    assert copy.read().items == ()


def test_sorting_moving_columns_and_renaming_sheets_is_no_edit_of_any_field(company: Company) -> None:
    copy = Copy(company)
    page = copy.book["用語"]
    rows = [[c.value for c in row] for row in page.iter_rows(min_row=5)]
    for at, values in enumerate(reversed(rows), 5):
        for column, value in enumerate(values, 1):
            page.cell(at, column, value)
    page.insert_cols(3)
    page.insert_rows(6)
    page.title = "ことば"
    found = copy.read()
    assert (found.items, found.unreadable) == ((), ())


# --- every field


def _everything(copy: Copy) -> list[tuple[str, str, Any, Any]]:
    """Edits every field that may be edited; what should be proposed, in the order of the sheets."""
    snapshot = copy.company.document.snapshot()
    expected: list[tuple[str, str, Any, Any]] = []

    def edit(sheet: str, kind: str, id: str, field: str, cell: Any, now: Any = None) -> None:
        copy.cell(sheet, f"{kind}/{id}", field).value = cell
        expected.append((id, field, snapshot.value(kind, id, field), cell if now is None else now))

    for field, text in (("name", "見込み客"), ("english", "Prospect"), ("agreed", "=1+1 ではない\n二行目"), ("test", "@30日以内"),
                        ("wording.marketing", "-5"), ("wording.field-sales", "会った相手")):
        edit("用語", "terms", "term-lead", field, text)
        if text.startswith("="):
            copy.cell("用語", "terms/term-lead", field).data_type = "s"
    for field, cell, now in (("field", "産業", None), ("value", "製造業、\"運輸、倉庫\"", ["製造業", "運輸、倉庫"]), ("kind", "加点", "points"), ("points", 5, None),
                             ("department", "インサイドセールス", "inside-sales"), ("known_at_handover", "いいえ", False), ("muted", "休止", True),
                             ("comment", "要相談", None)):
        edit("ターゲット", "clauses", T1, field, cell, now)
    for field, cell, now in (("code", "R10", None), ("name", "競合", None), ("destination", "除外", None), ("owner", "FS", "field-sales"),
                             ("deadline_days", "１４", 14), ("clause", "T1", None)):
        edit("引き渡し", "reasons", "reason-R3", field, cell, now)
    for field, cell, now in (("first_contact_hours", 12, 12), ("feedback_hours", "48", 48), ("attempts", 3, 3),
                             ("required_fields", "会社名、業種", ["会社名", "業種"]), ("recycling", "半年後", "半年後")):
        copy.fact(f"@handover/handover/{field}").value = cell
        expected.append(("handover", field, snapshot.value("handover", "handover", field), now))
    return expected


def test_every_field_that_was_edited_is_proposed_and_nothing_else(company: Company) -> None:
    handover.write_recycling(company.document, "すぐに戻す")
    handover.set_required_fields(company.document, ["会社名"])
    copy = Copy(company)
    expected = _everything(copy)
    found = copy.read()
    assert found.unreadable == ()
    assert sorted(_told(found), key=str) == sorted(expected, key=str)
    assert not found.conflicts
    before = company.document.snapshot()
    assert before.value("terms", "term-lead", "name") == "リード", "nothing is overwritten by reading"
    assert proposals.accept(company.document, found, found.items) == len(expected)
    after = company.document.snapshot()
    assert {(p.id, p.field): after.value(p.kind, p.id, p.field) for p in found.items} == {(id, field): now for id, field, _, now in expected}
    assert copy.read().items == (), "what was taken over is proposed no more"
    assert company.document.undo().label == "out.xlsxの提案を反映"
    assert company.document.snapshot().records == before.records


def test_a_new_operator_is_one_proposal_together_with_its_value(company: Company) -> None:
    copy = Copy(company)
    copy.cell("ターゲット", f"clauses/{T3}", "operator").value = "≧"
    copy.cell("ターゲット", f"clauses/{T3}", "value").value = 300
    found = copy.read()
    assert _told(found) == [(T3, CONDITION, {"operator": "between", "value": [100, 1000]}, {"operator": ">=", "value": 300})]
    assert found.items[0].texts[:2] == ("範囲 100 – 1000", "≧ 300")
    proposals.accept(company.document, found, found.items)
    record = company.document.get("clauses", T3)
    assert record
    assert (record["operator"], record["value"]) == (">=", 300)


# --- rows


def _append(page: Worksheet, values: dict[str, Any]) -> None:
    head = next(row for row in page.iter_rows() if any(c.value == ID for c in row) and any(c.value in values for c in row))
    columns = {c.value: c.column for c in head}
    at = page.max_row + 1
    for field, value in values.items():
        page.cell(at, columns[field], value)


def test_a_new_row_is_proposed_as_a_new_record_once(company: Company) -> None:
    copy = Copy(company)
    _append(copy.book["用語"], {"name": "失注", "agreed": "見送りになった商談"})
    _append(copy.book["ターゲット"], {"field": "資本金", "operator": "≧", "value": 5000, "kind": "必須"})
    found = copy.read()
    assert [(p.action, p.kind, p.now) for p in found.items] == [
        ("add", "terms", {"name": "失注", "agreed": "見送りになった商談"}),
        ("add", "clauses", {"field": "資本金", "kind": "required", "operator": ">=", "value": 5000})]
    proposals.accept(company.document, found, found.items)
    rule = definition.from_snapshot(company.document.snapshot(), "target")
    assert rule
    assert [c.field for c in definition.clauses(rule)] == ["業種", "従業員数", "流入経路", "資本金"]
    assert copy.read().items == ()


def test_a_copied_row_is_a_new_record_although_it_brings_the_id_along(company: Company) -> None:
    copy = Copy(company)
    page = copy.book["用語"]
    model = [c.value for c in page[5]]
    page.append(["別の用語", *model[1:]])
    found = copy.read()
    assert [(p.action, p.now["name"]) for p in found.items] == [("add", "別の用語")]


def test_a_deleted_row_is_proposed_as_a_removal_and_a_deleted_sheet_is_not(company: Company) -> None:
    copy = Copy(company)
    copy.book["用語"].delete_rows(copy.cell("用語", "terms/term-mql", "name").row)
    del copy.book["引き渡し"]
    found = copy.read()
    assert [(p.action, p.kind, p.id) for p in found.items] == [("remove", "terms", "term-mql")]
    assert {u.reason for u in found.unreadable} == {"sheet-missing", "row-missing"}
    proposals.accept(company.document, found, found.items)
    assert company.document.get("terms", "term-mql") is None or company.document.snapshot().get("terms", "term-mql") is None
    assert copy.read().items == ()


# --- conflicts


def test_a_field_that_was_changed_in_the_workspace_too_is_a_conflict_with_all_three(company: Company) -> None:
    copy = Copy(company)
    copy.cell("用語", "terms/term-lead", "agreed").value = "彼らの言い方"
    copy.cell("用語", "terms/term-lead", "test").value = "同じ"
    definitions.change_clause(company.document, T3, value=[200, 1000])
    copy.cell("ターゲット", f"clauses/{T3}", "value").value = "300 – 1000"
    was = company.document.snapshot().value("terms", "term-lead", "agreed")
    terms.write_agreed(company.document, "term-lead", "私たちの言い方")
    terms.write_test(company.document, "term-lead", "同じ")
    found = copy.read()
    assert [(p.id, p.was, p.now, p.current, p.conflict) for p in found.items] == [
        ("term-lead", was, "彼らの言い方", "私たちの言い方", True), (T3, [100, 1000], [300, 1000], [200, 1000], True)]
    assert found.clear == ()
    proposals.accept(company.document, found, found.conflicts[:1])
    assert company.document.snapshot().value("terms", "term-lead", "agreed") == "彼らの言い方"


def test_a_record_that_was_deleted_meanwhile_is_a_conflict_and_comes_back_when_accepted(company: Company) -> None:
    copy = Copy(company)
    copy.cell("用語", "terms/term-lead", "agreed").value = "言い方"
    terms.delete_term(company.document, "term-lead")
    found = copy.read()
    assert [(p.conflict, p.current) for p in found.items] == [(True, None)]
    proposals.accept(company.document, found, found.items)
    assert company.document.snapshot().value("terms", "term-lead", "agreed") == "言い方"


def test_accepting_what_cannot_be_any_more_changes_nothing(company: Company) -> None:
    copy = Copy(company)
    copy.cell("用語", "terms/term-lead", "agreed").value = "言い方"
    copy.cell("ターゲット", f"clauses/{T3}", "value").value = "300 – 1000"
    found = copy.read()
    definitions.change_clause(company.document, T3, operator=">=", value=5)
    before = company.document.snapshot().records
    with pytest.raises(InputError, match="bad-value"):
        proposals.accept(company.document, found, found.items)
    assert company.document.snapshot().records == before


# --- unreadable


@pytest.mark.parametrize(("edit", "reason"), [
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "value"), "value", "たくさん"), "value-unfit"),
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "operator"), "value", "だいたい"), "operator-unknown"),
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "kind"), "value", "できれば"), "kind-unknown"),
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "points"), "value", "五点"), "number-needed"),
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "department"), "value", "経理"), "department-unknown"),
    (lambda c: setattr(c.cell("ターゲット", f"clauses/{T3}", "known_at_handover"), "value", "たぶん"), "yes-or-no"),
    (lambda c: setattr(c.cell("用語", "terms/term-lead", "name"), "value", None), "empty"),
    (lambda c: setattr(c.fact("@handover/handover/attempts"), "value", 0), "positive-needed"),
    (lambda c: setattr(c.book["ターゲット"]["A4"], "value", "すべてのリード"), "not-editable"),
    (lambda c: setattr(c.book["表紙"]["B24"], "value", "戸田"), "not-editable"),
    (lambda c: setattr(c.book["KPIツリー"]["H9"], "value", 987654), "not-editable"),
])
def test_an_edit_that_cannot_be_read_is_listed_with_its_place(edit: Callable[[Copy], None], reason: str, company: Company) -> None:
    copy = Copy(company)
    edit(copy)
    found = copy.read()
    assert found.items == ()
    assert [u.reason for u in found.unreadable] == [reason]
    assert " › " in found.unreadable[0].place
    assert proposals.reason_words(reason) != reason


# --- files


def test_a_workbook_of_others_is_refused(company: Company, tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    openpyxl.Workbook().save(path)
    assert not proposals.is_agreement(path)
    with pytest.raises(InputError, match="not-an-agreement"):
        proposals.read(path, company.document.snapshot())
    copy = Copy(company)
    assert proposals.is_agreement(copy.path)
    assert copy.read(workspace="ours").items == ()
    with pytest.raises(InputError, match="other-agreement"):
        copy.read(workspace="another")
    copy.book["_fusen"]["A3"].value = "[]"
    with pytest.raises(InputError, match="damaged-agreement"):
        copy.read()


def test_the_command_line_gets_items_fields_and_conflicts(company: Company) -> None:
    copy = Copy(company)
    copy.cell("ターゲット", f"clauses/{T4}", "value").value = "紹介"
    told = proposals.to_json(company.document.snapshot(), copy.read())
    assert [(p["item"], p["record"], p["field"], p["was"], p["now"], p["conflict"]) for p in told["proposals"]] == [
        ("definitions/target", f"clauses/{T4}", "value", "展示会", "紹介", False)]


def test_proposals_are_frozen_values() -> None:
    proposal = Proposal("change", "terms", "a", "name", "x", "y", "x", False, "用語 › A5")
    found = Proposals("a.xlsx", "2026-11-22T00:00:00+09:00", (proposal,))
    assert (found.clear, found.conflicts) == ((proposal,), ())
