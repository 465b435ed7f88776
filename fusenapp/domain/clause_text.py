"""Operator and value of a clause in the cells of a workbook, and read back from what people write there.

    =, != …        製造業          text, number or flag as it is
    one-of         製造業、卸売業   items with a separator, or a number kept as text, stand in "quotes"
    between        100 – 999
    within-days    30（引渡日）     days, and in brackets the column that they count back from
    increased …    ±5%（前年売上）  tolerance, and in brackets the column to compare with
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from fusenapp.domain.definition_types import OPERATORS
from fusenapp.domain.definition_value import normal_value, plain_value
from fusenapp.domain.operators import OPERATOR_NAMES, OPERATOR_SIGNS

Cell = str | int | float | bool | None
"""What stands in a cell."""

_NUMBER = re.compile(r"[-+]?(\d[\d,]*\.?\d*|\.\d+)(e[-+]?\d+)?", re.IGNORECASE)
_SPLIT = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^"、,;\n][^、,;\n]*))\s*(?:[、,;\n]|$)')
_BETWEEN = re.compile(r"(.+?)\s*(?:–|—|〜|～|~|\s-\s|\sto\s|から)\s*(.+)")
_DAYS = re.compile(r"([\d,]+)\s*(?:日以内|日|days|day)?\s*(?:\((.+)\))?")
_TREND = re.compile(r"(?:±\s*([\d.]+)\s*%)?\s*(?:\((.+)\))?")
_WORDS = {"はい": True, "いいえ": False, "yes": True, "no": False, "true": True, "false": False, "○": True, "×": False, "〇": True}
_SEPARATORS = '、,;\n"'


def operator_text(operator: str, language: str) -> str:
    """The sign or short word of an operator; one that is not known here as it is."""
    sign = OPERATOR_SIGNS.get(operator)
    return sign.to(language) if sign else operator


def parse_operator(cell: Cell) -> str:
    """The operator that a cell means: its sign, its name or its code, in either language.

    Raises:
        ValueError: none.
    """
    return _OPERATORS[_folded(str(cell if cell is not None else ""))]


def value_cell(operator: str, value: Any, language: str) -> Cell:
    """A value as it is written into a cell: numbers as numbers, all else as text."""
    shape = OPERATORS.get(operator, "")
    if value is None or shape == "none":
        return None
    if isinstance(value, Mapping):
        return _days_text(value, language) if shape == "days" else _trend_text(value, language)
    if isinstance(value, (tuple, list)):
        joiner = " – " if shape == "pair" else "、" if language == "ja" else ", "
        return joiner.join(_item(v, language, listed=shape != "pair") for v in value)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else _plain(value, language)


def parse_value(operator: str, cell: Cell, was: Any = None) -> Any:
    """The value that a cell means for an operator, as records keep it.

    Args:
        was: the value before; a text that looks like a number stays text where it was text.

    Raises:
        ValueError: the operator does not take such a value.
    """
    shape = OPERATORS[operator]
    if shape == "none":
        if cell not in (None, ""):
            raise ValueError(cell)
        return None
    return plain_value(normal_value(operator, _PARSERS[shape](cell, was)))


def _scalar(cell: Cell, was: Any) -> Any:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        raise ValueError(cell)
    if isinstance(was, str):
        return str(cell)
    if isinstance(was, bool):
        return cell if isinstance(cell, bool) else _flag(str(cell))
    if isinstance(was, (int, float)) and isinstance(cell, str):
        return number(cell)
    return cell


def _flag(text: str) -> bool:
    try:
        return _WORDS[_folded(text)]
    except KeyError as error:
        raise ValueError(text) from error


def _ordered(cell: Cell, was: Any) -> Any:
    if isinstance(was, (int, float)) and not isinstance(was, bool):
        return cell if _numeric(cell) else number(str(cell))
    text = str(cell).strip() if isinstance(cell, str) else cell
    return number(text) if isinstance(text, str) and _NUMBER.fullmatch(text) and not isinstance(was, str) else text


def _pair(cell: Cell, was: Any) -> Any:
    found = _BETWEEN.fullmatch(str(cell).strip()) if isinstance(cell, str) else None
    if found is None:
        raise ValueError(cell)
    former = was if isinstance(was, (list, tuple)) and len(was) == 2 else (None, None)
    return [_ordered(text.strip(), old) for text, old in zip(found.groups(), former, strict=True)]


def _list(cell: Cell, was: Any) -> Any:
    if _numeric(cell) or isinstance(cell, bool):
        return [cell]
    texts = isinstance(was, (list, tuple)) and bool(was) and all(isinstance(v, str) for v in was)
    found, text, at = [], str(cell or "").strip(), 0
    while at < len(text):
        match = _SPLIT.match(text, at)
        if match is None or match.end() == at:
            raise ValueError(cell)
        quoted, plain = match.groups()
        found.append(quoted.replace('""', '"') if quoted is not None else _listed(plain.strip(), texts))
        at = match.end()
    return found


def _listed(text: str, texts: bool) -> Any:
    return number(text) if not texts and _NUMBER.fullmatch(text) else text


def _text(cell: Cell, _was: Any) -> Any:
    return plain_number(cell) if _numeric(cell) else cell


def _days(cell: Cell, _was: Any) -> Any:
    if _numeric(cell):
        return {"days": cell}
    found = _DAYS.fullmatch(_brackets(str(cell or "")))
    if found is None:
        raise ValueError(cell)
    return {"days": number(found[1])} | ({"of": _column(cell)} if found[2] else {})


def _trend(cell: Cell, _was: Any) -> Any:
    found = _TREND.fullmatch(_brackets("" if cell is None else str(cell)))
    if found is None:
        raise ValueError(cell)
    return ({"than": _column(cell)} if found[2] else {}) | ({"tolerance": float(found[1]) / 100} if found[1] else {})


def _brackets(text: str) -> str:
    """The outermost brackets in plain form, whatever their width."""
    text = text.strip()
    if text.endswith(("）", ")")):
        start = min(at for at in (text.find("（"), text.find("("), len(text)) if at >= 0)
        return f"{unicodedata.normalize('NFKC', text[:start])}({text[start + 1:-1]})"
    return unicodedata.normalize("NFKC", text)


def _column(cell: Cell) -> str:
    return _brackets(str(cell)).partition("(")[2][:-1].strip()


def number(text: str) -> int | float:
    """A number as people write it: full width, with thousands separators.

    Raises:
        ValueError: it is none.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if not _NUMBER.fullmatch(folded):
        raise ValueError(text)
    found = float(folded.replace(",", ""))
    return int(found) if found.is_integer() and abs(found) < 2**53 else found


def plain_number(found: Any) -> str:
    """A number in the shortest digits that mean it."""
    return str(int(found)) if float(found).is_integer() and abs(found) < 2**53 else repr(float(found))


def _numeric(cell: Any) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _plain(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return ("はい" if value else "いいえ") if language == "ja" else ("Yes" if value else "No")
    return plain_number(value) if _numeric(value) else str(value)


def _item(value: Any, language: str, *, listed: bool) -> str:
    text = _plain(value, language)
    if not listed or not isinstance(value, str):
        return text
    quoted = not text.strip() or text != text.strip() or any(c in text for c in _SEPARATORS) or _NUMBER.fullmatch(text)
    return '"' + text.replace('"', '""') + '"' if quoted else text


def _days_text(value: Mapping[str, Any], language: str) -> Cell:
    return f"{plain_number(value['days'])}{_bracketed(value['of'], language)}" if value.get("of") else value.get("days")


def _trend_text(value: Mapping[str, Any], language: str) -> str | None:
    tolerance = f"±{plain_number(round(value['tolerance'] * 100, 9))}%" if value.get("tolerance") else ""
    return (tolerance + (_bracketed(value["than"], language) if value.get("than") else "")) or None


def _bracketed(name: str, language: str) -> str:
    return f"（{name}）" if language == "ja" else f" ({name})"


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _spellings() -> dict[str, str]:
    known: dict[str, str] = {"≥": ">=", "≤": "<=", "≧": ">=", "≦": "<=", "≠": "!=", "<>": "!=", "=>": ">=", "=<": "<=", "以上": ">=",
                             "以下": "<=", "未満": "<", "より大きい": ">"}
    for words in (OPERATOR_NAMES, OPERATOR_SIGNS):
        for operator, wording in words.items():
            known |= {_folded(wording.ja): operator, _folded(wording.en): operator}
    return {_folded(k): v for k, v in known.items()} | {operator: operator for operator in OPERATORS}


_OPERATORS = _spellings()
_PARSERS = {"scalar": _scalar, "ordered": _ordered, "pair": _pair, "list": _list, "text": _text, "days": _days, "trend": _trend}
