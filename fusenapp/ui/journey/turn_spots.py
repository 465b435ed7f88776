"""Where notes can be turned into structure, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fusenapp.domain.definition import Group, from_snapshot
from fusenapp.domain.persona import ACCOUNT, JOURNEY_LANES, ROLES, fields_of
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing.note_structure import Spot
from fusenapp.i18n import language, translate


class Named(NamedTuple):
    """A spot with its name; ``depth`` is how deep it lies in a tree."""

    spot: Spot
    name: str
    depth: int = 0


class Destination(NamedTuple):
    """A thing that has spots; ``usual`` is the one that these notes most likely belong in."""

    name: str
    icon: str
    spots: tuple[Named, ...]
    usual: int = 0


def destinations(snapshot: Snapshot, journey: str, notes: Sequence[str], department: str = "") -> list[Destination]:
    """People, definitions, KPI tree and backlog, without those that have no spot.

    Args:
        notes: ids of the notes that are to be turned; their lanes say which field is the usual one.
        department: whose drafts of the definitions are offered beside the joint ones.
    """
    lanes = " ".join({value("lanes", snapshot.get("lanes", lane) or {}, "name")
                      for id in notes if (lane := (snapshot.get("notes", id) or {}).get("lane"))})
    people = snapshot.all("personas", set=snapshot.value("journeys", journey, "set"))
    found = [*(_person(person, lanes) for person in people), *_definitions(snapshot, department), _kpis(snapshot)]
    backlog = Named(Spot("contents"), translate("Structure", "New entry of the backlog"))
    return [each for each in found if each.spots] + [Destination(translate("Structure", "Content backlog"), "document", (backlog,))]


def _person(person: Record, lanes: str) -> Destination:
    role = person.get("role") or ""
    fields = sorted(fields_of(role), key=lambda field: field.form != "notes")  # what people write on notes comes first
    spots = tuple(Named(Spot("personas", person["id"], field.id), field.name.to(language())) for field in fields)
    name = str(person.get("name") or (ROLES[role].name.to(language()) if role in ROLES else role))
    usual = next((at for at, field in enumerate(fields) if any(word in lanes for word in JOURNEY_LANES.get(field.id, ()))), 0)
    return Destination(name, "building" if role == ACCOUNT else "personas", spots, usual)


def _definitions(snapshot: Snapshot, department: str) -> Iterator[Destination]:
    own = snapshot.value("departments", department, "short") or snapshot.value("departments", department, "name")
    draft = translate("Structure", "{name}: draft of {side}")
    for rule, name, icon in (("target", translate("Structure", "Target"), "target"),
                             ("hot-lead", translate("Structure", "Hot lead"), "hot_lead")):
        for id, title in ((rule, name), (f"{rule}@{department}", draft.format(name=name, side=own))):
            definition = from_snapshot(snapshot, id)
            if definition is not None:
                yield Destination(title, icon, tuple(_groups(definition.root, 0)))


def _groups(group: Group, depth: int) -> Iterator[Named]:
    joined = {"all": translate("Structure", "All are met"), "any": translate("Structure", "Any is met")}.get(
        str(group.match), translate("Structure", "At least {count} are met").format(count=group.match))
    name = group.name or (joined if depth else translate("Structure", "Conditions: {joined}").format(joined=joined))
    yield Named(Spot("groups", group.record), name, depth)
    for member in group.members:
        if isinstance(member, Group):
            yield from _groups(member, depth + 1)


def _kpis(snapshot: Snapshot) -> Destination:
    below: dict[str, list[Record]] = {}
    for node in snapshot.all("kpis"):
        parent = node.get("parent") or ""
        below.setdefault(parent if snapshot.get("kpis", parent) else "", []).append(node)
    spots = [Named(Spot("kpis", node["id"]), value("kpis", node, "name"), depth) for node, depth in _tree(below, "", 0)]
    return Destination(translate("Structure", "KPI tree"), "kpi", (*spots, Named(Spot("kpis"), translate("Structure", "A tree of its own"))))


def _tree(below: dict[str, list[Record]], at: str, depth: int) -> Iterator[tuple[Record, int]]:
    for node in below.pop(at, ()):
        yield node, depth
        yield from _tree(below, node["id"], depth + 1)
