"""Front door of samenspel for the rooms above."""

from vliegwiel.samenspel.models import Voorstel

__all__ = ["Voorstel"]
