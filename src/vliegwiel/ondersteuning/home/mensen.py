"""Mijn mensen and contact."""


def register() -> None:
    """Add this part to the pages below."""
