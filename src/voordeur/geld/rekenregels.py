"""What is paid or settled, from facts that JSON can hold: kept as proof and computed again years later."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling, Verrekening
from voordeur.regels.datums import Periode
from voordeur.regels.declaratie import Declaratiefeiten, Toets, toets_declaratie
from voordeur.regels.fouten import eis
from voordeur.regels.subsidie import GeleverdeDagen, Subsidiefeiten, Vaststelling, stel_vast
from voordeur.regels.uitkomst import Gronden, Stap, Uitkomst, stap
from voordeur.regels.verrekening_reserve import Reservefeiten, Reserveregel, plafond_van_budget, verreken_met_reserve
from voordeur.regels.verrekening_sleutel import Sleutelfeiten, verreken_met_sleutel

SUBSIDIE: Final = "geld.subsidie_vaststelling"
DECLARATIE: Final = "geld.declaratie_toets"
VERREKENING: Final = "geld.verrekening"


@rekenregel(SUBSIDIE)
def vaststelling(regeling: Regeling, feiten: Feiten) -> Uitkomst[Vaststelling]:
    """`geleverd`: pairs of municipality and days; the other facts are amounts and a year."""
    return stel_vast(
        Subsidiefeiten(
            jaar=feiten["jaar"],
            dagprijs=Decimal(feiten["dagprijs"]),
            verleend=Decimal(feiten["verleend"]),
            voorschot=Decimal(feiten["voorschot"]),
            geleverd=[GeleverdeDagen(code, dagen) for code, dagen in feiten["geleverd"]],
        ),
        gronden_van_subsidie(regeling),
    )


def gronden_van_subsidie(regeling: Regeling) -> Gronden:
    """The provisions by which the agreement gives somebody the power over subsidies."""
    machten = (mandaat for mandaat in regeling.mandaten if mandaat.handeling.partition(".")[0] == "subsidie")
    return tuple(dict.fromkeys(grond for mandaat in machten for grond in mandaat.grond))


@rekenregel(DECLARATIE)
def declaratietoets(regeling: Regeling, feiten: Feiten) -> Uitkomst[Toets]:
    """`plaatsing` and `besluit`: first and last day, the last None while it runs; `index`: figure by year."""
    besluit = feiten["besluit"]
    return toets_declaratie(
        eis(regeling.perioden, "perioden om per blok te betalen"),
        eis(regeling.tarieven, "tarieven"),
        Declaratiefeiten(
            blok=feiten["blok"],
            op=_dag(feiten["op"]),
            plaatsing=_periode(feiten["plaatsing"]),
            besluit=_periode(besluit) if besluit else None,
            arrangement=feiten["arrangement"],
            zwaarte=feiten["zwaarte"],
            huisvesting=feiten["huisvesting"] or None,
            indexcijfers={int(jaar): Decimal(cijfer) for jaar, cijfer in feiten["index"].items()},
            bedrag=None if feiten["bedrag"] is None else Decimal(feiten["bedrag"]),
        ),
        tuple(grond for grond in [f"{regeling.id}/geen-besluit"] if "geen-besluit" in regeling.bepalingen),
    )


def _dag(dag: str | date) -> date:
    return date.fromisoformat(dag) if isinstance(dag, str) else dag


def _periode(dagen: Any) -> Periode:
    van, tot = dagen
    return Periode(_dag(van), None if tot is None else _dag(tot))


@rekenregel(VERREKENING)
def verrekening(regeling: Regeling, feiten: Feiten) -> Uitkomst[Any]:
    """The settlement of a year by the rule of the agreement; amounts as text. Raises RegelOntbreekt."""
    regel = eis(regeling.verrekening, "verrekenregel")
    begin = stap("verrekening.uit_grootboek", rijksbudget=feiten["rijksbudget"], lasten=feiten["lasten"])
    uitkomst = _met_reserve(regel, feiten) if regel.reserve else _met_sleutel(regel, feiten)
    return Uitkomst(uitkomst.waarde, (begin, *uitkomst.stappen))


def _met_reserve(regel: Verrekening, feiten: Feiten) -> Uitkomst[Any]:
    reserve = eis(regel.reserve, "verrekenregel met een reserve")
    plafond, waarom = _plafond(reserve, feiten)
    uitkomst = verreken_met_reserve(
        reserve,
        Reservefeiten(
            jaar=feiten["jaar"],
            resultaat=Decimal(feiten["rijksbudget"]) - Decimal(feiten["lasten"]),
            begin=Decimal(feiten["begin"]),
            plafond=plafond,
            sleutel=_sleutel(feiten),
            maatregelen=Decimal(feiten["maatregelen"]),
        ),
    )
    return Uitkomst(uitkomst.waarde, (*waarom, *uitkomst.stappen))


def _plafond(reserve: Reserveregel, feiten: Feiten) -> tuple[Decimal, tuple[Stap, ...]]:
    """The ceiling as an amount of the decision, or computed from the share that the decision names."""
    if feiten["aandeel"] is None:
        return Decimal(feiten["plafond"]), ()
    regel = eis(reserve.plafond, "verrekenregel voor de bovengrens van de reserve")
    uitkomst = plafond_van_budget(regel, Decimal(feiten["aandeel"]), Decimal(feiten["budget"]))
    return uitkomst.waarde, uitkomst.stappen


def _met_sleutel(regel: Verrekening, feiten: Feiten) -> Uitkomst[Any]:
    return verreken_met_sleutel(
        eis(regel.vaste_sleutel, "verrekenregel met een vaste sleutel"),
        Sleutelfeiten(
            jaar=feiten["jaar"],
            rijksbudget=Decimal(feiten["rijksbudget"]),
            uitvoeringskosten=Decimal(feiten["uitvoeringskosten"]),
            voorzieningen=Decimal(feiten["lasten"]),
            sleutel=_sleutel(feiten),
        ),
    )


def _sleutel(feiten: Feiten) -> dict[str, Decimal]:
    return {code: Decimal(gewicht) for code, gewicht in feiten["sleutel"].items()}
