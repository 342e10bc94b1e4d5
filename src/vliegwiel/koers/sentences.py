"""What this room's codes say."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "nav.koers": pgettext_lazy("menu", "Koers"),
    "lees.koers": _("Lees De Koers, waar deze zin nu staat"),
    "lees.mensbeeld": _("Lees het mensbeeld, waar deze zin nu staat"),
    "praktijk.begrippen": _("Samen woorden betekenis geven"),
    "praktijk.begrippen.uitleg": _(
        "Aan een tafel bepalen wat jullie met een woord bedoelen. De betekenis staat daarna bij het woord."
    ),
    "praktijk.koers": _("De Koers, het mensbeeld en de doelen"),
    "praktijk.koers.uitleg": _(
        "Op één bladzijde staat waar jullie voor gaan en wat jullie niet doen. "
        "Daaronder hangen de doelen, met wat aan wat bijdraagt."
    ),
    "woord_bestaat": _("Dit woord staat er al."),
    "woord_leeg": _("Schrijf een woord met letters."),
    "woord_in_gesprek": _("Over dit woord loopt al een voorstel. Doe daaraan mee."),
    "begrip.nieuw": _("nog niet besproken"),
    "begrip.in_gesprek": _("in gesprek"),
    "begrip.vastgesteld": pgettext_lazy("stand", "vastgesteld"),
    "begrip.terugkijken": _("vraagt om terugkijken"),
    "koersdoel_leeg": _("Schrijf in één zin wat jullie willen."),
    "koersdoel_botsing": _(
        "Iemand heeft dit doel intussen veranderd. De eigen tekst staat hieronder nog. "
        "Lees eerst wat er nu staat en verwerk dat erin."
    ),
    "koersdoel_gestopt": _("Aan dit doel wordt niet meer gewerkt."),
    "koersdoel_te_veel": _(
        "Er zijn al %(aantal)s doelen. Een gemeente heeft er ongeveer dertig. Stop eerst met een ander doel."
    ),
    "koersdoel_soort_past_niet": _(
        "Deze soort past niet bij wat al verbonden is: %(namen)s. Maak eerst die doelen los."
    ),
    "koersdoel_zelfde": _("Kies een ander doel: een doel hangt niet aan zichzelf."),
    "koersdoel_al_verbonden": _("Deze twee doelen zijn al verbonden. Maak ze eerst los als het anders is."),
    "koersdoel_te_veel_verbanden": _(
        "Er zijn al te veel verbanden om nog te kunnen lezen. Maak er eerst een los."
    ),
    "koersdoel_niet_naar_lager": _(
        "Zo hangt het andersom: %(namen)s. Een doel draagt bij aan een doel van dezelfde soort of hoger."
    ),
    "koersdoel_kring": _("Zo ontstaat een kring: %(namen)s. Maak eerst een van deze verbanden los."),
    "toetsvraag_ontbreekt": _("Schrijf een vraag op die jullie jezelf stellen als jullie kiezen."),
    "koerszin_geldt_niet": _("Deze zin geldt niet, of niet meer."),
    "treffer.doel": pgettext_lazy("soort treffer", "doel"),
    "treffer.begrip": pgettext_lazy("soort treffer", "woord"),
}
