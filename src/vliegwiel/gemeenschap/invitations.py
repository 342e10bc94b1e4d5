"""The link in an invitation: made when the mail is sent or shown, stored nowhere, dead once a password is chosen."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from vliegwiel.kern.models import Account, Gemeente, Uitgaand


class Tokens(PasswordResetTokenGenerator):
    """A week (PASSWORD_RESET_TIMEOUT), and only until the password or the last log-in changes."""

    key_salt = "vliegwiel.uitnodiging"


tokens = Tokens()


def link(row: Uitgaand) -> str:
    """Where the invited go: to choose a password, or, when they have one already, straight in."""
    account = Account.objects.get(pk=row.parameters["account"])
    return row.pad if account.has_usable_password() else token_path(account)


def resident_link(row: Uitgaand) -> str:
    """The same for a resident; in production a resident has no password, and comes in by the front door."""
    return row.pad if settings.PRODUCTION else link(row)


def first_link(account: Account, gemeente: Gemeente) -> str:
    """The same for whoever reads it on a terminal instead of in a mail."""
    return f"/{gemeente.slug}/welkom/" if account.has_usable_password() else token_path(account)


def token_path(account: Account) -> str:
    """A fresh address on which this account may choose its first password."""
    uid = urlsafe_base64_encode(account.pk.bytes)
    return reverse("uitnodiging", kwargs={"uid": uid, "token": tokens.make_token(account)})


def invited(uid: str, token: str) -> Account | None:
    """The account an invitation is for; None when the link is old, used or made up."""
    try:
        pk = UUID(bytes=urlsafe_base64_decode(uid))
    except ValueError:
        return None
    account = Account.objects.filter(pk=pk, is_active=True).first()
    if settings.PRODUCTION and account is not None and account.soort == Account.Soort.INWONER:
        return None  # residents come in by DigiD there, or not at all
    usable = account is not None and not account.has_usable_password() and tokens.check_token(account, token)
    return account if usable else None
