from django.apps import AppConfig


class OpdrachtConfig(AppConfig):
    name = "vliegwiel.opdracht"
    label = "opdracht"
    verbose_name = "Opdracht"
