"""What came of a call, in three taps; the rest only when it helps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vliegwiel.kern.werkdagen import DAY, add_working_days, on_or_after, on_or_before
from vliegwiel.ondersteuning.models import Belletje
from vliegwiel.ondersteuning.queries.bel_alvast_kaart import Belkaart
from vliegwiel.ondersteuning.sentences.bel_alvast import in_sentence
from vliegwiel.samenspel.public import latest_snooze
from vliegwiel.ui.filters import datum, datum_kort
from vliegwiel.ui.forms import KORT, DateInput, Formulier
from vliegwiel.ui.sentences import sentence

UITKOMST = [
    (Belletje.Uitkomst.VERLENGEN, pgettext_lazy("belletje", "Verlengen")),
    (Belletje.Uitkomst.ANDERE_HULP, pgettext_lazy("belletje", "Andere hulp")),
    (Belletje.Uitkomst.LOOPT_GOED_AF, pgettext_lazy("belletje", "Loopt goed af")),
    (Belletje.Uitkomst.NIET_BEREIKT, pgettext_lazy("belletje", "Niet bereikt")),
]
WEG = [
    (Belletje.Weg.TELEFOON, pgettext_lazy("hoe", "Gebeld")),
    (Belletje.Weg.BEZOEK, pgettext_lazy("hoe", "Langsgegaan")),
    (Belletje.Weg.BRIEF, pgettext_lazy("hoe", "Brief gestuurd")),
]
MORGEN, WEEK, ANDERS = "morgen", "week", "anders"
JA, NEE = "ja", "nee"
VERVOLG = [(JA, _("Ja, ik regel het")), (NEE, _("Nee, dat is niet nodig"))]
WORKING_DAYS = 5  # to arrange what comes after


class BelForm(Formulier):
    """All on one form: without JavaScript too. What does not belong to the outcome is not looked at."""

    keeps_draft = True
    stand = "gezien"
    gezien = forms.UUIDField(required=False, widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Wat kwam eruit?"),
        choices=UITKOMST,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat eruit kwam.")},
    )
    weer = forms.ChoiceField(
        label=_("Wanneer probeer je het weer?"), widget=forms.RadioSelect, initial=MORGEN
    )
    weer_dag = forms.DateField(label=_("Welke dag?"), required=False, widget=DateInput())
    vervolg = forms.ChoiceField(
        label=_("Moet je hierna iets regelen?"),
        help_text=_("Dan komt het als afspraak in het plan, voor jou."),
        choices=VERVOLG,
        initial=JA,
        widget=forms.RadioSelect,
    )
    stap = forms.CharField(
        label=_("Wat ga je doen?"),
        max_length=KORT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    stap_dag = forms.DateField(label=_("Wanneer is het klaar?"), required=False, widget=DateInput())
    regel = forms.CharField(
        label=_("In één regel"), max_length=KORT, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    weg = forms.ChoiceField(
        label=_("Hoe ging het?"),
        choices=WEG,
        initial=Belletje.Weg.TELEFOON,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, kaart: Belkaart, today: date, **kwargs: Any) -> None:
        self._kaart, self._today = kaart, today
        self._last = latest_snooze(today, kaart.punt.voor)
        start = {
            "gezien": kaart.laatste.pk if kaart.laatste else None,
            "stap_dag": add_working_days(today, WORKING_DAYS),
            "vervolg": NEE if kaart.gedaan else JA,
        }
        super().__init__(*args, initial=start, **kwargs)
        self.later = (
            self._last > today and not kaart.gedaan
        )  # whether the card can come again on a chosen day
        self.fields["weer"].choices = self._when()  # type: ignore[attr-defined]
        self.fields["stap"].help_text = _("Leeg laten mag. Dan staat er: %(zin)s") % {
            "zin": " / ".join(self.standard(code) for code in ("verlengen", "andere_hulp"))
        }
        self.fields["regel"].help_text = _("%(naam)s kan dit zelf lezen.") % {"naam": kaart.mens.voornaam}

    def standard(self, uitkomst: str) -> str:
        """What somebody does next, when nothing else was typed."""
        naam = self.kijker.medewerker.naam if self.kijker.medewerker else ""  # type: ignore[attr-defined]
        return sentence(f"belletje_stap.{uitkomst}", {"wie": naam, "wat": in_sentence(self._kaart.wat)})

    def _when(self) -> list[tuple[str, str]]:
        if not self.later:
            return []
        tomorrow, week = self.morgen, self.week
        first = (
            MORGEN,
            pgettext_lazy("dag", "Morgen")
            if tomorrow == self._today + DAY
            else datum(tomorrow).rsplit(" ", 1)[0],
        )
        second = (WEEK, _("Over een week (%(dag)s)") % {"dag": datum_kort(week)})
        return [first, *([second] if week > tomorrow else []), (ANDERS, _("Een andere dag"))]

    @property
    def morgen(self) -> date:
        """The next working day, as far as there is time."""
        return min(on_or_after(self._today + DAY), self._last)

    @property
    def week(self) -> date:
        return min(on_or_before(self._today + timedelta(weeks=1)), self._last)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        uitkomst = data.get("uitkomst", "")
        data["weg"] = data.get("weg") or Belletje.Weg.TELEFOON
        data["weer_op"] = self._again(data, uitkomst)
        self.errors.pop("vervolg", None)  # not said is no
        asked = data.pop("vervolg", "") == JA and self._kaart.mag_stap
        typed = data.pop("stap", "")
        follows = asked and uitkomst in (Belletje.Uitkomst.VERLENGEN, Belletje.Uitkomst.ANDERE_HULP)
        data["stap"] = (typed or self.standard(uitkomst)) if follows else ""
        if not follows:
            self.errors.pop("stap_dag", None)
            data["stap_dag"] = None
        return data

    def _again(self, data: dict[str, Any], uitkomst: str) -> date | None:
        """The day to try again; what was filled in for another outcome is not looked at."""
        when, day = data.pop("weer", "") or MORGEN, data.pop("weer_dag", None)
        self.errors.pop("weer", None)
        if uitkomst != Belletje.Uitkomst.NIET_BEREIKT or not self.later:
            self.errors.pop("weer_dag", None)
            return None
        if when != ANDERS:
            self.errors.pop("weer_dag", None)
            return self.morgen if when == MORGEN else self.week
        if day is None:
            if "weer_dag" not in self.errors:
                self.add_error("weer_dag", _("Kies een dag."))
            return None
        early = on_or_before(day)  # on a closed day the working day before, or else the one after
        return early if early > self._today else on_or_after(day)
