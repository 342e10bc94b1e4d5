"""What the pages of koers share: the line of parts on top, and the tables one can lay a text on."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import today
from vliegwiel.koers import queries
from vliegwiel.koers.home import PRAKTIJK
from vliegwiel.samenspel import public as samenspel
from vliegwiel.samenspel.public import Tafel

CHOICES = 50


def onderdelen(kijker: Kijker, hier: str) -> list[dict[str, object]]:
    """The parts of koers this gemeente works with, by their address; `hier` is the one this page belongs to."""
    names = {
        "de_koers": pgettext("menu", "De Koers"),
        "doelen": pgettext("menu", "Doelen"),
        "mensbeeld": pgettext("menu", "Mensbeeld"),
    }
    shown = names if queries.reads(kijker) else {}
    if kijker.aan(PRAKTIJK):
        shown = {**shown, "begrippen": pgettext("menu", "Begrippen")}
    slug = kijker.gemeente.slug
    return [
        {"tekst": name, "href": reverse(url, args=[slug]), "hier": url == hier} for url, name in shown.items()
    ]


def own_tables(kijker: Kijker) -> list[Tafel]:
    """The running tables where the kijker sits, apart from any household."""
    return list(samenspel.own_tables(kijker, today())[:CHOICES])
