"""What the codes say. Writing in a plan."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    # refusals
    "plan_niet_schrijven": _("In dit plan schrijft wie met dit huishouden werkt."),
    "plan_gesloten": _("Dit plan is gesloten. Er verandert niets meer in."),
    "plan_niet_sluiten": _("Een plan sluit wie het overzicht houdt: de vaste contactpersoon."),
    "deel_niet_van_jou": _("Verzegelen doet wie het schreef."),
    "deel_leeg": _("Schrijf eerst op wat er gezegd is."),
    "deel_botsing": _(
        "Iemand anders heeft dit intussen veranderd. De eigen tekst staat hieronder nog. "
        "Lees eerst wat er nu staat en verwerk dat erin."
    ),
    "deel_vervallen": _("Dit deel is uit het plan gehaald."),
    "eigen_woorden_wens": _(
        "Dit zijn iemands eigen woorden. Die veranderen alleen als deze persoon dat zelf wil. Zet dan dit vinkje."
    ),
    "eigen_woorden_zonder_mens": _("Kies wie dit zei. Eigen woorden zijn altijd van iemand."),
    "niet_van_dit_huishouden": _("Kies iemand die nu bij dit huishouden hoort."),
    "doel_leeg": _("Schrijf op wat iemand wil bereiken."),
    "doel_botsing": _(
        "Iemand anders heeft dit doel intussen veranderd. De eigen tekst staat hieronder nog. "
        "Lees eerst wat er nu staat en verwerk dat erin."
    ),
    "doel_klaar": _("Dit doel is al gehaald of losgelaten."),
    "doel_woord_ontbreekt": _("Schrijf in een paar woorden waarom jullie dit loslaten."),
    "doel_onbekend": _("Dit doel kun je niet kiezen. Kies er een uit de lijst."),
    "score_buiten": _("Kies een cijfer van 0 tot en met 10, of laat het leeg."),
    "sluiten_zonder_reden": _("Schrijf op waarom het plan nu kan sluiten."),
    "afspraken_open": _(
        "Er lopen nog afspraken: %(aantal)s. Rond ze af, laat ze los of geef ze door. Daarna kan het plan sluiten."
    ),
    "plan_tekst_leeg": _("Schrijf eerst de tekst die jullie willen afspreken."),
    "collega_onvindbaar": _(
        "Niemand gevonden met deze naam. Schrijf een deel van de naam, van welke organisatie ook."
    ),
    "collega_meer": _("Er zijn meer collega’s met deze naam. Kies hieronder wie je bedoelt."),
    # kinds
    "deelsoort.gaat_goed": _("Dit gaat goed"),
    "deelsoort.wil_ik": _("Dit wil ik"),
    "deelsoort.aantekening": pgettext_lazy("deel van een plan", "Aantekening"),
    # Vandaag: the day to look back on a goal has come
    "doel_terugkijken.kop": _("Kijk terug op een doel van %(voor)s"),
    "doel_terugkijken.tekst": _(
        "Jullie spraken af om nu te kijken wat het bracht. Houden, aanpassen of stoppen?"
    ),
    "doel_terugkijken.waarom": _("Je ziet dit omdat je met dit huishouden werkt."),
    "doel_terugkijken.actie": _("Kijk terug"),
}
