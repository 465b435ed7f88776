"""The formula language of the KPI tree."""

from __future__ import annotations

import pytest

from fusenapp.domain.formula import Binary, Call, If, Name, Negative, Number, names, parse, rename
from fusenapp.errors import InputError


def _bare(text: str) -> str:
    """The formula as a nested text, without places: what was understood."""
    return _told(parse(text))


def _told(e: object) -> str:
    match e:
        case Number(value):
            return f"{value:g}"
        case Name(name, segment):
            return name + (f"@{segment}" if segment else "")
        case Negative(operand):
            return f"(-{_told(operand)})"
        case Binary(operator, left, right):
            return f"({_told(left)}{operator}{_told(right)})"
        case Call(function, arguments):
            return f"{function}({','.join(map(_told, arguments))})"
        case If(comparison, left, right, then, otherwise):
            return f"IF({_told(left)}{comparison}{_told(right)},{_told(then)},{_told(otherwise)})"
    raise AssertionError(e)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("受注数 × 平均単価", "(受注数*平均単価)"),
        ("[受注数]×[平均単価]", "(受注数*平均単価)"),
        ("a - b - c", "((a-b)-c)"),
        ("a ÷ b ÷ c", "((a/b)/c)"),
        ("a + b × c", "(a+(b*c))"),
        ("(a + b) * c", "((a+b)*c)"),
        ("（ａ＋ｂ）＊２", "((ａ+ｂ)*2)"),
        ("−a × 2", "((-a)*2)"),
        ("リード数 × 12.5%", "(リード数*0.125)"),
        ("１０％", "0.1"),
        ("SUM(a, b、c)", "SUM(a,b,c)"),
        ("min([受注額（円）],1000)", "MIN(受注額（円）,1000)"),
        ("IF(a ≧ 0, b ÷ a, 0)", "IF(a>=0,(b/a),0)"),
        ("if(a<>b,1,2)", "IF(a<>b,1,2)"),
        ("リード数@質 ÷ リード数", "(リード数@quality/リード数)"),
        ("[アポ数]@general", "アポ数@general"),
        ("SUM", "SUM"),
        ("CVページのPV数/広告の表示回数", "(CVページのPV数/広告の表示回数)"),
    ],
)
def test_a_formula_is_understood_in_either_script(text: str, meaning: str) -> None:
    assert _bare(text) == meaning


@pytest.mark.parametrize(
    ("text", "position", "found"),
    [
        ("", 1, ""),
        ("a +", 4, ""),
        ("a b", 3, "b"),
        ("(a", 3, ""),
        ("a)", 2, ")"),
        ("SUM()", 5, ")"),
        ("IF(a, 1, 2)", 5, ","),
        ("[]", 1, "[]"),
        ("[リード", 1, "[リード"),
        ("a × × b", 5, "*"),
        ("1.2.3", 1, "1.2.3"),
        ("a@赤", 3, "赤"),
        ("a ＝ b", 3, "="),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(text: str, position: int, found: str) -> None:
    with pytest.raises(InputError) as refused:
        parse(text)
    assert refused.value.code == "formula-syntax"
    assert refused.value.parameters == {"position": position, "found": found}


@pytest.mark.parametrize("text", ["(" * 5000 + "a" + ")" * 5000, "-" * 5000 + "a", "a" + "+a" * 5000, "IF(" * 5000])
def test_nesting_beyond_reason_is_refused_rather_than_exhausting_the_stack(text: str) -> None:
    with pytest.raises(InputError):
        parse(text)


def test_names_come_from_left_to_right_with_their_places() -> None:
    text = "SUM([リード数]@質, アポ数) ÷ リード数"
    assert [(n.name, text[n.at : n.end]) for n in names(parse(text))] == [
        ("リード数", "[リード数]@質"), ("アポ数", "アポ数"), ("リード数", "リード数"),
    ]


def test_renaming_touches_only_that_name() -> None:
    assert rename("ﾘｰﾄﾞ数@質 ÷  リード数 + リード数計", "リード数", "見込客（件）") == "[見込客（件）]@quality ÷  [見込客（件）] + リード数計"
    assert rename("a +", "a", "b") == "a +"
