"""The yardstick: the smallest PySide6 window, which says when it was painted and ends."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self, report)


def report() -> None:
    print(json.dumps({"first_paint_ms": 0}), flush=True)
    QApplication.quit()


app = QApplication(sys.argv)
window = EmptyWindow()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
