"""Logging a contact and reading what a resident said: only where one works, once, and back to the row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import HERE, Cast
from tests.forms import key_of, post
from tests.ondersteuning.gezin import NOW, Gezin, involve, make_contact, make_household
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Concept, Schrijflog
from vliegwiel.ondersteuning.actions.contact import log_contact, mark_read
from vliegwiel.ondersteuning.models import Contactmoment
from vliegwiel.ondersteuning.refusals.contact import CannotLog, NotHere, NotYet
from vliegwiel.privacy.models import Deling, Inzage
from vliegwiel.samenspel.models import Afspraak

TAPS = {"soort": "telefoon", "uitkomst": "gesproken", "regel": "Het gaat beter"}


@pytest.fixture
def gezin(cast: Cast) -> Gezin:
    made = make_household(cast.here())
    involve(made, cast.medewerkers["samira"], "jeugd")
    return made


def where(gezin: Gezin) -> str:
    return reverse("contact", args=[HERE, gezin.dossier.pk])


def log(cast: Cast, gezin: Gezin, wie: str = "samira", **fields: Any) -> Contactmoment:
    by = cast.kijker_of(wie, purpose=Purpose.ONDERSTEUNEN)
    return log_contact(by=by, now=NOW, dossier=gezin.dossier, **{**TAPS, **fields})


def test_two_taps_and_back_to_the_row(cast: Cast, gezin: Gezin) -> None:
    answer = post(cast.client_of("samira"), where(gezin), {"soort": "bezoek", "uitkomst": "niet_bereikt"})
    cast.here()
    assert answer.status_code == 302
    list_at = reverse("mijn_mensen", args=[HERE])
    assert answer.url == f"{list_at}?bij={gezin.dossier.pk}#huishouden-{gezin.dossier.pk}"
    row = Contactmoment.objects.get()
    assert (row.soort, row.uitkomst, row.domein, row.moment) == ("bezoek", "niet_bereikt", "", NOW)
    assert row.medewerker == cast.medewerkers["samira"]


def test_the_page_offers_the_own_domain_and_no_other(cast: Cast, gezin: Gezin) -> None:
    involve(gezin, cast.medewerkers["tarik"], "schulden")
    page = cast.client_of("samira").get(where(gezin)).content.decode()
    cast.here()
    assert '<option value="jeugd" selected>' in page
    assert "schulden" not in page.lower().replace("geld en schulden", "schulden") and "Wmo" not in page


def test_from_the_plan_one_returns_to_the_plan(cast: Cast, gezin: Gezin) -> None:
    client = cast.client_of("samira")
    answer = client.post(f"{where(gezin)}?van=plan", {**TAPS, "_sleutel": key_of(client, where(gezin))})
    assert answer.url == reverse("plan", args=[HERE, gezin.dossier.pk])


def test_sent_twice_is_one_contact(cast: Cast, gezin: Gezin) -> None:
    client = cast.client_of("samira")
    sent = {**TAPS, "_sleutel": key_of(client, where(gezin))}
    first, second = client.post(where(gezin), sent), client.post(where(gezin), sent)
    cast.here()
    assert first.url == second.url
    assert Contactmoment.objects.count() == 1


def test_what_is_missing_stands_at_its_field_and_the_line_stays(cast: Cast, gezin: Gezin) -> None:
    answer = post(cast.client_of("samira"), where(gezin), {"soort": "telefoon", "regel": "Dit typte ik"})
    cast.here()
    assert answer.status_code == 422 and "Dit typte ik" in answer.content.decode()
    assert not Contactmoment.objects.exists()


def test_the_draft_is_kept_and_forgotten_once_sent(cast: Cast, gezin: Gezin) -> None:
    client = cast.client_of("samira")
    client.post(f"{reverse('concept', args=[HERE])}?plek={where(gezin)}", {"regel": "Half geschr"})
    assert "Half geschr" in client.get(where(gezin)).content.decode()
    post(client, where(gezin), TAPS)
    cast.here()
    assert not Concept.objects.exists()


def test_another_domain_is_refused_whatever_the_form_says(cast: Cast, gezin: Gezin) -> None:
    with pytest.raises(CannotLog):
        log(cast, gezin, domein="schulden")
    assert not Contactmoment.objects.exists()


@pytest.mark.parametrize("wie", ["tarik", "mila", "lotte", "wim", "ravi", "ellen"])
def test_who_is_not_involved_logs_nothing(cast: Cast, gezin: Gezin, wie: str) -> None:
    with pytest.raises(CannotLog):
        log(cast, gezin, wie)
    assert cast.client_of(wie).get(where(gezin)).status_code == 404


def test_who_reads_by_a_deling_does_not_write(cast: Cast, gezin: Gezin) -> None:
    Deling.objects.create(
        gemeente=gezin.gemeente,
        dossier=gezin.dossier,
        domein="jeugd",
        deelt_inhoud=True,
        medewerker=cast.medewerkers["mila"],
        waarvoor="meedenken",
        grondslag="x",
        begindatum=date(2026, 1, 1),
        einddatum=date(2026, 12, 31),
    )
    page = cast.client_of("mila").get(where(gezin))
    cast.here()
    assert page.status_code == 200 and 'name="uitkomst"' not in page.content.decode()
    for domein in ("jeugd", ""):
        with pytest.raises(CannotLog):
            log(cast, gezin, "mila", domein=domein)


def test_with_whom_is_somebody_who_lives_here(cast: Cast, gezin: Gezin) -> None:
    other = make_household(cast.here(), "Bakker", ["Bo Bakker"])
    assert log(cast, gezin, persoon=gezin["Emir"].pk).persoon == gezin["Emir"]
    with pytest.raises(NotHere):
        log(cast, gezin, persoon=other["Bo"].pk)


def test_when(cast: Cast, gezin: Gezin) -> None:
    post(cast.client_of("samira"), where(gezin), {**TAPS, "wanneer": "gisteren"})
    cast.here()
    assert Contactmoment.objects.get().moment.date() == (NOW - timedelta(days=1)).date()
    with pytest.raises(NotYet):
        log(cast, gezin, dag=date(2026, 3, 11))


def test_the_next_step_becomes_an_afspraak_of_my_own(cast: Cast, gezin: Gezin) -> None:
    fields = {**TAPS, "domein": "jeugd", "stap": "Bel de school", "stap_dag": "2026-03-12"}
    post(cast.client_of("samira"), where(gezin), fields)
    cast.here()
    made = Afspraak.objects.get()
    assert (made.tekst, made.status, made.domein, made.wanneer) == (
        "Bel de school",
        "loopt",
        "jeugd",
        date(2026, 3, 12),
    )
    assert made.medewerker == cast.medewerkers["samira"] and made.dossier == gezin.dossier


def test_the_log_holds_codes_and_no_words(cast: Cast, gezin: Gezin) -> None:
    log(cast, gezin, regel="Zij huilde")
    line = Schrijflog.objects.get()
    assert (line.actie, line.parameters) == (
        "contact.genoteerd",
        {"soort": "telefoon", "uitkomst": "gesproken"},
    )


def test_what_a_resident_said_is_read_in_one_tap(cast: Cast, gezin: Gezin) -> None:
    said = make_contact(gezin, "Liever dinsdag", van_inwoner=True, uitkomst="nog_te_lezen", domein="jeugd")
    client = cast.client_of("samira")
    for page in (reverse("mijn_mensen", args=[HERE]), where(gezin)):
        assert "Liever dinsdag" in client.get(page).content.decode()
    read = reverse("contact_gelezen", args=[HERE, gezin.dossier.pk, said.pk])
    answer = client.post(read, {"_sleutel": key_of(client, where(gezin))})
    cast.here()
    said.refresh_from_db()
    assert (answer.status_code, said.uitkomst) == (302, "gelezen")
    assert Schrijflog.objects.filter(actie="contact.gelezen").count() == 1
    mark_read(by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), now=NOW, contact=said)
    assert Schrijflog.objects.filter(actie="contact.gelezen").count() == 1


def test_nobody_reads_it_for_another_domain(cast: Cast, gezin: Gezin) -> None:
    said = make_contact(gezin, "Over geld", van_inwoner=True, uitkomst="nog_te_lezen", domein="schulden")
    client = cast.client_of("samira")
    read = reverse("contact_gelezen", args=[HERE, gezin.dossier.pk, said.pk])
    assert client.post(read, {"_sleutel": key_of(client, where(gezin))}).status_code == 404
    cast.here()
    with pytest.raises(CannotLog):
        mark_read(by=cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN), now=NOW, contact=said)
    said.refresh_from_db()
    assert said.uitkomst == "nog_te_lezen"


def test_the_copy_holds_what_one_sees_and_is_logged_as_a_copy(cast: Cast, gezin: Gezin) -> None:
    make_contact(gezin, "Jeugdregel", domein="jeugd", moment=NOW - timedelta(days=3))
    make_contact(gezin, "Oude regel", domein="jeugd", moment=NOW - timedelta(days=60))
    make_contact(gezin, "Schuldregel", domein="schulden", moment=NOW - timedelta(days=3))
    at = reverse("plan_kopie", args=[HERE, gezin.dossier.pk])
    page = cast.client_of("samira").get(at).content.decode()
    cast.here()
    assert "Jeugdregel" in page and "Oude regel" not in page and "Schuldregel" not in page
    assert Inzage.objects.get().soort == "kopie"
    longer = cast.client_of("samira").get(at, {"periode": "kwartaal"}).content.decode()
    cast.here()
    assert "Oude regel" in longer
    assert cast.client_of("tarik").get(at).status_code == 404
