"""The shared parts of every area: cards, badges, buttons, headers, marks of departments."""

from fusenapp.ui.widgets.badge import Badge, Chip, status_words
from fusenapp.ui.widgets.buttons import FlatButton, IconButton, LinkButton, PrimaryButton, PushButton
from fusenapp.ui.widgets.card import Card, Line, hline, vline
from fusenapp.ui.widgets.empty_state import EmptyState
from fusenapp.ui.widgets.form import FormRow, InspectorSection, field
from fusenapp.ui.widgets.headers import AreaHeader, SectionHeader
from fusenapp.ui.widgets.labels import ElidedLabel, IconLabel, Text
from fusenapp.ui.widgets.layouts import Beside, FlowLayout, column, empty, room_for, row, scroll
from fusenapp.ui.widgets.marks import Avatar, DepartmentMark, DepartmentMarks, StampSeal, department_icon, draw_department_mark
from fusenapp.ui.widgets.segmented import SegmentedControl

__all__ = [
    "AreaHeader", "Avatar", "Badge", "Beside", "Card", "Chip", "DepartmentMark", "DepartmentMarks", "ElidedLabel", "EmptyState",
    "FlatButton", "FlowLayout", "FormRow", "IconButton", "IconLabel", "InspectorSection", "Line", "LinkButton", "PrimaryButton",
    "PushButton", "SectionHeader", "SegmentedControl", "StampSeal", "Text", "column", "department_icon", "draw_department_mark",
    "empty", "field", "hline", "room_for", "row", "scroll", "status_words", "vline",
]
