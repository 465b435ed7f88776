"""Text files: encodings, delimiters, broken lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fusenapp.errors import InputError
from fusenapp.tables import limits
from tests.unit.tables.making import Read, text, values

ROWS = "店舗,件数,金額\r\n新宿店,12,34000\r\n大阪店,7,21000\r\n名古屋店,5,15500\r\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp932", "cp932"), ("euc_jp", "euc-jp"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"),
        ("iso2022_jp", "iso-2022-jp"),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, encoding: str, told: str) -> None:
    read = Read(text(tmp_path / "a.csv", ROWS, encoding))
    assert read.book.encoding == told
    assert values(read.only, "店舗") == ["新宿店", "大阪店", "名古屋店"]
    assert values(read.only, "金額") == [34000, 21000, 15500]


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_delimiters_are_found_whatever_the_name_says(tmp_path: Path, delimiter: str) -> None:
    read = Read(text(tmp_path / "a.csv", ROWS.replace(",", delimiter)))
    assert values(read.only, "件数") == [12, 7, 5]


def test_lines_before_the_header_are_a_title(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", "店舗別実績\r\n2026年8月末時点\r\n\r\n" + ROWS))
    assert read.book.tables[0].header_rows == (4,)
    assert (read.only.title, read.only.as_of) == ("店舗別実績", "2026-08")
    assert read.only.place(0, "件数") == "a.csv › a › B5"


def test_whole_lines_in_quotes_are_cut_once_more(tmp_path: Path) -> None:
    broken = 'id,name,note\r\n1,a,x\r\n"2,b,""y, z"""\r\n3,c,w\r\n'
    read = Read(text(tmp_path / "a.csv", broken))
    assert values(read.only, "note") == ["x", "y, z", "w"]
    assert "quoted-lines" in read.codes


def test_rows_with_missing_fields_are_kept_and_told(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", "a,b,c\r\n1,2,3\r\n4,5\r\n6,7,8\r\n"))
    assert values(read.only, "c") == [3, None, 8]
    assert "ragged-rows" in read.codes


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", 'a,b\n"x,1\n' + "y,2\n" * 3000))
    assert len(read.only) == 3001
    assert "unclosed-quote" in read.codes


def test_lost_bytes_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ROWS.encode("cp932") + b"\x83\xff,1,2\r\n")
    read = Read(path)
    assert read.book.encoding == "cp932"
    assert "undecodable-bytes" in read.codes


def test_identifiers_with_leading_zeros_stay_text(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", "コード,電話番号,件数\r\n00123,0312345678,5\r\n04567,0612345678,6\r\n"))
    assert [column.type for column in read.only.columns] == ["text", "text", "integer"]
    assert values(read.only, "コード") == ["00123", "04567"]


def test_formulas_in_text_are_only_text(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", "会社,件数,備考\r\nA社,1,=cmd|' /C calc'!A0\r\nB社,2,\"=HYPERLINK(\"\"http://x/\"\")\"\r\nC社,3,-\r\n"))
    assert values(read.only, "備考") == ["=cmd|' /C calc'!A0", '=HYPERLINK("http://x/")', None]
    assert "formula-texts" in read.codes


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"  \r\n  \r\n"])
def test_nothing_to_read_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        Read(path)
    assert caught.value.code == "corrupt"


def test_large_texts_are_read_to_the_same_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"L{n:05d},{n},2026/4/{n % 28 + 1},{'○' if n % 3 else '×'},\"注, {n}\"" for n in range(1500)]
    lines[700] = '"L00700,700,2026/4/1,○,""注, 700"""'
    path = text(tmp_path / "a.csv", "ID,件数,登録日,DL,備考\n" + "\n".join(lines) + "\n合計,1124250,,,\n", "cp932")
    slow = Read(path)
    monkeypatch.setattr(limits, "LARGE_TEXT", 1000)
    fast = Read(path)
    assert fast.book.tables == slow.book.tables
    assert fast.only.table.equals(slow.only.table)
    assert fast.only.rows.tolist() == slow.only.rows.tolist()
    assert len(fast.only) == 1500


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_texts_without_a_mark_and_hardly_any_latin(tmp_path: Path, encoding: str) -> None:
    read = Read(text(tmp_path / "a.csv", "会社名,都道府県\n青空株式会社,東京都\nみどり商事,大阪府\n山田製作所,愛知県\n", encoding))
    assert read.book.encoding == encoding
    assert values(read.only, "都道府県") == ["東京都", "大阪府", "愛知県"]


def test_a_file_whose_every_line_is_quoted_is_cut_once_more(tmp_path: Path) -> None:
    lines = ['"番号,名称,金額"', '"001,青空,12000"', '"002,緑,8000"', '"003,""山田,太郎"",500"']
    read = Read(text(tmp_path / "a.csv", "\r\n".join(lines), "cp932"))
    assert values(read.only, "名称") == ["青空", "緑", "山田,太郎"]
    assert "quoted-lines" in read.codes


def test_one_column_of_sentences_is_not_cut(tmp_path: Path) -> None:
    lines = ['"感想"', '"よかった, とても"', '"長い, 暑い, 遠い"', '"普通"', '"また来たい"']
    assert [column.name for column in Read(text(tmp_path / "a.csv", "\n".join(lines))).only.columns] == ["感想"]


@pytest.mark.parametrize("code", ['="{}"', '"=""{}"""', "'{}"])
def test_texts_in_wrappers_keep_their_zeros_and_stay_texts(tmp_path: Path, code: str) -> None:
    rows = [f"{code.format(number)},青空{number},100" for number in ("00123", "70456", "80789")]
    read = Read(text(tmp_path / "a.csv", "\n".join(["顧客番号,名称,金額", *rows])))
    assert values(read.only, "顧客番号") == ["00123", "70456", "80789"]
    assert "formula-texts" not in read.codes


def test_where_everything_is_wrapped_numbers_are_numbers(tmp_path: Path) -> None:
    rows = [f'="青空{n}",="{n * 100}",="2026/4/{n}"' for n in (1, 2, 3)]
    read = Read(text(tmp_path / "a.csv", "\n".join(["名称,金額,日付", *rows])))
    assert [column.type for column in read.only.columns] == ["text", "integer", "date"]


def test_a_first_line_may_name_the_delimiter(tmp_path: Path) -> None:
    read = Read(text(tmp_path / "a.csv", "sep=;\nID;名称;金額\n1;青空,東京;100\n2;緑;200\n3;山田;300\n"))
    assert values(read.only, "名称") == ["青空,東京", "緑", "山田"]
    assert read.book.tables[0].title == ""
    assert read.only.place(0, "ID").endswith("A3")


@pytest.mark.parametrize(
    "content", ["番号，名称，金額\n１，青空，１００\n２，緑，２００\n３，山田，３００\n", "番号   名称     金額\n1      青空     100\n2      緑       200\n3      山田     300\n"]
)
def test_wide_commas_and_gaps_divide_too(tmp_path: Path, content: str) -> None:
    read = Read(text(tmp_path / "a.txt", content))
    assert values(read.only, "名称") == ["青空", "緑", "山田"]
    assert values(read.only, "金額") == [100, 200, 300]


def test_a_small_text_file_is_read_without_pandas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("部署,登録日,件数,済\n一課,2026/4/1,10,○\n二課,,8,×\n三課,2026/5/1,,○\n", "utf-8")
    code = "import sys; from fusenapp.tables import *; b = read_book(sys.argv[1]); print(len(extract(b, b.tables[0].id)), 'pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=60).stdout
    assert told.split() == ["3", "False"]
