"""What a resident reads on their own pages, person by person, on a small family: toegang.md, rows of `inwoner`.

Fatma      mother, gezag over Emir, Nour and Sem, lives in Lindelaan
Karim      father, lives elsewhere; gezag over Emir and Nour, lost over Sem
Emir 10, Nour 14 (closed one part), Sem 17: live in Lindelaan; Emir lives at both
Riet       lived in Lindelaan until last month
Dirk       mentor of Fatma;  Bo  bewindvoerder of Fatma;  Gerda  has a volmacht of Fatma
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.cast import Cast
from tests.ondersteuning import gezin as g

pytestmark = pytest.mark.django_db

# what stands where: word on the page -> (kind, domain, about whom, closed, sealed)
WOORDEN: dict[str, tuple[str, str, str, bool, bool]] = {
    "zqhuisvrij": ("deel", "", "", False, False),
    "zqhuiswmo": ("deel", "wmo", "", False, False),
    "zqfatmageld": ("deel", "schulden", "Fatma", False, False),
    "zqfatmazorg": ("deel", "wmo", "Fatma", False, False),
    "zqfatmadicht": ("deel", "wmo", "Fatma", False, True),
    "zqemirjeugd": ("deel", "jeugd", "Emir", False, False),
    "zqnouropen": ("deel", "jeugd", "Nour", False, False),
    "zqnourdicht": ("deel", "jeugd", "Nour", True, False),
    "zqsemjeugd": ("deel", "jeugd", "Sem", False, False),
    "zqrietwmo": ("deel", "wmo", "Riet", False, False),
    "zqnourdoeldicht": ("doel", "jeugd", "Nour", True, False),
    "zqnourbeldicht": ("afspraak", "jeugd", "Nour", True, False),
    "zqemirafspraak": ("afspraak", "jeugd", "Emir", False, False),
    "zqfatmacontact": ("contact", "wmo", "Fatma", False, False),
    "zqhuisdoel": ("doel", "", "", False, False),
}
CLOSED = {"zqnourdicht", "zqnourdoeldicht", "zqnourbeldicht"}
HUIS = {"zqhuisvrij", "zqhuiswmo", "zqhuisdoel"}
EIGEN_FATMA = {"zqfatmageld", "zqfatmazorg", "zqfatmadicht", "zqfatmacontact"}
KINDEREN = {"zqemirjeugd", "zqemirafspraak", "zqnouropen"}
READS: dict[str, set[str]] = {
    "Fatma": HUIS | EIGEN_FATMA | KINDEREN,
    "Karim": set(),  # what is known in the other home comes only by a Deling
    "Nour": {"zqhuisvrij", "zqhuisdoel", "zqnouropen"} | CLOSED,
    "Sem": HUIS | {"zqsemjeugd"},
    "Emir": set(),
    "Riet": {"zqrietwmo"},
    "Dirk": HUIS | {"zqfatmazorg", "zqfatmacontact"},
    "Bo": {"zqfatmageld"},
    "Gerda": EIGEN_FATMA - {"zqfatmadicht"},
}


class Familie:
    def __init__(self, cast: Cast) -> None:
        here = cast.here()
        self.cast = cast
        born = {"Emir": date(2015, 9, 1), "Nour": date(2011, 9, 1), "Sem": date(2008, 9, 1)}
        self.huis = g.make_household(
            here,
            "Lindelaan 4",
            [("Fatma Yilmaz", date(1985, 1, 1)), *[(f"{n} Yilmaz", d) for n, d in born.items()]],
        )
        self.ander = g.make_household(
            here, "Bij Karim", [("Karim Demir", date(1984, 1, 1)), self.huis["Emir"]]
        )
        riet = g.make_person(here, "Riet Bos")
        g.lives(self.huis, riet, einddatum=date(2026, 2, 10))
        self.wie = {**self.huis.personen, "Karim": self.ander["Karim"]}
        self._represent(here)
        for word, row in WOORDEN.items():
            self._write(word, *row)
        self.inwoners = {naam: g.resident(self.wie[naam]) for naam in READS}

    def _represent(self, here: Any) -> None:
        for naam, soort in (("Dirk Vos", "mentor"), ("Bo Smit", "bewindvoerder"), ("Gerda Pot", "volmacht")):
            wie = g.make_person(here, naam)
            self.wie[wie.voornaam] = wie
            g.represents(wie, self.huis["Fatma"], soort)
        for kind in ("Emir", "Nour", "Sem"):
            g.represents(self.huis["Fatma"], self.huis[kind])
        g.represents(self.ander["Karim"], self.huis["Emir"])
        g.represents(self.ander["Karim"], self.huis["Nour"])
        g.represents(self.ander["Karim"], self.huis["Sem"], einddatum=date(2026, 2, 1))

    def _write(self, word: str, kind: str, domein: str, over: str, closed: bool, sealed: bool) -> None:
        make = {
            "deel": g.make_deel,
            "doel": g.make_doel,
            "afspraak": g.make_afspraak,
            "contact": g.make_contact,
        }
        extra = {"verzegeld": sealed} if kind == "deel" else {}
        persoon = self.huis[over] if over else None
        make[kind](self.huis, word, domein=domein, persoon=persoon, afgesloten=closed, **extra)

    def pages(self, naam: str) -> str:
        """Everything this resident finds on their own pages, following every link there; but the random keys of
        forms, in which any short word turns up some day."""
        client = g.client_of(self.inwoners[naam])
        paths = ["/lindebeek/", "/lindebeek/wie-doet-wat/", "/lindebeek/wie-doet-wat/wie-keek-mee/"]
        paths += [f"/lindebeek/wie-doet-wat/plan/{it.dossier.pk}/" for it in (self.huis, self.ander)]
        pages = "".join(client.get(path).content.decode() for path in paths)
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", pages)


@pytest.fixture
def familie(cast: Cast) -> Familie:
    return Familie(cast)


@pytest.mark.parametrize("naam", READS)
def test_a_resident_reads_what_the_table_gives(familie: Familie, naam: str) -> None:
    text = familie.pages(naam)
    assert {word for word in WOORDEN if word in text} == READS[naam]


@pytest.mark.parametrize("naam", READS)
def test_no_line_opens_that_cannot_be_read(familie: Familie, naam: str) -> None:
    """ "Dit klopt niet" on a line is found only by who reads that line."""
    from vliegwiel.ondersteuning.models import Plandeel

    client = g.client_of(familie.inwoners[naam])
    for deel in Plandeel.objects.filter(dossier=familie.huis.dossier):
        answer = client.get(f"/lindebeek/wie-doet-wat/klopt-niet/deel/{deel.pk}/")
        assert (answer.status_code == 200) == (deel.tekst in READS[naam]), deel.tekst


@pytest.mark.parametrize("naam", READS)
def test_a_download_holds_only_what_is_about_oneself(familie: Familie, naam: str) -> None:
    answer = g.client_of(familie.inwoners[naam]).get("/lindebeek/wie-doet-wat/alles.json")
    if naam == "Emir":
        assert answer.status_code == 404
        return
    own = {word for word, row in WOORDEN.items() if row[2] in (naam, "")}
    text = answer.content.decode()
    assert {word for word in WOORDEN if word in text} == READS[naam] & own - (
        HUIS if naam == "Dirk" else set()
    )
    for other in set(familie.wie) - {naam}:
        assert familie.wie[other].achternaam in (familie.wie[naam].achternaam, "") or (
            familie.wie[other].achternaam not in text
        )


def test_a_child_closes_a_part_and_opens_it_again(familie: Familie) -> None:
    from tests.forms import post
    from vliegwiel.ondersteuning.models import Plandeel

    deel = Plandeel.objects.get(tekst="zqnouropen")
    path = f"/lindebeek/wie-doet-wat/afsluiten/deel/{deel.pk}/"
    child = g.client_of(familie.inwoners["Nour"])
    assert post(child, path).status_code == 302
    assert "zqnouropen" not in familie.pages("Fatma")
    assert "zqnouropen" in familie.pages("Nour")
    assert g.client_of(familie.inwoners["Fatma"]).get(path).status_code == 404
    assert post(child, path).status_code == 302
    assert "zqnouropen" in familie.pages("Fatma")


def test_the_pages_are_there_for_residents_only(familie: Familie) -> None:
    for naam in ("samira", "ravi", "ellen"):
        client = familie.cast.client_of(naam)
        for path in ("", "klopt-niet/", "wie-keek-mee/", "alles/", "alles.json", "alles.pdf"):
            assert client.get(f"/lindebeek/wie-doet-wat/{path}").status_code == 404, (naam, path)


def test_two_homes_each_under_its_own_name(familie: Familie) -> None:
    g.lives(familie.ander, familie.wie["Sem"])
    text = g.client_of(familie.inwoners["Sem"]).get("/lindebeek/wie-doet-wat/").content.decode()
    assert "Lindelaan 4" in text and "Bij Karim" in text
    assert "Bij Karim" not in familie.pages("Fatma")


def test_no_label_and_no_colleague_but_who_does_it(familie: Familie) -> None:
    cast = familie.cast
    g.involve(familie.huis, cast.medewerkers["samira"], regie="vaste_contactpersoon")
    g.involve(familie.huis, cast.medewerkers["gijs"], "schulden")
    g.make_afspraak(familie.huis, "belt u", wie="professional", medewerker=cast.medewerkers["mila"])
    text = familie.pages("Fatma")
    assert "Samira Kaya" in text and "Mila Verhoeven" in text and "Welzijn de Brug" in text
    assert "Gijs Oomen" not in text
    for label in ("schulden", "jeugdbescherming", "wmo", ">jeugd"):
        assert label not in text.lower().replace("/klopt-niet/", "").replace("zqhuiswmo", "").replace(
            "zqrietwmo", ""
        )


def test_what_a_resident_opens_is_logged_as_their_own(familie: Familie) -> None:
    from vliegwiel.privacy.models import Inzageregel

    g.client_of(familie.inwoners["Sem"]).get("/lindebeek/wie-doet-wat/")
    rows = Inzageregel.objects.filter(inzage__account=familie.inwoners["Sem"].account_id)
    assert {row.persoon for row in rows} == {familie.wie[n].pk for n in ("Fatma", "Emir", "Nour", "Sem")}
    assert {row.inzage.soort for row in rows} == {"eigen"}


def test_a_page_costs_no_more_as_lines_are_added(familie: Familie) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = g.client_of(familie.inwoners["Sem"])
    counts = []
    for _ in range(2):
        for path in ("/lindebeek/wie-doet-wat/", f"/lindebeek/wie-doet-wat/plan/{familie.huis.dossier.pk}/"):
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            counts.append(len([it for it in asked if it["sql"].startswith(("SELECT", "INSERT"))]))
        for i in range(5):
            g.make_afspraak(familie.huis, f"nog een {i}")
            g.make_deel(familie.huis, f"nog een deel {i}")
    print(counts)
    assert counts[:2] == counts[2:]


def test_everything_about_me_as_a_pdf_and_refused_when_the_account_ended(familie: Familie) -> None:
    client = g.client_of(familie.inwoners["Fatma"])
    shown = client.get("/lindebeek/wie-doet-wat/alles.pdf")
    assert shown.status_code == 403 or shown.content.startswith(b"%PDF")  # 403: no libraries for a PDF here
    familie.inwoners["Fatma"].einddatum = date(2026, 3, 9)
    familie.inwoners["Fatma"].save()
    for kind in ("json", "pdf"):
        assert client.get(f"/lindebeek/wie-doet-wat/alles.{kind}").status_code == 404
