"""Closed unless marked: every view says for what purpose it is opened, or why it is open to all.

The mark names the purpose (doelbinding, AVG 5.1.b); the middleware refuses a view without one, and a
system check stops the program at start-up before it can be asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from vliegwiel.kern.codes import Purpose

__all__ = ["METHODS", "Mark", "Purpose", "mark_of", "open_to_all", "page"]

View = TypeVar("View", bound=Callable[..., object])


METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Mark:
    """How one view may be reached.

    purpose is None for open views, which carry a reason instead; `second_step` says that an open view is
    still closed to a colleague who skipped the second step. `roles` narrows to colleagues with one of
    these roles; empty means everyone who belongs to the gemeente, residents included.
    """

    purpose: Purpose | None
    reason: str = ""
    second_step: bool = False
    roles: frozenset[str] = field(default_factory=frozenset)
    praktijk: str | None = None


def page(
    purpose: Purpose, *, roles: frozenset[str] = frozenset(), praktijk: str | None = None
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Mark a view as opened for this purpose, inside one gemeente; it is called as view(request, kijker, …).

    The middleware has then found the kijker, or the view is not reached. `roles` narrows to colleagues
    with one of these roles; without it everyone who belongs to the gemeente gets in, residents included.
    """

    def attach(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def entered(request: HttpRequest, gemeente: str, **kwargs: Any) -> HttpResponse:
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            return view(request, request.kijker, **kwargs)  # type: ignore[attr-defined]

        entered.vliegwiel_mark = Mark(purpose, roles=roles, praktijk=praktijk)  # type: ignore[attr-defined]
        return entered

    return attach


def open_to_all(view: View, reason: str, *, second_step: bool = False) -> View:
    """Mark a view that needs no log-in. Used in one file only, with the reason."""
    view.vliegwiel_mark = Mark(None, reason=reason, second_step=second_step)  # type: ignore[attr-defined]
    return view


def mark_of(view: Callable[..., object]) -> Mark | None:
    """The mark of a view, or None: then it stays closed."""
    return getattr(view, "vliegwiel_mark", None)
