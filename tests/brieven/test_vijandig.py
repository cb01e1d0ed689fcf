"""What people type is printed as they typed it: never markup, whatever its length or alphabet. And always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.brieven.lezen import bevat, merken, open_pdf, stukken
from tests.brieven.voorbeelden import AFZENDER, ALLE, CONTACT, KENMERK, ONTVANGER, TOEKENNING, VOORZIENING
from voordeur.brieven.blokken import Alinea, Deel, Opsomming, Redenering, Redenstap, Tabel
from voordeur.brieven.controle_tekst import GRENZEN
from voordeur.brieven.fouten import NietAfdrukbaar
from voordeur.brieven.pdf import maak_pdf
from voordeur.brieven.soorten import Besluit

A4_BREED = 595  # points
VIJANDIG = [
    "#panic(\"weg\") #read(\"/etc/passwd\") #sys.inputs",
    "*vet* _schuin_ $x^2$ `raw` ```blok``` = Kop - punt + nummer / term: uitleg",
    "<label> @verwijzing https://voorbeeld.example // weg /* weg */ \\ \\u{41} ~ -- --- ...",
    "\"dubbel\" 'enkel' ] [ ) ( } { ; , \\\" \\' %s {naam} {0} ${x}",
    '{"titel": "anders"}\\n',
    "<script>alert(1)</script> &amp; &#x41;",
    "Łucja Żółć-Święcicka, Őry Šimić, Yıldız Çağlar, Đặng, Ærø",
    "Ιωάννης Иван",
]  # fmt: skip


KOP, KENMERKLENGTE = GRENZEN["kop"], GRENZEN["kenmerk"]


def overal(tekst: str, kort: str | None = None, kenmerk: str | None = None) -> Besluit:
    """A decision with this text in every place where a person can type; headings and references may be shorter."""
    kort, kenmerk = kort or tekst, kenmerk or tekst
    return replace(
        TOEKENNING,
        onderwerp=tekst,
        kernzin=tekst,
        afzender=replace(AFZENDER, hoofd=kenmerk, naam=tekst, adres=(tekst,), namens=tekst),
        ontvanger=replace(ONTVANGER, naam=tekst, adres=(tekst, tekst), aanhef=tekst),
        kenmerk=replace(KENMERK, ons=kenmerk, uw=kenmerk),
        contact=replace(CONTACT, naam=tekst, email=tekst),
        voorziening=replace(VOORZIENING, naam=tekst, inhoud=tekst),
        redenering=Redenering((Redenstap(tekst, (tekst, tekst)),)),
        delen=(Deel(kort, (Alinea(tekst), Opsomming((tekst, tekst)), Tabel((kort, kort), ((tekst, tekst),)))),),
    )


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_every_field_is_printed_as_it_was_typed(tekst: str) -> None:
    pdf = maak_pdf(overal(tekst, kenmerk=tekst[:KENMERKLENGTE].strip()))
    assert bevat(pdf, tekst)
    with open_pdf(pdf) as document:
        assert str(document.docinfo.Title) == tekst
    gewoon = [merk for merk in merken(maak_pdf(overal("gewone tekst"))) if merk != "Span"]
    assert [merk for merk in merken(pdf) if merk != "Span"] == gewoon


def test_arabic_letters_are_printed_with_a_font_that_has_them() -> None:
    pdf = maak_pdf(overal("السيدة فاطمة الزهراء"))
    with open_pdf(pdf) as document:
        namen = {str(letter.BaseFont) for bladzijde in document.pages for letter in bladzijde.Resources.Font.values()}
    assert any("DejaVuSansMono" in naam for naam in namen)


@pytest.mark.parametrize("naam", ["W" * 250, "W" * 33, "Van der " * 31, "ab-" * 83], ids=lambda naam: naam[:9])
def test_a_very_long_name_stays_on_the_paper(naam: str) -> None:
    pdf = maak_pdf(overal(naam, kort=naam[:KOP], kenmerk=naam[:KENMERKLENGTE]))
    assert bevat(pdf, naam.strip())
    assert max(stuk.rechts for stuk in stukken(pdf)) <= A4_BREED


def test_a_character_without_a_letterform_is_named() -> None:
    with pytest.raises(NietAfdrukbaar, match="Deze tekens kan een brief niet afdrukken: 你") as fout:
        maak_pdf(replace(TOEKENNING, kernzin="你"))
    assert fout.value.tekens == "你"


@pytest.mark.parametrize("naam", ALLE)
def test_the_same_letter_gives_the_same_bytes(naam: str) -> None:
    assert maak_pdf(ALLE[naam]) == maak_pdf(replace(ALLE[naam]))


def test_another_process_in_another_place_and_time_gives_the_same_bytes() -> None:
    opdracht = (
        "import sys, hashlib; from tests.brieven.voorbeelden import TOEKENNING; "
        "from voordeur.brieven.pdf import maak_pdf; print(hashlib.sha256(maak_pdf(TOEKENNING)).hexdigest())"
    )
    elders = {**os.environ, "TZ": "Pacific/Auckland", "LANG": "C", "PYTHONPATH": os.pathsep.join(sys.path)}
    uit = subprocess.run([sys.executable, "-c", opdracht], env=elders, capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == sha256(maak_pdf(TOEKENNING)).hexdigest()


def test_threads_do_not_mix_letters() -> None:
    brieven = list(ALLE.values()) * 4
    with ThreadPoolExecutor(max_workers=4) as draden:
        gedrukt: Sequence[bytes] = list(draden.map(maak_pdf, brieven))
    assert gedrukt == [maak_pdf(brief) for brief in brieven]
