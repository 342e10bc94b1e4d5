"""One card by link."""


def register() -> None:
    """Add this part to the pages below."""
