from django.apps import AppConfig


class SamenspelConfig(AppConfig):
    name = "vliegwiel.samenspel"
    label = "samenspel"
    verbose_name = "Samenspel"

    def ready(self) -> None:
        from vliegwiel.kern import registry
        from vliegwiel.samenspel import home
        from vliegwiel.samenspel.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        registry.aandacht.add("samenspel.voorstel", home.asks_me, order=20)
        registry.aandacht.add("samenspel.terugkijken", home.due_again, order=30)
        registry.thuis.add("samenspel.tafels", home.my_tafels, order=20)
        registry.zoeken.add("samenspel.tafel", home.search, order=20)
