"""Why something in this room is not possible. The sentences are in `sentences`."""

from vliegwiel.kern.refusals import NotAllowed, Refusal


class BsnNotValid(Refusal):
    """Not nine digits that pass the elfproef. Never holds what was typed."""

    code = "bsn_onjuist"
    field = "bsn"


class BsnTaken(Refusal):
    """Somebody else here has this number; who is not said."""

    code = "bsn_van_ander"
    field = "bsn"


class NotThisPerson(NotAllowed):
    """Not somebody this kijker may know of."""

    code = "persoon_onbekend"


class NotForFg(NotAllowed):
    """Only the FG looks back at who looked, on a page opened for that."""

    code = "alleen_fg"


class AlreadyReviewed(Refusal):
    """The FG looked at this event before; what was written stays."""

    code = "nazicht_gedaan"


class SayWhatToAsk(Refusal):
    """To ask about something takes words."""

    code = "nazicht_woorden"
    field = "woorden"


class OnlyForMessages(NotAllowed):
    """Only who reads messages in (backoffice), where that is what is being done."""

    code = "alleen_berichten"
