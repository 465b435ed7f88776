"""A new user's way in the real window, from an empty workspace: two drafts that have nothing in common, a third way, stamps, the workbook,
and a colleague's edited copy of it read back.

``FUSEN_PICTURES=FOLDER`` keeps pictures of the screen on the way.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.e2e.screen import missing
from tests.e2e.test_window_agreement import export, place, propose_and_stamp, speak_for, user  # noqa: F401 - the fixture
from tests.e2e.test_window_job import add_number, close, go, import_file, name_file
from tests.e2e.user import User

pytestmark = [pytest.mark.xvfb, pytest.mark.skipif(bool(missing()), reason=missing())]

TARGET = "ターゲットの定義"


def test_from_an_empty_workspace_to_an_edited_copy_read_back(user: User, files: Path, tmp_path: Path) -> None:  # noqa: F811
    leads = shutil.copy(files / "samples/plain_leads.xlsx", tmp_path)
    workbook, edited = tmp_path / "合意書.xlsx", tmp_path / "合意書_修正.xlsx"
    user.start()
    make_empty(user, tmp_path / "空から.fusen")
    go(user, "突き合わせ")
    user.reads("まだ案がありません")
    import_file(user, "リード", leads)
    draft_the_target(user, "100")
    speak_for(user, "フィールドセールス")
    go(user, "突き合わせ")
    user.reads("フィールドセールスはターゲットの定義の案をまだ書いていません。")
    draft_the_target(user, "500")
    settle_by_a_third_way(user, "300")
    propose_and_stamp(user, (TARGET,))
    export(user, workbook)
    edit(workbook, edited)
    read_back(user, edited)
    close(user)


def make_empty(user: User, path: Path) -> None:  # noqa: F811
    user.click("ひな型から新規作成", "StartCard")
    user.fill("商品・サービスの名前", "請求書クラウド")
    user.fill("あなたの名前", "佐伯 遥")
    user.click("空", "_Segment")
    user.click("別の場所…")
    name_file(user, path)
    user.click("作成")
    user.see("ターゲット", "RailItem")
    user.idle()


def draft_the_target(user: User, employees: str) -> None:  # noqa: F811
    """A draft that begins empty, since there is no joint definition."""
    go(user, "ターゲット")
    user.click("自部門の案を書く")
    user.see("自部門の案を表示中")
    assert not user.all("押印", "PushButton")  # a draft is not stamped
    add_number(user, "従業員数", employees)
    user.idle()


def settle_by_a_third_way(user: User, employees: str) -> None:  # noqa: F811
    go(user, "突き合わせ")
    user.reads("合意まで あと1件")
    user.press(*place(user, "従業員数").centre)
    user.replace(lambda: next(t for t in user.all("値") if t.rect[0] > 1150), employees)
    user.key("Tab")
    user.click("第三案に決める", "PrimaryButton")
    user.reads("未決の項目はありません")
    user.look("new-user-settled")
    user.click("合意へ進む", "PrimaryButton")
    user.until(lambda: any(t.checked for t in user.all("合意", "RailItem")), "the agreements")
    user.reads(f"従業員数が{employees}以上であるリードを、ターゲットとする。")  # what one is about to stamp


def edit(path: Path, out: Path) -> None:
    """What a colleague does in Excel."""
    book = openpyxl.load_workbook(path)
    cells = [c for row in book["ターゲット"].iter_rows() for c in row if c.value == 300]
    assert len(cells) == 1
    cells[0].value = 200
    book.save(out)


def read_back(user: User, path: Path) -> None:  # noqa: F811
    go(user, "合意")
    user.click("編集した合意書を読み戻す…", "IconButton")
    name_file(user, path)
    user.reads("提案が1件")
    user.look("new-user-proposals")
    user.click("1件を反映", "PrimaryButton")
    user.until(lambda: not user.things("ProposalsDialog"), "the dialog gone")
    user.click(TARGET, "Cell")
    user.reads("従業員数が200以上であるリードを、ターゲットとする。")
    user.reads("要見直し")
