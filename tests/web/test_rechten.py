"""The rights of a resident through the screens: who saw my file, a copy, asking, the answer, held letters."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import bouwer
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.web.bewoner import bewoner
from tests.web.wereld import klant
from voordeur.beheer.actions import bewaren as acties
from voordeur.beheer.fouten_bewaren import NietTeVerlengen
from voordeur.beheer.models import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst
from voordeur.beheer.queries.bewaren import aan_de_beurt, bewaard_tot, brondatum
from voordeur.berichten.models import Bericht
from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.actions_afscherming import haal_markering_weg, zet_markering
from voordeur.inwoner.helpers import Helper
from voordeur.inwoner.models import Inwoner, Machtiging
from voordeur.inwoner.queries import mag_bericht
from voordeur.kern.actor import als
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Account
from voordeur.regels.datums import plus_maanden
from voordeur.toegang.actions import bevestig
from voordeur.toegang.actions.ingang import leg_vertegenwoordiger_vast
from voordeur.toegang.actions.vasthouden import handel_af, verstuur_toch
from voordeur.toegang.brief_ingang import AAN_VERTEGENWOORDIGER
from voordeur.toegang.models import Besluit, Document, Dossier, Vastgehouden
from voordeur.toegang.queries import melding_inzien
from voordeur.web.mijn import beeld
from voordeur.web.mijn.soortnamen import in_gewone_woorden

LATER = date(2050, 1, 3)


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(scope="module")
def dossier(stad: Stad) -> Dossier:
    return breng_tot(stad, "genomen", bsn="123456782")


@pytest.fixture(scope="module")
def ik(stad: Stad, dossier: Dossier) -> Client:
    return bewoner(stad, dossier)


def tekst(client: Client, pad: str) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, pad
    return antwoord.content.decode()


def post(client: Client, pad: str, **velden: Any) -> int:
    return client.post(pad, velden | {"_bevestig": "1"}).status_code


def test_the_resident_reads_who_saw_the_file_and_from_where(stad: Stad, dossier: Dossier, ik: Client) -> None:
    klant(stad, "lokaal").get(f"/dossiers/{dossier.nummer}/")
    klant(stad, "lokaal").get(f"/dossiers/{dossier.nummer}/")
    gezien = tekst(ik, "/mijn/gegevens/gezien/")
    assert "Lokaal" in gezien
    assert "Uw dossier: bekeken, 2 keer" in gezien
    assert "gemeente" in gezien
    leeg = tekst(ik, "/mijn/gegevens/gezien/?van=2001-01-01&tot=2001-02-01")
    assert "zag niemand uw dossier" in leeg


def test_a_neighbour_reads_nothing_of_it(stad: Stad, dossier: Dossier) -> None:
    buur = bewoner(stad, breng_tot(stad, "melding"))
    gezien = tekst(buur, "/mijn/gegevens/gezien/")
    assert dossier.nummer not in gezien
    alles = buur.get("/mijn/gegevens/afschrift/json/").content.decode()
    assert dossier.nummer not in alles


def test_the_copy_holds_everything_as_json_pdf_and_with_the_papers(stad: Stad, dossier: Dossier, ik: Client) -> None:
    alles = json.loads(ik.get("/mijn/gegevens/afschrift/json/").content)
    assert alles["persoon"]["identiteit"]["naam"] == "de Wit"
    assert alles["persoon"]["bsn"] == "123456782"
    zaak = next(deze for deze in alles["dossiers"] if deze["nummer"] == dossier.nummer)
    assert zaak["geschreven"]["onderzoek"]["behoeften"] == "Zij wil een veilige plek."
    assert zaak["termijnen"]
    assert zaak["besluiten"]
    assert any(regel["wie"].startswith("Consulent") for regel in alles["wie_zag_het"])
    pdf = ik.get("/mijn/gegevens/afschrift/pdf/")
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")
    with zipfile.ZipFile(io.BytesIO(ik.get("/mijn/gegevens/afschrift/zip/").content)) as pak:
        namen = pak.namelist()
        with als(bouwer(stad)):
            papieren = Document.objects.filter(dossier=dossier).count()
        assert len([naam for naam in namen if naam.startswith("documenten/")]) == papieren > 0
        assert {"gegevens.json", "gegevens.pdf"} <= set(namen)
    assert "Een afschrift van alles" in tekst(ik, "/mijn/gegevens/gezien/")


def test_a_correction_is_asked_marked_as_disputed_and_answered_in_a_month(
    stad: Stad, dossier: Dossier, ik: Client
) -> None:
    assert post(ik, "/mijn/gegevens/verbeteren/", veld="", tekst="") == 422
    assert post(ik, "/mijn/gegevens/verbeteren/", veld="naam", tekst="Met dt.") == 303
    assert "Mijn naam" in tekst(ik, "/mijn/gegevens/")
    assert "De inwoner betwist: Mijn naam" in tekst(klant(stad, "consulent"), f"/dossiers/{dossier.nummer}/")
    with als(bouwer(stad)):
        verzoek = Inwonerverzoek.objects.get(inwoner=dossier.inwoner_id, soort="correctie")
    assert 28 <= (verzoek.uiterlijk - verzoek.ontvangen_op).days <= 31
    teamleider = klant(stad, "teamleider")
    assert "Met dt." in tekst(teamleider, f"/beheer/verzoeken/{verzoek.pk}/")
    weg = f"/beheer/verzoeken/{verzoek.pk}/beslissen/"
    assert post(teamleider, weg, toestaan="nee") == 422
    assert post(teamleider, weg, toestaan="ja") == 302
    assert "Wij doen dit." in tekst(ik, "/mijn/gegevens/")


def test_a_request_is_seen_before_its_end_prolonged_once_with_a_letter_and_red_when_it_is_late(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    consulent, teamleider = klant(stad, "consulent"), klant(stad, "teamleider")
    op = timezone.localdate()
    velden = {"soort": "inzage", "door": "inwoner", "tekst": "", "veld": "", "ontvangen_op": op.strftime("%d-%m-%Y")}
    assert post(consulent, f"/beheer/verzoeken/dossier/{dossier.nummer}/", **velden) == 302
    with als(bouwer(stad)):
        verzoek = Inwonerverzoek.objects.get(inwoner=dossier.inwoner_id)
    een = f"/beheer/verzoeken/{verzoek.pk}/"
    assert een not in tekst(consulent, "/werk/"), "a month is long enough to leave it alone"
    afschrift = f"/werk/verzoeken/{verzoek.pk}/afschrift/pdf/"
    assert afschrift in tekst(consulent, een)
    assert consulent.get(afschrift).content[:5] == b"%PDF-"
    with override_settings(VOORDEUR_VANDAAG=verzoek.uiterlijk - timedelta(days=3)):
        assert f'href="{een}"' in tekst(consulent, "/werk/")
        assert "Nog 3 dagen" in tekst(klant(stad, "consulent"), een)
    with override_settings(VOORDEUR_VANDAAG=verzoek.uiterlijk + timedelta(days=1)):
        laat = tekst(klant(stad, "consulent"), "/werk/")
        assert "zaak--telaat" in laat
        assert "1 dag te laat" in laat
        te_laat = klant(stad, "consulent").post(f"{een}verlengen/", {"reden": "Druk."})
        assert "De eerste maand is voorbij" in te_laat.content.decode()
    assert post(consulent, f"{een}verlengen/", reden="") == 422
    assert post(consulent, f"{een}verlengen/", reden="Wij zoeken in oude mappen.") == 302
    with als(bouwer(stad)):
        nu = Inwonerverzoek.objects.get(pk=verzoek.pk)
        assert nu.uiterlijk == acties.termijn_van(acties.VERLENGD, op).waarde.uiterlijk == plus_maanden(op, 3)
        assert Document.objects.filter(dossier=dossier, titel="Het antwoord op uw verzoek komt later").count() == 1
    assert "Wij zoeken in oude mappen." in tekst(teamleider, een)
    with pytest.raises(NietTeVerlengen):
        acties.verleng(stad.als("consulent"), verzoek, "Nog eens.", op=op)
    with pytest.raises(IntegrityError, match="verzoek_op_tijd_verlengd"), als(bouwer(stad)):
        Inwonerverzoek.objects.filter(pk=verzoek.pk).update(verlengd_op=verzoek.uiterlijk + timedelta(days=1))
    with pytest.raises(IntegrityError, match="verzoek_vernietiging_niet_verlengd"), als(bouwer(stad)):
        Inwonerverzoek.objects.filter(pk=verzoek.pk).update(soort="vernietiging")
    assert post(teamleider, f"{een}beslissen/", toestaan="nee", grond="ander", toelichting="Over een buurman.") == 302
    with als(bouwer(stad)):
        assert Document.objects.filter(dossier=dossier, titel="Wij laten u deze gegevens niet zien").exists()


def test_a_destruction_is_reminded_of_and_never_prolonged(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    assert post(bewoner(stad, dossier), "/mijn/gegevens/vernietigen/", tekst="", zeker="on") == 303
    with als(bouwer(stad)):
        verzoek = Inwonerverzoek.objects.get(inwoner=dossier.inwoner_id)
    assert verzoek.uiterlijk >= plus_maanden(verzoek.ontvangen_op, 3)
    een = f"/beheer/verzoeken/{verzoek.pk}/"
    with override_settings(VOORDEUR_VANDAAG=verzoek.uiterlijk - timedelta(days=1)):
        assert f'href="{een}"' in tekst(klant(stad, "teamleider"), "/werk/")
        assert f"{een}verlengen/" not in tekst(klant(stad, "teamleider"), een)
    geweigerd = klant(stad, "teamleider").post(f"{een}verlengen/", {"reden": "Druk."})
    assert "niet later dan drie maanden" in geweigerd.content.decode()


def test_destruction_goes_from_asking_to_nothing_left_through_the_screens(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    ik = bewoner(stad, dossier)
    assert post(ik, "/mijn/gegevens/vernietigen/", tekst="") == 422
    assert post(ik, "/mijn/gegevens/vernietigen/", tekst="", zeker="on") == 303
    with als(bouwer(stad)):
        verzoek = Inwonerverzoek.objects.get(inwoner=dossier.inwoner_id)
        Dossier.objects.filter(pk=dossier.pk).update(stap="afgesloten", afgesloten_op=OP)
    teamleider, beheerder = klant(stad, "teamleider"), klant(stad, "beheerder")
    assert "De Wit" in tekst(teamleider, "/beheer/verzoeken/")
    assert post(teamleider, f"/beheer/verzoeken/{verzoek.pk}/beslissen/", toestaan="ja") == 302
    eigen = teamleider.post(f"/beheer/verzoeken/{verzoek.pk}/vernietigen/", {"zeker": "on"})
    assert "Laat een collega dit doen" in eigen.content.decode()
    assert post(beheerder, f"/beheer/verzoeken/{verzoek.pk}/vernietigen/", zeker="on") == 302
    with als(bouwer(stad)):
        assert Inwoner.objects.get(pk=dossier.inwoner_id).sleutel is None
    assert "gegevens van deze inwoner zijn vernietigd" in tekst(teamleider, f"/dossiers/{dossier.nummer}/")


def lang_bewaard(stad: Stad, aantal: int = 1) -> list[Dossier]:
    gemaakt = [breng_tot(stad, "melding") for _ in range(aantal)]
    with als(bouwer(stad)):
        for deze in gemaakt:
            Dossier.objects.filter(pk=deze.pk).update(stap="afgesloten", afgesloten_op=OP)
    return gemaakt


def test_fifteen_years_run_from_the_last_change_that_was_recorded(stad: Stad) -> None:
    (deze,) = lang_bewaard(stad)
    with als(bouwer(stad)):
        bron = brondatum(deze.inwoner)
        tot = bewaard_tot(bron)
        assert (tot.year, tot.month) == (bron.year + 15, bron.month)
        assert not aan_de_beurt(tot).filter(pk=deze.inwoner_id).exists()
        assert (
            aan_de_beurt(date(tot.year, tot.month, 28).replace(year=tot.year + 1)).filter(pk=deze.inwoner_id).exists()
        )


def test_one_makes_the_list_another_approves_it_and_it_goes_in_portions(stad: Stad) -> None:
    weg, blijft = lang_bewaard(stad, 2)
    teamleider, beheerder = stad.als("teamleider"), stad.als("beheerder")
    acties.bewaar_langer(teamleider, blijft.inwoner, "Er is nog een schadezaak.", date(2060, 1, 1), op=OP)
    lijst = acties.maak_lijst(teamleider, acties.VanRegio(stad.centrum), op=LATER).object
    with als(bouwer(stad)):
        erop = set(Lijstregel.objects.filter(lijst=lijst).values_list("inwoner_id", flat=True))
    assert weg.inwoner_id in erop
    assert blijft.inwoner_id not in erop
    with pytest.raises(StapNietAanDeBeurt):
        acties.voer_lijst_uit(beheerder, lijst, op=LATER)
    with pytest.raises(ZelfdePersoon):
        acties.keur_lijst_goed(teamleider, lijst, op=LATER)
    with pytest.raises(IntegrityError, match="vernietigingslijst_vier_ogen"), als(bouwer(stad)):
        Vernietigingslijst.objects.filter(pk=lijst.pk).update(goedgekeurd_door=lijst.gemaakt_door)
    with pytest.raises(IntegrityError, match="bewaring_eindigt_later"), als(bouwer(stad)):
        Bewaring.objects.filter(inwoner=blijft.inwoner).update(tot=OP)
    acties.keur_lijst_goed(beheerder, lijst, op=LATER)
    acties.voer_lijst_uit(beheerder, lijst, op=LATER, stuks=1)
    while acties.voer_lijst_uit(beheerder, lijst, op=LATER, stuks=1).object.klaar_op is None:
        continue
    with als(bouwer(stad)):
        assert Inwoner.objects.get(pk=weg.inwoner_id).sleutel is None
        assert Inwoner.objects.get(pk=blijft.inwoner_id).sleutel is not None
    verklaring = tekst(klant(stad, "beheerder"), f"/beheer/bewaren/lijst/{lijst.pk}/")
    assert "Verklaring van vernietiging" in verklaring
    assert weg.nummer in verklaring
    assert "De Wit" not in verklaring


def test_with_the_warning_a_letter_is_held_until_somebody_decides(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    consulent = stad.als("consulent")
    markering = zet_markering(consulent, dossier.inwoner, "niets_sturen", "Haar ex opent de post.", op=OP).object
    with als(consulent):
        assert not mag_bericht(dossier.inwoner)
    bevestig(consulent, vers(stad, dossier), versie=dossier.versie, op=OP)
    aan = f"inwoner van dossier {dossier.nummer}"
    with als(bouwer(stad)):
        assert not Bericht.objects.filter(aan=aan).exists()
        brief = Vastgehouden.objects.get(dossier=dossier)
    lijst = tekst(klant(stad, "consulent"), "/beheer/brieven/")
    assert dossier.nummer in lijst
    assert "Stuur niets zonder overleg" in tekst(klant(stad, "consulent"), f"/dossiers/{dossier.nummer}/")
    assert post(klant(stad, "consulent"), f"/beheer/brieven/{brief.pk}/", keuze="versturen", reden="") == 422
    verstuur_toch(consulent, brief, "Zij belde: het mag.", op=OP)
    with als(bouwer(stad)):
        assert Bericht.objects.filter(aan=aan).count() == 1
    with pytest.raises(StapNietAanDeBeurt):
        handel_af(consulent, brief, "Nog eens", op=OP)
    haal_markering_weg(consulent, markering, "Het is veilig.", op=OP)
    with als(consulent):
        assert mag_bericht(dossier.inwoner)


def test_with_the_warning_a_resident_still_objects_and_complains_and_no_held_letter_is_read(stad: Stad) -> None:
    dossier = breng_tot(stad, "genomen")
    zelf, besluit = bewoner(stad, dossier), voorstel_van(stad, dossier)
    zet_markering(stad.als("consulent"), dossier.inwoner, "niets_sturen", "Haar ex opent de post.", op=OP)
    velden = {"versie": dossier.versie, "gronden": "Ik heb meer nodig."}
    assert zelf.post(f"/mijn/zaak/{dossier.nummer}/besluit/{besluit.nummer}/bezwaar/", velden).status_code == 303
    assert zelf.post("/mijn/klacht/", {"over": "ons", "tekst": "Niemand belt."}).status_code == 303
    with als(bouwer(stad)):
        vast = list(Vastgehouden.objects.filter(dossier=dossier).select_related("document"))
        los = Document.objects.filter(dossier=dossier, vastgehouden=None, van="voordeur").latest("id")
    assert len(vast) == 2
    assert zelf.get(f"/mijn/brieven/{los.pk}/").status_code == 200
    for brief in vast:
        assert zelf.get(f"/mijn/brieven/{brief.document_id}/").status_code == 404
    handel_af(stad.als("consulent"), vast[0], "Zij las hem hier.", op=OP)
    assert zelf.get(f"/mijn/brieven/{vast[0].document_id}/").status_code == 200


def test_who_looks_along_never_reads_a_secret_address(stad: Stad, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = breng_tot(stad, "melding", wie="consulent")
    helper = Account.objects.create(regio_id=stad.regio, email="8@inwoner.invalid", naam="inwoner", soort="inwoner")
    with als(stad.als("consulent")):
        Machtiging.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, inwoner=dossier.inwoner, soort="helper",
            mag="lezen", van=OP, account=helper,
        )  # fmt: skip
    kijkt = Client()
    kijkt.force_login(helper)
    pagina = tekst(kijkt, "/mijn/gegevens/")
    assert "Lindelaan 12" in pagina
    assert "<dt>Telefoon</dt>" in pagina
    zet_markering(stad.als("consulent"), dossier.inwoner, "geheim_adres", "Zij wordt gezocht.", op=OP)
    assert "Lindelaan 12" in tekst(bewoner(stad, dossier), "/mijn/gegevens/")
    pagina = tekst(kijkt, "/mijn/gegevens/")
    assert "Lindelaan 12" not in pagina
    assert "<dt>Telefoon</dt>" not in pagina
    # where she lives is not even asked for
    monkeypatch.setattr(beeld, "woning_van", pytest.fail)
    wie = actor_van_inwoner(helper, op=OP)
    with als(wie):
        assert beeld.woning(wie, dossier, OP) is None


def test_the_copy_calls_everything_by_plain_words(stad: Stad) -> None:
    geschreven = {
        "melding": 1, "toetsfeiten": 2, "klacht 4071": 3, "klacht 4099": 4, "afspraak 12": 5, "afspraak 12 anders": 6,
        "brief 88": 7, "klok 9 bericht": 8, "besluit B-1": 9,
    }  # fmt: skip
    namen = in_gewone_woorden(geschreven, {"brief 88": "'Ons oordeel' van 2 maart 2026"})
    assert list(namen) == [
        "melding", "gegevens voor het besluit", "uw klacht 1", "uw klacht 2", "uw afspraak 1",
        "uw afspraak 1, een ander moment", "waarom een brief bleef liggen 'Ons oordeel' van 2 maart 2026",
        "termijn 1, bericht", "besluit B-1",
    ]  # fmt: skip
    assert list(namen.values()) == list(geschreven.values())


def test_the_copy_leaves_out_what_is_of_others_or_not_decided_yet(stad: Stad) -> None:
    dossier = breng_tot(stad, "genomen")
    besluit, consulent = voorstel_van(stad, dossier), stad.als("consulent")
    zet_markering(consulent, dossier.inwoner, "geheim_adres", "Zij wordt gezocht.", op=OP)
    mentor = Helper(naam="Mevrouw Mentor", contact="0612345678", bewijs="Beschikking", soort="wettelijk", van=OP)
    leg_vertegenwoordiger_vast(consulent, dossier, mentor, ("Hof 1", "1234 AB Kleinbuurt"), op=OP)
    with als(bouwer(stad)):
        alles = {"regio_id": stad.regio, "college_code": dossier.college_code, "dossier": dossier}
        vreemd = Document.objects.create(**alles, soort="advies", titel="Advies", op=OP, inhoud=b"x", van="behandelaar")
        aan_mentor = Document.objects.filter(dossier=dossier).get(titel=AAN_VERTEGENWOORDIGER)
        Besluit.objects.create(**alles, nummer="B-proef", strekking="afwijzing", voorbereid_door=1, voorbereid_op=OP)
        schrijf_op(dossier.inwoner, "besluit B-proef", {"reden": "Nog niet."}, van=dossier.nummer)
        schrijf_op(dossier.inwoner, "teruggestuurd", {"reden": "Kijk nog eens."}, van=dossier.nummer)
        schrijf_op(dossier.inwoner, "noodtoegang 7", {"toelichting": "Crisis."}, van=dossier.nummer)
    zelf = bewoner(stad, dossier)
    copie = zelf.get("/mijn/gegevens/afschrift/json/").content.decode()
    for niet in ("Zij wordt gezocht", "0612345678", "Nog niet.", "Kijk nog eens", "Crisis."):
        assert niet not in copie
    for wel in ("Mevrouw Mentor", '"titel": "Advies"', f"besluit {besluit.nummer}"):
        assert wel in copie
    with zipfile.ZipFile(io.BytesIO(zelf.get("/mijn/gegevens/afschrift/zip/").content)) as pak:
        namen = " ".join(pak.namelist())
    for papier in (vreemd, aan_mentor):
        assert f"-{papier.pk}." not in namen
        assert zelf.get(f"/mijn/brieven/{papier.pk}/").status_code == 404


def test_a_secret_address_is_on_no_screen_and_not_for_who_reported(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding", wie="consulent")
    assert "Lindelaan 12" in tekst(klant(stad, "consulent"), f"/dossiers/{dossier.nummer}/")
    zet_markering(stad.als("consulent"), dossier.inwoner, "geheim_adres", "Zij wordt gezocht.", op=OP)
    pagina = tekst(klant(stad, "consulent"), f"/dossiers/{dossier.nummer}/")
    assert "Lindelaan 12" not in pagina
    assert "Geheim adres" in pagina
    assert "Lindelaan 12" not in tekst(klant(stad, "consulent"), f"/dossiers/{dossier.nummer}/bevestigen/")
    identiteit, _ = melding_inzien(stad.als("consulent"), dossier, op=OP)
    assert "Lindelaan 12" not in str(identiteit)


def test_shielding_goes_through_the_screens(stad: Stad) -> None:
    dossier = breng_tot(stad, "melding")
    consulent = klant(stad, "consulent")
    wie = [str(stad.accounts[naam].pk) for naam in ("consulent", "teamleider")]
    pad = f"/beheer/veilig/{dossier.nummer}/afschermen/"
    assert post(consulent, pad, accounts=wie[:1], reden="x") == 422
    assert post(consulent, pad, accounts=wie, reden="Zij wordt bedreigd.") == 302
    with als(bouwer(stad)):
        pk = dossier.inwoner.afschermingen.get().pk
    assert post(klant(stad, "teamleider"), f"/beheer/afscherming/{pk}/bevestigen/", zeker="on") == 302
    assert klant(stad, "lokaal").get(f"/dossiers/{dossier.nummer}/").status_code == 404
    assert "Alleen" in tekst(consulent, f"/beheer/veilig/{dossier.nummer}/")
    assert "Er is niets afgeschermd" in tekst(klant(stad, "beheerder"), "/beheer/afscherming/")
    assert post(consulent, f"/beheer/afscherming/{pk}/opheffen/", zeker="on") == 302
    assert klant(stad, "lokaal").get(f"/dossiers/{dossier.nummer}/").status_code == 200
