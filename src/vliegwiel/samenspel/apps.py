from django.apps import AppConfig


class SamenspelConfig(AppConfig):
    name = "vliegwiel.samenspel"
    label = "samenspel"
    verbose_name = "Samenspel"
