"""What a piece of a plan must be to be kept. Free of Django."""

from __future__ import annotations


def deel_lacks(tekst: str, eigen_woorden: bool, has_persoon: bool) -> str | None:
    """Why a part cannot be kept: it needs words, and one's own words need somebody who said them."""
    if not tekst.strip():
        return "deel_leeg"
    return "eigen_woorden_zonder_mens" if eigen_woorden and not has_persoon else None


def edit_lacks(tekst: str, versie: int, latest: int, eigen_woorden: bool, op_wens: bool) -> str | None:
    """Why a change cannot be kept: somebody was earlier, or these are a person's own words."""
    if versie != latest:
        return "deel_botsing"
    if not tekst.strip():
        return "deel_leeg"
    return "eigen_woorden_wens" if eigen_woorden and not op_wens else None


def doel_lacks(tekst: str, score: int | None) -> str | None:
    if not tekst.strip():
        return "doel_leeg"
    return None if score is None or 0 <= score <= 10 else "score_buiten"


def finish_lacks(status: str, woord: str) -> str | None:
    """Letting go needs a word; reaching it does not."""
    return "doel_woord_ontbreekt" if status == "losgelaten" and not woord.strip() else None


def first_text(
    wil: list[str], doelen: list[tuple[str, str]], afspraken: list[str], koppen: tuple[str, str, str]
) -> str:
    """The text to lay before the family: what we want, what we go for, who does what. Empty chapters stay out."""
    goals = [f"{tekst} ({stap})" if stap else tekst for tekst, stap in doelen]
    chapters = [(kop, lines) for kop, lines in zip(koppen, (wil, goals, afspraken), strict=True) if lines]
    return "\n\n".join("\n".join([kop, *(f"- {line}" for line in lines)]) for kop, lines in chapters)
