"""Who stands beside the resident: added, shown on the dossier, and no longer there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.database import vernietig
from tests.stad import Stad
from tests.toegang.test_grenzen import breekt
from tests.toegang.test_schermen import in_, pad
from tests.toegang.weg import OP, breng_tot
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.toegang.actions.betrokkenen import Persoon, beeindig_betrokkene, voeg_betrokkene_toe
from voordeur.toegang.fouten import OnvolledigeBetrokkene
from voordeur.toegang.models import Betrokkene, Dossier
from voordeur.toegang.queries_betrokkenen import lopende_betrokkenen

Bouw = Callable[[str], Stad]
ZUS = Persoon(naam="Fatima de Wit", telefoon="06 1234 5678", toelichting="Zus, ook curator")


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def erbij(stad: Stad, dossier: Dossier, soort: str = "vertegenwoordiger", wie: Persoon = ZUS) -> Betrokkene:
    gemaakt: Betrokkene = voeg_betrokkene_toe(stad.als("consulent"), dossier, soort, wie, van=OP, op=OP).object
    return gemaakt


def test_somebody_is_added_through_the_page_and_shown(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klant = in_(hier, "consulent")
    velden = {
        "soort": "clientondersteuner",
        "naam": "Joris Bos",
        "telefoon": "06 11",
        "organisatie": "MEE",
        "van": "2026-03-02",
    }
    assert klant.post(pad(dossier, "betrokkenen/nieuw/"), velden).status_code == 303
    pagina = klant.get(pad(dossier)).content.decode()
    for wat in ("Joris Bos", "Cliëntondersteuner, MEE", "06 11", "Doet niet meer mee"):
        assert wat in pagina
    assert "Iemand erbij" in klant.get(pad(dossier, "journaal/")).content.decode()


def test_who_it_is_is_kept_locked(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    erbij(hier, dossier)
    with als(hier.als("consulent")):
        assert "Fatima" not in str(Betrokkene.objects.values().get())
    vernietig(hier.als("beheerder"), dossier.inwoner)
    pagina = in_(hier, "consulent").get(pad(dossier)).content.decode()
    assert "Fatima" not in pagina
    assert "Naam niet meer te lezen" in pagina


def test_somebody_who_stopped_is_not_shown_any_more(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    wie = erbij(hier, dossier)
    klant, adres = in_(hier, "consulent"), pad(dossier, f"betrokkenen/{wie.pk}/einde/")
    assert "Fatima de Wit" in klant.get(adres).content.decode()
    assert klant.post(adres, {"laatste_dag": "2026-03-02"}).status_code == 303
    assert "Fatima" not in klant.get(pad(dossier)).content.decode()
    assert klant.get(adres).status_code == 403
    with als(hier.als("consulent")):
        assert not lopende_betrokkenen(dossier, "vertegenwoordiger").exists()


def test_what_is_wrong_stands_at_its_field_and_the_rest_stays(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    velden = {"soort": "", "naam": "", "telefoon": "06 22", "email": "geen", "van": "2026-03-03"}
    antwoord = in_(hier, "consulent").post(pad(dossier, "betrokkenen/nieuw/"), velden)
    assert antwoord.status_code == 422
    assert {veld: fouten[0] for veld, fouten in antwoord.context["formulier"].errors.items()} == {
        "soort": "Maak een keuze.",
        "naam": "Vul een naam in.",
        "email": "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        "van": "Vul een datum in tot en met vandaag.",
    }
    assert "06 22" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("soort", "wie", "van", "veld"),
    [
        ("buurman", ZUS, OP, "soort"),
        ("mantelzorger", Persoon(naam=" "), OP, "naam"),
        ("mantelzorger", ZUS, date(2026, 3, 3), "van"),
    ],
)
def test_what_is_not_said_of_somebody(stad: Bouw, soort: str, wie: Persoon, van: date, veld: str) -> None:
    hier = stad("enschede")
    with pytest.raises(OnvolledigeBetrokkene) as fout:
        voeg_betrokkene_toe(hier.als("consulent"), breng_tot(hier, "melding"), soort, wie, van=van, op=OP)
    assert fout.value.veld == veld


def test_nobody_stops_before_the_beginning_or_twice(stad: Bouw) -> None:
    hier = stad("enschede")
    wie = erbij(hier, breng_tot(hier, "melding"))
    actor = hier.als("consulent")
    with pytest.raises(OnvolledigeBetrokkene):
        beeindig_betrokkene(actor, wie, laatste_dag=date(2026, 3, 1), op=OP)
    beeindig_betrokkene(actor, wie, laatste_dag=OP, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="niet meer mee"):
        beeindig_betrokkene(actor, wie, laatste_dag=OP, op=OP)
    rijen = Betrokkene.objects.filter(pk=wie.pk)
    assert breekt(hier, lambda: rijen.update(tot=date(2026, 3, 1))) == "betrokkene_eindigt_na_begin"


@pytest.mark.parametrize("wie", ["toezichthouder", "controller", "buur", "aanbieder"])
def test_who_has_no_power_adds_and_ends_nobody(stad: Bouw, wie: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    bestaand = erbij(hier, dossier)
    with pytest.raises(GeenMandaat):
        voeg_betrokkene_toe(hier.als(wie), dossier, "mantelzorger", ZUS, van=OP, op=OP)
    with pytest.raises(GeenMandaat):
        beeindig_betrokkene(hier.als(wie), bestaand, laatste_dag=OP, op=OP)
    if wie == "toezichthouder":
        assert "Voeg iemand toe" not in in_(hier, wie).get(pad(dossier)).content.decode()
