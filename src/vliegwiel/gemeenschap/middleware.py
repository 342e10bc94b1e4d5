"""The one door: opens the transaction, finds out who is looking, and closes both after the page is made."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from allauth.account.authentication import get_authentication_records  # type: ignore[import-untyped]
from allauth.mfa.models import Authenticator  # type: ignore[import-untyped]
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vliegwiel.gemeenschap.kijker import Kijker, find_kijker
from vliegwiel.kern import draft, once, registry
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import request_transaction, set_gemeente
from vliegwiel.kern.log import record_refusal, start_trace
from vliegwiel.kern.marks import Mark, mark_of
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.kern.refusals import NotAllowed, Refusal
from vliegwiel.ui.render import page
from vliegwiel.ui.sentences import refusal_sentence

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STORED_EVERY = 300  # seconds: that somebody is still there need not be written at every click


class KijkerMiddleware:
    """Closed unless marked. A page that ends in a refusal or an error leaves nothing behind but its refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start_trace()
        with request_transaction(writes=request.method not in SAFE):
            response = self.get_response(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
        if reason := getattr(request, "refused", None):
            _log_refusal(request, reason)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        _end_when_idle(request)
        mark = mark_of(view)
        if mark is None:
            raise _refuse(request, "geen_merk")
        if mark.purpose is None:
            return _missing_step(request) if mark.second_step else None
        if not request.user.is_authenticated:
            return _to_login(request)
        if first := _missing_step(request):
            return first
        request.kijker = _admit(request, request.user, kwargs["gemeente"], mark)  # type: ignore[attr-defined,arg-type]
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Somebody may read here but not do this: a page that says so, and a line in the refusals."""
        if not isinstance(exception, Refusal):
            return None
        if isinstance(exception, NotAllowed):
            request.refused = exception.code  # type: ignore[attr-defined]
        return page(request, "ui/403.html", {"reden": refusal_sentence(exception)}, status=403)


def _admit(request: HttpRequest, account: Account, slug: str, mark: Mark) -> Kijker:
    """The kijker for this page; somebody else's gemeente looks the same as one that does not exist."""
    assert mark.purpose is not None
    kijker = find_kijker(account, slug, mark.purpose, today())
    if kijker is None:
        raise _refuse(request, "niet_van_hier")
    if mark.roles and kijker.rollen.isdisjoint(mark.roles):
        raise _refuse(request, "rol")
    if mark.praktijk and not kijker.aan(mark.praktijk):
        raise Http404
    return replace(kijker, onthoudt={}) if request.method in SAFE else kijker


def _refuse(request: HttpRequest, reason: str) -> Http404:
    request.refused = reason  # type: ignore[attr-defined]
    return Http404(reason)


def _log_refusal(request: HttpRequest, reason: str) -> None:
    """In a transaction of its own, after the roll-back. An address outside any gemeente has nobody to tell."""
    match = request.resolver_match
    slug = match.kwargs.get("gemeente") if match else None
    with request_transaction(writes=True):
        gemeente = Gemeente.objects.filter(slug=slug).first() if slug else None
        if gemeente is None:
            return
        set_gemeente(gemeente.pk)
        account_id = request.user.pk if request.user.is_authenticated else None
        said = {
            "gemeente_id": gemeente.pk,
            "account_id": account_id,
            "route": match.view_name,
            "reason": reason,
        }
        record_refusal(**said, now=now())
        for part in registry.geweigerd:
            part(**said, dossier=match.kwargs.get("dossier_id"), now=now())


def _to_login(request: HttpRequest) -> HttpResponse:
    """To the log-in page. What was typed in a form of ours waits in the session until the same account is back."""
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if request.method == "POST" and _is_typed(request):
        request.session["bewaard"] = {"pad": request.get_full_path(), "velden": dict(request.POST.lists())}
        return redirect_to_login(reverse("herstel"), reverse("account_login"))
    return redirect_to_login(request.get_full_path(), reverse("account_login"))


def _is_typed(request: HttpRequest) -> bool:
    """Sent from a page of ours, and no more than a person types: nothing else is kept for somebody unknown."""
    size = sum(len(value) for values in request.POST.lists() for value in map(str, values[1]))
    kept = size <= draft.LARGEST and "bsn" not in request.POST  # a BSN is kept in no session
    return kept and once.is_ours(request.POST.get("_sleutel", ""))


def _end_when_idle(request: HttpRequest) -> None:
    """Log out whoever walked away from the computer. A page that asks again by itself is nobody's click."""
    if SESSION_KEY not in request.session:
        return
    moment, last = time.time(), request.session.get("laatst")
    if last is not None and moment - last > settings.SESSION_IDLE:
        logout(request)
    elif last is None or (moment - last > STORED_EVERY and not _by_itself(request)):
        request.session["laatst"] = moment


def _by_itself(request: HttpRequest) -> bool:
    return bool(request.htmx) and request.method in SAFE  # type: ignore[attr-defined]


def _missing_step(request: HttpRequest) -> HttpResponse | None:
    """Where a colleague without a second step goes first; None when this session has one, or needs none.

    Only what happened in this session counts, with an app or code that is still there. That the account has an
    app says nothing about whoever opened this session, and a reset after a lost telephone ends what it opened.
    """
    user = request.user
    if not (settings.TWEEDE_FACTOR_VERPLICHT and user.is_authenticated):
        return None
    if user.soort == Account.Soort.INWONER:
        return None
    known = dict(Authenticator.objects.filter(user=user).values_list("pk", "type"))
    records = get_authentication_records(request, user)
    if any(record["method"] == "mfa" and record.get("id") in known for record in records):
        return None
    if Authenticator.Type.TOTP not in known.values():
        return redirect("mfa_activate_totp")
    return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
