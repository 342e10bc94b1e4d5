"""What this room puts on Vandaag, read together: first which kinds there are at all, then those in one question.

The first question is cheap and says too much: it knows nothing of what is closed to somebody. The second is made of the
questions of each kind themselves (`vraag`, `correctie`, `doel`, …), so that no policy stands here a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from vliegwiel.gemeenschap.public import Kijker, Medewerker, Teamlid, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.codes import Purpose
from vliegwiel.kern.prepared import ask
from vliegwiel.ondersteuning.models import Contactmoment, Correctieverzoek, Kaart, Overdracht, Plandoel, Vraag
from vliegwiel.ondersteuning.queries import correctie, doel, kaart, toegang, vraag
from vliegwiel.privacy.public import Betrokkene, Onderdeel, Spoedtoegang, dossier_ids

MOST = {"overdracht": 5, "vraag": 50, "correctie": 12, "kaart": 12, "doel": 12, "spoed": 5, "gezegd": 50}
_KEPT = "ondersteuning.vandaag"


@dataclass(frozen=True)
class Regel:
    """One row for Vandaag; what `ander` and `tekst` are differs by kind."""

    soort: str
    pk: UUID
    ander: UUID | None
    persoon: UUID | None
    tekst: str
    dag: date | None
    moment: datetime | None
    vlag: bool


def rows_of(kijker: Kijker, now: datetime, soort: str) -> list[Regel]:
    """Those of one kind; the others are kept for who asks next, in a request that only reads."""
    if kijker.medewerker is None:
        return []
    if kijker.onthoudt is None:
        return _read(kijker, now, frozenset({soort}))
    if _KEPT not in kijker.onthoudt:
        there = _there(kijker, now)
        kijker.onthoudt[_KEPT] = _read(kijker, now, there) if there else []
    return [row for row in kijker.onthoudt[_KEPT] if row.soort == soort]


# -- which kinds there may be


def _there(kijker: Kijker, now: datetime) -> frozenset[str]:
    assert kijker.medewerker is not None
    found = ask(_probe, gemeente=kijker.gemeente_id, me=kijker.medewerker.pk, today=day_of(now))
    return frozenset(name for row in found for name, yes in zip(_PROBES, row, strict=True) if yes)


_PROBES = ("overdracht", "vraag", "correctie", "kaart", "doel", "spoed", "gezegd")


def _probe(*, gemeente: UUID, me: UUID, today: date) -> QuerySet[Any]:
    """Whether there is anything of each kind that could be for this colleague. Says yes too often, never too seldom."""
    here = {"gemeente_id": gemeente}
    teams = Teamlid.objects.filter(active(today), **here, medewerker_id=me).values("team_id")
    offers = Overdracht.objects.filter(vraag.OPEN, Q(naar_id=me) | Q(naar_team_id__in=teams), **here)
    mine = Overdracht.objects.filter(
        vraag.OPEN, Q(van_id=me) | Q(naar_id=me) | Q(naar_team_id__in=teams), **here
    )
    held = (
        Q(vraag__houder_id=me) | Q(vraag__houder_team_id__in=teams) | Q(vraag_id__in=mine.values("vraag_id"))
    )
    asked = Vraag.objects.filter(**here, status=Vraag.Status.OPEN, houder_team_id__in=teams)
    goals = Plandoel.objects.filter(
        **here,
        status=Plandoel.Status.LOOPT,
        terugblik__kijken_op__lte=today,
        terugblik__teruggekeken_op__isnull=True,
    )
    said = Contactmoment.objects.filter(
        **here, van_inwoner=True, uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN
    )
    found = [
        offers,
        asked,
        Correctieverzoek.objects.filter(held, **here, besluit=""),
        Kaart.objects.filter(**here, gemaakt_door_id=me, ingetrokken_op__isnull=True).exclude(antwoord=""),
        goals,
        Spoedtoegang.objects.filter(**here, gemeld_aan_id=me, nagekeken_op__isnull=True),
        said,
    ]
    marks = {f"er_{name}": Exists(rows) for name, rows in zip(_PROBES, found, strict=True)}
    return Medewerker.objects.filter(**here, pk=me).annotate(**marks).values_list(*marks)


# -- the rows


def _read(kijker: Kijker, now: datetime, soorten: frozenset[str]) -> list[Regel]:
    parts = [_KINDS[name](kijker, now) for name in _PROBES if name in soorten]
    if not parts:
        return []
    first, *rest = parts
    return [Regel(*row) for row in (first.union(*rest, all=True) if rest else first)]


def _columns(rows: QuerySet[Any], soort: str, order: tuple[str, ...], **given: Any) -> QuerySet[Any]:
    """The first so many of these rows, under the same columns for every kind."""
    some = rows.order_by(*order).values("pk")[: MOST[soort]]
    found: QuerySet[Any, Any] = rows.model._default_manager.filter(gemeente_id=given["gemeente"], pk__in=some)
    columns = {
        "soort_": Value(soort, CharField()),
        "pk_": F("pk"),
        "ander_": Cast(given.get("ander", Value(None)), UUIDField()),
        "persoon_": Cast(given.get("persoon", Value(None)), UUIDField()),
        "tekst_": Cast(given.get("tekst", Value("")), CharField()),
        "dag_": Cast(given.get("dag", Value(None)), DateField()),
        "moment_": Cast(given.get("moment", Value(None)), DateTimeField()),
        "vlag_": Cast(given.get("vlag", Value(False)), BooleanField()),
    }
    shown: QuerySet[Any, Any] = found.order_by().annotate(**columns).values_list(*columns)
    return shown


def _offers(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    """Asked of me or my team: of a question (`ander`) or a household, by whom."""
    assert kijker.medewerker is not None
    rows = vraag.overdrachten(kijker, now).exclude(van_id=kijker.medewerker.pk)
    return _columns(
        rows,
        "overdracht",
        ("gevraagd_op", "id"),
        gemeente=kijker.gemeente_id,
        ander=F("vraag_id"),
        tekst=F("van__naam"),
    )


def _asked(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    """Held by my team and by nobody: since when."""
    rows = vraag.waiting(kijker, now)
    return _columns(rows, "vraag", ("gesteld_op", "id"), gemeente=kijker.gemeente_id, moment=F("gesteld_op"))


def _corrections(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    return _columns(
        correctie.to_answer(kijker, now),
        "correctie",
        ("vraag__uiterlijk", "pk"),
        gemeente=kijker.gemeente_id,
        ander=F("vraag_id"),
        dag=F("vraag__uiterlijk"),
    )


def _cards(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    return _columns(
        kaart.answered(kijker),
        "kaart",
        ("-antwoord_op", "pk"),
        gemeente=kijker.gemeente_id,
        ander=F("afspraak_id"),
        tekst=F("antwoord"),
    )


def _goals(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    """Of whom: the first name (`tekst`) of who lives there today, and no name of who does not."""
    today = day_of(now)
    lives = Betrokkene.objects.filter(
        active(today),
        gemeente_id=OuterRef("gemeente_id"),
        persoon_id=OuterRef("persoon_id"),
        dossier_id=OuterRef("dossier_id"),
    )
    return _columns(
        doel.due(kijker, now, today),
        "doel",
        ("terugblik__kijken_op", "id"),
        gemeente=kijker.gemeente_id,
        ander=F("dossier_id"),
        persoon=F("persoon_id"),
        tekst=Coalesce(F("persoon__voornaam"), Value("")),
        vlag=Exists(lives),
    )


def _urgent(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    return _columns(
        toegang.to_review(kijker, now),
        "spoed",
        ("nakijken_voor", "id"),
        gemeente=kijker.gemeente_id,
        tekst=F("medewerker__naam"),
        dag=F("nakijken_voor"),
    )


def _said(kijker: Kijker, now: datetime) -> QuerySet[Any]:
    """Messages nobody read, of dossiers of which this colleague reads content: which domain (`tekst`), of whom."""
    reader = replace(kijker, purpose=Purpose.ONDERSTEUNEN)
    rows = Contactmoment.objects.filter(
        gemeente_id=kijker.gemeente_id,
        van_inwoner=True,
        uitkomst=Contactmoment.Uitkomst.NOG_TE_LEZEN,
        dossier_id__in=dossier_ids(reader, now, Onderdeel.INHOUD),
    )
    return _columns(
        rows,
        "gezegd",
        ("pk",),
        gemeente=kijker.gemeente_id,
        ander=F("dossier_id"),
        persoon=F("persoon_id"),
        tekst=F("domein"),
        vlag=F("afgesloten"),
    )


_KINDS: dict[str, Callable[[Kijker, datetime], QuerySet[Any]]] = {
    "overdracht": _offers,
    "vraag": _asked,
    "correctie": _corrections,
    "kaart": _cards,
    "doel": _goals,
    "spoed": _urgent,
    "gezegd": _said,
}
