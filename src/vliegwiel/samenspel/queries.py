"""What a kijker may read of tables, and nothing else. Lists, counts, search and pages all start here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from vliegwiel.gemeenschap.public import Deelname, Inwoner, Kijker, Medewerker, active
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.periode import Periode
from vliegwiel.samenspel import rules
from vliegwiel.samenspel.models import (
    Gesprek,
    Gevraagde,
    Houding,
    Onderbouwing,
    Partij,
    Tafel,
    Uitspraak,
    Versie,
    Voorstel,
    Zetel,
)

SHORTEST = 2  # letters of a name before a search begins
MOST_FOUND = 20
QUOTES = 60  # words offered to rest a text on
MOST_PARTIES = 200


def is_me(kijker: Kijker, prefix: str = "") -> Q:
    """Rows whose person is this kijker."""
    if kijker.inwoner is not None:
        return Q(**{f"{prefix}inwoner_id": kijker.inwoner.pk})
    return Q(**{f"{prefix}medewerker_id": kijker.medewerker.pk if kijker.medewerker else None})


def own_zetels(kijker: Kijker, today: date) -> QuerySet[Zetel]:
    """The seats this kijker has today."""
    return Zetel.objects.filter(is_me(kijker), active(today), gemeente_id=kijker.gemeente_id)


def _readable(kijker: Kijker, today: date, tafel: str = "") -> Q:
    """Rows whose table (by this path; "" for a table itself) the kijker may read: where they sit, and the open
    ones for colleagues. A seat gives no content to who only controls.

    One sub-query and the join that is there already: nested deeper it costs more to make than to run.
    """
    if not kijker.sees_content:
        return Q(pk__in=[])
    mine = Q(**{f"{tafel or 'pk'}__in": own_zetels(kijker, today).values("tafel_id")})
    if kijker.medewerker is None:
        return mine
    return mine | Q(**{f"{tafel}__openheid" if tafel else "openheid": Tafel.Openheid.OPEN})


def tafels(kijker: Kijker, today: date) -> QuerySet[Tafel]:
    """Tables this kijker may read."""
    return Tafel.objects.filter(_readable(kijker, today), gemeente_id=kijker.gemeente_id)


def gesprekken(kijker: Kijker, today: date) -> QuerySet[Gesprek]:
    """Talks at tables this kijker may read, latest first, with their number of words."""
    rows = Gesprek.objects.filter(_readable(kijker, today, "tafel"), gemeente_id=kijker.gemeente_id)
    spoken = Count("uitspraken", filter=Q(uitspraken__ingetrokken_op__isnull=True))
    return rows.annotate(aantal=spoken).select_related("tafel").order_by("-datum", "-id")


def voorstellen(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Proposals at tables this kijker may read, with the number of their latest version."""
    rows = Voorstel.objects.filter(_readable(kijker, today, "tafel"), gemeente_id=kijker.gemeente_id)
    versies = Versie.objects.filter(gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("pk"))
    latest = Subquery(versies.order_by("-nummer").values("nummer")[:1])
    return rows.annotate(laatste=latest).select_related("tafel").order_by("-id")


def uitspraken(kijker: Kijker, today: date) -> QuerySet[Uitspraak]:
    """What was said at tables this kijker may read, unless the speaker took it back."""
    readable = _readable(kijker, today, "gesprek__tafel")
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


def people_found(kijker: Kijker, question: str, today: date) -> tuple[list[Medewerker], list[Inwoner]]:
    """Who can be asked to a table: colleagues by a part of their name, residents by their whole chosen name or
    e-mail address only. Nobody gets a list of the residents of a gemeente."""
    if len(question) < SHORTEST:
        return [], []
    here = {"gemeente_id": kijker.gemeente_id}
    colleagues = Medewerker.objects.filter(active(today), **here, naam__icontains=question)
    residents = Inwoner.objects.select_related("account").filter(
        active(today), Q(naam__iexact=question) | Q(account__email__iexact=question), **here
    )
    return (
        list(colleagues.select_related("account", "deelname__organisatie").order_by("naam")[:MOST_FOUND]),
        list(residents.order_by("naam")[:MOST_FOUND]),
    )


def parties_here(kijker: Kijker, today: date) -> list[Deelname]:
    """The organisations that take part in this gemeente today, by name."""
    rows = Deelname.objects.filter(active(today), gemeente_id=kijker.gemeente_id)
    return list(rows.select_related("organisatie").order_by("organisatie__naam")[:MOST_PARTIES])


def asks_me(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Open proposals on which this kijker was asked and has not answered the latest version."""
    seats = own_zetels(kijker, today)
    asked = Gevraagde.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), voorstel_id=OuterRef("pk"), zetel__in=seats.values("pk")
    )
    answered = Houding.objects.filter(
        gemeente_id=OuterRef("gemeente_id"),
        versie__voorstel_id=OuterRef("pk"),
        versie__nummer=OuterRef("laatste"),
        zetel__in=seats.values("pk"),
    ).exclude(keuze=Houding.Keuze.INGETROKKEN)
    earlier = Houding.objects.filter(
        gemeente_id=OuterRef("gemeente_id"), versie__voorstel_id=OuterRef("pk"), zetel__in=seats.values("pk")
    ).order_by("-moment", "-id")
    rows = voorstellen(kijker, today).annotate(eerder=Subquery(earlier.values("keuze")[:1]))
    silent = ~Exists(answered) | Q(
        eerder=Houding.Keuze.INGETROKKEN
    )  # who took a nog niet back is silent again
    return rows.filter(silent, Exists(asked), status=Voorstel.Status.OPEN)


def to_decide(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Open proposals at tables where this kijker has mandaat, on which everybody who was asked has answered (or the
    day to answer has passed) and no *nog niet* stands. A hint to look; `rules.can_adopt` decides."""
    mandate = own_zetels(kijker, today).exclude(mandaat="")
    mandate = mandate.filter(Q(mandaat_tot__isnull=True) | Q(mandaat_tot__gte=today))
    here = {"gemeente_id": OuterRef("gemeente_id")}
    stances = Houding.objects.filter(**here, versie__voorstel_id=OuterRef("pk"))
    on_latest = stances.filter(versie__nummer=OuterRef("laatste"))
    later = Houding.objects.filter(
        **here,
        zetel_id=OuterRef("zetel_id"),
        versie__voorstel_id=OuterRef("versie__voorstel_id"),
        moment__gt=OuterRef("moment"),
    )
    answered = Houding.objects.filter(
        **here,
        zetel_id=OuterRef("zetel_id"),
        versie__voorstel_id=OuterRef("voorstel_id"),
        versie__nummer=OuterRef(OuterRef("laatste")),
    ).exclude(keuze=Houding.Keuze.INGETROKKEN)
    silent = Gevraagde.objects.filter(active(today, "zetel__"), **here, voorstel_id=OuterRef("pk"))
    silent = silent.filter(~Exists(answered))
    return voorstellen(kijker, today).filter(
        ~Exists(silent) | Q(sluitdatum__lt=today),
        ~Exists(stances.filter(~Exists(later), keuze=Houding.Keuze.NOG_NIET)),
        Exists(on_latest.filter(keuze__in=[Houding.Keuze.AKKOORD, Houding.Keuze.KAN_ERMEE_LEVEN])),
        status=Voorstel.Status.OPEN,
        tafel_id__in=mandate.values("tafel_id"),
    )


def due_again(kijker: Kijker, today: date) -> QuerySet[Voorstel]:
    """Adopted texts of the kijker's own tables whose day to look back has come."""
    mine = own_zetels(kijker, today).values("tafel_id")
    return voorstellen(kijker, today).filter(
        status=Voorstel.Status.AANGENOMEN, terugkijken_op__lte=today, tafel_id__in=mine
    )


@dataclass(frozen=True)
class Dossier:
    """A Voorstel with everything its page and its rules need; read in five queries, whatever its size."""

    voorstel: Voorstel
    partijen: list[Partij]
    zetels: Sequence[Zetel]
    versies: list[Versie]
    houdingen: list[Houding]
    asked: frozenset[object]

    @property
    def laatste(self) -> Versie:
        return self.versies[-1]

    @property
    def writers(self) -> frozenset[UUID]:
        """The seats that wrote a version."""
        return frozenset(versie.zetel_id for versie in self.versies)

    def own(self, kijker: Kijker, today: date) -> Zetel | None:
        """The seat the kijker has here today."""
        return own_seat(kijker, self.zetels, today)

    @cached_property
    def feiten(self) -> rules.VoorstelFeiten:
        return rules.VoorstelFeiten(
            partijen=tuple(_partij_stand(partij) for partij in self.partijen),
            zetels=tuple(zetel_stand(zetel) for zetel in self.zetels),
            versies=tuple(rules.VersieFeit(versie.nummer, versie.tekst) for versie in self.versies),
            gevraagd=self.asked,
            houdingen=tuple(_houding_feiten(self.houdingen)),
            intrekkingen=tuple(
                rules.IntrekkingFeit(row.zetel_id, row.moment)
                for row in self.houdingen
                if row.keuze == "ingetrokken"
            ),
            vrijgaven=tuple(
                rules.VrijgaveFeit(row.zetel_id, row.want, row.moment)
                for row in self.houdingen
                if row.keuze == "vrijgegeven"
            ),
            status=rules.VoorstelStatus(self.voorstel.status),
            sluitdatum=self.voorstel.sluitdatum,
            besloten_op=_decided(self.voorstel),
        )


def dossier_of(voorstel: Voorstel) -> Dossier:
    """Everything about a Voorstel the kijker already may read."""
    here = {"gemeente_id": voorstel.gemeente_id}
    asked = Gevraagde.objects.filter(**here, voorstel_id=voorstel.pk, zetel_id=OuterRef("pk"))
    zetels = list(zetels_of(voorstel.tafel).annotate(gevraagd=Exists(asked)))
    versies = Versie.objects.filter(**here, voorstel_id=voorstel.pk).order_by("nummer")
    houdingen = Houding.objects.filter(**here, versie__voorstel_id=voorstel.pk).select_related("versie")
    return Dossier(
        voorstel=voorstel,
        partijen=partijen_of(voorstel.tafel),
        zetels=zetels,
        versies=list(versies),
        houdingen=list(houdingen.order_by("moment", "id")),
        asked=frozenset(zetel.pk for zetel in zetels if zetel.gevraagd),
    )


def own_seat(kijker: Kijker, zetels: Iterable[Zetel], today: date) -> Zetel | None:
    """The kijker's seat among these, if it counts today."""
    me = kijker.inwoner.pk if kijker.inwoner else kijker.medewerker and kijker.medewerker.pk
    return next(
        (
            zetel
            for zetel in zetels
            if me in (zetel.medewerker_id, zetel.inwoner_id)
            and Periode(zetel.begindatum, zetel.einddatum).contains(today)
        ),
        None,
    )


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


def _partij_stand(partij: Partij) -> rules.PartijStand:
    return rules.PartijStand(partij.pk, partij.naam, tuple(rules.Niveau(niveau) for niveau in partij.niveaus))


def zetel_stand(zetel: Zetel) -> rules.ZetelStand:
    return rules.ZetelStand(
        id=zetel.pk,
        partij=zetel.partij_id,
        niveau=rules.Niveau(zetel.niveau) if zetel.niveau else None,
        periode=Periode(zetel.begindatum, zetel.einddatum),
        mandaat=zetel.mandaat,
        mandaat_tot=zetel.mandaat_tot,
        is_begeleider=zetel.is_begeleider,
        vertrek_vastgelegd=zetel.vertrek_vastgelegd,
    )


def _houding_feiten(rows: list[Houding]) -> list[rules.HoudingFeit]:
    stances = frozenset(rules.Keuze)
    return [
        rules.HoudingFeit(row.zetel_id, row.versie.nummer, rules.Keuze(row.keuze), row.want, row.moment)
        for row in rows
        if row.keuze in stances
    ]


def _decided(voorstel: Voorstel) -> date | None:
    moment = voorstel.aangenomen_op or voorstel.ingetrokken_op
    return day_of(moment) if moment else None
