"""``python3 tests [pytest arguments]``: makes the environment if need be and runs every test."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout may be started by any Python
    sys.exit("Fusen needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + " (" + sys.executable + ").")

CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_WORKERS = 4
ALONE = "frozen"
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
    statuses = [run(part) for part in parts(arguments)]
    return max(0 if status == NOTHING_CHOSEN else abs(status) for status in statuses)  # a negative one is a signal


def parts(arguments: "list[str]") -> "list[list[str]]":
    """The runs of pytest: all but the benchmarks spread over the cores and then those that need the machine alone, or the chosen tests as asked."""
    workers = min(os.cpu_count() or 1, MAX_WORKERS)
    if any(not argument.startswith("-") for argument in arguments) or workers == 1:
        return [arguments]
    spread = ["-n", str(workers), "--dist", "loadgroup"]
    return [[*spread, "-m", "not (" + ALONE + " or " + ASKED_FOR + ")", *arguments], ["-m", ALONE, *arguments]]


def run(arguments: "list[str]") -> int:
    """One run of pytest in a process of its own; returns its exit status."""
    import subprocess

    try:
        return subprocess.call([sys.executable, "-m", "pytest", *arguments])
    except KeyboardInterrupt:  # pytest has said so itself
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
