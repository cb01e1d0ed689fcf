"""Checking: every fault of every row at once, also between rows and files; whatever bytes are sent, a sentence."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.beheer.inlezen.opzet import OP, Rijen, alles_van, als_csv, bestanden, bsn, gebreken, getoetst, lees_in
from tests.stad import Stad
from voordeur.beheer.inlezen.lezen import BestandNietTeLezen, lees_tabel
from voordeur.beheer.inlezen.omgeving import omgeving_van
from voordeur.inwoner.models import Inwoner
from voordeur.schermen.bestand import veilige_tekst
from voordeur.toegang.models import Besluit

RUSTIG = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def met(tabellen: dict[str, Rijen], waar: str, rij: int, **velden: str) -> dict[str, Rijen]:
    tabellen[waar][rij] |= velden
    return tabellen


@pytest.mark.parametrize(
    ("soort", "velden", "veld", "wat"),
    [
        ("inwoners", {"bsn": "123456789"}, "bsn", "Dit BSN klopt niet. Kijk of er een cijfer verkeerd staat."),
        ("inwoners", {"geboortedatum": "31-02-1990"}, "geboortedatum", "Deze datum bestaat niet."),
        ("inwoners", {"geboortedatum": "gisteren"}, "geboortedatum", "Dit is geen datum."),
        ("inwoners", {"gemeente": "Utrecht"}, "gemeente", "Deze gemeente kennen wij niet."),
        ("inwoners", {"naam": ""}, "naam", "Dit veld is leeg."),
        ("inwoners", {"naam": "=1+1"}, "naam", "Hier staat een formule."),
        ("inwoners", {"naam": "de\x00Wit"}, "naam", "Hier staat een teken dat geen letter is."),
        ("inwoners", {"naam": "w" * 5000}, "naam", "Deze tekst is te lang."),
        ("inwoners", {"bsn": bsn(2)}, "bsn", "Dit BSN staat bij meer mensen."),
        ("contracten", {"dagprijs": "12,345"}, "dagprijs", "Dit bedrag heeft meer dan twee cijfers achter de komma."),
        ("contracten", {"dagprijs": ""}, "dagprijs", "Een subsidie heeft een prijs per dag."),
        ("contracten", {"tot": "31-12-2025"}, "tot", "De laatste dag ligt voor de eerste dag."),
        ("contracten", {"soort": "inkoop", "dagprijs": ""}, "soort", "Uw regeling heeft geen prijzen."),
        ("locaties", {"aanbieder": "ORG-9"}, "aanbieder", "Deze sleutel staat niet bij organisaties."),
        ("plekken", {"product": "hotel"}, "product", "Dit product staat niet in de regeling."),
        ("plekken", {"tot": "31-03-2026"}, "plek", "De plek is er dan niet de hele tijd."),
        ("plekken", {"sleutel": "PLEK-2"}, "sleutel", "Deze sleutel staat bij meer rijen."),
        ("besluiten", {"inwoner": "INW-9"}, "inwoner", "Deze sleutel staat niet bij inwoners."),
        ("besluiten", {"inwoner": "INW-2"}, "van", "Deze inwoner heeft dan twee besluiten."),
        ("besluiten", {"vorm": "hotel"}, "vorm", "Deze vorm kennen wij niet."),
        ("besluiten", {"tot": "31-01-2026"}, "tot", "Dit besluit is al voorbij."),
        ("besluiten", {"genomen_op": "01-01-2027"}, "genomen_op", "Dit besluit is nog niet genomen."),
        ("plaatsingen", {"plek": "PLEK-2"}, "plek", "Op deze plek wonen dan twee mensen."),
        ("plaatsingen", {"besluit": "BES-2"}, "van", "Deze inwoner heeft dan twee plekken."),
        ("plaatsingen", {"van": "01-02-2025"}, "van", "Dit verblijf valt buiten het besluit."),
        ("wachtlijst", {"besluit": "BES-1"}, "besluit", "Deze inwoner heeft al een plek."),
        ("beginbalans", {"debet": "999"}, "", "De balans van 2026 is niet in evenwicht."),
        ("beginbalans", {"debet": "1,999"}, "debet", "Dit bedrag heeft meer dan twee cijfers achter de komma."),
        ("beginbalans", {"rekening": "Spaarpot"}, "rekening", "Deze rekening kennen wij niet."),
    ],
)
def test_a_fault_is_named_by_row_and_field_with_what_is_wrong(
    gedeeld: Stad, soort: str, velden: dict[str, str], veld: str, wat: str
) -> None:
    blad = getoetst(gedeeld, met(bestanden(gedeeld), soort, 0, **velden))
    gevonden = [(fout.veld, fout.wat) for fout in blad.fouten]
    assert (veld, wat) in gevonden
    assert all(fout.waarom and fout.dan for fout in blad.fouten)


def test_all_faults_come_at_once_and_whoever_leans_on_a_bad_row_is_bad_too(gedeeld: Stad) -> None:
    tabellen = bestanden(gedeeld)
    met(tabellen, "inwoners", 0, bsn="1", gemeente="Utrecht", geboortedatum="1-1-2099")
    blad = getoetst(gedeeld, tabellen)
    assert sorted(gebreken(blad)) == [
        ("besluiten", 2, "inwoner"), ("inwoners", 2, "bsn"), ("inwoners", 2, "geboortedatum"),
        ("inwoners", 2, "gemeente"), ("plaatsingen", 2, "besluit"),
    ]  # fmt: skip
    # what leans on a bad row, also by another, names where it began
    assert {fout.wat for fout in blad.fouten if fout.gevolg} == {"Rij 2 van inwoners heeft een fout."}
    assert len([fout for fout in blad.fouten if fout.gevolg]) == 2


def test_a_fault_shows_what_stands_there_but_no_bsn(gedeeld: Stad) -> None:
    tabellen = bestanden(gedeeld)
    met(tabellen, "inwoners", 0, bsn="123456789", geboortedatum="gisteren", postcode="999 990 019")
    met(tabellen, "besluiten", 1, vorm="hotel")
    fouten = getoetst(gedeeld, tabellen).fouten
    staat = {(fout.soort, fout.veld): fout.waarde for fout in fouten if not fout.gevolg}
    assert staat == {
        ("inwoners", "bsn"): "eindigt op 789", ("inwoners", "geboortedatum"): "gisteren",
        ("inwoners", "postcode"): "eindigt op 019", ("besluiten", "vorm"): "hotel",
    }  # fmt: skip


def test_what_the_system_has_already_counts_as_well(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    tabellen["inwoners"][0]["gemeente"] = enschede.centrum
    lees_in(enschede, tabellen)
    with alles_van(enschede):
        dossier = Besluit.objects.get(nummer="P-2025-1").dossier.nummer
    nieuw = {
        "plaatsingen": [{"sleutel": "WOO-9", "besluit": "BES-3", "plek": "PLEK-1", "van": "01-03-2026"}],
        "inwoners": [tabellen["inwoners"][nr] | {"sleutel": f"INW-9{nr}"} for nr in (0, 1)],
        "contracten": [bestanden(enschede)["contracten"][0] | {"sleutel": "CON-9", "nummer": "9"}],
        "beginbalans": [deel | {"sleutel": f"X{deel['sleutel']}"} for deel in bestanden(enschede)["beginbalans"]],
    }
    over_mensen = ("bsn", "sleutel")
    assert {
        (fout.veld, f"{fout.wat} {fout.waarom}" if fout.veld in over_mensen else fout.wat)
        for fout in getoetst(enschede, nieuw).fouten
    } == {
        ("plek", "Op deze plek wonen dan twee mensen."),
        # of one's own municipality which dossier it is; of another not even that it is about the BSN
        ("bsn", f"Dit BSN staat al in Voordeur. Het is van dossier {dossier}."),
        ("sleutel", "Deze rij kan niet worden ingelezen. Iemand werkte er al aan, of u mag dit niet zien."),
        ("van", "Deze aanbieder heeft dan twee contracten."),
        ("jaar", "Dit jaar heeft al een beginbalans."),
    }


KAPOT: dict[str, Callable[[Any], str]] = {
    "naam": lambda _: "",
    "bsn": lambda _: "123456789",
    "gemeente": lambda _: "Nergens",
    "geboortedatum": lambda _: "31-04-1990",
}


@RUSTIG
@given(keus=st.lists(st.sampled_from(["goed", *KAPOT]), min_size=1, max_size=12))
def test_any_mix_of_rows_reads_in_every_good_one_once_and_names_every_bad_one(
    vers: Callable[[], Stad], keus: list[str]
) -> None:
    stad = vers()
    begin = Teller.volgende(len(keus))
    rijen: Rijen = []
    for plaats, deel in enumerate(keus):
        rij = {"sleutel": f"H-{begin + plaats}", "naam": "Vis", "bsn": bsn(begin + plaats), "gemeente": stad.gemeente,
               "geboortedatum": "01-01-1980"}  # fmt: skip
        rijen.append(rij if deel == "goed" else rij | {deel: KAPOT[deel](rij)})
    blad = getoetst(stad, {"inwoners": rijen})
    slecht = {plaats + 2 for plaats, deel in enumerate(keus) if deel != "goed"}
    assert {fout.rij for fout in blad.fouten} == slecht
    with alles_van(stad):
        eerst = Inwoner.objects.count()
    goed = len(keus) - len(slecht)
    if goed:
        for keer in range(2):
            deze = lees_in(stad, {"inwoners": rijen}, goede_regels=True)
            assert deze.stand == "uitgevoerd", (keer, deze.melding)
    with alles_van(stad):
        assert Inwoner.objects.count() == eerst + goed


class Teller:
    stand = 0

    @classmethod
    def volgende(cls, aantal: int) -> int:
        cls.stand += aantal
        return cls.stand * 50


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda deel: b"PK\x03\x04" + deel), st.text()))
def test_whatever_bytes_come_in_rows_come_out_or_a_sentence(inhoud: bytes | str) -> None:
    ruw = inhoud.encode("utf-8", "surrogatepass") if isinstance(inhoud, str) else inhoud
    try:
        tabel = lees_tabel(ruw)
    except BestandNietTeLezen as fout:
        tabel, gezegd = [], (fout.wat, fout.dan)
    else:
        gezegd = ("Gelezen.", "Gelezen.")
    assert all(zin.endswith(".") for zin in gezegd)
    assert all(isinstance(cel, str) for _, rij in tabel for cel in rij)


def excel(rijen: list[list[Any]]) -> bytes:
    boek = Workbook()
    for rij in rijen:
        boek.active.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    """The same package with one part more, or another one in its place."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for info in bron.infolist():
            if info.filename != naam:
                doel.writestr(info, bron.read(info))
        doel.writestr(naam, deel)
    return uit.getvalue()


GEWOON = [["sleutel", "naam"], ["A", "B"]]
AANVAL: dict[str, Callable[[], bytes]] = {
    "zip bomb": lambda: met_deel(excel(GEWOON), "xl/worksheets/sheet1.xml", b" " * 100_000_000),
    "macro": lambda: met_deel(excel(GEWOON), "xl/vbaProject.bin", b"x"),
    "link to elsewhere": lambda: met_deel(excel(GEWOON), "xl/externalLinks/externalLink1.xml", b"<x/>"),
    "path": lambda: met_deel(excel(GEWOON), "../../etc/passwd", b"x"),
    "absolute path": lambda: met_deel(excel(GEWOON), "/etc/passwd", b"x"),
    "entities": lambda: met_deel(
        excel(GEWOON), "xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'
    ),
    "other letters": lambda: met_deel(excel(GEWOON), "xl/workbook.xml", "<x/>".encode("utf-16")),
    "no sheet": lambda: met_deel(excel(GEWOON), "xl/workbook.xml", b"<x/>"),
    "no package": lambda: b"PK\x03\x04" + os.urandom(500),
    "many columns": (";" * 1_000_000 + "x\n").encode,
    "huge cell": lambda: b"sleutel\n" + b'"' + b"x" * 5_000_000,
    "many rows": lambda: b"sleutel\n" + b"x\n" * 60_000,
    "nothing": lambda: b"\r\n\0\0 ",
    "too large": lambda: b"x" * (11 * 1024 * 1024),
}


@pytest.mark.parametrize("soort", AANVAL)
def test_a_hostile_file_is_refused_with_a_sentence(soort: str) -> None:
    with pytest.raises(BestandNietTeLezen):
        lees_tabel(AANVAL[soort]())


def test_a_formula_is_never_computed_and_types_become_what_somebody_would_type() -> None:
    tabel = lees_tabel(excel([["a", "b", "c", "d", "e"], ["=1+1", date(2026, 1, 2), 12.5, 42, True]]))
    assert tabel[1] == (2, ["=1+1", "2026-01-02", "12,5", "42", "ja"])
    assert veilige_tekst("=1+1") == "'=1+1"


@pytest.mark.parametrize("soort", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_the_letters_and_signs_of_any_spreadsheet_are_understood(soort: str, teken: str) -> None:
    uit = io.StringIO()
    csv.writer(uit, delimiter=teken).writerows([["sleutel", "naam"], ["1", "Zoë Müller"]])
    assert lees_tabel(uit.getvalue().encode(soort)) == [(1, ["sleutel", "naam"]), (2, ["1", "Zoë Müller"])]


def test_headings_that_are_missing_or_unknown_are_a_fault_of_the_file(gedeeld: Stad) -> None:
    tabellen = bestanden(gedeeld)
    zonder = [{"sleutel": "INW-1", "naam": "de Wit"}]
    vreemd = [rij | {"diagnose": "x"} for rij in tabellen["organisaties"]]
    blad = getoetst(gedeeld, {"inwoners": zonder, "organisaties": vreemd})
    assert sorted((fout.soort, fout.rij, fout.wat) for fout in blad.fouten) == [
        ("inwoners", 0, "De kolom 'gemeente' ontbreekt."),
        ("organisaties", 0, "De kolom 'diagnose' kennen wij niet."),
    ]
    ander = als_csv(tabellen["inwoners"]).replace(b"geboortedatum", b"Geboorte datum", 1).replace(b"naam", b" NAAM ", 1)
    assert getoetst(gedeeld, {"inwoners": ander}).fouten == []
    for inhoud, wat in (
        (als_csv(tabellen["organisaties"]), "Dit is een ander bestand. Het lijkt op organisaties."),
        (als_csv(tabellen["inwoners"]).split(b"\r\n", 1)[1], "Wij zien geen rij met kolomnamen."),
        (b"Beste collega, hierbij de lijst.\nGroet", "Wij zien geen rij met kolomnamen."),
    ):
        fout, *gevolgen = getoetst(gedeeld, {"inwoners": inhoud, "besluiten": tabellen["besluiten"]}).fouten
        assert {deel.gevolg for deel in gevolgen} == {True}
        assert f"{fout.wat} {fout.waarom}".startswith(wat)


def test_what_the_template_lists_can_be_filled_in_as_code_as_name_or_as_both(gedeeld: Stad) -> None:
    rij = bestanden(gedeeld)["inwoners"][0]
    with alles_van(gedeeld):
        naam = omgeving_van(gedeeld.regio, OP).gemeenten[gedeeld.centrum]
    for zo in (gedeeld.centrum, naam, f"{gedeeld.centrum} ({naam})"):
        (gelezen,) = getoetst(gedeeld, {"inwoners": [rij | {"gemeente": zo}]}).alle
        assert (gelezen.fouten, gelezen.waarden["gemeente"]) == ([], gedeeld.centrum)
