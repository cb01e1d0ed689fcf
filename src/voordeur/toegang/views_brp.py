"""The page on which somebody asks the BRP about a resident, and the same beside the form of a new report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from voordeur.berichten.brp import BrpStaatUit, staat_aan
from voordeur.inwoner.brp import Bevraging
from voordeur.inwoner.queries import bsn_van
from voordeur.kern.fouten import Gewijzigd, StapNietAanDeBeurt, eis
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart
from .actions.brp import neem_over
from .actions.stappen import eis_geen_voorstel
from .forms_correctie import lees_bsn_veld
from .forms_personen import Wie
from .models import Dossier
from .queries import Dossierbeeld
from .queries_brp import Brpuitslag, haal
from .views import WERKERS, kruimels, naar_dossier
from .views_stappen import open_beeld

HAAL, NEEM, DEEL, KEUZE = "_brp", "_brp_neem", "brp_deel", "brp_wie"


@scherm("toegang:brp", rollen=WERKERS)
def brp(request: Verzoek, nummer: str) -> HttpResponse:
    """Ask the BRP, see what it says otherwise, and take over what is right."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    eis_geen_voorstel(gelezen.dossier)
    uitslag = None if staat_aan() else Brpuitslag(fout=str(BrpStaatUit()))
    if request.method == "POST":
        uitslag = _vraag(request, gelezen)
        if NEEM in request.POST and uitslag.beeld:
            return _neem(request, gelezen, uitslag)
    return render(request, "toegang/brp.html", {
        "dossier": gelezen.dossier, "uitslag": uitslag, "hier": request.path, "versie": gelezen.dossier.versie,
        "kruimels": kruimels(dossier=gelezen.dossier), "kruimel_hier": "Haal op bij de BRP",
    })  # fmt: skip


def _vraag(request: Verzoek, gelezen: Dossierbeeld) -> Brpuitslag:
    dossier = gelezen.dossier
    bsn = bsn_van(dossier.inwoner) or ""
    vraag = Bevraging(dossier.college_code, bsn=bsn, identiteit=gelezen.identiteit, betreft=dossier.betreft)
    return haal(request.actor, vraag, gelezen.identiteit, bsn, request.POST.get(KEUZE, ""), request.vandaag)


def _neem(request: Verzoek, gelezen: Dossierbeeld, uitslag: Brpuitslag) -> HttpResponse:
    assert uitslag.beeld is not None
    gekozen = set(request.POST.getlist(DEEL))
    delen = {deel.sleutel: deel.nieuw for deel in uitslag.beeld.delen if deel.anders and deel.sleutel in gekozen}
    eis(bool(delen), StapNietAanDeBeurt("Kies eerst wat u overneemt. Vraag daarna de BRP opnieuw."))
    versie = request.POST.get("versie", "")
    gezien = int(versie) if versie.isascii() and versie.isdecimal() and len(versie) < len(str(2**31)) else 0
    eis(gezien == gelezen.dossier.versie, Gewijzigd(gezien, gelezen.dossier.versie))
    neem_over(request.actor, gelezen.dossier, delen, versie=gezien, op=request.vandaag)
    messages.success(request, "Wat u koos, is overgenomen uit de BRP. Wat er stond, blijft te zien.")
    return naar_dossier(gelezen.dossier)


@kaart
def brpkaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """The way to the BRP, for who works on the dossier."""
    mag = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    if gelezen.vernietigd or not mag or not staat_aan():
        return None
    return Kaart("brp", "Basisregistratie (BRP)", "toegang/brp_kaart.html", waar="naast")


@dataclass(frozen=True)
class BijMelding:
    """What the BRP says beside a report that is being typed; `velden`: the form as it goes on from here."""

    uitslag: Brpuitslag
    velden: dict[str, Any]


def bij_melding(request: Verzoek, college_code: str) -> BijMelding | None:
    """The question of who types a report: by the BSN or the name in the form. None when nothing was asked."""
    if request.method != "POST" or not staat_aan() or not {HAAL, NEEM} & set(request.POST):
        return None
    velden = _getypt(request.POST)
    wie = Wie(request.POST)
    identiteit = wie.identiteit() if wie.is_valid() else {}
    try:
        bsn = lees_bsn_veld(request.POST.get("bsn", "")) or ""
    except forms.ValidationError as fout:
        return BijMelding(Brpuitslag(fout=str(fout.messages[0])), velden)
    bekend = {**velden, "adres": str(velden.get("adres", "")).splitlines()}
    vraag = Bevraging(college_code, bsn=bsn, identiteit=identiteit)
    uitslag = haal(request.actor, vraag, bekend, bsn, request.POST.get(KEUZE, ""), request.vandaag)
    if NEEM in request.POST and uitslag.beeld:
        gekozen = set(request.POST.getlist(DEEL))
        for deel in uitslag.beeld.delen:
            velden |= dict(deel.nieuw) if deel.sleutel in gekozen else {}
        adres = velden.get("adres", "")
        velden["adres"] = "\n".join(adres) if isinstance(adres, list) else adres
        uitslag = Brpuitslag()
    return BijMelding(uitslag, velden)


def _getypt(post: QueryDict) -> dict[str, Any]:
    return {naam: str(waarde) for naam, waarde in post.items() if not naam.startswith(("_", "brp_", "csrf"))}
