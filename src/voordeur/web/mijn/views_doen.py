"""What a resident does in the own case: a plan, papers, a reaction, an objection, saying that we are late."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.inwoner.bestanden import BestandGeweigerd
from voordeur.kern.actor import VAN_DE_INWONER
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.opladen import Bestand
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.actions import Bezwaarschrift, leg_ingebrekestelling_vast, ontvang_bezwaar
from voordeur.toegang.actions.documenten import NieuwDocument, voeg_document_toe
from voordeur.toegang.actions.plannen import Plan, ontvang_plan
from voordeur.toegang.actions.verslag import Reactie, noteer_reactie
from voordeur.toegang.klokregels import MET_DWANGSOM
from voordeur.toegang.models import Dossier, Klok
from voordeur.toegang.queries import Dossierbeeld, kijk
from voordeur.toegang.queries_verslag import verslagen

from .besluitbeeld import besluitbeeld
from .forms import EigenPlan, MaakBezwaar, Opsturen, OverVerslag, ZegTeLaat
from .queries import adres_verborgen, eigen_besluit, eigen_zaak, zaak_inzien
from .stap import loop, stap_van
from .taken import VOOR_HET_PLAN, gevraagd, plan_tot
from .woorden import dag

VAN = "inwoner"


def open_zaak(request: Verzoek, dossier: Dossier) -> Dossierbeeld:
    """The own case, read in the journal when a page of it is opened."""
    gelezen: Dossierbeeld
    gelezen = zaak_inzien(request.actor, dossier, op=request.vandaag) if request.method == "GET" else kijk(dossier)
    eis(not gelezen.vernietigd, StapNietAanDeBeurt("De gegevens van deze zaak zijn vernietigd."))
    return gelezen


@scherm("mijn:opsturen", VAN_DE_INWONER)
def opsturen(request: Verzoek, nummer: str) -> HttpResponse:
    """Send a paper."""
    gelezen = open_zaak(request, eigen_zaak(request.actor, nummer))
    dossier = gelezen.dossier
    formulier = Opsturen(request.POST or None, request.FILES or None)
    wachten = "; ".join(wat for wat, _tot in gevraagd(gelezen, request.vandaag))
    uitleg = _("Wij vroegen u: %(wat)s") % {"wat": wachten} if wachten else _("Alleen wij kunnen uw bestand lezen.")
    stap = stap_van(dossier, _("Stuur ons een document"), _("Verstuur het document"), uitleg, controle=False)

    def doe(ingevuld: dict[str, Any]) -> str:
        stuur(request, dossier, ingevuld["bestand"], ingevuld["soort"], ingevuld["toelichting"])
        return _("Wij hebben uw document. Dank u wel.")

    return loop(request, stap, formulier, doe)


def stuur(request: Verzoek, dossier: Dossier, bestand: Bestand, soort: str, toelichting: str = "") -> None:
    """Keep a file of the resident with the case. Raises ValidationError at the field of the file."""
    nieuw = NieuwDocument(
        soort=soort, van=VAN, naam=bestand.naam, inhoud=bestand.inhoud, ontvangen_op=request.vandaag,
        toelichting=toelichting,
    )  # fmt: skip
    try:
        voeg_document_toe(request.actor, dossier, nieuw, op=request.vandaag)
    except BestandGeweigerd as fout:
        raise ValidationError({"bestand": str(fout)}) from None


@scherm("mijn:plan", VAN_DE_INWONER)
def plan(request: Verzoek, nummer: str) -> HttpResponse:
    """Hand in a plan of one's own. One that is late is taken in as well, and says so."""
    dossier = eigen_zaak(request.actor, nummer)
    eis(dossier.stap in VOOR_HET_PLAN, StapNietAanDeBeurt("Ons onderzoek is al klaar. Bel ons over uw plan."))
    gelezen = open_zaak(request, dossier)
    eerder = gelezen.geschreven.get("persoonlijk plan", {})
    formulier = EigenPlan(
        request.POST or None, request.FILES or None,
        initial={"versie": dossier.versie, "tekst": eerder.get("tekst", "")},
    )  # fmt: skip
    tot = plan_tot(gelezen).waarde
    laat = _("Uw plan is laat: het kon tot en met %(dag)s. Wij lezen het toch.") % {"dag": dag(tot)}
    op_tijd = _("U kunt uw plan insturen tot en met %(dag)s.") % {"dag": dag(tot)}
    uitleg = laat if request.vandaag > tot else op_tijd
    stap = stap_van(dossier, _("Uw eigen plan"), _("Verstuur uw plan"), uitleg, controle=False)

    def doe(ingevuld: dict[str, Any]) -> str:
        bestand = ingevuld["bestand"]
        nieuw = Plan(
            ontvangen_op=request.vandaag, tekst=ingevuld["tekst"],
            bestandsnaam=bestand.naam if bestand else "", inhoud=bestand.inhoud if bestand else b"",
        )  # fmt: skip
        try:
            ontvang_plan(request.actor, dossier, nieuw, versie=ingevuld["versie"], op=request.vandaag)
        except BestandGeweigerd as fout:
            raise ValidationError({"bestand": str(fout)}) from None
        return _("Wij hebben uw plan. Wij gebruiken het in ons onderzoek.")

    return loop(request, stap, formulier, doe)


@scherm("mijn:verslag", VAN_DE_INWONER)
def verslag(request: Verzoek, nummer: str) -> HttpResponse:
    """Read the report and say what one thinks of it."""
    dossier = eigen_zaak(request.actor, nummer)
    gelezen = open_zaak(request, dossier)
    nieuwste = next(iter(verslagen(gelezen.documenten, gelezen.geschreven)), None)
    if nieuwste is None:
        raise StapNietAanDeBeurt("Er is nog geen verslag. U krijgt het van ons na het gesprek.")
    formulier = OverVerslag(
        request.POST or None,
        initial={"versie": dossier.versie, "oordeel": nieuwste.oordeel, "opmerkingen": nieuwste.opmerkingen},
    )
    stap = stap_van(
        dossier, _("Het verslag van ons gesprek"), _("Verstuur uw antwoord"),
        _("In het verslag staat wat wij bespraken en wat ons advies is."),
        sjabloon="mijn/verslag.html", controle=False,
        extra={"verslag": nieuwste, "verborgen": adres_verborgen(request.actor, request.vandaag)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        reactie = Reactie(oordeel=ingevuld["oordeel"], opmerkingen=ingevuld["opmerkingen"])
        noteer_reactie(request.actor, dossier, reactie, versie=ingevuld["versie"], op=request.vandaag)
        return _("Dank u wel. Wij lezen wat u schreef.")

    return loop(request, stap, formulier, doe)


@scherm("mijn:bezwaar", VAN_DE_INWONER)
def bezwaar(request: Verzoek, nummer: str, besluit: str) -> HttpResponse:
    """Object to a decision; also when it is late, it is taken in on the day it comes."""
    gevonden = eigen_besluit(request.actor, nummer, besluit)
    dossier = gevonden.dossier
    gelezen = open_zaak(request, dossier)
    deze = besluitbeeld(gevonden, gelezen, request.vandaag)
    eis(bool(deze.bezwaar), StapNietAanDeBeurt("U maakte al bezwaar tegen dit besluit. Bel ons als u vragen hebt."))
    formulier = MaakBezwaar(request.POST or None, request.FILES or None, initial={"versie": dossier.versie})
    laat = _("U bent te laat: bezwaar kon tot en met %(dag)s. Stuur het toch en schrijf waarom u laat bent.")
    op_tijd = _("U kunt bezwaar maken tot en met %(dag)s. Wij kijken dan opnieuw naar ons besluit.")
    uitleg = (laat if deze.te_laat else op_tijd) % {"dag": dag(deze.laatste_dag)}
    stap = stap_van(
        dossier, _("Maak bezwaar"), _("Verstuur uw bezwaar"), uitleg, controle=False,
        terug=reverse("mijn:besluit", args=[nummer, besluit]),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        schrift = Bezwaarschrift(ontvangen_op=request.vandaag, gronden=ingevuld["gronden"])
        # the words and the file come in together, or neither does
        with transaction.atomic():
            gedaan = ontvang_bezwaar(request.actor, gevonden, schrift, versie=ingevuld["versie"], op=request.vandaag)
            if ingevuld["bestand"]:
                stuur(request, dossier, ingevuld["bestand"], "brief_inwoner", _("Bij het bezwaar"))
        if gedaan.object.op_tijd:
            return _("Wij hebben uw bezwaar. U krijgt een brief van ons.")
        return _("Wij hebben uw bezwaar. Het is te laat. Wij kijken of daar een goede reden voor is.")

    return loop(request, stap, formulier, doe)


@scherm("mijn:te_laat", VAN_DE_INWONER)
def te_laat(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Tell us that we are late: a notice of default (Awb 4:17), received today."""
    dossier = eigen_zaak(request.actor, nummer)
    if soort not in MET_DWANGSOM:
        raise Http404
    klok = get_object_or_404(Klok.objects.select_related("dossier"), dossier=dossier, soort=soort, klaar_op=None)
    eis(request.vandaag > klok.uiterlijk, StapNietAanDeBeurt("Wij zijn nog op tijd. Wacht de laatste dag af."))
    open_zaak(request, dossier)
    formulier = ZegTeLaat(request.POST or None, initial={"versie": dossier.versie})
    stap = stap_van(
        dossier, _("Zeg ons dat wij te laat zijn"), _("Verstuur dit bericht"),
        _("Beslissen wij niet binnen twee weken na vandaag? Dan krijgt u geld voor elke dag daarna."), controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        leg_ingebrekestelling_vast(
            request.actor, klok, ontvangen_op=request.vandaag, versie=ingevuld["versie"], op=request.vandaag
        )
        return _("Wij hebben uw bericht. U krijgt een brief van ons.")

    return loop(request, stap, formulier, doe)
