"""The agreement of a region with what the region added by its own decisions: loaded versions and local values."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

from voordeur.regelingen import laden
from voordeur.regelingen.bestand import Document, ontleed
from voordeur.regelingen.lokaal import VERLENGING, met_waarden
from voordeur.regelingen.schema import Invulling, Regeling
from voordeur.regels.datums import Periode
from voordeur.regels.uitkomst import Stap

from .actor import Actor, als, geheugen, huidige_actor
from .models import Beleidswaarde, Regelingversie, Regio
from .perioden import gesloten


@dataclass(frozen=True)
class Eigen:
    """What a region added: the versions that it loaded (hash by first day), and the values that were set."""

    versies: Mapping[date, str]
    waarden: tuple[Invulling, ...]

    def op(self, dag: date) -> tuple[Invulling, ...]:
        """The values of a day."""
        return tuple(
            deel for deel in self.waarden if deel.naam != VERLENGING and Periode(deel.vanaf, deel.tot).bevat(dag)
        )

    @property
    def verlengingen(self) -> tuple[laden.Verlenging, ...]:
        """The recorded prolongations of the agreement."""
        return tuple(
            laden.Verlenging(deel.vanaf, deel.tot, deel.besluit) for deel in self.waarden if deel.naam == VERLENGING
        )


def vergeet() -> None:
    """After something was added, changed or rolled back in this transaction: look again."""
    geheugen().clear()


def eigen_van(regio: str) -> Eigen:
    """What a region added, read once in a transaction. Another process sees it from its next one on."""
    with _in(regio):
        onthouden = geheugen()
        if regio not in onthouden:
            onthouden[regio] = _lees(regio)
        gelezen: Eigen = onthouden[regio]
        return gelezen


def _in(regio: str) -> AbstractContextManager[object]:
    """Read as who acts now, or as the system where nobody acts in this region."""
    actor = huidige_actor()
    if actor is not None and actor.regio == regio:
        return nullcontext()
    return als(Actor(regio, None, "Voordeur"))


def _lees(regio: str) -> Eigen:
    rijen = Regelingversie.objects.filter(regio_id=regio).order_by("id").values_list("versie", "soort", "hash")
    versies: dict[date, str] = {}
    for versie, soort, hash_ in rijen:
        versies.pop(versie, None)
        if soort == Regelingversie.Soort.GELADEN:
            versies[versie] = hash_
    gezet = Beleidswaarde.objects.filter(regio_id=regio, vastgesteld_op__isnull=False, periode__isempty=False)
    return Eigen(versies, tuple(als_invulling(deel) for deel in gezet.order_by("naam", "periode", "id")))


def als_invulling(deel: Beleidswaarde) -> Invulling:
    """A stored value as the rules take it."""
    periode = gesloten(deel.periode)
    return Invulling(deel.naam, deel.waarde, periode.van, deel.besluit, periode.tot, deel.pk)


@lru_cache(maxsize=1024)
def regeling_id(regio: str) -> str:
    """The id of the agreement of a region. Raises Regio.DoesNotExist."""
    # a region is made with its agreement and keeps it; lists ask this for every row
    gevonden = Regio.objects.get(pk=regio)
    return gevonden.regeling or gevonden.id


def versies_van(regio: str) -> tuple[date, ...]:
    """The first days of the versions of a region's agreement in order: of the package, and its own."""
    eigen = eigen_van(regio)
    return tuple(sorted({*laden.versies().get(regeling_id(regio), ()), *eigen.versies}))


def geldig_op(regio: str, dag: date) -> tuple[Regeling, tuple[Stap, ...]]:
    """The agreement of a region on a day, with the values of that day. Raises Onberekenbaar."""
    id_, begin, eigen = regeling_id(regio), versies_van(regio), eigen_van(regio)
    if not begin:
        raise laden.OnbekendeRegeling(id_, tuple(laden.versies()))
    return laden.geldig_uit(id_, begin, partial(versie_met, regio, op=dag), dag, eigen.verlengingen)


def versie_met(regio: str, versie: date, op: date) -> Regeling:
    """One version of the agreement of a region, with the values of a day. Raises KeyError or OSError."""
    eigen = eigen_van(regio)
    waarden = eigen.op(op)
    hash_ = eigen.versies.get(versie)
    if hash_ is None:
        kaal = laden.laad(regeling_id(regio), versie)
        waarden = _passend(kaal, waarden)
        return _uit_pakket(kaal.id, versie, op, waarden) if waarden else kaal
    kaal = _geladen(regio, hash_, None, ())
    return _geladen(regio, hash_, op, _passend(kaal, waarden))


def _passend(regeling: Regeling, waarden: tuple[Invulling, ...]) -> tuple[Invulling, ...]:
    """The values that this version leaves room for: a later one may have filled a gap itself."""
    open_ = {gat.naam for gat in regeling.open}
    return tuple(deel for deel in waarden if deel.naam in open_)


def _uit_pakket(id_: str, versie: date, op: date | None, waarden: tuple[Invulling, ...]) -> Regeling:
    return _op_dag(_pakket_met(id_, versie, waarden), op)


@lru_cache(maxsize=512)
def _pakket_met(id_: str, versie: date, waarden: tuple[Invulling, ...]) -> Regeling:
    return met_waarden(laden.document_van(id_, versie), laden.bestand_hash(id_, versie), None, waarden)


def _geladen(regio: str, hash_: str, op: date | None, waarden: tuple[Invulling, ...]) -> Regeling:
    return _op_dag(_geladen_met(regio, hash_, waarden), op)


# what is asked by the hash of a file can never become something else
@lru_cache(maxsize=512)
def _geladen_met(regio: str, hash_: str, waarden: tuple[Invulling, ...]) -> Regeling:
    return met_waarden(document_van_hash(regio, hash_), hash_, None, waarden)


def _op_dag(regeling: Regeling, op: date | None) -> Regeling:
    """The same with the day that its values are of, where it has any."""
    herkomst = regeling.herkomst
    if herkomst is None or not herkomst.waarden:
        return regeling
    return regeling.met_herkomst(replace(herkomst, op=op))


def document_van_hash(regio: str, hash_: str) -> Document:
    """The document of a file that a region loaded, also when that was withdrawn later. Raises KeyError."""
    with _in(regio):
        rij = Regelingversie.objects.filter(regio_id=regio, hash=hash_).order_by("id").first()
    if rij is None:
        raise KeyError(hash_)
    return ontleed(bytes(rij.inhoud))


def document_van(regio: str, versie: date) -> Document:
    """The document of a version of the agreement of a region, as its file has it. Raises OSError."""
    hash_ = eigen_van(regio).versies.get(versie)
    return document_van_hash(regio, hash_) if hash_ else laden.document_van(regeling_id(regio), versie)


def zoals_toen(regio: str, regeling: str, versie: date, hash_: str, op: date | None, waarden: Any) -> Regeling | None:
    """The agreement as a proof names it; of the package as it is now when its file changed, None when it is gone."""
    if versie in laden.versies().get(regeling, ()) and laden.bestand_hash(regeling, versie) == hash_:
        return _uit_pakket(regeling, versie, op, waarden) if waarden else laden.laad(regeling, versie)
    try:
        return _geladen(regio, hash_, op, waarden)
    except KeyError:
        if versie not in laden.versies().get(regeling, ()):
            return None
        return _uit_pakket(regeling, versie, op, waarden) if waarden else laden.laad(regeling, versie)
