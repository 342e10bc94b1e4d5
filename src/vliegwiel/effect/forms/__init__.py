"""What people fill in about figures and beoogde effecten."""

from vliegwiel.effect.forms.beoogd import BeoogdForm, BevindingForm
from vliegwiel.effect.forms.cijfer import CijferForm, Getal, IndicatorForm, PublicerenForm

__all__ = ["BeoogdForm", "BevindingForm", "CijferForm", "Getal", "IndicatorForm", "PublicerenForm"]
