"""Doelen and sentences on pages below: search, what a Voorstel is about, the toetsvragen of the mensbeeld."""

from vliegwiel.koers.queries.doel import PRAKTIJK as PRAKTIJK_KOERS

__all__ = ["PRAKTIJK_KOERS"]
