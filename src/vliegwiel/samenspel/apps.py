from django.apps import AppConfig


class SamenspelConfig(AppConfig):
    name = "vliegwiel.samenspel"
    label = "samenspel"
    verbose_name = "Samenspel"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from vliegwiel.gemeenschap.public import Declaration, declare
        from vliegwiel.kern import outbox
        from vliegwiel.privacy.public import eigen_tafels, eigen_werk
        from vliegwiel.samenspel import home, queries
        from vliegwiel.samenspel.sentences import SENTENCES
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        declare(Declaration("praktijk.bijdragen", default=True, praktijk=True))
        home.register()
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
