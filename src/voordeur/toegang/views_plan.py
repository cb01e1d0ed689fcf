"""What the resident was told, and the plan that the resident handed in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven, Waarom
from voordeur.schermen.gronden import in_woorden
from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart
from .actions.onderzoeken import TE_ONDERZOEKEN
from .actions.plannen import Plan, noteer_uitleg, ontvang_plan
from .forms_verslag import Planformulier, Uitleg
from .fouten import OnvolledigPlan
from .queries import Dossierbeeld
from .queries_verslag import dag_van
from .views import WERKERS
from .views_documenten import bij_het_bestand
from .views_stappen import begin, loop, open_beeld, open_onderzoek, stap_van
from .voorlichting import UITLEG, plan_uiterlijk, verteld


@scherm("toegang:uitleg", rollen=WERKERS)
def uitleg(request: Verzoek, nummer: str) -> HttpResponse:
    """Write down when the resident was told of client support, the plan and the pgb."""
    gelezen = open_beeld(request, nummer, TE_ONDERZOEKEN)
    al = verteld(gelezen.dossier, gelezen.geschreven)
    formulier = Uitleg(
        request.POST or None, initial=begin(gelezen, **{wat: deel.in_gesprek_op for wat, deel in al.items()}),
        gemeld_op=gelezen.dossier.gemeld_op, vandaag=request.vandaag,
    )  # fmt: skip
    stap = stap_van(
        gelezen, "Wat hebt u verteld?", "Bewaar de dagen",
        "In de brief stond al: cliëntondersteuning en het persoonlijk plan. Vertel het in het gesprek opnieuw.",
        controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        gegeven = {wat: ingevuld[wat] for wat in UITLEG if ingevuld[wat]}
        noteer_uitleg(request.actor, gelezen.dossier, gegeven, versie=ingevuld["versie"], op=request.vandaag)
        return "Wat u vertelde, is bewaard."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:plan", rollen=WERKERS)
def plan(request: Verzoek, nummer: str) -> HttpResponse:
    """Take in the personal plan of the resident."""
    gelezen = open_onderzoek(request, nummer)
    eerder = gelezen.geschreven.get("persoonlijk plan", {})
    formulier = Planformulier(
        request.POST or None, request.FILES or None,
        initial=begin(gelezen, ontvangen_op=request.vandaag, tekst=eerder.get("tekst", "")),
        gemeld_op=gelezen.dossier.gemeld_op, vandaag=request.vandaag,
    )  # fmt: skip
    stap = stap_van(
        gelezen, "Persoonlijk plan van de inwoner", "Bewaar het plan",
        "In het onderzoek gebruikt u dit plan. Ook een plan dat later komt, telt mee.", controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        bestand = ingevuld["bestand"]
        nieuw = Plan(
            ontvangen_op=ingevuld["ontvangen_op"], tekst=ingevuld["tekst"],
            bestandsnaam=bestand.naam if bestand else "", inhoud=bestand.inhoud if bestand else b"",
        )  # fmt: skip
        try:
            with bij_het_bestand():
                ontvang_plan(request.actor, gelezen.dossier, nieuw, versie=ingevuld["versie"], op=request.vandaag)
        except OnvolledigPlan as fout:
            raise ValidationError({fout.veld: str(fout)}) from None
        return "Het plan is bewaard."

    return loop(request, gelezen, stap, formulier, doe)


@kaart
def kaart_uitleg(request: Verzoek, beeld: Dossierbeeld) -> Kaart | None:
    """What the resident knows of support and plan, as long as it is examined; the plan also later."""
    dossier, gekregen = beeld.dossier, beeld.geschreven.get("persoonlijk plan")
    loopt = dossier.stap in TE_ONDERZOEKEN
    if beeld.vernietigd or not (loopt or gekregen):
        return None
    al = verteld(dossier, beeld.geschreven)
    uiterlijk = plan_uiterlijk(dossier, beeld.regeling, al["persoonlijk_plan"].eerst_op)
    regels = [Gegeven(deel.naam, _wanneer(deel.in_brief_op, deel.in_gesprek_op)) for deel in al.values()]
    if gekregen:
        ontvangen = dag_van(gekregen["ontvangen_op"])
        assert ontvangen is not None
        regels.append(Gegeven("Plan gekregen", schrijf_datum(ontvangen)))
    else:
        regels.append(Gegeven("Plan kan tot en met", schrijf_datum(uiterlijk.waarde)))
    mag = loopt and any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag))
    waarom = Waarom("Waarom deze datum?", in_woorden(uiterlijk, beeld.regeling), waarover="persoonlijk plan")
    return Kaart("uitleg", "Uitleg en eigen plan", "toegang/uitleg_kaart.html", {
        "regels": regels, "waarom": None if gekregen else waarom, "mag": mag,
        "tekst": gekregen["tekst"] if gekregen and mag else "",
        "document": gekregen["document"] if gekregen else None,
    }, "naast")  # fmt: skip


def _wanneer(brief: date | None, gesprek: date | None) -> str:
    delen = [f"in de brief van {schrijf_datum(brief)}"] if brief else []
    delen += [f"in het gesprek op {schrijf_datum(gesprek)}"] if gesprek else []
    return " en ".join(delen) or "nog niet verteld"
