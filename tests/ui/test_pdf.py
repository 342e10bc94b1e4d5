"""A PDF is the page's own text, tagged, in our own letter; and nothing in it makes the server look elsewhere."""

from __future__ import annotations

import builtins
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from vliegwiel.ui import pdf as printing
from vliegwiel.ui.pdf import OWN, PdfUnavailable, Refused, own_file, pdf, pdf_response
from vliegwiel.ui.sentences import refusal_sentence

PLAN = """<h1>Ons plan</h1><p>Eén gezin, één plan: Zoë’s moeder belt, <strong>vóór vrijdag</strong>.</p>
<h2>Deze week</h2><ul><li>Łukasz haalt de boodschappen</li></ul>"""
ELSEWHERE = (
    "http://127.0.0.1:1/x",
    "https://elders.example/x.css",
    "//elders.example/x",
    "file:///etc/hostname",
    "/etc/hostname",
    "data:text/css,body{color:red}",
    f"{OWN}papier.css/../../../settings.py",
    f"{OWN}fonts/atkinson-hyperlegible-next-/../../wiel.woff2",
    f"{OWN}wiel.svg",
    "papier.css",
)
ASKING = (
    '<img src="{}" alt="plaatje">',
    '<link rel="stylesheet" href="{}">',
    '<p style="background: url({})">x</p>',
    '<a rel="attachment" href="{}">x</a>',
    '<svg><image href="{}" width="9" height="9"/></svg>',
    '<object data="{}"></object>',
    '<base href="data:,"><link rel="attachment" href="{}">',
)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


@pytest.fixture(scope="module")
def plan() -> PdfReader:
    return read(pdf(PLAN, title="Plan van Noor & Zoë <3"))


def fonts(found: PdfReader) -> set[str]:
    """The letters inside a PDF, without the mark that only part of each is in it."""
    by_page = [page["/Resources"]["/Font"].values() for page in found.pages]  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for page in by_page for font in page}


def test_the_text_is_text(plan: PdfReader) -> None:
    text = plan.pages[0].extract_text()
    assert "Eén gezin, één plan: Zoë’s moeder belt, vóór vrijdag." in " ".join(text.split())
    assert "Łukasz" in text


def test_title_language_and_tags(plan: PdfReader) -> None:
    root = plan.trailer["/Root"]
    assert plan.metadata is not None and plan.metadata.title == "Plan van Noor & Zoë <3"
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert read(pdf("<p>x</p>", title="x", lang="en")).trailer["/Root"]["/Lang"] == "en"


def test_our_own_letter_and_no_other(plan: PdfReader) -> None:
    assert fonts(plan)
    assert all(name.startswith("Atkinson-Hyperlegible-Next-Variable") for name in fonts(plan))
    assert any(name.endswith("Bold") for name in fonts(plan))


def test_large_type(plan: PdfReader) -> None:
    sizes: set[float] = set()

    def seen(text: str, _: Any, matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(matrix[3]) * size * 0.75, 1))  # the page counts in css pixels

    plan.pages[0].extract_text(visitor_text=seen)
    assert sizes and min(sizes) >= 16


@pytest.mark.parametrize("url", ELSEWHERE)
def test_an_address_that_is_not_ours_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        own_file(url)


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "file:///etc/hostname", "/etc/hostname"])
def test_nothing_is_fetched_or_opened(asking: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf("<p>x</p>", title="x")  # what loads once is loaded
    refused, opened, own, real = list[str](), list[str](), printing.own_file, builtins.open

    def watched(wanted: str) -> tuple[bytes, str]:
        try:
            return own(wanted)
        except Refused:
            refused.append(wanted)
            raise

    def opening(file: Any, *args: Any, **kwargs: Any) -> Any:
        opened.append(str(file))
        return real(file, *args, **kwargs)

    monkeypatch.setattr(printing, "own_file", watched)
    monkeypatch.setattr(builtins, "open", opening)
    made = read(pdf(asking.format(url) + "<p>de rest</p>", title="x"))
    assert "de rest" in made.pages[0].extract_text()
    assert not made.attachments
    assert [name for name in opened if "hostname" in name] == []
    assert refused != []


class Kept(logging.Handler):
    """What a logger was told. (caplog listens to loggers that pass nothing on as well.)"""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def heard_by(name: str | None) -> Iterator[list[str]]:
    kept, logger = Kept(), logging.getLogger(name)
    logger.addHandler(kept)
    try:
        yield kept.lines
    finally:
        logger.removeHandler(kept)


def test_what_is_complained_of_stays_out_of_the_log() -> None:
    text = '<img src="https://elders.example/geheim.png" alt=""><p style="kleur: geheim">x</p>'
    with heard_by(None) as root, heard_by("weasyprint") as own:
        pdf(text, title="x")
    assert any("geheim" in line for line in own)
    assert not any("geheim" in line for line in root)


def test_nothing_to_complain_of_in_our_own_style() -> None:
    with heard_by("weasyprint") as own:
        pdf(PLAN, title="x")
    assert own == []


def test_pages_are_numbered_from_the_second_on() -> None:
    pages = read(pdf(PLAN * 6, title="x")).pages
    assert len(pages) > 1
    assert f"2 / {len(pages)}" in pages[1].extract_text()
    assert f"1 / {len(pages)}" not in pages[0].extract_text()


def test_without_the_libraries_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary = builtins.__import__

    def lacking(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return ordinary(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(PdfUnavailable) as refused:
        pdf("<p>x</p>", title="x")
    assert "Afdrukken kan wel" in refusal_sentence(refused.value)


def test_the_response() -> None:
    response = pdf_response(b"%PDF-", "plan van Zoë.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "inline; filename*=utf-8''plan%20van%20Zo%C3%AB.pdf"
    assert response["Cache-Control"] == "no-store"
    assert response.content == b"%PDF-"
