from vliegwiel.effect.models.beoogd import BeoogdEffect, Bevinding
from vliegwiel.effect.models.cijfer import Cel, Indicator, Publicatie, Waarneming

__all__ = ["BeoogdEffect", "Bevinding", "Cel", "Indicator", "Publicatie", "Waarneming"]
