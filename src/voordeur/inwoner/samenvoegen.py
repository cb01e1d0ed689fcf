"""The facts of two registrations of one person under one key, and back; parts of a larger action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db import DatabaseError, models, transaction
from django.db.models import F, Max

from voordeur.kern.fouten import eis

from .actions import AlVernietigd, sluit_om, toon_alleen_aan, vervang_bsn
from .models import Burgerservicenummer, Gegeven, Inwoner
from .queries import bsn_van
from .zoeksleutels import identiteiten_van, maak_vindbaar, vergeet_sleutels

# more versions of one kind of facts than anybody makes
RUIM = 1_000_000
Verhuisd = dict[str, Any]
# what goes along beside the facts: who may look or act, warnings, and what has to be kept longer. A code to get in
# stays with its own account; a request or a list to destroy never goes along, it was about one registration
GAAT_MEE = frozenset({"inwoner.Machtiging", "inwoner.Markering", "beheer.Bewaring"})
# a room says why two registrations cannot be one now, in a sentence; nothing when they can
Tegenhouder = Callable[[Inwoner], str]
TEGENHOUDERS: list[Tegenhouder] = []


def houdt_samenvoegen_tegen(tegenhouder: Tegenhouder) -> Tegenhouder:
    """Let a room hold a merge: something of its own has to be finished first for this registration."""
    TEGENHOUDERS.append(tegenhouder)
    return tegenhouder


def wat_tegenhoudt(inwoner: Inwoner) -> str:
    """Why this registration cannot be merged now; empty when nothing holds it."""
    return next((zin for tegenhouder in TEGENHOUDERS if (zin := tegenhouder(inwoner))), "")


def pak_beiden(een: Inwoner, ander: Inwoner) -> tuple[Inwoner, Inwoner]:
    """Both as they are now, locked in a fixed order so that two who merge never wait for each other. AlVernietigd."""
    rijen = {
        rij.pk: rij for rij in Inwoner.objects.select_for_update().filter(pk__in=[een.pk, ander.pk]).order_by("pk")
    }
    eis(all(rij.sleutel is not None for rij in rijen.values()), AlVernietigd())
    return rijen[een.pk], rijen[ander.pk]


def neem_over(blijft: Inwoner, ander: Inwoner) -> Verhuisd:
    """Give the one that stays everything of the other that is of the person; returns what moved, in ids only.

    Who the other was stays to be read: as versions before those of the one that stays. What hangs on a dossier is not
    touched: the dossiers move by themselves.
    """
    eerst: Verhuisd = {"aanbieders": list(ander.aanbieders), "aanbieders_blijft": list(blijft.aanbieders)}
    eerst |= {"gegevens": _neem_gegevens(blijft, ander), "rijen": _neem_rijen(blijft, ander)}
    bsn = bsn_van(ander)
    # a copy: the other keeps its own, so that nothing has to be found again to go back
    eerst["bsn"] = bsn is not None and bsn_van(blijft) is None
    if eerst["bsn"]:
        vervang_bsn(blijft, bsn)
    ander.opgegaan_in = blijft
    ander.save(update_fields=["opgegaan_in"])
    toon_alleen_aan(blijft, [*blijft.aanbieders, *ander.aanbieders])
    vergeet_sleutels(ander)
    maak_vindbaar(blijft, identiteiten_van(blijft))
    return eerst


def _neem_gegevens(blijft: Inwoner, ander: Inwoner) -> list[list[int]]:
    rijen = list(ander.gegevens.select_for_update().filter(van="").order_by("soort", "versie"))
    verhuisd = [[rij.pk, rij.versie] for rij in rijen]
    per_soort: dict[str, list[Gegeven]] = {}
    for rij in rijen:
        per_soort.setdefault(rij.soort, []).append(rij)
    for soort, eigen in per_soort.items():
        # in two steps: the database looks at each row by itself whether a version is there twice
        latere = blijft.gegevens.filter(soort=soort, van="")
        latere.update(versie=F("versie") + RUIM)
        latere.update(versie=F("versie") - RUIM + len(eigen))
        for versie, rij in enumerate(eigen, start=1):
            _sluit_gegeven_om(rij, ander, blijft, versie)
    return verhuisd


def _sluit_gegeven_om(rij: Gegeven, van: Inwoner, naar: Inwoner, versie: int) -> None:
    rij.inhoud, rij.inwoner, rij.versie = sluit_om(van, naar, bytes(rij.inhoud)), naar, versie
    rij.save(update_fields=["inhoud", "inwoner", "versie"])


def _andere_rijen() -> Iterator[tuple[str, type[models.Model], str]]:
    """What else goes along with a resident."""
    for relatie in Inwoner._meta.related_objects:
        model, veld = relatie.field.model, relatie.field.name
        if model._meta.label in GAAT_MEE:
            yield f"{model._meta.label}.{veld}", model, veld


def _neem_rijen(blijft: Inwoner, ander: Inwoner) -> dict[str, list[str]]:
    verhuisd = {}
    for naam, model, veld in _andere_rijen():
        gegaan = [str(rij.pk) for rij in model._default_manager.filter(**{veld: ander})
                  if _hang_rij_om(rij, veld, ander, blijft)]  # fmt: skip
        if gegaan:
            verhuisd[naam] = gegaan
    return verhuisd


def _hang_rij_om(rij: models.Model, veld: str, van: Inwoner, naar: Inwoner) -> bool:
    """Whether a row went along; one that the database holds where it is stays with the registration it came with."""
    gesloten = sluit_velden_om(rij, van, naar)
    setattr(rij, veld, naar)
    try:
        with transaction.atomic():
            rij.save(update_fields=[veld, *gesloten])
    except DatabaseError:
        return False
    return True


def sluit_velden_om(rij: models.Model, van: Inwoner, naar: Inwoner) -> list[str]:
    """Lock every locked field of a row with the key of another resident; returns their names. Nothing is saved."""
    namen = [veld.name for veld in rij._meta.fields if isinstance(veld, models.BinaryField)]
    gevuld = [naam for naam in namen if getattr(rij, naam) is not None]
    for naam in gevuld:
        setattr(rij, naam, sluit_om(van, naar, bytes(getattr(rij, naam))))
    return gevuld


def geef_terug(blijft: Inwoner, ander: Inwoner, verhuisd: Verhuisd) -> None:
    """Put back exactly what moved; what was written since stays with the one that stays."""
    _geef_gegevens(blijft, ander, verhuisd["gegevens"])
    for naam, model, veld in _andere_rijen():
        for rij in model._default_manager.filter(pk__in=verhuisd["rijen"].get(naam, ()), **{veld: blijft}):
            _hang_rij_om(rij, veld, blijft, ander)
    if verhuisd["bsn"] and bsn_van(blijft) == bsn_van(ander):
        Burgerservicenummer.objects.filter(inwoner=blijft).delete()
    ander.opgegaan_in = None
    ander.save(update_fields=["opgegaan_in"])
    for wie in (blijft, ander):
        vergeet_sleutels(wie)
        maak_vindbaar(wie, identiteiten_van(wie))


def _geef_gegevens(blijft: Inwoner, ander: Inwoner, gegevens: list[list[int]]) -> None:
    rijen = blijft.gegevens.select_for_update().filter(van="", pk__in=[pk for pk, _ in gegevens]).in_bulk()
    erbij = dict(
        ander.gegevens.filter(van="")
        .values_list("soort")
        .annotate(laatste=Max("versie"))
        .values_list("soort", "laatste")
    )
    for pk, versie in gegevens:
        if pk in rijen:
            _sluit_gegeven_om(rijen[pk], blijft, ander, versie + erbij.get(rijen[pk].soort, 0))
