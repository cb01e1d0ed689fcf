"""What a row would do: something new, a change of what there is, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .rij import Rij
from .soorten.basis import Soort
from .werkblad import Werkblad

NIEUW, GEWIJZIGD, GELIJK, GEKOPPELD = "nieuw", "gewijzigd", "gelijk", "gekoppeld"
ANDERS, DEZE = "een andere", "deze"


def bepaal_stand(blad: Werkblad, soort: Soort, rijen: Sequence[Rij]) -> None:
    """Compare the good rows of a kind with what was read in before, and with what there is."""
    onbekend = [rij for rij in rijen if rij.goed and blad.eerder(soort.id, rij.sleutel) is None]
    gevonden = soort.vind(blad, onbekend)
    blad.gevonden |= {(soort.id, sleutel): object_ for sleutel, object_ in gevonden.items()}
    anders = []
    for rij in rijen:
        eerder = blad.eerder(soort.id, rij.sleutel) if rij.sleutel else None
        rij.object = eerder.object if eerder else gevonden.get(rij.sleutel, "")
        if not rij.goed:
            continue
        if eerder is not None and eerder.inhoud == blad.inhoud(rij):
            rij.stand = GELIJK
        elif rij.object:
            anders.append(rij)
        else:
            rij.stand = NIEUW
    nu = soort.nu(blad, {rij.object for rij in anders}) if anders else {}
    for rij in anders:
        _vergelijk(blad, soort, rij, nu.get(rij.object))


def _vergelijk(blad: Werkblad, soort: Soort, rij: Rij, nu: Mapping[str, str] | None) -> None:
    if nu is None:
        rij.fout("sleutel", "Wat eerder is ingelezen, is er niet meer.", "Iemand haalde het weg.",
                 "Geef de rij een nieuwe sleutel.")  # fmt: skip
        return
    straks, naar = soort.straks(blad, rij), {veld.naam for veld in soort.velden if veld.naar}
    for naam in nu:
        if naam in straks and nu[naam] != straks[naam]:
            oud = None if soort.over_mensen else nu[naam]
            rij.verschil[naam] = (DEZE, ANDERS) if naam in naar else (oud, straks[naam])
    rij.stand = GEWIJZIGD if rij.verschil else GEKOPPELD
    if rij.stand == GEWIJZIGD or not nu:
        soort.mag_wijzigen(blad, rij)
