"""The workspace as a whole: name, fiscal year, as-of month, departments."""

from __future__ import annotations

import pytest

from fusenapp.editing import workspace
from tests.unit.editing.people import b2b, refused


def test_name_and_line_under_it_are_changed_apart() -> None:
    document = b2b()
    workspace.rename(document, subtitle="2026年度")
    workspace.rename(document, "新しい名前")
    record = document.get("workspace", "workspace")
    assert record is not None
    assert (record["name"], record["subtitle"], document.undo_label) == ("新しい名前", "2026年度", "ワークスペースの名前の変更")


@pytest.mark.parametrize("month", [0, 13])
def test_a_year_begins_in_one_of_twelve_months(month: int) -> None:
    document = b2b()
    workspace.set_fiscal_start(document, 1)
    with refused(document, "bad-value"):
        workspace.set_fiscal_start(document, month)
    assert document.snapshot().value("workspace", "workspace", "fiscal_start") == 1


def test_the_as_of_month_is_a_month_or_follows_the_data() -> None:
    document = b2b()
    workspace.set_as_of(document, "2026-11")
    for wrong in ("2026-13", "2026/11", "11月"):
        with refused(document, "bad-value"):
            workspace.set_as_of(document, wrong)
    workspace.set_as_of(document, "")
    assert document.snapshot().value("workspace", "workspace", "as_of") == ""


def test_a_new_department_gets_the_next_free_shape() -> None:
    document = b2b()
    id = workspace.add_department(document, "カスタマーサクセス")
    record = document.get("departments", id)
    assert record is not None
    assert (record["shape"], record["short"], document.snapshot().all("departments")[-1]["id"]) == ("diamond", "カスタ", id)


def test_there_are_two_to_six_departments() -> None:
    document = b2b()
    for name in ("四", "五", "六"):
        workspace.add_department(document, name)
    with refused(document, "too-many-departments"):
        workspace.add_department(document, "七")
    for department in document.snapshot().all("departments")[2:]:
        workspace.delete_department(document, department["id"])
    with refused(document, "too-few-departments"):
        workspace.delete_department(document, "marketing")


def test_a_deleted_department_comes_back_with_undo() -> None:
    document = b2b()
    workspace.rename_department(document, "marketing", "企画", "企")
    workspace.delete_department(document, "marketing")
    assert document.undo_label == "部門の削除"
    document.undo()
    assert document.snapshot().value("departments", "marketing", "name") == "企画"


def test_a_department_that_is_not_there_is_refused() -> None:
    document = b2b()
    for change in (lambda: workspace.rename_department(document, "finance", "経理", "経"), lambda: workspace.delete_department(document, "finance")):
        with refused(document, "unknown-record"):
            change()
