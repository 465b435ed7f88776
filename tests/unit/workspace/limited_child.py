"""A session in a process whose files may not grow for a while, as on a full disk or beyond a quota.

Argument: workspace file. Says how many edits waited in memory, the status, its code, and how many wait at the end.
"""

from __future__ import annotations

import resource
import sys

from fusenapp.document import Author
from fusenapp.workspace import Workspace


def main(path: str) -> None:
    workspace = Workspace.open(path, Author("x"))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, unlimited[1]))
    for number in range(300):
        with workspace.document.edit("add") as edit:
            edit.create("terms", {"name": "neu"}, id=f"n{number}")
    status, waiting = workspace.status, workspace.in_memory
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    workspace.retry_pending()
    print(waiting, status.state, status.error.code if status.error else "-", workspace.in_memory)
    workspace.close()


if __name__ == "__main__":
    main(sys.argv[1])
