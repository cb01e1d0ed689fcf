"""Who handles a dossier: taken up, handed over, never taken from a colleague without the team leader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot, melding, vers
from tests.web.wereld import klant
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.toegang.actions import bewaar_filter, haal_filter_weg, meld, wijs_toe
from voordeur.toegang.fouten import GeenCollega
from voordeur.toegang.queries_toewijzen import filters_van


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def account(stad: Stad, wie: str) -> int:
    return int(stad.accounts[wie].pk)


def test_who_takes_up_a_report_handles_it(enschede: Stad) -> None:
    dossier = meld(enschede.als("consulent"), melding(enschede), op=OP).object
    wijs_toe(enschede.als("consulent2"), dossier, account(enschede, "consulent2"), versie=dossier.versie, op=OP)
    assert vers(enschede, dossier).behandelaar == account(enschede, "consulent2")


def test_only_a_team_leader_takes_it_from_a_colleague(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    naar = account(enschede, "consulent2")
    with pytest.raises(StapNietAanDeBeurt, match="Vraag de teamleider"):
        wijs_toe(enschede.als("consulent2"), dossier, naar, versie=dossier.versie, op=OP)
    wijs_toe(enschede.als("teamleider"), dossier, naar, versie=dossier.versie, op=OP)
    assert vers(enschede, dossier).behandelaar == naar


@pytest.mark.parametrize("wie", ["buur", "controller", "aanbieder"])
def test_it_goes_to_nobody_who_does_not_work_for_its_college(enschede: Stad, wie: str) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    with pytest.raises(GeenCollega):
        wijs_toe(enschede.als("consulent"), dossier, account(enschede, wie), versie=dossier.versie, op=OP)


def test_another_municipality_hands_over_nothing(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    with pytest.raises(GeenMandaat):
        wijs_toe(enschede.als("buur"), dossier, account(enschede, "buur"), versie=dossier.versie, op=OP)


def test_whoever_saw_an_older_version_is_told(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    with pytest.raises(Gewijzigd):
        wijs_toe(enschede.als("consulent"), dossier, account(enschede, "consulent2"), versie=dossier.versie - 1, op=OP)


def test_through_the_page_a_dossier_goes_to_a_colleague(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "onderzoek")
    client, pad = klant(enschede, "consulent"), f"/dossiers/{dossier.nummer}/behandelaar/"
    assert "Consulent2" in client.get(pad).content.decode()
    fout = client.post(pad, {"versie": dossier.versie, "behandelaar": ""})
    assert (fout.status_code, "Kies een collega." in fout.content.decode()) == (422, True)
    naar = account(enschede, "consulent2")
    antwoord = client.post(pad, {"versie": dossier.versie, "behandelaar": naar}, follow=True)
    assert "Consulent2 behandelt nu dit dossier." in antwoord.content.decode()


def test_a_filter_is_kept_for_oneself_and_replaced_by_its_name(enschede: Stad) -> None:
    wie, ander = enschede.als("consulent"), enschede.als("consulent2")
    with als(wie):
        bewaar_filter(wie, "Laat", "wie=alle")
        gehouden = bewaar_filter(wie, "Laat", "wie=niemand")
        assert [deel.vraag for deel in filters_van(wie)] == ["wie=niemand"]
    with als(ander):
        assert filters_van(ander) == []
        haal_filter_weg(ander, gehouden.pk)
    with als(wie):
        haal_filter_weg(wie, gehouden.pk)
        assert filters_van(wie) == []


def test_after_twenty_filters_one_has_to_go_first(enschede: Stad) -> None:
    wie = enschede.als("consulent")
    with als(wie):
        for nummer in range(20):
            bewaar_filter(wie, f"Filter {nummer}", "wie=alle")
        with pytest.raises(ValueError, match="al 20 bewaarde filters"):
            bewaar_filter(wie, "Nog een", "wie=alle")
