"""What people fill in at a table. Few fields are compulsory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Medewerker
from vliegwiel.samenspel.models import Tafel, Uitspraak, Zetel
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import KORT, LANG, Formulier


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TafelForm(Formulier):
    keeps_draft = True
    naam = forms.CharField(label=_("Hoe heet deze tafel?"), max_length=120)
    bedoeling = forms.CharField(
        max_length=KORT,
        label=_("Waarom komen jullie bij elkaar?"),
        help_text=_("Twee of drie zinnen. Iedereen die je uitnodigt, leest dit."),
        widget=forms.Textarea,
    )
    openheid = forms.ChoiceField(
        label=_("Wie mag meelezen?"),
        choices=[
            (Tafel.Openheid.BESLOTEN, _("Besloten: alleen wie aan tafel zit")),
            (Tafel.Openheid.OPEN, _("Open: collega’s van deze gemeente lezen mee")),
        ],
        initial=Tafel.Openheid.BESLOTEN,
        widget=forms.RadioSelect,
    )
    mandaat = forms.CharField(
        max_length=KORT,
        label=_("Wat mag jij hier toezeggen?"),
        help_text=_(
            "Met een mandaat kun je een tekst aannemen. Bijvoorbeeld: de betekenis van woorden vaststellen."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


LEVELS = [
    ("", _("Geen niveau")),
    ("uitvoering", pgettext_lazy("niveau", "Uitvoering")),
    ("management", pgettext_lazy("niveau", "Management")),
    ("bestuur", pgettext_lazy("niveau", "Bestuur")),
]


class ZetelForm(Formulier):
    """Somebody new at the table: a colleague or a resident, for an organisation or a group.

    `zoek` is what was searched for; only who was found can be chosen.
    """

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    wie = forms.ChoiceField(label=_("Wie nodig je uit?"), widget=forms.RadioSelect)
    partij = forms.ChoiceField(
        label=_("Voor wie zit deze persoon aan tafel?"),
        help_text=_("Laat leeg om de eigen organisatie te kiezen. Voor een groep kies je ‘een groep’."),
        required=False,
    )
    groep = forms.CharField(
        label=_("Naam van de groep"),
        help_text=_("Bijvoorbeeld: ervaringsdeskundigen, adviesraad."),
        required=False,
        max_length=120,
    )
    niveau = forms.ChoiceField(label=_("Op welk niveau?"), choices=LEVELS, required=False)
    mandaat = forms.CharField(
        max_length=KORT,
        label=_("Wat mag deze persoon hier toezeggen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    mandaat_tot = forms.DateField(label=_("Tot en met welke dag?"), required=False, widget=DateInput())
    is_begeleider = forms.BooleanField(label=_("Begeleidt deze tafel"), required=False)

    def __init__(
        self,
        *args: Any,
        colleagues: list[Medewerker],
        residents: list[Inwoner],
        parties: list[Deelname],
        groups: list[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people: dict[str, Medewerker | Inwoner] = {
            str(who.pk): who for who in [*colleagues, *residents]
        }
        self._parties = {str(party.pk): party for party in parties}
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            *((str(who.pk), f"{who.naam} ({who.deelname})") for who in colleagues),
            *((str(who.pk), f"{who.naam} ({pgettext('soort account', 'inwoner')})") for who in residents),
        ]
        self.fields["partij"].choices = [  # type: ignore[attr-defined]
            ("", _("De eigen organisatie")),
            *((f"groep:{naam}", naam) for naam in groups),
            *((key, str(party)) for key, party in self._parties.items()),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        who = self._people.get(data.pop("wie", ""))
        chosen = data.pop("partij", "") or ""
        data.pop("zoek", None)
        data["wie"] = who
        if chosen.startswith("groep:"):
            data["groep"] = data.get("groep") or chosen.removeprefix("groep:")
        own = who.deelname if isinstance(who, Medewerker) and not data.get("groep") else None
        guides_only = (
            data.get("is_begeleider") and not chosen and not data.get("groep") and not data.get("niveau")
        )
        data["deelname"] = self._parties.get(chosen) or (None if guides_only else own)
        return data


class MandaatForm(Formulier):
    mandaat = forms.CharField(
        max_length=KORT,
        label=_("Wat mag deze persoon hier toezeggen?"),
        help_text=_("Laat leeg als er geen mandaat is."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mandaat_tot = forms.DateField(label=_("Tot en met welke dag?"), required=False, widget=DateInput())


class GesprekForm(Formulier):
    titel = forms.CharField(label=_("Waar gaat het gesprek over?"), max_length=120)
    vraag = forms.CharField(
        label=_("Welke vraag ligt voor?"),
        help_text=_("Bijvoorbeeld: wat bedoel jij met normaliseren? Waar ging het goed, waar juist niet?"),
        required=False,
        max_length=300,
    )
    datum = forms.DateField(
        label=_("Wanneer?"), help_text=_("Leeg is vandaag."), required=False, widget=DateInput()
    )


class UitspraakForm(Formulier):
    keeps_draft = True
    tekst = forms.CharField(
        max_length=LANG,
        label=_("Wat wil je zeggen?"),
        help_text=_("In eigen woorden. Niemand verandert ze."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    vorm = forms.ChoiceField(
        label=_("Wat is het?"),
        choices=[
            (Uitspraak.Vorm.UITSPRAAK, _("Een gedachte")),
            (Uitspraak.Vorm.ZO_WEL, _("Een verhaal: zo wel")),
            (Uitspraak.Vorm.ZO_NIET, _("Een verhaal: zo niet")),
        ],
        initial=Uitspraak.Vorm.UITSPRAAK,
        widget=forms.RadioSelect,
    )
    delen = forms.ChoiceField(
        label=_("Wie mag dit later lezen?"),
        help_text=_("Als een tekst op deze woorden rust en wordt aangenomen."),
        choices=[
            (Uitspraak.Delen.TAFEL, _("Alleen deze tafel")),
            (
                Uitspraak.Delen.PARTIJ,
                _("Iedereen in de gemeente, onder de naam van de organisatie of groep"),
            ),
            (Uitspraak.Delen.NAAM, _("Iedereen in de gemeente, met naam")),
        ],
        initial=Uitspraak.Delen.TAFEL,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.u:
            self.fields["tekst"].label = _("Wat wilt u zeggen?")


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


class VoorstelForm(_RestsOn):
    titel = forms.CharField(label=_("Waar gaat het voorstel over?"), max_length=160)
    tekst = forms.CharField(max_length=LANG, label=_("De tekst"), widget=forms.Textarea(attrs={"rows": 6}))
    toelichting = forms.CharField(
        max_length=KORT,
        label=_("Is er iets bij te zeggen?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
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
    field_order = ("titel", "tekst", "rust_op", "gevraagd", "sluitdatum", "toelichting")

    def __init__(self, *args: Any, seats: list[Zetel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._seats = {str(seat.pk): seat for seat in seats}
        labels = [(key, f"{seat.naam} ({seat.partij})") for key, seat in self._seats.items()]
        self.fields["gevraagd"].choices = labels  # type: ignore[attr-defined]
        self.fields["gevraagd"].initial = list(self._seats)

    def clean_gevraagd(self) -> list[Zetel]:
        return [self._seats[key] for key in self.cleaned_data["gevraagd"]]


class VersieForm(_RestsOn):
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

    def go_on_from(self, nummer: int) -> None:
        """This version is on the screen now, beside what was typed: what is sent next is written on it."""
        self.data = self.data.copy()
        self.data["gebaseerd_op"] = str(nummer)

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
