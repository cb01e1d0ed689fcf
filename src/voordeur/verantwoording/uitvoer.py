"""The report as a file for outside: safe to open in a spreadsheet, and without figures that point to a person."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from voordeur.regels.uitkomst import schrijf_getal
from voordeur.schermen.bestand import veilige_tekst

from .kwartalen import Kwartaal
from .tellen import Kwartaalcijfers, samen

KLEINSTE = 5
VERBORGEN = "<5"
NIET_GEGEVEN = "niet getoond"
# figures that can be computed from each other are shown or hidden together
STROOM = ("in_zorg_begin", "instroom", "uitstroom", "in_zorg_eind", "lasten")
GROEPEN: tuple[tuple[str, ...], ...] = (("meldingen",), ("toegekend",), ("afgewezen",), STROOM, ("wachtend_eind",))
KOLOMMEN = tuple(veld for groep in GROEPEN for veld in groep)


def als_csv(kwartaal: Kwartaal, cijfers: Mapping[str, Kwartaalcijfers], namen: Mapping[str, str], stand: str) -> str:
    """The figures with semicolons between them, as a Dutch spreadsheet reads it. `stand`: set on which day, or not."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(["gemeente", "code", *KOLOMMEN, "kwartaal", "stand"])
    weg: dict[tuple[str, ...], set[str]] = {groep: _te_verbergen(cijfers, groep) for groep in GROEPEN}
    einde = [f"{kwartaal.jaar}-{kwartaal.nummer}", veilige_tekst(stand)]
    for code, rij in cijfers.items():
        cellen = _cellen(rij, {groep for groep in GROEPEN if code in weg[groep]})
        schrijver.writerow([veilige_tekst(namen.get(code, code)), code, *cellen, *einde])
    # a total beside one hidden figure would tell that figure
    cellen = _cellen(samen(cijfers.values()), {groep for groep in GROEPEN if len(weg[groep]) == 1})
    schrijver.writerow(["Samen", "", *cellen, *einde])
    return uit.getvalue()


def _te_verbergen(cijfers: Mapping[str, Kwartaalcijfers], groep: tuple[str, ...]) -> set[str]:
    """The municipalities with a count under five; beside a single one of them also the smallest of the others."""
    grootte = {code: max(_tellingen(rij, groep)) for code, rij in cijfers.items()}
    weg = {code for code, rij in cijfers.items() if any(0 < aantal < KLEINSTE for aantal in _tellingen(rij, groep))}
    anderen = [code for code in cijfers if code not in weg and grootte[code]]
    if len(weg) == 1 and anderen:
        weg.add(min(anderen, key=lambda code: (grootte[code], code)))
    return weg


def _tellingen(rij: Kwartaalcijfers, groep: tuple[str, ...]) -> list[int]:
    return [getattr(rij, veld) for veld in groep if veld != "lasten"]


def _cellen(rij: Kwartaalcijfers, verborgen: set[tuple[str, ...]]) -> list[str]:
    return [_cel(rij, veld, groep in verborgen) for groep in GROEPEN for veld in groep]


def _cel(rij: Kwartaalcijfers, veld: str, verborgen: bool) -> str:
    waarde = getattr(rij, veld)
    if verborgen:
        return VERBORGEN if veld != "lasten" and 0 < waarde < KLEINSTE else NIET_GEGEVEN
    return schrijf_getal(waarde).replace(".", ",") if veld == "lasten" else str(waarde)
