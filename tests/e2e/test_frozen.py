"""The built program does the job on a machine without Python: sample company, export, window."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.frozen
ROOT = Path(__file__).resolve().parents[2]
NAME = "fusenapp.exe" if os.name == "nt" else "fusenapp"


def _hindrance() -> str:
    """Why this machine cannot build a program; empty if it can."""
    if not sys.platform.startswith("linux"):
        return ""
    if shutil.which("objdump") is None:
        return "objdump is missing (apt-get install binutils)"
    library = sysconfig.get_config_var("INSTSONAME") or f"libpython{sys.version_info[0]}.{sys.version_info[1]}.so.1.0"
    for name in (library, str(Path(sysconfig.get_config_var("LIBDIR") or "", library))):
        try:
            return "" if ctypes.CDLL(name) else name
        except OSError:
            continue
    return f"{library} is missing (apt-get install {library.partition('.so')[0]})"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hindrance = _hindrance()
    if hindrance:
        pytest.skip(hindrance)
    out = tmp_path_factory.mktemp("付箋 build")
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(out / "dist"), "--workpath", str(out / "work")]
    done = subprocess.run(
        [*command, *folders], cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return out / "dist" / "fusenapp" / NAME


def _run(program: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program with next to nothing in its environment: no PATH, no Python."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP", "HOME", "FUSEN_DATA") if name in os.environ}
    return subprocess.run(
        [str(program), *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=180,
        check=False,
    )


def test_it_makes_the_sample_company_exports_it_and_draws_its_window(program: Path, tmp_path: Path) -> None:
    out = tmp_path / "出力 1"
    done = _run(program, "--smoke", str(out))
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["frozen"] is True
    assert report["steps"] == {"new": 0, "export": 0, "window": 0}
    assert "xl/workbook.xml" in zipfile.ZipFile(out / "sample.xlsx").namelist()
    assert (out / "window.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_it_says_so_and_does_not_abort(program: Path) -> None:
    done = _run(program)
    assert done.returncode == 2
    assert "DISPLAY" in done.stderr


def test_it_reads_a_spreadsheet_in_a_child_of_its_own(program: Path) -> None:
    done = _run(program, "read", str(ROOT / "resources/sample/leads.xlsx"), "--json")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert [table["rows"] > 100 for table in json.loads(done.stdout)["sheets"][0]["tables"]] == [True]


def test_it_stays_below_four_hundred_megabytes(program: Path) -> None:
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    assert size < 400_000_000
