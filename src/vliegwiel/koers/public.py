"""Front door of koers for the rooms above."""

from vliegwiel.koers.models import Begrip, Doel, Doelverband, Koerszin

__all__ = ["Begrip", "Doel", "Doelverband", "Koerszin"]
