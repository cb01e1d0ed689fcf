"""The page of a provider: the own residents, the own reports and how far they are, places and money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.aanbod.queries import bezetting_op, productnamen
from voordeur.geld.queries import declaraties, subsidies
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Rol
from voordeur.kern.models import Organisatie
from voordeur.kern.queries import regeling_van
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip
from voordeur.schermen.verzoek import SCHERMEN, Verzoek, mag_openen, scherm
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import dossiers
from voordeur.verblijf.queries import plaatsingen

from .adres import adres_van

HOOGUIT = 30
STANDCHIPS: dict[str, Chip] = {
    "ingediend": Chip("bijna", "Wordt beoordeeld", "progress"),
    "goedgekeurd": Chip("goed", "Goedgekeurd", "check"),
    "afgekeurd": Chip("dringend", "Afgekeurd", "alert-triangle"),
    "voorbereid": Chip("bijna", "Wordt voorbereid", "progress"),
    "verleend": Chip("goed", "Verleend", "check"),
    "vaststelling": Chip("bijna", "Wordt vastgesteld", "progress"),
    "vastgesteld": Chip("goed", "Vastgesteld", "check"),
}
# how far a report is, in the words of who made it
HOE_VER: dict[str, Chip] = {
    Dossier.Stap.MELDING: Chip("rust", "Ontvangen", "inbox"),
    Dossier.Stap.ONDERZOEK: Chip("bijna", "In onderzoek", "progress"),
    Dossier.Stap.AANVRAAG: Chip("bijna", "In onderzoek", "progress"),
    Dossier.Stap.BESLUIT: Chip("bijna", "Besluit in de maak", "progress"),
    Dossier.Stap.PLAATSING: Chip("info", "Zoekt een plek", "hourglass"),
    Dossier.Stap.VERBLIJF: Chip("goed", "Woont op een plek", "check"),
    Dossier.Stap.AFGESLOTEN: Chip("rust", "Afgesloten", "check"),
}


@dataclass(frozen=True)
class Rij:
    """A line of a list of this page: what, a few words more, and how far it is."""

    naam: str
    meer: str
    chip: Chip | None = None
    adres: str = ""
    bedrag: Decimal | None = None


@dataclass(frozen=True)
class Lijst:
    """A list of this page, with the reason that it is there and the screen with all of it."""

    id: str
    kop: str
    waarom: str
    rijen: list[Rij]
    leeg: str
    alles: str = ""


@dataclass(frozen=True)
class Vraag:
    """Something that is asked of a provider, and why."""

    wat: str
    waarom: str
    adres: str


@scherm("web:aanbieder", {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER})
def aanbieder(request: Verzoek) -> HttpResponse:
    """Only of the own organisation: the database gives no other rows."""
    if request.actor.aanbieder is None:
        return render(request, "web/geen_organisatie.html")
    organisatie = Organisatie.objects.get(pk=int(request.actor.aanbieder))
    lijsten = [_bewoners(request), _meldingen(request, organisatie), _plekken(request, organisatie)]
    if _mag(request, "geld:declaraties"):
        lijsten += [*([_declaraties(request)] if _per_blok(request) else []), _subsidies(request)]
    inhoud = {"organisatie": organisatie, "lijsten": lijsten, "vragen": _vragen(request)}
    return render(request, "web/aanbieder.html", inhoud)


def _mag(request: Verzoek, naam: str) -> bool:
    return naam in SCHERMEN and mag_openen(request.actor, naam, request.vandaag)


def _adres(request: Verzoek, naam: str, *delen: object) -> str:
    return adres_van(naam, *delen) if _mag(request, naam) else ""


def _vragen(request: Verzoek) -> list[Vraag]:
    vragen = (
        Vraag("Meld iemand aan", "Wij onderzoeken dan welke hulp nodig is.", _adres(request, "toegang:nieuw")),
        Vraag(
            "Dien een declaratie in",
            "Wij vergelijken die met het besluit en het tarief. Daarna betalen wij.",
            _adres(request, "geld:declaraties") if _per_blok(request) else "",
        ),
    )
    return [vraag for vraag in vragen if vraag.adres]


def _per_blok(request: Verzoek) -> bool:
    """Whether the agreement pays per block of days, so that there is something to claim."""
    regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    return regeling.perioden is not None and regeling.tarieven is not None


def _bewoners(request: Verzoek) -> Lijst:
    gevonden = list(plaatsingen(request.actor).filter(periode__contains=request.vandaag)[:HOOGUIT])
    namen = namen_van([deel.dossier.inwoner for deel in gevonden])
    rijen = [
        Rij(
            namen[deel.dossier.inwoner_id],
            f"{deel.plek.locatie.naam}, plek {deel.plek.nummer}, sinds {schrijf_datum(deel.periode.lower)}",
            adres=_adres(request, "verblijf:verblijf", deel.pk),
        )
        for deel in gevonden
    ]
    waarom = "U begeleidt hen, daarom ziet u hun naam en plek."
    return Lijst(
        "bewoners", "Uw bewoners", waarom, rijen, "Bij u woont nu niemand.", _adres(request, "verblijf:bewoners")
    )


def _meldingen(request: Verzoek, organisatie: Organisatie) -> Lijst:
    gevonden = list(dossiers(request.actor).filter(organisatie=organisatie.pk)[:HOOGUIT])
    namen = namen_van([deel.inwoner for deel in gevonden])
    rijen = [
        Rij(
            namen[deel.inwoner_id],
            f"Zaak {deel.nummer}, gemeld op {schrijf_datum(deel.gemeld_op)}",
            HOE_VER[deel.stap],
            _adres(request, "toegang:dossier", deel.nummer),
        )
        for deel in gevonden
    ]
    waarom = "U meldde hen aan. Daarom ziet u hoe ver wij zijn."
    return Lijst("meldingen", "Uw meldingen", waarom, rijen, "U meldde nog niemand aan.")


def _plekken(request: Verzoek, organisatie: Organisatie) -> Lijst:
    namen = productnamen(request.actor.regio, request.vandaag)
    locaties = {locatie.pk: locatie.naam for locatie in organisatie.locaties.order_by("naam", "id")}
    rijen = [
        Rij(
            locaties[groep.locatie],
            namen.get(groep.product, groep.product),
            Chip("goed", f"{stand.vrij} van {stand.plekken} vrij", "home")
            if stand.vrij
            else Chip("rust", f"Alle {stand.plekken} bezet", "home"),
        )
        for groep, stand in bezetting_op(request.vandaag, [organisatie.pk]).items()
    ]
    waarom = "Wij zoeken hier een plek voor wie een besluit heeft."
    return Lijst("plekken", "Uw plekken", waarom, rijen, "U hebt bij ons nog geen plekken.")


def _declaraties(request: Verzoek) -> Lijst:
    rijen = [
        Rij(f"Declaratie {deel.nummer}", deel.reden, STANDCHIPS[deel.stand], bedrag=deel.bedrag)
        for deel in declaraties(request.actor)[:HOOGUIT]
    ]
    waarom = "Wij vergelijken elke declaratie met het besluit en het tarief."
    naar = _adres(request, "geld:declaraties")
    return Lijst("declaraties", "Uw declaraties", waarom, rijen, "U diende nog geen declaratie in.", naar)


def _subsidies(request: Verzoek) -> Lijst:
    rijen = [
        Rij(
            f"Subsidie {deel.jaar}",
            f"Nummer {deel.nummer}",
            STANDCHIPS[deel.stand],
            bedrag=deel.vastgesteld_bedrag if deel.stand == "vastgesteld" else deel.verleend_bedrag,
        )
        for deel in subsidies(request.actor)[:HOOGUIT]
    ]
    return Lijst(
        "subsidies", "Uw subsidie", "U ziet hier wat wij verleenden en vaststelden.", rijen, "U hebt geen subsidie."
    )
