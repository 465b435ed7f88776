"""What the source says and what the Linguist files answer: read for the tests of translations."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARKS = ("translate", "QT_TRANSLATE_NOOP")


@dataclass(frozen=True)
class Mark:
    """A string that is marked for translation in the source."""

    context: str
    source: str
    comment: str
    place: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


@dataclass(frozen=True)
class Entry:
    """A message of a Linguist file; ``forms`` are its translations, one per plural form."""

    file: str
    key: tuple[str, str, str]
    forms: tuple[str, ...]
    state: str
    plural: bool


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the package as (path, syntax tree)."""
    paths = sorted((ROOT / "fusenapp").rglob("*.py"))
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call in the package as (place, name called, node)."""
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield f"{path}:{node.lineno}", _name(node.func), node


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


@cache
def marks() -> tuple[Mark, ...]:
    """Every literal ``translate("Context", "source")`` and its mark-only form."""
    return tuple(_marks())


def _marks() -> Iterator[Mark]:
    for place, name, node in calls():
        if name in MARKS and len(node.args) >= 2:
            context, source = (argument.value if isinstance(argument, ast.Constant) else None for argument in node.args[:2])
            if isinstance(context, str) and isinstance(source, str):
                yield Mark(context, source, _comment(node), place)


def _comment(node: ast.Call) -> str:
    named = [keyword.value for keyword in node.keywords if keyword.arg == "comment"]
    value = (node.args[2:3] or named or [ast.Constant("")])[0]
    return str(value.value or "") if isinstance(value, ast.Constant) else ""


@cache
def entries(language: str) -> tuple[Entry, ...]:
    """Every message of all ``resources/i18n/*_<language>.ts``."""
    return tuple(entry for path in sorted((ROOT / "resources/i18n").glob(f"*_{language}.ts")) for entry in _entries(path))


def _entries(path: Path) -> Iterator[Entry]:
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None, f"{path.name}: a message without a translation"
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            key = (context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or "")
            yield Entry(path.name, key, forms, translation.get("type", ""), message.get("numerus") == "yes")
