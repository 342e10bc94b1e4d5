"""A read-log of some age: who looked at a household before, so that *Wie keek mee* has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from vliegwiel.gemeenschap.models import Medewerker
from vliegwiel.kern.ids import new_id
from vliegwiel.kern.models import Gemeente
from vliegwiel.privacy.models import Betrokkene, Inzage, Inzageregel
from vliegwiel.project.demo.opslaan import store

LOOKS = 6  # times somebody looked at each household before
AT_ONCE = 2_000
Shown = Mapping[UUID, Sequence[UUID]]  # a dossier, and the persons in it


def shown_in(gemeente: Gemeente) -> dict[UUID, list[UUID]]:
    """Everybody there is, by household."""
    found: dict[UUID, list[UUID]] = {}
    rows = Betrokkene.objects.filter(gemeente=gemeente).values_list("dossier_id", "persoon_id")
    for dossier, persoon in rows:
        found.setdefault(dossier, []).append(persoon)
    return found


def looked(gemeente: Gemeente, now: datetime, shown: Shown, people: Sequence[Medewerker]) -> None:
    """Everybody in these households was shown a few times, to these colleagues in turn."""
    each = [(place, dossier, turn) for place, dossier in enumerate(shown) for turn in range(LOOKS)]
    for start in range(0, len(each), AT_ONCE):
        batch = each[start : start + AT_ONCE]
        looks = [_look(gemeente, now, people[(place + turn) % len(people)], turn) for place, _, turn in batch]
        events = Inzage.objects.bulk_create(looks)
        store(Inzageregel, list(_lines(gemeente, events, [dossier for _, dossier, _ in batch], shown)))


def _look(gemeente: Gemeente, now: datetime, who: Medewerker, turn: int) -> Inzage:
    return Inzage(
        gemeente=gemeente,
        moment=now - timedelta(days=turn * 9 + 1),
        spoor=new_id(),
        account=who.account_id,
        medewerker=who.pk,
        deelname=who.deelname_id,
        route="plan",
        doel="ondersteunen",
        soort="plan" if turn % 2 else "lijst",
    )


def _lines(
    gemeente: Gemeente, events: Sequence[Inzage], dossiers: Sequence[UUID], shown: Shown
) -> Iterable[Inzageregel]:
    for event, dossier in zip(events, dossiers, strict=True):
        for persoon in shown[dossier]:
            yield Inzageregel(gemeente=gemeente, inzage_id=event.pk, persoon=persoon, dossier=dossier)
