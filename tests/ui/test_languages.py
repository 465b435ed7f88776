"""No word on screen escapes translation: nothing English in the Japanese window, nothing Japanese in the English one, nothing hard-coded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from fusenapp import i18n
from fusenapp.document import Author, Document
from fusenapp.domain import definition
from fusenapp.domain.wording import Wording
from fusenapp.editing import agreements, definitions, notes, templates, terms
from fusenapp.editing.notes import NewNote, Place
from fusenapp.flows import importing, refreshing
from fusenapp.settings import Settings
from fusenapp.tables import Problem
from fusenapp.ui import qt_words, theme
from fusenapp.ui.dialogs.crash import CrashDialog
from fusenapp.ui.dialogs.export_workbook import ExportDialog
from fusenapp.ui.dialogs.help import AboutDialog, ShortcutsDialog
from fusenapp.ui.dialogs.merge_report import MergeReportDialog
from fusenapp.ui.dialogs.name_version import VersionDialog
from fusenapp.ui.dialogs.new_workspace import NewWorkspaceDialog
from fusenapp.ui.importing.dialog import ImportDialog
from fusenapp.ui.main_window import MainWindow
from fusenapp.ui.picture import settle
from fusenapp.ui.refreshing.dialog import RefreshDialog
from fusenapp.workspace import Workspace
from tests.ui.words_on_screen import Words

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]+")
KEYS = {"Ctrl", "Alt", "Shift", "Tab", "Enter", "Return", "Esc", "Del", "Delete", "Home", "End", "PgUp", "PgDown", "Space", "Backspace", "Ins"}
HASH = re.compile(r"\b[0-9a-f]{8}\b|\b[0-9a-f]+…|\bA1:[A-Z]+\d+\b")
LICENCES = ["BIZ", "UDP", "SIL", "Open", "Font", "License"]
JOINERS = {"and", "either", "or", "yen"}
"""English words of sentences and figures that are put together by their own grammar, not translated one by one."""
NAMES = {"Fusen", "fusen", "fusenapp", "KPI", "Excel", "CSV", "MQL", "SAL", "SQL", "UU", "CV", "PV", "B", "ID", "IT", "PDF", "IS", "FS", "MIT", "Python",
         "English", "EN", "Sales", "Rejected", "Lead", "linux", "PySide", "Qt", "SQLite", "PostgreSQL", "BigQuery", *LICENCES}
"""Latin words that are the same in Japanese; ``English`` is the choice of that language."""
LETTERS = re.compile(r"^(F\d+|[A-Z]|R\d+)$")
OWN_NAMES = {"日本語", "日本"}
"""What the choice of Japanese is called in every language."""
PLACES = re.compile(r"(\{\w*[^}]*\}|%n)")
WIDE = {ord("A") + i: chr(0xFF21 + i) for i in range(26)} | {ord("a") + i: chr(0xFF41 + i) for i in range(26)}
MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
AUTHOR = {"ja": Author("佐伯 遥", "marketing"), "en": Author("Haruka Saeki", "marketing")}
TABLE = {
    "ja": (("リードID", "会社名", "業種", "従業員数", "登録日", "引渡日", "営業の受領", "却下理由", "受注日", "受注額（円）"), "製造業", "受領", "対象外"),
    "en": (("Lead id", "Company", "Industry", "Employees", "Registered on", "Handed over on", "Accepted", "Reason", "Won on", "Amount won"),
           "Manufacturing", "yes", "out of scope"),
}
RULE = {"match": "all", "clauses": [
    {"field": 2, "operator": "one-of", "value": 0}, {"field": 3, "operator": "between", "value": [10, 60]},
    {"match": "any", "clauses": [{"field": 5, "operator": "within-days", "value": {"days": 30}}, {"field": 8, "operator": "is-blank"},
                                 {"field": 9, "operator": ">=", "value": 5}]}]}


@pytest.fixture
def look(qapp: Any) -> Iterator[theme.Theme]:
    found = theme.Theme("light")
    found.apply()
    yield found
    qapp.setStyleSheet("")
    qt_words.forget()


@pytest.fixture
def window(look: theme.Theme, tmp_path: Path, qtbot: Any) -> Iterator[Callable[[str], MainWindow]]:
    made: list[MainWindow] = []

    def show(language: str) -> MainWindow:
        i18n.set_language(language)
        Settings().set("language", language)
        qt_words.follow_language()
        made.append(MainWindow(Settings(), look, _workspace(tmp_path, language), "home"))
        made[0].resize(1440, 900)
        made[0].show()
        qtbot.waitExposed(made[0])
        return made[0]

    yield show
    for one in made:
        one.close()
        one.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_japanese_window_has_no_english(window: Callable[[str], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = Words(monkeypatch)
    shown = window("ja")
    data = [*_data(shown), str(tmp_path)]
    _everything(shown, words, tmp_path)
    left = {where: rest for rest, where in words.without(data).items() if _foreign(rest)}
    assert not left, "\n".join(f"{_foreign(rest)}  {where}" for where, rest in left.items())


def test_the_english_window_has_no_japanese(window: Callable[[str], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = Words(monkeypatch)
    shown = window("en")
    _everything(shown, words, tmp_path)
    left = [where for rest, where in words.without([*OWN_NAMES, str(tmp_path)]).items() if JAPANESE.search(rest)]
    assert not left, "\n".join(left)


def test_no_word_is_written_into_the_program(window: Callable[[str], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With every translation written in wide letters, a word in plain ones was never handed to ``translate``."""
    words = Words(monkeypatch)
    shown = window("en")
    data = [*OWN_NAMES, str(tmp_path), *_data(shown)]
    monkeypatch.setattr(i18n, "_catalogue", lambda language: _Wide())
    monkeypatch.setattr(Wording, "to", lambda self, language: _wide(self.en))
    shown.rebuild()
    _everything(shown, words, tmp_path)
    left = {where: _foreign(rest) for rest, where in words.without(data).items() if set(_foreign(rest)) - MONTHS - JOINERS or JAPANESE.search(rest)}
    assert not left, "\n".join(f"{found}  {where}" for where, found in left.items())


class _Wide(dict[Any, tuple[str, ...]]):
    """A catalogue that knows every string: the source in wide letters."""

    def get(self, key: Any, default: Any = None) -> tuple[str, ...]:  # type: ignore[override]
        return (_wide(key[1]),)


def _wide(text: str) -> str:
    return "".join(part if PLACES.fullmatch(part) else part.translate(WIDE) for part in PLACES.split(text))


def _foreign(text: str) -> list[str]:
    return [word for word in LATIN.findall(HASH.sub(" ", text)) if word not in KEYS | NAMES and not LETTERS.match(word)]


# ---- a workspace with something in every area, in one language


def _workspace(folder: Path, language: str) -> Workspace:
    made = Workspace.create(folder / "plan.fusen", AUTHOR[language],
                            build=lambda document: templates.build(document, "b2b", {"ja": "受発注クラウド", "en": "Order cloud"}[language]))
    with made.document.edit("x"):
        pass
    _fill(made.document, language)
    for name, rows, purpose in (("leads", _leads(language), "leads"), ("kpi", _sheet(language), "kpi")):
        prepared = importing.prepare(_book(folder / f"{name}.xlsx", rows), purpose)
        importing.commit(made.document, made.blobs.put, made.blobs.get, prepared, name={"ja": "一覧", "en": "List"}[language] + name[0].upper())
    return made


def _fill(document: Document, language: str) -> None:
    columns, industry, _, _ = TABLE[language]
    definitions.define(document, definition.parse_rule(_rule(RULE, columns, industry), "target"))
    definitions.define(document, definition.parse_rule(
        {"match": {"at-least": 1}, "clauses": [{"ref": "target"}, {"field": columns[9], "operator": "increased"},
                                               {"field": columns[1], "operator": "contains", "value": "A", "kind": "knock-out"}]}, "hot-lead"))
    phases, lanes = ([r["id"] for r in document.snapshot().all(kind)] for kind in ("phases", "lanes"))
    text = {"ja": "比較表を作る", "en": "Compare three offers"}[language]
    notes.add_notes(document, [NewNote(Place("journey", phase, lanes[0], "selector"), text, 1, "marketing") for phase in phases[:2]])
    terms.write_wording(document, "term-lead", "field-sales", {"ja": "会える人", "en": "Someone to meet"}[language])
    agreements.propose_all(document)
    for department in ("marketing", "inside-sales", "field-sales"):
        agreements.stamp(document, ("terms", "term-lead"), department, AUTHOR[language].person)
    terms.write_agreed(document, "term-lead", {"ja": "別の意味", "en": "Another meaning"}[language])


def _rule(part: Any, columns: tuple[str, ...], industry: str) -> Any:
    if "field" in part:
        value = {"value": [industry]} if part.get("value") == 0 else {}
        return {**part, "field": columns[part["field"]], **value}
    return {**part, "clauses": [_rule(inner, columns, industry) for inner in part["clauses"]]}


def _leads(language: str) -> list[list[Any]]:
    columns, industry, yes, reason = TABLE[language]
    rows: list[list[Any]] = [list(columns)]
    for number in range(40):
        month, taken = 4 + number % 4, number % 3 == 0
        rows.append([f"L{number:03}", f"A{number}", industry if number % 2 else None, number * 3, f"2026-0{month}-05", f"2026-0{month}-09",
                     yes if taken else None, None if taken else reason, f"2026-0{month}-20" if taken else None, 1000 if taken else None])
    return rows


def _sheet(language: str) -> list[list[Any]]:
    names = {"ja": ("部門", "KPI", "目標/実績", "マーケティング", "リード", "目標", "実績"),
             "en": ("Department", "KPI", "Series", "Marketing", "Leads", "Target", "Actual")}[language]
    months = [f"2026-{month:02}" for month in range(4, 8)]
    return [[*names[:3], *months], [names[3], names[4], names[5], 10, 11, 12, 13], [names[3], names[4], names[6], 9, 12, 8, 14]]


def _book(path: Path, rows: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Sheet1"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def _data(window: MainWindow) -> Iterator[str]:
    """Every text that is the user's, in the document and in the files."""
    assert window.context is not None
    for records in window.context.document.everything().values():
        for record in records.values():
            for text in _strings(record):
                yield from (text, text.replace("\n", " ")[:90])  # as whole, and as much as a list of uses has room for
    for language in ("ja", "en"):
        for row in (*_leads(language), *_sheet(language)):
            yield from _strings(row)
    yield from (revision.label for revision in window.session.workspace.history() if revision.label)  # said when the edit was made
    yield from ("plan", "leads.xlsx", "kpi.xlsx", "Sheet1", "version 1", "leads", "kpi", "AB", "BA")


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
        if found.startswith('{"'):  # the content of a revision
            yield from _strings(json.loads(found))
    elif isinstance(found, dict):
        yield from (text for value in found.values() for text in _strings(value))
    elif isinstance(found, (list, tuple)):
        yield from (text for value in found for text in _strings(value))


# ---- a walk through the whole window


def _everything(window: MainWindow, words: Words, folder: Path) -> None:
    for area in [a.id for a in window.page.areas]:
        window.page.show_area(area)
        settle(window)
        words.read(window, window.menu, place=area)
    _inside_areas(window, words)
    _board_menus(window, words)
    _dialogs(window, words, folder)
    window.close_workspace()
    settle(window)
    words.read(window, place="welcome")


def _inside_areas(window: MainWindow, words: Words) -> None:
    page, context = window.page, window.context
    for area, item in (("agreements", ("terms", "term-lead")), ("agreements", ("definitions", "target")), ("kpi", ("kpis", "kpi-leads"))):
        page.show_area(area, item)
        settle(window)
        words.read(window, place=f"{area} {item}")
    kpi = page.area_widget("kpi")
    kpi.view.set_current("table")
    kpi.view.changed.emit("table")
    settle(window)
    words.read(window, place="kpi table")
    note = context.snapshot().all("notes", parent="journey")[0]["id"]
    page.show_area("journey", ("notes", note))
    settle(window)
    words.read(window, place="journey note")
    context.bridge.undo()
    context.bridge.redo()
    context.notify(i18n.translate("Session", "Kept as the version “{name}”.").format(name="version 1"), undo=True)
    window.open_palette("")
    settle(window)
    words.read(window, page.palette_popup, place="palette")
    page.palette_popup.close()


def _board_menus(window: MainWindow, words: Words) -> None:
    from fusenapp.ui.journey import menus
    from fusenapp.ui.journey.board_view import BoardView
    from fusenapp.ui.journey.hit import Hit

    board = window.page.area_widget("journey").findChild(BoardView)
    for hit in (Hit("note", 0), Hit("cell", -1, (0, 0)), Hit("phase", 1), Hit("lane", 1)):
        menu = menus.build(board.commands, hit)
        words.read(menu, place=f"board menu {hit.kind}")
        menu.deleteLater()


def _refresh(window: MainWindow, prepared: importing.Prepared) -> refreshing.Refresh:
    """The leads against themselves with a renamed column and rows that went: every part of the dialog has something to say."""
    record = window.context.snapshot().all("datasets", purpose="leads")[0]
    found = refreshing.compare_with(record, prepared, window.context.store.read_blob)
    changes = (Problem("column-renamed", "B", {"column": "A", "was": "B"}), Problem("column-type-changed", "C", {"column": "C", "was": "1", "now": "2"}))
    return replace(found, changes=changes, comparison=replace(found.comparison, repeated_keys=("L1",), repeated=1))


def _dialogs(window: MainWindow, words: Words, folder: Path) -> None:
    prepared = importing.prepare(folder / "leads.xlsx", "leads")
    sheet = importing.prepare(folder / "kpi.xlsx", "kpi")
    person = window.context.author
    window.session.workspace.save_copy(folder / "copy.fusen")
    with Workspace.open(folder / "copy.fusen", person) as other:
        terms.write_agreed(other.document, "term-won", "A")
        agreements.stamp(other.document, ("terms", "term-won"), "marketing", person.person)
    terms.write_agreed(window.context.document, "term-won", "B")
    report = window.session.workspace.merge_file(folder / "copy.fusen")
    made: list[QWidget] = [
        NewWorkspaceDialog(window, folder, person), ExportDialog(window, 1, 2), VersionDialog(window, "version 1"), AboutDialog(window),
        ShortcutsDialog(window, window.actions_by_id), CrashDialog(window, "", window.saved_words()),
        ImportDialog(window.context, prepared, window), ImportDialog(window.context, sheet, window), MergeReportDialog(window, report),
        RefreshDialog(window.context, _refresh(window, prepared), window)]
    for dialog in made:
        dialog.show()
        settle(window)
        words.read(dialog, place=type(dialog).__name__)
        dialog.close()
        dialog.deleteLater()
