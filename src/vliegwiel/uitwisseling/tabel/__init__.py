"""A table of provisions (CSV): read whole, checked whole, told by row and column. Nothing is stored here."""

from vliegwiel.uitwisseling.tabel.kolommen import KOLOMMEN, NODIG, recognise
from vliegwiel.uitwisseling.tabel.lezer import MOST_BYTES, MOST_ROWS, Blad, open_table
from vliegwiel.uitwisseling.tabel.rijen import Tabeluitslag, read_provisions

__all__ = [
    "KOLOMMEN",
    "MOST_BYTES",
    "MOST_ROWS",
    "NODIG",
    "Blad",
    "Tabeluitslag",
    "open_table",
    "read_provisions",
    "recognise",
]
