"""What this room's codes say."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "bsn_onjuist": _("Dit is geen burgerservicenummer. Kijk of alle negen cijfers kloppen."),
    "bsn_van_ander": _(
        "Dit burgerservicenummer staat al bij iemand anders. Kijk het na op een brief of kaart."
    ),
    "persoon_onbekend": _("Je werkt niet met deze persoon. Daarom kun je hier niets opschrijven."),
    "nazicht_gedaan": _("Hier is al naar gekeken. Wat toen is opgeschreven, blijft staan."),
    "nazicht_woorden": _("Schrijf op wat je wilt navragen."),
    "nav.toezicht": pgettext_lazy("menu", "Toezicht"),
    "inzage.lijst": pgettext_lazy("inzage", "een lijst"),
    "inzage.zoeken": pgettext_lazy("inzage", "zoeken"),
    "inzage.plan": pgettext_lazy("inzage", "een plan"),
    "inzage.vraag": pgettext_lazy("inzage", "een vraag"),
    "inzage.download": pgettext_lazy("inzage", "een download"),
    "inzage.kopie": pgettext_lazy("inzage", "een kopie"),
    "inzage.voorlezen": pgettext_lazy("inzage", "voorlezen"),
    "inzage.spoed": pgettext_lazy("inzage", "toegang bij spoed"),
    "inzage.eigen": pgettext_lazy("inzage", "de eigen pagina"),
    "doel.berichten": pgettext_lazy("doel", "berichten inlezen"),
    "doel.vraag": pgettext_lazy("doel", "een vraag opnemen"),
    "doel.ondersteunen": pgettext_lazy("doel", "werken aan een plan"),
    "doel.overzicht": pgettext_lazy("doel", "eigen werk vinden"),
    "doel.eigen_dossier": pgettext_lazy("doel", "eigen gegevens lezen"),
    "doel.toezicht": pgettext_lazy("doel", "toezicht houden"),
    "doel.samen_bepalen": pgettext_lazy("doel", "samen bepalen"),
    "doel.beheer": pgettext_lazy("doel", "beheren"),
    "doel.eigen_account": pgettext_lazy("doel", "eigen account"),
    "nazicht.gezien": pgettext_lazy("nazicht", "gezien"),
    "nazicht.navraag": pgettext_lazy("nazicht", "vraagt navraag"),
    "alleen_berichten": _("Dit doet alleen wie berichten inleest."),
    "alleen_fg": _("Dit doet de functionaris gegevensbescherming."),
}
