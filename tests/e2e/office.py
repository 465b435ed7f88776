"""LibreOffice as a stranger who opens our workbook: it forgets the saved values and reckons everything anew."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""

_SAVED = re.compile(rb"(<c [^>]*?)(?: t=\"str\")?(>)(<f>[^<]*</f>)<v>[^<]*</v>")


def available() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def without_saved_values(path: Path, out: Path) -> Path:
    """A copy of the workbook in which every formula has the saved value −1, so that only reckoning gives the right one."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, _SAVED.sub(rb"\1\2\3<v>-1</v>", data) if name.startswith("xl/worksheets/sheet") else data)
    return out


def recalculated(path: Path, folder: Path) -> openpyxl.Workbook:
    """The workbook as LibreOffice saves it after opening and recalculating."""
    profile, out = folder / "profile", folder / "recalculated"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    stripped = without_saved_values(path, folder / f"stripped-{path.name}")
    done = subprocess.run(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(out),
                           str(stripped)], capture_output=True, text=True, timeout=180, check=False)
    assert (out / stripped.name).exists(), done.stderr
    return openpyxl.load_workbook(out / stripped.name, data_only=True)
