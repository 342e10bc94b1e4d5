"""What a resident fills in on their own page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ondersteuning.queries.inwoner import Thuis
from vliegwiel.ui.forms import KORT, Formulier


class KloptNietForm(Formulier):
    keeps_draft = True
    woorden = forms.CharField(
        max_length=KORT,
        label=_("Wat klopt er niet?"),
        help_text=_(
            "Schrijf het in uw eigen woorden. Ze komen naast de regel te staan, tot u antwoord hebt."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class KloptNietThuisForm(KloptNietForm):
    """In general: about which household, when there is more than one."""

    thuis = forms.TypedChoiceField(label=_("Over welk huis gaat het?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, homes: Sequence[Thuis], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_home(self, homes)


class ZegTerugForm(Formulier):
    keeps_draft = True
    tekst = forms.CharField(
        max_length=KORT,
        label=_("Wat wilt u zeggen?"),
        help_text=_("Uw vaste contactpersoon leest dit. Wie meewerkt aan uw plan kan het ook lezen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    thuis = forms.TypedChoiceField(label=_("Over welk huis gaat het?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, homes: Sequence[Thuis], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_home(self, homes)


def choose_home(form: forms.Form, homes: Sequence[Thuis]) -> None:
    """A choice between two homes; with one there is nothing to choose."""
    field: Any = form.fields["thuis"]
    field.choices = [(str(home.dossier_id), home.naam or str(_("Mijn plan"))) for home in homes]
    if len(homes) == 1:
        field.initial = str(homes[0].dossier_id)
        field.widget = forms.HiddenInput()
