"""Large contents go into the workspace file one at a time, with a look at what the user does between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fusenapp.ui.context import UiContext

Put = Callable[[bytes], str]


def keep_first(context: UiContext, contents: Sequence[bytes], then: Callable[[Put], Any]) -> None:
    """Keep contents as blobs, then go on; the window counts as busy until then.

    Args:
        then: gets what to put blobs with: the contents that are kept by now cost nothing any more.
    """
    kept: list[str] = []

    def put(data: bytes) -> str:
        return next((hash for hash, held in zip(kept, contents, strict=False) if held is data), None) or context.workspace.blobs.put(data)

    def go_on(_: object = None) -> None:
        if len(kept) == len(contents):
            then(put)
            return
        kept.append(context.workspace.blobs.put(contents[len(kept)]))
        context.run("", lambda _progress: None, go_on)  # by way of a worker: the window draws and hears keys before the next

    go_on()
