"""Reading a source again shows what would come before it is taken, and leaves everything else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from fusenapp.editing import datasets
from fusenapp.errors import EnvironmentFault, InputError
from fusenapp.flows import importing, joining, refreshing, taking
from fusenapp.tables import ColumnRecipe, Recipe
from tests.unit.export.making import Company

LEADS = "リードID,会社名,従業員数,登録日\nL1,A社,100,2026-04-01\nL2,B社,200,2026-04-02\nL3,C社,300,2026-04-03\n"
LATER = "リードID,会社名,従業員数,登録日\nL2,B社,250,2026-04-02\nL3,C社,300,2026-04-03\nL4,D社,400,2026-05-01\nL5,E社,500,2026-05-02\n"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return Company(tmp_path, data=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text(LEADS, encoding="utf-8")
    return path


@pytest.fixture
def id(company: Company, source: Path) -> str:
    prepared = importing.prepare(source, "leads", recipe=Recipe(columns={"リードID": ColumnRecipe(type="text")}))
    return importing.commit(company.document, company._put, company.blobs.__getitem__, prepared).dataset


def look(company: Company, id: str, path: Path | None = None, key: str | None = None) -> refreshing.Refresh:
    return refreshing.look(company.document.snapshot(), company.blobs.__getitem__, id, path, key=key)


def take(company: Company, refresh: refreshing.Refresh) -> importing.ImportReport:
    return refreshing.take(company.document, company._put, company.blobs.__getitem__, refresh)


def test_what_would_come_is_shown_with_what_was_and_what_is_now(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    found = look(company, id)
    assert (found.comparison.key, found.counts) == ("リードID", (2, 1, 1, 1))
    (changed,) = found.row_changes()
    assert (changed.key, changed.row, changed.fields) == ("L2", 2, (("従業員数", 200, 250),))
    assert company.document.snapshot().value("datasets", id, "rows") == 3, "looking changes nothing"


def test_the_same_file_brings_nothing(company: Company, id: str) -> None:
    assert not look(company, id).brings_something


def test_taking_it_is_one_step_and_keeps_what_the_user_settled(company: Company, id: str, source: Path) -> None:
    datasets.rename_dataset(company.document, id, "展示会のリード")
    datasets.set_meanings(company.document, id, {"company": "会社名", "won": "登録日"})
    with company.document.edit("") as edit:
        edit.set("datasets", id, as_of="2026-04")
    source.write_text(LATER, encoding="utf-8")
    report = take(company, look(company, id))
    record = company.document.get("datasets", id)
    assert record is not None
    assert (report.dataset, record["name"], record["rows"]) == (id, "展示会のリード", 4)
    assert record["meanings"] == {"company": "会社名", "won": "登録日"}
    company.document.undo()
    assert company.document.snapshot().value("datasets", id, "rows") == 3


def test_another_file_may_take_the_place_of_the_source(company: Company, id: str, tmp_path: Path) -> None:
    other = tmp_path / "leads_05.csv"
    other.write_text(LATER, encoding="utf-8")
    take(company, look(company, id, other))
    assert company.document.snapshot().value("datasets", id, "source") == str(other)
    assert len(company.document.snapshot().all("datasets")) == 1


def test_a_chosen_key_is_kept_for_the_next_time(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER.replace("L", "M"), encoding="utf-8")
    assert look(company, id).counts == (4, 0, 3, 0), "every id is another one"
    found = look(company, id, key="会社名")
    assert found.counts == (2, 2, 1, 0)
    assert found.keys[:2] == ["リードID", "会社名"]
    take(company, found)
    assert look(company, id).comparison.key == "会社名"


def test_another_key_needs_no_second_reading(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER.replace("L", "M"), encoding="utf-8")
    found = look(company, id)
    source.unlink()
    again = refreshing.with_key(found, refreshing.record_of(company.document.snapshot(), id), "会社名", company.blobs.__getitem__)
    assert again.counts == (2, 2, 1, 0)


def test_keys_that_stand_twice_are_listed(company: Company, id: str, source: Path) -> None:
    source.write_text(LATER + "L5,E社,500,2026-05-02\n", encoding="utf-8")
    assert look(company, id).comparison.repeated_keys == ("L5",)


def test_a_renamed_column_is_followed_and_asks_for_a_look(company: Company, id: str, source: Path) -> None:
    source.write_text(LEADS.replace("会社名", "企業名"), encoding="utf-8")
    found = look(company, id)
    assert (found.counts, [c.code for c in found.changes], found.needs_a_look) == ((0, 0, 0, 3), ["column-renamed"], True)
    take(company, found)
    assert company.document.snapshot().value("datasets", id, "meanings")["company"] == "企業名"


def test_a_list_that_lost_most_of_its_rows_asks_for_a_look(company: Company, id: str, source: Path) -> None:
    source.write_text("\n".join(LEADS.splitlines()[:2]) + "\n", encoding="utf-8")
    assert look(company, id).needs_a_look


def test_a_source_that_went_away_or_a_list_that_is_gone_is_refused(company: Company, id: str, source: Path) -> None:
    source.unlink()
    with pytest.raises(InputError, match="not-found"):
        look(company, id)
    with pytest.raises(InputError, match="unknown-dataset"):
        look(company, "away")


def test_a_file_that_is_locked_says_so_calmly(source: Path) -> None:
    fault = refreshing.fault_of(PermissionError(13, "locked"), source)
    assert isinstance(fault, EnvironmentFault)
    assert fault.code == "file-in-use"


def test_the_source_is_only_read(company: Company, id: str, source: Path) -> None:
    source.chmod(0o444)
    before = source.stat()
    look(company, id)
    after = source.stat()
    assert (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)


SALES = "案件ID,取引先名,引渡日,営業の受領\nP1,A社,2026-04-10,受領\nP2,C社,2026-04-12,却下\nP3,D社,2026-05-12,受領\n"


@pytest.fixture
def joined(company: Company, id: str, tmp_path: Path) -> str:
    """The list, joined with its outcomes; the id of the outcomes."""
    (tmp_path / "sfa.csv").write_text(SALES, encoding="utf-8")
    prepared = importing.prepare(tmp_path / "sfa.csv", "outcomes")
    outcomes = importing.commit(company.document, company._put, company.blobs.__getitem__, prepared).dataset
    plan = joining.plan(company.blobs.__getitem__, company.document.snapshot(), id, outcomes)
    joining.commit(company.document, company._put, joining.joined(plan, joining.matched(plan, {})))
    return outcomes


def accepted(company: Company, id: str) -> list[object]:
    return company.figures.dataset(company.document.snapshot(), id).values("営業の受領").to_pylist()


def test_a_joined_list_is_joined_again_in_the_same_step(company: Company, id: str, joined: str, source: Path) -> None:
    assert accepted(company, id) == ["受領", None, "却下"]
    label = company.document.undo_label
    source.write_text(LATER, encoding="utf-8")
    take(company, look(company, id))
    assert accepted(company, id) == [None, "却下", "受領", None]
    assert joining.stale(company.document.snapshot()) == []
    company.document.undo()
    assert (accepted(company, id), company.document.undo_label) == (["受領", None, "却下"], label)
    company.document.redo()
    assert accepted(company, id) == [None, "却下", "受領", None]


def test_new_outcomes_are_joined_in_the_same_step(company: Company, id: str, joined: str, tmp_path: Path) -> None:
    (tmp_path / "sfa.csv").write_text(SALES.replace("A社", "B社"), encoding="utf-8")
    take(company, look(company, joined))
    assert accepted(company, id) == [None, "受領", "却下"]
    company.document.undo()
    assert accepted(company, id) == ["受領", None, "却下"]
    assert joining.stale(company.document.snapshot()) == []


def test_a_join_is_left_for_later_where_the_other_list_came_anew_meanwhile(company: Company, id: str, joined: str, source: Path,
                                                                            tmp_path: Path) -> None:
    source.write_text(LATER, encoding="utf-8")
    told = refreshing.ready(company.document.snapshot(), company.blobs.__getitem__, look(company, id))
    (tmp_path / "sfa.csv").write_text(SALES.replace("A社", "B社"), encoding="utf-8")
    take(company, look(company, joined))
    taking.take(company.document, company._put, company.blobs.__getitem__, told)
    (stale,) = joining.stale(company.document.snapshot())
    assert stale["id"] == id
    joining.renew(company.document, company._put, company.blobs.__getitem__)
    assert accepted(company, id) == ["受領", "却下", "受領", None]


def test_a_list_that_can_no_longer_be_joined_is_refreshed_all_the_same(company: Company, id: str, joined: str, source: Path) -> None:
    source.write_text(LATER.replace("会社名", "メモ").replace("社", "の件"), encoding="utf-8")
    take(company, look(company, id))
    assert company.document.snapshot().value("datasets", id, "rows") == 4


def test_a_file_that_is_no_table_any_more_is_told_by_its_own_name_and_place(company: Company, id: str, tmp_path: Path) -> None:
    photo = tmp_path / "写真.xlsx"
    photo.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)
    with pytest.raises(InputError) as found:
        look(company, id, photo)
    assert found.value.where == str(photo), "not the copy that was read"
