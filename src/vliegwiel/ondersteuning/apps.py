from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "vliegwiel.ondersteuning"
    label = "ondersteuning"
    verbose_name = "Ondersteuning"

    def ready(self) -> None:
        pass
