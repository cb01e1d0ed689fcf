"""What sets a case apart, as facts for the rules: which sets of demands, new client, who pays, in time or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import eis
from voordeur.regels.komt_eraan import OpTijd, is_op_tijd
from voordeur.regels.nieuwe_client import NieuweClient, bepaal_nieuwe_client
from voordeur.regels.spoed import SPOED
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.vereisten import Vereisten
from voordeur.regels.wie_betaalt import Betaalfeiten, betaler_op

from .feiten import BUITEN_DE_REGIO
from .models import Dossier
from .termijnen import bereken_einde

# the sets of demands of an agreement that only some cases have, with the words of the link to each
WLZ, ELDERS, FORENSISCH = "wlz_verlenging", "plaatsing_buiten_regio", "forensisch"
BIJZONDER = {
    SPOED: "Er is spoed",
    FORENSISCH: "Er loopt een forensische titel",
    WLZ: "De Wlz is aangevraagd",
    ELDERS: "Een plek buiten de regio",
}


def soort_van_lijst(lijst: str) -> str:
    """The kind of facts under which the answers to a set of demands are kept."""
    return f"lijst {lijst}"


def lijsten_van(regeling: Regeling) -> dict[str, Vereisten]:
    """The sets that this agreement has for special cases, by id."""
    return {deel.id: deel for deel in regeling.vereisten if deel.id in BIJZONDER}


@rekenregel("toegang.nieuwe_client")
def client_regel(regeling: Regeling, feiten: Feiten) -> Uitkomst[NieuweClient]:
    """New or existing client by the rule of an agreement. Raises RegelOntbreekt, OngeldigFeit."""
    return bepaal_nieuwe_client(
        eis(regeling.nieuwe_client, "nieuwe cliënt"),
        meldingsdatum=date.fromisoformat(feiten["meldingsdatum"]),
        gemeente=feiten["gemeente"],
        centrumgemeente=feiten["centrumgemeente"],
        aanvragen=[date.fromisoformat(dag) for dag in feiten["aanvragen"]],
        gebruik=[
            Periode(date.fromisoformat(van), date.fromisoformat(tot) if tot else None) for van, tot in feiten["gebruik"]
        ],
    )


def client_van(regeling: Regeling, geschreven: Mapping[str, Any]) -> Uitkomst[NieuweClient] | None:
    """The outcome on what was kept; None while nobody looked, or where the agreement has no rule."""
    feiten = geschreven.get("nieuwe client")
    return client_regel(regeling, feiten) if feiten and regeling.nieuwe_client else None


def betaler_van(regeling: Regeling, dossier: Dossier, geschreven: Mapping[str, Any], op: date) -> Uitkomst[str] | None:
    """Who pays for this resident on a day; None when the agreement says nothing about it."""
    woonplaats, client = geschreven.get("woonplaats", {}), client_van(regeling, geschreven)
    elders = geschreven.get(soort_van_lijst(ELDERS), {}).get("antwoorden", {})
    feiten = Betaalfeiten(
        voorziening=dossier.voorziening,
        van_elders=dossier.melder == BUITEN_DE_REGIO or bool(woonplaats.get("buiten")),
        woonplaats_bekend=woonplaats.get("bekend", True),
        plek_elders=bool(elders) and all(elders.values()),
        nieuw=client.waarde.nieuw if client else None,
        titel_tot=dossier.nodig_op if dossier.route == FORENSISCH else None,
    )
    return betaler_op(regeling.betalers, feiten, op)


def op_tijd(dossier: Dossier) -> Uitkomst[OpTijd] | None:
    """Whether the decision comes before help is needed, when every term is used in full; None without such a day."""
    if dossier.nodig_op is None:
        return None
    onderzoek = bereken_einde(dossier, "onderzoek", dossier.gemeld_op)
    assert onderzoek is not None
    besluit = bereken_einde(dossier, "besluit", dossier.aangevraagd_op or onderzoek.waarde.uiterlijk)
    assert besluit is not None
    gronden = tuple(dict.fromkeys(grond for stap in (*onderzoek.stappen, *besluit.stappen) for grond in stap.gronden))
    return is_op_tijd(dossier.nodig_op, besluit.waarde.uiterlijk, gronden)
