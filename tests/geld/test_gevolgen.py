"""Before a decision that ends help is signed, it says which claims it touches; a refused claim is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from tests.geld import opzet
from tests.stad import Stad
from voordeur.geld.models import Declaratie
from voordeur.kern.actor import als
from voordeur.kern.perioden import half_open
from voordeur.toegang.actions import Vervolgvoorstel, bereid_vervolg_voor, neem_besluit
from voordeur.toegang.gevolgen import gevolgen_van
from voordeur.toegang.models import Besluit
from voordeur.verblijf.models import Plaatsing

Bouw = Callable[[str], Stad]
OP = date(2026, 3, 2)


def declaratie(stad: Stad, verblijf: Plaatsing, blok: int, van: date, tot: date, **velden: object) -> None:
    with als(opzet.bouwer(stad)):
        Declaratie.objects.create(
            regio_id=stad.regio, college_code=verblijf.college_code, aanbieders=[stad.aanbieder], nummer=f"D-{blok}",
            organisatie_id=stad.aanbieder, plaatsing=verblijf, blok=blok, periode=half_open(van, tot),
            bedrag=Decimal("1250.50"), ingediend_door=stad.accounts["aanbieder"].pk, ingediend_op=tot, **velden,
        )  # fmt: skip


def klaar(stad: Stad, verblijf: Plaatsing, soort: str = "intrekking") -> Besluit:
    """Ended from the first of February, by a decision that was prepared a month later."""
    voorstel = Vervolgvoorstel(
        soort=soort,
        motivering="U woont er niet meer.",
        van=date(2026, 2, 1),
        grond="b",
        in_plaats_daarvan="Hulp thuis.",
    )
    with als(stad.als("consulent")):
        dossier = verblijf.dossier
    gemaakt: Besluit = bereid_vervolg_voor(
        stad.als("consulent"), dossier, voorstel, versie=dossier.versie, op=OP
    ).object
    return gemaakt


def test_the_page_names_each_claim_over_days_that_are_taken_away(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    verblijf = opzet.blokverblijf(hier)
    declaratie(hier, verblijf, 1, date(2025, 12, 1), date(2025, 12, 28))
    declaratie(hier, verblijf, 2, date(2026, 1, 26), date(2026, 2, 22))
    weg = {"stand": "afgekeurd", "reden": "dubbel", "beoordeeld_door": hier.accounts["controller"].pk}
    declaratie(hier, verblijf, 3, date(2026, 2, 23), date(2026, 3, 1), **weg)
    besluit = klaar(hier, verblijf)
    with als(hier.als("teamleider")):
        zinnen = gevolgen_van(besluit, OP)
    assert zinnen == (
        "Het verblijf in De Linde stopt. De laatste dag is 2 maart 2026.",
        "Declaratie D-2 van €\u00a01.250,50 gaat ook over dagen vanaf 1 februari 2026. Zij wacht nog op een oordeel.",
    )


def test_a_stay_that_did_not_begin_yet_does_not_go_on(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    verblijf = opzet.blokverblijf(hier, van=date(2026, 5, 1))
    besluit = klaar(hier, verblijf)
    with als(hier.als("teamleider")):
        (zin,) = gevolgen_van(besluit, OP)
    assert zin == "Het verblijf in De Linde vanaf 1 mei 2026 gaat niet door. De plek komt vrij."
    neem_besluit(hier.als("teamleider"), besluit, op=OP)
    with als(hier.als("consulent")):
        assert not Plaatsing.objects.filter(pk=verblijf.pk).exists()
