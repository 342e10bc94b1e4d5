"""Consent, not majority: what keeps a Voorstel open, and what may be done with it.

Every question returns a list of codes with parameters; an empty list means yes.
Source: product.md, mechanism 3 (Voorstel).
"""

from calendar import monthrange
from datetime import date

from vliegwiel.samenspel.rules.facts import Code, Id, Keuze, VoorstelFeiten, VoorstelStatus, ZetelStand
from vliegwiel.samenspel.rules.stances import open_nog_niet, standen

LOOK_BACK_MONTHS = 6


def blockers(feiten: VoorstelFeiten, today: date) -> list[Code]:
    """What keeps this Voorstel from being adopted today, whoever asks.

    al_aangenomen, al_ingetrokken; geen_versie; nog_niet_open {partij, niveau, want, versie,
    wie: zetel | opvolger | begeleider}; moet_nog {aantal, sluitdatum}; niemand_akkoord. No code names a person.
    """
    closed = _closed(feiten)
    if closed:
        return closed
    if not feiten.versies:
        return [Code("geen_versie")]
    return [*_open_codes(feiten, today), *_silence(feiten, today), *_nobody(feiten, today)]


def can_adopt(
    feiten: VoorstelFeiten, zetel: Id, today: date, terugkijken_op: date | None = None
) -> list[Code]:
    """May this seat adopt the latest version today? `blockers`, and:

    geen_mandaat {waarom: niet_aan_tafel | ontbreekt | verlopen}, terugkijken_niet_later {na}.
    `terugkijken_op` defaults to `look_back_default(today)`.
    """
    if closed := _closed(feiten):
        return closed
    codes = blockers(feiten, today) + mandate_lack(feiten.zetel(zetel), today)
    if terugkijken_op is not None and terugkijken_op <= today:
        codes.append(Code("terugkijken_niet_later", {"na": today}))
    return codes


def mandate_lack(zetel: ZetelStand | None, today: date) -> list[Code]:
    """Why this seat cannot promise anything today; empty when its mandaat is valid."""
    if zetel is None or not zetel.is_active(today):
        return [Code("geen_mandaat", {"waarom": "niet_aan_tafel"})]
    if not zetel.mandaat.strip():
        return [Code("geen_mandaat", {"waarom": "ontbreekt"})]
    if zetel.mandaat_tot is not None and zetel.mandaat_tot < today:
        return [Code("geen_mandaat", {"waarom": "verlopen"})]
    return []


def can_answer(
    feiten: VoorstelFeiten, zetel: Id, versie: int, keuze: Keuze, want: str, today: date
) -> list[Code]:
    """May this seat take this stance? al_aangenomen, al_ingetrokken, zetel_niet_actief, niet_gevraagd,
    versie_niet_de_laatste {laatste}, want_ontbreekt."""
    if closed := _closed(feiten):
        return closed
    codes = _not_active(feiten, zetel, today)
    if zetel not in standen(feiten, today).gevraagd:
        codes.append(Code("niet_gevraagd"))
    if versie != feiten.laatste or not feiten.versies:
        codes.append(Code("versie_niet_de_laatste", {"laatste": feiten.laatste}))
    if keuze is Keuze.NOG_NIET and not want.strip():
        codes.append(Code("want_ontbreekt"))
    return codes


def can_withdraw_nog_niet(feiten: VoorstelFeiten, zetel: Id, today: date) -> list[Code]:
    """May this seat take back its *nog niet*, also one on an older version? geen_open_nog_niet."""
    if closed := _closed(feiten):
        return closed
    codes = _not_active(feiten, zetel, today)
    return codes if zetel in standen(feiten, today).open else [*codes, Code("geen_open_nog_niet")]


def can_release(feiten: VoorstelFeiten, door: Id, zetel: Id, reden: str, today: date) -> list[Code]:
    """May this begeleider let the *nog niet* of that departed seat go? niet_begeleider,
    geen_open_nog_niet, nog_niet_heeft_zetel (somebody can still answer it), reden_ontbreekt."""
    if closed := _closed(feiten):
        return closed
    guide = feiten.zetel(door)
    codes = [] if guide and guide.is_begeleider and guide.is_active(today) else [Code("niet_begeleider")]
    found = next((it for it in open_nog_niet(feiten, today) if it.zetel == zetel), None)
    if found is None:
        codes.append(Code("geen_open_nog_niet"))
    elif found.moet_antwoorden is not None:
        codes.append(Code("nog_niet_heeft_zetel"))
    return codes if reden.strip() else [*codes, Code("reden_ontbreekt")]


def can_publish(feiten: VoorstelFeiten, door: Id, gebaseerd_op: int, tekst: str, today: date) -> list[Code]:
    """May this seat publish the next version? `gebaseerd_op` is the number it was written on (0: the first).

    versie_botsing {laatste, gebaseerd_op}, tekst_gelijk, tekst_leeg, zetel_niet_actief.
    """
    if closed := _closed(feiten):
        return closed
    codes = _not_active(feiten, door, today)
    if gebaseerd_op != feiten.laatste:
        codes.append(Code("versie_botsing", {"laatste": feiten.laatste, "gebaseerd_op": gebaseerd_op}))
    if not tekst.strip():
        codes.append(Code("tekst_leeg"))
    elif feiten.versies and tekst.split() == feiten.versies[-1].tekst.split():
        codes.append(Code("tekst_gelijk"))
    return codes


def can_ask(feiten: VoorstelFeiten, zetel: Id, today: date) -> list[Code]:
    """May this seat be asked (more may be asked as long as it is open)? zetel_niet_actief, al_gevraagd."""
    if closed := _closed(feiten):
        return closed
    codes = _not_active(feiten, zetel, today)
    return [*codes, Code("al_gevraagd")] if zetel in feiten.gevraagd else codes


def can_retract(feiten: VoorstelFeiten, door: Id, today: date) -> list[Code]:
    """May this seat withdraw the whole Voorstel? al_aangenomen, al_ingetrokken, zetel_niet_actief."""
    return _closed(feiten) or _not_active(feiten, door, today)


def look_back_default(today: date) -> date:
    """Six months later; 31 August gives the last day of February."""
    years, month = divmod(today.month - 1 + LOOK_BACK_MONTHS, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _closed(feiten: VoorstelFeiten) -> list[Code]:
    return [] if feiten.status is VoorstelStatus.OPEN else [Code(f"al_{feiten.status}")]


def _not_active(feiten: VoorstelFeiten, zetel: Id, today: date) -> list[Code]:
    return [] if feiten.is_active(zetel, today) else [Code("zetel_niet_actief")]


def _open_codes(feiten: VoorstelFeiten, today: date) -> list[Code]:
    codes = []
    for it in open_nog_niet(feiten, today):
        zetel = feiten.zetel(it.zetel)
        where = {"partij": zetel and zetel.partij, "niveau": zetel and zetel.niveau}
        what = {"want": it.want, "versie": it.versie, "wie": it.wie}
        codes.append(Code("nog_niet_open", where | what))
    return codes


def silent(feiten: VoorstelFeiten, today: date) -> set[Id]:
    """*Moet nog*: asked, active, and without a stance on the latest version."""
    it = standen(feiten, today)
    answered = {key for key, houding in it.laatste.items() if houding.versie == feiten.laatste}
    return {key for key in it.gevraagd - answered if feiten.is_active(key, today)}


def _silence(feiten: VoorstelFeiten, today: date) -> list[Code]:
    quiet = len(silent(feiten, today))
    if not quiet or (feiten.sluitdatum is not None and feiten.sluitdatum < today):
        return []
    return [Code("moet_nog", {"aantal": quiet, "sluitdatum": feiten.sluitdatum})]


def _nobody(feiten: VoorstelFeiten, today: date) -> list[Code]:
    stances = standen(feiten, today).laatste.values()
    agreed = any(it.versie == feiten.laatste and it.keuze is not Keuze.NOG_NIET for it in stances)
    return [] if agreed else [Code("niemand_akkoord")]
