"""A table of figures (CSV: indicator; gebied; periode; waarde): read whole, checked whole. Nothing is stored here."""

from vliegwiel.uitwisseling.cijfers.lezer import (
    KOLOMMEN,
    MOST_BYTES,
    MOST_ROWS,
    Bekend,
    Cijferuitslag,
    Soort,
    read_figures,
)

__all__ = ["KOLOMMEN", "MOST_BYTES", "MOST_ROWS", "Bekend", "Cijferuitslag", "Soort", "read_figures"]
