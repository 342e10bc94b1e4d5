"""What the holder of a correction fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ondersteuning.models import Correctieverzoek
from vliegwiel.ui.forms import KORT, Formulier


class AntwoordForm(Formulier):
    keeps_draft = True
    besluit = forms.ChoiceField(
        label=_("Is de regel aangepast?"),
        choices=[
            (Correctieverzoek.Besluit.AANGEPAST, _("Ja, ik heb het aangepast")),
            (Correctieverzoek.Besluit.NIET_AANGEPAST, _("Nee, het blijft zo staan")),
        ],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        max_length=KORT,
        required=False,
        label=_("Waarom?"),
        help_text=_("De inwoner leest dit. Schrijf het gewoon en vriendelijk. Bij nee is een reden nodig."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
