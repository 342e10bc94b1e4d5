"""One exception per thing a person can be refused here; the code says which rule."""

from __future__ import annotations

from typing import Any

from vliegwiel.kern.refusals import Refusal

_FIELDS = {
    "indicator_bestaat": "naam",
    "inwoners_per_kwartaal": "ritme",
    "periode_vorm": "periode",
    "periode_ander_ritme": "periode",
    "periode_niet_voorbij": "periode",
    "einde_voor_begin": "einddatum",
    "begin_over_inwoners": "startwaarde",
    "bevinding_leeg": "tekst",
    "tafel_ontbreekt": "tafel",
}


class EffectRefusal(Refusal):
    """Base of the refusals of this room."""

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code, **params)
        self.field = _FIELDS.get(code)


class CannotKeepIndicator(EffectRefusal):
    """indicator_bestaat, inwoners_per_kwartaal."""


class CannotFillIn(EffectRefusal):
    """cijfer_uit_werk, periode_niet_voorbij, al_gepubliceerd, cijfer_botsing, cijfers_botsing, geen_heel_getal,
    geheel_te_klein, cijfer_leeg, gebied_geen_wijk."""


class CannotPublish(EffectRefusal):
    """niet_te_publiceren, periode_niet_voorbij, al_gepubliceerd, niets_ingevuld."""


class CannotAgreeEffect(EffectRefusal):
    """einde_voor_begin, gebied_geen_wijk, begin_over_inwoners."""


class CannotFind(EffectRefusal):
    """bevinding_leeg, tafel_ontbreekt, nog_niet_afgesproken."""
