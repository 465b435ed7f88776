"""Every string of the program has its Japanese, and every error code its sentence."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from fusenapp.messages import SENTENCES
from tests.unit import catalogues

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}|%n")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
SENTENCE_LIKE = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")
ERRORS = ("InputError", "EnvironmentFault", "FusenError")  # an InternalFault is a bug: "unexpected" is its sentence


def _placeholders(text: str) -> Counter[str]:
    return Counter(match.group(0).split(":")[0].rstrip("}") for match in PLACEHOLDER.finditer(text))


def test_every_marked_string_has_a_japanese_translation() -> None:
    known = {entry.key for entry in catalogues.entries("ja")}
    missing = [f"{mark.place} {mark.context}: {mark.source}" for mark in catalogues.marks() if mark.key not in known]
    assert not missing, "\n".join(missing)


def test_every_translation_belongs_to_a_marked_string() -> None:
    used = {mark.key for mark in catalogues.marks()}
    orphans = [
        f"{e.file} {e.key[0]}: {e.key[1]}" for language in ("ja", "en") for e in catalogues.entries(language) if e.key not in used
    ]
    assert not orphans, "\n".join(orphans)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_string_is_translated_twice(language: str) -> None:
    count = Counter(entry.key for entry in catalogues.entries(language))
    twice = [f"{entry.file} {entry.key[0]}: {entry.key[1]}" for entry in catalogues.entries(language) if count[entry.key] > 1]
    assert not twice, "\n".join(twice)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_translation_is_unfinished_or_empty(language: str) -> None:
    open_ones = [f"{e.file} {e.key}" for e in catalogues.entries(language) if e.state or not all(e.forms)]
    assert not open_ones, "\n".join(open_ones)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_translations_keep_the_placeholders(language: str) -> None:
    wrong = [
        f"{entry.file} {entry.key[1]} → {form}"
        for entry in catalogues.entries(language)
        for form in entry.forms
        if _placeholders(form) != _placeholders(entry.key[1])
    ]
    assert not wrong, "\n".join(wrong)


def test_japanese_sentences_are_japanese() -> None:
    left = [
        f"{e.file} {e.key[1]}"
        for e in catalogues.entries("ja")
        if SENTENCE_LIKE.search(e.key[1]) and not JAPANESE.search(e.forms[0])
    ]
    assert not left, "\n".join(left)


def test_plural_strings_have_both_english_forms() -> None:
    plural = {entry.key for entry in catalogues.entries("en") if entry.plural and len(entry.forms) == 2}
    missing = [f"{mark.place} {mark.source}" for mark in catalogues.marks() if "(s)" in mark.source and mark.key not in plural]
    assert not missing, "\n".join(missing)


def test_translate_gets_a_literal_context_and_a_fixed_source() -> None:
    wrong = [
        place
        for place, name, node in catalogues.calls()
        if name in catalogues.MARKS
        and (
            len(node.args) < 2
            or not isinstance(node.args[0], ast.Constant)
            or isinstance(node.args[1], ast.JoinedStr | ast.BinOp | ast.Call)
        )
    ]
    assert not wrong, "\n".join(wrong)


def test_qts_own_translation_calls_are_not_used() -> None:
    wrong = [place for place, name, _ in catalogues.calls() if name in ("self.tr", "QCoreApplication.translate", "QObject.tr")]
    assert not wrong, "\n".join(wrong)


def test_every_code_that_is_raised_has_a_sentence() -> None:
    silent = [
        f"{place} {node.args[0].value}"
        for place, name, node in catalogues.calls()
        if name.split(".")[-1] in ERRORS
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value not in SENTENCES
    ]
    assert not silent, "\n".join(silent)
