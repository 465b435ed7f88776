"""From a bare checkout to a running program, with the standard library alone.

``enter`` is called by ``python3 -m fusenapp`` and ``python3 tests`` before anything else is imported.
In a wheel or a frozen program it does nothing. In a checkout it looks, in this order, for:

1. this interpreter, if it has every package of ``pyproject.toml`` in the pinned version;
2. ``.venv`` beside ``pyproject.toml``, which is made and filled once and known by a stamp after that;
3. the system libraries of Qt, which root on Debian or Ubuntu gets installed, others get named.

Everything said here goes to standard error: the verbs print their result on standard output.

Environment: ``FUSEN_NO_SETUP=1`` runs with this interpreter as it is; ``FUSEN_NO_APT=1`` never calls apt-get.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path

from fusenapp import _display, _system
from fusenapp.i18n import translate

CHECKOUT = Path(__file__).resolve().parent.parent
STAMP = "fusen-setup.json"
NO_NETWORK = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "ProxyError", "Temporary failure in name resolution")


class SetupProblem(Exception):
    """Something only the user can put right; the text is one or more clear sentences."""


def enter(arguments: Sequence[str], *, window: bool = False, tests: bool = False) -> int | None:
    """Make this checkout ready and start the command there.

    Args:
        arguments: the command line after ``python3 -m fusenapp`` or ``python3 tests``.
        window: the command shows a window, so Qt's system libraries and a screen are needed.
        tests: the command is the test run, so development packages and tools are needed too.

    Returns:
        None if this process can go on; otherwise the exit status to end with (2: could not).
    """
    offscreen = "--screenshot" in arguments
    unseen = _display.problem() if window and not offscreen else None
    if unseen:
        return _refuse(unseen)
    if not _is_checkout() or os.environ.get("FUSEN_NO_SETUP"):
        return None
    needs = _system.needs(screen=not offscreen, tests=tests) if window or tests else ()
    try:
        _see_to_system(needs)
        python = _python(dev=tests)
        _note_system(needs)
    except SetupProblem as problem:
        return _refuse(str(problem))
    if python == Path(sys.executable):
        return None
    return _start([str(python), *(["tests"] if tests else ["-m", "fusenapp"]), *arguments])


def library_missing(error: ImportError) -> int:
    """Say which system packages an import of Qt missed; raises ``error`` again if it is about something else."""
    missing = _system.missing(_system.needs(screen=True, tests=False))
    if not missing:
        raise error
    return _refuse(_system.request(missing))


def _is_checkout() -> bool:
    return not getattr(sys, "frozen", False) and (CHECKOUT / "pyproject.toml").is_file()


def _refuse(text: str) -> int:
    print(text, file=sys.stderr)
    return 2


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _start(command: list[str]) -> int:
    """Hand over to another interpreter: signals and exit status are then its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH"))))}
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)  # exec would leave the console behind on Windows


# --- the packages -------------------------------------------------------------------------------


def requirements(*, dev: bool) -> list[str]:
    """The pinned packages of ``pyproject.toml``: for running, or for developing as well."""
    project = _project()
    return [*project["project"]["dependencies"], *(project["dependency-groups"]["dev"] if dev else ())]


def _project() -> dict:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def satisfied(wanted: Sequence[str]) -> bool:
    """Whether this interpreter has every ``name==version`` of ``wanted``."""
    try:
        return all(metadata.version(name) == version for name, _, version in (entry.partition("==") for entry in wanted))
    except metadata.PackageNotFoundError:
        return False


def _python(*, dev: bool) -> Path:
    """The interpreter to run with; fills ``.venv`` if need be."""
    home = CHECKOUT / ".venv"
    python = _interpreter(home)
    group = "dev" if dev else "run"
    wanted = requirements(dev=dev)
    key = _key(wanted)
    if python.exists() and _read_stamp(home).get(group) == key:
        return Path(sys.executable) if _inside(home) else python
    if satisfied(wanted):
        return Path(sys.executable)
    with _lock():
        if _read_stamp(home).get(group) != key or not python.exists():
            _fill(home, wanted)
            _write_stamp(home, run=_key(requirements(dev=False)), dev=key if dev else "")
    return Path(sys.executable) if _inside(home) else python


def _inside(home: Path) -> bool:
    return Path(sys.prefix).resolve() == home.resolve()


def _interpreter(home: Path) -> Path:
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _key(wanted: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(wanted)).encode()).hexdigest()


def _read_stamp(home: Path) -> dict[str, str]:
    with suppress(OSError, ValueError):
        stamp = json.loads((home / STAMP).read_text(encoding="utf-8"))
        if isinstance(stamp, dict):
            return stamp
    return {}


def _write_stamp(home: Path, **changed: str) -> None:
    stamp = {**_read_stamp(home), **changed}
    temporary = home / (STAMP + ".new")
    with suppress(OSError):
        temporary.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
        temporary.replace(home / STAMP)


def _fill(home: Path, wanted: Sequence[str]) -> None:
    _say(translate("Setup", "Setting up Fusen in {folder} (once; one or two minutes) …").format(folder=home))
    if not _works(_interpreter(home)):
        _make(home)
    with tempfile.TemporaryDirectory() as folder:
        constraints, log = Path(folder, "constraints.txt"), Path(folder, "pip.log")
        constraints.write_text("\n".join(_project()["tool"]["uv"]["constraint-dependencies"]), encoding="utf-8")
        _pip(_interpreter(home), log, [*wanted, "--constraint", str(constraints)])


def _works(python: Path) -> bool:
    """Whether ``python`` starts, is new enough and has pip (a half-made or moved environment has not)."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _make(home: Path) -> None:
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
    except ImportError:
        _provide([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
    command = [sys.executable, "-m", "venv", "--clear", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        text = translate("Setup", "The environment {folder} could not be made: {reason}")
        raise SetupProblem(text.format(folder=home, reason=_last_line(done.stderr or done.stdout)))


def _pip(python: Path, log: Path, arguments: Sequence[str]) -> None:
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary=:all:", "--log", str(log)]
    command = [str(python), "-m", "pip", "install", *options, *arguments]
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


# --- the system ---------------------------------------------------------------------------------


def _see_to_system(needs: Sequence[_system.Need]) -> None:
    """Provide the system libraries, unless the stamp says that this was done for the same list."""
    if not needs or _read_stamp(CHECKOUT / ".venv").get(_system_group(needs)):
        return
    required = _system.missing([need for need in needs if need.required])
    if required:
        _provide(required)
    optional = _system.missing([need for need in needs if not need.required])
    if optional and _system.may_install():
        _say(translate("Setup", "Installing system packages: {names} …").format(names=" ".join(optional)))
        _system.install(optional)  # without them the tests that need them are skipped and say why


def _note_system(needs: Sequence[_system.Need]) -> None:
    home, group = CHECKOUT / ".venv", _system_group(needs)
    if needs and home.is_dir() and not _read_stamp(home).get(group):
        _write_stamp(home, **{group: "provided"})


def _system_group(needs: Sequence[_system.Need]) -> str:
    return "system-" + _key([need.package for need in needs])[:12]


def _provide(packages: Sequence[str]) -> None:
    """Install Debian packages as root, or end with the exact line to type."""
    if not _system.may_install():
        raise SetupProblem(_system.request(packages))
    _say(translate("Setup", "Installing system packages: {names} …").format(names=" ".join(packages)))
    failed = _system.install(packages)
    if failed:
        text = translate("Setup", "The system packages could not be installed ({reason}).")
        raise SetupProblem(text.format(reason=failed) + "\n" + _system.request(packages))


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
                _say(translate("Setup", "Another set-up of this folder is running; waiting for it …"))
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
