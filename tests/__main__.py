"""``python3 tests [pytest arguments]``: makes the environment if need be and runs every test."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout may be started by any Python
    sys.exit("Fusen needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + " (" + sys.executable + ").")

CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_WORKERS = 4
ASKED_FOR = "bench"  # speed is a ratio to read, not a test to pass: python3 tests tests/bench
NOTHING_CHOSEN = 5


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
    status = run(spread(arguments))
    return 0 if status == NOTHING_CHOSEN else abs(status)  # a negative one is a signal


def spread(arguments: "list[str]") -> "list[str]":
    """What pytest is told: all but the benchmarks, spread over the cores, or the chosen tests as asked.

    A file stays whole, as its tests share what is slow to make; conftest.py puts the files that take longest first.
    """
    if any(not argument.startswith("-") for argument in arguments):
        return arguments
    workers = min(os.cpu_count() or 1, MAX_WORKERS)
    shared = ["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder"] if workers > 1 else []
    return [*shared, "-m", "not " + ASKED_FOR, *arguments]


def run(arguments: "list[str]") -> int:
    """One run of pytest in a process of its own; returns its exit status."""
    import subprocess

    try:
        return subprocess.call([sys.executable, "-m", "pytest", *arguments])
    except KeyboardInterrupt:  # pytest has said so itself
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
