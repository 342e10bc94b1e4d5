"""Why something with a card is not possible."""

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NoCardForThis(NotAllowed):
    """Cards are for what a volunteer or somebody around a resident does, by who may read that afspraak."""

    code = "kaart_niet_hier"


class EndNotRight(Refusal):
    code = "kaart_te_lang"
    field = "geldig_tot"


class CardGone(Refusal):
    """Expired, withdrawn, or the household's dossier was closed."""

    code = "kaart_voorbij"


class NoWorry(Refusal):
    code = "kaart_zorg_leeg"
    field = "woorden"
