"""Why files cannot be taken in, or an answer cannot be given; the sentences are in `sentences.berichten`."""

from __future__ import annotations

from vliegwiel.kern.refusals import Refusal


class NoFiles(Refusal):
    """Nothing was chosen."""

    code = "berichten_geen_bestand"
    field = "bestanden"


class TooMuch(Refusal):
    """More files or bytes than fit at one time; nothing was kept. berichten_te_veel, berichten_te_groot."""

    field = "bestanden"


class AlreadyAnswered(Refusal):
    """Somebody else said it a moment ago, or it was applied or destroyed."""

    code = "terzijde_al_klaar"


class CannotBeOther(Refusal):
    """This assignment belongs to somebody already: it cannot be somebody else's."""

    code = "terzijde_niet_anders"


class StillUnclear(Refusal):
    """Who looks alike changed in the meantime: look again."""

    code = "terzijde_nog_onduidelijk"


class NotConfirmable(Refusal):
    """This table cannot be read in: columns are missing, or it was begun already."""

    code = "tabel_niet_inleesbaar"


class CannotReadFigures(Refusal):
    """The table of figures does not fit (any more) with what is here."""

    code = "cijfers_veranderd"
