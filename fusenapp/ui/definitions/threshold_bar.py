"""Points that a lead needs: in all, or per axis 適合 and 関心."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from fusenapp.domain.definition import AXES, Definition, Threshold, conditions
from fusenapp.i18n import translate
from fusenapp.ui.definitions.clause_details import number_box
from fusenapp.ui.definitions.quiet_combo import QuietCombo
from fusenapp.ui.widgets import Card, Text, row


class ThresholdBar(Card):
    """Shown once a condition gives points.

    Args:
        write: takes the points needed.
    """

    def __init__(self, write: Callable[[Threshold], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(6, 14), gap=4)
        self._write, self._best = write, {"": 0.0, "fit": 0.0, "interest": 0.0}
        self.way = QuietCombo(translate("Definitions", "How points decide"), 170)
        for key, words in (("sum", translate("Definitions", "Points in all")), ("axes", translate("Definitions", "Fit and interest apart")),
                           ("none", translate("Definitions", "Points do not decide"))):
            self.way.addItem(words, key)
        self.way.activated.connect(self._chosen)
        names = {"": translate("Definitions", "Points needed"), "fit": translate("Definitions", "Fit"),
                 "interest": translate("Definitions", "Interest")}
        self.boxes = {key: number_box(name, 84, least=-9999) for key, name in names.items()}
        self.captions = {key: Text(name, "caption") for key, name in names.items()}
        self.best = Text("", "caption")
        for box in self.boxes.values():
            box.valueChanged.connect(lambda _: self._turned())
        parts = [part for key in names for part in (self.captions[key], self.boxes[key])]
        self.body.addLayout(row(Text(translate("Definitions", "Points to match"), "section"), self.way, *parts, self.best, None))

    def show_threshold(self, definition: Definition) -> None:
        """The points needed, and the most that a lead can have."""
        counted = [c for c in conditions(definition.root, muted=False) if c.kind == "points"]
        self._best = {key: sum(max(c.points or 0, 0) for c in counted if key in ("", c.axis)) for key in self._best}
        needs = definition.threshold
        self.setVisible(any(c.kind == "points" for c in conditions(definition.root)) or needs is not None)
        self.way.setCurrentIndex(self.way.findData("none" if needs is None else "axes" if isinstance(needs, Mapping) else "sum"))
        for key, box in self.boxes.items():
            given = (needs.get(key) if key else None) if isinstance(needs, Mapping) else needs if not key else None
            for part in (box, self.captions[key]):
                part.setVisible(needs is not None and (isinstance(needs, Mapping) == bool(key)))
            with QSignalBlocker(box):
                if not box.hasFocus():
                    box.setValue(float(given or 0))
        self.best.setText(self._most(needs))

    def _most(self, needs: Threshold) -> str:
        if isinstance(needs, Mapping):
            return translate("Definitions", "at most {fit} and {interest} without caps").format(
                fit=f"{self._best['fit']:g}", interest=f"{self._best['interest']:g}")
        return "" if needs is None else translate("Definitions", "of at most {points}").format(points=f"{self._best['']:g}")

    def _chosen(self) -> None:
        """A sensible first figure: half of what can be had."""
        way = self.way.currentData()
        if way == "none":
            self._write(None)
        elif way == "sum":
            self._write(self.boxes[""].value() or _half(self._best[""]))
        else:
            self._write(_per_axis({axis: self.boxes[axis].value() or _half(self._best[axis]) for axis in AXES}))

    def _turned(self) -> None:
        needs = _per_axis({axis: self.boxes[axis].value() for axis in AXES})
        self._write(needs if self.way.currentData() == "axes" else self.boxes[""].value())


def _per_axis(needs: Mapping[str, float]) -> Mapping[str, float]:
    """Only the axes that ask for something; both where none does yet."""
    return {axis: points for axis, points in needs.items() if points} or needs


def _half(points: float) -> float:
    return float(round(points / 2))
