"""A user does the whole main job in the real window, with real mouse and key events, from the welcome page to the workbook.

``FUSEN_PICTURES=FOLDER`` keeps pictures of the screen on the way.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.screen import missing, screen
from tests.e2e.user import PATIENCE, NotSeen, Thing, User

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(bool(missing()), reason=missing())]

FREEZE = 0.8
"""Seconds of the processor's time that the window's thread may be busy at a stretch; a machine that does other things at the same
time makes a stretch longer, not busier."""


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    pictures = os.environ.get("FUSEN_PICTURES")
    with screen() as shown:
        one = User(shown, tmp_path, Path(pictures) if pictures else None)
        yield one
        one.close()


@pytest.fixture
def facts(files: Path) -> dict:
    return json.loads((files / "samples/plain_facts.json").read_text(encoding="utf-8"))


def test_the_whole_job_by_mouse_and_keyboard(user: User, files: Path, facts: dict, tmp_path: Path) -> None:
    began = time.monotonic()
    leads, sheet = (shutil.copy(files / "samples" / name, tmp_path) for name in ("plain_leads.xlsx", "plain_kpi.xlsx"))
    workspace, workbook = tmp_path / "請求書クラウド.fusen", tmp_path / "合意した定義.xlsx"
    user.start()
    make_workspace(user, workspace)
    write_personas(user)
    move_notes(user)
    settle_a_term(user)
    import_file(user, "リード", leads)
    define_the_target(user, facts)
    define_hot_leads(user, facts)
    import_file(user, "KPIツリー", sheet)
    read_the_tree(user, facts)
    agree(user, ("ターゲットの定義", "ホットリードの定義"))
    export(user, workbook)
    user.look("agreed")
    close(user)
    read_the_workbook(workbook, facts)
    user.start(str(workspace))
    find_everything_again(user, facts)
    close(user)
    tell_delays(user, time.monotonic() - began)


def test_what_the_status_bar_calls_saved_survives_a_kill_in_the_middle_of_typing(user: User, tmp_path: Path) -> None:
    workspace = tmp_path / "途中.fusen"
    user.start()
    make_workspace(user, workspace)
    go(user, "ペルソナ")
    user.replace(lambda: field_of(user, "選定者", "部署"), "経理部 経理課")
    user.until(lambda: saved_words(user), "a status that says saved")
    seen = "経理部 経理課"
    user.type("・月次決算を担当する主任、システムの選定を任さ")
    user.kill()
    user.start(str(workspace))
    user.reads("前回")  # the message that edits of an earlier session are back
    go(user, "ペルソナ")
    again = field_of(user, "選定者", "部署").text
    assert again.startswith(seen)
    assert (seen + "・月次決算を担当する主任、システムの選定を任さ").startswith(again)
    close(user)


# ---- the parts of the job


def make_workspace(user: User, path: Path) -> None:
    user.step("new workspace")
    user.click("ひな型から新規作成", "StartCard")
    user.fill("商品・サービスの名前", "請求書クラウド")
    user.fill("あなたの名前", "佐伯 遥")
    user.click("別の場所…")
    name_file(user, path)
    user.click("作成")
    user.see("ペルソナ", "RailItem")
    user.idle()
    user.look("home")
    assert path.is_file()


def write_personas(user: User) -> None:
    go(user, "ペルソナ")
    for name, words in (("部署", "経理部 経理課"), ("役職", "主任"), ("評価KPI", "月次決算の締め日数")):
        user.replace(lambda name=name: field_of(user, "選定者", name), words)
        user.until(lambda name=name, words=words: field_of(user, "選定者", name).text == words, f"“{words}” in {name}")
    x, y = field_of(user, "選定者", "評価KPI").centre
    user.press(x, y, times=15, button=5)  # the wheel: notes stand further down
    user.idle()
    add = user.until(lambda: user.all("課題に付箋を書く", "FlatButton"), "where to write a note")
    user.press(*min(add, key=lambda button: abs(button.centre[0] - x)).centre)
    user.write("月末に請求書が集中し、残業が減らない", lambda f: f.name == "課題", "a note under 課題")
    user.see("月末に請求書が集中し、残業が減らない")
    user.look("personas")


def move_notes(user: User) -> None:
    go(user, "ジャーニー")
    board = user.see("ジャーニーのボード")
    user.press(board.rect[0] + 105, board.rect[1] + 50)  # the first cell, beside its +
    user.key("n")
    write_note(user, "請求書の処理が月末に集中")
    user.key("Tab")
    write_note(user, "事例を3社読む")
    user.key("Escape")
    first, second = (note(user, words) for words in ("請求書の処理が月末に集中", "事例を3社読む"))
    step = second.rect[0] - first.rect[0]
    user.drag(second.centre, (second.centre[0] + step, second.centre[1]))
    user.until(lambda: "比較・検討" in note(user, "事例を3社読む").text, "the note in the next phase")
    user.key("alt+3")
    user.until(lambda: undo_says(user, "色"), "another colour")
    user.key("Delete")
    user.until(lambda: len(user.notes()) == 1, "one note less")
    user.look("journey-deleted")
    user.key("ctrl+z")
    user.until(lambda: len(user.notes()) == 2, "the note back")
    user.look("journey")


def settle_a_term(user: User) -> None:
    go(user, "用語")
    user.click("商談", "Cell")
    user.see("商談", "BoundLine")
    assert not user.see("マーケティングの言い方を採用", "LinkButton").enabled
    user.fill("マーケティング", "製品紹介の場", "BoundText")
    user.fill("フィールドセールス", "価格を提示し交渉する場", "BoundText")
    user.click("フィールドセールスの言い方を採用", "LinkButton")
    user.until(lambda: user.value("合意した言い方", "BoundText") == "価格を提示し交渉する場", "the agreed wording")
    user.look("terms")


def import_file(user: User, area: str, path: Path | str) -> None:
    go(user, area)
    user.click("取り込む", "PrimaryButton", at=0)
    name_file(user, Path(path))
    user.see("プレビュー", "Text", "ImportDialog")
    user.look(f"import-{Path(path).stem}")
    user.click("取り込む", "PrimaryButton", "ImportDialog")
    user.reads("行を取り込みました。")
    user.idle()
    user.look(f"imported-{Path(path).stem}")


def define_the_target(user: User, facts: dict) -> None:
    go(user, "ターゲット")
    add_list(user, "業種", ("製造業", "情報通信業", "卸売業"))
    add_number(user, "従業員数", "100")
    add_number(user, "資本金（万円）", "5000")
    add_list(user, "売上推移", ("増加", "安定"))
    user.until(lambda: matching(user) == f"{facts['target_leads']:,}", f"{facts['target_leads']} leads")
    user.reads("業種が製造業・情報通信業・卸売業のいずれかで、従業員数が100以上で")
    user.idle()
    user.look("target")


def define_hot_leads(user: User, facts: dict) -> None:
    go(user, "ホットリード")
    user.click("ターゲットを必須にする")
    user.until(lambda: matching(user) == f"{facts['target_leads']:,}", "the count of the target alone")
    begin_clause(user, "比較社数")
    user.choose(lowest(user, "条件", "QuietCombo"), "が次の範囲内")
    user.write("2", lambda f: f.name == "下限", "the lower bound")
    user.key("Tab")
    user.write("3", lambda f: f.name == "上限", "the upper bound")
    user.key("Return")
    user.until(lambda: user.all("比較社数", "QuietCombo"), "the clause")
    user.click("グループを追加")
    user.until(lambda: len(user.all("条件を追加", "FlatButton")) == 2, "an inner group")
    for name in ("トライアル申込", "見積依頼"):
        begin_clause(user, name)
        user.reads(f"{name}がある")
    user.until(lambda: matching(user) == f"{facts['hot_leads']:,}", f"{facts['hot_leads']} leads")
    user.idle()
    user.press(*user.see("情報不足").centre, times=6, button=5)  # the wheel: what sales made of them stands further down
    expected = {f"{facts['hot_vs_accepted'][cell]:,}" for cell in ("tp", "fp", "fn", "tn")}
    user.until(lambda: expected <= set(user.texts()), "the back-test")
    user.look("hot-lead")


def read_the_tree(user: User, facts: dict) -> None:
    user.step("kpi tree")
    user.click("表", "_Segment")
    rows = {(r["kpi"], r["segment"]): r for r in facts["kpi_sheet"]}
    month = facts["cohort_by_month"]["2026-11"]
    leads = {"質": month["質リード"]["リード"], "一般": month["一般リード"]["リード"]}
    user.click("ツリー", "_Segment")
    node = user.until(lambda: user.nodes().get("リード数"), "the leads in the tree").more["figures"]
    assert (node["value"], node["target"]) == (rows["リード", "合計"]["actual"]["2026-11"], rows["リード", "合計"]["target"]["2026-11"])
    assert (node["quality"], node["general"]) == (leads["質"], leads["一般"])
    won = user.nodes()["受注金額"]
    user.press(*won.centre)
    shown = user.until(lambda: (t := set(user.texts())) and "26/11" in t and t, "the months of 受注金額")
    sheet = next(r for (name, segment), r in rows.items() if name == "受注額" and segment == "合計")
    assert {f"{figure / 1000:,.0f}" for series in ("target", "actual") for figure in sheet[series].values()} <= shown  # in 1,000 yen
    user.look("kpi")


def agree(user: User, items: tuple[str, ...]) -> None:
    go(user, "合意")
    user.click("すべて提案")
    user.reads("項目を提案しました。")
    departments = (("マーケティング", "マーケ"), ("インサイドセールス", "IS"), ("フィールドセールス", "FS"))
    for at, (department, short) in enumerate(departments):
        if at:
            user.click(f"自部門： {departments[at - 1][0]}", "DepartmentButton")
            user.click(department, "Action")
            user.see(f"自部門： {department}", "DepartmentButton")
        for item in items:
            user.click(item, "Cell")
            user.until(lambda item=item: any(t.rect[0] > 1200 for t in user.all(item, "Text")), f"{item} in the inspector")
            user.click(f"{short}として押印", "PrimaryButton")
            user.until(lambda short=short: not user.all(f"{short}として押印", "PrimaryButton"), "the stamp")
    user.reads(f"17項目中 {len(items)}項目が合意")
    states = {t.more["row"]: t.text for t in user.things("Cell") if t.more["column"] == 1}
    names = {t.text: t.more["row"] for t in user.things("Cell") if t.more["column"] == 0}
    assert [states[names[item]] for item in items] == ["合意"] * len(items)


def export(user: User, path: Path) -> None:
    user.step("export")
    user.key("ctrl+e")
    user.see("合意済みだけ (2)", "_Segment")
    user.key("Return", window="ExportDialog")
    name_file(user, path)
    user.reads("に出力しました。")
    assert path.is_file()


def close(user: User) -> None:
    user.idle()
    user.step("close")
    user.key("ctrl+q")
    assert user.ended() == 0, user.said()
    assert "Traceback" not in user.said()


def read_the_workbook(path: Path, facts: dict) -> None:
    book = openpyxl.load_workbook(path)
    cells = {sheet.title: [c.value for row in sheet.iter_rows() for c in row if c.value is not None] for sheet in book}
    assert not [c for values in cells.values() for c in values if isinstance(c, str) and c.startswith("#")]
    target, hot = "\n".join(map(str, cells["ターゲット"])), "\n".join(map(str, cells["ホットリード"]))
    assert all(field in target for field in ("業種", "従業員数", "資本金（万円）", "売上推移"))
    assert all(words in hot for words in ("比較社数が2以上3以下", "トライアル申込", "見積依頼"))
    assert f"{facts['hot_leads']}件が該当" in hot


def find_everything_again(user: User, facts: dict) -> None:
    user.step("open again")
    go(user, "ペルソナ")
    assert field_of(user, "選定者", "部署").text == "経理部 経理課"
    user.press(*field_of(user, "選定者", "評価KPI").centre, times=15, button=5)
    user.see("月末に請求書が集中し、残業が減らない")
    go(user, "ジャーニー")
    user.until(lambda: len(user.notes()) == 2, "both notes")
    assert "比較・検討" in note(user, "事例を3社読む").text
    go(user, "用語")
    user.click("商談", "Cell")
    user.until(lambda: user.value("合意した言い方", "BoundText") == "価格を提示し交渉する場", "the agreed wording")
    go(user, "ホットリード")
    user.until(lambda: matching(user) == f"{facts['hot_leads']:,}", "the count of hot leads")
    go(user, "リード")
    user.reads(f"{facts['leads']:,}件")
    go(user, "合意")
    user.reads("17項目中 2項目が合意")


def tell_delays(user: User, took: float) -> None:
    """The window never hung; what was slow is printed for whoever looks (``pytest -s``)."""
    user.delays.sort(key=lambda found: -found[1]["cpu_ms"])
    print(f"\nthe whole job took {took:.0f} s", file=sys.stderr)
    for step, delay in user.delays[:25]:
        where = delay["stacks"][-1] if delay["stacks"] else ""
        print(f"{delay['cpu_ms']:5} ms busy of {delay['ms']:5} ms  {step}: {where}", file=sys.stderr)
    for missed in user.missed:
        print(f"lost on the way  {missed}", file=sys.stderr)
    hung = [(step, delay) for step, delay in user.delays if delay["cpu_ms"] > FREEZE * 1000]
    assert not hung


# ---- small gestures


def go(user: User, area: str) -> None:
    """Show an area by its entry in the rail."""
    user.idle()
    user.step(area)
    user.click(area, "RailItem")
    user.until(lambda: any(t.checked for t in user.all(area, "RailItem")), f"the area {area}")
    user.idle()


def name_file(user: User, path: Path) -> None:
    """Type a path into the file dialog and confirm; once more where Return only closed the dialog's list of names."""
    for patience in (PATIENCE / 3, PATIENCE / 3, PATIENCE):
        user.key("ctrl+a", window="QFileDialog")
        user.write(str(path), lambda f: f.window == "QFileDialog", "a file dialog")
        user.until(lambda: (f := user.focus()) and f.text == str(path), "the path in the file dialog")
        user.key("Return")
        try:
            user.until(lambda: not user.things("QFileDialog"), "the file dialog gone", patience)
            break
        except NotSeen:
            user.missed.append(f"Return in the file dialog for {path.name}")
            if patience == PATIENCE:
                raise
    user.until(lambda: user.focus() is not None, "a window that takes the keyboard again")
    time.sleep(0.25)  # the program has let go of the dialog before the screen has: a click would still land in it


def field_of(user: User, persona: str, name: str, kind: str = "BoundText") -> Thing:
    """A field in the column of a persona."""
    def found() -> Thing | None:
        heads = [t for t in user.things("BoundLine") if t.text == persona]
        fields = user.all(name, kind)
        near = [t for t in fields if heads and abs(t.centre[0] - heads[0].centre[0]) < 120]
        return near[0] if near else None

    return user.until(found, f"{name} of {persona}")


def write_note(user: User, words: str) -> None:
    user.write(words, lambda f: f.kind == "NoteEditor" and f.text in ("", words), "an empty note to write on")
    user.until(lambda: (f := user.focus()) and f.text == words, f"“{words}” on the note")


def note(user: User, words: str) -> Thing:
    return user.until(lambda: [n for n in user.notes() if n.text.startswith(words)], f"the note “{words}”")[0]


def undo_says(user: User, word: str) -> bool:
    return any(word in t.name for t in user.things("ActionButton"))


def begin_clause(user: User, field: str) -> None:
    """A new condition in the innermost group: its field typed, the value or operator ready for the keyboard."""
    user.idle()
    before = len(user.things("QuietCombo"))
    button = min(user.all("条件を追加", "FlatButton"), key=lambda t: t.rect[1])
    user.press(*button.centre)
    user.until(lambda: len(user.things("QuietCombo")) > before, "an empty condition")
    user.write(field, lambda f: f.name == "項目", "its field")
    user.key("Tab")
    user.until(lambda: (f := user.focus()) and f.name != "項目" and f.window == "MainWindow", "the next box")


def add_list(user: User, field: str, values: tuple[str, ...]) -> None:
    begin_clause(user, field)
    for value in values:
        user.write(value, lambda f: f.name == "値を追加" and not f.text, "a box for another value")
        user.key("Return")
        user.see(value, "Chip")


def add_number(user: User, field: str, value: str) -> None:
    begin_clause(user, field)
    user.write(value, lambda f: f.name == "値", "a box for the value")
    user.key("Return")
    user.until(lambda: f"{field}が{int(value):,}以上" in " ".join(user.texts()), "the condition in the sentence")


def lowest(user: User, words: str, kind: str) -> Thing:
    return max(user.all(words, kind), key=lambda t: t.rect[1])


def matching(user: User) -> str:
    """The large figure beside a definition: how many leads match."""
    labels = [t for t in user.things("Text") if t.rect[0] > 1200]
    caption = next((t for t in labels if t.text == "該当"), None)
    below = [t for t in labels if caption and t.rect[0] == caption.rect[0] and 0 < t.rect[1] - caption.rect[1] < 60]
    return below[0].text if below else ""


def saved_words(user: User) -> bool:
    return any("保存済み" in t.text for t in user.things("QPushButton"))
