"""The demo's log-in: who you can be. Exists in demo mode only; nobody else can be entered this way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from vliegwiel.kern.models import Account
from vliegwiel.project.demo.mensen import CARD
from vliegwiel.project.demo.stand import read
from vliegwiel.ui.render import page

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True)
class Persona:
    """One invented person you can be: read from the same files the demo is loaded from."""

    email: str
    naam: str
    rol: str
    organisatie: str
    zin: str
    volgorde: int
    gemeente: str
    inwoner: bool
    uiterlijk: tuple[tuple[str, Any], ...] = ()


@cache
def all_personas() -> tuple[Persona, ...]:
    """Everybody in the demo files who has a `persona`, in their order."""
    names = {row["sleutel"]: row["naam"] for row in read("organisaties")}
    found = [_persona(row, names, inwoner=False) for row in read("medewerkers") if row.get("persona")]
    found += [_persona(row, names, inwoner=True) for row in read("inwoners") if row.get("persona")]
    return tuple(sorted(found, key=lambda persona: persona.volgorde))


def _persona(row: dict[str, Any], names: dict[str, str], *, inwoner: bool) -> Persona:
    said = row["persona"]
    return Persona(
        email=row["email"].lower(),
        naam=row["naam"],
        rol="" if inwoner else row.get("functie", ""),
        organisatie="" if inwoner else names.get(row.get("organisatie", ""), ""),
        zin=said["zin"],
        volgorde=said.get("volgorde", 999),
        gemeente=row["gemeente"],
        inwoner=inwoner,
        uiterlijk=tuple((said.get("uiterlijk") or {}).items()),
    )


def accounts_of_personas() -> dict[str, Account]:
    """The stored accounts of the personas, by e-mail address."""
    emails = [persona.email for persona in all_personas()]
    return {account.email: account for account in Account.objects.filter(email__in=emails, is_active=True)}


def gemeente_names() -> list[tuple[str, str]]:
    return [(row["slug"], row["naam"]) for row in read("gemeenten")]


def personas(request: HttpRequest) -> HttpResponse:
    """Cards per gemeente: colleagues, then residents."""
    _only_in_the_demo()
    accounts = accounts_of_personas()
    groups = [
        {
            "naam": naam,
            "collegas": [
                (p, accounts[p.email]) for p in all_personas() if _here(p, slug, accounts) and not p.inwoner
            ],
            "inwoners": [
                (p, accounts[p.email]) for p in all_personas() if _here(p, slug, accounts) and p.inwoner
            ],
        }
        for slug, naam in gemeente_names()
    ]
    links = {
        "kaart": reverse("kaart", args=["lindebeek", CARD]),
        "vraag": reverse("vraag_stellen", args=["lindebeek"]),
        "berichten": reverse("proefberichten"),
    }
    return page(
        request, "project/personas.html", {"groepen": groups, "leeg_nog": not accounts, "links": links}
    )


def _here(persona: Persona, slug: str, accounts: dict[str, Account]) -> bool:
    return persona.gemeente == slug and persona.email in accounts


def enter(request: HttpRequest) -> HttpResponse:
    """Log in as one of the personas; any other account is refused."""
    _only_in_the_demo()
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    by_id = {str(account.pk): account for account in accounts_of_personas().values()}
    account = by_id.get(request.POST.get("persona", ""))
    if account is None:
        raise Http404("no persona")
    login(request, account, backend=_BACKEND)
    return redirect("begin")


def messages(request: HttpRequest) -> HttpResponse:
    """The invented messages in `berichten`, to read in: two of them are wrong on purpose."""
    _only_in_the_demo()
    folder, packed = files("vliegwiel.project.demo").joinpath("berichten"), BytesIO()
    with ZipFile(packed, "w") as into:
        for found in sorted(folder.iterdir(), key=lambda it: it.name):
            if not found.name.endswith(".xml"):
                continue
            into.writestr(ZipInfo(f"berichten/{found.name}"), found.read_bytes())
    headers = {"Content-Disposition": 'attachment; filename="berichten.zip"'}
    return HttpResponse(packed.getvalue(), content_type="application/zip", headers=headers)


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise Http404
