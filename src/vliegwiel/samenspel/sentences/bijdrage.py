"""What people bring, what is agreed apart from a household, and looking back on a text."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "praktijk.bijdragen": _("Bijdragen: wie brengt wat"),
    "praktijk.bijdragen.uitleg": _(
        "Aan een tafel biedt iedereen aan wat die brengt: inhoud, uren, geld of een ruimte. "
        "Wie mandaat heeft bevestigt het, en samen maken jullie er afspraken van."
    ),
    # refusals
    "niet_jouw_bijdrage": _("Alleen wie dit aanbood, kan het veranderen."),
    "niet_jouw_partij": _("Dit doet iemand van dezelfde organisatie of groep."),
    "zonder_mandaat": _("Hiervoor is een geldig mandaat nodig. Vraag dat aan wie de tafel begeleidt."),
    "zonder_partij": _("Wie aan tafel zit zonder organisatie of groep, kan hier niets aanbieden."),
    "tafel_van_huishouden": _("Dit is de tafel van een huishouden. Wat jullie afspreken, staat in het plan."),
    "inhoud_ontbreekt": _("Schrijf op wat er gebracht wordt."),
    "uren_omgekeerd": _("Het eerste getal is groter dan het tweede. Draai ze om."),
    "euro_omgekeerd": _("Het eerste bedrag is groter dan het tweede. Draai ze om."),
    "uren_te_groot": _("Dit aantal kan niet. Schrijf een getal van 0 tot en met een miljoen."),
    "euro_te_groot": _("Dit bedrag kan niet. Schrijf een getal van 0 tot en met tien miljard."),
    "bijdrage_is_aangeboden": _("Dit is nog niet bevestigd. Dat gaat eerst."),
    "bijdrage_is_bevestigd": _("Dit is bevestigd en staat vast."),
    "bijdrage_is_ingetrokken": _("Dit is teruggenomen en verandert niet meer."),
    "bijdrage_botsing": _(
        "Iemand heeft dit intussen veranderd. Lees eerst wat er nu staat. Wat er getypt is, staat er nog."
    ),
    "doener_niet_aan_tafel": _("Deze persoon zit vandaag niet aan deze tafel. Kies iemand anders."),
    "gekomen_ontbreekt": _("Schrijf op wat ervan kwam, ook als het niets was."),
    # where it stands, and how much it is
    "bijdrage.aangeboden": pgettext_lazy("stand van een bijdrage", "aangeboden"),
    "bijdrage.bevestigd": pgettext_lazy("stand van een bijdrage", "bevestigd"),
    "bijdrage.ingetrokken": pgettext_lazy("stand van een bijdrage", "teruggenomen"),
    "euro.van_tot": _("%(van)s tot %(tot)s euro"),
    "euro.precies": _("%(van)s euro"),
    "euro.vanaf": _("%(van)s euro of meer"),
    "euro.hoogstens": _("hoogstens %(tot)s euro"),
    "uren.van_tot": _("%(van)s tot %(tot)s uur"),
    "uren.een": _("1 uur"),
    "uren.precies": _("%(van)s uur"),
    "uren.vanaf": _("%(van)s uur of meer"),
    "uren.hoogstens": _("hoogstens %(tot)s uur"),
    # an afspraak apart from any household
    "tafelafspraak_vraagt.kop": _("Kun jij dit doen?"),
    "tafelafspraak_vraagt.tekst": _("%(gever)s vraagt je: %(tekst)s"),
    "tafelafspraak_vraagt.waarom": _("Je ziet dit omdat het aan jou gevraagd is."),
    "tafelafspraak_vraagt.actie": _("Lees en zeg het"),
    "tafelafspraak_terug.kop": _("Een afspraak kwam terug"),
    "tafelafspraak_terug.tekst": _("Wie je vroeg, kan dit niet doen: %(tekst)s"),
    "tafelafspraak_terug.waarom": _("Je ziet dit omdat jij deze afspraak maakte."),
    "tafelafspraak_terug.actie": _("Kijk wat er kan"),
    "tafelafspraak_voorbij.kop": _("Is dit gedaan?"),
    "tafelafspraak_voorbij.tekst": _("De dag van deze afspraak is voorbij: %(dag)s. %(tekst)s"),
    "tafelafspraak_voorbij.waarom": _("Je ziet dit omdat jij deze afspraak in handen hebt."),
    "tafelafspraak_voorbij.actie": _("Bekijk de afspraak"),
    "bijdrage_wacht.kop": _("Een bijdrage wacht op bevestiging"),
    "bijdrage_wacht.tekst": "%(inhoud)s",
    "bijdrage_wacht.waarom": _(
        "Je ziet dit omdat je aan tafel bij %(tafel)s mandaat hebt. Pas als jij bevestigt, is het een toezegging."
    ),
    "bijdrage_wacht.actie": _("Lees en bevestig"),
    # looking back on a text
    "oordeel.houden": pgettext_lazy("oordeel", "houden"),
    "oordeel.aanpassen": pgettext_lazy("oordeel", "aanpassen"),
    "oordeel.stoppen": pgettext_lazy("oordeel", "stoppen"),
    "voorstel_terugblik.kop": _("Wat kwam ervan? %(titel)s"),
    "voorstel_terugblik.kop_u": _("Wat kwam ervan? %(titel)s"),
    "voorstel_terugblik.tekst": _(
        "Jullie schreven op wat jullie verwachtten. De dag is er om te kijken wat ervan kwam."
    ),
    "voorstel_terugblik.tekst_u": _(
        "U schreef samen op wat u verwachtte. De dag is er om te kijken wat ervan kwam."
    ),
    "voorstel_terugblik.waarom": _("Je ziet dit omdat je aan tafel zit bij %(tafel)s."),
    "voorstel_terugblik.waarom_u": _("U ziet dit omdat u aan tafel zit bij %(tafel)s."),
    "voorstel_terugblik.actie": _("Kijk terug"),
}
