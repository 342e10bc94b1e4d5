"""Looking for somebody by BSN."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ui.forms import Formulier


class BsnForm(Formulier):
    """Sent by POST and never kept: the number is in no address, draft or log."""

    bsn = forms.CharField(
        label=pgettext_lazy("veld", "Burgerservicenummer"),
        help_text=_("Acht of negen cijfers. We bewaren niet wat je zoekt, wel wie je vindt."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
