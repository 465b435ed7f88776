"""What a reader could not settle by itself: a code, the place and the parameters of the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One finding about a file; never an exception, the file was still read.

    Attributes:
        code: stable word in kebab-case, also the key of the sentence in ``fusenapp.messages``.
        where: ``"sheet"``, ``"sheet › A1"`` or ``"file › sheet › A1"``; empty for the whole file.
        parameters: values for the sentence, by name (plain JSON values).
    """

    code: str
    where: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def message(self, *, to: str | None = None) -> str:
        """The sentence in the language in use, or in ``to``."""
        from fusenapp.messages import sentence

        return sentence(self.code, where=self.where, to=to, **self.parameters)

    def to_json(self) -> dict[str, Any]:
        """``{"code", "where", "message"}`` as the command line prints it, with the parameters beside."""
        return {"code": self.code, "where": self.where, "message": self.message(), "parameters": dict(self.parameters)}

    def pack(self) -> dict[str, Any]:
        """The bare data, to be kept or handed to another process."""
        return {"code": self.code, "where": self.where, "parameters": dict(self.parameters)}

    @classmethod
    def unpack(cls, data: Mapping[str, Any]) -> Problem:
        """The inverse of ``pack``."""
        return cls(str(data["code"]), str(data.get("where", "")), dict(data.get("parameters", {})))
