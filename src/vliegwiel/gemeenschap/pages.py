"""A page of one gemeente: the frame around it, built from who is looking."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext

from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.woorden import Woorden
from vliegwiel.kern import registry
from vliegwiel.kern.registry import NavItem
from vliegwiel.ui import render
from vliegwiel.ui.filters import nl
from vliegwiel.ui.sentences import sentence

Row = TypeVar("Row", bound=Model)


def page(
    request: HttpRequest,
    kijker: Kijker,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    blocks: Collection[str] = (),
) -> HttpResponse:
    """Render a page of this gemeente for this kijker, navigation and all; `blocks` can be sent again alone."""
    everywhere = {
        "frame": frame(request, kijker),
        "kijker": kijker,
        "woorden": Woorden(kijker),
        "g": kijker.gemeente.slug,
    }
    return render.page(request, template, {**everywhere, **context}, status=status, blocks=blocks)


def found(request: HttpRequest, kijker: Kijker, rows: QuerySet[Row], **look_up: Any) -> Row:
    """The one row among those the kijker may read.

    One that exists here but is not theirs to read looks the same as none at all, and is logged as refused.
    """
    row = rows.filter(**look_up).first()
    if row is not None:
        return row
    if rows.model._default_manager.filter(gemeente_id=kijker.gemeente_id, **look_up).exists():
        request.refused = "niet_leesbaar"  # type: ignore[attr-defined]
    raise Http404


def frame(request: HttpRequest, kijker: Kijker) -> dict[str, Any]:
    """What the frame shows: gemeente, navigation by role, who I am, the gemeente's own colours."""
    slug = kijker.gemeente.slug
    return {
        "gemeente_naam": kijker.gemeente.naam,
        "gemeente_url": reverse("vandaag", args=[slug]),
        "nav": _navigation(request, kijker),
        "zoek_href": reverse("zoeken", args=[slug]) if kijker.medewerker and kijker.sees_content else None,
        "wie": {
            "naam": kijker.naam,
            "onder": _under(kijker),
            "avatar_seed": str(kijker.account_id),
            "href": reverse("mijn_account", args=[slug]),
        },
        "uitloggen_href": reverse("account_logout"),
        "demo": settings.DEMO,
        "demo_href": reverse("personas") if settings.DEMO else None,
        "thema_css": theme_css(kijker.gemeente.huisstijl),
        "soort": kijker.account.soort,
    }


def _under(kijker: Kijker) -> str:
    if kijker.medewerker is None:
        return pgettext("soort account", "inwoner")
    return nl(kijker.medewerker.functie) or pgettext("soort account", "collega")


def _navigation(request: HttpRequest, kijker: Kijker) -> list[dict[str, Any]]:
    """The items of this kijker's roles; a practice that is off is nowhere on screen."""
    if kijker.medewerker is None:
        return []
    here = request.resolver_match
    found = []
    for part in registry.navigatie:
        for item in part():
            if not _is_for(item, kijker):
                continue
            href = reverse(item.url_name, args=[kijker.gemeente.slug])
            active = bool(here) and (
                request.path == href or (item.url_name != "vandaag" and request.path.startswith(href))
            )
            found.append({"tekst": sentence(item.code), "href": href, "actief": active, "icoon": item.icoon})
    return found


def _is_for(item: NavItem, kijker: Kijker) -> bool:
    if item.rollen and kijker.rollen.isdisjoint(item.rollen):
        return False
    return not (item.praktijk and not kijker.aan(item.praktijk)) and not (
        item.zonder and kijker.aan(item.zonder)
    )


def theme_css(huisstijl: dict[str, str]) -> str:
    """The gemeente's own colours as design tokens; only colours get through."""
    tokens = {name: value for name, value in huisstijl.items() if name in ("merk", "accent")}
    safe = {
        name: value
        for name, value in tokens.items()
        if len(value) == 7 and value[0] == "#" and value[1:].isalnum()
    }
    body = "".join(f"--vliegwiel-{name}:{value};" for name, value in sorted(safe.items()))
    return f".vliegwiel-theme{{{body}}}" if body else ""
