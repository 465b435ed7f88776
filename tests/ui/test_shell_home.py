"""Home: counts, cards and the list of what needs somebody."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from fusenapp.document import Author, Document
from fusenapp.editing import agreements, reviews, templates, terms
from fusenapp.settings import Settings
from fusenapp.ui.context import UiContext
from fusenapp.ui.home.cards import KpiCardButton
from fusenapp.ui.home.changes import changes
from fusenapp.ui.home.page import HomePage
from fusenapp.ui.home.reckoning import KpiCard, chosen, standing
from fusenapp.ui.home.todo import TodoRow
from fusenapp.workspace import Revision

PEOPLE = {"marketing": "佐倉", "inside-sales": "三宅", "field-sales": "戸田"}


@pytest.fixture
def document() -> Document:
    made = Document(Author("佐倉", "marketing"))
    templates.build(made, "b2b", "案件クラウド")
    return made


@pytest.fixture
def page(document, qtbot):
    context = UiContext(document, Settings(), person="佐倉")
    made = HomePage(context)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    qtbot.waitUntil(lambda: bool(made.loop.findChildren(type(made.loop))) or not context.background.tasks, timeout=3000)
    yield made
    made.close()
    context.close()
    context.deleteLater()


def card(id: str, actual: float | None, target: float | None, actuals=(), targets=()) -> KpiCard:
    from fusenapp.kpi.targets import achievement, run

    reached = [achievement(a, t) for a, t in zip(actuals, targets, strict=True)]
    return KpiCard(id, id, "circle", "件", "2026-11", actual, target, achievement(actual, target), tuple(actuals), tuple(targets),
                   below=run(reversed(reached)))


def term(document: Document, at: int) -> tuple[str, str]:
    return ("terms", document.snapshot().all("terms")[at]["id"])


def test_a_fresh_workspace_has_nothing_to_do(document) -> None:
    stands = standing(document.snapshot())
    assert stands.todos == ()
    assert stands.agreed == 0
    assert stands.departments == 3
    assert stands.items > 5


def test_due_comes_before_stamps_before_what_was_reopened(document) -> None:
    waiting, reopened = term(document, 0), term(document, 1)
    agreements.stamp(document, waiting, "marketing", "佐倉")
    for department, person in PEOPLE.items():
        agreements.stamp(document, reopened, department, person)
    terms.write_agreed(document, reopened[1], "あとから変えた")
    stands = standing(document.snapshot())
    assert [(todo.item, todo.state) for todo in stands.todos] == [(waiting, "proposed"), (reopened, "reopened")]
    assert stands.todos[0].departments == ("inside-sales", "field-sales")
    assert stands.open == 2


def test_a_kpi_that_misses_its_target_for_months_is_on_the_list(document) -> None:
    cards = (card("a", 80, 100, (100, 95, 80), (100, 100, 100)), card("b", 80, 100, (100, 100, 80), (100, 100, 100)), card("c", 99, 100))
    stands = standing(document.snapshot(), cards)
    assert [(todo.title, todo.months) for todo in stands.todos] == [("a", 2)]
    assert stands.off_target == 2


def test_the_result_and_the_worst_are_shown_in_the_order_of_the_tree() -> None:
    cards = tuple(card(name, actual, 100) for name, actual in (("root", 120), ("a", 99), ("b", 50), ("c", 130), ("d", 70), ("e", 60)))
    assert [c.id for c in chosen(cards)] == ["root", "b", "d", "e"]


def test_a_card_says_what_a_kpi_must_not_go_above_where_less_is_better(qtbot) -> None:
    for down, told in ((True, "目標 40.0%以下"), (False, "目標 40.0%")):
        button = KpiCardButton(card("直帰率", 0.5, 0.4)._replace(unit="%", down=down))
        qtbot.addWidget(button)
        assert button.accessibleDescription() == told
        assert button.accessibleName() == "直帰率 50.0%"


def test_the_page_shows_the_list_and_filters_it_for_the_own_department(page, document, qtbot) -> None:
    agreements.stamp(document, term(document, 0), "marketing", "佐倉")
    agreements.stamp(document, term(document, 1), "field-sales", "戸田")

    def rows():
        return [row for row in page.list.findChildren(TodoRow) if row.isVisible()]

    qtbot.waitUntil(lambda: len(rows()) == 2, timeout=4000)
    qtbot.mouseClick(page.list._filter.segment("own"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows()) == 1, timeout=2000)
    assert rows()[0].todo.item == term(document, 1)


def test_a_row_leads_to_its_item(page, document, qtbot) -> None:
    agreements.stamp(document, term(document, 0), "marketing", "佐倉")
    qtbot.waitUntil(lambda: any(row.isVisible() for row in page.list.findChildren(TodoRow)), timeout=4000)
    row = next(row for row in page.list.findChildren(TodoRow) if row.isVisible())
    from fusenapp.ui.widgets import PushButton

    with qtbot.waitSignal(page._context.navigated, timeout=1000) as gone:
        qtbot.mouseClick(row.findChild(PushButton), Qt.MouseButton.LeftButton)
    assert gone.args == ["agreements", term(document, 0)]


def test_the_steps_lead_to_their_areas(page, qtbot) -> None:
    qtbot.waitUntil(lambda: len(page.loop._buttons) == 7, timeout=3000)
    with qtbot.waitSignal(page._context.navigated, timeout=1000) as gone:
        qtbot.mouseClick(page.loop._buttons[4], Qt.MouseButton.LeftButton)
    assert gone.args[0] == "kpi"
    with qtbot.waitSignal(page._context.requested, timeout=1000) as asked:
        qtbot.mouseClick(page.loop._buttons[6], Qt.MouseButton.LeftButton)
    assert asked.args == ["export"]


def revision(seq: int, label: str, author: str, time: str, name: str = "") -> Revision:
    return Revision(seq, str(seq), time, author, "marketing", label, "version" if name else "edit", name, True)


def test_changes_since_last_time_are_newest_first_and_like_steps_are_one() -> None:
    history = [revision(1, "付箋の追加", "佐倉", "2026-11-20T01:00:00+00:00"), revision(2, "押印", "三宅", "2026-11-20T03:00:00+00:00"),
               revision(3, "押印", "三宅", "2026-11-20T03:01:00+00:00"), revision(4, "", "三宅", "2026-11-20T04:00:00+00:00", "打合せ前")]
    found = changes(history, dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC))
    assert [(c.label, c.person, c.times) for c in found] == [("版「打合せ前」", "三宅", 1), ("押印", "三宅", 2)]


def test_without_anything_newer_the_last_changes_are_shown() -> None:
    history = [revision(1, "付箋の追加", "佐倉", "2026-11-20T01:00:00+00:00")]
    assert [c.label for c in changes(history, dt.datetime(2026, 12, 1, tzinfo=dt.UTC))] == ["付箋の追加"]


def shown_rows(page, kind: str) -> list[TodoRow]:
    return [row for row in page.list.findChildren(TodoRow) if row.isVisible() and row.todo.kind == kind]


def test_what_needs_me_are_the_actions_of_my_department_and_my_own(page, document, qtbot) -> None:
    reviews.add_action(document, "自部門の宿題", department="marketing", owner="誰か")
    reviews.add_action(document, "私の宿題", department="field-sales", owner="佐倉")
    reviews.add_action(document, "他部門の宿題", department="field-sales", owner="戸田")
    qtbot.waitUntil(lambda: len(shown_rows(page, "action")) == 3, timeout=4000)
    qtbot.mouseClick(page.list._filter.segment("own"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {row.todo.title for row in shown_rows(page, "action")} == {"自部門の宿題", "私の宿題"}, timeout=2000)


def test_hundreds_of_actions_are_a_few_lines_and_one_for_the_rest(page, document, qtbot) -> None:
    with document.edit("x"):
        for number in range(200):
            reviews.add_action(document, f"宿題 {number}", department="marketing", due="2020-01-01")
    qtbot.waitUntil(lambda: bool(shown_rows(page, "actions")), timeout=4000)
    assert len(shown_rows(page, "action")) == 6
    assert shown_rows(page, "actions")[0].todo.months == 194


@pytest.mark.parametrize(("kind", "area"), [("review", "reviews"), ("action", "reviews"), ("drafts", "compare"), ("data", "leads")])
def test_each_row_leads_to_its_place(page, document, qtbot, kind: str, area: str) -> None:
    meeting = reviews.begin(document)
    action = reviews.add_action(document, "宿題", department="marketing")
    first = term(document, 0)
    for department in ("marketing", "field-sales"):
        terms.write_wording(document, first[1], department, f"{department} ではこう言う")
    with document.edit("x") as edit:
        sheet = edit.create("datasets", {"purpose": "kpi", "name": "KPI表", "as_of": "2020-01"})
    qtbot.waitUntil(lambda: bool(shown_rows(page, kind)), timeout=4000)
    row = next(r for r in shown_rows(page, kind) if kind != "drafts" or r.todo.item == first)
    from fusenapp.ui.widgets import PushButton

    with qtbot.waitSignal(page._context.navigated, timeout=1000) as gone:
        qtbot.mouseClick(row.findChild(PushButton), Qt.MouseButton.LeftButton)
    wanted = {"review": ("reviews", meeting), "action": ("actions", action), "drafts": first, "data": ("datasets", sheet)}
    assert gone.args == [area, wanted[kind]]
