"""The environment ``.venv`` of a checkout: made and filled once, known by a stamp after that. Standard library alone.

A start of every day ends at ``_stamped``; what only a set-up needs is imported where it is used.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from fusenapp.i18n import translate

CHECKOUT = Path(__file__).resolve().parent.parent
HOME = CHECKOUT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = HOME / "fusen-setup.json"
NO_NETWORK = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "ProxyError", "Temporary failure in name resolution")


class SetupProblem(Exception):
    """Something only the user can put right; the text is one or more clear sentences."""


def say(text: str) -> None:
    """Tell the user on standard error, which leaves standard output to results."""
    print(text, file=sys.stderr, flush=True)


def requirements(*, dev: bool) -> list[str]:
    """The pinned packages of ``pyproject.toml``: for running, or for developing as well."""
    project = _project()
    return [*project["project"]["dependencies"], *(project["dependency-groups"]["dev"] if dev else ())]


def _project() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(_declared().decode())


def _declared() -> bytes:
    return (CHECKOUT / "pyproject.toml").read_bytes()


def satisfied(wanted: Sequence[str]) -> bool:
    """Whether this interpreter has every ``name==version`` of ``wanted``."""
    from importlib import metadata

    try:
        return all(metadata.version(name) == version for name, _, version in (entry.partition("==") for entry in wanted))
    except metadata.PackageNotFoundError:
        return False


def ready(*, dev: bool) -> Path:
    """The interpreter to run with; makes and fills ``.venv`` if need be.

    Raises:
        SetupProblem: it cannot be made here; nothing was changed outside ``.venv``.
    """
    if not _stamped(dev):
        wanted = requirements(dev=dev)
        if satisfied(wanted):
            return Path(sys.executable)
        with _lock():
            if not _stamped(dev):
                _fill(wanted)
                declared = key(_declared())
                write_stamp(run=declared, dev=declared if dev else "", python=_base())
    return Path(sys.executable) if _inside() else PYTHON


def _inside() -> bool:
    return Path(sys.prefix).resolve() == HOME.resolve()


def _stamped(dev: bool) -> bool:
    """Whether ``.venv`` was filled for the present ``pyproject.toml`` by the Python that is behind it now."""
    stamp = read_stamp()
    known = stamp.get("dev" if dev else "run")
    return bool(known) and PYTHON.exists() and known == key(_declared()) and stamp.get("python") == _base()


def _base() -> str:
    """The interpreter behind the environment; another one after an upgrade of the system. Windows keeps a copy instead."""
    return os.path.realpath(PYTHON) if os.name == "posix" else ""


def key(content: bytes) -> str:
    """A short mark that changes with the content."""
    import zlib

    return f"{len(content)}-{zlib.crc32(content):08x}-{zlib.adler32(content):08x}"


def read_stamp() -> dict[str, str]:
    """What is known of ``.venv`` from earlier starts; empty if nothing is."""
    with suppress(OSError, ValueError):
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        if isinstance(stamp, dict):
            return stamp
    return {}


def write_stamp(**changed: str) -> None:
    """Remember something of ``.venv``; a folder that cannot be written is asked again next time."""
    temporary = STAMP.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        temporary.write_text(json.dumps({**read_stamp(), **changed}, indent=1), encoding="utf-8")
        temporary.replace(STAMP)


def _fill(wanted: Sequence[str]) -> None:
    import tempfile

    say(translate("Setup", "Setting up Fusen in {folder} (once; one or two minutes) …").format(folder=HOME))
    if not _works():
        _make()
    with tempfile.TemporaryDirectory() as folder:
        constraints, log = Path(folder, "constraints.txt"), Path(folder, "pip.log")
        constraints.write_text("\n".join(_project()["tool"]["uv"]["constraint-dependencies"]), encoding="utf-8")
        _pip(log, [*wanted, "--constraint", str(constraints)])


def _works() -> bool:
    """Whether the interpreter of ``.venv`` starts, is new enough and has pip (a half-made or moved environment has not)."""
    import subprocess

    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _make() -> None:
    import subprocess

    command = [sys.executable, "-m", "venv", "--clear", str(HOME)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        text = translate("Setup", "The environment {folder} could not be made: {reason}")
        raise SetupProblem(text.format(folder=HOME, reason=_last_line(done.stderr or done.stdout)))


def _pip(log: Path, arguments: Sequence[str]) -> None:
    import subprocess

    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary=:all:", "--log", str(log)]
    command = [str(PYTHON), "-m", "pip", "install", *options, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    if done.returncode:
        details = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        raise SetupProblem(_pip_problem(done.stdout, details))


def _pip_problem(output: str, details: str) -> str:
    """One clear sentence for a failed installation; ``details`` is pip's own log, which tells why nothing was found."""
    if any(word in output + details for word in NO_NETWORK):
        return translate(
            "Setup",
            "The packages that Fusen needs could not be fetched: there is no connection to the package index. "
            "Connect to the network (or set pip's index and proxy) and start again.",
        )
    if "No matching distribution" in output:
        text = translate(
            "Setup",
            "There is no ready-made package for this Python {version} on this system: {reason}. "
            "Python 3.11 to 3.14 on Windows, macOS or a Linux with glibc 2.34 or newer is supported.",
        )
        return text.format(version=sys.version.split()[0], reason=_last_line(output))
    text = translate("Setup", "The packages that Fusen needs could not be installed: {reason}")
    return text.format(reason=_last_line(output))


def _last_line(output: str) -> str:
    lines = [line.removeprefix("ERROR: ").strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ").strip() for line in output.splitlines() if line.startswith("ERROR")]
    return (errors or lines or ["?"])[-1]


@contextmanager
def _lock(patience: float = 900) -> Iterator[None]:
    """Only one set-up of a checkout at a time; others wait for it, at most ``patience`` seconds."""
    import time

    try:
        file = open(CHECKOUT / ".venv.lock", "a+b")  # noqa: SIM115 - closed below, the lock ends with it
    except OSError as error:
        text = translate("Setup", "The folder {folder} cannot be written ({reason}). Copy Fusen to a folder of your own.")
        raise SetupProblem(text.format(folder=CHECKOUT, reason=error.strerror)) from error
    end, told = time.monotonic() + patience, False
    with file:
        while not _try_lock(file.fileno()):
            if time.monotonic() > end:
                raise SetupProblem(translate("Setup", "Another set-up of this folder does not end. Close it and start again."))
            if not told:
                say(translate("Setup", "Another set-up of this folder is running; waiting for it …"))
            told = True
            time.sleep(0.3)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
