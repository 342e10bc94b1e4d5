"""What a colleague fills in about a question. Only the words must be there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ondersteuning.actions.vraag import DOORGEVEN, HOUDEN, KLAAR
from vliegwiel.ondersteuning.models import Huishouden, Vraag
from vliegwiel.privacy.public import DOMEINEN, Persoon
from vliegwiel.ui.forms import KORT, LANG, DateInput, Formulier
from vliegwiel.ui.sentences import sentence

ROWS = 6  # people of a new household that fit in the form

SOORTEN = [(Vraag.Soort.VRAAG, _("Een vraag")), (Vraag.Soort.ZORG, _("Een zorg over iemand"))]
KANALEN = [
    (Vraag.Kanaal.TELEFOON, pgettext_lazy("kanaal", "Telefoon")),
    (Vraag.Kanaal.BALIE, pgettext_lazy("kanaal", "Balie")),
    (Vraag.Kanaal.INLOOP, pgettext_lazy("kanaal", "Inloop")),
]
NAMENS = [
    (Vraag.Namens.ZELF, _("De persoon zelf")),
    (Vraag.Namens.FAMILIE, pgettext_lazy("namens", "Familie")),
    (Vraag.Namens.BUUR, _("Een buur")),
    (Vraag.Namens.SCHOOL, pgettext_lazy("namens", "School")),
    (Vraag.Namens.VRIJWILLIGER, _("Een vrijwilliger")),
    (Vraag.Namens.ANDER, _("Iemand anders")),
]
DAARNA = [
    (HOUDEN, _("Ik houd de vraag bij mij")),
    (DOORGEVEN, _("Ik geef de vraag meteen door")),
    (KLAAR, _("Met dit advies is het klaar")),
]


class VraagForm(Formulier):
    """A question or a worry, and first advice, on one page."""

    keeps_draft = True

    woorden = forms.CharField(
        max_length=LANG,
        label=_("Wat vraagt of vertelt iemand?"),
        help_text=_("In de eigen woorden. Dit is genoeg; de rest mag later."),
        widget=forms.Textarea(attrs={"rows": 6, "autofocus": True}),
    )
    eerste_advies = forms.CharField(
        max_length=LANG,
        label=_("Jouw eerste advies"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    naam = forms.CharField(max_length=160, label=_("Over wie gaat het?"), required=False)
    contact = forms.CharField(
        max_length=160,
        label=_("Hoe is deze persoon te bereiken?"),
        help_text=_("Een telefoonnummer of e-mailadres."),
        required=False,
    )
    kanaal = forms.ChoiceField(
        label=_("Hoe kwam de vraag binnen?"),
        choices=KANALEN,
        initial=Vraag.Kanaal.TELEFOON,
        widget=forms.RadioSelect,
    )
    soort = forms.ChoiceField(
        label=_("Wat is het?"), choices=SOORTEN, initial=Vraag.Soort.VRAAG, widget=forms.RadioSelect
    )
    namens = forms.ChoiceField(label=_("Wie vraagt het?"), choices=NAMENS, initial=Vraag.Namens.ZELF)
    namens_naam = forms.CharField(max_length=120, label=_("Naam van wie het vraagt"), required=False)
    organisaties = forms.CharField(
        max_length=300,
        label=_("Welke organisaties zijn erbij?"),
        help_text=_("Bijvoorbeeld: de school, de huisarts, de woningcorporatie."),
        required=False,
    )
    daarna = forms.ChoiceField(
        label=_("Hoe gaat het verder?"), choices=DAARNA, initial=HOUDEN, widget=forms.RadioSelect
    )


class AdviesForm(Formulier):
    keeps_draft = True

    eerste_advies = forms.CharField(
        max_length=LANG, label=_("Jouw eerste advies"), widget=forms.Textarea(attrs={"rows": 5})
    )


class AfrondenForm(Formulier):
    keeps_draft = True

    afloop = forms.CharField(
        max_length=KORT,
        label=_("Wat is ervan gekomen?"),
        help_text=_("Eén zin is genoeg."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PersoonForm(Formulier):
    """Somebody we know already; only who was found can be chosen."""

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    persoon = forms.ChoiceField(label=_("Over wie gaat de vraag?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: list[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].choices = [(str(it.pk), it.naam) for it in people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        return data


class BijHuishoudenForm(Formulier):
    """A household we know already; only what was found can be chosen."""

    zoek = forms.CharField(required=False, widget=forms.HiddenInput)
    huishouden = forms.ChoiceField(label=_("Bij welk huishouden hoort de vraag?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, households: list[Huishouden], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {str(it.pk): it.dossier for it in households}
        self.fields["huishouden"].choices = [  # type: ignore[attr-defined]
            (str(it.pk), f"{it.naam} ({it.dossier.nummer})") for it in households
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data.pop("zoek", None)
        chosen = data.pop("huishouden", "")
        return {**data, "dossier": self._known.get(chosen)}


class PlanForm(Formulier):
    """A new household: its name, the people (as many rows as fit), and how the asker will work with them."""

    keeps_draft = True

    naam = forms.CharField(
        max_length=160, label=_("Naam van het huishouden"), help_text=_("Bijvoorbeeld: familie Jansen.")
    )
    domeinen = forms.MultipleChoiceField(
        label=_("Waarin ga jij met hen werken?"),
        help_text=_("Je ziet straks alleen wat daarover gaat."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    vaste_contactpersoon = forms.BooleanField(
        label=_("Ik word hun vaste contactpersoon"), required=False, initial=True
    )

    def __init__(self, *args: Any, persoon: Persoon | None = None, **kwargs: Any) -> None:
        self._persoon = persoon
        self.base_fields = {**self.base_fields, **_rows(known=persoon is not None)}
        super().__init__(*args, **kwargs)
        self.fields["domeinen"].choices = [  # type: ignore[attr-defined]
            (it.value, sentence(f"domein.{it.value}")) for it in DOMEINEN
        ]

    @property
    def rijen(self) -> list[dict[str, Any]]:
        """The fields of each person, for the page."""
        return [{name: self[f"{name}_{row}"] for name in PERSON} for row in range(1, ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        people: list[dict[str, Any]] = [{"persoon": self._persoon}] if self._persoon else []
        for row in range(1, ROWS + 1):
            fields: dict[str, str | date | None] = {name: data.pop(f"{name}_{row}", None) for name in PERSON}
            if fields["voornaam"]:
                people.append(fields)
            elif fields["achternaam"] or fields["geboortedatum"]:
                self.add_error(f"voornaam_{row}", _("Schrijf er een voornaam bij."))
        return {**data, "personen": people}


PERSON = ("voornaam", "achternaam", "geboortedatum")


def _rows(known: bool) -> dict[str, forms.Field]:
    """The fields of every row; the first must be filled in when nobody is known yet."""
    found: dict[str, forms.Field] = {}
    for row in range(1, ROWS + 1):
        needed = row == 1 and not known
        found[f"voornaam_{row}"] = forms.CharField(
            max_length=80, label=pgettext_lazy("van een mens", "Voornaam"), required=needed
        )
        found[f"achternaam_{row}"] = forms.CharField(
            max_length=120, label=pgettext_lazy("van een mens", "Achternaam"), required=False
        )
        found[f"geboortedatum_{row}"] = forms.DateField(
            label=pgettext_lazy("van een mens", "Geboortedatum"), required=False, widget=DateInput()
        )
    return found
