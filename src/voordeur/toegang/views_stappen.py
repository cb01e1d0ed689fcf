"""One page for each step of the investigation: from the confirmation of the report to the application."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse

from voordeur.inwoner.queries_afscherming import toon_adres
from voordeur.kern.fouten import Geweigerd, Gewijzigd, StapNietAanDeBeurt, eis
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gebeurtenis, Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.velden import MetVersie
from voordeur.schermen.verzoek import Verzoek, scherm

from . import beeld as maak
from .actions import beantwoord_criteria, bevestig, ontvang_aanvraag, schaal_in
from .actions.onderzoeken import TE_BEOORDELEN, TE_ONDERZOEKEN
from .actions.stappen import eis_geen_voorstel, eis_stap
from .forms import Aanvraag, Criteria, Inschaling
from .fouten import KanNietBerekend
from .models import Dossier
from .queries import Dossierbeeld, dossier_inzien, dossier_of_404, gebeurd_sinds, inschaling_met, kijk
from .queries_wegen import stukken_van_aanvraag
from .views import WERKERS, kruimels, naar_dossier

GET = "GET"


def open_beeld(request: Verzoek, nummer: str, stappen: Collection[str]) -> Dossierbeeld:
    """The dossier of a step, read in the journal when its page is opened. Raises Http404, StapNietAanDeBeurt."""
    dossier = dossier_of_404(nummer)
    eis_stap(dossier, stappen)
    gelezen: Dossierbeeld
    gelezen = dossier_inzien(request.actor, dossier, op=request.vandaag) if request.method == GET else kijk(dossier)
    eis(not gelezen.vernietigd, StapNietAanDeBeurt("De gegevens van deze inwoner zijn vernietigd."))
    return gelezen


def open_onderzoek(request: Verzoek, nummer: str) -> Dossierbeeld:
    """The dossier as long as its facts may change."""
    gelezen = open_beeld(request, nummer, TE_ONDERZOEKEN)
    eis_geen_voorstel(gelezen.dossier)
    return gelezen


def stap_van(gelezen: Dossierbeeld, titel: str, knop: str, uitleg: str = "", **meer: Any) -> Stap:
    """What the pages of a step of this dossier say."""
    dossier = gelezen.dossier
    terug = reverse("toegang:dossier", args=[dossier.nummer])
    return Stap(titel, knop, terug, uitleg=uitleg, kruimels=kruimels(dossier=dossier), **meer)


def begin(gelezen: Dossierbeeld, **meer: Any) -> dict[str, Any]:
    """What a form starts with: the version that is seen, and what was written before."""
    return {"versie": gelezen.dossier.versie, **meer}


def loop(
    request: Verzoek,
    gelezen: Dossierbeeld,
    stap: Stap,
    formulier: BaseForm,
    doe: Callable[[dict[str, Any]], str],
    bij_veld: Mapping[type[Geweigerd], str] | None = None,
) -> HttpResponse:
    """The step by its form; `doe` does it and returns what happens next, in a sentence."""

    def en_terug(ingevuld: dict[str, Any]) -> HttpResponse:
        messages.success(request, doe(ingevuld))
        return naar_dossier(gelezen.dossier)

    return doorloop(
        request, stap, formulier, en_terug,
        gewijzigd=lambda fout: collega_deed(gelezen.dossier, fout), bij_veld=bij_veld,
    )  # fmt: skip


def collega_deed(dossier: Dossier, fout: Gewijzigd) -> tuple[Gebeurtenis, ...]:
    """What a colleague did since the version that was seen."""
    regels = gebeurd_sinds(dossier, fout.gezien)
    return maak.tijdlijn(regels, namen_van_accounts(regel.account for regel in regels))


@scherm("toegang:bevestigen", rollen=WERKERS)
def bevestigen(request: Verzoek, nummer: str) -> HttpResponse:
    """Confirm the report by letter."""
    gelezen = open_beeld(request, nummer, {Dossier.Stap.MELDING})
    termijn = next(iter(maak.termijnen(gelezen.klokken, gelezen.regeling, request.vandaag)), None)
    brief = (
        Gegeven("Aan", maak.naam_van(gelezen)),
        Gegeven("Adres", toon_adres(gelezen.dossier.inwoner, gelezen.identiteit, "geen adres: geef de brief zelf")),
        Gegeven("Onderzoek klaar op", schrijf_datum(termijn.uiterlijk) if termijn else "niet bekend"),
        Gegeven("Contact", request.actor.naam),
    )
    stap = stap_van(
        gelezen, "Bevestig de melding", "Verstuur de bevestiging",
        "De inwoner krijgt een brief. U wordt de behandelaar van dit dossier.",
        controle=False, sjabloon="toegang/stap_bevestigen.html", extra={"brief": brief, "termijn": termijn},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        bevestig(request.actor, gelezen.dossier, versie=ingevuld["versie"], op=request.vandaag)
        return "De bevestiging is verstuurd. Nu volgt het gesprek en het onderzoek."

    return loop(request, gelezen, stap, MetVersie(request.POST or None, initial=begin(gelezen)), doe)


@scherm("toegang:criteria", rollen=WERKERS)
def criteria(request: Verzoek, nummer: str) -> HttpResponse:
    """Answer the criteria of the agreement."""
    gelezen = open_beeld(request, nummer, TE_BEOORDELEN)
    if not any(deel.papiernummer for deel in gelezen.besluiten):
        eis_stap(gelezen.dossier, TE_ONDERZOEKEN)
    eis_geen_voorstel(gelezen.dossier)
    eis(gelezen.kent_criteria, KanNietBerekend(RegelOntbreekt("criteria")))
    eerder = gelezen.geschreven.get("criteria", {})
    waarden = {f"{vorm}/{nr}": antwoord for vorm, deel in eerder.items() for nr, antwoord in deel.items()}
    formulier = Criteria(request.POST or None, initial=begin(gelezen, **waarden), regeling=gelezen.regeling)
    stap = stap_van(
        gelezen, "Beoordeel de voorwaarden", "Bewaar de antwoorden",
        "Weet u iets nog niet? Kies dan: nog niet bekend.", sjabloon="toegang/stap_criteria.html",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        antwoorden = formulier.criteria()
        beantwoord_criteria(request.actor, gelezen.dossier, antwoorden, versie=ingevuld["versie"], op=request.vandaag)
        return "De antwoorden zijn bewaard. De uitkomst staat bij 'Waarom?'."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:inschaling", rollen=WERKERS)
def inschaling(request: Verzoek, nummer: str) -> HttpResponse:
    """Find the arrangement by the table of the agreement."""
    gelezen = open_onderzoek(request, nummer)
    tabel = gelezen.regeling.inschaling
    if tabel is None:
        raise KanNietBerekend(RegelOntbreekt("inschaling"))
    eerder = gelezen.geschreven.get("inschaalfeiten", {})
    past = inschaling_met(gelezen.regeling, gelezen.geschreven)
    formulier = Inschaling(
        request.POST or None, initial=begin(gelezen, **eerder), soorten_werk=[*tabel.zwaarte_bij_werk]
    )
    stap = stap_van(
        gelezen, "Bepaal het arrangement", "Bewaar de gegevens",
        "De tabel van de regeling wijst daarna een arrangement aan.", sjabloon="toegang/stap_inschaling.html",
        extra={"regels": in_woorden(past, gelezen.regeling) if past else ()},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        feiten = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        gedaan = schaal_in(request.actor, gelezen.dossier, feiten, versie=ingevuld["versie"], op=request.vandaag)
        regels = in_woorden(gedaan.uitkomst, gelezen.regeling)
        return f"De gegevens zijn bewaard. {regels[-1].tekst}"

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:aanvraag", rollen=WERKERS)
def aanvraag(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down that the application came in."""
    gelezen = open_beeld(request, nummer, {Dossier.Stap.ONDERZOEK, Dossier.Stap.AANVRAAG})
    stukken = stukken_van_aanvraag(gelezen.regeling, gelezen.dossier)
    formulier = Aanvraag(
        request.POST or None, initial=begin(gelezen, ontvangen_op=request.vandaag),
        gemeld_op=gelezen.dossier.gemeld_op, vandaag=request.vandaag, stukken=stukken,
    )  # fmt: skip
    wat = f"De aanvraag is {' of '.join(stukken)}. " if stukken else ""
    stap = stap_van(
        gelezen, "Leg de aanvraag vast", "Leg de aanvraag vast",
        f"{wat}De termijn van het besluit begint op de dag van de aanvraag.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        ontvang_aanvraag(
            request.actor, gelezen.dossier, ontvangen_op=ingevuld["ontvangen_op"], versie=ingevuld["versie"],
            op=request.vandaag, stuk=ingevuld.get("stuk") or next(iter(stukken), ""),
            getekend_op=ingevuld.get("getekend_op"),
        )  # fmt: skip
        return "De aanvraag is vastgelegd. Bereid nu het besluit voor."

    return loop(request, gelezen, stap, formulier, doe)
