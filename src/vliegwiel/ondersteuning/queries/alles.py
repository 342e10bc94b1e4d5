"""Everything about one resident, for themselves (AVG 15 and 20): one structure, shown as a page, JSON and PDF.

Only what is about them and what is about the household as a whole; nothing of whom they live with but a first name,
and of colleagues nobody's name but that of the vaste contactpersoon and of who does an Afspraak for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from vliegwiel.ondersteuning.models import Adres, Plandeel, Plandoel
from vliegwiel.ondersteuning.queries import inwoner as queries
from vliegwiel.ondersteuning.queries.inwoner import Eigenblik
from vliegwiel.ondersteuning.queries.inzage import looks
from vliegwiel.ondersteuning.queries.koppeling import doelen_of, with_doelen
from vliegwiel.ondersteuning.queries.voorziening import own_help
from vliegwiel.privacy.public import (
    Betrokkene,
    Deling,
    Inzage,
    Onderdeel,
    Vertegenwoordiging,
    Wijziging,
    own_bsn,
    toon,
)

MOST = 5_000
Rij = dict[str, Any]


def everything(blik: Eigenblik) -> dict[str, Any]:
    """Every row about this resident. Logged as a download of each person named in it."""
    homes: list[tuple[UUID, UUID | None]] = [(it.persoon.pk, it.dossier_id) for it in blik.bewoners]
    own = blik.zelf.pk if blik.zelf else None
    alone = [(own, None)] if own and own not in {pk for pk, _ in homes} else []
    toon(blik.kijker, Inzage.Soort.DOWNLOAD, [*homes, *alone])
    mine = _of_mine(blik)
    return {
        "gemaakt_op": blik.now,
        "gemeente": blik.kijker.gemeente.naam,
        "niet_erbij": _(
            "Gegevens van anderen staan hier niet bij. Van wie bij u woont staat alleen de voornaam. "
            "Welke collega’s meewerken staat hier niet bij; u ziet organisaties bij uw afspraken en bij wie keek mee."
        ),
        "persoon": _person(blik),
        "huizen": _homes(blik),
        "vertegenwoordigd_door": _represented(blik),
        **mine,
        "hulp": own_help(blik.kijker, blik.zicht, blik.now, blik.zelf.pk) if blik.zelf else [],
        "vragen": [_vraag(it) for it in queries.vragen(blik)[:MOST]],
        "dit_klopt_niet": [_correctie(it) for it in queries.correcties(blik)[:MOST]],
        "gedeeld_met_ander_huishouden": _shared(blik),
        "wie_keek_mee": _log(blik),
    }


def _person(blik: Eigenblik) -> Rij:
    it = blik.zelf
    assert it is not None
    return {
        "voornaam": it.voornaam,
        "achternaam": it.achternaam,
        "geboortedatum": it.geboortedatum,
        "telefoon": it.telefoon,
        "email": it.email,
        "burgerservicenummer": own_bsn(blik.kijker, blik.now) or "",
        "naam_op_deze_pagina": blik.kijker.naam,
    }


def _homes(blik: Eigenblik) -> list[Rij]:
    """Where they live and lived; of where they live now also the address and who lives there, by first name."""
    lived = Betrokkene.objects.filter(gemeente_id=blik.kijker.gemeente_id, persoon=blik.zelf)
    addresses = _addresses(blik)
    return [
        {
            "van": row.begindatum,
            "tot": row.einddatum,
            "naam": _name(blik, row.dossier_id),
            "vaste_contactpersoon": _contact(blik, row.dossier_id),
            "adressen": addresses.get(row.dossier_id, []),
            "wonen_hier": _housemates(blik, row.dossier_id),
        }
        for row in lived.filter(begindatum__lte=blik.now.date()).order_by("begindatum")
    ]


def _name(blik: Eigenblik, dossier_id: UUID) -> str:
    home = blik.thuis.get(dossier_id)
    return home.naam if home else ""


def _contact(blik: Eigenblik, dossier_id: UUID) -> str:
    home = blik.thuis.get(dossier_id)
    return home.contact if home else ""


def _housemates(blik: Eigenblik, dossier_id: UUID) -> list[str]:
    rows = [it.persoon for it in blik.bewoners if it.dossier_id == dossier_id and it.persoon != blik.zelf]
    return [it.voornaam for it in rows] if any(home.dossier_id == dossier_id for home in blik.eigen) else []


def _addresses(blik: Eigenblik) -> dict[UUID, list[Rij]]:
    own = [home.dossier_id for home in blik.eigen]
    known = {"domein": None, "persoon": None, "afgesloten": None}
    may = blik.zicht.q(Onderdeel.ADRES, **known) & Q(geheim=False)  # type: ignore[arg-type]
    may |= blik.zicht.q(Onderdeel.GEHEIM_ADRES, **known) & Q(geheim=True)  # type: ignore[arg-type]
    found: dict[UUID, list[Rij]] = {}
    rows = Adres.objects.filter(may, gemeente_id=blik.kijker.gemeente_id, dossier_id__in=own)
    for it in rows.order_by("begindatum"):
        text = " ".join(filter(None, [it.straat, it.huisnummer, it.postcode, it.plaats]))
        found.setdefault(it.dossier_id, []).append({"adres": text, "van": it.begindatum, "tot": it.einddatum})
    return found


def _represented(blik: Eigenblik) -> list[Rij]:
    rows = Vertegenwoordiging.objects.filter(gemeente_id=blik.kijker.gemeente_id, persoon=blik.zelf)
    return [
        {"hoe": it.soort, "van": it.begindatum, "tot": it.einddatum} for it in rows.order_by("begindatum")
    ]


def _of_mine(blik: Eigenblik) -> dict[str, list[Rij]]:
    """Parts, goals, afspraken, contacts and looking back: about themselves or their whole household, with history."""
    assert blik.zelf is not None
    delen = list(_mine(blik, queries.delen(blik), "gemaakt_op"))
    doelen = list(_mine(blik, with_doelen(blik.kijker, queries.doelen(blik)), "gemaakt_op"))
    afspraken = list(_mine(blik, queries.afspraken(blik), "gemaakt_op"))
    contacten = list(_mine(blik, queries.contacten(blik), "moment"))
    before = _history(blik, [it.pk for it in (*delen, *doelen, *afspraken, *contacten)])
    return {
        "delen": [_deel(it) | before(it.pk) for it in delen],
        "doelen": [_doel(blik, it) | before(it.pk) for it in doelen],
        "afspraken": [_afspraak(blik, it) | before(it.pk) for it in afspraken],
        "contacten": [_contactmoment(it) | before(it.pk) for it in contacten],
    }


def _mine(blik: Eigenblik, rows: QuerySet[Any], order: str) -> Iterable[Any]:
    """Not what they may read about a child or somebody they represent: that is not about them."""
    homes = [home.dossier_id for home in blik.eigen]
    own = Q(persoon=blik.zelf) | Q(persoon__isnull=True, dossier_id__in=homes)
    return rows.filter(own).order_by(order, "pk")[:MOST]


def _history(blik: Eigenblik, objects: list[UUID]) -> Any:
    found: dict[UUID, list[Rij]] = {}
    rows = Wijziging.objects.filter(gemeente_id=blik.kijker.gemeente_id, object__in=objects)
    rows = rows.exclude(
        veld__in=("doet", "medewerker", "gever")
    )  # names of others; `wie` says who does it now
    for it in rows.order_by("moment", "pk"):
        line = {"wanneer": it.moment, "veld": it.veld, "eerst": it.voor, "daarna": it.na}
        found.setdefault(it.object, []).append(line)
    return lambda pk: {"geschiedenis": found.get(pk, [])}


def _deel(it: Plandeel) -> Rij:
    return {"soort": it.soort, "tekst": it.tekst, "wanneer": it.gemaakt_op, "vervallen": it.vervallen_op}


def _doel(blik: Eigenblik, it: Plandoel) -> Rij:
    row: Rij = {"tekst": it.tekst, "eerste_stap": it.eerste_stap, "score": it.score, "stand": it.status}
    row["wanneer"] = it.gemaakt_op
    if fits := doelen_of(it):
        row["past_bij"] = [to.naam for to in fits]
    may = blik.zicht.mag(Onderdeel.INHOUD, it.dossier_id, it.domein, it.persoon_id, it.afgesloten)
    if it.terugblik and may:
        back = it.terugblik
        what = {"op": back.kijken_op, "verwachting": back.verwachting, "gebeurd": back.gebeurd}
        row["terugblik"] = {**what, "oordeel": back.oordeel, "geleerd": back.geleerd}
    return row


def _afspraak(blik: Eigenblik, it: Any) -> Rij:
    line = queries.regel_of(blik, it)
    wie = "u" if line.bij == "zelf" else line.wie
    return {
        "tekst": it.tekst,
        "wie": wie,
        "organisatie": line.organisatie,
        "wanneer": it.wanneer,
        "stand": it.status,
        "uitkomst": it.uitkomst,
    }


def _contactmoment(it: Any) -> Rij:
    return {"wanneer": it.moment, "hoe": it.soort, "tekst": it.regel, "van_thuis": it.van_inwoner}


def _vraag(it: Any) -> Rij:
    return {
        "wanneer": it.gesteld_op,
        "soort": it.soort,
        "woorden": it.woorden,
        "eerste_advies": it.eerste_advies,
        "stand": it.status,
        "ligt_bij": it.houder_team.naam if it.houder_team else it.houder.deelname.organisatie.naam,
    }


def _correctie(it: Any) -> Rij:
    return {"wanneer": it.gevraagd_op, "woorden": it.woorden, "antwoord": it.besluit, "reden": it.reden}


def _shared(blik: Eigenblik) -> list[Rij]:
    """That something of their household is shared with another household: the kind and the days, not with whom."""
    homes = [home.dossier_id for home in blik.eigen]
    rows = Deling.objects.filter(
        gemeente_id=blik.kijker.gemeente_id, dossier_id__in=homes, naar_dossier__isnull=False
    )
    return [{"van": it.begindatum, "tot": it.einddatum} for it in rows.order_by("begindatum")]


def _log(blik: Eigenblik) -> list[Rij]:
    assert blik.zelf is not None
    seen, _ = looks(blik.kijker, [blik.zelf.pk], batch=MOST)
    return [
        {"wanneer": it.moment, "organisatie": it.organisatie, "wat": it.soort, "waarvoor": it.doel}
        for it in seen
    ]
