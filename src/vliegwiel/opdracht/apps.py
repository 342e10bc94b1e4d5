from django.apps import AppConfig


class OpdrachtConfig(AppConfig):
    name = "vliegwiel.opdracht"
    label = "opdracht"
    verbose_name = "Opdracht"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import Declaration, declare
        from vliegwiel.opdracht import home
        from vliegwiel.opdracht.rules import PRAKTIJK
        from vliegwiel.opdracht.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        declare(Declaration(PRAKTIJK, default=True, praktijk=True))
        home.register()
