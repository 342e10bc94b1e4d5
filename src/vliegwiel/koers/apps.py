from django.apps import AppConfig


class KoersConfig(AppConfig):
    name = "vliegwiel.koers"
    label = "koers"
    verbose_name = "Koers"
