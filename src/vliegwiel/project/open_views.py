"""Every page that needs no log-in, with the reason why. There are no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.core.signing import BadSignature
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from vliegwiel.gemeenschap.instellingen import values_for
from vliegwiel.gemeenschap.public import accept_invitation, invited, own_gemeenten
from vliegwiel.kern import once
from vliegwiel.kern.clock import now, today
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.marks import open_to_all
from vliegwiel.kern.models import Account, Gemeente
from vliegwiel.project.forms import Aannemen
from vliegwiel.ui.forms import status_of
from vliegwiel.ui.middleware import COOKIE
from vliegwiel.ui.render import page

View = Callable[..., HttpResponse]
A_YEAR = 365 * 24 * 3600
CARD_GUESSES, CARD_WAIT = 20, 600  # wrong links from one place, and for how long they count (seconds)


def open_view(reason: str) -> Callable[[View], View]:
    """Mark a view of this file as open, with its reason."""
    return lambda view: open_to_all(view, reason)


def library(view: View) -> View:
    """A page of the log-in library: it asks for the log-in itself, or is the log-in."""
    return open_to_all(view, "log-in library: decides itself who gets in, and shows only the own account")


def library_inside(view: View) -> View:
    """A page of the log-in library about how one logs in: a password alone does not open it."""
    reason = "log-in library: asks for the log-in itself; our door asks for the second step before it"
    return open_to_all(view, reason, second_step=True)


class _LinkApp(ActivateTOTPView):  # type: ignore[misc]
    """Whoever links the app typed a code of it: for this session that is the second step."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        record_authentication(self.request, self.request.user, "mfa", id=app.pk, type=app.type)
        return response


link_app = _LinkApp.as_view()


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


@open_view("the switch of language: sets a cookie, and the language of one's own mail")
def taal(request: HttpRequest) -> HttpResponse:
    response = _choose(request, "taal", COOKIE, tuple(dict(settings.LANGUAGES)))
    chosen = request.POST.get("taal")
    if request.user.is_authenticated and COOKIE in response.cookies and chosen != request.user.taal:
        request.user.taal = str(chosen)  # the language of the mail that person gets
        request.user.save(update_fields=["taal"])
    return response


@open_view("the switch of light and dark: sets a cookie")
def thema(request: HttpRequest) -> HttpResponse:
    return _choose(request, "thema", "vliegwiel_thema", ("licht", "donker", ""))


def _choose(request: HttpRequest, field: str, cookie: str, allowed: tuple[str, ...]) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = request.POST.get(field)
    response = redirect(_back(request))
    if chosen in allowed and chosen is not None:
        response.set_cookie(
            cookie,
            chosen,
            max_age=A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


def _back(request: HttpRequest) -> str:
    try:
        came_from = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # not an address: "http://["
        return reverse("begin")
    target = came_from.path + (f"?{came_from.query}" if came_from.query else "")
    safe = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if safe else reverse("begin")


@open_view("gives back what was typed, to the account that typed it and to nobody else")
def herstel(request: HttpRequest) -> HttpResponse:
    """After a log-in that was needed half-way: the text waits, ready to be sent again."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("herstel"), reverse("account_login"))
    kept = request.session.get("bewaard")  # stays until log-out: somebody may press reload here
    if not kept or not _same_person(request, kept["velden"]):
        return redirect("begin")
    return page(request, "project/herstel.html", {"pad": kept["pad"], "velden": _fields(kept["velden"])})


def _same_person(request: HttpRequest, fields: dict[str, list[str]]) -> bool:
    try:
        once.read_key((fields.get("_sleutel") or [""])[0], request.user.pk)
    except (once.UnknownKey, BadSignature):
        return False
    return True


_NOT_BACK = frozenset({"csrfmiddlewaretoken", "bsn"})  # a BSN is typed again


def _fields(fields: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in fields.items() if name not in _NOT_BACK for value in values]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or its cookie is gone. What was typed is on the screen again.

    Only with a key made for this account: a form that another site sent is not offered for sending again.
    """
    fields = {name: [str(value) for value in values] for name, values in request.POST.lists()}
    if not _same_person(request, fields):
        return page(request, "ui/csrf.html", {}, status=403)
    context = {"pad": request.get_full_path(), "velden": _fields(fields)}
    return page(request, "project/herstel.html", context, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "ui/404.html", {}, status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "ui/403.html", {}, status=403)


def too_often(request: HttpRequest) -> HttpResponse:
    return page(request, "ui/429.html", {}, status=429)


def broken(request: HttpRequest) -> HttpResponse:
    from django.template import engines

    return HttpResponse(engines["jinja2"].get_template("ui/500.html").render({}), status=500)


@open_view("the demo's front door: invented people; without the demo there is no such address")
def personas(request: HttpRequest) -> HttpResponse:
    from vliegwiel.project.demo import views

    return views.personas(request)


@open_view("the demo's log-in: only as one of the invented people")
def persona(request: HttpRequest) -> HttpResponse:
    from vliegwiel.project.demo import views

    return views.enter(request)


@open_view("the demo's messages to read in: invented people; without the demo there is no such address")
def proefberichten(request: HttpRequest) -> HttpResponse:
    from vliegwiel.project.demo import views

    return views.messages(request)


@open_view("the invited person has no log-in yet: the link in the mail is the key")
def uitnodiging(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Check the own name, choose a password; after that one logs in like everybody."""
    account = invited(uid, token)
    if account is None:
        return page(request, "project/uitnodiging_oud.html", {}, status=404)
    form = Aannemen(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        accept_invitation(account=account, now=now(), **form.cleaned_data)
        resident = account.soort == Account.Soort.INWONER
        messages.success(
            request,
            _("Uw wachtwoord is bewaard. Log nu in.")
            if resident
            else _("Je wachtwoord is bewaard. Log nu in."),
        )
        return redirect("account_login")
    return page(
        request, "project/uitnodiging.html", {"form": form, "account": account}, status=status_of(form)
    )


@open_view("a volunteer has no account: the link is the key, to one task and nothing else")
def kaart(request: HttpRequest, gemeente: str, sleutel: str) -> HttpResponse:
    """A wrong link, an old one and one of somewhere else look the same; who keeps guessing waits."""
    from vliegwiel.ondersteuning.views import kaart as cards

    place = f"kaart:{get_account_adapter().get_client_ip(request)}"
    if cache.get(place, 0) >= CARD_GUESSES:
        return too_often(request)
    found = Gemeente.objects.filter(slug=gemeente).first()
    if found is not None:
        set_gemeente(found.pk)
        on = values_for(found.pk, today())["kaart"]
        answer = cards.open_card(request, found, sleutel) if on else None
        if answer is not None:
            return answer
    cache.add(place, 0, CARD_WAIT)
    cache.incr(place)
    return cards.gone(request)


@open_view(
    "anybody may ask the gemeente something, also who has no account: it only takes in, and shows nothing"
)
def vraag_stellen(request: HttpRequest, gemeente: str) -> HttpResponse:
    from vliegwiel.project import open_vraag

    found = Gemeente.objects.filter(slug=gemeente).first()
    if found is None:
        raise Http404
    set_gemeente(found.pk)
    chosen = values_for(found.pk, today())
    if not chosen["vraag"]:
        raise Http404
    return open_vraag.ask(request, found, chosen) or too_often(request)


@open_view("an address of the log-in library that we do not use")
def closed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404
