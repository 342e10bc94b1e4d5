"""Questions, first advice and warme overdracht."""


def register() -> None:
    """Add this part to the pages below."""
