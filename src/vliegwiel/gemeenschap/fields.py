"""Fields that more than one form of beheer has."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.models import Medewerker, Team
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.ui.sentences import sentence


def day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d")  # what a browser's own date field wants


class Names(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return obj.naam if isinstance(obj, Team | Medewerker) else str(obj)


class ManyNames(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


def _role_choices() -> list[tuple[str, str]]:
    return [(rol.value, sentence(f"rol.{rol.value}")) for rol in Rol]


def roles() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Welke rollen?"), required=False, widget=forms.CheckboxSelectMultiple, choices=_role_choices
    )
