"""What people fill in about a text in versions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from vliegwiel.samenspel.models import Uitspraak, Zetel
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, LANG, DateInput, Formulier


class VraagtForm(Formulier):
    """Whom at the table is asked how they stand: everybody, or whom the writer chooses."""

    gevraagd = forms.MultipleChoiceField(
        label=_("Wie mag zeggen hoe die hierin staat?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sluitdatum = forms.DateField(
        label=_("Tot en met welke dag kan men antwoorden?"),
        help_text=_("Na die dag houdt zwijgen de tekst niet meer tegen. Een nog niet blijft dat wel doen."),
        required=False,
        widget=DateInput(),
    )

    def __init__(self, *args: Any, seats: list[Zetel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seats = {str(seat.pk): seat for seat in seats}
        labels = [(key, f"{seat.naam} ({seat.partij})") for key, seat in self._seats.items()]
        self.fields["gevraagd"].choices = labels  # type: ignore[attr-defined]
        self.fields["gevraagd"].initial = list(self._seats)
        if self.field_order is None:  # first what it is about
            self.order_fields([name for name in self.fields if name not in ("gevraagd", "sluitdatum")])

    def clean_gevraagd(self) -> list[Zetel]:
        return [self._seats[key] for key in self.cleaned_data["gevraagd"]]


class _RestsOn(Formulier):
    """A text that rests on what was said at the table."""

    keeps_draft = True
    rust_op = forms.MultipleChoiceField(
        label=_("Waar rust deze tekst op?"),
        help_text=_("Kies de woorden die gebruikt zijn."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, said: list[Uitspraak], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._said = {str(one.pk): one for one in said}
        self.fields["rust_op"].choices = [(key, _quote(one)) for key, one in self._said.items()]  # type: ignore[attr-defined]

    def clean_rust_op(self) -> list[Uitspraak]:
        return [self._said[key] for key in self.cleaned_data["rust_op"]]


def _quote(said: Uitspraak) -> str:
    text = said.tekst if len(said.tekst) <= 120 else said.tekst[:119].rstrip() + "…"
    return format_html("{} {}", nl(f"“{text}”"), said.zetel.naam)


class VoorstelForm(_RestsOn, VraagtForm):
    titel = forms.CharField(label=_("Waar gaat het voorstel over?"), max_length=160)
    tekst = forms.CharField(max_length=LANG, label=_("De tekst"), widget=forms.Textarea(attrs={"rows": 6}))
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Is er iets bij te zeggen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("titel", "tekst", "rust_op", "gevraagd", "sluitdatum", "toelichting")


class VersieForm(_RestsOn):
    stand = "gebaseerd_op"
    gebaseerd_op = forms.IntegerField(widget=forms.HiddenInput)
    tekst = forms.CharField(
        max_length=LANG, label=_("De nieuwe tekst"), widget=forms.Textarea(attrs={"rows": 6}), required=False
    )
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Wat is er veranderd, en waarom?"),
        help_text=_("Zo ziet wie ‘nog niet’ zei dat er geluisterd is."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("gebaseerd_op", "tekst", "toelichting", "rust_op")

    def forget_draft(self, start: dict[str, Any]) -> None:
        """Begin again from the latest version; the draft stays until something new is typed."""
        self.initial = dict(start)
        self.hersteld = False


class HoudingForm(Formulier):
    versie = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(
        label=_("Hoe sta je hierin?"),
        choices=[("akkoord", ""), ("kan_ermee_leven", ""), ("nog_niet", "")],
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )
    want = forms.CharField(max_length=KORT, required=False, widget=forms.Textarea)


class AannemenForm(Formulier):
    terugkijken_op = forms.DateField(
        label=_("Wanneer kijken jullie terug?"),
        help_text=_("Op die dag vraagt de tekst om opnieuw bekeken te worden."),
        widget=DateInput(),
    )


class RedenForm(Formulier):
    reden = forms.CharField(
        max_length=KORT, label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class VraagErbijForm(Formulier):
    gevraagd = forms.MultipleChoiceField(label=_("Wie komt erbij?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, seats: list[Zetel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seats = {str(seat.pk): seat for seat in seats}
        self.fields["gevraagd"].choices = [
            (key, f"{seat.naam} ({seat.partij})") for key, seat in self._seats.items()
        ]  # type: ignore[attr-defined]

    def clean_gevraagd(self) -> list[Zetel]:
        return [self._seats[key] for key in self.cleaned_data["gevraagd"]]
