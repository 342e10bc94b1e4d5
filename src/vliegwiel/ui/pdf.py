"""Our own HTML as a PDF for on paper: tagged (PDF/UA), in our own letter, large enough for the fridge door.

Nothing comes from outside. The page is a text we made; the letter and the style come out of this package; any other
address in it is refused, so that a page can never make the server fetch something or read a file.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from vliegwiel.kern.refusals import Refusal
from vliegwiel.ui import sentences

VARIANT = "pdf/ua-1"
STYLE = "papier.css"
LETTER = "fonts/atkinson-hyperlegible-next-"
# A name that can never exist: the addresses of our own files inside a document. Nothing asks for it on a network.
OWN = "https://papier.invalid/"
_PACKAGED = files("vliegwiel.ui").joinpath("static/ui")
_PAGE = '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>{}</body></html>'

sentences.add(
    {
        "pdf_niet_hier": _(
            "Een pdf maken kan nu niet. Afdrukken kan wel: ga terug en kies Afdrukken in het menu van je browser."
        )
    }
)


class PdfUnavailable(Refusal):
    """This machine lacks the libraries that lay out a PDF (Pango, HarfBuzz). All else works."""

    code = "pdf_niet_hier"


class Refused(Exception):
    """A document named an address that is not a file of our own."""


def pdf(html: str, *, title: str, lang: str = "nl") -> bytes:
    """The PDF of what stands in a page's body. `html` comes from a template of ours, escaped as for the screen.

    Raises:
        PdfUnavailable: the libraries are not on this machine.
    """
    weasyprint, fonts = _libraries()
    text = format_html(_PAGE, lang, title, mark_safe(html))
    document = weasyprint.HTML(string=text, base_url=OWN, url_fetcher=_fetcher())
    letter = fonts.FontConfiguration()
    style = weasyprint.CSS(url=OWN + STYLE, url_fetcher=_fetcher(), font_config=letter)
    result: bytes = document.write_pdf(
        stylesheets=[style], font_config=letter, pdf_variant=VARIANT, pdf_tags=True
    )
    return result


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    """Shown by the browser, saved under this name, kept nowhere on the way."""
    shown = content_disposition_header(as_attachment=False, filename=filename) or "inline"
    headers = {"Content-Disposition": shown, "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def own_file(url: str) -> tuple[bytes, str]:
    """The content and type of a file of ours that a document may use.

    Raises:
        Refused: it is anything but our style or our letter.
    """
    name = url.removeprefix(OWN)
    if name == url or ".." in name:
        raise Refused
    if name == STYLE:
        return _PACKAGED.joinpath(name).read_bytes(), "text/css"
    if name.startswith(LETTER) and name.endswith(".woff2"):
        return _letter(name), "font/ttf"
    raise Refused


@cache
def _letter(name: str) -> bytes:
    """A letter as it is inside its compressed file: unpacking takes as long as all the rest of a page."""
    from fontTools.ttLib.woff2 import decompress

    unpacked = BytesIO()
    decompress(BytesIO(_PACKAGED.joinpath(name).read_bytes()), unpacked)
    return unpacked.getvalue()


def _libraries() -> tuple[Any, Any]:
    """WeasyPrint, loaded when the first PDF is asked for: it takes longer than any page does."""
    # What it complains of quotes the document: that is no line for a log.
    logging.getLogger("weasyprint").propagate = False
    try:
        import weasyprint
        from weasyprint.text import fonts
    except OSError as error:
        raise PdfUnavailable from error
    return weasyprint, fonts


def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOwn(URLFetcher):  # type: ignore[misc]
        """Hands over our own files and opens nothing."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            content, kind = own_file(url)
            return URLFetcherResponse(url, content, {"Content-Type": kind})

    return OnlyOwn()
