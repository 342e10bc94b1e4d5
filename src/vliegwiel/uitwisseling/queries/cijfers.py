"""What a table of figures may name here, and where in it something was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from vliegwiel.effect.public import Ingevuld, indicatoren, published, wijken
from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.taal import fold
from vliegwiel.ui.sentences import sentence
from vliegwiel.uitwisseling.cijfers import Bekend, Cijferuitslag, Soort
from vliegwiel.uitwisseling.queries.verslag import place_words
from vliegwiel.uitwisseling.rules.vondst import Vondst

MOST = 1_000  # figures of one gemeente


def known_here(kijker: Kijker, today: date) -> Bekend:
    """Three queries: the figures, the wijken, what was published."""
    rows = [it for it in indicatoren(kijker)[:MOST] if it.einddatum is None]
    kinds = {fold(it.naam): Soort(it.pk, it.ritme, it.over_inwoners, bool(it.telling)) for it in rows}
    areas = {fold(it.naam): it.pk for it in wijken(kijker, today)}
    return Bekend(kinds, areas, frozenset(published(kijker, [it.pk for it in rows])))


def replaced(found: Cijferuitslag, there: Ingevuld) -> Iterator[tuple[str, str, str, Decimal | None, str]]:
    """The rows that take the place of a figure: what they are about, what is there now, and what it becomes.

    Of residents nothing is read back (None), so there a row with the same number is one too.
    """
    for (naam, gebied, periode, wordt), it in zip(found.rijen, found.cijfers, strict=True):
        key = (it.indicator_id, it.gebied_id, it.begin)
        if key in there.waarden and there.waarden[key] != it.waarde:
            place = gebied if it.gebied_id else _("de hele gemeente")
            yield naam, place, periode, there.waarden[key], wordt


def told(vondst: Vondst) -> tuple[str, str]:
    """Where it is, and what it is."""
    rij, kolom = vondst.params.get("rij"), str(vondst.params.get("kolom_naam", ""))
    return place_words(rij, kolom), sentence(vondst.code, vondst.params)
