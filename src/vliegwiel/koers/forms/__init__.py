"""What people fill in about words, sentences and doelen."""

from vliegwiel.koers.forms.begrip import BegripForm, BetekenisForm
from vliegwiel.koers.forms.doel import DoelForm, DoelVeranderForm, VerbindForm
from vliegwiel.koers.forms.koerszin import KoerszinForm

__all__ = ["BegripForm", "BetekenisForm", "DoelForm", "DoelVeranderForm", "KoerszinForm", "VerbindForm"]
