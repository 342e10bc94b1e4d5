"""Who works here, in which teams, and what they still hold; for a beheerder, and for oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Mailvoorkeur, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.gemeenschap.queries.standing import answers, invitations, takes_part
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern import registry
from vliegwiel.kern.clock import today as day_here
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.models import Uitgaand

FEW = 8  # names of a team on the page of teams


def manages(kijker: Kijker) -> bool:
    """A beheerder, on a page opened for beheer: only then is there a list of people (and `access` says the same)."""
    return kijker.has(Rol.BEHEERDER) and kijker.purpose == Purpose.BEHEER


def mail_choice(kijker: Kijker) -> Mailvoorkeur:
    """How often this colleague wants a mail that something waits; never, as long as nothing was chosen."""
    here = Mailvoorkeur.objects.filter(gemeente_id=kijker.gemeente_id, medewerker=kijker.medewerker)
    return (kijker.medewerker and here.first()) or Mailvoorkeur()


def colleagues(kijker: Kijker, today: date, zoek: str = "") -> QuerySet[Medewerker]:
    """Everybody who works here or is going to, with roles and teams of today; for a beheerder only."""
    if not manages(kijker):
        return Medewerker.objects.none()
    here = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id)
    here = here.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=today))
    for word in zoek.split():
        here = here.filter(Q(naam__icontains=word) | Q(deelname__organisatie__naam__icontains=word))
    return _with_roles(here, kijker, today).order_by("naam", "pk")


MOST_SUCCESSORS = 100


def successors(kijker: Kijker, leaver: Medewerker, zoek: str, today: date) -> QuerySet[Medewerker]:
    """Who can take over the work of a colleague: their own teams first, then by name; more is found by searching.

    For a beheerder only, and never themselves.
    """
    if not manages(kijker):
        return Medewerker.objects.none()
    here = {"gemeente_id": kijker.gemeente_id}
    teams = Teamlid.objects.filter(active(today), medewerker_id=leaver.pk, **here).values("team_id")
    mates = Teamlid.objects.filter(active(today), team_id__in=teams, **here).values("medewerker_id")
    rows = takes_part(kijker.gemeente_id, today).filter(naam__icontains=zoek)
    rows = rows.exclude(pk=leaver.pk).exclude(account_id=kijker.account_id)
    near = Case(When(pk__in=mates, then=0), default=1, output_field=IntegerField())
    ids = list(rows.annotate(ver=near).order_by("ver", "naam").values_list("pk", flat=True)[:MOST_SUCCESSORS])
    return Medewerker.objects.filter(pk__in=ids, **here).order_by("naam", "pk")


def _with_roles(rows: QuerySet[Medewerker], kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    roles = Roltoekenning.objects.filter(active(today), gemeente_id=kijker.gemeente_id).order_by("rol")
    teams = Teamlid.objects.filter(active(today), gemeente_id=kijker.gemeente_id).select_related("team")
    return rows.select_related("account", "deelname__organisatie").prefetch_related(
        Prefetch("roltoekenningen", queryset=roles, to_attr="rollen_nu"),
        Prefetch("teamleden", queryset=teams.order_by("team__naam"), to_attr="teams_nu"),
    )


def former_colleagues(kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    """Who worked here before; for a beheerder only."""
    if not manages(kijker):
        return Medewerker.objects.none()
    gone = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, einddatum__lt=today)
    return _with_roles(gone, kijker, today).order_by("-einddatum", "naam")


def colleague(kijker: Kijker, pk: UUID, today: date) -> Medewerker | None:
    """One colleague of this gemeente, gone or not; None when there is no such person here."""
    if not manages(kijker):
        return None
    rows = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, pk=pk)
    return _with_roles(rows, kijker, today).first()


def invited_not_accepted(kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    """Colleagues who were invited and did not answer yet, with when the last mail was made."""
    sent = invitations().order_by("-moment").values("moment")[:1]
    waiting = colleagues(kijker, today).filter(~Exists(answers())).annotate(gevraagd_op=Subquery(sent))
    return waiting.filter(gevraagd_op__isnull=False)


def teams(kijker: Kijker, today: date) -> QuerySet[Team]:
    """The teams of this gemeente, with how many are in them today (`aantal`) and the first few of those."""
    members = Teamlid.objects.filter(
        active(today), active(today, "medewerker__"), gemeente_id=kijker.gemeente_id
    )
    size = (
        members.filter(team_id=OuterRef("pk"))
        .order_by()
        .values("team_id")
        .annotate(n=Count("pk"))
        .values("n")
    )
    first = members.select_related("medewerker").order_by("medewerker__naam", "pk")[:FEW]
    return (
        Team.objects.filter(gemeente_id=kijker.gemeente_id)
        .annotate(aantal=Coalesce(Subquery(size), 0))
        .prefetch_related(Prefetch("leden", queryset=first, to_attr="leden_nu"))
        .order_by("naam")
    )


@dataclass(frozen=True)
class OpenWork:
    """What a colleague would leave behind: the lines to show, and how many things that is."""

    lines: tuple[registry.OpenWerk, ...]

    @property
    def count(self) -> int:
        return sum(line.aantal for line in self.lines)


def open_work_of(kijker: Kijker, medewerker: Medewerker) -> OpenWork:
    """Every room's count of what this colleague still holds: numbers, never what it is about."""
    found = (part.count(kijker, medewerker) for part in registry.open_werk)
    return OpenWork(tuple(line for line in found if line is not None and line.aantal))


def outbox(kijker: Kijker) -> QuerySet[Uitgaand]:
    """What was mailed from this gemeente, latest first; for a beheerder only."""
    if not manages(kijker):
        return Uitgaand.objects.none()
    return Uitgaand.objects.filter(gemeente_id=kijker.gemeente_id).order_by("-moment")


def myself(kijker: Kijker) -> Medewerker | None:
    """The kijker's own row with organisation and teams; None for a resident."""
    if kijker.medewerker is None:
        return None
    rows = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, pk=kijker.medewerker.pk)
    return _with_roles(rows, kijker, day_here()).first()
