"""A lost telephone."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator  # type: ignore[import-untyped]
from django.db import transaction

from vliegwiel.gemeenschap.access import require_can_manage
from vliegwiel.gemeenschap.actions.roles import require_here
from vliegwiel.gemeenschap.kijker import Kijker
from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.gemeenschap.queries import works_elsewhere
from vliegwiel.gemeenschap.refusals import NoSecondFactor, NotOwnSecondFactor, WorksElsewhere
from vliegwiel.kern import outbox
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record


@transaction.atomic
def reset_second_factor(*, by: Kijker, now: datetime, medewerker: Medewerker) -> Medewerker:
    """Take away the second factor of a colleague who lost it; at the next log-in they set up a new one.

    The log-in belongs to the account, not to the gemeente: whoever works in a second gemeente is not
    weakened there by the beheerder of the first (`vliegwiel tweede-stap-terug` is for those).

    Raises:
        NotBeheerder, HasLeft, NotOwnSecondFactor, WorksElsewhere, NoSecondFactor
    """
    require_can_manage(by)
    require_here(medewerker, day_of(now))
    if medewerker.account_id == by.account_id:
        raise NotOwnSecondFactor
    if works_elsewhere(by, medewerker, day_of(now)):
        raise WorksElsewhere
    if not Authenticator.objects.filter(user_id=medewerker.account_id).delete()[0]:
        raise NoSecondFactor
    account = medewerker.account
    outbox.put(
        gemeente_id=by.gemeente_id,
        aan=account.email,
        soort="tweede_stap",
        now=now,
        taal=account.taal,
        pad="/",
    )
    record(by=by, action="tweede_stap_teruggezet", subject=medewerker, now=now)
    return medewerker
