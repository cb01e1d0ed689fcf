"""Social return by an agreement that nobody has seen: other groups, another threshold, another share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.sroi import VELDEN, Inzet, Meenemen, Sroi, Sroigroep, Sroiregel, bereken_sroi
from voordeur.regels.uitkomst import Stap, Uitkomst

GROEPEN = (
    Sroigroep("werkzoekend", "Werkzoekenden", "fte_jaar", ("x/groep",), Decimal(12000), looncompensatie=True),
    Sroigroep("leerling", "Leerlingen", "fte_jaar", ("x/groep",), Decimal(6000)),
    Sroigroep("rekening", "Rekeningen", "factuur", ("x/factuur",)),
    Sroigroep("dagdeel", "Dagdelen", "dagdeel", ("x/dagdeel",), Decimal(150)),
    Sroigroep("plek", "Plekken", "plek_jaar", ("x/plek",), Decimal(1000)),
)
REGEL = Sroiregel(Decimal("50000"), Decimal("0.02"), ("x/sroi",), GROEPEN, Meenemen(("x/mee",)))


def euro(bedrag: str) -> Decimal:
    return Decimal(bedrag)


def sroi(
    inzet: Any = (), contract: str = "900000", jaar: str = "300000", mee: str = "0.00", regel: Sroiregel = REGEL
) -> Uitkomst[Sroi]:
    return bereken_sroi(
        regel, contractwaarde=euro(contract), jaarwaarde=euro(jaar), meegenomen=euro(mee), inzet=list(inzet)
    )


def waarde_van(inzet: Inzet) -> str:
    return str(sroi([inzet]).waarde.gerealiseerd)


def test_a_year_with_a_shortfall_in_full() -> None:
    inzet = Inzet("werkzoekend", fte=euro("0.5"), maanden=6, looncompensatie=euro("1000"))
    uitkomst = sroi([inzet, Inzet("rekening", bedrag=euro("499.99"))], mee="100.00")
    assert uitkomst.waarde == Sroi(euro("6000.00"), euro("2599.99"), euro("3400.01"), euro("0.00"))
    verplicht = {"aandeel": "0.02", "jaarwaarde": "300000", "bedrag": "6000.00"}
    mensen = {"groep": "Werkzoekenden", "bruto": "3000.00", "looncompensatie": "1000.00", "waarde": "2000.00"}
    rekening = {"groep": "Rekeningen", "bruto": "499.99", "looncompensatie": "0.00", "waarde": "499.99"}
    saldo = {"verplichting": "6000.00", "gerealiseerd": "2599.99", "meegenomen": "100.00", "tekort": "3400.01"}
    assert uitkomst.stappen == (
        Stap("sroi.verplichting", verplicht, ("x/sroi",)),
        Stap("sroi.inzet", mensen, ("x/groep",)),
        Stap("sroi.inzet", rekening, ("x/factuur",)),
        Stap("sroi.saldo", saldo, ("x/sroi",)),
    )


def test_what_is_above_the_duty_goes_to_the_next_year() -> None:
    uitkomst = sroi([Inzet("rekening", bedrag=euro("7000.50"))])
    assert uitkomst.waarde == Sroi(euro("6000.00"), euro("7000.50"), euro("0.00"), euro("1000.50"))
    assert str(uitkomst.waarde.tekort) == "0.00"
    assert uitkomst.stappen[2] == Stap("sroi.meenemen", {"meenemen": "1000.50"}, ("x/mee",))


@pytest.mark.parametrize(
    ("inzet", "mee", "tekort", "meenemen"),
    [
        ("5999.99", "0.00", "0.01", "0.00"),
        ("6000.00", "0.00", "0.00", "0.00"),
        ("6000.01", "0.00", "0.00", "0.01"),
        ("500.00", "6200.00", "0.00", "500.00"),
        ("500.00", "5700.00", "0.00", "200.00"),
        ("0.00", "9000.00", "0.00", "0.00"),
    ],
)
def test_only_effort_of_this_year_is_carried_on(inzet: str, mee: str, tekort: str, meenemen: str) -> None:
    waarde = sroi([Inzet("rekening", bedrag=euro(inzet))], mee=mee).waarde
    assert (str(waarde.tekort), str(waarde.meenemen)) == (tekort, meenemen)


def test_an_agreement_without_carrying_over_says_so_only_when_it_is_needed() -> None:
    zonder = replace(REGEL, meenemen=None)
    assert sroi([Inzet("rekening", bedrag=euro("6000"))], regel=zonder).waarde.meenemen == 0
    with pytest.raises(RegelOntbreekt) as fout:
        sroi([Inzet("rekening", bedrag=euro("6000.01"))], regel=zonder)
    assert fout.value.wat == "sroi-regel voor het meenemen naar een volgend jaar"


@pytest.mark.parametrize(
    ("contract", "plicht"), [("49999.99", "0.00"), ("50000.00", "6000.00"), ("50000.01", "6000.00")]
)
def test_the_duty_starts_at_the_threshold_itself(contract: str, plicht: str) -> None:
    assert str(sroi(contract=contract).waarde.verplichting) == plicht


def test_below_the_threshold_there_is_no_duty_and_all_effort_is_above_it() -> None:
    uitkomst = sroi([Inzet("plek", plekken=1)], contract="49999.99")
    assert uitkomst.waarde == Sroi(euro("0.00"), euro("1000.00"), euro("0.00"), euro("1000.00"))
    waarden = {"contractwaarde": "49999.99", "drempel": "50000"}
    assert uitkomst.stappen[0] == Stap("sroi.onder_drempel", waarden, ("x/sroi",))


def test_the_duty_is_rounded_half_up_to_the_cent() -> None:
    assert str(sroi(jaar="100000.25").waarde.verplichting) == "2000.01"
    assert str(sroi(jaar="100000.24").waarde.verplichting) == "2000.00"


@pytest.mark.parametrize(
    ("inzet", "waarde"),
    [
        (Inzet("leerling", fte=euro("1")), "6000.00"),
        (Inzet("leerling", fte=euro("0.333"), maanden=7), "1165.50"),
        (Inzet("leerling", fte=euro("0.00001"), maanden=1), "0.01"),
        (Inzet("leerling", fte=euro("0.000009"), maanden=1), "0.00"),
        (Inzet("leerling"), "0.00"),
        (Inzet("leerling", fte=euro("1"), looncompensatie=euro("500")), "6000.00"),
        (Inzet("werkzoekend", fte=euro("1"), looncompensatie=euro("11999.99")), "0.01"),
        (Inzet("werkzoekend", fte=euro("1"), looncompensatie=euro("12000.01")), "0.00"),
        (Inzet("dagdeel", dagdelen=3, personen=4), "1800.00"),
        (Inzet("dagdeel", dagdelen=3), "0.00"),
        (Inzet("dagdeel", personen=3), "0.00"),
        (Inzet("plek", plekken=2, maanden=5), "833.33"),
        (Inzet("plek"), "0.00"),
        (Inzet("rekening", bedrag=euro("12.34"), fte=euro("9"), plekken=9), "12.34"),
        (Inzet("rekening"), "0.00"),
    ],
)
def test_each_group_is_counted_in_its_own_way(inzet: Inzet, waarde: str) -> None:
    assert waarde_van(inzet) == waarde


def test_each_effort_is_rounded_before_they_are_added() -> None:
    derde = Inzet("plek", plekken=1, maanden=1)  # 83.333...
    assert str(sroi([derde, derde, derde]).waarde.gerealiseerd) == "249.99"


def test_a_group_that_is_not_there_is_refused() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        sroi([Inzet("plek"), Inzet("boot")])
    melding = "deze groep is er niet; wel: werkzoekend, leerling, rekening, dagdeel, plek"
    assert (fout.value.veld, fout.value.melding) == ("inzet[1].groep", melding)


def test_the_fields_of_each_way_of_counting() -> None:
    assert VELDEN == {
        "fte_jaar": ("fte", "maanden"),
        "factuur": ("bedrag",),
        "dagdeel": ("dagdelen", "personen"),
        "plek_jaar": ("plekken", "maanden"),
    }


centen = st.integers(0, 10**7).map(lambda aantal: Decimal(aantal) / 100)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(centen, max_size=4), centen, centen, centen)
def test_duty_shortfall_and_carry_balance(inzet: list[Decimal], extra: Decimal, mee: Decimal, jaar: Decimal) -> None:
    facturen = [Inzet("rekening", bedrag=bedrag) for bedrag in inzet]
    voor = sroi(facturen, jaar=str(jaar), mee=str(mee)).waarde
    na = sroi([*facturen, Inzet("rekening", bedrag=extra)], jaar=str(jaar), mee=str(mee)).waarde
    assert voor.gerealiseerd == sum(inzet) + mee
    assert voor.tekort == 0 or voor.verplichting - voor.gerealiseerd == voor.tekort
    assert 0 <= voor.meenemen <= sum(inzet)
    assert voor.tekort == 0 or voor.meenemen == 0
    assert na.tekort <= voor.tekort
    assert na.meenemen >= voor.meenemen
