"""Who is involved with a household, what is shared, and who stays out: as far as the kijker may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vliegwiel.gemeenschap.public import (
    Deelname,
    Kijker,
    Medewerker,
    Rol,
    Roltoekenning,
    Team,
    Teamlid,
    active,
)
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.search import stems_of
from vliegwiel.ondersteuning.models import Huishouden
from vliegwiel.privacy.public import (
    HEEFT_WERK,
    Betrokkene,
    Betrokkenheid,
    Blokkade,
    Deling,
    Dossier,
    Inzage,
    Onderdeel,
    Relatie,
    Spoedtoegang,
    Zicht,
    blocked,
    role_sees,
    spoed,
    toon,
    zicht_op,
)

MOST_FOUND = 20


@dataclass(frozen=True)
class Toegangsblad:
    """What the page about access shows to one kijker."""

    huishouden: Huishouden
    betrokkenheden: list[Betrokkenheid]
    delingen: list[Deling]
    blokkades: list[Blokkade]
    regie: bool
    domeinen: list[str]


def households(kijker: Kijker, dossier_ids: QuerySet[Dossier]) -> QuerySet[Huishouden]:
    """The households of these dossiers."""
    return Huishouden.objects.filter(
        gemeente_id=kijker.gemeente_id, dossier_id__in=dossier_ids.values("pk")
    ).select_related("dossier")


def read_access(kijker: Kijker, huishouden: Huishouden, now: datetime) -> Toegangsblad:
    """Everything on the page about access. Writes down that the people of this household were shown."""
    pk, today = huishouden.dossier_id, day_of(now)
    zicht = zicht_op(kijker, [pk], now)
    regie = Relatie.REGIE in zicht.relaties(pk)
    shown = Q(domein__in=sorted(zicht.domeinen(Onderdeel.DEELNEMER, pk)))
    rows = Betrokkenheid.objects.filter(
        shown, active(today), gemeente_id=kijker.gemeente_id, dossier_id=pk, beeindigd_op__isnull=True
    )
    living = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id, dossier_id=pk)
    persons = list(living.values_list("persoon_id", flat=True))
    toon(kijker, Inzage.Soort.PLAN, [(person, pk) for person in persons])
    return Toegangsblad(
        huishouden,
        list(
            rows.select_related("medewerker__deelname__organisatie", "team").order_by(
                "soort", "begindatum", "id"
            )
        ),
        list(shares(kijker, zicht, pk, today)),
        list(kept_out(kijker, persons)) if regie else [],
        regie,
        sorted(zicht.domeinen(Onderdeel.DOMEINVLAG, pk) - {""}),
    )


def shares(kijker: Kijker, zicht: Zicht, dossier_id: UUID, today: date) -> QuerySet[Deling]:
    """Disclosures in the domains in which this kijker may know who takes part."""
    rows = Deling.objects.filter(
        zicht.q(Onderdeel.DEELNEMER, persoon=None, afgesloten=None),
        gemeente_id=kijker.gemeente_id,
        dossier_id=dossier_id,
        einddatum__gte=today,
        ingetrokken_op__isnull=True,
        naar_dossier__isnull=True,
    )
    return rows.select_related("medewerker", "deelname__organisatie").order_by("einddatum", "id")


def kept_out(kijker: Kijker, persons: list[UUID]) -> QuerySet[Blokkade]:
    """Who stays out because somebody living here said so, is family, or is themselves."""
    rows = Blokkade.objects.filter(
        gemeente_id=kijker.gemeente_id, persoon_id__in=persons, einddatum__isnull=True
    )
    return rows.select_related("medewerker", "persoon").order_by("begindatum", "id")


def with_work(gemeente_id: UUID, today: date) -> QuerySet[Medewerker]:
    """Colleagues whose role has to do with people's plans, of every organisation."""
    roles = Roltoekenning.objects.filter(
        active(today), gemeente_id=OuterRef("gemeente_id"), medewerker_id=OuterRef("pk"), rol__in=HEEFT_WERK
    )
    return Medewerker.objects.filter(active(today), Exists(roles), gemeente_id=gemeente_id)


def colleagues_found(kijker: Kijker, question: str, today: date) -> list[Medewerker]:
    """Colleagues by a part of their name."""
    if len(question) < 2:
        return []
    rows = with_work(kijker.gemeente_id, today).filter(naam__icontains=question)
    return list(rows.select_related("deelname__organisatie").order_by("naam")[:MOST_FOUND])


def not_kept_out(kijker: Kijker, found: list[Medewerker], dossier_id: UUID, today: date) -> list[Medewerker]:
    """These colleagues, without who stays out of this household: what is asked of them they could not read."""
    here = Betrokkene.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    out = Blokkade.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, persoon_id__in=here.values("persoon_id")
    )
    closed = set(out.values_list("medewerker_id", flat=True))
    return [it for it in found if it.pk not in closed]


def teams(kijker: Kijker) -> list[Team]:
    return list(Team.objects.filter(gemeente_id=kijker.gemeente_id).order_by("naam")[:200])


def organisations(kijker: Kijker, today: date) -> list[Deelname]:
    """Organisations that take part today."""
    rows = Deelname.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
    return list(rows.select_related("organisatie").order_by("organisatie__naam")[:200])


def people_here(kijker: Kijker, dossier_id: UUID, today: date) -> list[Betrokkene]:
    """Who lives here today, for a form that asks about one of them."""
    rows = Betrokkene.objects.filter(active(today), gemeente_id=kijker.gemeente_id, dossier_id=dossier_id)
    found = list(rows.select_related("persoon").order_by("volgorde", "id"))
    toon(kijker, Inzage.Soort.PLAN, [(row.persoon_id, dossier_id) for row in found])
    return found


def urgent_target(
    kijker: Kijker, nummer: str, naam: str, geboortedatum: date | None, today: date
) -> Dossier | None:
    """The one dossier somebody in need points at: by its number, or by a whole name and date of birth.

    None when there is none, more than one, or it is closed to this colleague.
    """
    rows = Dossier.objects.filter(gemeente_id=kijker.gemeente_id, gesloten_op__isnull=True)
    if nummer:
        rows = rows.filter(nummer__iexact=nummer)
    elif naam and geboortedatum:
        here = Betrokkene.objects.filter(
            active(today),
            gemeente_id=kijker.gemeente_id,
            persoon__zoektekst=stems_of(*naam.split()),
            persoon__geboortedatum=geboortedatum,
        )
        rows = rows.filter(pk__in=here.values("dossier_id"))
    else:
        return None
    open_to_me = rows.exclude(pk__in=blocked(kijker, today).values("dossier_id"))
    found = list(open_to_me[:2])
    return found[0] if len(found) == 1 else None


def second_person(kijker: Kijker, dossier_id: UUID, today: date) -> Medewerker | None:
    """Who is told at once: the vaste contactpersoon, else a teamleider of one's own team, else any teamleider."""
    assert kijker.medewerker is not None
    me = kijker.medewerker.pk
    here = Betrokkene.objects.filter(gemeente_id=kijker.gemeente_id, dossier_id=dossier_id).values(
        "persoon_id"
    )
    out = Blokkade.objects.filter(active(today), gemeente_id=kijker.gemeente_id, persoon_id__in=here)
    others = with_work(kijker.gemeente_id, today).exclude(pk=me).exclude(pk__in=out.values("medewerker_id"))
    involved = Betrokkenheid.objects.filter(
        active(today),
        gemeente_id=kijker.gemeente_id,
        dossier_id=dossier_id,
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        beeindigd_op__isnull=True,
        medewerker__isnull=False,
    )
    if contact := others.filter(pk__in=involved.values("medewerker_id")).first():
        return contact
    leads = Roltoekenning.objects.filter(active(today), gemeente_id=kijker.gemeente_id, rol=Rol.TEAMLEIDER)
    leaders = others.filter(pk__in=leads.values("medewerker_id")).order_by("naam")
    mine = Teamlid.objects.filter(active(today), gemeente_id=kijker.gemeente_id, medewerker_id=me)
    near = Teamlid.objects.filter(
        active(today), gemeente_id=kijker.gemeente_id, team_id__in=mine.values("team_id")
    )
    return leaders.filter(pk__in=near.values("medewerker_id")).first() or leaders.first()


def is_mine(kijker: Kijker, wie: Medewerker | Team, today: date) -> bool:
    """Whether this is the kijker, or a team they are in."""
    if kijker.medewerker is None or isinstance(wie, Medewerker):
        return kijker.medewerker is not None and wie.pk == kijker.medewerker.pk
    here = {"gemeente_id": kijker.gemeente_id, "medewerker_id": kijker.medewerker.pk}
    return Teamlid.objects.filter(active(today), team_id=wie.pk, **here).exists()


def is_contact(dossier: Dossier, medewerker: Medewerker, today: date) -> bool:
    """Whether this colleague is the vaste contactpersoon of this household."""
    rows = Betrokkenheid.objects.filter(active(today), gemeente_id=dossier.gemeente_id, dossier_id=dossier.pk)
    kind = Betrokkenheid.Soort.VASTE_CONTACTPERSOON
    return rows.filter(soort=kind, beeindigd_op__isnull=True, medewerker_id=medewerker.pk).exists()


def opened_before(kijker: Kijker, dossier_id: UUID, now: datetime) -> bool:
    """Whether this colleague has this household open by spoed at this instant."""
    return spoed(kijker, now).filter(dossier_id=dossier_id).exists()


def opened_today(kijker: Kijker, now: datetime) -> int:
    """How many households this colleague opened by spoed in the last twenty-four hours."""
    assert kijker.medewerker is not None
    rows = Spoedtoegang.objects.filter(gemeente_id=kijker.gemeente_id, medewerker_id=kijker.medewerker.pk)
    return rows.filter(begonnen_op__gt=now - timedelta(days=1)).count()


def to_review(kijker: Kijker, now: datetime) -> QuerySet[Spoedtoegang]:
    """What this colleague was told of and nobody has looked at yet; not of a dossier that was closed to them."""
    rows = Spoedtoegang.objects.filter(
        gemeente_id=kijker.gemeente_id,
        gemeld_aan_id=kijker.medewerker.pk if kijker.medewerker else None,
        nagekeken_op__isnull=True,
    ).exclude(dossier_id__in=blocked(kijker, day_of(now)).values("dossier_id"))
    if not role_sees(kijker.rollen):
        return rows.none()
    return rows.select_related("medewerker", "dossier").order_by("nakijken_voor", "id")
