"""Putting off what asks attention."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.ui.forms import DateInput, Formulier


class LaterForm(Formulier):
    tot = forms.DateField(
        label=_("Wanneer wil je dit weer zien?"),
        error_messages={"required": _("Kies een dag.")},
        widget=DateInput(),
    )
    reden = forms.CharField(
        label=_("Waarom kan het later?"),
        help_text=_("Een paar woorden voor jezelf en je team."),
        max_length=300,
        error_messages={"required": _("Schrijf in een paar woorden waarom het later kan.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
