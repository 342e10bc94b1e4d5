"""What people fill in about a household: who lives there, where, and who may speak for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.clock import now, today
from vliegwiel.ondersteuning.models import Plan
from vliegwiel.ondersteuning.queries.huishouden import same_people
from vliegwiel.privacy.public import DOMEINEN, Persoon, Vertegenwoordiging
from vliegwiel.ui.forms import DateInput, Formulier
from vliegwiel.ui.sentences import sentence

ROWS = range(1, 6)  # more people: on the page of the household
NEW = ("", _("Iemand nieuws"))


def _described(persoon: Persoon) -> str:
    if persoon.geboortedatum is None:
        return persoon.naam
    return f"{persoon.naam} ({persoon.geboortedatum:%d-%m-%Y})"


class _Persoonsvelden(Formulier):
    voornaam = forms.CharField(label=pgettext_lazy("van een mens", "Voornaam"), max_length=80, required=False)
    achternaam = forms.CharField(
        label=pgettext_lazy("van een mens", "Achternaam"), max_length=120, required=False
    )
    geboortedatum = forms.DateField(
        label=pgettext_lazy("van een mens", "Geboortedatum"), required=False, widget=DateInput()
    )
    telefoon = forms.CharField(label=pgettext_lazy("van een mens", "Telefoon"), max_length=40, required=False)
    email = forms.EmailField(label=pgettext_lazy("van een mens", "E-mail"), required=False)

    def clean_geboortedatum(self) -> date | None:
        born: date | None = self.cleaned_data["geboortedatum"]
        if born and born > today():
            raise forms.ValidationError(sentence("dag_in_de_toekomst"))
        return born


class _Gekozen(_Persoonsvelden):
    """Somebody we know, or somebody new. `zoek` is what was searched for; only who was found can be chosen."""

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    wie = forms.ChoiceField(label=_("Wie is het?"), required=False, widget=forms.RadioSelect)
    goes_to = "persoon"

    def __init__(self, *args: Any, people: list[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(it.pk): it for it in people}
        choices = [(key, _described(it)) for key, it in self._people.items()]
        self.fields["wie"].choices = [*choices, NEW]  # type: ignore[attr-defined]
        if not people:
            del self.fields["wie"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        chosen = self._people.get(data.pop("wie", "") or "")
        if chosen is None and not data.get("voornaam"):
            self.add_error("voornaam", gettext("Schrijf een voornaam op, of kies iemand uit de lijst."))
        return {**data, self.goes_to: chosen}


class BewonerForm(_Gekozen):
    begindatum = forms.DateField(label=_("Vanaf welke dag woont deze mens hier?"), widget=DateInput())
    field_order = (
        "zoek",
        "wie",
        "voornaam",
        "achternaam",
        "geboortedatum",
        "telefoon",
        "email",
        "begindatum",
    )


class PersoonForm(_Persoonsvelden):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voornaam"].required = True


class EinddatumForm(Formulier):
    einddatum = forms.DateField(label=_("Wat is de laatste dag?"), widget=DateInput())


class OverledenForm(Formulier):
    overleden_op = forms.DateField(label=_("Op welke dag?"), widget=DateInput())


class VerhuizingForm(Formulier):
    straat = forms.CharField(label=pgettext_lazy("adres", "Straat"), max_length=120)
    huisnummer = forms.CharField(label=pgettext_lazy("adres", "Huisnummer"), max_length=12, required=False)
    postcode = forms.CharField(label=pgettext_lazy("adres", "Postcode"), max_length=7, required=False)
    plaats = forms.CharField(label=pgettext_lazy("adres", "Plaats"), max_length=80, required=False)
    begindatum = forms.DateField(label=_("Vanaf welke dag?"), widget=DateInput())
    geheim = forms.BooleanField(
        label=_("Dit adres is geheim"),
        help_text=_("Alleen de vaste contactpersoon en de coördinator zien het dan. Zoeken vindt het niet."),
        required=False,
    )


class BandForm(_Gekozen):
    goes_to = "vertegenwoordiger"
    persoon = forms.ChoiceField(label=_("Voor wie?"))
    soort = forms.ChoiceField(
        label=_("Wat is de band?"),
        choices=[
            (Vertegenwoordiging.Soort.GEZAG, pgettext_lazy("vertegenwoordiging", "Ouder of voogd met gezag")),
            (Vertegenwoordiging.Soort.MENTOR, pgettext_lazy("vertegenwoordiging", "Mentor")),
            (Vertegenwoordiging.Soort.BEWINDVOERDER, pgettext_lazy("vertegenwoordiging", "Bewindvoerder")),
            (Vertegenwoordiging.Soort.VOLMACHT, pgettext_lazy("vertegenwoordiging", "Kreeg een volmacht")),
        ],
        widget=forms.RadioSelect,
    )
    begindatum = forms.DateField(label=_("Vanaf welke dag?"), widget=DateInput())
    einddatum = forms.DateField(
        label=_("Tot en met welke dag?"),
        help_text=_("Laat leeg als er geen einde is."),
        required=False,
        widget=DateInput(),
    )
    field_order = ("persoon", "soort", "zoek", "wie", "voornaam", "achternaam", "telefoon", "email")

    def __init__(self, *args: Any, living: list[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["geboortedatum"]
        self._living = {str(it.pk): it for it in living}
        self.fields["persoon"].choices = [(key, it.naam) for key, it in self._living.items()]  # type: ignore[attr-defined]

    def clean_persoon(self) -> Persoon:
        return self._living[self.cleaned_data["persoon"]]


class HuishoudenForm(Formulier):
    """A new household: its name, who lives there, and how the colleague works with them."""

    keeps_draft = True
    naam = forms.CharField(
        label=_("Hoe heet dit huishouden?"), help_text=_("Bijvoorbeeld: familie Yilmaz."), max_length=160
    )
    telefoon = forms.CharField(label=_("Op welk nummer bel je de eerste?"), max_length=40, required=False)
    domeinen = forms.MultipleChoiceField(
        label=_("Waarin werk je met hen mee?"),
        help_text=_("Dit bepaalt alleen wie wat mag zien."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    vaste_contactpersoon = forms.BooleanField(label=_("Ik word de vaste contactpersoon"), required=False)
    toch = forms.BooleanField(label=_("Dit zijn andere mensen. Maak een nieuw huishouden."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zelfde: list[tuple[Persoon, Any]] = []
        self.fields["domeinen"].choices = [(it.value, sentence(f"domein.{it.value}")) for it in DOMEINEN]  # type: ignore[attr-defined]
        for row in ROWS:
            self.fields[f"voornaam_{row}"] = forms.CharField(
                label=pgettext_lazy("van een mens", "Voornaam"), max_length=80, required=row == 1
            )
            self.fields[f"achternaam_{row}"] = forms.CharField(
                label=pgettext_lazy("van een mens", "Achternaam"), max_length=120, required=False
            )
            self.fields[f"geboren_{row}"] = forms.DateField(
                label=pgettext_lazy("van een mens", "Geboortedatum"), required=False, widget=DateInput()
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        rows = [self._row(data, row) for row in ROWS]
        people = [row for row in rows if row["voornaam"]]
        wanted = [(row["voornaam"], row["achternaam"] or "", row["geboortedatum"]) for row in people]
        self.zelfde = same_people(self.kijker, wanted, now()) if people else []  # type: ignore[arg-type]
        if self.zelfde and not data.get("toch"):
            self.add_error(
                "toch", gettext("We kennen al iemand met deze naam en geboortedatum. Kijk eerst hieronder.")
            )
        if people:
            people[0]["telefoon"] = data.get("telefoon")
        keys = ("naam", "domeinen", "vaste_contactpersoon")
        return {**{key: data.get(key) for key in keys}, "personen": people}

    @staticmethod
    def _row(data: dict[str, Any], row: int) -> dict[str, Any]:
        return {
            "voornaam": data.get(f"voornaam_{row}"),
            "achternaam": data.get(f"achternaam_{row}"),
            "geboortedatum": data.get(f"geboren_{row}"),
        }


class FamilieForm(Formulier):
    antwoord = forms.ChoiceField(
        label=_("Wilt u eerst zelf met familie en vrienden een plan maken?"),
        choices=[
            (Plan.Familieplan.JA, _("Ja, ze maken eerst zelf een plan")),
            (Plan.Familieplan.NEE, _("Nee, nu niet")),
            (Plan.Familieplan.GEVRAAGD, _("Gevraagd; ze denken er nog over na")),
        ],
        widget=forms.RadioSelect,
    )
