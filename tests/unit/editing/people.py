"""A document as a user of the B2B template has it, and what an error must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fusenapp.document import Author, Document
from fusenapp.editing import templates
from fusenapp.errors import InputError


def b2b(template: str = "b2b") -> Document:
    """A new workspace's document."""
    document = Document(Author("佐伯 遥", "marketing"))
    templates.build(document, template, "受発注クラウド")
    return document


@contextmanager
def refused(document: Document, code: str) -> Iterator[None]:
    """What is done inside is refused with this code and leaves document and undo history as they were."""
    before, label, heard = document.snapshot(), document.undo_label, []
    stop = document.subscribe(heard.append)
    with pytest.raises(InputError) as caught:
        yield
    stop()
    assert caught.value.code == code
    assert (document.undo_label, heard) == (label, [])
    assert document.snapshot().records == before.records
