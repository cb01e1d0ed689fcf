"""What a kind of table is: its columns, what is checked across rows, and how its rows are written and taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from django.db.models import Model
from psycopg.types.range import Range

from voordeur.kern.actor import Actor
from voordeur.kern.perioden import gesloten, half_open

from ..rij import Rij, Veld
from ..waarden import als_tekst, patroon
from ..werkblad import Werkblad, nummers

BROK = 1_000
SLEUTEL = patroon(r"[\w .,/+-]{1,40}", "hoogstens 40 letters, cijfers of streepjes")


def sleutelveld(wat: str, voorbeeld: str) -> Veld:
    """The column with the own number of a row, by which it is known the next time."""
    return Veld("sleutel", f"Uw eigen nummer voor {wat}. Elk nummer staat maar een keer in dit bestand.", voorbeeld,
                SLEUTEL)  # fmt: skip


def verwijzing(naam: str, naar: str, uitleg: str, voorbeeld: str) -> Veld:
    """A column with the key of a row in another table."""
    return Veld(naam, uitleg, voorbeeld, SLEUTEL, naar=naar)


class Geschreven(NamedTuple):
    """An object that was written: what the journal tells of it. `versie`: of its dossier."""

    object: str
    tabel: str
    college: str
    betreft: str
    versie: int | None = None


class Soort:
    """A kind of table. `id` is also the name of its file."""

    id: ClassVar[str]
    naam: ClassVar[str]
    uitleg: ClassVar[str]
    velden: ClassVar[tuple[Veld, ...]]
    # whether its rows only mean something together
    ineens: ClassVar[bool] = False
    # whether its rows are about people: what the system has of them now is told to nobody by a file
    over_mensen: ClassVar[bool] = False

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        """Note what is wrong between rows, and between rows and what there is already."""

    def vind(self, blad: Werkblad, rijen: Sequence[Rij]) -> Mapping[str, str]:
        """By key the object that a new row turns out to be about."""
        return {}

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        """By object its fields as they are now, in words; a field that is not compared is left out."""
        raise NotImplementedError

    def straks(self, blad: Werkblad, rij: Rij) -> Mapping[str, str]:
        """The fields of a row as `nu` gives them: a reference is the object that it stands for."""
        naar = {veld.naam: veld.naar for veld in self.velden if veld.naar}
        return {
            naam: blad.object(naar[naam], str(waarde)) if naam in naar else als_tekst(waarde)
            for naam, waarde in ((veld.naam, rij.waarden.get(veld.naam)) for veld in self.velden)
        }

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        """By object how people call it: all there are of this kind."""
        raise NotImplementedError

    def mag_wijzigen(self, blad: Werkblad, rij: Rij) -> None:
        """Note why a row cannot be changed any more."""

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        """Write new rows; gives one for each, in order."""
        raise NotImplementedError

    def wijzig(self, wie: Actor, blad: Werkblad, rij: Rij) -> tuple[Geschreven, dict[str, Any]]:
        """Change what a row is about; gives what was there before, for `herstel`."""
        raise NotImplementedError

    def herstel(self, wie: Actor, object_: str, oud: Mapping[str, Any]) -> None:
        """Put back what `wijzig` changed."""
        raise NotImplementedError

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        """Remove what `maak` wrote. Raises ProtectedError or a refusal when something was built on it."""
        raise NotImplementedError


class Tabelsoort(Soort):
    """A kind whose rows are rows of one table without facts of people."""

    model: ClassVar[type[Model]]
    # the column of the file by the field of the table
    kolommen: ClassVar[Mapping[str, str]]

    def attributen(self, blad: Werkblad, rij: Rij) -> dict[str, Any]:
        """The fields of the table for a row whose references are all there."""
        raise NotImplementedError

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        vers = self.model._default_manager.filter(pk__in=nummers(objecten))
        return {str(deze.pk): _velden(deze, self.kolommen) for deze in vers}

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        return {str(deze.pk): str(deze) for deze in self.model._default_manager.order_by("pk")}

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        nieuw = [self.model(regio_id=wie.regio, **self.attributen(blad, rij)) for rij in rijen]
        self.model._default_manager.bulk_create(nieuw, batch_size=BROK)
        return [self._geschreven(blad.omgeving.centrum, deze) for deze in nieuw]

    def wijzig(self, wie: Actor, blad: Werkblad, rij: Rij) -> tuple[Geschreven, dict[str, Any]]:
        deze = self.model._default_manager.get(pk=int(rij.object))
        nieuw = self.attributen(blad, rij)
        oud = {veld: _bewaarbaar(getattr(deze, veld)) for veld in nieuw}
        self._zet(deze, nieuw)
        return self._geschreven(blad.omgeving.centrum, deze), oud

    def herstel(self, wie: Actor, object_: str, oud: Mapping[str, Any]) -> None:
        self._zet(self.model._default_manager.get(pk=int(object_)), {veld: _terug(deel) for veld, deel in oud.items()})

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        self.model._default_manager.filter(pk__in=nummers(objecten)).delete()

    def _zet(self, deze: Model, velden: Mapping[str, Any]) -> None:
        for veld, waarde in velden.items():
            setattr(deze, veld, waarde)
        deze.save(update_fields=list(velden))

    def _geschreven(self, centrum: str, deze: Model) -> Geschreven:
        return Geschreven(str(deze.pk), deze._meta.model_name or "", centrum, str(getattr(deze, "betreft", "")))


def _velden(deze: Model, kolommen: Mapping[str, str]) -> dict[str, str]:
    velden: dict[str, str] = {}
    for veld, kolom in kolommen.items():
        waarde = getattr(deze, veld)
        if veld == "periode":
            dagen = gesloten(waarde)
            velden |= {"van": als_tekst(dagen.van), "tot": als_tekst(dagen.tot)}
        else:
            velden[kolom] = als_tekst(waarde)
    return velden


def _bewaarbaar(waarde: Any) -> Any:
    if isinstance(waarde, Range):
        dagen = gesloten(waarde)
        return {"van": dagen.van.isoformat(), "tot": dagen.tot.isoformat() if dagen.tot else None}
    return {"bedrag": str(waarde)} if isinstance(waarde, Decimal) else waarde


def _terug(deel: Any) -> Any:
    if isinstance(deel, dict) and "van" in deel:
        return periode(date.fromisoformat(deel["van"]), date.fromisoformat(deel["tot"]) if deel["tot"] else None)
    return Decimal(deel["bedrag"]) if isinstance(deel, dict) else deel


def periode(van: date, tot: date | None) -> Range[date]:
    """The days as the database keeps them."""
    return half_open(van, tot)


def eis_volgorde(rij: Rij) -> bool:
    """Whether the last day is not before the first; notes it when it is."""
    van, tot = rij.waarden.get("van"), rij.waarden.get("tot")
    if isinstance(van, date) and isinstance(tot, date) and tot < van:
        rij.fout(
            "tot", "De laatste dag ligt voor de eerste dag.", "Een periode loopt vooruit.", "Verbeter een van beide."
        )
        return False
    return True
