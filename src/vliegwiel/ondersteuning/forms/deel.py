"""What people write in a plan: what goes well, what somebody wants, a note."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ondersteuning.forms.schrijven import InPlan
from vliegwiel.ondersteuning.models import Plandeel
from vliegwiel.ui.forms import LANG, Formulier

LEVEN = [
    ("", _("Geen, of van alles wat")),
    ("wonen", pgettext_lazy("leefgebied", "Wonen")),
    ("geld", pgettext_lazy("leefgebied", "Geld")),
    ("werk", _("Werk en leren")),
    ("gezondheid", pgettext_lazy("leefgebied", "Gezondheid")),
    ("mensen", _("Mensen om je heen")),
    ("kinderen", pgettext_lazy("leefgebied", "Kinderen")),
    ("dag", _("Hoe de dag eruitziet")),
    ("veilig", _("Veilig zijn")),
]


class DeelForm(InPlan):
    soort = forms.ChoiceField(
        label=_("Wat schrijf je op?"),
        choices=[
            (Plandeel.Soort.GAAT_GOED, _("Dit gaat goed")),
            (Plandeel.Soort.WIL_IK, _("Dit wil ik")),
            (Plandeel.Soort.AANTEKENING, pgettext_lazy("deel van een plan", "Aantekening")),
        ],
        widget=forms.RadioSelect,
    )
    tekst = forms.CharField(
        max_length=LANG,
        label=_("In gewone woorden"),
        help_text=_("Schrijf zoals het gezegd is. Het huishouden leest mee."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    eigen_woorden = forms.BooleanField(
        label=_("Dit zijn iemands eigen woorden"),
        help_text=_("Dan staat het er als citaat, en verandert niemand het zonder dat die persoon dat wil."),
        required=False,
    )
    leefgebied = forms.ChoiceField(label=_("Waar in het leven?"), choices=LEVEN, required=False)
    field_order = ("soort", "tekst", "eigen_woorden", "persoon", "leefgebied", "domein")


class DeelVeranderForm(Formulier):
    """Changing a part: `versie` is the one on the screen when typing began."""

    keeps_draft = True
    stand = "versie"
    versie = forms.IntegerField(widget=forms.HiddenInput)
    tekst = forms.CharField(
        max_length=LANG,
        label=_("De tekst"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=True,
    )
    leefgebied = forms.ChoiceField(label=_("Waar in het leven?"), choices=LEVEN, required=False)
    op_wens = forms.BooleanField(
        label=_("Deze persoon wil zelf dat de woorden veranderen"),
        help_text=_("De eerste woorden blijven in de geschiedenis staan."),
        required=False,
    )
