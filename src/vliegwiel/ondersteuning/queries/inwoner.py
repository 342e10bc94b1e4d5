"""What a resident reads on their own pages. All of it through the policy (`resident_sight`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.marks import Purpose
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.models import (
    Contactmoment,
    Correctieverzoek,
    Huishouden,
    Plandeel,
    Plandoel,
    Vraag,
)
from vliegwiel.ondersteuning.queries.inzage import looks
from vliegwiel.ondersteuning.queries.voorziening import Gesprokene, help_for
from vliegwiel.ondersteuning.rules.hulp import Hulp
from vliegwiel.ondersteuning.rules.inwoner import GEMEENTE, OMGEVING, ZELF, Blik, first_three
from vliegwiel.privacy.public import (
    Betrokkene,
    Betrokkenheid,
    Inzage,
    Onderdeel,
    Persoon,
    Zicht,
    as_asked,
    own_persoon,
    resident_sight,
    sight_again,
    toon,
)
from vliegwiel.samenspel.public import Afspraak

LOPEND = (Afspraak.Status.GEVRAAGD, Afspraak.Status.LOOPT)
MOST = 60  # lines of one page
LAATSTE = 60  # rows of the log behind the last three lines


def whole(blik: Eigenblik) -> Eigenblik:
    """With who they are themselves, also when they live in no household here (a mentor, a bewindvoerder)."""
    if blik.zelf is None:
        blik.zelf = own_persoon(blik.kijker)
    return blik


def as_resident(kijker: Kijker) -> Kijker:
    """The same resident, on a block of their own page: what is theirs is opened for themselves."""
    return replace(kijker, purpose=Purpose.EIGEN_DOSSIER)


@dataclass(frozen=True)
class Bewoner:
    """Somebody the kijker may know of, in one household."""

    persoon: Persoon
    dossier_id: UUID


@dataclass(frozen=True)
class Thuis:
    """One household of the kijker, or of whom they represent. `naam` is empty when they may not know it."""

    dossier_id: UUID
    naam: str = ""
    contact_id: UUID | None = None
    contact: str = ""
    wens: str = ""


@dataclass(frozen=True)
class Regel:
    """One line of who does what."""

    id: UUID
    dossier_id: UUID
    groep: str
    wie: str
    bij: str  # a code: what they are, "" for nobody to explain
    organisatie: str
    tekst: str
    wanneer: date | None
    hoe_laat: time | None
    gevraagd: bool
    vast: bool
    voor: str = ""
    correctie: Correctieverzoek | None = None


@dataclass
class Eigenblik:
    """What one resident may see, read once for a page."""

    kijker: Kijker
    now: datetime
    zicht: Zicht
    logs: frozenset[UUID]
    bewoners: list[Bewoner] = field(default_factory=list)
    thuis: dict[UUID, Thuis] = field(default_factory=dict)
    zelf: Persoon | None = None

    @property
    def namen(self) -> dict[UUID, str]:
        return {it.persoon.pk: it.persoon.voornaam for it in self.bewoners}

    @property
    def vast(self) -> dict[UUID, str]:
        """The vaste contactpersonen of these households: the colleagues whose names they know."""
        return {home.contact_id: home.contact for home in self.thuis.values() if home.contact_id}

    @property
    def eigen(self) -> list[Thuis]:
        """Where they live themselves today."""
        mine = {it.dossier_id for it in self.bewoners if self.zelf and it.persoon.pk == self.zelf.pk}
        return [home for pk, home in self.thuis.items() if pk in mine]


def contact_of(dossier: str, day: date) -> QuerySet[Betrokkenheid]:
    """The vaste contactpersoon of a dossier, as a sub-query."""
    return Betrokkenheid.objects.filter(
        active(day),
        gemeente_id=OuterRef("gemeente_id"),
        dossier_id=OuterRef(dossier),
        soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON,
        beeindigd_op__isnull=True,
        medewerker__isnull=False,
    )


def sight_of(kijker: Kijker, now: datetime) -> Eigenblik:
    """Who lives where, what it is called and who the vaste contactpersoon is, as far as this resident may know.

    Says in the log whom the page shows.
    """
    zicht, logs = resident_sight(kijker, now)
    found = Eigenblik(kijker, now, zicht, logs)
    for row in _bewoners(kijker, zicht, day_of(now)):
        found.bewoners.append(Bewoner(row.persoon, row.dossier_id))
        found.thuis.setdefault(row.dossier_id, _home(zicht, row))
        if row.persoon.inwoner_id == kijker.inwoner.pk:  # type: ignore[union-attr]
            found.zelf = row.persoon
    toon(kijker, Inzage.Soort.EIGEN, [(it.persoon.pk, it.dossier_id) for it in found.bewoners])
    return found


def _bewoners(kijker: Kijker, zicht: Zicht, day: date) -> list[Any]:
    words, sight = as_asked(zicht, Onderdeel.PERSOON, *_DELEN)
    inwoner = kijker.inwoner.pk  # type: ignore[union-attr]
    return ask(_known, words, gemeente=kijker.gemeente_id, inwoner=inwoner, day=day, **sight)


def _known(words: Any, *, gemeente: UUID, inwoner: UUID, day: date, **sight: Any) -> QuerySet[Betrokkene]:
    zicht = sight_again(words, sight)
    contact = contact_of("dossier_id", day)
    homes = Huishouden.objects.filter(gemeente_id=OuterRef("gemeente_id"), dossier_id=OuterRef("dossier_id"))
    wens = Plandeel.objects.filter(
        delen_q(zicht),
        Q(persoon__isnull=True) | Q(persoon__inwoner_id=inwoner),
        gemeente_id=OuterRef("gemeente_id"),
        dossier_id=OuterRef("dossier_id"),
        soort=Plandeel.Soort.WIL_IK,
        vervallen_op__isnull=True,
    ).order_by("-eigen_woorden", "persoon_id", "-gemaakt_op")
    known = zicht.q(Onderdeel.PERSOON, domein=None, afgesloten=None)
    return (
        Betrokkene.objects.filter(known, gemeente_id=gemeente, begindatum__lte=day)
        .filter(active(day) | Q(persoon__inwoner_id=inwoner))
        .select_related("persoon")
        .annotate(
            huishouden=Subquery(homes.values("naam")[:1]),
            contact_id=Subquery(contact.values("medewerker_id")[:1], output_field=UUIDField()),
            contact=Subquery(contact.values("medewerker__naam")[:1]),
            wens=Subquery(wens.values("tekst")[:1]),
        )
        .order_by("-begindatum", "dossier_id", "volgorde")
    )


def _home(zicht: Zicht, row: Any) -> Thuis:
    if not zicht.mag(Onderdeel.KADER, row.dossier_id):
        return Thuis(row.dossier_id, wens=row.wens or "")
    return Thuis(row.dossier_id, row.huishouden or "", row.contact_id, row.contact or "", row.wens or "")


_DELEN = (Onderdeel.INHOUD, Onderdeel.VERZEGELD_DEEL)


def delen_q(zicht: Zicht) -> Q:
    """Parts of the plan a resident may read; a sealed one only when it is about themselves."""
    sealed = zicht.q(Onderdeel.VERZEGELD_DEEL) & Q(verzegeld=True)
    return zicht.q(Onderdeel.INHOUD) & Q(verzegeld=False) | sealed


def afspraken(blik: Eigenblik) -> QuerySet[Afspraak]:
    return _afspraken(blik.kijker.gemeente_id, blik.zicht)


def _afspraken(gemeente: UUID, zicht: Zicht) -> QuerySet[Afspraak]:
    rows = Afspraak.objects.filter(zicht.q(Onderdeel.AFSPRAAK), gemeente_id=gemeente)
    return rows.select_related("medewerker__deelname__organisatie", "doet")


def _lopend(words: Any, *, gemeente: UUID, **sight: Any) -> QuerySet[Afspraak]:
    rows = _afspraken(gemeente, sight_again(words, sight)).filter(status__in=LOPEND)
    return rows.order_by("wanneer", "gemaakt_op", "pk")[:MOST]


def delen(blik: Eigenblik) -> QuerySet[Plandeel]:
    return Plandeel.objects.filter(delen_q(blik.zicht), gemeente_id=blik.kijker.gemeente_id)


def doelen(blik: Eigenblik) -> QuerySet[Plandoel]:
    return Plandoel.objects.filter(
        blik.zicht.q(Onderdeel.DOEL), gemeente_id=blik.kijker.gemeente_id
    ).select_related("terugblik")


def contacten(blik: Eigenblik) -> QuerySet[Contactmoment]:
    return Contactmoment.objects.filter(blik.zicht.q(Onderdeel.INHOUD), gemeente_id=blik.kijker.gemeente_id)


def vragen(blik: Eigenblik) -> QuerySet[Vraag]:
    """Their own questions, and who has them: not what somebody else asked or feared (that is told in a talk)."""
    if not blik.logs:
        return Vraag.objects.none()
    return _vragen(blik.kijker.gemeente_id, blik.kijker.inwoner.pk)  # type: ignore[union-attr]


def _vragen(gemeente: UUID, inwoner: UUID) -> QuerySet[Vraag]:
    return (
        Vraag.objects.filter(gemeente_id=gemeente, persoon__inwoner_id=inwoner)
        .filter(namens=Vraag.Namens.ZELF)
        .exclude(status=Vraag.Status.VERNIETIGD)
        .select_related("houder__deelname__organisatie", "houder_team")
        .order_by("-gesteld_op")
    )


def correcties(blik: Eigenblik) -> QuerySet[Correctieverzoek]:
    """What they themselves said is not right."""
    if not blik.logs:
        return Correctieverzoek.objects.none()
    return _correcties(blik.kijker.gemeente_id, blik.kijker.inwoner.pk)  # type: ignore[union-attr]


def _correcties(gemeente: UUID, inwoner: UUID) -> QuerySet[Correctieverzoek]:
    return (
        Correctieverzoek.objects.filter(gemeente_id=gemeente, persoon__inwoner_id=inwoner)
        .select_related("vraag__houder__deelname__organisatie", "vraag__houder_team")
        .order_by("gevraagd_op")
    )


def _open_vragen(*, gemeente: UUID, inwoner: UUID) -> QuerySet[Vraag]:
    rows = _vragen(gemeente, inwoner).filter(status=Vraag.Status.OPEN)
    return rows.exclude(soort=Vraag.Soort.CORRECTIE)[:MOST]


def _said(*, gemeente: UUID, inwoner: UUID) -> QuerySet[Correctieverzoek]:
    return _correcties(gemeente, inwoner)[:MOST]


def by_line(rows: Iterable[Correctieverzoek]) -> dict[UUID, Correctieverzoek]:
    """The last correction of each line."""
    found: dict[UUID, Correctieverzoek] = {}
    for it in rows:
        line = it.plandeel_id or it.plandoel_id or it.afspraak_id or it.contactmoment_id
        if line:
            found[line] = it
    return found


def regel_of(blik: Eigenblik, row: Afspraak, said: dict[UUID, Correctieverzoek] | None = None) -> Regel:
    """Who does it, in words a resident knows: themselves, by first name, or the colleague who does it for them."""
    zelf = blik.zelf.pk if blik.zelf else None
    groep, wie, bij = _who(row, zelf, blik.namen)
    home = blik.thuis.get(row.dossier_id)  # type: ignore[arg-type]
    vast = bool(row.medewerker_id and home and row.medewerker_id == home.contact_id)
    organisatie = row.medewerker.deelname.organisatie.naam if row.medewerker and not vast else ""
    return Regel(
        id=row.pk,
        dossier_id=row.dossier_id,  # type: ignore[arg-type]
        groep=groep,
        wie=wie,
        bij="vast" if vast else bij,
        organisatie=organisatie,
        tekst=row.tekst,
        wanneer=row.wanneer,
        hoe_laat=row.hoe_laat,
        gevraagd=row.status == Afspraak.Status.GEVRAAGD,
        vast=vast,
        voor=blik.namen.get(row.persoon_id, "") if row.persoon_id and row.persoon_id != zelf else "",
        correctie=(said or {}).get(row.pk),
    )


def _who(row: Afspraak, zelf: UUID | None, namen: dict[UUID, str]) -> tuple[str, str, str]:
    if row.wie == Afspraak.Wie.INWONER:
        if row.doet_id == zelf or (row.doet_id is None and row.persoon_id in (None, zelf)):
            return ZELF, "", "zelf"
        return OMGEVING, namen.get(row.doet_id or row.persoon_id, ""), "thuis"  # type: ignore[arg-type]
    if row.wie in (Afspraak.Wie.NETWERK, Afspraak.Wie.VRIJWILLIGER):
        return OMGEVING, row.wie_naam, row.wie
    return (
        GEMEENTE,
        row.medewerker.naam if row.medewerker else row.wie_naam,
        "collega" if row.medewerker else row.wie,
    )


@dataclass(frozen=True)
class Groep:
    """One household on the page: its lines, the first three apart."""

    thuis: Thuis
    voor: str
    eerst: list[Regel]
    rest: list[Regel]


def groepen(blik: Eigenblik, said: dict[UUID, Correctieverzoek] | None = None) -> list[Groep]:
    """Who does what, per household."""
    lines: dict[UUID, list[Regel]] = defaultdict(list)
    words, sight = as_asked(blik.zicht, Onderdeel.AFSPRAAK)
    for row in ask(_lopend, words, gemeente=blik.kijker.gemeente_id, **sight):
        lines[row.dossier_id].append(regel_of(blik, row, said))
    homes = {**blik.thuis, **{pk: Thuis(pk) for pk in lines if pk not in blik.thuis}}
    found = []
    for pk, home in homes.items():
        first, rest = first_three(lines[pk], day_of(blik.now))
        found.append(Groep(home, _for_whom(blik, home, lines[pk]), first, rest))
    return found


def _for_whom(blik: Eigenblik, home: Thuis, lines: list[Regel]) -> str:
    """By first name, when it is the household of somebody they represent and its name is not theirs to know; or the
    one person whose lines another home shares."""
    if home.naam:
        return ""
    shared = {line.voor for line in lines}
    there = (it.persoon.voornaam for it in blik.bewoners if it.dossier_id == home.dossier_id)
    return next(there, shared.pop() if len(shared) == 1 else "")


@dataclass(frozen=True)
class Pagina:
    """Wie doet wat voor mij."""

    blik: Eigenblik
    groepen: list[Groep]
    vragen: list[Vraag]
    correcties: list[Correctieverzoek]
    keken: list[Blik]
    hulp: tuple[Hulp, ...] = ()
    gebeld: list[Gesprokene] = field(default_factory=list)


def wie_doet_wat(kijker: Kijker, now: datetime) -> Pagina:
    """The whole page of one resident."""
    blik = sight_of(kijker, now)
    me = {"gemeente": kijker.gemeente_id, "inwoner": kijker.inwoner.pk}  # type: ignore[union-attr]
    said = ask(_said, **me) if blik.logs else []
    open_now = ask(_open_vragen, **me) if blik.logs else []
    seen = looks(kijker, blik.logs, batch=LAATSTE)[0] if blik.logs else []
    general = [
        it for it in said if not (it.plandeel_id or it.plandoel_id or it.afspraak_id or it.contactmoment_id)
    ]
    hulp, gebeld = help_for(kijker, blik.zicht, now, blik.namen, blik.zelf.pk if blik.zelf else None)
    return Pagina(blik, groepen(blik, by_line(said)), open_now, general, seen[:3], hulp, gebeld)
