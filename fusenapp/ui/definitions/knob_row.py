"""One condition in the simulator: its words as they are tried, a switch to leave it out, and its sliders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.definitions.histogram_slider import HistogramSlider
from fusenapp.ui.widgets import IconButton, Text, row

if TYPE_CHECKING:
    from fusenapp.qualify import Knob


def shown(number: float) -> str:
    """A figure as people write it."""
    return f"{number:,.10g}"


class KnobRow(QWidget):
    """Of one clause (or, with an empty ``id``, the points needed).

    Signals:
        turned: (part of the knob, figure).
        muted: left out or not.
    """

    turned = Signal(str, float)
    muted = Signal(bool)

    def __init__(self, id: str, knobs: Sequence[Knob], may_mute: bool, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = id
        self.words = Text("", wrap=True)
        self.mute = IconButton("eye", "", on=lambda: self.muted.emit(not self._out), small=True)
        if not id:
            self.mute.hide()
        self.mute.setEnabled(may_mute)
        self.mute.setToolTip(why_not)
        self.sliders = {knob.part: self._slider(knob) for knob in knobs}
        self._why_not, self._out = why_not, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(0)
        top = row(self.words, self.mute)
        top.setStretch(0, 1)
        layout.addLayout(top)
        for knob in knobs:
            layout.addWidget(self.sliders[knob.part])
            layout.addLayout(row(Text(shown(knob.low), "caption"), None, self._saved(knob), None, Text(shown(knob.high), "caption"),
                                 margins=(4, 0, 4, 2)))

    def _saved(self, knob: Knob) -> Text:
        if knob.part == "points":
            return Text(translate("Definitions", "points, saved: {value}").format(value=shown(knob.value)), "caption")
        return Text(translate("Definitions", "saved: {value}").format(value=shown(knob.value)), "caption")

    def _slider(self, knob: Knob) -> HistogramSlider:
        slider = HistogramSlider(knob)
        slider.turned.connect(self._turner(knob.part))
        return slider

    def _turner(self, part: str) -> Callable[[float], None]:
        return lambda number: self.turned.emit(part, number)

    def show_trial(self, words: str, numbers: dict[str, float], out: bool) -> None:
        """The condition as it is tried."""
        self._out = out
        self.words.setText(words)
        self.words.set_role("secondary" if out else "")
        told = translate("Definitions", "Count it again") if out else translate("Definitions", "Mute (leave it out for now)")
        self.mute.setIcon(icons.icon("eye-off" if out else "eye", "text2", sizes=(16,)))
        self.mute.setAccessibleName(f"{words}: {told}")
        self.mute.setToolTip(self._why_not or told)
        for part, slider in self.sliders.items():
            slider.setEnabled(not out)
            slider.setAccessibleName(words)
            slider.setAccessibleDescription(shown(numbers[part]))
            if slider.number != numbers[part]:
                slider.show_number(numbers[part])
            slider.setToolTip(shown(numbers[part]))
