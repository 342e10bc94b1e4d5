"""One small and cunning world for `make mutate`: every edge of a period, every kind of tie, each in a household alone.

Rows are laid by hand, so that each mistake in the policy has a row on which it shows. What may be seen is said by the
oracle (`orakel`), which reads the same rows and only the table.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from tests.toegang.klein_basis import (
    BORN,
    FIELDS,
    GEZAG,
    HOLDS,
    MINUTE,
    NOT,
    NOW,
    PERIODS,
    SINCE,
    SOORTEN,
    TODAY,
    WORKERS,
    Klein,
)
from tests.toegang.klein_bouwer import make_account
from tests.toegang.klein_kaarten import Kaarten
from tests.toegang.klein_rond import Rond
from vliegwiel.gemeenschap.models import (
    Deelname,
    Inwoner,
    Medewerker,
    Organisatie,
    Roltoekenning,
    Team,
    Teamlid,
)
from vliegwiel.kern.database import set_gemeente
from vliegwiel.kern.models import Gemeente
from vliegwiel.ondersteuning.models import Plandeel, Plandoel
from vliegwiel.privacy.models import (
    Betrokkene,
    Blokkade,
    Spoedtoegang,
)
from vliegwiel.samenspel.models import Afspraak, Tafel, Zetel


def make_small() -> Klein:
    """The whole world: gemeente A with every tie, and B, where Kim works too."""
    world = Klein()
    kim = make_account("kim", "medewerker")
    for slug in ("a", "b"):
        gemeente = Gemeente.objects.create(slug=slug, naam=slug, aangemaakt_op=NOW)
        set_gemeente(gemeente.pk)
        world.gemeenten[slug] = gemeente
        _Bouwer(world, gemeente, kim).build(whole=slug == "a")
    world.rond = Rond(world)
    return world


class _Bouwer(Kaarten):
    def build(self, *, whole: bool) -> None:
        self.world.dossiers[self.gemeente.pk] = []
        self._workers()
        self._involved()
        self._shares()
        self._urgent()
        self._own_work()
        self._cards()
        self._blocked()
        self._tables()
        if whole:
            self._families()
            self._others_home()
            self._represented_elsewhere()
            self._reader_of_every_age()
            self._come_and_gone()
        else:
            self._resident_b()
        self._content()
        self._provisions()

    # -- colleagues

    def _workers(self) -> None:
        here = self.make(Deelname, organisatie=self._organisation("Gemeente"), begindatum=SINCE)
        brug = self.make(Deelname, organisatie=self._organisation("De Brug"), begindatum=SINCE)
        self.staf: dict[str, Any] = {}
        for name, rol in WORKERS.items():
            account = (
                self.kim_account if name == "kim" else make_account(name + self.gemeente.slug, "medewerker")
            )
            self.world.accounts[f"{name}.{self.gemeente.slug}"] = account
            deelname = brug if name == "pat" else here
            me = self.make(Medewerker, account=account, naam=name, deelname=deelname, begindatum=SINCE)
            self.make(Roltoekenning, medewerker=me, rol=rol, begindatum=SINCE)
            self.staf[name] = me
        self.deelnames = {"kim": here, "pat": brug}
        self.three = [self.staf[name] for name in ("kim", "pat", "ted")]

    def _organisation(self, naam: str) -> Any:
        return Organisatie.objects.get_or_create(naam=naam, defaults={"soort": "welzijn"})[0]

    def _involved(self) -> None:
        kim = self.staf["kim"]
        for turn, period in enumerate(PERIODS):
            self.involve(self.home(f"uitvoering {turn}"), period, medewerker=kim)
            self.involve(self.home(f"coordinator {turn}"), period, medewerker=kim, soort="coordinator")
            team = self.make(Team, naam=f"team {turn}")
            self.make(Teamlid, team=team, medewerker=kim, begindatum=period[0], einddatum=period[1])
            self.make(Teamlid, team=team, medewerker=self.staf["mo"], begindatum=SINCE)
            self.involve(self.home(f"by team {turn}"), team=team, domein="jeugd")
            self.involve(self.home(f"team itself {turn}"), period, team=team, domein="welzijn")
        only_mo = self.make(Team, naam="only mo")
        self.make(Teamlid, team=only_mo, medewerker=self.staf["mo"], begindatum=SINCE)
        self.involve(self.home("another team"), team=only_mo)
        self.involve(self.home("another colleague"), medewerker=self.staf["mo"])
        self.involve(self.home("ended"), medewerker=kim, beeindigd_op=NOW - MINUTE)
        both = self.home("work and regie")
        for me in self.three:
            self.involve(self.home(f"regie {me.naam}"), medewerker=me, soort="vaste_contactpersoon")
            self.involve(self.home(f"second regie {me.naam}"), medewerker=me, soort="coordinator")
            self.involve(self.home(f"work {me.naam}"), medewerker=me, domein="schulden")
            self.involve(both, medewerker=me, domein="participatie")
            self.involve(both, medewerker=me, soort="coordinator")
        self.home("nobody")

    def _shares(self) -> None:
        kim = self.staf["kim"]
        for turn, period in enumerate(PERIODS):
            self.share(self.home(f"shared {turn}"), FIELDS, period, domein="wmo", medewerker=kim)
        for name, me in product((*FIELDS, ""), self.three):
            self.share(self.home(f"shared {name} {me.naam}"), [name], domein="wmo", medewerker=me)
        self.share(self.home("shared no domain"), FIELDS, domein="", medewerker=kim)
        self.share(
            self.home("shared withdrawn"), FIELDS, domein="wmo", medewerker=kim, ingetrokken_op=NOW - MINUTE
        )
        self.share(self.home("shared with mo"), FIELDS, domein="wmo", medewerker=self.staf["mo"])
        for name, deelname in self.deelnames.items():
            self.share(self.home(f"shared with {name}s"), FIELDS, domein="jeugd", deelname=deelname)
        self.share(
            self.home("shared with a household"), FIELDS, domein="wmo", naar_dossier=self.home("somewhere")
        )

    def _urgent(self) -> None:
        moments = {
            "from now": (NOW, NOW + 60 * MINUTE), "nearly over": (NOW - 59 * MINUTE, NOW + MINUTE),
            "over now": (NOW - 60 * MINUTE, NOW), "soon": (NOW + MINUTE, NOW + 61 * MINUTE),
        }  # fmt: skip
        for name, (begin, end) in moments.items():
            for me in self.three if name == "from now" else self.three[:1]:
                self._spoed(self.home(f"spoed {name} {me.naam}"), me, begin, end)
        self._spoed(self.home("spoed ended"), self.three[0], NOW - MINUTE, NOW + MINUTE, ended=NOW - MINUTE)
        self._spoed(self.home("spoed no domain"), self.three[0], NOW, NOW + MINUTE, domein="")
        self._spoed(self.home("spoed of mo"), self.staf["mo"], NOW, NOW + MINUTE)

    def _spoed(
        self, dossier: Any, me: Any, begin: Any, end: Any, *, ended: Any = None, domein: str = "wmo"
    ) -> None:
        self.make(
            Spoedtoegang, dossier=dossier, medewerker=me, domein=domein, reden="x", categorie="geweld",
            begonnen_op=begin, tot=end, gemeld_aan=me, nakijken_voor=TODAY, beeindigd_op=ended,
        )  # fmt: skip

    def _own_work(self) -> None:
        for status in ("gevraagd", "loopt", "teruggegeven", "gedaan", "losgelaten"):
            self._deal(self.home(f"own {status}"), self.staf["kim"], status)
        for me in self.three:
            self._deal(self.home(f"own of {me.naam}"), me, "loopt")

    def _deal(self, dossier: Any, me: Any, status: str) -> None:
        self.make(
            Afspraak, dossier=dossier, tekst="x", wie="gemeente", medewerker=me, status=status, gemaakt_op=NOW
        )

    def _blocked(self) -> None:
        """Each time Kim has regie; and somebody lives there who keeps Kim out, or does not."""
        kim, mo = self.staf["kim"], self.staf["mo"]
        living = ((SINCE, None), *NOT)
        for (turn, block), (stay, lived) in product(enumerate(PERIODS), enumerate(living)):
            dossier = self.home(f"blocked {turn} {stay}")
            self.involve(dossier, medewerker=kim, soort="coordinator")
            who = self.person(f"shut {turn} {stay}", date(1970, 1, 1))
            self.lives(dossier, who, lived)
            since, until = block
            self.make(
                Blokkade, persoon=who, medewerker=kim, soort="familie", begindatum=since, einddatum=until
            )
        dossier = self.home("blocked for mo")
        self.involve(dossier, medewerker=kim, soort="coordinator")
        who = self.person("shuts mo", date(1970, 1, 1))
        self.lives(dossier, who)
        self.make(Blokkade, persoon=who, medewerker=mo, soort="uitgesloten", begindatum=SINCE)

    def _tables(self) -> None:
        """A seat at the table of a household where Kim works, one past, and a table of no household."""
        kim = self.staf["kim"]
        sits = self.world.tafels.setdefault(f"kim.{self.gemeente.slug}", set())
        for turn, period in enumerate(PERIODS):
            dossier = self.home(f"table {turn}")
            self.involve(dossier, medewerker=kim)
            tafel = self._table(dossier)
            self.make(
                Zetel,
                tafel=tafel,
                medewerker=kim,
                is_begeleider=True,
                begindatum=period[0],
                einddatum=period[1],
            )
            sits |= {dossier.pk} if period in HOLDS else set()

    def _table(self, dossier: Any) -> Any:
        return self.make(Tafel, dossier=dossier, naam="x", bedoeling="x", begindatum=SINCE)

    # -- residents

    def _families(self) -> None:
        """A reader in a household with a child on every edge of age: with gezag or not, and as something else too."""
        for (name, gezag), soort in product(GEZAG.items(), SOORTEN):
            reader = self.person(f"lezer {name} {soort}", date(1980, 1, 1), account=True)
            home = self.home(f"gezin {name} {soort}", alone=False)
            self.lives(home, reader)
            for child, born in BORN.items():
                kid = self.person(child, born)
                self.lives(home, kid)
                if gezag:
                    self.stands_for(reader, kid, "gezag", gezag)
                if soort:
                    self.stands_for(reader, kid, soort)
            self.world.mine[reader.voornaam] = [home]

    def _others_home(self) -> None:
        """A parent who lives elsewhere: only what is shared with that home, of children under 16."""
        reader = self.person("ouder elders", date(1980, 1, 1), account=True)
        own, old, next_ = (self.home(f"eigen huis {turn}", alone=False) for turn in range(3))
        self.lives(own, reader, (TODAY, TODAY))
        self.lives(old, reader, NOT[0])
        self.lives(old, self.person("huisgenoot van vroeger", date(1970, 1, 1)))
        self.lives(next_, reader, NOT[1])
        kids = {name: self.person(name, born) for name, born in BORN.items()}
        asked = [own, old, next_]
        shares: list[tuple[Any, Any, Any, Any]] = [
            (FIELDS, period, own, None) for period in (*PERIODS, HOLDS[0])
        ]
        shares[-1] = (FIELDS, HOLDS[0], own, NOW - MINUTE)
        shares += [([name], HOLDS[0], own, None) for name in FIELDS]
        shares += [(FIELDS, HOLDS[0], old, None), (FIELDS, HOLDS[0], next_, None)]
        for turn, (fields, period, to, withdrawn) in enumerate(shares):
            home = self.home(f"ander huis {turn}", alone=False)
            for kid in list(kids.values())[:: 1 if turn == 0 else 3]:
                self.lives(home, kid)
            self.share(home, fields, period, domein="jeugd", naar_dossier=to, ingetrokken_op=withdrawn)
            asked.append(home)
        plain = self.home("ander huis, geen domein", alone=False)
        self.share(plain, FIELDS, HOLDS[0], domein="", naar_dossier=own)
        asked.append(plain)
        for kid in kids.values():
            self.lives(plain, kid)
            self.stands_for(reader, kid, "gezag")
        self.stands_for(
            reader, self.person("gaf volmacht", date(1950, 1, 1)), "volmacht"
        )  # not only a parent
        self.world.mine[reader.voornaam] = asked

    def _represented_elsewhere(self) -> None:
        """Somebody who lives in one household, left one and comes to another; each kind of representative."""
        otto = self.person("otto", date(1960, 1, 1))
        homes = [self.home(f"otto {turn}") for turn in range(len(PERIODS))]
        for home, period in zip(homes, PERIODS, strict=True):
            self.lives(home, otto, period)
        for soort, (turn, period) in product(SOORTEN[1:], enumerate(PERIODS)):
            reader = self.person(f"{soort} {turn}", date(1980, 1, 1), account=True)
            self.stands_for(reader, otto, soort, period)
            self.world.mine[reader.voornaam] = homes
        inside = self.person("mentor in huis", date(1980, 1, 1), account=True)
        self.lives(homes[0], inside)
        self.stands_for(inside, otto, "mentor")
        self.world.mine[inside.voornaam] = homes
        for name, gezag in (("nu", HOLDS[1]), ("verloren", NOT[0])):
            parent = self.person(f"ouder en mentor {name}", date(1980, 1, 1), account=True)
            own_home = self.home(f"van ouder en mentor {name}", alone=False)
            self.lives(own_home, parent)
            elsewhere = self.home(f"kinderen elders {name}", alone=False)
            for kid in [self.person(age, born) for age, born in BORN.items()]:
                self.lives(elsewhere, kid)
                self.stands_for(parent, kid, "gezag", gezag)
                self.stands_for(parent, kid, "mentor")
            self.world.mine[parent.voornaam] = [own_home, elsewhere]
        self._only_grown_child()
        nobody = self.person("mentor van niemand", date(1980, 1, 1), account=True)
        self.stands_for(nobody, self.person("zonder huis", date(1950, 1, 1)), "mentor")
        self.world.mine[nobody.voornaam] = homes[:1]

    def _only_grown_child(self) -> None:
        """A parent who is mentor of nobody but a child of 17, who lives elsewhere: the household's, not the child's."""
        parent = self.person("ouder en mentor van 17", date(1980, 1, 1), account=True)
        own, elsewhere = self.home("van ouder van 17", alone=False), self.home("van 17", alone=False)
        self.lives(own, parent)
        kid = self.person("enige van 17", BORN["c17"])
        self.lives(elsewhere, kid)
        self.stands_for(parent, kid, "gezag")
        self.stands_for(parent, kid, "mentor")
        self.world.mine[parent.voornaam] = [own, elsewhere]

    def _reader_of_every_age(self) -> None:
        """Children who read themselves, in one household with a parent; one reader who lives nowhere."""
        home, old, young = self.home("jonge lezers", alone=False), self.home("vorig huis"), None
        for name, born in BORN.items():
            kid = self.person(f"zelf {name}", born, account=True)
            young = kid if name == "c15" else young
            self.lives(home, kid)
            self.lives(old, kid, NOT[0])
            self.world.mine[kid.voornaam] = [home, old]
        parent = self.person("hun ouder", date(1980, 1, 1))
        self.lives(home, parent)
        self.stands_for(young, parent, "mentor")  # not likely, and then a child still reads as a child
        self.person("zonder thuis", date(1980, 1, 1), account=True)
        self.world.mine["zonder thuis"] = [home]

    def _come_and_gone(self) -> None:
        """One home: who stayed, who left and lives nowhere now, and who is still to come; and who is no person here."""
        home = self.home("wisselend", alone=False)
        for name, period in (("gebleven", (SINCE, None)), ("vertrokken", NOT[0]), ("komt nog", NOT[1])):
            self.lives(home, self.person(name, date(1980, 1, 1), account=True), period)
            self.world.mine[name] = [home]
        account = self.world.accounts["geen persoon"] = make_account("geen persoon", "inwoner")
        self.make(Inwoner, account=account, naam="geen persoon", begindatum=SINCE)

    def _resident_b(self) -> None:
        home = self.home("b", alone=False)
        self.lives(home, self.person("van b", date(1980, 1, 1), account=True))
        self.world.mine["van b"] = [home]

    # -- what can be seen

    def _content(self) -> None:
        asked = {it.pk for found in self.world.mine.values() for it in found}
        goals, parts, deals = [], [], []
        people: dict[Any, list[Any]] = {}
        for row in Betrokkene.objects.filter(gemeente=self.gemeente):
            people.setdefault(row.dossier_id, []).append(row.persoon_id)
        for dossier in self.world.dossiers[self.gemeente.pk]:
            everyone = [None, *people.get(dossier.pk, [])] if dossier.pk in asked else [None]
            for persoon, shut in product(everyone, (False, True)):
                if shut and (persoon is None or dossier.pk not in asked):
                    continue
                domains = ("", "wmo", "schulden") if persoon else ("", "wmo", "jeugd", "schulden")
                for domein in domains if not shut else ("wmo",):
                    thing = {"dossier": dossier, "domein": domein, "persoon_id": persoon, "afgesloten": shut}
                    goals.append(Plandoel(gemeente=self.gemeente, tekst="x", gemaakt_op=NOW, **thing))
                    if domein == "wmo":
                        deals.append(self._given_deal(thing))
                        parts += [
                            self._part(thing, sealed) for sealed in (None, self.staf["kim"], self.staf["mo"])
                        ]
        for model, rows in ((Plandoel, goals), (Plandeel, parts), (Afspraak, deals)):
            model.objects.bulk_create(rows)

    def _given_deal(self, thing: dict[str, Any]) -> Afspraak:
        return Afspraak(
            gemeente=self.gemeente, tekst="x", wie="inwoner", status="loopt", gemaakt_op=NOW, **thing
        )

    def _part(self, thing: dict[str, Any], sealed: Any) -> Plandeel:
        return Plandeel(
            gemeente=self.gemeente, tekst="x", soort="wil_ik", gemaakt_op=NOW, verzegeld=sealed is not None,
            maker=sealed or self.staf["mo"], **thing,
        )  # fmt: skip
