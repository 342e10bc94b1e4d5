"""What this room's codes say."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES = {
    "nav.koers": pgettext_lazy("menu", "Koers"),
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
    "treffer.begrip": pgettext_lazy("soort treffer", "woord"),
}
