"""What sounds the same is found, however it was typed; and what somebody is found by says nothing."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.inwoner.queries import noem, voluit
from voordeur.inwoner.zoeknaam import (
    VOORVOEGSELS,
    Geboren,
    kaal,
    klank,
    klanken,
    lees_geboren,
    sleuteldelen,
    vergelijk,
    vraagdelen,
)

ZELFDE = [
    "Müller Mueller Muller", "Yıldız Yildiz YILDIZ", "Šimić Simic", "Meijer Meyer Meier Mayer Maier",
    "Janssen Jansen Janszen", "Kuiper Kuijper Kuyper Cuyper", "Visscher Visser Fisser", "Dijkstra Dykstra",
    "Bosch Bos", "Smit Smid Smidt Smith", "Şahin Sahin Shahin Sjahin", "Bakker Backer", "Kok Cock Kock",
    "Ahmed Achmed", "Mohammed Mohamed", "Christiaan Kristian", "Thijs Tijs Tys", "Schouten Schauten",
]  # fmt: skip
ZELFDE_NAAM = [
    ("van der Meer", "Meer"), ("van der Meer", "Vandermeer"), ("'t Hart", "Hart"), ("el Amrani", "Elamrani"),
    ("Köhler", "Koehler"), ("Köhler", "Kohler"), ("Jansen-de Vries", "de Vries"), ("Jansen-de Vries", "Janssen"),
    ("Özdemir", "Oezdemir"), ("De", "de"),
]  # fmt: skip
LETTERS = st.text("abcdefghijklmnoprstuvwz", min_size=2, max_size=12)
NAMEN = LETTERS.filter(lambda naam: naam not in VOORVOEGSELS)
DAGEN = st.dates(date(1900, 1, 1), date(2026, 1, 1)).map(date.isoformat)
WIE = st.fixed_dictionaries({"naam": NAMEN, "voornaam": NAMEN, "geboortedatum": DAGEN})


@pytest.mark.parametrize("groep", ZELFDE)
def test_the_same_sound(groep: str) -> None:
    assert len({klank(naam) for naam in groep.split()}) == 1


@pytest.mark.parametrize(("een", "twee"), ZELFDE_NAAM)
def test_the_same_name(een: str, twee: str) -> None:
    assert klanken(een) & klanken(twee)


@pytest.mark.parametrize(
    ("een", "twee"), list(combinations(("Bakker", "Visser", "Yıldız", "de Wit", "Mulder", "Ng"), 2))
)
def test_other_names_stay_apart(een: str, twee: str) -> None:
    assert not klanken(een) & klanken(twee)


@given(LETTERS, st.integers(0, 11))
def test_case_marks_and_double_letters_make_no_difference(naam: str, plaats: int) -> None:
    plek = plaats % len(naam)
    dubbel = naam[:plek] + naam[plek] + naam[plek:]
    assert klank(naam) == klank(naam.upper()) == klank(dubbel) == klank(naam[:1] + "\u0301" + naam[1:])


@given(st.text(max_size=30))
def test_every_text_can_be_taken_and_a_name_always_has_a_key(naam: str) -> None:
    assert kaal(kaal(naam)) == kaal(naam)
    has_letter = any(teken.isalpha() for teken in unicodedata.normalize("NFKD", naam))
    assert not klanken(naam) or has_letter


@given(WIE, st.sampled_from(sorted(VOORVOEGSELS)), st.booleans())
def test_a_prefix_and_the_order_of_the_names_make_no_difference(wie: dict[str, str], voor: str, om: bool) -> None:
    anders = {**wie, "naam": f"{voor} {wie['naam']}"}
    if om:
        anders |= {"naam": wie["voornaam"], "voornaam": wie["naam"]}
    assert vraagdelen(anders) & sleuteldelen(wie)
    assert vergelijk(anders, wie) is not None


@given(WIE, st.sampled_from(["verwisseld", "maand", "jaar", "nooit"]))
def test_a_day_that_is_half_known_or_swapped_is_found(wie: dict[str, str], hoe: str) -> None:
    dag = Geboren(wie["geboortedatum"])
    anders = {"verwisseld": dag.verwisseld, "maand": dag.tekst[:7], "jaar": dag.tekst[:4], "nooit": ""}[hoe]
    if hoe == "verwisseld" and not anders:
        return
    zonder = {**wie, "geboortedatum": None, "geboren": anders}
    for een, twee in ((zonder, wie), (wie, zonder)):
        assert vraagdelen(een) & sleuteldelen(twee)
        assert vergelijk(een, twee) is not None


@given(WIE, WIE)
def test_nobody_is_like_another_who_is_not_found(een: dict[str, str], twee: dict[str, str]) -> None:
    if vergelijk(een, twee) is not None:
        assert vraagdelen(een) & sleuteldelen(twee)


ZIJ: dict[str, Any] = {"voornaam": "Sanne", "naam": "de Wit-Yıldız", "geboortedatum": "1994-03-04"}


@pytest.mark.parametrize(
    ("anders", "redenen"),
    [
        ({}, ("zelfde geboortedatum", "zelfde naam")),
        ({"naam": "Yildiz"}, ("zelfde geboortedatum", "naam lijkt op")),
        ({"naam": "Witte", "voornaam": "Sanne"}, ("zelfde geboortedatum", "voornaam lijkt op")),
        ({"naam": "Sanne", "voornaam": "Wit"}, ("zelfde geboortedatum", "voornaam en achternaam verwisseld")),
        ({"geboortedatum": "1994-04-03"}, ("dag en maand verwisseld", "zelfde naam")),
        ({"geboortedatum": "1994"}, ("zelfde geboortejaar, dag niet bekend", "zelfde naam")),
        ({"geboortedatum": "1994-01-01"}, ("zelfde geboortejaar, dag misschien geschat", "zelfde naam")),
        ({"naam": "Bakker", "geboortenaam": "Yıldız"}, ("zelfde geboortedatum", "naam lijkt op")),
        ({"geboortedatum": None}, ("geboortedatum niet bekend", "zelfde naam")),
    ],
)
def test_why_somebody_is_shown(anders: dict[str, Any], redenen: tuple[str, str]) -> None:
    gevonden = vergelijk({**ZIJ, **anders}, ZIJ)
    assert gevonden is not None
    assert gevonden.redenen == redenen


def test_another_day_or_only_a_first_name_and_a_year_is_too_little() -> None:
    assert vergelijk({**ZIJ, "geboortedatum": "1995-03-04"}, ZIJ) is None
    assert vergelijk({"voornaam": "Sanne", "naam": "Bakker", "geboortedatum": "1994"}, ZIJ) is None


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("4-3-1994", "1994-03-04"), ("04 03 1994", "1994-03-04"), ("1994-03-04", "1994-03-04"), ("1994", "1994"),
        ("3-1994", "1994-03"), ("00-03-1994", "1994-03"), ("0-0-1994", "1994"), ("1994-00-00", "1994"), ("", ""),
    ],
)  # fmt: skip
def test_a_day_of_birth_as_people_type_it(tekst: str, gelezen: str) -> None:
    assert lees_geboren(tekst).tekst == gelezen


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_a_sentence(tekst: str) -> None:
    try:
        gelezen = lees_geboren(tekst).tekst
    except ValueError as fout:
        zin = str(fout)
    else:
        zin = f"Vul {gelezen}"
    assert zin.startswith("Vul ")


@pytest.mark.parametrize(
    ("wie", "genoemd"),
    [
        ({"aanhef": "mevrouw", "naam": "de Wit", "voornaam": "Sanne"}, "mevrouw De Wit"),
        ({"aanhef": "mevrouw", "naam": "hooks", "voornaam": "bell"}, "mevrouw hooks"),
        ({"aanhef": "de heer", "naam": "'t Hart"}, "de heer 't Hart"),
        ({"aanhef": "de heer", "naam": "De"}, "de heer De"),
        ({"aanhef": "mevrouw", "naam": "de Wit", "roepnaam": "Sam de Wit"}, "Sam de Wit"),
        ({"naam": "Suharto"}, "Suharto"),
        ({}, "onbekende naam"),
    ],
)
def test_somebody_is_called_as_they_write_and_want_it(wie: dict[str, str], genoemd: str) -> None:
    assert noem(wie) == genoemd


def test_all_of_a_name_for_who_compares() -> None:
    wie = {"voornaam": "Sanne", "voorletters": "S.M.", "naam": "de Wit", "geboortenaam": "Yıldız"}
    assert voluit(wie) == "Sanne (S.M.) de Wit, geboren Yıldız"
    assert voluit({"naam": "Suharto"}) == "Suharto"
