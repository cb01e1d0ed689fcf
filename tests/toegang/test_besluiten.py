"""The decision: by four eyes, on known facts, with a reason to depart from the rules, and a letter that says all."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.brieven.lezen import bevat
from tests.database import vernietig
from tests.stad import Stad
from tests.toegang.test_melden import brief_van
from tests.toegang.weg import OP, afwijzing, breng_tot, toekenning, vers, voorstel_van
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.actions import wijzig
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.handeling import Gedaan
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken
from voordeur.toegang.actions import beantwoord_criteria, bereid_besluit_voor, neem_besluit, stuur_terug
from voordeur.toegang.fouten import NogOnbekend, OnvolledigVoorstel, RedenOntbreekt
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import besluiten, geldend_besluit, kijk, te_plaatsen
from voordeur.toegang.views import waarom

Bouw = Callable[[str], Stad]


def bereid(stad: Stad, dossier: Dossier, voorstel: Any) -> Besluit:
    dossier = vers(stad, dossier)
    besluit: Besluit = bereid_besluit_voor(
        stad.als("consulent"), dossier, voorstel, versie=dossier.versie, op=OP
    ).object
    return besluit


def onbekend_dossier(stad: Stad) -> Dossier:
    """Ready for a decision, with one criterion still unknown."""
    dossier = breng_tot(stad, "besluit")
    open_ = {"all-inclusive": {1: True, 2: True, 3: None, 4: True}, "modulair": {1: False}}
    return beantwoord_criteria(stad.als("consulent"), dossier, open_, versie=dossier.versie, op=OP).object


def nee_dossier(stad: Stad) -> Dossier:
    dossier = breng_tot(stad, "besluit")
    nee = {"all-inclusive": {1: False}, "modulair": {1: False}}
    return beantwoord_criteria(stad.als("consulent"), dossier, nee, versie=dossier.versie, op=OP).object


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_a_grant_is_proven_and_comes_out_the_same_again(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("consulent")):
        bewijzen = list(Rekenbewijs.objects.all())
        besluit = besluiten(dossier).get()
        assert [herbereken(bewijs).gelijk for bewijs in bewijzen] == [True] * len(bewijzen)
        assert all(bewijs.feiten == {} and bewijs.feiten_van.startswith("gegeven:") for bewijs in bewijzen)
        assert besluit.bewijs in [bewijs.pk for bewijs in bewijzen]
        assert geldend_besluit(dossier, date(2026, 4, 1)) == besluit
        assert geldend_besluit(dossier, date(2028, 4, 1)) is None
        assert list(te_plaatsen(hier.als("consulent"))) == [besluit]
    assert not besluit.wijkt_af


def test_once_the_key_is_destroyed_a_proof_says_that_it_cannot_be_computed(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("beheerder")):
        vernietig(hier.als("beheerder"), dossier.inwoner)
        uitslag = herbereken(Rekenbewijs.objects.get(regel="toegang.toets"))
    assert not uitslag.gelijk
    assert "vernietigd" in uitslag.reden


def test_four_eyes_who_prepares_does_not_sign(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    besluit = voorstel_van(hier, dossier)
    with pytest.raises(ZelfdePersoon):
        neem_besluit(hier.als("consulent"), besluit, op=OP)
    assert vers(hier, dossier).stap == "besluit"
    assert neem_besluit(hier.als("consulent2"), besluit, op=OP).object.genomen_op == OP


@pytest.mark.parametrize("wie", ["controller", "bestuurder", "buur", "aanbieder"])
def test_who_has_no_power_does_not_decide(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    with pytest.raises(GeenMandaat):
        neem_besluit(hier.als(wie), voorstel_van(hier, dossier), op=OP)


def test_a_decision_is_taken_once(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with pytest.raises(StapNietAanDeBeurt, match="al genomen"):
        neem_besluit(hier.als("consulent2"), voorstel_van(hier, dossier), op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="'plaatsing'"):
        bereid(hier, dossier, toekenning(hier))


def test_an_unknown_fact_is_never_a_no(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = onbekend_dossier(hier)
    with pytest.raises(NogOnbekend, match="intensieve begeleiding nodig"):
        bereid(hier, dossier, afwijzing(afwijking="Wij willen niet wachten."))
    with als(hier.als("consulent")):
        assert not Besluit.objects.filter(dossier=dossier).exists()


def test_granting_while_a_fact_is_unknown_needs_a_reason(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = onbekend_dossier(hier)
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier, toekenning(hier))
    assert bereid(hier, dossier, toekenning(hier, afwijking="Spoed: het is niet veilig.")).wijkt_af


@pytest.mark.parametrize(
    ("maak", "voorstel"),
    [
        (lambda stad: breng_tot(stad, "besluit"), lambda stad, **meer: afwijzing(**meer)),
        (lambda stad: breng_tot(stad, "besluit"), lambda stad, **meer: toekenning(stad, vorm="modulair", **meer)),
        (nee_dossier, toekenning),
    ],
    ids=["refuse a yes", "another form", "grant a no"],
)
def test_departing_from_the_rules_needs_a_reason(stad: Bouw, maak: Any, voorstel: Any) -> None:
    hier = stad("enschede")
    dossier = maak(hier)
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier, voorstel(hier))
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier, voorstel(hier, afwijking="  "))
    assert bereid(hier, dossier, voorstel(hier, afwijking="Haar zus woont daar.")).wijkt_af


def test_another_arrangement_than_the_table_needs_a_reason(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier, toekenning(hier, zwaarte="zwaar"))
    assert bereid(hier, dossier, toekenning(hier, zwaarte="zwaar", afwijking="Meer toezicht.")).wijkt_af


def test_an_arrangement_that_was_chosen_without_the_table_needs_a_reason(
    stad: Bouw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.toegang.weg.schaal_in", lambda _, dossier, *__, **___: Gedaan(dossier))
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(RedenOntbreekt):
        bereid(hier, dossier, toekenning(hier))
    assert bereid(hier, dossier, toekenning(hier, afwijking="Spoed: het is niet veilig.")).wijkt_af


@pytest.mark.parametrize(
    ("regeling", "velden", "veld"),
    [
        ("enschede", {"strekking": "misschien"}, "strekking"),
        ("enschede", {"motivering": " "}, "motivering"),
        ("enschede", {"vorm": "kasteel"}, "vorm"),
        ("enschede", {"van": None}, "van"),
        ("enschede", {"tot": date(2026, 3, 1)}, "tot"),
        ("enschede", {"arrangement": "een-op-een"}, "arrangement"),
        ("enschede", {"leveringsvorm": "pgb"}, "leveringsvorm"),
        ("drechtsteden", {"arrangement": ""}, "arrangement"),
        ("drechtsteden", {"tot": None}, "tot"),
        ("drechtsteden", {"zwaarte": "loodzwaar"}, "zwaarte"),
        ("enschede", {"strekking": "afwijzing"}, "in_plaats_daarvan"),
    ],
)
def test_a_proposal_says_everything_in_terms_of_the_agreement(
    stad: Bouw, regeling: str, velden: dict[str, Any], veld: str
) -> None:
    hier = stad(regeling)
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(OnvolledigVoorstel) as fout:
        bereid(hier, dossier, toekenning(hier, **velden))
    assert fout.value.veld == veld


def test_where_the_agreement_names_no_duration_a_grant_may_have_no_end(stad: Bouw) -> None:
    hier = stad("enschede")
    assert bereid(hier, breng_tot(hier, "besluit"), toekenning(hier, tot=None)).periode.upper is None


def test_facts_stand_still_while_a_decision_waits_for_its_signature(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    with pytest.raises(StapNietAanDeBeurt, match="terugsturen"):
        beantwoord_criteria(hier.als("consulent"), dossier, {}, versie=dossier.versie, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="terugsturen"):
        bereid(hier, dossier, toekenning(hier))


def test_what_is_sent_back_can_be_prepared_again(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "voorbereid")
    eerste = voorstel_van(hier, dossier)
    with pytest.raises(OnvolledigVoorstel, match="waarom"):
        stuur_terug(hier.als("teamleider"), eerste, " ", op=OP)
    assert stuur_terug(hier.als("teamleider"), eerste, "De einddatum klopt niet.", op=OP).object.ingetrokken_op == OP
    tweede = bereid(hier, dossier, toekenning(hier))
    assert tweede.nummer != eerste.nummer
    with pytest.raises(StapNietAanDeBeurt, match="teruggestuurd"):
        neem_besluit(hier.als("teamleider"), eerste, op=OP)
    neem_besluit(hier.als("teamleider"), tweede, op=OP)


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_the_letter_says_what_why_by_which_article_and_how_to_object(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    pdf = brief_van(hier, breng_tot(hier, "genomen"), "besluit")
    for zin in (
        "U krijgt beschermd wonen vanaf 1 april 2026 tot en met 31 maart 2028.",
        "Dag en nacht toezicht is nodig.",
        "Wmo 2015, artikel 2.3.5 lid 4",
        "is de inwoner 18 jaar of ouder",
        hier.regeling.titel,
        "13 april 2026. Stuurt u een brief?",
        "Bel dan met Consulent",
        "Teamleider",
        f"college van burgemeester en wethouders van {hier.regeling.gemeenten_op(OP)[hier.gemeente].naam}",
    ):
        assert bevat(pdf, zin), zin
    assert not bevat(pdf, "modulair")


def test_a_departure_stands_in_the_letter_with_its_reason(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    voorstel = bereid(hier, dossier, afwijzing(afwijking="Zij woont al bij haar zus."))
    neem_besluit(hier.als("teamleider"), voorstel, op=OP)
    pdf = brief_van(hier, dossier, "besluit")
    for zin in ("U krijgt geen beschermd wonen.", "Zij woont al bij haar zus.", "U krijgt begeleiding thuis."):
        assert bevat(pdf, zin), zin
    dossier = vers(hier, dossier)
    assert (dossier.stap, dossier.afgesloten_op) == ("afgesloten", OP)


def test_without_criteria_the_letter_says_that_it_is_a_judgement(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "genomen")
    assert bevat(brief_van(hier, dossier, "besluit"), "De regels van de regio noemen geen eigen criteria.")
    with als(hier.als("consulent")):
        assert besluiten(dossier).get().bewijs is None


def test_the_municipality_of_the_resident_is_told_without_facts(stad: Bouw) -> None:
    hier = stad("enschede")
    breng_tot(hier, "genomen")
    breng_tot(hier, "genomen", college_code=hier.centrum)
    with als(hier.als("consulent")):
        (bericht,) = Bericht.objects.filter(soort="besluit-bericht")
    inhoud = json.loads(inhoud_van(bericht))
    assert bericht.aan == f"college {hier.gemeente}"
    assert set(inhoud) == {"dossier", "besluit", "strekking", "genomen_op", "van", "tot"}


def test_the_page_shows_the_outcome_on_the_facts_of_the_decision_whatever_is_learned_later(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    wie = hier.als("consulent")
    with als(wie):
        toen = waarom(kijk(dossier), OP)["conclusie"]
        identiteit = dict(kijk(dossier).identiteit)
    wijzig(wie, dossier.inwoner, "identiteit", identiteit | {"geboortedatum": "2015-01-01"}, op=OP)
    with als(wie):
        assert waarom(kijk(dossier), OP)["conclusie"] == toen


def test_a_grant_does_not_begin_before_the_report(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(OnvolledigVoorstel, match="voor de melding van"):
        bereid(hier, dossier, toekenning(hier, van=date(1800, 1, 1)))
