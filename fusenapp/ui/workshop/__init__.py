"""Workshop on one projector: presenting in steps, timer, private writing, votes, what was decided.

`strip` is the one line that an area shows while a workshop is under way; it holds `bar` (what can be steered), which opens the
drawers `decisions` and `results`. `present` shows an area on the whole screen in steps (`decks`: a journey's phases, the people of a
committee, or the area as it is). `summary` is the page at the end. An area that takes part is a `Room` (`rooms`).

Nothing here is loaded before a workshop is begun or something is presented.
"""
