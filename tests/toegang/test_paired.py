"""Two worlds that differ only in something about a housemate that A may not know: A's pages are the same to the byte.

The clock stands still, both start from one household, and what is new in every answer (csrf token, nonce,
form key) is taken out. The last test plants a leak and sees the pages differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from tests.cast import Cast
from tests.ondersteuning import gezin as maker
from tests.ondersteuning.gezin import NOW, Gezin
from tests.toegang.gebeurd_hulp import HELP, HELP_READ_BY_B
from vliegwiel.kern.clock import at

pytestmark = pytest.mark.django_db
NEW_EACH_TIME = (
    re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'),
    re.compile(r'(name="_sleutel" value=")[^"]*'),
    re.compile(r'("X-CSRFToken": ?")[^"]*'),
    re.compile(r'(nonce=")[^"]*'),
    re.compile(r"(nonce-)[A-Za-z0-9_\-=+/]*"),
    re.compile(r"(X-CSRFToken&#34;: ?&#34;)[^&]*"),
)
Event = Callable[[Cast, Gezin], None]


def contact_with_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_contact(
        gezin, "Bram belde", persoon=gezin["Bram"], domein="schulden", medewerker=cast.medewerkers["samira"]
    )


def part_about_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_deel(
        gezin, "Bram wil rust", persoon=gezin["Bram"], domein="wmo", maker=cast.medewerkers["samira"]
    )


def goal_of_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_doel(gezin, "Bram lost zijn schuld af", persoon=gezin["Bram"], domein="schulden")


def afspraak_for_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_afspraak(
        gezin, "Bram belt de bank", persoon=gezin["Bram"], domein="schulden", doet=gezin["Bram"]
    )


def share_of_bs_domain(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.models import Deling

    Deling.objects.create(
        gemeente=gezin.gemeente, dossier=gezin.dossier, domein="schulden", deelt_doelen=True,
        medewerker=cast.medewerkers["mila"], waarvoor="x", grondslag="x", begindatum=NOW.date(),
        einddatum=NOW.date() + timedelta(days=30),
    )  # fmt: skip


def question_of_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.ondersteuning.models import Vraag

    Vraag.objects.create(
        gemeente=gezin.gemeente, kanaal="telefoon", woorden="Bram vraagt", persoon=gezin["Bram"],
        houder=cast.medewerkers["samira"], gesteld_op=NOW, verloopt_op=NOW.date() + timedelta(days=28),
    )  # fmt: skip


def colleague_looks_at_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.models import Inzage, Inzageregel

    me = cast.medewerkers["samira"]
    event = Inzage.objects.create(
        gemeente=gezin.gemeente, moment=NOW, spoor=UUID(int=7), account=me.account_id, medewerker=me.pk,
        deelname=me.deelname_id, route="vraag", doel="vraag", soort="vraag",
    )  # fmt: skip
    Inzageregel.objects.create(
        gemeente=gezin.gemeente, inzage=event, persoon=gezin["Bram"].pk, dossier=gezin.dossier.pk
    )


def b_objects(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.ondersteuning.models import Correctieverzoek, Vraag

    deel = maker.make_deel(gezin, "Over Bram", persoon=gezin["Bram"], domein="wmo")
    vraag = Vraag.objects.create(
        gemeente=gezin.gemeente, soort="correctie", kanaal="eigen_pagina", persoon=gezin["Bram"], dossier=gezin.dossier,
        houder=cast.medewerkers["samira"], gesteld_op=NOW, verloopt_op=NOW.date() + timedelta(days=28),
    )  # fmt: skip
    Correctieverzoek.objects.create(
        gemeente=gezin.gemeente, vraag=vraag, dossier=gezin.dossier, persoon=gezin["Bram"], plandeel=deel,
        woorden="Dit klopt niet", gevraagd_op=NOW,
    )  # fmt: skip


def b_says_back(cast: Cast, gezin: Gezin) -> None:
    maker.make_contact(
        gezin, "Bram zegt terug", persoon=gezin["Bram"], van_inwoner=True, uitkomst="nog_te_lezen"
    )


def sealed_part_about_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_deel(
        gezin, "Bram en het geheim", persoon=gezin["Bram"], verzegeld=True, maker=cast.medewerkers["samira"]
    )


def looking_back_with_b(cast: Cast, gezin: Gezin) -> None:
    maker.make_terugblik(gezin, "Bram slaapt beter", persoon=gezin["Bram"], gebeurd="Bram slaapt")


def card_for_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.ondersteuning.models import Kaart

    task = maker.make_afspraak(
        gezin,
        "Bram met de post helpen",
        persoon=gezin["Bram"],
        wie="vrijwilliger",
        medewerker=cast.medewerkers["mila"],
    )
    Kaart.objects.create(
        gemeente=gezin.gemeente, afspraak=task, sleutel="x", wie="Wil", taak="Bram helpen", voor="Bram",
        gemaakt_door=cast.medewerkers["samira"], gemaakt_op=NOW, geldig_tot=NOW.date() + timedelta(days=9),
    )  # fmt: skip


def b_keeps_a_colleague_out(cast: Cast, gezin: Gezin) -> None:
    maker.block(gezin["Bram"], cast.medewerkers["mila"])


def b_is_represented(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.models import Persoon

    helper = Persoon.objects.create(gemeente=gezin.gemeente, voornaam="Mo", achternaam="Mentor")
    maker.represents(helper, gezin["Bram"], "bewindvoerder")


def urgent_look_at_b(cast: Cast, gezin: Gezin) -> None:
    from vliegwiel.privacy.models import Spoedtoegang

    me = cast.medewerkers["mila"]
    Spoedtoegang.objects.create(
        gemeente=gezin.gemeente, dossier=gezin.dossier, medewerker=me, domein="schulden", reden="Bram is in nood",
        categorie="geweld", begonnen_op=NOW, tot=NOW + timedelta(hours=1), gemeld_aan=cast.medewerkers["lotte"],
        nakijken_voor=NOW.date(),
    )  # fmt: skip


EVENTS: tuple[Event, ...] = (
    contact_with_b, part_about_b, goal_of_b, afspraak_for_b, share_of_bs_domain, question_of_b, colleague_looks_at_b,
    b_objects, b_says_back, sealed_part_about_b, looking_back_with_b, card_for_b, b_keeps_a_colleague_out,
    b_is_represented, urgent_look_at_b, *HELP,
)  # fmt: skip
# What of these B may read: there the pages of B do change, so that it is not the event that does nothing.
READ_BY_B = (
    contact_with_b, part_about_b, goal_of_b, afspraak_for_b, question_of_b, colleague_looks_at_b, sealed_part_about_b,
    b_is_represented, *HELP_READ_BY_B,
)  # fmt: skip


def pages_of_a(cast: Cast, event: Event | None, who: str = "Anna") -> dict[str, str]:
    """A's pages in a world with this event, which is then undone. The household is made once: its ids are the same."""
    gezin = _home(cast)
    with transaction.atomic(), at(NOW):
        if event is not None:
            event(cast, gezin)
        slug = cast.here().slug
        client = maker.client_of(gezin[who].inwoner)
        addresses = {
            "vandaag": reverse("vandaag", args=[slug]),
            "wie_doet_wat": reverse("wie_doet_wat", args=[slug]),
            "eigen_plan": reverse("eigen_plan", args=[slug, gezin.dossier.pk]),
            "wie_keek_mee": reverse("wie_keek_mee", args=[slug]),
            "alles": reverse("alles_over_mij", args=[slug]),
            "alles_json": reverse("alles_json", args=[slug]),
        }
        # A's own visits write lines that A may read: each page is asked once, in the same order, in both worlds.
        found = {name: _normal(client.get(address), gezin) for name, address in addresses.items()}
        transaction.set_rollback(True)
    return found


def _home(cast: Cast) -> Gezin:
    if not hasattr(cast, "visser"):
        with at(NOW):
            cast.visser = _household(cast)  # type: ignore[attr-defined]
    return cast.visser  # type: ignore[attr-defined,no-any-return]


def _household(cast: Cast) -> Gezin:
    adults = (
        ("Anna Visser", date(1985, 5, 1)),
        ("Bram Visser", date(1984, 6, 2)),
        ("Cas Visser", date(2019, 7, 3)),
    )
    gezin = maker.make_household(cast.here(), "Familie Visser", adults)
    maker.make_address(gezin)
    maker.involve(gezin, cast.medewerkers["samira"], "schulden")
    maker.involve(gezin, cast.medewerkers["tarik"], regie="vaste_contactpersoon")
    maker.make_deel(gezin, "Anna zingt graag", persoon=gezin["Anna"])
    maker.make_deel(gezin, "Samen eten gaat goed")
    maker.make_doel(gezin, "Meer slapen", persoon=gezin["Anna"], domein="wmo")
    maker.make_afspraak(gezin, "Anna belt de school", persoon=gezin["Anna"], doet=gezin["Anna"])
    maker.make_voorziening(gezin, gezin["Anna"], eind=NOW.date() + timedelta(days=40))
    maker.resident(gezin["Anna"])
    maker.resident(gezin["Bram"])
    return gezin


def _normal(response: Any, gezin: Gezin) -> str:
    assert response.status_code == 200
    text = response.content.decode() + "\n".join(
        f"{name}: {value}" for name, value in sorted(response.headers.items())
    )
    for pattern in NEW_EACH_TIME:
        text = pattern.sub(r"\1…", text)
    return _named(text)


ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _named(text: str) -> str:
    """Each id by its turn on the page: the same object has the same turn in both worlds."""
    turns: dict[str, str] = {}
    text = re.sub(r"T-2026-\d{5}", "T-…", text)
    return ID.sub(lambda match: turns.setdefault(match.group(), f"id{len(turns)}"), text)


@pytest.fixture(autouse=True)
def _static() -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


def test_two_worlds_alike_give_the_same_pages(cast: Cast) -> None:
    assert pages_of_a(cast, None) == pages_of_a(cast, None)


def test_as_own_things_are_on_as_pages(cast: Cast) -> None:
    """Pages that stay the same because they are empty would prove nothing."""
    pages = pages_of_a(cast, None)
    for name, words in (
        ("wie_doet_wat", ["Anna belt de school"]),
        ("eigen_plan", ["Anna zingt graag", "Samen eten gaat goed", "Meer slapen"]),
        ("wie_doet_wat", ["Hulp bij het huishouden"]),
        ("alles_json", ["Anna zingt graag", "Meer slapen", "Anna belt de school", "Hulp bij het huishouden"]),
    ):
        for word in words:
            assert word in pages[name], (name, word)


@pytest.mark.parametrize("event", READ_BY_B, ids=lambda event: event.__name__)
def test_what_happens_to_b_is_on_bs_own_pages(cast: Cast, event: Event) -> None:
    assert pages_of_a(cast, None, "Bram") != pages_of_a(cast, event, "Bram")


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_what_happens_to_a_housemate_is_nowhere_on_as_pages(cast: Cast, event: Event) -> None:
    before, after = pages_of_a(cast, None), pages_of_a(cast, event)
    for name, text in before.items():
        assert after[name] == text, name


def test_a_planted_leak_is_seen(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """When filters forget whom a row is about, the pages of the two worlds differ."""
    from vliegwiel.privacy import beleid

    right = beleid._as_q

    def loose(vak: Any, dossier: Any, domein: Any, persoon: Any, shut: Any) -> Q:
        return right(vak, dossier, domein, None, shut)

    monkeypatch.setattr(beleid, "_as_q", loose)
    for event in (contact_with_b, part_about_b, goal_of_b, afspraak_for_b):
        assert pages_of_a(cast, None) != pages_of_a(cast, event), event.__name__
