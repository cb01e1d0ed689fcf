"""What is asked of papers: how to show them in a list, and how to hand one over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from voordeur.inwoner.bestanden import PDF, SOORTEN

from .documentsoorten import EIGEN, VAN
from .models import Document, Vastgehouden

KB = 1024


@dataclass(frozen=True)
class Documentregel:
    """A paper in a list. `naam` is that of the file; empty for a letter of our own, or when the key is gone."""

    pk: int
    titel: str
    naam: str
    toelichting: str
    van: str
    op: date
    soort: str
    grootte: str

    @property
    def in_het_kort(self) -> str:
        return ", ".join(deel for deel in (self.soort, self.grootte) if deel)


def documentregels(documenten: Iterable[Document], geschreven: Mapping[str, Any]) -> tuple[Documentregel, ...]:
    """The papers as rows of a list, in the order given; without a query."""
    return tuple(_regel(document, geschreven.get(f"document {document.pk}", {})) for document in documenten)


def _regel(document: Document, feiten: Mapping[str, Any]) -> Documentregel:
    return Documentregel(
        document.pk,
        document.titel,
        feiten.get("naam", ""),
        feiten.get("toelichting", ""),
        "Voordeur" if document.van == EIGEN else VAN.get(document.van, document.van),
        document.op,
        SOORTEN[document.mime].naam if document.mime in SOORTEN else "",
        _grootte(document.grootte),
    )


def _grootte(bytes_: int | None) -> str:
    if bytes_ is None:
        return ""
    if bytes_ >= KB * KB:
        return f"{bytes_ / KB / KB:.1f} MB".replace(".", ",")
    return f"{max(bytes_ // KB, 1)} kB"


def bestandsnaam(document: Document, geschreven: Mapping[str, Any]) -> str:
    """How a file is called when somebody takes it along."""
    gekozen: str = geschreven.get(f"document {document.pk}", {}).get("naam", "")
    uitgang = SOORTEN.get(document.mime, PDF).uitgang
    return gekozen or f"{document.soort}-{document.dossier.nummer}.{uitgang}"


def mag_in_venster(document: Document) -> bool:
    """Only what we printed ourselves opens in the browser; what others made is saved, never run here."""
    return document.van == EIGEN and document.mime == PDF.mime


def vastgehouden_brieven() -> QuerySet[Vastgehouden]:
    """Letters that were made and wait for a person, the oldest first."""
    wachtend = Vastgehouden.objects.filter(klaar_op=None).select_related("dossier__inwoner", "document")
    return wachtend.defer("document__inhoud").order_by("sinds", "id")
