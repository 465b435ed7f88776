"""The language of the command line: verbs, their arguments, and what is said when they do not fit.

Verbs are imported when they run, so that ``--help`` and mistakes load nothing.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from fusenapp import __version__, i18n
from fusenapp.errors import InputError
from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

Answer = tuple[Mapping[str, Any], Sequence[Any]]
"""What a verb gives: the JSON object, and its problems (exit status 1 if there are any)."""

_COMMON = {"--json": 0, "--lang": 1}
"""Options of every verb, with the number of words that follow them."""

_MISTAKES = (
    (r"the following arguments are required: (.*)", QT_TRANSLATE_NOOP("Command", "{0} is missing")),
    (r"unrecognized arguments: (.*)", QT_TRANSLATE_NOOP("Command", "{0} is not known here")),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", QT_TRANSLATE_NOOP("Command", "{0} cannot be {1}, only one of {2}")),
    (r"argument (\S+): expected one argument", QT_TRANSLATE_NOOP("Command", "{0} needs a value")),
)
"""What argparse says, in our own words."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise InputError("usage", where=self.prog, detail=_mistake(message), usage=" ".join(self.format_usage().split()))


def _mistake(message: str) -> str:
    for pattern, said in _MISTAKES:
        if found := re.fullmatch(pattern, message):
            return translate("Command", said).format(*found.groups())
    return message


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language that ``--lang`` asks for; None where it asks for none that we know."""
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == "--lang":
            wanted = value or next(iter(arguments[at + 1:]), "")
            return wanted if wanted in i18n.LANGUAGES else None
    return None


def common_last(arguments: Sequence[str]) -> list[str]:
    """Common options may stand anywhere, before the verb too; they are moved to the end, where the verb takes them."""
    common: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(arguments):
        word = arguments[at]
        length = 1 + (_COMMON.get(word, 0))
        (common if word.partition("=")[0] in _COMMON else rest).extend(arguments[at:at + length])
        at += length
    return [*rest, *common] if rest and not rest[0].startswith("-") else rest


def make_parser() -> argparse.ArgumentParser:
    """The parser, its help in the language in use."""
    parser = _Parser(prog="fusenapp", description=translate("Command", "Fusen: plan, agree and test what a good lead is."))
    parser.add_argument("--version", action="version", version=f"Fusen {__version__}")
    verbs = _Verbs(parser)
    _workspace_verbs(verbs)
    _data_verbs(verbs)
    _joining_verbs(verbs)
    _result_verbs(verbs)
    _agreement_verbs(verbs)
    return parser


class _Verbs:
    """Adds verbs to a parser; every one has the common options."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._common = _Parser(add_help=False)
        self._common.add_argument("--json", action="store_true", help=translate("Command", "print one JSON object"))
        self._common.add_argument("--lang", choices=i18n.LANGUAGES, help=translate("Command", "language of messages and exports"))
        self._held = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)

    def add(self, name: str, help: str, workspace: bool = True) -> argparse.ArgumentParser:
        made = self._held.add_parser(name, help=help, description=help, parents=[self._common])
        made.set_defaults(run=_later(name))
        if workspace:
            made.add_argument("workspace", type=Path, help=translate("Command", "a .fusen file"))
        return made


def _later(verb: str) -> Callable[[argparse.Namespace], Answer]:
    def run(given: argparse.Namespace) -> Answer:
        from fusenapp import cli_verbs

        return getattr(cli_verbs, "import_" if verb == "import" else verb)(given)

    return run


def _workspace_verbs(verbs: _Verbs) -> None:
    new = verbs.add("new", translate("Command", "make a workspace"))
    new.add_argument("--template", default="b2b", help=translate("Command", "b2b, empty or sample (the sample company)"))
    new.add_argument("--name", default="", help=translate("Command", "name of the product or service"))
    verbs.add("show", translate("Command", "what a workspace holds, and where its items stand"))
    merge = verbs.add("merge", translate("Command", "join two copies that were edited apart"), workspace=False)
    merge.add_argument("a", type=Path, help=translate("Command", "the copy that takes the other in"))
    merge.add_argument("b", type=Path, help=translate("Command", "the other copy; it stays as it is"))
    merge.add_argument("-o", "--output", type=Path, help=translate("Command", "write the result here and leave A as it is"))
    check = verbs.add("check", translate("Command", "is the file whole, and what can be recovered"))
    check.add_argument("--repair", type=Path, metavar="OUT", help=translate("Command", "write what can be read to OUT"))


def _data_verbs(verbs: _Verbs) -> None:
    read = verbs.add("read", translate("Command", "how a spreadsheet is understood"), workspace=False)
    read.add_argument("path", type=Path, help=translate("Command", "a spreadsheet or text file"))
    read.add_argument("--table", metavar="ID", help=translate("Command", "one table of it; the largest if not said"))
    read.add_argument("--csv", type=Path, metavar="OUT", help=translate("Command", "write the table here, normalised"))
    put = verbs.add("import", translate("Command", "take a spreadsheet into a workspace; again = refresh"))
    put.add_argument("path", type=Path, help=translate("Command", "a spreadsheet or text file"))
    put.add_argument("--as", dest="purpose", choices=("leads", "outcomes", "kpi", "interviews", "contents", "journey"),
                     help=translate("Command", "what it is; guessed if not said"))
    put.add_argument("--name", help=translate("Command", "what to call it; the same name again refreshes it"))
    put.add_argument("--table", metavar="ID", help=translate("Command", "one table of it; the largest if not said"))
    put.add_argument("--recipe", type=Path, metavar="R",
                     help=translate("Command", "corrections as JSON, kept for the next file; those of the last import if not said"))
    put.add_argument("--key", metavar="COLUMN", help=translate("Command", "column that identifies a row; kept, found if never said"))
    for made in (read, put):
        made.add_argument("--password-file", type=Path, help=translate("Command", "file that holds the workbook's password"))


def _joining_verbs(verbs: _Verbs) -> None:
    match = verbs.add("match", translate("Command", "join a lead list with what sales made of the leads"))
    match.add_argument("leads", help=translate("Command", "name or id of an imported lead list"))
    match.add_argument("outcomes", help=translate("Command", "name or id of an imported list of outcomes, or a file to import"))
    match.add_argument("--by", action="append", metavar="ROLE=LEADCOLUMN=OUTCOMECOLUMN",
                       help=translate("Command", "compare these columns as id, mail, company, person or phone; found by themselves if not said"))
    match.add_argument("--columns", metavar="A,B", help=translate("Command", "outcome columns to take; those with a meaning if not said"))
    match.add_argument("--accept", action="append", metavar="REASON",
                       help=translate("Command", "take the likeliest lead of every doubtful match with this reason"))
    match.add_argument("--doubtful", type=Path, metavar="OUT.csv", help=translate("Command", "write the doubtful matches here, to be filled in"))
    match.add_argument("--settle", type=Path, metavar="IN.csv", help=translate("Command", "take in a filled-in list of doubtful matches"))


def _result_verbs(verbs: _Verbs) -> None:
    qualify = verbs.add("qualify", translate("Command", "run a definition on a lead list"))
    qualify.add_argument("dataset", help=translate("Command", "name or id of an imported lead list"))
    qualify.add_argument("--definition", default="target", choices=("target", "hot-lead"))
    qualify.add_argument("--outcome", metavar="COLUMN=VALUE", help=translate("Command", "back-test against this outcome"))
    qualify.add_argument("--among", metavar="COLUMN", help=translate("Command", "back-test only leads with a value here"))
    qualify.add_argument("--csv", type=Path, metavar="OUT", help=translate("Command", "write one row per lead with its verdict"))
    kpi = verbs.add("kpi", translate("Command", "the figures of the KPI tree"))
    kpi.add_argument("--period", metavar="2026-04[:2026-11]", help=translate("Command", "only these months"))
    kpi.add_argument("--by", choices=("month", "quarter", "half", "year"), default="month")
    kpi.add_argument("--department", metavar="D", help=translate("Command", "only this department's part of the tree"))
    kpi.add_argument("--basis", choices=("cohort", "event"), default="",
                     help=translate("Command", "count leads by month of registration, or each step in its own month"))
    kpi.add_argument("--explain", metavar="NODE", help=translate("Command", "why this figure moved"))
    kpi.add_argument("--by-quality", action="store_true",
                     help=translate("Command", "with --explain: quality and general leads apart, their mix a reason of its own"))
    kpi.add_argument("--from", dest="start", metavar="P")
    kpi.add_argument("--to", dest="end", metavar="P")
    kpi.add_argument("--capacity", action="store_true",
                     help=translate("Command", "leads handed over against what sales can take up, by month, and what to do about it"))
    kpi.add_argument("--scenario", default="", metavar="S", help=translate("Command", "with --capacity: months to come follow this scenario"))


def _agreement_verbs(verbs: _Verbs) -> None:
    define = verbs.add("define", translate("Command", "put in the target or hot-lead definition"))
    define.add_argument("definition", choices=("target", "hot-lead"))
    define.add_argument("rule", type=Path, metavar="RULE.json")
    define.add_argument("--department", default="", metavar="D", help=translate("Command", "as this department's own draft"))
    compare = verbs.add("compare", translate("Command", "where two departments, or two copies, differ"))
    compare.add_argument("sides", nargs="*", metavar="D", help=translate("Command", "two departments; none with --with"))
    compare.add_argument("--with", dest="other", type=Path, metavar="FILE", help=translate("Command", "another copy of the workspace"))
    compare.add_argument("--all", action="store_true", help=translate("Command", "also what is the same or settled"))
    compare.add_argument("--settle", action="append", default=[], metavar="PLACE=CHOICE", help=translate(
        "Command", "decide a place by its key: left, right, both or discuss; may be given several times"))
    _label_verb(verbs)
    _review_verb(verbs)
    stamp = verbs.add("stamp", translate("Command", "agree to an item as it is now"))
    stamp.add_argument("item", help=translate("Command", "id of an item, as show lists them, or its title"))
    stamp.add_argument("--department", required=True, metavar="D")
    stamp.add_argument("--person", required=True, metavar="P")
    stamp.add_argument("--comment", default="", metavar="C")
    export = verbs.add("export", translate("Command", "write the definitions to Excel"))
    export.add_argument("output", type=Path, metavar="OUT.xlsx|.pdf|.png|.ics")
    export.add_argument("--items", choices=("agreed", "all"), default="agreed",
                        help=translate("Command", "agreed revisions (default), or everything as it is now"))
    export.add_argument("--outcome", metavar="COLUMN=VALUE", default="",
                        help=translate("Command", "back-test the definitions against this outcome, beside their conditions"))
    export.add_argument("--explain", metavar="KPI", default="",
                        help=translate("Command", "why this KPI is off its target, as a waterfall (default: the topmost one)"))
    export.add_argument("--from", dest="start", metavar="P", default="",
                        help=translate("Waterfall", "with --explain and a PDF or picture: this period …"))
    export.add_argument("--to", dest="end", metavar="P", default="",
                        help=translate("Waterfall", "… against that one, instead of target and actual"))
    _journey_options(export)
    propose = verbs.add("propose", translate("Command", "read an edited agreement workbook back as proposals"))
    propose.add_argument("copy", type=Path, metavar="EDITED.xlsx", help=translate("Command", "a workbook that export wrote and people edited"))
    propose.add_argument("--apply", action="store_true", help=translate("Command", "take over the proposals that nothing contradicts"))


def _review_verb(verbs: _Verbs) -> None:
    review = verbs.add("review", translate("Command", "KPI meetings and their actions, minutes, days for a calendar"))
    review.add_argument("meeting", nargs="?", default="",
                        help=translate("Command", "day or id of a meeting, or last; all are listed if not said"))
    review.add_argument("--begin", nargs="?", const="", metavar="DAY",
                        help=translate("Command", "begin one and keep the figures of now with it"))
    review.add_argument("--kind", choices=("weekly", "yearly"), default="weekly",
                        help=translate("Command", "what is begun (weekly if not said)"))
    review.add_argument("--add", metavar="TITLE", help=translate("Command", "add an action"))
    review.add_argument("--owner", default="", metavar="P", help=translate("Command", "who does it"))
    review.add_argument("--department", default="", metavar="D", help=translate("Command", "which department answers for it"))
    review.add_argument("--due", default="", metavar="DAY", help=translate("Command", "by when"))
    review.add_argument("--kpi", default="", metavar="KPI", help=translate("Command", "what it is about"))
    review.add_argument("--done", action="append", metavar="ACTION", help=translate("Command", "this action (id or title) is done"))
    review.add_argument("--close", action="store_true", help=translate("Command", "make the minutes final"))
    review.add_argument("--minutes", type=Path, metavar="OUT.xlsx", help=translate("Command", "write the minutes here"))
    review.add_argument("--calendar", type=Path, metavar="OUT.ics", help=translate("Command", "write all days to come here, for a calendar"))


def _journey_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("--what", choices=("agreement", "journey"), default="",
                        help=translate("JourneyOut", "the agreement workbook (default), or journeys: a grid in Excel, PDF, a picture"))
    export.add_argument("--journey", metavar="NAME", default="", help=translate("JourneyOut", "one journey; all of them if not said"))
    export.add_argument("--paper", choices=("A3", "A4"), default="A3", help=translate("JourneyOut", "size of the page in PDF and pictures"))
    export.add_argument("--dpi", type=int, default=300, metavar="N",
                        help=translate("JourneyOut", "pixels an inch of a picture (300 if not said)"))


def _label_verb(verbs: _Verbs) -> None:
    label = verbs.add("label", translate("Command", "let departments label the same leads unseen, and see how far they agree"))
    label.add_argument("labelling", nargs="?", default="", help=translate("Command", "id or name of a labelling; all are listed if not said"))
    label.add_argument("--draw", metavar="LIST", help=translate("Command", "begin one: draw leads of this list"))
    label.add_argument("--definition", choices=("target", "hot-lead"), default="hot-lead",
                       help=translate("Command", "what is asked about (hot-lead if not said)"))
    label.add_argument("--size", type=int, default=30, metavar="N", help=translate("Command", "leads to draw, 20 to 50 (30 if not said)"))
    label.add_argument("--seed", default="", metavar="S", help=translate("Command", "draws the same leads again; random if not said"))
    label.add_argument("--between", default="", metavar="D,D", help=translate("Command", "departments that answer"))
    label.add_argument("--hide", default="", metavar="A,B", help=translate("Command", "columns that are not shown to them"))
    label.add_argument("--sheet", type=Path, metavar="OUT.csv", help=translate("Command", "write the leads here, to be answered"))
    label.add_argument("--answers", type=Path, metavar="IN.csv", help=translate("Command", "take in a filled-in sheet"))
    label.add_argument("--department", default="", metavar="D", help=translate("Command", "whose answers they are"))
    label.add_argument("--person", default="", metavar="P", help=translate("Command", "who answered"))
    label.add_argument("--close", action="store_true", help=translate("Command", "open the result; nobody answers any more"))
