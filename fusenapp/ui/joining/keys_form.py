"""By which columns the two lists are compared, and how much they have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QListWidget, QListWidgetItem, QWidget

from fusenapp.flows.doubts import ROLES, role_words
from fusenapp.flows.joining import Plan
from fusenapp.i18n import translate
from fusenapp.tables.dataset import Dataset
from fusenapp.tables.join_keys import TOGETHER, Overlap
from fusenapp.ui.widgets import Text

_NONE = "—"


class KeysForm(QWidget):
    """Two boxes per role, and under them the overlap.

    Signals:
        changed: another column was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, tuple[QComboBox, QComboBox]] = {}
        self.overlaps: dict[str, Text] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, words in ((1, translate("Joining", "In the leads")), (2, translate("Joining", "In the outcomes"))):
            grid.addWidget(Text(words, "caption"), 0, column)
            grid.setColumnStretch(column, 1)
        for at, role in enumerate(ROLES):
            self._add(grid, role, 1 + 2 * at)

    def _add(self, grid: QGridLayout, role: str, line: int) -> None:
        self.boxes[role] = self._box(role, translate("Joining", "In the leads")), self._box(role, translate("Joining", "In the outcomes"))
        self.overlaps[role] = Text("", "caption")
        grid.addWidget(Text(role_words(role), "secondary"), line, 0)
        grid.addWidget(self.boxes[role][0], line, 1)
        grid.addWidget(self.boxes[role][1], line, 2)
        grid.addWidget(self.overlaps[role], line + 1, 1, 1, 2)

    def _box(self, role: str, side: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(translate("Joining", "{what}, {side}").format(what=role_words(role), side=side))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.activated.connect(self.changed)
        return box

    def show_plan(self, plan: Plan) -> None:
        """The columns of both lists, the plan's chosen."""
        for role, pair in self.boxes.items():
            for at, (box, listed) in enumerate(zip(pair, (plan.leads, plan.outcomes), strict=True)):
                _fill(box, listed.dataset, listed.candidates[role], plan.keys.get(role, ("", ""))[at])

    def show_overlaps(self, overlaps: Iterable[Overlap]) -> None:
        """How much the chosen columns have in common."""
        known = {each.role: each for each in overlaps}
        for role, text in self.overlaps.items():
            text.setText(overlap_words(known[role]) if role in known else "")
            text.setVisible(role in known)

    def keys(self) -> dict[str, tuple[str, str]]:
        """role → (column of the leads, column of the outcomes), where both are chosen."""
        chosen = {role: (ours.currentData(), theirs.currentData()) for role, (ours, theirs) in self.boxes.items()}
        return {role: pair for role, pair in chosen.items() if all(pair)}


def _fill(box: QComboBox, dataset: Dataset, likely: list[str], chosen: str) -> None:
    """Likely columns first, then all."""
    box.clear()
    box.addItem(_NONE, "")
    names: list[str] = [*([chosen] if chosen else []), *likely, *dataset.names]
    for name in dict.fromkeys(names):
        label = TOGETHER.join(part.rsplit("›", 1)[-1] for part in name.split(TOGETHER))
        box.addItem(label, name)
        box.setItemData(box.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def overlap_words(overlap: Overlap) -> str:
    """How much two columns have in common, in words."""
    if not overlap.filled:
        return translate("Joining", "The outcomes have no value here.")
    return translate("Joining", "{found} of {filled} outcome rows found ({share})").format(
        found=f"{overlap.found:,}", filled=f"{overlap.filled:,}", share=f"{overlap.share:.0%}")


class ColumnsList(QListWidget):
    """Which columns of the outcomes come in."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Joining", "Columns to take"))

    def show_plan(self, plan: Plan) -> None:
        """All columns of the outcomes, the plan's ticked."""
        self.clear()
        for column in plan.outcomes.dataset.columns:
            item = QListWidgetItem(column.label)
            item.setToolTip(column.name)
            item.setData(Qt.ItemDataRole.UserRole, column.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if column.name in plan.columns else Qt.CheckState.Unchecked)
            self.addItem(item)

    def chosen(self) -> list[str]:
        """Names of the ticked columns."""
        items = [self.item(at) for at in range(self.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
