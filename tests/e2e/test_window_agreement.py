"""Two departments, each with a draft of its own, come to a stamped workbook in the real window: on one workspace, and with two files.

``FUSEN_PICTURES=FOLDER`` keeps pictures of the screen on the way.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.screen import missing, screen
from tests.e2e.test_window_job import add_list, add_number, close, go, import_file, make_workspace, name_file
from tests.e2e.user import Thing, User

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(bool(missing()), reason=missing())]

DEPARTMENTS = ("マーケティング", "インサイドセールス", "フィールドセールス")
SHORT = dict(zip(DEPARTMENTS, ("マーケ", "IS", "FS"), strict=True))


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    pictures = os.environ.get("FUSEN_PICTURES")
    with screen() as shown:
        one = User(shown, tmp_path, Path(pictures) if pictures else None)
        yield one
        one.close()


def test_two_drafts_on_one_workspace_become_a_stamped_workbook(user: User, files: Path, tmp_path: Path) -> None:
    leads = shutil.copy(files / "samples/plain_leads.xlsx", tmp_path)
    workbook = tmp_path / "合意書.xlsx"
    user.start()
    make_workspace(user, tmp_path / "突き合わせ.fusen")
    import_file(user, "リード", leads)
    go(user, "ターゲット")
    add_list(user, "業種", ("製造業", "情報通信業"))
    add_number(user, "従業員数", "100")
    word_a_term(user, "マーケティング", "製品紹介の場")
    draft_the_target(user, "200")
    speak_for(user, "フィールドセールス")
    word_a_term(user, "フィールドセールス", "価格を提示し交渉する場")
    draft_the_target(user, "500")
    settle(user)
    propose_and_stamp(user, ("用語「商談」", "ターゲットの定義"))
    export(user, workbook)
    close(user)
    read(workbook, "従業員数が300以上", "価格を提示し交渉する場")


def test_two_files_become_a_stamped_workbook(user: User, tmp_path: Path) -> None:
    ours, theirs, workbook = (tmp_path / name for name in ("マーケの版.fusen", "営業の版.fusen", "合意書.xlsx"))
    user.start()
    make_workspace(user, ours)
    joint_term(user, "製品紹介の場")
    close(user)
    shutil.copy(ours, theirs)
    user.start(str(theirs))
    speak_for(user, "フィールドセールス")
    joint_term(user, "価格を提示し交渉する場")
    close(user)
    user.start(str(ours))
    go(user, "突き合わせ")
    user.click("別のファイルと比べる…")
    name_file(user, theirs)
    user.until(lambda: user.all("営業の版.fusenの案", "") or any("営業の版" in t for t in user.texts()), "their file beside ours")
    user.reads("合意まで あと1件")
    user.look("two-files")
    decide(user, "商談", "2")
    user.reads("未決の項目はありません")
    user.click("部門どうしに戻る")
    propose_and_stamp(user, ("用語「商談」",))
    export(user, workbook)
    close(user)
    read(workbook, "価格を提示し交渉する場")


# ---- the parts


def speak_for(user: User, department: str) -> None:
    """Choose one's own department in the top bar."""
    button = next(t for t in user.things("DepartmentButton"))
    user.press(*button.centre)
    user.click(department, "Action")
    user.see(f"自部門： {department}", "DepartmentButton")


def word_a_term(user: User, department: str, words: str) -> None:
    go(user, "用語")
    user.click("商談", "Cell")
    user.see("商談", "BoundLine")
    user.fill(department, words, "BoundText")


def joint_term(user: User, words: str) -> None:
    go(user, "用語")
    user.click("商談", "Cell")
    user.see("商談", "BoundLine")
    user.fill("合意した言い方", words, "BoundText")


def draft_the_target(user: User, employees: str) -> None:
    """The department's own draft of the target, with another number of employees."""
    go(user, "ターゲット")
    user.click("自部門の案を書く")
    user.until(lambda: not user.all("自部門の案を書く", "PushButton"), "the draft")
    user.idle()
    user.replace(lambda: max((t for t in user.all("値") if t.enabled and t.text), key=lambda t: t.rect[1]), employees)
    user.key("Return")
    user.until(lambda: f"従業員数が{employees}以上" in " ".join(user.texts()), f"{employees} employees in the sentence")


def place(user: User, about: str) -> Thing:
    """The row of a place in the table of differences."""
    return user.until(lambda: next((t for t in user.things("Cell") if t.more["column"] == 0 and about in t.text), None), f"the place {about}")


def decide(user: User, about: str, key: str) -> None:
    user.press(*place(user, about).centre)
    user.until(lambda: any(t.rect[0] > 1200 and about in t.text for t in user.things("Text")), f"{about} in the inspector")
    user.key(key)


def settle(user: User) -> None:
    """Take the words of sales, write a third number of employees, until nothing differs."""
    go(user, "突き合わせ")
    user.reads("合意まで あと2件")
    user.idle()
    user.look("differences")
    decide(user, "商談", "2")
    user.reads("合意まで あと1件")
    user.press(*place(user, "従業員数").centre)
    user.replace(lambda: next(t for t in user.all("値") if t.rect[0] > 1150), "300")
    user.key("Tab")
    user.click("第三案に決める", "PrimaryButton")
    user.reads("未決の項目はありません")
    user.look("settled")
    user.click("合意へ進む", "PrimaryButton")
    user.until(lambda: any(t.checked for t in user.all("合意", "RailItem")), "the agreements")


def propose_and_stamp(user: User, items: tuple[str, ...]) -> None:
    """Every department stamps each of the items."""
    for department in DEPARTMENTS:
        if not user.all(f"自部門： {department}", "DepartmentButton"):
            speak_for(user, department)
        go(user, "合意")
        for item in items:
            user.click(item, "Cell")
            user.until(lambda item=item: any(t.rect[0] > 1200 for t in user.all(item, "Text")), f"{item} in the inspector")
            user.click(f"{SHORT[department]}として押印", "PrimaryButton")
            user.until(lambda short=SHORT[department]: not user.all(f"{short}として押印", "PrimaryButton"), "the stamp")
    user.reads(f"{len(items)}項目が合意")
    user.look("stamped")


def export(user: User, path: Path) -> None:
    user.key("ctrl+e")
    user.reads("合意済みだけ")
    user.key("Return", window="ExportDialog")
    name_file(user, path)
    user.reads("に出力しました。")


def read(path: Path, *said: str) -> None:
    """The workbook says what was settled, and who stamped it."""
    book = openpyxl.load_workbook(path)
    cells = "\n".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None)
    assert all(words in cells for words in said)
    stamps = [c.value for row in book["合意一覧"].iter_rows() for c in row if isinstance(c.value, str) and "佐伯 遥" in c.value]
    assert len(stamps) == 3 * len(said)
