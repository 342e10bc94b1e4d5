"""Vliegwiel with three lies in it, each in a quarter of the writes: what the kill rig must find out.

`kwijt`: a write is acknowledged and not committed. `dubbel`: a form sent twice works twice. `zonder_log`: no line.
Which writes tell which lie is decided by the number at the end of their mark. Served by gunicorn in the rig only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any
from unittest import mock

from django.http import HttpRequest, HttpResponse

LIES = {1: "kwijt", 2: "dubbel", 3: "zonder_log"}
LAST_NUMBER = re.compile(r"^proef-.*-(\d+)$")
_lie: ContextVar[str] = ContextVar("leugen", default="")


def lie_of(mark: str) -> str:
    """The lie told about the write with this mark; none about every fourth."""
    found = LAST_NUMBER.match(mark)
    return LIES.get(int(found.group(1)) % 4, "") if found else ""


class Lying:
    """Middleware inside the transaction of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        from django.db import transaction

        marks = [str(value) for value in request.POST.values()] if request.method == "POST" else []
        _lie.set(next((lie for mark in marks if (lie := lie_of(mark))), ""))
        response = self.get_response(request)
        if _lie.get() == "kwijt" and response.status_code == 302:
            transaction.set_rollback(True)
        return response


def lying_application() -> Any:
    """The real application, with the lies put in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vliegwiel.project.settings")
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.rigs.kill_leugenaar.Lying"]
    application = get_wsgi_application()
    from vliegwiel.kern import once
    from vliegwiel.kern.ids import new_id
    from vliegwiel.kern.models import Schrijflog

    claim, create = once.claim, Schrijflog.objects.create

    def claim_again(**given: Any) -> Any:
        return claim(**{**given, "key": new_id()} if _lie.get() == "dubbel" else given)

    def keep_silent(**given: Any) -> Schrijflog:
        return Schrijflog(**given) if _lie.get() == "zonder_log" else create(**given)

    mock.patch.object(once, "claim", claim_again).start()
    mock.patch.object(Schrijflog.objects, "create", keep_silent).start()
    return application


def __getattr__(name: str) -> Any:
    """gunicorn asks for `application`; who only reads this module starts nothing."""
    if name == "application":
        return lying_application()
    raise AttributeError(name)
