"""How the log-in library behaves here: no signing up, and residents only in their own way."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.exceptions import PermissionDenied

from vliegwiel.kern.models import Account


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up: a beheerder invites."""
        return False

    def pre_login(self, request: Any, user: Account, **kwargs: Any) -> Any:
        """In production a resident comes in by DigiD (through an OIDC broker) or not at all."""
        if settings.PRODUCTION and user.soort == Account.Soort.INWONER:
            raise PermissionDenied("residents log in by OIDC only")
        return super().pre_login(request, user, **kwargs)
