"""Rules of an Opgave: what it needs, and why an organisation is no possible bidder any more. Free of Django."""

from __future__ import annotations

MOST_EURO = 10_000_000_000  # above it somebody typed a wrong figure

# Why a mark is taken away: a code, because the write log holds no words that people wrote.
WAAROM_NIET_MEER = ("schrijft_niet_in", "per_vergissing", "opgave_vervalt")


def opgave_lacks(titel: str, vraag: str, budget: int | None) -> str | None:
    """An opgave has a name and a question; a budget is in whole euros."""
    if not titel.strip():
        return "opgave_zonder_titel"
    if not vraag.strip():
        return "opgave_zonder_vraag"
    return "budget_buiten" if budget is not None and not 0 <= budget <= MOST_EURO else None
