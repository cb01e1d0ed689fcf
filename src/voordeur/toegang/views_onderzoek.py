"""The pages of the conversation at the kitchen table: the subjects of the investigation, and the matrix."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse

from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.gronden import gronden_van
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart
from .actions import leg_onderzoek_vast, score_zrm
from .actions.onderzoeken import TE_ONDERZOEKEN
from .actions.stappen import eis_geen_voorstel
from .forms_onderzoek import Onderzoek, Zelfredzaamheid, begin_onderzoek
from .matrix import matrix_van, metingen_bij
from .models import Dossier
from .queries import Dossierbeeld
from .views import WERKERS
from .views_concepten import loop_met_concept
from .views_stappen import begin, open_beeld, open_onderzoek, stap_van
from .zrm import eerdere_scores, verloop

TE_METEN = (*TE_ONDERZOEKEN, Dossier.Stap.VERBLIJF)


@scherm("toegang:onderzoek", rollen=WERKERS)
def onderzoek(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down what was examined."""
    gelezen = open_onderzoek(request, nummer)
    regel = gelezen.regeling.toegang.lokale_voorziening if gelezen.regeling.toegang else None
    formulier = Onderzoek(
        request.POST or None,
        initial=begin(gelezen, **begin_onderzoek(gelezen.geschreven.get("onderzoek", {}))),
        overgangsrecht=regel is not None and regel.overgangsrecht_telt,
        vandaag=request.vandaag,
    )
    stap = stap_van(
        gelezen, "Leg het onderzoek vast", "Leg vast",
        "Schrijf op wat u besprak. Het hoeft niet in een keer af.", sjabloon="toegang/stap_onderzoek.html",
        extra={"gronden": gronden_van(("wmo/2.3.2-4",))},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        leg_onderzoek_vast(
            request.actor, gelezen.dossier, formulier.onderzoek(), versie=ingevuld["versie"], op=request.vandaag
        )
        if not ingevuld["afgerond"]:
            return "Wat u schreef, is bewaard. U kunt later verder."
        return "Het onderzoek is vastgelegd. Nu kan de inwoner een aanvraag doen."

    return loop_met_concept(request, gelezen, "onderzoek", stap, formulier, doe)


@scherm("toegang:zrm", rollen=WERKERS)
def zrm(request: Verzoek, nummer: str) -> HttpResponse:
    """Score the self-sufficiency matrix: at the intake, later while somebody lives somewhere."""
    gelezen = open_beeld(request, nummer, TE_METEN)
    matrix, stap_nu = matrix_van(gelezen.regeling), gelezen.dossier.stap
    if stap_nu in TE_ONDERZOEKEN:
        eis_geen_voorstel(gelezen.dossier)
    metingen = metingen_bij(stap_nu, matrix)
    eerder = eerdere_scores(gelezen.geschreven, metingen)
    scores = {f"d{nummer_}": eerder.get(domein) for nummer_, domein in enumerate(matrix.domeinen)}
    formulier = Zelfredzaamheid(
        request.POST or None, initial=begin(gelezen, **scores), matrix=matrix, metingen=metingen
    )
    stap = stap_van(
        gelezen, "Vul de zelfredzaamheidsmatrix in", "Bewaar de scores",
        f"{matrix.laagste} is het laagst, {matrix.hoogste} is het hoogst.", sjabloon="toegang/stap_zrm.html",
        extra={"gronden": gronden_van(matrix.grond, gelezen.regeling),
               "verloop": verloop(gelezen.geschreven, gelezen.regeling)},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        score_zrm(
            request.actor, gelezen.dossier, formulier.scores(), meting=formulier.meting, versie=ingevuld["versie"],
            op=request.vandaag,
        )  # fmt: skip
        return "De scores zijn bewaard."

    return loop_met_concept(request, gelezen, "zrm", stap, formulier, doe)


@kaart
def kaart_zelfredzaamheid(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """How somebody fares since the intake; for who works on the dossier, once there is something to compare."""
    mag_werken = any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    if not mag_werken or beeld.vernietigd:
        return None
    gemeten = verloop(beeld.geschreven, beeld.regeling)
    woont = beeld.dossier.stap == Dossier.Stap.VERBLIJF
    if gemeten is None and not woont:
        return None
    intake = beeld.geschreven.get("zrm intake", {}).get("op")
    return Kaart("zrm", "Zelfredzaamheid", "toegang/zrm_kaart.html", {
        "verloop": gemeten, "meten": woont, "eerder": any(soort.startswith("zrm ") for soort in beeld.geschreven),
        "intake": schrijf_datum_iso(intake) if intake else "",
    })  # fmt: skip


def schrijf_datum_iso(dag: str) -> str:
    """A day of JSON as people read it."""
    return schrijf_datum(date.fromisoformat(dag))
