"""What to say when calling, in the gemeente's own words; and how long before an end somebody calls."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from vliegwiel.gemeenschap.public import Instelling, Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.access.bel_alvast import require_can_guide, require_can_set_weeks
from vliegwiel.ondersteuning.models import Belwijzer
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import WEKEN
from vliegwiel.ondersteuning.queries.bel_alvast_wijzer import versions
from vliegwiel.ondersteuning.refusals.bel_alvast import GuideChanged

MOST_WEEKS = 26


@transaction.atomic
def write_guide(*, by: Kijker, now: datetime, wet: str, categorie: str, tekst: str, nummer: int) -> Belwijzer:
    """A new version of the guide for one kind of help; without words: the standard text again. All versions stay.

    Raises:
        CannotKeepGuide: not in this role.
        GuideChanged: a colleague wrote another version meanwhile.
    """
    require_can_guide(by)
    assert by.medewerker is not None
    last = versions(by, wet, categorie).first()
    if (last.nummer if last else 0) != nummer:
        raise GuideChanged
    try:
        with transaction.atomic():
            made: Belwijzer = Belwijzer.objects.create(
                gemeente_id=by.gemeente_id,
                wet=wet,
                categorie=categorie,
                tekst=tekst.strip(),
                door=by.medewerker,
                moment=now,
                nummer=nummer + 1,
            )
    except IntegrityError as error:
        raise GuideChanged from error
    record(by=by, action="belwijzer.geschreven", subject=made, now=now, nummer=made.nummer)
    return made


@transaction.atomic
def set_weeks(*, by: Kijker, now: datetime, soort: str, weken: int) -> Instelling:
    """From today: call so many weeks before an end; of one kind of help (`soort`), or of all. 0: as all the others.

    Raises:
        CannotSetWeeks: not in this role.
    """
    require_can_set_weeks(by)
    setting, _ = Instelling.objects.update_or_create(
        gemeente_id=by.gemeente_id,
        code=f"{WEKEN}.{soort}" if soort else WEKEN,
        vanaf=day_of(now),
        defaults={"waarde": weken},
    )
    record(by=by, action="belweken.gezet", subject=setting, now=now, weken=weken)
    return setting
