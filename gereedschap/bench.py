"""`make bench`: each workload beside a peer in one run on one machine, as a ratio; also where Voordeur loses."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from voordeur.cli.opdrachten.toegang import ToegangVraag, als_feiten
from voordeur.regelingen.laden import laad, nieuwste, versies
from voordeur.regels.toegang import toets_toegang
from voordeur.regels.verrekening_reserve import Reservefeiten, verreken_met_reserve
from voordeur.regels.verwoorden import verwoord

from .bench_omgeving import toepassing
from .merken import WORTEL
from .meten import RONDEN, Werk, meet

VOORBEELD = WORTEL / "docs" / "voorbeelden" / "toegang-enschede.json"
UITKOMST = WORTEL / "bench.json"
PAGINA = WORTEL / "docs" / "metingen.md"


def toegangsbesluit() -> list[str]:
    """One access decision from its JSON to the sentences of its reasoning."""
    vraag = ToegangVraag.model_validate_json(VOORBEELD.read_bytes())
    regeling = nieuwste("enschede")
    assert regeling.toegang is not None
    gemeenten = tuple(regeling.gemeenten_op(vraag.peildatum))
    return [verwoord(stap) for stap in toets_toegang(regeling.toegang, als_feiten(vraag), gemeenten).stappen]


def openfisca_besluit() -> Callable[[], object]:
    """One situation of openfisca's country template with its trace, from its JSON to the lines of the trace."""
    from openfisca_core.simulation_builder import SimulationBuilder
    from openfisca_country_template import CountryTaxBenefitSystem

    stelsel = CountryTaxBenefitSystem()
    situatie = json.dumps(
        {
            "persons": {"a": {"birth": {"ETERNITY": "1990-05-01"}, "salary": {"2026-03": 1200}}},
            "households": {"h": {"adults": ["a"], "rent": {"2026-03": 600}}},
        }
    )

    def besluit() -> object:
        simulatie = SimulationBuilder().build_from_entities(stelsel, json.loads(situatie))
        simulatie.trace = True
        simulatie.calculate("housing_allowance", "2026-03")
        simulatie.calculate("basic_income", "2026-03")
        simulatie.calculate("income_tax", "2026-03")
        return simulatie.tracer.computation_log.lines()

    return besluit


def verrekeningen() -> tuple[Callable[[], object], Callable[[], object]]:
    """1,000 settlements over 12 municipalities: with rule and reasoning, and the bare sharing in cents by hand."""
    regeling = nieuwste("enschede")
    assert regeling.verrekening is not None
    assert regeling.verrekening.reserve is not None
    regel = regeling.verrekening.reserve
    dobbel = random.Random(20260101)  # noqa: S311
    sleutels = [{f"{code:04}": Decimal(dobbel.randint(1, 9_999_999)) for code in range(12)} for _ in range(1000)]
    nul, plafond, resultaat = Decimal("0.00"), Decimal("2500000.00"), Decimal("9876543.21")

    def hier() -> object:
        feiten = (Reservefeiten(2023, resultaat, nul, plafond, sleutel) for sleutel in sleutels)
        return [verreken_met_reserve(regel, jaar).waarde for jaar in feiten]

    def tegenover() -> object:
        return [_kaal(resultaat - plafond, sleutel) for sleutel in sleutels]

    return hier, tegenover


def _kaal(bedrag: Decimal, sleutel: dict[str, Decimal]) -> dict[str, Decimal]:
    """What a spreadsheet does: round each share, and put the difference with the last one."""
    som = sum(sleutel.values())
    delen = {
        code: (bedrag * gewicht / som).quantize(Decimal("0.01"), ROUND_HALF_UP) for code, gewicht in sleutel.items()
    }
    laatste = next(reversed(delen))
    delen[laatste] += bedrag - sum(delen.values())
    return delen


def _proces(*delen: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *delen], check=True, capture_output=True, cwd=WORTEL)


def laad_alles() -> object:
    """Load every version of every agreement anew, with all checks."""
    laad.cache_clear()
    return [laad(id_, versie) for id_, begin in versies().items() for versie in begin]


def werklijst() -> list[Werk]:
    """The workloads of the benchmark set."""
    verreken, kaal = verrekeningen()
    opdracht = "from voordeur.cli.hoofd import main; main()"
    fisca = "from openfisca_country_template import CountryTaxBenefitSystem as S; S()"
    return [
        Werk("regels-1", toegangsbesluit, openfisca_besluit(), "access decision / openfisca situation with trace", 50),
        Werk("verrekening-1000x12", verreken, kaal, "1,000 settlements with reasoning / bare rounding, no reasoning"),
        Werk("laden", _proces("-c", opdracht, "regeling", "lijst"), _proces("-c", fisca), "load all / load openfisca"),
        Werk(
            "start",
            _proces("-c", opdracht, "termijn", "onderzoek", "--start", "2026-04-02"),
            _proces("-c", "pass"),
            "whole command / bare Python",
        ),
        Werk("laden-in-proces", laad_alles, _lees_kaal, "load and check all / only parse their TOML"),
    ]


def _met_database() -> dict[str, dict[str, Any]]:
    """The workloads on a database; their modules need Django, so they are read once it is there."""
    with toepassing() as map_:
        from .bench_geld import grootboek
        from .bench_scherm import schermen

        return {werk.naam: meet(werk) for werken in (grootboek, schermen) for werk in werken(map_)}


def _lees_kaal() -> object:
    from voordeur.regelingen.bestand import lees_document
    from voordeur.regelingen.laden import map_van_regelingen

    return [lees_document(bestand) for bestand in map_van_regelingen().glob("*/????-??-??.toml")]


def pagina(uitkomst: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The page in the docs with the figures of this run."""
    yield "# Measurements"
    yield ""
    yield "Written by `make bench`; do not edit. Each workload and its peer ran in turn on one machine in one run"
    yield f"({RONDEN} times after a warm-up). The figures are medians; the ratio is the median of the ratios by pair."
    yield "Below 1 Voordeur is the quicker one. A time in seconds says little on a shared machine; the ratio holds."
    yield ""
    yield "| workload | what is compared | ratio | here (s) | peer (s) |"
    yield "|---|---|---|---|---|"
    for naam, deel in uitkomst.items():
        yield f"| {naam} | {deel['wat']} | {deel['verhouding']} | {deel['hier']} | {deel['tegenover']} |"


def main() -> int:
    """Measure everything, write bench.json and print it."""
    uitkomst = {werk.naam: meet(werk) for werk in werklijst()} | _met_database()
    UITKOMST.write_text(json.dumps(uitkomst, indent=1) + "\n", "utf-8")
    PAGINA.write_text("\n".join(pagina(uitkomst)) + "\n", "utf-8")
    for naam, deel in uitkomst.items():
        print(f"{naam:22} {deel['verhouding']:>9}x  {deel['hier']:>11} s / {deel['tegenover']:>11} s  {deel['wat']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
