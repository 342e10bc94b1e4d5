"""Who may see a dossier."""


def register() -> None:
    """Add this part to the pages below."""
