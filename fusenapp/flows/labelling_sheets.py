"""The leads of a blind labelling as a CSV file for people who answer in Excel, and their answers taken in again."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import Final

from fusenapp.domain.labelling import HOT, NOT, UNSURE, Labelling, Sheet
from fusenapp.errors import InputError
from fusenapp.export.whole import whole
from fusenapp.i18n import translate

WORDS: Final = {
    HOT: {"1", "hot", "target", "ホット", "ターゲット", "○", "〇", "◯", "yes"},
    NOT: {"2", "not", "not hot", "no target", "ホットでない", "ターゲットでない", "×", "✕", "no"},
    UNSURE: {"3", "unsure", "cannot tell", "わからない", "分からない", "?", "不明"},
}
"""What people may write for an answer."""

Answers = dict[str, tuple[str, str]]
"""Key of a lead → (answer, comment); either may be empty."""


def write_sheet(path: Path, found: Labelling, own: Sheet | None = None) -> None:
    """What is known of each lead at hand-over, with a column for the answer and one for a comment. UTF-8 with BOM, for Excel.

    Args:
        own: answers that the person has given already.

    Raises:
        EnvironmentFault: ``cannot-write``.
    """
    names = [fact.name for fact in found.facts if fact.shown]
    heads = [translate("Labelling", "No."), translate("Labelling", "Answer (1 yes, 2 no, 3 cannot tell)"), translate("Labelling", "Comment")]
    with whole(path) as draft, open(draft, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*heads, *map(_safe, names)])
        for lead in found.leads:
            answer = own.answers.get(lead.key, "") if own else ""
            comment = own.comments.get(lead.key, "") if own else ""
            number = {HOT: "1", NOT: "2", UNSURE: "3"}.get(answer, "")
            writer.writerow([_mark(found, lead.key), number, _safe(comment), *(_cell(held) for _, held in found.shown(lead))])


def read_sheet(path: Path, found: Labelling) -> Answers:
    """What somebody filled in; leads with neither answer nor comment are left out. Rows may have been sorted.

    Raises:
        InputError: ``not-found``, ``cannot-read``, ``labelling-sheet`` (not a sheet of this labelling), ``labelling-answer``.
    """
    keys = {_mark(found, key): key for key in found.keys}
    answers: Answers = {}
    for number, row in enumerate(_rows(path)[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if row[0].strip() not in keys:
            raise InputError("labelling-sheet", where=f"{path.name} › {number}", name=found.name)
        given, comment = (row[at].strip() if at < len(row) else "" for at in (1, 2))
        if given or comment:
            plain = comment[1:] if comment[:1] == "'" and _safe(comment[1:]) == comment else comment
            answers[keys[row[0].strip()]] = (_answer(given, f"{path.name} › {number}"), plain)
    return answers


def _answer(said: str, where: str) -> str:
    plain = unicodedata.normalize("NFKC", said).strip().lower()
    if not plain:
        return ""
    for answer, known in WORDS.items():
        if plain in known or said in known:
            return answer
    raise InputError("labelling-answer", where=f"{where}: {said}", known=", ".join(("1", "2", "3", HOT, NOT, UNSURE)))


def _rows(path: Path) -> list[list[str]]:
    """The cells; Japanese Excel saves plain CSV as cp932."""
    try:
        data = path.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp932")
        return list(csv.reader(text.splitlines(keepends=True)))
    except FileNotFoundError as error:
        raise InputError("not-found", where=str(path)) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError("cannot-read", where=str(path), reason=str(error)) from error


def _mark(found: Labelling, key: str) -> str:
    """A lead's number with the beginning of the labelling's id, so that a sheet of another labelling is noticed."""
    return f"{found.id[:6]}-{found.keys.index(key) + 1}"


def _cell(held: object) -> str:
    if isinstance(held, bool):
        return "○" if held else "×"
    return "" if held is None else _safe(str(held))


def _safe(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
