"""The window: the welcome page, or the page of the open workspace, and what they share."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from fusenapp.domain.snapshot import value
from fusenapp.errors import FusenError
from fusenapp.i18n import language, set_language, translate
from fusenapp.settings import Settings
from fusenapp.ui import actions, files, icons, qt_words
from fusenapp.ui.bringing import FileDrops
from fusenapp.ui.explaining import explain_any
from fusenapp.ui.file_actions import FileActions
from fusenapp.ui.session import Session
from fusenapp.ui.theme import Theme, is_dark
from fusenapp.ui.window import Window
from fusenapp.ui.windows import Windows, shown_item
from fusenapp.ui.workspace_page import WorkspacePage
from fusenapp.workspace import Workspace

if TYPE_CHECKING:
    from fusenapp.ui.welcome import WelcomePage
    from fusenapp.ui.workshop.present import Presentation

WELCOME_SIZE, WORK_SIZE = (960, 640), (1440, 900)
_TITLE = 32
"""Height to leave for the title bar, which is not part of a window's own geometry."""


class MainWindow(Window):
    """One window, at most one workspace.

    Args:
        settings: of the user.
        theme: already applied.
        workspace: an open workspace to show; None shows the welcome page.
        area: id of the area to begin with.
        beside: a window whose workspace is shown here too.
        stage: it is there to be presented, and closes when that ends.

    Signals:
        size_chosen: the user wants another projector scale (percent); the application starts the window anew.
    """

    size_chosen = Signal(int)

    def __init__(self, settings: Settings, theme: Theme, workspace: Workspace | None = None, area: str = "", *,
                 beside: MainWindow | None = None, stage: bool = False) -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.windows = beside.windows if beside is not None else Windows()
        self.number, self.stage = self.windows.add(self), stage
        self.session: Session | None = None
        self.page: WorkspacePage | None = None
        self.welcome: WelcomePage | None = None
        self.files = FileActions(self)
        self._drops: FileDrops | None = None
        self.presentation: Presentation | None = None
        self.actions_by_id = actions.make(self, self._handlers())
        self.actions_by_id["inspector"].setChecked(settings.get("inspector_open"))
        self.actions_by_id["rail"].setChecked(settings.get("rail_narrow"))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.setWindowIcon(icons.app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self._area = area or settings.get("last_area") or "home"
        theme.changed.connect(self._look_changed)
        if beside is not None and beside.session is not None:
            self.size_chosen.connect(beside.size_chosen)
            self._begin(Session(beside.session.workspace, settings, self, beside=beside.session))
            self.resize(beside.size())
            return
        if workspace is not None:
            self.take(workspace)
        else:
            self.rebuild()
        self._place()

    # what is open

    def take(self, workspace: Workspace) -> None:
        """Show a workspace that was opened; the one before must be closed."""
        self.settings_set("recent", lambda: self.settings.add_recent(workspace.path))
        small = self.welcome is not None and self.isVisible() and not self.windowState()
        self._begin(Session(workspace, self.settings, self))
        if small:
            self._place()

    def _begin(self, session: Session) -> None:
        self.session = session
        session.saved.connect(self._show_saving)
        self.rebuild()

    def let_go(self) -> Workspace | None:
        """Take the workspace out of the window without closing it; None where there is none, or another window goes on with it."""
        if self.presentation is not None:
            self.presentation.leave()
        session, self.session = self.session, None
        if session is None:
            return None
        self._commit_typing()
        self._remember()
        last = session.release()
        self._drop_page()
        session.deleteLater()
        return session.workspace if last else None

    def close_workspace(self) -> bool:
        """Publish, close and show the welcome page; False if the user goes on editing instead. Other windows of it close."""
        self.windows.close_others(self)
        workspace = self.let_go()
        if workspace is None:
            return True
        if not self.files.finish(workspace):
            return False
        self.rebuild()
        if (said := self.files.unpublished()) and self.welcome is not None:
            self.welcome.tell(said)
        return True

    # building

    def rebuild(self) -> None:
        """Make the page anew: for another workspace, theme or language."""
        if self.presentation is not None:
            self.presentation.leave()
        if self.page is not None:
            self._area = self.page.current
        self._rename_actions()
        self.page = self.welcome = None
        if self.session is not None:
            self.page = self._work_page(self.session)
        else:
            self.welcome = self._welcome_page()
        self.setCentralWidget(self.page or self.welcome)  # type: ignore[arg-type]
        self._enable()
        self._retitle()

    def _work_page(self, session: Session) -> WorkspacePage:
        page = WorkspacePage(session.context, self.actions_by_id, self.menu, self._area)
        page.set_saving(session.status)
        page.status_bar.retry_asked.connect(session.publish_now)
        page.top_bar.language_chosen.connect(self.choose_language)
        page.area_changed.connect(self._area_changed)
        self.show_remote(page)
        session.context.requested.connect(self.request)
        session.context.bridge.changed.connect(self._retitle)
        return page

    def _welcome_page(self) -> WelcomePage:
        from fusenapp.ui.welcome import WelcomePage

        other = "English" if language() == "ja" else "日本語"
        page = WelcomePage(self.settings.get("recent_files"), dark=is_dark(), other_language=other)
        page.sample_asked.connect(self.files.open_sample)
        page.new_asked.connect(self.files.new)
        page.open_asked.connect(self.files.open)
        page.recent_asked.connect(self.files.open_path)
        page.theme_asked.connect(self.toggle_theme)
        page.language_asked.connect(lambda: self.choose_language("en" if language() == "ja" else "ja"))
        return page

    def _drop_page(self) -> None:
        self._area = self.page.current if self.page else self._area
        self.page = None
        self.setCentralWidget(QWidget())

    def _rename_actions(self) -> None:
        for id, name in actions.words().items():
            self.actions_by_id[id].setText(name)
            self.addAction(self.actions_by_id[id])
        self.name_closing()

    def name_closing(self) -> None:
        """What Ctrl+W closes depends on whether there is another window."""
        several = len(self.windows.open) > 1
        self.actions_by_id["close"].setText(translate("Actions", "Close the window") if several else actions.words()["close"])

    def fill_menu(self) -> None:
        """Make the menu as it is to be now; done when it opens."""
        settings = {"theme": self.theme.mode, "language": self.settings.get("language"), "scale": str(self.settings.get("scale"))}
        choose: dict[str, Callable[[str], object]] = {
            "theme": self.choose_theme, "language": self.choose_language, "scale": lambda s: self.choose_scale(int(s))}
        from fusenapp.ui.menus import fill_main_menu, view_choices

        fill_main_menu(self.menu, self.actions_by_id, self.settings.get("recent_files"), self.files.open_path, view_choices(settings, choose))

    def _enable(self) -> None:
        for spec in actions.SPECS:
            if spec.workspace:
                self.actions_by_id[spec.id].setEnabled(self.page is not None)
        if self.page is not None:
            self.page.update_undo()

    def _retitle(self, *_: object) -> None:
        name = ""
        if self.session is not None:
            name = value("workspace", self.session.context.snapshot().get("workspace", "workspace") or {}, "name")
        numbered = f"{name} ({self.number})" if self.number > 1 else name
        self.setWindowTitle(f"{numbered} — Fusen" if name else "Fusen")

    # look

    def choose_theme(self, mode: str) -> None:
        """System, light or dark; at once."""
        self.settings_set("theme", lambda: self.settings.set("theme", mode))
        self.theme.set_mode(mode)

    def toggle_theme(self) -> None:
        """The other of light and dark."""
        self.choose_theme("light" if is_dark() else "dark")

    def choose_language(self, chosen: str) -> None:
        """System, ja or en; at once."""
        self.settings_set("language", lambda: self.settings.set("language", chosen))
        set_language(self.settings.language() if chosen == "system" else chosen)
        qt_words.follow_language()
        for window in list(self.windows.open):
            window.remake()

    def choose_scale(self, percent: int) -> None:
        """Another size of everything: the window starts anew, the document stays as it is."""
        if percent != self.settings.get("scale"):
            self.settings_set("scale", lambda: self.settings.set("scale", percent))
            self.size_chosen.emit(percent)

    def settings_set(self, _name: str, write: Callable[[], None]) -> None:
        """Write a setting; that it could not be written is told, and holds nothing up."""
        try:
            write()
        except FusenError as error:
            if self.context is not None:
                self.context.notify(explain_any(error), kind="warn")

    def _look_changed(self) -> None:
        if self in self.windows.open:
            icons.forget()
            self.remake()

    def remake(self) -> None:
        """Make the page anew for another theme or language; what is presented goes on."""
        self._commit_typing()
        step = self.presentation.step if self.presentation is not None else None
        self.rebuild()
        if step is not None:
            self.present(step)

    # handlers

    def _handlers(self) -> dict[str, Callable[[], Any]]:
        return {
            "new": self.files.new, "open": self.files.open, "sample": self.files.open_sample, "merge": self.files.merge,
            "proposals": self.files.proposals, "checkpoint": self.files.checkpoint, "save_copy": self.files.save_copy,
            "export": self.files.export,
            "new_window": self._open_beside, "close": self._close_here, "quit": self._quit,
            "undo": lambda: self._step("undo"), "redo": lambda: self._step("redo"),
            "palette": self.open_palette, "toggle_theme": self.toggle_theme, "inspector": self._switch_inspector,
            "rail": self._switch_rail, "full_screen": self._switch_full_screen, "present": self._switch_presenting,
            "present_here": self._switch_presenting_here,
            "next_area": lambda: self.page and self.page.step(1),
            "previous_area": lambda: self.page and self.page.step(-1), "next_pane": lambda: self.page and self.page.next_pane(),
            "menu": lambda: self.page and self.page.top_bar.open_menu(), "settings": lambda: self.page and self.page.show_area("settings"),
            "shortcuts": self._show_shortcuts, "about": self._show_about,
        }

    def request(self, action: str) -> None:
        """Do an action by its id, or change the look: ``theme:dark``, ``language:en``, ``scale:150``."""
        name, _, chosen = action.partition(":")
        if not chosen:
            self.actions_by_id[name].trigger()
            return
        choose: dict[str, Callable[[str], object]] = {
            "theme": self.choose_theme, "language": self.choose_language, "scale": lambda percent: self.choose_scale(int(percent))}
        # A rebuild throws the asking page away, so it must have returned first.
        QTimer.singleShot(0, self, lambda: choose[name](chosen))

    def open_palette(self, text: str = "") -> None:
        """Ctrl+K."""
        if self.page is not None:
            self.page.palette_popup.open(text)

    def _step(self, which: str) -> None:
        context = self.context
        if context is None:
            return
        self._commit_typing()
        if which == "undo":
            context.bridge.undo()
        else:
            context.bridge.redo()

    def _switch_inspector(self) -> None:
        if self.page is None:
            return
        shown = not self.page.inspector.isVisible()
        self.actions_by_id["inspector"].setChecked(shown)
        self.settings_set("inspector_open", lambda: self.settings.set("inspector_open", shown))
        self.page.show_inspector(shown)

    def _switch_rail(self) -> None:
        narrow = self.actions_by_id["rail"].isChecked()
        self.settings_set("rail_narrow", lambda: self.settings.set("rail_narrow", narrow))
        if self.page is not None:
            self.page.navigation.set_narrow(narrow)

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _open_beside(self) -> None:
        self._commit_typing()
        self.windows.open_beside(self)

    def _close_here(self) -> None:
        """Ctrl+W: the window, while the workspace is open in another one too; else the workspace."""
        if self.windows.others(self):
            self.close()
        else:
            self.close_workspace()

    def _quit(self) -> None:
        self.windows.close_others(self)
        self.close()

    def _switch_presenting(self) -> None:
        """Present the area that is shown, where the audience looks; once more ends that."""
        presenting = self.windows.presenting
        if presenting is not None and presenting.presentation is not None:
            if self.page is not None and presenting.page is not None and self.page.current != presenting.presentation.area:
                presenting.page.show_area(self.page.current, shown_item(self))
            else:
                presenting.presentation.leave()
        elif self.page is not None:
            from fusenapp.ui.workshop.screens import other_screen

            self._commit_typing()
            screen = other_screen(self.screen())
            if screen is None:
                self.present()
            else:
                self.windows.present_on(self, screen)

    def _switch_presenting_here(self) -> None:
        """Present in this window, however many screens there are."""
        if self.windows.presenting is not None:
            self._switch_presenting()
        elif self.page is not None:
            self._commit_typing()
            self.present()

    def present(self, step: int = 0) -> None:
        """Present the area that is shown; a presentation ends by itself when the page is made anew."""
        from fusenapp.ui.workshop.present import Presentation

        assert self.page is not None
        self.presentation = Presentation(self.page, self, self._presented, step)
        self.windows.tell_presented(self)

    def _presented(self) -> None:
        self.presentation = None
        if self.stage:
            QTimer.singleShot(0, self, self._leave_stage)

    def _leave_stage(self) -> None:
        if self.presentation is None:
            self.close()

    def show_remote(self, page: WorkspacePage | None = None) -> None:
        """What another window presents can be steered from here."""
        page, presenting = page or self.page, self.windows.presenting
        if page is not None and presenting is not None and presenting is not self:
            from fusenapp.ui.workshop.remote import Remote

            Remote.on(page, presenting)

    def _show_shortcuts(self) -> None:
        from fusenapp.ui.dialogs.help import ShortcutsDialog

        ShortcutsDialog(self, self.actions_by_id).exec()

    def _show_about(self) -> None:
        from fusenapp.ui.dialogs.help import AboutDialog

        AboutDialog(self).exec()

    def _show_saving(self, status: Any) -> None:
        if self.page is not None:
            self.page.set_saving(status)

    def _area_changed(self, area: str) -> None:
        if area != "settings":
            self._area = area

    # the window itself

    def saved_words(self) -> str:
        """What is saved at this moment, for the crash dialog."""
        if self.session is None:
            return translate("Crash", "No workspace was open.")
        if self.session.workspace.in_memory:
            return translate("Crash", "%n edit(s) could not be written to this computer yet. Please free some space, then go on.",
                             n=self.session.workspace.in_memory)
        return translate("Crash", "Your edits are saved on this computer and go to the file. You can go on working.")

    def _commit_typing(self) -> None:
        """Let the field that has the keyboard hand over what was typed."""
        focused = self.focusWidget()
        if isinstance(focused, QWidget) and focused is not self:
            focused.clearFocus()

    def _place(self) -> None:
        geometry = self.settings.get("window_geometry")
        width, height = WORK_SIZE if self.session else WELCOME_SIZE
        available = self.screen().availableGeometry()
        room = QRect(QPoint(), QSize(width, height).boundedTo(available.size()))
        if self.isVisible():
            room.moveCenter(self.geometry().center())
            room.moveTopLeft(_kept_inside(room, available.adjusted(0, _TITLE, 0, 0)))
            self.setGeometry(room)
        else:
            self.resize(room.size())
        if geometry and self.session:
            self.restoreGeometry(QByteArray(base64.b64decode(geometry)))

    def _remember(self) -> None:
        if self.session is None:
            return
        seen = {**self.settings.get("last_seen"), self.session.workspace.uuid: dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}
        area = self.page.current if self.page and self.page.current != "settings" else self._area
        self.settings_set("last_seen", lambda: self.settings.set("last_seen", seen))
        if self.number > 1:
            return
        self.settings_set("last_area", lambda: self.settings.set("last_area", area))
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.settings_set("window_geometry", lambda: self.settings.set("window_geometry", geometry))

    def closeEvent(self, event: QCloseEvent) -> None:
        workspace = self.let_go()
        event.setAccepted(workspace is None or self.files.finish(workspace, ask=True))
        if event.isAccepted():
            self.windows.drop(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files.dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = files.dropped(event.mimeData())
        if found:
            event.acceptProposedAction()
            self.files.bring(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and self._drops is None:
            self._drops = FileDrops(handle, self.files.open_path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody below took: cells or files that are pasted are imported; the board keeps what is pasted there."""
        if event.matches(QKeySequence.StandardKey.Paste) and (self.page is None or self.page.current != "journey") and self.files.paste():
            event.accept()
            return
        super().keyPressEvent(event)


def _kept_inside(room: QRect, screen: QRect) -> QPoint:
    """Where the window's corner goes so that as much of it as possible is on the screen."""
    x = max(screen.left(), min(room.left(), screen.right() + 1 - room.width()))
    return QPoint(x, max(screen.top(), min(room.top(), screen.bottom() + 1 - room.height())))
