"""Ctrl+K: find every command and everything that was written."""

from fusenapp.ui.palette.palette import Palette

__all__ = ["Palette"]
