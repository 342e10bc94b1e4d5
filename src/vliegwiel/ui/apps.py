from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "vliegwiel.ui"
    label = "ui"
    verbose_name = "Vormgeving"
