"""The screens of the way in: the list, a new report, the dossier, its documents and its journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from voordeur.inwoner.helpers import namen_aan_deze_kant
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.models import College, Journaalregel, Organisatie
from voordeur.kern.queries import gemeentenamen, namen_van_accounts
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regels.fouten import Onberekenbaar
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip, Taak, termijnchip
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from . import aanhaken, onderzoeksbeeld
from . import beeld as maak
from .feiten import thuis_gegeven, toetsfeiten, wacht_op_plek
from .klokbeeld import per_klok
from .models import Besluit, Document, Dossier, Klok
from .queries import (
    Dossierbeeld,
    besluitnummers,
    document_inzien,
    dossier_inzien,
    dossier_of_404,
    dossiers,
    journaal_inzien,
    journaal_van,
    kijk,
    melding_inzien,
    met_nummer,
    toets_op,
)
from .queries_betrokkenen import betrokkenenbeeld
from .queries_documenten import bestandsnaam, documentregels, mag_in_venster
from .queries_verslag import getekend_is_aanvraag
from .woorden import woorden_van

WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
LEZERS = WERKERS | {Rol.TOEZICHTHOUDER}
MELDERS = WERKERS | {Rol.AANBIEDER, Rol.OPVANGMEDEWERKER}
PER_BLAD, TIJDLIJN = 100, 12
UITSLAGEN = {
    "gedaan": Chip("goed", "Gedaan", "check"),
    "geweigerd": Chip("dringend", "Geweigerd", "alert-triangle"),
    "gelezen": Chip("info", "Gelezen", "folder"),
}


def kruimels(*, dossier: Dossier | None = None) -> tuple[Kruimel, ...]:
    """The way back: the list, and the dossier of a step."""
    lijst_ = Kruimel("Dossiers", reverse("toegang:lijst"))
    if dossier is None:
        return (lijst_,)
    return (lijst_, Kruimel(f"Dossier {dossier.nummer}", reverse("toegang:dossier", args=[dossier.nummer])))


def is_van_college(wie: Actor, vandaag: date) -> bool:
    """Whether somebody sees whole dossiers today, and not only what their organisation reported."""
    return any(deel.rol in LEZERS for deel in wie.rollen_op(vandaag))


@scherm("toegang:lijst", rollen=LEZERS | MELDERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Every dossier that one may see, by number and step, a hundred at a time."""
    zoek, stap = request.GET.get("zoek", "").strip(), request.GET.get("stap", "")
    gevonden = dossiers(request.actor)
    if zoek:
        gevonden = met_nummer(gevonden, zoek)
    if stap in Dossier.Stap.values:
        gevonden = gevonden.filter(stap=stap)
    niemand = request.GET.get("wie", "") == "niemand"
    if niemand:
        gevonden = gevonden.filter(behandelaar=None).exclude(stap=Dossier.Stap.AFGESLOTEN)
    bladzijde = blad(request, gevonden, PER_BLAD)
    return render(request, "toegang/lijst.html", {
        "blad": bladzijde,
        "regels": _regels(request, bladzijde.rijen, besluitnummers(zoek) if zoek else {}),
        "stappen": Dossier.Stap.choices,
        "zoek": zoek,
        "gekozen": stap,
        "niemand": niemand,
        "gefilterd": bool(zoek or stap or niemand),
        "hier": request.path,
        "nieuw": reverse("toegang:nieuw") if _mag_melden(request) else "",
        "kruimels": (),
    })  # fmt: skip


def _mag_melden(request: Verzoek) -> bool:
    return any(deel.rol in MELDERS for deel in request.actor.rollen_op(request.vandaag))


def _regels(request: Verzoek, rijen: tuple[Dossier, ...], besluiten: Mapping[int, str]) -> list[dict[str, Any]]:
    """A row for each dossier; the queries are the same for one and for a hundred. `besluiten`: found by these."""
    namen = namen_van([dossier.inwoner for dossier in rijen])
    gemeenten = gemeentenamen(request.actor.regio)
    lopend: dict[int, Klok] = {}
    nummers = [dossier.pk for dossier in rijen]
    for klok in Klok.objects.filter(dossier__in=nummers, klaar_op=None).exclude(soort="bezwaar").order_by("-uiterlijk"):
        lopend[klok.dossier_id] = klok
    return [
        {
            "dossier": dossier,
            "besluit": besluiten.get(dossier.pk, ""),
            "naam": namen[dossier.inwoner_id],
            "gemeente": gemeenten.get(dossier.college_code, dossier.college_code),
            "uiterlijk": klok.uiterlijk if klok else None,
            "chip": termijnchip((klok.uiterlijk - request.vandaag).days) if klok else None,
        }
        for dossier in rijen
        for klok in [lopend.get(dossier.pk)]
    ]


def naar_dossier(dossier: Dossier) -> HttpResponse:
    """On to the dossier, after something was done."""
    return HttpResponseRedirect(reverse("toegang:dossier", args=[dossier.nummer]), status=303)


@scherm("toegang:dossier", rollen=LEZERS | MELDERS)
def dossier(request: Verzoek, nummer: str) -> HttpResponse:
    """The dossier: what there is to do, until when, and why. An organisation sees what it reported."""
    gevonden = dossier_of_404(nummer)
    if not is_van_college(request.actor, request.vandaag):
        return _eigen_melding(request, gevonden)
    beeld: Dossierbeeld = dossier_inzien(request.actor, gevonden, op=request.vandaag)
    gemeente = College.objects.get(code=gevonden.college_code).naam
    gedaan = journaal_van(gevonden).filter(uitslag=Journaalregel.Uitslag.GEDAAN)[:TIJDLIJN]
    namen = namen_van_accounts(_accounts(beeld, gedaan)) | namen_aan_deze_kant(gevonden.inwoner)
    mag_werken = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    taken = _taken(request, beeld) if mag_werken else ()
    stappen = maak.processtappen(beeld)
    klokbeelden = per_klok(beeld, request.actor, request.vandaag, mag_werken=mag_werken and not beeld.vernietigd)
    termijnen = maak.termijnen(beeld.klokken, beeld.regeling, request.vandaag, klokbeelden)
    return render(request, "toegang/dossier.html", {
        "dossier": gevonden,
        "naam": maak.naam_van(beeld),
        "gemeente": gemeente,
        "vernietigd": beeld.vernietigd,
        "stappen": stappen,
        "stap_nummer": sum(deel.stand == "klaar" for deel in stappen) + any(deel.stand == "nu" for deel in stappen),
        "taken": taken,
        "taken_klaar": sum(taak.stand == "klaar" for taak in taken),
        "eerste": next((taak for taak in taken if taak.stand != "klaar"), None),
        "wacht_op": _wacht_op(beeld, mag_werken),
        "woont": _woont(beeld),
        "naar_criteria": maak.naar_criteria(beeld) if mag_werken else "",
        "termijnen": termijnen,
        "chip": maak.chip_van_stap(gevonden, termijnen),
        "gegevens": maak.gegevens(beeld, gemeente),
        "behandelaar": namen.get(gevonden.behandelaar or 0, ""),
        "overdragen": mag_werken and gevonden.stap != Dossier.Stap.AFGESLOTEN,
        "betrokkenen": _betrokkenen(beeld, namen),
        "erbij": betrokkenenbeeld(gevonden, beeld.geschreven),
        "documenten": documentregels(beeld.documenten, beeld.geschreven),
        "mag_erbij": mag_werken and not beeld.vernietigd,
        "besluiten": [(deel, maak.besluitgegevens(deel, beeld)) for deel in beeld.besluiten if deel.genomen_op],
        # what somebody said stays with who works on the case
        "bevindingen": onderzoeksbeeld.bevindingen(beeld) if mag_werken else (),
        "scores": onderzoeksbeeld.scores(beeld) if mag_werken else (),
        "tijdlijn": maak.tijdlijn(gedaan, namen),
        "kaarten": aanhaken.kaarten_van(request, beeld),
        "regeling": beeld.regeling,
        "kruimels": kruimels(),
        "kruimel_hier": f"Dossier {gevonden.nummer}",
        **waarom(beeld, request.vandaag),
    })  # fmt: skip


def _taken(request: Verzoek, beeld: Dossierbeeld) -> tuple[Taak, ...]:
    """What there is to do; where the signed report is the application, making that report comes before it."""
    alle = (*maak.taken(beeld, request.actor.account), *aanhaken.taken_van(request, beeld))
    aanvraag = reverse("toegang:aanvraag", args=[beeld.dossier.nummer])
    later = bool(getekend_is_aanvraag(beeld.regeling, beeld.dossier))
    return tuple(sorted(alle, key=lambda taak: later and taak.adres == aanvraag))


def waarom(beeld: Dossierbeeld, op: date) -> dict[str, Any]:
    """The outcome of the access test: as it was decided, else provisional by what is known now."""
    leeg = {"conclusie": None, "vormen": (), "geen_uitkomst": ""}
    if beeld.vernietigd:
        return leeg | {"geen_uitkomst": "De gegevens zijn vernietigd. De uitkomst is niet meer na te rekenen."}
    # after an objection that was upheld it is open again
    opnieuw = beeld.dossier.stap == Dossier.Stap.BESLUIT
    besloten = not opnieuw and any(deel.genomen_op for deel in beeld.besluiten)
    papier = next((deel for deel in beeld.besluiten if deel.papiernummer), None)
    gerekend = "toetsfeiten" in beeld.geschreven
    if besloten and papier is not None and not gerekend and not beeld.geschreven.get("criteria"):
        return leeg | {"geen_uitkomst": maak.van_papier(papier)}
    nu = toetsfeiten(beeld.dossier, beeld.identiteit, beeld.geschreven, op)
    feiten = beeld.geschreven.get("toetsfeiten", nu) if besloten else nu
    try:
        uitkomst = toets_op(beeld.regeling, beeld.dossier, feiten)
    except Onberekenbaar as fout:
        return leeg | {"geen_uitkomst": f"Er is geen uitkomst: {fout}. U beslist op uw eigen oordeel."}
    gevonden, vormen = maak.conclusie(
        uitkomst, beeld.regeling, feiten, wie=maak.noemnaam(beeld), voorlopig=not (besloten and gerekend)
    )
    return {"conclusie": gevonden, "vormen": vormen, "geen_uitkomst": ""}


def _wacht_op(beeld: Dossierbeeld, mag_werken: bool) -> str:
    """What happens next where there is nothing to do on this page."""
    if not mag_werken:
        return "U leest mee. De consulenten werken aan dit dossier."
    if maak.in_voorbereiding(beeld) is not None:
        return "Een collega leest het besluit dat u klaarlegde, en ondertekent het."
    besluit = maak.geldend(beeld)
    return {
        Dossier.Stap.VERBLIJF: _hulp_loopt(beeld, besluit),
        Dossier.Stap.AFGESLOTEN: "Dit dossier is afgesloten.",
    }.get(Dossier.Stap(beeld.dossier.stap), "")


def _woont(beeld: Dossierbeeld) -> bool:
    """Whether a place goes with the help that runs."""
    besluit = maak.geldend(beeld)
    woont = besluit is None or wacht_op_plek(beeld.regeling, besluit)
    return beeld.dossier.stap == Dossier.Stap.VERBLIJF and woont


def _hulp_loopt(beeld: Dossierbeeld, besluit: Besluit | None) -> str:
    if besluit is not None and besluit.leveringsvorm == "pgb":
        return "De inwoner regelt de hulp zelf met een pgb."
    if besluit is not None and thuis_gegeven(beeld.regeling, besluit):
        return "De inwoner krijgt deze hulp thuis. Een plek zoeken is niet nodig."
    return "De inwoner heeft een plek bij een aanbieder."


def _accounts(beeld: Dossierbeeld, regels: Any) -> list[int | None]:
    uit_besluiten = [nummer for deel in beeld.besluiten for nummer in (deel.voorbereid_door, deel.ondertekend_door)]
    uit_journaal = [nummer for regel in regels for nummer in (regel.account, regel.voor)]
    return [beeld.dossier.behandelaar, *uit_besluiten, *uit_journaal]


def _betrokkenen(beeld: Dossierbeeld, namen: dict[int, str]) -> list[maak.Betrokkene]:
    paren: list[tuple[int | None, str]] = [(beeld.dossier.behandelaar, "Behandelt dit dossier")]
    for deel in beeld.besluiten[:1]:
        paren += [
            (deel.voorbereid_door, "Bereidde het besluit voor"),
            (deel.ondertekend_door, "Ondertekende het besluit"),
        ]
    gevonden = [maak.Betrokkene(namen[nummer], rol) for nummer, rol in paren if nummer in namen]
    if beeld.dossier.organisatie:
        organisatie = Organisatie.objects.filter(pk=beeld.dossier.organisatie).first()
        gevonden += [maak.Betrokkene(organisatie.naam, "Deed de melding")] if organisatie else []
    return gevonden


def _eigen_melding(request: Verzoek, gevonden: Dossier) -> HttpResponse:
    """What an organisation sees: what it reported itself, how far it is, and who to call."""
    try:
        identiteit, melding = melding_inzien(request.actor, gevonden, op=request.vandaag)
    except SleutelOntbreekt:
        identiteit, melding = {}, {}
    behandelaar = namen_van_accounts([gevonden.behandelaar])
    gemeente = College.objects.get(code=gevonden.college_code)
    return render(request, "toegang/eigen_melding.html", {
        "dossier": gevonden,
        "naam": f"{identiteit.get('voornaam') or ''} {identiteit.get('naam') or ''}".strip() or "Onbekende naam",
        "gemeente": gemeente.naam,
        "telefoon": gemeente.telefoon,
        "reden": melding.get("reden", ""),
        "vorige_voorziening": melding.get("vorige_voorziening", ""),
        "behandelaar": behandelaar.get(gevonden.behandelaar or 0, ""),
        "kruimels": kruimels(),
        "kruimel_hier": f"Dossier {gevonden.nummer}",
    })  # fmt: skip


@scherm("toegang:document", rollen=LEZERS)
def document(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """A document; that somebody opened it is journaled."""
    vraag = Document.objects.select_related("dossier__inwoner").filter(dossier__nummer=nummer)
    gevonden = get_object_or_404(vraag, pk=pk)
    try:
        inhoud = document_inzien(request.actor, gevonden, op=request.vandaag)
    except SleutelOntbreekt as fout:
        return render(request, "toegang/vernietigd.html", {"fout": fout, "terug": nummer}, status=410)
    return als_bestand(gevonden, inhoud, kijk(gevonden.dossier).geschreven)


def als_bestand(document: Document, inhoud: bytes, geschreven: Mapping[str, Any]) -> HttpResponse:
    """A paper for the browser: our own letters are shown, what others made is saved."""
    koppen = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    buiten = not mag_in_venster(document)
    naam = content_disposition_header(buiten, bestandsnaam(document, geschreven)) or "attachment"
    extra = koppen if buiten else {}
    return HttpResponse(inhoud, document.mime, headers={"Content-Disposition": naam, **extra})


@scherm("toegang:journaal", rollen=LEZERS)
def journaal(request: Verzoek, nummer: str) -> HttpResponse:
    """Who did, read or was refused what in this dossier, the newest first."""
    gevonden = dossier_of_404(nummer)
    bladzijde = blad(request, journaal_inzien(request.actor, gevonden, op=request.vandaag), PER_BLAD)
    namen = namen_van_accounts(nummer for regel in bladzijde.rijen for nummer in (regel.account, regel.voor))
    namen |= namen_aan_deze_kant(gevonden.inwoner)
    regels = [
        {
            "om": regel.om,
            "wie": maak.wie_deed(regel, namen),
            "wat": woorden_van(regel.handeling, regel.object_soort).wat,
            "chip": UITSLAGEN[regel.uitslag],
            "reden": next((deel["reden"] for deel in regel.waarom if "reden" in deel), "") or maak.wat_verbeterd(regel),
        }
        for regel in bladzijde.rijen
    ]
    return render(request, "toegang/journaal.html", {
        "dossier": gevonden,
        "blad": bladzijde,
        "regels": regels,
        "kruimels": kruimels(dossier=gevonden),
        "kruimel_hier": "Logboek",
    })  # fmt: skip
