"""The screens of every evening: the door, who sleeps here tonight, a night that is crossed out or not given, beds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.models import Organisatie
from voordeur.kern.queries import centrum, regeling_van
from voordeur.regels.opvang import eerste_nacht
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Waarom
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.models import Dossier

from .actions import AanDeDeur, BijHuis, bij, breng_elders, geef_nacht, haal_weg, leg_bedden_vast, ontvang
from .forms import OUDSTE_JAAR, Beddental, Deur, DeurZonderBed, NietHier, ZonderBed
from .fouten import AlOpgenomen, GeenOpvang, Onvolledig, SlaaptHierAl
from .models import Nacht, NietGegeven
from .queries import (
    GELDT,
    aanmelding_met,
    als_mensen,
    andere_opvang,
    anderen,
    bezetting,
    dossier_of_404,
    elders_van,
    gezin_zonder_bed,
    laatste_soort,
    slapers,
    sliepen_ervoor,
)
from .soorten import soorten_op

OPVANG = frozenset({Rol.OPVANGMEDEWERKER})
EEN_DAG = timedelta(days=1)
ANDEREN_PER_BLAD = 50
DEUR = "Aan de deur"


def kruimels(*meer: Kruimel) -> tuple[Kruimel, ...]:
    """The way back to the list of the night."""
    return (Kruimel("Wie slaapt hier vannacht", reverse("opvang:vannacht")), *meer)


def organisatie_van(request: Verzoek) -> int:
    """The shelter of who is logged in. Raises GeenOpvang."""
    eis(request.actor.aanbieder is not None, GeenOpvang())
    return int(request.actor.aanbieder or 0)


def nacht_van(request: Verzoek) -> date:
    """The night that the address asks for; tonight when it asks for none, for one to come or of another century."""
    gevraagd = request.POST.get("nacht") or request.GET.get("nacht", "")
    try:
        nacht = date.fromisoformat(gevraagd)
    except ValueError:
        return request.vandaag
    return min(nacht, request.vandaag) if nacht.year >= OUDSTE_JAAR else request.vandaag


def naar(adres: str) -> HttpResponse:
    """On to another page, after something was done."""
    return HttpResponseRedirect(adres, status=303)


def _lijst(nacht: date, vandaag: date) -> str:
    kaal = reverse("opvang:vannacht")
    return kaal if nacht == vandaag else f"{kaal}?nacht={nacht.isoformat()}"


@scherm("opvang:vannacht", rollen=OPVANG)
def vannacht(request: Verzoek) -> HttpResponse:
    """Who sleeps here tonight: one button for each person, and one for everybody of last night."""
    if request.actor.aanbieder is None:
        return render(request, "opvang/geen_opvang.html")
    organisatie, nacht = organisatie_van(request), nacht_van(request)
    if request.method == "POST":
        return _schrijf_in(request, organisatie, nacht)
    hier = slapers(organisatie, nacht)
    bladzijde = blad(request, anderen(organisatie, nacht), ANDEREN_PER_BLAD)
    return render(request, "opvang/vannacht.html", {
        "organisatie": Organisatie.objects.get(pk=organisatie),
        "nacht": nacht,
        "vandaag": request.vandaag,
        "mag": nacht >= request.vandaag - EEN_DAG,
        "vorige": nacht - EEN_DAG,
        "volgende": nacht + EEN_DAG if nacht < request.vandaag else None,
        "bezetting": bezetting(organisatie, nacht),
        "slapers": hier,
        "ervoor": sliepen_ervoor(organisatie, nacht),
        "blad": bladzijde,
        "anderen": als_mensen(bladzijde.rijen, organisatie),
        "hier": request.path,
        "kruimels": (),
    })  # fmt: skip


def _schrijf_in(request: Verzoek, organisatie: int, nacht: date) -> HttpResponse:
    allen = bool(request.POST.get("allen"))
    if allen:
        dossiers = [mens.dossier for mens in sliepen_ervoor(organisatie, nacht)]
    elif request.POST.get("gezin"):
        dossiers = gezin_zonder_bed(dossier_of_404(request.POST["gezin"]), nacht)
    else:
        dossiers = [dossier_of_404(request.POST.get("geef", ""))]
    soort, aantal = laatste_soort(organisatie), 0
    for dossier in dossiers:
        try:
            with transaction.atomic():
                geef_nacht(request.actor, bij(request.actor, dossier), nacht=nacht, soort=soort, op=request.vandaag)
        except SlaaptHierAl:
            # one who sleeps at another shelter tonight, which is not seen here, does not hold up the others
            if not allen:
                raise
        else:
            aantal += 1
    wie = "1 persoon staat" if aantal == 1 else f"{aantal} mensen staan"
    messages.success(request, f"{wie} nu op de lijst.")
    return naar(_lijst(nacht, request.vandaag))


@scherm("opvang:deur", rollen=OPVANG)
def deur(request: Verzoek) -> HttpResponse:
    """Somebody at the door: one page, one button. There is no button to refuse."""
    organisatie_van(request)
    return _aan_de_deur(request, Deur, "opvang/deur.html")


@scherm("opvang:geen_plek", rollen=OPVANG)
def geen_plek(request: Verzoek) -> HttpResponse:
    """The same, when there is no bed: why, and where the person was brought."""
    organisatie_van(request)
    return _aan_de_deur(request, DeurZonderBed, "opvang/deur_geen_plek.html")


def _aan_de_deur(request: Verzoek, soort: type[Deur], sjabloon: str) -> HttpResponse:
    organisatie, nacht = organisatie_van(request), nacht_van(request)
    soorten = soorten_op(request.actor.regio, request.vandaag)
    bedden_nu = bezetting(organisatie, nacht)
    extra = {"opvang": andere_opvang(organisatie), "vrij": bedden_nu.vrij} if soort is DeurZonderBed else {}
    # who comes from the other page brings along what was typed, and did not answer these questions yet
    vers = request.method != "POST" or "_verder" in request.POST
    laatst = laatste_soort(organisatie)
    begin = {"soort": laatst if laatst in soorten else next(iter(soorten))}
    formulier = soort(
        None if vers else request.POST, initial=begin | (_getypt(request) if vers else {}), vandaag=request.vandaag,
        soorten=soorten, **extra,
    )  # fmt: skip
    if not vers and formulier.is_valid():
        try:
            return _neem_op(request, formulier, nacht, organisatie)
        except Onvolledig as fout:
            formulier.add_error(fout.veld if fout.veld in formulier.fields else None, str(fout))
    regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    return render(request, sjabloon, {
        "formulier": formulier, "nacht": nacht, "vandaag": request.vandaag, "hier": request.path,
        "bezetting": bedden_nu,
        "waarom": Waarom("Waarom mag dit meteen?", in_woorden(eerste_nacht(), regeling)),
        "kruimels": kruimels(), "kruimel_hier": DEUR,
    }, status=422 if formulier.errors else 200)  # fmt: skip


def _getypt(request: Verzoek) -> dict[str, Any]:
    return {naam: request.POST[naam] for naam in (*Deur.base_fields, "soort") if request.POST.get(naam)}


def _neem_op(request: Verzoek, formulier: Deur, nacht: date, organisatie: int) -> HttpResponse:
    in_ = formulier.cleaned_data
    sleutel = {"sleutel": in_["sleutel"]} if in_["sleutel"] else {}
    wie = AanDeDeur(
        college_code=centrum(request.actor.regio).code, aanbieder_id=organisatie, gasten=formulier.gasten(),
        nacht=nacht, veilig=in_["veilig"], soort=formulier.soort,
        elders=formulier.elders() if isinstance(formulier, DeurZonderBed) else None, **sleutel,
    )  # fmt: skip
    try:
        with transaction.atomic():
            aanmelding = ontvang(request.actor, wie, op=request.vandaag).object
    except AlOpgenomen:
        aanmelding = aanmelding_met(in_["sleutel"])
        assert aanmelding is not None
    return naar(reverse("opvang:bon", args=[aanmelding.dossier.nummer]))


@scherm("opvang:bon", rollen=OPVANG)
def bon(request: Verzoek, nummer: str) -> HttpResponse:
    """The receipt: the number, who came, where they sleep, and what happens next."""
    dossier = dossier_of_404(nummer)
    nacht = Nacht.objects.filter(GELDT, dossier=dossier).select_related("organisatie").order_by("-nacht").first()
    niet = NietGegeven.objects.filter(dossier=dossier).select_related("naar").order_by("-nacht", "-id").first()
    samen = [dossier]
    if dossier.gezin is not None:
        samen = list(Dossier.objects.select_related("inwoner").filter(gezin=dossier.gezin).order_by("id"))
    return render(request, "opvang/bon.html", {
        "dossier": dossier,
        "mensen": als_mensen(samen, int(request.actor.aanbieder or 0)),
        "nacht": nacht,
        # a bed that was given after all counts
        "elders": elders_van(niet) if niet and not (nacht and nacht.nacht >= niet.nacht) else None,
        "telefoon": centrum(request.actor.regio).telefoon,
        "kruimels": kruimels(), "kruimel_hier": f"Bon {nummer}",
    })  # fmt: skip


@scherm("opvang:niet_hier", rollen=OPVANG)
def niet_hier(request: Verzoek, nummer: str) -> HttpResponse:
    """Cross out a night, with the reason; also the morning after."""
    dossier, nacht = dossier_of_404(nummer), nacht_van(request)
    rij = get_object_or_404(
        Nacht.objects.filter(GELDT, organisatie=organisatie_van(request)), dossier=dossier, nacht=nacht
    )
    terug = _lijst(nacht, request.vandaag)
    stap = Stap(
        "Slaapt hier niet", "Haal van de lijst", terug, controle=False, kruimels=kruimels(),
        uitleg="De nacht blijft doorgestreept bewaard, met uw reden.", sjabloon="opvang/stap_nacht.html",
        extra={"mens": als_mensen([dossier], rij.organisatie_id)[0], "nacht": nacht},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> HttpResponse:
        haal_weg(request.actor, rij, ingevuld["reden"], op=request.vandaag)
        messages.success(request, "De nacht is van de lijst gehaald.")
        return naar(terug)

    return doorloop(request, stap, NietHier(request.POST or None, initial={"nacht": nacht}), doe)


@scherm("opvang:niemand_hier", rollen=OPVANG)
def niemand_hier(request: Verzoek) -> HttpResponse:
    """Cross out everybody of a night at once: the shelter closed, or the list was of another night."""
    organisatie, nacht = organisatie_van(request), nacht_van(request)
    rijen = [mens.nacht for mens in slapers(organisatie, nacht) if mens.nacht is not None]
    terug = _lijst(nacht, request.vandaag)
    stap = Stap(
        "Haal iedereen van de lijst", "Haal iedereen van de lijst", terug, controle=False, kruimels=kruimels(),
        uitleg=f"Op deze lijst {'staat 1 persoon' if len(rijen) == 1 else f'staan {len(rijen)} mensen'}.",
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> HttpResponse:
        for rij in rijen:
            haal_weg(request.actor, rij, ingevuld["reden"], op=request.vandaag)
        messages.success(request, "De lijst van deze nacht is leeg.")
        return naar(terug)

    return doorloop(request, stap, NietHier(request.POST or None, initial={"nacht": nacht}), doe)


@scherm("opvang:elders", rollen=OPVANG)
def elders(request: Verzoek, nummer: str) -> HttpResponse:
    """There is no bed tonight for somebody who is known here."""
    dossier, organisatie, nacht = dossier_of_404(nummer), organisatie_van(request), request.vandaag
    stap = Stap(
        "Er is geen plek vrij", "Leg vast", reverse("opvang:persoon", args=[nummer]), controle=False,
        uitleg="Breng de persoon naar een andere plek en bel eerst.", kruimels=kruimels(),
        sjabloon="opvang/stap_nacht.html",
        extra={"mens": als_mensen([dossier], organisatie)[0], "nacht": nacht},
    )  # fmt: skip

    def doe(_: dict[str, Any]) -> HttpResponse:
        plek = bij(request.actor, dossier)
        try:
            with transaction.atomic():
                breng_elders(request.actor, plek, formulier.elders(), nacht=nacht, op=request.vandaag)
        except (SlaaptHierAl, Onvolledig) as fout:
            raise _als_fout(fout) from None
        messages.success(request, "Vastgelegd. De teamleider van de gemeente ziet dit in het overzicht.")
        return naar(reverse("opvang:persoon", args=[nummer]))

    formulier = ZonderBed(
        request.POST or None, opvang=andere_opvang(organisatie), vrij=bezetting(organisatie, nacht).vrij
    )  # fmt: skip
    return doorloop(request, stap, formulier, doe)


def _als_fout(fout: Geweigerd) -> ValidationError:
    """A refusal as an error of the form, at its field when it is about one."""
    return ValidationError({fout.veld: str(fout)} if isinstance(fout, Onvolledig) else str(fout))


@scherm("opvang:bedden", rollen=OPVANG)
def bedden(request: Verzoek) -> HttpResponse:
    """How many beds the own shelter has."""
    organisatie = organisatie_van(request)
    stap = Stap(
        "Hoeveel bedden hebt u?", "Leg vast", reverse("opvang:vannacht"), controle=False, kruimels=kruimels(),
        uitleg="Dan ziet u elke avond hoeveel er vrij zijn. Een vol huis houdt niemand tegen.",
    )  # fmt: skip
    nu = bezetting(organisatie, request.vandaag).bedden
    formulier = Beddental(request.POST or None, initial={"vanaf": request.vandaag, "aantal": nu})

    def doe(ingevuld: dict[str, Any]) -> HttpResponse:
        huis = BijHuis(centrum(request.actor.regio).code, organisatie)
        leg_bedden_vast(request.actor, huis, ingevuld["aantal"], vanaf=ingevuld["vanaf"], op=request.vandaag)
        messages.success(request, "Het aantal bedden is vastgelegd.")
        return naar(reverse("opvang:vannacht"))

    return doorloop(request, stap, formulier, doe)
