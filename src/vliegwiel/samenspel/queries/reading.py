"""What a kijker may read of tables: every list, count, search and page starts here."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Kijker, active
from vliegwiel.samenspel.models import (
    Gesprek,
    Onderbouwing,
    Partij,
    Tafel,
    Uitspraak,
    Versie,
    Voorstel,
    Zetel,
)
from vliegwiel.samenspel.queries.familie import readable_dossiers

QUOTES = 60  # words offered to rest a text on


def is_me(kijker: Kijker, prefix: str = "") -> Q:
    """Rows whose person is this kijker."""
    if kijker.inwoner is not None:
        return Q(**{f"{prefix}inwoner_id": kijker.inwoner.pk})
    return Q(**{f"{prefix}medewerker_id": kijker.medewerker.pk if kijker.medewerker else None})


def own_zetels(kijker: Kijker, today: date) -> QuerySet[Zetel]:
    """The seats this kijker has today."""
    return Zetel.objects.filter(is_me(kijker), active(today), gemeente_id=kijker.gemeente_id)


def zetels_of_account(kijker: Kijker, today: date) -> QuerySet[Zetel]:
    """The seats this account has today, in whatever hat: as a colleague and as a resident."""
    who = Q(medewerker__account_id=kijker.account_id) | Q(inwoner__account_id=kijker.account_id)
    return Zetel.objects.filter(who, active(today), gemeente_id=kijker.gemeente_id)


def at_readable(kijker: Kijker, today: date, tafel: str = "") -> Q:
    """Rows whose table (by this path; "" for a table itself) the kijker may read: where they sit, and the open
    ones for colleagues. A seat gives no content to who only controls, and at the table of a household only while
    the policy lets them (`familie`).

    One sub-query and the join that is there already: nested deeper it costs more to make than to run.
    """
    if not kijker.sees_content:
        return Q(pk__in=[])
    path = f"{tafel}__" if tafel else ""
    family = Q(**{f"{path}dossier__isnull": True})
    if known := readable_dossiers(kijker, today):
        family |= Q(**{f"{path}dossier_id__in": sorted(known)})
    mine = Q(**{f"{tafel or 'pk'}__in": own_zetels(kijker, today).values("tafel_id")}) & family
    if kijker.medewerker is None:
        return mine
    return mine | Q(**{f"{path}openheid": Tafel.Openheid.OPEN})


def tafels(kijker: Kijker, today: date) -> QuerySet[Tafel]:
    """Tables this kijker may read."""
    return Tafel.objects.filter(at_readable(kijker, today), gemeente_id=kijker.gemeente_id)


def tables_apart(kijker: Kijker, today: date) -> QuerySet[Tafel]:
    """Tables this kijker may read, apart from any household: what is adopted there may be for the whole gemeente."""
    return tafels(kijker, today).filter(dossier__isnull=True)


def own_tables(kijker: Kijker, today: date) -> QuerySet[Tafel]:
    """The running tables where this kijker sits; never that of a household."""
    mine = own_zetels(kijker, today).values("tafel_id")
    return tables_apart(kijker, today).filter(pk__in=mine, einddatum__isnull=True).order_by("naam")


def gesprekken(kijker: Kijker, today: date) -> QuerySet[Gesprek]:
    """Talks at tables this kijker may read, latest first, with their number of words."""
    rows = Gesprek.objects.filter(at_readable(kijker, today, "tafel"), gemeente_id=kijker.gemeente_id)
    spoken = Count("uitspraken", filter=Q(uitspraken__ingetrokken_op__isnull=True))
    return rows.annotate(aantal=spoken).select_related("tafel").order_by("-datum", "-id")


def voorstellen(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Proposals at tables this kijker may read, with the number of their latest version."""
    rows = Voorstel.objects.filter(at_readable(kijker, today, "tafel"), gemeente_id=kijker.gemeente_id)
    versies = Versie.objects.filter(gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("pk"))
    latest = Subquery(versies.order_by("-nummer").values("nummer")[:1])
    return rows.annotate(laatste=latest).select_related("tafel").order_by("-id")


def uitspraken(kijker: Kijker, today: date) -> QuerySet[Uitspraak]:
    """What was said at tables this kijker may read, unless the speaker took it back."""
    readable = at_readable(kijker, today, "gesprek__tafel")
    return (
        Uitspraak.objects.filter(readable, gemeente_id=kijker.gemeente_id, ingetrokken_op__isnull=True)
        .select_related("gesprek", "zetel__medewerker", "zetel__inwoner", "zetel__partij")
        .order_by("moment", "id")
    )


def recently_said(kijker: Kijker, tafel_id: UUID, today: date) -> list[Uitspraak]:
    """The latest words of a table, in the order they were said: what a text can be rested on."""
    rows = uitspraken(kijker, today).filter(gesprek__tafel_id=tafel_id)
    return list(reversed(rows.order_by("-moment", "-id")[:QUOTES]))


def partijen_of(tafel: Tafel) -> list[Partij]:
    """The parties of a table the kijker already may read, in their order."""
    rows = Partij.objects.filter(gemeente_id=tafel.gemeente_id, tafel_id=tafel.pk)
    return list(rows.order_by("volgorde", "id"))


def zetels_of(tafel: Tafel) -> QuerySet[Zetel]:
    """All seats of a table the kijker already may read, those who left included, in order of seniority."""
    rows = Zetel.objects.filter(gemeente_id=tafel.gemeente_id, tafel_id=tafel.pk)
    return rows.select_related("medewerker", "inwoner", "partij").order_by("begindatum", "id")


def zetels_with_voice(tafel: Tafel) -> QuerySet[Zetel]:
    """The seats of a table, each with whether it has said something there (`heeft_gesproken`)."""
    said = Uitspraak.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), zetel_id=OuterRef("pk"), ingetrokken_op__isnull=True
    )
    return zetels_of(tafel).annotate(heeft_gesproken=Exists(said))


def rests_on(versie: Versie) -> list[Uitspraak]:
    """What a version rests on, for somebody who may read the table it was said at."""
    links = Onderbouwing.objects.filter(gemeente_id=versie.gemeente_id, versie_id=versie.pk)
    rows = Uitspraak.objects.filter(gemeente_id=versie.gemeente_id, ingetrokken_op__isnull=True)
    rows = rows.filter(pk__in=links.values("uitspraak_id"))
    return list(
        rows.select_related("gesprek", "zetel__medewerker", "zetel__inwoner", "zetel__partij").order_by(
            "moment", "id"
        )
    )


def shared_words(versie: Versie) -> list[Uitspraak]:
    """The words under an adopted text that their speakers let everyone in the gemeente read."""
    return [said for said in rests_on(versie) if said.delen != Uitspraak.Delen.TAFEL]
