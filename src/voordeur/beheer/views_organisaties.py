"""The screens of organisations: the list, one organisation, who to call, and the agreements on processing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Organisatie
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import organisaties as doe
from .actions.mensen import beheert
from .beeld import Blad, Cel, Deel, Knop, tabel
from .forms_organisaties import (
    SOORTEN,
    Contactformulier,
    Einddag,
    Organisatieformulier,
    Regiocontact,
    Verwerkingformulier,
)
from .fouten import VerkeerdeDagen
from .models import Contactpersoon, Verwerkersovereenkomst
from .queries import organisaties as vraag
from .queries.mensen import in_dagen, stand
from .views_mensen import loop

WIE = doe.HOUDT_BIJ
NAMEN = dict(SOORTEN)


def kruimels(*meer: Kruimel) -> tuple[Kruimel, ...]:
    """The way back: the list of organisations, and what stands between."""
    return (Kruimel("Organisaties", reverse("beheer:organisaties")), *meer)


def van_organisatie(organisatie: Organisatie) -> Kruimel:
    """The page of an organisation, as a way back."""
    return Kruimel(organisatie.naam, reverse("beheer:organisatie", args=[organisatie.pk]))


@scherm("beheer:organisaties", WIE)
def organisaties(request: Verzoek) -> HttpResponse:
    """Every organisation, the contacts of the region itself, and the agreements that ask for something."""
    bladzijde = blad(request, vraag.organisaties(request.actor, request.GET.get("soort", "")))
    rijen = [
        (Cel(deel.naam, van_organisatie(deel).adres), NAMEN[deel.soort], deel.telefoon or "niet bekend")
        for deel in bladzijde.rijen
    ]
    nieuw = Knop("Voeg iemand toe", reverse("beheer:regiocontact"))
    delen = (
        aflopend(request),
        Deel(
            "lijst",
            "Organisaties",
            tabel=tabel("Organisaties", ("Naam", "Soort", "Telefoon"), rijen),
            leeg="Er zijn nog geen organisaties.",
        ),
        Deel(
            "regio",
            "Contact van de regio",
            "Het externe contact en twee plaatsvervangers.",
            _contacttabel(vraag.contacten(organisatie=None), request),
            knoppen=(nieuw,),
            leeg="Er is nog niemand.",
        ),
    )
    knoppen = (Knop("Voeg een organisatie toe", reverse("beheer:organisatie_nieuw"), hoofd=True),)
    pagina = Blad("Organisaties", "Met wie de regio werkt, en wie u daar belt.", knoppen, delen)
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": bladzijde})


def aflopend(request: Verzoek) -> Deel:
    """The agreements on processing that end within three months or have ended."""
    rijen = [
        (
            Cel(deel.organisatie.naam, van_organisatie(deel.organisatie).adres),
            deel.onderwerp,
            schrijf_datum(deel.tot_en_met),
            Cel("", chip=vraag.stand_van(deel, request.vandaag)),
        )
        for deel in vraag.aflopende_verwerkingen(request.vandaag)
        if deel.tot_en_met is not None
    ]
    koppen = ("Met wie", "Waarover", "Geldig tot en met", "Stand")
    return Deel(
        "verwerking-let-op",
        "Verwerkersovereenkomsten die aflopen",
        tabel=tabel("Aflopend", koppen, rijen),
        leeg="Er loopt de komende drie maanden niets af.",
    )


def _contacttabel(contacten: Iterable[Contactpersoon], request: Verzoek) -> Any:
    rijen = []
    for deel in contacten:
        voorbij = stand(deel.periode, request.vandaag) == "voorbij"
        einde: str | Cel = (
            "voorbij" if voorbij else Cel("Kies een laatste dag", reverse("beheer:contact_einde", args=[deel.pk]))
        )
        wat = deel.get_plek_display() if deel.plek else deel.functie
        rijen.append((deel.naam, wat, f"{deel.telefoon} {deel.email}".strip(), in_dagen(deel.periode), einde))
    return tabel("Contactpersonen", ("Naam", "Functie", "Bereikbaar", "Wanneer", "Wijzig"), rijen)


@scherm("beheer:organisatie", WIE)
def organisatie(request: Verzoek, pk: int) -> HttpResponse:
    """One organisation: how it is reached, who to call, what was agreed on processing."""
    deze = vraag.organisatie_of_404(request.actor, pk)
    gegevens = (
        Gegeven("Soort", NAMEN[deze.soort]),
        Gegeven("Adres", deze.adres or "niet bekend"),
        Gegeven("Telefoon", deze.telefoon or "niet bekend"),
    )
    rijen = []
    for deel in vraag.verwerkingen(deze):
        einde = Cel("Beëindig", reverse("beheer:verwerking_einde", args=[deel.pk])) if deel.beeindigd_op is None else ""
        tot = schrijf_datum(deel.tot_en_met) if deel.tot_en_met else "geen einde"
        chip = Cel("", chip=vraag.stand_van(deel, request.vandaag))
        rijen.append((deel.onderwerp, schrijf_datum(deel.getekend_op), tot, deel.document, chip, einde))
    koppen = ("Waarover", "Getekend op", "Geldig tot en met", "Document", "Stand", "Wijzig")
    delen = (
        Deel(
            "gegevens",
            "Gegevens",
            gegevens=gegevens,
            knoppen=(Knop("Wijzig de gegevens", reverse("beheer:organisatie_wijzig", args=[pk])),),
        ),
        Deel(
            "contact",
            "Contactpersonen",
            tabel=_contacttabel(vraag.contacten(organisatie=deze), request),
            knoppen=(Knop("Voeg iemand toe", reverse("beheer:contact_nieuw", args=[pk])),),
            leeg="Er is nog niemand.",
        ),
        Deel(
            "verwerking",
            "Verwerkersovereenkomsten",
            tabel=tabel("Verwerkersovereenkomsten", koppen, rijen),
            knoppen=(Knop("Leg een overeenkomst vast", reverse("beheer:verwerking_nieuw", args=[pk])),),
            leeg="Er is nog geen overeenkomst.",
        ),
    )
    return render(
        request,
        "beheer/blad.html",
        {
            "pagina": Blad(deze.naam, delen=delen),
            "kruimels": kruimels(),
            "kruimel_hier": deze.naam,
            "blad": None,
        },
    )


@scherm("beheer:organisatie_nieuw", WIE)
def organisatie_nieuw(request: Verzoek) -> HttpResponse:
    """Write down an organisation."""
    terug = reverse("beheer:organisaties")
    stap = Stap("Voeg een organisatie toe", "Bewaar de organisatie", terug, controle=False, kruimels=kruimels())

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.maak_organisatie(request.actor, bij, doe.Organisatievelden(**ingevuld), op=request.vandaag)
        return "De organisatie staat in de lijst."

    return loop(
        request, stap, Organisatieformulier(request.POST or None), actie, terug, bij_veld={doe.NaamBestaat: "naam"}
    )


@scherm("beheer:organisatie_wijzig", WIE)
def organisatie_wijzig(request: Verzoek, pk: int) -> HttpResponse:
    """Change what is kept of an organisation."""
    deze = vraag.organisatie_of_404(request.actor, pk)
    begin = {naam: getattr(deze, naam) for naam in ("naam", "soort", "adres", "telefoon")}
    waar = van_organisatie(deze)
    stap = Stap("Wijzig de gegevens", "Bewaar de gegevens", waar.adres, controle=False, kruimels=kruimels(waar))

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.wijzig_organisatie(request.actor, bij, deze, doe.Organisatievelden(**ingevuld), op=request.vandaag)
        return "De gegevens zijn bewaard."

    fouten = {doe.NaamBestaat: "naam", doe.SoortInGebruik: "soort"}
    formulier = Organisatieformulier(request.POST or None, initial=begin)
    return loop(request, stap, formulier, actie, waar.adres, bij_veld=dict(fouten))


@scherm("beheer:contact_nieuw", WIE)
def contact_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    """Write down who to call at an organisation."""
    deze = vraag.organisatie_of_404(request.actor, pk)
    formulier = Contactformulier(request.POST or None, initial={"van": request.vandaag})
    return _contact(request, deze, formulier, van_organisatie(deze))


@scherm("beheer:regiocontact", WIE)
def regiocontact(request: Verzoek) -> HttpResponse:
    """Write down the external contact of the region, or a deputy."""
    formulier = Regiocontact(request.POST or None, initial={"van": request.vandaag})
    return _contact(request, None, formulier, kruimels()[0])


def _contact(
    request: Verzoek, organisatie: Organisatie | None, formulier: Contactformulier, waar: Kruimel
) -> HttpResponse:
    stap = Stap("Voeg een contactpersoon toe", "Bewaar deze persoon", waar.adres, controle=False, kruimels=(waar,))

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        van, tot = ingevuld.pop("van"), ingevuld.pop("tot")
        velden = doe.Contactvelden(**ingevuld)
        doe.voeg_contact_toe(request.actor, bij, organisatie, velden, van=van, tot=tot, op=request.vandaag)
        return f"{velden.naam} staat bij de contactpersonen."

    fouten: dict[type[Geweigerd], str] = {doe.PlekBezet: "plek"} if organisatie is None else {}
    return loop(request, stap, formulier, actie, waar.adres, bij_veld=fouten)


@scherm("beheer:contact_einde", WIE)
def contact_einde(request: Verzoek, pk: int) -> HttpResponse:
    """Give a contact a last day."""
    deze = Contactpersoon.objects.select_related("organisatie").filter(pk=pk).first()
    if deze is None:
        raise Http404
    waar = van_organisatie(deze.organisatie) if deze.organisatie else kruimels()[0]
    stap = Stap(f"Wanneer stopt {deze.naam}?", "Bewaar de laatste dag", waar.adres, controle=False, kruimels=(waar,))

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.beeindig_contact(request.actor, bij, deze, laatste_dag=ingevuld["laatste_dag"], op=request.vandaag)
        return "De laatste dag is bewaard."

    formulier = Einddag(request.POST or None, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, waar.adres, bij_veld={VerkeerdeDagen: "laatste_dag"})


@scherm("beheer:verwerking_nieuw", WIE)
def verwerking_nieuw(request: Verzoek, pk: int) -> HttpResponse:
    """Write down an agreement on processing that was signed."""
    deze = vraag.organisatie_of_404(request.actor, pk)
    waar = van_organisatie(deze)
    stap = Stap(
        "Leg een verwerkersovereenkomst vast",
        "Bewaar de overeenkomst",
        waar.adres,
        "Wij waarschuwen drie maanden voor het einde.",
        controle=False,
        kruimels=kruimels(waar),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.leg_verwerking_vast(request.actor, bij, deze, doe.Verwerking(**ingevuld), op=request.vandaag)
        return "De overeenkomst staat in de lijst."

    return loop(
        request,
        stap,
        Verwerkingformulier(request.POST or None),
        actie,
        waar.adres,
        bij_veld={VerkeerdeDagen: "tot_en_met"},
    )


@scherm("beheer:verwerking_einde", WIE)
def verwerking_einde(request: Verzoek, pk: int) -> HttpResponse:
    """An agreement holds no longer."""
    deze = Verwerkersovereenkomst.objects.select_related("organisatie").filter(pk=pk).first()
    if deze is None:
        raise Http404
    waar = van_organisatie(deze.organisatie)
    stap = Stap(
        "Beëindig de overeenkomst",
        "Bewaar de laatste dag",
        waar.adres,
        deze.onderwerp,
        controle=False,
        kruimels=kruimels(waar),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.beeindig_verwerking(request.actor, bij, deze, laatste_dag=ingevuld["laatste_dag"], op=request.vandaag)
        return "De overeenkomst is beëindigd."

    formulier = Einddag(request.POST or None, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, waar.adres, bij_veld={VerkeerdeDagen: "laatste_dag"})
