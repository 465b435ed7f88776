"""One lead in the inspector: all its fields, with the cell each came from; required ones that are empty stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui.widgets import InspectorSection, Text

if TYPE_CHECKING:
    from fusenapp.tables import Dataset


class LeadFields(QWidget):
    """All fields of one row of a list.

    Args:
        row: of the dataset.
        required: fields that the contract requires.
    """

    def __init__(self, dataset: Dataset, row: int, required: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part = InspectorSection(translate("Handing", "All fields"), translate("Handing", "point at a value to see its cell"), first=True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        wanted = {dataset.find(name) for name in required}
        for at, column in enumerate(dataset.columns):
            held = dataset.values(at)[row].as_py()
            gap = held is None and at in wanted
            field = Text(translate("Handing", "not filled") if gap else shown(held), "bad" if gap else "", wrap=True)
            field.setToolTip(dataset.place(row, at) or "")
            form.addRow(Text(column.name.rsplit("›", 1)[-1], "caption"), field)
        part.body.addLayout(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(part)
        layout.addStretch(1)


def shown(found: Any) -> str:
    """A value as a table shows it."""
    if found is None:
        return "—"
    if isinstance(found, bool):
        return translate("Handing", "yes") if found else translate("Handing", "no")
    if isinstance(found, (int, float)):
        return f"{found:,.10g}"
    return found.strftime("%Y/%m/%d") if hasattr(found, "strftime") else str(found)
