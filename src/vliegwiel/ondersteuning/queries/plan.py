"""Reading one plan: the policy once, then three questions to the database, whatever the size of the plan.

Everything that shows a plan to a colleague (page, print, PDF, copy) comes from here, so that all show the same. What
somebody may not see is not in the answer, not even as a number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.models import (
    Adres,
    Contactmoment,
    Correctieverzoek,
    Doelafspraak,
    Doelkoppeling,
    Huishouden,
    Plan,
    Plandeel,
    Plandoel,
    Vraag,
)
from vliegwiel.ondersteuning.queries.koppeling import of_goals
from vliegwiel.ondersteuning.queries.plan_blad import PlanBlad
from vliegwiel.ondersteuning.queries.plan_lezen import Lezer
from vliegwiel.ondersteuning.queries.plan_rijen import Rij, branch
from vliegwiel.ondersteuning.queries.voorziening import help_here
from vliegwiel.privacy.public import (
    Betrokkene,
    Betrokkenheid,
    Inzage,
    Onderdeel,
    Relatie,
    Spoedtoegang,
    Zicht,
    as_asked,
    blocked_persons,
    open_gevoelig,
    sight_again,
    toon,
    zicht_op,
)
from vliegwiel.samenspel.public import Afspraak

CONTACTEN = 5
GEDAAN_BLIJFT = timedelta(days=60)  # good news has a place, for a while
OPEN = ("gevraagd", "loopt", "teruggegeven")
_WERKT_MEE = frozenset({Relatie.IN_DIT_DOMEIN, Relatie.REGIE})


def read_plan(
    kijker: Kijker, dossier_id: UUID, now: datetime, soort: str = Inzage.Soort.PLAN
) -> PlanBlad | None:
    """The plan as this kijker may see it, and written down that they saw it; None when it is not theirs to read."""
    zicht = zicht_op(kijker, [dossier_id], now)
    if not zicht.mag(Onderdeel.KADER, dossier_id):
        return None
    asked = _asker(kijker, zicht, dossier_id, now)
    rows = _by_kind(Rij(*row) for row in asked(_tables))
    if not rows["huishouden"]:
        return None
    lezer = Lezer(kijker, zicht, dossier_id, day_of(now), rows)
    hulp = help_here(kijker, zicht, dossier_id, now, lezer.names)
    contacten = asked(_contacten) if zicht.dossiers(Onderdeel.INHOUD) else []
    blad = lezer.blad(asked(_afspraken), contacten, hulp)
    _say_who_is_shown(kijker, zicht, dossier_id, lezer, soort)
    return blad


_ASKED_WHOLE = (Onderdeel.PERSOON, Onderdeel.ADRES, Onderdeel.GEHEIM_ADRES, Onderdeel.VRAAG)


@dataclass(frozen=True)
class _Hier:
    """One plan to ask about: who asks, what they see of it, and when."""

    kijker: Any  # gemeente_id and medewerker: all that a question about a plan needs of who asks
    zicht: Zicht
    open: frozenset[Onderdeel]
    dossier: UUID
    now: datetime
    today: date
    lately: datetime

    @property
    def here(self) -> dict[str, Any]:
        return {"gemeente_id": self.kijker.gemeente_id, "dossier_id": self.dossier}


def _asker(
    kijker: Kijker, zicht: Zicht, dossier: UUID, now: datetime
) -> Callable[[Callable[..., QuerySet[Any, Any]]], list[Any]]:
    """Asks something of this plan: its words follow from what somebody sees and how they stand to it."""
    words, sight = as_asked(zicht, *Onderdeel)
    seen = frozenset(part for part in _ASKED_WHOLE if zicht.mag(part, dossier))
    shape = (words, seen, zicht.relaties(dossier))
    who = {"gemeente": kijker.gemeente_id, "me": _me(kijker), "dossier": dossier}
    when = {"now": now, "today": day_of(now), "lately": now - GEDAAN_BLIJFT}
    return lambda build: ask(build, *shape, **who, **when, **sight)


def _hier(shape: tuple[Any, ...], values: dict[str, Any]) -> _Hier:
    """What `_asker` took apart, put together again: of the kijker only who they are here."""
    words, seen, relaties = shape
    dossier, me = values.pop("dossier"), values.pop("me")
    who = SimpleNamespace(gemeente_id=values.pop("gemeente"), medewerker=me and SimpleNamespace(pk=me))
    when = [values.pop(name) for name in ("now", "today", "lately")]
    return _Hier(who, sight_again(words, values, {dossier: relaties}), seen, dossier, *when)


def _tables(*shape: Any, **values: Any) -> QuerySet[Any]:
    hier = _hier(shape, values)
    first, *rest = _kader(hier) + _delen(hier)
    return first.union(*rest, all=True)


def _by_kind(rows: Iterable[Rij]) -> dict[str, list[Rij]]:
    found: dict[str, list[Rij]] = defaultdict(list)
    for row in rows:
        found[row.wat].append(row)
    return found


def _say_who_is_shown(kijker: Kijker, zicht: Zicht, dossier: UUID, lezer: Lezer, soort: str) -> None:
    relations = zicht.relaties(dossier)
    urgent = Relatie.SPOED in relations and relations.isdisjoint(_WERKT_MEE)
    if urgent and soort == Inzage.Soort.PLAN:
        soort = Inzage.Soort.SPOED
    toon(kijker, soort, [(persoon, dossier) for persoon in lezer.shown])
    if urgent:
        open_gevoelig(kijker, Onderdeel.INHOUD, dossier, "spoed")
    if any(row.ook for row in lezer.rows["deel"]):
        open_gevoelig(kijker, Onderdeel.VERZEGELD_DEEL, dossier, "verzegeld")
    if any(row.ja and row.a for row in lezer.rows["adres"]):
        open_gevoelig(kijker, Onderdeel.GEHEIM_ADRES, dossier, "geheim_adres")


def _kader(hier: _Hier) -> list[QuerySet[Any]]:
    """The household: its name, its plan, who lives there, where, and who works with them."""
    here, today, zicht = hier.here, hier.today, hier.zicht
    found = [
        branch(
            Huishouden.objects.filter(**here),
            "huishouden",
            a="naam",
            b="dossier__nummer",
            c="dossier__referentie",
        ),
        branch(
            Plan.objects.filter(**here),
            "plan",
            a="familieplan",
            van="begonnen_op",
            tot="gesloten_op",
            n="versie",
            p="tafel_id",
        ),
        branch(
            involved(zicht).filter(active(today), **here, beeindigd_op__isnull=True),
            "betrokkenheid",
            a=Coalesce("medewerker__naam", "team__naam"),
            b="medewerker__deelname__organisatie__naam",
            c="soort",
            d="domein",
            p="medewerker_id",
        ),
    ]
    if Onderdeel.PERSOON in hier.open:
        found.append(_people(Betrokkene.objects.filter(active(today), **here)))
    if Relatie.SPOED in zicht.relaties(hier.dossier):
        mine = Spoedtoegang.objects.filter(
            **here, medewerker=_me(hier.kijker), begonnen_op__lte=hier.now, tot__gt=hier.now
        )
        found.append(branch(mine.filter(beeindigd_op__isnull=True), "spoed", op="tot"))
    return found + _addresses(hier, Adres.objects.filter(active(today), **here))


def involved(zicht: Zicht) -> QuerySet[Betrokkenheid]:
    """The involvements that may be shown; who is the vaste contactpersoon is for everyone who knows the plan."""
    regie = Q(soort=Betrokkenheid.Soort.VASTE_CONTACTPERSOON)
    return Betrokkenheid.objects.filter(zicht.q(Onderdeel.DEELNEMER, persoon=None, afgesloten=None) | regie)


def _people(rows: QuerySet[Betrokkene]) -> QuerySet[Any]:
    return branch(
        rows,
        "mens",
        a="persoon__voornaam",
        b="persoon__achternaam",
        c="persoon__telefoon",
        d="persoon__email",
        p="persoon_id",
        van="persoon__geboortedatum",
        n="volgorde",
    )


def _addresses(hier: _Hier, rows: QuerySet[Adres]) -> list[QuerySet[Any]]:
    """Where they live; of a secret address only that it is secret, except to who may know."""
    if Onderdeel.ADRES not in hier.open:
        return []
    text: dict[str, Any] = {"a": "straat", "b": "huisnummer", "c": "postcode", "d": "plaats"}
    secret = text if Onderdeel.GEHEIM_ADRES in hier.open else {}
    return [
        branch(rows.filter(geheim=False), "adres", **text, ja="geheim"),
        branch(rows.filter(geheim=True), "adres", **secret, ja="geheim"),
    ]


def delen_of(kijker: Kijker, zicht: Zicht) -> QuerySet[Plandeel]:
    """The parts of plans this kijker may read; a sealed one only who wrote it."""
    open_parts = zicht.q(Onderdeel.INHOUD) & Q(verzegeld=False)
    own_sealed = zicht.q(Onderdeel.VERZEGELD_DEEL) & Q(verzegeld=True, maker_id=_me(kijker))
    return Plandeel.objects.filter(open_parts | own_sealed, gemeente_id=kijker.gemeente_id)


def _delen(hier: _Hier) -> list[QuerySet[Any]]:
    """What is in the plan: parts, goals, how it began, and what a resident said beside a line."""
    here, zicht = hier.here, hier.zicht
    found = [_deel_branch(delen_of(hier.kijker, zicht).filter(**here, vervallen_op__isnull=True))]
    goals = Plandoel.objects.filter(zicht.q(Onderdeel.DOEL), **here).exclude(status="losgelaten")
    found.append(_doel_branch(goals))
    found.append(
        branch(
            Doelafspraak.objects.filter(
                gemeente_id=hier.kijker.gemeente_id, plandoel__dossier_id=hier.dossier
            ),
            "doelafspraak",
            p="plandoel_id",
            q="afspraak_id",
        )
    )
    links = Doelkoppeling.objects.filter(of_goals(zicht), **here)
    found.append(branch(links, "koppeling", a="doel__naam", p="plandoel_id", q="doel_id", op="moment"))
    found.append(_said_beside(Correctieverzoek.objects.filter(**here)))
    if Onderdeel.VRAAG in hier.open:
        asked = Vraag.objects.filter(**here).exclude(status="vernietigd").exclude(soort="correctie")
        blocked = blocked_persons(hier.kijker, hier.today).values("persoon_id")
        asked = asked.filter(Q(persoon__isnull=True) | ~Q(persoon_id__in=blocked))
        found.append(branch(asked, "vraag", a="woorden", b="eerste_advies", p="persoon_id", op="gesteld_op"))
    return found


def _deel_branch(rows: QuerySet[Plandeel]) -> QuerySet[Any]:
    return branch(
        rows,
        "deel",
        a="soort",
        b="tekst",
        c="leefgebied",
        d="domein",
        p="persoon_id",
        op="gemaakt_op",
        ja="afgesloten",
        ook="verzegeld",
        eigen="eigen_woorden",
    )


def _doel_branch(rows: QuerySet[Plandoel]) -> QuerySet[Any]:
    return branch(
        rows,
        "doel",
        a="status",
        b="tekst",
        c="eerste_stap",
        d="domein",
        p="persoon_id",
        n="score",
        van="terugblik__kijken_op",
        op="gemaakt_op",
        klaar="terugblik__teruggekeken_op",
        ja="afgesloten",
    )


def _said_beside(rows: QuerySet[Correctieverzoek]) -> QuerySet[Any]:
    """Words beside a line; they are shown only where the line itself is."""
    target = Coalesce("plandeel_id", "plandoel_id", "afspraak_id", "contactmoment_id")
    return branch(
        rows, "weerwoord", a="woorden", b="besluit", c="reden", p=target, q="persoon_id", op="gevraagd_op"
    )


_WHO = (
    "id",
    "tekst",
    "wie",
    "wie_naam",
    "doet_id",
    "medewerker_id",
    "medewerker__naam",
    "medewerker__deelname__organisatie__naam",
    "gever__naam",
    "wanneer",
    "hoe_laat",
    "status",
    "domein",
    "persoon_id",
    "afgesloten",
    "gemaakt_op",
)


def afspraken_of(kijker: Kijker, zicht: Zicht, dossier: UUID) -> QuerySet[Afspraak]:
    """Who does what in this household, as far as the kijker may read; what they do themselves always."""
    seen = zicht.q(Onderdeel.AFSPRAAK)
    if Relatie.EIGEN_AFSPRAAK in zicht.relaties(dossier):
        seen |= Q(medewerker_id=_me(kijker), status__in=("gevraagd", "loopt"))
    return Afspraak.objects.filter(seen, gemeente_id=kijker.gemeente_id, dossier_id=dossier)


def _afspraken(*shape: Any, **values: Any) -> QuerySet[Any]:
    hier = _hier(shape, values)
    rows: QuerySet[Any] = afspraken_of(hier.kijker, hier.zicht, hier.dossier)
    return rows.filter(Q(status__in=OPEN) | Q(status="gedaan", klaar_op__gte=hier.lately)).values(*_WHO)


def _contacten(*shape: Any, **values: Any) -> QuerySet[Any]:
    """The latest contacts."""
    hier = _hier(shape, values)
    rows: QuerySet[Any] = Contactmoment.objects.filter(hier.zicht.q(Onderdeel.INHOUD), **hier.here)
    fields = (
        "id",
        "soort",
        "uitkomst",
        "regel",
        "medewerker__naam",
        "van_inwoner",
        "domein",
        "persoon_id",
        "moment",
    )
    return rows.order_by("-moment", "-id").values(*fields)[:CONTACTEN]


def _me(kijker: Kijker) -> UUID | None:
    return kijker.medewerker.pk if kijker.medewerker else None
