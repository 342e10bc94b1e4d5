"""A household and its plan, as it is read."""


def register() -> None:
    """Add this part to the pages below."""
