"""What the rules say, as a page draws or writes it: codes, counts and amounts; never a person."""

from vliegwiel.samenspel.picture.bedragen import Samen, amounts_of, amounts_together
from vliegwiel.samenspel.picture.draagvlak import picture

__all__ = ["Samen", "amounts_of", "amounts_together", "picture"]
