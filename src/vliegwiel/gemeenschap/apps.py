from django.apps import AppConfig


class GemeenschapConfig(AppConfig):
    name = "vliegwiel.gemeenschap"
    label = "gemeenschap"
    verbose_name = "Gemeenschap"
