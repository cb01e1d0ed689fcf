"""The pages of a dispute: its beginning, and what comes out of each step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven, Processtap, Taak, Waarom
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart, taken
from .actions import geschillen as doe
from .forms_landelijk import GeschilBegin, GeschilTrede
from .fouten import KanNietBerekend
from .models import Dossier, Geschil
from .queries import Dossierbeeld
from .queries_landelijk import geschillen_van, landelijk_van
from .views import WERKERS
from .views_landelijk import bij_het_veld
from .views_stappen import begin, loop, open_beeld, stap_van

SOORTEN = {"landelijk": "Met een andere regio: welke regio is verantwoordelijk?", "indicatie": "Over de indicatie"}


@scherm("toegang:geschil", rollen=WERKERS)
def beginnen(request: Verzoek, nummer: str) -> HttpResponse:
    """Begin a dispute, by the steps that the agreement or the national agreement gives."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    wegen = dict(_wegen(gelezen))
    ander = landelijk_van(gelezen.dossier)
    formulier = GeschilBegin(
        request.POST or None, soorten=[(soort, SOORTEN[soort]) for soort in wegen],
        initial=begin(gelezen, begonnen_op=request.vandaag, wederpartij=f"gemeente {ander.andere}" if ander else ""),
    )  # fmt: skip
    stap = stap_van(
        gelezen, "Verschil van mening", "Begin het geschil", "De hulp aan de inwoner gaat gewoon door.",
        sjabloon="toegang/geschil_begin.html", extra={"wegen": list(wegen.values())},
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        with bij_het_veld():
            doe.begin_geschil(
                request.actor, gelezen.dossier, doe.Geschilbegin(**velden), versie=ingevuld["versie"],
                op=request.vandaag,
            )  # fmt: skip
        return "Het geschil is vastgelegd. De hulp gaat door."

    return loop(request, gelezen, stap, formulier, voer_uit)


def _wegen(gelezen: Dossierbeeld) -> Iterator[tuple[str, Waarom]]:
    """The steps of each kind of dispute for which a source gives them."""
    for soort, naam in SOORTEN.items():
        try:
            uitkomst = doe.weg_van_geschil(gelezen.dossier, soort)
        except KanNietBerekend:
            continue
        uitgangspunt = f" {uitkomst.waarde.uitgangspunt}" if uitkomst.waarde.uitgangspunt else ""
        yield soort, Waarom(f"{naam}{uitgangspunt}", in_woorden(uitkomst, gelezen.regeling))


def _open(gelezen: Dossierbeeld, soort: str) -> Geschil:
    gevonden = Geschil.objects.filter(dossier=gelezen.dossier, soort=soort, opgelost_op=None).first()
    if gevonden is None:
        raise StapNietAanDeBeurt("Over dit onderwerp loopt geen geschil.")
    gevonden.dossier = gelezen.dossier
    return gevonden


@scherm("toegang:geschil_verder", rollen=WERKERS)
def verder(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    """Note what came out of a step; the dispute is solved or goes on."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    geschil = _open(gelezen, soort)
    treden = {deel.id: deel for deel in doe.weg_van_geschil(gelezen.dossier, soort).waarde.treden}
    trede = treden[geschil.trede]
    formulier = GeschilTrede(
        request.POST or None, uitkomsten=list(doe.UITKOMSTEN.items()),
        initial=begin(gelezen, op=request.vandaag, betaalt_intussen=geschil.betaalt_intussen),
    )  # fmt: skip
    stap = stap_van(gelezen, "Noteer wat eruit kwam", "Leg de uitkomst vast", f"{trede.wat} Dat doet: {trede.wie}.")

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        with bij_het_veld():
            doe.rond_trede_af(
                request.actor, geschil, doe.Tredeuitkomst(**velden), versie=ingevuld["versie"], op=request.vandaag
            )
        return "Het geschil is opgelost." if ingevuld["opgelost"] else "Het geschil gaat naar de volgende stap."

    return loop(request, gelezen, stap, formulier, voer_uit)


@kaart
def geschilkaart(_: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """Every dispute: with whom, how far, who pays meanwhile, what came out."""
    gevonden = [] if gelezen.vernietigd else geschillen_van(gelezen.dossier)
    if not gevonden:
        return None
    delen = [
        {"gegevens": _gegevens(geschil, gelezen), "stappen": _stappen(geschil, gelezen), "waarom": None}
        for geschil in gevonden
    ]
    return Kaart("geschil", "Verschil van mening", "toegang/geschil_kaart.html", {"geschillen": delen})


def _gegevens(geschil: Geschil, gelezen: Dossierbeeld) -> tuple[Gegeven, ...]:
    geschreven = gelezen.geschreven
    over = {"hier": "deze regio", "ander": geschil.wederpartij}.get(geschil.verrekening, "")
    van, tot = geschil.verrekenen_van, geschil.verrekenen_tot
    paren = (
        ("Over", geschil.get_soort_display()),
        ("Met", geschil.wederpartij),
        ("Waarover", geschreven.get(f"geschil {geschil.pk}", {}).get("waarover", "")),
        *((f"Uitkomst van stap {nummer}", geschreven.get(f"geschil {geschil.pk} {nummer}", {}).get("uitkomst", ""))
          for nummer in range(1, len(geschil.treden) + 1)),
        ("Wie betaalt intussen", "" if geschil.opgelost_op else geschil.betaalt_intussen),
        ("Opgelost", doe.UITKOMSTEN.get(geschil.uitkomst, "")),
        ("Betaalt achteraf", f"{over}, {schrijf_datum(van)} tot en met {schrijf_datum(tot)}" if over and van and tot
         else ""),
    )  # fmt: skip
    return tuple(Gegeven(naam, waarde) for naam, waarde in paren if waarde)


def _stappen(geschil: Geschil, gelezen: Dossierbeeld) -> tuple[Processtap, ...]:
    """Every step of the way, with the day on which it began."""
    begonnen = {deel["trede"]: deel for deel in geschil.treden}
    treden = doe.weg_van_geschil(gelezen.dossier, geschil.soort).waarde.treden
    return tuple(_processtap(trede.wie, begonnen.get(trede.id), geschil) for trede in treden)


def _processtap(naam: str, deel: dict[str, Any] | None, geschil: Geschil) -> Processtap:
    naam = naam[:1].upper() + naam[1:]
    if deel is None:
        return Processtap(naam, "niet nodig" if geschil.opgelost_op else "", "straks")
    return Processtap(naam, schrijf_datum(date.fromisoformat(deel["van"])), "klaar" if deel["tot"] else "nu")


@taken
def geschiltaken(_: Verzoek, gelezen: Dossierbeeld) -> Iterator[Taak]:
    """What is waited for in an open dispute."""
    for geschil in [] if gelezen.vernietigd else geschillen_van(gelezen.dossier):
        if geschil.opgelost_op is None:
            adres = reverse("toegang:geschil_verder", args=[gelezen.dossier.nummer, geschil.soort])
            yield Taak(f"Noteer wat uit het geschil kwam ({geschil.get_soort_display()})", adres, "bezig")
