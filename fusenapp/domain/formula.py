"""The formula language of the KPI tree, read by hand: ``[受注数] × 平均単価``, ``SUM(a, b)``, ``IF(a > 0, b ÷ a, 0)``.

::

    expression  = term { ("+" | "−") term }
    term        = factor { ("×" | "÷") factor }
    factor      = [ "−" ] ( number [ "%" ] | call | name [ "@" segment ] | "(" expression ")" )
    call        = ("SUM" | "MIN" | "MAX") "(" expression { "," expression } ")"
                | "IF" "(" expression comparison expression "," expression "," expression ")"

Half- and full-width signs, digits and brackets mean the same, as do ``*`` and ``×``, ``/`` and ``÷``. A name
may stand in ``[ ]`` and must if it holds a blank, a bracket or a sign. ``@質`` or ``@quality`` takes a figure
from one segment whatever the segment of the formula.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fusenapp.errors import InputError

FUNCTIONS = ("SUM", "MIN", "MAX")
SEGMENT_NAMES = {"all": "all", "合計": "all", "全体": "all", "quality": "quality", "質": "quality", "質リード": "quality",
                 "general": "general", "一般": "general", "一般リード": "general", "unknown": "unknown", "情報不足": "unknown"}


@dataclass(frozen=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True)
class Name:
    """A node by its name or id; ``at`` and ``end`` are its place in the text, brackets and segment included."""

    name: str
    segment: str = ""
    at: int = 0
    end: int = 0


@dataclass(frozen=True)
class Binary:
    """``left operator right`` with one of ``+ - * /``."""

    operator: str
    left: Expression
    right: Expression
    at: int = 0


@dataclass(frozen=True)
class Negative:
    """``−operand``."""

    operand: Expression


@dataclass(frozen=True)
class Call:
    """``SUM``, ``MIN`` or ``MAX`` of at least one argument."""

    function: str
    arguments: tuple[Expression, ...]
    at: int = 0


@dataclass(frozen=True)
class If:
    """``then`` if ``left comparison right`` (one of ``< <= > >= = <>``), else ``otherwise``."""

    comparison: str
    left: Expression
    right: Expression
    then: Expression
    otherwise: Expression
    at: int = 0


Expression = Number | Name | Binary | Negative | Call | If

_SIGNS = {"×": "*", "✕": "*", "·": "*", "÷": "/", "∕": "/", "−": "-", "–": "-", "‐": "-", "≤": "<=", "≦": "<=", "≥": ">=", "≧": ">=",
          "≠": "<>", "、": ",", "【": "[", "】": "]"}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_COMPARISONS = ("<=", ">=", "<>", "<", ">", "=")
_DEPTH = 60
_LENGTH = 400
"""Most signs, names and numbers of one formula: longer ones would nest deeper than Python calls."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    at: int
    end: int


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Reads a formula; remembered, since all formulas of a tree are looked through after every edit.

    Raises:
        InputError: ``formula-syntax`` with ``position`` (counted from 1) and ``found``, the piece that does not fit
            (empty at the end of the text).
    """
    return _Parser(text).whole()


def names(expression: Expression) -> Iterator[Name]:
    """Every name in the formula, from left to right, repeated where it is repeated."""
    if isinstance(expression, Name):
        yield expression
    for part in parts(expression):
        yield from names(part)


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions that an expression is made of."""
    match expression:
        case Binary():
            return expression.left, expression.right
        case Negative():
            return (expression.operand,)
        case Call():
            return expression.arguments
        case If():
            return expression.left, expression.right, expression.then, expression.otherwise
        case _:
            return ()


def rename(text: str, old: str, new: str) -> str:
    """The formula with one name put in place of another, everything else as it was written.

    A formula that cannot be read is returned unchanged.
    """
    try:
        found = [each for each in names(parse(text)) if _same(each.name, old)]
    except InputError:
        return text
    for each in sorted(found, key=lambda name: -name.at):
        text = text[: each.at] + quote(new) + (f"@{each.segment}" if each.segment else "") + text[each.end:]
    return text


def quote(name: str) -> str:
    """The name in the brackets of the language."""
    return f"[{name}]"


def _same(a: str, b: str) -> bool:
    from fusenapp.domain.kpi import key

    return key(a) == key(b)


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        yield token
        at = token.end
    yield _Token("end", "", len(text), len(text))


def _plain(character: str) -> str:
    """A sign or digit in its plain form; other characters as they are."""
    return _SIGNS.get(character) or unicodedata.normalize("NFKC", character)


def _token(text: str, at: int) -> _Token:
    sign = _plain(text[at])
    if sign == "[":
        end = next((i for i in range(at, len(text)) if _plain(text[i]) == "]"), -1)
        if end <= at + 1:
            raise _wrong(text[at:], at)
        return _Token("name", text[at + 1 : end].strip(), at, end + 1)
    if sign.isdigit() or sign == ".":
        return _number(text, at)
    if sign in ("<", ">") and at + 1 < len(text) and sign + _plain(text[at + 1]) in _COMPARISONS:
        return _Token("sign", sign + _plain(text[at + 1]), at, at + 2)
    if _is_sign(sign):
        return _Token("sign", sign, at, at + 1)
    end = at
    while end < len(text) and not text[end].isspace() and not _is_sign(_plain(text[end])):
        end += 1
    return _Token("name", text[at:end], at, end)


def _is_sign(sign: str) -> bool:
    return sign in ("<=", ">=", "<>") or (len(sign) == 1 and sign in "+-*/(),%@[]<>=")


def _number(text: str, at: int) -> _Token:
    end = at
    while end < len(text) and _plain(text[end]) in "0123456789.":
        end += 1
    plain = "".join(_plain(c) for c in text[at:end])
    if not _NUMBER.fullmatch(plain):
        raise _wrong(text[at:end], at)
    return _Token("number", plain, at, end)


def _wrong(found: str, at: int) -> InputError:
    return InputError("formula-syntax", position=at + 1, found=found)


class _Parser:
    """Recursive descent over the tokens; ``depth`` guards against texts nested beyond reason."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        if len(self.tokens) > _LENGTH:
            raise _wrong(self.tokens[_LENGTH].text, self.tokens[_LENGTH].at)
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *signs: str) -> _Token | None:
        return self.take() if self.next.kind == "sign" and self.next.text in signs else None

    def expect(self, *signs: str) -> _Token:
        found = self.accept(*signs)
        if found is None:
            raise self.wrong()
        return found

    def wrong(self) -> InputError:
        return _wrong(self.next.text, self.next.at)

    def whole(self) -> Expression:
        found = self.expression()
        if self.next.kind != "end":
            raise self.wrong()
        return found

    def expression(self) -> Expression:
        found = self.term()
        while sign := self.accept("+", "-"):
            found = Binary(sign.text, found, self.term(), sign.at)
        return found

    def term(self) -> Expression:
        found = self.factor()
        while sign := self.accept("*", "/"):
            found = Binary(sign.text, found, self.factor(), sign.at)
        return found

    def factor(self) -> Expression:
        self.depth += 1
        if self.depth > _DEPTH:
            raise self.wrong()
        found = self._factor()
        self.depth -= 1
        return found

    def _factor(self) -> Expression:
        if self.accept("-"):
            return Negative(self.factor())
        if self.accept("("):
            inside = self.expression()
            self.expect(")")
            return inside
        if self.next.kind == "number":
            value = float(self.take().text)
            return Number(value / 100 if self.accept("%") else value)
        if self.next.kind == "name":
            return self.name_or_call()
        raise self.wrong()

    def name_or_call(self) -> Expression:
        token = self.take()
        word = unicodedata.normalize("NFKC", token.text).upper()
        opens = self.next.kind == "sign" and self.next.text == "("
        if opens and word == "IF":
            return self.condition(token.at)
        if opens and word in FUNCTIONS:
            return Call(word, self.arguments(), token.at)
        return self.name(token)

    def name(self, token: _Token) -> Name:
        if not self.accept("@"):
            return Name(token.text, "", token.at, token.end)
        if self.next.kind != "name" or self.next.text.lower() not in SEGMENT_NAMES:
            raise self.wrong()
        segment = self.take()
        return Name(token.text, SEGMENT_NAMES[segment.text.lower()], token.at, segment.end)

    def arguments(self) -> tuple[Expression, ...]:
        self.expect("(")
        found = [self.expression()]
        while self.accept(","):
            found.append(self.expression())
        self.expect(")")
        return tuple(found)

    def condition(self, at: int) -> Expression:
        self.expect("(")
        left = self.expression()
        comparison = self.expect(*_COMPARISONS).text
        right = self.expression()
        self.expect(",")
        then = self.expression()
        self.expect(",")
        otherwise = self.expression()
        self.expect(")")
        return If(comparison, left, right, then, otherwise, at)
