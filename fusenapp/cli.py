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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from fusenapp import __version__, i18n, messages, settings
from fusenapp.errors import FusenError, InputError
from fusenapp.i18n import translate

Answer = tuple[Mapping[str, Any], Sequence[Any]]
"""What a verb gives: the JSON object, and its problems (exit status 1 if there are any)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb; returns the exit status. Never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        given = _parser().parse_args(_common_first(arguments))
        i18n.set_language(given.lang or settings.Settings().language())
        answer, problems = given.run(given)
        _print(given, answer)
        return 1 if problems else 0
    except FusenError as error:
        return _failed(error.code, messages.explain(error), error.where)
    except KeyboardInterrupt:
        return _failed("cancelled", translate("Command", "Cancelled; nothing was changed."), "")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        if os.environ.get("FUSEN_TRACE"):
            raise
        return _failed("unexpected", messages.sentence("unexpected"), "")


def _failed(code: str, message: str, where: str) -> int:
    print(json.dumps({"error": {"code": code, "message": message, "where": where}}, ensure_ascii=False))
    return 2


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _print(given: argparse.Namespace, answer: Mapping[str, Any]) -> None:
    if given.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        from fusenapp.cli_table import lines

        print("\n".join(lines(answer)))


# --- the language of the command line


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError("usage", where=self.prog, detail=message, usage=self.format_usage().strip())


_COMMON = {"--json": 0, "--lang": 1}


def _common_first(arguments: list[str]) -> list[str]:
    """Common options may stand anywhere; behind the verb they are moved to its end."""
    common, rest, at = [], [], 0
    while at < len(arguments):
        taken = 1 + _COMMON.get(arguments[at], -1)
        (common if taken else rest).extend(arguments[at:at + max(taken, 1)])
        at += max(taken, 1)
    return rest + common if rest and not rest[0].startswith("-") else common + rest


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object")
    common.add_argument("--lang", choices=i18n.LANGUAGES, help="language of messages and exports")
    parser = _Parser(prog="fusenapp", description="Fusen: plan, agree and test what a good lead is.")
    parser.add_argument("--version", action="version", version=f"Fusen {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)

    def verb(name: str, help: str, run: Callable[[argparse.Namespace], Answer]) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=help, parents=[common])
        made.set_defaults(run=run)
        return made

    _workspace_verbs(verb)
    _data_verbs(verb)
    _result_verbs(verb)
    return parser


Verb = Callable[[str, str, Callable[[argparse.Namespace], Answer]], argparse.ArgumentParser]


def _workspace_verbs(verb: Verb) -> None:
    new = verb("new", "make a workspace", _verb("new"))
    new.add_argument("workspace", type=Path)
    new.add_argument("--template", default="b2b", help="b2b, empty or sample")
    new.add_argument("--name", default="", help="name of the product or service")
    verb("show", "what a workspace holds", _verb("show")).add_argument("workspace", type=Path)
    merge = verb("merge", "join two copies that were edited apart", _verb("merge"))
    merge.add_argument("a", type=Path)
    merge.add_argument("b", type=Path)
    merge.add_argument("-o", "--output", type=Path, help="write the result here and leave A as it is")
    check = verb("check", "is the file whole, and what can be recovered", _verb("check"))
    check.add_argument("workspace", type=Path)
    check.add_argument("--repair", type=Path, metavar="OUT", help="write what can be read to OUT")


def _data_verbs(verb: Verb) -> None:
    read = verb("read", "how a spreadsheet is understood", _verb("read"))
    read.add_argument("path", type=Path)
    read.add_argument("--table", metavar="ID")
    read.add_argument("--csv", type=Path, metavar="OUT")
    put = verb("import", "take a spreadsheet into a workspace; again = refresh", _verb("import_"))
    put.add_argument("workspace", type=Path)
    put.add_argument("path", type=Path)
    put.add_argument("--as", dest="purpose", choices=("leads", "kpi", "interviews", "contents"))
    put.add_argument("--name")
    put.add_argument("--table", metavar="ID")
    put.add_argument("--recipe", type=Path, metavar="R")
    for made in (read, put):
        made.add_argument("--password-file", type=Path, help="file that holds the workbook's password")


def _result_verbs(verb: Verb) -> None:
    define = verb("define", "put in the target or hot-lead definition", _verb("define"))
    define.add_argument("workspace", type=Path)
    define.add_argument("definition", choices=("target", "hot-lead"))
    define.add_argument("rule", type=Path, metavar="RULE.json")
    define.add_argument("--department", default="", metavar="D")
    qualify = verb("qualify", "run a definition on a lead list", _verb("qualify"))
    qualify.add_argument("workspace", type=Path)
    qualify.add_argument("dataset")
    qualify.add_argument("--definition", default="target", choices=("target", "hot-lead"))
    qualify.add_argument("--outcome", metavar="COLUMN=VALUE")
    qualify.add_argument("--among", metavar="COLUMN")
    qualify.add_argument("--csv", type=Path, metavar="OUT")
    kpi = verb("kpi", "the KPI tree's figures", _verb("kpi"))
    kpi.add_argument("workspace", type=Path)
    kpi.add_argument("--period", metavar="2026-04[:2026-11]")
    kpi.add_argument("--by", choices=("month", "quarter", "half", "year"), default="month")
    kpi.add_argument("--department", metavar="D")
    kpi.add_argument("--basis", choices=("cohort", "event"), default="cohort")
    kpi.add_argument("--explain", metavar="NODE")
    kpi.add_argument("--from", dest="start", metavar="P")
    kpi.add_argument("--to", dest="end", metavar="P")
    stamp = verb("stamp", "agree to an item as it is now", _verb("stamp"))
    stamp.add_argument("workspace", type=Path)
    stamp.add_argument("item")
    stamp.add_argument("--department", required=True, metavar="D")
    stamp.add_argument("--person", required=True, metavar="P")
    stamp.add_argument("--comment", default="", metavar="C")
    export = verb("export", "write the definitions to Excel", _verb("export"))
    export.add_argument("workspace", type=Path)
    export.add_argument("output", type=Path, metavar="OUT.xlsx")
    export.add_argument("--items", choices=("agreed", "all"), default="agreed")


def _verb(name: str) -> Callable[[argparse.Namespace], Answer]:
    """The verb's function, imported when it runs: ``--help`` and errors load nothing."""

    def run(given: argparse.Namespace) -> Answer:
        from fusenapp import cli_verbs

        return getattr(cli_verbs, name)(given)

    return run
