"""Few rows on the sheet that judges leads: all are alike, and a thousand take their time in every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fusenapp.export import judging


@pytest.fixture(scope="module", autouse=True)
def few_rows() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "ROWS", 8)
        yield
