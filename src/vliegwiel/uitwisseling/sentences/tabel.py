"""What is said of a table of provisions. Never what stands in a cell."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    # the file as a whole
    "tabel_leeg": _("Dit bestand is leeg."),
    "tabel_te_groot": _("Dit bestand is groter dan %(hoogste)s MB. Verdeel het over meer bestanden."),
    "tabel_geen_csv": _(
        "Dit is geen CSV-bestand. Bewaar de tabel in het rekenblad als CSV en kies dat bestand."
    ),
    "tabel_codering": _("De tekst in dit bestand kunnen we niet lezen. Bewaar de tabel als CSV in UTF-8."),
    "tabel_windows": _("Dit bestand is in Windows-tekens geschreven. Kijk na of namen met accenten kloppen."),
    "tabel_aanhalingstekens": _(
        "Rond deze rij klopt een aanhalingsteken niet. Daarna is niets meer te lezen."
    ),
    "tabel_te_breed": _(
        "Er zijn meer dan %(hoogste)s kolommen. Laat alleen de kolommen staan die nodig zijn."
    ),
    "tabel_te_lang": _("Er zijn meer dan %(hoogste)s rijen. Verdeel de tabel over meer bestanden."),
    "tabel_te_veel_cellen": _("In deze rij staan meer cellen dan er kolommen zijn."),
    "tabel_zonder_rijen": _("Onder de kolomnamen staat niets."),
    "tabel_en_meer": _("Er is nog meer gevonden: %(meer)s keer. Los eerst dit op."),
    # columns
    "tabel_kolom_ontbreekt": _("Deze kolom ontbreekt. Zet haar erbij, met haar naam op de eerste regel."),
    "tabel_kolom_dubbel": _("Deze kolom staat er twee keer. Laat er één staan."),
    # one cell
    "tabel_leeg_veld": _("Deze cel is leeg. Vul haar in."),
    "tabel_formule": _(
        "Deze cel begint met = + - of @, als een formule. Zet er gewone tekst of een getal neer."
    ),
    "tabel_teken": _("In deze cel staat een teken dat niet te zien is. Typ haar opnieuw."),
    "tabel_datum_vorm": _("Dit is geen datum. Schrijf 24-11-2026 of 2026-11-24."),
    "tabel_agb": _("Een AGB-code heeft acht cijfers."),
    "tabel_telefoon": _("Dit is geen telefoonnummer."),
    "tabel_email": _("Dit is geen mailadres."),
    "tabel_wet": _("Schrijf Wmo of Jeugdwet."),
    "tabel_woord": _("Dit woord kennen we hier niet. Kijk in de uitleg welke woorden kunnen."),
    # one row
    "tabel_wie": _("Over wie gaat dit? Vul een burgerservicenummer of een geboortedatum in."),
    "tabel_eind_voor_begin": _("De laatste dag ligt voor de eerste dag."),
    "tabel_omvang_half": _("Bij hoeveel hulp hoort ook de eenheid en hoe vaak. Hier ontbreekt dat."),
    "tabel_dubbel": _("Deze toewijzing staat ook in rij %(eerder)s. Laat er één staan."),
    # the columns
    "kolom.bsn": pgettext_lazy("kolom", "Burgerservicenummer"),
    "kolom.geboortedatum": pgettext_lazy("kolom", "Geboortedatum"),
    "kolom.voornaam": pgettext_lazy("kolom", "Voornaam"),
    "kolom.voorvoegsel": pgettext_lazy("kolom", "Voorvoegsel"),
    "kolom.achternaam": pgettext_lazy("kolom", "Achternaam"),
    "kolom.telefoon": pgettext_lazy("kolom", "Telefoon"),
    "kolom.email": pgettext_lazy("kolom", "E-mail"),
    "kolom.straat": pgettext_lazy("kolom", "Straat"),
    "kolom.huisnummer": pgettext_lazy("kolom", "Huisnummer"),
    "kolom.postcode": pgettext_lazy("kolom", "Postcode"),
    "kolom.plaats": pgettext_lazy("kolom", "Plaats"),
    "kolom.wet": pgettext_lazy("kolom", "Wet"),
    "kolom.toewijzing": pgettext_lazy("kolom", "Nummer van de toewijzing"),
    "kolom.categorie": pgettext_lazy("kolom", "Soort hulp"),
    "kolom.code": pgettext_lazy("kolom", "Productcode"),
    "kolom.aanbieder": pgettext_lazy("kolom", "AGB-code van de aanbieder"),
    "kolom.ingangsdatum": pgettext_lazy("kolom", "Eerste dag"),
    "kolom.einddatum": pgettext_lazy("kolom", "Laatste dag"),
    "kolom.volume": pgettext_lazy("kolom", "Hoeveel"),
    "kolom.eenheid": pgettext_lazy("kolom", "Eenheid"),
    "kolom.frequentie": pgettext_lazy("kolom", "Hoe vaak"),
}
