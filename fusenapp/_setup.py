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

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from fusenapp import _display, _environment, _system
from fusenapp._environment import CHECKOUT, SetupProblem, say
from fusenapp.i18n import translate


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
        _see_to_system(needs, tests=tests)
        python = _environment.ready(dev=tests)
        _note_system(needs)
    except SetupProblem as problem:
        return _refuse(str(problem))
    if python == Path(sys.executable):
        return None
    return _start([str(python), *([str(CHECKOUT / "tests")] if tests else ["-m", "fusenapp"]), *arguments])


def library_missing(error: ImportError) -> int:
    """Say which system packages an import of Qt missed; raises ``error`` again if it is about something else."""
    missing = _system.missing(_system.needs(screen=False, tests=False)) if ".so" in str(error) else []
    if not missing:
        raise error
    return _refuse(_system.request(missing))


def _is_checkout() -> bool:
    return not getattr(sys, "frozen", False) and (CHECKOUT / "pyproject.toml").is_file()


def _refuse(text: str) -> int:
    say(text)
    return 2


def _start(command: list[str]) -> int:
    """Hand over to another interpreter: signals and exit status are then its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH"))))}
    if os.name == "posix":
        os.execve(command[0], command, environment)
    import subprocess

    return subprocess.call(command, env=environment)  # exec would leave the console behind on Windows


def _see_to_system(needs: Sequence[_system.Need], *, tests: bool) -> None:
    """Provide the system libraries, unless the stamp says that this was done for the same list."""
    if needs and _environment.read_stamp().get(_system_group(needs)):
        return
    required = [*_system.missing([need for need in needs if need.required]), *_venv_package(tests)]
    if required:
        _provide(required)
    optional = _system.missing([need for need in needs if not need.required])
    if optional and _system.may_install():
        say(translate("Setup", "Installing system packages: {names} …").format(names=" ".join(optional)))
        if _system.install(optional):  # one name that this system does not know must not keep the others away
            for package in optional:
                _system.install([package])  # tests that still miss theirs are skipped and say why


def _venv_package(tests: bool) -> list[str]:
    """Debian keeps what makes an environment in a package of its own; named only if one has to be made."""
    if find_spec("ensurepip") or _environment.PYTHON.exists() or _environment.satisfied(_environment.requirements(dev=tests)):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def _note_system(needs: Sequence[_system.Need]) -> None:
    group = _system_group(needs)
    if needs and _environment.HOME.is_dir() and not _environment.read_stamp().get(group):
        _environment.write_stamp(**{group: "provided"})


def _system_group(needs: Sequence[_system.Need]) -> str:
    return "system-" + _environment.key(" ".join(need.package for need in needs).encode())


def _provide(packages: Sequence[str]) -> None:
    """Install Debian packages as root, or end with the exact line to type."""
    if not _system.may_install():
        raise SetupProblem(_system.request(packages))
    say(translate("Setup", "Installing system packages: {names} …").format(names=" ".join(packages)))
    failed = _system.install(packages)
    if failed:
        text = translate("Setup", "The system packages could not be installed ({reason}).")
        raise SetupProblem(text.format(reason=failed) + "\n" + _system.request(packages))
