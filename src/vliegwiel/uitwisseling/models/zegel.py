"""Content from outside is stored unreadable until it was read: a file, and facts that wait with whom they are about."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any
from uuid import UUID

from vliegwiel.ondersteuning.public import Feit, Mens, Pakket, Woonadres, as_json, from_json, soort_of
from vliegwiel.privacy.public import blind_index, seal, seal_bytes, unseal, unseal_bytes
from vliegwiel.uitwisseling.models.inlezen import Bestand, Terzijde


def _about(row: Bestand | Terzijde) -> str:
    """What the content is bound to: in another row, or another gemeente, it does not open."""
    return f"{row._meta.model_name}\0{row.gemeente_id}\0{row.pk}"


def seal_file(row: Bestand, content: bytes) -> None:
    row.hash, row.grootte = hashlib.sha256(content).hexdigest(), len(content)
    row.sleutel_id, row.inhoud = seal_bytes(content, about=_about(row))


def unseal_file(row: Bestand) -> bytes:
    """Raises Onleesbaar: the key is gone; the file stays."""
    return unseal_bytes(row.sleutel_id, bytes(row.inhoud or b""), about=_about(row))


def destroy_file(row: Bestand) -> None:
    row.sleutel_id, row.inhoud = "", None


def blind_of(gemeente_id: UUID, wet: str, toewijzing: str) -> str:
    """Finds what waits for an assignment, without saying which."""
    return blind_index(f"{wet}\0{toewijzing}", about=f"terzijde\0{gemeente_id}")


def seal_part(row: Terzijde, pakket: Pakket, plaats: str) -> None:
    """Keep facts with whom they are about, and where in the file they stood."""
    said = {
        "wet": pakket.wet,
        "toewijzing": pakket.toewijzing,
        "bron": pakket.bron,
        "plaats": plaats,
        "feiten": [[soort_of(feit), as_json(feit)] for feit in pakket.feiten],
        "persoon": _plain(pakket.persoon),
    }
    row.blind = blind_of(row.gemeente_id, pakket.wet, pakket.toewijzing)
    row.sleutel_id, row.cijfertekst = seal(json.dumps(said), about=_about(row))


def unseal_part(row: Terzijde) -> tuple[Pakket, str]:
    """The facts again, and where they stood."""
    said = json.loads(unseal(row.sleutel_id, row.cijfertekst, about=_about(row)))
    feiten: tuple[Feit, ...] = tuple(from_json(soort, values, "") for soort, values in said["feiten"])
    who = _mens(said["persoon"])
    return Pakket(said["wet"], said["toewijzing"], feiten, row.bestand_id, who, said["bron"]), said["plaats"]


def destroy_part(row: Terzijde) -> None:
    row.sleutel_id = row.cijfertekst = ""


def _plain(mens: Mens) -> dict[str, Any]:
    day, home = mens.geboortedatum, mens.adres
    return {
        **{
            name: value
            for name, value in vars(mens).items()
            if value and name not in ("geboortedatum", "adres")
        },
        "geboortedatum": day.isoformat() if day else None,
        "adres": vars(home) if home else None,
    }


def _mens(said: dict[str, Any]) -> Mens:
    day, home = said.pop("geboortedatum"), said.pop("adres")
    return Mens(
        said.pop("bsn", None),
        date.fromisoformat(day) if day else None,
        **said,
        adres=Woonadres(**home) if home else None,
    )
