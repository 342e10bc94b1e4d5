"""Fields that several forms of a plan share: about whom, and for whose eyes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vliegwiel.privacy.public import Persoon
from vliegwiel.ui.filters import nl
from vliegwiel.ui.forms import Formulier
from vliegwiel.ui.sentences import sentence

DOMEIN_HULP = _(
    "Algemeen leest iedereen die met dit huishouden werkt. Een domein leest alleen wie daarin werkt, "
    "en het huishouden zelf."
)


class InPlan(Formulier):
    """A form about somebody of the household (or all of them together), in a domain of the kijker or in general."""

    keeps_draft = True
    persoon = forms.ChoiceField(label=_("Over wie gaat het?"), required=False)
    domein = forms.ChoiceField(
        label=_("Wie mag het lezen?"),
        help_text=DOMEIN_HULP,
        required=False,
        error_messages={
            "invalid_choice": _("Kies een domein waarin je met dit huishouden werkt, of algemeen.")
        },
    )

    def __init__(
        self, *args: Any, personen: Iterable[Persoon], domeinen: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._personen = {str(it.pk): it for it in personen}
        people = [("", _("Het hele huishouden")), *((key, nl(it.naam)) for key, it in self._personen.items())]
        self.fields["persoon"].choices = people  # type: ignore[attr-defined]
        domains = list(domeinen)
        self.fields["domein"].choices = [(it, sentence(f"domein.{it}")) for it in domains]  # type: ignore[attr-defined]
        if len(domains) < 2:  # nothing to choose
            self.fields["domein"].widget = forms.HiddenInput()

    def clean_persoon(self) -> Persoon | None:
        return self._personen.get(self.cleaned_data["persoon"])
