"""Settings read as their default when missing or wrong, and are on disk when set."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from fusenapp.errors import EnvironmentFault
from fusenapp.settings import TABLE, Settings, system_language


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "設定 1" / "settings.json"


def test_every_default_of_the_table_is_a_value_that_it_accepts(path: Path) -> None:
    assert [row.name for row in TABLE if not row.accepts(row.default)] == []
    assert {row.name: Settings(path).get(row.name) for row in TABLE} == {row.name: row.default for row in TABLE}


def test_a_setting_survives_the_program(path: Path) -> None:
    Settings(path).set("person", "髙橋 花子")
    assert Settings(path).get("person") == "髙橋 花子"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_what_another_window_saved_stays(path: Path) -> None:
    first, second = Settings(path), Settings(path)
    first.set("theme", "dark")
    second.set("scale", 150)
    assert (Settings(path).get("theme"), Settings(path).get("scale")) == ("dark", 150)


@pytest.mark.parametrize(
    ("name", "value"), [("scale", 90), ("scale", 201), ("scale", True), ("scale", "100"), ("language", "fr"), ("person", None)]
)
def test_a_wrong_value_is_refused_and_reads_as_the_default(path: Path, name: str, value: object) -> None:
    settings = Settings(path)
    with pytest.raises(ValueError, match=name):
        settings.set(name, value)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({name: value}), encoding="utf-8")
    assert Settings(path).get(name) == next(row.default for row in TABLE if row.name == name)


@pytest.mark.parametrize("content", [b"{not json", b"[1, 2]", b"\xff\xfe\x00"])
def test_a_broken_file_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("theme") == "system"
    settings.set("theme", "light")
    assert [kept.read_bytes() for kept in path.parent.glob("settings-broken-*.json")] == [content]


def test_names_of_a_newer_version_are_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"of_the_future": [1]}', encoding="utf-8")
    Settings(path).set("scale", 125)
    assert json.loads(path.read_text(encoding="utf-8")) == {"of_the_future": [1], "scale": 125}


def test_recent_files_are_newest_first_and_ten_at_most(path: Path) -> None:
    settings = Settings(path)
    for number in [*range(12), 5]:
        settings.add_recent(f"/plans/{number}.fusen")
    assert [Path(name).stem for name in settings.get("recent_files")] == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_a_folder_that_cannot_be_written_is_said_and_the_value_holds(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    settings = Settings(blocker / "settings.json")
    with pytest.raises(EnvironmentFault) as fault:
        settings.set("theme", "dark")
    assert fault.value.code == "settings-not-saved"
    assert settings.get("theme") == "dark"


@pytest.mark.skipif(os.name == "nt", reason="Windows asks the system, not the environment")
@pytest.mark.parametrize(("lang", "language"), [("ja_JP.UTF-8", "ja"), ("en_US.UTF-8", "en"), ("C.UTF-8", "en"), ("", "en")])
def test_the_system_language_follows_the_locale(monkeypatch: pytest.MonkeyPatch, path: Path, lang: str, language: str) -> None:
    for name in ("FUSEN_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", lang)
    assert system_language() == language
    assert Settings(path).language() == language
    Settings(path).set("language", "ja")
    assert Settings(path).language() == "ja"
