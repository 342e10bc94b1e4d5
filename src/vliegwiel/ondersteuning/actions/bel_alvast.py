"""What came of a call before help ends: once, by whose it is, with what follows from it, in one transaction."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.log import record
from vliegwiel.ondersteuning.models import Belletje, Contactmoment, Voorziening
from vliegwiel.ondersteuning.queries.bel_alvast import calls_about, provisions, theirs
from vliegwiel.ondersteuning.queries.bel_alvast_kaart import may_record
from vliegwiel.ondersteuning.queries.bel_alvast_vinden import CODE
from vliegwiel.ondersteuning.refusals.bel_alvast import AlreadyCalled, NoLongerNeeded, NotYourCard, WrongDay
from vliegwiel.samenspel.public import Aandachtspunt, Afspraak, latest_snooze, make_afspraak, put_off, settle
from vliegwiel.ui.filters import datum_kort
from vliegwiel.ui.sentences import sentence

HOE = {
    Belletje.Weg.TELEFOON: Contactmoment.Soort.TELEFOON,
    Belletje.Weg.BEZOEK: Contactmoment.Soort.BEZOEK,
    Belletje.Weg.BRIEF: Contactmoment.Soort.BERICHT,
}
FOLLOWED = frozenset({Belletje.Uitkomst.VERLENGEN, Belletje.Uitkomst.ANDERE_HULP})


@transaction.atomic
def record_belletje(
    *,
    by: Kijker,
    now: datetime,
    punt: Aandachtspunt,
    uitkomst: str,
    weg: str = Belletje.Weg.TELEFOON,
    regel: str = "",
    weer_op: date | None = None,
    stap: str = "",
    stap_dag: date | None = None,
    gezien: UUID | None = None,
) -> Belletje:
    """Write down what came of a call, and settle the card; not reached: the card comes again on `weer_op`.

    `stap`: what this colleague does next; becomes an Afspraak of their own. `gezien`: the last call on the screen
    when typing began, so that two colleagues at once are told of one another. A card that was settled may be
    written about again (*toch anders*): of one end the last outcome counts.

    Raises:
        NotYourCard, NoLongerNeeded, AlreadyCalled, WrongDay.
    """
    row = theirs(by, now).select_for_update(of=("self",)).filter(pk=punt.pk).first()
    if row is None or by.medewerker is None:
        raise NotYourCard
    voorziening, eind = _still_about(by, row)
    _require_seen(by, voorziening, eind, gezien)
    if not may_record(by, row, now):
        raise NotYourCard
    _require_days(row, day_of(now), uitkomst, weer_op, stap, stap_dag)
    made: Belletje = Belletje.objects.create(
        gemeente_id=by.gemeente_id,
        voorziening=voorziening,
        dossier_id=voorziening.dossier_id,
        domein=voorziening.domein,
        persoon_id=voorziening.persoon_id,
        medewerker=by.medewerker,
        over=eind,
        weg=weg,
        uitkomst=uitkomst,
        regel=regel,
        weer_op=weer_op if uitkomst == Belletje.Uitkomst.NIET_BEREIKT else None,
        afspraak=_follow_up(by, now, row, voorziening, stap, stap_dag) if uitkomst in FOLLOWED else None,
        contact=_contact(by, now, voorziening, weg, uitkomst, regel),
        moment=now,
    )
    record(by=by, action="belletje.genoteerd", subject=made, now=now, uitkomst=uitkomst, weg=weg)
    _settle(by, now, row, made)
    return made


def _still_about(by: Kijker, row: Aandachtspunt) -> tuple[Voorziening, date]:
    """The help this card is about, if it still ends on the day the card says."""
    found = provisions(by).filter(pk=row.object).first() if row.object else None
    gone = row.weg == Aandachtspunt.Weg.VERVALLEN
    if gone or found is None or found.eind is None or found.eind.isoformat() != row.params.get("dag_eind"):
        raise NoLongerNeeded
    return found, found.eind


def _require_seen(by: Kijker, voorziening: Voorziening, eind: date, gezien: UUID | None) -> None:
    last = calls_about(by, voorziening).filter(over=eind).first()
    if last is None or last.pk == gezien:
        return
    dag = datum_kort(last.moment)
    if by.medewerker is not None and last.medewerker_id == by.medewerker.pk:
        raise AlreadyCalled("belletje_zelf_al_gedaan", dag=dag)
    raise AlreadyCalled(naam=last.medewerker.naam, dag=dag)


def _require_days(
    row: Aandachtspunt, today: date, uitkomst: str, weer_op: date | None, stap: str, stap_dag: date | None
) -> None:
    if uitkomst == Belletje.Uitkomst.NIET_BEREIKT and weer_op is not None:
        if weer_op <= today:
            raise WrongDay("belletje_dag_voorbij", "weer_dag")
        if weer_op > (last := latest_snooze(today, row.voor)):
            raise WrongDay("belletje_dag_te_laat", "weer_dag", dag=datum_kort(last))
    if uitkomst in FOLLOWED and stap and stap_dag is not None and stap_dag < today:
        raise WrongDay("belletje_stap_voorbij", "stap_dag")


def _follow_up(
    by: Kijker, now: datetime, row: Aandachtspunt, voorziening: Voorziening, stap: str, dag: date | None
) -> Afspraak | None:
    if not stap or by.medewerker is None:
        return None
    here = by.medewerker.deelname.organisatie.soort == "gemeente"
    made: Afspraak = make_afspraak(
        by=by,
        now=now,
        tekst=stap,
        wie=Afspraak.Wie.GEMEENTE if here else Afspraak.Wie.PROFESSIONAL,
        dossier=voorziening.dossier,
        domein=voorziening.domein,
        persoon=voorziening.persoon,
        medewerker=by.medewerker,
        wanneer=dag,
        om=row,
    )
    return made


def _contact(
    by: Kijker, now: datetime, voorziening: Voorziening, weg: str, uitkomst: str, regel: str
) -> Contactmoment:
    """The same among the other contacts: for who works in that domain, and for who it is about."""
    reached = uitkomst != Belletje.Uitkomst.NIET_BEREIKT
    left = Contactmoment.Uitkomst.BERICHT_ACHTERGELATEN if weg == Belletje.Weg.BRIEF else None
    made: Contactmoment = Contactmoment.objects.create(
        gemeente_id=by.gemeente_id,
        dossier_id=voorziening.dossier_id,
        domein=voorziening.domein,
        persoon_id=voorziening.persoon_id,
        medewerker=by.medewerker,
        soort=HOE[Belletje.Weg(weg)],
        uitkomst=Contactmoment.Uitkomst.GESPROKEN if reached else left or Contactmoment.Uitkomst.NIET_BEREIKT,
        regel=regel,
        moment=now,
    )
    return made


def _settle(by: Kijker, now: datetime, row: Aandachtspunt, made: Belletje) -> None:
    """Gone when it is concluded; else until the day to try again. What was settled, the klok brings back."""
    if made.uitkomst != Belletje.Uitkomst.NIET_BEREIKT:
        settle(code=CODE, object=made.voorziening_id, now=now, by=by)
    elif row.weg_op is None and made.weer_op is not None:
        put_off(by=by, now=now, aandachtspunt=row, tot=made.weer_op, reden=sentence("belletje_uitstel"))
