"""Who may do what at a table, apart from what the state allows. Pairs: `require_can_…` raises, `can_…` asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.periode import Periode
from vliegwiel.kern.refusals import NotAllowed
from vliegwiel.samenspel.models import Bijdrage, Tafel, Zetel
from vliegwiel.samenspel.rules import Code


class NoSeat(NotAllowed):
    """The kijker has no seat at this table today."""

    code = "geen_zetel"


class TableFinished(NotAllowed):
    """The table is finished: it can be read, not changed."""

    code = "tafel_afgerond"


class NotGuide(NotAllowed):
    """Only who guides the table does this (or, while nobody guides, a seat with mandaat)."""

    code = "niet_begeleider"


class NotYourVoorstel(NotAllowed):
    """Only who wrote on it, who guides, or who has mandaat takes a Voorstel off the table."""

    code = "niet_jouw_voorstel"


class NotYourBijdrage(NotAllowed):
    """Only who offered it changes it."""

    code = "niet_jouw_bijdrage"


class OfHousehold(NotAllowed):
    """What is said at the table of a household stays there: nothing for the whole gemeente is decided there."""

    code = "tafel_van_huishouden"


def require_apart(tafel: Tafel) -> None:
    if tafel.dossier_id is not None:
        raise OfHousehold


def runs(tafel: Tafel) -> bool:
    """Whether the table is still running."""
    return tafel.einddatum is None


def sits(zetel: Zetel | None, today: date) -> bool:
    return zetel is not None and Periode(zetel.begindatum, zetel.einddatum).contains(today)


def stays(zetel: Zetel, today: date) -> bool:
    """Sits here today, and tomorrow too."""
    return sits(zetel, today) and zetel.einddatum != today


def can_start(kijker: Kijker) -> bool:
    """Any colleague who takes part in the content starts a table, not only the gemeente."""
    return kijker.medewerker is not None and kijker.sees_content


def require_can_start(kijker: Kijker) -> None:
    if not can_start(kijker):
        raise NotAllowed


def can_speak(zetel: Zetel | None, tafel: Tafel, today: date) -> bool:
    """A seat speaks, writes and asks as long as the table runs."""
    return sits(zetel, today) and runs(tafel)


def require_can_speak(zetel: Zetel | None, tafel: Tafel, today: date) -> Zetel:
    if zetel is None or not sits(zetel, today):
        raise NoSeat
    if not runs(tafel):
        raise TableFinished
    return zetel


def can_guide(zetel: Zetel | None, tafel: Tafel, seats: Iterable[Zetel], today: date) -> bool:
    """The begeleider sees to seats and silence; while nobody guides, a seat with mandaat steps in."""
    if zetel is None or not can_speak(zetel, tafel, today):
        return False
    guided = any(seat.is_begeleider and sits(seat, today) for seat in seats)
    return zetel.is_begeleider or (not guided and has_mandaat(zetel, today))


def require_can_guide(zetel: Zetel | None, tafel: Tafel, seats: Iterable[Zetel], today: date) -> Zetel:
    own = require_can_speak(zetel, tafel, today)
    if not can_guide(own, tafel, seats, today):
        raise NotGuide
    return own


def can_retract(zetel: Zetel, writers: Collection[UUID], today: date) -> bool:
    """Taking a text off the table ends everybody's work on it: who wrote it, who guides, or who has mandaat."""
    return zetel.pk in writers or zetel.is_begeleider or has_mandaat(zetel, today)


def require_can_retract(zetel: Zetel, writers: Collection[UUID], today: date) -> None:
    if not can_retract(zetel, writers, today):
        raise NotYourVoorstel


def has_mandaat(zetel: Zetel, today: date) -> bool:
    """Whether this person may promise something here today."""
    return bool(zetel.mandaat.strip()) and (zetel.mandaat_tot is None or zetel.mandaat_tot >= today)


def lack_to_offer(zetel: Zetel, tafel: Tafel) -> list[Code]:
    """Why nothing can be offered here. At the table of a household it is an Afspraak in the plan, which has its own
    rules about who reads it; and who sits for nobody (a guide) promises for nobody."""
    if tafel.dossier_id is not None:
        return [Code("tafel_van_huishouden")]
    return [] if zetel.partij_id is not None else [Code("zonder_partij")]


def can_offer(zetel: Zetel | None, tafel: Tafel, today: date) -> bool:
    return zetel is not None and can_speak(zetel, tafel, today) and not lack_to_offer(zetel, tafel)


def require_own_bijdrage(zetel: Zetel, bijdrage: Bijdrage) -> None:
    if bijdrage.zetel_id != zetel.pk:
        raise NotYourBijdrage
