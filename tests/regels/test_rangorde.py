"""Which text goes first when two contradict each other."""

from __future__ import annotations

import pytest

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.rangorde import Rangorde, gaat_voor
from voordeur.regels.uitkomst import Stap

REGEL = Rangorde(("x/rang",), ("contract", "bestek", "offerte"), ("algemene voorwaarden",))


@pytest.mark.parametrize(
    ("teksten", "eerste"),
    [
        (["offerte", "bestek"], "bestek"),
        (["bestek", "contract"], "contract"),
        (["offerte"], "offerte"),
        (["offerte", "contract", "bestek"], "contract"),
    ],
)
def test_the_strongest_text_decides(teksten: list[str], eerste: str) -> None:
    uitkomst = gaat_voor(REGEL, teksten)
    assert uitkomst.waarde == eerste
    assert uitkomst.stappen == (Stap("rangorde.eerste", {"eerste": eerste, "teksten": teksten}, ("x/rang",)),)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("algemene voorwaarden", "algemene voorwaarden is uitgesloten"),
        ("krant", "krant staat niet in de rangorde"),
    ],
)
def test_a_text_without_a_place_is_refused_and_says_why(tekst: str, melding: str) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        gaat_voor(REGEL, ["contract", tekst])
    assert (fout.value.veld, fout.value.melding) == ("teksten[1]", melding)
