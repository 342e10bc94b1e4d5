"""Provisions in the small world, and cards about them: every way in which a card just does not count."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.toegang.klein_basis import DAY, NOW, PERIODS, SINCE, TODAY
from tests.toegang.klein_bouwer import Bouwer
from vliegwiel.gemeenschap.models import Team, Teamlid
from vliegwiel.ondersteuning.models import Voorziening
from vliegwiel.privacy.models import Betrokkene, Blokkade
from vliegwiel.samenspel.models import Aandachtspunt


class Kaarten(Bouwer):
    staf: dict[str, Any]

    def _cards(self) -> None:
        kim = self.staf["kim"]
        for turn, since in enumerate((TODAY - DAY, TODAY, TODAY + DAY)):
            self._card(f"card since {turn}", medewerker=kim, vanaf=since)
        for turn, (since, until) in enumerate(PERIODS):
            team = self.make(Team, naam=f"card team {turn}")
            self.make(Teamlid, team=team, medewerker=kim, begindatum=since, einddatum=until)
            self._card(f"card of team {turn}", team=team)
        only_mo = self.make(Team, naam="card team of mo")
        self.make(Teamlid, team=only_mo, medewerker=self.staf["mo"], begindatum=SINCE)
        self._card("card of another team", team=only_mo)
        self._card("card of mo", medewerker=self.staf["mo"])
        self._card("card gone", medewerker=kim, weg_op=NOW - DAY)
        self._card("card put off", medewerker=kim, uitgesteld_tot=TODAY + DAY)
        self._card("card of another rule", medewerker=kim, code="afspraak_voorbij")
        self._card("card of a role", rol="consulent")
        for name in ("pat", "ted"):
            self._card(f"card of {name}", medewerker=self.staf[name])
        self._card_without_dossier(kim)
        self._crosswise(kim)
        self._card_where_blocked(kim)

    def _card(self, name: str, *, code: str = "bel_alvast", **values: Any) -> Any:
        """A household with a provision that the card is about; `_provisions` adds others."""
        dossier = self.home(name)
        return self._about(self._provision(dossier, name), code=code, **values)

    def _about(self, row: Any, *, dossier: Any = None, code: str = "bel_alvast", **values: Any) -> Any:
        values = {"vanaf": TODAY - DAY, **values}
        return self.make(
            Aandachtspunt, code=code, sleutel=str(row.pk), object=row.pk, dossier=dossier or row.dossier,
            domein=row.domein, persoon=row.persoon, gemaakt_op=NOW - DAY, **values,
        )  # fmt: skip

    def _provision(self, dossier: Any, name: str, domein: str = "jeugdbescherming") -> Any:
        person = Betrokkene.objects.filter(gemeente=self.gemeente, dossier=dossier).first().persoon
        return self.make(
            Voorziening, dossier=dossier, domein=domein, persoon=person, wet="jeugd", toewijzing=name[:40],
            categorie="48", begindatum=SINCE, eind=TODAY + 9 * DAY, gewijzigd_op=NOW,
        )  # fmt: skip

    def _card_without_dossier(self, kim: Any) -> None:
        row = self._provision(self.home("card without dossier"), "card without dossier")
        self.make(
            Aandachtspunt, code="bel_alvast", sleutel="x", object=row.pk, medewerker=kim, vanaf=TODAY, gemaakt_op=NOW
        )  # fmt: skip

    def _crosswise(self, kim: Any) -> None:
        """Of two households that Kim has a card in: one card names the other's provision (that cannot be, and gives
        nothing)."""
        one, two = (
            self._provision(self.home("cross one"), "x1"),
            self._provision(self.home("cross two"), "x2"),
        )
        self._about(one, medewerker=kim)
        self._about(two, medewerker=kim, dossier=one.dossier)
        other = self._provision(two.dossier, "x3")
        self._about(other, medewerker=kim)

    def _card_where_blocked(self, kim: Any) -> None:
        """Also a card about nobody there, and one about that person and no household."""
        card = self._card("card where blocked", medewerker=kim)
        self.make(Blokkade, persoon=card.persoon, medewerker=kim, soort="familie", begindatum=SINCE)
        loose = {"code": "bel_alvast", "medewerker": kim, "vanaf": TODAY, "gemaakt_op": NOW}
        self.make(Aandachtspunt, sleutel="of nobody", dossier=card.dossier, **loose)
        self.make(Aandachtspunt, sleutel="of that person", persoon=card.persoon, **loose)

    def _provisions(self) -> None:
        """One of each of two domains in every household, about who was there first; of everybody in those that
        residents ask about."""
        asked = {it.pk for found in self.world.mine.values() for it in found}
        rows, seen = [], set()
        for row in Betrokkene.objects.filter(gemeente=self.gemeente).order_by("pk"):
            if row.dossier_id in seen and row.dossier_id not in asked:
                continue
            seen.add(row.dossier_id)
            for domein, wet in (("wmo", "wmo"), ("jeugd", "jeugd")):
                rows.append(
                    Voorziening(
                        gemeente=self.gemeente, dossier_id=row.dossier_id, persoon_id=row.persoon_id, wet=wet,
                        domein=domein, toewijzing=f"{row.pk}"[-20:] + domein, categorie="01",
                        begindatum=date(2025, 1, 1), gewijzigd_op=NOW,
                    )
                )  # fmt: skip
        Voorziening.objects.bulk_create(rows)
