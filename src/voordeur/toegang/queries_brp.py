"""What the BRP says of somebody beside what is known here, part by part, so that a person decides what to take over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.berichten.brp import BrpFout, bevraag
from voordeur.inwoner.brp import Bevraging, BrpPersoon, als_vraag, lees_persoon
from voordeur.inwoner.queries import voluit
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.sleutels import blinde_index

from .queries_personen import geboren_in_woorden

NAAMDELEN = ("aanhef", "voornaam", "voorletters", "naam", "geboortenaam")
DELEN = {"naam": "Naam", "geboortedatum": "Geboortedatum", "adres": "Adres", "bsn": "BSN"}
# what a person can be chosen by without their number standing in the page
Keuze = str


@dataclass(frozen=True)
class Antwoord:
    """Who the BRP knows; `fout` when it gave no answer, in a sentence."""

    personen: tuple[BrpPersoon, ...] = ()
    fout: str = ""


@inzage("inwoner.brp.bevragen")
def raadpleeg(wie: Actor, vraag: Bevraging, *, op: date) -> Antwoord:
    """Ask the BRP. A question that got no answer was asked all the same, and stands in the journal."""
    if not vraag.kan:
        return Antwoord(fout="Vul een BSN in, of een achternaam met de hele geboortedatum.")
    try:
        return Antwoord(tuple(lees_persoon(deel) for deel in bevraag(als_vraag(vraag))))
    except BrpFout as fout:
        return Antwoord(fout=str(fout))


@dataclass(frozen=True)
class Brpdeel:
    """One part: what is known here, what the BRP says, and the values to take over (empty: nothing to take over)."""

    sleutel: str
    naam: str
    nu: str
    brp: str
    nieuw: Mapping[str, Any]

    @property
    def anders(self) -> bool:
        return bool(self.nieuw) and self.nu != self.brp


@dataclass(frozen=True)
class Brpbeeld:
    """One person of the BRP laid beside what is known."""

    persoon: BrpPersoon
    keuze: Keuze
    delen: tuple[Brpdeel, ...]
    overleden: str = ""


@dataclass(frozen=True)
class Brpuitslag:
    """What came of a question: one person, several to choose from, nobody, or a sentence on what went wrong."""

    beeld: Brpbeeld | None = None
    keuzes: tuple[tuple[Keuze, str], ...] = ()
    fout: str = ""


def haal(
    wie: Actor, vraag: Bevraging, bekend: Mapping[str, Any], bsn: str, keuze: Keuze, op: date
) -> Brpuitslag:  # fmt: skip
    """Ask the BRP and lay the answer beside an identity and a BSN; `keuze`: who of several was meant before."""
    antwoord: Antwoord = raadpleeg(wie, vraag, op=op)
    if antwoord.fout:
        return Brpuitslag(fout=antwoord.fout)
    personen = {_keuze(wie, persoon): persoon for persoon in antwoord.personen}
    if not personen:
        return Brpuitslag(fout="De BRP kent niemand met deze gegevens. Kijk of ze kloppen.")
    if len(personen) > 1 and keuze not in personen:
        return Brpuitslag(keuzes=tuple((sleutel, _in_het_kort(persoon)) for sleutel, persoon in personen.items()))
    gekozen, persoon = (keuze, personen[keuze]) if keuze in personen else next(iter(personen.items()))
    if not vraag.bsn and persoon.bsn:
        # a search tells less than asking for one person
        return haal(
            wie, Bevraging(vraag.college_code, bsn=persoon.bsn, betreft=vraag.betreft), bekend, bsn, gekozen, op
        )
    return Brpuitslag(beeld=leg_naast(persoon, gekozen, bekend, bsn))


def _keuze(wie: Actor, persoon: BrpPersoon) -> Keuze:
    return blinde_index(wie.regio, "brp", persoon.bsn or repr(sorted(persoon.identiteit.items())))


def _in_het_kort(persoon: BrpPersoon) -> str:
    geheim = persoon.geheim or not persoon.identiteit.get("adres")
    waar = "adres niet te zien" if geheim else str(persoon.identiteit["adres"][-1])
    return f"{voluit(persoon.identiteit)}, {_geboren(persoon.identiteit)}, {waar}"


def _geboren(identiteit: Mapping[str, Any]) -> str:
    return geboren_in_woorden(str(identiteit.get("geboortedatum") or identiteit.get("geboren") or ""))


def leg_naast(persoon: BrpPersoon, keuze: Keuze, bekend: Mapping[str, Any], bsn: str) -> Brpbeeld:
    """Part by part what is known and what the BRP says. A part that the BRP does not give is nothing to take over."""
    zegt = persoon.identiteit
    namen = {deel: zegt.get(deel, "") for deel in NAAMDELEN} if zegt.get("naam") else {}
    rijen = (
        ("naam", _naam(bekend), _naam(zegt), namen),
        ("geboortedatum", _geboren(bekend), _geboren(zegt), _alleen(zegt, "geboortedatum")),
        ("adres", _adres(bekend), _adres(zegt), _alleen(zegt, "adres")),
        ("bsn", _bsn(bsn), _bsn(persoon.bsn), {"bsn": persoon.bsn} if persoon.bsn and persoon.bsn != bsn else {}),
    )  # fmt: skip
    delen = tuple(Brpdeel(sleutel, DELEN[sleutel], nu, brp, nieuw) for sleutel, nu, brp, nieuw in rijen)
    return Brpbeeld(persoon, keuze, delen, geboren_in_woorden(persoon.overleden) if persoon.overleden else "")


def _alleen(zegt: Mapping[str, Any], deel: str) -> dict[str, Any]:
    return {deel: zegt[deel]} if zegt.get(deel) else {}


def _naam(identiteit: Mapping[str, Any]) -> str:
    return f"{identiteit.get('aanhef') or ''} {voluit(identiteit)}".strip() or "niet bekend"


def _adres(identiteit: Mapping[str, Any]) -> str:
    return ", ".join(identiteit.get("adres") or ()) or "geen adres"


def _bsn(bsn: str) -> str:
    return f"eindigt op {bsn[-3:]}" if bsn else "niet bekend"
