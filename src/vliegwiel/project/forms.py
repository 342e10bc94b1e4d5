"""The one form of ours before a log-in: accepting an invitation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.models import Account


class Aannemen(forms.Form):
    """Name and password of somebody who was invited. The link that leads here works once, so no form key."""

    use_required_attribute = False

    naam = forms.CharField(
        label=_("Je naam"),
        help_text=_("Zo zien je collega’s je."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    wachtwoord = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_(
            "Minstens twaalf tekens. Vier losse woorden achter elkaar is goed en makkelijk te onthouden."
        ),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, account: Account, data: Any = None) -> None:
        self.account = account
        super().__init__(data=data, initial={"naam": account.naam})
        if account.soort == Account.Soort.INWONER:
            self.fields["naam"].label = _("Hoe wilt u heten?")
            self.fields["naam"].help_text = _("Zo zien anderen u aan tafel. Een voornaam mag ook.")

    def clean_wachtwoord(self) -> str:
        password: str = self.cleaned_data["wachtwoord"]
        validate_password(password, self.account)
        return password
