"""The wall: who works or speaks for an organisation that may bid meets no word of a draft, on any address there is.

Asked are every address of the house that can be filled in here, by GET and by POST, in each state; looked at are
bodies, headers, the DOCX, what is found, what is on Vandaag, mails, and what the bidder changed (nothing). The same
walk by who does sit at the table hears every word, else this would prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils.http import urlencode

from tests.cast import HERE, Cast
from tests.opdracht.speelveld import ASKED, BIDDERS, DRAFT, KOP, TEKST, TITEL, Speelveld, lay_out
from tests.samenspel.table import START, on
from vliegwiel.gemeenschap.models import Inwoner, Medewerker, Roltoekenning
from vliegwiel.kern import clock, registry
from vliegwiel.kern.models import Uitgaand
from vliegwiel.opdracht import actions, queries
from vliegwiel.opdracht.models import MogelijkeInschrijver, Opdrachtterugblik, Paragraaf
from vliegwiel.project.checks import all_patterns
from vliegwiel.samenspel import actions as at_table
from vliegwiel.samenspel.models import Aandachtspunt, Partij, Zetel
from vliegwiel.samenspel.refusals import CannotPublish

pytestmark = pytest.mark.django_db
VERWACHTING = "zqverwachtingwoord"
WORDS = (*DRAFT, VERWACHTING)
NEAR = ("/opdracht/", "/zoeken/")  # for who is not before the wall: the pages where it would stand
PART = re.compile(r"<(?:\w+:)?(\w+)>")
CLOSED: dict[str, Callable[[Speelveld], Any]] = {
    "concept": lambda veld: None,
    "ligt_voor": lambda veld: veld.lay_before(),
    "weer_concept": lambda veld: (veld.lay_before(), veld.retract()),
    "vastgesteld": lambda veld: veld.adopt(),
}


@pytest.fixture
def veld(cast: Cast) -> Speelveld:
    """A besloten table at which bidders sit too; paragraphs that rest on words of the table."""
    found = lay_out(cast)
    said = found.table.say("bakker", found.table.gesprek(), "Ik moest het vijf keer vertellen.", delen="naam")
    found.write("Rust op", "Woorden.", uitspraken=[said])
    return found


def _policy_role(veld: Speelveld, naam: str) -> None:
    """A bidder's colleague with the role of who writes: the role opens nothing."""
    Roltoekenning.objects.create(
        gemeente_id=veld.opgave.gemeente_id,
        medewerker=veld.cast.medewerkers[naam],
        rol="strateeg",
        begindatum=on(-30),
    )


def _with_a_look_back(veld: Speelveld) -> None:
    if queries.status_of(veld.fresh()) in ("vastgesteld", "open"):
        given = {"opdracht": veld.opdracht, "verwachting": VERWACHTING, "kijken_op": on(10)}
        veld.does("wim", actions.expect_of_opdracht, **given)


def addresses(veld: Speelveld) -> Iterator[str]:
    """Every address of the house whose parts are known here, and search for each word of the draft."""
    it = veld.fresh()
    known = {
        "gemeente": HERE,
        "opgave_id": it.opgave_id,
        "opdracht_id": it.pk,
        "inschrijver_id": veld.inschrijver.pk,
        "tafel_id": veld.table.tafel.pk,
        "voorstel_id": it.voorstel_id,
    }
    paragraphs = list(Paragraaf.objects.filter(opdracht_id=it.pk).values_list("pk", flat=True))
    looks = list(Opdrachtterugblik.objects.filter(opdracht_id=it.pk).values_list("terugblik_id", flat=True))
    for route, _ in all_patterns():
        names = PART.findall(route)
        if "(?P<" in route or not route.startswith("<slug:gemeente>"):
            continue
        for more in [{"paragraaf_id": pk} for pk in paragraphs] if "paragraaf_id" in names else [{}]:
            values = {**known, "terugblik_id": looks[0] if looks else None, **more}
            if all(values.get(name) for name in names):
                yield "/" + PART.sub(lambda found, values=values: str(values[found.group(1)]), route)
    for word in WORDS:
        yield f"/{HERE}/zoeken/?{urlencode({'q': word})}"


def _text(response: Any) -> str:
    body = b"".join(response) if response.streaming else response.content
    if body[:2] == b"PK":  # a DOCX: everything in it
        with ZipFile(BytesIO(body)) as packed:
            body = b" ".join(packed.read(name) for name in packed.namelist())
    return body.decode(errors="replace") + str(dict(response.headers))


def heard(
    veld: Speelveld, naam: str, *, post: bool = True, only: tuple[str, ...] = ("/",)
) -> dict[str, set[str]]:
    """word → the addresses (with one of `only` in them) where this person meets it."""
    client = veld.cast.client_of(naam, raise_request_exception=False)
    found: dict[str, set[str]] = {word: set() for word in WORDS}
    for address in [it for it in addresses(veld) if any(part in it for part in only)]:
        answers = [client.get(address)] + ([client.post(address, {"tekst": "x"})] if post else [])
        veld.cast.here()
        asked = address.split("q=")[-1] if "zoeken" in address else ""
        for response in answers:
            assert response.status_code < 500 or "/opdracht/" not in address, address
            text = _text(response)
            for word in WORDS:
                # Search shows the question itself again, in its field and its title.
                if word in (text.replace(word, "") if word == asked else text):
                    found[word].add(address)
    return found


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize("naam", BIDDERS)
def test_a_bidder_meets_no_word_of_a_draft(veld: Speelveld, naam: str, state: str) -> None:
    """Also with a seat at the very table, mandaat, and the role of who writes."""
    _policy_role(veld, naam)
    CLOSED[state](veld)
    _with_a_look_back(veld)
    before = list(Paragraaf.objects.order_by("pk").values())
    with veld.table.on_day(20):
        assert {word: where for word, where in heard(veld, naam).items() if where} == {}
    assert list(Paragraaf.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("state", CLOSED)
def test_who_may_read_it_hears_every_word(veld: Speelveld, state: str) -> None:
    CLOSED[state](veld)
    _with_a_look_back(veld)
    met = heard(veld, "wim", post=False, only=NEAR)
    expected = WORDS if state == "vastgesteld" else DRAFT
    assert [word for word in expected if not met[word]] == []
    assert veld.path("docx/") in met[TEKST]


def test_a_resident_who_sits_there_reads_it_too(veld: Speelveld) -> None:
    assert veld.path() in heard(veld, "bakker", post=False, only=NEAR)[TEKST]


@pytest.mark.parametrize(
    "naam", ["samira", "gijs", "marijke", "ton", "ravi", "ellen", "bas", "piet", "oscar"]
)
def test_who_does_not_sit_there_reads_no_draft(veld: Speelveld, naam: str) -> None:
    assert {word: where for word, where in heard(veld, naam, only=NEAR).items() if where} == {}


def test_once_open_everybody_reads_it_at_once(veld: Speelveld) -> None:
    veld.open()
    for naam in (*BIDDERS, "samira", "marijke"):
        met = heard(veld, naam, post=False, only=NEAR)
        for word in DRAFT:
            assert {veld.path(), veld.path("docx/")} <= met[word], (naam, word)
        assert f"/{HERE}/zoeken/?q={TEKST}" not in met[TEKST]  # shows the title, not the text
        assert f"/{HERE}/zoeken/?q={TEKST}" in met[TITEL]


@pytest.mark.parametrize("naam", ["ton", "ravi", "ellen", "bas", "piet", "oscar"])
def test_also_open_it_is_not_for_who_has_no_content(veld: Speelveld, naam: str) -> None:
    veld.open()
    assert {word: where for word, where in heard(veld, naam, only=NEAR).items() if where} == {}


def test_who_speaks_for_a_bidder_stands_before_the_wall_wherever_they_work(veld: Speelveld) -> None:
    """A resident with a seat for the organisation, and a colleague of the gemeente who sits for it."""
    party = Partij.objects.get(tafel=veld.table.tafel, deelname=veld.inschrijver.deelname)
    for naam in ("bakker", "fatima"):
        assert _reads(veld, naam)
        Zetel.objects.filter(pk=veld.table.zetels[naam].pk).update(partij=party)
        assert not _reads(veld, naam)


def test_who_speaks_for_a_bidder_in_another_hat_stands_before_the_wall_too(veld: Speelveld) -> None:
    """Fatima lives here as well, and sits for the organisation as a resident: her own account reads no draft."""
    party = Partij.objects.get(tafel=veld.table.tafel, deelname=veld.inschrijver.deelname)
    Inwoner.objects.filter(pk=veld.cast.inwoners["bakker"].pk).update(account=veld.cast.accounts["fatima"])
    assert _reads(veld, "fatima")
    Zetel.objects.filter(pk=veld.table.zetels["bakker"].pk).update(partij=party)
    assert not _reads(veld, "fatima")


def test_who_goes_to_work_for_a_bidder_reads_no_further(veld: Speelveld) -> None:
    """The account stays the same, and so does the seat."""
    fatima = veld.cast.medewerkers["fatima"]
    assert _reads(veld, "fatima")
    Medewerker.objects.filter(pk=fatima.pk).update(deelname=veld.inschrijver.deelname)
    assert not _reads(veld, "fatima")


def _reads(veld: Speelveld, naam: str, day: int = 0) -> bool:
    with clock.at(START + timedelta(days=day)):
        veld.cast.here()
        kijker = veld.cast.kijker_of(naam)
        return queries.opdrachten(kijker, clock.today()).filter(pk=veld.opdracht.pk).exists()


def test_the_last_day_still_counts_and_a_day_to_come_counts_already(veld: Speelveld) -> None:
    reason = {"reden": "schrijft_niet_in"}
    veld.does("fatima", actions.unmark_bidder, inschrijver=veld.inschrijver, **reason)
    assert not _reads(veld, "mila")
    assert _reads(veld, "mila", day=1)
    MogelijkeInschrijver.objects.filter(pk=veld.inschrijver.pk).update(begindatum=on(40), einddatum=None)
    assert not _reads(veld, "mila")


def test_a_bidder_decides_nothing_about_who_may_bid(veld: Speelveld) -> None:
    _policy_role(veld, "joke")
    for act, given in (
        (actions.unmark_bidder, {"inschrijver": veld.inschrijver, "reden": "schrijft_niet_in"}),
        (actions.start_opdracht, {"opgave": veld.opgave, "tafel": veld.table.tafel, "titel": "van ons"}),
        (actions.lay_before, {"opdracht": veld.opdracht}),
    ):
        with pytest.raises(Exception, match="niet_schrijven"):
            veld.does("joke", act, **given)


def test_the_voorstel_asks_only_who_may_read_it_and_holds_nothing_of_it(veld: Speelveld) -> None:
    voorstel = veld.lay_before()
    asked = {
        row.zetel.naam for row in voorstel.gevraagden.select_related("zetel__medewerker", "zetel__inwoner")
    }
    assert asked == {"Wim Terpstra", "Fatima El Idrissi", "mevrouw Bakker"}
    text = voorstel.titel + voorstel.versies.get().tekst
    assert [word for word in (*WORDS, "Waartoe") if word in text] == []
    assert "(4 paragrafen)" in text


def test_the_writer_chooses_whom_of_them_to_ask_and_never_a_bidder(veld: Speelveld) -> None:
    chosen = [veld.table.zetels[naam] for naam in ("wim", "joke")]
    voorstel = veld.does("wim", actions.lay_before, opdracht=veld.opdracht, gevraagd=chosen)
    assert {row.zetel_id for row in voorstel.gevraagden.all()} == {veld.table.zetels["wim"].pk}


def test_who_speaks_for_a_bidder_in_another_hat_is_not_asked(veld: Speelveld) -> None:
    """Fatima has her own seat, and another as a resident, for the organisation that may bid."""
    party = Partij.objects.get(tafel=veld.table.tafel, deelname=veld.inschrijver.deelname)
    Inwoner.objects.filter(pk=veld.cast.inwoners["bakker"].pk).update(account=veld.cast.accounts["fatima"])
    Zetel.objects.filter(pk=veld.table.zetels["bakker"].pk).update(partij=party)
    assert {seat.naam for seat in queries.seats_to_ask(veld.fresh(), START.date())} == {"Wim Terpstra"}


@pytest.mark.parametrize("naam", ["wim", "joke"])
def test_the_voorstel_of_an_opdracht_gets_no_other_words(veld: Speelveld, naam: str) -> None:
    """Its text is the opdracht: other words beside it would lose what everybody answered. Also of who may not know."""
    voorstel = veld.lay_before()
    with pytest.raises(CannotPublish, match="tekst_staat_elders"):
        veld.does(naam, at_table.publish_versie, voorstel=voorstel, gebaseerd_op=1, tekst="iets anders")
    page = veld.cast.client_of("wim").get(f"/{HERE}/voorstellen/{voorstel.pk}/").content.decode()
    assert f'href="{veld.path()}"' in page and "Lees de opdracht" in page
    assert "Schrijf een nieuwe versie" not in page


def test_nothing_waits_for_a_bidder_on_vandaag_or_in_a_mail(veld: Speelveld) -> None:
    veld.adopt()
    _with_a_look_back(veld)
    with veld.table.on_day(20):
        for part in registry.klok:
            part(veld.opgave.gemeente_id, clock.now())
        rows = Aandachtspunt.objects.filter(code="opdracht_terugkijken")
        names = {row.medewerker.naam for row in rows.select_related("medewerker")}
        assert names == {"Wim Terpstra", "Fatima El Idrissi", "Hanneke Roos"}
        mails = str(list(Uitgaand.objects.values()))
        assert [word for word in WORDS if word in mails] == []
        assert TITEL in veld.cast.client_of("wim").get(f"/{HERE}/").content.decode()
        assert TITEL not in veld.cast.client_of("joke").get(f"/{HERE}/").content.decode()


def test_a_mark_after_the_card_takes_the_card_away(veld: Speelveld) -> None:
    """The klok made a card for who could still read; the wall holds before its next turn."""
    MogelijkeInschrijver.objects.all().delete()
    veld.adopt(answers=(*ASKED, *BIDDERS))
    _with_a_look_back(veld)
    with veld.table.on_day(20):
        for part in registry.klok:
            part(veld.opgave.gemeente_id, clock.now())
        client = veld.cast.client_of("joke")
        assert TITEL in client.get(f"/{HERE}/").content.decode()
        veld.cast.here()
        brug = veld.inschrijver.deelname
        veld.does("fatima", actions.mark_bidder, opgave=veld.opgave, deelname=brug)
        assert TITEL not in client.get(f"/{HERE}/").content.decode()


def test_the_wall_is_said_in_words(veld: Speelveld) -> None:
    told = f"/{HERE}/opdracht/opgaven/{veld.opgave.pk}/"
    assert "Welzijn de Brug" in veld.cast.client_of("wim").get(told).content.decode()
    page = veld.cast.client_of("joke").get(told).content.decode()
    assert "je werkt voor een organisatie die kan inschrijven" in page
    assert str(veld.opdracht.pk) not in page


def test_an_opdracht_before_the_wall_looks_as_if_there_is_none(veld: Speelveld) -> None:
    client = veld.cast.client_of("joke")
    there = client.get(veld.path())
    nowhere = client.get(veld.path().replace(str(veld.opdracht.pk), str(veld.opgave.pk)))
    assert there.status_code == nowhere.status_code == 404


def test_what_is_off_is_nowhere(veld: Speelveld) -> None:
    from vliegwiel.gemeenschap.models import Instelling

    Instelling.objects.create(
        gemeente_id=veld.opgave.gemeente_id, code="praktijk.opdracht", waarde=False, vanaf=on(-1)
    )
    assert {word: where for word, where in heard(veld, "wim").items() if where} == {}
    assert KOP not in veld.cast.client_of("wim").get(veld.path("docx/")).content.decode(errors="replace")


def test_a_seat_ended_is_no_reading(veld: Speelveld) -> None:
    assert _reads(veld, "fatima")
    veld.does("wim", at_table.end_seat, zetel=veld.table.zetels["fatima"])
    assert not _reads(veld, "fatima", day=1)


def test_a_bidder_with_mandaat_adopts_unread_and_still_reads_nothing(veld: Speelveld) -> None:
    """As ADR 0045 says: any seat with mandaat adopts; that opens nothing."""
    voorstel = veld.lay_before()
    for naam in ASKED:
        veld.table.answer(naam, voorstel)
    veld.table.adopt("joke", voorstel)
    assert queries.status_of(veld.fresh()) == "vastgesteld"
    assert not _reads(veld, "joke")
