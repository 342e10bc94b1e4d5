"""The components: which global name is which macro in which file.

A macro sees the globals that exist when its file is first loaded, so a component stands below those it uses.
"""

from __future__ import annotations

_NAMES: dict[str, str | tuple[str, ...]] = {
    "icoon": "icoon",
    "knop": ("knop", "knoppen"),
    "veld": "veld",
    "formulier": ("formulier", "foutoverzicht"),
    "wiel": "wiel",
    "kwart_merk": "kwart_merk",
    "label_stand": "label_stand",
    "avatar": "avatar",
    "kaart": ("kaart", "kaarten"),
    "aandachtkaart": "aandachtkaart",
    "tabel": "tabel",
    "leeg": "leeg",
    "melding": "melding",
    "toasts": "toasts",
    "citaat": "citaat",
    "zo_wel_zo_niet": "zo_wel_zo_niet",
    "tijdlijn": "tijdlijn",
    "kruimelpad": "kruimelpad",
    "paginakop": "paginakop",
    "kop_met_actie": "kop_met_actie",
    "houding_teken": "houding_teken",
    "draagvlak": "draagvlak",
    "keuze_houding": "keuze_houding",
    "dialoog": ("dialoog", "dialoog_knop"),
    "voortgang": ("voortgang", "stappen"),
    "zijkolom": "zijblok",
    "rode_draad": ("rode_draad", "draadblok"),
    "zoekveld": "zoekveld",
    "woord_betekenis": "woord_betekenis",
    "betekenissen": "betekenissen",
    "lopende_tekst": "lopende_tekst",
    "tekst_verschil": "tekst_verschil",
    "paginering": "paginering",
    "wissel": ("taalwissel", "themawissel"),
    "grafiekje": "grafiekje",
    "gegevens": "gegevens",
    "persoon": ("persoon", "personen"),
    "personakaart": "personakaart",
}

# Global name -> (file below ui/components, macro). `svg_icoon` is for macros that have an argument named icoon.
COMPONENTS: dict[str, tuple[str, str]] = {"svg_icoon": ("icoon/icoon.html", "icoon")}
for _folder, _macros in _NAMES.items():
    for _macro in (_macros,) if isinstance(_macros, str) else _macros:
        COMPONENTS[_macro] = (f"{_folder}/{_folder}.html", _macro)
