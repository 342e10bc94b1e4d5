"""What this room's codes say."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "bsn_onjuist": _("Dit is geen burgerservicenummer. Kijk of alle negen cijfers kloppen."),
    "bsn_van_ander": _(
        "Dit burgerservicenummer staat al bij iemand anders. Kijk het na op een brief of kaart."
    ),
    "persoon_onbekend": _("Je werkt niet met deze persoon. Daarom kun je hier niets opschrijven."),
    "alleen_fg": _("Dit doet de functionaris gegevensbescherming."),
}
