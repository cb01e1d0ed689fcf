"""What a step in a dossier asks, as it stands now: its questions, and what can be chosen."""

from typing import Any

from django.forms import HiddenInput
from ninja import Router
from pydantic import Field

from voordeur.toegang.forms import Aanvraag
from voordeur.toegang.queries import dossier_of_404

from ..deur import Vraag
from ..invoer import Uitvoer
from ..lijsten import filter_op, lijst
from ..problemen import keuzes_van, veldfouten
from ..stappen import IN_DOSSIER
from ..vormen import Vorm, vorm_uit
from ..wandeling import leeg_formulier
from .dossierding import scherm

router = Router(tags=["Dossiers"])
GEEN_STAP = "Kies een stap in een dossier, zoals meetZelfredzaamheid."
IN_DOSSIER["noteerAanvraag"] = "/dossiers/{nummer}/aanvragen", scherm("toegang:aanvraag"), vorm_uit("Stuk", Aanvraag)


class Keuze(Uitvoer):
    """Something that can be chosen: what to send, and what it means."""

    waarde: str
    tekst: str


class Stapvraag(Uitvoer):
    """A question of a step: where its answer stands in the call, and what it asks in the words of the screen."""

    pointer: str
    vraag: str
    uitleg: str
    verplicht: bool
    keuzes: list[Keuze] = Field(default_factory=list)


def stapvragen(request: Vraag, nummer: str, stap: str | None, deel: str | None) -> list[Stapvraag]:
    """The questions of a step by its operation; `deel`: what its address wants beside the number of the dossier."""
    dossier = dossier_of_404(nummer)
    if stap not in IN_DOSSIER:
        raise veldfouten([("stap", GEEN_STAP)], {"stap": sorted(IN_DOSSIER)})
    pad, scherm_, vorm = IN_DOSSIER[stap]
    namen = [stuk.strip("{}") for stuk in pad.split("/") if stuk.startswith("{")]
    delen = dict(zip(namen, (nummer, deel or "-"), strict=False))
    formulier = leeg_formulier(request, scherm_.naam, scherm_.pad(dossier, delen))
    return [
        _vraag(naam, veld, vorm) for naam, veld in formulier.fields.items() if not isinstance(veld.widget, HiddenInput)
    ]


def _vraag(naam: str, veld: Any, vorm: Vorm) -> Stapvraag:
    groep = getattr(veld, "groep", "")
    return Stapvraag(
        pointer=f"#/{vorm.plek(naam)}", vraag=f"{groep}: {veld.label}" if groep else str(veld.label or ""),
        uitleg=str(veld.help_text), verplicht=veld.required,
        keuzes=[Keuze(waarde=waarde, tekst=tekst) for waarde, tekst in keuzes_van(veld)],
    )  # fmt: skip


lijst(
    router, "/dossiers/{nummer}/stapvragen", id="stapvragen", kop="Wat een stap in dit dossier vraagt",
    scherm="toegang:bevestigen", rij=Stapvraag, zoek=stapvragen, maak=lambda deze: deze,
    stap=filter_op(str, "De operationId van de stap.", max_length=60),
    deel=filter_op(str, "Wat er nog meer in het adres staat, zoals de stap van de weg.", max_length=60),
)  # fmt: skip
