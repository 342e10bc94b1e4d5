"""What the codes say. Who may see a dossier."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "toegang_niet_van_jou": _(
        "Dit doet de vaste contactpersoon van dit huishouden, of wie in hetzelfde domein werkt."
    ),
    "toegang_al_betrokken": _("%(naam)s doet hier al mee."),
    "toegang_niet_jezelf": _(
        "In een domein waar je niet werkt, kun je jezelf niet laten meedoen. Vraag een collega uit dat domein."
    ),
    "spoed_te_vaak": _(
        "Dit huishouden is al open voor je, of je opende er vandaag vijf. Bel je teamleider als er meer nodig is."
    ),
    "toegang_laatste_contactpersoon": _(
        "Een huishouden houdt altijd een vaste contactpersoon. Draag het over aan een collega."
    ),
    "toegang_niet_te_delen": _("Je kunt alleen delen wat je zelf mag zien. Kies een ander domein."),
    "toegang_niets_gekozen": _("Kies wat je wilt delen."),
    "toegang_einde_deling": _("Kies een laatste dag die nog komt, binnen een jaar."),
    "spoed_niet_gevonden": _(
        "Zo vinden we geen huishouden dat voor jou open kan. Kijk het nummer of de naam en de geboortedatum na."
    ),
    "spoed_niemand": _(
        "Er is geen collega die dit meteen kan horen. Bel je teamleider: zonder tweede mens gaat niets open."
    ),
    "spoed_al_nagekeken": _("Dit is al nagekeken."),
    "spoed_nakijken.kop": _("%(naam)s opende een plan bij spoed"),
    "spoed_nakijken.tekst": _("Kijk of dit nodig was. Dat kan tot en met %(dag)s."),
    "spoed_nakijken.waarom": _("Je ziet dit omdat jij de tweede mens bent die dit meteen hoort."),
    "spoed_nakijken.actie": _("Kijk het na"),
    "domein.": pgettext_lazy("domein", "Algemeen"),
    "domein.wmo": pgettext_lazy("domein", "Wmo"),
    "domein.jeugd": pgettext_lazy("domein", "Jeugd"),
    "domein.jeugdbescherming": pgettext_lazy("domein", "Jeugdbescherming"),
    "domein.participatie": pgettext_lazy("domein", "Werk en inkomen"),
    "domein.schulden": pgettext_lazy("domein", "Geld en schulden"),
    "domein.welzijn": pgettext_lazy("domein", "Welzijn"),
    "betrokkenheid.uitvoering": _("Werkt mee"),
    "betrokkenheid.vaste_contactpersoon": _("Vaste contactpersoon"),
    "betrokkenheid.coordinator": pgettext_lazy("betrokkenheid", "Coördinator"),
    "blokkade.eigen_dossier": _("Eigen dossier"),
    "blokkade.familie": pgettext_lazy("blokkade", "Familie"),
    "blokkade.uitgesloten": _("Op verzoek van de inwoner"),
    "spoed.levensgevaar": _("Iemand is in levensgevaar"),
    "spoed.kind_onveilig": _("Een kind is niet veilig"),
    "spoed.geweld": _("Er is geweld, of het dreigt"),
    "spoed.uitzetting": _("Iemand verliest vandaag het huis, stroom of water"),
    "spoed.anders": _("Iets anders dat niet kan wachten"),
}
