"""No page about people leaves before it is written down who saw whom. If that fails, the page stays here."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from vliegwiel.kern.clock import now
from vliegwiel.privacy.inzage import collector, write
from vliegwiel.ui.render import page

log = logging.getLogger(__name__)


class InzageMiddleware:
    """Stands outside the transaction of the page, so that a page that was rolled back is written down as well.

    A streaming answer is made after this moment: whoever reads a person only then finds nobody who collects, and
    fails. So also there the line comes before the first byte.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with collector() as collected:
            response = self.get_response(request)
        if not collected:
            return response
        try:
            write(collected, _route(request), now())
        except Exception as error:  # whatever goes wrong: what cannot be written is not read
            log.error("inzagelog cannot be written: %s", type(error).__name__)
            _throw_away(response)
            return _not_now(request)
        return response


def _route(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _throw_away(response: HttpResponseBase) -> None:
    """Close what it holds open (a file) without the end of the request that `close` would signal."""
    for close in response._resource_closers:  # type: ignore[attr-defined]
        close()


def _not_now(request: HttpRequest) -> HttpResponse:
    """A calm page of its own: nothing of the first answer, no header and no cookie."""
    response = page(request, "privacy/nu_niet.html", {"meldingen": []}, status=503)
    get_messages(request).used = False  # type: ignore[attr-defined]  # a toast may name somebody: kept for later
    response.headers["Retry-After"] = "60"
    return response
