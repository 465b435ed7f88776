"""The document engine comes without asyncio, so that the window starts soon; what it does is the same."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
{before}
from fusenapp.document import Author, Document
document = Document(Author("髙橋", "marketing"))
with document.edit("one") as edit:
    made = edit.create("notes", {{}})
document.undo()
print(sorted({{"asyncio", "anyio", "ssl", "email"}} & set(sys.modules)))
import anyio
print(hasattr(anyio, "run"))
"""


def _run(before: str = "") -> list[str]:
    command = [sys.executable, "-c", PROBE.format(before=before)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")


def test_documents_are_edited_without_loading_asyncio_and_anyio_stays_importable() -> None:
    assert _run()[:2] == ["[]", "True"]


def test_a_program_that_has_anyio_keeps_it() -> None:
    assert "'anyio'" in _run("import anyio")[0]
