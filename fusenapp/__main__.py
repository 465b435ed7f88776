"""Entry: ``python3 -m fusenapp``, the installed commands and the frozen program all come in here.

Nothing but the standard library may be imported at the top, and the syntax must stay readable for
any Python 3, so that an old one can say what is missing instead of failing to parse.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout may be started by any Python
    sys.exit("Fusen needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + " (" + sys.executable + ").")

VERBS = (
    "new", "show", "read", "import", "match", "define", "compare", "label",
    "qualify", "kpi", "review", "stamp", "export", "propose", "merge", "check",
)
INNER = {
    "--tables-worker": ("fusenapp.tables.worker", "main"), "--board-painter": ("fusenapp.ui.journey.painting_child", "main"),
    "--smoke": ("fusenapp._smoke", "run"),
}
"""How a built program starts itself as a reader of spreadsheets and as a painter of boards, and proves that it is whole; each takes a folder."""

COMMON_OPTIONS = {"--json": 0, "--lang": 1}


def main(arguments: "list[str] | None" = None) -> int:
    """Run a verb, or show the window; returns the exit status (2: could not)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) == 2 and given[0] in INNER:
        return _inner(*given)

    from fusenapp import _setup, settings
    from fusenapp.i18n import set_language

    set_language(settings.system_language())
    command = is_command(given)
    status = _setup.enter(given, window=not command)
    if status is not None:
        return status
    return _command(given) if command else _window(given)


def is_command(arguments: "list[str]") -> bool:
    """Whether this is work for the command line: a verb (common options may precede it), --help or --version."""
    position = 0
    while position < len(arguments) and arguments[position].split("=")[0] in COMMON_OPTIONS:
        position += 1 + COMMON_OPTIONS.get(arguments[position], 0)
    return position < len(arguments) and arguments[position] in (*VERBS, "--help", "-h", "--version")


def _command(arguments: "list[str]") -> int:
    from fusenapp.cli import main as run

    return run(arguments)


def _window(arguments: "list[str]") -> int:
    import gc

    from fusenapp import _setup

    gc.set_threshold(50000, 20, 50)  # a start makes many objects and drops few: searching them is a tenth of its time
    try:
        from fusenapp.app import main as run

        return run(arguments)
    except ImportError as error:
        return _setup.library_missing(error)


def _inner(option: str, folder: str) -> int:
    from importlib import import_module

    module, function = INNER[option]
    return getattr(import_module(module), function)(folder)


if __name__ == "__main__":
    sys.exit(main())
