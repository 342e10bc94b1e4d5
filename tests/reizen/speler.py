"""Somebody at a browser, with Dutch verbs, so that a journey reads aloud.

Whatever a page complains about (a script that fails, a style the security policy refuses, an address that is not
there) is kept in `klachten`, and the test fails on it at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response, expect
from playwright.sync_api import TimeoutError as NotInTime

TELEFOON = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
BUREAU = {"viewport": {"width": 1280, "height": 900}}
# The browser says in its console that a page had this status. We look at statuses ourselves.
_STATUS = re.compile(r"Failed to load resource: the server responded with a status of (403|404|405|422)")


class Speler:
    """One person in one browser of their own."""

    def __init__(self, browser: Browser, url: str, naam: str, **options: Any) -> None:
        self.naam, self.url, self.klachten = naam, url, list[str]()
        self.context: BrowserContext = browser.new_context(
            base_url=url, locale="nl-NL", **{**BUREAU, **options}
        )
        self.context.set_default_timeout(8000)
        self.page: Page = self._watched(self.context.new_page())
        self.status = 0

    def _watched(self, page: Page) -> Page:
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.klachten.append(f"{page.url}: {error}"))
        page.on("response", self._answered)
        return page

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not _STATUS.match(said.text):
            self.klachten.append(f"{self.page.url}: {said.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.klachten.append(f"{response.request.method} {response.url}: {response.status}")
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self.status = response.status

    # Gegeven

    def komt_binnen(self) -> Speler:
        """By the demo's front door, as this invented person."""
        self.opent("/demo/")
        card = self.page.locator(".vliegwiel-personakaart__knop").filter(
            has=self.page.get_by_text(self.naam, exact=True)
        )
        card.first.click()
        self.page.wait_for_url(re.compile(r"/(lindebeek|waterrade)?/?$"))
        return self

    def logt_in(self, email: str, wachtwoord: str) -> Speler:
        """By the ordinary form, as somebody who is not on the demo's front door."""
        self.opent("/account/inloggen/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(wachtwoord)
        self.page.locator("main form button").last.click()
        self.page.wait_for_url(re.compile(r"/(lindebeek|waterrade)?/?$"))
        return self

    # Als

    def opent(self, pad: str) -> int:
        """Types an address; the status of the answer."""
        answer = self.page.goto(pad)
        assert answer is not None
        self.status = answer.status
        return self.status

    def klikt(self, tekst: str, *, precies: bool = True, in_: str | None = None) -> None:
        """A link or a button, by what it says."""
        self._clickable(tekst, precies, in_).click()
        self.page.wait_for_load_state()

    def _clickable(self, tekst: str, precies: bool, in_: str | None) -> Locator:
        where: Page | Locator = self.page.locator(in_) if in_ else self.page.locator("main")
        link = where.get_by_role("link", name=tekst, exact=precies)
        button = where.get_by_role("button", name=tekst, exact=precies)
        return link.or_(button).first

    def vult_in(self, label: str, tekst: str) -> None:
        self.page.get_by_label(label).first.fill(tekst)

    def kiest(self, label: str, keuze: str) -> None:
        """One of a list; by the beginning of what stands there."""
        options = self.page.get_by_label(label).first
        value = options.locator("option").filter(has_text=keuze).first.get_attribute("value")
        assert value, f"{keuze} is not in the list"
        options.select_option(value)

    def vinkt_aan(self, tekst: str) -> None:
        """A radio button or a box, by (the beginning of) its text."""
        self.page.locator("label").filter(has_text=tekst).locator("input").first.check()

    def vinkt_uit(self, tekst: str) -> None:
        self.page.locator("label").filter(has_text=tekst).locator("input").first.uncheck()

    def gaat_terug(self) -> None:
        self.page.go_back()

    # Dan

    def ziet(self, *teksten: str) -> None:
        for tekst in teksten:
            expect(self.page.locator("body")).to_contain_text(tekst)

    def ziet_niet(self, *teksten: str) -> None:
        for tekst in teksten:
            expect(self.page.locator("body")).not_to_contain_text(tekst)

    def komt_met_de_focus_op(self, selector: str) -> bool:
        """Whether the focus comes on or inside something.

        The browser gives `autofocus` with its first frame: a moment after the page is there.
        """
        inside = "selector => !!document.activeElement.closest(selector)"
        try:
            self.page.wait_for_function(inside, arg=selector, timeout=3000)
        except NotInTime:
            return False
        return True

    def krijgt_niet(self, *teksten: str) -> None:
        """Not on the screen, and not hidden in the page either."""
        bron = self.page.content()
        assert [tekst for tekst in teksten if tekst in bron] == [], self.page.url

    def ziet_kop(self, tekst: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(tekst)

    def wacht_tot(self, waar: Callable[[], bool], tot: float = 8.0) -> None:
        """Until something is true, looked at each tenth of a second."""
        for _ in range(int(tot * 10)):
            if waar():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("waited in vain")

    def status_van(self, pad: str, **fields: str) -> int:
        """What an address answers this person, without following a redirect; with fields it is a POST."""
        request = self.context.request
        if fields:
            return request.post(pad, form=dict(fields), max_redirects=0).status
        return request.get(pad, max_redirects=0).status

    def bron_van(self, pad: str) -> str:
        """The page or file at an address, unseen; empty when this person gets none."""
        answer = self.context.request.get(pad, max_redirects=0)
        return answer.text() if answer.ok else ""

    def gaat_weg(self) -> None:
        self.context.close()
