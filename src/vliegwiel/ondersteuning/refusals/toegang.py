"""Why somebody cannot be let in, or kept out."""

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NotYours(NotAllowed):
    """Who else works with a household is for who keeps the overview, or works in that domain."""

    code = "toegang_niet_van_jou"


class AlreadyInvolved(Refusal):
    """This colleague or team is already involved in this domain. Parameter: naam."""

    code = "toegang_al_betrokken"
    field = "wie"


class NotYourself(NotAllowed):
    """Into a domain one does not work in, somebody else lets you in."""

    code = "toegang_niet_jezelf"
    field = "wie"


class TooOften(Refusal):
    """This household is open already by spoed, or too many were opened today."""

    code = "spoed_te_vaak"


class LastContact(Refusal):
    """A household keeps a vaste contactpersoon: hand it on instead of ending it."""

    code = "toegang_laatste_contactpersoon"


class CannotShare(Refusal):
    """What somebody may not see they cannot share."""

    code = "toegang_niet_te_delen"
    field = "domein"


class NothingShared(Refusal):
    """A disclosure names at least one kind of thing."""

    code = "toegang_niets_gekozen"
    field = "deelt_doelen"


class WrongEnd(Refusal):
    """A disclosure ends on a day to come, within a year."""

    code = "toegang_einde_deling"
    field = "einddatum"


class NotFound(Refusal):
    """No household answers to this, or it is closed to this colleague: the same words for both."""

    code = "spoed_niet_gevonden"
    field = "nummer"


class NobodyToTell(Refusal):
    """There is no second person who can be told: then nobody opens anything."""

    code = "spoed_niemand"


class AlreadyReviewed(Refusal):
    """Somebody said already whether this was right."""

    code = "spoed_al_nagekeken"
