"""A dossier on the wrong person moves to the right one: with everything of it, and only when a second person agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.geld import opzet as geld
from tests.stad import Stad
from tests.toegang.wandel import loop, probeer, rij, zie
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, melding, vers
from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.queries import lees_bestand, opgeschreven, zoek_op_bsn
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.toegang.actions import meld
from voordeur.toegang.actions.concepten import bewaar_concept
from voordeur.toegang.actions.correcties import Correctie, corrigeer
from voordeur.toegang.actions.verplaatsen import Verplaatsverzoek, bevestig_verplaatsing, vraag_verplaatsing
from voordeur.toegang.fouten_landelijk import AlGeplaatst
from voordeur.toegang.models import Concept, Document, Dossier, Verplaatsing

Bouw = Callable[[str], Stad]
NIEUW: dict[str, str] = {"toelichting": "Zij zag een andere naam in de brief.", "naam": "Bakker", "voornaam": "Iris",
                         "geboortedatum": "1990-05-05"}  # fmt: skip


def gevraagd(stad: Stad, tot: str = "onderzoek", **velden: str) -> Dossier:
    dossier = breng_tot(stad, tot, bsn="123456782")
    tekst = loop(stad, dossier, "verplaatsen/", **(velden or NIEUW))
    assert "Een collega moet" in tekst
    return vers(stad, dossier)


def test_a_dossier_moves_to_a_new_person_with_everything_and_the_wrong_one_keeps_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier, "genomen")
    verkeerd = dossier.inwoner
    with als(hier.als("consulent")):
        voor = {gegeven.pk for gegeven in Gegeven.objects.filter(van=dossier.nummer)}
        brief = lees_bestand(verkeerd, Document.objects.filter(dossier=dossier).earliest("id").inhoud)
    assert "U vroeg dit zelf." in zie(hier, dossier, "verplaatsen/")
    zelf = probeer(hier, dossier, "verplaatsen/", keuze="ja")
    assert "Laat een collega dit doen." in zelf.content.decode()
    tekst = loop(hier, dossier, "verplaatsen/", wie="teamleider", keuze="ja")
    assert "Iris" in tekst
    assert "rust op een oud gegeven" in tekst
    na = vers(hier, dossier)
    assert na.inwoner_id != verkeerd.pk
    with als(hier.als("consulent")):
        assert voor <= {gegeven.pk for gegeven in Gegeven.objects.filter(inwoner=na.inwoner)}
        assert opgeschreven(na.inwoner, van=na.nummer)["melding"]["reden"] == "Zij redt het niet alleen."
        assert opgeschreven(na.inwoner, van="")["identiteit"]["naam"] == "Bakker"
        assert opgeschreven(verkeerd, van=dossier.nummer) == {}
        assert opgeschreven(verkeerd, van="")["identiteit"] == IDENTITEIT
        document = Document.objects.filter(dossier=dossier).earliest("id")
        assert lees_bestand(na.inwoner, document.inhoud) == brief
        with pytest.raises(SleutelOntbreekt):
            lees_bestand(verkeerd, document.inhoud)
        assert not Dossier.objects.filter(inwoner=verkeerd).exists()


def test_to_somebody_who_is_registered_by_bsn_or_by_another_dossier(stad: Bouw) -> None:
    hier = stad("enschede")
    ander = meld(hier.als("consulent"), melding(hier, bsn="111222333"), op=OP).object
    for velden in ({"bsn": "111222333"}, {"dossiernummer": ander.nummer}):
        dossier = gevraagd(hier, toelichting="Zij is het.", **velden)
        loop(hier, dossier, "verplaatsen/", wie="teamleider", keuze="ja")
        assert vers(hier, dossier).inwoner_id == ander.inwoner_id


def test_drafts_are_locked_anew_too_and_a_provider_sees_only_whom_it_reported(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier: Any = meld(
        hier.als("aanbieder"), melding(hier, melder="zorgaanbieder", aanbieder_id=hier.aanbieder), op=OP
    ).object
    dossier = vers(hier, dossier)
    verkeerd = dossier.inwoner
    bewaar_concept(hier.als("consulent"), dossier, "zrm", {"d0": ["3"]}, op=OP)
    loop(hier, dossier, "verplaatsen/", **NIEUW)
    loop(hier, dossier, "verplaatsen/", wie="teamleider", keuze="ja")
    with als(hier.als("consulent")):
        concept = Concept.objects.get(dossier=dossier)
        assert b"d0" in lees_bestand(vers(hier, dossier).inwoner, concept.inhoud)
    with als(hier.als("aanbieder")):
        assert not Inwoner.objects.filter(pk=verkeerd.pk).exists()
        assert Inwoner.objects.filter(pk=vers(hier, dossier).inwoner_id).exists()


def test_a_colleague_who_does_not_agree_leaves_it_and_the_new_person_is_forgotten(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier, **NIEUW, bsn="111222333")
    naar = rij(hier, Verplaatsing, dossier=dossier).naar_id
    tekst = loop(hier, dossier, "verplaatsen/", wie="teamleider", keuze="nee")
    assert "Sanne" in tekst
    with als(hier.als("consulent")):
        assert Inwoner.objects.get(pk=naar).sleutel is None
        assert zoek_op_bsn(hier.als("consulent"), "111222333") is None
    assert "Vraag om te verplaatsen" not in zie(hier, dossier)


def test_a_person_who_went_to_another_municipality_meanwhile_gets_no_dossier(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier)
    naar = rij(hier, Verplaatsing, dossier=dossier).naar_id
    with als(hier.als("consulent")):
        Inwoner.objects.filter(pk=naar).update(college_code=hier.centrum)
    assert probeer(hier, dossier, "verplaatsen/", wie="teamleider", keuze="ja").status_code == 403
    assert vers(hier, dossier).inwoner_id == dossier.inwoner_id


FOUT: list[tuple[dict[str, str], str]] = [
    ({"toelichting": "x"}, "naam"),
    ({"toelichting": "x", "dossiernummer": "2026-9999"}, "dossiernummer"),
    ({"toelichting": "x", "bsn": "123456782"}, "bsn"),
    ({"toelichting": "x", "bsn": "123456789"}, "bsn"),
    ({"naam": "Bakker"}, "toelichting"),
]


def test_what_lacks_stands_at_its_field(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek", bsn="123456782")
    for velden, veld in FOUT:
        antwoord = probeer(hier, dossier, "verplaatsen/", **velden)
        assert antwoord.status_code == 422, velden
        assert list(antwoord.context["formulier"].errors) == [veld]


def test_only_who_works_on_the_dossier_asks_or_confirms(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    verzoek = Verplaatsverzoek(toelichting="x", identiteit={"naam": "Bakker"})
    with pytest.raises(GeenMandaat):
        vraag_verplaatsing(hier.als("toezichthouder"), dossier, verzoek, versie=dossier.versie, op=OP)
    deze = vraag_verplaatsing(hier.als("lokaal"), dossier, verzoek, versie=dossier.versie, op=OP).object
    with pytest.raises(GeenMandaat):
        bevestig_verplaatsing(hier.als("buur"), deze, versie=vers(hier, dossier).versie, op=OP)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("verplaatsing_vier_ogen", {"beslist_door": 1, "beslist_op": OP}),
        ("verplaatsing_beslist_door_iemand", {"beslist_op": OP}),
        ("verplaatsing_een_open_per_dossier", {}),
    ],
)
def test_the_database_asks_two_people(stad: Bouw, naam: str, velden: dict[str, Any]) -> None:
    hier = stad("enschede")
    dossier = gevraagd(hier)
    with als(hier.als("consulent")), pytest.raises(IntegrityError, match=naam), transaction.atomic():
        Verplaatsing.objects.create(
            regio_id=hier.regio, college_code=dossier.college_code, dossier=dossier, naar=dossier.inwoner,
            gevraagd_door=1, gevraagd_op=OP, **velden,
        )  # fmt: skip


def test_with_a_place_or_money_on_it_nothing_is_moved(stad: Bouw) -> None:
    hier = stad("enschede")
    geld.contract(hier)
    dossier = vers(hier, geld.verblijf(hier).dossier)
    consulent, verzoek = hier.als("consulent"), Verplaatsverzoek(toelichting="x", identiteit={"naam": "Bakker"})
    with pytest.raises(AlGeplaatst, match="Aan dit dossier hangt al een plek of geld"):
        vraag_verplaatsing(consulent, dossier, verzoek, versie=dossier.versie, op=OP)
    gemeente = Correctie(wat="gemeente", nieuw={"college_code": hier.andere_gemeente}, reden="typefout")
    with pytest.raises(AlGeplaatst):
        corrigeer(consulent, dossier, gemeente, versie=dossier.versie, op=OP)
