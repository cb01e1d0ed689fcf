"""A report: the dossier, its route and its first term; who may report, and the letter that confirms it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, melding, vers
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.models import Burgerservicenummer
from voordeur.inwoner.queries import lees_bestand, opgeschreven
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import bevestig, meld
from voordeur.toegang.fouten import BriefKanNietWeg, KanNietBerekend
from voordeur.toegang.models import Document, Dossier, Klok
from voordeur.toegang.queries import waarom_klok

Bouw = Callable[[str], Stad]


def klok(stad: Stad, dossier: Dossier, soort: str) -> Klok:
    with als(stad.als("consulent")):
        return Klok.objects.select_related("dossier").get(dossier=dossier, soort=soort)


def test_a_report_opens_a_dossier_with_route_version_and_term(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = meld(hier.als("consulent"), melding(hier), op=OP).object
    assert (dossier.nummer, dossier.stap, dossier.route) == ("2026-0001", "melding", "gemeente")
    assert dossier.regeling_versie == hier.regeling.versie
    assert klok(hier, dossier, "onderzoek").uiterlijk == date(2026, 4, 13)


@pytest.mark.parametrize(
    ("regeling", "uiterlijk"), [("enschede", date(2026, 4, 7)), ("drechtsteden", date(2026, 4, 6))]
)
def test_the_term_of_the_law_moves_past_a_holiday_that_of_the_agreement_does_not(
    stad: Bouw, regeling: str, uiterlijk: date
) -> None:
    """Six weeks after 23 February 2026 is Easter Monday."""
    hier = stad(regeling)
    dossier = meld(hier.als("consulent"), melding(hier, ontvangen_op=date(2026, 2, 23)), op=OP).object
    deze = klok(hier, dossier, "onderzoek")
    assert deze.uiterlijk == uiterlijk
    with als(hier.als("consulent")):
        assert waarom_klok(deze).waarde.uiterlijk == uiterlijk


def test_who_lives_elsewhere_goes_by_the_national_route_with_its_own_term(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = meld(hier.als("consulent"), melding(hier, melder="buiten de regio"), op=OP).object
    assert dossier.route == "landelijk"
    assert klok(hier, dossier, "onderzoek").naam == "Onderzoek naar de beste plek in het land"


def test_a_reporter_that_the_agreement_does_not_know_is_refused_with_the_ones_it_does(stad: Bouw) -> None:
    hier = stad("enschede")
    with pytest.raises(KanNietBerekend, match="wel: zorgaanbieder, verwijzer, gemeente"):
        meld(hier.als("consulent"), melding(hier, melder="inwoner"), op=OP)
    with als(hier.als("consulent")):
        assert not Dossier.objects.exists()


def test_a_report_of_tomorrow_is_refused(stad: Bouw) -> None:
    hier = stad("enschede")
    with pytest.raises(StapNietAanDeBeurt, match="niet na vandaag"):
        meld(hier.als("consulent"), melding(hier, ontvangen_op=date(2026, 3, 3)), op=OP)


def test_a_bsn_that_cannot_be_one_leaves_nothing_behind(stad: Bouw) -> None:
    hier = stad("enschede")
    with pytest.raises(ValueError, match="klopt niet"):
        meld(hier.als("consulent"), melding(hier, bsn="123456789"), op=OP)
    with als(hier.als("consulent")):
        assert not Dossier.objects.exists()


@pytest.mark.parametrize("wie", ["aanbieder", "opvang"])
def test_an_organisation_reports_for_any_municipality_and_sees_only_what_it_reported(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    eigen = hier.aanbieder if wie == "aanbieder" else hier.andere_aanbieder
    opdracht = melding(
        hier, college_code=hier.andere_gemeente, melder="zorgaanbieder", aanbieder_id=eigen, bsn="123456782"
    )
    dossier = meld(hier.als(wie), opdracht, op=OP).object
    breng_tot(hier, "melding")
    with als(hier.als(wie)):
        assert [deel.nummer for deel in Dossier.objects.all()] == [dossier.nummer]
        assert opgeschreven(dossier.inwoner, van="")["identiteit"] == IDENTITEIT
        assert set(opgeschreven(dossier.inwoner, van=dossier.nummer)) == {"melding"}
        assert not Klok.objects.exists()
        assert not Burgerservicenummer.objects.exists()
    assert klok(hier, dossier, "onderzoek").start == OP


@pytest.mark.parametrize(
    ("wie", "anders"),
    [
        ("controller", {}),
        ("buur", {}),
        ("aanbieder", {}),
        ("andere_aanbieder", {"aanbieder_id": "aanbieder"}),
    ],
    ids=["another role", "another municipality", "a provider for nobody", "a provider for another"],
)
def test_who_may_not_report_is_refused_and_journaled(stad: Bouw, wie: str, anders: dict[str, str]) -> None:
    hier = stad("enschede")
    velden = {"aanbieder_id": getattr(hier, anders["aanbieder_id"])} if anders else {}
    with pytest.raises(GeenMandaat):
        meld(hier.als(wie), melding(hier, **velden), op=OP)
    with als(hier.als("consulent")):
        assert not Dossier.objects.exists()
        assert Journaalregel.objects.filter(handeling="toegang.melden", uitslag="geweigerd").count() == 1


def brief_van(stad: Stad, dossier: Dossier, soort: str) -> bytes:
    with als(stad.als("consulent")):
        document = Document.objects.select_related("dossier__inwoner").get(dossier=dossier, soort=soort)
        return lees_bestand(document.dossier.inwoner, document.inhoud)


def test_confirming_sends_a_letter_that_names_who_to_call(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    assert (dossier.stap, dossier.behandelaar, dossier.bevestigd_op) == ("onderzoek", hier.accounts["consulent"].pk, OP)
    pdf = brief_van(hier, dossier, "ontvangstbevestiging")
    for zin in (
        "13 april 2026",
        "Geachte mevrouw De Wit",
        "Bel dan met Consulent, telefoon 0123 456 789",
        "Lindelaan 12",
    ):
        assert bevat(pdf, zin), zin
    with als(hier.als("consulent")):
        (bericht,) = Bericht.objects.all()
        assert inhoud_van(bericht) == pdf
        assert "Wit" not in bericht.aan


def test_the_letter_of_the_centre_is_in_the_name_of_the_municipality_and_its_own_letter_is_not(stad: Bouw) -> None:
    hier = stad("enschede")
    zin = f"Namens het college van burgemeester en wethouders van {hier.regeling.gemeenten_op(OP)[hier.gemeente].naam}"
    van_centrum = breng_tot(hier, "onderzoek")
    assert bevat(brief_van(hier, van_centrum, "ontvangstbevestiging"), zin.removeprefix("Namens "))
    eigen = breng_tot(hier, "onderzoek", wie="lokaal")
    assert not bevat(brief_van(hier, eigen, "ontvangstbevestiging"), "Namens")


def test_who_has_no_address_gets_the_letter_by_hand(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek", identiteit={"naam": "de Wit"})
    assert bevat(brief_van(hier, dossier, "ontvangstbevestiging"), "Deze brief wordt persoonlijk overhandigd")


def test_a_letter_that_cannot_be_made_refuses_the_step_with_what_to_mend(stad: Bouw) -> None:
    hier = stad("enschede")
    lang = IDENTITEIT | {"adres": ["a", "b", "c", "d", "e", "f", "g"]}
    dossier = meld(hier.als("consulent"), melding(hier, identiteit=lang), op=OP).object
    with pytest.raises(BriefKanNietWeg, match="te lang voor het venster"):
        bevestig(hier.als("consulent"), dossier, versie=1, op=OP)
    assert vers(hier, dossier).stap == "melding"


def test_a_report_is_confirmed_once_and_by_who_saw_it_as_it_is(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = meld(hier.als("consulent"), melding(hier), op=OP).object
    bevestig(hier.als("consulent"), dossier, versie=1, op=OP)
    with pytest.raises(Gewijzigd):
        bevestig(hier.als("consulent2"), dossier, versie=1, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="'onderzoek'"):
        bevestig(hier.als("consulent2"), dossier, versie=2, op=OP)


def test_the_journal_holds_no_facts_of_the_person(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    wie: Actor = hier.als("consulent")
    with als(wie):
        alles = str(list(Journaalregel.objects.values()))
        assert Journaalregel.objects.filter(betreft=f"dossier {dossier.nummer}", uitslag="gedaan").count() == 7
    assert "Wit" not in alles
    assert "1994" not in alles
