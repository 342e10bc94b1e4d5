"""A command of the kill rig: make the people, or ask for work. `python -m tests.rigs.werk_soorten.vragen mensen`."""

from __future__ import annotations

import sys
from uuid import uuid4

import django


def people() -> None:
    from django.db import transaction

    from tests.cast import make_cast

    with transaction.atomic():
        make_cast()


def ask(steps: int, mails: int, broken: int) -> None:
    """Each in a transaction of its own, as from a page."""
    from vliegwiel.gemeenschap import werk
    from vliegwiel.gemeenschap.kijker import find_kijker
    from vliegwiel.kern.clock import now, today
    from vliegwiel.kern.codes import Purpose
    from vliegwiel.kern.database import request_transaction
    from vliegwiel.kern.models import Account

    wanted = ["proef_stap"] * steps + ["proef_mail"] * mails + ["proef_stuk"] * broken
    for soort in wanted:
        with request_transaction(writes=True):
            account = Account.objects.get(email="bas@medewerker.example")
            by = find_kijker(account, "lindebeek", Purpose.BERICHTEN, today())
            assert by is not None
            row = werk.ask(by=by, soort=soort, object=uuid4(), now=now())
        print(row.pk, row.object, soort, flush=True)  # acknowledged: it was committed


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "mensen":
        people()
    else:
        ask(*map(int, sys.argv[2:5]))
