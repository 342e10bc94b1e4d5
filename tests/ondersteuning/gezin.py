"""A household in the tests: who lives there, who works with them, and the parts of their plan.

Rows are made straight in the database, so that a test about reading does not depend on writing. Bind the transaction to
the gemeente first (`cast.here()`): on PostgreSQL every row is checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from vliegwiel.kern.search import stems_of

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
SINCE = date(2026, 1, 12)

_numbers = count(1)


@dataclass
class Gezin:
    """One household. `personen` by first name; `dossier`, `huishouden` and `plan` are rows."""

    gemeente: Any
    dossier: Any
    huishouden: Any
    plan: Any
    personen: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, voornaam: str) -> Any:
        return self.personen[voornaam]


def make_person(gemeente: Any, naam: str, geboren: date | None = None, **fields: Any) -> Any:
    """A Persoon from a whole name ("Fatma Yilmaz")."""
    from vliegwiel.privacy.models import Persoon

    voornaam, _, achternaam = naam.partition(" ")
    return Persoon.objects.create(
        gemeente=gemeente,
        voornaam=voornaam,
        achternaam=achternaam,
        geboortedatum=geboren,
        zoektekst=stems_of(voornaam, achternaam),
        **fields,
    )


def make_household(
    gemeente: Any,
    naam: str = "Familie Yilmaz",
    personen: Any = (("Fatma Yilmaz", date(1988, 4, 2)), ("Emir Yilmaz", date(2017, 9, 1))),
    *,
    begindatum: date = SINCE,
) -> Gezin:
    """A household with a plan. `personen`: names, (name, date of birth) pairs, or Persoon rows."""
    from vliegwiel.ondersteuning.models import Huishouden, Plan
    from vliegwiel.privacy.models import Dossier

    nummer = f"T-2026-{next(_numbers):05d}"
    dossier = Dossier.objects.create(gemeente=gemeente, nummer=nummer, geopend_op=begindatum)
    huishouden = Huishouden.objects.create(
        gemeente=gemeente, dossier=dossier, naam=naam, zoektekst=stems_of(naam, nummer)
    )
    plan = Plan.objects.create(gemeente=gemeente, dossier=dossier, begonnen_op=begindatum)
    gezin = Gezin(gemeente, dossier, huishouden, plan)
    for wie in personen:
        lives(gezin, _row(gemeente, wie), begindatum=begindatum)
    return gezin


def _row(gemeente: Any, wie: Any) -> Any:
    if isinstance(wie, str):
        return make_person(gemeente, wie)
    return make_person(gemeente, *wie) if isinstance(wie, tuple) else wie


def lives(gezin: Gezin, persoon: Any, *, begindatum: date = SINCE, einddatum: date | None = None) -> Any:
    """This person belongs to the household from a day until a day."""
    from vliegwiel.privacy.models import Betrokkene

    gezin.personen[persoon.voornaam] = persoon
    return Betrokkene.objects.create(
        gemeente=gezin.gemeente,
        dossier=gezin.dossier,
        persoon=persoon,
        volgorde=len(gezin.personen) - 1,
        begindatum=begindatum,
        einddatum=einddatum,
    )


def make_address(gezin: Gezin, straat: str = "Lindelaan", *, geheim: bool = False, **fields: Any) -> Any:
    from vliegwiel.ondersteuning.models import Adres

    fields = {"huisnummer": "12", "postcode": "1234 AB", "plaats": "Lindebeek", "begindatum": SINCE, **fields}
    words = "" if geheim else stems_of(straat, fields["huisnummer"], fields["postcode"], fields["plaats"])
    return Adres.objects.create(
        gemeente=gezin.gemeente,
        huishouden=gezin.huishouden,
        dossier=gezin.dossier,
        straat=straat,
        geheim=geheim,
        zoektekst=words,
        **fields,
    )


def involve(
    gezin: Gezin,
    medewerker: Any = None,
    domein: str = "",
    *,
    team: Any = None,
    regie: str = "",
    begindatum: date = SINCE,
    einddatum: date | None = None,
    beeindigd_op: datetime | None = None,
) -> Any:
    """A colleague (or a team) works here: in a domain, or with `regie="vaste_contactpersoon"|"coordinator"`."""
    from vliegwiel.privacy.models import Betrokkenheid

    return Betrokkenheid.objects.create(
        gemeente=gezin.gemeente,
        dossier=gezin.dossier,
        medewerker=medewerker,
        team=team,
        soort=regie or "uitvoering",
        domein="" if regie else domein,
        begindatum=begindatum,
        einddatum=einddatum,
        beeindigd_op=beeindigd_op,
    )


def represents(wie: Any, voor: Any, soort: str = "gezag", **fields: Any) -> Any:
    """`wie` represents `voor` (gezag, mentor, bewindvoerder, volmacht)."""
    from vliegwiel.privacy.models import Vertegenwoordiging

    fields = {"begindatum": SINCE, **fields}
    return Vertegenwoordiging.objects.create(
        gemeente=wie.gemeente, persoon=voor, vertegenwoordiger=wie, soort=soort, **fields
    )


def resident(persoon: Any) -> Any:
    """An account and an Inwoner for this person; gives the Inwoner (`.account` logs in)."""
    from tests.cast import CREATED, _hashed
    from vliegwiel.gemeenschap.models import Inwoner
    from vliegwiel.kern.models import Account

    account = Account.objects.create(
        email=f"{persoon.pk}@inwoner.example", naam=persoon.naam, soort="inwoner", aangemaakt_op=CREATED
    )
    account.password = _hashed()
    account.save(update_fields=["password"])
    inwoner = Inwoner.objects.create(
        gemeente=persoon.gemeente, account=account, naam=persoon.voornaam, begindatum=SINCE
    )
    persoon.inwoner = inwoner
    persoon.save(update_fields=["inwoner"])
    return inwoner


def client_of(inwoner: Any) -> Any:
    """A browser in which this resident is logged in."""
    from django.test import Client

    client = Client()
    client.force_login(inwoner.account)
    return client


def block(persoon: Any, medewerker: Any, soort: str = "uitgesloten", **fields: Any) -> Any:
    from vliegwiel.privacy.models import Blokkade

    fields = {"begindatum": SINCE, **fields}
    return Blokkade.objects.create(
        gemeente=persoon.gemeente, persoon=persoon, medewerker=medewerker, soort=soort, **fields
    )


def make_deel(gezin: Gezin, tekst: str = "Emir gaat graag naar school", **fields: Any) -> Any:
    from vliegwiel.ondersteuning.models import Plandeel

    fields = {"soort": "gaat_goed", "gemaakt_op": NOW, **fields}
    return Plandeel.objects.create(gemeente=gezin.gemeente, dossier=gezin.dossier, tekst=tekst, **fields)


def make_doel(gezin: Gezin, tekst: str = "Weer rust in huis", **fields: Any) -> Any:
    from vliegwiel.ondersteuning.models import Plandoel

    fields = {"gemaakt_op": NOW, **fields}
    return Plandoel.objects.create(gemeente=gezin.gemeente, dossier=gezin.dossier, tekst=tekst, **fields)


def make_afspraak(gezin: Gezin, tekst: str = "Belt de school", **fields: Any) -> Any:
    from vliegwiel.samenspel.models import Afspraak

    fields = {"wie": "inwoner", "status": "loopt", "gemaakt_op": NOW, **fields}
    return Afspraak.objects.create(gemeente=gezin.gemeente, dossier=gezin.dossier, tekst=tekst, **fields)


def make_terugblik(gezin: Gezin, verwachting: str = "Dan slaapt iedereen beter", **fields: Any) -> Any:
    from vliegwiel.samenspel.models import Terugblik

    fields = {"kijken_op": date(2026, 6, 1), **fields}
    return Terugblik.objects.create(
        gemeente=gezin.gemeente, dossier=gezin.dossier, verwachting=verwachting, **fields
    )


def make_contact(gezin: Gezin, regel: str = "Het gaat beter met slapen", **fields: Any) -> Any:
    from vliegwiel.ondersteuning.models import Contactmoment

    fields = {"soort": "telefoon", "uitkomst": "gesproken", "moment": NOW, **fields}
    return Contactmoment.objects.create(gemeente=gezin.gemeente, dossier=gezin.dossier, regel=regel, **fields)


def make_voorziening(gezin: Gezin, persoon: Any = None, **fields: Any) -> Any:
    """Help that was assigned to somebody who lives here (the first one).

    Runs from `begindatum` until `eind`; `wet` "wmo" or "jeugd", `domein` by the act when it is not said.
    """
    from vliegwiel.ondersteuning.models import Voorziening

    wet = fields.pop("wet", "wmo")
    fields = {
        "domein": wet,
        "toewijzing": f"{next(_numbers):09d}",
        "categorie": "01" if wet == "wmo" else "45",
        "begindatum": SINCE,
        "eind": date(2026, 12, 12),
        "gewijzigd_op": NOW,
        **fields,
    }
    return Voorziening.objects.create(
        gemeente=gezin.gemeente,
        dossier=gezin.dossier,
        persoon=persoon or next(iter(gezin.personen.values())),
        wet=wet,
        **fields,
    )


def make_feit(voorziening: Any, soort: str = "toewijzing", **gegevens: Any) -> Any:
    """A fact of a provision as it is stored (rules/pakket.py)."""
    import hashlib
    from uuid import UUID

    from vliegwiel.ondersteuning.models import Voorzieningfeit

    return Voorzieningfeit.objects.create(
        gemeente=voorziening.gemeente,
        voorziening=voorziening,
        dossier=voorziening.dossier,
        soort=soort,
        hash=hashlib.sha256(repr(sorted(gegevens.items())).encode()).hexdigest(),
        gegevens=gegevens,
        bericht=UUID(int=1),
        moment=NOW,
    )
