"""Personas without a document: the letter that stands for somebody."""

from fusenapp.domain.persona import initial, unquoted


def test_the_initial_is_the_first_letter_by_which_people_can_be_told_apart() -> None:
    names = ["選定者", "決定者", "決裁者"]
    assert [initial(name, names) for name in names] == ["選", "定", "裁"]


def test_alone_or_called_the_same_the_first_letter_stands() -> None:
    assert (initial("佐藤"), initial("佐藤", ["佐藤"]), initial("", ["決裁者"])) == ("佐", "佐", "")


def test_a_name_that_begins_another_one_keeps_its_first_letter() -> None:
    assert [initial(name, ["部長", "部長代理"]) for name in ("部長", "部長代理")] == ["部", "代"]


def test_words_that_were_written_with_marks_around_them_get_no_second_pair() -> None:
    assert [unquoted(text) for text in ("「月末がつらい」", "“Month-end hurts” ", "月末がつらい", "「誰が」決めるのか「いつ」", "「", "")] == [
        "月末がつらい", "Month-end hurts", "月末がつらい", "「誰が」決めるのか「いつ」", "「", ""]
