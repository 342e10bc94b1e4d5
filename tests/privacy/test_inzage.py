"""Who saw whom is written before the answer leaves; what cannot be written is not read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext, override_settings

from tests.cast import Cast
from tests.privacy.conftest import START
from tests.privacy.proefbladzijden import DE_WIT, DOSSIER, JANSEN
from vliegwiel.kern.marks import Purpose
from vliegwiel.privacy.models import Inzage, Inzageregel
from vliegwiel.privacy.public import collecting, toon

pytestmark = pytest.mark.usefixtures("_pages")


@pytest.fixture
def _pages() -> Any:
    with override_settings(ROOT_URLCONF="tests.privacy.proefbladzijden"):
        yield


def ask(cast: Cast, page: str) -> Any:
    response = cast.client_of("samira").get(f"/lindebeek/proef/{page}/")
    cast.here()
    return response


def lines() -> list[tuple[str, Any, Any]]:
    rows = Inzageregel.objects.select_related("inzage").order_by("pk")
    return [(row.inzage.soort, row.persoon, row.dossier) for row in rows]


BOTH = [(JANSEN, DOSSIER), (DE_WIT, DOSSIER)]


def test_a_page_writes_one_event_per_kind_and_one_row_per_person(cast: Cast) -> None:
    assert ask(cast, "twee").status_code == 200
    assert lines() == [("plan", JANSEN, DOSSIER), ("plan", DE_WIT, DOSSIER), ("zoeken", DE_WIT, None)]
    samira = cast.medewerkers["samira"]
    for event in Inzage.objects.all():
        assert (event.account, event.medewerker, event.deelname) == (
            samira.account_id,
            samira.pk,
            samira.deelname_id,
        )
        assert (event.route, event.doel, event.moment) == ("proef_twee", "ondersteunen", START)
    assert len(set(Inzage.objects.values_list("spoor", flat=True))) == 1


def test_a_page_without_people_writes_nothing(cast: Cast) -> None:
    assert ask(cast, "niemand").status_code == 200
    assert not Inzage.objects.exists()


@pytest.mark.parametrize(("page", "status"), [("fout", 422), ("weg", 404), ("stroom", 200), ("bestand", 200)])
def test_whatever_the_answer_is_the_line_is_there(cast: Cast, page: str, status: int) -> None:
    response = ask(cast, page)
    assert response.status_code == status
    assert [pair[1:] for pair in lines()] == BOTH
    response.close()


def test_the_line_is_there_before_the_first_byte(cast: Cast) -> None:
    response = ask(cast, "stroom")
    assert Inzageregel.objects.count() == 2
    assert b"".join(response.streaming_content) == b"Jansen De Wit"


def test_who_reads_people_only_while_streaming_fails(cast: Cast) -> None:
    response = ask(cast, "laat")
    with pytest.raises(RuntimeError, match="nobody collects"):
        list(response.streaming_content)


@pytest.mark.parametrize("page", ["twee", "fout", "stroom", "bestand"])
def test_what_cannot_be_written_is_not_read(cast: Cast, page: str, caplog: pytest.LogCaptureFixture) -> None:
    def broken(execute: Any, sql: str, *rest: Any) -> Any:
        if "privacy_inzageregel" in sql:
            raise DatabaseError("Jansen")
        return execute(sql, *rest)

    with connection.execute_wrapper(broken):
        response = ask(cast, page)
    assert response.status_code == 503
    body = response.content.decode()
    assert "Jansen" not in body and "De Wit" not in body and "opgeschreven" in body
    assert "X-Wie" not in response.headers and "wie" not in response.cookies
    assert response.headers["Content-Type"].startswith("text/html")
    assert not Inzage.objects.exists(), "the event went with its lines"
    assert "Jansen" not in caplog.text


def test_it_costs_two_inserts(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as watched:
        ask(cast, "fout")
    inserts = [query["sql"] for query in watched if 'INSERT INTO "privacy' in query["sql"]]
    written = re.findall(r'INSERT INTO "(privacy_\w+)"', " ".join(inserts))
    assert written == ["privacy_inzage", "privacy_inzageregel"]
    assert len(inserts) == (1 if connection.vendor == "postgresql" else 2)


def test_outside_a_request_somebody_must_collect(cast: Cast) -> None:
    kijker = cast.kijker_of("samira", purpose=Purpose.ONDERSTEUNEN)
    with pytest.raises(RuntimeError):
        toon(kijker, Inzage.Soort.DOWNLOAD, BOTH)
    with collecting(route="uitdraai"):
        toon(kijker, Inzage.Soort.DOWNLOAD, BOTH)
        assert not Inzage.objects.exists()
    assert [pair[1:] for pair in lines()] == BOTH
    assert Inzage.objects.get().route == "uitdraai"


def test_a_resident_is_written_as_nobody_of_the_gemeente(cast: Cast) -> None:
    cast.client_of("bakker").get("/lindebeek/proef/twee/")
    cast.here()
    assert {(row.medewerker, row.deelname) for row in Inzage.objects.all()} == {(None, None)}
