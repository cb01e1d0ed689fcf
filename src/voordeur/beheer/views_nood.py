"""The screens of emergency access: opening a dossier, reading it, and looking at it afterwards."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Rol
from voordeur.kern.models import Noodtoegang
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip, Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.velden import Tekstvak
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.models import Dossier

from .actions import nood as doe
from .actions import nood_tweede
from .beeld import Blad, Cel, Deel, tabel
from .fouten import NietUzelf
from .queries import nood as vraag
from .queries import tweede
from .velden import Keuze, Tekst
from .views_mensen import loop

LEIDER = frozenset({Rol.TEAMLEIDER})
OORDEEL = {
    "": Chip("dringend", "Nog bekijken", "alert-triangle"),
    "terecht": Chip("goed", "Terecht", "check"),
    "niet_terecht": Chip("telaat", "Niet terecht", "alert-triangle"),
}


class Noodformulier(forms.Form):
    """Which dossier, and why it cannot wait."""

    nummer = Tekst(label="Dossiernummer of BSN", max_length=20)
    reden = Keuze(label="Waarom kan het niet wachten?", uit=Noodtoegang.Reden.choices)
    toelichting = Tekstvak(label="Wat is er aan de hand?", max_length=1000)


class Oordeel(forms.Form):
    """What the team leader found."""

    oordeel = Keuze(label="Was het terecht?", uit=Noodtoegang.Oordeel.choices)
    toelichting = Tekstvak(label="Toelichting", required=False, max_length=1000)


@scherm("beheer:nood", doe.ROLLEN)
def nood(request: Verzoek) -> HttpResponse:
    """Open one dossier of another municipality to read it; the team leader there is told."""
    stap = Stap(
        "Open een dossier in nood",
        "Open het dossier",
        "/",
        "U leest één dossier, een paar uur lang. De teamleider van die gemeente bekijkt het daarna.",
        sjabloon="beheer/nood.html",
        extra={
            "noden": tweede.open_noden(request.actor),
            "gevraagd": tweede.eigen_noodverzoeken(request.actor),
        },
    )

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        gedaan = doe.open_in_nood(
            request.actor,
            ingevuld["nummer"].strip(),
            Noodtoegang.Reden(ingevuld["reden"]),
            ingevuld["toelichting"],
            op=request.vandaag,
        )
        return HttpResponseRedirect(reverse("beheer:nood_dossier", args=[gedaan.object.pk]), status=303)

    velden = {doe.NietGevonden: "nummer", doe.TeVaakMis: "nummer", doe.AlTeZien: "nummer"}
    return doorloop(request, stap, Noodformulier(request.POST or None), actie, bij_veld=dict(velden))


@scherm("beheer:nood_vragen", doe.ROLLEN)
def nood_vragen(request: Verzoek) -> HttpResponse:
    """Ask a second person: for a dossier that is not found, which may be shielded. The answer never tells."""
    terug = reverse("beheer:nood")
    stap = Stap(
        "Vraag een tweede persoon",
        "Vraag dit",
        terug,
        "Vindt u het dossier niet? Een teamleider of controller kan het met u openen.",
        kruimels=(Kruimel("Open in nood", terug),),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        nood_tweede.vraag_met_tweede(
            request.actor,
            ingevuld["nummer"].strip(),
            Noodtoegang.Reden(ingevuld["reden"]),
            ingevuld["toelichting"],
            op=request.vandaag,
        )
        return "Uw vraag staat klaar. Bel een teamleider of controller, die bevestigt onder 'Te bevestigen'."

    velden = {doe.NietGevonden: "nummer", doe.TeVaakMis: "nummer", doe.AlTeZien: "nummer"}
    return loop(request, stap, Noodformulier(request.POST or None), actie, terug, bij_veld=dict(velden))


@scherm("beheer:nood_dossier", doe.ROLLEN)
def nood_dossier(request: Verzoek, pk: int) -> HttpResponse:
    """What there is to read; only for who opened it, and only while it lasts."""
    eigen = vraag.eigen_nood(request.actor, pk)
    gelezen = vraag.lees_in_nood(request.actor, eigen, op=request.vandaag)
    wie = gelezen.behandelaar
    bellen = [Gegeven("Behandelaar", f"{wie.naam}, {wie.telefoon or 'geen telefoon bekend'}")] if wie else []
    bellen += [Gegeven("Gemeente", eigen.college.telefoon or "geen telefoon bekend")]
    erbij = [Gegeven(deel.rol, f"{deel.naam} {deel.bereikbaar or ''}".strip()) for deel in gelezen.erbij if deel.loopt]
    besluiten = [
        Deel(f"besluit-{nummer}", f"Besluit {nummer}", gegevens=tuple(regels)) for nummer, regels in gelezen.besluiten
    ]
    delen = (
        Deel("gegevens", "Gegevens", gegevens=gelezen.gegevens),
        Deel("bellen", "Wie kunt u bellen?", gegevens=(*bellen, *erbij)),
        *besluiten,
    )
    let_op = "U leest dit met noodtoegang. Elke keer dat u dit opent, staat in het logboek van de inwoner."
    pagina = Blad(gelezen.naam, f"Dossier {eigen.dossier}, gemeente {eigen.college.naam}", (), delen, (let_op,))
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": None})


@scherm("beheer:noden", LEIDER)
def noden(request: Verzoek) -> HttpResponse:
    """Every time that somebody opened a dossier of these colleges in an emergency."""
    bladzijde = blad(request, vraag.noden(request.actor))
    rijen = [
        (
            Cel(f"Dossier {deel.dossier}", reverse("beheer:nood_beoordelen", args=[deel.pk])),
            deel.account.naam,
            deel.college.naam,
            f"{deel.van:%d-%m-%Y}",
            deel.get_reden_display(),
            Cel("", chip=OORDEEL[deel.oordeel]),
        )
        for deel in bladzijde.rijen
    ]
    koppen = ("Dossier", "Wie", "Gemeente", "Wanneer", "Reden", "Oordeel")
    deel = Deel(
        "noden", "Wie opende wat?", tabel=tabel("Noodtoegang", koppen, rijen), leeg="Niemand had noodtoegang nodig."
    )
    wacht = vraag.te_bekijken(request.actor).count()
    lead = f"U moet er nog {wacht} bekijken." if wacht else "U hebt alles bekeken."
    return render(
        request,
        "beheer/blad.html",
        {
            "pagina": Blad("Noodtoegang", lead, delen=(deel,)),
            "kruimels": (),
            "blad": bladzijde,
        },
    )


@scherm("beheer:nood_beoordelen", LEIDER)
def nood_beoordelen(request: Verzoek, pk: int) -> HttpResponse:
    """Why it was opened and what was read, with the question whether that was right."""
    gevonden = vraag.noden(request.actor).filter(pk=pk).first()
    if gevonden is None:
        raise Http404
    terug = reverse("beheer:noden")
    stap = Stap(
        "Bekijk de noodtoegang",
        "Bewaar het oordeel",
        terug,
        controle=False,
        sjabloon="beheer/nood_beoordelen.html",
        kruimels=(Kruimel("Noodtoegang", terug),),
        extra={"nood": gevonden, "toelichting": _toelichting(gevonden), "gelezen": vraag.gelezen_in(gevonden)[:50]},
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        oordeel = Noodtoegang.Oordeel(ingevuld["oordeel"])
        doe.beoordeel(request.actor, gevonden, oordeel, ingevuld["toelichting"], op=request.vandaag)
        return "Uw oordeel is bewaard."

    return loop(request, stap, Oordeel(request.POST or None), actie, terug, bij_veld={NietUzelf: "oordeel"})


def _toelichting(nood: Noodtoegang) -> str:
    """The words of who opened it, as they stand with the resident."""
    dossier = Dossier.objects.select_related("inwoner").filter(nummer=nood.dossier).first()
    if dossier is None:
        return "niet te lezen"
    try:
        geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer)
    except SleutelOntbreekt:
        return "De gegevens van deze inwoner zijn vernietigd."
    return str(geschreven.get(f"noodtoegang {nood.pk}", {}).get("toelichting", "geen toelichting"))
