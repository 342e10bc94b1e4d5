from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vliegwiel.privacy"
    label = "privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import Declaration, Rol, declare
        from vliegwiel.kern import registry
        from vliegwiel.kern.registry import NavItem
        from vliegwiel.privacy import besluiten, zegel
        from vliegwiel.privacy.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        registry.geweigerd.add("privacy.besluit", besluiten.record_besluit)
        registry.navigatie.add(
            "privacy.toezicht",
            lambda: [NavItem("nav.toezicht", "toezicht", "effect", frozenset({Rol.FG}))],
            order=800,
        )
        declare(Declaration("steekproef", default=25))
        registry.klok.add("privacy.zegel", zegel.seal, order=10)
