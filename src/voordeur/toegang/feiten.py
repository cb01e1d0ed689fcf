"""From what was written down of a dossier to the facts that the rules ask, and the rules as computed proofs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import eis
from voordeur.regels.inschaling import Arrangement, Inschaalfeiten, schaal_in
from voordeur.regels.producten import zonder_plek
from voordeur.regels.toegang import LokaleVoorziening, Toegang, Toegangsfeiten, toets_toegang
from voordeur.regels.uitkomst import Stap, Uitkomst

from .models import Besluit, Dossier

# the reporter for whom the files have the national route: this person lives in none of the municipalities
BUITEN_DE_REGIO = "buiten de regio"

# what was chosen for somebody of another region; nothing: nobody chose yet
HIER_OF_ELDERS = {"hier": True, "elders": False, "": None}

Geschreven = Mapping[str, Any]


def toetsfeiten(dossier: Dossier, identiteit: Geschreven, geschreven: Geschreven, op: date) -> dict[str, Any]:
    """The facts of the access test, as JSON can hold them: what is not known is None or absent."""
    onderzoek = geschreven.get("onderzoek", {})
    woonplaats = geschreven.get("woonplaats", {})
    buiten = dossier.melder == BUITEN_DE_REGIO or bool(woonplaats.get("buiten"))
    plek = geschreven.get("beste plek", {})
    return {
        # who needs help later is tested on that day: an eighteenth birthday, the end of a title
        "peildatum": max(op, dossier.nodig_op or op).isoformat(),
        "geboortedatum": identiteit.get("geboortedatum"),
        "woonplaats": BUITEN_DE_REGIO if buiten else dossier.college_code if woonplaats.get("bekend", True) else None,
        "lokale_voorziening": onderzoek.get("lokale_voorziening", {}),
        "overgangsrecht": bool(onderzoek.get("overgangsrecht")),
        "criteria": geschreven.get("criteria", {}),
        **({"landelijk": True, "beste_plek_hier": HIER_OF_ELDERS[plek.get("kans_bij", "")]} if buiten or plek else {}),
    }


@rekenregel("toegang.toets")
def toets_regel(regeling: Regeling, feiten: Feiten) -> Uitkomst[Toegang]:
    """The access test of an agreement. Raises RegelOntbreekt, OngeldigFeit."""
    regel = eis(regeling.toegang, "criteria")
    dag = date.fromisoformat(feiten["peildatum"])
    lokaal = feiten["lokale_voorziening"]
    geboren = feiten["geboortedatum"]
    criteria = {
        vorm: {int(nummer): antwoord for nummer, antwoord in antwoorden.items()}
        for vorm, antwoorden in feiten["criteria"].items()
    }
    return toets_toegang(
        regel,
        Toegangsfeiten(
            peildatum=dag,
            geboortedatum=date.fromisoformat(geboren) if geboren else None,
            woonplaats=feiten["woonplaats"],
            lokale_voorziening=LokaleVoorziening(lokaal.get("onderzocht"), lokaal.get("volstaat")),
            overgangsrecht=feiten["overgangsrecht"],
            criteria=criteria,
            landelijk=feiten.get("landelijk", False),
            beste_plek_hier=feiten.get("beste_plek_hier"),
        ),
        tuple(regeling.gemeenten_op(dag)),
    )


def nog_te_beoordelen(regeling: Regeling, dossier: Dossier, feiten: Feiten, vorm: str) -> bool:
    """Whether it cannot be said yet that somebody has a right to a form, while nothing stands in the way of it."""
    if not kent_criteria(regeling, dossier):
        return False
    toegang = toets_regel(regeling, feiten).waarde
    antwoorden = (toegang.toegang, toegang.vormen.get(vorm))
    return "onbekend" in antwoorden and "nee" not in antwoorden


@rekenregel("toegang.inschaling")
def inschaal_regel(regeling: Regeling, feiten: Feiten) -> Uitkomst[Arrangement]:
    """The arrangement and weight by the table of an agreement. Raises RegelOntbreekt, OngeldigFeit."""
    return schaal_in(eis(regeling.inschaling, "inschaling"), Inschaalfeiten(**feiten))


def lees(dossier: Dossier) -> tuple[dict[str, Any], dict[str, Any]]:
    """Who the resident is, and what was written for this dossier. Raises SleutelOntbreekt."""
    wie = opgeschreven(dossier.inwoner, van="").get("identiteit", {})
    return wie, opgeschreven(dossier.inwoner, van=dossier.nummer)


def kent_criteria(regeling: Regeling, dossier: Dossier) -> bool:
    """Whether the agreement has access criteria for what is asked here; they are about beschermd wonen."""
    return regeling.toegang is not None and bool(regeling.toegang.vormen) and dossier.voorziening == "BW"


# shelter as the law knows it (article 1.2.1 Wmo), for an agreement that names no product for it
VAN_DE_WET = {"opvang": "Maatschappelijke opvang"}


def vormen_van(regeling: Regeling, dossier: Dossier) -> dict[str, str]:
    """The forms that a decision can name: those with criteria, else the products of the agreement, else the law's."""
    if kent_criteria(regeling, dossier):
        assert regeling.toegang is not None
        return {vorm.id: vorm.naam for vorm in regeling.toegang.vormen}
    return genoemde_vormen(regeling, dossier.voorziening)


def genoemde_vormen(regeling: Regeling, voorziening: str) -> dict[str, str]:
    """The products of an agreement for "BW" or "MO"; shelter is there also when it names none."""
    genoemd = {deel.id: deel.naam for deel in regeling.producten if deel.voorziening == voorziening}
    return genoemd or (VAN_DE_WET if voorziening == "MO" else {})


def zonder_plekken(regeling: Regeling) -> frozenset[str]:
    """The forms and arrangements of an agreement that somebody gets at home: no place can be of them."""
    return zonder_plek(regeling.producten, regeling.inschaling)


def thuis_gegeven(regeling: Regeling, besluit: Besluit) -> bool:
    """Whether a decision is about help at home; what the agreement does not know asks for a place."""
    return (besluit.arrangement or besluit.vorm) in zonder_plekken(regeling)


def wacht_op_plek(regeling: Regeling, besluit: Besluit) -> bool:
    """Whether somebody with this decision waits for a place: not with a personal budget, not for help at home."""
    return besluit.leveringsvorm != "pgb" and not thuis_gegeven(regeling, besluit)


def arrangementen_van(regeling: Regeling, dossier: Dossier) -> dict[str, str]:
    """The arrangements of the table of the agreement by id; empty when it has none."""
    if regeling.inschaling is None or dossier.voorziening != "BW":
        return {}
    return {regel.arrangement: regel.naam for regel in regeling.inschaling.regels}


def kan_pgb(regeling: Regeling, vorm: str) -> bool:
    """Whether the agreement has this form for a personal budget as well; of what it does not say, it has not."""
    return any(deel.id == vorm and "pgb" in deel.leveringsvormen for deel in regeling.producten)


ONTBREKEND = {
    "geboortedatum": "de geboortedatum",
    "woonplaats": "de woonplaats",
    "beste_plek": "in welke regio de hulp de meeste kans heeft",
    "lokale_voorziening": "of lokale hulp is onderzocht en genoeg is",
}


def in_gewone_woorden(regeling: Regeling, ontbreekt: Sequence[str]) -> tuple[str, ...]:
    """What is still to be found out: 'modulair/2' becomes the text of that criterion."""
    return tuple(_gewoon(regeling, wat) for wat in ontbreekt)


def _gewoon(regeling: Regeling, wat: str) -> str:
    vorm, _, nummer = wat.partition("/")
    if not nummer or regeling.toegang is None:
        return ONTBREKEND.get(wat, wat)
    criteria = next(deze.criteria for deze in regeling.toegang.vormen if deze.id == vorm)
    return criteria[int(nummer) - 1].rstrip(".")


def leesbaar(uitkomst: Uitkomst[Any], regeling: Regeling) -> Uitkomst[Any]:
    """The same outcome with names instead of codes in the values of its steps: what goes into a sentence."""
    return Uitkomst(uitkomst.waarde, tuple(_leesbaar(deze, regeling) for deze in uitkomst.stappen))


def _leesbaar(deze: Stap, regeling: Regeling) -> Stap:
    waarden = dict(deze.waarden)
    namen = {partij.code: partij.naam for partij in regeling.partijen if partij.code}
    if waarden.get("woonplaats") in namen:
        waarden["woonplaats"] = namen[waarden["woonplaats"]]
    if "ontbreekt" in waarden:
        waarden["ontbreekt"] = list(in_gewone_woorden(regeling, waarden["ontbreekt"]))
    return replace(deze, waarden=waarden)
