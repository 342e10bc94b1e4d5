"""Who calls: of many households at once, whoever works there today and may know of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from vliegwiel.gemeenschap.public import Team, Teamlid, active
from vliegwiel.ondersteuning.models import Huishouden, Voorziening
from vliegwiel.ondersteuning.queries.vraag_mensen import vraag_team, with_role
from vliegwiel.ondersteuning.rules.bel_alvast import Kandidaten, owner_of
from vliegwiel.ondersteuning.rules.vraag import Houder
from vliegwiel.privacy.public import HEEFT_WERK, WERKT, Betrokkene, Betrokkenheid, Blokkade

_VAST = Betrokkenheid.Soort.VASTE_CONTACTPERSOON


class Eigenaars:
    """The candidates of many provisions: seven queries, whatever their number.

    A colleague counts who works here today with people, in a role that may call; never one to whom the dossier is
    closed. A team counts when somebody in it does: a card nobody sees is forgotten.
    """

    def __init__(
        self, gemeente_id: UUID, rows: Sequence[Voorziening], instellingen: Mapping[str, Any], today: date
    ) -> None:
        self._gemeente, self._today = gemeente_id, today
        dossiers = list({row.dossier_id for row in rows})
        self._works = self._involved(dossiers)
        self._closed = self._closed_to(dossiers)
        self._gebied = self._areas(dossiers)
        self._teams = self._team_areas()
        team = vraag_team(gemeente_id, instellingen.get("vraag_team"))
        self._vraag_team = team.pk if team else None

    def of(self, row: Voorziening) -> Houder | None:
        """The owner of the card about this provision; None when there is no team at all."""
        vast: UUID | None = None
        colleagues: list[tuple[date, UUID]] = []
        teams: list[tuple[date, UUID]] = []
        for soort, domein, since, medewerker, team in self._works.get(row.dossier_id, ()):
            if medewerker and (row.dossier_id, medewerker) in self._closed:
                continue
            if soort == _VAST and medewerker:
                vast = medewerker
            elif soort == Betrokkenheid.Soort.UITVOERING and domein == row.domein:
                (colleagues if medewerker else teams).append((since, medewerker or team))
        area = self._gebied.get(row.dossier_id, ())
        there = tuple(pk for gebied in area for pk in self._teams.get(gebied, ()))
        return owner_of(Kandidaten(vast, colleagues, teams, there, self._vraag_team))

    def _involved(self, dossiers: list[UUID]) -> dict[UUID, list[tuple[str, str, date, UUID, UUID]]]:
        who = Q(medewerker_id__in=with_role(self._gemeente, self._today, WERKT).values("pk"))
        who |= Q(team_id__in=self._manned().values("pk"))
        rows = Betrokkenheid.objects.filter(
            who,
            active(self._today),
            gemeente_id=self._gemeente,
            dossier_id__in=dossiers,
            beeindigd_op__isnull=True,
        )
        found = defaultdict(list)
        for dossier, *rest in rows.values_list(
            "dossier_id", "soort", "domein", "begindatum", "medewerker_id", "team_id"
        ):
            found[dossier].append(tuple(rest))
        return found

    def _closed_to(self, dossiers: list[UUID]) -> set[tuple[UUID, UUID]]:
        """(dossier, colleague): somebody who is, was or will be in it keeps that colleague out."""
        blocks = Blokkade.objects.filter(active(self._today), gemeente_id=self._gemeente)
        persons = Betrokkene.objects.filter(
            gemeente_id=self._gemeente, dossier_id__in=dossiers, persoon_id__in=blocks.values("persoon_id")
        )
        there = list(persons.values_list("dossier_id", "persoon_id"))
        theirs = blocks.filter(persoon_id__in={persoon for _, persoon in there})
        closed = defaultdict(set)
        for persoon, medewerker in theirs.values_list("persoon_id", "medewerker_id"):
            closed[persoon].add(medewerker)
        return {(dossier, medewerker) for dossier, persoon in there for medewerker in closed[persoon]}

    def _areas(self, dossiers: list[UUID]) -> dict[UUID, tuple[UUID, ...]]:
        """The gebied of each household, and what it lies in."""
        rows = Huishouden.objects.filter(gemeente_id=self._gemeente, dossier_id__in=dossiers)
        rows = rows.filter(gebied__isnull=False).annotate(ouder=F("gebied__ouder_id"))
        return {
            dossier: (gebied, ouder) if ouder else (gebied,)
            for dossier, gebied, ouder in rows.values_list("dossier_id", "gebied_id", "ouder")
        }

    def _team_areas(self) -> dict[UUID, list[UUID]]:
        found = defaultdict(list)
        rows = self._manned().filter(gebied__isnull=False).order_by("naam", "pk")
        for gebied, pk in rows.values_list("gebied_id", "pk"):
            found[gebied].append(pk)
        return found

    def _manned(self) -> Any:
        """Teams in which somebody works with people today."""
        here = Teamlid.objects.filter(
            active(self._today),
            gemeente_id=OuterRef("gemeente_id"),
            team_id=OuterRef("pk"),
            medewerker_id__in=with_role(self._gemeente, self._today, HEEFT_WERK).values("pk"),
        )
        return Team.objects.filter(Exists(here), gemeente_id=self._gemeente)
