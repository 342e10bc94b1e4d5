from django.apps import AppConfig


class GemeenschapConfig(AppConfig):
    name = "vliegwiel.gemeenschap"
    label = "gemeenschap"
    verbose_name = "Gemeenschap"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from vliegwiel.gemeenschap.actions import klok
        from vliegwiel.gemeenschap.actions.mail import mail_what_waits
        from vliegwiel.gemeenschap.invitations import link, resident_link
        from vliegwiel.gemeenschap.rules import POLICY_ROLES, Rol
        from vliegwiel.gemeenschap.sentences import SENTENCES
        from vliegwiel.gemeenschap.wiel import beside_vandaag
        from vliegwiel.kern import outbox, registry
        from vliegwiel.ui import sentences

        sentences.add(SENTENCES)
        registry.klok.add("gemeenschap.werk", klok.ask_again, order=1)
        registry.klok.add("gemeenschap.mail", mail_what_waits, order=300)
        registry.klok.add("gemeenschap.werk_klaar", klok.drop_done, order=902)
        registry.navigatie.add("gemeenschap.werk", lambda: [_werk(frozenset({Rol.BACKOFFICE}))], order=890)
        outbox.declare(
            "er_wacht_iets",
            outbox.Kind(
                subject=_("Er wacht iets op je in Vliegwiel"),
                body=_(
                    "Log in om te zien wat het is; in deze mail staat het niet. "
                    "Hoe vaak je deze mail krijgt, kies je zelf bij Mijn gegevens."
                ),
            ),
        )
        registry.navigatie.add("gemeenschap.vandaag", _today, order=0)
        registry.thuis.add("gemeenschap.wiel", beside_vandaag, order=90)
        registry.navigatie.add("gemeenschap.wiel", lambda: [_wiel(frozenset(POLICY_ROLES))], order=80)
        registry.navigatie.add("gemeenschap.beheer", lambda: [_beheer(frozenset({Rol.BEHEERDER}))], order=900)
        outbox.declare(
            "uitnodiging",
            outbox.Kind(
                subject=_("Je bent uitgenodigd voor Vliegwiel in %(gemeente)s"),
                body=_(
                    "Je gaat met Vliegwiel werken in %(gemeente)s. Via deze link kom je binnen. De link werkt een week."
                ),
                path=link,
            ),
        )
        outbox.declare(
            "uitnodiging_inwoner",
            outbox.Kind(
                subject=_("U bent uitgenodigd om mee te praten in %(gemeente)s"),
                body=_(
                    "De gemeente %(gemeente)s nodigt u uit om mee te praten met organisaties en andere inwoners. "
                    "Dat gaat met Vliegwiel. Via deze link komt u binnen."
                ),
                path=resident_link,
            ),
        )
        outbox.declare(
            "tweede_stap",
            outbox.Kind(
                subject=_("Je tweede stap voor Vliegwiel is teruggezet"),
                body=_(
                    "Je beheerder heeft de tweede stap bij het inloggen teruggezet. "
                    "Bij de volgende keer stel je een nieuwe in. "
                    "Heb je hier niet om gevraagd? Bel dan je beheerder."
                ),
            ),
        )


def _today() -> list[object]:
    from vliegwiel.kern.registry import NavItem

    return [NavItem(code="nav.vandaag", url_name="vandaag", icoon="vandaag")]


def _wiel(rollen: frozenset[str]) -> object:
    from vliegwiel.kern.registry import NavItem

    return NavItem(code="nav.wiel", url_name="wiel", icoon="draad", rollen=rollen)


def _beheer(rollen: frozenset[str]) -> object:
    from vliegwiel.kern.registry import NavItem

    return NavItem(code="nav.beheer", url_name="beheer", icoon="instellingen", rollen=rollen)


def _werk(rollen: frozenset[str]) -> object:
    from vliegwiel.kern.registry import NavItem

    return NavItem(code="nav.werk", url_name="werk", icoon="klok", rollen=rollen)
