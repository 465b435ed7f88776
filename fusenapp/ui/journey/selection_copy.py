"""The selected notes on the clipboard: as notes, as a coloured table and as a picture.

The table and the picture are made when a program asks for them, of the notes as they were when they were copied: copying itself
stays quick however many notes there are.
"""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMetaType, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from fusenapp.domain.snapshot import Snapshot

PICTURE, IMAGE, HTML = "image/png", "application/x-qt-image", "text/html"

MOST = 400
"""Notes beyond which there is no picture on the clipboard: making it would hold up the program that asks."""
RATIO = 2.0
"""Pixels of a picture for each logical px."""
LARGEST = 40_000_000
"""Pixels of a picture on the clipboard."""


class Copied(QMimeData):
    """Notes on the clipboard; what else was put in (own format, text) comes first.

    Args:
        snapshot: the records as they were.
        ids: the notes, in reading order.
        formats: which of table and picture are offered.
    """

    def __init__(self, snapshot: Snapshot, journey: str, ids: Sequence[str], formats: Sequence[str] = (HTML, PICTURE, IMAGE)) -> None:
        super().__init__()
        self._snapshot, self._journey, self._ids = snapshot, journey, list(ids)
        self._offered = [name for name in formats if name == HTML or len(self._ids) <= MOST]
        self._image: QImage | None = None

    def formats(self) -> list[str]:
        """What is there, and what can be made."""
        return [*super().formats(), *self._offered]

    def hasFormat(self, mimetype: str, /) -> bool:
        """Whether something is there or can be made."""
        return mimetype in self._offered or super().hasFormat(mimetype)

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type, /) -> Any:
        """The table or the picture, made now."""
        if mimetype == HTML and HTML in self._offered:
            from fusenapp.flows import journey_tables

            grid = journey_tables.selection_grid(self._snapshot, self._journey, self._ids)
            return journey_tables.to_html(self._snapshot, grid)
        if mimetype == IMAGE and IMAGE in self._offered:
            return self.image()
        if mimetype == PICTURE and PICTURE in self._offered:
            return _png(self.image())
        return super().retrieveData(mimetype, preferred)

    def settled(self) -> QMimeData:
        """The same with everything made."""
        plain = QMimeData()
        for name in (*super().formats(), *self._offered):
            if name == IMAGE:
                plain.setImageData(self.image())
            elif name == HTML:
                plain.setHtml(self.html())
            elif name != PICTURE:
                plain.setData(name, super().data(name))
        return plain

    def image(self) -> QImage:
        """The picture of the notes, made once."""
        if self._image is None:
            from fusenapp.flows.journey_pictures import excerpt
            from fusenapp.ui.journey.board_picture import BoardPicture, image_of

            shown, hidden, bare = excerpt(self._snapshot, self._journey, self._ids)
            picture = BoardPicture(shown, self._journey, hidden, bare=bare)
            self._image = image_of(picture, min(RATIO, (LARGEST / max(picture.width * picture.height, 1.0)) ** 0.5))
            self._image.setDevicePixelRatio(1.0)  # others take it for what it is: pixels
        return self._image


_watching = False


def put_on_clipboard(data: Copied) -> None:
    """Give notes to the clipboard; what was not made yet is made when the program ends, since then nobody can be asked any more."""
    global _watching
    app = QGuiApplication.instance()
    if not _watching and app is not None:
        _watching = True
        app.aboutToQuit.connect(settle)
        app.destroyed.connect(_gone)
        atexit.register(settle)
    QGuiApplication.clipboard().setMimeData(data)


def settle() -> None:
    """Replace notes on the clipboard, which ask Python for what they offer, by what they offer."""
    if QGuiApplication.instance() is None:
        return
    data = QGuiApplication.clipboard().mimeData()
    if isinstance(data, Copied):
        QGuiApplication.clipboard().setMimeData(data.settled())


def _gone() -> None:
    global _watching
    _watching = False
    atexit.unregister(settle)


def table_text(snapshot: Snapshot, journey: str, ids: Sequence[str]) -> str:
    """The notes as cells with their phases and lanes, for a spreadsheet."""
    from fusenapp.editing import paste
    from fusenapp.flows import journey_tables

    return paste.to_text(journey_tables.to_rows(snapshot, journey_tables.selection_grid(snapshot, journey, ids)))


def _png(image: QImage) -> QByteArray:
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return found
