"""What a resident asks to destroy is gone everywhere, byte by byte; the journal and the figures stay whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connections
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as proeven
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.beheer.uitdraai import bestanden, dump, gevonden
from tests.geld.opzet import bouwer
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import ONDERZOEK, OP, breng_tot, vers
from voordeur.beheer.actions import bewaren as acties
from voordeur.beheer.fouten_bewaren import MagNietWeg, TeJong
from voordeur.beheer.models import Inwonerverzoek
from voordeur.berichten.actions import verstuur
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.queries import bsn_van, zoek_op_bsn
from voordeur.inwoner.vergeten import open_tekst, weg_naar_inwoner
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.fouten import GeenMandaat, ZelfdePersoon
from voordeur.kern.journaal import controleer, hoofd, verzegel
from voordeur.kern.models import Account, Journaalregel, Rekenbewijs
from voordeur.kern.onderhoud import systeem
from voordeur.kern.rekenbewijs import herbereken
from voordeur.toegang.actions.betrokkenen import Persoon, voeg_betrokkene_toe
from voordeur.toegang.actions.concepten import bewaar_concept
from voordeur.toegang.actions.documenten import NieuwDocument, voeg_document_toe
from voordeur.toegang.actions.klachten import Klachtbrief, dien_klacht_in, stuur_klacht_door
from voordeur.toegang.models import Document, Dossier, Zoekfilter
from voordeur.toegang.oude_post import sluit_oude_post
from voordeur.toegang.queries import kijk
from voordeur.verantwoording.queries import cijfers as kwartaalcijfers

SYSTEEM = "werker"
# codes, days, numbers of the region and words of the agreement: what may stay readable of a row about somebody
MAG_BLIJVEN = {
    "college_code", "nummer", "soort", "van", "voorziening", "route", "stap", "melder", "vorm", "arrangement",
    "zwaarte",
    "naam", "gestart_door", "uitkomst", "aan", "antwoord", "andere", "betaler", "trede", "wederpartij",
    "betaalt_intussen", "mime", "titel", "formulier", "reden_einde", "grond", "index", "veld",
    "hash", "doorgestuurd_aan",
}  # fmt: skip


@dataclass
class Wie:
    """Somebody as they wrote and were written about: the texts that must be found before, and not after."""

    naam: str
    voornaam: str
    bsn: str
    adres: str
    telefoon: str
    geboren: str
    tekst: str

    @property
    def naalden(self) -> list[str]:
        return [self.naam, self.voornaam, self.bsn, self.adres, self.telefoon, self.geboren, self.tekst]


VAST = Wie("Zwaluwstaartje", "Quirijnella", "123456782", "Ongebaandpad 7919", "06-77341908", "1987-11-23",
           "Zij vertelde over de brand in Xanthoria.")  # fmt: skip


@pytest.fixture(scope="module")
def stad(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stad]:
    post = tmp_path_factory.mktemp("post")
    with django_db_blocker.unblock(), override_settings(VOORDEUR_POSTMAP=str(post)):
        yield bouw_stad("enschede")


def schrijf_dossier(stad: Stad, wie: Wie) -> Dossier:
    """A case in which each of the texts stands in as many places as there are."""
    identiteit = {
        "aanhef": "mevrouw", "voornaam": wie.voornaam, "naam": wie.naam, "geboortedatum": wie.geboren,
        "adres": [wie.adres, "1234 AB Kleinbuurt"], "telefoon": wie.telefoon,
    }  # fmt: skip
    dossier = breng_tot(stad, "genomen", identiteit=identiteit, bsn=wie.bsn, reden=wie.tekst)
    consulent = stad.als("consulent")
    geef_klacht_door(stad, dossier, wie)
    bewaar_concept(consulent, dossier, "onderzoek", {"behoeften": [wie.tekst, wie.naam]}, op=OP)
    voeg_betrokkene_toe(
        consulent, dossier, "mantelzorger", Persoon(naam=wie.naam, telefoon=wie.telefoon), van=OP, op=OP
    )
    inhoud = f"%PDF-1.4\n{wie.naam} {wie.tekst}\n%%EOF".encode()
    nieuw = NieuwDocument(soort="anders", van="inwoner", naam=f"{wie.voornaam}.pdf", inhoud=inhoud, ontvangen_op=OP)
    voeg_document_toe(consulent, dossier, nieuw, op=OP)
    with als(consulent):
        Zoekfilter.objects.get_or_create(regio_id=stad.regio, account=1, naam=wie.naam[:60], vraag="zoek=x")
        Account.objects.create(
            regio_id=stad.regio, email=f"{dossier.pk}@inwoner.invalid", naam="inwoner", telefoon=wie.telefoon,
            soort="inwoner", inwoner=dossier.inwoner_id,
        )  # fmt: skip
    return dossier


def geef_klacht_door(stad: Stad, dossier: Dossier, wie: Wie) -> None:
    """A complaint about another organisation, passed on by who was not involved; it waits in the outbox."""
    ik = actor_van_dossier(dossier)
    klacht = dien_klacht_in(ik, dossier, Klachtbrief(over="ander", tekst=wie.tekst, wie=wie.naam), op=OP).object
    stuur_klacht_door(stad.als("teamleider"), klacht, f"Buurvrouw van {wie.naam}", wie.tekst, op=OP)


def actor_van_dossier(dossier: Dossier) -> Actor:
    """The resident of a dossier at work in it."""
    wie = str(dossier.inwoner_id)
    colleges = frozenset({dossier.college_code})
    return Actor(dossier.regio_id, None, "inwoner", (Rolbekleding(Rol.INWONER),), colleges, vanwaar="test", inwoner=wie)


def verstuur_een(stad: Stad, dossier: Dossier) -> None:
    """One letter has left and lies in the folder of the post, the others wait."""
    with als(bouwer(stad)):
        eerste = Bericht.objects.filter(aan=f"inwoner van dossier {dossier.nummer}").earliest("klaargezet_om")
    verstuur(stad.regio, str(eerste.pk))


def sluit(stad: Stad, dossier: Dossier) -> None:
    with als(bouwer(stad)):
        Dossier.objects.filter(pk=dossier.pk).update(stap="afgesloten", afgesloten_op=OP)


def vraag(stad: Stad, dossier: Dossier, wie: Wie, **velden: Any) -> Inwonerverzoek:
    gewoon = {"soort": "vernietiging", "tekst": wie.tekst, "ontvangen_op": OP}
    gedaan = acties.ontvang_verzoek(stad.als("consulent"), dossier.inwoner, acties.Vraag(**gewoon | velden), op=OP)
    verzoek: Inwonerverzoek = gedaan.object
    return verzoek


def vernietig(stad: Stad, verzoek: Inwonerverzoek) -> None:
    acties.sta_toe(stad.als("teamleider"), verzoek, "Dit mag.", op=OP)
    acties.voer_vernietiging_uit(stad.als("beheerder"), verzoek, op=OP)


def opengemaakt(stad: Stad, dossier: Dossier) -> bytes:
    """All that can be read of somebody with the keys: what the search must find before the destruction."""
    with als(bouwer(stad)):
        beeld = kijk(vers(stad, dossier))
        stukken = [beeld.identiteit, beeld.geschreven, bsn_van(dossier.inwoner)]
    return json.dumps(stukken, ensure_ascii=False, default=str).encode()


def alles(post: str) -> bytes:
    return dump() + bestanden(post)


def cijfers(stad: Stad) -> list[Any]:
    with als(bouwer(stad)):
        return [kwartaalcijfers(2026, kwartaal, op=date(2026, 12, 31)) for kwartaal in (1, 2)]


def test_nothing_of_it_can_be_read_anywhere(stad: Stad) -> None:
    post = settings.VOORDEUR_POSTMAP
    dossier = schrijf_dossier(stad, VAST)
    verstuur_een(stad, dossier)
    assert gevonden(opengemaakt(stad, dossier), VAST.naalden) == VAST.naalden
    # what stands in the open before: the name in a filter, the telephone of the account; not the complaint that waits
    assert {VAST.naam, VAST.telefoon} == set(gevonden(dump(), VAST.naalden))
    assert list(Path(post).iterdir())
    sluit(stad, dossier)
    vernietig(stad, vraag(stad, dossier, VAST))
    assert gevonden(alles(post), VAST.naalden) == []
    with als(bouwer(stad)):
        inwoner = Inwoner.objects.get(pk=dossier.inwoner_id)
        assert inwoner.sleutel is None
        assert {bytes(gegeven.inhoud) for gegeven in Gegeven.objects.filter(inwoner=inwoner)} == {b""}
        assert {bytes(papier.inhoud) for papier in Document.objects.filter(dossier=dossier)} == {b""}
        assert zoek_op_bsn(bouwer(stad), VAST.bsn) is None
        assert not Account.objects.filter(inwoner=inwoner.pk).exists()
        assert kijk(vers(stad, dossier)).vernietigd


tekens = st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), max_codepoint=0x24F)
woorden = st.text(tekens, min_size=9, max_size=24).map(lambda woord: f"{woord.strip()}qz".replace("'", "x"))


@proeven(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(naam=woorden, tekst=woorden, nummer=st.integers(10_000_000, 99_999_999))
def test_no_name_or_text_survives(stad: Stad, naam: str, tekst: str, nummer: int) -> None:
    wie = Wie(naam, f"{naam[:6]}vn", "111222333", f"{tekst[:8]} 12345", f"06-{nummer}", "1961-02-03", tekst)
    dossier = schrijf_dossier(stad, wie)
    sluit(stad, dossier)
    naalden = [wie.naam, wie.tekst, wie.telefoon]
    assert gevonden(opengemaakt(stad, dossier), [json.dumps(naald, ensure_ascii=False)[1:-1] for naald in naalden])
    vernietig(stad, vraag(stad, dossier, wie))
    assert gevonden(dump(), naalden) == []


def test_the_journal_and_the_figures_stay_whole(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    sluit(stad, dossier)
    systeem = Actor(stad.regio, None, SYSTEEM, vanwaar="werker")
    with als(systeem):
        verzegel(stad.regio)
        bewaard = hoofd(stad.regio)
    with als(bouwer(stad)):
        regels = Journaalregel.objects.filter(betreft=dossier.betreft).count()
        bewijzen = list(Rekenbewijs.objects.filter(regio_id=stad.regio).order_by("pk").values())
    ervoor = cijfers(stad)
    vernietig(stad, vraag(stad, dossier, VAST))
    with als(systeem):
        verzegel(stad.regio)
        assert controleer(stad.regio, bewaard) == []
    with als(bouwer(stad)):
        assert Journaalregel.objects.filter(betreft=dossier.betreft).count() == regels
        assert list(Rekenbewijs.objects.filter(regio_id=stad.regio).order_by("pk").values()) == bewijzen
        over_hem = Rekenbewijs.objects.filter(feiten_van__startswith="gegeven:").latest("pk")
        assert "vernietigd" in herbereken(over_hem).reden
    assert cijfers(stad) == ervoor


def oud_bericht(dossier: Dossier, **velden: Any) -> Bericht:
    """A complaint that was passed on, as the first version put it ready."""
    inhoud = f"Klacht van 2026-01-05, dossier {dossier.nummer}\n\n{VAST.tekst}\n".encode()
    gewoon = {"kanaal": "map", "aan": "Zorg Zonder Naam", "soort": "klacht doorgestuurd", "inhoud": inhoud}
    return Bericht.objects.create(regio_id=dossier.regio_id, **gewoon | velden)


def test_what_an_earlier_version_left_open_in_the_outbox_is_locked_and_destroyed(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    with pytest.raises(IntegrityError, match="bericht_op_slot"), als(bouwer(stad)):
        oud_bericht(dossier)
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("ALTER TABLE berichten_bericht DROP CONSTRAINT bericht_op_slot")
    with als(bouwer(stad)):
        wacht = oud_bericht(dossier)
        weg = oud_bericht(dossier, stand="verzonden", verzonden_om=datetime(2026, 1, 6, tzinfo=UTC))
        Bericht.objects.filter(pk=weg.pk).update(inhoud=b"")
    Path(settings.VOORDEUR_POSTMAP).mkdir(exist_ok=True)
    (Path(settings.VOORDEUR_POSTMAP) / str(weg.pk)).write_bytes(bytes(weg.inhoud))
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            "ALTER TABLE berichten_bericht ADD CONSTRAINT bericht_op_slot CHECK (op_slot OR inhoud = '') NOT VALID"
        )
    assert VAST.tekst in gevonden(dump(), [VAST.tekst])
    with als(systeem(stad.regio)):
        assert sluit_oude_post() == 2
        assert inhoud_van(Bericht.objects.get(pk=wacht.pk)).endswith(f"{VAST.tekst}\n".encode())
        assert sluit_oude_post() == 0
    assert gevonden(dump(), [VAST.tekst]) == []
    sluit(stad, dossier)
    vernietig(stad, vraag(stad, dossier, VAST))
    assert gevonden(alles(settings.VOORDEUR_POSTMAP), VAST.naalden) == []
    with als(bouwer(stad)):
        assert not Bericht.objects.filter(pk=wacht.pk).exists()


def test_a_case_that_runs_is_not_destroyed(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    verzoek = vraag(stad, dossier, VAST)
    with pytest.raises(MagNietWeg, match="loopt nog"):
        acties.sta_toe(stad.als("teamleider"), verzoek, op=OP)


def test_what_began_again_after_the_yes_is_not_destroyed(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    sluit(stad, dossier)
    verzoek = vraag(stad, dossier, VAST)
    acties.sta_toe(stad.als("teamleider"), verzoek, op=OP)
    with als(bouwer(stad)):
        Dossier.objects.filter(pk=dossier.pk).update(stap="onderzoek", afgesloten_op=None)
    with pytest.raises(MagNietWeg):
        acties.voer_vernietiging_uit(stad.als("beheerder"), verzoek, op=OP)


def test_two_people_destroy(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    sluit(stad, dossier)
    verzoek = vraag(stad, dossier, VAST)
    acties.sta_toe(stad.als("teamleider"), verzoek, op=OP)
    with pytest.raises(ZelfdePersoon):
        acties.voer_vernietiging_uit(stad.als("teamleider"), verzoek, op=OP)
    with pytest.raises(GeenMandaat):
        acties.voer_vernietiging_uit(stad.als("consulent"), verzoek, op=OP)
    with pytest.raises(IntegrityError, match="verzoek_vier_ogen"), als(bouwer(stad)):
        Inwonerverzoek.objects.filter(pk=verzoek.pk).update(
            uitgevoerd_op=OP, uitgevoerd_door=stad.accounts["teamleider"].pk
        )


def test_a_refusal_has_a_ground_and_a_letter_with_the_way_to_object(stad: Stad) -> None:
    dossier = schrijf_dossier(stad, VAST)
    verzoek = vraag(stad, dossier, VAST)
    acties.weiger(stad.als("teamleider"), verzoek, "lopende_hulp", "U krijgt nu hulp van ons.", op=OP)
    with als(bouwer(stad)):
        brief = Document.objects.filter(dossier=dossier).latest("id")
        assert brief.titel == "Wij vernietigen uw gegevens niet"
        assert Inwonerverzoek.objects.get(pk=verzoek.pk).toegestaan is False
    with pytest.raises(IntegrityError, match="verzoek_weigering_heeft_grond"), als(bouwer(stad)):
        Inwonerverzoek.objects.filter(pk=verzoek.pk).update(grond="")


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        # three months fall on a Saturday: the Monday after; then Sunday and the birthday of the King
        (date(2026, 1, 25), date(2026, 4, 28)),
        (date(2026, 2, 28), date(2026, 5, 28)),
        (date(2025, 11, 30), date(2026, 3, 2)),
    ],
)
def test_the_law_gives_three_months_and_moves_the_end(ontvangen: date, uiterlijk: date) -> None:
    assert acties.termijn_van("vernietiging", ontvangen).waarde.uiterlijk == uiterlijk


def test_a_child_does_not_ask_alone(stad: Stad) -> None:
    kind = Wie("Kleintjes", "Pip", "111222333", "Pad 1", "0", "2018-01-01", "x" * 9)
    dossier = schrijf_dossier(stad, kind)
    with pytest.raises(TeJong):
        vraag(stad, dossier, kind)
    assert vraag(stad, dossier, kind, door="vertegenwoordiger").pk


def test_of_each_field_that_can_hold_words_somebody_decided_what_becomes_of_it() -> None:
    onbekend = {
        f"{model.__name__}.{veld}"
        for model in apps.get_models()
        if model.__module__.startswith("voordeur.") and weg_naar_inwoner(model)
        for veld in open_tekst(model)
        if veld not in MAG_BLIJVEN and model.__name__ not in ("Burgerservicenummer", "Zoeksleutel", "Bericht")
    }
    assert onbekend == set(), "codes mogen blijven; woorden over iemand horen onder de sleutel of in een wisser"


def test_the_investigation_of_the_walk_is_one_that_would_be_found() -> None:
    assert gevonden(json.dumps(ONDERZOEK).encode(), [ONDERZOEK["behoeften"]])
