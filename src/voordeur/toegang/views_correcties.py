"""The pages on which something is corrected: what, what that changes, and the right person for a dossier."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from voordeur.inwoner.queries import bsn_van, namen_van, versies_van
from voordeur.inwoner.queries_afscherming import toon_adres
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt
from voordeur.kern.queries import gemeentenamen, namen_van_accounts
from voordeur.regels.drieledig import ANTWOORD
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven, Waarom
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.velden import MetVersie
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from . import beeld as maak
from .aanhaken import Kaart, kaart
from .actions import correcties as doe
from .actions import verplaatsen
from .forms import melders
from .forms_correctie import WAT, Correctieveld, JuistePersoon, Verplaatskeuze
from .gevolgen_correctie import OPNIEUW, Gevolgen
from .models import Document, Dossier
from .queries import Dossierbeeld
from .queries_landelijk import open_verplaatsing
from .views import WERKERS, kruimels
from .views_landelijk import bij_het_veld
from .views_stappen import begin, loop, open_beeld, stap_van

NAAMDELEN = ("aanhef", "voornaam", "voorletters", "naam", "geboortenaam", "roepnaam")
UITKOMST = {"ja": "voldoet", "nee": "voldoet niet", "onbekend": "nog niet te zeggen", "": "geen regels"}
assert set(UITKOMST) == {*ANTWOORD.values(), ""}


@scherm("toegang:corrigeren", rollen=WERKERS)
def corrigeren(request: Verzoek, nummer: str) -> HttpResponse:
    """What stands there now, each with the way to correct it; and what was corrected before."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    nu = _nu(gelezen)
    regels = [
        {"naam": naam, "waarde": nu[wat], "adres": reverse("toegang:corrigeer", args=[nummer, wat])}
        for wat, (naam, _) in WAT.items()
        if nu[wat]
    ]
    return render(request, "toegang/correctie_lijst.html", {
        "dossier": gelezen.dossier,
        "regels": regels,
        "eerder": eerdere_correcties(gelezen),
        "verplaatsen": reverse("toegang:verplaatsen", args=[nummer]),
        "kruimels": kruimels(dossier=gelezen.dossier),
        "kruimel_hier": "Corrigeer",
    })  # fmt: skip


def _nu(gelezen: Dossierbeeld) -> dict[str, str]:
    """What stands there, in words; empty for what is not there to be corrected."""
    dossier, wie = gelezen.dossier, gelezen.identiteit
    geboren = wie.get("geboortedatum")
    bsn = bsn_van(dossier.inwoner)
    return {
        "meldingsdag": schrijf_datum(dossier.melddag) if dossier.melddag else "niet bekend",
        "aanvraagdag": schrijf_datum(dossier.aangevraagd_op) if dossier.aangevraagd_op else "",
        "onderzocht": schrijf_datum(dossier.onderzocht_op) if dossier.onderzocht_op else "",
        "melder": dossier.melder,
        "naam": maak.naam_van(gelezen),
        "geboortedatum": schrijf_datum(date.fromisoformat(geboren)) if geboren else "niet bekend",
        "adres": toon_adres(dossier.inwoner, wie, "geen adres bekend"),
        "bsn": f"eindigt op {bsn[-3:]}" if bsn else "niet bekend",
        "gemeente": gemeentenamen(dossier.regio_id).get(dossier.college_code, dossier.college_code),
    }


def _correcties(gelezen: Dossierbeeld) -> list[dict[str, Any]]:
    """Every correction of this dossier and of the person as it was kept, the newest first; two queries."""
    inwoner = gelezen.dossier.inwoner
    alle = [deel for van in ("", gelezen.dossier.nummer) for deel in versies_van(inwoner, doe.CORRECTIE, van=van)]
    return sorted(alle, key=lambda deel: str(deel["op"]), reverse=True)


def eerdere_correcties(gelezen: Dossierbeeld) -> list[dict[str, Any]]:
    """The same in words, with the value that stood there and who corrected it."""
    alle = _correcties(gelezen)
    namen = namen_van_accounts(deel["door"] for deel in alle)
    gemeenten = gemeentenamen(gelezen.dossier.regio_id)
    return [
        {
            "wat": "Verkeerde persoon" if deel["wat"] == "persoon" else WAT[deel["wat"]][0],
            "oud": _in_woorden(deel["oud"], gemeenten),
            "nieuw": _in_woorden(deel["nieuw"], gemeenten),
            "reden": doe.REDENEN[deel["reden"]],
            "toelichting": deel["toelichting"],
            "op": date.fromisoformat(deel["op"]),
            "wie": namen.get(deel["door"], "een medewerker van vroeger"),
            "herzien": deel["herzien"],
        }
        for deel in alle
    ]


def _in_woorden(waarden: dict[str, Any], gemeenten: dict[str, str]) -> str:
    delen = []
    for naam, waarde in waarden.items():
        if naam in ("dag", "geboortedatum") and waarde:
            delen.append(schrijf_datum(date.fromisoformat(waarde)))
        elif naam == "bsn" and waarde:
            delen.append(f"eindigt op {waarde[-3:]}")
        elif isinstance(waarde, list):
            delen.append(", ".join(waarde))
        else:
            delen.append(gemeenten.get(str(waarde), str(waarde)) if waarde else "")
    return " ".join(deel for deel in delen if deel) or "niet bekend"


@scherm("toegang:corrigeer", rollen=WERKERS)
def corrigeer(request: Verzoek, nummer: str, wat: str) -> HttpResponse:
    """Correct one thing: what would change is shown before anything is done."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    if wat not in WAT:
        raise Http404
    formulier = Correctieveld(
        request.POST or None, wat=wat, vandaag=request.vandaag, keuzes=_keuzes(gelezen, wat),
        initial=begin(gelezen, **_begin(gelezen, wat)),
    )  # fmt: skip
    extra: dict[str, Any] = {"gevolgen": None, "nu": _nu(gelezen)[wat] or "nog niets", "woorden": UITKOMST}
    if formulier.is_bound and formulier.is_valid():
        extra |= _vooruit(request, gelezen, formulier)
    stap = stap_van(
        gelezen, f"Corrigeer: {WAT[wat][0] if wat == 'bsn' else WAT[wat][0].lower()}", "Voer de correctie door",
        "Wat er stond, blijft te zien. U ziet eerst wat er verandert.", sjabloon="toegang/correctie_veld.html",
        controleblad="toegang/correctie_controle.html", extra=extra,
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            gedaan = doe.corrigeer(
                request.actor, gelezen.dossier, _correctie(formulier), versie=ingevuld["versie"], op=request.vandaag
            )
        gevolgen: Gevolgen = gedaan.uitkomst.waarde
        herzien = " Een besluit heeft nu een herziening nodig." if gevolgen.herzien else ""
        return f"De correctie is doorgevoerd.{herzien}"

    return loop(request, gelezen, stap, formulier, voer_uit)


def _correctie(formulier: Correctieveld) -> doe.Correctie:
    ingevuld = formulier.cleaned_data
    return doe.Correctie(
        wat=formulier.wat, nieuw=formulier.nieuw(), reden=ingevuld["reden"], toelichting=ingevuld["toelichting"]
    )


def _vooruit(request: Verzoek, gelezen: Dossierbeeld, formulier: Correctieveld) -> dict[str, Any]:
    """What would change, for the page on which one checks; a refusal stands at the field."""
    try:
        gevolgen = doe.bekijk(request.actor, gelezen.dossier, _correctie(formulier), request.vandaag)
    except Geweigerd as fout:
        veld = getattr(fout, "veld", None)
        formulier.add_error(veld if veld in formulier.fields else None, str(fout))
        return {}
    klokken = [
        (deel, Waarom("Waarom deze datum?", in_woorden(deel.waarom, gelezen.regeling), waarover=deel.naam))
        for deel in gevolgen.klokken
    ]
    toets = (UITKOMST[gevolgen.toets_oud], UITKOMST[gevolgen.toets_nieuw]) if gevolgen.toets_anders else ()
    return {"gevolgen": gevolgen, "klokken": klokken, "toets": toets}


def _keuzes(gelezen: Dossierbeeld, wat: str) -> list[tuple[str, str]]:
    if wat == "melder":
        namen = dict.fromkeys((gelezen.dossier.melder, *melders(gelezen.regeling)))
        return [(naam, naam[:1].upper() + naam[1:]) for naam in namen]
    return list(gemeentenamen(gelezen.dossier.regio_id).items()) if wat == "gemeente" else []


def _begin(gelezen: Dossierbeeld, wat: str) -> dict[str, Any]:
    dossier, wie = gelezen.dossier, gelezen.identiteit
    dagen = {
        "meldingsdag": dossier.melddag, "aanvraagdag": dossier.aangevraagd_op, "onderzocht": dossier.onderzocht_op
    }  # fmt: skip
    if wat in dagen:
        return {"dag": dagen[wat]}
    return {
        "melder": {"melder": dossier.melder},
        "gemeente": {"college_code": dossier.college_code},
        "naam": {naam: wie.get(naam, "") for naam in NAAMDELEN},
        "geboortedatum": {"geboortedatum": wie.get("geboortedatum")},
        "adres": {"adres": "\n".join(wie.get("adres") or ())},
        "bsn": {},
    }[wat]


@scherm("toegang:brief_opnieuw", rollen=WERKERS)
def brief_opnieuw(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Send a letter anew with what is known now."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    document = get_object_or_404(Document.objects.select_related("dossier").filter(dossier=gelezen.dossier), pk=pk)
    if document.soort not in OPNIEUW:
        raise StapNietAanDeBeurt("Deze brief kunt u hier niet opnieuw maken. Neem daarvoor een nieuw besluit.")
    inhoud = (Gegeven("Brief", document.titel), Gegeven("Verstuurd op", schrijf_datum(document.op)),
              Gegeven("Nu aan", maak.naam_van(gelezen)),
              Gegeven("Adres", toon_adres(gelezen.dossier.inwoner, gelezen.identiteit, "geen adres")))  # fmt: skip
    stap = stap_van(
        gelezen, "Stuur de brief opnieuw", "Verstuur de brief", "De eerste brief blijft in het dossier.",
        controle=False, sjabloon="toegang/landelijk_bericht.html", extra={"inhoud": inhoud},
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        doe.stuur_opnieuw(request.actor, document, versie=ingevuld["versie"], op=request.vandaag)
        return "De brief is opnieuw verstuurd."

    return loop(request, gelezen, stap, MetVersie(request.POST or None, initial=begin(gelezen)), voer_uit)


@scherm("toegang:verplaatsen", rollen=WERKERS)
def verplaats(request: Verzoek, nummer: str) -> HttpResponse:
    """Ask to move a dossier to the right resident, or confirm what a colleague asked."""
    gelezen = open_beeld(request, nummer, Dossier.Stap.values)
    loopt = open_verplaatsing(gelezen.dossier)
    if loopt is not None:
        return _bevestig(request, gelezen, loopt)
    formulier = JuistePersoon(request.POST or None, vandaag=request.vandaag, initial=begin(gelezen))
    brieven = [deel for deel in gelezen.documenten if deel.van == "voordeur"]
    stap = stap_van(
        gelezen, "Dit dossier hangt aan de verkeerde persoon", "Vraag om te verplaatsen",
        "Een collega kijkt mee en bevestigt. Tot die tijd verandert er niets.",
        sjabloon="toegang/correctie_persoon.html", extra={"brieven": brieven, "naam": maak.naam_van(gelezen)},
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        verzoek = verplaatsen.Verplaatsverzoek(
            toelichting=ingevuld["toelichting"], bsn=ingevuld["bsn"], dossiernummer=ingevuld["dossiernummer"].strip(),
            identiteit=formulier.identiteit(),
        )  # fmt: skip
        with bij_het_veld():
            verplaatsen.vraag_verplaatsing(
                request.actor, gelezen.dossier, verzoek, versie=ingevuld["versie"], op=request.vandaag
            )
        return "Het verzoek ligt klaar. Vraag een collega om het te bevestigen."

    return loop(request, gelezen, stap, formulier, voer_uit)


def _bevestig(request: Verzoek, gelezen: Dossierbeeld, loopt: Any) -> HttpResponse:
    vrager = namen_van_accounts([loopt.gevraagd_door]).get(loopt.gevraagd_door, "een collega")
    inhoud = (
        Gegeven("Nu", maak.naam_van(gelezen)), Gegeven("Wordt", namen_van([loopt.naar])[loopt.naar_id]),
        Gegeven("Gevraagd door", vrager), Gegeven("Gevraagd op", schrijf_datum(loopt.gevraagd_op)),
        Gegeven("Toelichting", gelezen.geschreven.get(verplaatsen.VERPLAATSING, {}).get("toelichting", "")),
    )  # fmt: skip
    formulier = Verplaatskeuze(request.POST or None, initial=begin(gelezen))
    stap = stap_van(
        gelezen, "Bevestig de juiste persoon", "Leg uw keuze vast",
        "Alles van dit dossier gaat naar de andere inwoner.", sjabloon="toegang/correctie_bevestig.html",
        extra={"inhoud": inhoud, "zelf": loopt.gevraagd_door == request.actor.account},
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> str:
        ja = ingevuld["keuze"] == "ja"
        actie = verplaatsen.bevestig_verplaatsing if ja else verplaatsen.wijs_verplaatsing_af
        actie(request.actor, loopt, versie=ingevuld["versie"], op=request.vandaag)
        return "Het dossier hangt nu aan de juiste inwoner." if ja else "Het dossier blijft waar het is."

    return loop(request, gelezen, stap, formulier, voer_uit)


@kaart
def correctiekaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """The way to what is seldom needed; and what waits after a correction."""
    if gelezen.vernietigd or not mag_openen(request.actor, "toegang:corrigeren", request.vandaag):
        return None
    eerder = _correcties(gelezen)
    vervangen = {besluit.vervangt_id for besluit in gelezen.besluiten if besluit.genomen_op}
    open_ = {besluit.nummer for besluit in gelezen.besluiten if besluit.pk not in vervangen and besluit.genomen_op
             and not besluit.ingetrokken_op}  # fmt: skip
    herzien = [nummer for deel in eerder for nummer in deel["herzien"] if nummer in open_]
    return Kaart("correctie", "Klopt er iets niet?", "toegang/correctie_kaart.html", {
        "aantal": len(eerder),
        "herzien": list(dict.fromkeys(herzien)),
        "wacht": open_verplaatsing(gelezen.dossier) is not None,
        "lopend": gelezen.dossier.stap != Dossier.Stap.AFGESLOTEN,
    }, waar="naast")  # fmt: skip
