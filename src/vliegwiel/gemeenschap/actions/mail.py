"""The mail that something waits: how often, and the klok that sends it. It never says what."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from vliegwiel.gemeenschap.kijker import Kijker, active, find_kijker
from vliegwiel.gemeenschap.models import Mailvoorkeur, Medewerker
from vliegwiel.gemeenschap.refusals import MailForColleagues
from vliegwiel.gemeenschap.rules import mail_is_due
from vliegwiel.kern import outbox, registry
from vliegwiel.kern.clock import ZONE
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.log import record
from vliegwiel.kern.werkdagen import is_open

FROM_HOUR = 7
AT_ONCE = 100  # colleagues in one turn of the klok


@transaction.atomic
def choose_mail(*, by: Kijker, now: datetime, ritme: str, dag: int) -> Mailvoorkeur:
    """How often a mail may say that something waits.

    Raises:
        MailForColleagues: a resident gets no such mail.
    """
    if by.medewerker is None:
        raise MailForColleagues
    row, _made = Mailvoorkeur.objects.update_or_create(
        gemeente_id=by.gemeente_id, medewerker=by.medewerker, defaults={"ritme": ritme, "dag": dag}
    )
    record(by=by, action="mail.gekozen", subject=row, now=now, ritme=ritme, dag=dag)
    return row


def mail_what_waits(gemeente_id: UUID, now: datetime) -> int:
    """After seven on a working day: one mail to whoever chose it and has something waiting. Part of the klok."""
    here = now.astimezone(ZONE)
    if here.hour < FROM_HOUR or not is_open(here.date()):
        return 0
    today = here.date()
    rows = Mailvoorkeur.objects.filter(
        Q(laatst_op__isnull=True) | Q(laatst_op__lt=today),
        active(today, "medewerker__"),
        gemeente_id=gemeente_id,
    )
    rows = rows.exclude(ritme=Mailvoorkeur.Ritme.NOOIT).select_for_update(of=("self",))
    chosen = rows.select_related("medewerker__account", "medewerker__gemeente").order_by("laatst_op", "id")
    sent = 0
    for row in chosen[:AT_ONCE]:
        due = mail_is_due(row.ritme, row.dag, row.laatst_op, today)
        if due and _waits(row.medewerker, now):
            _mail(row.medewerker, now)
            sent += 1
        if due:
            row.laatst_op = today
            row.save(update_fields=["laatst_op"])
    return sent


def _waits(medewerker: Medewerker, now: datetime) -> bool:
    """Whether there is a card for this colleague. Nobody's name is read for it."""
    account, slug = medewerker.account, medewerker.gemeente.slug
    if not account.is_active:
        return False
    kijker = find_kijker(account, slug, Purpose.OVERZICHT, now.astimezone(ZONE).date())
    if kijker is None:
        set_gemeente(medewerker.gemeente_id)  # looking for them let go of it, and the next colleague waits
        return False
    reader = replace(kijker, onthoudt={})
    return any(part(reader, now) for part in registry.wacht)


def _mail(medewerker: Medewerker, now: datetime) -> None:
    outbox.put(
        gemeente_id=medewerker.gemeente_id,
        aan=medewerker.account.email,
        soort="er_wacht_iets",
        now=now,
        pad=reverse("vandaag", args=[medewerker.gemeente.slug]),
        taal=medewerker.account.taal,
    )
