"""Writing in a plan."""


def register() -> None:
    """Add this part to the pages below."""
