"""From a report to a decision: the same actions as the screens."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from voordeur.inwoner.queries_afscherming import adres_geheim, zonder_adres
from voordeur.inwoner.zoeken import Zoekvraag as Personenvraag
from voordeur.kern.fouten import Gewijzigd
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import centrum, namen_van_accounts, regeling_van
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regels.fouten import Onberekenbaar
from voordeur.toegang.actions import bevestig, meld, ontvang_aanvraag
from voordeur.toegang.forms import Aanvraag, NieuweMelding
from voordeur.toegang.forms_personen import Zoekformulier
from voordeur.toegang.fouten import KanNietBerekend
from voordeur.toegang.models import Besluit as Besluitrij
from voordeur.toegang.models import Document as Documentrij
from voordeur.toegang.models import Dossier as Dossierrij
from voordeur.toegang.models import Klok as Klokrij
from voordeur.toegang.queries import (
    document_inzien,
    dossier_inzien,
    dossier_of_404,
    dossiers,
    melding_inzien,
    regeling_van_dossier,
)
from voordeur.toegang.queries_klokken import termijnen as lopende_termijnen
from voordeur.toegang.queries_personen import zoek_personen
from voordeur.toegang.queries_wegen import bekende_dossiers, stukken_van_aanvraag, weg_van
from voordeur.toegang.views import als_bestand, is_van_college
from voordeur.toegang.views_melding import gemeenten_voor, lees_melding, organisatie_van

from ..beschrijving import punt
from ..bladeren import deel
from ..deur import Vraag
from ..herhaling import Nieuw
from ..invoer import Aantal, Cursor, Gemaakt, Lijst, schoon
from ..problemen import veldfouten
from ..versies import eis_versie, geef_versie, veranderd
from .dossierding import pad_van, stand_van
from .dossiervormen import (
    Aanvraagvraag,
    Besluit,
    Document,
    Dossier,
    Dossierregel,
    Identiteit,
    Klok,
    Leeg,
    NieuweMeldingVraag,
    Termijn,
    Wegstap,
    Zoekvraag,
)

router = Router(tags=["Dossiers"])
Stap = Literal["melding", "onderzoek", "aanvraag", "besluit", "plaatsing", "verblijf", "afgesloten"]


@punt(
    router,
    "GET",
    "/dossiers",
    id="dossiers",
    kop="De dossiers die u mag zien",
    antwoord=Lijst[Dossierregel],
    scherm="toegang:lijst",
)
def lijst(
    request: Vraag,
    stap: Annotated[Stap | None, Query(None, description="Alleen dossiers bij deze stap.")] = None,
    gemeente: Annotated[str | None, Query(None, pattern=r"^[0-9]{4}$", description="De CBS-code.")] = None,
    gemeld_vanaf: Annotated[date | None, Query(None, alias="gemeldVanaf", description="Vanaf deze dag.")] = None,
    cursor: Cursor = None,
    aantal: Aantal = 50,
) -> Any:
    """The dossiers that the account of the key may see, the last one made first."""
    gezocht = dossiers(request.actor)
    if stap:
        gezocht = gezocht.filter(stap=stap)
    if gemeente:
        gezocht = gezocht.filter(college_code=gemeente)
    if gemeld_vanaf:
        gezocht = gezocht.filter(gemeld_op__gte=gemeld_vanaf)
    gevonden = deel(gezocht, cursor, aantal)
    return Lijst[Dossierregel](
        items=[Dossierregel(**_regel(deze)) for deze in gevonden.rijen], volgende=gevonden.volgende
    )


def _regel(dossier: Dossierrij) -> dict[str, Any]:
    velden = ("melder", "bevestigd_op", "onderzocht_op", "aangevraagd_op", "afgesloten_op", "nodig_op",
              "nummer", "voorziening", "stap", "spoed", "versie", "regeling_versie")  # fmt: skip
    dagen = {"gemeente": dossier.college_code, "gemeld_op": dossier.melddag}
    return {**dagen, **{naam: getattr(dossier, naam) for naam in velden}}


@punt(
    router,
    "GET",
    "/dossiers/{nummer}",
    id="dossier",
    kop="Een dossier",
    antwoord=Dossier,
    scherm="toegang:dossier",
    toont=True,
)
def dossier(request: Vraag, response: HttpResponse, nummer: str) -> Any:
    """One dossier with its steps, clocks, decisions and papers. That it was read stands in the journal."""
    gevonden = dossier_of_404(nummer)
    geef_versie(response, pad_van(nummer), stand_van(gevonden))
    behandelaar = namen_van_accounts([gevonden.behandelaar]).get(gevonden.behandelaar or 0, "")
    if not is_van_college(request.actor, request.vandaag):
        return _eigen_melding(request, gevonden, behandelaar)
    beeld = dossier_inzien(request.actor, gevonden, op=request.vandaag)
    weg = weg_van(gevonden, beeld.regeling)
    # a secret address is shown by nobody, and so handed to no system
    identiteit = zonder_adres(beeld.identiteit) if adres_geheim(gevonden.inwoner) else beeld.identiteit
    return Dossier(
        **_regel(gevonden),
        **_over(identiteit, beeld.geschreven.get("melding", {}), beeld.vernietigd),
        behandelaar=behandelaar,
        weg=[Wegstap(id=deze.stap.id, wat=deze.stap.wat, stand=deze.stand) for deze in (weg.stappen if weg else ())],
        klokken=[_klok(klok) for klok in beeld.klokken],
        besluiten=[_besluit(besluit) for besluit in beeld.besluiten if besluit.genomen_op],
        documenten=[_document(document, nummer) for document in beeld.documenten],
    )


def _eigen_melding(request: Vraag, dossier: Dossierrij, behandelaar: str) -> Dossier:
    try:
        (identiteit, melding), vernietigd = melding_inzien(request.actor, dossier, op=request.vandaag), False
    except SleutelOntbreekt:
        identiteit, melding, vernietigd = {}, {}, True
    return Dossier(**_regel(dossier), **_over(identiteit, melding, vernietigd), behandelaar=behandelaar)


def _over(identiteit: dict[str, Any], melding: dict[str, Any], vernietigd: bool) -> dict[str, Any]:
    bekend = {naam: identiteit[naam] for naam in Identiteit.model_fields if identiteit.get(naam)}
    return {
        "inwoner": Identiteit(**bekend),
        "reden": melding.get("reden") or "",
        "vorige_voorziening": melding.get("vorige_voorziening") or "",
        "vernietigd": vernietigd,
    }


def _klok(klok: Klokrij) -> Klok:
    return Klok(soort=klok.soort, naam=klok.naam, start=klok.start, uiterlijk=klok.uiterlijk, klaar_op=klok.klaar_op)


def _besluit(besluit: Besluitrij) -> Besluit:
    dagen = gesloten(besluit.periode) if besluit.periode else None
    velden = ("nummer", "strekking", "soort", "vorm", "arrangement", "zwaarte", "leveringsvorm", "genomen_op",
              "ingetrokken_op")  # fmt: skip
    eigen: dict[str, Any] = {naam: getattr(besluit, naam) for naam in velden}
    return Besluit(**eigen, van=dagen.van if dagen else None, tot=dagen.tot if dagen else None)


def _document(document: Documentrij, nummer: str) -> Document:
    return Document(
        id=document.pk, soort=document.soort, titel=document.titel, op=document.op, mime=document.mime,
        locatie=f"{pad_van(nummer)}/documenten/{document.pk}",
    )  # fmt: skip


@punt(
    router,
    "GET",
    "/dossiers/{nummer}/documenten",
    id="documenten",
    kop="De documenten van een dossier",
    antwoord=Lijst[Document],
    scherm="toegang:document",
)
def documenten(request: Vraag, nummer: str, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The papers of a dossier, the last one added first. That the dossier was read stands in the journal."""
    gevonden = dossier_of_404(nummer)
    dossier_inzien(request.actor, gevonden, op=request.vandaag)
    papieren = deel(Documentrij.objects.filter(dossier=gevonden).defer("inhoud"), cursor, aantal)
    return Lijst[Document](items=[_document(deze, nummer) for deze in papieren.rijen], volgende=papieren.volgende)


@punt(
    router,
    "GET",
    "/dossiers/{nummer}/documenten/{document}",
    id="document",
    kop="De inhoud van een document",
    antwoord=None,
    scherm="toegang:document",
)
def document(request: Vraag, nummer: str, document: int) -> Any:
    """The file itself. That it was read stands in the journal."""
    vraag = Documentrij.objects.select_related("dossier__inwoner").filter(dossier__nummer=nummer)
    gevonden = get_object_or_404(vraag, pk=document)
    return als_bestand(gevonden, document_inzien(request.actor, gevonden, op=request.vandaag), {})


@punt(
    router,
    "POST",
    "/meldingen",
    id="maakMelding",
    kop="Doe een melding",
    antwoord=Gemaakt,
    scherm="toegang:nieuw",
    maakt=True,
)
def maak_melding(request: Vraag, vraag: NieuweMeldingVraag) -> Any:
    """Report that somebody needs support: a dossier starts, and so does the term of the investigation."""
    try:
        regeling, _ = regeling_van(request.actor.regio, request.vandaag)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None
    organisatie = organisatie_van(request)
    velden = vraag.model_dump() | {"adres": "\n".join(vraag.adres)}
    formulier = NieuweMelding(
        regeling, gemeenten_voor(request, organisatie), request.vandaag, velden,
        bekend=bool(bekende_dossiers(request.actor, vraag.bsn)),
    )  # fmt: skip
    melding = lees_melding(request, schoon(formulier), organisatie)
    try:
        gemaakt: Dossierrij = meld(request.actor, melding, op=request.vandaag).object
    except KanNietBerekend as fout:
        raise veldfouten([("#/melder", str(fout))]) from None
    return Nieuw(gemaakt.nummer, pad_van(gemaakt.nummer))


@punt(
    router,
    "POST",
    "/dossiers/{nummer}/bevestigingen",
    id="bevestigMelding",
    kop="Bevestig de melding",
    antwoord=Dossierregel,
    scherm="toegang:bevestigen",
    wijzigt=True,
    toont=True,
)
def bevestig_melding(request: Vraag, response: HttpResponse, nummer: str, vraag: Leeg) -> Any:
    """Confirm the report by letter; who confirms it handles the dossier from now on."""
    gevonden = _zoals_gezien(request, nummer)
    try:
        bevestig(request.actor, gevonden, versie=gevonden.versie, op=request.vandaag)
    except Gewijzigd as fout:
        raise veranderd([], fout) from None
    return _nu(response, nummer)


@punt(
    router,
    "POST",
    "/dossiers/{nummer}/aanvragen",
    id="noteerAanvraag",
    kop="Noteer de aanvraag",
    antwoord=Dossierregel,
    scherm="toegang:aanvraag",
    wijzigt=True,
    toont=True,
)
def noteer_aanvraag(request: Vraag, response: HttpResponse, nummer: str, vraag: Aanvraagvraag) -> Any:
    """Note that the application came in: the term of the decision starts on that day."""
    gevonden = _zoals_gezien(request, nummer)
    stukken = stukken_van_aanvraag(regeling_van_dossier(gevonden), gevonden)
    velden = vraag.model_dump() | {"versie": gevonden.versie}
    ingevuld = schoon(Aanvraag(velden, gemeld_op=gevonden.gemeld_op, vandaag=request.vandaag, stukken=stukken))
    try:
        ontvang_aanvraag(
            request.actor, gevonden, ontvangen_op=ingevuld["ontvangen_op"], versie=gevonden.versie,
            op=request.vandaag, stuk=ingevuld.get("stuk") or next(iter(stukken), ""),
            getekend_op=ingevuld.get("getekend_op"),
        )  # fmt: skip
    except Gewijzigd as fout:
        raise veranderd([], fout) from None
    return _nu(response, nummer)


def _zoals_gezien(request: Vraag, nummer: str) -> Dossierrij:
    """The dossier, when it still is what the caller saw. Raises Http404, Probleem."""
    gevonden = dossier_of_404(nummer)
    eis_versie(request, pad_van(nummer), stand_van(gevonden))
    return gevonden


def _nu(response: HttpResponse, nummer: str) -> Dossierregel:
    gevonden = dossier_of_404(nummer)
    geef_versie(response, pad_van(nummer), stand_van(gevonden))
    return Dossierregel(**_regel(gevonden))


@punt(
    router,
    "POST",
    "/zoekvragen",
    id="zoekOpBsn",
    kop="Zoek dossiers op BSN",
    antwoord=Lijst[Dossierregel],
    scherm="toegang:personen",
    leest_met_post=True,
)
def zoek(request: Vraag, vraag: Zoekvraag) -> Any:
    """The dossiers of who has this BSN, as far as the account may see them. That it was asked stands in the journal."""
    bsn = schoon(Zoekformulier({"bsn": vraag.bsn}))["bsn"]
    zoekvraag = Personenvraag(centrum(request.actor.regio).code, bsn=bsn)
    personen = zoek_personen(request.actor, zoekvraag, request.vandaag) if bsn else ()
    gevonden = [deze for persoon in personen for deze in persoon.dossiers]
    return Lijst[Dossierregel](items=[Dossierregel(**_regel(deze)) for deze in gevonden])


@punt(
    router,
    "GET",
    "/termijnen",
    id="termijnen",
    kop="De termijnen die lopen",
    antwoord=Lijst[Termijn],
    scherm="toegang:termijnen",
)
def termijnen(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """Every term that runs in the dossiers that the account of the key may see, the oldest first."""
    gevonden = deel(lopende_termijnen(request.actor, request.vandaag, alle=True), cursor, aantal, op="id")
    rijen = [Termijn(**dict(_klok(klok)), dossier=klok.dossier.nummer) for klok in gevonden.rijen]
    return Lijst[Termijn](items=rijen, volgende=gevonden.volgende)
