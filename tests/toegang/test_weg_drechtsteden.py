"""The way in by an agreement with a screening call, a kitchen table, urgency and forensic clients."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.stad import Stad
from tests.toegang.opweg import OP, begin, zie

Bouw = Callable[[str], Stad]
DAG = OP.isoformat()
SCREENING = ("ontvangst", "uitleg", "vraag", "documenten", "voorliggend", "route")
SPOED = {"eis_aanvraag": "ja", "eis_overleg": "ja", "eis_niet_te_voorzien": "ja"}


@pytest.mark.bepaling("drechtsteden/screening")
@pytest.mark.bepaling("drechtsteden/aanvraag")
def test_a_call_a_conversation_a_signed_report_and_a_decision_within_two_weeks(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    weg = begin(hier, melder="iemand anders")
    weg.bevestig()
    assert weg.klokken()["onderzoek"] == date(2026, 4, 13)
    half = {f"eis_{naam}": "ja" for naam in SCREENING} | {"eis_documenten": ""}
    weg.doe("stap/screening/", op=DAG, besproken="Gebeld met de melder.", **half)
    assert "Noteer: screening" in weg.zie()
    weg.onderzoek()
    keuze = weg.zie("aanvraag/")
    assert "De aanvraag is het getekende onderzoeksverslag of een getekend aanvraagformulier." in keuze
    weg.doe("aanvraag/", ontvangen_op=DAG, getekend_op=DAG, stuk="een getekend aanvraagformulier")
    assert weg.klokken()["besluit"] == date(2026, 3, 16)
    geweigerd = weg.probeer("besluit/", **weg.voorstel).content.decode()
    assert "De consulent belt de melder" in geweigerd
    weg.doe("stap/screening/", op=DAG, besproken="De stukken zijn er.", **half | {"eis_documenten": "ja"})
    weg.doe("besluit/", **weg.voorstel)
    weg.onderteken()
    assert weg.brief_zegt("U krijgt beschermd wonen vanaf 1 april 2026 tot en met 31 maart 2028.")
    assert "Noteer: monitoring" in weg.zie()
    assert "toegang.stap.noteren" in weg.journaal()


@pytest.mark.bepaling("drechtsteden/spoed")
def test_urgent_help_needs_a_request_consultation_and_the_consent_of_another(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    weg = begin(hier, melder="inwoner")
    te_vroeg = weg.probeer("spoed/", aanbieder="Een", begint_op=DAG)
    assert te_vroeg.status_code == 403
    weg.doe("bijzonder/spoed/", toelichting="Vannacht op straat.", **SPOED | {"eis_niet_te_voorzien": "nee"})
    te_voorzien = weg.probeer("spoed/", "teamleider", aanbieder="Een", begint_op=DAG)
    assert "niemand kon voorzien dat de cliënt meteen verblijf nodig heeft" in te_voorzien.content.decode()
    weg.doe("bijzonder/spoed/", toelichting="Zijn huis brandde af.", **SPOED)
    zelf = weg.probeer("spoed/", aanbieder="Een", begint_op=DAG)
    assert "Een ander dan de aanvrager keurt spoed goed." in zelf.content.decode()
    weg.doe("spoed/", "teamleider", aanbieder="Een", begint_op=DAG)
    assert "Spoed: de hulp mag beginnen terwijl het onderzoek loopt." in weg.zie()
    assert weg.klokken()["onderzoek"] == date(2026, 4, 13)
    assert weg.journaal()[-1] == "toegang.spoed.goedkeuren"


@pytest.mark.bepaling("drechtsteden/forensisch")
def test_after_a_forensic_title_one_reports_in_time_and_another_pays_until_it_ends(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    weg = begin(hier, melder="cliënt met een forensische titel", nodig_op="2026-04-20")
    pagina = weg.zie()
    assert "Beschermd wonen na een forensische titel" in pagina
    assert "Volgens de termijnen kan het besluit er pas op 27 april 2026 zijn." in pagina
    assert "ministerie van Veiligheid en Justitie" in pagina
    assert "Nog 49 dagen" in zie(hier, "/dossiers/komt-eraan/")
    op_tijd = begin(hier, melder="cliënt met een forensische titel", nodig_op="2026-09-01")
    assert "Hulp is nodig op 1 september 2026. Het besluit is er uiterlijk op" in op_tijd.zie()
