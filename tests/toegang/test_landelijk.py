"""Somebody of another region asks here, or somebody of here goes elsewhere; nobody is ever without a region."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.stad import Stad
from tests.toegang.wandel import loop, probeer, rij, zie
from tests.toegang.weg import OP, afwijzing, breng_tot, loop_de_weg, toekenning, vers, voorstel_van
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.rekenbewijs import herbereken
from voordeur.regelingen.landelijke_afspraken import landelijkregel_van
from voordeur.toegang.actions import bereid_besluit_voor, neem_besluit
from voordeur.toegang.actions.landelijk import Keuze, Weging, kies, meld_vertrek, raadpleeg, weeg
from voordeur.toegang.actions.overname import laat_los
from voordeur.toegang.actions.stappen import zet_stap
from voordeur.toegang.fouten_landelijk import GeenAndereRegio, NogNietGeaccepteerd, NogNietUitgezocht
from voordeur.toegang.models import Dossier, Klok, Landelijk, Uitvraag
from voordeur.toegang.queries import toets

Bouw = Callable[[str], Stad]
BUITEN = "buiten de regio"


def punten(stad: Stad) -> list[str]:
    return [punt.id for criterium in landelijkregel_van(stad.regeling).criteria for punt in criterium.punten]


def antwoorden(stad: Stad, keuze: str, **anders: str) -> dict[str, Any]:
    """The form of the weighing with one answer to every point."""
    basis = {"andere": "Verweggistad", "wens": "ja", "wens_tekst": "Mijn zus woont hier.", "besproken": "ja"}
    return basis | dict.fromkeys(punten(stad), keuze) | anders


def van_elders(stad: Stad, tot: str = "aanvraag") -> Dossier:
    return breng_tot(stad, tot, melder=BUITEN, college_code=stad.centrum)


def gevraagd(stad: Stad, keuze: str, tot: str = "aanvraag") -> Dossier:
    """Weighed with one answer to every point, and the origin asked."""
    dossier = van_elders(stad, tot)
    loop(stad, dossier, "landelijk/", **antwoorden(stad, keuze))
    loop(stad, dossier, "landelijk/raadplegen/", controle=False)
    return vers(stad, dossier)


@pytest.mark.bepaling("drechtsteden/landelijk")
def test_somebody_of_elsewhere_is_weighed_by_every_point_and_comes_here(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    assert punten(hier) == ["a", "b-i", "b-ii", "c-i", "c-ii", "c-iii", "c-iv", "c-v", "c-vi"]
    dossier = van_elders(hier, "besluit")
    tekst = zie(hier, dossier)
    assert "Deze regio is verantwoordelijk" in tekst
    assert "Weeg waar de hulp de meeste kans heeft" in tekst
    loop(hier, dossier, "landelijk/", **antwoorden(hier, "nee", **{"b-ii": "ja", "b-ii-tekst": "Haar zus helpt."}))
    loop(hier, dossier, "landelijk/raadplegen/", controle=False)
    with als(hier.als("consulent")):
        bericht = inhoud_van(Bericht.objects.get(soort="andere-regio")).decode()
        vraag = Uitvraag.objects.get(dossier=dossier)
        termijn = Klok.objects.get(dossier=dossier, soort="onderzoek")
    assert dossier.nummer in bericht
    assert "Wit" not in bericht
    assert "Sanne" not in bericht
    assert (vraag.stap, vraag.aan_soort, vraag.aan) == ("herkomst", "elders", "Verweggistad")
    assert termijn.naam == "Onderzoek naar de beste plek in het land"
    assert termijn.uiterlijk == OP + timedelta(weeks=6)
    loop(hier, dossier, "landelijk/reactie/", op="2026-03-02", akkoord="ja", toelichting="De collega vindt het goed.")
    velden = {
        "kans_bij": "hier",
        "motivering": "Haar netwerk is hier.",
        "betaler": "herkomst",
        "betaalt_tot": "2027-03-01",
    }
    tekst = loop(hier, dossier, "landelijk/kiezen/", **velden)
    assert "gemeente Verweggistad, tot en met 1 maart 2027" in tekst
    gevonden = rij(hier, Landelijk, dossier=dossier)
    assert (gevonden.kans_bij, gevonden.geaccepteerd_op, gevonden.akkoord) == ("hier", OP, True)
    with als(hier.als("consulent")):
        assert toets(vers(hier, dossier), OP).waarde.toegang == "ja"
        assert herbereken(Rekenbewijs.objects.get(pk=gevonden.bewijs)).gelijk
    dossier = loop_de_weg(hier, vers(hier, dossier))
    bereid_besluit_voor(hier.als("consulent"), dossier, toekenning(hier), versie=dossier.versie, op=OP)
    assert voorstel_van(hier, dossier).wijkt_af is False


def test_somebody_for_whom_the_origin_is_best_is_helped_here_until_it_took_over(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier, "nee", "besluit")
    loop(hier, dossier, "landelijk/reactie/", op="2026-03-02", akkoord="nee", toelichting="Wij nemen over.")
    tekst = loop(hier, dossier, "landelijk/kiezen/", kans_bij="elders", motivering="Alle hulp is daar.")
    assert "De andere regio heeft de inwoner nog niet geaccepteerd." in tekst
    assert "De inwoner krijgt intussen hier hulp en onderdak." in tekst
    with als(hier.als("consulent")):
        assert toets(vers(hier, dossier), OP).waarde.toegang == "nee"
        assert Uitvraag.objects.filter(dossier=dossier, stap="overname", beantwoord_op=None).exists()
    assert (
        "heeft de inwoner nog niet geaccepteerd"
        in probeer(hier, dossier, "landelijk/loslaten/", dag="2026-03-02").content.decode()
    )

    loop(hier, dossier, "landelijk/accepteren/", dag="2026-03-02")
    over = {"op": "2026-03-02", "contact": "J. Jansen, 0123 456789", "wat": "Plan en afspraken.", "toestemming": "ja",
            "begint_op": "2026-03-05"}  # fmt: skip
    loop(hier, dossier, "landelijk/overdragen/", **over)
    later = date(2026, 3, 5)
    vroeg = probeer(hier, dossier, "landelijk/loslaten/", vandaag=later, dag="2026-03-04")
    assert "De hulp daar begint op 5 maart 2026." in vroeg.content.decode()
    zonder = probeer(hier, dossier, "landelijk/loslaten/", vandaag=later, dag="2026-03-05")
    assert "Neem eerst het besluit." in zonder.content.decode()

    dossier = loop_de_weg(hier, vers(hier, dossier))
    bereid_besluit_voor(hier.als("consulent"), dossier, afwijzing(), versie=dossier.versie, op=OP)
    neem_besluit(hier.als("teamleider"), voorstel_van(hier, dossier), op=OP)
    tekst = zie(hier, dossier)
    assert "Deze regio blijft verantwoordelijk tot de hulp daar begint." in tekst
    assert "Laat de inwoner los" in tekst
    tekst = loop(hier, dossier, "landelijk/loslaten/", vandaag=later, dag="2026-03-05")
    assert "De andere regio heeft de inwoner overgenomen" in tekst


def test_an_unknown_point_is_never_a_reason_to_send_somebody_away(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier, "")
    antwoord = probeer(hier, dossier, "landelijk/kiezen/", kans_bij="elders", motivering="Daar is het beter.")
    assert antwoord.status_code == 422
    assert "U kunt nog niet voor de andere regio kiezen. Zoek eerst uit:" in antwoord.content.decode()
    assert "wat vindt de gemeente van herkomst" in antwoord.content.decode()


def test_without_an_answer_within_the_term_one_goes_on_and_may_remind_before(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = gevraagd(hier, "nee")
    velden = {"kans_bij": "elders", "motivering": "Alle hulp is daar."}
    laatste = OP + timedelta(weeks=6)
    assert probeer(hier, dossier, "landelijk/kiezen/", vandaag=laatste, **velden).status_code == 422
    loop(hier, dossier, "landelijk/raadplegen/", vandaag=laatste, controle=False)
    vraag = rij(hier, Uitvraag, dossier=dossier)
    assert (vraag.gevraagd_op, vraag.herinnerd_op) == (OP, laatste)
    na = laatste + timedelta(days=1)
    assert "Binnen de termijn kwam er geen antwoord." in zie(hier, dossier, "landelijk/kiezen/", vandaag=na)
    loop(hier, dossier, "landelijk/kiezen/", vandaag=na, **velden)
    assert rij(hier, Landelijk, dossier=dossier).kans_bij == "elders"


@pytest.mark.bepaling("enschede/landelijk")
def test_where_the_agreement_asks_it_one_says_who_pays_and_how_long(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier, "ja")
    velden = {"kans_bij": "hier", "motivering": "Haar zus woont hier."}
    antwoord = probeer(hier, dossier, "landelijk/kiezen/", **velden)
    assert antwoord.context["formulier"].errors["betaler"] == ["Spreek af wie er betaalt. Deze regio vraagt dat."]
    antwoord = probeer(hier, dossier, "landelijk/kiezen/", betaler="herkomst", **velden)
    assert list(antwoord.context["formulier"].errors) == ["betaalt_tot"]
    loop(hier, dossier, "landelijk/kiezen/", betaler="herkomst", betaalt_tot="2027-03-01", **velden)


@pytest.mark.bepaling("almelo/landelijk")
def test_an_agreement_with_two_criteria_asks_these_and_need_not_ask_the_origin(stad: Bouw) -> None:
    hier = stad("almelo")
    assert punten(hier) == ["zorginhoud", "participatie"]
    dossier = van_elders(hier, "onderzoek")
    loop(hier, dossier, "landelijk/", **antwoorden(hier, "nee", wens="nee"))
    loop(hier, dossier, "landelijk/kiezen/", kans_bij="elders", motivering="Daar is alle hulp.")
    assert rij(hier, Landelijk, dossier=dossier).kans_bij == "elders"


def op_weg_naar_elders(stad: Stad, tot: str = "onderzoek") -> Dossier:
    dossier = breng_tot(stad, tot)
    loop(stad, dossier, "landelijk/vertrek/", andere="Verweggistad", reden="Zij wil bij haar zus wonen.")
    return vers(stad, dossier)


def test_a_resident_of_here_goes_elsewhere_only_after_that_region_accepted(stad: Bouw) -> None:
    hier = stad("boce")
    dossier = op_weg_naar_elders(hier)
    tekst = zie(hier, dossier)
    assert "Zij wil bij haar zus wonen." in tekst
    assert "Deze regio is verantwoordelijk" in tekst
    geweigerd = probeer(hier, dossier, "landelijk/loslaten/", dag="2026-03-02")
    assert geweigerd.status_code == 403
    assert "U laat de inwoner nu niet los." in geweigerd.content.decode()
    with als(hier.als("consulent")), pytest.raises(NogNietGeaccepteerd):
        zet_stap(vers(hier, dossier), "afgesloten", OP)
    loop(hier, dossier, "landelijk/raadplegen/", controle=False)
    loop(hier, dossier, "landelijk/reactie/", op="2026-03-02", akkoord="ja", toelichting="Er is plek.")
    over = {
        "op": "2026-03-02",
        "contact": "J. Jansen",
        "wat": "Alles.",
        "toestemming": "nee",
        "begint_op": "2026-03-02",
    }
    antwoord = probeer(hier, dossier, "landelijk/overdragen/", **over)
    assert "Vraag de inwoner eerst om toestemming" in antwoord.content.decode()
    loop(hier, dossier, "landelijk/overdragen/", **over | {"toestemming": "ja"})
    tekst = loop(hier, dossier, "landelijk/loslaten/", dag="2026-03-02")
    assert "De gemeente Verweggistad helpt nu." in tekst
    assert vers(hier, dossier).stap == "afgesloten"
    with als(hier.als("consulent")):
        assert not Klok.objects.filter(dossier=dossier, klaar_op=None).exists()


def test_a_region_that_says_no_after_all_has_not_accepted(stad: Bouw) -> None:
    hier = stad("boce")
    dossier = op_weg_naar_elders(hier)
    loop(hier, dossier, "landelijk/raadplegen/", controle=False)
    antwoord = {"op": "2026-03-02", "toelichting": "Er is plek."}
    loop(hier, dossier, "landelijk/reactie/", akkoord="ja", **antwoord)
    loop(hier, dossier, "landelijk/reactie/", akkoord="nee", **antwoord)
    assert rij(hier, Landelijk, dossier=dossier).geaccepteerd_op is None
    loop(hier, dossier, "landelijk/reactie/", akkoord="ja", **antwoord)
    over = {"op": "2026-03-02", "contact": "J. Jansen", "wat": "Alles.", "toestemming": "ja", "begint_op": "2026-03-02"}
    loop(hier, dossier, "landelijk/overdragen/", **over)
    weer = probeer(hier, dossier, "landelijk/reactie/", akkoord="nee", **antwoord)
    assert weer.status_code == 403
    assert "al overgedragen" in weer.content.decode()


def test_an_answer_does_not_come_before_the_question_that_was_asked_anew(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = gevraagd(hier, "nee")
    with als(hier.als("consulent")):
        Uitvraag.objects.filter(dossier=dossier).update(gevraagd_op=OP + timedelta(days=2))
    later = OP + timedelta(days=3)
    velden = {"op": OP.isoformat(), "akkoord": "ja", "toelichting": "Goed."}
    antwoord = probeer(hier, dossier, "landelijk/reactie/", vandaag=later, **velden)
    assert antwoord.status_code == 422
    assert "4 maart 2026" in str(antwoord.context["formulier"].errors["op"])


def test_who_stays_after_all_is_no_longer_waited_for(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = op_weg_naar_elders(hier)
    loop(hier, dossier, "landelijk/raadplegen/", controle=False)
    tekst = loop(hier, dossier, "landelijk/intrekken/", reden="Haar zus verhuist.")
    assert "Een andere regio" not in tekst
    with als(hier.als("consulent")):
        assert not Uitvraag.objects.filter(dossier=dossier, beantwoord_op=None).exists()
        zet_stap(vers(hier, dossier), "afgesloten", OP)
    with pytest.raises(StapNietAanDeBeurt):
        meld_vertrek(
            hier.als("consulent"), vers(hier, dossier), "Ergens", "Toch", versie=vers(hier, dossier).versie, op=OP
        )


def test_an_ordinary_dossier_says_nothing_of_other_regions(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    assert 'id="h-landelijk"' not in zie(hier, dossier)
    with pytest.raises(GeenAndereRegio):
        raadpleeg(hier.als("consulent"), dossier, versie=dossier.versie, op=OP)


def landelijk(stad: Stad, dossier: Dossier, **velden: Any) -> None:
    with als(stad.als("consulent")), transaction.atomic():
        Landelijk.objects.create(
            regio_id=stad.regio,
            college_code=dossier.college_code,
            dossier=dossier,
            richting="uit",
            andere="X",
            **velden,
        )


BREUKEN: list[tuple[str, dict[str, date]]] = [
    ("landelijk_niet_los_voor_acceptatie", {"losgelaten_op": OP, "overgedragen_op": OP, "begint_op": OP}),
    ("landelijk_niet_los_voor_begin_elders", {"losgelaten_op": OP, "geaccepteerd_op": OP}),
    ("landelijk_niet_los_voor_begin_elders", {
        "losgelaten_op": OP, "geaccepteerd_op": OP, "overgedragen_op": OP, "begint_op": OP + timedelta(days=1)}),
    ("landelijk_reactie_na_raadpleging", {"gereageerd_op": OP}),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "velden"), BREUKEN)
def test_the_database_lets_nobody_go_too_early(stad: Bouw, naam: str, velden: dict[str, date]) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    with pytest.raises(IntegrityError, match=naam):
        landelijk(hier, dossier, **velden)


def test_one_agreement_with_another_region_for_each_dossier(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "melding")
    landelijk(hier, dossier)
    with pytest.raises(IntegrityError, match="landelijk_een_per_dossier"):
        landelijk(hier, dossier)


def test_only_who_works_for_the_municipality_may_weigh_choose_or_let_go(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_elders(hier)
    weging = Weging(andere="X", antwoorden={}, toelichtingen={}, wens=None)
    for wie in ("toezichthouder", "aanbieder"):
        with pytest.raises(GeenMandaat):
            weeg(hier.als(wie), dossier, weging, versie=dossier.versie, op=OP)
        with pytest.raises(GeenMandaat):
            laat_los(hier.als(wie), dossier, dag=OP, versie=dossier.versie, op=OP)
    dossier = weeg(hier.als("consulent"), dossier, weging, versie=dossier.versie, op=OP).object
    with pytest.raises(NogNietUitgezocht):
        keuze = Keuze(kans_bij="elders", motivering="Daar.")
        kies(hier.als("consulent"), dossier, keuze, versie=dossier.versie, op=OP)


def test_what_was_said_stands_with_the_resident_only(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = van_elders(hier)
    loop(hier, dossier, "landelijk/", **antwoorden(hier, "ja", wens_tekst="Mijn zus woont hier."))
    with als(hier.als("consulent")):
        weging = opgeschreven(dossier.inwoner, van=dossier.nummer)["landelijke weging"]
    assert weging["wens_tekst"] == "Mijn zus woont hier."
