"""Code lists: ours against those of the standard, and others from a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.uitwisseling.berichten import bericht
from tests.uitwisseling.gedeeld import DATA, needs_data
from vliegwiel.uitwisseling.iwmo import codelijsten, naslag, read_message
from vliegwiel.uitwisseling.iwmo.lijsten import OURS, Onleesbaar, own

ENUMERATED = {
    "WMO002": "LDT_RedenWijziging", "JZ002": "LDT_RedenWijziging", "WMO020": "LDT_ProductCategorie",
    "JZ020": "LDT_ProductCategorie", "WMO588": "LDT_RedenBeeindiging", "JZ588": "LDT_RedenBeeindiging",
    "COD467": "LDT_StatusAanlevering", "WJ756": "LDT_Eenheid", "WMO757": "LDT_Frequentie",
}  # fmt: skip


@needs_data
@pytest.mark.parametrize("name", OURS)
def test_ours_hold_exactly_the_codes_of_the_standard(name: str) -> None:
    acts = (
        {"JZ": ["ijw"], "WM": ["iwmo"]}.get(name[:2], ["iwmo", "ijw"])
        if name != "WMO757"
        else ["iwmo", "ijw"]
    )
    for act in acts:
        text = (DATA / act / "xsd/basisschema.xsd").read_text(encoding="utf-8")
        block = text.split(f'<xs:simpleType name="{ENUMERATED[name]}">')[1].split("</xs:simpleType>")[0]
        assert set(re.findall(r'<xs:enumeration value="([^"]+)"', block)) == set(own()[name].codes)


@pytest.mark.parametrize("name", OURS)
def test_every_list_has_a_source_and_words(name: str) -> None:
    one = own()[name]
    assert name in one.bron and "3.2" in one.bron and one.naam
    assert all(words and words == words.strip() for words in one.codes.values())
    assert set(one.vervallen) <= set(one.codes)


def test_without_a_folder_only_ours_are_known() -> None:
    assert set(codelijsten()) == set(OURS)
    assert read_message(bericht("WMO301", Geslacht="7")).vondsten == ()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("COD046.yaml", 'lijst: COD046\ncodes: {"0": onbekend, "1": man, "2": vrouw}\n'),
        ("COD046.csv", "code;omschrijving\n0;onbekend\n1;man\n2;vrouw\n"),
        ("COD046.csv", '\ufeffcode,omschrijving\n0,"onbekend, of niet gezegd"\n1,man\n2\n'),
    ],
)
def test_a_folder_adds_lists(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "LEESMIJ.txt").write_text("geen lijst")
    bij = naslag(tmp_path)
    assert set(bij.lijsten) == {*OURS, "COD046"} and set(bij.lijsten["COD046"].codes) == {"0", "1", "2"}
    assert read_message(bericht("WMO301"), bij).vondsten == ()
    (found,) = read_message(bericht("WMO301", Geslacht="7"), bij).vondsten
    assert (found.code, found.params) == ("veld_code", {"lijst": "COD046"})


def test_ours_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "WMO020.csv").write_text("code\n99\n")
    assert set(codelijsten(tmp_path)["WMO020"].codes) == set(own()["WMO020"].codes)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("COD046.yaml", "codes: [1, 2]"),
        ("COD046.yaml", "codes: {01: man}"),
        ("COD046.yaml", "geheim: {"),
        ("COD046.yaml", "!!python/object/apply:os.system [id]"),
        ("COD046.csv", ""),
        ("COD046.csv", "code\n"),
    ],
)
def test_a_list_that_is_none_is_refused_by_name(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).write_text(text)
    with pytest.raises(Onleesbaar) as said:
        codelijsten(tmp_path)
    assert "COD046" in str(said.value) and "geheim" not in str(said.value)
