"""A form works once, and a refusal leaves nothing behind: whether or not the action is atomic by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.db import transaction
from django.test import RequestFactory

from tests.cast import Cast
from vliegwiel.kern import once
from vliegwiel.kern.clock import now
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Formuliersleutel, Schrijflog
from vliegwiel.kern.refusals import Refusal
from vliegwiel.ui.forms import Bevestig, send

pytestmark = pytest.mark.django_db


class NotNow(Refusal):
    code = "formulier_onbekend"


def writes_and_refuses(*, by: Any, now: Any) -> None:
    record(by=by, action="proef", subject=by.medewerker, now=now)
    raise NotNow


def test_a_key_is_taken_once(cast: Cast) -> None:
    samira = cast.kijker_of("samira")
    mine: dict[str, Any] = {"by": samira, "actor": samira.account_id, "route": "/x/", "key": new_id()}
    taken = once.claim(**mine, now=now())
    assert taken is not None
    taken.resultaat = "/y/"
    taken.save(update_fields=["resultaat"])
    assert once.claim(**mine, now=now()) is None
    assert once.result_of(**mine) == "/y/"
    assert once.claim(**{**mine, "route": "/z/"}, now=now()) is not None


@pytest.mark.parametrize("act", [writes_and_refuses, transaction.atomic(writes_and_refuses)])
def test_a_refusal_leaves_nothing_and_the_form_can_be_sent_again(cast: Cast, act: Any) -> None:
    samira = cast.kijker_of("samira")
    request = RequestFactory().post("/x/", {"_sleutel": once.new_key(samira.account_id)})
    request.session = SessionStore()
    form = Bevestig(request, samira)
    before = Schrijflog.objects.count()
    assert send(request, form, act, to="/y/") is None
    assert form.non_field_errors()
    assert Schrijflog.objects.count() == before
    assert not Formuliersleutel.objects.filter(route="/x/").exists()

    def works(*, by: Any, now: Any) -> None:
        record(by=by, action="proef", subject=by.medewerker, now=now)

    again = send(request, Bevestig(request, samira), works, to="/y/")
    assert again is not None and again["Location"] == "/y/"
    assert Schrijflog.objects.count() == before + 1
