"""What is known with another region: how the weighing stands, who is responsible now, and the disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.landelijke_afspraken import landelijkregel_van
from voordeur.regelingen.schema import Regeling
from voordeur.regels.landelijk import (
    Afweging,
    Landelijkfeiten,
    Landelijkregel,
    Raadpleging,
    Verantwoordelijk,
    weeg_plek,
    wie_is_verantwoordelijk,
)
from voordeur.regels.uitkomst import Uitkomst

from .feiten import BUITEN_DE_REGIO
from .models import Dossier, Geschil, Klok, Landelijk, Verplaatsing

WEGING, KEUZE = "landelijke weging", "beste plek"


def landelijk_van(dossier: Dossier) -> Landelijk | None:
    """What is agreed with another region, when one is concerned."""
    return Landelijk.objects.filter(dossier=dossier).first()


def speelt(dossier: Dossier, landelijk: Landelijk | None) -> bool:
    """Whether another region is concerned now: the resident came from there, or wants to go there."""
    return dossier.melder == BUITEN_DE_REGIO or (landelijk is not None and landelijk.ingetrokken_op is None)


def raadpleging(landelijk: Landelijk | None, klokken: Iterable[Klok], op: date) -> Raadpleging:
    """How the consultation of the other stands; when its term has passed one goes on without an answer."""
    if landelijk is None or landelijk.geraadpleegd_op is None:
        return "niet_gevraagd"
    if landelijk.gereageerd_op is not None:
        return "akkoord" if landelijk.akkoord else "niet_akkoord"
    termijn = max((klok.uiterlijk for klok in klokken if klok.soort == "onderzoek"), default=date.max)
    return "geen_antwoord" if termijn < op else "wacht"


def landelijkfeiten(
    geschreven: Mapping[str, Any], landelijk: Landelijk | None, klokken: Iterable[Klok], op: date
) -> dict[str, Any]:
    """The facts of the weighing as JSON can hold them."""
    weging = geschreven.get(WEGING, {})
    return {
        "antwoorden": weging.get("antwoorden", {}),
        "wens": weging.get("wens"),
        "besproken": weging.get("besproken"),
        "raadpleging": raadpleging(landelijk, klokken, op),
    }


@rekenregel("toegang.landelijk")
def weeg_regel(regeling: Regeling, feiten: Feiten) -> Uitkomst[Afweging]:
    """The weighing by the criteria of an agreement, or the national ones. Raises OngeldigFeit."""
    return weeg_plek(landelijkregel_van(regeling), Landelijkfeiten(**feiten))


def ontbrekend(regel: Landelijkregel, uitkomst: Uitkomst[Afweging]) -> list[str]:
    """What is still to be found out, in words."""
    vragen = {punt.id: punt.naam for criterium in regel.criteria for punt in criterium.punten}
    anders = {"besproken": "of de cliënt de punten kent", "herkomst": "wat vindt de gemeente van herkomst"}
    return [(vragen | anders)[naam] for naam in uitkomst.waarde.ontbreekt]


def verantwoordelijk(landelijk: Landelijk | None) -> Uitkomst[Verantwoordelijk]:
    """Who is responsible for the resident now, with the reason."""
    if landelijk is None:
        return wie_is_verantwoordelijk("in", overname=False, geaccepteerd=False, losgelaten=False)
    uit = landelijk.richting == "uit" and landelijk.ingetrokken_op is None
    return wie_is_verantwoordelijk(
        "uit" if landelijk.richting == "uit" else "in",
        overname=uit or landelijk.kans_bij == "elders",
        geaccepteerd=landelijk.geaccepteerd_op is not None,
        losgelaten=landelijk.losgelaten_op is not None,
    )


def geschillen_van(dossier: Dossier) -> list[Geschil]:
    """Every dispute of a dossier, the ones that are open first."""
    return sorted(Geschil.objects.filter(dossier=dossier), key=lambda deel: (deel.opgelost_op is not None, -deel.pk))


def open_verplaatsing(dossier: Dossier) -> Verplaatsing | None:
    """The move to another resident that waits for a second person."""
    return Verplaatsing.objects.select_related("naar").filter(dossier=dossier, beslist_op=None).first()
