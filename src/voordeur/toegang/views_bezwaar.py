"""The pages of an objection, its card and its tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regels.bezwaar import AFZIEN
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Gegeven, Taak
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart, taken
from .actions import (
    Bezwaarschrift,
    beoordeel_te_laat,
    beslis_op_bezwaar,
    leg_horen_vast,
    nodig_uit,
    ontvang_bezwaar,
)
from .actions.bezwaren import soort_van, stand_van
from .forms_bezwaar import Beslissen, Horen, NieuwBezwaar, TeLaat, Uitnodigen, keuze_van
from .fouten import BriefKanNietWeg, OnvolledigBezwaar
from .models import Bezwaar, Dossier
from .queries import Dossierbeeld
from .queries_besluit import GEGROND, bezwaren
from .views import WERKERS
from .views_besluitlijst import wat_is_het
from .views_stappen import begin, loop, open_beeld, stap_van

ALLE_STAPPEN = frozenset(Dossier.Stap.values)
CHIPS = {
    "open": Chip("bijna", "Loopt", "progress"),
    **dict.fromkeys(("gegrond", "deels_gegrond"), Chip("goed", "Gegrond", "check")),
    "ongegrond": Chip("rust", "Ongegrond", "check"),
    "niet_ontvankelijk": Chip("rust", "Niet behandeld", "check"),
    "ingetrokken": Chip("rust", "Ingetrokken", "check"),
}


@contextmanager
def bij_het_veld() -> Iterator[None]:
    """A refusal that is about one answer stands at its field; a letter that cannot be made loses nothing typed."""
    try:
        yield
    except OnvolledigBezwaar as fout:
        raise ValidationError({fout.veld: str(fout)}) from None
    except BriefKanNietWeg as fout:
        raise ValidationError(str(fout)) from None


@scherm("toegang:bezwaar", rollen=WERKERS)
def bezwaar(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down an objection that came in."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    genomen = [deel for deel in gelezen.besluiten if deel.genomen_op]
    if not genomen:
        raise StapNietAanDeBeurt("Er is nog geen besluit. Bezwaar kan pas daarna.")
    formulier = NieuwBezwaar(
        request.POST or None, initial=begin(gelezen, ontvangen_op=request.vandaag),
        besluiten=[keuze_van(deel, wat_is_het(deel)) for deel in genomen],
    )  # fmt: skip
    tekst = ("Leg een bezwaar vast", "Leg het bezwaar vast", "De inwoner krijgt een brief dat het bezwaar er is.")

    def doe(ingevuld: dict[str, Any]) -> str:
        besluit = next(deel for deel in genomen if deel.nummer == ingevuld["besluit"])
        besluit.dossier = gelezen.dossier
        schrift = Bezwaarschrift(**{naam: ingevuld[naam] for naam in ("ontvangen_op", "verzonden_op", "gronden")})
        gedaan = ontvang_bezwaar(request.actor, besluit, schrift, versie=ingevuld["versie"], op=request.vandaag)
        if gedaan.object.op_tijd:
            return "Het bezwaar is vastgelegd. Het is op tijd."
        return "Het bezwaar is vastgelegd. Het is te laat. Beoordeel of daar een goede reden voor is."

    return _stap(request, gelezen, formulier, tekst, ("awb/6:7", "awb/6:9"), doe)


def _stap(
    request: Verzoek, gelezen: Dossierbeeld, formulier: BaseForm, tekst: tuple[str, str, str],
    gronden: tuple[str, ...], doe: Callable[[dict[str, Any]], str], regels: tuple[str, ...] = (),
) -> HttpResponse:  # fmt: skip
    titel, knop, uitleg = tekst
    stap = stap_van(
        gelezen, titel, knop, uitleg, sjabloon="toegang/besluit_stap.html",
        extra={"gronden": gronden_van(gronden), "kop": "Wat zegt de inwoner?", "regels": regels},
    )  # fmt: skip

    def doe_bij_het_veld(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            return doe(ingevuld)

    return loop(request, gelezen, stap, formulier, doe_bij_het_veld)


def _open(request: Verzoek, nummer: str, pk: int) -> tuple[Dossierbeeld, Bezwaar, tuple[str, ...]]:
    """The dossier with an objection that is open, and what the resident says. Raises Http404, StapNietAanDeBeurt."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    gevonden = get_object_or_404(bezwaren(gelezen.dossier), pk=pk)
    gevonden.dossier = gelezen.dossier
    if gevonden.beslist_op is not None:
        raise StapNietAanDeBeurt("Op dit bezwaar is al beslist.")
    return gelezen, gevonden, (gelezen.geschreven.get(soort_van(gevonden), {}).get("gronden", ""),)


@scherm("toegang:bezwaar_te_laat", rollen=WERKERS)
def te_laat(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Judge whether being late can be excused."""
    gelezen, gevonden, zegt = _open(request, nummer, pk)
    formulier = TeLaat(request.POST or None, initial=begin(gelezen))
    tekst = ("Beoordeel het late bezwaar", "Bewaar het oordeel", "Met een goede reden telt het bezwaar gewoon mee.")

    def doe(ingevuld: dict[str, Any]) -> str:
        beoordeel_te_laat(
            request.actor, gevonden, ingevuld["verschoonbaar"], ingevuld["reden"], versie=ingevuld["versie"],
            op=request.vandaag,
        )  # fmt: skip
        return "Uw oordeel is bewaard."

    return _stap(request, gelezen, formulier, tekst, ("awb/6:11",), doe, zegt)


@scherm("toegang:bezwaar_uitnodigen", rollen=WERKERS)
def uitnodigen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Invite the resident to be heard."""
    gelezen, gevonden, zegt = _open(request, nummer, pk)
    formulier = Uitnodigen(request.POST or None, initial=begin(gelezen))
    tekst = ("Nodig de inwoner uit", "Verstuur de uitnodiging", "De inwoner krijgt een brief met dag en plaats.")

    def doe(ingevuld: dict[str, Any]) -> str:
        nodig_uit(
            request.actor, gevonden, ingevuld["dag"], ingevuld["waar"], versie=ingevuld["versie"], op=request.vandaag
        )
        return "De uitnodiging is verstuurd."

    return _stap(request, gelezen, formulier, tekst, ("awb/7:2", "awb/7:4"), doe, zegt)


@scherm("toegang:bezwaar_horen", rollen=WERKERS)
def horen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Write down what was said, or why nobody was heard."""
    gelezen, gevonden, zegt = _open(request, nummer, pk)
    formulier = Horen(request.POST or None, initial=begin(gelezen, gehoord_op=gevonden.hoorzitting_op))
    tekst = ("Schrijf het gesprek op", "Bewaar", "Was er geen gesprek? Schrijf dan op waarom.")

    def doe(ingevuld: dict[str, Any]) -> str:
        velden = {naam: ingevuld[naam] for naam in ("gehoord_op", "verslag", "afgezien", "toelichting")}
        leg_horen_vast(request.actor, gevonden, **velden, versie=ingevuld["versie"], op=request.vandaag)
        return "Dit is bewaard. Nu kan een collega op het bezwaar beslissen."

    return _stap(request, gelezen, formulier, tekst, ("awb/7:2", "awb/7:3"), doe, zegt)


@scherm("toegang:bezwaar_beslissen", rollen=WERKERS)
def beslissen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Decide on the objection."""
    gelezen, gevonden, zegt = _open(request, nummer, pk)
    formulier = Beslissen(request.POST or None, initial=begin(gelezen), mogelijk=stand_van(gevonden).waarde)
    tekst = ("Beslis op het bezwaar", "Verstuur de beslissing", "De brief gaat meteen naar de inwoner.")

    def doe(ingevuld: dict[str, Any]) -> str:
        beslis_op_bezwaar(
            request.actor, gevonden, ingevuld["uitkomst"], ingevuld["motivering"], versie=ingevuld["versie"],
            op=request.vandaag,
        )  # fmt: skip
        if ingevuld["uitkomst"] in GEGROND:
            return "De beslissing is verstuurd. Bereid nu het nieuwe besluit voor."
        return "De beslissing is verstuurd. Het besluit blijft gelden."

    return _stap(request, gelezen, formulier, tekst, ("awb/7:11", "awb/7:12", "awb/10:3"), doe, zegt)


@kaart
def bezwaarkaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """Every objection with how far it is; what was said is for who works on the case."""
    rij = list(bezwaren(gelezen.dossier))
    if not rij:
        return None
    mag = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    regels = [
        {"chip": CHIPS[deze.uitkomst or "open"], "gegevens": tuple(_gegevens(deze, gelezen, mag))} for deze in rij
    ]
    return Kaart("bezwaar", "Bezwaar", "toegang/bezwaar_kaart.html", {"regels": regels})


def _gegevens(deze: Bezwaar, gelezen: Dossierbeeld, mag: bool) -> Iterator[Gegeven]:
    geschreven = gelezen.geschreven.get(soort_van(deze), {}) if mag else {}
    goede_reden = {True: "Ja", False: "Nee", None: "Nog niet beoordeeld"}[deze.verschoonbaar]
    horen_ = schrijf_datum(deze.gehoord_op) if deze.gehoord_op else ""
    paren = (
        ("Tegen", f"Besluit {deze.besluit.nummer}"),
        ("Binnen op", schrijf_datum(deze.ontvangen_op)),
        ("Op tijd", "Ja" if deze.op_tijd else "Nee"),
        ("Goede reden", "" if deze.op_tijd else goede_reden),
        ("De inwoner zegt", geschreven.get("gronden", "")),
        ("Gesprek gepland", schrijf_datum(deze.hoorzitting_op) if deze.hoorzitting_op and not horen_ else ""),
        ("Gesprek", horen_ or AFZIEN.get(geschreven.get("afgezien", ""), "")),
        ("Beslissing", str(deze.get_uitkomst_display()).capitalize()),
        ("Beslist op", schrijf_datum(deze.beslist_op) if deze.beslist_op else ""),
        ("Omdat", geschreven.get("motivering", "")),
        ("Nieuw besluit", deze.nieuw_besluit.nummer if deze.nieuw_besluit else ""),
    )
    return (Gegeven(naam, waarde) for naam, waarde in paren if waarde)


@taken
def bezwaartaken(request: Verzoek, gelezen: Dossierbeeld) -> Iterator[Taak]:
    """What there is to do with an objection; deciding is for another than who signed the decision."""
    for deze in bezwaren(gelezen.dossier).filter(beslist_op=None):
        velden = [gelezen.dossier.nummer, deze.pk]
        if not deze.op_tijd and deze.verschoonbaar is None:
            yield Taak("Beoordeel het late bezwaar", reverse("toegang:bezwaar_te_laat", args=velden), "te_doen")
            continue
        moet_horen = (deze.op_tijd or deze.verschoonbaar) and not (deze.gehoord_op or deze.afgezien_van_horen)
        if moet_horen and deze.hoorzitting_op is None:
            yield Taak("Nodig de inwoner uit", reverse("toegang:bezwaar_uitnodigen", args=velden), "te_doen")
        if moet_horen:
            yield Taak("Schrijf het gesprek op", reverse("toegang:bezwaar_horen", args=velden), "te_doen")
        if deze.ondertekenaar != request.actor.account:
            yield Taak("Beslis op het bezwaar", reverse("toegang:bezwaar_beslissen", args=velden), "te_doen")
