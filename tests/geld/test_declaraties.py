"""A claim: checked against decision, stay, block and price; approved or refused by a person; once per block."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.geld.opzet import NU, begroting, blokverblijf, bouwer, contract, indexbegroting, verblijf
from tests.stad import Stad
from voordeur.aanbod.models import Contract
from voordeur.geld.actions import (
    dien_declaratie_in,
    keur_declaratie_goed,
    sluit_jaar,
    storneer,
    wijs_declaratie_af,
)
from voordeur.geld.fouten import AlGedeclareerd, DeclaratieKloptNiet, GeenReden, NietTeBerekenen
from voordeur.geld.models import Betaling, Declaratie
from voordeur.geld.queries import lasten_per_gemeente, waarom_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.perioden import half_open
from voordeur.kern.rekenbewijs import herbereken
from voordeur.regels.perioden import blok_van
from voordeur.verblijf.models import Plaatsing

PRIJS = Decimal("4266.59")


@pytest.fixture
def dorp(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("drechtsteden")
    contract(gebouwd, soort="inkoop")
    return gebouwd


def blok_voor(stad: Stad, dag: date) -> int:
    """The block before the one in which a day lies: the last that is over."""
    assert stad.regeling.perioden is not None
    return blok_van(stad.regeling.perioden, dag).waarde.nummer - 1


def blokdagen(stad: Stad, nummer: int) -> tuple[date, date]:
    assert stad.regeling.perioden is not None
    van = stad.regeling.perioden.start + timedelta(days=28 * (nummer - 1))
    return van, van + timedelta(days=27)


def dien_in(stad: Stad, plaatsing: Plaatsing, bedrag: Decimal = PRIJS, blok: int | None = None) -> Declaratie:
    nummer = blok_voor(stad, NU) if blok is None else blok
    gemaakt: Declaratie = dien_declaratie_in(stad.als("aanbieder"), plaatsing, blok=nummer, bedrag=bedrag, op=NU).object
    return gemaakt


def oordelen(stad: Stad, declaratie: Declaratie) -> dict[str, bool]:
    with als(bouwer(stad)):
        bewijs = Rekenbewijs.objects.get(pk=declaratie.bewijs)
    return {deel["onderwerp"]: deel["klopt"] for deel in bewijs.waarde["controles"]}


def test_a_whole_block_costs_the_price_of_the_table_and_is_posted_at_the_municipality(dorp: Stad) -> None:
    indexbegroting(dorp)
    gedaan = dien_in(dorp, blokverblijf(dorp))
    assert (gedaan.verwacht, set(oordelen(dorp, gedaan).values())) == (PRIJS, {True})
    klaar = keur_declaratie_goed(dorp.als("controller"), gedaan, op=NU).object
    assert klaar.stand == "goedgekeurd"
    with als(bouwer(dorp)):
        assert lasten_per_gemeente(2026) == {dorp.gemeente: PRIJS}
    with als(dorp.als("aanbieder")):
        assert [(deel.soort, deel.bedrag) for deel in Betaling.objects.all()] == [("declaratie", PRIJS)]


def test_the_price_follows_the_index_figures_of_local_policy(dorp: Stad) -> None:
    indexbegroting(dorp)
    from voordeur.geld.models import Begroting

    with als(bouwer(dorp)):
        Begroting.objects.update(open_parameters={"tarieven.indexering.indexcijfer": "2018=0,10 " + " ".join(
            f"{jaar}=0" for jaar in range(2019, 2027)
        )})  # fmt: skip
    assert dien_in(dorp, blokverblijf(dorp)).verwacht == Decimal("4693.25")


def test_without_an_index_figure_the_claim_stops_with_the_reason_of_the_file(dorp: Stad) -> None:
    with pytest.raises(NietTeBerekenen, match=r"indexcijfer van 2018 ontbreekt .*noemt geen cijfers"):
        dien_in(dorp, blokverblijf(dorp))


def test_an_unknown_price_stops_the_claim(dorp: Stad) -> None:
    indexbegroting(dorp)
    with pytest.raises(NietTeBerekenen, match="zwaar is niet van toepassing"):
        dien_in(dorp, blokverblijf(dorp, arrangement="een-op-een", zwaarte="zwaar", huisvesting="incl"))


def test_a_block_that_is_partly_lived_in_costs_its_days_and_says_that_this_is_our_reading(dorp: Stad) -> None:
    indexbegroting(dorp)
    nummer = blok_voor(dorp, NU)
    van, _ = blokdagen(dorp, nummer)
    gedaan = dien_in(dorp, blokverblijf(dorp, van=van + timedelta(days=14)), Decimal("2133.30"))
    assert (gedaan.verwacht, set(oordelen(dorp, gedaan).values())) == (Decimal("2133.30"), {True})
    with als(dorp.als("aanbieder")):
        gevonden = waarom_van(gedaan.bewijs)
    assert gevonden is not None
    assert "declaratie.naar_dagen" in [stap.sleutel for stap in gevonden.uitkomst.stappen]


@pytest.mark.parametrize(
    ("anders", "bedrag", "fout"),
    [
        ({}, Decimal("4266.60"), {"bedrag"}),
        ({"van": NU}, PRIJS, {"plaatsing", "besluit", "bedrag"}),
        ({"besluit": None}, PRIJS, {"besluit", "bedrag"}),
        ({"besluit": (date(2024, 1, 1), date(2026, 2, 1))}, PRIJS, {"besluit", "bedrag"}),
    ],
    ids=["a cent more", "lived there later", "the decision was withdrawn", "the decision ended in the block"],
)
def test_what_does_not_match_is_kept_with_the_claim_and_nobody_can_approve_it(
    dorp: Stad, anders: dict[str, object], bedrag: Decimal, fout: set[str]
) -> None:
    indexbegroting(dorp)
    gedaan = dien_in(dorp, blokverblijf(dorp, **anders), bedrag)
    assert {onderwerp for onderwerp, klopt in oordelen(dorp, gedaan).items() if not klopt} == fout
    with pytest.raises(DeclaratieKloptNiet):
        keur_declaratie_goed(dorp.als("controller"), gedaan, op=NU)


def test_a_block_that_is_not_over_yet_does_not_match(dorp: Stad) -> None:
    indexbegroting(dorp)
    gedaan = dien_in(dorp, blokverblijf(dorp), blok=blok_voor(dorp, NU) + 1)
    assert not oordelen(dorp, gedaan)["periode"]


def test_a_block_is_claimed_once_unless_it_was_refused(dorp: Stad) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    eerste = dien_in(dorp, plaatsing)
    with pytest.raises(AlGedeclareerd):
        dien_in(dorp, plaatsing)
    with pytest.raises(GeenReden):
        wijs_declaratie_af(dorp.als("controller"), eerste, reden="", op=NU)
    wijs_declaratie_af(dorp.als("controller"), eerste, reden="De dagen kloppen niet.", op=NU)
    assert dien_in(dorp, plaatsing).pk != eerste.pk
    with als(dorp.als("aanbieder")):
        assert Declaratie.objects.get(pk=eerste.pk).reden == "De dagen kloppen niet."


def test_a_claim_is_assessed_once(dorp: Stad) -> None:
    indexbegroting(dorp)
    gedaan = dien_in(dorp, blokverblijf(dorp))
    keur_declaratie_goed(dorp.als("contractbeheerder"), gedaan, op=NU)
    with pytest.raises(StapNietAanDeBeurt):
        wijs_declaratie_af(dorp.als("controller"), gedaan, reden="Toch niet.", op=NU)


def test_only_the_provider_of_the_stay_claims_it_and_sees_it(dorp: Stad) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    with pytest.raises(GeenMandaat):
        dien_declaratie_in(dorp.als("andere_aanbieder"), plaatsing, blok=1, bedrag=PRIJS, op=NU)
    dien_in(dorp, plaatsing)
    with als(dorp.als("andere_aanbieder")):
        assert not Declaratie.objects.exists()
    with pytest.raises(GeenMandaat):
        keur_declaratie_goed(dorp.als("aanbieder"), dien_in(dorp, blokverblijf(dorp, nummer="2")), op=NU)


def test_an_agreement_that_does_not_pay_per_block_says_so(stad: Callable[[str], Stad]) -> None:
    elders = stad("enschede")
    with pytest.raises(NietTeBerekenen, match="betaalt niet per blok"):
        dien_declaratie_in(elders.als("aanbieder"), verblijf(elders), blok=1, bedrag=PRIJS, op=NU)


def test_the_proof_of_a_claim_comes_out_the_same_again(dorp: Stad) -> None:
    indexbegroting(dorp)
    gedaan = dien_in(dorp, blokverblijf(dorp))
    with als(bouwer(dorp)):
        bewijs = Rekenbewijs.objects.get(pk=gedaan.bewijs)
        assert herbereken(bewijs).gelijk
        assert "Wit" not in str(bewijs.feiten)


def test_a_claim_whose_stay_turned_out_shorter_is_not_paid(dorp: Stad) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    gedaan = dien_in(dorp, plaatsing)
    van, _ = blokdagen(dorp, gedaan.blok)
    with als(bouwer(dorp)):
        Plaatsing.objects.filter(pk=plaatsing.pk).update(periode=half_open(plaatsing.periode.lower, van))
    with pytest.raises(StapNietAanDeBeurt, match="intussen veranderd"):
        keur_declaratie_goed(dorp.als("controller"), gedaan, op=NU)


def test_a_claim_that_is_taken_back_in_the_books_is_refused_with_it_and_can_be_made_again(dorp: Stad) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    gedaan = keur_declaratie_goed(dorp.als("controller"), dien_in(dorp, plaatsing), op=NU).object
    storneer(dorp.als("controller"), gedaan.boeking, reden="Verkeerde bewoner.", op=NU)
    with als(bouwer(dorp)):
        assert lasten_per_gemeente(2026) == {dorp.gemeente: Decimal(0)}
        vers = Declaratie.objects.get(pk=gedaan.pk)
        assert (vers.stand, vers.reden) == ("afgekeurd", "Teruggeboekt: Verkeerde bewoner.")
        assert [deel.stand for deel in Betaling.objects.all()] == ["afgekeurd"]
    assert dien_in(dorp, plaatsing).pk != gedaan.pk


def test_a_claim_of_a_closed_year_is_booked_in_the_year_in_which_it_is_approved(dorp: Stad) -> None:
    indexbegroting(dorp)
    oud = begroting(dorp, 2025, open_parameters={})
    sluit_jaar(dorp.als("controller"), oud, op=NU)
    gedaan = dien_in(dorp, blokverblijf(dorp), blok=blok_voor(dorp, date(2025, 12, 1)))
    klaar = keur_declaratie_goed(dorp.als("controller"), gedaan, op=NU).object
    assert (klaar.boeking.jaar, klaar.boeking.betaling.jaar) == (2026, 2026)


def test_what_a_subsidy_pays_is_not_claimed_as_well(dorp: Stad) -> None:
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    with als(bouwer(dorp)):
        Contract.objects.update(soort="subsidie", dagprijs=Decimal("100.00"))
    with pytest.raises(NietTeBerekenen, match="al subsidie"):
        dien_in(dorp, plaatsing)
