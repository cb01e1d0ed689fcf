"""A dossier brought along the way in, by either agreement."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.stad import Stad
from voordeur.kern.actor import als
from voordeur.toegang.actions import (
    Besluitvoorstel,
    Melding,
    Notitie,
    beantwoord_criteria,
    bereid_besluit_voor,
    bevestig,
    leg_onderzoek_vast,
    meld,
    neem_besluit,
    noteer_stap,
    ontvang_aanvraag,
    schaal_in,
)
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.queries import regeling_van_dossier
from voordeur.toegang.queries_wegen import weg_van

OP = date(2026, 3, 2)
IDENTITEIT: dict[str, Any] = {
    "aanhef": "mevrouw",
    "voornaam": "Sanne",
    "naam": "de Wit",
    "geboortedatum": "1994-03-04",
    "adres": ["Lindelaan 12", "1234 AB Kleinbuurt"],
}
ONDERZOEK: dict[str, Any] = {
    "gesprek_op": "2026-03-02",
    "behoeften": "Zij wil een veilige plek.",
    "eigen_kracht": "Zij kookt en houdt haar kamer bij.",
    "netwerk": "Haar zus komt elke week langs.",
    "mantelzorg": "Er is geen mantelzorger.",
    "voorzieningen": "Begeleiding thuis is bekeken.",
    "samenwerking": "Behandeling bij de ggz.",
    "bijdrage": "Zij weet dat er een eigen bijdrage is.",
    "standen": {"mantelzorg": "nvt"},
    "lokale_voorziening": {"onderzocht": True, "volstaat": False},
    "overgangsrecht": False,
}
INSCHAALFEITEN: dict[str, Any] = {
    "ondersteuning_24_7": True,
    "kan_zelf_alarmeren": False,
    "zelfstandige_woning": False,
    "cluster": 12,
    "werk": "aanleren-en-oefenen",
}
WEG = ("melding", "onderzoek", "aanvraag", "besluit", "voorbereid", "genomen")


def melding(stad: Stad, **anders: Any) -> Melding:
    """A report of this person by the municipality."""
    gewoon: dict[str, Any] = {
        "college_code": stad.gemeente,
        "melder": "gemeente",
        "identiteit": IDENTITEIT,
        "reden": "Zij redt het niet alleen.",
        "ontvangen_op": OP,
    }
    return Melding(**{**gewoon, **anders})


def breng_tot(stad: Stad, tot: str, wie: str = "consulent", *, hele_weg: bool = True, **anders: Any) -> Dossier:
    """A dossier at a step of WEG; every criterion of the first form holds, and the route was gone (`hele_weg`)."""
    stap = WEG.index(tot)
    actor = stad.als(wie)
    dossier: Dossier = meld(actor, melding(stad, **anders), op=OP).object
    if stap >= 1:
        dossier = bevestig(actor, dossier, versie=dossier.versie, op=OP).object
    if stap >= 2:
        dossier = leg_onderzoek_vast(actor, dossier, ONDERZOEK, versie=dossier.versie, op=OP).object
        dossier = beantwoord(stad, dossier, wie)
    if stap >= 3:
        dossier = ontvang_aanvraag(actor, dossier, ontvangen_op=OP, versie=dossier.versie, op=OP).object
        dossier = loop_de_weg(stad, dossier, wie) if hele_weg else dossier
    if stap >= 4:
        bereid_besluit_voor(actor, dossier, toekenning(stad), versie=dossier.versie, op=OP)
    if stap >= 5:
        neem_besluit(stad.als("teamleider"), voorstel_van(stad, dossier), op=OP)
    return vers(stad, dossier)


def loop_de_weg(stad: Stad, dossier: Dossier, wie: str = "consulent") -> Dossier:
    """Note every step that comes before the decision and that no page did."""
    actor = stad.als(wie)
    with als(actor):
        weg = weg_van(dossier, regeling_van_dossier(dossier))
        eisen = {deel.id: deel for deel in regeling_van_dossier(dossier).vereisten}
    for deel in weg.stappen if weg else ():
        if deel.houdt_tegen and not deel.stap.door:
            lijst = eisen.get(deel.stap.vereisten)
            notitie = Notitie(
                op=OP, besproken="Besproken met de inwoner.", uitkomst=next(iter(deel.stap.antwoorden), ""),
                eisen={eis.id: True for eis in lijst.eisen} if lijst else {},
            )  # fmt: skip
            dossier = noteer_stap(actor, dossier, deel.stap.id, notitie, versie=dossier.versie, op=OP).object
    return dossier


def beantwoord(stad: Stad, dossier: Dossier, wie: str = "consulent") -> Dossier:
    """Every criterion of the first form holds, and the facts of the table."""
    actor = stad.als(wie)
    with als(actor):
        regeling = regeling_van_dossier(dossier)
    if regeling.toegang is not None:
        eerste = regeling.toegang.vormen[0]
        ja = {eerste.id: dict.fromkeys(range(1, len(eerste.criteria) + 1), True)}
        dossier = beantwoord_criteria(actor, dossier, ja, versie=dossier.versie, op=OP).object
    if regeling.inschaling is not None:
        dossier = schaal_in(actor, dossier, INSCHAALFEITEN, versie=dossier.versie, op=OP).object
    return dossier


def toekenning(stad: Stad, **anders: Any) -> Besluitvoorstel:
    """What the rules say of this person."""
    toegang = stad.regeling.toegang
    gewoon: dict[str, Any] = {
        "strekking": "toekenning",
        "vorm": toegang.vormen[0].id if toegang else stad.regeling.producten[0].id,
        "van": date(2026, 4, 1),
        "tot": date(2028, 3, 31),
        "motivering": "Dag en nacht toezicht is nodig.",
    }
    if stad.regeling.inschaling is not None:
        gewoon |= {"arrangement": "tot-12-intramuraal", "zwaarte": "midden"}
    return Besluitvoorstel(**{**gewoon, **anders})


def afwijzing(**anders: Any) -> Besluitvoorstel:
    """A refusal with what is offered instead."""
    gewoon = {"motivering": "Hulp thuis is genoeg.", "in_plaats_daarvan": "U krijgt begeleiding thuis."}
    return Besluitvoorstel(**{"strekking": "afwijzing", **gewoon, **anders})


def voorstel_van(stad: Stad, dossier: Dossier) -> Besluit:
    """The newest decision of a dossier."""
    with als(stad.als("consulent")):
        return Besluit.objects.filter(dossier=dossier).select_related("dossier").latest("id")


def vers(stad: Stad, dossier: Dossier) -> Dossier:
    """The dossier as it is now."""
    with als(stad.als("consulent")):
        return Dossier.objects.select_related("inwoner").get(pk=dossier.pk)
