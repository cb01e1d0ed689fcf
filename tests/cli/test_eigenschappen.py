"""Sharing and the growth path against the same sum in exact fractions, for many made-up years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.hulp import met, vraag
from tests.cli.voorbeelden import KRIMP, VERREKEN_ENSCHEDE

RUSTIG = settings(max_examples=150, deadline=None, derandomize=True, database=None)
GEMEENTEN = ("0153", "0147", "1774", "0158", "0164", "1735", "0168", "0173")

centen = st.integers(0, 99_999_999_999_999)
gewichten = st.decimals(0, 10**9, places=6).map(lambda getal: f"{getal:f}") | st.sampled_from(
    ["0", "1", "0.1", "0.333333333333333333333333", "999999999999999999999999999999", "0.0000000000000000000000000001"]
)
sleutels = st.dictionaries(st.sampled_from(GEMEENTEN), gewichten, min_size=1).filter(
    lambda sleutel: any(Decimal(gewicht) for gewicht in sleutel.values())
)
fracties = st.decimals(0, 1, places=8).map(lambda getal: f"{getal:f}")


def als_bedrag(aantal: int) -> str:
    return f"{'-' if aantal < 0 else ''}{abs(aantal) // 100}.{abs(aantal) % 100:02}"


def grootste_rest(geheel: int, sleutel: dict[str, str]) -> dict[str, int]:
    """Whole units by weight; what is left goes one by one to the largest remainder, ties to the lowest code."""
    som = sum(Fraction(gewicht) for gewicht in sleutel.values())
    precies = {code: geheel * Fraction(gewicht) / som for code, gewicht in sleutel.items()}
    delen = {code: floor(deel) for code, deel in precies.items()}
    volgorde = sorted(sleutel, key=lambda code: (delen[code] - precies[code], code))
    for code in volgorde[: geheel - sum(delen.values())]:
        delen[code] += 1
    return delen


def half_op(waarde: Fraction) -> int:
    """To whole units, half away from zero."""
    return floor(abs(waarde) + Fraction(1, 2)) * (-1 if waarde < 0 else 1)


@RUSTIG
@given(bedrag=centen, sleutel=sleutels, tekort=st.booleans())
def test_shares_are_those_of_the_largest_remainder_and_add_up(
    bedrag: int, sleutel: dict[str, str], tekort: bool
) -> None:
    reserve = {"begin": "0.00", "plafond": "0.00"}
    resultaat = als_bedrag(-bedrag if tekort else bedrag)
    uitkomst = vraag(
        "verreken", "enschede", invoer=met(VERREKEN_ENSCHEDE, resultaat=resultaat, reserve=reserve, sleutel=sleutel)
    )
    delen = {code: als_bedrag(deel) for code, deel in grootste_rest(bedrag, sleutel).items()}
    assert uitkomst["bijdrage" if tekort else "uitkering"] == delen
    assert set(uitkomst["uitkering" if tekort else "bijdrage"].values()) == {"0.00"}


@RUSTIG
@given(
    resultaat=st.integers(-(10**12), 10**12),
    begin=st.integers(0, 10**12),
    plafond=st.integers(0, 10**12),
    maatregelen=st.integers(0, 10**12),
    inzetten=st.booleans(),
)
def test_no_cent_is_lost_between_result_reserve_and_municipalities(
    resultaat: int, begin: int, plafond: int, maatregelen: int, inzetten: bool
) -> None:
    uitkomst = vraag(
        "verreken",
        "enschede",
        invoer=met(
            VERREKEN_ENSCHEDE,
            resultaat=als_bedrag(resultaat),
            reserve={"begin": als_bedrag(begin), "plafond": als_bedrag(plafond)},
            maatregelen=als_bedrag(maatregelen),
            reserve_inzetten=inzetten,
        ),
    )
    naar, uit, eind = (Decimal(uitkomst[veld]) for veld in ("naar_reserve", "uit_reserve", "reserve_eind"))
    uitkering, bijdrage = (sum(map(Decimal, uitkomst[veld].values())) for veld in ("uitkering", "bijdrage"))
    assert eind == Decimal(als_bedrag(begin)) + naar - uit
    assert 0 <= eind <= Decimal(als_bedrag(plafond))
    assert min(naar, uit, uitkering, bijdrage) >= 0
    # money in is money out; what measures cover is neither
    gedekt = Decimal(als_bedrag(resultaat)) + uit - naar + bijdrage - uitkering
    assert -Decimal(als_bedrag(maatregelen)) <= gedekt <= 0
    if resultaat >= 0:
        assert gedekt == 0
    if uitkering and bijdrage:
        assert not inzetten


def verwachte_jaren(vraagstuk: dict[str, Any]) -> list[tuple[int, int, int]]:
    """Year, historic and objective amount of the region, as the model describes them."""
    voorraad, aandeel, wlz = vraagstuk["voorraad"], vraagstuk["aandeel"], Fraction(vraagstuk["wlz_uitname"])
    historisch, objectief = Fraction(aandeel["historisch"]), Fraction(aandeel["objectief"])
    jaren = []
    for jaar in range(vraagstuk["van"], vraagstuk["tot"] + 1):
        macro = Fraction(vraagstuk["macro"][str(jaar)])
        stap = jaar - voorraad["start"] - 1
        deel = Fraction(1) if stap < 0 else Fraction(voorraad["eerste"]) * Fraction(voorraad["factor"]) ** stap
        centrum = max(Fraction(0), deel * (macro + wlz) - wlz) if jaar < voorraad["einde"] else Fraction(0)
        plek = Fraction(jaar - aandeel["van"], aandeel["tot"] - aandeel["van"])
        regio = historisch + (objectief - historisch) * min(max(plek, Fraction(0)), Fraction(1))
        jaren.append((jaar, half_op(historisch * centrum), half_op(regio * macro - historisch * centrum)))
    return jaren


@RUSTIG
@given(
    macro=st.lists(centen.map(als_bedrag), min_size=1, max_size=6),
    wlz=centen.map(als_bedrag),
    start=st.integers(2018, 2030),
    eerste=fracties,
    factor=fracties,
    einde=st.integers(2018, 2030),
    aandelen=st.tuples(fracties, fracties),
    pad=st.tuples(st.integers(2015, 2030), st.integers(1, 12)),
)
def test_the_growth_path_is_that_of_the_model(
    macro: list[str],
    wlz: str,
    start: int,
    eerste: str,
    factor: str,
    einde: int,
    aandelen: tuple[str, str],
    pad: tuple[int, int],
) -> None:
    scenario = met(
        KRIMP,
        van=2020,
        tot=2019 + len(macro),
        wlz_uitname=wlz,
        macro={str(2020 + nummer): bedrag for nummer, bedrag in enumerate(macro)},
        voorraad={"start": start, "eerste": eerste, "factor": factor, "einde": einde},
        aandeel={"historisch": aandelen[0], "objectief": aandelen[1], "van": pad[0], "tot": pad[0] + pad[1]},
    )
    gegeven = vraag("verdeelmodel", invoer=scenario)["jaren"]
    for jaar, (nummer, historisch, objectief) in zip(gegeven, verwachte_jaren(scenario), strict=True):
        delen = grootste_rest(abs(objectief), scenario["sleutel"])
        teken = -1 if objectief < 0 else 1
        assert jaar["jaar"] == nummer
        assert jaar["regio"] == {
            "historisch": f"{historisch}.00",
            "objectief": f"{objectief}.00",
            "totaal": f"{historisch + objectief}.00",
        }
        for code, deel in delen.items():
            eigen = historisch if code == scenario["centrum"] else 0
            assert jaar["gemeenten"][code] == {
                "historisch": f"{eigen}.00",
                "objectief": f"{teken * deel}.00",
                "totaal": f"{eigen + teken * deel}.00",
            }
