"""The questions a kijker may see: those they hold, their teams hold, are offered to them, or wait for another's yes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from vliegwiel.gemeenschap.public import Kijker, Teamlid, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.models import Schrijflog
from vliegwiel.ondersteuning.models import Overdracht, Vraag
from vliegwiel.ondersteuning.rules import vraag as rules
from vliegwiel.privacy.public import (
    HEEFT_WERK,
    Betrokkene,
    Inzage,
    Onderdeel,
    closed_dossiers,
    closed_persons,
    dossier_ids,
    role_sees,
    toon,
)
from vliegwiel.privacy.public import team_ids as my_teams

MOST = 100
FITS = frozenset({Purpose.VRAAG, Purpose.ONDERSTEUNEN, Purpose.OVERZICHT})
OPEN = Q(aangenomen_op__isnull=True, teruggegeven_op__isnull=True)


def _has_work(kijker: Kijker) -> bool:
    return (
        kijker.medewerker is not None
        and kijker.purpose in FITS
        and not kijker.rollen.isdisjoint(HEEFT_WERK)
        and role_sees(kijker.rollen)
    )


def _me(kijker: Kijker) -> UUID | None:
    return kijker.medewerker.pk if kijker.medewerker else None


def team_ids(kijker: Kijker, today: date) -> QuerySet[Teamlid, UUID]:
    """The teams a colleague is in today."""
    rows = Teamlid.objects.filter(active(today), gemeente_id=kijker.gemeente_id, medewerker=kijker.medewerker)
    return rows.values_list("team_id", flat=True)


def who(kijker: Kijker, today: date) -> rules.Wie:
    """The kijker as the rules know them."""
    assert kijker.medewerker is not None
    return rules.Wie(kijker.medewerker.pk, frozenset(team_ids(kijker, today)))


def vragen(kijker: Kijker, now: datetime) -> QuerySet[Vraag]:
    """Every question this kijker may see. docs/huis/toegang.md: houder, or regie on its dossier; never when blocked."""
    rows = Vraag.objects.filter(gemeente_id=kijker.gemeente_id).exclude(status=Vraag.Status.VERNIETIGD)
    if not _has_work(kijker):
        return rows.none()
    me = _me(kijker)
    teams = my_teams(kijker, now)
    offers = Overdracht.objects.filter(
        OPEN, gemeente_id=OuterRef("gemeente_id"), vraag_id=OuterRef("pk")
    ).filter(Q(naar_id=me) | Q(van_id=me) | Q(naar_team_id__in=teams))
    held = Q(houder_id=me) | Q(houder_team_id__in=teams) | Exists(offers)
    regie = Q(dossier_id__in=dossier_ids(kijker, now, Onderdeel.VRAAG))
    closed = closed_persons(kijker, now)
    about = Betrokkene.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), dossier_id=OuterRef("dossier_id"), persoon_id__in=closed
    )
    return (
        rows.filter(held | regie)
        .exclude(persoon_id__isnull=False, persoon_id__in=closed)
        .exclude(Exists(about))
    )


def overdrachten(kijker: Kijker, now: datetime) -> QuerySet[Overdracht]:
    """Open overdrachten this kijker gave or got: of a question they may see, or of a household not closed to them."""
    rows = Overdracht.objects.filter(OPEN, gemeente_id=kijker.gemeente_id)
    if not _has_work(kijker):
        return rows.none()
    me = _me(kijker)
    mine = Q(naar_id=me) | Q(van_id=me) | Q(naar_team_id__in=my_teams(kijker, now))
    shut = closed_dossiers(kijker, now)
    about = Q(vraag_id__in=vragen(kijker, now).values("pk")) | Q(dossier_id__isnull=False)
    rows = rows.filter(mine, about).exclude(dossier_id__isnull=False, dossier_id__in=shut)
    return rows.select_related("van", "naar", "naar_team")


def with_people(rows: QuerySet[Vraag]) -> QuerySet[Vraag]:
    """With who holds it, whom it is about, and the open overdracht (`lopend`)."""
    offers = Overdracht.objects.filter(OPEN).select_related("van", "naar", "naar_team")
    return rows.select_related("houder", "houder_team", "persoon").prefetch_related(
        Prefetch("overdrachten", queryset=offers, to_attr="lopend")
    )


def stand_of(vraag: Vraag, open_offer: Overdracht | None) -> rules.Stand:
    """A question as the rules know it."""
    naar = rules.Houder(open_offer.naar_id, open_offer.naar_team_id) if open_offer else None
    return rules.Stand(rules.Houder(vraag.houder_id, vraag.houder_team_id), vraag.status, naar)


@dataclass
class Werklijst:
    """My questions, by whose move it is."""

    aangeboden: list[Vraag] = field(default_factory=list)
    van_mij: list[Vraag] = field(default_factory=list)
    van_team: list[Vraag] = field(default_factory=list)
    doorgegeven: list[Vraag] = field(default_factory=list)
    huishoudens: list[Overdracht] = field(
        default_factory=list
    )  # being vaste contactpersoon, offered or given
    meer: bool = False

    def __bool__(self) -> bool:
        return any(
            [self.aangeboden, self.van_mij, self.van_team, self.doorgegeven, self.huishoudens, self.meer]
        )


def werklijst(kijker: Kijker, now: datetime) -> Werklijst:
    """The open questions of this kijker, oldest first. Writes down which known people were shown."""
    me = who(kijker, day_of(now))
    rows = with_people(vragen(kijker, now).filter(status=Vraag.Status.OPEN)).order_by("gesteld_op", "id")
    shown = list(rows[: MOST + 1])
    found = Werklijst(meer=len(shown) > MOST)
    for vraag in shown[:MOST]:
        offer = vraag.lopend[0] if vraag.lopend else None  # type: ignore[attr-defined]
        stand = stand_of(vraag, offer)
        if stand.houder.mens == me.mens:
            (found.doorgegeven if offer else found.van_mij).append(vraag)
        elif me.is_for(stand.naar):
            found.aangeboden.append(vraag)
        elif stand.houder.team in me.teams:
            found.van_team.append(vraag)
    found.huishoudens = list(overdrachten(kijker, now).filter(dossier__isnull=False)[:MOST])
    toon(kijker, Inzage.Soort.LIJST, _about(shown[:MOST]))
    return found


def _about(rows: list[Vraag]) -> list[tuple[UUID, UUID | None]]:
    return [(row.persoon_id, row.dossier_id) for row in rows if row.persoon_id]


@dataclass(frozen=True)
class Vraagblad:
    """One question, and what this kijker can do with it now."""

    vraag: Vraag
    overdracht: Overdracht | None
    eerder: list[Overdracht]  # handed on before and come back, with the reason
    kan: frozenset[str]


def read_vraag(kijker: Kijker, vraag: Vraag, now: datetime) -> Vraagblad:
    """A question as its page shows it. Writes down that its person was shown."""
    rows = Overdracht.objects.filter(gemeente_id=kijker.gemeente_id, vraag_id=vraag.pk)
    every = list(
        rows.select_related("van", "naar", "naar_team", "aangenomen_door").order_by("gevraagd_op", "id")
    )
    running = next((it for it in every if it.aangenomen_op is None and it.teruggegeven_op is None), None)
    me, stand = who(kijker, day_of(now)), stand_of(vraag, running)
    somebody = rules.Houder(team=vraag.pk)  # to anyone at all
    can = frozenset(daad for daad in rules.Daad if not rules.why_not(stand, daad, me, somebody))
    toon(kijker, Inzage.Soort.VRAAG, _about([vraag]))
    return Vraagblad(vraag, running, [it for it in every if it is not running], can)


def was_of_my_team(kijker: Kijker, now: datetime) -> QuerySet[Vraag]:
    """Open questions a colleague took from a team of this kijker: enough to say who was first, and no more."""
    if not _has_work(kijker):
        return Vraag.objects.none()
    teams = [str(pk) for pk in team_ids(kijker, day_of(now))]
    taken = Schrijflog.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        object=OuterRef("pk"),
        actie="vraag.genomen",
        parameters__team__in=teams,
    )
    rows = Vraag.objects.filter(Exists(taken), gemeente_id=kijker.gemeente_id, status=Vraag.Status.OPEN)
    return rows.select_related("houder")


def waiting(kijker: Kijker, now: datetime) -> QuerySet[Vraag]:
    """What my team holds and nobody took."""
    waits = Q(houder_team_id__in=my_teams(kijker, now), houder__isnull=True)
    return vragen(kijker, now).filter(waits, status=Vraag.Status.OPEN)


def open_of(gemeente_id: UUID, medewerker_id: UUID) -> int:
    """How many open questions a colleague holds, and how many overdrachten wait for their yes: for a beheerder."""
    held = Vraag.objects.filter(gemeente_id=gemeente_id, houder_id=medewerker_id, status=Vraag.Status.OPEN)
    asked = Overdracht.objects.filter(OPEN, gemeente_id=gemeente_id, naar_id=medewerker_id)
    return held.count() + asked.count()


def handed_before(kijker: Kijker, dossier_id: UUID) -> list[Overdracht]:
    """What this kijker asked before about one household: still open, or the latest that came back."""
    rows = Overdracht.objects.filter(
        gemeente_id=kijker.gemeente_id, dossier_id=dossier_id, van_id=_me(kijker), aangenomen_op__isnull=True
    )
    return list(rows.select_related("naar", "naar_team").order_by("-gevraagd_op", "-id")[:1])
