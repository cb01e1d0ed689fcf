"""A term stands still, runs again, ends later: by the law, with a letter, and with the sum on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot, vers
from voordeur.inwoner.queries import lees_bestand, opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, Gewijzigd, StapNietAanDeBeurt
from voordeur.regels.termijnsom import schrijf_som
from voordeur.toegang.actions import (
    Opschortverzoek,
    Uitstelafspraak,
    eindig_opschorting,
    kondig_latere_dag_aan,
    leg_onderzoek_vast,
    ontvang_aanvraag,
    schort_klok_op,
    spreek_uitstel_af,
)
from voordeur.toegang.fouten import OnvolledigVoorstel
from voordeur.toegang.models import Document, Dossier, Klok
from voordeur.toegang.queries import waarom_klok
from voordeur.toegang.termijnen import start_klok

Bouw = Callable[[str], Stad]
MIST = ("een kopie van uw identiteitsbewijs", "de beschikking van het CIZ")


def klok_van(stad: Stad, dossier: Dossier, soort: str = "besluit") -> Klok:
    with als(stad.als("consulent")):
        return Klok.objects.select_related("dossier").get(dossier=dossier, soort=soort, klaar_op=None)


def schort_op(
    stad: Stad, dossier: Dossier, wie: str = "consulent", *, op: date = date(2026, 3, 4), **anders: Any
) -> Klok:
    verzoek = {"grond": "aanvulling", "gevraagd": MIST, "tot": date(2026, 3, 18)} | anders
    versie = verzoek.pop("versie", vers(stad, dossier).versie)
    soort = verzoek.pop("soort", "besluit")
    klok = klok_van(stad, dossier, soort)
    gedaan: Klok = schort_klok_op(stad.als(wie), klok, Opschortverzoek(**verzoek), versie=versie, op=op).object
    return gedaan


def brief(stad: Stad, dossier: Dossier, soort: str) -> bytes:
    with als(stad.als("consulent")):
        gevonden = Document.objects.select_related("dossier__inwoner").filter(dossier=dossier, soort=soort).latest("id")
        return lees_bestand(gevonden.dossier.inwoner, gevonden.inhoud)


def test_six_days_of_waiting_move_the_end_over_a_sunday(stad: Bouw) -> None:
    """Asked on 4 March, all here on the 11th: six days, from Monday 16 to Sunday 22, so to Monday 23 March."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = schort_op(hier, dossier)
    assert klok.uiterlijk == date(2026, 3, 30)  # as long as nothing came: until the day before 18 March
    klok = eindig_opschorting(
        hier.als("consulent"), klok, vanaf=date(2026, 3, 11), versie=vers(hier, dossier).versie, op=date(2026, 3, 11)
    ).object
    with als(hier.als("consulent")):
        som = schrijf_som(waarom_klok(klok_van(hier, dossier)))
    assert (klok.uiterlijk, som) == (
        date(2026, 3, 23), "2 weken + 6 dagen opschorting, schuift van zondag naar maandag",
    )  # fmt: skip


def test_a_suspension_that_ends_on_a_holiday_goes_to_the_next_open_day(stad: Bouw) -> None:
    """16 March and 21 days is Easter Monday 6 April."""
    hier = stad("enschede")
    klok = schort_op(hier, breng_tot(hier, "besluit"), tot=date(2026, 3, 26))
    with als(hier.als("consulent")):
        assert schrijf_som(waarom_klok(klok)).endswith("schuift van maandag (Tweede Paasdag) naar dinsdag")
    assert klok.uiterlijk == date(2026, 4, 7)


def test_the_letter_asks_what_is_missing_and_is_kept_with_the_clock(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = schort_op(hier, dossier)
    pdf = brief(hier, dossier, "opschorting")
    for zin in (*MIST, "Doe dit uiterlijk op 18 maart 2026", "vanaf 5 maart 2026", "artikel 4:15"):
        assert bevat(pdf, zin), zin
    regel = klok.opschortingen[0]
    assert (regel["van"], regel["tot"], regel["grond"]) == ("2026-03-05", "2026-03-17", ["awb/4:15-1", "awb/4:5"])
    with als(hier.als("consulent")):
        assert Document.objects.get(pk=regel["document"]).soort == "opschorting"
        geschreven = opgeschreven(vers(hier, dossier).inwoner, van=dossier.nummer)
    assert geschreven[f"klok {klok.pk} regel 1"]["gevraagd"] == list(MIST)


def test_what_came_at_once_does_not_move_the_term(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = schort_op(hier, dossier)
    klok = eindig_opschorting(
        hier.als("consulent"), klok, vanaf=date(2026, 3, 4), versie=vers(hier, dossier).versie, op=date(2026, 3, 4)
    ).object
    assert klok.uiterlijk == date(2026, 3, 16)
    assert bevat(brief(hier, dossier, "termijnbericht"), "Ons besluit komt uiterlijk op 16 maart 2026.")


def test_a_term_that_stands_still_is_not_suspended_twice_and_what_is_over_is_not_ended(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = schort_op(hier, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="staat al stil"):
        schort_op(hier, dossier)
    with pytest.raises(StapNietAanDeBeurt, match="staat niet stil"):
        eindig_opschorting(
            hier.als("consulent"), klok, vanaf=date(2026, 3, 20), versie=vers(hier, dossier).versie,
            op=date(2026, 3, 20),
        )  # fmt: skip


def test_a_suspension_says_why_and_until_when(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    gevallen: list[tuple[dict[str, Any], str]] = [
        ({"gevraagd": ()}, "gevraagd"),
        ({"tot": date(2026, 3, 4)}, "tot"),
        ({"grond": "verdaging"}, "grond"),
        ({"grond": "overmacht", "reden": " "}, "reden"),
    ]
    for anders, veld in gevallen:
        with pytest.raises(OnvolledigVoorstel) as fout:
            schort_op(hier, dossier, **anders)
        assert fout.value.veld == veld


def test_a_neighbour_has_no_mandate_and_an_old_version_is_told(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(GeenMandaat):
        schort_op(hier, dossier, "buur")
    with pytest.raises(GeenMandaat):
        schort_op(hier, dossier, "controller")
    with pytest.raises(Gewijzigd):
        schort_op(hier, dossier, versie=1)


def spreek_af(
    stad: Stad, dossier: Dossier, soort: str = "besluit", *, op: date = date(2026, 3, 9), **anders: Any
) -> Klok:
    afspraak = {
        "grond": "instemming", "nieuw": date(2026, 3, 29), "reden": "Het gesprek met de zorg is later.",
        "door": "de mentor", "ingestemd_op": date(2026, 3, 6),
    } | anders  # fmt: skip
    versie = vers(stad, dossier).versie
    klok = klok_van(stad, dossier, soort)
    gedaan: Klok = spreek_uitstel_af(
        stad.als("consulent"), klok, Uitstelafspraak(**afspraak), versie=versie, op=op
    ).object
    return gedaan


def test_agreed_postponement_says_who_agreed_and_moves_on_from_a_sunday(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = spreek_af(hier, dossier)
    assert klok.uiterlijk == date(2026, 3, 30)
    with als(hier.als("consulent")):
        assert schrijf_som(waarom_klok(klok)) == "2 weken + 13 dagen uitstel, schuift van zondag naar maandag"
        geschreven = opgeschreven(vers(hier, dossier).inwoner, van=dossier.nummer)
    assert geschreven[f"klok {klok.pk} regel 1"]["door"] == "de mentor"
    assert bevat(brief(hier, dossier, "uitstel"), "Ons besluit komt later: uiterlijk op 30 maart 2026.")
    assert bevat(brief(hier, dossier, "uitstel"), "Op 6 maart 2026 is daarmee ingestemd door: de mentor.")


def test_postponement_needs_who_when_and_why(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    gevallen: list[tuple[dict[str, Any], str]] = [
        ({"door": ""}, "door"),
        ({"ingestemd_op": None}, "ingestemd_op"),
        ({"ingestemd_op": date(2026, 3, 10)}, "ingestemd_op"),
        ({"nieuw": date(2026, 3, 16)}, "nieuw"),
        ({"reden": ""}, "reden"),
    ]
    for anders, veld in gevallen:
        with pytest.raises(OnvolledigVoorstel) as fout:
            spreek_af(hier, dossier, **anders)
        assert fout.value.veld == veld


def test_after_the_term_nothing_can_be_agreed_any_more(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    with pytest.raises(StapNietAanDeBeurt, match="al voorbij"):
        spreek_af(hier, dossier, op=date(2026, 3, 17))
    with pytest.raises(StapNietAanDeBeurt, match="al voorbij"):
        schort_op(hier, dossier, op=date(2026, 3, 17), tot=date(2026, 3, 24))
    with pytest.raises(StapNietAanDeBeurt, match="eindigt vandaag"):
        schort_op(hier, dossier, op=date(2026, 3, 16), tot=date(2026, 3, 24))


def test_a_decision_on_an_objection_is_put_off_six_weeks_at_most_and_once(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "genomen")
    with als(hier.als("consulent")):
        start_klok(dossier, "beslissing-op-bezwaar", date(2026, 4, 13), "bezwaar")
    laatst = date(2026, 7, 6)  # six weeks after Monday 25 May, which is Whit Monday
    with pytest.raises(OnvolledigVoorstel, match="tot en met 6 juli 2026"):
        spreek_af(
            hier, dossier, "beslissing-op-bezwaar", grond="verdaging", nieuw=date(2026, 7, 7), op=date(2026, 5, 1)
        )
    klok = spreek_af(hier, dossier, "beslissing-op-bezwaar", grond="verdaging", nieuw=laatst, op=date(2026, 5, 1))
    assert klok.uiterlijk == laatst
    with pytest.raises(StapNietAanDeBeurt, match="al een keer verdaagd"):
        spreek_af(
            hier, dossier, "beslissing-op-bezwaar", grond="verdaging", nieuw=date(2026, 7, 8), op=date(2026, 6, 1)
        )


def test_telling_a_later_day_moves_nothing(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "besluit")
    klok = klok_van(hier, dossier)
    versie = vers(hier, dossier).versie
    klok = kondig_latere_dag_aan(
        hier.als("consulent"), klok, date(2026, 3, 25), "De arts is ziek.", versie=versie, op=date(2026, 3, 13)
    ).object
    assert (klok.uiterlijk, klok.aangekondigd) == (date(2026, 3, 16), date(2026, 3, 25))
    pdf = brief(hier, dossier, "termijnbericht")
    assert bevat(pdf, "U hoort uiterlijk op 25 maart 2026 van ons.")
    assert bevat(pdf, "Wij hadden tijd tot en met 16 maart 2026. Die dag verandert niet.")


def test_what_is_agreed_about_the_investigation_does_not_take_the_right_to_apply(stad: Bouw) -> None:
    """Six weeks after the report the resident may apply, whatever our own day is (Wmo 2.3.2 lid 9)."""
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klok = schort_op(hier, dossier, soort="onderzoek", grond="gegevens", tot=date(2026, 3, 31))
    assert klok.uiterlijk == date(2026, 5, 11)  # 13 April and 26 days is Saturday 9 May
    assert bevat(brief(hier, dossier, "opschorting"), "Is het onderzoek op 13 april 2026 niet klaar?")
    actor, op = hier.als("consulent"), date(2026, 4, 14)
    with pytest.raises(StapNietAanDeBeurt, match="nog niet klaar"):
        ontvang_aanvraag(actor, dossier, ontvangen_op=date(2026, 4, 13), versie=vers(hier, dossier).versie, op=op)
    gedaan = ontvang_aanvraag(actor, dossier, ontvangen_op=op, versie=vers(hier, dossier).versie, op=op)
    assert gedaan.object.stap == "besluit"


def test_a_term_that_is_done_is_left_alone(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    klok = klok_van(hier, dossier, "onderzoek")
    onderzoek = {"gesprek_op": "2026-03-02", "behoeften": "x", "afgerond": True}
    dossier = leg_onderzoek_vast(hier.als("consulent"), dossier, onderzoek, versie=dossier.versie, op=OP).object
    verzoek = Opschortverzoek(grond="gegevens", gevraagd=("iets",), tot=date(2026, 3, 18))
    with pytest.raises(StapNietAanDeBeurt, match="loopt niet meer"):
        schort_klok_op(hier.als("consulent"), klok, verzoek, versie=dossier.versie, op=OP)
