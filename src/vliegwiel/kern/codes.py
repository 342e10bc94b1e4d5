"""Closed lists that every room reads: the roles people have, and what a page is opened for. Free of Django."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """What a page is opened for. Rooms above may only use these; the privacy room ties them to a legal basis."""

    SAMEN_BEPALEN = "samen_bepalen"  # tables, words, proposals: KOERS
    VRAAG = "vraag"  # taking a question, first advice, passing it on
    ONDERSTEUNEN = "ondersteunen"  # working with people on their plan
    EIGEN_DOSSIER = "eigen_dossier"  # a resident reads and answers what is known about them
    TOEZICHT = "toezicht"  # the FG looks at who looked
    OVERZICHT = "overzicht"  # Vandaag and search: finding one's own work
    BEHEER = "beheer"  # who works here, what is on
    BERICHTEN = "berichten"  # reading messages about provisions, and what waits for an answer
    EIGEN_ACCOUNT = "eigen_account"  # one's own log-in, language, second factor


class Rol(StrEnum):
    """The roles that access and tests use (`product.md`); a resident or volunteer has none of them."""

    CONSULENT = "consulent"
    VASTE_CONTACTPERSOON = "vaste_contactpersoon"
    TEAMLEIDER = "teamleider"
    COORDINATOR = "coordinator"
    PARTNERMEDEWERKER = "partnermedewerker"
    PARTNERBESTUURDER = "partnerbestuurder"
    BELEIDSMEDEWERKER = "beleidsmedewerker"
    STRATEEG = "strateeg"
    PROCESBEGELEIDER = "procesbegeleider"
    BESTUURDER = "bestuurder"
    BACKOFFICE = "backoffice"
    BEHEERDER = "beheerder"
    FG = "fg"


# Their work is control and proof: they never see what is said at a table (normen.md).
WITHOUT_CONTENT = frozenset({Rol.BEHEERDER, Rol.FG, Rol.BACKOFFICE})
