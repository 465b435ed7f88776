"""The command line: the window's work without a window. One function a verb; shapes as documented in the README.

Exit status: 0 done; 1 done, but something needs a look (``problems``); 2 could not, with one line
``{"error": {"code", "message", "where"}}`` and nothing changed on disk.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from fusenapp import i18n, messages, settings
from fusenapp.cli_parser import asked_language, common_last, make_parser
from fusenapp.errors import FusenError
from fusenapp.i18n import translate


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit status. Never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        return _run(arguments)
    except FusenError as error:
        return _failed(error.code, messages.explain(error), error.where)
    except KeyboardInterrupt:
        return _failed("cancelled", translate("Command", "Cancelled; nothing was changed."), "")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("FUSEN_TRACE"):
            raise
        return _failed("unexpected", messages.sentence(type(error).__name__), "")


def _run(arguments: list[str]) -> int:
    i18n.set_language(asked_language(arguments) or settings.Settings().language())
    given = make_parser().parse_args(common_last(arguments))
    answer, problems = given.run(given)
    _print(given, answer)
    return 1 if problems else 0


def _failed(code: str, message: str, where: object) -> int:
    print(json.dumps({"error": {"code": code, "message": message, "where": str(where)}}, ensure_ascii=False))
    return 2


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _print(given: argparse.Namespace, answer: Mapping[str, Any]) -> None:
    if given.json:
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    else:
        from fusenapp.cli_table import lines

        print("\n".join(lines(answer)), flush=True)
