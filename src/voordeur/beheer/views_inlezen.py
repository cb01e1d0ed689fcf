"""The pages of moving in: files, what is wrong with them, what would change, and two people who decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from voordeur.kern.actor import Rol, Rolbekleding
from voordeur.kern.queries import centrum
from voordeur.schermen.bladeren import Blad, blad
from voordeur.schermen.bouwstenen import Chip
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import inlezen as acties
from .forms_inlezen import GOEDE, Aanbodformulier, Bestandsformulier, Leeg
from .inlezen.omgeving import omgeving_van
from .inlezen.sjablonen import sjabloon_csv, sjabloon_xlsx
from .inlezen.soorten import SOORTEN
from .inlezen.terug import ErIsOpGebouwd
from .inlezen.toetsen import NietAllesGoed
from .models import Inleesset
from .queries import inlezen as vragen

BEHEERDER = acties.BEHEERDER
IEDEREEN = BEHEERDER | acties.TWEEDE
STAND = Inleesset.Stand
MAKERS = {"csv": ("text/csv; charset=utf-8", sjabloon_csv),
          "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sjabloon_xlsx)}  # fmt: skip
CHIPS = {
    STAND.OPEN: ("rust", "circle-dashed"), STAND.TOETSEN: ("bijna", "progress"), STAND.GETOETST: ("info", "list-check"),
    STAND.AANGEBODEN: ("info", "hourglass"), STAND.BEZIG: ("bijna", "progress"), STAND.UITGEVOERD: ("goed", "check"),
    STAND.GAAT_TERUG: ("bijna", "progress"), STAND.TERUG: ("rust", "circle-dashed"), STAND.AFGEROND: ("goed", "check"),
    STAND.VERVALLEN: ("rust", "circle-dashed"),
}  # fmt: skip
PER_BLAD = 50


def _chip(deze: Inleesset) -> Chip:
    soort, icoon = CHIPS[STAND(deze.stand)]
    return Chip(soort, STAND(deze.stand).label, icoon)  # type: ignore[arg-type]


def _set(request: Verzoek, pk: int) -> Inleesset:
    """A set, for who has one of the roles in the centrumgemeente: for a neighbour there is none."""
    deze = get_object_or_404(Inleesset, pk=pk)
    if not any(deel.rol in IEDEREEN and deel.college == deze.college_code for deel in _rollen(request)):
        raise Http404
    return deze


def _kruimels(deze: Inleesset | None = None) -> tuple[Kruimel, ...]:
    lijst = Kruimel("Inlezen", reverse("beheer:inlezen"))
    return (
        (lijst,)
        if deze is None
        else (lijst, Kruimel(f"Inlezen {deze.pk}", reverse("beheer:inlezen_set", args=[deze.pk])))
    )


@scherm("beheer:inlezen", IEDEREEN)
def inlezen(request: Verzoek) -> HttpResponse:
    """Every set, the templates, and a button to begin."""
    bladzijde: Blad[Inleesset] = blad(request, vragen.sets(request.actor.regio))
    return render(request, "beheer/inlezen.html", {
        "sets": [(deze, _chip(deze)) for deze in bladzijde.rijen],
        "blad": bladzijde,
        "soorten": SOORTEN.values(),
        "mag_beginnen": _heeft(request, BEHEERDER),
    })  # fmt: skip


def _heeft(request: Verzoek, rollen: frozenset[Rol]) -> bool:
    return any(deel.rol in rollen for deel in _rollen(request))


def _rollen(request: Verzoek) -> tuple[Rolbekleding, ...]:
    return request.actor.rollen_op(request.vandaag)


@scherm("beheer:inlezen_sjabloon", IEDEREEN)
def sjabloon(request: Verzoek, soort: str, vorm: str) -> HttpResponse:
    """A template to fill in, made for this region."""
    if soort not in SOORTEN or vorm not in MAKERS:
        raise Http404
    mime, maak = MAKERS[vorm]
    inhoud = maak(SOORTEN[soort], omgeving_van(request.actor.regio, request.vandaag))
    koppen = {"Content-Disposition": f'attachment; filename="{soort}.{vorm}"'}
    return HttpResponse(inhoud, content_type=mime, headers=koppen)


@require_POST
@scherm("beheer:inlezen_nieuw", BEHEERDER)
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a set."""
    bij = acties.BijRegio(centrum(request.actor.regio).code)
    deze = acties.begin(request.actor, bij, op=request.vandaag).object
    return redirect("beheer:inlezen_set", deze.pk)


@scherm("beheer:inlezen_set", IEDEREEN)
def een_set(request: Verzoek, pk: int) -> HttpResponse:
    """One set: its files, how far it is, what is wrong and what would change."""
    deze = _set(request, pk)
    wacht = deze.stand in acties.BIJ_DE_WERKER
    if not wacht and request.headers.get("HX-Request"):
        # what asked how far it is makes room for the whole page
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    # a page that comes again every three seconds reads nothing about people
    uitslag = None if wacht or not deze.uitslag else vragen.uitslag_inzien(request.actor, deze, op=request.vandaag)
    voortgang = vragen.voortgang(deze) if wacht else None
    return render(request, "beheer/inlezen_set.html", {
        "set": deze,
        "chip": _chip(deze),
        "bestanden": vragen.bestanden(deze),
        "uitslag": uitslag,
        "fouten": blad(request, uitslag.oorzaken if uitslag else (), PER_BLAD),
        "wijzigingen": uitslag.wijzigingen[:vragen.GETOOND] if uitslag else (),
        "kijkt_mee": deze.stand == STAND.AANGEBODEN,
        "weinig": uitslag is not None and len(uitslag.wijzigingen) <= vragen.EERSTE,
        "voortgang": voortgang,
        "wie": vragen.wie_deed(deze),
        "wacht": wacht,
        "is_beheerder": _heeft(request, BEHEERDER),
        "is_tweede": _heeft(request, acties.TWEEDE),
        "te_wijzigen": deze.stand in acties.NOG_TE_WIJZIGEN,
        "kruimels": _kruimels(),
        "kruimel_hier": f"Inlezen {deze.pk}",
    })  # fmt: skip


@scherm("beheer:inlezen_rijen", IEDEREEN)
def rijen(request: Verzoek, pk: int, soort: str) -> HttpResponse:
    """Every row of a kind that changes something or is new, to look at before it is read in."""
    deze = _set(request, pk)
    uitslag = vragen.uitslag_inzien(request.actor, deze, op=request.vandaag) if deze.uitslag else None
    if soort not in SOORTEN:
        raise Http404
    nieuw, gewijzigd = uitslag.van_soort(soort) if uitslag else (None, [])
    bladzijde = blad(request, [*gewijzigd, *(nieuw.ruw if nieuw else ())], PER_BLAD)
    regels = [
        ("Wijzigt", rij) if isinstance(rij, vragen.Wijziging) else ("Nieuw", nieuw.rij(rij)) for rij in bladzijde.rijen
    ]
    return render(request, "beheer/inlezen_rijen.html", {
        "set": deze, "naam": SOORTEN[soort].naam, "regels": regels, "blad": bladzijde,
        "nieuw": nieuw.aantal if nieuw else 0, "gewijzigd": len(gewijzigd), "over_mensen": SOORTEN[soort].over_mensen,
        "kruimels": _kruimels(deze), "kruimel_hier": SOORTEN[soort].naam,
    })  # fmt: skip


def _stap(deze: Inleesset, titel: str, knop: str, uitleg: str) -> Stap:
    terug = reverse("beheer:inlezen_set", args=[deze.pk])
    return Stap(titel, knop, terug, uitleg, controle=False, kruimels=_kruimels(deze))


def _loop(request: Verzoek, deze: Inleesset, stap: Stap, formulier: Any, doe: Callable[[dict[str, Any]], str],
          bij_veld: Any = None) -> HttpResponse:  # fmt: skip
    def klaar(ingevuld: dict[str, Any]) -> HttpResponse:
        messages.success(request, doe(ingevuld))
        return redirect("beheer:inlezen_set", deze.pk)

    return doorloop(request, stap, formulier, klaar, bij_veld=bij_veld)


@scherm("beheer:inlezen_bestand", BEHEERDER)
def bestand(request: Verzoek, pk: int) -> HttpResponse:
    """Put files in a set, each in the place of the one of its kind."""
    deze = _set(request, pk)
    stap = _stap(deze, "Voeg bestanden toe", "Bewaar de bestanden",
                 "Wij bewaren de bestanden op slot. Na het inlezen gaan ze weg.")  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        for deel in ingevuld["bestanden"]:
            acties.voeg_bestand_toe(request.actor, deze, deel.soort, deel.naam, deel.inhoud, op=request.vandaag)
        namen = ", ".join(SOORTEN[deel.soort].naam.lower() for deel in ingevuld["bestanden"])
        return f"Dit staat klaar: {namen}. Toets het nu."

    formulier = Bestandsformulier(request.POST or None, request.FILES or None)
    return _loop(request, deze, stap, formulier, doe, {acties.BestandPastNiet: "bestanden"})


@scherm("beheer:inlezen_bestand_weg", BEHEERDER)
def bestand_weg(request: Verzoek, pk: int, soort: str) -> HttpResponse:
    """Take a file out of a set."""
    deze = _set(request, pk)
    stap = _stap(deze, "Haal een bestand weg", "Haal weg", "Het bestand gaat uit deze lijst en wordt niet bewaard.")

    def doe(_: dict[str, Any]) -> str:
        acties.haal_bestand_weg(request.actor, deze, soort, op=request.vandaag)
        return "Het bestand is weg."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe)


@scherm("beheer:inlezen_toetsen", BEHEERDER)
def toetsen(request: Verzoek, pk: int) -> HttpResponse:
    """Have the files checked."""
    deze = _set(request, pk)
    stap = _stap(deze, "Toets de bestanden", "Toets", "Wij kijken alle rijen na. Er wordt nog niets ingelezen.")

    def doe(_: dict[str, Any]) -> str:
        acties.laat_toetsen(request.actor, deze, op=request.vandaag)
        return "Wij kijken alle rijen na."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe)


@scherm("beheer:inlezen_aanbieden", BEHEERDER)
def aanbieden(request: Verzoek, pk: int) -> HttpResponse:
    """Choose what happens with bad rows, and hand over to a colleague."""
    deze = _set(request, pk)
    stap = _stap(deze, "Bied aan een collega aan", "Bied aan",
                 "Een teamleider of controller kijkt mee en laat het inlezen.")  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        acties.bied_aan(request.actor, deze, goede_regels=ingevuld.get("regels") == GOEDE, op=request.vandaag)
        return "Een teamleider of controller kan het nu laten inlezen."

    uitslag = vragen.uitslag_van(deze)
    if uitslag is not None and not uitslag.fouten:
        return _loop(request, deze, stap, Leeg(request.POST or None), doe)
    return _loop(request, deze, stap, Aanbodformulier(request.POST or None), doe, {NietAllesGoed: "regels"})


@scherm("beheer:inlezen_uitvoeren", acties.TWEEDE)
def uitvoeren(request: Verzoek, pk: int) -> HttpResponse:
    """The second person has it read in."""
    deze = _set(request, pk)
    stap = _stap(deze, "Laat deze bestanden inlezen", "Lees in", f"{_wat_meegaat(deze)} Het gaat in een keer.")

    def doe(_: dict[str, Any]) -> str:
        acties.laat_uitvoeren(request.actor, deze, op=request.vandaag)
        return "Het inlezen is begonnen. Op deze pagina ziet u hoever het is."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe)


def _wat_meegaat(deze: Inleesset) -> str:
    uitslag = vragen.uitslag_van(deze)
    if uitslag is None:
        return "Alles gaat mee, of niets."
    nieuw = sum(telling.nieuw for telling in uitslag.tellingen)
    zin = f"Nieuwe rijen: {nieuw}. Gewijzigde rijen: {len(uitslag.wijzigingen)}."
    return f"{zin} Rijen met een fout, die niet meegaan: {uitslag.slecht}." if uitslag.slecht else zin


@scherm("beheer:inlezen_terug", acties.TWEEDE)
def terug(request: Verzoek, pk: int) -> HttpResponse:
    """Take back what was read in."""
    deze = _set(request, pk)
    stap = _stap(deze, "Draai dit terug", "Draai terug",
                 "Alles van deze bestanden gaat weg. Dat kan zolang er niets op is gebouwd.")  # fmt: skip

    def doe(_: dict[str, Any]) -> str:
        acties.draai_terug(request.actor, deze, op=request.vandaag)
        return "Het terugdraaien is begonnen. Op deze pagina ziet u hoever het is."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe, {ErIsOpGebouwd: None})


@scherm("beheer:inlezen_afronden", BEHEERDER)
def afronden(request: Verzoek, pk: int) -> HttpResponse:
    """Say that it is right; going back is over."""
    deze = _set(request, pk)
    stap = _stap(deze, "Rond dit af", "Rond af", "Daarna kunt u dit niet meer terugdraaien.")

    def doe(_: dict[str, Any]) -> str:
        acties.rond_af(request.actor, deze, op=request.vandaag)
        return "Dit is afgerond. Van de bestanden is niets meer bewaard."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe)


@scherm("beheer:inlezen_weg", BEHEERDER)
def weg(request: Verzoek, pk: int) -> HttpResponse:
    """Throw a set away that was not read in."""
    deze = _set(request, pk)
    stap = _stap(deze, "Gooi deze bestanden weg", "Gooi weg", "Er wordt niets ingelezen.")

    def doe(_: dict[str, Any]) -> str:
        acties.gooi_weg(request.actor, deze, op=request.vandaag)
        return "De bestanden zijn weg. Er is niets ingelezen."

    return _loop(request, deze, stap, Leeg(request.POST or None), doe)


@scherm("beheer:inlezen_fouten", IEDEREEN)
def fouten(request: Verzoek, pk: int) -> HttpResponse:
    """Every fault as a file to work through."""
    deze = _set(request, pk)
    uitslag = vragen.uitslag_inzien(request.actor, deze, op=request.vandaag)
    koppen = {"Content-Disposition": f'attachment; filename="fouten-inlezen-{deze.pk}.csv"'}
    inhoud = vragen.fouten_als_csv(uitslag.fouten if uitslag else ())
    return HttpResponse(inhoud, content_type="text/csv; charset=utf-8", headers=koppen)
