import time
from typing import Any

from django.apps import AppConfig


class ImporteerConfig(AppConfig):
    name = "tests.rigs.importeer_proef"
    label = "proef_importeer"

    def ready(self) -> None:
        """Few files a step, and slowly, so that a fall hits one half-way."""
        from vliegwiel.uitwisseling.actions import inlezen

        real = inlezen.store_read
        inlezen.BATCH = 6

        def slowly(**given: Any) -> None:
            time.sleep(0.03)
            real(**given)
            time.sleep(0.03)

        inlezen.store_read = slowly
