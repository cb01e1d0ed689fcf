"""An agreement in plain lines by subject, for `toon` and `vergelijk`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from voordeur.regels.termijnen import Termijn
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum
from voordeur.regels.wanneer import Wanneer

from .schema import Regeling


def procent(aandeel: Decimal) -> str:
    """A share as a percentage, the Dutch way."""
    return f"{(aandeel * 100).normalize():f}%".replace(".", ",")


def _looptijd(regeling: Regeling) -> Iterator[str]:
    if regeling.looptijd is None:
        return
    tot = regeling.looptijd.tot
    einde = f"tot en met {schrijf_datum(tot)}" if tot else "zonder einddatum"
    yield f"vanaf {schrijf_datum(regeling.looptijd.van)}, {einde}"
    if regeling.looptijd.daarna == "verlenging_verondersteld":
        yield "na de einddatum is aangenomen dat de regeling is verlengd"


def _partijen(regeling: Regeling) -> Iterator[str]:
    for partij in regeling.gemeenten_op(regeling.versie).values():
        yield f"{partij.naam} ({partij.code}){', centrumgemeente' if partij.centrum else ''}"
    anderen = [partij.naam for partij in regeling.partijen if partij.code is None]
    if anderen:
        yield f"en {len(anderen)} andere partijen: {', '.join(anderen)}"


def _toegang(regeling: Regeling) -> Iterator[str]:
    if regeling.toegang is None:
        return
    if regeling.toegang.leeftijd:
        yield f"vanaf {regeling.toegang.leeftijd.vanaf} jaar"
    if regeling.toegang.woonplaats:
        yield "inwoner van een gemeente van de regio"
    if regeling.toegang.lokale_voorziening:
        yield "een lokale voorziening is onderzocht en is niet genoeg"
    for vorm in regeling.toegang.vormen:
        yield f"{vorm.naam}: {len(vorm.criteria)} criteria, alle moeten gelden"
        yield from (f"  {nummer}. {tekst}" for nummer, tekst in enumerate(vorm.criteria, start=1))


def _producten(regeling: Regeling) -> Iterator[str]:
    for product in regeling.producten:
        soort = {True: " (beschermd wonen)", False: " (geen beschermd wonen)", None: ""}[product.beschermd_wonen]
        yield f"{product.naam}{soort}"


def _routes(regeling: Regeling) -> Iterator[str]:
    for route in regeling.routes:
        yield f"{route.naam}: {len(route.stappen)} stappen"


def schrijf_termijn(termijn: Termijn) -> str:
    """How long a term is and from when it runs."""
    if termijn.lengte is not None:
        richting = "voor" if termijn.richting == "terug" else "vanaf"
        return f"{termijn.naam}: {termijn.lengte.tekst} {richting} {termijn.vanaf}"
    return f"{termijn.naam}: {schrijf_moment(termijn.wanneer) if termijn.wanneer else ''}"


def schrijf_moment(wanneer: Wanneer) -> str:
    """A moment in words."""
    if wanneer.soort == "eenmalig" and wanneer.tot:
        return f"uiterlijk {schrijf_datum(wanneer.tot)}"
    if wanneer.soort in ("jaarlijks", "venster"):
        dagen = [
            f"{dag}-{maand}"
            for maand, dag in ((wanneer.maand, wanneer.dag), (wanneer.tot_maand, wanneer.tot_dag))
            if dag
        ]
        return f"elk jaar, {' tot en met '.join(dagen)}"
    return MOMENTEN[wanneer.soort].format(maanden=wanneer.maanden, jaren=wanneer.jaren)


MOMENTEN = {
    "na_kwartaal": "binnen {maanden} maand(en) na elk kwartaal",
    "elk_kwartaal": "minstens elk kwartaal",
    "elk_halfjaar": "twee keer per jaar",
    "elk_jaar": "elk jaar",
    "elke_jaren": "elke {jaren} jaar",
    "zonder_dag": "zonder vaste dag",
}


def _termijnen(regeling: Regeling) -> Iterator[str]:
    yield from (schrijf_termijn(termijn) for termijn in regeling.termijnen)


def _kalender(regeling: Regeling) -> Iterator[str]:
    for plicht in regeling.kalender:
        yield f"{plicht.wat} ({plicht.wie}): {schrijf_moment(plicht.wanneer)}"


def _bevoegdheden(regeling: Regeling) -> Iterator[str]:
    for mandaat in regeling.mandaten:
        tot = f", tot en met {schrijf_datum(mandaat.tot)}" if mandaat.tot else ""
        yield f"{mandaat.wat}: {mandaat.aan} ({mandaat.soort}){tot}"


def _betalers(regeling: Regeling) -> Iterator[str]:
    for regel in regeling.betalers:
        vanaf = f" vanaf {schrijf_datum(regel.vanaf)}" if regel.vanaf else ""
        tot = f" tot en met {schrijf_datum(regel.tot)}" if regel.tot else ""
        yield f"{regel.wat}: {regel.betaler}{vanaf}{tot}{' (plan)' if regel.plan else ''}"


def _tarieven(regeling: Regeling) -> Iterator[str]:
    if regeling.tarieven is None:
        return
    for prijs in regeling.tarieven.prijzen:
        bedragen = ", ".join(f"{zwaarte} {schrijf_bedrag(bedrag)}" for zwaarte, bedrag in prijs.basis.items())
        yield f"{prijs.naam}: {bedragen} per {regeling.tarieven.eenheid.naam}"


def _verrekening(regeling: Regeling) -> Iterator[str]:
    regel = regeling.verrekening
    if regel is None:
        return
    if regel.reserve is not None:
        yield "een overschot gaat eerst naar een reserve met een bovengrens"
        if regel.reserve.uitkering:
            yield f"wat overblijft gaat naar de gemeenten volgens {regel.reserve.uitkering.naam}"
        if regel.reserve.bijdrage:
            yield f"een tekort dat de reserve niet dekt, betalen zij volgens {regel.reserve.bijdrage.naam}"
    if regel.vaste_sleutel is not None and regel.vaste_sleutel.verdeling is not None:
        yield f"overschot en tekort volgen een vaste sleutel: {regel.vaste_sleutel.verdeling.naam}"
    if regel.vaste_sleutel is not None and regel.vaste_sleutel.kostenplafond is not None:
        yield f"voor de uitvoering hoogstens {procent(regel.vaste_sleutel.kostenplafond.aandeel)} van het rijksgeld"


def _nieuwe_client(regeling: Regeling) -> Iterator[str]:
    if regeling.nieuwe_client is not None:
        yield f"geen aanvraag en geen gebruik in de {regeling.nieuwe_client.dagen} dagen voor de melding"


def _inschaling(regeling: Regeling) -> Iterator[str]:
    if regeling.inschaling is not None:
        yield from dict.fromkeys(lijn.naam for lijn in regeling.inschaling.regels)


def _verdeelmodel(regeling: Regeling) -> Iterator[str]:
    if regeling.verdeelmodel is not None:
        model = regeling.verdeelmodel
        yield f"groeipad van {model.van} tot en met {model.tot}{' (plan, nooit ingegaan)' if model.plan else ''}"


def _sroi(regeling: Regeling) -> Iterator[str]:
    if regeling.sroi is not None:
        drempel = schrijf_bedrag(regeling.sroi.drempel)
        yield f"{procent(regeling.sroi.aandeel)} van de jaarwaarde, bij een contract vanaf {drempel}"


def _stemming(regeling: Regeling) -> Iterator[str]:
    if regeling.stemming is not None:
        yield f"elke gemeente {regeling.stemming.stemmen_per_gemeente} stem, de meerderheid beslist"
        if regeling.stemming.herstemming:
            stemmen = regeling.stemming.herstemming.stemmen_centrumgemeente
            yield f"in de tweede ronde heeft de centrumgemeente {stemmen} stemmen"


def _opzegging(regeling: Regeling) -> Iterator[str]:
    if regeling.opzegging is not None:
        yield f"met een {regeling.opzegging.vorm}, {regeling.opzegging.maanden} maanden vooraf"


def _open(regeling: Regeling) -> Iterator[str]:
    yield from (f"{deel.naam}: {deel.reden}" for deel in regeling.open)


def _afspraken(regeling: Regeling) -> Iterator[str]:
    for afspraak in regeling.afspraken:
        stand = "" if afspraak.stand == "geldt" else f" ({afspraak.stand.replace('_', ' ')})"
        yield f"{afspraak.wat}{stand}"


def _lezingen(regeling: Regeling) -> Iterator[str]:
    yield from (f"{lezing.onderwerp}: {lezing.keuze}" for lezing in regeling.lezingen)


ONDERWERPEN: Mapping[str, Callable[[Regeling], Iterator[str]]] = {
    "Looptijd": _looptijd,
    "Partijen": _partijen,
    "Toegang": _toegang,
    "Producten": _producten,
    "Routes": _routes,
    "Termijnen": _termijnen,
    "Nieuwe cliënt": _nieuwe_client,
    "Inschaling": _inschaling,
    "Tarieven": _tarieven,
    "Wie betaalt": _betalers,
    "Verrekening": _verrekening,
    "Verdeelmodel": _verdeelmodel,
    "Social return": _sroi,
    "Wie mag wat": _bevoegdheden,
    "Stemmen": _stemming,
    "Opzeggen": _opzegging,
    "Kalender": _kalender,
    "Wat open is": _open,
    "Hoe de bron is gelezen": _lezingen,
    "Afspraken": _afspraken,
}
