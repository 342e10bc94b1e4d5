"""The resident's own page."""


def register() -> None:
    """Add this part to the pages below."""
