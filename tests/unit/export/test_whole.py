"""A file is replaced only by one that is complete, whichever flow writes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fusenapp.errors import EnvironmentFault
from fusenapp.export.whole import whole


def test_what_was_there_stays_until_the_new_file_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "leads.csv"
    out.write_text("old")
    with whole(out) as draft:
        Path(draft).write_text("new")
        assert out.read_text() == "old"
    assert out.read_text() == "new"
    assert os.listdir(tmp_path) == ["leads.csv"]


def test_a_failure_in_between_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    out = tmp_path / "leads.csv"
    out.write_text("old")
    with pytest.raises(LookupError), whole(out) as draft:
        Path(draft).write_text("half", encoding=str(len("no encoding")))
    assert out.read_text() == "old"
    assert os.listdir(tmp_path) == ["leads.csv"]


def test_a_folder_that_is_gone_and_a_name_that_is_a_folder_are_told_with_the_path(tmp_path: Path) -> None:
    for out in (tmp_path / "gone" / "leads.csv", tmp_path):
        with pytest.raises(EnvironmentFault) as error, whole(out) as draft:
            Path(draft).write_text("new")
        assert (error.value.code, error.value.where) == ("cannot-write", str(out))
        assert error.value.parameters["reason"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_what_is_no_file_is_written_to_and_never_replaced() -> None:
    with whole(Path("/dev/null")) as draft:
        Path(draft).write_text("new")
    assert not Path("/dev/null").is_file()


def test_an_empty_draft_is_no_file_where_the_writer_tells_no_failures(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    out.write_text("old")
    with pytest.raises(EnvironmentFault), whole(out, quiet=True):
        pass
    assert out.read_text() == "old"
    with whole(out, quiet=True) as draft:
        Path(draft).write_bytes(b"%PDF new")
    assert out.read_bytes() == b"%PDF new"
