"""A small world of one region for the tests of the door: one real object of each kind, with whom it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from tests.beheer.beleid_opzet import beleid_van
from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot, melding, vers
from tests.verblijf.opzet import wacht
from tests.web.bewoner import account_van
from voordeur.aanbod.models import Locatie
from voordeur.api.actions import BijBeheer, Sleutelvraag, maak_sleutel
from voordeur.api.geheim import nieuw_geheim
from voordeur.beheer.actions import bewaren, inlezen
from voordeur.beheer.models import (
    Contactpersoon,
    Mandaatvoorstel,
    Noodverzoek,
    Uitnodiging,
    Vernietigingslijst,
    Verwerkersovereenkomst,
)
from voordeur.berichten.models import Bericht
from voordeur.geld.actions import zet_voorschot_klaar
from voordeur.geld.models import Boeking, Declaratie
from voordeur.inwoner.actions import BijCollege, registreer, sluit_op
from voordeur.inwoner.actions_afscherming import vraag_afscherming, zet_markering
from voordeur.inwoner.helpers import Helper
from voordeur.kern.actor import als
from voordeur.kern.models import Aanstelling, College, Mandaatregel, Noodtoegang, Teller, Vervanging
from voordeur.kern.perioden import half_open
from voordeur.opvang.actions import AanDeDeur, BijHuis, Elders, Gast, leg_bedden_vast, ontvang
from voordeur.toegang.actions import Notitie, Vraag, leg_ingebrekestelling_vast, meld, noteer_stap, stel_vraag
from voordeur.toegang.actions.afspraken import Moment, Waarover, maak_afspraak
from voordeur.toegang.actions.betrokkenen import Persoon, voeg_betrokkene_toe
from voordeur.toegang.actions.concepten import bewaar_concept
from voordeur.toegang.actions.ingang import leg_vertegenwoordiger_vast
from voordeur.toegang.actions.samenvoegen import bevestig_samenvoeging, vraag_samenvoeging
from voordeur.toegang.models import (
    Besluit,
    Bezwaar,
    Document,
    Dossier,
    Geschil,
    Inwonervraag,
    Klacht,
    Klok,
    Landelijk,
    Uitvraag,
    Vastgehouden,
    Verplaatsing,
)
from voordeur.toegang.termijnen import start_klok
from voordeur.verblijf.models import Plaatsing
from voordeur.web.klok import vandaag

REGELING = "enschede"
TELLER = count(1)


@dataclass
class Wereld:
    """A region with, by kind, the value that an address wants; `van` says which municipality the person is of."""

    stad: Stad
    van: str
    waarden: dict[str, Any] = field(default_factory=dict)


def maak(stad: Stad, college: str) -> Wereld:
    """One of everything, of a resident of a municipality."""
    wereld = Wereld(stad, college)
    dossier = breng_tot(stad, "genomen", college_code=college)
    nummer = f"{college}-{next(TELLER)}"
    besluit = wacht(stad, product="beschermd-wonen", college=college, nummer=nummer)
    verblijf = geld.verblijf(stad, college=college, nummer=nummer)
    with als(geld.bouwer(stad)):
        document = Document.objects.filter(dossier=dossier).order_by("id").first()
        bericht = Bericht.objects.create(
            regio_id=stad.regio, kanaal="map", aan="x", soort="brief", inhoud=b"", stand="mislukt"
        )
        locatie = Locatie.objects.order_by("id").first()
    assert document is not None
    assert locatie is not None
    uitvraag = _op_weg(stad, dossier)
    _met_andere_regio(stad, dossier)
    declaratie = _declaratie(stad, verblijf, nummer)
    consulent = stad.als("consulent")
    betrokkene = voeg_betrokkene_toe(
        consulent, dossier, "mantelzorger", Persoon(naam="Zus de Wit"), van=OP, op=OP
    ).object
    bewaar_concept(consulent, dossier, "onderzoek", {"behoeften": ["rust"]}, op=OP)
    if college == stad.gemeente:
        stad.accounts.setdefault("inwoner", account_van(stad, dossier))
    bezwaar = _bezwaar(stad, dossier)
    wereld.waarden |= _personen(stad, college, dossier) | _machtiging(stad, dossier)
    wereld.waarden |= _personeel(stad, dossier)
    wereld.waarden |= _rechten(stad, dossier)
    wereld.waarden |= {
        **_van_de_inwoner(stad, dossier),
        **beleid_van(stad),
        "eigen_termijn": "beslissing-op-bezwaar",
        "eigen_besluit": bezwaar.besluit.nummer,
        "uitvraag": uitvraag.pk,
        "wegstap": "advies",
        "lijst": "spoed",
        "opvang_dossier": aan_de_deur(stad, college).nummer,
        "opvang_document": document.pk,
        "betrokkene": betrokkene.pk,
        "klok_dossier": te_laat_besluit(stad, college).nummer,
        "klok_soort": "besluit",
        "declaratie": declaratie.nummer,
        "dossier": dossier.nummer,
        "document": document.pk,
        "document_dossier": dossier.nummer,
        "bezwaar": bezwaar.pk,
        "besluit": besluit.nummer,
        "verblijf": verblijf.pk,
        "verblijf_dossier": verblijf.dossier.nummer,
        "locatie": locatie.pk,
        "organisatie": stad.aanbieder,
        "inleesset": inlezen.begin(stad.als("beheerder"), inlezen.BijRegio(stad.centrum), op=OP).object.pk,
        "inleessoort": "plekken",
        "sjabloonvorm": "csv",
        "bericht": bericht.pk,
        "apisleutel": _apisleutel(stad),
    }
    return wereld


def _apisleutel(stad: Stad) -> int:
    """A key of a system, of the first consulent."""
    vraag = Sleutelvraag(
        naam="Systeem", account=stad.accounts["consulent"], mag_schrijven=False, van=OP, tot=date(2027, 3, 1)
    )
    gemaakt: int = maak_sleutel(
        stad.als("beheerder"), BijBeheer(stad.centrum), vraag, nieuw_geheim(stad.regio), op=OP
    ).object.pk
    return gemaakt


def _personen(stad: Stad, college: str, dossier: Dossier) -> dict[str, Any]:
    """Somebody who was registered more often: a merge that was asked, and one that was done."""
    wie, bij = stad.als("consulent"), BijCollege(college)
    op = [registreer(wie, bij, {"naam": "Dubbel", "geboortedatum": "1990-01-02"}, op=OP).object for _ in range(4)]
    gevraagd, gedaan = (
        vraag_samenvoeging(wie, een, ander, toelichting="Zelfde persoon.", op=OP).object
        for een, ander in ((op[0], op[1]), (op[2], op[3]))
    )
    bevestig_samenvoeging(stad.als("teamleider"), gedaan, op=OP)
    with als(geld.bouwer(stad)):
        gemist = Bericht.objects.create(
            regio_id=stad.regio, kanaal="map", aan=f"inwoner van dossier {dossier.nummer}", soort="brief", inhoud=b"",
            stand="mislukt", reden="weg",
        )  # fmt: skip
    return {
        "dossierbericht": gemist.pk,
        "inwoner": dossier.inwoner_id, "andere_inwoner": op[0].pk, "samenvoeging": gevraagd.pk,
        "samengevoegd": gedaan.pk,
    }  # fmt: skip


def _personeel(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    """A colleague with a role, a replacement and a power."""
    collega = stad.accounts["consulent2"]
    with als(geld.bouwer(stad)):
        college = College.objects.get(code=stad.centrum)
        aanstelling = Aanstelling.objects.filter(account=collega).first()
        mandaat = Mandaatregel.objects.order_by("id").first()
        vervanging, _ = Vervanging.objects.get_or_create(
            regio_id=stad.regio, vervangt=collega, vervanger=stad.accounts["contractbeheerder"], college=college,
            periode=half_open(date(2030, 1, 1), date(2030, 2, 1)), gegeven_door=1,
        )  # fmt: skip
        contact = Contactpersoon.objects.create(
            regio_id=stad.regio, organisatie_id=stad.aanbieder, naam="Ans", periode=half_open(OP, None)
        )
        verwerking = Verwerkersovereenkomst.objects.create(
            regio_id=stad.regio, organisatie_id=stad.aanbieder, onderwerp="Hulp", getekend_op=OP, document="1"
        )
        nood = Noodtoegang.objects.create(
            regio_id=stad.regio, account=stad.accounts["opvang"], dossier=dossier.nummer,
            college=College.objects.get(code=dossier.college_code), reden="gevaar",
            tot=timezone.now() + timedelta(hours=4),
        )  # fmt: skip
        code, _ = Uitnodiging.objects.get_or_create(
            regio_id=stad.regio, account=collega, klaar_om=None, herstel=True,
            defaults={"code": "x", "tot_en_met": OP, "gemaakt_door": 1, "waarom": "Vergeten"},
        )  # fmt: skip
        voorstel = Mandaatvoorstel.objects.create(
            regio_id=stad.regio, handeling="toegang", van=nood.college, aan_organisatie_id=stad.aanbieder,
            periode=half_open(OP, None), grond="x", gevraagd_door=1, gevraagd_op=OP,
        )  # fmt: skip
        vraag = Noodverzoek.objects.create(
            regio_id=stad.regio, account=stad.accounts["opvang"], nummer="2026-9999", reden="gevaar", gevraagd_op=OP
        )
    assert aanstelling is not None
    assert mandaat is not None
    return {
        "collega": collega.pk, "aanstelling": aanstelling.pk, "vervanging": vervanging.pk, "mandaat": mandaat.pk,
        "herstelcode": code.pk, "mandaatvoorstel": voorstel.pk, "noodverzoek": vraag.pk,
        "noodtoegang": nood.pk, "contact": contact.pk, "verwerking": verwerking.pk,
    }  # fmt: skip


def _van_de_inwoner(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    """A question, a complaint and an appointment of a resident."""
    van = {"regio_id": stad.regio, "college_code": dossier.college_code, "dossier": dossier}
    morgen = vandaag() + timedelta(days=1)
    with als(geld.bouwer(stad)):
        vraag = Inwonervraag.objects.create(**van, gesteld_op=OP)
        klacht = Klacht.objects.create(**van, over="ons", ontvangen_op=OP, uiterlijk=morgen)
    moment = Moment(dag=morgen, begint=time(9), eindigt=time(10))
    bij = Waarover(waar="Stadhuis, kamer 2", met="Noor Visser", waarover="Uw plan")
    afspraak = maak_afspraak(stad.als("consulent"), dossier, moment, bij, op=vandaag()).object
    return {"inwonervraag": vraag.pk, "klacht": klacht.pk, "afspraak": afspraak.pk}


def _machtiging(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    """Somebody who stands for the resident by law."""
    wie = Helper(naam="Mevrouw Mentor", soort="wettelijk", mag="handelen", bewijs="Beschikking", van=OP)
    return {"machtiging": leg_vertegenwoordiger_vast(stad.als("consulent"), dossier, wie, op=OP).object.pk}


def _met_andere_regio(stad: Stad, dossier: Dossier) -> None:
    """Another region, a dispute with it, and a dossier that hangs on the wrong person."""
    van = {"regio_id": stad.regio, "college_code": dossier.college_code, "dossier": dossier}
    with als(geld.bouwer(stad)):
        Landelijk.objects.create(**van, richting="in", andere="Verweggistad")
        Geschil.objects.create(
            **van, soort="landelijk", trede="afspraken", begonnen_op=OP, betaalt_intussen="x",
            treden=[{"trede": "afspraken", "van": OP.isoformat(), "tot": None, "uitkomst": ""}],
        )  # fmt: skip
        Verplaatsing.objects.create(**van, naar=dossier.inwoner, gevraagd_door=1, gevraagd_op=OP)


def _rechten(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    """A request about own data, a shielding that was asked, a warning and a list of what may be destroyed."""
    consulent, wie = stad.als("consulent"), dossier.inwoner
    vraag = bewaren.Vraag(soort="correctie", veld="naam", tekst="Met een t.", ontvangen_op=OP)
    inzage = bewaren.Vraag(soort="inzage", ontvangen_op=OP)
    collegas = [stad.accounts[naam].pk for naam in ("consulent", "teamleider")]
    with als(geld.bouwer(stad)):
        lijst = Vernietigingslijst.objects.create(
            regio_id=stad.regio, college_code=stad.centrum, gemaakt_op=OP, gemaakt_door=stad.accounts["beheerder"].pk
        )
        papier = Document.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, dossier=dossier, soort="x", titel="Wacht", op=OP,
            inhoud=sluit_op(wie, b"%PDF-1.7 %%EOF"),
        )  # fmt: skip
        brief = Vastgehouden.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, dossier=dossier, document=papier, soort="x",
            sinds=OP,
        )  # fmt: skip
    return {
        "vastgehouden": brief.pk,
        "verzoek": bewaren.ontvang_verzoek(consulent, wie, vraag, op=OP).object.pk,
        "inzageverzoek": bewaren.ontvang_verzoek(consulent, wie, inzage, op=OP).object.pk,
        "afscherming": vraag_afscherming(consulent, wie, collegas, "Zij is bang.", op=OP).object.pk,
        "markering": zet_markering(consulent, wie, "geheim_adres", "Zij is bang.", op=OP).object.pk,
        "vernietigingslijst": lijst.pk,
        "rechthebbende": wie.pk,
    }


def te_laat_besluit(stad: Stad, college: str) -> Dossier:
    """A dossier that waits for its decision, with a notice that came too early."""
    dossier = breng_tot(stad, "besluit", college_code=college)
    consulent, op = stad.als("consulent"), date(2026, 3, 9)
    with als(consulent):
        klok = Klok.objects.select_related("dossier").get(dossier=dossier, soort="besluit")
    leg_ingebrekestelling_vast(consulent, klok, ontvangen_op=op, versie=dossier.versie, op=op)
    return dossier


def _bezwaar(stad: Stad, dossier: Dossier) -> Bezwaar:
    with als(geld.bouwer(stad)):
        besluit = Besluit.objects.filter(dossier=dossier).latest("id")
        start_klok(dossier, "beslissing-op-bezwaar", OP, "bezwaar")
        return Bezwaar.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, dossier=dossier, besluit=besluit,
            ondertekenaar=besluit.ondertekend_door or 0, ontvangen_op=OP, op_tijd=False,
        )  # fmt: skip


def aan_de_deur(stad: Stad, college: str) -> Dossier:
    """Somebody with a bed at the shelter tonight, somebody for whom there was none, and the number of beds."""
    dag, wie, huis = vandaag(), stad.als("opvang"), stad.andere_aanbieder
    leg_bedden_vast(wie, BijHuis(college, huis), 2, vanaf=dag, op=dag)
    vol = Elders(grond="vol", uitkomst="nergens")
    for elders in (vol, None):
        deur = AanDeDeur(college_code=college, aanbieder_id=huis, gasten=(Gast(),), nacht=dag, elders=elders)
        dossier: Dossier = ontvang(wie, deur, op=dag).object.dossier
    return dossier


def _declaratie(stad: Stad, verblijf: Plaatsing, nummer: str) -> Declaratie:
    with als(geld.bouwer(stad)):
        return Declaratie.objects.create(
            regio_id=stad.regio, college_code=verblijf.college_code, aanbieders=[stad.aanbieder], nummer=f"D-{nummer}",
            organisatie_id=stad.aanbieder, plaatsing=verblijf, blok=1, periode=half_open(OP, OP), bedrag=Decimal("10"),
            ingediend_door=stad.accounts["aanbieder"].pk, ingediend_op=OP,
        )  # fmt: skip


def _op_weg(stad: Stad, dossier: Dossier) -> Uitvraag:
    """A step of the route that was noted, and a question for another step that waits."""
    wie = stad.als("consulent")
    nu = vers(stad, dossier)
    notitie = Notitie(op=OP, besproken="De gemeente heeft geen advies.", uitkomst="geen advies")
    nu = noteer_stap(wie, nu, "advies", notitie, versie=nu.versie, op=OP).object
    vraag = Vraag(stap="overdracht", tekst="Wie is de contactpersoon?")
    uitvraag: Uitvraag = stel_vraag(wie, nu, vraag, versie=nu.versie, op=OP).object
    return uitvraag


def met_geld(stad: Stad) -> dict[str, Any]:
    """One of everything about money in a region."""
    geld.contract(stad)
    geld.begroting(stad, 2025)
    subsidie = geld.verleende_subsidie(stad, termijnen=1)
    betaling = zet_voorschot_klaar(stad.als("contractbeheerder"), subsidie, termijn=2, op=date(2025, 1, 5)).object
    with als(geld.bouwer(stad)):
        boeking = Boeking.objects.order_by("id").first()
    assert boeking is not None
    return {
        "jaar": 2025,
        "subsidie": subsidie.nummer,
        "betaling": betaling.nummer,
        "boeking": boeking.nummer,
        "blok": 1,
    }


def tel_door(stad: Stad, *meer: str) -> None:
    """Let the numbers of a region go on where those of another have not come."""
    with als(geld.bouwer(stad)):
        for soort in ("subsidie", "betaling", "boeking", *meer):
            for jaar in (2025, 2026):
                Teller.objects.update_or_create(regio_id=stad.regio, soort=soort, jaar=jaar, defaults={"stand": 500})


def vul(stad: Stad, aantal: int) -> None:
    """So many cases that were reported, that wait for a place, and that live somewhere."""
    for nummer in range(aantal):
        meld(stad.als("consulent"), melding(stad), op=OP)
        wacht(stad, product="beschermd-wonen", nummer=f"w{nummer}")
        geld.verblijf(stad, nummer=f"v{nummer}")
        with als(geld.bouwer(stad)):
            Bericht.objects.create(
                regio_id=stad.regio, kanaal="map", aan="x", soort="brief", inhoud=b"", stand="mislukt", reden="weg"
            )


def zet_stap(stad: Stad, nummer: str, **velden: Any) -> None:
    """Change a dossier behind the back of the actions, to see how a page takes it."""
    with als(geld.bouwer(stad)):
        Dossier.objects.filter(nummer=nummer).update(**velden)


def klant(stad: Stad, wie: str, **velden: Any) -> Client:
    """A browser in which somebody of the cast is logged in."""
    client = Client(**velden)
    client.force_login(stad.accounts[wie])
    return client


class Binnen:
    """Who is logged in, once for all pages: logging in takes longer than opening a page that refuses."""

    def __init__(self, stad: Stad) -> None:
        self.stad = stad
        self.klant = cache(lambda wie: klant(stad, wie))
        self.actor = cache(stad.als)


Bouwer = Callable[[str], Stad]
nieuwe_stad = bouw_stad
