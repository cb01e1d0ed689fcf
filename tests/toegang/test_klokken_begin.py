"""On which day a term began: said by one, decided by a team leader, computed anew, and what it was stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.test_klokken import brief, klok_van
from tests.toegang.test_klokken_dwangsom import stel_in_gebreke
from tests.toegang.weg import breng_tot, vers
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Journaalregel
from voordeur.toegang.actions import Betwisting, beslis_over_begin, betwist_begin
from voordeur.toegang.fouten import OnvolledigVoorstel
from voordeur.toegang.models import Document, Dossier, Ingebrekestelling, Klok

Bouw = Callable[[str], Stad]
MAIL, NU = date(2026, 2, 20), date(2026, 3, 9)


def betwist(stad: Stad, dossier: Dossier, wie: str = "consulent", **anders: Any) -> Klok:
    gewoon = {"begin": MAIL, "door": "de inwoner", "reden": "Zij mailde toen dat zij hulp wilde."}
    versie = vers(stad, dossier).versie
    betwisting = Betwisting(**gewoon | anders)
    gedaan: Klok = betwist_begin(stad.als(wie), klok_van(stad, dossier), betwisting, versie=versie, op=NU).object
    return gedaan


def beslis(
    stad: Stad,
    dossier: Dossier,
    wie: str = "teamleider",
    *,
    toegewezen: bool = True,
    reden: str = "De mail vraagt om hulp.",
) -> Klok:
    versie = vers(stad, dossier).versie
    gedaan: Klok = beslis_over_begin(
        stad.als(wie), klok_van(stad, dossier), toegewezen=toegewezen, reden=reden, versie=versie, op=NU
    ).object
    return gedaan


def test_a_mail_that_asks_for_help_was_the_application(stad: Bouw) -> None:
    """From 2 March to 20 February: the term ended on Friday 6 March already, and what it was is kept."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with als(hier.als("consulent")):
        stuk = Document.objects.filter(dossier=dossier).first()
    assert stuk is not None
    klok = betwist(hier, dossier, startstuk=stuk.pk)
    assert (klok.start, klok.uiterlijk, klok.betwist_op) == (date(2026, 3, 2), date(2026, 3, 16), NU)
    klok = beslis(hier, dossier)
    assert (klok.start, klok.uiterlijk, klok.betwist_op, klok.startstuk_id) == (MAIL, date(2026, 3, 6), None, stuk.pk)
    assert klok.eerder == [{"start": "2026-03-02", "uiterlijk": "2026-03-16", "tot": "2026-03-09"}]
    dossier = vers(hier, dossier)
    assert dossier.aangevraagd_op == MAIL
    with als(hier.als("consulent")):
        geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer)
        gedaan = set(Journaalregel.objects.filter(betreft=dossier.betreft).values_list("handeling", flat=True))
    assert geschreven[f"klok {klok.pk} begin"]["door"] == "de inwoner"
    assert geschreven[f"klok {klok.pk} begin uitkomst"]["toegewezen"] is True
    assert gedaan >= {"toegang.klok.betwisten", "toegang.klok.begin_beslissen"}
    assert bevat(brief(hier, dossier, "termijnbericht"), "De tijd begon op 20 februari 2026.")


def test_a_start_that_stands_changes_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    betwist(hier, dossier)
    klok = beslis(hier, dossier, toegewezen=False, reden="De mail ging over iets anders.")
    assert (klok.start, klok.betwist_op, klok.eerder) == (date(2026, 3, 2), None, [])
    assert bevat(brief(hier, dossier, "termijnbericht"), "De eerste dag verandert niet.")


def test_a_notice_that_came_too_early_counts_when_the_term_was_over_after_all(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    assert stel_in_gebreke(hier, dossier, NU).te_vroeg
    betwist(hier, dossier)
    beslis(hier, dossier)
    with als(hier.als("consulent")):
        assert not Ingebrekestelling.objects.get(dossier=dossier).te_vroeg
    assert bevat(brief(hier, dossier, "termijnbericht"), "Uw ingebrekestelling van 9 maart 2026 telt.")


def test_only_a_team_leader_who_did_not_write_it_down_decides(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(StapNietAanDeBeurt, match="niet betwist"):
        beslis(hier, dossier)
    betwist(hier, dossier, "teamleider")
    with pytest.raises(GeenMandaat):
        beslis(hier, dossier, "consulent")
    with pytest.raises(ZelfdePersoon):
        beslis(hier, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="al betwist"):
        betwist(hier, dossier)


def test_a_report_does_not_come_after_its_own_confirmation(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    with als(hier.als("consulent")):
        klok = Klok.objects.get(dossier=dossier, soort="onderzoek")
    betwisting = Betwisting(begin=date(2026, 3, 6), door="de inwoner", reden="Zij belde pas toen.")
    with pytest.raises(OnvolledigVoorstel, match="bevestiging"):
        betwist_begin(hier.als("consulent"), klok, betwisting, versie=dossier.versie, op=NU)


def test_who_contests_says_which_day_who_and_why(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    gevallen: list[tuple[dict[str, Any], str]] = [
        ({"begin": date(2026, 3, 10)}, "begin"),
        ({"begin": date(2026, 3, 2)}, "begin"),
        ({"door": " "}, "door"),
        ({"reden": ""}, "reden"),
        ({"startstuk": 2**40}, "startstuk"),
    ]
    for anders, veld in gevallen:
        with pytest.raises(OnvolledigVoorstel) as fout:
            betwist(hier, dossier, **anders)
        assert fout.value.veld == veld
