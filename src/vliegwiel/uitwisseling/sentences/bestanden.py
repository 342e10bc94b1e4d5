"""What is said of a file and of what was found in it. Never a value: places, limits and names of lists only."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    # the file as a whole
    "bestand_leeg": _("Dit bestand is leeg. Vraag de afzender om het opnieuw te sturen."),
    "bestand_te_groot": _("Dit bestand is groter dan %(hoogste)s MB. Zo groot lezen we niet in."),
    "bestand_ingepakt": _("Dit is een ingepakt bestand. Pak het eerst uit en kies dan de berichten zelf."),
    "bestand_pdf": _("Dit is een PDF en geen bericht. Kies het XML-bestand."),
    "bestand_kantoor": _("Dit is een document of rekenblad en geen bericht. Kies het XML-bestand."),
    "bestand_codering": _(
        "Dit bestand is niet in UTF-8 geschreven. Alleen UTF-8 hoort bij iWmo en iJw. Vraag een nieuw bestand."
    ),
    "bestand_geen_utf8": _(
        "Op regel %(regel)s, teken %(kolom)s, staat iets dat geen UTF-8 is. Vraag een nieuw bestand."
    ),
    "bestand_nul": _(
        "Op regel %(regel)s, teken %(kolom)s, staat een leeg teken dat in tekst niet mag. Vraag een nieuw bestand."
    ),
    # XML
    "xml_geen": _("Dit is geen XML. Kies het bericht zoals het via het knooppunt binnenkwam."),
    "xml_kapot": _(
        "Dit bestand is niet heel: op regel %(regel)s, teken %(kolom)s, klopt de XML niet. Vraag een nieuw bestand."
    ),
    "xml_grens": _(
        "Op regel %(regel)s zit het bestand te diep in elkaar, of is een stuk tekst te lang. We lezen het niet in."
    ),
    "xml_doctype": _(
        "Op regel %(regel)s staat een DOCTYPE of een entiteit. Die horen niet in een bericht. We lezen het niet in."
    ),
    "xml_instructie": _(
        "Op regel %(regel)s staat een opdracht aan een computer. Die hoort niet in een bericht. We lezen het niet in."
    ),
    "xml_te_veel": _("In dit bestand staan meer dan %(hoogste)s onderdelen. We lezen het niet in."),
    "xml_te_veel_kenmerken": _("In dit bestand staan meer dan %(hoogste)s kenmerken. We lezen het niet in."),
    # which message
    "bericht_onbekend": _("Dit is XML, maar geen bericht van iWmo of iJw."),
    "bericht_andere_versie": _(
        "Dit bericht hoort bij een andere versie van iWmo of iJw. We lezen versie %(versie)s."
    ),
    "bericht_niet_ondersteund": _(
        "Dit is een %(soort)s. Die berichten lezen we nog niet in. We lezen %(wel)s."
    ),
    "bericht_code_anders": _("De berichtcode past niet bij dit soort bericht. Hier hoort %(nodig)s."),
    "bericht_versie_anders": _("Dit nummer van de versie kennen we niet. Hier hoort %(nodig)s."),
    "bericht_en_meer": _(
        "Er is meer mis met dit bestand dan hier staat. We laten de eerste %(hoogste)s punten zien."
    ),
    # one element
    "veld_ontbreekt": _("Dit onderdeel ontbreekt en is wel nodig."),
    "veld_leeg": _("Dit onderdeel is er wel, maar er staat niets in."),
    "veld_onbekend": _("Op regel %(regel)s staat een onderdeel dat niet in dit bericht hoort."),
    "veld_volgorde": _("Dit onderdeel staat op de verkeerde plek."),
    "veld_dubbel": _("Dit onderdeel staat er meer dan één keer. Eén keer is de bedoeling."),
    "veld_te_vaak": _("Dit onderdeel staat er meer dan %(hoogste)s keer. Verdeel het over meer berichten."),
    "veld_geen_waarde": _("Hier hoort een waarde te staan, en er staan andere onderdelen."),
    "veld_losse_tekst": _("Tussen de onderdelen staat losse tekst."),
    "veld_te_lang": _("Deze waarde is te lang. Er passen %(hoogste)s tekens."),
    "veld_cijfers": _("Hier horen alleen cijfers, ten minste %(laagste)s en ten hoogste %(hoogste)s."),
    "veld_getal": _("Hier hoort een heel getal van %(laagste)s tot en met %(hoogste)s."),
    "veld_code": _("Deze code staat niet in codelijst %(lijst)s."),
    "veld_code_vervallen": _(
        "Deze code van codelijst %(lijst)s wordt niet meer gebruikt. We lezen hem nog wel."
    ),
    "veld_bsn_elfproef": _("Dit is geen burgerservicenummer: de controle van de cijfers klopt niet."),
    "veld_datum_vorm": _("Dit is geen datum. Een datum staat er als jaar, maand en dag: 2026-03-31."),
    "veld_datum_bestaat_niet": _("Deze dag bestaat niet."),
    "veld_datum_jaar": _("Deze datum ligt te ver weg. We lezen de jaren %(eerste)s tot en met %(laatste)s."),
    "veld_datum_tijdzone": _(
        "Bij deze datum staat een tijdzone. Die hoort er niet bij; we nemen de dag over."
    ),
    "veld_tijd_vorm": _("Dit is geen tijd. Een tijd staat er als uren, minuten en seconden: 14:30:00."),
    # what must fit together
    "bericht_eind_voor_begin": _("Deze einddatum ligt voor de datum in %(begin)s."),
    "bericht_geboren_later": _("Deze geboortedatum ligt na de dag waarop het bericht is verstuurd."),
    "bericht_begin_voor_ingang": _(
        "De hulp begon voor de dag waarop de toewijzing ingaat. We nemen het over."
    ),
    "bericht_nummer_dubbel": _("Dit toewijzingsnummer staat twee keer in het bericht."),
    "bericht_zonder_toewijzing": _(
        "Hier staat geen toewijzingsnummer bij. We weten dan niet bij welke hulp dit hoort en bewaren het niet."
    ),
    # the schemas of the standard
    "xsd_onderdeel": _("Volgens het schema hoort dit onderdeel hier niet, of ontbreekt er iets."),
    "xsd_code": _("Volgens het schema is dit geen code die hier mag staan."),
    "xsd_vorm": _("Volgens het schema heeft deze waarde niet de goede vorm."),
    "xsd_lengte": _("Volgens het schema is deze waarde te kort of te lang."),
    "xsd_grens": _("Volgens het schema is dit getal te klein of te groot."),
    "xsd_kenmerk": _("Volgens het schema staat hier een kenmerk dat er niet hoort."),
    "xsd_anders": _("Volgens het schema klopt dit onderdeel niet."),
    "xsd_te_lang": _(
        "Een stuk tekst is langer dan %(hoogste)s tekens. Zo kunnen we het schema niet nakijken."
    ),
    "xsd_ontbreekt": _("Het schema van %(soort)s is er niet. We keken dit bericht na zonder schema."),
}
