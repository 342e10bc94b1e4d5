"""The main pages, and who asks for them: what `make bench` measures."""

from __future__ import annotations

from collections.abc import Mapping

from tools.bench.measure import Page

OF_FLOOR = 2.0
OF_FLOOR_PEOPLE = 3.0  # a page about people also decides who may see whom, and writes down who looked
SENT = "Vraag nieuw (versturen)"
ASKED = {
    "kanaal": "telefoon",
    "namens": "zelf",
    "woorden": "Kan iemand meekijken naar mijn post?",
    "soort": "vraag",
    "daarna": "houden",
}
# `_vol` is the fullest table there is; the ids of the others are of the demo (inwoners.py).
PAGES = (
    ("Vandaag", "strateeg", ""),
    ("Vandaag", "inwoner", ""),
    ("Tafels", "strateeg", "tafels/"),
    ("Tafel", "strateeg", "tafels/{tafel}/"),
    ("Tafel, vol", "strateeg", "tafels/{tafel_vol}/"),
    ("Gesprekken, vol", "strateeg", "tafels/{tafel_vol}/gesprekken/"),
    ("Gesprek", "strateeg", "gesprekken/{gesprek}/"),
    ("Gesprek, vol", "strateeg", "gesprekken/{gesprek_vol}/"),
    ("Voorstel", "strateeg", "voorstellen/{voorstel}/"),
    ("Voorstel", "inwoner", "voorstellen/{voorstel}/"),
    ("Voorstel, vol", "strateeg", "voorstellen/{voorstel_vol}/"),
    ("Bijdragen", "strateeg", "tafels/{tafel_bijdragen}/bijdragen/"),
    ("De Koers", "strateeg", "koers/"),
    ("De Koers", "inwoner", "koers/"),
    ("Doelen", "strateeg", "koers/doelen/"),
    ("Doel", "strateeg", "koers/doelen/{doel}/"),
    ("Mensbeeld", "strateeg", "koers/mensbeeld/"),
    ("Begrippen", "strateeg", "koers/begrippen/"),
    ("Begrip", "strateeg", "koers/begrippen/integraal-werken/"),
    ("Opgaven", "strateeg", "opdracht/"),
    ("Opgave", "strateeg", "opdracht/opgaven/{opgave}/"),
    ("Opdracht", "strateeg", "opdracht/opdrachten/{opdracht}/"),
    ("Opdracht als Word", "strateeg", "opdracht/opdrachten/{opdracht}/docx/"),
    ("Effecten", "strateeg", "effect/"),
    ("Beoogd effect", "strateeg", "effect/beoogd/{beoogd}/"),
    ("Indicator", "strateeg", "effect/indicatoren/{indicator}/"),
    ("Het wiel", "strateeg", "wiel/"),
    ("Zoeken", "strateeg", "zoeken/?q=wonen"),
    ("Wat kwam ervan", "strateeg", "bel-alvast/wat-kwam-ervan/"),
    ("Mijn account", "strateeg", "mijn/"),
    ("Beheer: collega's", "beheerder", "beheer/"),
    ("Beheer: teams", "beheerder", "beheer/teams/"),
    ("Beheer: onderdelen", "beheerder", "beheer/onderdelen/"),
    ("Toezicht", "fg", "toezicht/"),
)
PEOPLE_PAGES = (
    ("Vandaag", "consulent", ""),
    ("Mijn mensen", "consulent", "mijn-mensen/"),
    ("Plan", "consulent", "huishoudens/{plan}/"),
    (SENT, "consulent", "vragen/nieuw/"),
    ("Zoeken", "consulent", "zoeken/?q=bakker"),
    ("Bel alvast", "consulent", "bel-alvast/"),
    ("Belkaart", "consulent", "bel-alvast/{belkaart}/"),
    ("Het wiel", "consulent", "wiel/"),
    ("Wie doet wat voor mij", "inwoner", "wie-doet-wat/"),
    ("Wie keek mee", "inwoner", "wie-doet-wat/wie-keek-mee/"),
)


def pages(ids: Mapping[str, str]) -> list[Page]:
    """Every main page as one person asks for it."""
    return [
        *(_page(*row, OF_FLOOR, ids) for row in PAGES),
        *(_page(*row, OF_FLOOR_PEOPLE, ids) for row in PEOPLE_PAGES),
    ]


def _page(naam: str, wie: str, pad: str, most: float, ids: Mapping[str, str]) -> Page:
    velden = dict(ASKED) if naam == SENT else {}
    return Page(naam, f"/lindebeek/{pad.format_map(ids)}", wie, most, velden=velden)
