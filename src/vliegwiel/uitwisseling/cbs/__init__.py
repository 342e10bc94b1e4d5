"""Gemeenten, wijken and buurten as Statistics Netherlands (CBS) publishes them: read here, stored by `actions.cbs`."""

from vliegwiel.uitwisseling.cbs.geschiedenis import Gebiedsrij, apply_year, merged
from vliegwiel.uitwisseling.cbs.lezer import Cbsuitslag, Jaarstand, read_cbs

__all__ = ["Cbsuitslag", "Gebiedsrij", "Jaarstand", "apply_year", "merged", "read_cbs"]
