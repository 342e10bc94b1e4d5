"""What people fill in about a table and its seats. Few fields are compulsory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Medewerker
from vliegwiel.samenspel.models import Tafel
from vliegwiel.ui.forms import KORT, DateInput, Formulier

LEVELS = [
    ("", _("Geen niveau")),
    ("uitvoering", pgettext_lazy("niveau", "Uitvoering")),
    ("management", pgettext_lazy("niveau", "Management")),
    ("bestuur", pgettext_lazy("niveau", "Bestuur")),
]


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
