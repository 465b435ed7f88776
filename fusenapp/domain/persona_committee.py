"""The parts of a committee that no field of the form holds, as texts that can be drafted and compared.

    part in the committee     informs | decides | signs
    place on a scale          −2 … 2 as digits; empty: not known
    稟議 route                課長 / 選定者 / 100万円 / 3日      a step a line; what is not known is left out from the right
    arrows                    選定者 → 決裁者: 稟議書の下書き     an arrow a line
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from fusenapp.domain.persona import PARTS, SCALE_END, SCALES, PersonaField, part_of, yen_of, yen_words
from fusenapp.domain.snapshot import Record, Snapshot, family, value
from fusenapp.domain.wording import Wording

PART = PersonaField("(part)", Wording("関与のしかた", "Part in the committee"), "choice")
ROUTE = PersonaField("(route)", Wording("稟議ルートの段階", "Steps of the approval route"), "steps")
INFLUENCES = PersonaField("(influences)", Wording("影響の矢印", "Who influences whom"), "notes")

_SCALE = re.compile(r"\(scale:(.+)\)")
_ARROW = re.compile(r"(.+?)\s*(?:→|->|⇒)\s*([^:：]+?)\s*(?:[:：]\s*(.*))?")
_DAYS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:営業日|日|days?)?")


class Step(NamedTuple):
    """A step of the route as a line says it; ``person`` is the id of one of the committee, or empty."""

    name: str
    person: str
    amount: float | None
    days: float | None


def scale_fields(committee: Record) -> list[PersonaField]:
    """The scales of a committee as fields: the usual ones as it words them, then its own."""
    own = family(committee, "scale")
    usual = {scale.id: scale.name for scale in SCALES}
    names = {id: Wording(told["name"], told["name"]) if (told := own.get(id) or {}).get("name") else usual.get(id) for id in (*usual, *own)}
    gone = {id for id, told in own.items() if (told or {}).get("gone")}
    return [PersonaField(f"(scale:{id})", name, "choice") for id, name in names.items() if name is not None and id not in gone]


def scale_id(field: PersonaField) -> str:
    """The scale that a field is about; empty if it is about none."""
    found = _SCALE.fullmatch(field.id)
    return found[1] if found else ""


def choice_of(person: Record, field: PersonaField) -> str:
    """What a person's record says in a field of form ``choice``."""
    if field == PART:
        return part_of(value("personas", person, "role"), value("personas", person, "part"))
    at = value("personas", person, f"scale.{scale_id(field)}")
    return "" if at is None else str(round(at))


def options(field: PersonaField) -> tuple[str, ...]:
    """The values that a field of form ``choice`` can have."""
    return PARTS if field == PART else ("", *(str(at) for at in range(-SCALE_END, SCALE_END + 1)))


def middle(left: str, right: str) -> str:
    """Two places on a scale as one: the middle, towards the centre; of two other choices the left one."""
    try:
        return str(int((int(left) + int(right)) / 2))
    except ValueError:
        return left or right


def text_of(snapshot: Snapshot, set_id: str, field: PersonaField) -> str:
    """Route or arrows of a committee as lines."""
    names = {p["id"]: value("personas", p, "name") for p in snapshot.all("personas", set=set_id)}
    if field == ROUTE:
        return "\n".join(_step_line(step, names) for step in snapshot.all("approval_steps", set=set_id))
    found = []
    for link in snapshot.all("links"):
        source, target = link.get("source") or ("", ""), link.get("target") or ("", "")
        if source[0] == target[0] == "personas" and source[1] in names and target[1] in names:
            label = value("links", link, "label")
            found.append(f"{names[source[1]]} → {names[target[1]]}{f': {label}' if label else ''}")
    return "\n".join(sorted(found))


def _step_line(step: Record, names: dict[str, str]) -> str:
    amount, days = value("approval_steps", step, "amount"), value("approval_steps", step, "days")
    parts = [value("approval_steps", step, "name"), names.get(value("approval_steps", step, "person"), ""),
             "" if amount is None else yen_words(amount, "ja"), "" if days is None else f"{days:g}日"]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return " / ".join(parts)


def steps_of(snapshot: Snapshot, set_id: str, text: str) -> list[Step]:
    """The steps that lines name; parts after the name are known by what they are, whatever their order."""
    people = _people(snapshot, set_id)
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        name, *parts = [part.strip() for part in re.split(r"[/／\t|｜]", line)]
        person, amount, days = "", None, None
        for part in filter(None, parts):
            if _folded(part) in people:
                person = people[_folded(part)]
            elif amount is None and ("円" in part or "¥" in part) and (yen := yen_of(part)) is not None:
                amount = yen
            elif (day := _DAYS.fullmatch(unicodedata.normalize("NFKC", part))) is not None:
                days = float(day[1])
        found.append(Step(name, person, amount, days))
    return found


def arrows_of(snapshot: Snapshot, set_id: str, text: str) -> list[tuple[str, str, str]]:
    """(from whom, on whom, words) that lines name; a line that names nobody known is left out."""
    people = _people(snapshot, set_id)
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        arrow = _ARROW.fullmatch(line)
        if arrow is not None and _folded(arrow[1]) in people and _folded(arrow[2]) in people:
            found.append((people[_folded(arrow[1])], people[_folded(arrow[2])], arrow[3] or ""))
    return found


def _people(snapshot: Snapshot, set_id: str) -> dict[str, str]:
    return {_folded(value("personas", p, "name")): p["id"] for p in snapshot.all("personas", set=set_id)}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def shown(committee: Record, field: PersonaField, text: str, language: str) -> str:
    """A value of a field in words: the end of the scale it leans to, the part by its name, all else as it is."""
    from fusenapp.domain.persona import PART_NAMES

    if field == PART:
        return PART_NAMES[text].to(language) if text in PART_NAMES else text
    id = scale_id(field)
    if not id or not text:
        return text
    told = family(committee, "scale").get(id) or {}
    usual = next((scale for scale in SCALES if scale.id == id), None)
    ends = [told.get(side) or (getattr(usual, side).to(language) if usual else "") for side in ("left", "right")]
    at = int(text)
    return f"{ends[at > 0]} {abs(at)}" if at else f"{ends[0]}–{ends[1]} 0"
