"""What a kijker may read of words. A word and its adopted meaning are for everyone in the gemeente."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, OuterRef, QuerySet, Subquery, TextField, Value, When

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.koers import rules
from vliegwiel.koers.models import Begrip, Betekenis
from vliegwiel.samenspel.public import Versie, Voorstel, voorstellen

ADOPTED = Voorstel.Status.AANGENOMEN


def begrippen(kijker: Kijker) -> QuerySet[Begrip]:
    """Every word of this gemeente, by name."""
    return Begrip.objects.filter(gemeente_id=kijker.gemeente_id).order_by("woord")


def with_meaning(rows: QuerySet[Begrip]) -> QuerySet[Begrip]:
    """Words with the text that holds (`betekenis`), when it was adopted, and what is going on about them."""
    rounds = Betekenis.objects.filter(gemeente_id=OuterRef("gemeente_id"), begrip_id=OuterRef("pk"))
    adopted = rounds.filter(voorstel__status=ADOPTED).order_by("-voorstel__aangenomen_op")
    text = (
        Versie.objects.filter(
            gemeente_id=OuterRef("gemeente_id"),
            voorstel__status=ADOPTED,
            voorstel_id=OuterRef("vast_voorstel"),
        )
        .order_by("-nummer")
        .values("tekst")[:1]
    )
    return rows.annotate(
        vast_voorstel=Subquery(adopted.values("voorstel_id")[:1]),
        vast_op=Subquery(adopted.values("voorstel__aangenomen_op")[:1]),
        terugkijken_op=Subquery(adopted.values("voorstel__terugkijken_op")[:1]),
        open_voorstel=Subquery(rounds.filter(voorstel__status="open").values("voorstel_id")[:1]),
    ).annotate(
        betekenis=Case(
            When(vast_voorstel__isnull=True, then=Value("")), default=Subquery(text), output_field=TextField()
        )
    )


def status_of(begrip: Begrip, today: date) -> rules.BegripStatus:
    """Where a word from `with_meaning` stands today."""
    facts = []
    if begrip.open_voorstel:  # type: ignore[attr-defined]
        facts.append(rules.BetekenisFeit("open"))
    if begrip.vast_op:  # type: ignore[attr-defined]
        facts.append(rules.BetekenisFeit("aangenomen", day_of(begrip.vast_op), begrip.terugkijken_op))  # type: ignore[attr-defined]
    return rules.begrip_status(facts, today)


@dataclass(frozen=True)
class Ronde:
    """One round of giving a word its meaning, as this kijker may see it."""

    voorstel: Voorstel
    leesbaar: bool


def rounds(kijker: Kijker, begrip: Begrip, today: date) -> list[Ronde]:
    """The rounds of a word, latest first; a besloten table shows only that there is or was one."""
    links = Betekenis.objects.filter(gemeente_id=kijker.gemeente_id, begrip_id=begrip.pk)
    found = list(links.select_related("voorstel__tafel").order_by("-id"))
    readable = set(
        voorstellen(kijker, today)
        .filter(pk__in=[link.voorstel_id for link in found])
        .values_list("pk", flat=True)
    )
    return [Ronde(link.voorstel, link.voorstel_id in readable) for link in found]


def adopted_versie(begrip: Begrip) -> Versie | None:
    """The version that holds for a word from `with_meaning`."""
    if not begrip.vast_voorstel:  # type: ignore[attr-defined]
        return None
    rows = Versie.objects.filter(gemeente_id=begrip.gemeente_id, voorstel_id=begrip.vast_voorstel)  # type: ignore[attr-defined]
    return rows.select_related("voorstel__tafel").order_by("-nummer").first()
