from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vliegwiel.privacy"
    label = "privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        pass
