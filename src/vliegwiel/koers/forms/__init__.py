"""What people fill in about words, sentences and doelen."""

from vliegwiel.koers.forms.begrip import BegripForm, BetekenisForm

__all__ = ["BegripForm", "BetekenisForm"]
