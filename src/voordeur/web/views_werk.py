"""The work list: what somebody has to do, by when, and why."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from voordeur.geld.queries import te_beoordelen
from voordeur.kern.actor import Rol
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import SCHERMEN, Verzoek, mag_openen, scherm
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries_toewijzen import filters_van

from .adres import adres_van
from .akkoordwerk import akkoordwerk
from .geldwerk import Geldregel, geldwerk
from .tellen import VAN_GELD, VAN_ZAKEN
from .verzoekwerk import verzoekwerk
from .werk import GROEPEN, PER_PAGINA, Filters, Telling, Zaak, als_zaken, gemeenten_van, tel, zaken

DAGEN = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")
MEEKIJKERS = frozenset({Rol.BESTUURDER, Rol.TOEZICHTHOUDER})
DOSSIERLIJST = "toegang:lijst"
IN_STAPPEN = [(stap.value, stap.label.capitalize()) for stap in Dossier.Stap if stap != Dossier.Stap.AFGESLOTEN]


class Zoekformulier(forms.Form):
    """The filters; they stand in the address."""

    wie = forms.ChoiceField(
        label="Welke zaken", required=False,
        choices=[("", "Mijn zaken"), ("alle", "Alle zaken"), ("niemand", "Nog van niemand")],
    )  # fmt: skip
    nummer = forms.CharField(label="Zaaknummer", required=False, max_length=20)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    stap = forms.ChoiceField(label="Stap", required=False, choices=[("", "Alle stappen"), *IN_STAPPEN])

    def __init__(self, gemeenten: list[tuple[str, str]], data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["gemeente"].choices = [("", "Alle gemeenten"), *gemeenten]  # type: ignore[attr-defined]

    def filters(self, altijd_alle: bool) -> Filters:
        """What was asked; an unknown choice asks for nothing."""
        self.is_valid()
        deel = self.cleaned_data
        return Filters(
            alle=altijd_alle or deel.get("wie") == "alle",
            niemand=deel.get("wie") == "niemand",
            gemeente=deel.get("gemeente", ""),
            stap=deel.get("stap", ""),
            nummer=deel.get("nummer", "").strip(),
        )


@dataclass(frozen=True)
class Groep:
    """The cases of a group on this page, and how many there are in all."""

    naam: str
    kop: str
    aantal: int
    zaken: list[Zaak]


@scherm(
    "web:werkvoorraad",
    {Rol.CONSULENT, Rol.TEAMLEIDER, Rol.CONTRACTBEHEERDER, Rol.CONTROLLER, Rol.BESTUURDER, Rol.TOEZICHTHOUDER},
)
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """Cases for who works on them or looks on; what waits to be assessed for who keeps the money."""
    rollen = {deel.rol for deel in request.actor.rollen_op(request.vandaag)}
    ziet_zaken = DOSSIERLIJST in SCHERMEN and mag_openen(request.actor, DOSSIERLIJST, request.vandaag)
    inhoud = {
        "dag": f"{DAGEN[request.vandaag.weekday()]} {schrijf_datum(request.vandaag)}",
        "geld": _geld(request) if rollen & VAN_GELD else [],
        "ziet_geld": bool(rollen & VAN_GELD),
        "ziet_zaken": ziet_zaken,
        "verzoeken": verzoekwerk(request.vandaag) if rollen & VAN_ZAKEN else [],
        "akkoord": akkoordwerk(request.actor, request.vandaag),
        "kijkt_mee": not rollen - MEEKIJKERS,
        "nieuw": adres_van("toegang:nieuw") if _mag(request, "toegang:nieuw") else "",
    }
    return render(request, "web/werkvoorraad.html", inhoud | (_zaken(request, rollen) if ziet_zaken else {}))


def _mag(request: Verzoek, naam: str) -> bool:
    return naam in SCHERMEN and mag_openen(request.actor, naam, request.vandaag)


def _geld(request: Verzoek) -> list[Geldregel]:
    return geldwerk(request.actor, te_beoordelen(request.actor))


def _zaken(request: Verzoek, rollen: set[Rol]) -> dict[str, object]:
    wie, op = request.actor, request.vandaag
    formulier = Zoekformulier(gemeenten_van(wie), request.GET)
    filters = formulier.filters(altijd_alle=not rollen - MEEKIJKERS)
    gevonden = zaken(wie, op, filters)
    telling = tel(gevonden, op)
    bladzijde = blad(request, gevonden, PER_PAGINA)
    return {
        "zoeken": formulier,
        "gefilterd": filters != Filters(alle=filters.alle),
        "alle": filters.alle or filters.niemand,
        "bewaard": filters_van(wie),
        "te_bewaren": request.GET.urlencode() if filters != Filters() else "",
        "telling": telling,
        "groepen": _groepen(telling, als_zaken(wie, op, bladzijde.rijen)),
        "blad": bladzijde,
    }


def _groepen(telling: Telling, op_pagina: list[Zaak]) -> list[Groep]:
    groepen = (
        Groep(naam, kop, telling.per_groep[naam], [zaak for zaak in op_pagina if zaak.groep == naam])
        for naam, kop in GROEPEN.items()
    )
    return [groep for groep in groepen if groep.zaken]
