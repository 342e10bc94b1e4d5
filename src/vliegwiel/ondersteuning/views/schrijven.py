"""What the pages of writing share: the place, looked up through the policy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from vliegwiel.gemeenschap.public import Kijker, found
from vliegwiel.kern.clock import now
from vliegwiel.ondersteuning.queries.schrijven import Plek, plannen, plek
from vliegwiel.ondersteuning.refusals.schrijven import CannotWrite
from vliegwiel.privacy.public import Zicht, zicht_op


def place(
    request: HttpRequest,
    kijker: Kijker,
    dossier_id: UUID,
    zicht: Zicht | None = None,
    over: Iterable[UUID | None] = (),
) -> Plek:
    """The plan of this household, if the kijker may know of it."""
    moment = now()
    sight = zicht or zicht_op(kijker, [dossier_id], moment)
    plan = found(request, kijker, plannen(kijker, sight), dossier_id=dossier_id)
    return plek(kijker, sight, plan, moment, over)


def writable(request: HttpRequest, kijker: Kijker, dossier_id: UUID, zicht: Zicht | None = None) -> Plek:
    """... and if they write in it: who does not, gets no empty form."""
    it = place(request, kijker, dossier_id, zicht)
    if not it.werkt:
        raise CannotWrite
    return it


def plan_href(kijker: Kijker, dossier_id: UUID) -> str:
    return reverse("plan", args=[kijker.gemeente.slug, dossier_id])


def context(it: Plek, **more: Any) -> dict[str, Any]:
    """What every page of writing shows around its form."""
    # Only who lives here today: who left is not named any more.
    names = {person.pk: person.voornaam for person in it.personen}
    whole = {person.pk: person.naam for person in it.personen}
    return {"plek": it, "dossier_id": it.dossier, "namen": names, "voluit": whole, **more}
