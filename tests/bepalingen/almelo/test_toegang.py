"""The way in: local first, then Cimot; where somebody lives; who directs."""

from __future__ import annotations

import pytest

from voordeur.regels.routes import kies_route


def _stappen(regeling, melder: str, vorm: str = "") -> list[str]:
    route = kies_route(regeling.routes, voorziening="BW", melder=melder, leveringsvorm=vorm)
    return [deel.id for deel in route.waarde]


@pytest.mark.bepaling("almelo/lokaal-eerst")
@pytest.mark.parametrize("melder", ["inwoner", "gemeente"])
def test_local_support_comes_before_a_request_to_cimot(regeling, melder: str) -> None:
    assert _stappen(regeling, melder)[:3] == ["lokaal", "clientondersteuning", "aanvraag"]
    uitkomst = kies_route(regeling.routes, voorziening="BW", melder=melder)
    assert uitkomst.stappen[0].gronden == ("almelo/lokaal-eerst",)


@pytest.mark.bepaling("almelo/lokaal-eerst")
def test_bw_is_requested_only_when_local_support_falls_short(toets) -> None:
    assert toets("aanvraag-beschermd-wonen", {"lokaal_bekeken": True, "niet_genoeg": True}).voldaan == "ja"
    assert toets("aanvraag-beschermd-wonen", {"lokaal_bekeken": True, "niet_genoeg": False}).voldaan == "nee"
    assert toets("aanvraag-beschermd-wonen", {"lokaal_bekeken": True}).voldaan == "onbekend"


@pytest.mark.bepaling("almelo/toegang-cimot")
def test_cimot_decides_by_mandate_and_looks_for_a_place_with_the_client(regeling, bevoegd) -> None:
    assert (bevoegd("toegang.indicatie").soort, bevoegd("toegang.besluit").wie) == ("mandaat", "Cimot")
    assert bevoegd("plaatsing").voorwaarde == "samen met de cliënt"
    assert [stap for stap in _stappen(regeling, "inwoner") if stap in ("indicatie", "plaats")] == [
        "indicatie",
        "plaats",
    ]


@pytest.mark.bepaling("almelo/mandaat")
def test_contracting_and_checking_quality_are_mandated_to_almelo(bevoegd) -> None:
    for handeling in ("contractering", "kwaliteit.toetsen"):
        assert (bevoegd(handeling).soort, bevoegd(handeling).wie) == ("mandaat", "centrumgemeente")


@pytest.mark.bepaling("almelo/mandaat")
@pytest.mark.parametrize("handeling", ["preventie.afspreken", "nazorg.afspreken", "zorg.ontwikkelen"])
def test_prevention_aftercare_and_development_are_agreed_by_the_six_together(bevoegd, handeling: str) -> None:
    assert bevoegd(handeling).soort == "samen"
    assert bevoegd(handeling).voorwaarde == "elke gemeente mag eigen accenten leggen"


@pytest.mark.bepaling("almelo/regie")
def test_cimot_directs_after_the_indication_and_disputes_put_the_client_first(regeling, bevoegd) -> None:
    assert bevoegd("casus.regie").wie == "Cimot"
    assert bevoegd("indicatie.geschil").voorwaarde == "het belang van de cliënt gaat voor"
    stappen = _stappen(regeling, "inwoner")
    assert stappen.index("regie") > stappen.index("indicatie")


@pytest.mark.bepaling("almelo/plaats-nabij")
def test_a_place_is_near_the_own_network_unless_there_is_a_reason(toets) -> None:
    nabij = {"omgeving_belast": False, "aanbieder_past_beter": False}
    assert toets("plaats-elders", nabij).voldaan == "nee"
    assert toets("plaats-elders", {**nabij, "omgeving_belast": True}).voldaan == "ja"
    assert toets("plaats-elders", {**nabij, "aanbieder_past_beter": None}).voldaan == "onbekend"


@pytest.mark.bepaling("almelo/plaats-nabij")
def test_the_chance_of_success_is_examined_before_the_indication(regeling) -> None:
    stappen = _stappen(regeling, "gemeente")
    assert stappen.index("aanvraag") < stappen.index("kans") < stappen.index("indicatie")


@pytest.mark.bepaling("almelo/warme-overdracht")
def test_the_municipality_of_origin_hands_running_care_over(regeling, bevoegd) -> None:
    assert bevoegd("overdracht.instroom").wie == "gemeente van herkomst"
    stappen = _stappen(regeling, "inwoner")
    assert stappen.index("indicatie") < stappen.index("plaats") < stappen.index("overdracht")


@pytest.mark.bepaling("almelo/landelijk")
def test_somebody_from_elsewhere_is_heard_and_assessed_and_gets_no_place_at_once(regeling, bevoegd, toets) -> None:
    assert _stappen(regeling, "buiten de regio") == ["wens", "beoordeling", "besluit"]
    besluit = bevoegd("landelijk.besluit")
    assert besluit.wie == "de gemeente die beoordeelt"
    assert "geen recht op een plek meteen" in besluit.voorwaarde
    feiten = {"wens": True, "zorginhoud": True, "overleg": True}
    assert toets("landelijk", feiten).ontbreekt == ("participatie",)
    assert toets("landelijk", {**feiten, "participatie": True}).voldaan == "ja"
    assert toets("landelijk", {**feiten, "overleg": False}).niet_voldaan == ("overleg",)


@pytest.mark.bepaling("almelo/terugval")
def test_after_a_relapse_care_is_scaled_up_in_place_or_in_bw(regeling) -> None:
    route = kies_route(regeling.routes, voorziening="BW", melder="uitgestroomde cliënt")
    assert [(deel.id, deel.wie) for deel in route.waarde] == [("ter-plekke", "gemeente"), ("beschermd-wonen", "Cimot")]
    assert route.stappen[0].gronden == ("almelo/terugval",)
    assert _stappen(regeling, "uitgestroomde cliënt", "ter plekke") == ["ter-plekke"]
    assert _stappen(regeling, "uitgestroomde cliënt", "beschermd wonen") == ["beschermd-wonen"]


def test_case_managers_of_cimot_keep_contact_with_clients(momenten, bevoegd) -> None:
    assert bevoegd("casemanagement").wie == "casemanagers van het Cimot"
    (contact,) = momenten("casemanager")
    assert contact.uiterlijk is None


@pytest.mark.bepaling("almelo/netwerk")
def test_the_network_is_involved_when_it_helps_and_the_client_wants_it(toets) -> None:
    assert toets("netwerk", {"positief": True, "gewenst": True}).voldaan == "ja"
    assert toets("netwerk", {"positief": True, "gewenst": False}).voldaan == "nee"


def test_every_client_is_told_of_independent_support(toets) -> None:
    assert toets("clientondersteuning", {"gewezen": True}).voldaan == "ja"
    assert toets("clientondersteuning", {}).ontbreekt == ("gewezen",)
