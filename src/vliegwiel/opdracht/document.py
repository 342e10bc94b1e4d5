"""An opdracht as a Word document: real headings, Dutch, with its maker's name, and nothing in it but text.

It takes plain texts and makes bytes. No template is filled in: what people wrote is put in as text and can never
be read as a field, a formula or a command (ADR 0044).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What XML 1.0 cannot hold: control characters, halves of a pair, and the two that are no character.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote", "Caption")


@dataclass(frozen=True)
class Stuk:
    """A paragraph: head, text, the doelen it serves, what was said (text, by whom), and how much is not shown."""

    kop: str
    tekst: str
    doelen: Sequence[str] = ()
    gezegd: Sequence[tuple[str, str]] = ()
    verborgen: int = 0


@dataclass(frozen=True)
class Stukken:
    """An opdracht as texts."""

    titel: str
    gemeente: str
    opgave: str
    stand: str
    moment: datetime
    feiten: Sequence[tuple[str, str]]
    tekst: Sequence[Stuk]
    wat_niet: Sequence[Stuk]
    bijdragen: Sequence[tuple[str, str, str]]  # who, what, range
    bijdragen_verborgen: int = 0


def clean(text: str) -> str:
    """The text without what a Word document cannot hold."""
    return _NOT_IN_XML.sub("", text)


def docx_of(it: Stukken) -> bytes:
    """The document as bytes."""
    made = Document()
    _properties(made, it)
    _line(made, clean(it.titel), "Title")
    made.add_paragraph(clean(it.stand))
    _facts(made, it)
    _line(made, "Wat wij vragen", "Heading 1")
    for stuk in it.tekst:
        _paragraph(made, stuk)
    if it.wat_niet:
        _line(made, "Wat niet", "Heading 1")
        for stuk in it.wat_niet:
            _paragraph(made, stuk)
    _contributions(made, it)
    _sources(made, it)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _properties(made: Any, it: Stukken) -> None:
    """Title, maker and language: what a screen reader and an archive read first."""
    core = made.core_properties
    core.title, core.author, core.last_modified_by = clean(it.titel)[:255], clean(it.gemeente)[:255], ""
    core.subject, core.comments, core.keywords = clean(it.opgave)[:255], "", ""
    core.language, core.revision = "nl-NL", 1
    core.created = core.modified = it.moment.replace(tzinfo=None)
    for name in _STYLES:
        _speaks_dutch(made.styles[name])
    defaults = made.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def _speaks_dutch(style: Any) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    properties.append(language)


def _line(made: Any, text: str, style: str) -> Any:
    """A paragraph in this style, which is never the default one: python-docx goes through all styles each time to see
    whether it is, and that took half of the time of a document."""
    line = made.add_paragraph(text)
    line._p.style = made.styles[style].style_id
    return line


def _facts(made: Any, it: Stukken) -> None:
    _line(made, "De opgave", "Heading 1")
    made.add_paragraph(clean(it.opgave))
    for name, value in it.feiten:
        line = _line(made, "", "List Bullet")
        line.add_run(f"{name}: ").bold = True
        line.add_run(clean(value))


def _paragraph(made: Any, stuk: Stuk) -> None:
    _line(made, clean(stuk.kop), "Heading 2")
    for alinea in clean(stuk.tekst).replace("\r\n", "\n").split("\n\n"):
        if alinea.strip():
            made.add_paragraph(alinea.strip("\n"))
    if stuk.doelen:
        made.add_paragraph(clean(f"Draagt bij aan: {'; '.join(stuk.doelen)}"))


def _contributions(made: Any, it: Stukken) -> None:
    if not it.bijdragen and not it.bijdragen_verborgen:
        return
    _line(made, "Wie brengt wat", "Heading 1")
    if it.bijdragen:
        table = made.add_table(rows=1, cols=3, style="Table Grid")
        _heads(table, ("Wie", "Wat", "Hoeveel"))
        for row in it.bijdragen:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = clean(text)
    if it.bijdragen_verborgen:
        made.add_paragraph(
            f"Verder {_counted(it.bijdragen_verborgen, 'bijdrage', 'bijdragen')} van de tafel."
        )


def _heads(table: Any, names: Sequence[str]) -> None:
    """The first row names the columns, and is repeated on a next page."""
    row = table.rows[0]
    for cell, name in zip(row.cells, names, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeated)


def _sources(made: Any, it: Stukken) -> None:
    """What was said, as far as its speakers share it; the rest is counted."""
    stukken = [*it.tekst, *it.wat_niet]
    if not any(stuk.gezegd or stuk.verborgen for stuk in stukken):
        return
    _line(made, "Waar dit op rust", "Heading 1")
    for stuk in stukken:
        if not (stuk.gezegd or stuk.verborgen):
            continue
        _line(made, clean(stuk.kop), "Heading 2")
        for tekst, wie in stuk.gezegd:
            _line(made, clean(f"“{tekst}” {wie}"), "Quote")
        if stuk.verborgen:
            hoeveel = _counted(
                stuk.verborgen, "uitspraak die aan tafel blijft", "uitspraken die aan tafel blijven"
            )
            made.add_paragraph(f"En op {hoeveel}.")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
