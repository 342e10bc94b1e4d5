"""Fields that more than one form of beheer has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from vliegwiel.gemeenschap.models import Deelname, Medewerker, Team
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.ui.sentences import sentence

LATEST = date(
    2100, 12, 31
)  # a later day is a slip of the keyboard, and close to the last one a computer knows


class Day(forms.DateField):
    """A day as people mean one: not after 2100."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.DateInput(format="%Y-%m-%d")
        )  # what a browser's own date field wants
        too_far = MaxValueValidator(LATEST, _("Dit is wel heel ver weg. Kies een dag tot en met 2100."))
        messages = {"invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 31-12-2026.")}
        messages.update(kwargs.pop("error_messages", {}))
        super().__init__(validators=[too_far], error_messages=messages, **kwargs)


class Names(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return obj.naam if isinstance(obj, Team | Medewerker) else str(obj)


class ManyNames(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.naam)


SORTS = (
    "welzijn",
    "zorg",
    "schuldhulp",
    "woningcorporatie",
    "onderwijs",
    "ggd",
    "clientenorganisatie",
    "vrijwilligers",
    "procesbegeleiding",
    "gemeente",
    "anders",
)


def sort_choices() -> list[tuple[str, str]]:
    return [("", str(_("Kies wat past"))), *((sort, sentence(f"organisatie.{sort}")) for sort in SORTS)]


def sort_name(sort: str) -> str:
    """What kind of organisation it is, in words; nothing for a kind this version does not know."""
    return sentence(f"organisatie.{sort}") if sort in SORTS else ""


def _level_choices() -> list[tuple[str, str]]:
    return [(level, sentence(f"deelname.{level}")) for level in Deelname.NIVEAUS]


def levels() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Op welke niveaus kan de organisatie meepraten?"),
        required=False,
        help_text=_("Kies niets voor een groep zonder niveaus, zoals een adviesraad."),
        widget=forms.CheckboxSelectMultiple,
        choices=_level_choices,
    )


def level_names(levels: Collection[str]) -> list[str]:
    return [name for level, name in _level_choices() if level in levels]


def _role_choices() -> list[tuple[str, str]]:
    return [(rol.value, sentence(f"rol.{rol.value}")) for rol in Rol]


def roles() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Welke rollen?"), required=False, widget=forms.CheckboxSelectMultiple, choices=_role_choices
    )
