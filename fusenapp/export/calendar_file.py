"""Days as an iCalendar file (RFC 5545): all-day events in UTF-8, lines folded at 75 octets, the same UID for the same thing each time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fusenapp.export.whole import whole

PRODUCT = "-//Fusen//Fusen//EN"
FOLD = 75
"""Octets of a line without its end."""


@dataclass(frozen=True)
class Event:
    """One day.

    Attributes:
        uid: stable, so that a calendar that takes the file in again moves the event instead of doubling it.
        day: it takes place on this whole day.
        stamp: when the thing was last changed.
        categories: words to filter by.
        alarm: days before at which to remind; None: never.
    """

    uid: str
    day: dt.date
    title: str
    text: str
    stamp: dt.datetime
    categories: tuple[str, ...] = ()
    alarm: int | None = None


def calendar(events: Iterable[Event], name: str) -> bytes:
    """The whole file. A calendar without events is one too."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    for event in events:
        lines.extend(_event(event))
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) + b"\r\n" for line in lines)


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{event.stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + dt.timedelta(days=1):%Y%m%d}"  # the end is the first day after it
    yield f"SUMMARY:{escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{escaped(event.text)}"
    if event.categories:
        yield "CATEGORIES:" + ",".join(escaped(c) for c in event.categories)
    yield "TRANSP:TRANSPARENT"
    if event.alarm is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(event.title)}", f"TRIGGER:-P{event.alarm}D", "END:VALARM")
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text value: backslash, semicolon, comma and line ends as the format wants them; no other control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in plain if c in "\n\t" or (ord(c) >= 32 and ord(c) != 127 and not 0xD800 <= ord(c) <= 0xDFFF))
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, never within a character; what follows begins with a blank."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode("utf-8")
        if len(piece) + len(octets) > (FOLD if not pieces else FOLD - 1):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece])


def write_calendar(path: Path, events: Iterable[Event], name: str) -> None:
    """Write the file; it is replaced only once the new one is complete. Raises EnvironmentFault ``cannot-write``."""
    with whole(path) as draft:
        Path(draft).write_bytes(calendar(events, name))
