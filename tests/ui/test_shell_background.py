"""Work off the window's thread, and the bridge between document and views."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from fusenapp.document import Author, Document
from fusenapp.errors import InputError
from fusenapp.ui.background import Background
from fusenapp.ui.blob_reader import BlobReader
from fusenapp.ui.context import UiContext


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def context(qapp):
    made = UiContext(Document(Author("佐倉", "marketing")), person="佐倉")
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_back_here(background, qtbot) -> None:
    seen = {}

    def work(progress):
        seen["worker"] = threading.get_ident()
        return 42

    def done(result):
        seen["result"], seen["back"] = result, threading.get_ident()

    background.run("Counting", work, done, pytest.fail)
    qtbot.waitUntil(lambda: "result" in seen, timeout=3000)
    assert seen["result"] == 42
    assert seen["worker"] != threading.get_ident()
    assert seen["back"] == threading.get_ident()


def test_a_failure_comes_back_as_the_exception(background, qtbot) -> None:
    failed = []

    def work(progress):
        raise InputError("not-found", where="x.xlsx")

    background.run("", work, pytest.fail, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=3000)
    assert failed[0].code == "not-found"


def test_cancelled_work_stops_and_calls_nobody(background, qtbot) -> None:
    started = threading.Event()
    called = []

    def work(progress):
        started.set()
        while True:
            progress.report(-1)
            threading.Event().wait(0.005)

    task = background.run("Endless", work, called.append, called.append)
    assert started.wait(3)
    with qtbot.waitSignal(task.finished, timeout=3000):
        task.cancel()
    assert called == []
    assert background.tasks == []


def test_progress_reaches_the_window_and_knows_counts(background, qtbot) -> None:
    fractions = []
    gate = threading.Event()

    def work(progress):
        gate.wait(3)
        progress(1, 4)
        progress.report(0.5, "half")

    task = background.run("Reading", work, lambda _: None, pytest.fail)
    task.progressed.connect(lambda fraction, text: fractions.append((fraction, text)))
    with qtbot.waitSignal(task.finished, timeout=3000):
        gate.set()
    assert fractions == [(0.25, ""), (0.5, "half")]


def test_a_widget_that_is_gone_is_not_called_back(background, qtbot) -> None:
    gate = threading.Event()
    called = []

    class Owner(QObject):
        def take(self, result):
            called.append(result)

    owner, other = Owner(), QObject()
    first = background.run("", lambda progress: gate.wait(3), owner.take, pytest.fail)
    second = background.run("", lambda progress: gate.wait(3), called.append, pytest.fail, other)
    delete(owner)
    delete(other)
    with qtbot.waitSignals([first.finished, second.finished], timeout=3000):
        gate.set()
    assert called == []


def test_a_closed_background_runs_nothing(qapp) -> None:
    background = Background()
    background.close()
    assert not background.run("", pytest.fail, pytest.fail, pytest.fail).running


def test_closing_waits_for_the_workers(qapp) -> None:
    background = Background()
    ended = threading.Event()
    started = threading.Event()

    def work(progress):
        started.set()
        while not progress.cancelled:
            threading.Event().wait(0.005)
        ended.set()

    background.run("", work, lambda _: None, lambda _: None)
    assert started.wait(3)
    background.close()
    assert ended.is_set()


def test_without_a_handler_a_failure_is_told_to_the_user(context, qtbot) -> None:
    def work(progress):
        raise InputError("not-found", where="名簿.xlsx")

    with qtbot.waitSignal(context.notified, timeout=3000) as told:
        context.run("", work, lambda _: None)
    message, undo, kind = told.args
    assert "名簿.xlsx" in message
    assert (undo, kind) == (False, "error")


def test_many_edits_in_one_go_are_one_signal(context, qtbot) -> None:
    seen = []
    context.bridge.changed.connect(seen.append)
    for number in range(20):
        with context.document.edit("add") as edit:
            edit.create("terms", {"name": f"語{number}"})
    qtbot.waitUntil(lambda: bool(seen), timeout=1000)
    qtbot.wait(20)
    assert len(seen) == 1
    assert len(seen[0].added) == 20


def test_what_was_added_and_then_deleted_is_told_as_both_in_order(context) -> None:
    seen = []
    context.bridge.changed.connect(seen.append)
    with context.document.edit("add") as edit:
        id = edit.create("terms", {"name": "商談"})
    with context.document.edit("delete") as edit:
        edit.delete("terms", id)
    context.bridge.flush()
    assert [("terms", id) in changes.added for changes in seen] == [True, False]
    assert [("terms", id) in changes.removed for changes in seen] == [False, True]


def test_fields_of_several_edits_come_together(context) -> None:
    with context.document.edit("add") as edit:
        id = edit.create("terms", {"name": "商談"})
    context.bridge.flush()
    seen = []
    context.bridge.changed.connect(seen.append)
    for field in ("name", "english"):
        with context.document.edit("write") as edit:
            edit.set("terms", id, **{field: "x"})
    context.bridge.flush()
    assert seen[0].updated["terms", id] >= {"name", "english"}


def test_undo_and_redo_name_their_step_and_reach_the_views(context) -> None:
    with context.document.edit("用語の追加") as edit:
        id = edit.create("terms", {"name": "商談"})
    context.bridge.flush()
    seen = []
    context.bridge.changed.connect(seen.append)
    assert context.bridge.undo() == "用語の追加"
    assert ("terms", id) in seen[-1].removed
    assert context.bridge.undo() is None
    assert context.bridge.redo() == "用語の追加"
    assert ("terms", id) in seen[-1].added


def test_a_closed_context_hears_nothing(context) -> None:
    seen = []
    context.bridge.changed.connect(seen.append)
    context.close()
    with context.document.edit("add") as edit:
        edit.create("terms", {"name": "商談"})
    context.bridge.flush()
    assert seen == []


def test_speaking_for_another_department_signs_later_edits_with_it(context) -> None:
    context.set_department("field-sales")
    with context.document.edit("add") as edit:
        id = edit.create("terms", {"name": "商談"})
    assert context.document.get("terms", id)["modified"][:2] == ["佐倉", "field-sales"]


def test_workers_read_blobs_on_the_thread_that_owns_them(background, qtbot) -> None:
    owner = threading.get_ident()
    places = []

    def read(hash):
        places.append(threading.get_ident())
        if hash == "gone":
            raise InputError("not-found", where=hash)
        return b"rows"

    reader = BlobReader(read)
    got, failed = [], []
    background.run("", lambda progress: reader("abc"), got.append, pytest.fail)
    background.run("", lambda progress: reader("gone"), pytest.fail, failed.append)
    qtbot.waitUntil(lambda: bool(got and failed), timeout=3000)
    assert got == [b"rows"]
    assert set(places) == {owner}
    assert reader("direct") == b"rows"


def test_a_worker_that_waits_for_a_blob_is_let_go_when_the_window_closes(background) -> None:
    reader = BlobReader(lambda hash: b"")
    asked = threading.Event()
    outcome = []

    def work(progress):
        asked.set()
        try:
            reader("abc")
        except Exception as error:
            outcome.append(type(error).__name__)
            raise

    background.run("", work, lambda _: None, lambda _: None)
    assert asked.wait(3)
    reader.close()
    background.close()
    assert outcome == ["Cancelled"]
