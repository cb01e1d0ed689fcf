"""Asking the BRP: what it says, what it does not, how it fails; and a person decides what is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.inwoner.brpdienst import SANNE, SLEUTEL, ZUS, Brp, brpdienst
from tests.stad import Stad, bouw_stad
from tests.toegang.wandel import in_, pad
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, vers
from voordeur.berichten import brp as transport
from voordeur.inwoner.brp import Bevraging, als_vraag, lees_persoon, zonder_voorvoegsel
from voordeur.inwoner.queries import bsn_van, opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Dossier

VRAAG = als_vraag(Bevraging("0000", bsn="999990019"))


@pytest.fixture(scope="module")
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


@pytest.fixture
def brp() -> Iterator[Brp]:
    with brpdienst() as dienst, override_settings(VOORDEUR_BRP_ADRES=dienst.adres, VOORDEUR_BRP_SLEUTEL=SLEUTEL):
        yield dienst


def dossier_van(stad: Stad, **velden: Any) -> Dossier:
    return breng_tot(stad, "onderzoek", identiteit={**IDENTITEIT, "roepnaam": "Sam"}, **velden)


def test_a_question_is_a_post_without_a_number_in_the_address(brp: Brp) -> None:
    assert transport.bevraag(VRAAG) == [SANNE]
    ((adres, gevraagd),) = brp.gevraagd
    assert adres == "/haalcentraal/api/brp/personen"
    assert gevraagd["type"] == "RaadpleegMetBurgerservicenummer"
    assert gevraagd["burgerservicenummer"] == ["999990019"]
    assert not {"nationaliteiten", "ouders", "kinderen", "partners"} & set(gevraagd["fields"])
    brp.personen = []
    assert transport.bevraag(VRAAG) == []


@pytest.mark.parametrize(
    ("faalt", "fout"),
    [
        (401, transport.BrpLaatNietToe), (403, transport.BrpLaatNietToe), (400, transport.BrpBegrijptNiet),
        (404, transport.BrpZwijgt), (500, transport.BrpZwijgt), (503, transport.BrpZwijgt),
        ("traag", transport.BrpZwijgt), ("onzin", transport.BrpZwijgt), ("omweg", transport.BrpZwijgt),
    ],
)  # fmt: skip
def test_every_way_to_fail_is_a_sentence(
    brp: Brp, faalt: int | str, fout: type[transport.BrpFout], monkeypatch: pytest.MonkeyPatch
) -> None:
    brp.faalt = faalt
    monkeypatch.setattr(transport, "GEDULD", 0.2)
    with pytest.raises(fout, match=r"^De BRP [a-z ]+\. .+\.$") as gezegd:
        transport.bevraag(VRAAG)
    assert "999990019" not in str(gezegd.value)
    assert [adres.rpartition("/")[2] for adres, _ in brp.gevraagd] == ["personen"]
    if faalt == 400:
        assert gezegd.value.velden == ("burgerservicenummer[0]",)  # type: ignore[attr-defined]


def test_it_is_off_without_an_address_and_never_goes_over_the_net_in_the_open() -> None:
    with pytest.raises(transport.BrpStaatUit, match="staat uit"):
        transport.bevraag(VRAAG)
    with override_settings(VOORDEUR_BRP_ADRES="http://brp.voorbeeld.nl"), pytest.raises(ImproperlyConfigured):
        transport.bevraag(VRAAG)


@pytest.mark.parametrize(
    ("anders", "gelezen"),
    [
        ({}, {"naam": "Yıldız", "geboortenaam": "de Wit", "aanhef": "mevrouw", "geboortedatum": "1994-03-04"}),
        ({"naam": {"geslachtsnaam": "Suharto"}, "adressering": {}}, {"naam": "Suharto", "adres": None}),
        ({"geslacht": {"code": "O"}}, {"aanhef": None}),
        ({"geboorte": {"datum": {"type": "JaarMaandDatum", "jaar": 1994, "maand": 3}}},
         {"geboren": "1994-03", "geboortedatum": None}),
        ({"geboorte": {"datum": {"type": "JaarDatum", "jaar": 1994}}}, {"geboren": "1994"}),
        ({"geboorte": {"datum": {"type": "DatumOnbekend", "onbekend": True}}}, {"geboren": None}),
    ],
)  # fmt: skip
def test_names_and_days_as_the_brp_says_them(anders: dict[str, Any], gelezen: dict[str, Any]) -> None:
    identiteit = lees_persoon(SANNE | anders).identiteit
    assert {naam: identiteit.get(naam) for naam in gelezen} == gelezen


def test_secret_and_deceased() -> None:
    assert lees_persoon(SANNE | {"geheimhoudingPersoonsgegevens": True}).geheim
    assert not lees_persoon(SANNE).geheim
    overleden = {"indicatieOverleden": True, "datum": {"type": "Datum", "datum": "2026-01-02"}}
    assert lees_persoon(SANNE | {"overlijden": overleden}).overleden == "2026-01-02"
    assert lees_persoon(SANNE | {"overlijden": {"indicatieOverleden": True}}).overleden == "onbekend"
    assert zonder_voorvoegsel("van der Meer") == "Meer"
    assert zonder_voorvoegsel("De") == "De"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.sampled_from(sorted(SANNE)) | st.text(), deel),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*sorted(SANNE), "overlijden"]), JSON, max_size=6))
def test_whatever_comes_is_read_or_left_out(gegeven: dict[str, Any]) -> None:
    persoon = lees_persoon(gegeven)
    assert persoon.bsn in ("", gegeven.get("burgerservicenummer"), str(gegeven.get("burgerservicenummer")))


def test_what_differs_is_shown_and_only_what_was_chosen_is_taken_over(stad: Stad, brp: Brp) -> None:
    dossier = dossier_van(stad, bsn="999990019")
    klant = in_(stad)
    assert "Haal op bij de BRP" in klant.get(pad(dossier)).content.decode()
    blad = klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
    for wat in ("Sanne de Wit", "Sanne Maria (S.M.) Yıldız, geboren de Wit", "Kerkplein 3, 7581 AA LOSSER", "Gelijk"):
        assert wat in blad
    assert "999990019" not in blad
    keuze = {"_brp_neem": "1", "brp_deel": ["adres"], "versie": vers(stad, dossier).versie}
    assert klant.post(pad(dossier, "brp/"), keuze).status_code == 303
    na = vers(stad, dossier)
    with als(stad.als("consulent")):
        identiteit = opgeschreven(na.inwoner, van="")["identiteit"]
        regels = list(Journaalregel.objects.filter(handeling="inwoner.brp.bevragen", betreft=dossier.betreft))
    assert identiteit["adres"] == ["Kerkplein 3", "7581 AA LOSSER"]
    assert (identiteit["naam"], identiteit["roepnaam"]) == ("de Wit", "Sam")
    assert len(regels) == 2
    assert "Overgenomen uit de BRP" in klant.get(pad(dossier, "corrigeren/")).content.decode()
    # somebody else changed it meanwhile: nothing is taken over
    assert klant.post(pad(dossier, "brp/"), {**keuze, "brp_deel": ["naam"]}).status_code in (403, 409)
    assert vers(stad, dossier).versie == na.versie


def test_without_a_bsn_it_looks_by_name_and_somebody_chooses_and_gets_the_bsn(stad: Stad, brp: Brp) -> None:
    brp.personen = [SANNE, ZUS]
    dossier = dossier_van(stad)
    klant = in_(stad)
    blad = klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
    assert "Wie bedoelt u?" in blad
    assert "999990019" not in blad
    keuze = blad.partition('name="brp_wie" value="')[2].partition('"')[0]
    assert "eindigt op 019" in klant.post(pad(dossier, "brp/"), {"_brp": "1", "brp_wie": keuze}).content.decode()
    velden = {"_brp_neem": "1", "brp_wie": keuze, "brp_deel": ["bsn", "naam"], "versie": vers(stad, dossier).versie}
    klant.post(pad(dossier, "brp/"), velden)
    with als(stad.als("consulent")):
        nu = vers(stad, dossier).inwoner
        assert bsn_van(nu) == "999990019"
        assert opgeschreven(nu, van="")["identiteit"]["geboortenaam"] == "de Wit"


def test_what_went_wrong_and_what_must_not_be_told_is_said(stad: Stad, brp: Brp) -> None:
    dossier = dossier_van(stad, bsn="999990019")
    klant = in_(stad)
    brp.personen = [SANNE | {"geheimhoudingPersoonsgegevens": True, "overlijden": {"indicatieOverleden": True}}]
    blad = klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
    assert "dit adres is geheim" in blad
    assert "is overleden" in blad
    brp.personen = []
    assert "kent niemand" in klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
    brp.faalt = 503
    assert "geen antwoord" in klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
    with als(stad.als("consulent")):
        regels = Journaalregel.objects.filter(handeling="inwoner.brp.bevragen", betreft=dossier.betreft)
        assert regels.count() == 3


def test_a_new_report_is_filled_with_what_was_chosen(stad: Stad, brp: Brp) -> None:
    klant = in_(stad)
    getypt = {"college_code": stad.gemeente, "bsn": "999990019", "naam": "Wit", "reden": "Zij redt het niet."}
    blad = klant.post("/dossiers/nieuw/", getypt | {"_brp": "1"}).content.decode()
    assert "Wat hier staat en wat de BRP zegt" in blad
    assert "Zij redt het niet." in blad
    gevuld = klant.post("/dossiers/nieuw/", getypt | {"_brp_neem": "1", "brp_deel": ["naam", "adres"]}).content.decode()
    for wat in ('value="Yıldız"', "Kerkplein 3", 'value="999990019"', "Zij redt het niet."):
        assert wat in gevuld
    assert 'value="1994-03-04"' not in gevuld
    assert "Een BSN heeft negen cijfers" in klant.post("/dossiers/nieuw/", {"_brp": "1", "bsn": "1"}).content.decode()
    assert "Haal op bij de BRP" not in in_(stad, "aanbieder").get("/dossiers/nieuw/").content.decode()


def test_off_is_off(stad: Stad) -> None:
    dossier = dossier_van(stad)
    klant = in_(stad)
    assert "Haal op bij de BRP" not in klant.get(pad(dossier)).content.decode()
    assert "staat uit" in klant.post(pad(dossier, "brp/"), {"_brp": "1"}).content.decode()
