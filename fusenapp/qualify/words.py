"""Words of text columns that say yes or no, up or down. Compared exactly, so that SQL and Excel can do the same."""

from __future__ import annotations

from typing import Final

_LATIN_YES: Final = ("true", "yes", "y", "on", "ok")
_LATIN_NO: Final = ("false", "no", "n", "off", "ng")


def _cases(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for word in words for form in (word, word.upper(), word.capitalize()))


def _once(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


YES: Final = _once("○", "〇", "◯", "◎", "✓", "✔", "レ", "はい", "有", "有り", "あり", "済", "済み", "1", *_cases(_LATIN_YES))
NO: Final = _once("×", "✕", "✖", "いいえ", "無", "無し", "なし", "未", "0", *_cases(_LATIN_NO))

TREND: Final = {
    "increased": _once("増加", "増", "上昇", "拡大", "成長", "増収", "↑", "↗", *_cases(("up", "increased", "increase", "growing"))),
    "flat": _once("安定", "横ばい", "横這い", "維持", "同水準", "変わらず", "変化なし", "→", *_cases(("flat", "stable"))),
    "decreased": _once("減少", "減", "低下", "縮小", "下降", "減収", "↓", "↘", *_cases(("down", "decreased", "decrease", "shrinking"))),
}
