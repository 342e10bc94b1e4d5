from django.apps import AppConfig


class SamenspelConfig(AppConfig):
    name = "vliegwiel.samenspel"
    label = "samenspel"
    verbose_name = "Samenspel"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from vliegwiel.kern import outbox, registry
        from vliegwiel.privacy.public import eigen_tafels, eigen_werk
        from vliegwiel.samenspel import home, queries
        from vliegwiel.samenspel.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        registry.aandacht.add("samenspel.voorstel", home.asks_me, order=20)
        registry.aandacht.add("samenspel.beslissen", home.to_decide, order=10)
        registry.aandacht.add("samenspel.terugkijken", home.due_again, order=30)
        registry.thuis.add("samenspel.tafels", home.my_tafels, order=20)
        registry.open_werk.add(
            "samenspel.zetels", registry.OpenWerkPart(count=home.seats_of, hand_over=home.hand_over)
        )
        registry.aandacht.add("samenspel.afspraken", home.afspraken_ask, order=15)
        registry.open_werk.add(
            "samenspel.afspraken",
            registry.OpenWerkPart(count=home.afspraken_of, hand_over=home.hand_over_work),
        )
        eigen_werk.add("samenspel.afspraken", queries.given_to)
        eigen_werk.add("samenspel.aandacht", queries.attends_to)
        eigen_tafels.add("samenspel.tafels", queries.tables_of)
        outbox.declare(
            "afspraak_gevraagd",
            outbox.Kind(
                subject=_("Kun jij iets doen in %(gemeente)s?"),
                body=_("Een collega vraagt je iets te doen. Via deze link lees je wat, en zeg je ja of nee."),
            ),
        )
        outbox.declare(
            "aan_tafel",
            outbox.Kind(
                subject=_("Er is een plek voor je aan tafel in %(gemeente)s"),
                body=_("Iemand vroeg je aan tafel in Vliegwiel. Via deze link lees je waar het over gaat."),
            ),
        )
        registry.zoeken.add("samenspel.tafel", home.search, order=20)
