"""What stands in a region, by codes and numbers: without ids, moments of the clock, and the name of the region."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Model, QuerySet

from voordeur.aanbod.models import Contract, Plek
from voordeur.berichten.models import Bericht
from voordeur.geld.models import Begroting, Betaling, Boekingsregel, Declaratie, Subsidie, Verrekening
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import als
from voordeur.kern.models import Aanstelling, Journaalregel, Mandaatregel
from voordeur.kern.onderhoud import systeem
from voordeur.opvang.models import Nacht, NietGegeven
from voordeur.toegang.models import Besluit, Document, Dossier, Klok
from voordeur.verantwoording.models import Kwartaalrapportage
from voordeur.verblijf.models import Plaatsing

VELDEN: dict[type[Model], tuple[str, ...]] = {
    Aanstelling: ("account__email", "account__naam", "rol", "college__code", "organisatie__naam", "periode"),
    Mandaatregel: ("handeling", "van__code", "aan__code", "aan_organisatie__naam", "periode", "grond"),
    Dossier: ("nummer", "college_code", "stap", "versie", "route", "melder", "gemeld_op", "onderzocht_op",
              "aangevraagd_op", "afgesloten_op"),
    Klok: ("dossier__nummer", "soort", "start", "uiterlijk", "klaar_op"),
    Besluit: ("nummer", "dossier__nummer", "strekking", "vorm", "arrangement", "zwaarte", "periode", "genomen_op",
              "ingetrokken_op"),
    Document: ("dossier__nummer", "soort", "titel", "op"),
    Contract: ("nummer", "organisatie__naam", "soort", "periode", "dagprijs", "voorbeeld"),
    Plek: ("locatie__organisatie__naam", "locatie__naam", "locatie__gemeente", "nummer", "product", "huisvesting"),
    Nacht: ("dossier__nummer", "nacht", "soort", "kind", "vervallen_op"),
    NietGegeven: ("dossier__nummer", "nacht", "grond", "uitkomst"),
    Plaatsing: ("dossier__nummer", "plek__locatie__naam", "plek__nummer", "periode", "reden_einde"),
    Begroting: ("jaar", "rijksbudget", "sleutel", "open_parameters", "besluit", "voorbeeld", "afgesloten_op"),
    Subsidie: ("nummer", "organisatie__naam", "jaar", "stand", "verleend_bedrag", "vastgesteld_bedrag"),
    Betaling: ("nummer", "soort", "bedrag", "jaar", "termijn", "stand", "klaargezet_op", "beoordeeld_op"),
    Declaratie: ("nummer", "plaatsing__dossier__nummer", "blok", "bedrag", "verwacht", "stand", "reden"),
    Boekingsregel: ("boeking__nummer", "boeking__op", "boeking__omschrijving", "rekening__code", "college_code",
                    "bedrag"),
    Verrekening: ("begroting__jaar", "uitkomst", "vastgesteld_op"),
    Kwartaalrapportage: ("jaar", "kwartaal", "cijfers", "vastgesteld_op"),
    Bericht: ("kanaal", "aan", "soort"),
    Journaalregel: ("op", "rol", "namens", "handeling", "uitslag", "vanwaar"),
}  # fmt: skip
# locked or printed with a moment in it, or an id in the words
NIET = {"locatie"}


def uitdraai(regio: str) -> dict[str, list[str]]:
    """Every table of a region as sorted lines."""
    with als(systeem(regio)):
        tabellen = {
            model.__name__: sorted(_regel(rij, regio) for rij in _rijen(model).values_list(*velden))
            for model, velden in VELDEN.items()
        }
        tabellen["personen"] = sorted(_regel(_van(inwoner), regio) for inwoner in Inwoner.objects.all())
    return tabellen


def _rijen(model: type[Model]) -> QuerySet[Any]:
    rijen: QuerySet[Any] = model._default_manager.all()
    return rijen


def _regel(rij: Any, regio: str) -> str:
    return repr(rij).replace(regio, "REGIO")


def _van(inwoner: Inwoner) -> list[Any]:
    """Everything that was written down of a resident, who wrote it left out."""
    geschreven = [opgeschreven(inwoner, van="")]
    geschreven += [opgeschreven(inwoner, van=dossier.nummer) for dossier in inwoner.dossiers.order_by("nummer")]
    return [
        [(re.sub("[0-9]+", "", soort), _zonder_wie(inhoud)) for soort, inhoud in sorted(alles.items())]
        for alles in geschreven
    ]


def _zonder_wie(inhoud: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in inhoud.items() if not naam.endswith("door")}
