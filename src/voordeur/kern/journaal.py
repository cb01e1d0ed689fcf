"""Writing the journal, sealing it, and telling whether somebody changed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Now

from voordeur.regels.uitkomst import Uitkomst

from .actor import Actor
from .models import Journaalregel, Zegel

APART = "apart"
BEGIN = "0" * 64
# no transaction is left open longer than this
LANGSTE_TRANSACTIE = timedelta(hours=1)
VELDEN = (
    "id", "regio_id", "om", "transactie", "account", "rol", "vanwaar", "namens", "handeling", "op",
    "object_soort", "object_id", "betreft", "uitslag", "waarom",
)  # fmt: skip
LATERE_VELDEN = ("voor", "noodtoegang")


def schrijf(
    wie: Actor,
    handeling: str,
    op: date,
    object_: Any,
    namens: str,
    rol: str,
    uitkomst: Uitkomst[Any] | None,
    *,
    uitslag: Journaalregel.Uitslag = Journaalregel.Uitslag.GEDAAN,
    reden: str = "",
    using: str = DEFAULT_DB_ALIAS,
    voor: int | None = None,
) -> Journaalregel:
    """Add one entry. The outcome is kept by the keys and grounds of its steps, not by its values.

    `voor`: the account that somebody stood in for. What is read under emergency access carries the id of that access.
    """
    waarom: list[dict[str, Any]] = [
        {"sleutel": stap.sleutel, "gronden": list(stap.gronden)} for stap in (uitkomst.stappen if uitkomst else ())
    ]
    if reden:
        waarom.append({"reden": reden})
    return Journaalregel.objects.using(using).create(
        regio_id=wie.regio,
        account=wie.account,
        rol=rol,
        vanwaar=wie.vanwaar,
        namens=namens,
        handeling=handeling,
        op=op,
        object_soort=type(object_).__name__.lower(),
        object_id=str(getattr(object_, "pk", "") or ""),
        betreft=getattr(object_, "betreft", ""),
        uitslag=uitslag,
        waarom=waarom,
        voor=voor,
        noodtoegang=wie.noodtoegang,
    )


def schrijf_gezien(wie: Actor, handeling: str, op: date, objecten: Iterable[Any]) -> None:
    """Add an entry for each of some objects that a list showed something of; one query, whatever their number."""
    Journaalregel.objects.bulk_create(
        Journaalregel(
            regio_id=wie.regio, account=wie.account, vanwaar=wie.vanwaar, namens=deel.college_code,
            handeling=handeling, op=op, object_soort=type(deel).__name__.lower(), object_id=str(deel.pk),
            betreft=getattr(deel, "betreft", ""), uitslag=Journaalregel.Uitslag.GELEZEN,
        )
        for deel in objecten
    )  # fmt: skip


def verzegel(regio: str) -> int:
    """Seal what is closed: entries of transactions that nobody can add to any more. Returns how many.

    Runs beside daily work without a lock on it; two sealers of one region wait for each other.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"zegel {regio}"])
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        grens = cursor.fetchone()[0]
    verzegeld = Zegel.objects.filter(regio_id=regio)
    nummer, vorige = hoofd(regio)
    zegels = []
    for regel in _regels(regio).filter(_gesloten(grens)).exclude(id__in=verzegeld.values("regel")):
        nummer, vorige = nummer + 1, _hash(vorige, regel)
        zegels.append(Zegel(regio_id=regio, nummer=nummer, regel=regel.pk, hash=vorige))
    Zegel.objects.bulk_create(zegels)
    return len(zegels)


def _gesloten(grens: int) -> Q:
    """An entry whose transaction has ended. After a restore the numbers start anew, and only the clock can tell."""
    return Q(transactie__lt=grens) | Q(om__lt=Now() - LANGSTE_TRANSACTIE)


def _regels(regio: str) -> QuerySet[Journaalregel]:
    return Journaalregel.objects.filter(regio_id=regio).order_by("id")


def _hash(vorige: str, regel: Journaalregel) -> str:
    """The hash over an entry and the seal before it."""
    inhoud = {veld: getattr(regel, veld) for veld in VELDEN}
    # entries from before these fields keep the hash that they were sealed with
    inhoud |= {veld: waarde for veld in LATERE_VELDEN if (waarde := getattr(regel, veld)) is not None}
    tekst = json.dumps(inhoud, sort_keys=True, default=str, ensure_ascii=True)
    return hashlib.sha256(f"{vorige}\n{tekst}".encode()).hexdigest()


def hoofd(regio: str) -> tuple[int, str]:
    """The number and hash of the last seal: what is also kept outside the database."""
    laatste = Zegel.objects.filter(regio_id=regio).order_by("-nummer").first()
    return (laatste.nummer, laatste.hash) if laatste else (0, BEGIN)


@dataclass(frozen=True)
class Breuk:
    """A place where the journal is not what was sealed."""

    soort: str
    regel: int | None
    zegel: int | None


def controleer(regio: str, bewaard_hoofd: tuple[int, str] | None = None) -> list[Breuk]:
    """Every entry that was changed, removed or put in after the seals, by its number; empty when all is whole."""
    return [*_gebroken_zegels(regio), *_ingevoegd(regio), *_afgekapt(regio, bewaard_hoofd)]


def _gebroken_zegels(regio: str) -> Iterator[Breuk]:
    regels = {regel.pk: regel for regel in _regels(regio)}
    vorige, verwacht = BEGIN, 1
    for zegel in Zegel.objects.filter(regio_id=regio).order_by("nummer"):
        if zegel.nummer != verwacht:
            yield Breuk("zegel verwijderd", None, verwacht)
        regel = regels.get(zegel.regel)
        if regel is None:
            yield Breuk("verwijderd", zegel.regel, zegel.nummer)
        elif _hash(vorige, regel) != zegel.hash:
            yield Breuk("gewijzigd", zegel.regel, zegel.nummer)
        vorige, verwacht = zegel.hash, zegel.nummer + 1


def _ingevoegd(regio: str) -> Iterator[Breuk]:
    """An entry without a seal that should have been sealed long ago."""
    laatste = Zegel.objects.filter(regio_id=regio).aggregate(om=Max("om"))["om"]
    if laatste is not None:
        verzegeld = Zegel.objects.filter(regio_id=regio).values("regel")
        oud = _regels(regio).filter(om__lt=laatste - LANGSTE_TRANSACTIE)
        yield from (Breuk("ingevoegd", regel.pk, None) for regel in oud.exclude(id__in=verzegeld))


def _afgekapt(regio: str, bewaard_hoofd: tuple[int, str] | None) -> Iterator[Breuk]:
    """The last seals are gone, or are others than the ones whose head was kept outside."""
    if bewaard_hoofd is not None and not kent_hoofd(regio, bewaard_hoofd):
        yield Breuk("einde verwijderd of vervangen", None, bewaard_hoofd[0])


def kent_hoofd(regio: str, bewaard_hoofd: tuple[int, str]) -> bool:
    """Whether a head that was kept outside still stands among the seals."""
    nummer, hash_ = bewaard_hoofd
    return bewaard_hoofd == (0, BEGIN) or Zegel.objects.filter(regio_id=regio, nummer=nummer, hash=hash_).exists()
