"""What this room shows on pages below it."""

from vliegwiel.uitwisseling.home import berichten


def register() -> None:
    berichten.register()
