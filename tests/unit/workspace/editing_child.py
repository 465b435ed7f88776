"""A session in its own process: makes edits one after another and says each one that is acknowledged.

Arguments: workspace file, prefix of the ids, number of edits, how many edits to make between publishing
(0: only at the end).
"""

from __future__ import annotations

import sys

from fusenapp.document import Author
from fusenapp.workspace import Workspace


def main(path: str, prefix: str, count: int, every: int) -> None:
    workspace = Workspace.open(path, Author(prefix, "sales"))
    print("open", flush=True)
    for number in range(count):
        id = f"{prefix}-{number:04}"
        with workspace.document.edit("add") as edit:
            edit.create("terms", {"name": id}, id=id)
        print(id, flush=True)
        if every and number % every == every - 1:
            workspace.publish()
    workspace.close()
    print("closed", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
