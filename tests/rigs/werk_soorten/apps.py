from django.apps import AppConfig


class SoortenConfig(AppConfig):
    name = "tests.rigs.werk_soorten"
    label = "proef_soorten"

    def ready(self) -> None:
        from tests.rigs.werk_soorten import soorten

        soorten.declare()
