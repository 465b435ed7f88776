"""Before there is a tree: begin with a template, with one KPI or with a sheet. Before there are figures: the tree, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fusenapp.domain.kpi import tree_from
from fusenapp.domain.kpi_template import TREE_TEMPLATES, TreeTemplate
from fusenapp.editing import kpis
from fusenapp.errors import FusenError
from fusenapp.i18n import language, translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import Card, LinkButton, PushButton, Text, column, row, scroll

_WIDTH = 640


class Beginning(QWidget):
    """Signals: ``begun`` (id of the node at the top)."""

    begun = Signal(str)

    def __init__(self, context: UiContext, bring: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        picture = QLabel()
        picture.setPixmap(icons.pixmap("kpi", 40, "text3"))
        title = Text(translate("KpiBegin", "Begin the KPI tree"), "title")
        told = Text(translate("KpiBegin", "First what it is made of, figures later: a KPI sheet or a lead list is connected by the names."),
                    "secondary", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = {template.id: PushButton(translate("KpiBegin", "Begin with it"), on=lambda id=template.id: self.begin(id))
                        for template in TREE_TEMPLATES.values()}
        holder = QWidget()
        holder.setMaximumWidth(_WIDTH)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(holder)
        inside.setSpacing(8)
        inside.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(told)
        inside.addSpacing(8)
        for template in TREE_TEMPLATES.values():
            inside.addWidget(self._card(template))
        self.single = LinkButton(translate("KpiBegin", "Begin with one KPI"), "plus", on=self._one)
        self.sheet = LinkButton(translate("Kpi", "Import a KPI sheet"), "import", on=bring)
        inside.addLayout(row(None, self.single, self.sheet, None, gap=16))
        page = QWidget()
        page.setLayout(column(None, row(None, holder, None, margins=(24, 16, 24, 16)), None))
        self.setLayout(column(scroll(page), gap=0))

    def _card(self, template: TreeTemplate) -> Card:
        card = Card(padding=(10, 14), gap=0)
        name = template.name.to(language())
        button = self.buttons[template.id]
        button.setAccessibleName(f"{button.text()}: {name}")
        count = translate("KpiBegin", "%n KPI(s)", n=len(template.nodes))
        words = QWidget()
        words.setLayout(column(row(Text(name, "strong"), Text(count, "caption"), None, gap=8),
                               Text(template.made_of.to(language()), "secondary", wrap=True), gap=2))
        line = row(gap=16)
        line.addWidget(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        return card

    def begin(self, template: str) -> None:
        """Make the tree, connected with the sheets that were imported before; one step."""
        self._begun(kpis.begin_tree(self._context.document, template, suggested(self._context, template))[0])

    def _one(self) -> None:
        self._begun(kpis.add_node(self._context.document, translate("Kpi", "New KPI"), unit="件"))

    def _begun(self, id: str) -> None:
        self._context.bridge.flush()
        self.begun.emit(id)


def suggested(context: UiContext, template: str) -> dict[str, dict[str, str]]:
    """For the nodes of a template: the rows of their names in the KPI sheets that are there already."""
    from fusenapp.kpi import suggest_sources

    snapshot, store = context.snapshot(), context.store
    rows: dict[str, Any] = {}
    if store is None:
        return {}
    for record in snapshot.all("datasets", purpose="kpi"):
        try:
            rows[record["id"]] = store.kpi_rows(snapshot, record["id"])
        except FusenError:
            continue  # told where the sheet is looked at; the tree begins without it
    return suggest_sources(tree_from(TREE_TEMPLATES[template].records(language())), rows) if rows else {}


class WithoutFigures(Card):
    """One line above a tree that has no figures yet."""

    def __init__(self, bring: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(8, 14))
        told = Text(translate("Kpi", "Import the monthly KPI sheet or a lead list; the tree fills itself by name."), "secondary", wrap=True)
        self.button = PushButton(translate("Kpi", "Import a KPI sheet"), "import", on=bring)
        line = row(Text(translate("Kpi", "No figures yet"), "strong"), gap=12)
        line.addWidget(told, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
