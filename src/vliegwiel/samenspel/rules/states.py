"""States of a Voorstel and a Tafel as data: state -> {event: next state}. Diagrams are drawn from these."""

from collections.abc import Mapping
from typing import TypeAlias

StateMap: TypeAlias = Mapping[str, Mapping[str, str]]

VOORSTEL_STATES: StateMap = {
    "open": {"publish_versie": "open", "adopt": "aangenomen", "retract": "ingetrokken"},
    "aangenomen": {},
    "ingetrokken": {},
}

TAFEL_STATES: StateMap = {
    "lopend": {"finish": "afgerond"},
    "afgerond": {},
}
