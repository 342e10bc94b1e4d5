"""What the FG writes down about one event of the sample."""

from __future__ import annotations

from datetime import datetime

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern import log
from vliegwiel.privacy.models import Inzage, Nazicht
from vliegwiel.privacy.queries.toezicht import oversees
from vliegwiel.privacy.refusals import AlreadyReviewed, NotForFg, SayWhatToAsk


def record_nazicht(*, inzage: Inzage, oordeel: str, by: Kijker, now: datetime, woorden: str = "") -> Nazicht:
    """Seen, or to be asked about. Raises NotForFg, AlreadyReviewed, SayWhatToAsk."""
    if not oversees(by):
        raise NotForFg
    if Nazicht.objects.filter(gemeente_id=by.gemeente_id, inzage_id=inzage.pk).exists():
        raise AlreadyReviewed
    if oordeel == Nazicht.Oordeel.NAVRAAG and not woorden.strip():
        raise SayWhatToAsk
    row = Nazicht.objects.create(
        gemeente_id=by.gemeente_id, inzage_id=inzage.pk, oordeel=oordeel, woorden=woorden.strip(),
        door=by.naam, moment=now,
    )  # fmt: skip
    log.record(by=by, action="nazicht", subject=row, now=now, oordeel=oordeel)
    return row
