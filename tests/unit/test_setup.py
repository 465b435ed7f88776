"""A bare checkout sets itself up: real environments, made from a package index in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))
PARTS = ("__init__", "__main__", "_setup", "_environment", "_system", "_display", "i18n", "paths", "errors", "settings")
CLI = """
import sys, fusen_probe
def main(arguments):
    print(fusen_probe.VERSION, sys.prefix, *arguments)
    return 7 if "fail" in arguments else 0
"""


class Checkout:
    """A small copy of the project whose only dependency is ``fusen-probe``."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.index = home.parent / "index"
        self.index.mkdir(parents=True)
        (home / "fusenapp").mkdir(parents=True)
        for part in PARTS:
            shutil.copy(ROOT / "fusenapp" / f"{part}.py", home / "fusenapp")
        shutil.copytree(ROOT / "resources" / "i18n", home / "resources" / "i18n")
        (home / "fusenapp" / "cli.py").write_text(CLI, encoding="utf-8")
        self.wheel("1.0")
        self.pin("fusen-probe==1.0")

    def pin(self, dependency: str) -> None:
        text = f'[project]\ndependencies = ["{dependency}"]\n[dependency-groups]\ndev = []\n[tool.uv]\nconstraint-dependencies = []\n'
        (self.home / "pyproject.toml").write_text(text, encoding="utf-8")

    def wheel(self, version: str) -> None:
        info = f"fusen_probe-{version}.dist-info"
        with zipfile.ZipFile(self.index / f"fusen_probe-{version}-py3-none-any.whl", "w") as file:
            file.writestr("fusen_probe.py", f"VERSION = {version!r}\n")
            file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: fusen-probe\nVersion: {version}\n")
            file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            file.writestr(f"{info}/RECORD", "")

    def start(self, *arguments: str, python: str = BASE_PYTHON, **environment: str) -> subprocess.Popen[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "COV_", "FUSEN_"))}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.index.as_uri(), "PIP_CONFIG_FILE": os.devnull, "FUSEN_LANG": "en"}
        command = [python, "-m", "fusenapp", *arguments]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(
            command, cwd=self.home, env={**kept, **offline, **environment}, text=True, encoding="utf-8", **streams
        )

    def run(self, *arguments: str, python: str = BASE_PYTHON, **environment: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, python=python, **environment)
        out, err = process.communicate(timeout=240)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """As fetched: nothing was made yet."""
    return Checkout(tmp_path / "付箋 テスト" / "fusen")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout that was started once."""
    checkout = Checkout(tmp_path_factory.mktemp("ready") / "付箋 テスト" / "fusen")
    first = checkout.run("show", "計画 1.fusen")
    assert first.stdout.split() == ["1.0", *str(checkout.home / ".venv").split(), "show", "計画", "1.fusen"], first.stderr
    assert "Setting up Fusen" in first.stderr
    return checkout


def test_the_second_start_fetches_nothing_and_passes_the_exit_status_on(ready: Checkout) -> None:
    ready.pin("fusen-probe==1.0")
    ready.run("show")
    done = ready.run("show", "fail", PIP_FIND_LINKS="nowhere")
    assert (done.returncode, done.stdout.split()[0], done.stderr) == (7, "1.0", "")


def test_two_at_once_set_up_once(checkout: Checkout) -> None:
    outputs = [process.communicate(timeout=240) for process in [checkout.start("show"), checkout.start("show")]]
    assert [out.split()[0] for out, _ in outputs] == ["1.0", "1.0"]
    assert sum("Setting up Fusen" in err for _, err in outputs) == 1


def test_another_pin_is_installed(ready: Checkout) -> None:
    ready.wheel("1.1")
    ready.pin("fusen-probe==1.1")
    assert ready.run("show").stdout.startswith("1.1 ")


@pytest.mark.skipif(os.name == "nt", reason="an environment has no links there")
def test_a_broken_environment_is_made_anew(ready: Checkout) -> None:
    interpreter = ready.home / ".venv/bin/python"
    interpreter.unlink()
    interpreter.symlink_to("/nonexistent/python3")
    assert ready.run("show").returncode == 0


def test_an_interpreter_that_has_every_package_is_used_as_it_is(checkout: Checkout) -> None:
    (checkout.home / "fusenapp" / "cli.py").write_text(
        CLI.replace(", fusen_probe", "").replace("fusen_probe.VERSION", "0"), encoding="utf-8"
    )
    checkout.pin(f"pytest=={pytest.__version__}")
    done = checkout.run("show", python=sys.executable)
    assert done.stdout.startswith(f"0 {sys.prefix} "), done.stderr
    assert not (checkout.home / ".venv").exists()


def test_the_set_up_can_be_switched_off(checkout: Checkout) -> None:
    done = checkout.run("show", FUSEN_NO_SETUP="1")
    assert "No module named 'fusen_probe'" in done.stderr
    assert not (checkout.home / ".venv").exists()


def test_no_network_is_said_in_one_sentence(ready: Checkout) -> None:
    ready.pin("fusen-probe==2.0")
    unreachable = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0"}
    done = ready.run("show", **unreachable)
    assert done.returncode == 2
    assert "no connection to the package index" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_package_for_this_python_names_the_pythons_that_work(ready: Checkout) -> None:
    ready.pin("fusen-probe==9.9")
    done = ready.run("show")
    assert done.returncode == 2
    assert "fusen-probe==9.9" in done.stderr
    assert "Python 3.11 to 3.14" in done.stderr


def test_the_folder_may_move(ready: Checkout) -> None:
    ready.pin("fusen-probe==1.0")
    ready.run("show")
    ready.home = ready.home.rename(ready.home.with_name("移動 先"))
    done = ready.run("show", PIP_FIND_LINKS="nowhere")
    assert (done.stdout.split()[0], done.stderr) == ("1.0", "")


def test_without_a_screen_the_window_is_refused_before_anything_is_made(checkout: Checkout) -> None:
    done = checkout.run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    if sys.platform.startswith("linux"):
        assert done.returncode == 2
        assert "no window can be shown" in done.stderr
        assert not (checkout.home / ".venv").exists()


@pytest.mark.parametrize("entry", ["fusenapp/__main__.py", "tests/__main__.py"])
def test_an_old_python_is_told_what_is_needed(entry: str) -> None:
    pretend = f"import sys, runpy; sys.version_info = (3, 8, 1); runpy.run_path({str(ROOT / entry)!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Fusen needs Python 3.11 or newer")
