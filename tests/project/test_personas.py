"""The demo's log-in: only as one of the invented people, and only in the demo."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404
from django.test import RequestFactory

from tests.cast import CREATED, Cast
from vliegwiel.kern.models import Account
from vliegwiel.project.demo import views


def asking(account_id: object, method: str = "post") -> Any:
    request = getattr(RequestFactory(), method)("/demo/als/", {"persona": str(account_id)})
    request.session = SessionStore()
    return request


@pytest.fixture
def samira(db: None) -> Account:
    return Account.objects.create(
        email="samira.kaya@lindebeek.example", naam="Samira Kaya", aangemaakt_op=CREATED
    )


def test_a_persona_comes_in(samira: Account, settings: Any) -> None:
    settings.DEMO = True
    request = asking(samira.pk)
    assert views.enter(request).status_code == 302
    assert request.session["_auth_user_id"] == str(samira.pk)


@pytest.mark.parametrize("value", ["", "x", "01a20042-f64f-7754-9eb3-8f914f1f0c78"])
def test_nobody_else_does(samira: Account, settings: Any, value: str) -> None:
    settings.DEMO = True
    with pytest.raises(Http404):
        views.enter(asking(value))


def test_an_account_that_was_invited_in_the_demo_is_no_persona(cast: Cast, settings: Any) -> None:
    settings.DEMO = True
    with pytest.raises(Http404):
        views.enter(asking(cast.accounts["ravi"].pk))


def test_coming_in_is_a_post(samira: Account, settings: Any) -> None:
    settings.DEMO = True
    assert views.enter(asking(samira.pk, "get")).status_code == 405


def test_outside_the_demo_there_is_nothing(samira: Account) -> None:
    with pytest.raises(Http404):
        views.enter(asking(samira.pk))


def test_everybody_in_the_files_has_a_line_to_read() -> None:
    people = views.all_personas()
    assert len(people) >= 14
    assert all(person.zin and person.naam and (person.inwoner or person.rol) for person in people)
