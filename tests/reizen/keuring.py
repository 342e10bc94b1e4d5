"""What every page is judged on: axe, width, one heading, language; and the walk that finds the pages."""

from __future__ import annotations

import re
from collections import Counter, deque
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po

import vliegwiel
from tests.reizen.speler import Speler

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
BREED, SMAL = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ENGLISH = Path(vliegwiel.__file__).parent / "locale/en/LC_MESSAGES/django.po"
COOKIE = "vliegwiel_taal"
HIGHEST = 16000  # the browser shows no more at once
_axe = Axe()


def niets_mis(found: list[str]) -> None:
    """Fails with every finding on a line of its own; the same one on many pages is told once."""
    told: dict[str, list[str]] = {}
    for line in found:
        where, _, what = line.partition(": ")
        told.setdefault(_ID.sub("<id>", what), []).append(_ID.sub("<id>", where))
    lines = [
        f"{what}\n      on {len(pages)}: {', '.join(sorted(set(pages))[:6])}" for what, pages in told.items()
    ]
    assert not lines, "\n  ".join([f"{len(lines)} findings", *lines])


# -- one page


def keur(wie: Speler, pad: str, *, zonder_engels: bool = False) -> list[str]:
    """Everything wrong with the page at an address, wide and narrow, in Dutch and in English."""
    status = wie.opent(pad)
    if status != 200:
        return [f"{pad}: status {status}"]
    return [*keur_nu(wie), *([] if zonder_engels else _not_english(wie, pad))]


def keur_nu(wie: Speler) -> list[str]:
    """Everything wrong with what is on the screen now, wide and narrow."""
    where = wie.page.url.removeprefix(wie.url)
    found = [f"{where}: {wrong}" for wrong in [*_heading(wie), *_violations(wie), *_wide(wie)]]
    if "scherm=1" in where:  # twice as large, for a beamer: never on a phone
        return found
    wie.page.set_viewport_size(SMAL)  # type: ignore[arg-type]
    # As high as the page: else the bar at the foot lies over whatever happens to be under it.
    high = wie.page.evaluate("document.documentElement.scrollHeight")
    wie.page.set_viewport_size({"width": SMAL["width"], "height": min(high, HIGHEST)})
    if high > HIGHEST:
        wie.page.evaluate(_BAR_ASIDE)
    found += [f"{where} at 360: {wrong}" for wrong in [*_wide(wie), *_violations(wie)]]
    wie.page.set_viewport_size(BREED)  # type: ignore[arg-type]
    return found


def _heading(wie: Speler) -> list[str]:
    wrong = []
    if (count := wie.page.locator("h1").count()) != 1:
        wrong.append(f"{count} headings of level 1")
    if wie.page.locator("html").get_attribute("lang") != "nl":
        wrong.append("is not marked as Dutch")
    return wrong


def _violations(wie: Speler) -> list[str]:
    # A toast that is still fading in has no contrast yet: judged is what stays on the screen.
    wie.page.evaluate("Promise.all(document.getAnimations().map((it) => it.finished))")
    answer = _axe.run(wie.page, options=AXE)
    return [
        f"axe {rule['id']}: {node['html'][:160]} ({(node.get('failureSummary') or '').splitlines()[-1].strip()})"
        for rule in answer.response["violations"]
        for node in rule["nodes"]
    ]


def _wide(wie: Speler) -> list[str]:
    over: str = wie.page.evaluate(_WIDEST)
    return [f"wider than the screen: {over}"] if over else []


_BAR_ASIDE = """() => [...document.querySelectorAll("body *")]
  .filter((it) => ["fixed", "sticky"].includes(getComputedStyle(it).position))
  .forEach((it) => { it.style.position = "static"; })"""
_WIDEST = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const over = [...document.body.querySelectorAll("*")]
    .filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1);
  return `${root.scrollWidth}px, ${(over.at(-1) ?? document.body).outerHTML.slice(0, 160)}`;
}"""


# -- English


def _not_english(wie: Speler, pad: str) -> list[str]:
    """Dutch texts of ours that are left on the English page. What people wrote is marked lang="nl" and stays."""
    wie.context.add_cookies([{"name": COOKIE, "value": "en", "url": wie.url}])
    answer = wie.context.request.get(pad)
    wie.context.clear_cookies(name=COOKIE)
    reader = _Texts()
    reader.feed(answer.text())
    wrong = [] if reader.language == "en" else [f"{pad}: is not marked as English (status {answer.status})"]
    return wrong + [f"{pad} in English: {text!r}" for text in sorted(set(reader.texts)) if is_dutch(text)]


def is_dutch(text: str) -> bool:
    """Whether a text on the English page is one of our Dutch texts, filled in or not."""
    whole, filled = _dutch()
    return text in whole or any(pattern.fullmatch(text) for pattern in filled)


@cache
def _dutch() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    with ENGLISH.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    pairs = [(ids, message.string) for message in messages if isinstance(ids := message.id, str)]
    pairs += [(message.id[0], message.string[0]) for message in messages if isinstance(message.id, tuple)]
    texts = {" ".join(dutch.split()) for dutch, english in pairs if english != dutch}
    filled = [re.split(r"%\(\w+\)[sd]", text) for text in texts if "%(" in text]
    patterns = [".+".join(map(re.escape, parts)) for parts in filled if len("".join(parts)) > 11]
    same_in_english = {english for _dutch, english in pairs}
    whole = frozenset(text for text in texts if "%(" not in text and text not in same_in_english)
    return whole, tuple(map(re.compile, patterns))


class _Texts(HTMLParser):
    """The texts of a page, and the labels a screen reader reads, outside everything marked lang="nl"."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
    READ_ALOUD = ("aria-label", "title", "placeholder", "alt")

    def __init__(self) -> None:
        super().__init__()
        self.language, self.texts, self._open = "", list[str](), list[bool]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.language = (given.get("lang") or "") if tag == "html" else self.language
        skipped = (
            given.get("lang") == "nl" or tag in ("script", "style") or (bool(self._open) and self._open[-1])
        )
        if not skipped:
            self.texts += [" ".join((given.get(name) or "").split()) for name in self.READ_ALOUD]
        if tag not in self.VOID:
            self._open.append(skipped)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1]):
            self.texts.append(" ".join(data.split()))


# -- the walk

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_SLUG = re.compile(r"(?<=/begrippen/)[\w-]+")
_HULP = re.compile(r"(?<=/wijzer/)(?:wmo|jeugd)/\w+")
# The states of a table, a proposal and a word differ: more than one is looked at.
MEER = {
    "tafels/<id>/": 3,
    "voorstellen/<id>/": 3,
    "koers/begrippen/<woord>/": 3,
    "huishoudens/<id>/": 2,
    "bel-alvast/<id>/": 2,
    "bel-alvast/?": 2,
    "berichten/bestanden/<id>/": 3,
    "mijn-mensen/?": 0,  # the same list in another order
}


def vorm_van(pad: str) -> str:
    """The shape of an address: which page it is, in whichever gemeente, and whatever it is about."""
    shape = _HULP.sub("<hulp>", _SLUG.sub("<woord>", _ID.sub("<id>", pad.split("?")[0])))
    shape += "?" if "?" in pad else ""
    return re.sub(r"^/(lindebeek|waterrade)/", "", shape)


def wandel(wie: Speler, vanaf: str) -> list[str]:
    """The pages this person comes to by links from an address: one of each shape, of some a few."""
    queue, seen, shapes, found = deque([vanaf]), {vanaf}, Counter[str](), list[str]()
    while queue:
        pad = queue.popleft()
        if shapes[vorm_van(pad)] >= MEER.get(vorm_van(pad), 1):
            continue
        shapes[vorm_van(pad)] += 1
        found.append(pad)
        for link in _links(wie, pad):
            if link not in seen:
                seen.add(link)
                queue.append(link)
    return found


_HREF = re.compile(r'<a [^>]*href="(/[^"#]*|\?[^"#]*)')
_ELSEWHERE = ("/demo/", "/static/")
_FILES = ("/pdf/", "/docx/", ".pdf", ".json", ".csv", ".txt")  # to be kept, not to be looked at


def _links(wie: Speler, pad: str) -> list[str]:
    page = wie.context.request.get(pad).text()
    links = [pad.split("?")[0] + link if link.startswith("?") else link for link in _HREF.findall(page)]
    pages = [link for link in links if not link.startswith(_ELSEWHERE) and not link.endswith(_FILES)]
    return [link.replace("&amp;", "&") for link in pages]
