"""Who takes part, for how long, and which text decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.laden import NietGeldig, geldig_op
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.rangorde import gaat_voor


@pytest.mark.bepaling("drechtsteden/partijen")
def test_twelve_municipalities_take_part_with_dordrecht_as_centre(regeling: Regeling) -> None:
    gemeenten = regeling.gemeenten_op(date(2017, 7, 17))
    assert sorted(partij.naam for partij in gemeenten.values()) == [
        "Alblasserdam", "Dordrecht", "Giessenlanden", "Gorinchem", "Hardinxveld-Giessendam", "Hendrik-Ido-Ambacht",
        "Leerdam", "Molenwaard", "Papendrecht", "Sliedrecht", "Zederik", "Zwijndrecht",
    ]  # fmt: skip
    assert regeling.centrumgemeente(date(2017, 7, 17)) == "0505"


@pytest.mark.bepaling("drechtsteden/partijen")
def test_four_merged_municipalities_give_way_to_two_on_1_january_2019(regeling: Regeling) -> None:
    voor, na = regeling.gemeenten_op(date(2018, 12, 31)), regeling.gemeenten_op(date(2019, 1, 1))
    assert {code: voor[code].opgegaan_in for code in voor.keys() - na.keys()} == {
        "0689": "1978", "1927": "1978", "0545": "1961", "0707": "1961",
    }  # fmt: skip
    assert {na[code].naam for code in na.keys() - voor.keys()} == {"Molenlanden", "Vijfheerenlanden"}
    assert len(na) == 10


@pytest.mark.bepaling("drechtsteden/partijen")
def test_seventeen_providers_signed_and_the_municipalities_keep_the_list(
    regeling: Regeling, bevoegd: Callable[..., Bevoegdheid]
) -> None:
    assert len([partij for partij in regeling.partijen if partij.soort == "aanbieder"]) == 17
    assert bevoegd("aanbiederslijst.beheren").wie == "de gemeenten"


@pytest.mark.bepaling("drechtsteden/volmacht")
def test_dordrecht_signs_by_power_of_attorney(bevoegd: Callable[..., Bevoegdheid]) -> None:
    tekenen = bevoegd("overeenkomst.tekenen")
    assert (tekenen.soort, tekenen.wie, tekenen.namens) == ("volmacht", "gemeente Dordrecht", "de gemeenten")


@pytest.mark.bepaling("drechtsteden/volmacht")
@pytest.mark.parametrize("handeling", ["toegang.indicatie", "toegang.besluit"])
def test_the_sociale_dienst_runs_access_and_issues_decisions(
    bevoegd: Callable[..., Bevoegdheid], handeling: str
) -> None:
    assert bevoegd(handeling).wie == "Sociale Dienst Drechtsteden"


@pytest.mark.bepaling("drechtsteden/rangorde")
def test_the_agreement_goes_before_the_purchasing_conditions_and_those_before_the_sector(regeling: Regeling) -> None:
    inkoop, branche = "algemene inkoopvoorwaarden van de Drechtsteden", "kwaliteitsvoorwaarden van de branche"
    assert regeling.rangorde is not None
    assert gaat_voor(regeling.rangorde, [branche, inkoop, "overeenkomst"]).waarde == "overeenkomst"
    assert gaat_voor(regeling.rangorde, [branche, inkoop]).waarde == inkoop


@pytest.mark.bepaling("drechtsteden/rangorde")
@pytest.mark.parametrize(
    "tekst",
    [
        "voorwaarden van de aanbieder",
        "artikel 8 van de algemene inkoopvoorwaarden",
        "artikel 23.1 tot en met 23.4 van de algemene inkoopvoorwaarden",
    ],
)
def test_conditions_of_a_provider_and_five_purchasing_articles_do_not_apply(regeling: Regeling, tekst: str) -> None:
    assert regeling.rangorde is not None
    with pytest.raises(OngeldigFeit, match="is uitgesloten"):
        gaat_voor(regeling.rangorde, ["overeenkomst", tekst])


@pytest.mark.bepaling("drechtsteden/duur")
def test_the_agreement_runs_to_30_december_2018_and_a_prolongation_is_said_to_be_assumed() -> None:
    _, tijdens = geldig_op("drechtsteden", date(2018, 12, 30))
    _, daarna = geldig_op("drechtsteden", date(2018, 12, 31))
    assert tijdens == ()
    assert [(gezet.sleutel, gezet.gronden) for gezet in daarna] == [
        ("regeling.verlenging_verondersteld", ("drechtsteden/duur",))
    ]


@pytest.mark.bepaling("drechtsteden/duur")
def test_a_prolongation_is_one_year_at_a_time(regeling: Regeling) -> None:
    assert parameter_op(regeling.parameters, regeling.open, "looptijd.verlenging", date(2018, 12, 31)).waarde == "1"


def test_the_agreement_does_not_hold_before_17_july_2017() -> None:
    with pytest.raises(NietGeldig, match="2017-07-17"):
        geldig_op("drechtsteden", date(2017, 7, 16))


@pytest.mark.bepaling("drechtsteden/toetreding")
def test_a_provider_joins_after_a_test_and_together_with_the_letter_of_intent(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig(
        "toetreding",
        "intentieovereenkomst", "eisen_overeenkomst", "eisen_intentieovereenkomst", "partijen_geinformeerd",
    )  # fmt: skip
    toelaten = bevoegd("contractering")
    assert (toelaten.wie, toelaten.namens) == ("de gemeenten", "alle partijen")


@pytest.mark.bepaling("drechtsteden/wijziging")
def test_a_spoken_change_has_no_force(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("wijziging", "overleg", "schriftelijk")
    alle_nodig("wijziging-bijlage", "vervangen")


def test_a_provider_above_the_salary_norm_does_not_meet_the_agreement(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("wnt", "norm")


@pytest.mark.bepaling("drechtsteden/geschil")
def test_the_scheme_for_disputes_is_not_made_up(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="Intentieovereenkomst"):
        parameter_op(regeling.parameters, regeling.open, "geschillenregeling", date(2018, 1, 1))


@pytest.mark.bepaling("drechtsteden/omzetting")
def test_running_indications_are_converted_once_on_17_july_2017(
    regeling: Regeling, plichtdagen: Callable[[str, int], list[date | None]]
) -> None:
    assert plichtdagen("omzetting", 2017) == [date(2017, 7, 17)]
    assert plichtdagen("omzetting", 2018) == []
    with pytest.raises(ParameterOpen, match="bijlage 8"):
        parameter_op(regeling.parameters, regeling.open, "omzetting.tabel", date(2017, 7, 17))


@pytest.mark.bepaling("drechtsteden/netwerk")
def test_the_network_meets_as_often_as_needed(plichtdagen: Callable[[str, int], list[date | None]]) -> None:
    assert plichtdagen("netwerk", 2018) == [None]


@pytest.mark.bepaling("drechtsteden/bijlagen")
def test_four_annexes_are_recorded_as_not_supplied(regeling: Regeling) -> None:
    stand = {afspraak.id: afspraak.stand for afspraak in regeling.afspraken}
    assert {stand[f"bijlage-{nummer}"] for nummer in (3, 4, 8, 9)} == {"niet_geleverd"}
