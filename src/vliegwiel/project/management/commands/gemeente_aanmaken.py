"""vliegwiel gemeente-aanmaken: a new gemeente and its first beheerder, who gets a link to choose a password."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_email, validate_slug

from vliegwiel.gemeenschap.public import first_link, found_gemeente
from vliegwiel.kern.clock import now
from vliegwiel.kern.refusals import Refusal
from vliegwiel.project.opdracht import Opdracht
from vliegwiel.project.reserved import reserved
from vliegwiel.ui.sentences import refusal_sentence


class Command(Opdracht):
    help = "Maakt een gemeente met een eerste functioneel beheerder, en toont de uitnodiging."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--naam", required=True, help="zoals mensen haar noemen: Lindebeek")
        parser.add_argument("--slug", required=True, help="het eerste deel van elk adres: lindebeek")
        parser.add_argument("--code", default="", help="de gemeentecode van het CBS, vier cijfers")
        parser.add_argument("--beheerder-naam", required=True)
        parser.add_argument("--beheerder-email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        _check(options)
        try:
            beheerder = found_gemeente(
                now=now(),
                naam=options["naam"],
                slug=options["slug"],
                code=options["code"],
                beheerder_naam=options["beheerder_naam"],
                beheerder_email=options["beheerder_email"],
            )
        except Refusal as refusal:
            raise CommandError(refusal_sentence(refusal)) from None
        link = settings.ADRES + first_link(beheerder.account, beheerder.gemeente)
        self.stdout.write(
            f"{options['naam']} is er. {beheerder.naam} komt binnen via deze link (een week geldig):\n{link}"
        )


def _check(options: dict[str, Any]) -> None:
    """Raises CommandError with one sentence about the first thing that is wrong."""
    slug, code = options["slug"], options["code"]
    if not options["naam"].strip() or not options["beheerder_naam"].strip():
        raise CommandError("Een naam mag niet leeg zijn.")
    if len(slug) > 40 or slug != slug.lower() or not _valid(validate_slug, slug):
        raise CommandError("Een --slug bestaat uit hoogstens 40 kleine letters, cijfers en streepjes.")
    if slug in reserved():
        raise CommandError(f"/{slug}/ is een adres van Vliegwiel zelf. Kies een andere --slug.")
    if code and not (len(code) == 4 and code.isdigit()):
        raise CommandError("Een --code bestaat uit vier cijfers.")
    if not _valid(validate_email, options["beheerder_email"]):
        raise CommandError("Dit --beheerder-email is geen e-mailadres.")


def _valid(check: Any, value: str) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True
