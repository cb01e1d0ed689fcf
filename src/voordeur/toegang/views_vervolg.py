"""The pages around a decision: results, the wish for a budget, and what comes after a grant; with card and tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.regels.pgb import toets_pgb
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip, Taak, Uitlegregel, termijnchip
from voordeur.schermen.gronden import gronden_van, in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from . import beeld as maak
from .aanhaken import Kaart, kaart, taken
from .actions import Vervolgvoorstel, beoordeel_pgb, bereid_vervolg_voor, leg_resultaten_vast
from .actions.besluit_vervolg import NA_HET_BESLUIT, VERVOLG, dag_erna, rust_op_papier
from .actions.besluit_voorstel import pgbvraag
from .actions.onderzoeken import TE_ONDERZOEKEN
from .actions.stappen import eis_geen_voorstel
from .brief_besluit import grenzen, hulp_in_woorden
from .feiten import arrangementen_van, kan_pgb, toetsfeiten, vormen_van
from .forms_vervolg import Pgbvraag, Resultaten, Vervolg
from .matrix import matrix_van
from .models import Besluit, Dossier
from .queries import Dossierbeeld
from .queries_besluit import laatste_toekenning
from .views import WERKERS
from .views_besluit import bij_het_veld
from .views_stappen import begin, loop, open_beeld, open_onderzoek, stap_van

# so many days before the last one a next decision becomes a task; no source says when, so it only sorts attention
AANKONDIGEN = 91
OP_PAPIER = "Dit is op papier besloten. De voorwaarden zijn niet in Voordeur beoordeeld."
Soort = Besluit.Soort


@scherm("toegang:resultaten", rollen=WERKERS)
def resultaten(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down the results that the help is for, by life domain."""
    gelezen = open_onderzoek(request, nummer)
    domeinen = matrix_van(gelezen.regeling).domeinen
    eerder = gelezen.geschreven.get("resultaten", {})
    voorbeelden = {
        deel.domein: f"Bijvoorbeeld: {', '.join(deel.resultaten)}." for deel in gelezen.regeling.resultaatgebieden
    }
    formulier = Resultaten(
        request.POST or None, domeinen=domeinen, voorbeelden=voorbeelden,
        initial=begin(gelezen, **{f"d{plek}": eerder.get(domein, "") for plek, domein in enumerate(domeinen)}),
    )  # fmt: skip
    stap = stap_van(
        gelezen, "Schrijf de resultaten op", "Bewaar de resultaten",
        "Vul alleen de leefgebieden in waar de hulp voor is. Dit komt in het besluit.", controle=False,
        sjabloon="toegang/besluit_stap.html",
        extra=_boven(gronden_van(tuple(g for deel in gelezen.regeling.resultaatgebieden[:1] for g in deel.grond))),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        teksten = formulier.resultaten()
        leg_resultaten_vast(request.actor, gelezen.dossier, teksten, versie=ingevuld["versie"], op=request.vandaag)
        return "De resultaten zijn bewaard. Zij komen in het besluit."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:pgb", rollen=WERKERS)
def pgb(request: Verzoek, nummer: str) -> HttpResponse:
    """Judge the wish for a personal budget by the conditions of the law."""
    gelezen = open_onderzoek(request, nummer)
    eerder = gelezen.geschreven.get("pgb", {})
    uitleg = {f"uitleg_{naam}": tekst for naam, tekst in eerder.get("uitleg", {}).items()}
    waarden = {"gevraagd": eerder["gevraagd"]} if eerder else {}
    formulier = Pgbvraag(
        request.POST or None, initial=begin(gelezen, **waarden, **eerder.get("antwoorden", {}), **uitleg)
    )
    stap = stap_van(
        gelezen, "Beoordeel de vraag om een pgb", "Bewaar het oordeel",
        "Kijk alleen naar deze voorwaarden van de wet. Wat een regio liever heeft, telt niet.",
        sjabloon="toegang/besluit_stap.html", extra=_boven(gronden_van(("wmo/2.3.6",))),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        with bij_het_veld():
            beoordeel_pgb(
                request.actor, gelezen.dossier, ingevuld["gevraagd"], formulier.antwoorden(), formulier.uitleg(),
                versie=ingevuld["versie"], op=request.vandaag,
            )  # fmt: skip
        return "De vraag om een pgb is bewaard."

    return loop(request, gelezen, stap, formulier, doe)


def _boven(gronden: Any, regels: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"gronden": gronden, "kop": "Wat geldt nu?", "regels": regels}


@scherm("toegang:vervolg", rollen=WERKERS)
def vervolg(request: Verzoek, nummer: str) -> HttpResponse:
    """Prepare what comes after a grant; '?soort=verlenging' chooses the kind."""
    gelezen = open_beeld(request, nummer, NA_HET_BESLUIT)
    eis_geen_voorstel(gelezen.dossier)
    oud = laatste_toekenning(gelezen.dossier)
    if oud is None:
        raise StapNietAanDeBeurt("In dit dossier is niets toegekend. Er is niets om te verlengen of te stoppen.")
    soort = request.GET.get("soort", "")
    feiten = toetsfeiten(gelezen.dossier, gelezen.identiteit, gelezen.geschreven, request.vandaag)
    papier = rust_op_papier(gelezen.regeling, gelezen.dossier, feiten, oud.vorm)
    tabel = gelezen.regeling.inschaling
    arrangementen = arrangementen_van(gelezen.regeling, gelezen.dossier)
    formulier = Vervolg(
        request.POST or None,
        initial=begin(gelezen, soort=soort if soort in VERVOLG else None, van=_eerste(oud, soort, request.vandaag)),
        vormen=vormen_van(gelezen.regeling, gelezen.dossier),
        arrangementen=arrangementen,
        zwaarten=list(dict.fromkeys(tabel.zwaarte_bij_werk.values())) if tabel and arrangementen else [],
        papier=papier,
        voorbij=(grenzen(oud)[1] or request.vandaag) < request.vandaag,
    )
    stap = stap_van(
        gelezen, "Besluit hoe het verdergaat", "Leg het besluit klaar",
        "Een collega leest het besluit en ondertekent het. Daarna krijgt de inwoner een brief.",
        sjabloon="toegang/besluit_stap.html",
        extra=_boven(gronden_van(("wmo/2.3.9", "wmo/2.3.10-1")), (*_nu(oud, gelezen), *([OP_PAPIER] if papier else [])))
        | {"naar_criteria": maak.naar_criteria(gelezen) if papier else ""},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        velden = {naam: waarde for naam, waarde in ingevuld.items() if naam != "versie"}
        with bij_het_veld():
            bereid_vervolg_voor(
                request.actor, gelezen.dossier, Vervolgvoorstel(**velden), versie=ingevuld["versie"],
                op=request.vandaag,
            )  # fmt: skip
        return "Het besluit ligt klaar. Vraag een collega om het te lezen en te ondertekenen."

    return loop(request, gelezen, stap, formulier, doe)


def _eerste(oud: Besluit, soort: str, vandaag: date) -> date | None:
    if soort in ("herziening", "intrekking", "einde"):
        return vandaag + timedelta(days=1)
    return dag_erna(oud)


def _nu(oud: Besluit, gelezen: Dossierbeeld) -> tuple[str, ...]:
    van, tot = grenzen(oud)
    assert van is not None
    tot_en_met = f" tot en met {schrijf_datum(tot)}" if tot else ", zonder vaste laatste dag"
    wat = hulp_in_woorden(oud, gelezen.regeling)
    return (f"Besluit {oud.nummer}: {wat}, vanaf {schrijf_datum(van)}{tot_en_met}.",)


@kaart
def vervolgkaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """Where one goes on from a decision that was taken: another decision, or an objection."""
    dossier, toegekend = gelezen.dossier, maak.geldend(gelezen)
    genomen = any(deel.genomen_op for deel in gelezen.besluiten)
    if not genomen or gelezen.vernietigd or not _werkt(request):
        return None
    rust = maak.in_voorbereiding(gelezen) is None and dossier.stap in NA_HET_BESLUIT
    einde = grenzen(toegekend)[1] if toegekend else None
    inhoud = {
        "einde": einde,
        "chip": _eindchip(einde, request.vandaag),
        "vervolg": reverse("toegang:vervolg", args=[dossier.nummer]) if toegekend and rust else "",
        "bezwaar": reverse("toegang:bezwaar", args=[dossier.nummer]),
    }
    return Kaart("vervolg", "Na het besluit", "toegang/besluit_kaart.html", inhoud, "naast")


def _eindchip(einde: date | None, vandaag: date) -> Chip | None:
    dagen = (einde - vandaag).days if einde else AANKONDIGEN + 1
    return termijnchip(dagen) if dagen <= AANKONDIGEN else None


def _werkt(request: Verzoek) -> bool:
    return any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))


@kaart
def pgbkaart(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """What was found of the wish for a budget, condition by condition."""
    vraag = pgbvraag(gelezen.geschreven)
    if not vraag or not _werkt(request):
        return None
    regels = in_woorden(toets_pgb(vraag["antwoorden"]), gelezen.regeling)
    uitleg = [*vraag["uitleg"].values(), ""]
    samen = tuple(
        Uitlegregel(f"{deze.tekst} {uitleg[plek] if plek < len(uitleg) else ''}".strip(), deze.gronden)
        for plek, deze in enumerate(regels)
    )
    return Kaart("pgb", "De inwoner vraagt om een pgb", "toegang/besluit_pgb.html", {"regels": samen})


@taken
def besluittaken(request: Verzoek, gelezen: Dossierbeeld) -> Iterator[Taak]:
    """What belongs with a decision here: results, the budget, a next decision in time."""
    dossier = gelezen.dossier
    if dossier.stap in TE_ONDERZOEKEN and maak.in_voorbereiding(gelezen) is None:
        yield from _voor_het_besluit(gelezen)
    toegekend = maak.geldend(gelezen)
    einde = grenzen(toegekend)[1] if toegekend else None
    loopt = dossier.stap == Dossier.Stap.VERBLIJF and maak.in_voorbereiding(gelezen) is None
    if loopt and einde and einde - request.vandaag <= timedelta(days=AANKONDIGEN):
        naar = verderadres(dossier.nummer)
        yield Taak(f"Besluit hoe het verdergaat na {schrijf_datum(einde)}", naar, "te_doen")
        tot_dan = verderadres(dossier.nummer, Soort.OVERBRUGGING.value)
        yield Taak("Nog niet zover? Laat de hulp doorgaan tot u besluit", tot_dan, "te_doen")


def verderadres(nummer: str, soort: str = Soort.VERLENGING.value) -> str:
    """Where one decides how help goes on after its last day."""
    return f"{reverse('toegang:vervolg', args=[nummer])}?soort={soort}"


def _voor_het_besluit(gelezen: Dossierbeeld) -> Iterator[Taak]:
    nummer, geschreven = gelezen.dossier.nummer, gelezen.geschreven
    if gelezen.regeling.resultaatgebieden and gelezen.dossier.voorziening == "BW":
        stand: Any = "klaar" if geschreven.get("resultaten") else "te_doen"
        yield Taak("Schrijf de resultaten op", reverse("toegang:resultaten", args=[nummer]), stand)
    if any(kan_pgb(gelezen.regeling, vorm) for vorm in vormen_van(gelezen.regeling, gelezen.dossier)):
        vraag = geschreven.get("pgb")
        stand = "te_doen" if vraag is None else _pgbstand(vraag)
        yield Taak("Beoordeel de vraag om een pgb", reverse("toegang:pgb", args=[nummer]), stand)


def _pgbstand(vraag: dict[str, Any]) -> Any:
    return "bezig" if vraag["gevraagd"] and None in vraag["antwoorden"].values() else "klaar"
