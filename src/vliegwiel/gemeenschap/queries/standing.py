"""How somebody stands here: really come in, able to manage, working somewhere else too."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from vliegwiel.gemeenschap.kijker import Kijker, active
from vliegwiel.gemeenschap.models import Medewerker, Roltoekenning
from vliegwiel.gemeenschap.rules import WITHOUT_CONTENT, Rol
from vliegwiel.kern.database import set_account
from vliegwiel.kern.models import Schrijflog, Uitgaand


def invitations() -> QuerySet[Uitgaand]:
    """The invitations mailed to a Medewerker of the outer query."""
    return Uitgaand.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), aan=OuterRef("account__email"), soort="uitnodiging"
    )


def answers() -> QuerySet[Schrijflog]:
    """That a Medewerker of the outer query answered the invitation."""
    return Schrijflog.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), object=OuterRef("pk"), actie="uitnodiging_aangenomen"
    )


def has_accepted(medewerker: Medewerker) -> bool:
    """Whether this person answered the invitation of this gemeente, or never needed one.

    It says nothing about other gemeenten: who has an account there already has still to answer here.
    """
    rows = Medewerker.objects.filter(gemeente_id=medewerker.gemeente_id, pk=medewerker.pk)
    return not rows.filter(Exists(invitations()), ~Exists(answers())).exists()


def is_beheerder(medewerker: Medewerker, day: date) -> bool:
    return beheerders(medewerker.gemeente_id, day).filter(pk=medewerker.pk).exists()


def beheerders(gemeente_id: UUID, day: date) -> QuerySet[Medewerker]:
    """Who can manage this gemeente on a day: works here and has the role."""
    roles = Roltoekenning.objects.filter(active(day), gemeente_id=gemeente_id, rol=Rol.BEHEERDER)
    return Medewerker.objects.filter(
        active(day), gemeente_id=gemeente_id, pk__in=roles.values("medewerker_id")
    )


def takes_part(gemeente_id: UUID, day: date) -> QuerySet[Medewerker]:
    """Who sees the content on a day: works here, and has a role that has to do with it (`rules.sees_content`)."""
    roles = Roltoekenning.objects.filter(active(day), gemeente_id=gemeente_id).exclude(
        rol__in=WITHOUT_CONTENT
    )
    return Medewerker.objects.filter(
        active(day), gemeente_id=gemeente_id, pk__in=roles.values("medewerker_id")
    )


def can_enter(gemeente_id: UUID, day: date) -> QuerySet[Medewerker]:
    """Beheerders on a day who are really there: an invitation nobody answered manages nothing."""
    return beheerders(gemeente_id, day).exclude(Exists(invitations()) & ~Exists(answers()))


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
