"""The areas of the window, in the order of the rail; each module is imported when first shown.

The module of an area has ``create(context: UiContext) -> QWidget``. The widget may have:

``reveal(item)``
    select and scroll to a thing; items are what `UiContext.navigate` was given: ``(kind, id)`` as a rule.
and the module may have, without a widget being made:

``search_items(context) -> list[SearchItem]``
    content for Ctrl+K;
``commands(context) -> list[Command]``
    what can be done there, for Ctrl+K and menus.

Widgets are thrown away and made anew when theme or language change, so they keep nothing that is not
in the document or in ``context.session(area id)``. Signals of the context are connected to bound methods
of the widget (Qt cuts those by itself when the widget goes), never to lambdas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from fusenapp.i18n import translate


class SearchItem(NamedTuple):
    """One thing that Ctrl+K finds; choosing it navigates to its area and reveals ``item``."""

    title: str
    subtitle: str
    icon: str
    item: Any


class Command(NamedTuple):
    """Something the user can do, as data: for the palette, menus and shortcuts."""

    id: str
    title: str
    run: Callable[[], Any]
    icon: str = ""
    shortcut: str = ""
    enabled: Callable[[], bool] = lambda: True


class Area(NamedTuple):
    """One entry of the rail. A line separates groups (-1: not on the rail); ``module`` is imported when first shown."""

    id: str
    icon: str
    group: int
    module: str

    @property
    def title(self) -> str:
        """The name in the language in use."""
        return title(self.id)

    def load(self) -> ModuleType:
        """Import the module of the area."""
        return import_module(self.module)


_PACKAGE = "fusenapp.ui."

AREAS: tuple[Area, ...] = (
    Area("home", "home", 0, _PACKAGE + "home"),
    Area("personas", "personas", 1, _PACKAGE + "personas"),
    Area("journey", "journey", 1, _PACKAGE + "journey"),
    Area("contents", "document", 1, _PACKAGE + "contents"),
    Area("terms", "terms", 1, _PACKAGE + "terms"),
    Area("target", "target", 1, _PACKAGE + "definitions.target"),
    Area("hot_lead", "hot_lead", 1, _PACKAGE + "definitions.hot_lead"),
    Area("leads", "leads", 2, _PACKAGE + "leads"),
    Area("handover", "handover", 2, _PACKAGE + "handing"),
    Area("kpi", "kpi", 2, _PACKAGE + "kpi"),
    Area("reviews", "review", 2, _PACKAGE + "reviews"),
    Area("compare", "split", 3, _PACKAGE + "comparing"),
    Area("agreements", "agreements", 3, _PACKAGE + "agreements"),
    Area("labelling", "eye-off", -1, _PACKAGE + "labelling"),
    Area("settings", "settings", -1, _PACKAGE + "settings_page"),
)


def ahead() -> Iterator[Area]:
    """Import what the areas of the rail are made of (``area.py`` beside their module), one a step, before somebody waits for it.

    An area that cannot be imported is told when it is to be shown.
    """
    for each in AREAS:
        if each.group > 0:
            with suppress(Exception):
                import_module(f"{each.load().__package__}.area")
            yield each


def area(id: str) -> Area:
    """The area of that id; KeyError if there is none."""
    return next(a for a in AREAS if a.id == id)


def title(id: str) -> str:
    """The name of an area in the language in use."""
    names = {
        "home": translate("Areas", "Home"),
        "personas": translate("Areas", "Personas"),
        "journey": translate("Areas", "Journey"),
        "contents": translate("Areas", "Content"),
        "terms": translate("Areas", "Terms"),
        "target": translate("Areas", "Target"),
        "hot_lead": translate("Areas", "Hot lead"),
        "leads": translate("Areas", "Leads"),
        "handover": translate("Areas", "Hand-over"),
        "kpi": translate("Areas", "KPI tree"),
        "reviews": translate("Areas", "Reviews"),
        "compare": translate("Areas", "Differences"),
        "agreements": translate("Areas", "Agreements"),
        "labelling": translate("Areas", "Blind labelling"),
        "settings": translate("Areas", "Settings"),
    }
    return names[id]


KIND_AREAS: dict[str, str] = {
    "persona_sets": "personas", "personas": "personas", "journeys": "journey", "phases": "journey", "lanes": "journey",
    "notes": "journey", "contents": "contents", "terms": "terms", "kpis": "kpi", "handover": "hot_lead", "reasons": "hot_lead",
    "datasets": "leads", "stamps": "agreements", "revisions": "agreements", "renewals": "agreements",
    "reviews": "reviews", "review_figures": "reviews", "actions": "reviews", "hypotheses": "reviews",
    "settlements": "compare", "remarks": "compare", "labellings": "labelling", "label_sheets": "labelling",
}
"""The area in which a record of a kind is shown; definitions depend on their id."""


def area_of(kind: str, id: str = "") -> str:
    """The area that shows the record ``(kind, id)``; home where none does."""
    if kind == "definitions":
        return "target" if id.partition("@")[0] == "target" else "hot_lead"  # drafts are called target@department
    return KIND_AREAS.get(kind, "home")
