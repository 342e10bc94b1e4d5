"""What this room's codes say."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "nav.opdracht": pgettext_lazy("menu", "Opdracht"),
    "praktijk.opdracht": _("Samen een opdracht schrijven"),
    "praktijk.opdracht.uitleg": _(
        "Opgaven van de gemeente, en opdrachten die aan tafel groeien. Wie kan inschrijven, leest geen concept."
    ),
    "lees.opdracht": _("Lees de opdracht"),
    "opdracht.concept": pgettext_lazy("stand van een opdracht", "concept"),
    "opdracht.ligt_voor": _("ligt voor aan de tafel"),
    "opdracht.vastgesteld": pgettext_lazy("stand van een opdracht", "vastgesteld"),
    "opdracht.open": _("open voor iedereen die hier werkt"),
    "treffer.opgave": pgettext_lazy("soort treffer", "opgave"),
    "treffer.opdracht": pgettext_lazy("soort treffer", "opdracht"),
    "opgave_niet_lezen": _("Opgaven zijn voor collega’s die met de inhoud werken."),
    "opgave_niet_schrijven": _(
        "Een opgave schrijven, en zeggen wie kan inschrijven, doet een beleidsmedewerker, strateeg of coördinator. "
        "Nooit iemand van een organisatie die kan inschrijven."
    ),
    "opgave_botsing": _("Een collega was je voor. Hieronder staat wat er nu staat. Je tekst is er nog."),
    "opgave_zonder_titel": _("Geef de opgave een naam."),
    "opgave_zonder_vraag": _("Schrijf op wat er gevraagd wordt."),
    "budget_buiten": _("Schrijf een bedrag in hele euro’s, niet kleiner dan nul."),
    "al_inschrijver": _("Deze organisatie staat er al."),
    "al_geen_inschrijver": _("Deze organisatie staat er niet meer."),
    "opdracht_niet_schrijven": _(
        "Aan een opdracht schrijft wie aan haar tafel zit en beleid maakt, zolang die tafel loopt. "
        "Niet wie werkt voor een organisatie die kan inschrijven."
    ),
    "opdracht_zonder_titel": _("Geef de opdracht een naam."),
    "opdracht_ligt_voor": _("De opdracht ligt voor aan de tafel. Haal eerst het voorstel van tafel."),
    "opdracht_staat_vast": _("De opdracht is vastgesteld. De tekst verandert niet meer."),
    "opdracht_zonder_tekst": _("Er staat nog niets in over wat jullie vragen. Schrijf eerst een paragraaf."),
    "niemand_te_vragen": _(
        "Aan deze tafel zit niemand die de opdracht mag lezen en kan zeggen hoe die erin staat."
    ),
    "opdracht_vol": _("Er passen %(meest)s paragrafen in een opdracht. Voeg er twee samen."),
    "opdracht_niet_vastgesteld": _("De tafel stelt de opdracht eerst vast."),
    "opdracht_al_open": _("De opdracht is al open."),
    "paragraaf_botsing": _("Een collega was je voor. Hieronder staat wat er nu staat. Je tekst is er nog."),
    "paragraaf_leeg": _("Schrijf de tekst van de paragraaf."),
    "paragraaf_zonder_kop": _("Geef de paragraaf een kop."),
    "paragraaf_weg": _("Deze paragraaf staat niet meer in de opdracht."),
    "opdracht_terugkijken.kop": _("Tijd om terug te kijken op %(titel)s"),
    "opdracht_terugkijken.tekst": _("Wat verwachtten jullie van deze opdracht, en wat is er gebeurd?"),
    "opdracht_terugkijken.waarom": _("Je ziet dit omdat je aan tafel zit bij %(tafel)s."),
    "opdracht_terugkijken.actie": _("Kijk terug"),
}


def wie_zei(said: Any) -> str:
    """Who said it, as the speaker chose: by name, by party, or as somebody at the table."""
    if said.delen == "naam":
        return str(said.zetel.naam)
    if said.delen == "partij" and said.zetel.partij:
        return str(said.zetel.partij.naam)
    return str(_("iemand aan tafel"))
