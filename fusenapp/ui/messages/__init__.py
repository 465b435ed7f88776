"""Short messages over the window."""

from fusenapp.ui.messages.toast import Toasts

__all__ = ["Toasts"]
