"""Random people ask random addresses for random ids, and what comes back is held against docs/huis/toegang.md.

An answer is its body, its headers, a PDF's text, the mails it queued, the lines it logged. A *leak* is a canary in it
of a thing the table denies to this kijker for this page's purpose. A *wrongful denial* is a thing the page is there to
show (verwacht.py), allowed, and absent. Every person whose canary is shown has a line in the log, of that request.
"""

from __future__ import annotations

import logging
import random
import re
from collections import Counter
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.test import Client

from tests.toegang.adressen import EXTRA, FIELD, LEAST, MOST_PDF, PART, RICH, ROW_OF, SOORTEN, WORD, WORDS
from tests.toegang.buiten import bind, text_of, unbind
from tests.toegang.kanaries import Kanarie, Volle
from tests.toegang.kanaries_hulp import holds, kader_of
from tests.toegang.orakel import Wie
from tests.toegang.verslag import Route, Verslag, Vondst, routes, targets
from tests.toegang.verwacht import expected_on, reviews
from vliegwiel.kern.models import Schrijflog, Uitgaand
from vliegwiel.privacy.models import Inzage, Inzageregel


class Fuzz:
    """One run over one world."""

    def __init__(self, full: Volle, seed: int = 1) -> None:
        self.full, self.chance = full, random.Random(seed)
        self.routes, self.report = routes(), Verslag()
        self.people = [
            (gemeente, account)
            for gemeente in full.world.gemeenten
            for account in full.world.accounts[gemeente.pk]
        ]
        self._clients: dict[Any, Client] = {}
        self._handler = Client().handler
        self._before: dict[Any, tuple[int, int, int]] = {}
        self._answers: dict[Any, bool] = {}
        self._ids: dict[Any, list[Any]] = {}
        self._heard: list[str] = []
        self._targets, self._typed = targets(), set[str]()
        self._listen()

    def _listen(self) -> None:
        handler = logging.Handler()
        handler.emit = lambda record: self._heard.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        logging.getLogger("django").addHandler(handler)

    def run(self, size: int, say: Any = None) -> Verslag:
        """Every address in turn, most often those about people."""
        rich = [it for it in self.routes if it.name in RICH]
        share = max(0.5, min(0.62, (LEAST + 1) * len(self.routes) / size))  # enough for each of them
        for turn in range(size):
            plain = int((turn + 1) * share) > int(turn * share)
            route = self.routes[int(turn * share) % len(self.routes)] if plain else self.chance.choice(rich)
            if route.name.endswith("_pdf") and self.report.hits[route.name] >= MOST_PDF:
                continue  # a PDF takes as long as fifty pages
            known = len(self.report.found)
            self.one(route)
            for one in self.report.found[known:] if say else ():
                say(str(one))
            if say and turn and turn % 500 == 0:
                say(f"{turn} of {size}: {dict(Counter(it.kind for it in self.report.found))}")
        return self.report

    # -- one request

    def one(self, route: Route, gemeente: Any = None, account: Any = None) -> None:
        if account is None:
            gemeente, account = self._somebody(route)
        address, ids = self._address(route, gemeente, account)
        post = self.chance.random() < 0.12
        self._client(account)  # logs in before what the request writes is undone
        with transaction.atomic():
            self._ask(route, gemeente, account, address, ids, post)
            transaction.set_rollback(True)

    def _somebody(self, route: Route) -> tuple[Any, Any]:
        """Anybody; mostly of the kind the page is for, and now and then in a gemeente that is not theirs."""
        kind = "inwoner" if route.purpose == "eigen_dossier" else "medewerker"
        while True:
            gemeente, account = self.chance.choice(self.people)
            known = "dossier" not in route.text or self._near(
                self.who(account, gemeente), route.purpose, gemeente
            )
            near = account.soort == kind and self._has_the_hat(account, gemeente, route) and known
            if near or self.chance.random() < 0.06:
                break
        if self.chance.random() < 0.04:
            gemeente = self.chance.choice(self.full.world.gemeenten)
        return gemeente, (None if self.chance.random() < 0.03 else account)

    def _has_the_hat(self, account: Any, gemeente: Any, route: Route) -> bool:
        return route.purpose != "berichten" or "backoffice" in self.who(account, gemeente).petten

    def _address(self, route: Route, gemeente: Any, account: Any) -> tuple[str, dict[str, Any]]:
        ids: dict[str, Any] = {}
        who = self.who(account, gemeente)

        def fill(match: re.Match[str]) -> str:
            kind, name = match.groups()
            if name == "gemeente":
                return str(gemeente.slug)
            if kind == "uuid":
                ids[name] = self._id(name, gemeente, who, route.purpose, ids)
                return str(ids[name])
            if name == "sleutel":
                return self._link(gemeente)
            if name in WORDS:
                return self.chance.choice(WORDS[name])
            return self.chance.choice(SOORTEN) if kind in ("str", None, "slug") else "1"

        address = "/" + PART.sub(fill, route.text)
        if self.chance.random() < 0.3:
            word = self.chance.choice(list(self.full.words))
            address += self.chance.choice(
                (
                    "?pagina=2",
                    "?sorteer=naam",
                    "?filter=alles",
                    f"?q={word}",
                    "?domein=schulden",
                    "?soort=aantekening",
                )
            )
        elif route.name == "zoeken":
            names = [
                it for it in self.full.words.values() if it.persoon or it.field.endswith("huishouden.naam")
            ]
            address += f"?q={self.chance.choice(names).word}"
        return address, ids

    def _link(self, gemeente: Any) -> str:
        return self.chance.choice([key for where, key, _ in self.full.links if where == gemeente] + ["geen"])

    def _id(self, name: str, gemeente: Any, who: Wie, purpose: str, ids: dict[str, Any]) -> Any:
        """Mostly one of here, and of a household this kijker may know of; also of another gemeente, and of nobody."""
        pick = self.chance.random()
        where = gemeente if pick < 0.93 else self.chance.choice(self.full.world.gemeenten)
        rows = self._rows(ROW_OF.get(name.removesuffix("_id"), "privacy.Dossier"), where)
        if pick > 0.97 or not rows:
            return uuid4()
        if pick < 0.75:
            near, readable = self._near(who, purpose, gemeente), self._readable(who, purpose, name, gemeente)
            close = [row for row in rows if row.pk in readable]
            close = close or [row for row in rows if getattr(row, "dossier_id", row.pk) in near]
            rows = close or rows
        elif pick < 0.9:  # where they are, were or will be somebody, blocked or not
            tied = self._tied(who)
            rows = [row for row in rows if getattr(row, "dossier_id", row.pk) in tied] or rows
        return self.chance.choice(rows).pk

    def _rows(self, label: str, gemeente: Any) -> list[Any]:
        from django.apps import apps

        key = (label, gemeente.pk)
        if key not in self._ids:
            bind(gemeente)
            self._ids[key] = list(apps.get_model(label)._default_manager.filter(gemeente_id=gemeente.pk))
        return self._ids[key]

    def _tied(self, who: Wie) -> set[Any]:
        if who.medewerker is None:
            return set()
        key = (who, "tied")
        if key not in self._ids:
            found, me = self.full.orakel.rows, who.medewerker.id
            rows = [*found.betrokkenheid, *found.deling, *found.spoedtoegang]
            self._ids[key] = [row.dossier_id for row in rows if row.medewerker_id == me]
        return set(self._ids[key])

    def _readable(self, who: Wie, purpose: str, name: str, gemeente: Any) -> set[Any]:
        """The rows of this kind of which this kijker may read a word."""
        key = (who, purpose, name)
        if key not in self._ids:
            table = ROW_OF.get(name.removesuffix("_id"), "x.y").split(".")[1].lower()
            self._ids[key] = [
                it.row.pk
                for it in self.full.words.values()
                if it.row._meta.model_name == table and it.row.gemeente_id == gemeente.pk
                and self._says(who, purpose, it)
            ]  # fmt: skip
        return set(self._ids[key])

    def _near(self, who: Wie, purpose: str, gemeente: Any) -> set[Any]:
        key = (
            who.soort,
            who.medewerker and who.medewerker.id,
            who.persoon and who.persoon.id,
            "near",
            purpose,
        )
        if key not in self._ids:
            self._ids[key] = [
                thing.dossier
                for canary in self._names(gemeente, who.medewerker is not None)
                for thing in canary.things
                if self.full.orakel.mag(who, purpose or "ondersteunen", thing)
            ]
        return set(self._ids[key])

    def _names(self, gemeente: Any, colleague: bool) -> list[Any]:
        """By which households are known: a colleague who may know a person knows the household too."""
        key = (gemeente.pk, colleague, "names")
        if key not in self._ids:
            kinds = ("ondersteuning_huishouden.naam",) + (() if colleague else ("privacy_persoon.voornaam",))
            self._ids[key] = [
                it for it in self.full.words.values()
                if it.field in kinds and it.row.gemeente_id == gemeente.pk
            ]  # fmt: skip
        return self._ids[key]

    # -- asking

    def who(self, account: Any, gemeente: Any) -> Wie:
        key = (account and account.pk, gemeente.pk, "who")
        if key not in self._ids:
            self._ids[key] = [self.full.orakel.who(account.pk if account else None, gemeente.pk)]
        return self._ids[key][0]  # type: ignore[no-any-return]

    def _client(self, account: Any) -> Client:
        key = account.pk if account else None
        if key not in self._clients:
            self._clients[key] = Client(raise_request_exception=False)
            self._clients[key].handler = self._handler  # its middleware is built once
            if account is not None:
                self._clients[key].force_login(account)
        return self._clients[key]

    def _ask(
        self, route: Route, gemeente: Any, account: Any, address: str, ids: dict[str, Any], post: bool
    ) -> None:
        client, who = self._client(account), self.who(account, gemeente)
        bind(gemeente)
        before, mails, lines = self._begin(gemeente)
        self._heard.clear()
        self._typed.clear()
        unbind()
        headers = {}
        if self.chance.random() < 0.2:
            headers = {
                "HX-Request": "true",
                "HX-Target": self.chance.choice(self._targets),
            }
        response = client.get(address, headers=headers)
        if post:
            response = self._post(client, address, response, gemeente)
        text = text_of(response)
        self.report.asked += 1
        self.report.hits[route.name] += 1
        self.report.status[route.name, response.status_code] += 1
        name = f"{account.naam if account else 'visitor'} {sorted(who.petten)}"
        bind(gemeente)
        self._judge(route, who, address, name, response, text, before)
        self._aside(address, name, gemeente, mails, lines)
        whole = "?" not in address or (route.name == "zoeken" and "?q=" in address)
        if response.status_code == 200 and not post and not headers and whole:
            ids["gevraagd"] = address.partition("?q=")[2]
            self._missing(route, who, address, name, set(WORD.findall(text)), ids)

    def _begin(self, gemeente: Any) -> tuple[int, int, int]:
        """The logs and the outbox before a request: always the same, for what a request writes is undone."""
        if gemeente.pk not in self._before:
            last = Inzage.objects.aggregate(last=Max("id"))["last"] or 0
            self._before[gemeente.pk] = last, Uitgaand.objects.count(), Schrijflog.objects.count()
        return self._before[gemeente.pk]

    def _post(self, client: Client, address: str, page: Any, gemeente: Any) -> Any:
        body = page.content.decode(errors="replace") if not page.streaming else ""
        values: dict[str, str] = {}
        for kind, attributes, inside in FIELD.findall(body):
            name = re.search(r'name="([^"]+)"', attributes)
            if name is None:
                continue
            options = re.findall(r'<option[^>]*value="([^"]*)"', inside)
            value = re.search(r'value="([^"]*)"', attributes)
            given = self.chance.choice(options) if options else value.group(1) if value else "woord"
            if name.group(1) == "bsn":
                given = self.chance.choice(self._numbers())
                self._typed.add(given)
            if self.chance.random() < 0.15 and not name.group(1).startswith("_"):
                given = str(self._id("persoon_id", gemeente, self.who(None, gemeente), "", {}))
            values[name.group(1)] = given or ("woord" if kind == "textarea" else given)
        unbind()
        return client.post(address, values)

    def _numbers(self) -> list[str]:
        return [it.word for it in self.full.words.values() if it.field.startswith("privacy_bsn.")]

    # -- judging

    def _judge(
        self, route: Route, who: Wie, address: str, name: str, response: Any, text: str, before: int
    ) -> None:
        if response.status_code >= 500:
            self._found("broken", name, address, str(response.status_code))
        words = self._words_in(text)
        words = [it for it in words if f"q={it.word}" not in address or text.count(it.word) > 8]
        if response.status_code == 200:
            self.report.answers += 1
            self.report.with_person += bool(words)
        self.report.shown[route.name] += len(words)
        for canary in words:
            if not self.may(who, route, canary, address):
                self._found("leak", name, address, f"{canary.field} ({canary.word})")
        people = {it.persoon for it in words if it.persoon is not None}
        if people:
            events = Inzage.objects.filter(id__gt=before)
            logged = set(
                Inzageregel.objects.filter(inzage__in=events.values("id")).values_list("persoon", flat=True)
            )
            for persoon in people - logged:
                self._found("unlogged", name, address, str(persoon))

    def may(self, who: Wie, route: Route, canary: Kanarie, address: str) -> bool:
        """The table's answer for this kijker, this purpose and this canary."""
        if canary.field.startswith("ondersteuning_kaart.") and route.name == "kaart":
            return self._card_is_open(canary, address)
        if canary.field.startswith("privacy_spoedtoegang.") and route.name == "spoed_nakijken":
            return reviews(self.full, who, canary)
        if canary.field.startswith("samenspel_aandachtspunt.") and holds(canary.row, who, self.full.orakel):
            known = kader_of(canary.row)  # whoever has the card reads why it was put off, where they know of
            return known is None or self.full.orakel.mag(who, route.purpose, known)
        if canary.field == "ondersteuning_voorziening.aanbieder" and route.purpose == "beheer":
            return True  # the page of an organisation names it; that is public, and says nothing of anybody's help
        key = (who, route.name, route.purpose, canary)
        if key not in self._answers:
            extra = EXTRA.get(route.name, frozenset())
            own = who.soort == "inwoner" and route.name == "vandaag"  # that page is for both
            purposes = (route.purpose, "eigen_dossier") if own else (route.purpose,)
            self._answers[key] = any(self._says(who, purpose, canary, extra) for purpose in purposes)
        return self._answers[key]

    def _says(self, who: Wie, purpose: str, canary: Kanarie, extra: frozenset[str] = frozenset()) -> bool:
        seated = (who.medewerker and who.medewerker.id, who.persoon and who.persoon.inwoner_id)
        extra |= {"zetel"} if canary.seats.intersection(seated) else set()
        return any(self.full.orakel.mag(who, purpose, it, extra) for it in canary.things)

    def _card_is_open(self, canary: Kanarie, address: str) -> bool:
        return any(
            card.pk == canary.row.pk and f"/{key}/" in address and number % 4 < 2
            for number, (_, key, card) in enumerate(self.full.links)
        )

    def _aside(self, address: str, name: str, gemeente: Any, mails: int, lines: int) -> None:
        """Mails carry no content, the write log and the program's own log carry no words."""
        bind(gemeente)
        if Uitgaand.objects.count() > mails:
            for row in Uitgaand.objects.order_by("-moment")[:5]:
                if self._words_in(f"{row.parameters}{row.pad}"):
                    self._found("mail", name, address, f"{row.soort}")
        if Schrijflog.objects.count() > lines:
            for line in Schrijflog.objects.order_by("-moment")[:5]:
                if self._words_in(str(line.parameters)):
                    self._found("log", name, address, line.actie)
        for heard in self._heard:
            if self._words_in(heard.replace(address, "")) and "?q=" not in heard:
                self._found("log", name, address, heard[:80])

    def _missing(
        self, route: Route, who: Wie, address: str, name: str, read: set[str], ids: dict[str, Any]
    ) -> None:
        for canary in expected_on(route.name, self.full, who, ids):
            if not self.may(who, route, canary, address):
                continue
            self.report.expected += 1
            if canary.word not in read:
                self._found("denied", name, address, f"{canary.field} ({canary.word})")

    def _words_in(self, text: str) -> list[Kanarie]:
        """The canaries in a text, but for the number that was typed to search by."""
        found = set(WORD.findall(text)) - self._typed
        return [self.full.words[it] for it in sorted(found) if it in self.full.words]

    def _found(self, *what: str) -> None:
        self.report.found.append(Vondst(*what))
