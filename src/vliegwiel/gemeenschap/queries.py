"""What a kijker may see of the people here. Every query starts from the kijker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.access import can_manage_people, can_read_outbox
from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Deelname, Medewerker, Roltoekenning, Team, Teamlid
from vliegwiel.gemeenschap.rules import Rol
from vliegwiel.kern import registry
from vliegwiel.kern.clock import today as day_here
from vliegwiel.kern.database import set_account
from vliegwiel.kern.models import Schrijflog, Uitgaand


def colleagues(kijker: Kijker, today: date, zoek: str = "") -> QuerySet[Medewerker]:
    """Everybody who works here or is going to, with roles and teams of today; for a beheerder only."""
    if not can_manage_people(kijker):
        return Medewerker.objects.none()
    here = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id)
    here = here.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=today))
    for word in zoek.split():
        here = here.filter(Q(naam__icontains=word) | Q(deelname__organisatie__naam__icontains=word))
    return _with_roles(here, kijker, today).order_by("naam", "pk")


def _with_roles(rows: QuerySet[Medewerker], kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    roles = Roltoekenning.objects.filter(active(today), gemeente_id=kijker.gemeente_id).order_by("rol")
    teams = Teamlid.objects.filter(active(today), gemeente_id=kijker.gemeente_id).select_related("team")
    return rows.select_related("account", "deelname__organisatie").prefetch_related(
        Prefetch("roltoekenningen", queryset=roles, to_attr="rollen_nu"),
        Prefetch("teamleden", queryset=teams.order_by("team__naam"), to_attr="teams_nu"),
    )


def former_colleagues(kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    """Who worked here before; for a beheerder only."""
    if not can_manage_people(kijker):
        return Medewerker.objects.none()
    gone = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, einddatum__lt=today)
    return _with_roles(gone, kijker, today).order_by("-einddatum", "naam")


def colleague(kijker: Kijker, pk: UUID, today: date) -> Medewerker | None:
    """One colleague of this gemeente, gone or not; None when there is no such person here."""
    if not can_manage_people(kijker):
        return None
    rows = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, pk=pk)
    return _with_roles(rows, kijker, today).first()


def _invitations() -> QuerySet[Uitgaand]:
    return Uitgaand.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), aan=OuterRef("account__email"), soort="uitnodiging"
    )


def _answers() -> QuerySet[Schrijflog]:
    return Schrijflog.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), object=OuterRef("pk"), actie="uitnodiging_aangenomen"
    )


def has_accepted(medewerker: Medewerker) -> bool:
    """Whether this person answered the invitation of this gemeente, or never needed one.

    It says nothing about other gemeenten: who has an account there already has still to answer here.
    """
    rows = Medewerker.objects.filter(gemeente_id=medewerker.gemeente_id, pk=medewerker.pk)
    return not rows.filter(Exists(_invitations()), ~Exists(_answers())).exists()


def invited_not_accepted(kijker: Kijker, today: date) -> QuerySet[Medewerker]:
    """Colleagues who were invited and did not answer yet, with when the last mail was made."""
    sent = _invitations().order_by("-moment").values("moment")[:1]
    waiting = colleagues(kijker, today).filter(~Exists(_answers())).annotate(gevraagd_op=Subquery(sent))
    return waiting.filter(gevraagd_op__isnull=False)


def is_beheerder(medewerker: Medewerker, day: date) -> bool:
    return beheerders(medewerker.gemeente_id, day).filter(pk=medewerker.pk).exists()


def beheerders(gemeente_id: UUID, day: date) -> QuerySet[Medewerker]:
    """Who can manage this gemeente on a day: works here and has the role."""
    roles = Roltoekenning.objects.filter(active(day), gemeente_id=gemeente_id, rol=Rol.BEHEERDER)
    return Medewerker.objects.filter(
        active(day), gemeente_id=gemeente_id, pk__in=roles.values("medewerker_id")
    )


def can_enter(gemeente_id: UUID, day: date) -> QuerySet[Medewerker]:
    """Beheerders on a day who are really there: an invitation nobody answered manages nothing."""
    return beheerders(gemeente_id, day).exclude(Exists(_invitations()) & ~Exists(_answers()))


def lasting(beheerders: QuerySet[Medewerker]) -> QuerySet[Medewerker]:
    """Those without a last day, for themselves or for their role."""
    ends = Roltoekenning.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        medewerker_id=OuterRef("pk"),
        rol=Rol.BEHEERDER,
        einddatum__isnull=True,
    )
    return beheerders.filter(Exists(ends), einddatum__isnull=True)


def works_elsewhere(kijker: Kijker, medewerker: Medewerker, today: date) -> bool:
    """Whether this account works in another gemeente too. Asked on behalf of the account itself, then let go."""
    set_account(medewerker.account_id)
    try:
        elsewhere = Medewerker.objects.filter(active(today), account_id=medewerker.account_id)
        return elsewhere.exclude(gemeente_id=kijker.gemeente_id).exists()
    finally:
        set_account(kijker.account_id)


def organisations(kijker: Kijker, today: date) -> QuerySet[Deelname]:
    """Organisations that take part here today."""
    return (
        Deelname.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
        .select_related("organisatie")
        .order_by("organisatie__naam")
    )


def teams(kijker: Kijker, today: date) -> QuerySet[Team]:
    """The teams of this gemeente, with who is in them today."""
    members = Teamlid.objects.filter(
        active(today), active(today, "medewerker__"), gemeente_id=kijker.gemeente_id
    ).select_related("medewerker")
    return (
        Team.objects.filter(gemeente_id=kijker.gemeente_id)
        .prefetch_related(Prefetch("leden", queryset=members, to_attr="leden_nu"))
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
    if not can_read_outbox(kijker):
        return Uitgaand.objects.none()
    return Uitgaand.objects.filter(gemeente_id=kijker.gemeente_id).order_by("-moment")


def myself(kijker: Kijker) -> Medewerker | None:
    """The kijker's own row with organisation and teams; None for a resident."""
    if kijker.medewerker is None:
        return None
    rows = Medewerker.objects.filter(gemeente_id=kijker.gemeente_id, pk=kijker.medewerker.pk)
    return _with_roles(rows, kijker, day_here()).first()
