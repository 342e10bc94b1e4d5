"""Front door of effect for the rooms above: figures that come from a file."""

from vliegwiel.effect.access import KEEPS, can_keep_figures, require_can_keep_figures
from vliegwiel.effect.actions import Cijfer, fill_in, fill_in_file, make_indicator, publish, publish_from_work
from vliegwiel.effect.home import PRAKTIJK
from vliegwiel.effect.models import BeoogdEffect, Cel, Indicator, Publicatie, Waarneming
from vliegwiel.effect.queries import Ingevuld, filled_in, indicatoren, published, wijken
from vliegwiel.effect.refusals import CannotFillIn
from vliegwiel.effect.rules import Wrong, is_over, read_code, read_number

__all__ = [
    "KEEPS",
    "PRAKTIJK",
    "BeoogdEffect",
    "CannotFillIn",
    "Cel",
    "Cijfer",
    "Indicator",
    "Ingevuld",
    "Publicatie",
    "Waarneming",
    "Wrong",
    "can_keep_figures",
    "fill_in",
    "fill_in_file",
    "filled_in",
    "indicatoren",
    "is_over",
    "make_indicator",
    "publish",
    "publish_from_work",
    "published",
    "read_code",
    "read_number",
    "require_can_keep_figures",
    "wijken",
]
