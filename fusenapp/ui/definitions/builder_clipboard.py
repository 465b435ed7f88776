"""Copy, cut, paste and duplicate in the rule builder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fusenapp.domain import definition as rules
from fusenapp.domain.definition import Group
from fusenapp.editing import definitions
from fusenapp.i18n import translate
from fusenapp.ui.context import UiContext
from fusenapp.ui.definitions import copying, moving


class Clipboard:
    """What the keys and menus of a rule do with the clipboard.

    Args:
        root: the outermost group of the rule as it is shown.
        do: runs a verb and tells the user what it refuses.
        remove: takes a member away.
        want: told the record that was put in, so that it gets the keyboard.
    """

    def __init__(self, context: UiContext, root: Callable[[], Group | None], do: Callable[[Callable[[], Any]], None],
                 remove: Callable[[rules.Member], None], want: Callable[[str], None]) -> None:
        self._context, self._root, self._do, self._remove, self._want = context, root, do, remove, want

    def edit(self, record: str, what: str) -> None:
        """``copy``, ``cut``, ``paste`` below, paste ``into`` a group, or ``duplicate``."""
        root = self._root()
        member = next((m for m in rules.walk(root) if m.record == record), None) if root is not None else None
        if root is None or member is None:
            return
        if what in ("copy", "cut"):
            self._copy(member.members if isinstance(member, Group) and member is root else (member,))
        if what == "cut":
            self._remove(member)
        elif what == "paste":
            self._paste(*_after(root, record))
        elif what == "into":
            self._paste(record, None)
        elif what == "duplicate":
            self._put(*_after(root, record), (member,))

    def _copy(self, members: Sequence[rules.Member]) -> None:
        if members:
            copying.copy(members)
            words = translate("Definitions", "%n condition(s) copied. They can be pasted into any definition or into Excel.",
                              n=copying.count(members))
            self._context.notify(words)

    def _paste(self, group: str, before: str | None) -> None:
        self._do(lambda: self._put(group, before, copying.pasted()))

    def _put(self, group: str, before: str | None, members: Sequence[rules.Member]) -> None:
        def put() -> None:
            self._want(definitions.paste_members(self._context.document, group, members, before)[0])
            self._context.notify(translate("Definitions", "%n condition(s) pasted.", n=copying.count(members)), undo=True)

        self._do(put)


def _after(root: Group, record: str) -> tuple[str, str | None]:
    """The place below a member."""
    found = moving.parent_of(root, record)
    if found is None:
        return record, None
    group, at = found
    return group.record, group.members[at + 1].record if at + 1 < len(group.members) else None
