"""Who can be asked to a table."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Kijker, Medewerker, active

SHORTEST = 2  # letters of a name before a search begins
MOST_FOUND = 20
MOST_PARTIES = 200


def people_found(kijker: Kijker, question: str, today: date) -> tuple[list[Medewerker], list[Inwoner]]:
    """Who can be asked to a table: colleagues by a part of their name, residents by their whole chosen name or
    e-mail address only. Nobody gets a list of the residents of a gemeente."""
    if len(question) < SHORTEST:
        return [], []
    here = {"gemeente_id": kijker.gemeente_id}
    colleagues = Medewerker.objects.filter(active(today), **here, naam__icontains=question)
    residents = Inwoner.objects.select_related("account").filter(
        active(today), Q(naam__iexact=question) | Q(account__email__iexact=question), **here
    )
    return (
        list(colleagues.select_related("account", "deelname__organisatie").order_by("naam")[:MOST_FOUND]),
        list(residents.order_by("naam")[:MOST_FOUND]),
    )


def parties_here(kijker: Kijker, today: date) -> list[Deelname]:
    """The organisations that take part in this gemeente today, by name."""
    rows = Deelname.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
    return list(rows.select_related("organisatie").order_by("organisatie__naam")[:MOST_PARTIES])
