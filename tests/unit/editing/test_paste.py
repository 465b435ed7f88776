"""Text from the clipboard as notes."""

from fusenapp.editing import paste


def test_each_line_of_a_list_is_an_entry_without_its_bullet():
    assert paste.to_lines("・一つ目\r\n\n- 二つ目\n① 三つ目\n4. 四つ目\n") == ["一つ目", "二つ目", "三つ目", "四つ目"]


def test_numbers_that_belong_to_the_text_stay():
    assert paste.to_lines("3社に絞る\n2026年の予算\n-5%の値引き") == ["3社に絞る", "2026年の予算", "-5%の値引き"]


def test_cells_of_a_spreadsheet_keep_quoted_line_breaks():
    text = '検索する\t"資料を\n5社分集める"\r\n\t上司に相談\r\n'
    assert paste.is_grid(text)
    assert paste.to_grid(text) == [["検索する", "資料を\n5社分集める"], ["", "上司に相談"]]


def test_a_column_of_quoted_cells_stays_whole_per_cell():
    assert paste.to_lines('"一行目\n二行目"\n次のセル\n') == ["一行目\n二行目", "次のセル"]


def test_what_goes_out_comes_back_in():
    rows = [["あ\nい", 'う"え'], ["", "お"]]
    assert paste.to_grid(paste.to_text(rows)) == rows
