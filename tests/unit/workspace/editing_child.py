"""A session in its own process: makes edits one after another and says each one that is acknowledged.

Arguments: workspace file, prefix of the ids, number of edits, "publish" to publish every 50 edits.
"""

from __future__ import annotations

import sys

from fusenapp.document import Author
from fusenapp.workspace import Workspace


def main(path: str, prefix: str, count: int, *, publish: bool) -> None:
    workspace = Workspace.open(path, Author(prefix, "sales"))
    print("open", flush=True)
    for number in range(count):
        id = f"{prefix}-{number:04}"
        with workspace.document.edit("add") as edit:
            edit.create("terms", {"name": id}, id=id)
        print(id, flush=True)
        if publish and number % 50 == 49:
            workspace.publish()
    workspace.close()
    print("closed", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), publish="publish" in sys.argv[4:])
