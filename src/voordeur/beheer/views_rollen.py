"""The screens of rights: giving and ending roles, and the register of powers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.models import Aanstelling, College, Mandaatregel, Organisatie
from voordeur.kern.queries import colleges, regeling_van
from voordeur.regels.fouten import Onberekenbaar
from voordeur.schermen.bladeren import blad
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions import mandaten as van_mandaat
from .actions import mensen as doe
from .beeld import Blad, Cel, Deel, Knop, tabel
from .forms_mensen import Einde, Mandaatformulier, Rolformulier
from .fouten import DubbeleRol, InHetVerleden, RolPastNiet, VerkeerdeDagen
from .queries import mensen as vraag
from .queries.tweede import mandaatvoorstellen
from .regelingmandaten import nog_te_geven
from .views_mensen import BEHEER, LEIDING, ROLLEN_VAN_PERSONEEL, kruimels, loop, van_mens
from .views_tweede import aan_wie

EINDEFOUTEN = {InHetVerleden: "laatste_dag", VerkeerdeDagen: "laatste_dag"}


@scherm("beheer:rol_geven", BEHEER)
def rol_geven(request: Verzoek, pk: int) -> HttpResponse:
    """Appoint somebody; never oneself."""
    account = vraag.mens_of_404(request.actor, pk)
    plekken = vraag.plekken(request.actor, request.vandaag)
    keuzes = [(sleutel, vraag.naam_van_plek(plek)) for sleutel, plek in plekken.items()]
    formulier = Rolformulier(
        request.POST or None,
        vandaag=request.vandaag,
        initial={"van": request.vandaag},
        rollen=ROLLEN_VAN_PERSONEEL,
        plekken=keuzes,
    )
    stap = Stap(
        f"Geef {account.naam} een rol", "Geef deze rol", van_mens(account).adres, kruimels=kruimels(van_mens(account))
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        plek = plek_van(plekken[ingevuld["plek"]])
        doe.geef_rol(
            request.actor,
            doe.beheert(request.actor, plek.code, request.vandaag),
            account,
            Rol(ingevuld["rol"]),
            plek,
            van=ingevuld["van"],
            tot=ingevuld["tot"],
            op=request.vandaag,
            ook_verleden=ingevuld["ook_verleden"],
        )
        return f"{account.naam} heeft deze rol."

    fouten = {DubbeleRol: "van", RolPastNiet: "rol", InHetVerleden: "van", VerkeerdeDagen: "tot"}
    return loop(request, stap, formulier, actie, van_mens(account).adres, bij_veld=dict(fouten))


def plek_van(gekozen: College | Organisatie) -> doe.Plek:
    """A place as the actions want it."""
    return doe.Plek(college=gekozen) if isinstance(gekozen, College) else doe.Plek(organisatie=gekozen)


@scherm("beheer:rol_einde", LEIDING)
def rol_einde(request: Verzoek, pk: int) -> HttpResponse:
    """Give a role its last day."""
    rij = Aanstelling.objects.filter(pk=pk).select_related("account", "college", "organisatie").first()
    if rij is None:
        raise Http404
    account = rij.account
    stap = Stap(
        "Kies de laatste dag van deze rol",
        "Bewaar de laatste dag",
        van_mens(account).adres,
        controle=False,
        uitleg=f"{account.naam}: {rij.rol}, {vraag.waar(rij)}.",
        kruimels=kruimels(van_mens(account)),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = doe.beheert(request.actor, rij.college.code if rij.college else None, request.vandaag)
        doe.beeindig_rol(request.actor, bij, rij, op=request.vandaag, **ingevuld)
        return "De laatste dag is bewaard. De rol blijft in de lijst staan."

    formulier = Einde(request.POST or None, vandaag=request.vandaag, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, van_mens(account).adres, bij_veld=dict(EINDEFOUTEN))


@scherm("beheer:mandaten", LEIDING)
def mandaten(request: Verzoek) -> HttpResponse:
    """The register of powers, also those that are over."""
    mag = mag_openen(request.actor, "beheer:mandaat_einde", request.vandaag)
    rijen = []
    bladzijde = blad(request, vraag.mandaten_van())
    for deel in bladzijde.rijen:
        nu = vraag.stand(deel.periode, request.vandaag)
        einde: str | Cel = "voorbij" if nu == "voorbij" else ""
        if mag and nu != "voorbij":
            einde = Cel("Kies een laatste dag", reverse("beheer:mandaat_einde", args=[deel.pk]))
        aan = deel.aan.naam if deel.aan else deel.aan_organisatie.naam if deel.aan_organisatie else ""
        rijen.append((deel.handeling, deel.van.naam, aan, vraag.in_dagen(deel.periode), deel.grond, einde))
    koppen = ("Waarvoor", "Van", "Aan", "Wanneer", "Besluit", "Wijzig")
    knoppen = (Knop("Leg een mandaat vast", reverse("beheer:mandaat_nieuw"), hoofd=True),) if mag else ()
    wacht = [
        (deel.handeling, deel.van.naam, aan_wie(deel), vraag.in_dagen(deel.periode), deel.grond)
        for deel in mandaatvoorstellen()
    ]
    delen = [
        *([Deel("wacht", "Wacht op een tweede persoon", tabel=tabel("Wacht", koppen[:-1], wacht))] if wacht else []),
        Deel("mandaten", "Mandaatregister", tabel=tabel("Mandaten", koppen, rijen), leeg="Er zijn geen mandaten."),
    ]
    if mag and (nog := _nog_te_geven(request)):
        uitleg = "De regeling geeft deze bevoegdheden. Ze staan nog niet in het register. Kijk of ze kloppen."
        rest = tabel("Wat de regeling noemt", ("Waarvoor", "Van", "Aan", "Artikel"), nog)
        delen.insert(0, Deel("noemt", "Wat de regeling nog noemt", uitleg, tabel=rest))
    pagina = Blad("Mandaten", "Wie namens wie mag handelen, sinds wanneer en door welk besluit.", knoppen, tuple(delen))
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": bladzijde})


def _nog_te_geven(request: Verzoek) -> list[tuple[str, str, str, str]]:
    regio, op = request.actor.regio, request.vandaag
    try:
        regeling, _ = regeling_van(regio, op)
    except Onberekenbaar:
        return []
    rijen = nog_te_geven(regeling, colleges(regio), Organisatie.objects.order_by("naam"), op)
    return [
        (waar, van, aan, ", ".join(deel.tekst for deel in gronden_van((grond,)))) for waar, van, aan, grond in rijen
    ]


@scherm("beheer:mandaat_nieuw", BEHEER)
def mandaat_nieuw(request: Verzoek) -> HttpResponse:
    """Write down a power that one college gave to another, or to an organisation."""
    gevers = {f"college-{deel.code}": deel for deel in College.objects.order_by("naam")}
    organisaties = {f"organisatie-{deel.pk}": deel for deel in Organisatie.objects.order_by("naam", "id")}
    aan: dict[str, College | Organisatie] = {**gevers, **organisaties}
    formulier = Mandaatformulier(
        request.POST or None,
        vandaag=request.vandaag,
        initial={"van": request.vandaag},
        colleges=[(sleutel, deel.naam) for sleutel, deel in gevers.items()],
        aan=[(sleutel, vraag.naam_van_plek(deel)) for sleutel, deel in aan.items()],
        machten=[(naam, naam) for naam in van_mandaat.machten()],
    )
    terug = reverse("beheer:mandaten")
    uitleg = "Wie geeft een bevoegdheid aan wie? Een tweede persoon bevestigt het mandaat."
    stap = Stap("Leg een mandaat vast", "Leg dit mandaat vast", terug, uitleg)

    def actie(ingevuld: dict[str, Any]) -> str:
        mandaat = van_mandaat.Mandaat(
            ingevuld["macht"], gevers[ingevuld["van_college"]], aan[ingevuld["aan"]], ingevuld["grond"]
        )
        van_mandaat.stel_mandaat_voor(
            request.actor,
            doe.beheert(request.actor, None, request.vandaag),
            mandaat,
            van=ingevuld["van"],
            tot=ingevuld["tot"],
            op=request.vandaag,
            ook_verleden=ingevuld["ook_verleden"],
        )
        return "Het mandaat wacht op een tweede persoon. Daarna geldt het."

    fouten = {
        van_mandaat.DubbelMandaat: "van",
        van_mandaat.AanZichzelf: "aan",
        InHetVerleden: "van",
        VerkeerdeDagen: "tot",
    }
    return loop(request, stap, formulier, actie, terug, bij_veld=dict(fouten))


@scherm("beheer:mandaat_einde", BEHEER)
def mandaat_einde(request: Verzoek, pk: int) -> HttpResponse:
    """Give a power its last day."""
    regel = Mandaatregel.objects.filter(pk=pk).select_related("van").first()
    if regel is None:
        raise Http404
    terug = reverse("beheer:mandaten")
    stap = Stap(
        "Kies de laatste dag van dit mandaat",
        "Bewaar de laatste dag",
        terug,
        controle=False,
        uitleg=f"{regel.handeling}, van gemeente {regel.van.naam}.",
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = doe.beheert(request.actor, None, request.vandaag)
        van_mandaat.beeindig_mandaat(request.actor, bij, regel, op=request.vandaag, **ingevuld)
        return "De laatste dag is bewaard. Het mandaat blijft in het register staan."

    formulier = Einde(request.POST or None, vandaag=request.vandaag, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, terug, bij_veld=dict(EINDEFOUTEN))
