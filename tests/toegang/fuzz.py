"""Random people ask random addresses for random ids, and what comes back is held against docs/huis/toegang.md.

An answer is its body, its headers, a PDF's text, the mails it queued, the lines it logged. A *leak* is a canary in it
of a thing the table denies to this kijker for this page's purpose. A *wrongful denial* is a thing the page is there to
show (verwacht.py), allowed, and absent. Every person whose canary is shown has a line in the log, of that request.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.test import Client

from tests.toegang.adressen import EXTRA, FIELD, LEAST, MOST_PDF, OPTION, RICH, WORD
from tests.toegang.buiten import bind, text_of, unbind
from tests.toegang.kanaries import Kanarie, Volle
from tests.toegang.kanaries_hulp import holds, kader_of
from tests.toegang.kiezen import Kiezer
from tests.toegang.orakel import Wie
from tests.toegang.rond_dingen import KOPPELING, is_about_people, offered
from tests.toegang.verslag import Route, Verslag, Vondst, routes, targets
from tests.toegang.verwacht import KNOWN_BY_ID, expected_on, reviews
from vliegwiel.kern.models import Schrijflog, Uitgaand
from vliegwiel.privacy.models import Inzage, Inzageregel


class Fuzz(Kiezer):
    """One run over one world."""

    def __init__(self, full: Volle, seed: int = 1) -> None:
        super().__init__(full, seed)
        self.routes, self.report = routes(), Verslag()
        self._clients: dict[Any, Client] = {}
        self._handler = Client().handler
        self._before: dict[Any, tuple[int, int, int]] = {}
        self._answers: dict[Any, bool] = {}
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

    # -- asking

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
        opened = response.status_code == 200 or (response.status_code == 404 and route.name in KNOWN_BY_ID)
        if opened and not post and not headers and whole:
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
                given = str(self._id("privacy.Persoon", gemeente, self.who(None, gemeente), "", {}))
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
            self.report.with_person += any(map(is_about_people, words))
            self.report.with_draft += any(it.wat == "concept" for word in words for it in word.things)
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
            return reviews(self.full, who, canary.row)
        if canary.field == "privacy_dossier.nummer" and route.name == "spoed_nakijken":
            rows = (it for it in self.full.orakel.rows.spoedtoegang if it.dossier_id == canary.row.pk)
            if any(reviews(self.full, who, row) for row in rows):
                return True
        if canary.field.startswith("samenspel_aandachtspunt.") and holds(canary.row, who, self.full.orakel):
            known = kader_of(canary.row)  # whoever has the card reads why it was put off, where they know of
            return known is None or self.full.orakel.mag(who, route.purpose, known)
        if canary.field == "ondersteuning_voorziening.aanbieder" and route.purpose == "beheer":
            return True  # the page of an organisation names it; that is public, and says nothing of anybody's help
        if offered(canary, route):
            return True
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
        words = [self.full.words[it] for it in sorted(found) if it in self.full.words]
        if any(it.field == KOPPELING for it in words):  # to choose from: that says nothing of a plan
            chosen = set(WORD.findall(OPTION.sub("", text)))
            words = [it for it in words if it.field != KOPPELING or it.word in chosen]
        return words

    def _found(self, *what: str) -> None:
        self.report.found.append(Vondst(*what))
