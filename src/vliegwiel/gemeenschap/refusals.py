"""Why something around people is not possible. One class per refusal; the sentences are in `sentences`."""

from vliegwiel.kern.refusals import NotAllowed, Refusal


class NotBeheerder(NotAllowed):
    """Only a beheerder does this."""

    code = "geen_beheerder"


class LastBeheerder(Refusal):
    """After this nobody could manage the gemeente any more."""

    code = "laatste_beheerder"


class AlreadyColleague(Refusal):
    """This address works here already. Parameter: naam."""

    code = "al_collega"
    field = "email"


class AddressNotForWork(Refusal):
    """The address belongs to a resident's account, here or elsewhere; saying which would tell too much."""

    code = "adres_niet_voor_werk"
    field = "email"


class LastDayPassed(Refusal):
    """A last day lies before today."""

    code = "laatste_dag_voorbij"
    field = "einddatum"


class LastDayBeforeFirst(Refusal):
    """A last day lies before the first day here."""

    code = "laatste_dag_voor_eerste"
    field = "einddatum"


class SuccessorNeeded(Refusal):
    """There is open work and nobody to take it. Parameter: aantal."""

    code = "opvolger_nodig"
    field = "opvolger"


class SuccessorLeaves(Refusal):
    """Whoever takes the work over is the same person, or does not work here after that day."""

    code = "opvolger_vertrekt"
    field = "opvolger"


class SuccessorIsYou(Refusal):
    """A beheerder does not hand seats and work to themselves: that would be a way into what they may not see."""

    code = "opvolger_ben_jij"
    field = "opvolger"


class SuccessorSeesNoContent(Refusal):
    """Whoever takes the work over has no role with which one sees what it is about."""

    code = "opvolger_ziet_geen_inhoud"
    field = "opvolger"


class NotOwnRoles(Refusal):
    """A beheerder gives no roles to themselves: that would be a way into what they may not see."""

    code = "eigen_rollen"
    field = "rollen"


class AlreadyTakesPart(Refusal):
    """This organisation takes part here. Parameter: naam."""

    code = "doet_al_mee"
    field = "naam"


class ColleaguesStillHere(Refusal):
    """People of this organisation work here after that day. Parameter: aantal."""

    code = "collegas_nog_hier"
    field = "einddatum"


class OrganisationHasLeft(Refusal):
    """This organisation does not take part here any more."""

    code = "doet_niet_meer_mee"


class OrganisationLeaves(Refusal):
    """Somebody would work here longer than the organisation takes part. Parameter: einddatum."""

    code = "organisatie_stopt_eerder"
    field = "einddatum"


class AlreadyResident(Refusal):
    """This address is of a resident who has access here. Parameter: naam."""

    code = "al_inwoner"
    field = "email"


class AddressForWork(Refusal):
    """The address belongs to an account for work, here or elsewhere; saying whose would tell too much."""

    code = "adres_voor_werk"
    field = "email"


class ResidentHasLeft(Refusal):
    """This resident has no access any more."""

    code = "toegang_voorbij"


class HasLeft(Refusal):
    """This colleague does not work here any more."""

    code = "werkt_hier_niet_meer"


class AlreadyIn(Refusal):
    """The invitation was accepted: there is nothing to send again."""

    code = "uitnodiging_al_aangenomen"


class WorksElsewhere(Refusal):
    """The account works in another gemeente as well: its log-in is not this beheerder's to change."""

    code = "werkt_ook_elders"


class NoSecondFactor(Refusal):
    """There is no second factor to reset."""

    code = "geen_tweede_stap"


class TeamNameTaken(Refusal):
    """Another team has this name."""

    code = "teamnaam_bestaat"
    field = "naam"


class NotOwnSecondFactor(Refusal):
    """Nobody resets their own second factor here: that goes through the own account, or through another beheerder."""

    code = "eigen_tweede_stap"


class UnknownPraktijk(Refusal):
    """There is no practice with this code."""

    code = "onbekend_onderdeel"


class NotParked(Refusal):
    """It runs or waits already, is done, or the klok does it again by itself."""

    code = "werk_loopt_al"


class MailForColleagues(NotAllowed):
    """The mail that something waits is for who works here."""

    code = "mail_voor_collegas"


class SlugTaken(Refusal):
    """A gemeente has this address already. Parameter: slug."""

    code = "adres_bestaat"
