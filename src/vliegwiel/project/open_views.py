"""Every page that needs no log-in, with the reason why. There are no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from vliegwiel.gemeenschap.kijker import own_gemeenten
from vliegwiel.kern import once
from vliegwiel.kern.clock import today
from vliegwiel.kern.marks import open_to_all
from vliegwiel.ui.middleware import COOKIE
from vliegwiel.ui.render import page

View = Callable[..., HttpResponse]
A_YEAR = 365 * 24 * 3600


def open_view(reason: str) -> Callable[[View], View]:
    """Mark a view of this file as open, with its reason."""
    return lambda view: open_to_all(view, reason)


def library(view: View) -> View:
    """A page of the log-in library: it asks for the log-in itself, or is the log-in."""
    return open_to_all(view, "log-in library: decides itself who gets in, and shows only the own account")


@open_view("front door: shows nothing but the way in, or leads on")
def begin(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("personas" if settings.DEMO else "account_login")
    gemeenten = own_gemeenten(request.user, today())
    if len(gemeenten) == 1:
        return redirect("vandaag", gemeente=gemeenten[0].slug)
    return page(request, "project/kies.html", {"gemeenten": gemeenten})


@open_view("text for everyone: how we handle personal data")
def privacy(request: HttpRequest) -> HttpResponse:
    return page(request, "project/privacy.html", {})


@open_view("text for everyone: how accessible this is")
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return page(request, "project/toegankelijkheid.html", {})


@open_view("for the machine that watches: answers when the database does, says nothing else")
def leeft(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@open_view("the switch of language: sets a cookie")
def taal(request: HttpRequest) -> HttpResponse:
    return _choose(request, COOKIE, tuple(dict(settings.LANGUAGES)))


@open_view("the switch of light and dark: sets a cookie")
def thema(request: HttpRequest) -> HttpResponse:
    return _choose(request, "vliegwiel_thema", ("licht", "donker", "zelf"))


def _choose(request: HttpRequest, cookie: str, allowed: tuple[str, ...]) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = request.POST.get("keuze", "")
    response = redirect(_back(request))
    if chosen in allowed:
        response.set_cookie(
            cookie, chosen, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return response


def _back(request: HttpRequest) -> str:
    came_from = urlsplit(request.headers.get("Referer", ""))
    target = came_from.path + (f"?{came_from.query}" if came_from.query else "")
    safe = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if safe else reverse("begin")


@open_view("gives back what was typed, to the account that typed it and to nobody else")
def herstel(request: HttpRequest) -> HttpResponse:
    """After a log-in that was needed half-way: the text waits, ready to be sent again."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("herstel"), reverse("account_login"))
    kept = request.session.pop("bewaard", None)
    if not kept or not _same_person(request, kept["velden"]):
        return redirect("begin")
    return page(request, "project/herstel.html", {"pad": kept["pad"], "velden": _fields(kept["velden"])})


def _same_person(request: HttpRequest, fields: dict[str, list[str]]) -> bool:
    try:
        once.read_key((fields.get("_sleutel") or [""])[0], request.user.pk)
    except (once.UnknownKey, BadSignature):
        return False
    return True


def _fields(fields: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [
        (name, value) for name, values in fields.items() if name != "csrfmiddlewaretoken" for value in values
    ]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or its cookie is gone. What was typed is on the screen again."""
    fields = _fields({name: [str(value) for value in values] for name, values in request.POST.lists()})
    context = {"pad": request.get_full_path(), "velden": fields}
    return page(request, "project/herstel.html", context, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "404.html", {}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    from django.template import engines

    return HttpResponse(engines["jinja2"].get_template("500.html").render({}), status=500)


@open_view("an address of the log-in library that we do not use")
def closed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404

