"""The rules of the house, checked by the tools that know them: imports, style, types, and the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.prefix) / ("Scripts" if os.name == "nt" else "bin")
OFFLINE = ("nodeenv", "npm", "urlopen", "ENOTFOUND", "EAI_AGAIN", "getaddrinfo")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=300, check=False)


def _tool(name: str) -> str:
    return str(BIN / name)


def test_imports_keep_to_the_house() -> None:
    done = _run(_tool("lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_style_is_clean() -> None:
    done = _run(_tool("ruff"), "check", "--no-cache", "fusenapp", "tests")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_clean() -> None:
    done = _run(_tool("pyright"), "--pythonpath", sys.executable)
    words = done.stdout + done.stderr
    if "error" not in done.stdout and any(word in words for word in OFFLINE):
        pytest.skip("pyright could not fetch its own program: " + words.strip()[-200:])
    assert done.returncode == 0, words


def test_old_pythons_can_read_the_entries() -> None:
    import ast

    for entry in ("fusenapp/__init__.py", "fusenapp/__main__.py", "tests/__main__.py"):
        ast.parse((ROOT / entry).read_text(encoding="utf-8"), feature_version=(3, 4))


def test_every_dependency_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["tool"]["uv"]["constraint-dependencies"],
    ]
    assert [entry for entry in wanted if "==" not in entry] == []


def test_the_wheel_holds_the_program_and_its_resources(tmp_path: Path) -> None:
    done = _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert "fusenapp/__main__.py" in names
    assert "fusenapp/resources/i18n/setup_ja.ts" in names
    assert "fusenapp/resources/fonts/OFL.txt" in names
    assert not [name for name in names if name.startswith(("tests/", "resources/"))]
