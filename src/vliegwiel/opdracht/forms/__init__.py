"""What people fill in about what we ask."""

from vliegwiel.opdracht.forms.opdracht import (
    BijdragenForm,
    OpdrachtForm,
    ParagraafForm,
    ParagraafVeranderForm,
)
from vliegwiel.opdracht.forms.opgave import InschrijverForm, NietMeerForm, OpgaveForm, OpgaveVeranderForm

__all__ = [
    "BijdragenForm",
    "InschrijverForm",
    "NietMeerForm",
    "OpdrachtForm",
    "OpgaveForm",
    "OpgaveVeranderForm",
    "ParagraafForm",
    "ParagraafVeranderForm",
]
