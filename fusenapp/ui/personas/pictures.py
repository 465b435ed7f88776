"""Pictures of people: read from a file with limits, cut to a square, kept small. These functions run on workers.

A picture may come from anywhere, so nothing is decoded before its kind, its bytes and its dimensions are known to be reasonable;
what is kept is always drawn anew by us (PNG, `SIDE` × `SIDE`), never the bytes of the file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from fusenapp.errors import InputError

SIDE = 256
"""Pixels of a kept portrait."""
MOST_BYTES, MOST_KEPT = 20_000_000, 1_000_000
MOST_PIXELS, LONGEST = 50_000_000, 20_000
WORKING = 1024
"""Longest side of the picture that is cropped."""
FORMATS = (b"png", b"jpeg", b"webp", b"bmp", b"gif")


def read_file(path: Path) -> QImage:
    """A picture file, upright, at most `WORKING` pixels long.

    Raises:
        InputError: ``picture-too-large``, ``picture-unreadable``.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError("picture-too-large", where=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise InputError("picture-unreadable", where=path.name) from error
    return decode(data, path.name)


def decode(data: bytes, name: str = "", most: int = MOST_BYTES) -> QImage:
    """A picture out of bytes that nobody vouches for; see `read_file`."""
    if len(data) > most:
        raise InputError("picture-too-large", where=name)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in FORMATS or not size.isValid() or size.isEmpty():
        raise InputError("picture-unreadable", where=name)
    if size.width() * size.height() > MOST_PIXELS or max(size.width(), size.height()) > LONGEST:
        raise InputError("picture-too-large", where=name)
    if max(size.width(), size.height()) > WORKING:
        reader.setScaledSize(size.scaled(QSize(WORKING, WORKING), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise InputError("picture-unreadable", where=name)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def cut(image: QImage, square: QRectF) -> bytes:
    """A square of a picture as PNG, `SIDE` pixels wide; what lies outside the picture is white."""
    made = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, SIDE, SIDE), image, square)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
