from django.apps import AppConfig


class KoersConfig(AppConfig):
    name = "vliegwiel.koers"
    label = "koers"
    verbose_name = "Koers"

    def ready(self) -> None:
        from vliegwiel.gemeenschap.public import POLICY_ROLES, Declaration, declare
        from vliegwiel.kern import registry
        from vliegwiel.kern.registry import NavItem
        from vliegwiel.koers import home
        from vliegwiel.koers.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        home.register()
        for practice in (home.PRAKTIJK, home.PRAKTIJK_KOERS):
            declare(Declaration(practice, default=True, praktijk=True))
        registry.navigatie.add(
            "koers",
            lambda: [
                NavItem("nav.koers", "de_koers", "koers", POLICY_ROLES, home.PRAKTIJK_KOERS),
                # Where only the words are in use, those are the koers one comes to.
                NavItem(
                    "nav.koers",
                    "begrippen",
                    "koers",
                    POLICY_ROLES,
                    home.PRAKTIJK,
                    zonder=home.PRAKTIJK_KOERS,
                ),
            ],
            order=20,
        )
        registry.betekenissen.add("koers.begrip", home.meanings)
        registry.zoeken.add("koers.begrip", home.search, order=10)
        registry.over.add("koers.begrip", home.about)
        registry.bij_voorstel.add("begrip", home.beside_voorstel)
