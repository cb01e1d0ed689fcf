"""Who asks for help, on a phone without JavaScript: from the letter with a code to the decision and an objection.

What staff does in between is done by the actions of their screens; those are walked in the other paths.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from tests.brieven.lezen import stukken
from tests.pad.conftest import Toneel
from tests.pad.keuring import TELEFOON
from tests.pad.venster import Hand, Venster
from tests.toegang.weg import ONDERZOEK, OP, beantwoord, breng_tot, loop_de_weg, toekenning, vers, voorstel_van
from voordeur.berichten.models import Bericht
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.ingang import LENGTE_NAAM
from voordeur.kern.actor import als
from voordeur.toegang.actions import bereid_besluit_voor, leg_onderzoek_vast, neem_besluit, ontvang_aanvraag
from voordeur.toegang.actions.van_inwoner import beantwoord_inwonervraag
from voordeur.toegang.models import Bezwaar, Dossier, Inwonervraag

pytestmark = pytest.mark.traag
WACHTWOORD = "drie gele fietsen"
NA_BESLUIT = date(2026, 3, 9)


def test_a_resident_follows_the_own_case_from_the_letter_to_the_decision(toneel: Callable[..., Toneel]) -> None:
    regio = toneel("enschede", javascript=False, axe=(), breedtes=("telefoon",))
    regio.dag(OP)
    dossier = breng_tot(regio.stad, "onderzoek")
    naam, code = _brief(regio, dossier)
    bewoner = _telefoon(regio)
    _activeer(bewoner, naam, code)
    bewoner.zegt("Mijn zaak", "Nog 42 dagen", "Met wie kunt u praten?", "Telefoon: 0123 456 789")
    _vraagt(regio, bewoner, dossier)
    _plan(bewoner)
    _besluit(regio, dossier)
    regio.dag(NA_BESLUIT)
    _leest_en_maakt_bezwaar(regio, bewoner, dossier)
    assert bewoner.pagina.viewport_size == TELEFOON


def _brief(regio: Toneel, dossier: Dossier) -> tuple[str, str]:
    """Staff sends the letter; it is read as it lies in the outbox, by who opens the envelope."""
    consulent = regio.als("consulent")
    consulent.open(f"/dossiers/{dossier.nummer}/")
    consulent.link("Stuur een brief met een code")
    consulent.knop("Verstuur de brief")
    with als(regio.stad.als("beheerder")):
        pdf = inhoud_van(Bericht.objects.latest("klaargezet_om"))
    tekst = " ".join(stuk.tekst for stuk in stukken(pdf))
    naam = re.search(rf"\b\d{{{LENGTE_NAAM}}}\b", tekst)
    code = re.search(r"\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}\b", tekst)
    assert naam, tekst
    assert code, tekst
    return naam[0], code[0]


def _telefoon(regio: Toneel) -> Venster:
    ruimte = regio._browser.new_context(viewport=TELEFOON, java_script_enabled=False, locale="nl-NL")
    ruimte.set_default_timeout(10_000)
    pagina = ruimte.new_page()
    return Venster(pagina, regio._basis, regio.keuring, Hand(pagina))


def _activeer(bewoner: Venster, naam: str, code: str) -> None:
    bewoner.open("/mijn/")
    bewoner.link("Log in met uw code")
    bewoner.vul("Inlognaam", naam)
    bewoner.vul("Code", code)
    bewoner.dag("Uw geboortedatum", date(1994, 3, 4))
    bewoner.knop("Ga verder")
    bewoner.pagina.get_by_label("Nieuw wachtwoord", exact=True).fill(WACHTWOORD)
    bewoner.vul("Nieuw wachtwoord, nog een keer", WACHTWOORD)
    bewoner.knop("Bewaar en log in")


def _vraagt(regio: Toneel, bewoner: Venster, dossier: Dossier) -> None:
    bewoner.link("Stel een vraag")
    bewoner.vul("Wat wilt u vragen?", "Mag mijn zus mee naar het gesprek?")
    bewoner.knop("Verstuur uw vraag")
    with als(regio.stad.als("consulent")):
        vraag = Inwonervraag.objects.select_related("dossier__inwoner").get(dossier=dossier)
    beantwoord_inwonervraag(regio.stad.als("consulent"), vraag, "Ja, dat mag.", op=OP)
    bewoner.open("/mijn/vragen/")
    bewoner.zegt("Mag mijn zus mee naar het gesprek?", "Ja, dat mag.")


def _plan(bewoner: Venster) -> None:
    bewoner.open("/mijn/")
    bewoner.link("Maak een eigen plan")
    bewoner.vul("Welke hulp hebt u nodig?", "Ik wil leren koken en mijn post doen.")
    bewoner.knop("Verstuur uw plan")


def _besluit(regio: Toneel, dossier: Dossier) -> None:
    consulent, nu = regio.stad.als("consulent"), vers(regio.stad, dossier)
    nu = leg_onderzoek_vast(consulent, nu, ONDERZOEK, versie=nu.versie, op=OP).object
    nu = beantwoord(regio.stad, nu)
    nu = ontvang_aanvraag(consulent, nu, ontvangen_op=OP, versie=nu.versie, op=OP).object
    nu = loop_de_weg(regio.stad, nu)
    bereid_besluit_voor(consulent, nu, toekenning(regio.stad), versie=nu.versie, op=OP)
    neem_besluit(regio.stad.als("teamleider"), voorstel_van(regio.stad, dossier), op=OP)


def _leest_en_maakt_bezwaar(regio: Toneel, bewoner: Venster, dossier: Dossier) -> None:
    bewoner.open("/mijn/")
    bewoner.zegt("Ons besluit", "U kunt bezwaar maken tot en met 13 april 2026.")
    bewoner.link("Lees waarom wij dit besluiten")
    bewoner.zegt("Dag en nacht toezicht is nodig.", "Nog 35 dagen")
    assert bewoner.haal("Lees de brief met ons besluit").startswith(b"%PDF")
    bewoner.link("Maak bezwaar")
    bewoner.vul("Waarom bent u het niet eens?", "Ik wil liever in de buurt van mijn zus wonen.")
    bewoner.knop("Verstuur uw bezwaar")
    with als(regio.stad.als("consulent")):
        bezwaar = Bezwaar.objects.get(dossier=dossier)
    assert (bezwaar.ontvangen_op, bezwaar.op_tijd) == (NA_BESLUIT, True)
