"""Moving in: what was in files is in the system once, by two people, and can go back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.beheer.inlezen.opzet import OP, aangeboden, alles_van, bestanden, bsn, draai_terug, getoetst, lees_in
from tests.stad import Stad
from tests.web.test_afscherming import scherm_af
from voordeur.aanbod.queries import plekken
from voordeur.beheer.actions import inlezen as acties
from voordeur.beheer.inlezen.terug import ErIsOpGebouwd
from voordeur.beheer.inlezen.uitslag import als_uitslag
from voordeur.beheer.inlezen.uitvoeren import voer_uit
from voordeur.beheer.models import Inleesbestand, Inleesdaad, Inleesset, Inleessleutel
from voordeur.geld.models import Boeking, Boekingsregel
from voordeur.inwoner.actions import vergeet
from voordeur.inwoner.models import Burgerservicenummer, Gegeven, Inwoner
from voordeur.inwoner.queries import gegevens_van
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, ZelfdePersoon
from voordeur.kern.models import Journaalregel
from voordeur.kern.perioden import gesloten
from voordeur.toegang.models import Besluit, Document, Dossier, Klok
from voordeur.verblijf.actions import plaats
from voordeur.verblijf.beeld import wachtenden
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import kansen, wachtlijst

TABELLEN = (Inwoner, Gegeven, Burgerservicenummer, Dossier, Besluit, Plaatsing, Boeking, Journaalregel)


def telling(stad: Stad) -> list[int]:
    with alles_van(stad):
        return [tabel.objects.count() for tabel in TABELLEN]


def test_a_region_moves_in_with_all_its_tables(drechtsteden: Stad) -> None:
    blad = getoetst(drechtsteden, bestanden(drechtsteden))
    assert blad.fouten == []
    deze = lees_in(drechtsteden, bestanden(drechtsteden))
    assert (deze.stand, deze.melding) == ("uitgevoerd", "")
    with alles_van(drechtsteden) as wie:
        assert [deze.besluit.nummer for deze in Plaatsing.objects.select_related("besluit").order_by("pk")] == [
            "P-2025-1", "P-2025-2"
        ]  # fmt: skip
        assert [besluit.nummer for besluit in wachtlijst(wie)] == ["P-2025-3"]
        (wacht,) = wachtenden(wachtlijst(wie), {}, {}, OP)
        # who stood on the list of before keeps that day, not the one of the decision
        assert (wacht.sinds, wacht.dagen) == (date(2025, 12, 20), 72)
        assert wacht.eerder == "Stond al op de oude lijst. Het besluit is van 15 december 2025. Wens: Rust."
        besluit = Besluit.objects.select_related("dossier__inwoner").get(nummer="P-2025-1")
        dossier = besluit.dossier
        # taken on paper: signed by nobody here, no letter, no term, no computation
        assert (besluit.bewijs, besluit.ondertekend_door, Document.objects.count(), Klok.objects.count()) == (
            None, -1, 0, 0
        )  # fmt: skip
        assert gesloten(besluit.periode).tot == gesloten(dossier.plaatsingen.get().periode).tot
        wie_ = gegevens_van(wie, dossier.inwoner, op=OP)["identiteit"]
        assert (wie_["naam"], wie_["adres"]) == ("de Wit-1", ["Kerkstraat 1", "Voorbeeldstad"])
        assert sum(regel.bedrag for regel in Boekingsregel.objects.all()) == 0
        assert Boekingsregel.objects.count() == 3
        assert str(Boeking.objects.get().op) == "2026-01-01"
        # what stood in the files stands nowhere else any more
        assert not Inleesbestand.objects.exists()
        gedaan = Journaalregel.objects.filter(handeling="beheer.inlezen.nieuw", betreft=dossier.betreft)
        assert {regel.object_soort for regel in gedaan} == {"dossier", "plaatsing"}
    with als(drechtsteden.als("aanbieder")):
        assert not Dossier.objects.exists()


def test_the_same_files_twice_change_nothing(enschede: Stad) -> None:
    lees_in(enschede, bestanden(enschede))
    eerst = telling(enschede)[:-1]
    blad = getoetst(enschede, bestanden(enschede))
    assert {rij.stand for rij in blad.alle} == {"gelijk"}
    lees_in(enschede, bestanden(enschede))
    assert telling(enschede)[:-1] == eerst


def test_a_change_is_shown_of_people_without_what_was_and_goes_back_with_the_set(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    lees_in(enschede, tabellen)
    tabellen["inwoners"][0] |= {"voornaam": "Samira", "bsn": bsn(99)}
    tabellen["plekken"][2]["tot"] = "31-12-2029"
    tabellen["besluiten"][2]["tot"] = "30-06-2028"
    tabellen["plaatsingen"][1]["plek"] = "PLEK-3"
    blad = getoetst(enschede, tabellen)
    assert blad.fouten == []
    gewijzigd = {(rij.soort, rij.sleutel): rij.verschil for rij in blad.alle if rij.stand == "gewijzigd"}
    assert gewijzigd == {
        ("inwoners", "INW-1"): {"voornaam": (None, "Samira"), "bsn": (None, bsn(99))},
        ("plekken", "PLEK-3"): {"tot": ("", "31-12-2029")},
        ("besluiten", "BES-3"): {"tot": (None, "30-06-2028")},
        ("plaatsingen", "WOO-2"): {"plek": ("deze", "een andere")},
    }
    deze = lees_in(enschede, tabellen)
    assert deze.stand == "uitgevoerd", deze.melding
    with alles_van(enschede) as wie:
        inwoner = Inwoner.objects.get(pk=Inleesdaad.objects.filter(soort="inwoners", set=deze).get().object)
        assert gegevens_van(wie, inwoner, op=OP)["identiteit"]["voornaam"] == "Samira"
    draai_terug(enschede, deze)
    with alles_van(enschede) as wie:
        assert gegevens_van(wie, inwoner, op=OP)["identiteit"]["voornaam"] == "Sanne"
        assert gesloten(Besluit.objects.get(nummer="P-2025-3").periode).tot.isoformat() == "2027-12-31"
    assert {rij.stand for rij in getoetst(enschede, bestanden(enschede)).alle} == {"gelijk"}


def test_a_set_goes_back_as_a_whole_until_something_was_built_on_it(enschede: Stad) -> None:
    leeg = telling(enschede)[:-2]
    deze = lees_in(enschede, bestanden(enschede))
    with alles_van(enschede):
        Dossier.objects.filter(nummer=Dossier.objects.order_by("pk").first().nummer).update(versie=7)
    with pytest.raises(ErIsOpGebouwd, match="In 1 dossier is intussen gewerkt: 2025-"):
        acties.draai_terug(enschede.als("teamleider"), deze, op=OP)
    with alles_van(enschede):
        Dossier.objects.update(versie=1)
    draai_terug(enschede, deze)
    assert telling(enschede)[:-2] == leeg
    with alles_van(enschede):
        # the ledger only grows: the entry stands beside its opposite
        assert sum(regel.bedrag for regel in Boekingsregel.objects.filter(rekening__code="0800")) == 0
        assert not Inleessleutel.objects.exists()
        assert Inleesset.objects.get().sleutel is None
    assert lees_in(enschede, bestanden(enschede)).stand == "uitgevoerd"


def test_a_contract_on_what_was_read_in_stands_in_the_way(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    eerste = lees_in(enschede, {"organisaties": tabellen["organisaties"]})
    lees_in(enschede, {"contracten": tabellen["contracten"]})
    # found out while the worker is at it: it says so, and nothing is taken back
    assert draai_terug(enschede, eerste).stand == "uitgevoerd"
    assert "Organisaties: hierbij hoort 1 contract." in eerste.melding


def test_a_contract_stays_when_somebody_moved_in_on_it(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    contracten = tabellen.pop("contracten")
    lees_in(enschede, tabellen)
    deze = lees_in(enschede, {"contracten": contracten})
    wie = enschede.als("consulent")
    with als(wie):
        (wacht,) = wachtlijst(wie)
        vrij = next(kans.plek for kans in kansen(wie, wacht, plekken(), OP) if kans.uitkomst.waarde.past)
    plaats(wie, wacht, vrij, vanaf=OP, op=OP)
    # found out while the worker is at it, also of who is shielded
    scherm_af(enschede, wacht.dossier.inwoner)
    assert draai_terug(enschede, deze).stand == "uitgevoerd"
    assert "Op een contract is al iemand gaan wonen." in deze.melding


def test_it_takes_two_people_and_neither_can_do_the_part_of_the_other(enschede: Stad) -> None:
    deze = aangeboden(enschede, bestanden(enschede))
    with pytest.raises(GeenMandaat):
        acties.laat_uitvoeren(enschede.als("beheerder"), deze, op=OP)
    with pytest.raises(GeenMandaat):
        acties.begin(enschede.als("controller"), acties.BijRegio(enschede.centrum), op=OP)
    with alles_van(enschede):
        Inleesset.objects.filter(pk=deze.pk).update(aangeboden_door=enschede.accounts["controller"].pk)
    with pytest.raises(ZelfdePersoon):
        acties.laat_uitvoeren(enschede.als("controller"), deze, op=OP)


def test_what_changed_since_the_check_is_not_read_in(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    deze = aangeboden(enschede, {"organisaties": tabellen["organisaties"]})
    lees_in(enschede, {"organisaties": tabellen["organisaties"]})
    acties.laat_uitvoeren(enschede.als("controller"), deze, op=OP)
    voer_uit(enschede.regio, deze.pk)
    with alles_van(enschede):
        deze.refresh_from_db()
    assert (deze.stand, deze.melding.split(".")[0]) == ("getoetst", "Er is intussen iets veranderd in Voordeur")


def test_once_finished_nothing_of_people_is_left_in_the_set(enschede: Stad) -> None:
    deze = lees_in(enschede, bestanden(enschede))
    acties.rond_af(enschede.als("beheerder"), deze, op=OP)
    with alles_van(enschede):
        deze.refresh_from_db()
        assert (deze.stand, deze.sleutel, deze.uitslag) == ("afgerond", None, None)
        assert not Inleesdaad.objects.exclude(oud=None).exists()


def test_a_file_tells_nothing_about_who_is_shielded(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    lees_in(enschede, tabellen)
    with alles_van(enschede):
        wie = {deze.nummer: deze.dossier.inwoner for deze in Besluit.objects.select_related("dossier__inwoner")}
        Inwoner.objects.filter(pk=wie["P-2025-2"].pk).update(college_code=enschede.centrum)
    scherm_af(enschede, wie["P-2025-1"])
    assert {rij.stand for rij in getoetst(enschede, tabellen).alle} == {"gelijk"}
    for welke in (0, 1):
        tabellen["inwoners"][welke]["telefoon"] = "06 11223344"
    blad = getoetst(enschede, {"inwoners": tabellen["inwoners"]})
    # the one is shielded, the other went to another municipality: the same words
    assert len(blad.fouten) == 2
    assert len({(fout.veld, fout.wat, fout.waarom, fout.dan) for fout in blad.fouten}) == 1
    with alles_van(enschede):
        assert als_uitslag(blad)["gewijzigd"]["inwoners"] == []
    nieuw = {"sleutel": "WA-9", "besluit": "BES-1", "wacht_sinds": "20-12-2025"}
    assert [fout.wat for fout in getoetst(enschede, {"wachtlijst": [nieuw]}).fouten] == [blad.fouten[0].wat]
    # nor is it counted among what the file leaves out; another is, by what the old file called the decision
    for begin, buiten in ((1, []), (3, ["inwoner met besluit 2025-2", "inwoner met besluit 2025-3"])):
        zonder = getoetst(enschede, {"inwoners": [*tabellen["inwoners"][begin:], nieuw_mens(enschede)]})
        with alles_van(enschede):
            assert sorted(als_uitslag(zonder)["niet_in_bestand"]["inwoners"]) == buiten
    # what the file itself changed can be said: the municipality, of somebody who stands here as the file said before
    anders = bestanden(enschede)["inwoners"][2] | {"gemeente": enschede.centrum}
    (fout,) = getoetst(enschede, {"inwoners": [anders]}).fouten
    assert (fout.veld, fout.wat) == ("gemeente", "De gemeente van een inwoner verandert niet met een bestand.")
    deze = lees_in(enschede, tabellen, goede_regels=True)
    assert deze.stand == "uitgevoerd", deze.melding


def nieuw_mens(stad: Stad) -> dict[str, str]:
    return {"sleutel": "INW-99", "naam": "Vis", "gemeente": stad.gemeente}


def test_whose_facts_are_destroyed_stands_in_no_set_and_does_not_come_back(enschede: Stad) -> None:
    tabellen = bestanden(enschede)
    lees_in(enschede, tabellen)
    tabellen["inwoners"][0]["straat"] = "Nieuwstraat 1"
    gelezen = lees_in(enschede, tabellen)
    tabellen["inwoners"][0]["straat"] = "Derdestraat 1"
    wacht = aangeboden(enschede, {"inwoners": tabellen["inwoners"]})
    van_een_ander = aangeboden(enschede, {"inwoners": bestanden(enschede)["inwoners"][1:]})
    with alles_van(enschede):
        weg = Besluit.objects.get(nummer="P-2025-1").dossier.inwoner
        assert Inleesdaad.objects.filter(object=str(weg.pk)).exclude(oud=None).exists()
        vergeet(weg)
        assert not Inleesdaad.objects.filter(object=str(weg.pk)).exclude(oud=None).exists()
        assert {sleutel.inhoud for sleutel in Inleessleutel.objects.filter(object=str(weg.pk))} == {""}
        for deze in (gelezen, wacht, van_een_ander):
            deze.refresh_from_db()
        assert (gelezen.stand, gelezen.uitslag) == ("uitgevoerd", None)
        assert (wacht.stand, wacht.sleutel, wacht.bestanden.count()) == ("vervallen", None, 0)
        assert (van_een_ander.stand, van_een_ander.bestanden.count()) == ("aangeboden", 1)
    with pytest.raises(ErIsOpGebouwd, match="De gegevens van 1 inwoner zijn vernietigd"):
        acties.draai_terug(enschede.als("teamleider"), gelezen, op=OP)
    assert [fout.rij for fout in getoetst(enschede, {"inwoners": tabellen["inwoners"]}).fouten] == [2]
