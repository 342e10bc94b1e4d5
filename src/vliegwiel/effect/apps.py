from django.apps import AppConfig


class EffectConfig(AppConfig):
    name = "vliegwiel.effect"
    label = "effect"
    verbose_name = "Effect"

    def ready(self) -> None:
        from vliegwiel.effect import home
        from vliegwiel.effect.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        home.register()
