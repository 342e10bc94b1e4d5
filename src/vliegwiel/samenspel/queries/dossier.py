"""A Voorstel with everything its page and its rules need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, OuterRef

from vliegwiel.gemeenschap.public import Kijker
from vliegwiel.kern.clock import day_of
from vliegwiel.kern.periode import Periode
from vliegwiel.samenspel import rules
from vliegwiel.samenspel.models import (
    Gevraagde,
    Houding,
    Partij,
    Versie,
    Voorstel,
    Zetel,
)
from vliegwiel.samenspel.queries.reading import partijen_of, zetels_of


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
