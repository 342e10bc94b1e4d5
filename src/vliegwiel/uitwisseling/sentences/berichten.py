"""What is said on the pages of berichten: how it stands, why something waits, why something is refused."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "nav.berichten": pgettext_lazy("menu", "Berichten"),
    "berichten": _("Berichten inlezen"),
    "berichten.uitleg": _(
        "Berichten van iWmo en iJw worden ingelezen. Zo staat bij elk huishouden welke hulp er is, zonder overtypen."
    ),
    "werksoort.berichten_inlezen": _("Berichten inlezen"),
    # refusals
    "berichten_geen_bestand": _("Kies eerst een of meer bestanden."),
    "berichten_te_veel": _(
        "Dit zijn meer dan %(bestanden)s bestanden. Er is niets bewaard. Kies er per keer hoogstens %(bestanden)s."
    ),
    "berichten_te_groot": _(
        "Samen zijn deze bestanden groter dan %(samen)s MB. Er is niets bewaard. Kies er per keer minder."
    ),
    "terzijde_al_klaar": _(
        "Dit wacht niet meer. Iemand anders deed het al, of het bericht kwam intussen binnen."
    ),
    "terzijde_niet_anders": _(
        "Deze toewijzing hoort hier al bij iemand. Kies ‘Dit is dezelfde’ of ‘Niet inlezen’, en vraag de afzender."
    ),
    "terzijde_nog_onduidelijk": _("Er is intussen iets veranderd. Kijk nog een keer over wie dit gaat."),
    "tabel_niet_inleesbaar": _("Deze tabel kan zo niet worden ingelezen. Kies haar opnieuw."),
    # how a file stands
    "bestandstatus.wacht": pgettext_lazy("stand van een bestand", "wacht op lezen"),
    "bestandstatus.verwerkt": pgettext_lazy("stand van een bestand", "verwerkt"),
    "bestandstatus.met_opmerkingen": pgettext_lazy("stand van een bestand", "met opmerkingen"),
    "bestandstatus.terzijde": pgettext_lazy("stand van een bestand", "wacht op antwoord"),
    "bestandstatus.al_bekend": pgettext_lazy("stand van een bestand", "al bekend"),
    "bestandstatus.afgekeurd": pgettext_lazy("stand van een bestand", "afgekeurd"),
    "ernst.fout": pgettext_lazy("soort bevinding", "fout"),
    "ernst.opmerking": pgettext_lazy("soort bevinding", "opmerking"),
    # what was found in taking in
    "onverwacht": _(
        "Dit bestand konden we niet lezen door een fout bij ons. Er is niets van bewaard. Meld het aan je beheerder."
    ),
    "inlezen_andere_gemeente": _(
        "Dit bericht is van of voor een andere gemeente. We lezen het hier niet in."
    ),
    "inlezen_aanbieder_onbekend": _(
        "De aanbieder met deze AGB-code doet hier nog niet mee. De hulp staat er, zonder naam van de aanbieder."
    ),
    "inlezen_begindatum_anders": _(
        "De begindatum is anders dan in het startbericht. We hebben het wel ingelezen."
    ),
    "inlezen_eind_na_toewijzing": _(
        "De hulp stopt later dan de toewijzing loopt. We hebben het wel ingelezen."
    ),
    "inlezen_start_buiten_periode": _("De hulp begint buiten de toewijzing. We hebben het wel ingelezen."),
    "inlezen_stop_voor_begin": _("De hulp stopt voordat ze begon. We hebben het wel ingelezen."),
    "inlezen_niet_ingelezen": _("Een deel is niet ingelezen, omdat een collega dat zei."),
    "inlezen_vernietigd": _(
        "Een deel wachtte te lang en is gewist. Kies het bestand opnieuw als het nog nodig is."
    ),
    "inlezen_niet_bevestigd": _("Deze tabel is bekeken en niet ingelezen. Ze is na een week gewist."),
    # why something waits
    "terzijdereden.toewijzing_onbekend": _(
        "De toewijzing is hier nog niet bekend. Wacht op het bericht daarover."
    ),
    "terzijdereden.geboortedatum_anders": _(
        "Het BSN is hier bekend, maar bij iemand met een andere geboortedatum."
    ),
    "terzijdereden.lijkt_op": _("Er is hier iemand die erop lijkt. Zeg of het dezelfde is."),
    "terzijdefeit.toewijzing": pgettext_lazy("deel van een bericht", "toewijzing"),
    "terzijdefeit.start": pgettext_lazy("deel van een bericht", "start van hulp"),
    "terzijdefeit.stop": pgettext_lazy("deel van een bericht", "einde van hulp"),
    "terzijdewet.wmo": "Wmo",
    "terzijdewet.jeugd": pgettext_lazy("wet", "Jeugdwet"),
    # Vandaag: what waits too long
    "terzijde_wacht.kop": _("Een deel van een bericht wacht al lang"),
    "terzijde_wacht.tekst": _("Zoveel wachten al langer: %(aantal)s, het oudste sinds %(dag)s."),
    "terzijde_wacht.waarom": _("Je ziet dit omdat jij berichten inleest. Wat te lang wacht, wordt gewist."),
    "terzijde_wacht.actie": _("Bekijk wat wacht"),
}
