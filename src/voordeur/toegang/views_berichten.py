"""The pages of what did not reach a resident, and of the address for notices by mail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from voordeur.inwoner.mailadres import GeenMailadres, mailadres_van, stel_mail_in
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart
from .actions.berichten import stuur_bericht_opnieuw
from .models import Dossier
from .queries import Dossierbeeld
from .queries_berichten import gemist_of_404, mislukt_bij, mislukt_van, niet_verteld
from .views import WERKERS, kruimels
from .views_stappen import loop, open_beeld, stap_van


class Mailadres(forms.Form):
    """Where notices go, and that the resident said yes."""

    mail = forms.EmailField(
        label="E-mailadres voor berichten", required=False, max_length=150,
        help_text="Leeg: wij sturen geen mail. In de mail staat nooit een naam of een onderwerp.",
        error_messages={"invalid": "Vul een e-mailadres in, zoals naam@voorbeeld.nl."},
    )  # fmt: skip
    toestemming = forms.BooleanField(label="De inwoner vindt het goed dat wij mailen", required=False)


@scherm("toegang:niet_aangekomen", rollen=WERKERS)
def niet_aangekomen(request: Verzoek) -> HttpResponse:
    """Letters and notices that failed, and decisions that nobody was told of."""
    return render(request, "toegang/niet_aangekomen.html", {
        "gemist": mislukt_bij(request.actor),
        "niet_verteld": niet_verteld(request.actor, request.vandaag),
        "kruimels": kruimels(),
        "kruimel_hier": "Niet aangekomen",
    })  # fmt: skip


@scherm("toegang:bericht_opnieuw", rollen=WERKERS)
def opnieuw(request: Verzoek, nummer: str, bericht: UUID) -> HttpResponse:
    """Send one once more."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    deze = gemist_of_404(gelezen.dossier, bericht)
    inhoud = (Gegeven("Wat", deze.soort), Gegeven("Van", schrijf_datum(deze.klaargezet_om)),
              Gegeven("Waarom niet", deze.reden or "niet bekend"), Gegeven("Pogingen", str(deze.pogingen)))  # fmt: skip
    stap = stap_van(
        gelezen, "Stuur dit opnieuw", "Stuur opnieuw", "Het gaat zo de deur uit.", controle=False,
        sjabloon="toegang/landelijk_bericht.html", extra={"inhoud": inhoud},
    )  # fmt: skip

    def doe(_: dict[str, Any]) -> str:
        stuur_bericht_opnieuw(request.actor, gelezen.dossier, deze.pk, op=request.vandaag)
        return "Het staat weer klaar en gaat zo de deur uit."

    return loop(request, gelezen, stap, forms.Form(request.POST if request.method == "POST" else None), doe)


@scherm("toegang:mailbericht", rollen=WERKERS)
def mailbericht(request: Verzoek, nummer: str) -> HttpResponse:
    """Set where notices go, when the resident said yes."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    begin = {"mail": mailadres_van(gelezen.dossier.inwoner)}
    formulier = Mailadres(request.POST if request.method == "POST" else None, initial=begin)
    stap = stap_van(
        gelezen, "Berichten per mail", "Bewaar", "De inwoner krijgt een mail als er iets nieuws is.", controle=False
    )

    def doe(ingevuld: dict[str, Any]) -> str:
        try:
            stel_mail_in(
                request.actor, gelezen.dossier.inwoner, ingevuld["mail"], toestemming=ingevuld["toestemming"],
                op=request.vandaag,
            )  # fmt: skip
        except GeenMailadres as fout:
            raise ValidationError({fout.veld: str(fout)}) from None
        return "De inwoner krijgt mail bij nieuws." if ingevuld["mail"] else "De inwoner krijgt geen mail meer."

    return loop(request, gelezen, stap, formulier, doe)


@kaart
def berichtenkaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """What did not arrive, and whether the resident hears of news by mail."""
    if gelezen.vernietigd or not any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag)):
        return None
    gemist = mislukt_van(gelezen.dossier)
    inhoud = {"gemist": gemist, "mail": bool(mailadres_van(gelezen.dossier.inwoner))}
    return Kaart("berichten", "Berichten", "toegang/berichten_kaart.html", inhoud, waar="naast")
