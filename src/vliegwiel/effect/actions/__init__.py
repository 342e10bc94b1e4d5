"""What people, and the clock, do with figures and beoogde effecten."""

from vliegwiel.effect.actions.beoogd import agree_effect, find_step, find_vraag
from vliegwiel.effect.actions.cijfer import Cijfer, fill_in, fill_in_file
from vliegwiel.effect.actions.indicator import make_indicator
from vliegwiel.effect.actions.klok import publish_from_work
from vliegwiel.effect.actions.publiceren import publish

__all__ = [
    "Cijfer",
    "agree_effect",
    "fill_in",
    "fill_in_file",
    "find_step",
    "find_vraag",
    "make_indicator",
    "publish",
    "publish_from_work",
]
