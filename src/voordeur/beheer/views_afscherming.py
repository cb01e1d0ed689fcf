"""The pages of shielding a dossier, and of the warnings on a resident."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from voordeur.inwoner import actions_afscherming as acties
from voordeur.inwoner.models import Afscherming, Markering
from voordeur.inwoner.queries import namen_van, opgeschreven
from voordeur.inwoner.queries_afscherming import afscherming_van, afschermingen, markeringen_van
from voordeur.kern.models import Account
from voordeur.kern.queries import namen_van_accounts
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm
from voordeur.toegang.actions.stappen import WERKERS
from voordeur.toegang.actions.vasthouden import handel_af, verstuur_toch
from voordeur.toegang.queries import dossier_of_404
from voordeur.toegang.queries_documenten import vastgehouden_brieven

from .forms_bewaren import Afschermformulier, Bevestiging, Briefkeuze, Reden, Waarschuwing
from .queries.bewaren import nummers_van
from .views_bewaren import loop, vraagblad

STAF = acties.VRAGERS | acties.BEVESTIGERS


@scherm("beheer:afschermingen", STAF)
def lijst(request: Verzoek) -> HttpResponse:
    """What was asked, and what holds as far as you are named."""
    bladzijde = blad(request, afschermingen())
    inwoners = [deze.inwoner for deze in bladzijde.rijen]
    namen, nummers = namen_van(inwoners), nummers_van(inwoners)
    wie = namen_van_accounts(nummer for deze in bladzijde.rijen for nummer in deze.accounts)
    rijen = [
        {"deze": deze, "naam": namen[deze.inwoner_id], "nummers": nummers[deze.inwoner_id],
         "wie": ", ".join(wie.get(nummer, "onbekend") for nummer in deze.accounts)}
        for deze in bladzijde.rijen
    ]  # fmt: skip
    return render(request, "beheer/afschermingen.html", {
        "blad": bladzijde, "rijen": rijen,
        "mag_bevestigen": mag_openen(request.actor, "beheer:afscherming_bevestigen", request.vandaag),
    })  # fmt: skip


@scherm("beheer:veilig", acties.VRAGERS)
def veilig(request: Verzoek, nummer: str) -> HttpResponse:
    """What holds for somebody: who sees the file, the secret address, nothing sent."""
    dossier = dossier_of_404(nummer)
    geschreven = opgeschreven(dossier.inwoner, van="") if dossier.inwoner.sleutel else {}
    staand = [
        {"deze": deze, "reden": geschreven.get(f"markering {deze.pk}", {}).get("reden", "")}
        for deze in markeringen_van(dossier.inwoner)
    ]
    afscherming = afscherming_van(dossier.inwoner)
    return render(request, "beheer/veilig.html", {
        "dossier": dossier, "markeringen": staand, "afscherming": afscherming,
        "wie": ", ".join(namen_van_accounts(afscherming.accounts).values()) if afscherming else "",
        "reden": geschreven.get(f"afscherming {afscherming.pk}", {}).get("reden", "") if afscherming else "",
    })  # fmt: skip


@scherm("beheer:afschermen", acties.VRAGERS)
def afschermen(request: Verzoek, nummer: str) -> HttpResponse:
    """Ask that only some people see this file."""
    dossier = dossier_of_404(nummer)
    medewerkers = Account.objects.filter(regio_id=request.actor.regio, soort="medewerker", is_active=True)
    keuzes = [(str(deze.pk), f"{deze.naam}, {deze.functie}") for deze in medewerkers.order_by("naam", "pk")]
    formulier = Afschermformulier(
        request.POST or None, initial={"accounts": [str(request.actor.account)]}, medewerkers=keuzes
    )
    pagina = vraagblad(
        f"Scherm dossier {nummer} af", "Vraag de afscherming aan",
        "Anderen zien dan nergens dat dit dossier bestaat. Een collega bevestigt het.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        accounts = [int(pk) for pk in ingevuld["accounts"]]
        acties.vraag_afscherming(
            request.actor, dossier.inwoner, accounts, ingevuld["reden"], ingevuld["tot"], op=request.vandaag
        )
        return "De afscherming is gevraagd. Een collega bevestigt hem."

    return loop(request, pagina, formulier, doe, "beheer:afschermingen")


def _bevestigblad(pk: int, titel: str, uitleg: str) -> tuple[Afscherming, Any]:
    deze = get_object_or_404(afschermingen(), pk=pk)
    nummers = nummers_van([deze.inwoner])[deze.inwoner_id]
    wie = ", ".join(namen_van_accounts(deze.accounts).values())
    gegevens = (
        Gegeven("Inwoner", namen_van([deze.inwoner])[deze.inwoner_id]),
        Gegeven("Dossiers", ", ".join(nummers) or "geen"),
        Gegeven("Wie zien het", wie),
    )
    return deze, vraagblad(titel, titel, uitleg, sjabloon="beheer/verzoek_beslissen.html", extra={"gegevens": gegevens})


@scherm("beheer:afscherming_bevestigen", acties.BEVESTIGERS)
def bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Confirm as the second person."""
    uitleg = "Staat u er zelf niet bij? Dan ziet u dit dossier straks ook niet meer."
    deze, pagina = _bevestigblad(pk, "Bevestig de afscherming", uitleg)

    def doe(_ingevuld: dict[str, Any]) -> str:
        acties.bevestig_afscherming(request.actor, deze, op=request.vandaag)
        return "Het dossier is afgeschermd."

    return loop(request, pagina, Bevestiging(request.POST or None), doe, "beheer:afschermingen")


@scherm("beheer:afscherming_opheffen", STAF)
def opheffen(request: Verzoek, pk: int) -> HttpResponse:
    """End it."""
    deze, pagina = _bevestigblad(pk, "Hef de afscherming op", "Daarna zien collega's dit dossier weer.")

    def doe(_ingevuld: dict[str, Any]) -> str:
        acties.hef_afscherming_op(request.actor, deze, op=request.vandaag)
        return "De afscherming is opgeheven."

    return loop(request, pagina, Bevestiging(request.POST or None), doe, "beheer:afschermingen")


@scherm("beheer:waarschuwen", acties.VRAGERS)
def waarschuwen(request: Verzoek, nummer: str) -> HttpResponse:
    """Mark the address as secret, or that nothing may be sent."""
    dossier = dossier_of_404(nummer)
    pagina = vraagblad(f"Waarschuwing bij dossier {nummer}", "Zet de waarschuwing")

    def doe(ingevuld: dict[str, Any]) -> str:
        acties.zet_markering(request.actor, dossier.inwoner, ingevuld["soort"], ingevuld["reden"], op=request.vandaag)
        return "De waarschuwing staat erbij."

    return loop(request, pagina, Waarschuwing(request.POST or None), doe, "beheer:verzoeken")


@scherm("beheer:waarschuwing_weg", acties.VRAGERS)
def waarschuwing_weg(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """The warning holds no longer."""
    dossier = dossier_of_404(nummer)
    deze = get_object_or_404(Markering, pk=pk, inwoner=dossier.inwoner, weg_op=None)
    pagina = vraagblad(f"Haal de waarschuwing weg: {deze.get_soort_display()}", "Haal de waarschuwing weg")

    def doe(ingevuld: dict[str, Any]) -> str:
        acties.haal_markering_weg(request.actor, deze, ingevuld["reden"], op=request.vandaag)
        return "De waarschuwing is weg."

    return loop(request, pagina, Reden(request.POST or None), doe, "beheer:verzoeken")


@scherm("beheer:vastgehouden", WERKERS)
def vastgehouden(request: Verzoek) -> HttpResponse:
    """Letters that were made and did not leave, because somebody warned to send nothing without talking."""
    bladzijde = blad(request, vastgehouden_brieven())
    namen = namen_van([brief.dossier.inwoner for brief in bladzijde.rijen])
    rijen = [{"brief": brief, "naam": namen[brief.dossier.inwoner_id]} for brief in bladzijde.rijen]
    return render(request, "beheer/vastgehouden.html", {"blad": bladzijde, "rijen": rijen})


@scherm("beheer:vastgehouden_brief", WERKERS)
def vastgehouden_brief(request: Verzoek, pk: int) -> HttpResponse:
    """Send it after all, or say how it was handled."""
    brief = get_object_or_404(vastgehouden_brieven(), pk=pk)
    pagina = vraagblad(
        f"Vastgehouden brief: {brief.document.titel}", "Leg dit vast", "Bel eerst met wie de waarschuwing zette.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        if ingevuld["keuze"] == "versturen":
            verstuur_toch(request.actor, brief, ingevuld["reden"], op=request.vandaag)
            return "De brief gaat zo de deur uit."
        handel_af(request.actor, brief, ingevuld["reden"], op=request.vandaag)
        return "De brief is afgehandeld. Hij blijft in het dossier."

    return loop(request, pagina, Briefkeuze(request.POST or None), doe, "beheer:vastgehouden")
