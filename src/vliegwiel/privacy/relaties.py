"""How people stand to dossiers today, as QuerySets: the only place where periods, ends and blocks are read.

Each function gives rows of one kind of relation for one kijker. `beleid` uses them both ways: narrowed to one
dossier and read, or as a sub-query of a list. So a page and a list never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Teamlid, active
from vliegwiel.kern.registry import Registry
from vliegwiel.privacy.models import (
    Betrokkene,
    Betrokkenheid,
    Blokkade,
    Deling,
    Persoon,
    Spoedtoegang,
    Vertegenwoordiging,
)

# (kijker, today) -> QuerySet with `dossier_id` of the work that was given to a colleague; filled by rooms above
eigen_werk: Registry[Callable[[Kijker, date], QuerySet[Any]]] = Registry("own work in a dossier")
# (kijker, today) -> QuerySet with `dossier_id` of the households at whose table a colleague sits; filled likewise
eigen_tafels: Registry[Callable[[Kijker, date], QuerySet[Any]]] = Registry("tables of a household")


def _me(kijker: Kijker) -> UUID | None:
    return kijker.medewerker.pk if kijker.medewerker else None


def my_teams(kijker: Kijker, today: date) -> QuerySet[Teamlid]:
    """The teams a colleague is in today, by their membership."""
    return Teamlid.objects.filter(active(today), gemeente_id=kijker.gemeente_id, medewerker_id=_me(kijker))


def betrokkenheden(kijker: Kijker, today: date) -> QuerySet[Betrokkenheid]:
    """Involvements of this colleague, or of a team they are in, that count today."""
    mine = Q(medewerker_id=_me(kijker), medewerker__isnull=False)
    mine |= Q(team_id__in=my_teams(kijker, today).values("team_id"))
    return Betrokkenheid.objects.filter(
        mine, active(today), gemeente_id=kijker.gemeente_id, beeindigd_op__isnull=True
    )


def delingen(kijker: Kijker, today: date) -> QuerySet[Deling]:
    """Disclosures to this colleague or to their organisation that count today."""
    deelname = kijker.medewerker.deelname_id if kijker.medewerker else None
    mine = Q(medewerker_id=_me(kijker), medewerker__isnull=False) | Q(
        deelname_id=deelname, deelname__isnull=False
    )
    return Deling.objects.filter(
        mine, active(today), gemeente_id=kijker.gemeente_id, ingetrokken_op__isnull=True
    )


def spoed(kijker: Kijker, now: datetime) -> QuerySet[Spoedtoegang]:
    """Toegang bij spoed that this colleague has at this instant."""
    return Spoedtoegang.objects.filter(
        gemeente_id=kijker.gemeente_id,
        medewerker_id=_me(kijker),
        begonnen_op__lte=now,
        tot__gt=now,
        beeindigd_op__isnull=True,
    )


def blocked_persons(kijker: Kijker, today: date) -> QuerySet[Blokkade]:
    """Persons whose dossiers stay closed to this colleague: their own, family, or because that person said so."""
    return Blokkade.objects.filter(active(today), gemeente_id=kijker.gemeente_id, medewerker_id=_me(kijker))


def blocked(kijker: Kijker, today: date) -> QuerySet[Betrokkene]:
    """The same as rows of dossiers: every dossier such a person is in, was in, or will be in."""
    persons = blocked_persons(kijker, today).values("persoon_id")
    return Betrokkene.objects.filter(gemeente_id=kijker.gemeente_id, persoon_id__in=persons)


def living(kijker: Kijker, persons: Iterable[UUID | None], today: date) -> set[tuple[UUID, UUID]]:
    """(person, dossier) of those among these persons who belong to a household today: only they are named."""
    wanted = [pk for pk in persons if pk is not None]
    if not wanted:
        return set()
    rows = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id, persoon_id__in=wanted)
    return set(rows.values_list("persoon_id", "dossier_id"))


# -- residents


def own_persoon(kijker: Kijker) -> Persoon | None:
    """The person a resident's account belongs to."""
    if kijker.inwoner is None:
        return None
    return Persoon.objects.filter(gemeente_id=kijker.gemeente_id, inwoner_id=kijker.inwoner.pk).first()


def represents(kijker: Kijker, today: date) -> QuerySet[Vertegenwoordiging]:
    """Whom a resident represents or represented."""
    assert kijker.inwoner is not None
    return Vertegenwoordiging.objects.filter(
        gemeente_id=kijker.gemeente_id,
        vertegenwoordiger__inwoner_id=kijker.inwoner.pk,
        begindatum__lte=today,
    )


def homes_of(kijker: Kijker, today: date) -> QuerySet[Betrokkene]:
    """Where a resident and whom they represent live or lived: not where they are still to come to."""
    assert kijker.inwoner is not None
    theirs = represents(kijker, today).values("persoon_id")
    return Betrokkene.objects.filter(
        Q(persoon__inwoner_id=kijker.inwoner.pk) | Q(persoon_id__in=theirs),
        gemeente_id=kijker.gemeente_id,
        begindatum__lte=today,
    )


def shared_to(kijker: Kijker, dossier_ids: list[UUID], today: date) -> QuerySet[Deling]:
    """Disclosures to these dossiers that count today (a child's line in the other home)."""
    return Deling.objects.filter(
        active(today),
        gemeente_id=kijker.gemeente_id,
        naar_dossier_id__in=dossier_ids,
        ingetrokken_op__isnull=True,
    )
