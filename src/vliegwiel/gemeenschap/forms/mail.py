"""How often a mail may say that something waits."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.gemeenschap.models import Mailvoorkeur
from vliegwiel.ui.forms import Formulier

DAYS = [
    (1, pgettext_lazy("dag", "maandag")),
    (2, pgettext_lazy("dag", "dinsdag")),
    (3, pgettext_lazy("dag", "woensdag")),
    (4, pgettext_lazy("dag", "donderdag")),
    (5, pgettext_lazy("dag", "vrijdag")),
]


class MailForm(Formulier):
    ritme = forms.ChoiceField(
        label=_("Hoe vaak wil je een mail als er iets op je wacht?"),
        help_text=_("In de mail staat alleen dat er iets wacht, en een link."),
        choices=[
            (Mailvoorkeur.Ritme.DAG, _("Elke werkdag")),
            (Mailvoorkeur.Ritme.WEEK, _("Elke week op een vaste dag")),
            (Mailvoorkeur.Ritme.NOOIT, pgettext_lazy("hoe vaak", "Nooit")),
        ],
        error_messages={"required": _("Kies hoe vaak.")},
        widget=forms.RadioSelect,
    )
    dag = forms.TypedChoiceField(
        label=_("Op welke dag, als het elke week is?"),
        choices=DAYS,
        coerce=int,
        required=False,
        empty_value=1,
    )
