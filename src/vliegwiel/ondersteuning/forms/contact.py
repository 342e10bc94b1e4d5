"""Logging a contact: two taps, one line; the rest only when it helps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.ondersteuning.models import Contactmoment
from vliegwiel.ondersteuning.rules.mensen import Mens
from vliegwiel.ui.forms import KORT, DateInput, Formulier
from vliegwiel.ui.sentences import sentence

HOE = [
    (Contactmoment.Soort.TELEFOON, pgettext_lazy("contact", "Telefoon")),
    (Contactmoment.Soort.BEZOEK, pgettext_lazy("contact", "Bezoek")),
    (Contactmoment.Soort.BALIE, pgettext_lazy("contact", "Balie")),
    (Contactmoment.Soort.MAIL, pgettext_lazy("contact", "Mail")),
]
UITKOMST = [
    (Contactmoment.Uitkomst.GESPROKEN, pgettext_lazy("contact", "Gesproken")),
    (Contactmoment.Uitkomst.NIET_BEREIKT, pgettext_lazy("contact", "Niet bereikt")),
    (Contactmoment.Uitkomst.BERICHT_ACHTERGELATEN, pgettext_lazy("contact", "Bericht achtergelaten")),
    (Contactmoment.Uitkomst.AFGEZEGD, pgettext_lazy("contact", "Afgezegd")),
]
NU, GISTEREN, ANDERS = "nu", "gisteren", "anders"
WANNEER = [
    (NU, pgettext_lazy("contact", "Net")),
    (GISTEREN, pgettext_lazy("contact", "Gisteren")),
    (ANDERS, pgettext_lazy("contact", "Een andere dag")),
]


class ContactForm(Formulier):
    """`domeinen` are those in which this kijker writes here; `mensen` who lives here."""

    keeps_draft = True
    soort = forms.ChoiceField(
        label=_("Hoe was er contact?"),
        choices=HOE,
        initial=Contactmoment.Soort.TELEFOON,
        widget=forms.RadioSelect,
    )
    uitkomst = forms.ChoiceField(label=_("Hoe ging het?"), choices=UITKOMST, widget=forms.RadioSelect)
    regel = forms.CharField(
        label=_("In één regel"), max_length=KORT, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    persoon = forms.ChoiceField(label=_("Met wie?"), required=False)
    domein = forms.ChoiceField(
        label=_("Wie mag dit lezen?"),
        help_text=_("Algemeen leest iedereen die met dit huishouden werkt; een domein wie daarin werkt."),
        required=False,
    )
    wanneer = forms.ChoiceField(
        label=pgettext_lazy("vraag", "Wanneer?"),
        choices=WANNEER,
        initial=NU,
        required=False,
        widget=forms.RadioSelect,
    )
    dag = forms.DateField(label=_("Welke dag?"), required=False, widget=DateInput())
    stap = forms.CharField(
        label=_("Wat ga je hierna doen?"),
        help_text=_("Dit wordt een afspraak in het plan, voor jou."),
        max_length=KORT,
        required=False,
    )
    stap_dag = forms.DateField(label=_("Wanneer doe je dat?"), required=False, widget=DateInput())

    def __init__(
        self, *args: Any, mensen: tuple[Mens, ...], domeinen: tuple[str, ...], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["persoon"].choices = [  # type: ignore[attr-defined]
            ("", _("Het huishouden")),
            *((str(mens.persoon), mens.naam) for mens in mensen),
        ]
        self.fields["domein"].choices = [(it, sentence(f"domein.{it}")) for it in domeinen]  # type: ignore[attr-defined]
        own = [it for it in domeinen if it]
        self.fields["domein"].initial = own[0] if len(own) == 1 else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["persoon"] = UUID(data["persoon"]) if data.get("persoon") else None
        when, day = data.pop("wanneer", "") or NU, data.get("dag")
        data["dag"] = self._today - timedelta(days=1) if when == GISTEREN else day if when == ANDERS else None
        if when == ANDERS and day is None and "dag" not in self.errors:
            self.add_error("dag", _("Kies een dag."))
        if data.get("stap_dag") and not data.get("stap"):
            self.add_error("stap", _("Schrijf erbij wat je gaat doen."))
        return data
