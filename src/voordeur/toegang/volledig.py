"""What is still to be found out before a refusal: criteria of the agreement and subjects of the investigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from voordeur.regelingen.schema import Regeling
from voordeur.regels.onderzoek import toets_onderwerpen
from voordeur.regels.toegang import Toegang
from voordeur.regels.uitkomst import Uitkomst

from .feiten import in_gewone_woorden
from .models import Dossier
from .onderwerpen import KORT


@dataclass(frozen=True)
class OpenPunt:
    """Something that is not known yet: in words, and the screen and the field where it is written down."""

    tekst: str
    scherm: str
    veld: str = ""

    def adres(self, dossier: Dossier) -> str:
        pad = reverse(self.scherm, args=[dossier.nummer])
        return f"{pad}#id_{self.veld}" if self.veld else pad


def onderwerpen_van(geschreven: Mapping[str, Any]) -> Uitkomst[tuple[str, ...]]:
    """The subjects of article 2.3.2 lid 4 Wmo that are still open, with how far each of them is."""
    onderzoek = geschreven.get("onderzoek", {})
    teksten = {naam: onderzoek.get(naam) or "" for naam in KORT}
    return toets_onderwerpen(KORT, teksten, onderzoek.get("standen", {}))


def open_punten(regeling: Regeling, geschreven: Mapping[str, Any], toegang: Toegang | None) -> tuple[OpenPunt, ...]:
    """Everything that stands in the way of a refusal: an unknown fact is never a no."""
    return (*_criteria(regeling, toegang), *_onderwerpen(geschreven))


def _criteria(regeling: Regeling, toegang: Toegang | None) -> Iterator[OpenPunt]:
    if toegang is None or toegang.toegang != "onbekend":
        return
    for wat, tekst in zip(toegang.ontbreekt, in_gewone_woorden(regeling, toegang.ontbreekt), strict=True):
        # what is no criterion of a form is asked with the investigation
        yield OpenPunt(tekst, "toegang:criteria" if "/" in wat else "toegang:onderzoek")


def _onderwerpen(geschreven: Mapping[str, Any]) -> Iterator[OpenPunt]:
    for naam in onderwerpen_van(geschreven).waarde:
        yield OpenPunt(KORT[naam], "toegang:onderzoek", naam)
