"""The pages of one clock: letting it stand still, run again, end later; a notice, a penalty, another first day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpResponse

from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regels.termijnsom import schrijf_som
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.velden import MetVersie
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.klokken import (
    Opschortverzoek,
    Uitstelafspraak,
    eindig_opschorting,
    kondig_latere_dag_aan,
    schort_klok_op,
    spreek_uitstel_af,
)
from .actions.klokken_begin import TEAMLEIDERS, Betwisting, beslis_over_begin, betwist_begin, soort_betwisting
from .actions.klokken_dwangsom import leg_ingebrekestelling_vast, stel_volle_dwangsom_vast
from .forms_klokken import Betwisten, Hervatten, Ingebrekestelling, LatereDag, Opschorten, OverBegin, Uitstel
from .fouten import KanNietBerekend, OnvolledigVoorstel
from .klokregels import STILSTAND, gronden_voor
from .models import Dossier, Klok
from .queries import Dossierbeeld, waarom_klok
from .views import WERKERS
from .views_stappen import begin, loop, open_beeld, stap_van


@contextmanager
def bij_het_veld(anders: str = "") -> Iterator[None]:
    """A refusal that is about one answer stands at its field; one of the rules at the field `anders`."""
    try:
        yield
    except OnvolledigVoorstel as fout:
        raise ValidationError({fout.veld: str(fout)}) from None
    except KanNietBerekend as fout:
        raise ValidationError({anders: str(fout)} if anders else str(fout)) from None


def open_klok(request: Verzoek, nummer: str, soort: str) -> tuple[Dossierbeeld, Klok]:
    """The dossier with the clock of this kind that runs in it. Raises Http404, StapNietAanDeBeurt."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    klok = next((klok for klok in gelezen.klokken if klok.soort == soort and klok.klaar_op is None), None)
    if klok is None:
        raise StapNietAanDeBeurt("Deze termijn loopt niet in dit dossier.")
    return gelezen, klok


def _loop(
    request: Verzoek, gelezen: Dossierbeeld, klok: Klok, woorden: tuple[str, str, str], formulier: BaseForm,
    doe: Callable[[dict[str, Any]], str], anders: str = "",
) -> HttpResponse:  # fmt: skip
    """A page with a form of a clock; above it which term it is and until when."""
    titel, knop, uitleg = woorden
    nu = (
        Gegeven("Termijn", klok.naam),
        Gegeven("Begin", schrijf_datum(klok.start)),
        Gegeven("Laatste dag nu", schrijf_datum(klok.uiterlijk)),
        Gegeven("Zo berekend", schrijf_som(waarom_klok(klok))),
    )
    extra = {"nu": nu, "kop": "De termijn nu"}
    stap = stap_van(gelezen, titel, knop, uitleg, sjabloon="toegang/klokken_stap.html", extra=extra)

    def met_veld(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld(anders):
            return doe(ingevuld)

    return loop(request, gelezen, stap, formulier, met_veld)


def nieuwe_dag(klok: Klok) -> str:
    """The new end in words, with how it came about."""
    return f"De laatste dag is nu {schrijf_datum(klok.uiterlijk)}: {schrijf_som(waarom_klok(klok))}."


@scherm("toegang:klok_opschorten", rollen=WERKERS)
def opschorten(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Let a term stand still."""
    gelezen, klok = open_klok(request, nummer, soort)
    gronden = tuple(gronden_voor(soort, STILSTAND))
    if not gronden:
        raise StapNietAanDeBeurt("De wet laat deze termijn niet stilstaan.")
    formulier = Opschorten(
        request.POST or None, initial=begin(gelezen, grond=gronden[0].id), gronden=gronden, vandaag=request.vandaag
    )

    def doe(ingevuld: dict[str, Any]) -> str:
        verzoek = Opschortverzoek(**{naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"})
        gedaan = schort_klok_op(request.actor, klok, verzoek, versie=ingevuld["versie"], op=request.vandaag)
        return f"De termijn staat stil vanaf morgen. De brief is verstuurd. {nieuwe_dag(gedaan.object)}"

    uitleg = "De inwoner krijgt een brief. De termijn staat stil vanaf morgen."
    woorden = ("Schort de termijn op", "Schort de termijn op", uitleg)
    return _loop(request, gelezen, klok, woorden, formulier, doe, "tot")


@scherm("toegang:klok_hervatten", rollen=WERKERS)
def hervatten(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Let a term run again."""
    gelezen, klok = open_klok(request, nummer, soort)
    formulier = Hervatten(request.POST or None, initial=begin(gelezen, vanaf=request.vandaag), vandaag=request.vandaag)

    def doe(ingevuld: dict[str, Any]) -> str:
        gedaan = eindig_opschorting(
            request.actor, klok, vanaf=ingevuld["vanaf"], versie=ingevuld["versie"], op=request.vandaag
        )
        return f"De termijn loopt weer. De inwoner krijgt een brief. {nieuwe_dag(gedaan.object)}"

    woorden = ("Eindig de opschorting", "Eindig de opschorting", "De inwoner krijgt een brief met de nieuwe dag.")
    return _loop(request, gelezen, klok, woorden, formulier, doe, "vanaf")


@scherm("toegang:klok_uitstellen", rollen=WERKERS)
def uitstellen(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Agree on a later end, or postpone."""
    gelezen, klok = open_klok(request, nummer, soort)
    gronden = tuple(gronden_voor(soort, ("uitstel",)))
    if not gronden:
        raise StapNietAanDeBeurt("Voor deze termijn is geen uitstel mogelijk.")
    formulier = Uitstel(
        request.POST or None, initial=begin(gelezen, grond=gronden[0].id), gronden=gronden, vandaag=request.vandaag
    )

    def doe(ingevuld: dict[str, Any]) -> str:
        afspraak = Uitstelafspraak(**{naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"})
        gedaan = spreek_uitstel_af(request.actor, klok, afspraak, versie=ingevuld["versie"], op=request.vandaag)
        return f"Het uitstel is vastgelegd. De inwoner krijgt een brief. {nieuwe_dag(gedaan.object)}"

    woorden = ("Spreek uitstel af", "Leg het uitstel vast", "Uitstel kan zolang de termijn nog loopt.")
    return _loop(request, gelezen, klok, woorden, formulier, doe, "nieuw")


@scherm("toegang:klok_aankondigen", rollen=WERKERS)
def aankondigen(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Tell that the decision will be late."""
    gelezen, klok = open_klok(request, nummer, soort)
    if next(gronden_voor(soort, ("bericht",)), None) is None:
        raise StapNietAanDeBeurt("Dit bericht hoort alleen bij een besluit.")
    formulier = LatereDag(request.POST or None, initial=begin(gelezen), vandaag=request.vandaag)

    def doe(ingevuld: dict[str, Any]) -> str:
        kondig_latere_dag_aan(
            request.actor, klok, ingevuld["nieuw"], ingevuld["reden"], versie=ingevuld["versie"], op=request.vandaag
        )
        return f"Het bericht is verstuurd. De wettelijke termijn blijft {schrijf_datum(klok.uiterlijk)}."

    uitleg = "De inwoner krijgt een brief. De termijn van de wet verandert hierdoor niet."
    woorden = ("Meld dat het besluit later komt", "Verstuur het bericht", uitleg)
    return _loop(request, gelezen, klok, woorden, formulier, doe)


@scherm("toegang:klok_ingebrekestelling", rollen=WERKERS)
def ingebrekestelling(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """A notice that the decision is late came in."""
    gelezen, klok = open_klok(request, nummer, soort)
    formulier = Ingebrekestelling(
        request.POST or None, initial=begin(gelezen, ontvangen_op=request.vandaag), vandaag=request.vandaag
    )

    def doe(ingevuld: dict[str, Any]) -> str:
        gedaan = leg_ingebrekestelling_vast(
            request.actor, klok, ontvangen_op=ingevuld["ontvangen_op"], versie=ingevuld["versie"], op=request.vandaag
        )
        if gedaan.object.te_vroeg:
            return "De brief kwam te vroeg en heeft geen gevolg. De inwoner krijgt dat antwoord."
        eerste = gedaan.uitkomst.waarde.eerste_dag
        return f"De inwoner krijgt een antwoord. Zonder besluit begint de dwangsom op {schrijf_datum(eerste)}."

    uitleg = "De inwoner schrijft dat u te laat bent. U stuurt een antwoord."
    woorden = ("Leg een ingebrekestelling vast", "Leg vast en verstuur het antwoord", uitleg)
    return _loop(request, gelezen, klok, woorden, formulier, doe)


@scherm("toegang:klok_dwangsom", rollen=WERKERS)
def dwangsom(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Fix the penalty when its last day is over and there is no decision yet."""
    gelezen, klok = open_klok(request, nummer, soort)
    formulier = MetVersie(request.POST or None, initial=begin(gelezen))

    def doe(ingevuld: dict[str, Any]) -> str:
        gedaan = stel_volle_dwangsom_vast(request.actor, klok, versie=ingevuld["versie"], op=request.vandaag)
        return f"De dwangsom is vastgesteld op {schrijf_bedrag(gedaan.object.bedrag)}. De brief is verstuurd."

    uitleg = "De laatste dag van de dwangsom is voorbij. De inwoner krijgt een besluit over het bedrag."
    return _loop(request, gelezen, klok, ("Stel de dwangsom vast", "Stel vast", uitleg), formulier, doe)


@scherm("toegang:klok_betwisten", rollen=WERKERS)
def betwisten(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Write down that the term began on another day."""
    gelezen, klok = open_klok(request, nummer, soort)
    stukken = [(stuk.pk, f"{stuk.titel} ({schrijf_datum(stuk.op)})") for stuk in gelezen.documenten]
    formulier = Betwisten(request.POST or None, initial=begin(gelezen), stukken=stukken, vandaag=request.vandaag)

    def doe(ingevuld: dict[str, Any]) -> str:
        betwisting = Betwisting(**{naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"})
        betwist_begin(request.actor, klok, betwisting, versie=ingevuld["versie"], op=request.vandaag)
        return "De andere begindatum is vastgelegd. De teamleider beslist. Tot dan verandert de termijn niet."

    uitleg = "Begon de termijn op een andere dag? De teamleider beslist daarover."
    woorden = ("Betwist de begindatum", "Leg dit voor aan de teamleider", uitleg)
    return _loop(request, gelezen, klok, woorden, formulier, doe)


@scherm("toegang:klok_begin_beslissen", rollen=TEAMLEIDERS)
def begin_beslissen(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """The team leader decides on which day a term began."""
    gelezen, klok = open_klok(request, nummer, soort)
    if klok.betwist_op is None:
        raise StapNietAanDeBeurt("De begindatum van deze termijn is niet betwist.")
    formulier = OverBegin(request.POST or None, initial=begin(gelezen))

    def doe(ingevuld: dict[str, Any]) -> str:
        gedaan = beslis_over_begin(
            request.actor, klok, toegewezen=ingevuld["toegewezen"], reden=ingevuld["reden"],
            versie=ingevuld["versie"], op=request.vandaag,
        )  # fmt: skip
        return f"De inwoner krijgt een brief. {nieuwe_dag(gedaan.object)}"

    gezegd = gelezen.geschreven[soort_betwisting(klok)]
    uitleg = f"{gezegd['door']} zegt dat de termijn eerder of later begon. Reden: {gezegd['reden']}"
    woorden = ("Beslis over de begindatum", "Leg de beslissing vast", uitleg)
    return _loop(request, gelezen, klok, woorden, formulier, doe, "toegewezen")
