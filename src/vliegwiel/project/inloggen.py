"""How the log-in library behaves here: no signing up, residents only in their own way, our own words."""

from __future__ import annotations

import logging
import time
from base64 import urlsafe_b64encode
from functools import cache, partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.functional import SimpleLazyObject
from django.utils.http import base36_to_int
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.models import Account

_log = logging.getLogger(__name__)
AN_HOUR = 3600
FRESH = 300  # seconds
_TOO_OFTEN = _("Je hebt het te vaak geprobeerd. Wacht een paar minuten en probeer het dan opnieuw.")
_WRONG_CODE = _("Deze code klopt niet. Kijk in je app en typ de code die er nu staat.")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw."
        ),
        "enter_current_password": _("Dit is niet je wachtwoord van nu."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "too_many_login_attempts": _TOO_OFTEN,
        "rate_limited": _TOO_OFTEN,
        "incorrect_code": _WRONG_CODE,
        "invalid_or_expired_key": _("Deze link is al gebruikt, of te oud."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up: a beheerder invites."""
        return False

    def pre_login(self, request: Any, user: Account, **kwargs: Any) -> Any:
        """In production a resident comes in by DigiD (through an OIDC broker) or not at all."""
        if settings.PRODUCTION and user.soort == Account.Soort.INWONER:
            raise PermissionDenied("residents log in by OIDC only")
        return super().pre_login(request, user, **kwargs)

    def add_message(
        self, request: Any, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Coming in and going out need no message: the page itself shows it."""
        if message_template in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            return
        super().add_message(request, level, message_template, *args, **kwargs)

    def is_reauthentication_required(self, *, app: str = "") -> bool:
        """Not for whoever logged in a few minutes ago: the first time, linking an app follows on the password."""
        request = context.request
        records = get_authentication_records(request, request.user)
        fresh = bool(records) and time.time() - records[-1]["at"] < FRESH
        return not fresh and super().is_reauthentication_required(app=app)

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:
        """Not to who never chose a password: the invitation is the way in, for a week, and its answer is logged."""
        if user.has_usable_password():
            super().send_password_reset_mail(user, email, context)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """After the transaction: a mail server that does not answer would keep everybody else from writing."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        transaction.on_commit(partial(_send, message), robust=True)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Our own address, whatever host name the asker sent along."""
        path = super().get_reset_password_from_key_url(key).split("/account/", 1)[1]
        return f"{settings.ADRES}/account/{path}"


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "rate_limited": _TOO_OFTEN,
        "cannot_delete_authenticator": _(
            "Iedereen logt hier in met een tweede stap. "
            "Nieuwe telefoon? Vraag je beheerder om je tweede stap terug te zetten."
        ),
    }

    def encrypt(self, text: str) -> str:
        """The secret of somebody's app is of use to nobody who has only the database, or a backup of it."""
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Stored under another VLIEGWIEL_GEHEIM, it is lost: then no code fits, and a beheerder resets it."""
        try:
            return _vault().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Where everybody needs a second step, nobody takes it away from themselves; a beheerder resets it."""
        return not settings.TWEEDE_FACTOR_VERPLICHT


def _send(message: EmailMessage) -> None:
    """The page reads the same when it fails, so that it tells nobody who has an account here."""
    try:
        message.send()
    except OSError as error:  # its text may name the receiver
        _log.error("A mail about logging in was not sent: %s", type(error).__name__)


@cache
def _vault() -> Fernet:
    """A key of its own, derived from ours: what leaks of the one use says nothing about the other."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"vliegwiel.mfa")
    return Fernet(urlsafe_b64encode(derive.derive(settings.SECRET_KEY.encode())))


class ForAnHour(PasswordResetTokenGenerator):
    """The link of a forgotten password: an hour, where an invitation (the same mechanism) has a week."""

    key_salt = "vliegwiel.wachtwoord"

    def check_token(self, user: Any, token: str | None) -> bool:
        if not super().check_token(user, token):
            return False
        made = base36_to_int((token or "").split("-")[0])
        return self._num_seconds(self._now()) - made <= AN_HOUR  # type: ignore[attr-defined,no-any-return]


def frame(request: HttpRequest) -> dict[str, Any]:
    """What our frame needs on a page that the library renders; our own pages get it from `ui.render`."""
    return {
        "csrf": SimpleLazyObject(lambda: get_token(request)),
        "csp_nonce": SimpleLazyObject(lambda: str(getattr(request, "csp_nonce", ""))),
        "meldingen": SimpleLazyObject(lambda: list(get_messages(request))),
        "taal_nu": get_language() or "nl",
        "thema": request.COOKIES.get("vliegwiel_thema", ""),
    }
