"""What is said at a table, about afspraken and on Vandaag."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    # refusals
    "geen_zetel": _("Dit kan alleen met een plek aan deze tafel. Vraag die aan wie de tafel begeleidt."),
    "tafel_afgerond": _("Deze tafel is afgerond. Alles is terug te lezen en niets verandert nog."),
    "niet_begeleider": _("Dit doet wie de tafel begeleidt."),
    "niet_jouw_woorden": _("Alleen wie het zei, kan het terugnemen."),
    "niet_jouw_voorstel": _(
        "Een tekst van tafel halen kan wie eraan schreef, wie begeleidt, of wie mandaat heeft."
    ),
    "zit_al_aan_tafel": _("%(naam)s zit al aan deze tafel."),
    "groep_is_organisatie": _(
        "%(naam)s is een organisatie. Kies die in de lijst, of geef de groep een eigen naam."
    ),
    "partij_ontbreekt": _("Kies voor welke organisatie of groep deze persoon aan tafel zit."),
    "laatste_begeleider": _(
        "Jij begeleidt deze tafel. Geef eerst iemand anders de begeleiding of een mandaat."
    ),
    "niemand_gevraagd": _("Kies wie mag zeggen hoe die hierin staat."),
    "sluitdatum_voorbij": _("Die dag is al voorbij. Kies vandaag of een latere dag."),
    "tekst_leeg": _("Schrijf eerst een tekst."),
    "tekst_staat_elders": _(
        "Deze tekst verandert niet hier. Haal het voorstel van tafel, verander het stuk zelf en leg het opnieuw voor."
    ),
    "tekst_gelijk": _("Deze tekst is hetzelfde als de vorige versie."),
    "versie_botsing": _(
        "Er is intussen een nieuwe versie: versie %(laatste)s. De eigen tekst staat hieronder nog. "
        "Lees eerst de nieuwe versie en verwerk die erin."
    ),
    "zetel_niet_actief": _("Deze plek aan tafel geldt vandaag niet."),
    "niet_gevraagd": _(
        "Deze vraag ligt bij anderen aan tafel. Vraag wie het voorstel deed om erbij gevraagd te worden."
    ),
    "al_gevraagd": _("Dit is al aan deze persoon gevraagd."),
    "versie_niet_de_laatste": _(
        "Er is intussen een nieuwe versie: versie %(laatste)s. Lees die eerst en antwoord dan."
    ),
    "want_ontbreekt": _("Schrijf erbij wat er nog niet goed is. Dan kan de volgende versie erop ingaan."),
    "geen_open_nog_niet": _("Er staat geen nog niet meer open."),
    "nog_niet_heeft_zetel": _("Iemand anders van deze partij kan hier nog op antwoorden."),
    "reden_ontbreekt": _("Schrijf erbij waarom."),
    "al_aangenomen": _("Deze tekst is al aangenomen en verandert niet meer."),
    "al_ingetrokken": _("Dit voorstel is van tafel gehaald."),
    "geen_versie": _("Er is nog geen tekst."),
    "nog_niet_open": _("Er staat nog een nog niet open, want: “%(want)s”."),
    "moet_nog": _(
        "Nog niet iedereen heeft geantwoord (%(aantal)s). Wacht op hun antwoord of op de sluitdatum."
    ),
    "niemand_akkoord": _("Nog niemand is akkoord met deze versie of kan ermee leven."),
    "geen_mandaat": _("Hiervoor is een geldig mandaat nodig. Wie dat heeft, kan de tekst aannemen."),
    "terugkijken_niet_later": _("Kies een dag na vandaag om terug te kijken."),
    "niet_aangenomen": _("Deze tekst is nog niet aangenomen."),
    "voorstel_nog_open": _(
        "Er ligt nog een voorstel open op deze tafel. Neem het aan of haal het van tafel."
    ),
    # levels
    "niveau.uitvoering": pgettext_lazy("niveau", "Uitvoering"),
    "niveau.management": pgettext_lazy("niveau", "Management"),
    "niveau.bestuur": pgettext_lazy("niveau", "Bestuur"),
    "niveau.": pgettext_lazy("niveau", "Geen niveau"),
    # Vandaag: somebody asks how you stand
    "voorstel_vraagt.kop": _("Hoe sta je hierin? %(titel)s"),
    "voorstel_vraagt.kop_u": _("Hoe staat u hierin? %(titel)s"),
    "voorstel_vraagt.tekst": _(
        "Er ligt een tekst op tafel en jouw antwoord is nog niet gegeven. Dit is versie %(versie)s."
    ),
    "voorstel_vraagt.tekst_u": _(
        "Er ligt een tekst op tafel en uw antwoord is nog niet gegeven. Dit is versie %(versie)s."
    ),
    "voorstel_vraagt.waarom": _("Je ziet dit omdat je aan tafel zit bij %(tafel)s."),
    "voorstel_vraagt.waarom_u": _("U ziet dit omdat u aan tafel zit bij %(tafel)s."),
    "voorstel_vraagt.actie": _("Lees en zeg het"),
    # Vandaag: a new version came after one's own nog niet
    "nog_niet_verwerkt.kop": _("Hoe sta je hierin? %(titel)s, versie %(versie)s"),
    "nog_niet_verwerkt.kop_u": _("Hoe staat u hierin? %(titel)s, versie %(versie)s"),
    "nog_niet_verwerkt.tekst": _(
        "Jij zei: nog niet, want… Er ligt nu een nieuwe versie. Zolang jij niet antwoordt, blijft de tekst open."
    ),
    "nog_niet_verwerkt.tekst_u": _(
        "U zei: nog niet, want… Er ligt nu een nieuwe versie. Zolang u niet antwoordt, blijft de tekst open."
    ),
    "nog_niet_verwerkt.waarom": _("Je ziet dit omdat je aan tafel zit bij %(tafel)s."),
    "nog_niet_verwerkt.waarom_u": _("U ziet dit omdat u aan tafel zit bij %(tafel)s."),
    "nog_niet_verwerkt.actie": _("Lees en zeg het"),
    # Vandaag: everybody answered
    "te_beslissen.kop": _("Kan deze tekst worden aangenomen? %(titel)s"),
    "te_beslissen.kop_u": _("Kan deze tekst worden aangenomen? %(titel)s"),
    "te_beslissen.tekst": _("Alle antwoorden zijn binnen en er staat geen nog niet meer open."),
    "te_beslissen.tekst_u": _("Alle antwoorden zijn binnen en er staat geen nog niet meer open."),
    "te_beslissen.waarom": _("Je ziet dit omdat je mandaat hebt aan tafel bij %(tafel)s."),
    "te_beslissen.waarom_u": _("U ziet dit omdat u mandaat hebt aan tafel bij %(tafel)s."),
    "te_beslissen.actie": _("Bekijk de tekst"),
    # beheer: what stays behind when a colleague leaves
    "open_werk.zetels": _("Plekken aan tafel: %(aantal)s"),
    # Vandaag: an adopted text asks to be looked at again
    "terugkijken.kop": _("Kijk terug op %(titel)s"),
    "terugkijken.kop_u": _("Kijk terug op %(titel)s"),
    "terugkijken.tekst": _("Jullie spraken af om deze tekst nu weer te bekijken. Klopt die nog?"),
    "terugkijken.tekst_u": _("U sprak samen af om deze tekst nu weer te bekijken. Klopt die nog?"),
    "terugkijken.waarom": _("Je ziet dit omdat je aan tafel zit bij %(tafel)s."),
    "terugkijken.waarom_u": _("U ziet dit omdat u aan tafel zit bij %(tafel)s."),
    "terugkijken.actie": _("Kijk terug"),
    # search
    "treffer.tafel": pgettext_lazy("soort treffer", "tafel"),
    # an afspraak: who does what
    "afspraak_leeg": _("Schrijf op wat er gaat gebeuren."),
    "doet_ontbreekt": _("Kies wie van het huishouden dit doet."),
    "naam_ontbreekt": _("Schrijf de naam op van wie dit doet."),
    "collega_ontbreekt": _("Zoek de collega die dit doet en kies die in de lijst."),
    "collega_onbekend": _("Deze collega werkt hier vandaag niet. Zoek iemand anders."),
    "domein_niet_van_jou": _("Kies een domein waarin je met dit huishouden werkt, of algemeen."),
    "dag_ontbreekt": _("Kies ook de dag, als er een tijd bij hoort."),
    "niet_jouw_afspraak": _(
        "Dit doet wie de afspraak gaf, wie haar uitvoert, of wie het overzicht over het plan houdt."
    ),
    "afspraak_nu_niet": _("Dit kan nu niet met deze afspraak. Lees eerst hoe zij er nu voor staat."),
    "afspraak_is_gedaan": _("Deze afspraak is al gedaan."),
    "afspraak_is_losgelaten": _("Deze afspraak is losgelaten en verandert niet meer."),
    "afspraak_botsing": _(
        "Iemand heeft de afspraak intussen veranderd. De eigen tekst staat hieronder nog. "
        "Lees eerst wat er nu staat en verwerk dat erin."
    ),
    "woord_ontbreekt": _("Schrijf in een paar woorden waarom jullie dit loslaten."),
    "wie.inwoner": _("iemand uit het huishouden"),
    "wie.netwerk": _("iemand om hen heen"),
    "wie.vrijwilliger": _("een vrijwilliger"),
    "wie.professional": _("een collega van een organisatie"),
    "wie.gemeente": _("een collega van de gemeente"),
    "afspraak.gevraagd": pgettext_lazy("stand van een afspraak", "gevraagd"),
    "afspraak.loopt": pgettext_lazy("stand van een afspraak", "loopt"),
    "afspraak.teruggegeven": pgettext_lazy("stand van een afspraak", "teruggegeven"),
    "afspraak.gedaan": pgettext_lazy("stand van een afspraak", "gedaan"),
    "afspraak.losgelaten": pgettext_lazy("stand van een afspraak", "losgelaten"),
    # looking back
    "verwachting_ontbreekt": _("Schrijf op wat jullie verwachten. Daarmee kun je straks terugkijken."),
    "kijkdag_ontbreekt": _("Kies de dag waarop jullie terugkijken."),
    "kijkdag_niet_later": _("Kies een dag na vandaag om terug te kijken."),
    "al_teruggekeken": _("Hierop is al teruggekeken."),
    "gebeurd_ontbreekt": _("Schrijf op wat er gebeurd is."),
    "oordeel_ontbreekt": _("Kies: houden, aanpassen of stoppen."),
    # Vandaag: an afspraak is asked of me, came back, or is past its day
    "afspraak_vraagt.kop": _("Kun jij dit doen?"),
    "afspraak_vraagt.tekst": _("%(gever)s vraagt je iets te doen voor %(voor)s en wacht op jouw antwoord."),
    "afspraak_vraagt.waarom": _("Je ziet dit omdat het aan jou gevraagd is."),
    "afspraak_vraagt.actie": _("Lees en zeg het"),
    "afspraak_terug.kop": _("Een afspraak voor %(voor)s kwam terug"),
    "afspraak_terug.tekst": _("Wie je vroeg, kan dit niet doen. De bal ligt weer bij jou."),
    "afspraak_terug.waarom": _("Je ziet dit omdat jij deze afspraak maakte."),
    "afspraak_terug.actie": _("Kijk wat er kan"),
    "afspraak_voorbij.kop": _("Is dit gedaan voor %(voor)s?"),
    "afspraak_voorbij.tekst": _("De dag van deze afspraak is voorbij: %(dag)s."),
    "afspraak_voorbij.waarom": _("Je ziet dit omdat jij deze afspraak in handen hebt."),
    "afspraak_voorbij.actie": _("Bekijk de afspraak"),
    "voor_huishouden": _("een huishouden"),
    # putting off what asks attention
    "niet_jouw_aandacht": _("Dit vraagt aandacht van iemand anders, of het is intussen klaar."),
    "uitstel_niet_later": _("Kies een dag na vandaag."),
    "uitstel_te_lang": _("Uitstellen kan hooguit dertig dagen. Kies een eerdere dag."),
    "uitstel_na_einde": _("Dan is het te laat. Kies een dag vóór het einde."),
    "uitstel_zonder_reden": _("Schrijf in een paar woorden waarom het later kan."),
    # Vandaag: work in the background is parked
    "werk_geparkeerd.kop": _("Werk op de achtergrond staat stil"),
    "werk_geparkeerd.tekst": _(
        "Het lukte een paar keer niet en wordt niet vanzelf opnieuw gedaan. Aantal: %(aantal)s."
    ),
    "werk_geparkeerd.waarom": _("Je ziet dit omdat je de rol backoffice hebt."),
    "werk_geparkeerd.actie": _("Bekijk het werk"),
    # beheer: what stays behind when a colleague leaves
    "open_werk.aandacht": _("Wat aandacht vraagt: %(aantal)s"),
    "open_werk.afspraken": _("Afspraken die lopen: %(aantal)s"),
}
