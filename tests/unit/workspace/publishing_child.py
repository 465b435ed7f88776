"""A session of a user without rights to the folder: edits, tries to publish, says what came of it.

Arguments: workspace file, folder for the user's data.
"""

from __future__ import annotations

import os
import socket  # noqa: F401 - loaded while it may be: publishing asks for the machine's name later
import sys

from fusenapp.document import Author, Document
from fusenapp.errors import FusenError
from fusenapp.workspace import Workspace

NOBODY = 65534


def main(path: str, data: str) -> None:
    os.environ["FUSEN_DATA"] = data
    Document(Author("nobody"))  # loads what it needs while it may: the interpreter can lie where nobody may read
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        workspace = Workspace.open(path, Author("nobody"))
    except FusenError as error:
        print("refused", error.code, "-")
        return
    with workspace.document.edit("add") as edit:
        edit.create("terms", {"name": "neu"}, id="neu")
    status = workspace.publish()
    workspace.close()
    again = Workspace.open(path, Author("nobody"))
    kept = "kept" if again.document.get("terms", "neu") else "lost"
    print(status.state, status.error.code if status.error else "-", kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
