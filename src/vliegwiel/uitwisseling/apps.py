from django.apps import AppConfig


class UitwisselingConfig(AppConfig):
    name = "vliegwiel.uitwisseling"
    label = "uitwisseling"
    verbose_name = "Uitwisseling"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import Declaration, Rol, declare, werk
        from vliegwiel.kern.codes import Purpose
        from vliegwiel.privacy.public import collecting
        from vliegwiel.ui import sentences
        from vliegwiel.uitwisseling import home
        from vliegwiel.uitwisseling.actions.inlezen import read_step
        from vliegwiel.uitwisseling.actions.ontvangen import SOORT
        from vliegwiel.uitwisseling.sentences import SENTENCES

        sentences.add(SENTENCES)
        declare(
            Declaration("berichten", default=True, praktijk=True),
            Declaration(
                "terzijde_melden_dagen", default=30
            ),  # how long something waits before it asks attention
            Declaration("terzijde_bewaren_dagen", default=180),  # ... and before it is destroyed
        )
        werk.declare(
            SOORT, read_step, Purpose.BERICHTEN, rollen=frozenset({Rol.BACKOFFICE}), around=collecting
        )
        home.register()
