"""A name in both languages, for things that Fusen brings along (fields, default phases, terms)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The same name in Japanese and English."""

    ja: str
    en: str

    def to(self, language: str) -> str:
        """The name in ``"ja"`` or ``"en"``."""
        return self.ja if language == "ja" else self.en
