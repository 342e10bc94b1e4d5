"""The pages of berichten, without a script: files given, how far it is, what came of each, what waits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import COLLEAGUES, HERE, Cast
from tests.forms import key_of, post
from tests.uitwisseling.inlezen import NOW, do_work, read, statuses
from tests.uitwisseling.maken import Bericht, Mens, Start, Toewijzing, bericht
from vliegwiel.gemeenschap.models import Instelling
from vliegwiel.kern import clock
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.models import Inzageregel, Persoon
from vliegwiel.uitwisseling.forms import uploads
from vliegwiel.uitwisseling.models import Bestand, Inlezing, Terzijde
from vliegwiel.uitwisseling.rules import bestand as limits

PAGE = f"/{HERE}/berichten/"


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    with clock.at(NOW):
        yield


def files(*berichten: Bericht | tuple[str, bytes]) -> list[SimpleUploadedFile]:
    named = [(it.naam, it.xml()) if isinstance(it, Bericht) else it for it in berichten]
    return [SimpleUploadedFile(name, content, "text/xml") for name, content in named]


def upload(client: Any, *berichten: Bericht | tuple[str, bytes]) -> Any:
    return post(client, PAGE, {"bestanden": files(*berichten)})


def text_of(client: Any, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


def test_the_whole_way_from_files_to_report(cast: Cast) -> None:
    client = cast.client_of("bas")
    assert "nog niets ingelezen" in text_of(client, PAGE)
    answer = upload(
        client, bericht(Toewijzing()), ("../../stuk.xml", b"<niet heel"), bericht(Start(nummer=9))
    )
    assert answer.status_code == 302
    inlezing = Inlezing.objects.get()
    busy = text_of(client, answer["Location"])
    assert "0 van 3 bestanden gelezen" in busy
    assert 'hx-trigger="every 2s"' in busy and "Ververs nu" in busy
    do_work(inlezing)
    done = text_of(client, answer["Location"])
    assert "hx-trigger" not in done and "1 bestand" in done
    assert statuses(inlezing) == ["met_opmerkingen", "afgekeurd", "terzijde"]
    bad = Bestand.objects.get(status="afgekeurd")
    assert bad.naam == "stuk.xml"
    assert "klopt de XML niet" in text_of(client, reverse("bestand", args=[HERE, bad.pk]))
    for name in ("inlezing_csv", "inlezing_tekst"):
        report = text_of(client, reverse(name, args=[HERE, inlezing.pk]))
        assert "stuk.xml" in report and "klopt de XML niet" in report
    assert "3 bestanden" in text_of(client, PAGE)


def test_a_file_waits_unreadable(cast: Cast) -> None:
    upload(cast.client_of("bas"), bericht(Toewijzing()))
    row = Bestand.objects.get()
    assert row.inhoud and b"Veen" not in bytes(row.inhoud) and row.grootte > 1000


@pytest.mark.parametrize("who", [*sorted(set(COLLEAGUES) - {"bas"}), "oscar", "greet", "bakker", None])
def test_only_the_backoffice_comes_in(cast: Cast, who: str | None) -> None:
    inlezing = read(cast, bericht(Toewijzing()), bericht(Start(nummer=7)))
    bestand, waits = Bestand.objects.first(), Terzijde.objects.get()
    assert bestand is not None
    client = cast.client_of(who)
    named = [("berichten", []), ("wacht", []), ("terzijde", [waits.pk]), ("inlezing", [inlezing.pk])]
    named += [(name, [inlezing.pk]) for name in ("inlezing_csv", "inlezing_tekst")]
    named += [(name, [bestand.pk]) for name in ("bestand", "bestand_csv", "bestand_tekst")]
    for name, args in named:
        status = client.get(reverse(name, args=[HERE, *args])).status_code
        assert status == (302 if who is None else 404), name


def test_a_practice_that_is_off_has_no_page(cast: Cast) -> None:
    gemeente = cast.here()
    Instelling.objects.create(gemeente=gemeente, code="berichten", waarde=False, vanaf=date(2026, 1, 1))
    client = cast.client_of("bas")
    assert client.get(PAGE).status_code == 404
    assert "Berichten" not in text_of(client, f"/{HERE}/")


# -- limits, before anything is kept


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MEGABYTE", 1024)
    monkeypatch.setattr(uploads, "MOST_FILES", 3)


def test_a_file_too_big_is_refused_and_the_others_are_read(cast: Cast, small: None) -> None:
    client = cast.client_of("bas")
    assert upload(client, ("groot.xml", b"x" * 10_300), bericht(Toewijzing())).status_code == 302
    inlezing = Inlezing.objects.get()
    assert statuses(inlezing) == ["afgekeurd", "wacht"]
    do_work(inlezing)
    assert statuses(inlezing) == ["afgekeurd", "met_opmerkingen"]
    big = Bestand.objects.get(naam="groot.xml")
    assert (big.inhoud, big.grootte) == (None, 10_300)
    assert "groter dan 10 MB" in text_of(client, reverse("bestand", args=[HERE, big.pk]))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([("a.xml", b"x")] * 4, "Dit zijn meer dan 200 bestanden"),
        ([("a.xml", b"x" * 9_000), ("b.xml", b"x" * 42_300)], None),
        ([(f"{it}.xml", b"x" * 10_000) for it in range(3)], None),
        ([], "Kies eerst een of meer bestanden"),
    ],
)
def test_too_much_at_one_time_keeps_nothing(cast: Cast, small: None, given: Any, says: str | None) -> None:
    answer = upload(cast.client_of("bas"), *given)
    if says is None:
        assert answer.status_code == 302
        return
    assert answer.status_code == 422 and says in answer.content.decode()
    assert not Inlezing.objects.exists()


def test_too_many_bytes_together_keep_nothing(
    cast: Cast, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_TOGETHER", 15)
    answer = upload(cast.client_of("bas"), ("a.xml", b"x" * 9_000), ("b.xml", b"x" * 9_000))
    assert answer.status_code == 422 and "groter dan 50 MB" in answer.content.decode()
    assert not Inlezing.objects.exists()


def test_other_forms_take_no_files_and_nothing_touches_the_disk(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("a file on the disk")

    real, kept = uploads.InMemory.file_complete, []
    monkeypatch.setattr(uploads.InMemory, "file_complete", lambda *a: kept.append(1) or real(*a))
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", never)
    client = cast.client_of("bas")
    assert client.post("/taal/", {"taal": "nl", "bestand": files(("x", b"x" * 3_000_000))}).status_code == 302
    assert not kept
    assert upload(client, ("x.xml", b"x" * 4_000_000)).status_code == 302


def test_the_same_form_twice_is_one_time(cast: Cast) -> None:
    client = cast.client_of("bas")
    key = key_of(client, PAGE)
    first, second = (
        client.post(PAGE, {"_sleutel": key, "bestanden": files(bericht(Toewijzing()))}) for _ in range(2)
    )
    assert first["Location"] == second["Location"]
    assert Bestand.objects.count() == 1


def test_a_name_says_no_number_of_a_person() -> None:
    assert limits.shown_name("C:\\map\\123456782 Jan.xml") == "********* Jan.xml"
    for text in ("123.456.782", "123 456 782", "1234_56_782"):
        assert limits.shown_name(f"wmo {text}.xml") == "wmo *********.xml"
    for text in ("2026-11-22", "20261122", "000000000001"):
        assert limits.shown_name(f"wmo {text}.xml") == f"wmo {text}.xml"
    assert limits.shown_name("a" * 300 + ".xml").endswith("aaaa.xml")
    assert len(limits.shown_name("a" * 300 + ".xml")) <= limits.LONGEST


# -- what waits


def other_day(cast: Cast) -> Terzijde:
    """Somebody we know by the same number, born on another day says the message."""
    read(cast, bericht(Toewijzing()))
    twin = Mens(geboren=date(1951, 4, 2))
    read(cast, bericht(Start(nummer=2), mens=twin, identificatie="8"))
    read(cast, bericht(Toewijzing(nummer=2), mens=twin, identificatie="9"))
    return Terzijde.objects.get(reden="geboortedatum_anders")


def test_who_it_is_is_asked_and_dezelfde_takes_it_in_with_what_waited(cast: Cast) -> None:
    row = other_day(cast)
    client = cast.client_of("bas")
    path = reverse("terzijde", args=[HERE, row.pk])
    assert path in text_of(client, reverse("wacht", args=[HERE]))
    shown = text_of(client, path)
    assert "2 april 1951" in shown and "Anna van der Veen" in shown and Mens().bsn not in shown
    assert post(client, path, {"antwoord": "zelfde"}).status_code == 302
    row.refresh_from_db()
    assert (row.uitkomst, row.cijfertekst, row.klaar_door) == ("zelfde", "", cast.medewerkers["bas"])
    assert not Terzijde.objects.filter(klaar_op=None).exists()
    assert Persoon.objects.count() == 1
    assert Voorziening.objects.get(toewijzing="2").begonnen_op == date(2026, 1, 5)
    again = client.post(path, {"antwoord": "ander", "_sleutel": key_of(client, PAGE)})
    assert again.status_code == 422 and "wacht niet meer" in again.content.decode()


def test_iemand_anders_is_somebody_new_without_the_number(cast: Cast) -> None:
    row = other_day(cast)
    post(cast.client_of("bas"), reverse("terzijde", args=[HERE, row.pk]), {"antwoord": "ander"})
    assert Persoon.objects.count() == 2
    new = Voorziening.objects.get(toewijzing="2").persoon
    assert new.geboortedatum == date(1951, 4, 2)
    assert not Terzijde.objects.filter(klaar_op=None, reden="geboortedatum_anders").exists()


def test_niet_inlezen_leaves_nothing_and_may_be_given_again(cast: Cast) -> None:
    row = other_day(cast)
    post(cast.client_of("bas"), reverse("terzijde", args=[HERE, row.pk]), {"antwoord": "niet"})
    row.refresh_from_db()
    assert (row.uitkomst, row.cijfertekst) == ("afgewezen", "")
    assert Bestand.objects.get(pk=row.bestand_id).status == "afgekeurd"
    assert not Voorziening.objects.filter(toewijzing="2").exists()


def test_whoever_looks_is_written_down(cast: Cast) -> None:
    row = other_day(cast)
    before = Inzageregel.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    text_of(cast.client_of("bas"), reverse("terzijde", args=[HERE, row.pk]))
    assert Inzageregel.objects.filter(persoon=Persoon.objects.get().pk, pk__gt=before).exists()


def test_after_the_days_of_the_gemeente_it_is_told_and_destroyed(cast: Cast) -> None:
    from vliegwiel.samenspel.models import Aandachtspunt
    from vliegwiel.samenspel.public import bring_up_to_date
    from vliegwiel.uitwisseling.actions.klok import destroy_old

    inlezing = read(cast, bericht(Start()))
    gemeente = cast.here()

    def cards(days: int) -> int:
        with clock.at(NOW + timedelta(days=days)):
            bring_up_to_date(gemeente.pk, clock.now(), "terzijde_wacht")
        return int(Aandachtspunt.objects.filter(code="terzijde_wacht", weg_op=None).count())

    assert [cards(29), cards(31)] == [0, 1]
    with clock.at(NOW + timedelta(days=31)):
        assert "wacht al lang" in text_of(cast.client_of("bas"), f"/{HERE}/")
    cast.here()
    assert destroy_old(gemeente.pk, NOW + timedelta(days=179)) == 0
    assert destroy_old(gemeente.pk, NOW + timedelta(days=181)) == 1
    assert destroy_old(gemeente.pk, NOW + timedelta(days=181)) == 0
    row = Terzijde.objects.get()
    assert (row.uitkomst, row.cijfertekst) == ("vernietigd", "")
    assert statuses(inlezing) == ["afgekeurd"]
    assert cards(181) == 0


def test_a_block_is_sent_again_alone(cast: Cast) -> None:
    client = cast.client_of("bas")
    place = upload(client, bericht(Toewijzing()))["Location"]
    part = client.get(place, headers={"HX-Request": "true", "HX-Target": "stand"}).content.decode()
    assert re.match(r"\s*<div id=\"stand\"", part) and "<html" not in part
