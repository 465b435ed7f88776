"""The exceptions of Fusen: a code and parameters, never a sentence.

    FusenError
    ├── InputError        what the user gave cannot be used (a file, a rule, a formula)
    ├── EnvironmentFault  the machine said no (disk full, folder read-only, drive gone)
    └── InternalFault     a bug of ours; the crash dialog says what was saved

The sentence for a code is made in `fusenapp.i18n.explain`, in the user's language: what happened,
what was kept, what to do.
"""

from __future__ import annotations


class FusenError(Exception):
    """Root of all errors that Fusen raises on purpose.

    Args:
        code: stable machine word, kebab-case, e.g. ``"not-found"``.
        where: the place, e.g. ``"leads.xlsx › Sheet1 › B4"`` or a path; empty if there is none.
        parameters: values for the sentence, by name.
    """

    def __init__(self, code: str, where: str = "", **parameters: object) -> None:
        super().__init__(f"{code} {where} {parameters or ''}".strip())
        self.code = code
        self.where = where
        self.parameters = parameters


class InputError(FusenError):
    """What the user gave cannot be used; nothing was changed."""


class EnvironmentFault(FusenError):
    """The machine refused; the user's edits are kept and it is worth trying again."""


class InternalFault(FusenError):
    """A bug in Fusen."""
