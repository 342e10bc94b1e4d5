"""What the codes say. One card by link."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "kaart": _("Kaart voor een vrijwilliger, via een link"),
    "kaart.uitleg": _("Een vrijwilliger krijgt een link naar één taak, zonder account, en zegt of het lukt."),
    "kaart_niet_hier": _("Een kaart is er voor wat een vrijwilliger of iemand uit de omgeving doet."),
    "kaart_te_lang": _("Kies een dag vanaf vandaag, en hoogstens drie maanden verder."),
    "kaart_voorbij": _("Deze kaart werkt niet meer."),
    "kaart_zorg_leeg": _("Schrijf eerst waar u zich zorgen over maakt."),
    "kaart_antwoord.lukt": pgettext_lazy("kaart", "Lukt"),
    "kaart_antwoord.lukt_niet": _("Lukt niet"),
    "kaart_antwoord.gedaan": pgettext_lazy("kaart", "Gedaan"),
    "kaart_lukt_niet.kop": _("Een taak op een kaart lukt niet"),
    "kaart_lukt_niet.tekst": _("Spreek iets anders af, of vraag iemand anders."),
    "kaart_lukt_niet.waarom": _("Je ziet dit omdat jij de kaart maakte."),
    "kaart_lukt_niet.actie": _("Bekijk de kaart"),
    "kaart_gedaan.kop": _("Een taak op een kaart is gedaan"),
    "kaart_gedaan.tekst": _("Zet de afspraak op gedaan."),
    "kaart_gedaan.waarom": _("Je ziet dit omdat jij de kaart maakte."),
    "kaart_gedaan.actie": _("Bekijk de kaart"),
}
