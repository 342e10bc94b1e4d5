"""Front door of opdracht for the rooms above."""

from vliegwiel.opdracht.models import Opdracht, Opgave

__all__ = ["Opdracht", "Opgave"]
