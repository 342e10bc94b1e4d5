"""Who lives in a household changes: somebody comes, leaves, dies; where they live; who may speak for whom.

Each action asks the policy again: only who works with this household writes here. The household's row is locked first,
so that two colleagues at once do not let the same person in twice.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.kern.periode import Periode
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.actions.huishouden import new_persoon
from vliegwiel.ondersteuning.actions.voorziening_verhuizen import move_help
from vliegwiel.ondersteuning.models import Adres, Huishouden
from vliegwiel.ondersteuning.queries.huishouden import adressen_of, household
from vliegwiel.ondersteuning.refusals.huishouden import CannotChange, WrongTurn
from vliegwiel.ondersteuning.rules.zoeken import address_words
from vliegwiel.privacy.public import (
    Betrokkene,
    Onderdeel,
    Persoon,
    Vertegenwoordiging,
    Zicht,
    blocked_persons,
    personen,
    record_wijzigingen,
)

_PERSON = ("voornaam", "achternaam", "geboortedatum", "telefoon", "email")


def _opened(by: Kijker, dossier_id: UUID, now: datetime) -> tuple[Huishouden, Zicht]:
    """The household, locked, when this colleague keeps who lives there.

    Raises:
        CannotChange: it is not theirs.
    """
    found = household(by, dossier_id, now)
    if found is None:
        raise CannotChange
    row = Huishouden.objects.select_for_update().get(gemeente_id=by.gemeente_id, pk=found[0].pk)
    return row, found[1]


def _write_down(by: Kijker, now: datetime, dossier: UUID, subject: Any, **fields: tuple[Any, Any]) -> None:
    record_wijzigingen(by=by, dossier_id=dossier, domein="", subject=subject, velden=fields, now=now)


@transaction.atomic
def add_bewoner(
    *,
    by: Kijker,
    now: datetime,
    dossier_id: UUID,
    begindatum: date,
    persoon: Persoon | None = None,
    **fields: Any,
) -> Betrokkene:
    """Somebody comes to live here: somebody new, or somebody we know (a child may have two homes).

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: persoon_onbekend, woont_er_al.
    """
    huishouden, _ = _opened(by, dossier_id, now)
    if persoon is not None:
        _require_known(by, now, persoon)
        _require_not_here(by, dossier_id, persoon, begindatum)
    rows = Betrokkene.objects.filter(gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    last = rows.aggregate(last=Max("volgorde"))["last"]
    row: Betrokkene = Betrokkene.objects.create(
        gemeente_id=by.gemeente_id,
        dossier_id=huishouden.dossier_id,
        persoon=persoon or new_persoon(by, fields),
        volgorde=0 if last is None else last + 1,
        begindatum=begindatum,
    )
    _write_down(by, now, dossier_id, row, begindatum=("", begindatum))
    if persoon is not None:
        move_help(by=by, now=now, persoon_id=persoon.pk)
    record(by=by, action="bewoner.erbij", subject=row, now=now, dossier=str(dossier_id))
    return row


def _require_known(by: Kijker, now: datetime, persoon: Persoon) -> None:
    """Only somebody this colleague may know, and who did not keep them out."""
    known = personen(by, now).filter(pk=persoon.pk).exists()
    if not known or blocked_persons(by, day_of(now)).filter(persoon_id=persoon.pk).exists():
        raise WrongTurn("persoon_onbekend", "wie")


def _require_not_here(by: Kijker, dossier_id: UUID, persoon: Persoon, begindatum: date) -> None:
    rows = Betrokkene.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gte=begindatum),
        gemeente_id=by.gemeente_id,
        dossier_id=dossier_id,
        persoon_id=persoon.pk,
    )
    if rows.exists():
        raise WrongTurn("woont_er_al", "begindatum", naam=persoon.voornaam)


def _bewoner(by: Kijker, dossier_id: UUID, betrokkene_id: UUID) -> Betrokkene:
    rows = Betrokkene.objects.filter(gemeente_id=by.gemeente_id, dossier_id=dossier_id, pk=betrokkene_id)
    row = rows.select_related("persoon").first()
    if row is None:
        raise WrongTurn("persoon_onbekend")
    return row


@transaction.atomic
def end_stay(
    *, by: Kijker, now: datetime, dossier_id: UUID, betrokkene_id: UUID, einddatum: date
) -> Betrokkene:
    """Somebody moves out; `einddatum` is the last day they live here.

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: dag_voor_begin, al_vertrokken.
    """
    _opened(by, dossier_id, now)
    row = _bewoner(by, dossier_id, betrokkene_id)
    if row.einddatum is not None and row.einddatum < day_of(now):
        raise WrongTurn("al_vertrokken")
    ended = _end_stay(by, now, row, einddatum)
    move_help(by=by, now=now, persoon_id=row.persoon_id)
    return ended


def _end_stay(by: Kijker, now: datetime, row: Betrokkene, einddatum: date) -> Betrokkene:
    if einddatum < row.begindatum:
        raise WrongTurn("dag_voor_begin", "einddatum")
    before, row.einddatum = row.einddatum, einddatum
    row.save(update_fields=["einddatum"])
    _write_down(by, now, row.dossier_id, row, einddatum=(before, einddatum))
    record(by=by, action="bewoner.vertrokken", subject=row, now=now, dossier=str(row.dossier_id))
    return row


@transaction.atomic
def record_death(
    *, by: Kijker, now: datetime, dossier_id: UUID, betrokkene_id: UUID, overleden_op: date
) -> Persoon:
    """Somebody who lived here died: their stay ends on that day, in every household they were part of.

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: dag_in_de_toekomst, dag_voor_begin.
    """
    _opened(by, dossier_id, now)
    row = _bewoner(by, dossier_id, betrokkene_id)
    if overleden_op > day_of(now):
        raise WrongTurn("dag_in_de_toekomst", "overleden_op")
    if row.persoon.geboortedatum and overleden_op < row.persoon.geboortedatum:
        raise WrongTurn("dag_voor_begin", "overleden_op")
    persoon: Persoon = row.persoon
    before, persoon.overleden_op = persoon.overleden_op, overleden_op
    persoon.save(update_fields=["overleden_op"])
    _write_down(by, now, dossier_id, persoon, overleden_op=(before, overleden_op))
    stays = Betrokkene.objects.filter(
        gemeente_id=by.gemeente_id, persoon_id=persoon.pk, einddatum__isnull=True
    )
    for stay in stays:
        _end_stay(by, now, stay, max(overleden_op, stay.begindatum))
    record(by=by, action="persoon.overleden", subject=persoon, now=now, dossier=str(dossier_id))
    return persoon


@transaction.atomic
def change_persoon(
    *, by: Kijker, now: datetime, dossier_id: UUID, betrokkene_id: UUID, **fields: Any
) -> Persoon:
    """Name, date of birth, phone, mail of somebody who lives here.

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: persoon_onbekend (they do not live here today), dag_in_de_toekomst.
    """
    _opened(by, dossier_id, now)
    row = _bewoner(by, dossier_id, betrokkene_id)
    today = day_of(now)
    if not Periode(row.begindatum, row.einddatum).contains(today):
        raise WrongTurn("persoon_onbekend")
    if fields.get("geboortedatum") and fields["geboortedatum"] > today:
        raise WrongTurn("dag_in_de_toekomst", "geboortedatum")
    persoon: Persoon = row.persoon
    given = {name: fields[name] for name in _PERSON if name in fields}
    _write_down(
        by, now, dossier_id, persoon, **{name: (getattr(persoon, name), new) for name, new in given.items()}
    )
    for name, new in given.items():
        setattr(persoon, name, new)
    persoon.zoektekst = stems_of(*persoon.naam.split())
    persoon.save(update_fields=[*given, "zoektekst"])
    record(by=by, action="persoon.veranderd", subject=persoon, now=now, velden=sorted(given))
    return persoon


# -- where they live


@transaction.atomic
def move(
    *,
    by: Kijker,
    now: datetime,
    dossier_id: UUID,
    straat: str,
    begindatum: date,
    huisnummer: str = "",
    postcode: str = "",
    plaats: str = "",
    geheim: bool = False,
) -> Adres:
    """From a day on the household lives here; the address before it ends the day before.

    Raises:
        CannotChange: it is not theirs.
        WrongTurn: adres_geheim_blijft (the address now is secret and the kijker may not know it), dag_voor_begin.
    """
    huishouden, zicht = _opened(by, dossier_id, now)
    rows = Adres.objects.filter(gemeente_id=by.gemeente_id, dossier_id=dossier_id, einddatum__isnull=True)
    for before in rows.select_for_update():
        _require_knows(zicht, before)
        if begindatum <= before.begindatum:
            raise WrongTurn("dag_voor_begin", "begindatum")
        before.einddatum = begindatum - timedelta(days=1)
        before.zoektekst = ""
        before.save(update_fields=["einddatum", "zoektekst"])
        _write_down(by, now, dossier_id, before, einddatum=("", before.einddatum))
    row: Adres = Adres.objects.create(
        gemeente_id=by.gemeente_id,
        huishouden=huishouden,
        dossier_id=dossier_id,
        straat=straat,
        huisnummer=huisnummer,
        postcode=postcode.upper(),
        plaats=plaats,
        geheim=geheim,
        begindatum=begindatum,
    )
    _index(row)
    record(by=by, action="adres.erbij", subject=row, now=now, geheim=geheim)
    return row


def _index(row: Adres) -> None:
    """A secret address is nowhere in the search index."""
    words = address_words(row.straat, row.huisnummer, row.postcode, row.plaats)
    row.zoektekst = "" if row.geheim else stems_of(*words)
    row.save(update_fields=["zoektekst"])


def _require_knows(zicht: Zicht, row: Adres) -> None:
    if row.geheim and not zicht.mag(Onderdeel.GEHEIM_ADRES, row.dossier_id):
        raise WrongTurn("adres_geheim_blijft")


@transaction.atomic
def set_secret(*, by: Kijker, now: datetime, dossier_id: UUID, adres_id: UUID, geheim: bool) -> Adres:
    """An address becomes secret, or is so no longer. Secret: it leaves the search index at once.

    Raises:
        CannotChange: it is not theirs, or not theirs to know.
    """
    _, zicht = _opened(by, dossier_id, now)
    row = next((it for it in adressen_of(by, zicht, dossier_id) if it.pk == adres_id), None)
    if row is None:
        raise CannotChange
    before, row.geheim = row.geheim, geheim
    row.save(update_fields=["geheim"])
    _index(row)
    _write_down(by, now, dossier_id, row, geheim=(before, geheim))
    record(by=by, action="adres.geheim", subject=row, now=now, geheim=geheim)
    return row


# -- who may speak for whom


@transaction.atomic
def add_band(
    *,
    by: Kijker,
    now: datetime,
    dossier_id: UUID,
    persoon: Persoon,
    soort: str,
    begindatum: date,
    vertegenwoordiger: Persoon | None = None,
    einddatum: date | None = None,
    **fields: Any,
) -> Vertegenwoordiging:
    """Somebody may read and speak for who lives here: gezag, mentor, bewindvoerder, volmacht.

    Raises:
        CannotChange: it is not theirs.
        EindeVoorBegin: the last day lies before the first.
        WrongTurn: persoon_onbekend, zichzelf, band_is_er_al.
    """
    _opened(by, dossier_id, now)
    Periode(begindatum, einddatum)
    lives = Betrokkene.objects.filter(active(day_of(now)), gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    if not lives.filter(persoon_id=persoon.pk).exists():
        raise WrongTurn("persoon_onbekend", "persoon")
    if vertegenwoordiger is not None:
        if vertegenwoordiger.pk == persoon.pk:
            raise WrongTurn("zichzelf", "wie")
        _require_known(by, now, vertegenwoordiger)
        _require_no_such_band(by, persoon, vertegenwoordiger, soort, Periode(begindatum, einddatum))
    row: Vertegenwoordiging = Vertegenwoordiging.objects.create(
        gemeente_id=by.gemeente_id,
        persoon=persoon,
        vertegenwoordiger=vertegenwoordiger or new_persoon(by, fields),
        soort=soort,
        begindatum=begindatum,
        einddatum=einddatum,
    )
    _write_down(by, now, dossier_id, row, soort=("", soort), begindatum=("", begindatum))
    record(by=by, action="band.erbij", subject=row, now=now, soort=soort)
    return row


def _require_no_such_band(by: Kijker, persoon: Persoon, wie: Persoon, soort: str, periode: Periode) -> None:
    rows = Vertegenwoordiging.objects.filter(
        gemeente_id=by.gemeente_id, persoon_id=persoon.pk, vertegenwoordiger_id=wie.pk, soort=soort
    )
    if any(periode.overlaps(Periode(row.begindatum, row.einddatum)) for row in rows):
        raise WrongTurn("band_is_er_al", "begindatum")


@transaction.atomic
def end_band(
    *, by: Kijker, now: datetime, dossier_id: UUID, band_id: UUID, einddatum: date
) -> Vertegenwoordiging:
    """From a day on somebody no longer speaks for who lives here.

    Raises:
        CannotChange: it is not theirs, or of nobody who lives here.
        WrongTurn: dag_voor_begin.
    """
    _opened(by, dossier_id, now)
    lives = Betrokkene.objects.filter(active(day_of(now)), gemeente_id=by.gemeente_id, dossier_id=dossier_id)
    rows = Vertegenwoordiging.objects.filter(gemeente_id=by.gemeente_id, pk=band_id)
    row = rows.filter(persoon_id__in=lives.values("persoon_id")).first()
    if row is None:
        raise CannotChange
    if einddatum < row.begindatum:
        raise WrongTurn("dag_voor_begin", "einddatum")
    before, row.einddatum = row.einddatum, einddatum
    row.save(update_fields=["einddatum"])
    _write_down(by, now, dossier_id, row, einddatum=(before, einddatum))
    record(by=by, action="band.beeindigd", subject=row, now=now, soort=row.soort)
    return row
