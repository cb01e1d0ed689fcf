"""What is wrong with an agreement's file is said all at once, by field and by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from voordeur.regelingen.bestand import regelnummers
from voordeur.regelingen.controle import controleer
from voordeur.regelingen.laden import map_van_regelingen

KLEIN = """\
id = "proef"
naam = "Proef"
titel = "Proefregeling"
bron = "verzonnen"
versie = 2030-01-01

[bepalingen.art1]
vindplaats = "art. 1"
soort = "R"
kern = "De prijs is per nacht."
"""


def fouten_van(tekst: str, map_: Path) -> list[tuple[str, int | None, str]]:
    bestand = map_ / "proef.toml"
    bestand.write_text(tekst, "utf-8")
    return [(fout.veld, fout.regel, fout.melding) for fout in controleer(bestand)]


@pytest.mark.parametrize(
    "bestand", sorted(map_van_regelingen().glob("*/*-*-*.toml")), ids=lambda deel: deel.parent.name
)
def test_the_agreements_themselves_are_in_order(bestand: Path) -> None:
    assert controleer(bestand) == []


def test_the_smallest_agreement_has_no_rules_at_all(tmp_path: Path) -> None:
    assert fouten_van(KLEIN, tmp_path) == []


def test_all_faults_come_at_once_in_order_of_their_lines(tmp_path: Path) -> None:
    tekst = (
        KLEIN.replace('naam = "Proef"', "naam = 7") + 'onbekend = 1\n[[partijen]]\nnaam = "A"\ngrond = "proef/art9"\n'
    )
    velden = [(veld, regel) for veld, regel, _ in fouten_van(tekst, tmp_path)]
    assert velden == [("naam", 2), ("bepalingen.art1.onbekend", 11), ("partijen[0]", 12), ("partijen[0].grond", 14)]


def test_a_missing_field_gets_the_line_of_what_it_belongs_to(tmp_path: Path) -> None:
    assert fouten_van(KLEIN.replace('soort = "R"\n', ""), tmp_path) == [
        ("bepalingen.art1.soort", 7, "ontbreekt; kies uit 'R', 'W', 'D', 'V', 'K', 'B'")
    ]


def test_a_missing_field_of_the_head_has_no_line(tmp_path: Path) -> None:
    assert fouten_van(KLEIN.replace('titel = "Proefregeling"\n', ""), tmp_path) == [
        ("titel", None, 'ontbreekt; hier hoort tekst, zoals titel = "…"')
    ]


def test_a_ground_that_is_no_provision_is_refused(tmp_path: Path) -> None:
    (fout,) = fouten_van(KLEIN + '[[open]]\nnaam = "x"\nreden = "y"\ngrond = ["proef/art1", "proef/art2"]\n', tmp_path)
    assert fout[:2] == ("open[0].grond[1]", 14)
    assert "geen bepaling" in fout[2]


@pytest.mark.parametrize("grond", ["wmo/2.3.2-1", "awb/4:15", "atw/1"])
def test_a_known_article_of_law_is_a_ground(grond: str, tmp_path: Path) -> None:
    assert fouten_van(KLEIN + f'[[open]]\nnaam = "x"\nreden = "y"\ngrond = "{grond}"\n', tmp_path) == []


def test_an_unknown_article_of_law_is_refused(tmp_path: Path) -> None:
    (fout,) = fouten_van(KLEIN + '[[open]]\nnaam = "x"\nreden = "y"\ngrond = "wmo/99"\n', tmp_path)
    assert fout[0] == "open[0].grond"


def test_a_decimal_point_without_quotes_is_refused_because_it_is_not_exact(tmp_path: Path) -> None:
    tekst = KLEIN + '[sroi]\ndrempel = "1.00"\naandeel = 0.05\ngrond = "proef/art1"\n'
    assert [(veld, regel) for veld, regel, _ in fouten_van(tekst, tmp_path)] == [("sroi.aandeel", 13)]


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    plicht = '[[kalender]]\nid = "a"\nwat = "b"\nwie = "c"\nwanneer = { soort = "elk_jaar" }\ngrond = "proef/art1"\n'
    (fout,) = fouten_van(KLEIN + plicht * 2, tmp_path)
    assert fout == ("kalender[1].id", 18, "'a' komt twee keer voor")


def test_a_moment_says_what_it_needs(tmp_path: Path) -> None:
    plicht = '[[kalender]]\nid = "a"\nwat = "b"\nwie = "c"\nwanneer = { soort = "jaarlijks" }\ngrond = "proef/art1"\n'
    (fout,) = fouten_van(KLEIN + plicht, tmp_path)
    assert fout == ("kalender[0].wanneer", 15, "maand ontbreekt bij soort jaarlijks")


def test_an_impossible_date_is_a_fault_of_the_file(tmp_path: Path) -> None:
    (fout,) = fouten_van(KLEIN.replace("2030-01-01", "2030-02-30"), tmp_path)
    assert fout[:2] == ("", 5)


@pytest.mark.parametrize("inhoud", [b"id = ", b"\xff\xfe", b"{}"])
def test_a_file_that_is_no_toml_is_one_fault(inhoud: bytes, tmp_path: Path) -> None:
    bestand = tmp_path / "proef.toml"
    bestand.write_bytes(inhoud)
    (fout,) = controleer(bestand)
    assert "geen geldig TOML" in fout.melding


def test_lines_are_found_inside_lists_and_inline_tables() -> None:
    regels = regelnummers(
        b'a = 1\n[[x]]\nb = { c = 1 }\ne = [\n  { f = 1 },\n  { f = 2 },\n]\n[[x.y]]\nz = 1\n["q r"]\n'
    )
    assert regels["x[0].b.c"] == 3
    assert regels["x[0].e[1].f"] == 6
    assert regels["x[0].y[0].z"] == 9
    assert regels["q r"] == 10


ROUTE = """
[[producten]]
id = "thuis"
naam = "Thuis"
grond = "proef/art1"
[[toegang.vormen]]
id = "huis"
naam = "Huis"
criteria = ["Een."]
grond = "proef/art1"
[[termijnen]]
soort = "onderzoek-riet"
naam = "Onderzoek"
lengte = { weken = 4 }
vanaf = "de melding"
grond = "proef/art1"
[[routes]]
id = "weg"
naam = "Weg"
voorziening = "beschermd wonen"
melders = ["iedereen"]
grond = "proef/art1"
[[routes.stappen]]
id = "onderzoek"
wat = "Onderzoek."
wie = "loket"
door = "onderzoek"
termijn = "onderzoek-riet"
grond = "proef/art1"
[[routes.stappen]]
id = "besluit"
wat = "Besluit."
wie = "gemeente"
termijn = "nergens"
grond = "proef/art9"
"""


def test_what_a_newcomer_writes_wrong_is_told_with_what_would_be_right(tmp_path: Path) -> None:
    tekst = KLEIN.replace("versie = 2030-01-01", 'versie = "2030-01-01"') + ROUTE
    tekst += '[[partij]]\nnaam = "X"\n[tarieven]\neenheid = "dag"\ngrond = "proef/art1"\n'
    gezegd = {veld: melding for veld, _, melding in fouten_van(tekst, tmp_path)}
    for veld, raad in {
        "versie": "niet tussen aanhalingstekens",
        "toegang.vormen[0].id": "'huis' is geen product; zet het bij [[producten]]",
        "routes[0].voorziening": "wel: BT, BW, MO",
        "routes[0].stappen[0].termijn": "laat de naam eindigen op '-onderzoek'",
        "routes[0].stappen[1].termijn": "'nergens' is er niet; wel: ",
        "routes[0].stappen[1].grond": "zet [bepalingen.art9] in het bestand",
        "partij": "bedoelt u partijen?",
        "tarieven.eenheid": "schrijf [tarieven.eenheid] met: naam, dagen",
    }.items():
        assert raad in gezegd.get(veld, ""), (veld, gezegd)
    (fout,) = fouten_van("id = x\n", tmp_path)
    assert fout[2].endswith("zet tekst tussen aanhalingstekens")
