"""Eight people who write without pause, each in a browser of their own.

A write is a form sent by somebody who is logged in. It is *acknowledged* when the redirect to its result came back.
"""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.rigs.kill_forms import MARK, Endpoint
from tests.rigs.kill_judge import Write

PATIENCE = 20.0  # seconds a request may take; and a server, after its fall, to take writes again
AT_ONCE = 3  # writes in flight to wait for, a moment, before it falls
# What a server without its database answers. 400: Django's word for a session that could not be stored.
NO_ANSWER = frozenset({400, 500, 502, 503})


@dataclass
class Answer:
    status: int
    location: str
    text: str


class Browser:
    """Keeps its connection open and its cookies, as a browser does; never sends anything twice by itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._line: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, fields: Mapping[str, str] | None = None) -> Answer:
        """One request. Raises OSError or HTTPException when no whole answer came."""
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._line.request(method, path, urlencode(fields) if fields is not None else None, headers)
            got = self._line.getresponse()
            text = got.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        for cookie in got.msg.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(got.status, got.getheader("Location") or "", text)

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


def hidden(text: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', text)
    assert found, f"no field {name} on the page"
    return found.group(1)


@dataclass
class Tally:
    """What was in flight when it fell, and how many forms of this storm were and were not answered."""

    in_flight: int
    unanswered: int
    acknowledged: int


class Person:
    """Logged in, and writing."""

    def __init__(self, crowd: Crowd, account: str) -> None:
        self.crowd, self.account = crowd, account
        self.browser = Browser(crowd.port)
        self.writes: list[Write] = []
        self.looked = 0  # pages seen whole, of which the reading is logged
        self._come_in()

    def _come_in(self) -> None:
        csrf = hidden(self.browser.ask("GET", "/demo/").text, "csrfmiddlewaretoken")
        fields = {"persona": self.account, "csrfmiddlewaretoken": csrf}
        assert self.browser.ask("POST", "/demo/als/", fields).status == 302

    def live(self, name: str, stop: threading.Event) -> None:
        count = 0
        while not stop.is_set():
            count += 1
            try:
                self._write(f"{MARK}{name}-{count}")
                self._look()
            except (OSError, http.client.HTTPException):
                continue

    def _write(self, mark: str) -> None:
        endpoint = self.crowd.endpoint
        shown = self.browser.ask("GET", endpoint.page)
        if shown.status in NO_ANSWER:
            return
        assert shown.status == 200, f"{endpoint.page}: {shown.status} {shown.location}"
        hold = {name: hidden(shown.text, name) for name in ("csrfmiddlewaretoken", "_sleutel")}
        write = Write(mark, {**endpoint.fields(mark), **hold}, sent=time.monotonic())
        self.writes.append(write)
        try:
            write.acknowledged = self._send(write)
        finally:
            write.ended = time.monotonic()

    def _send(self, write: Write) -> str:
        """The id of what the form made, or nothing when the server could not say."""
        answer = self.browser.ask("POST", self.crowd.endpoint.page, write.fields)
        if answer.status in NO_ANSWER:
            return ""
        found = re.search(self.crowd.endpoint.led, answer.location)
        assert answer.status in (302, 303) and found, f"{answer.status} {answer.location} {answer.text[:400]}"
        return found.group(1)

    def _look(self) -> None:
        read = self.crowd.endpoint.read
        if read and self.browser.ask("GET", read.page).status == read.status:
            self.looked += 1

    def repeat(self) -> None:
        """Every form of this cycle once more, the same key in it; until the server says where it led."""
        for write in self.writes:
            until = time.monotonic() + PATIENCE
            led = ""
            while not led and time.monotonic() < until:
                try:
                    led = self._send(write)
                except (OSError, http.client.HTTPException):
                    time.sleep(0.05)
            write.repeated.append(led)


class Crowd:
    """Everybody who writes at the same time."""

    def __init__(self, endpoint: Endpoint, port: int, accounts: Mapping[str, str], size: int = 8) -> None:
        self.endpoint, self.port = endpoint, port
        emails = [endpoint.people[number % len(endpoint.people)] for number in range(size)]
        self.people = [Person(self, accounts[email]) for email in emails]
        self.failures: list[BaseException] = []

    def writes(self) -> list[Write]:
        return [write for person in self.people for write in person.writes]

    def together(self, work: Callable[[int, Person], object]) -> list[threading.Thread]:
        def safe(number: int, person: Person) -> None:
            try:
                work(number, person)
            except BaseException as failure:
                self.failures.append(failure)

        threads = [threading.Thread(target=safe, args=pair, daemon=True) for pair in enumerate(self.people)]
        for thread in threads:
            thread.start()
        return threads

    def storm(self, name: str, warm: int, lasts: float, kill: Callable[[], None]) -> Tally | None:
        """All write; after `warm` answers and so many seconds it falls. None when nothing was in flight then."""
        for person in self.people:
            person.writes = []
        stop = threading.Event()
        threads = self.together(lambda number, person: person.live(f"{name}-{number}", stop))
        self._wait_for(lambda: self._running(warm))
        time.sleep(lasts)
        self._wait_for(lambda: self._flying(time.monotonic()) >= AT_ONCE, within=2.0)
        fell = time.monotonic()
        kill()
        stop.set()
        self._end(threads)
        return self._tally(fell)

    def _running(self, warm: int) -> bool:
        answered = sum(bool(write.acknowledged) for write in self.writes())
        return answered >= warm and (self.endpoint.read is None or self.looked().total() > 0)

    def _tally(self, fell: float) -> Tally | None:
        writes = self.writes()
        flying = self._flying(fell)
        unanswered = sum(not write.acknowledged for write in writes)
        return Tally(flying, unanswered, len(writes) - unanswered) if flying else None

    def _flying(self, moment: float) -> int:
        return sum(write.in_flight(moment) for write in self.writes())

    def _wait_for(self, what: Callable[[], bool], within: float = PATIENCE) -> None:
        until = time.monotonic() + within
        while not what() and not self.failures and time.monotonic() < until:
            time.sleep(0.002)

    def repeat(self) -> None:
        self._end(self.together(lambda _, person: person.repeat()))

    def looked(self) -> Counter[str]:
        """Per account how many pages were seen whole of which the reading is logged."""
        seen: Counter[str] = Counter()
        for person in self.people:
            seen[person.account] += person.looked
        return seen

    def go_home(self) -> None:
        for person in self.people:
            person.browser.close()

    def _end(self, threads: Sequence[threading.Thread]) -> None:
        for thread in threads:
            thread.join(timeout=6 * PATIENCE)
        assert not any(thread.is_alive() for thread in threads), "somebody still waits for an answer"
        if self.failures:
            raise self.failures[0]
