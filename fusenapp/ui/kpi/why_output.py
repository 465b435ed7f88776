"""The waterfall out of the window: on the clipboard as a picture, as PDF and as PNG, each a page with title, reasons and sources."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from fusenapp.i18n import translate
from fusenapp.ui import files, icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.widgets import IconButton

if TYPE_CHECKING:
    from fusenapp.flows.waterfalls import Told
    from fusenapp.kpi import KpiResult

_COPIED_DPI = 200
"""Pixels an inch of the picture on the clipboard: sharp on a slide, and quickly made."""

Asked = Callable[[], "tuple[KpiResult, Told] | None"]


class WhyOutput(IconButton):
    """A button with the ways out.

    Args:
        told: what is shown now; None while nothing is.
    """

    def __init__(self, context: UiContext, told: Asked, parent: QWidget | None = None) -> None:
        super().__init__("export", translate("Waterfall", "Output: copy, PDF, picture"), small=True, on=self._pop_up)
        self._context, self._told = context, told
        self.setEnabled(False)

    def _pop_up(self) -> None:
        self.ways = menu = QMenu(self)
        menu.addAction(icons.icon("copy"), translate("Waterfall", "Copy as a picture"), self.copy)
        menu.addSeparator()
        for suffix, words in ((".pdf", translate("Waterfall", "The waterfall as PDF…")),
                              (".png", translate("Waterfall", "The waterfall as a picture (PNG)…"))):
            menu.addAction(icons.icon("document"), words, lambda suffix=suffix: self._ask(suffix))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _ask(self, suffix: str) -> None:
        told = self._told()
        if told is None:
            return
        name = told[0].tree.nodes[told[1].found.node].name
        start = files.free_name(files.documents(), translate("Waterfall", "{name} - why it moved").format(name=name), suffix)
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        path, _ = QFileDialog.getSaveFileName(self, translate("Waterfall", "Save the waterfall"), str(start), kinds)
        if path:
            self.save(files.with_suffix(path, suffix))

    def save(self, path: Path) -> None:
        """Write what is shown now, beside the window."""
        told = self._told()
        if told is None:
            return
        label = translate("Waterfall", "Writing {name}").format(name=path.name)
        self._context.run(label, _writing(self._context, path, told), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self._context.notify(translate("Kpi", "Saved as {name}").format(name=path.name))

    def copy(self) -> None:
        """Put a picture of what is shown now on the clipboard."""
        told = self._told()
        if told is not None:
            self._context.run(translate("Waterfall", "Making the picture"), _picture(self._context, told), self._copied)

    def _copied(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._context.notify(translate("Waterfall", "The picture is on the clipboard."))


def _writing(context: UiContext, path: Path, told: tuple[KpiResult, Told], dpi: int = 0) -> Callable[[Any], None]:
    """The work of writing, with frozen values only."""
    snapshot = context.snapshot()

    def work(progress: Any) -> None:
        from fusenapp.flows.waterfalls import DPI, write

        write(path, snapshot, *told, dpi=dpi or DPI, progress=progress)

    return work


def _picture(context: UiContext, told: tuple[KpiResult, Told]) -> Callable[[Any], bytes]:
    snapshot = context.snapshot()

    def work(progress: Any) -> bytes:
        from fusenapp.flows.waterfalls import write

        with tempfile.TemporaryDirectory(prefix="fusenapp-") as folder:
            path = Path(folder) / "waterfall.png"
            write(path, snapshot, *told, dpi=_COPIED_DPI, progress=progress)
            return path.read_bytes()

    return work
