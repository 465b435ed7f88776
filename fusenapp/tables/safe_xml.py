"""A streaming XML reader that refuses document types, entities and endless nesting."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from xml.parsers import expat

from fusenapp.errors import InputError

_MAX_DEPTH = 200


class Handler:
    """Override what is needed. Names come without their namespace prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Character data, possibly in pieces."""


class Done(Exception):
    """Raised by a handler that has seen enough."""


def local(name: str) -> str:
    """``"x:row"`` → ``"row"``."""
    return name.rsplit(":", 1)[-1] if ":" in name else name


def parse(pieces: Iterable[bytes], handler: Handler, where: str) -> None:
    """Feed the pieces to the handler. Raises ``InputError("corrupt")`` for malformed or dangerous XML."""
    parser = _parser(handler, where)
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise InputError("corrupt", where, reason=str(error)[:120]) from error
    except Done:
        return
    finally:
        if isinstance(pieces, Generator):
            pieces.close()  # lets go of the archive's member at once, whatever went wrong


def _parser(handler: Handler, where: str) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def refuse(*_: object) -> None:
        raise InputError("corrupt", where, reason="document type")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise InputError("corrupt", where, reason="nesting")
        handler.start(local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local(name))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    return parser
