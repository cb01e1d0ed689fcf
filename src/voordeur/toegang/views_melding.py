"""The page of a new report: it asks nothing that is known, and warns when the person is known already."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse

from voordeur.berichten.brp import staat_aan
from voordeur.inwoner.zoeken import Zoekvraag
from voordeur.kern.queries import centrum, gemeentenamen, regeling_van
from voordeur.regels.fouten import Onberekenbaar
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import Melding, meld
from .forms import WOONPLAATS_ONBEKEND, NieuweMelding, melders
from .forms_personen import Wie
from .fouten import KanNietBerekend
from .models import Dossier
from .queries_personen import Persoonsregel, zoek_personen
from .queries_wegen import bekende_dossiers
from .views import MELDERS, WERKERS, kruimels, naar_dossier
from .views_brp import bij_melding

NAAMDELEN = ("aanhef", "voornaam", "voorletters", "naam", "geboortenaam", "roepnaam")
NIET_GENOEMD = "De regeling van deze regio noemt uw organisatie niet. Meldt u samen met de inwoner? Kies dan Inwoner."


@scherm("toegang:nieuw", rollen=MELDERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """A new report: who it is about, who reports, why."""
    try:
        regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    wie = melders(regeling)
    organisatie = organisatie_van(request)
    begin = {
        "ontvangen_op": request.vandaag,
        "voorziening": "BW",
        "melder": "zorgaanbieder" if organisatie and "zorgaanbieder" in wie else None,
    }
    bekend = bekende_dossiers(request.actor, request.POST.get("bsn", "")) if request.method == "POST" else ()
    gemeenten = gemeenten_voor(request, organisatie)
    brp = None if organisatie else bij_melding(request, next(iter(gemeenten)))
    formulier = NieuweMelding(
        regeling, gemeenten, request.vandaag, None if brp else request.POST or None,
        initial=begin | (brp.velden if brp else {}), bekend=bool(bekend),
    )  # fmt: skip
    if organisatie and not {"zorgaanbieder", "verwijzer"} & set(wie):
        formulier.fields["melder"].help_text = NIET_GENOEMD
    stap = Stap(
        "Nieuwe melding", "Leg de melding vast", reverse("toegang:lijst"),
        uitleg="De termijn van het onderzoek begint op de dag van de melding.", kruimels=kruimels(),
        sjabloon="toegang/wegen_melding.html", controleblad="toegang/melding_controle.html",
        extra={
            "bekend": bekend, "lijken": () if bekend else _lijken(request, organisatie), "brp": brp,
            "mag_brp": staat_aan() and not organisatie,
        },
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> HttpResponse:
        try:
            dossier: Dossier = meld(
                request.actor, lees_melding(request, ingevuld, organisatie), op=request.vandaag
            ).object
        except KanNietBerekend as fout:
            raise ValidationError({"melder": str(fout)}) from None
        vervolg = "De consulent bevestigt de melding." if organisatie else "Bevestig de melding nu aan de inwoner."
        messages.success(request, f"De melding is vastgelegd als dossier {dossier.nummer}. {vervolg}")
        return naar_dossier(dossier)

    return doorloop(request, stap, formulier, doe)


def _lijken(request: Verzoek, organisatie: int | None) -> tuple[Persoonsregel, ...]:
    """Who is known already and may be the same person: a hint, and only of people that this person may see."""
    formulier = Wie(request.POST)
    if request.method != "POST" or not formulier.is_valid() or not formulier.identiteit():
        return ()
    code = next(iter(gemeenten_voor(request, organisatie)))
    return zoek_personen(request.actor, Zoekvraag(code, identiteit=formulier.identiteit()), request.vandaag)


def organisatie_van(request: Verzoek) -> int | None:
    """The organisation for which somebody reports; None for who works for a college."""
    if any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag)):
        return None
    return int(request.actor.aanbieder) if request.actor.aanbieder else None


def gemeenten_voor(request: Verzoek, organisatie: int | None) -> dict[str, str]:
    """The municipalities to choose from: all of the region for an organisation, else those one works for."""
    alle = gemeentenamen(request.actor.regio, request.vandaag)
    return {code: naam for code, naam in alle.items() if organisatie or code in request.actor.colleges}


def lees_melding(request: Verzoek, ingevuld: dict[str, Any], organisatie: int | None) -> Melding:
    """The report as the action takes it, from a form that is valid."""
    geboren = None if ingevuld["geboortedatum_onbekend"] else ingevuld["geboortedatum"]
    identiteit = {
        **{deel: ingevuld[deel] for deel in NAAMDELEN},
        "geboortedatum": geboren.isoformat() if geboren else None,
        "adres": [regel.strip() for regel in ingevuld["adres"].splitlines() if regel.strip()],
        "telefoon": ingevuld["telefoon"],
    }
    woonplaats_bekend = ingevuld["college_code"] != WOONPLAATS_ONBEKEND
    return Melding(
        college_code=ingevuld["college_code"] if woonplaats_bekend else centrum(request.actor.regio).code,
        woonplaats_bekend=woonplaats_bekend,
        nodig_op=ingevuld["nodig_op"],
        melder=ingevuld["melder"],
        identiteit={naam: waarde for naam, waarde in identiteit.items() if waarde},
        bsn=ingevuld["bsn"],
        reden=ingevuld["reden"],
        voorziening=ingevuld["voorziening"],
        aanbieder_id=organisatie,
        vorige_voorziening=ingevuld["vorige_voorziening"],
        ontvangen_op=ingevuld["ontvangen_op"],
    )
