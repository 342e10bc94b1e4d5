"""Which ids the fuzz fills into an address, and which pages it asks most."""

from __future__ import annotations

import os
import re

WORD = re.compile(r"zq\d{5}|(?<![\da-f])\d{9}(?![\da-f])")  # a canary, or what may be a BSN
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
FIELD = re.compile(r"<(input|select|textarea)\b([^>]*)>(.*?)(?=<(?:input|select|textarea|/form)\b)", re.S)
OPTION = re.compile(r"<option\b.*?</option>", re.S)
EXTRA = {"voorlezen": frozenset({"voorlezen"}), "voorlezen_pdf": frozenset({"voorlezen"})}
ROW_OF = {  # the name of an id in an address → the table it is an id of
    "dossier": "privacy.Dossier", "persoon": "privacy.Persoon", "vraag": "ondersteuning.Vraag",
    "afspraak": "samenspel.Afspraak", "doel": "ondersteuning.Plandoel", "deel": "ondersteuning.Plandeel",
    "contact": "ondersteuning.Contactmoment", "kaart": "ondersteuning.Kaart", "adres": "ondersteuning.Adres",
    "overdracht": "ondersteuning.Overdracht", "spoed": "privacy.Spoedtoegang", "deling": "privacy.Deling",
    "betrokkenheid": "privacy.Betrokkenheid", "band": "privacy.Vertegenwoordiging", "bewoner": "privacy.Betrokkene",
    "betrokkene": "privacy.Betrokkene", "regel": "ondersteuning.Plandeel", "object": "ondersteuning.Plandoel",
    "terugblik": "samenspel.Terugblik", "medewerker": "gemeenschap.Medewerker", "team": "gemeenschap.Team",
    "tafel": "samenspel.Tafel", "gesprek": "samenspel.Gesprek", "uitspraak": "samenspel.Uitspraak",
    "voorstel": "samenspel.Voorstel", "zetel": "samenspel.Zetel", "inwoner": "gemeenschap.Inwoner",
    "deelname": "gemeenschap.Deelname", "voorziening": "ondersteuning.Voorziening",
    "aandachtspunt": "samenspel.Aandachtspunt", "inlezing": "uitwisseling.Inlezing", "bestand": "uitwisseling.Bestand",
    "terzijde": "uitwisseling.Terzijde", "werk": "kern.Werk", "koppeling": "ondersteuning.Doelkoppeling",
    "bijdrage": "samenspel.Bijdrage", "begrip": "koers.Begrip", "verband": "koers.Doelverband",
    "zin": "koers.Koerszin", "opgave": "opdracht.Opgave", "opdracht": "opdracht.Opdracht",
    "paragraaf": "opdracht.Paragraaf", "inschrijver": "opdracht.MogelijkeInschrijver",
    "indicator": "effect.Indicator", "beoogd": "effect.BeoogdEffect",
}  # fmt: skip
# The same name in another room: there it is an id of another table.
ROOM = {
    "koers": {"doel": "koers.Doel"}, "opdracht": {"terugblik": "opdracht.Opdrachtterugblik>terugblik_id"},
    "voorstellen": {"terugblik": "samenspel.Voorstelterugblik>terugblik_id"},
    "tafelafspraken": {"afspraak": "samenspel.Bijdrageafspraak>afspraak_id"},
}  # fmt: skip
POLICY = frozenset(
    "beleidsmedewerker strateeg procesbegeleider bestuurder partnerbestuurder coordinator".split()
)
AT_A_TABLE = (
    "samenspel.Tafel",
    "samenspel.Gesprek",
    "samenspel.Uitspraak",
    "samenspel.Voorstel",
    "samenspel.Zetel",
)
# The pages that show most: asked half of the time.
RICH = (
    "plan", "plan_afdruk", "mijn_mensen", "vragen", "vraag", "zoeken", "wie_doet_wat", "eigen_plan", "wie_keek_mee",
    "alles_json", "huishouden_mensen", "afspraak", "doel", "deel", "voorlezen", "plan_kopie", "contact", "toegang",
    "vandaag", "tafel", "gesprek", "voorstel", "voorziening", "bel_alvast", "bel_kaart", "bel_brief", "aandacht_later",
    "terzijde", "opdracht", "opdracht_docx", "opgave", "beoogd",
)  # fmt: skip
LEAST = 20  # of every address, in 7,000
MOST_PDF = int(os.environ.get("PDF", "11"))
SOORTEN = ("deel", "doel", "afspraak", "contact", "wmo", "ambitie", "wat_niet", "x")
WORDS = {
    "wet": ("wmo", "jeugd", "x"),
    "categorie": ("01", "45", "alle", "x"),
}  # parts of an address that are a word


def row_of(name: str, address: str) -> str:
    """The table of which this part of an address is an id."""
    word = name.removesuffix("_id")
    room = address.removeprefix("<slug:gemeente>/").partition("/")[0]
    return ROOM.get(room, {}).get(word) or ROW_OF.get(word, "privacy.Dossier")
