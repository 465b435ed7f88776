"""The page before a workspace is open."""

from fusenapp.ui.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
