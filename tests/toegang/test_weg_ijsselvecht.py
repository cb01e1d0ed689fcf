"""The way in by an agreement with an access organisation, a local alternative, and new clients of the municipality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stad import Stad
from tests.toegang.opweg import OP, begin
from voordeur.kern.actor import als
from voordeur.kern.models import Rekenbewijs

Bouw = Callable[[str], Stad]
DAG = OP.isoformat()


@pytest.mark.bepaling("ijsselvecht/centrale-toegang")
@pytest.mark.bepaling("ijsselvecht/beschermd-thuis")
def test_the_access_organisation_works_under_agreements_and_the_local_alternative_is_looked_at(stad: Bouw) -> None:
    hier = stad("ijsselvecht")
    weg = begin(hier, melder="inwoner")
    weg.bevestig()
    pagina = weg.zie()
    assert "Centrale Toegang" in pagina
    assert "Werkt onder: dienstverleningsovereenkomst met de centrumgemeente" in pagina
    assert "Werkt onder: verwerkingsovereenkomst" in pagina
    assert "Wij hebben dit stuk niet, dus de dagen zijn niet bekend." in pagina
    stap = weg.zie("stap/beschermd-thuis/")
    assert "Er hoeft niet dag en nacht een professional in de directe omgeving te zijn" in stap
    eisen = {f"eis_{naam}": "ja" for naam in ("lokaal", "kwetsbaarheid", "ondersteuning")} | {
        "eis_geen_24_7_nabij": "nee"
    }
    weg.doe("stap/beschermd-thuis/", op=DAG, besproken="Te licht.", uitkomst="lokaal aanbod past niet", **eisen)
    weg.onderzoek()
    weg.doe("aanvraag/", ontvangen_op=DAG)
    weg.doe("besluit/", **weg.voorstel)
    weg.onderteken()
    assert weg.brief_zegt("U krijgt beschermd wonen vanaf 1 april 2026")
    assert set(weg.klokken()) == {"bezwaar"}


@pytest.mark.bepaling("ijsselvecht/nieuwe-client")
@pytest.mark.bepaling("ijsselvecht/doordecentralisatie")
def test_a_new_client_is_of_the_municipality_and_an_existing_one_of_the_centre(stad: Bouw) -> None:
    hier = stad("ijsselvecht")
    weg = begin(hier, melder="inwoner")
    weg.doe("client/")
    pagina = weg.zie()
    assert "In die tijd was er geen aanvraag en geen gebruik. De cliënt is nieuw." in pagina
    assert "De eigen gemeente is verantwoordelijk." in pagina
    assert "de gemeente van de cliënt, uit haar eigen rijksgeld" in pagina
    weg.doe("client/", aanvraag="2025-12-01")
    pagina = weg.zie()
    assert "In die tijd was er al een aanvraag of gebruik. De cliënt is niet nieuw." in pagina
    assert "een bestaande cliënt beschermd wonen betaalt op 2 maart 2026: centrumgemeente." in pagina
    with als(hier.als("consulent")):
        assert Rekenbewijs.objects.filter(regel="toegang.nieuwe_client").count() == 2


def test_what_lies_more_than_a_year_back_does_not_count_and_a_day_after_the_report_cannot_be(stad: Bouw) -> None:
    hier = stad("ijsselvecht")
    weg = begin(hier, melder="inwoner")
    weg.doe("client/", aanvraag="2025-02-28", gebruik_van="2024-01-01", gebruik_tot="2025-02-28")
    assert "De cliënt is nieuw." in weg.zie()
    fout = weg.probeer("client/", aanvraag="2026-03-03")
    assert fout.status_code == 422
    assert "Vul een dag in voor de melding." in fout.content.decode()
