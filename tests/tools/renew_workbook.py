"""Renews the kept cells of the sample company's workbook: ``python tests/tools/renew_workbook.py``, then look at the difference."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fusenapp import i18n
from fusenapp.document import Author
from fusenapp.flows import exporting, samples
from fusenapp.flows.figures import Figures
from fusenapp.workspace import Workspace
from tests.e2e import reference


def main() -> None:
    """Make the sample company, export it in every way, keep the cells."""
    author = Author("佐伯 遥", "marketing")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FUSEN_DATA"] = str(Path(folder) / "data")
        i18n.set_language("ja")
        sample, out = samples.create(Path(folder) / "sample.fusen", author), Path(folder) / "out.xlsx"
        for language in i18n.LANGUAGES:
            i18n.set_language(language)
            for agreed_only in (True, False):
                with Workspace.open(sample, author) as space:
                    exporting.export(out, space.document.snapshot(), Figures(space.blobs.get), agreed_only=agreed_only)
                reference.path(language, agreed_only).write_text(reference.dumped(reference.cells(out)), encoding="utf-8")


if __name__ == "__main__":
    main()
