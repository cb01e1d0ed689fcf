"""The screens of the second person: what waits, and agreeing to it or not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.kern.models import Account
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions import herstel, mandaten, nood_tweede
from .actions.mensen import BijPersoneel, bij_centrum
from .beeld import Blad, Cel, Deel, tabel
from .models import Mandaatvoorstel, Noodverzoek
from .queries import beleid, beleid_open
from .queries import mensen as van_mens
from .queries import tweede as vraag
from .velden import Keuze
from .views_mensen import Leeg, naar

IEDEREEN = herstel.TWEEDE | mandaten.TWEEDE | nood_tweede.TWEEDE


class Akkoord(forms.Form):
    """Whether the second person agrees."""

    akkoord = Keuze(label="Klopt dit?", uit=[("ja", "Ja, ik bevestig dit"), ("nee", "Nee, dit gaat niet door")])


@scherm("beheer:te_bevestigen", IEDEREEN)
def te_bevestigen(request: Verzoek) -> HttpResponse:
    """What waits, as far as somebody with these roles agrees to it."""
    delen = [_nood(request), _codes(request), _mandaten(request), _beleid(request)]
    pagina = Blad(
        "Te bevestigen",
        "Dit vroeg een collega. Het gebeurt pas als u het goed vindt.",
        delen=tuple(deel for deel in delen if deel),
    )
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": None})


def _cel(request: Verzoek, scherm_: str, pk: int, van_wie: int) -> str | Cel:
    if van_wie == request.actor.account:
        return "Een collega moet dit bekijken"
    return Cel("Bekijk dit", reverse(f"beheer:{scherm_}", args=[pk]))


def _nood(request: Verzoek) -> Deel | None:
    if not mag_openen(request.actor, "beheer:nood_bevestigen", request.vandaag):
        return None
    rijen = [
        (deel.account.naam, _dossier(deel), deel.get_reden_display(),
         _cel(request, "nood_bevestigen", deel.pk, deel.account_id))
        for deel in vraag.noodverzoeken()
    ]  # fmt: skip
    koppen = ("Wie vraagt dit", "Dossier", "Reden", "Wat nu")
    leeg = "Niemand vraagt om noodtoegang."
    return Deel("nood", "Noodtoegang", tabel=tabel("Noodtoegang", koppen, rijen), leeg=leeg)


def _beleid(request: Verzoek) -> Deel | None:
    if not mag_openen(request.actor, "beheer:voorstel_afwijzen", request.vandaag):
        return None
    regio = request.actor.regio
    waarden = [
        (deel.wat, deel.besluit, Cel("Bekijk dit", reverse(f"beheer:beleid_{deel.soort}", args=[deel.pk])))
        for deel in beleid_open.wacht(regio)
    ]
    versies = [
        (f"Nieuwe versie vanaf {schrijf_datum(deel.versie)}", deel.besluit,
         Cel("Bekijk dit", reverse("beheer:versie", args=[deel.pk])))
        for deel in beleid.versievoorstellen(regio)
    ]  # fmt: skip
    leeg = "Er wacht niets over het beleid."
    wacht = tabel("Beleid", ("Wat", "Besluit", "Wat nu"), [*waarden, *versies])
    return Deel("beleid", "Beleid", tabel=wacht, leeg=leeg)


def _codes(request: Verzoek) -> Deel | None:
    if not mag_openen(request.actor, "beheer:code_bevestigen", request.vandaag):
        return None
    wacht = list(vraag.herstellen())
    namen = namen_van_accounts(deel.gemaakt_door for deel in wacht)
    rijen = [
        (deel.account.naam, namen.get(deel.gemaakt_door, "onbekend"), deel.waarom,
         _cel(request, "code_bevestigen", deel.pk, deel.gemaakt_door))
        for deel in wacht
    ]  # fmt: skip
    koppen = ("Voor wie", "Wie vraagt dit", "Waarom", "Wat nu")
    leeg = "Er wachten geen nieuwe codes."
    return Deel("codes", "Nieuwe codes", tabel=tabel("Nieuwe codes", koppen, rijen), leeg=leeg)


def _mandaten(request: Verzoek) -> Deel | None:
    if not mag_openen(request.actor, "beheer:mandaat_bevestigen", request.vandaag):
        return None
    rijen = [
        (deel.handeling, deel.van.naam, aan_wie(deel), van_mens.in_dagen(deel.periode),
         _cel(request, "mandaat_bevestigen", deel.pk, deel.gevraagd_door))
        for deel in vraag.mandaatvoorstellen()
    ]  # fmt: skip
    koppen = ("Waarvoor", "Van", "Aan", "Wanneer", "Wat nu")
    leeg = "Er wachten geen mandaten."
    return Deel("mandaten", "Mandaten", tabel=tabel("Mandaten", koppen, rijen), leeg=leeg)


def aan_wie(deel: Mandaatvoorstel) -> str:
    """Who gets a mandate, by name."""
    aan = deel.aan or deel.aan_organisatie
    return aan.naam if aan else ""


def _dossier(verzoek: Noodverzoek) -> str:
    return f"Dossier {verzoek.nummer}" if verzoek.nummer else "Gezocht met een BSN"


def _stap(titel: str, uitleg: str, gegevens: tuple[Gegeven, ...]) -> Stap:
    terug = reverse("beheer:te_bevestigen")
    return Stap(
        titel,
        "Bewaar uw antwoord",
        terug,
        uitleg,
        controle=False,
        sjabloon="beheer/verzoek_beslissen.html",
        kruimels=(Kruimel("Te bevestigen", terug),),
        extra={"gegevens": gegevens},
    )


def _beslis(request: Verzoek, stap: Stap, doe: Any, ja: str) -> HttpResponse:
    """Ask whether somebody agrees, do that, and say what happened."""

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        akkoord = ingevuld["akkoord"] == "ja"
        doe(akkoord)
        messages.success(request, ja if akkoord else "Dit gaat niet door.")
        return naar("beheer:te_bevestigen")

    return doorloop(request, stap, Akkoord(request.POST or None), actie)


def _naam(account: int) -> str:
    return namen_van_accounts([account]).get(account, "onbekend")


@scherm("beheer:code_bevestigen", herstel.TWEEDE)
def code_bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Agree that a colleague comes in with a new code."""
    code = get_object_or_404(vraag.herstellen(), pk=pk)
    gegevens = (
        Gegeven("Voor wie", f"{code.account.naam}, {code.account.email}"),
        Gegeven("Telefoon", code.account.telefoon or "niet bekend"),
        Gegeven("Wie vraagt dit", _naam(code.gemaakt_door)),
        Gegeven("Waarom", code.waarom),
    )
    uitleg = "Wie de code heeft, werkt straks als deze collega. Vraag de collega zelf of dit klopt."
    stap = _stap(f"Een nieuwe code voor {code.account.naam}", uitleg, gegevens)

    def doe(akkoord: bool) -> None:
        herstel.beslis_herstel(request.actor, bij_centrum(request.actor), code, akkoord=akkoord, op=request.vandaag)

    return _beslis(request, stap, doe, "De code werkt vanaf nu.")


@scherm("beheer:mandaat_bevestigen", mandaten.TWEEDE)
def mandaat_bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Agree that a mandate comes in the register."""
    voorstel = get_object_or_404(vraag.mandaatvoorstellen(), pk=pk)
    gegevens = (
        Gegeven("Waarvoor", voorstel.handeling),
        Gegeven("Van", f"gemeente {voorstel.van.naam}"),
        Gegeven("Aan", aan_wie(voorstel)),
        Gegeven("Wanneer", van_mens.in_dagen(voorstel.periode)),
        Gegeven("Besluit", voorstel.grond),
        Gegeven("Wie vraagt dit", f"{_naam(voorstel.gevraagd_door)}, {schrijf_datum(voorstel.gevraagd_op)}"),
    )
    stap = _stap("Bekijk dit mandaat", "Leg het besluit ernaast. Klopt alles?", gegevens)

    def doe(akkoord: bool) -> None:
        mandaten.beslis_mandaat(
            request.actor, bij_centrum(request.actor), voorstel, akkoord=akkoord, op=request.vandaag
        )

    return _beslis(request, stap, doe, "Het mandaat staat in het register.")


@scherm("beheer:nood_bevestigen", nood_tweede.TWEEDE)
def nood_bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Agree that a colleague opens a dossier that they do not find, for some hours."""
    verzoek = get_object_or_404(vraag.noodverzoeken(), pk=pk)
    wie: Account = verzoek.account
    gegevens = (
        Gegeven("Wie vraagt dit", f"{wie.naam}, {wie.telefoon or 'geen telefoon bekend'}"),
        Gegeven("Dossier", _dossier(verzoek)),
        Gegeven("Reden", verzoek.get_reden_display()),
    )
    uitleg = "Bel eerst. Bestaat dit dossier, dan leest uw collega het een paar uur."
    stap = _stap("Noodtoegang voor een collega", uitleg, gegevens)

    def doe(akkoord: bool) -> None:
        rollen = request.actor.rollen_op(request.vandaag)
        eigen = next((deel.college for deel in rollen if deel.rol in nood_tweede.TWEEDE and deel.college), None)
        bij = BijPersoneel(eigen) if eigen else bij_centrum(request.actor)
        nood_tweede.beslis_nood(request.actor, bij, verzoek, akkoord=akkoord, op=request.vandaag)

    return _beslis(request, stap, doe, "Dit is bevestigd. Uw collega kan verder, als het dossier er is.")


class Waarom(Leeg):
    """Why an account gets a new code; the second person reads it too."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields["waarom"] = forms.CharField(
            label="Waarom is dit nodig?", max_length=200, error_messages={"required": "Vul dit in."}
        )
