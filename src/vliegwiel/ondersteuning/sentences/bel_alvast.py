"""What the codes say. Bel alvast: calling before help ends, and what came of it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


def in_sentence(name: str) -> str:
    """The same inside a sentence: "hulp bij het huishouden"."""
    return name[:1].lower() + name[1:]


SENTENCES: dict[str, str | Promise] = {
    "nav.bel_alvast": _("Bel alvast"),
    "nav.bel_effect": _("Wat kwam ervan"),
    "bel_alvast": _("Bel alvast"),
    "bel_alvast.uitleg": _(
        "Weken voordat hulp afloopt, belt een collega die de mensen kent. Zo valt er geen gat."
    ),
    # Vandaag
    "bel_alvast.kop": _("Bel %(voor)s alvast"),
    "bel_alvast.hulp": _("De hulp"),
    "bel_alvast.tekst": _("%(wat)s, tot en met %(dag_eind)s."),
    "bel_alvast.waarom": _("Je ziet dit omdat jij of je team met dit huishouden werkt, of met deze wijk."),
    "bel_alvast.actie": _("Open de kaart"),
    # why now
    "bel_alvast.waarom.loopt_af": _("De hulp loopt af. Er is nog tijd om samen te kijken wat daarna past."),
    "bel_alvast.waarom.nieuw_einde": _("De einddag is veranderd. Er is eerder gebeld over %(eerder)s."),
    "bel_alvast.waarom.nog_niet_bereikt": _("Op %(op)s is gebeld, en toen nam niemand op."),
    "bel_alvast.waarom.voortijdig": _("De hulp stopte eerder dan de bedoeling was. Vraag hoe het nu gaat."),
    "bel_alvast.waarom.al_voorbij": _(
        "De hulp is al gestopt, en nog niemand belde. Bellen helpt nu ook nog."
    ),
    # ... in a few words
    "bel_waarom.loopt_af": _("loopt af"),
    "bel_waarom.nieuw_einde": _("nieuwe einddag"),
    "bel_waarom.nog_niet_bereikt": _("nog niet bereikt"),
    "bel_waarom.voortijdig": _("eerder gestopt"),
    "bel_waarom.al_voorbij": _("al gestopt"),
    # what came of it
    "belletje.verlengen": pgettext_lazy("uitkomst van een belletje", "verlengen"),
    "belletje.andere_hulp": pgettext_lazy("uitkomst van een belletje", "andere hulp"),
    "belletje.loopt_goed_af": pgettext_lazy("uitkomst van een belletje", "loopt goed af"),
    "belletje.niet_bereikt": pgettext_lazy("uitkomst van een belletje", "niet bereikt"),
    "belletje_weg.telefoon": pgettext_lazy("hoe iemand bereikt is", "gebeld"),
    "belletje_weg.bezoek": pgettext_lazy("hoe iemand bereikt is", "langsgegaan"),
    "belletje_weg.brief": pgettext_lazy("hoe iemand bereikt is", "geschreven"),
    "belletje_stap.verlengen": _("%(wie)s regelt de verlenging van: %(wat)s."),
    "belletje_stap.andere_hulp": _("%(wie)s zoekt andere hulp voor na: %(wat)s."),
    "belletje_uitstel": _("Niet bereikt"),
    # quarters
    "effect_wachten_dagen": _("Dagen na een kwartaal voordat de cijfers uit het werk worden vastgelegd"),
    "kwartaal.1": _("Januari tot en met maart %(jaar)s"),
    "kwartaal.2": _("April tot en met juni %(jaar)s"),
    "kwartaal.3": _("Juli tot en met september %(jaar)s"),
    "kwartaal.4": _("Oktober tot en met december %(jaar)s"),
    # refusals
    "belletje_niet_van_jou": _("Dit belletje is voor een collega, of niet meer nodig."),
    "belletje_al_gedaan": _(
        "%(naam)s was je voor op %(dag)s. Lees eerst wat eruit kwam. Klopt het niet, verstuur dan opnieuw."
    ),
    "belletje_zelf_al_gedaan": _(
        "Je noteerde hier al iets, op %(dag)s. Lees eerst wat er staat. Klopt het niet, verstuur dan opnieuw."
    ),
    "belletje_niet_meer_nodig": _(
        "Bellen hoeft niet meer: er is iets veranderd aan de hulp of het huishouden."
    ),
    "belletje_dag_ontbreekt": _("Kies wanneer je het weer probeert."),
    "belletje_dag_voorbij": _("Kies een dag na vandaag."),
    "belletje_dag_te_laat": _("Dan kan het te laat zijn. Kies een dag tot en met %(dag)s."),
    "belletje_stap_voorbij": _("Die dag is al voorbij. Kies vandaag of een latere dag."),
    "belwijzer_niet_bevoegd": _(
        "Dit schrijft een teamleider, coördinator of beleidsmedewerker. Heb je een beter begin? Vertel het hun."
    ),
    "belwijzer_botsing": _(
        "Een collega schreef intussen een andere tekst. Jouw tekst staat er nog. Lees eerst wat er nu staat."
    ),
    "belweken_niet_bevoegd": _("Dit kiest een teamleider, coördinator of beheerder."),
    # a resident, on Wie doet wat: who called, and what was agreed
    "belletje_u.telefoon": _("%(wie)s belde u op %(dag)s over: %(wat)s."),
    "belletje_u.bezoek": _("%(wie)s kwam bij u langs op %(dag)s. Het ging over: %(wat)s."),
    "belletje_u.brief": _("%(wie)s schreef u op %(dag)s over: %(wat)s."),
    "belletje_u.telefoon.niet_bereikt": _(
        "%(wie)s probeerde u te bellen op %(dag)s. Het gaat over: %(wat)s."
    ),
    "belletje_u.bezoek.niet_bereikt": _("%(wie)s was bij u aan de deur op %(dag)s. Het gaat over: %(wat)s."),
    "belletje_u.brief.niet_bereikt": _("%(wie)s schreef u op %(dag)s over: %(wat)s."),
    "belletje_voor.telefoon": _("%(wie)s belde op %(dag)s over hulp voor %(voor)s: %(wat)s."),
    "belletje_voor.bezoek": _("%(wie)s kwam langs op %(dag)s. Het ging over hulp voor %(voor)s: %(wat)s."),
    "belletje_voor.brief": _("%(wie)s schreef op %(dag)s over hulp voor %(voor)s: %(wat)s."),
    "belletje_voor.telefoon.niet_bereikt": _(
        "%(wie)s probeerde te bellen op %(dag)s. Het gaat over hulp voor %(voor)s: %(wat)s."
    ),
    "belletje_voor.bezoek.niet_bereikt": _(
        "%(wie)s was aan de deur op %(dag)s. Het gaat over hulp voor %(voor)s: %(wat)s."
    ),
    "belletje_voor.brief.niet_bereikt": _("%(wie)s schreef op %(dag)s over hulp voor %(voor)s: %(wat)s."),
    "belletje_dan.verlengen": _("Afgesproken: we regelen een verlenging."),
    "belletje_dan.andere_hulp": _("Afgesproken: we zoeken hulp die beter past."),
    "belletje_dan.loopt_goed_af": _("Afgesproken: de hulp stopt, want het gaat goed."),
    "belletje_dan.weer": _("We proberen het weer op %(dag)s."),
    "belletje_dan.niet_bereikt": _("We proberen het nog een keer. Bellen of langskomen mag ook."),
}
