"""The portrait of a person: a picture that was dropped in or chosen, or the first letter; a building for the account."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QWidget

from fusenapp.document import Changes
from fusenapp.domain.persona import ACCOUNT, initial
from fusenapp.domain.snapshot import Record, Snapshot, value
from fusenapp.editing import personas
from fusenapp.errors import FusenError
from fusenapp.i18n import translate
from fusenapp.ui import icons
from fusenapp.ui.context import UiContext
from fusenapp.ui.theme import color, font, paper

_PAPERS = {"selector": 1, "decision-maker": 5, "approver": 4}
_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")


class Portrait(QAbstractButton):
    """56 pixels; pressing it offers to choose a picture, or to go back to the letter."""

    def __init__(self, context: UiContext, persona: Record, parent: QWidget | None = None, *, side: int = 56) -> None:
        super().__init__(parent)
        self._context, self._id, self._side = context, persona["id"], side
        self._role, self._name = value("personas", persona, "role"), value("personas", persona, "name")
        self.image: QImage | None = None
        self._hash = ""
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(translate("Personas", "Portrait of {role}").format(role=self._name))
        self.setToolTip(translate("Personas", "Drop a picture here, or press to choose one"))
        self.clicked.connect(self._menu)
        context.bridge.changed.connect(self._look)
        self._load()

    def take_file(self, path: Path) -> None:
        """Read a picture off the window's thread, then let the user cut it."""
        from fusenapp.ui.personas import pictures

        label = translate("Personas", "Reading {name}").format(name=path.name)
        self._context.run(label, lambda progress: pictures.read_file(path), self._crop, owner=self)

    def keep(self, data: bytes) -> None:
        """Make PNG bytes the portrait."""
        if self._context.workspace is None:
            return
        personas.set_portrait(self._context.document, self._id, self._context.workspace.blobs.put(data, "image/png"))

    def _crop(self, image: QImage) -> None:
        from fusenapp.ui.personas.cropping import CropDialog
        from fusenapp.ui.personas.pictures import cut

        self.dialog = CropDialog(self.window(), image)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(lambda: self.keep(cut(image, self.dialog.view.square)))
        self.dialog.open()

    def _load(self) -> None:
        """Decode the kept picture on a worker, once a session."""
        self._hash = value("personas", self._context.document.get("personas", self._id) or {}, "portrait")
        kept = self._context.session("personas").setdefault("portraits", {})
        if not self._hash or self._context.workspace is None:
            self._show(None)
        elif self._hash in kept:
            self._show(kept[self._hash])
        else:
            self._decode(self._hash)

    def _decode(self, hash: str) -> None:
        from fusenapp.ui.personas import pictures

        try:
            data = self._context.workspace.blobs.get(hash)
        except FusenError:
            self._show(None)  # removed, or not here yet: the letter stands in
            return
        self._context.run("", lambda progress: pictures.decode(data, most=pictures.MOST_KEPT), self._decoded, self._undecodable, owner=self)

    def _decoded(self, image: QImage) -> None:
        self._context.session("personas").setdefault("portraits", {})[self._hash] = image
        self._show(image)

    def _undecodable(self, error: Exception) -> None:
        self._show(None)

    def _show(self, image: QImage | None) -> None:
        self.image = image
        self.update()

    def _look(self, changes: Changes) -> None:
        touched = changes.updated.get(("personas", self._id), frozenset())
        if "portrait" in touched:
            self._load()
        if any("name" in fields for (kind, _), fields in changes.updated.items() if kind == "personas"):
            self._name = value("personas", self._context.document.get("personas", self._id) or {}, "name")
            self.update()

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("import"), translate("Personas", "Choose a picture…"), self._ask)
        if self._hash:
            menu.addAction(icons.icon("undo"), translate("Personas", "Show the initial instead"), self._clear)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _ask(self) -> None:
        kinds = translate("Personas", "Pictures") + " (" + " ".join(f"*{e}" for e in _ENDINGS) + ")"
        path, _ = QFileDialog.getOpenFileName(self, translate("Personas", "Choose a picture"), "", kinds)
        if path:
            self.take_file(Path(path))

    def _clear(self) -> None:
        personas.set_portrait(self._context.document, self._id, "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        return next((p for p in paths if p.suffix.lower() in _ENDINGS), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        letter = letter_of(self._context.snapshot(), self._id)
        draw_portrait(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._role, letter, self.image)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(color("focus" if self.hasFocus() else "borderS"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


def letter_of(snapshot: Snapshot, id: str) -> str:
    """The letter that stands for a person among the others of the committee."""
    names = {p["id"]: value("personas", p, "name") for p in snapshot.all("personas", set=snapshot.value("personas", id, "set"))}
    return initial(names.get(id, ""), names.values())


def draw_portrait(painter: QPainter, box: QRectF, role: str, letter: str, image: QImage | None) -> None:
    """A portrait into a square, anywhere (a card, the picture of the committee)."""
    painter.setPen(color("border"))
    if image is not None:
        path = QPainterPath()
        path.addEllipse(box)
        painter.save()
        painter.setClipPath(path)
        painter.drawImage(box, image)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
    elif role == ACCOUNT:
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(box, 6, 6)
        inner = box.width() * 0.43
        icons.draw_icon(painter, QRectF(box.center().x() - inner / 2, box.center().y() - inner / 2, inner, inner), "building", color("text2"))
    else:
        look = paper(_PAPERS.get(role, 6))
        painter.setBrush(look.fill)
        painter.drawEllipse(box)
        painter.setPen(look.text)
        painter.setFont(font(max(11, round(box.width() * 0.36)), bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
