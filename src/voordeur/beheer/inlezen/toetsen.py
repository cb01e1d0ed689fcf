"""Checking a set: every fault of every row at once, also between rows and files, and what would change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from voordeur.kern.fouten import Geweigerd

from .lezen import BestandNietTeLezen, Tabel, lees_tabel
from .omgeving import Omgeving
from .op_slot import op_slot, zwijg
from .rij import Fout, Leesfout, Rij, Veld, elk
from .soorten import SOORTEN
from .soorten.basis import Soort
from .verschil import bepaal_stand
from .waarden import kaal
from .werkblad import Werkblad


def toets(omgeving: Omgeving, bestanden: Mapping[str, bytes]) -> Werkblad:
    """Read the files (by kind) and check them, as the system; nothing is written.

    A file that cannot be read is a fault of row 0.
    """
    blad = Werkblad(omgeving, op_slot=op_slot(omgeving.regio))
    for soort in SOORTEN.values():
        if soort.id in bestanden:
            blad.rijen[soort.id] = _lees(blad, soort, bestanden[soort.id])
    for soort_id, rijen in blad.rijen.items():
        soort = SOORTEN[soort_id]
        _eis_eigen_sleutel(rijen)
        _eis_verwijzingen(blad, soort, rijen)
        soort.toets(blad, rijen)
        bepaal_stand(blad, soort, rijen)
        zwijg(blad, rijen)
    return blad


def velden_van(soort: Soort, omgeving: Omgeving) -> list[Veld]:
    """The columns of a kind in this region."""
    return [veld for veld in soort.velden if veld.geldt(omgeving)]


def _lees(blad: Werkblad, soort: Soort, inhoud: bytes) -> list[Rij]:
    try:
        tabel = lees_tabel(inhoud)
        kolommen = _kolommen(tabel, soort, velden_van(soort, blad.omgeving))
    except BestandNietTeLezen as fout:
        blad.bestandsfouten.append(Fout(soort.id, 0, "", fout.wat, fout.waarom, fout.dan))
        return []
    rijen = []
    for nummer, cellen in tabel[1:]:
        op_naam = {naam: cellen[plaats] for naam, plaats in kolommen.items() if plaats < len(cellen)}
        rij = Rij(soort.id, nummer, op_naam)
        for veld in velden_van(soort, blad.omgeving):
            _lees_cel(blad.omgeving, rij, veld)
        rijen.append(rij)
    return rijen


def nette_kop(kop: str) -> str:
    """A heading as it is compared: whatever spaces, dashes, dots and capitals it has."""
    return re.sub(r"[\W_]+", "", kop.casefold())


def past(soort: Soort, koppen: set[str]) -> bool:
    """Whether headings are those of a kind: all that are needed, and no other."""
    nodig = {nette_kop(veld.naam) for veld in soort.velden if veld.verplicht and veld.geldt is elk}
    return nodig <= koppen <= {nette_kop(veld.naam) for veld in soort.velden}


def _eis_deze_tabel(soort: Soort, koppen: set[str]) -> None:
    """Refuse a file without headings, and one of another kind. Raises BestandNietTeLezen."""
    ander = [deze.naam.lower() for deze in SOORTEN.values() if past(deze, koppen)]
    if ander and not past(soort, koppen):
        raise BestandNietTeLezen(
            "Dit is een ander bestand.", f"Het lijkt op {ander[0]}.", f"Kies het bestand met {soort.naam.lower()}.",
        )  # fmt: skip
    if len(koppen & {nette_kop(veld.naam) for veld in soort.velden}) <= 1:
        raise BestandNietTeLezen(
            "Wij zien geen rij met kolomnamen.", f"Bovenaan horen namen als sleutel en {soort.velden[1].naam}.",
            "Zet de kolomnamen van ons sjabloon erboven. Is het een ander soort bestand, bewaar het als .xlsx of CSV.",
        )  # fmt: skip


def _kolommen(tabel: Tabel, soort: Soort, velden: Sequence[Veld]) -> dict[str, int]:
    """By name where a column stands. Raises BestandNietTeLezen on headings that are not those of the kind."""
    koppen = [nette_kop(kop) for kop in tabel[0][1]]
    namen = {veld.naam: nette_kop(veld.naam) for veld in velden}
    _eis_deze_tabel(soort, {kop for kop in koppen if kop})
    ontbreekt = [veld.naam for veld in velden if veld.verplicht and namen[veld.naam] not in koppen]
    vreemd = [kop for kop in tabel[0][1] if nette_kop(kop) and nette_kop(kop) not in namen.values()]
    dubbel = [kop for kop, aantal in Counter(koppen).items() if kop and aantal > 1]
    if ontbreekt:
        raise BestandNietTeLezen(
            f"De kolom '{ontbreekt[0]}' ontbreekt.", "Zonder die kolom kunnen wij de rijen niet lezen.",
            "Gebruik ons sjabloon.",
        )  # fmt: skip
    if vreemd or dubbel:
        wat = f"De kolom '{vreemd[0][:40]}' kennen wij niet." if vreemd else f"De kolom '{dubbel[0]}' staat er dubbel."
        raise BestandNietTeLezen(
            wat, "Wat erin staat, zou verloren gaan.", "Haal de kolom weg of gebruik ons sjabloon."
        )
    return {naam: koppen.index(kop) for naam, kop in namen.items() if kop in koppen}


def _lees_cel(omgeving: Omgeving, rij: Rij, veld: Veld) -> None:
    cel = rij.cellen.get(veld.naam, "")
    try:
        cel = kaal(cel)
        if not cel:
            if veld.verplicht:
                raise Leesfout("Dit veld is leeg.", "Zonder dit veld kan de rij niet mee.", "Vul het in.")
            return
        rij.waarden[veld.naam] = veld.lees(cel, omgeving)
    except Leesfout as fout:
        rij.fout(veld.naam, fout.wat, fout.waarom, fout.dan)


def _eis_eigen_sleutel(rijen: Iterable[Rij]) -> None:
    per_sleutel: dict[str, list[Rij]] = {}
    for rij in rijen:
        if rij.sleutel:
            per_sleutel.setdefault(rij.sleutel, []).append(rij)
    for dubbel in per_sleutel.values():
        for rij in dubbel if len(dubbel) > 1 else ():
            waar = ", ".join(str(deze.nummer) for deze in dubbel[:10])
            rij.fout(
                "sleutel", "Deze sleutel staat bij meer rijen.", f"Hij staat op rij {waar}.", "Geef elk een eigen."
            )


def _eis_verwijzingen(blad: Werkblad, soort: Soort, rijen: Iterable[Rij]) -> None:
    for veld in soort.velden:
        for rij in rijen if veld.naar else ():
            if sleutel := rij.waarden.get(veld.naam, ""):
                _eis_verwijzing(blad, rij, veld, sleutel)


def _eis_verwijzing(blad: Werkblad, rij: Rij, veld: Veld, sleutel: str) -> None:
    doel = blad.rij(veld.naar, sleutel)
    if (doel is not None and doel.goed) or blad.object(veld.naar, sleutel):
        return
    naam = SOORTEN[veld.naar].naam.lower()
    if doel is not None:
        # what a chain of rows leans on is named once, at its beginning
        oorzaak = doel.fouten[0].wat if all(fout.gevolg for fout in doel.fouten) else (
            f"Rij {doel.nummer} van {naam} heeft een fout."
        )  # fmt: skip
        rij.fout(veld.naam, oorzaak, "Deze rij hoort daarbij.", "Verbeter eerst die rij.", gevolg=True)
    elif any(fout.soort == veld.naar for fout in blad.bestandsfouten):
        rij.fout(veld.naam, f"Het bestand met {naam} is niet te lezen.", "Deze rij hoort bij een rij daarvan.",
                 "Verbeter eerst dat bestand.", gevolg=True)  # fmt: skip
    else:
        rij.fout(veld.naam, f"Deze sleutel staat niet bij {naam}.", "Wij weten niet wie of wat u bedoelt.",
                 "Zet hem daar ook bij, of verbeter hem.")  # fmt: skip


class NietsGoeds(Geweigerd):
    """No row can be read in."""

    def __init__(self) -> None:
        super().__init__("Er is geen goede rij om in te lezen. Verbeter eerst de fouten.")


class NietAllesGoed(Geweigerd):
    """All or nothing was asked, and there are faults."""

    def __init__(self) -> None:
        super().__init__("Er zijn nog fouten. Verbeter ze, of kies 'alleen de goede regels'.")


class IntussenVeranderd(Geweigerd):
    """What would be written is not what was agreed to."""

    def __init__(self) -> None:
        super().__init__("Er is intussen iets veranderd in Voordeur. Toets de bestanden opnieuw.")


def afdruk(blad: Werkblad) -> str:
    """What stands for everything that would be written, blind."""
    regels = sorted(f"{rij.soort}|{rij.sleutel}|{rij.stand}|{blad.inhoud(rij)}" for rij in blad.alle if rij.goed)
    return hashlib.sha256("\n".join([str(len(blad.fouten)), *regels]).encode()).hexdigest()
