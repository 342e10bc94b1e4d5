"""What is said of a table of figures. Never what stands in a cell."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SENTENCES: dict[str, str | Promise] = {
    "cijfers_te_groot": _("Dit bestand is groter dan %(hoogste)s kB. Verdeel het over meer bestanden."),
    "cijfers_indicator": _("Dit cijfer staat niet op de lijst. Schrijf de naam zoals die daar staat."),
    "cijfers_gebied": _("Deze wijk kennen we niet. Laat de cel leeg voor de hele gemeente."),
    "cijfers_getal": _("Dit is geen getal. Schrijf 12 of 12,5."),
    "cijfers_dubbel": _("Dit cijfer staat ook in rij %(eerder)s. Laat er één staan."),
    "cijfers_en_meer": _("Er is nog meer gevonden. Los eerst dit op."),
    "cijfers_veranderd": _("De tabel klopt niet meer met wat hier staat. Er is niets ingelezen."),
    "kolom.indicator": pgettext_lazy("kolom", "indicator"),
    "kolom.gebied": pgettext_lazy("kolom", "gebied"),
    "kolom.periode": pgettext_lazy("kolom", "periode"),
    "kolom.waarde": pgettext_lazy("kolom", "waarde"),
}
