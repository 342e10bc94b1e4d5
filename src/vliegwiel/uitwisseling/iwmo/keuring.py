"""From the bytes of a file to a message, or to everything that is wrong with it."""

from __future__ import annotations

from lxml import etree

from vliegwiel.uitwisseling import xml
from vliegwiel.uitwisseling.iwmo.bericht import Uitslag
from vliegwiel.uitwisseling.iwmo.feiten import bericht
from vliegwiel.uitwisseling.iwmo.lezer import Lezer
from vliegwiel.uitwisseling.iwmo.naslag import Naslag, naslag
from vliegwiel.uitwisseling.iwmo.samenhang import check
from vliegwiel.uitwisseling.iwmo.schema import schema, validate
from vliegwiel.uitwisseling.iwmo.soorten import BY_ROOT, READ, RELATED, VERSIE, Soort
from vliegwiel.uitwisseling.rules.vondst import Ernst, Vondst

MOST_UNREAD = 1024 * 1024
STRUCTURE = frozenset({"veld_ontbreekt", "veld_onbekend", "veld_volgorde", "veld_dubbel", "veld_te_vaak"})


def read_message(data: bytes, bij: Naslag | None = None) -> Uitslag:
    """The whole file is checked before anything of it is used; all findings together.

    No file makes this raise; only a configured folder with a schema that cannot be used does (schema.Onbruikbaar)."""
    root = xml.parse(data)
    if isinstance(root, Vondst):
        return Uitslag(None, None, (root,))
    soort = BY_ROOT.get(root.tag)
    if soort is None:
        return Uitslag(None, None, (_strange(root),))
    if not soort.gelezen:
        return _other(soort, root, bij or naslag(), len(data))
    return _known(soort, root, bij or naslag())


def _strange(root: etree._Element) -> Vondst:
    """Not one of ours. What it calls itself is not repeated."""
    name = etree.QName(root)
    if name.localname == "Bericht" and RELATED.fullmatch(name.namespace or ""):
        return Vondst("bericht_andere_versie", "/Bericht", params={"versie": VERSIE})
    return Vondst("bericht_onbekend")


def _other(soort: Soort, root: etree._Element, bij: Naslag, size: int) -> Uitslag:
    """A kind we do not read. libxml2 remembers every error it finds: a big one is not held against its schema."""
    named = {"soort": soort.naam, "wel": ", ".join(map(str, READ))}
    more = _by_schema(soort, root, bij) if size <= MOST_UNREAD else []
    return Uitslag(soort, None, (Vondst("bericht_niet_ondersteund", "/Bericht", params=named), *more))


def _known(soort: Soort, root: etree._Element, bij: Naslag) -> Uitslag:
    lezer = Lezer()
    values = lezer.read(root, bij.form(soort))
    check(lezer, soort, values)
    by_schema = [] if lezer.vol else _by_schema(soort, root, bij)
    found = (*lezer.vondsten, *_beyond(lezer.vondsten, by_schema))
    if any(vondst.ernst is Ernst.FOUT for vondst in found):
        return Uitslag(soort, None, found)
    return Uitslag(soort, bericht(soort, values, lezer.inhoud_hash), found)


def _by_schema(soort: Soort, root: etree._Element, bij: Naslag) -> list[Vondst]:
    if bij.schemas is None:
        return []
    if found := schema(bij.schemas, soort):
        return validate(found, root)
    lacking = Vondst("xsd_ontbreekt", "/Bericht", Ernst.OPMERKING, {"soort": soort.naam})
    return [lacking] if soort.gelezen else []


def _beyond(ours: list[Vondst], theirs: list[Vondst]) -> list[Vondst]:
    """What the schema finds that we did not say already in clearer words."""
    wrong = {vondst.plaats for vondst in ours if vondst.ernst is Ernst.FOUT}
    around = {vondst.plaats.rpartition("/")[0] for vondst in ours if vondst.code in STRUCTURE}
    return [
        vondst
        for vondst in theirs
        if vondst.plaats not in wrong | around
        and not (vondst.code == "xsd_onderdeel" and vondst.plaats.rpartition("/")[0] in around)
    ]
