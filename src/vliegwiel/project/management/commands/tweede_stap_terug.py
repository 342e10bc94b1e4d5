"""vliegwiel tweede-stap-terug: for somebody who works in several gemeenten and lost their telephone."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import CommandError

from vliegwiel.gemeenschap.public import Medewerker
from vliegwiel.kern.clock import now
from vliegwiel.kern.database import request_transaction, set_account, set_gemeente
from vliegwiel.kern.log import record
from vliegwiel.kern.models import Account
from vliegwiel.project.opdracht import Opdracht


class Command(Opdracht):
    help = "Zet de tweede stap van een account terug. Bel eerst om te weten dat diegene het zelf vraagt."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        account = Account.objects.filter(email=options["email"].lower()).first()
        if account is None:
            raise CommandError("Er is geen account met dit e-mailadres.")
        with request_transaction(writes=True):
            if not Authenticator.objects.filter(user_id=account.pk).delete()[0]:
                raise CommandError("Dit account heeft geen tweede stap.")
            set_account(account.pk)
            for medewerker in list(Medewerker.objects.filter(account=account)):
                set_gemeente(medewerker.gemeente_id)
                record(
                    by=_Operator(medewerker), action="tweede_stap_teruggezet", subject=medewerker, now=now()
                )
        self.stdout.write(f"De tweede stap van {account.naam} is teruggezet.")


class _Operator:
    """Whoever runs the command on the server: nobody's account."""

    account_id = None

    def __init__(self, medewerker: Any) -> None:
        self.gemeente_id = medewerker.gemeente_id
