"""What people fill in about who may see a dossier."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.public import Deelname, Medewerker, Team
from vliegwiel.privacy.public import DOMEINEN, Betrokkene, Blokkade, Spoedtoegang
from vliegwiel.ui.forms import KORT, DateInput, Formulier
from vliegwiel.ui.sentences import sentence


def domains(known: list[str], *, general: bool = False) -> list[tuple[str, str]]:
    """Choices of domains, in the gemeente's words."""
    return [(code, sentence(f"domein.{code}")) for code in ([""] if general else []) + known]


class MeedoenForm(Formulier):
    """Somebody starts to work with a household in a domain."""

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    wie = forms.ChoiceField(label=_("Wie gaat meedoen?"), widget=forms.RadioSelect)
    domein = forms.ChoiceField(label=_("Waarin?"), widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, colleagues: list[Medewerker], teams: list[Team], known: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._found: dict[str, Medewerker | Team] = {str(it.pk): it for it in [*colleagues, *teams]}
        team = pgettext("soort", "team")
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            *((str(it.pk), f"{it.naam} ({it.deelname})") for it in colleagues),
            *((str(it.pk), f"{it.naam} ({team})") for it in teams),
        ]
        self.fields["domein"].choices = domains(known)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        data["wie"] = self._found.get(data.get("wie", ""))
        return data


class DelingForm(Formulier):
    """What is shared, why, on what basis, with whom and until when."""

    keeps_draft = True
    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    aan = forms.ChoiceField(label=_("Met wie?"))
    domein = forms.ChoiceField(label=_("Uit welk domein?"), required=False, widget=forms.RadioSelect)
    deelt_doelen = forms.BooleanField(label=_("De doelen"), required=False)
    deelt_afspraken = forms.BooleanField(label=_("De afspraken"), required=False)
    deelt_inhoud = forms.BooleanField(label=_("Wat er is opgeschreven"), required=False)
    deelt_adres = forms.BooleanField(label=_("Het adres"), required=False)
    waarvoor = forms.CharField(
        label=_("Waarvoor is het nodig?"), max_length=KORT, widget=forms.Textarea(attrs={"rows": 2})
    )
    grondslag = forms.ChoiceField(label=_("Waarom mag het?"))
    getoonde_tekst = forms.CharField(
        label=_("Welke tekst liet je zien?"),
        help_text=_("Alleen als iemand akkoord gaf, bijvoorbeeld omdat er een beroepsgeheim is."),
        max_length=KORT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    akkoord_van = forms.CharField(label=_("Wie gaf akkoord?"), max_length=200, required=False)
    einddatum = forms.DateField(label=_("Tot en met welke dag?"), widget=DateInput())

    def __init__(
        self,
        *args: Any,
        colleagues: list[Medewerker],
        parties: list[Deelname],
        known: list[str],
        bases: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._found: dict[str, Medewerker | Deelname] = {str(it.pk): it for it in [*colleagues, *parties]}
        self.fields["aan"].choices = [  # type: ignore[attr-defined]
            *((str(it.pk), f"{it.naam} ({it.deelname})") for it in colleagues),
            *((str(it.pk), str(it)) for it in parties),
        ]
        self.fields["domein"].choices = domains(known, general=True)  # type: ignore[attr-defined]
        self.fields["grondslag"].choices = bases  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        data["aan"] = self._found.get(data.get("aan", ""))
        kinds = ("deelt_doelen", "deelt_afspraken", "deelt_inhoud", "deelt_adres")
        data["wat"] = [kind for kind in kinds if data.pop(kind, False)]
        return data


class UitsluitenForm(Formulier):
    """A colleague stays out: somebody living here wants so, or it is their own dossier or their family's."""

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    medewerker = forms.ChoiceField(label=_("Welke collega?"), widget=forms.RadioSelect)
    wie = forms.ChoiceField(label=_("Om wie van dit huishouden gaat het?"), widget=forms.RadioSelect)
    soort = forms.ChoiceField(label=_("Waarom?"), widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, people: list[Betrokkene], me: Medewerker, others: list[Medewerker], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(row.persoon_id): row.persoon for row in people}
        self._colleagues = {str(it.pk): it for it in [me, *others]}
        self.fields["medewerker"].choices = [  # type: ignore[attr-defined]
            (str(me.pk), pgettext("collega", "Ik zelf")),
            *((str(it.pk), f"{it.naam} ({it.deelname})") for it in others if it.pk != me.pk),
        ]
        self.fields["wie"].choices = [(key, it.naam) for key, it in self._people.items()]  # type: ignore[attr-defined]
        self.fields["soort"].choices = [  # type: ignore[attr-defined]
            (it.value, sentence(f"blokkade.{it.value}")) for it in Blokkade.Soort
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        data["persoon"] = self._people.get(data.pop("wie", ""))
        data["medewerker"] = self._colleagues.get(data.get("medewerker", ""))
        return data


class SpoedForm(Formulier):
    """Toegang bij spoed: whom it is about, what is going on, and the one domain that is needed."""

    nummer = forms.CharField(label=_("Nummer van het dossier"), max_length=20, required=False)
    naam = forms.CharField(label=_("Of: voornaam en achternaam"), max_length=200, required=False)
    geboortedatum = forms.DateField(label=_("En de geboortedatum"), required=False, widget=DateInput())
    categorie = forms.ChoiceField(label=_("Wat is er aan de hand?"), widget=forms.RadioSelect)
    reden = forms.CharField(
        label=_("Vertel het in je eigen woorden"), max_length=KORT, widget=forms.Textarea(attrs={"rows": 3})
    )
    domein = forms.ChoiceField(
        label=_("Wat heb je nodig?"),
        help_text=_("Kies zo weinig als kan. Algemeen: wie er wonen en wie de vaste contactpersoon is."),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            (it.value, sentence(f"spoed.{it.value}")) for it in Spoedtoegang.Categorie
        ]
        self.fields["domein"].choices = domains([it.value for it in DOMEINEN], general=True)  # type: ignore[attr-defined]


class NakijkForm(Formulier):
    """Was it right to open this?"""

    keeps_draft = True
    terecht = forms.ChoiceField(
        label=_("Was dit nodig?"),
        choices=[("ja", _("Ja, dit kon niet wachten")), ("nee", _("Nee, dit had anders gekund"))],
        widget=forms.RadioSelect,
    )
    oordeel = forms.CharField(
        label=_("Hoe kijk je hiernaar?"), max_length=KORT, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["terecht"] = data.get("terecht") == "ja"
        return data
