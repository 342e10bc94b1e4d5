from django.apps import AppConfig


class EffectConfig(AppConfig):
    name = "vliegwiel.effect"
    label = "effect"
    verbose_name = "Effect"
