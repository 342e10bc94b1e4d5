"""Hostile files of our own: each with the code it must be refused with."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.uitwisseling.berichten import bericht, geldig, product

MB = 1024 * 1024
GOOD = geldig("WMO301")
HEAD, BODY = GOOD.split(b"\n", 1)


def after(old: bytes, new: bytes, data: bytes = GOOD) -> bytes:
    assert old in data
    return data.replace(old, old + new, 1)


def external(canary: Path, port: int) -> Iterator[tuple[str, bytes, str]]:
    """Whatever wants to read a file or ask a server."""
    fetched = {"file": f"file://{canary}", "plain": str(canary), "http": f"http://127.0.0.1:{port}/x",
               "ftp": f"ftp://127.0.0.1:{port}/x"}  # fmt: skip
    for kind, url in fetched.items():
        wanted = url.encode()
        entity = b'<!DOCTYPE m:Bericht [<!ENTITY x SYSTEM "' + wanted + b'">]>\n'
        named = BODY.replace(b">Zeegers<", b">&x;<")
        yield f"entity_{kind}", HEAD + b"\n" + entity + named, "xml_doctype"
        yield (
            f"entity_odd_{kind}",
            HEAD + b"\n" + entity.replace(b"<!DOCTYPE ", b"<!DOCTYPE\n\t ") + named,
            "xml_doctype",
        )
        yield f"dtd_{kind}", HEAD + b'\n<!DOCTYPE m:Bericht SYSTEM "' + wanted + b'">\n' + BODY, "xml_doctype"
        parameter = b'<!DOCTYPE a [<!ENTITY % p SYSTEM "' + wanted + b'"> %p;]>\n'
        yield f"parameter_{kind}", HEAD + b"\n" + parameter + BODY, "xml_doctype"
        public = b'<!DOCTYPE a PUBLIC "-//x//y" "' + wanted + b'">\n'
        yield f"public_{kind}", HEAD + b"\n" + public + BODY, "xml_doctype"
        include = (
            b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="' + wanted + b'"/>'
        )
        yield f"xinclude_{kind}", after(b"<m:Client>", include), "veld_onbekend"
        yield (
            f"xslt_{kind}",
            HEAD + b'\n<?xml-stylesheet type="text/xsl" href="' + wanted + b'"?>\n' + BODY,
            "xml_instructie",
        )
        place = (
            b' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:x ' + wanted + b'"'
        )
        yield f"schema_{kind}", after(b"<m:Client", place).replace(b">111222333<", b">0<"), "veld_cijfers"
        model = b'<?xml-model href="' + wanted + b'"?>'
        yield f"model_{kind}", HEAD + b"\n" + model + BODY, "xml_instructie"
        yield f"catalog_{kind}", b'<?oasis-xml-catalog catalog="' + wanted + b'"?>' + BODY, "xml_instructie"


def bombs() -> Iterator[tuple[str, bytes, str]]:
    laughs = b"<!ENTITY a0 'ha'>" + b"".join(
        b"<!ENTITY a%d '%s'>" % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 12)
    )
    yield (
        "laughs",
        HEAD + b"<!DOCTYPE a [" + laughs + b"]>" + BODY.replace(b">Zeegers<", b">&a11;<"),
        "xml_doctype",
    )
    attribute = BODY.replace(b"<m:Client>", b"<m:Client x='&a11;'>")
    yield "laughs_in_attribute", HEAD + b"<!DOCTYPE a [" + laughs + b"]>" + attribute, "xml_doctype"
    default = b"<!DOCTYPE a [" + laughs + b"<!ATTLIST a b CDATA '&a11;'>]>"
    yield "laughs_in_default", HEAD + default + BODY, "xml_doctype"
    yield (
        "quadratic",
        HEAD + b"<!DOCTYPE a [<!ENTITY q '" + b"x" * 50_000 + b"'>]><a>" + b"&q;" * 50_000 + b"</a>",
        "xml_doctype",
    )
    yield "laughs_alone", b"<!ENTITY a0 'ha'>" + BODY, "xml_doctype"
    yield "undeclared", BODY.replace(b">Zeegers<", b">&a11;<"), "xml_kapot"
    yield (
        "utf16_doctype",
        ("\ufeff<!DOCTYPE a [" + laughs.decode() + "]><a>&a11;</a>").encode("utf-16-le"),
        "bestand_codering",
    )
    yield (
        "utf7_doctype",
        b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>",
        "bestand_codering",
    )


def big() -> Iterator[tuple[str, bytes, str]]:
    many = [product(ToewijzingNummer=str(at)) for at in range(10_000)]
    yield "10000_products", bericht("WMO301", *many)[: 10 * MB], "veld_te_vaak"
    wrong = [product(ToewijzingNummer=str(at), Eenheid="x", Ingangsdatum="x") for at in range(9_000)]
    yield "9000_wrong_products", bericht("WMO301", *wrong), "veld_code"
    yield "deep", b"<a>" * 1_000_000 + b"</a>" * 1_000_000, "xml_te_veel"
    yield "deep_few", after(b"<m:Client>", b"<a>" * 2_000 + b"</a>" * 2_000), "xml_grens"
    yield "deep_known", after(b"<m:Client>", b"<m:Client>" * 200 + b"</m:Client>" * 200), "veld_onbekend"
    yield (
        "million_attributes",
        b"<a " + b" ".join(b"b%x=''" % at for at in range(1_000_000)) + b"/>",
        "xml_te_veel_kenmerken",
    )
    yield (
        "namespaces",
        b"<a " + b" ".join(b"xmlns:b%x='u%x'" % (at, at) for at in range(20_000)) + b"/>",
        "bericht_onbekend",
    )
    junk = b"<m:x>" + b"<m:y/>" * 490_000 + b"</m:x>"
    yield "junk_below", after(b"<m:Client>", junk), "veld_onbekend"
    yield "junk_beside", after(b"<m:Client>", b"<m:y/>" * 490_000), "veld_onbekend"
    yield "values_beside", after(b"<m:Client>", b"<m:Bsn>1</m:Bsn>" * 240_000), "veld_dubbel"
    yield "loose_text", after(b"<m:Client>", b"x<m:y/>" * 240_000), "veld_losse_tekst"
    yield "huge_text", GOOD.replace(b">Zeegers<", b">" + b"Q" * 9 * MB + b"<"), "veld_te_lang"
    yield "huge_white", GOOD.replace(b">Zeegers<", b">" + b" \n" * 4 * MB + b"<"), "veld_leeg"
    yield "huge_number", GOOD.replace(b">5001<", b">" + b"9" * 9 * MB + b"<"), "veld_getal"
    yield "huge_bsn", GOOD.replace(b">111222333<", b">" + b"1" * 9 * MB + b"<"), "veld_cijfers"
    yield "huge_date", GOOD.replace(b">1948-07-02<", b">1948-07-02" + b"+" * 9 * MB + b"<"), "veld_datum_vorm"
    yield (
        "huge_comment",
        after(b"<m:Client>", b"<!-- " + b"-x" * 4 * MB + b" -->", GOOD).replace(b">01A05<", b">012345<"),
        "veld_te_lang",
    )
    yield "huge_name", b"<" + b"a" * 9 * MB + b"/>", "xml_grens"
    yield "huge_cdata", GOOD.replace(b">Zeegers<", b"><![CDATA[" + b"<!--" * 2 * MB + b"]]><"), "xml_te_veel"
    yield "wide_text", GOOD.replace(b">Zeegers<", ">{}<".format("😀" * 2 * MB).encode()), "veld_te_lang"
    yield "equals", b"<a>" + b"= " * 5 * MB, "bestand_te_groot"
    yield "equals_just", b"<a>" + b"=\t" * (5 * MB - 8), "xml_grens"
    yield "questions", b"<a>" + b"<?xml " * 300_000, "xml_kapot"


def forms() -> Iterator[tuple[str, bytes, str]]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as inside:
        inside.writestr("bericht.xml", b"<a>" + b" " * 50 * MB)
    yield "zip", archive.getvalue(), "bestand_ingepakt"
    yield "gzip", gzip.compress(b"<a>" + b" " * 50 * MB), "bestand_ingepakt"
    yield "truncated", GOOD[: len(GOOD) // 2], "xml_kapot"
    yield "truncated_tag", GOOD[: GOOD.index(b"<m:Naam") + 4], "xml_kapot"
    yield "namespace", GOOD.replace(b"/iwmo/3_2/wmo301/", b"/iwmo/3_2/wmo999/"), "bericht_andere_versie"
    yield "namespace_other", GOOD.replace(b"istandaarden.nl", b"example.org"), "bericht_onbekend"
    yield "namespace_basis", GOOD.replace(b"/3_2/basisschema/", b"/3_1/basisschema/"), "veld_onbekend"
    yield "utf16", GOOD.decode().encode("utf-16"), "bestand_codering"
    yield "utf16_bare", GOOD.decode().encode("utf-16-be"), "bestand_nul"
    yield "utf32", GOOD.decode().encode("utf-32"), "bestand_codering"
    yield "utf7", GOOD.decode().replace("<m:", "+ADw-m:").encode(), "xml_kapot"
    yield "latin1", GOOD.replace(b"Zeegers", "Zeëgers".encode("latin-1")), "bestand_geen_utf8"
    yield "latin1_declared", GOOD.replace(b'"UTF-8"', b'"ISO-8859-1"'), "bestand_codering"
    yield "year_9999", GOOD.replace(b">2026-12-31<", b">9999-12-31<"), "veld_datum_jaar"
    yield "year_0000", GOOD.replace(b">2026-03-01<", b">0000-03-01<"), "veld_datum_jaar"
    yield "nul", GOOD.replace(b"Zeegers", b"Zee\x00gers"), "bestand_nul"
    yield "empty", b"", "bestand_leeg"


def all_files(canary: Path, port: int) -> Iterator[tuple[str, bytes, str]]:
    yield from external(canary, port)
    yield from bombs()
    yield from big()
    yield from forms()
