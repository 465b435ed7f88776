"""What the page on the command line says is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fusenapp import __main__ as entry
from fusenapp.cli_parser import make_parser
from fusenapp.domain import definition
from fusenapp.domain.definition import OPERATORS
from tests.e2e.command import ROOT, done, write_json

PAGE = (ROOT / "fusenapp" / "COMMAND_LINE.md").read_text(encoding="utf-8")


def test_every_verb_is_on_the_page_and_known_to_the_entry() -> None:
    verbs = next(a for a in make_parser()._actions if a.dest == "verb").choices
    assert verbs is not None
    assert set(verbs) == set(entry.VERBS) == set(re.findall(r"^\| `([a-z]+) ", PAGE, re.MULTILINE))


def test_every_option_is_on_the_page() -> None:
    verbs = next(a for a in make_parser()._actions if a.dest == "verb").choices
    assert verbs is not None
    options = [a.option_strings for verb in verbs.values() for a in verb._actions if a.option_strings and a.dest != "help"]
    assert [spellings for spellings in options if not any(spelling in PAGE for spelling in spellings)] == []


def test_the_rule_of_the_page_can_be_put_in(tmp_path: Path) -> None:
    rule = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
    assert len(definition.clauses(definition.parse_rule(rule, "target"))) == 4
    done("new", tmp_path / "plan.fusen")
    assert done("define", tmp_path / "plan.fusen", "target", write_json(tmp_path / "rule.json", rule))["clauses"] == 4
    assert all(operator in PAGE.split() or f"`{operator}" in PAGE or f"{operator}`" in PAGE for operator in OPERATORS)


@pytest.mark.parametrize(("words", "command"), [
    (["show", "x"], True), (["--json", "show"], True), (["--lang", "en", "kpi"], True), (["--lang=en", "--json", "kpi"], True), (["--help"], True),
    (["plan.fusen"], False), ([], False), (["--screenshot", "a.png"], False)])
def test_a_verb_is_told_from_a_file_to_open(words: list[str], command: bool) -> None:
    assert entry.is_command(words) == command
