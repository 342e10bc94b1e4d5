from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "vliegwiel.ondersteuning"
    label = "ondersteuning"
    verbose_name = "Ondersteuning"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import Declaration, declare
        from vliegwiel.ondersteuning import home
        from vliegwiel.ondersteuning.queries.bel_alvast_vinden import kinds
        from vliegwiel.ondersteuning.rules.kwartaal import WACHTEN
        from vliegwiel.ondersteuning.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        declare(
            Declaration("vraag", default=True, praktijk=True),
            Declaration("plan", default=True, praktijk=True),
            Declaration("mijn_mensen", default=True, praktijk=True),
            Declaration("eigen_pagina", default=True, praktijk=True),
            Declaration("kaart", default=True, praktijk=True),
            Declaration("voorziening", default=True, praktijk=True),
            Declaration("bel_alvast", default=True, praktijk=True),
            Declaration("bel_alvast_weken", default=8),  # how long before help ends somebody calls
            *(Declaration(f"bel_alvast_weken.{code}", default=0) for code in kinds()),  # 0: as the gemeente
            Declaration(WACHTEN, default=21),  # what comes later in is never shown
            Declaration("vraag_team", default=""),  # name or id of the team that holds questions from outside
            Declaration("vraag_antwoord_dagen", default=5),  # what the web form promises
        )
        home.register()
