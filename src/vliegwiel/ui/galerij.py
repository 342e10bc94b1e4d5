"""What the gallery shows: forms in every state and other examples. All of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _


class VoorbeeldFormulier(forms.Form):
    """One field of every kind."""

    use_required_attribute = False

    titel = forms.CharField(
        label="Hoe heet de tafel?", help_text="Kort, zoals je het tegen elkaar zegt.", max_length=80
    )
    bedoeling = forms.CharField(
        label="Waarom komen jullie bij elkaar?", widget=forms.Textarea(attrs={"rows": 4})
    )
    email = forms.EmailField(
        label="E-mailadres", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    wachtwoord = forms.CharField(
        label="Wachtwoord", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    dag = forms.DateField(label="Op welke dag?", widget=forms.DateInput)
    niveau = forms.ChoiceField(
        label="Op welk niveau?",
        choices=[("", "Kies een niveau"), ("uitvoering", "Uitvoering"), ("management", "Management")],
    )
    openheid = forms.ChoiceField(
        label="Wie mag meelezen?",
        widget=forms.RadioSelect,
        choices=[("besloten", "Alleen wie aan tafel zit"), ("open", "Ook collega’s van deze gemeente")],
        initial="besloten",
    )
    partijen = forms.MultipleChoiceField(
        label="Wie nodig je uit?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("brug", "Welzijn de Brug"), ("woonstede", "Woonstede"), ("raad", "Adviesraad")],
    )
    bericht = forms.BooleanField(label="Stuur mij een bericht als iemand antwoordt", required=False)


@dataclass(frozen=True)
class Deel:
    """A piece of a text, as kern.taal makes them."""

    kind: str
    text: str


@dataclass(frozen=True)
class Stuk:
    """A piece of a running text; here never a word with a meaning."""

    tekst: str
    betekenis: None = None
    id: str = ""


class GeenWoorden:
    """What a page gives to `lopende_tekst`: cuts a text at its defined words. Here there are none."""

    def in_tekst(self, tekst: str) -> list[Stuk]:
        return [Stuk(tekst)]


def voorbeelden() -> dict[str, Any]:
    """The context of ui/galerij.html."""
    empty = VoorbeeldFormulier(prefix="leeg")
    wrong = VoorbeeldFormulier(
        {
            "fout-titel": "Samen in Oost",
            "fout-email": "samira@",
            "fout-openheid": "open",
            "fout-partijen": ["brug"],
        },
        prefix="fout",
    )
    wrong.is_valid()
    return {
        "formulier_leeg": empty,
        "formulier_fout": wrong,
        "woorden": GeenWoorden(),
        "bladzijde": _page(),
        "delen": [
            Deel("same", "We kijken eerst wat iemand zelf en met anderen kan, "),
            Deel("gone", "en daarna zien we wel."),
            Deel("new", "en we laten niemand daarbij alleen."),
        ],
        "kwarten": ["koers", "opdracht", "ondersteuning", "effect"],
        "dag": date(2026, 11, 24),
        "draagvlak_voorbeeld": _draagvlak(),
        "lange_naam": _(
            "Samenwerkingsverband Maatschappelijke Dienstverlening en Schuldhulpverlening Lindebeek"
        ),
    }


def _page() -> Page[int]:
    return Paginator(range(70), 10).get_page(3)


def _draagvlak() -> dict[str, Any]:
    vrij = [{"keuze": "akkoord"}, {"keuze": "nog_niet", "want": "wie bepaalt wat gewoon is?"}]
    return {
        "niveaus": ["Uitvoering", "Management", "Bestuur"],
        "rijen": [
            {"partij": "Gemeente Lindebeek", "cellen": [[("akkoord", 2)], [("akkoord", 1)], "niet_gevraagd"]},
            {
                "partij": "Welzijn de Brug",
                "cellen": [[("akkoord", 3), ("moet_nog", 1)], ["kan_ermee_leven"], ["akkoord"]],
            },
            {
                "partij": "Woonstede",
                "cellen": [
                    [{"keuze": "eerder", "toen": "nog_niet", "versie": 1}],
                    "geen_niveau",
                    "geen_niveau",
                ],
            },
            {"partij": "Ervaringsdeskundigen", "aantal": 2, "vrij": vrij},
        ],
    }
