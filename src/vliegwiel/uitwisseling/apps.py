from django.apps import AppConfig


class UitwisselingConfig(AppConfig):
    name = "vliegwiel.uitwisseling"
    label = "uitwisseling"
    verbose_name = "Uitwisseling"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import Declaration, declare

        declare(Declaration("berichten", default=True, praktijk=True))
