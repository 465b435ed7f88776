"""The Qt style sheet, written with tokens: ``$surface`` stands for the colour of that name."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from fusenapp.paths import resource
from fusenapp.ui.tokens import COLOURS


def style_sheet(css: Callable[[str], str], scheme: str) -> str:
    """The style sheet for ``scheme`` (``light`` or ``dark``), whose colours ``css(token)`` gives."""
    text = resource("style.qss").read_text(encoding="utf-8")
    values = {token: css(token) for token in COLOURS}
    values["scheme"] = scheme
    values["icons"] = resource("icons").as_posix()
    return Template(text).substitute(values)
