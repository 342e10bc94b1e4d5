"""vliegwiel cbs-inlezen MAP: gemeenten, wijken and buurten from files of CBS. A second time changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from vliegwiel.kern.clock import now
from vliegwiel.project.opdracht import Opdracht
from vliegwiel.uitwisseling.actions.cbs import Verslag, store_cbs
from vliegwiel.uitwisseling.cbs import read_cbs
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

FOUND = {
    "cbs_niets": "In deze map staat geen tabel met gemeenten, wijken of buurten",
    "cbs_te_groot": "{plaats} is groter dan {hoogste} MB",
    "cbs_onleesbaar": "{plaats} is geen CSV",
    "cbs_ander_bestand": "{plaats} is geen tabel met gebieden en is overgeslagen",
    "cbs_jaar": "{plaats}: in de naam van het bestand ontbreekt het jaar",
    "cbs_rij": "{plaats}, rij {rij}: geen code of geen naam van een gebied",
    "cbs_dubbel": "{plaats}, rij {rij}: deze code staat er al",
}


class Command(Opdracht):
    help = "Leest gemeenten, wijken en buurten in uit bestanden van het CBS."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("map", help="de map met de CSV-bestanden")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(options["map"])
        if not folder.is_dir():
            raise CommandError("Deze map is er niet.")
        found = read_cbs({path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))})
        for it in found.vondsten:
            if it.ernst is Ernst.OPMERKING:
                self.stdout.write(_sentence(it))
        if found.afgekeurd:
            faults = [_sentence(it) for it in found.vondsten if it.ernst is Ernst.FOUT]
            raise CommandError("\n".join([*faults[:20], "Er is niets opgeslagen."]))
        self._tell(store_cbs(standen=found.standen, now=now()))

    def _tell(self, verslag: Verslag) -> None:
        self.stdout.write(
            f"Gebieden: {verslag.nieuw} nieuw, {verslag.veranderd} veranderd, {verslag.gelijk} gelijk."
        )
        for code, naam, count in verslag.samengegaan:
            self.stdout.write(
                f"{naam} ({code}) is geen gemeente meer. Er horen {count} wijken en buurten bij."
            )
        for slug, counts in verslag.gemeenten.items():
            told = ", ".join(f"{count} {what}" for what, count in counts.items())
            self.stdout.write(f"{slug}: {told}.")
        for slug in verslag.code_vervallen:
            self.stdout.write(
                f"{slug}: deze gemeentecode bestaat niet meer. De gebieden zijn niet veranderd."
            )


def _sentence(it: Vondst) -> str:
    return FOUND[it.code].format(plaats=it.plaats, **it.params) + "."
