"""The library's forms with our labels: what is asked stays theirs, how it is said is ours."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Said = dict[str, tuple[Promise, Promise | str]]
_EMAIL = (pgettext_lazy("veld", "E-mailadres"), "")
_PASSWORD = (pgettext_lazy("veld", "Wachtwoord"), "")
_NEW = (
    _("Nieuw wachtwoord"),
    _("Minstens twaalf tekens. Vier losse woorden achter elkaar is goed en makkelijk te onthouden."),
)
_AGAIN = (_("Nog een keer"), "")


class _OurWords(forms.Form):
    words: ClassVar[Said] = {}
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in self.words.items():
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = help_text
                self.fields[name].widget.attrs.pop("placeholder", None)


class Inloggen(_OurWords, account.LoginForm):
    words = {"login": _EMAIL, "password": _PASSWORD}


class Opnieuw(_OurWords, account.ReauthenticateForm):
    words = {"password": _PASSWORD}


class AnderWachtwoord(_OurWords, account.ChangePasswordForm):
    words = {"oldpassword": (_("Wachtwoord van nu"), ""), "password1": _NEW, "password2": _AGAIN}


class Vergeten(_OurWords, account.ResetPasswordForm):
    words = {"email": _EMAIL}


class NieuwWachtwoord(_OurWords, account.ResetPasswordKeyForm):
    words = {"password1": _NEW, "password2": _AGAIN}


_CODE = _("Code van zes cijfers")


def _digits(form: forms.Form) -> None:
    form.fields["code"].widget.attrs["inputmode"] = "numeric"


class TweedeStap(_OurWords, mfa.AuthenticateForm):
    words = {
        "code": (pgettext_lazy("veld", "Code"), _("De zes cijfers uit je app, of een van je reservecodes."))
    }


class TweedeStapOpnieuw(_OurWords, mfa.ReauthenticateForm):
    words = {
        "code": (pgettext_lazy("veld", "Code"), _("De zes cijfers uit je app, of een van je reservecodes."))
    }


class AppKoppelen(_OurWords, totp.ActivateTOTPForm):
    words = {"code": (_CODE, _("De cijfers die je app nu laat zien."))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _digits(self)
