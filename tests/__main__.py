"""``python3 tests [pytest arguments]``: makes the environment if need be and runs every test."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout may be started by any Python
    sys.exit("Fusen needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + " (" + sys.executable + ").")

CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_WORKERS = 4


def main(arguments: "list[str]") -> int:
    """Run pytest in the environment of this checkout; returns its exit status."""
    sys.path[0] = CHECKOUT
    from fusenapp import _setup, settings
    from fusenapp.i18n import set_language

    set_language(settings.system_language())
    status = _setup.enter(arguments, tests=True)
    if status is not None:
        return status
    os.chdir(CHECKOUT)
    import pytest

    return int(pytest.main([*spread(arguments), *arguments]))


def spread(arguments: "list[str]") -> "list[str]":
    """Options that spread a whole run over the cores; a run of chosen tests stays in one process."""
    workers = min(os.cpu_count() or 1, MAX_WORKERS)
    chosen = any(not argument.startswith("-") for argument in arguments)
    return [] if chosen or workers == 1 else ["-n", str(workers), "--dist", "worksteal"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
