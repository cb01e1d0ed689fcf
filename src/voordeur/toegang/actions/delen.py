"""What a later room does to a dossier as a part of its own action: lock it, share it, start and stop its clocks."""

from __future__ import annotations

from ..models import Dossier
from ..termijnen import lopende_klok, start_klok, stop_klok
from .mandaat import beslist_zelf, namens
from .stappen import bewaar, pak_dossier, zet_stap

__all__ = [
    "beslist_zelf", "bewaar", "lopende_klok", "namens", "pak_dossier", "pak_voor_verblijf", "start_klok", "stop_klok",
    "toon_dossier_aan", "zet_stap",
]  # fmt: skip


def pak_voor_verblijf(dossier_id: int) -> Dossier:
    """The dossier as it is now, locked, with its resident. Raises Dossier.DoesNotExist when it is not there."""
    return Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=dossier_id)


def toon_dossier_aan(dossier: Dossier, aanbieder: int) -> None:
    """Let a provider see a dossier, because it houses the resident."""
    if aanbieder not in dossier.aanbieders:
        dossier.aanbieders = [*dossier.aanbieders, aanbieder]
        dossier.save(update_fields=["aanbieders"])
