"""The pages of a dossier in which another region is concerned, and its card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regelingen.landelijke_afspraken import landelijkregel_van
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Gegeven, Taak, Taakstand, Waarom
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.velden import MetVersie
from voordeur.schermen.verzoek import Verzoek, scherm

from . import forms_landelijk as formulieren
from .aanhaken import Kaart, kaart, taken
from .actions import landelijk as doe
from .actions import overname
from .feiten import BUITEN_DE_REGIO
from .fouten_landelijk import GeenAndereRegio, NogNietUitgezocht, OngeldigAntwoord
from .models import Dossier, Landelijk
from .queries import Dossierbeeld
from .queries_landelijk import WEGING, landelijk_van, landelijkfeiten, speelt, verantwoordelijk, weeg_regel
from .views import WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van

AFGESLOTEN = Dossier.Stap.AFGESLOTEN


@contextmanager
def bij_het_veld(anders: str = "") -> Iterator[None]:
    """A refusal that is about one answer stands at its field; what is still to be found out at `anders`."""
    try:
        yield
    except OngeldigAntwoord as fout:
        raise ValidationError({fout.veld: str(fout)}) from None
    except NogNietUitgezocht as fout:
        raise ValidationError({anders: str(fout)}) from None


def open_landelijk(request: Verzoek, nummer: str) -> tuple[Dossierbeeld, Landelijk]:
    """The dossier with what is agreed with the other region. Raises GeenAndereRegio."""
    gelezen = open_beeld(request, nummer, doe.ALLE_STAPPEN)
    gevonden = landelijk_van(gelezen.dossier)
    if gevonden is None or gevonden.ingetrokken_op is not None:
        raise GeenAndereRegio
    return gelezen, gevonden


def _stap(
    request: Verzoek, gelezen: Dossierbeeld, formulier: BaseForm, tekst: tuple[str, str, str],
    voer_uit: Callable[[dict[str, Any]], str], **meer: Any,
) -> HttpResponse:  # fmt: skip
    titel, knop, uitleg = tekst
    return loop(request, gelezen, stap_van(gelezen, titel, knop, uitleg, **meer), formulier, voer_uit)


@scherm("toegang:landelijk", rollen=WERKERS)
def wegen(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down per criterion what was asked and found of somebody of another region."""
    gelezen = open_beeld(request, nummer, doe.VOOR_BESLUIT)
    regel, eerder = landelijkregel_van(gelezen.regeling), gelezen.geschreven.get(WEGING, {})
    gevonden = landelijk_van(gelezen.dossier)
    if gevonden is not None and gevonden.richting == "uit" and gevonden.ingetrokken_op is None:
        raise StapNietAanDeBeurt("Deze inwoner gaat naar een andere regio. Die regio onderzoekt de plek.")
    teksten = {f"{naam}-tekst": waarde for naam, waarde in eerder.get("toelichtingen", {}).items()}
    formulier = formulieren.Wegen(
        request.POST or None, regel=regel, initial=begin(gelezen, **eerder, **eerder.get("antwoorden", {}), **teksten)
    )

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        weging = doe.Weging(
            andere=ingevuld["andere"], antwoorden=formulier.punten(), toelichtingen=formulier.punten("-tekst"),
            wens=ingevuld["wens"], wens_tekst=ingevuld["wens_tekst"], besproken=ingevuld["besproken"],
        )  # fmt: skip
        with bij_het_veld():
            doe.weeg(request.actor, gelezen.dossier, weging, versie=ingevuld["versie"], op=request.vandaag)
        return "De afweging is bewaard. Vraag nu de gemeente van herkomst, of kies waar de hulp komt."

    tekst = ("Weeg waar de hulp de meeste kans heeft", "Bewaar de afweging",
             "Iedereen mag zich hier melden. Weet u iets nog niet? Kies dan: nog niet bekend.")  # fmt: skip
    return _stap(request, gelezen, formulier, tekst, voer_uit, sjabloon="toegang/landelijk_wegen.html")


@scherm("toegang:landelijk_vertrek", rollen=WERKERS)
def vertrek(request: Verzoek, nummer: str) -> HttpResponse:
    """A resident of here wants or needs to go to another region."""
    gelezen = open_beeld(request, nummer, doe.LOPEND)
    formulier = formulieren.Vertrek(request.POST or None, initial=begin(gelezen))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            doe.meld_vertrek(
                request.actor, gelezen.dossier, ingevuld["andere"], ingevuld["reden"], versie=ingevuld["versie"],
                op=request.vandaag,
            )  # fmt: skip
        return "Dit is vastgelegd. Vraag nu de andere gemeente. Tot die tijd blijft deze regio helpen."

    tekst = ("De inwoner gaat naar een andere regio", "Leg dit vast", "U laat niemand los voordat die regio ja zegt.")
    return _stap(request, gelezen, formulier, tekst, voer_uit)


@scherm("toegang:landelijk_raadplegen", rollen=WERKERS)
def raadplegen(request: Verzoek, nummer: str) -> HttpResponse:
    """Ask the other municipality, or ask it once more."""
    gelezen, gevonden = open_landelijk(request, nummer)
    formulier = MetVersie(request.POST or None, initial=begin(gelezen))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        doe.raadpleeg(request.actor, gelezen.dossier, versie=ingevuld["versie"], op=request.vandaag)
        return f"Het bericht aan de gemeente {gevonden.andere} staat klaar om te versturen."

    weer = gevonden.geraadpleegd_op is not None
    tekst = (f"{'Herinner' if weer else 'Vraag'} de gemeente {gevonden.andere}", "Verstuur het bericht",
             "In het bericht staat alleen het nummer van het dossier.")  # fmt: skip
    inhoud = (Gegeven("Aan", f"gemeente {gevonden.andere}"), Gegeven("Dossier", gelezen.dossier.nummer),
              Gegeven("Eerder gevraagd", _dag(gevonden.geraadpleegd_op) or "nee"))  # fmt: skip
    return _stap(request, gelezen, formulier, tekst, voer_uit, controle=False,
                 sjabloon="toegang/landelijk_bericht.html", extra={"inhoud": inhoud})  # fmt: skip


@scherm("toegang:landelijk_reactie", rollen=WERKERS)
def reactie(request: Verzoek, nummer: str) -> HttpResponse:
    """Note what the other municipality answered."""
    gelezen, gevonden = open_landelijk(request, nummer)
    vraag = "Neemt de gemeente de inwoner over?" if gevonden.richting == "uit" else "Is de gemeente het eens?"
    formulier = formulieren.Reactie(request.POST or None, vraag=vraag, initial=begin(gelezen, op=request.vandaag))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        antwoord = doe.Reactie(op=ingevuld["op"], akkoord=ingevuld["akkoord"], toelichting=ingevuld["toelichting"])
        with bij_het_veld():
            doe.noteer_reactie(request.actor, gelezen.dossier, antwoord, versie=ingevuld["versie"], op=request.vandaag)
        return "Het antwoord is genoteerd."

    tekst = (f"Noteer het antwoord van {gevonden.andere}", "Noteer het antwoord", "")
    return _stap(request, gelezen, formulier, tekst, voer_uit)


@scherm("toegang:landelijk_kiezen", rollen=WERKERS)
def kiezen(request: Verzoek, nummer: str) -> HttpResponse:
    """Choose where support has the best chance, and who pays."""
    gelezen, gevonden = open_landelijk(request, nummer)
    eerder = {"kans_bij": gevonden.kans_bij, "betaler": gevonden.betaler, "betaalt_tot": gevonden.betaalt_tot}
    formulier = formulieren.Kiezen(request.POST or None, initial=begin(gelezen, **eerder))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        with bij_het_veld("kans_bij"):
            doe.kies(request.actor, gelezen.dossier, doe.Keuze(**velden), versie=ingevuld["versie"], op=request.vandaag)
        if ingevuld["kans_bij"] == doe.HIER:
            return "U koos voor deze regio. Deze regio accepteert de inwoner."
        return f"U koos voor de regio van herkomst. Wij helpen tot de gemeente {gevonden.andere} accepteert."

    tekst = ("Kies waar de hulp de meeste kans heeft", "Leg de keuze vast", "Tot iemand anders accepteert, helpt u.")
    waarom = _waarom(gelezen, gevonden, request)
    return _stap(request, gelezen, formulier, tekst, voer_uit, sjabloon="toegang/landelijk_kiezen.html",
                 extra={"waarom": waarom})  # fmt: skip


def _waarom(gelezen: Dossierbeeld, gevonden: Landelijk | None, request: Verzoek) -> Waarom:
    feiten = landelijkfeiten(gelezen.geschreven, gevonden, gelezen.klokken, request.vandaag)
    regels = in_woorden(weeg_regel(gelezen.regeling, feiten), gelezen.regeling)
    return Waarom("Wat is er gevraagd en gevonden?", regels, waarover="landelijke afweging", open=True)


@scherm("toegang:landelijk_accepteren", rollen=WERKERS)
def accepteren(request: Verzoek, nummer: str) -> HttpResponse:
    """Note the day on which the other region accepted."""
    gelezen, gevonden = open_landelijk(request, nummer)
    vraag = f"Op welke dag accepteerde {gevonden.andere}?"
    formulier = formulieren.MetDag(request.POST or None, vraag=vraag, initial=begin(gelezen, dag=request.vandaag))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            overname.noteer_acceptatie(
                request.actor, gelezen.dossier, dag=ingevuld["dag"], versie=ingevuld["versie"], op=request.vandaag
            )
        return "De acceptatie is genoteerd. Draag de inwoner nu warm over."

    tekst = ("Noteer de acceptatie", "Noteer de acceptatie", "Daarna draagt u de inwoner over.")
    return _stap(request, gelezen, formulier, tekst, voer_uit)


@scherm("toegang:landelijk_overdragen", rollen=WERKERS)
def overdragen(request: Verzoek, nummer: str) -> HttpResponse:
    """Note the warm hand-over."""
    gelezen, gevonden = open_landelijk(request, nummer)
    formulier = formulieren.Overdragen(request.POST or None, initial=begin(gelezen, op=request.vandaag))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        with bij_het_veld():
            overname.draag_over(
                request.actor, gelezen.dossier, overname.Overdracht(**velden), versie=ingevuld["versie"],
                op=request.vandaag,
            )  # fmt: skip
        return f"De overdracht is genoteerd. De hulp in {gevonden.andere} begint daarna."

    tekst = (f"Draag de inwoner over aan {gevonden.andere}", "Noteer de overdracht",
             "Spreek iemand persoonlijk. Tot de hulp daar begint, helpt u.")  # fmt: skip
    return _stap(request, gelezen, formulier, tekst, voer_uit)


@scherm("toegang:landelijk_loslaten", rollen=WERKERS)
def loslaten(request: Verzoek, nummer: str) -> HttpResponse:
    """Let somebody go, now that the other region helps."""
    gelezen, gevonden = open_landelijk(request, nummer)
    formulier = formulieren.MetDag(
        request.POST or None, vraag="Vanaf welke dag helpt de andere regio?",
        initial=begin(gelezen, dag=gevonden.begint_op or request.vandaag),
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            overname.laat_los(
                request.actor, gelezen.dossier, dag=ingevuld["dag"], versie=ingevuld["versie"], op=request.vandaag
            )
        if gelezen.dossier.stap == Dossier.Stap.VERBLIJF:
            return f"De gemeente {gevonden.andere} helpt nu. Beëindig ook het verblijf."
        return f"De gemeente {gevonden.andere} helpt nu. Dit dossier is afgesloten."

    tekst = ("Laat de inwoner los", "Laat de inwoner los", "Dit kan pas als de hulp daar is begonnen.")
    return _stap(request, gelezen, formulier, tekst, voer_uit)


@scherm("toegang:landelijk_intrekken", rollen=WERKERS)
def intrekken(request: Verzoek, nummer: str) -> HttpResponse:
    """The resident does not go elsewhere after all."""
    gelezen, _ = open_landelijk(request, nummer)
    formulier = formulieren.MetReden(request.POST or None, initial=begin(gelezen))

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            overname.trek_in(
                request.actor, gelezen.dossier, ingevuld["reden"], versie=ingevuld["versie"], op=request.vandaag
            )
        return "De inwoner blijft hier. Alles gaat hier gewoon door."

    return _stap(request, gelezen, formulier, ("De inwoner blijft hier", "Leg dit vast", ""), voer_uit)


def _dag(dag: Any) -> str:
    return schrijf_datum(dag) if dag else ""


@kaart
def landelijke_kaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """Who is responsible now, and how far it is with the other region."""
    gevonden = landelijk_van(gelezen.dossier)
    if gelezen.vernietigd or not speelt(gelezen.dossier, gevonden):
        return None
    wie = verantwoordelijk(gevonden)
    hier = wie.waarde.wie == "hier"
    uit = gevonden is not None and gevonden.richting == "uit"
    return Kaart("landelijk", "Een andere regio", "toegang/landelijk_kaart.html", {
        "chip": Chip("info", "Deze regio is verantwoordelijk" if hier else "De andere regio helpt", "map-pin"),
        "zinnen": [regel.tekst for regel in in_woorden(wie, gelezen.regeling)],
        "gegevens": _gegevens(gevonden, gelezen) if gevonden else (),
        "waarom": None if uit or WEGING not in gelezen.geschreven else _waarom(gelezen, gevonden, request),
    })  # fmt: skip


def _gegevens(gevonden: Landelijk, gelezen: Dossierbeeld) -> tuple[Gegeven, ...]:
    akkoord = {True: "Ja", False: "Nee", None: ""}[gevonden.akkoord]
    betaalt = {"herkomst": f"gemeente {gevonden.andere}", "plaatsing": "deze regio"}.get(gevonden.betaler, "")
    tot = f", tot en met {_dag(gevonden.betaalt_tot)}" if gevonden.betaalt_tot else ""
    paren = (
        ("Naar" if gevonden.richting == "uit" else "Komt uit", f"gemeente {gevonden.andere}"),
        ("Reden", gelezen.geschreven.get("vertrek", {}).get("reden", "") if gevonden.richting == "uit" else ""),
        ("Gevraagd op", _dag(gevonden.geraadpleegd_op) or "nog niet"),
        ("Antwoord op", _dag(gevonden.gereageerd_op) or ("nog niet" if gevonden.geraadpleegd_op else "")),
        ("Is het eens", akkoord),
        ("Wat zei de gemeente?", gelezen.geschreven.get("reactie andere regio", {}).get("toelichting", "")),
        ("Beste kans", {"hier": "hier", "elders": f"gemeente {gevonden.andere}"}.get(gevonden.kans_bij, "")),
        ("Waarom", gelezen.geschreven.get("beste plek", {}).get("motivering", "")),
        ("Wie betaalt", f"{betaalt}{tot}" if betaalt else ""),
        ("Geaccepteerd op", _dag(gevonden.geaccepteerd_op)),
        ("Overgedragen op", _dag(gevonden.overgedragen_op)),
        ("Contact daar", gelezen.geschreven.get("overdracht", {}).get("contact", "")),
        ("Hulp daar begint op", _dag(gevonden.begint_op)),
        ("Overgenomen op", _dag(gevonden.losgelaten_op)),
    )
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren if waarde)


@taken
def landelijke_taken(_: Verzoek, gelezen: Dossierbeeld) -> Iterator[Taak]:
    """What there is to do with the other region."""
    gevonden, dossier = landelijk_van(gelezen.dossier), gelezen.dossier
    if gelezen.vernietigd or not speelt(dossier, gevonden):
        return
    for naam, scherm_, stand in _in(dossier, gevonden, gelezen) if _is_in(gevonden) else _uit(gevonden):
        yield Taak(naam, reverse(f"toegang:{scherm_}", args=[dossier.nummer]), stand)


def _is_in(gevonden: Landelijk | None) -> bool:
    return gevonden is None or gevonden.ingetrokken_op is not None or gevonden.richting == "in"


Taakregel = tuple[str, str, Taakstand]


def _in(dossier: Dossier, gevonden: Landelijk | None, gelezen: Dossierbeeld) -> Iterator[Taakregel]:
    gewogen = WEGING in gelezen.geschreven
    voor = dossier.stap in doe.VOOR_BESLUIT
    if voor and (dossier.melder == BUITEN_DE_REGIO or gewogen):
        yield "Weeg waar de hulp de meeste kans heeft", "landelijk", "klaar" if gewogen else "te_doen"
    if gevonden is None or gevonden.ingetrokken_op is not None:
        return
    if voor:
        yield from _vraag(gevonden)
        yield "Kies waar de hulp de meeste kans heeft", "landelijk_kiezen", "klaar" if gevonden.kans_bij else "te_doen"
    if gevonden.kans_bij == doe.ELDERS:
        yield from _overname(gevonden)


def _uit(gevonden: Landelijk | None) -> Iterator[Taakregel]:
    assert gevonden is not None
    if gevonden.losgelaten_op is None:
        yield from _vraag(gevonden)
        if gevonden.gereageerd_op is not None or gevonden.geaccepteerd_op is not None:
            yield from _overname(gevonden)
        yield "De inwoner blijft toch hier", "landelijk_intrekken", "te_doen"


def _vraag(gevonden: Landelijk) -> Iterator[Taakregel]:
    if gevonden.geraadpleegd_op is None:
        yield f"Vraag de gemeente {gevonden.andere}", "landelijk_raadplegen", "te_doen"
    else:
        stand: Taakstand = "klaar" if gevonden.gereageerd_op else "bezig"
        yield f"Noteer het antwoord van {gevonden.andere}", "landelijk_reactie", stand
        if gevonden.gereageerd_op is None:
            yield f"Herinner de gemeente {gevonden.andere}", "landelijk_raadplegen", "te_doen"


def _overname(gevonden: Landelijk) -> Iterator[Taakregel]:
    if gevonden.geaccepteerd_op is None:
        yield "Noteer de acceptatie", "landelijk_accepteren", "te_doen"
    elif gevonden.losgelaten_op is None:
        yield "Draag de inwoner warm over", "landelijk_overdragen", "klaar" if gevonden.overgedragen_op else "te_doen"
        if gevonden.overgedragen_op is not None:
            yield "Laat de inwoner los", "landelijk_loslaten", "te_doen"
