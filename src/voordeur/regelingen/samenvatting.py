"""An agreement in plain lines by subject, for `toon` and `vergelijk`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from voordeur.regels.inschaling import Inschaalregel
from voordeur.regels.termijnen import Lengte, Termijn
from voordeur.regels.verwoorden import MAANDEN, schrijf_bedrag, schrijf_datum, schrijf_percentage
from voordeur.regels.wanneer import Wanneer

from .schema import Regeling


def _looptijd(regeling: Regeling) -> Iterator[str]:
    if regeling.looptijd is None:
        return
    tot = regeling.looptijd.tot
    einde = f"tot en met {schrijf_datum(tot)}" if tot else "zonder einddatum"
    yield f"vanaf {schrijf_datum(regeling.looptijd.van)}, {einde}"
    if regeling.looptijd.daarna == "verlenging_verondersteld":
        yield "na de einddatum is aangenomen dat de regeling is verlengd"


def schrijf_gemeenten(regeling: Regeling, dag: date) -> Iterator[str]:
    """The municipalities of a day, each with its code."""
    for partij in regeling.gemeenten_op(dag).values():
        yield f"{partij.naam} ({partij.code}){', centrumgemeente' if partij.centrum else ''}"


def _partijen(regeling: Regeling) -> Iterator[str]:
    yield from schrijf_gemeenten(regeling, regeling.versie)
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
        yield f"{route.naam} ({route.voorziening}; melder: {', '.join(route.melders)})"
        yield from (
            f"  {nummer}. {deel.wat} Dat doet: {deel.wie}." for nummer, deel in enumerate(route.stappen, start=1)
        )


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
    if wanneer.soort == "jaarlijks":
        return f"elk jaar uiterlijk op {_dag(wanneer.maand, wanneer.dag)}"
    if wanneer.soort == "venster":
        tot = _dag(wanneer.tot_maand, wanneer.tot_dag)
        return f"elk jaar van {_dag(wanneer.maand, wanneer.dag)} tot en met {tot}"
    if wanneer.soort == "na_kwartaal":
        return f"binnen {Lengte(maanden=wanneer.maanden or 1).tekst} na elk kwartaal"
    return MOMENTEN[wanneer.soort].format(jaren=wanneer.jaren)


def _dag(maand: int | None, dag: int | None) -> str:
    return f"{dag} {MAANDEN[(maand or 1) - 1]}"


MOMENTEN = {
    "elk_kwartaal": "minstens elk kwartaal",
    "elk_halfjaar": "twee keer per jaar",
    "elk_jaar": "elk jaar",
    "elke_jaren": "elke {jaren} jaar",
    "zonder_dag": "zonder vaste dag",
}


def _termijnen(regeling: Regeling) -> Iterator[str]:
    yield from (f"{schrijf_termijn(termijn)} ({termijn.soort})" for termijn in regeling.termijnen)


def _kalender(regeling: Regeling) -> Iterator[str]:
    for plicht in regeling.kalender:
        aan = f", voor: {plicht.aan}" if plicht.aan else ""
        yield f"{plicht.wat} (door: {plicht.wie}{aan}): {schrijf_moment(plicht.wanneer)}"


def _bevoegdheden(regeling: Regeling) -> Iterator[str]:
    for mandaat in regeling.mandaten:
        tot = f", tot en met {schrijf_datum(mandaat.tot)}" if mandaat.tot else ""
        yield f"{mandaat.wat}: {mandaat.aan} ({mandaat.soort}{tot}; {mandaat.handeling})"


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
        if regel.reserve.overschot_naar_reserve and regel.reserve.plafond:
            yield "een overschot gaat eerst naar een reserve met een bovengrens"
        if regel.reserve.uitkering:
            yield f"wat overblijft gaat naar de gemeenten volgens {regel.reserve.uitkering.naam}"
        if regel.reserve.bijdrage:
            yield f"een tekort dat de reserve niet dekt, betalen zij volgens {regel.reserve.bijdrage.naam}"
    if regel.vaste_sleutel is not None and regel.vaste_sleutel.verdeling is not None:
        yield f"overschot en tekort volgen een vaste sleutel: {regel.vaste_sleutel.verdeling.naam}"
    if regel.vaste_sleutel is not None and regel.vaste_sleutel.kostenplafond is not None:
        hoogstens = schrijf_percentage(regel.vaste_sleutel.kostenplafond.aandeel)
        yield f"voor de uitvoering hoogstens {hoogstens} van het rijksgeld"


def _nieuwe_client(regeling: Regeling) -> Iterator[str]:
    if regeling.nieuwe_client is not None:
        yield f"geen aanvraag en geen gebruik in de {regeling.nieuwe_client.dagen} dagen voor de melding"


def _inschaling(regeling: Regeling) -> Iterator[str]:
    if regeling.inschaling is not None:
        yield from (f"{lijn.naam}: {_past_bij(lijn)}" for lijn in regeling.inschaling.regels)


def _past_bij(lijn: Inschaalregel) -> str:
    """The conditions of a line of the table, in words."""
    hulp = {True: "hulp dag en nacht", False: "geen hulp dag en nacht", None: ""}
    delen = [hulp[lijn.ondersteuning_24_7]]
    if lijn.kan_zelf_alarmeren is not None:
        delen.append("kan zelf hulp oproepen" if lijn.kan_zelf_alarmeren else "kan niet zelf hulp oproepen")
    if lijn.in_cluster is not None:
        delen.append("woont in een groep woningen" if lijn.in_cluster else "woont niet in een groep woningen")
    if lijn.cluster_vanaf is not None or lijn.cluster_tot is not None:
        tot = f"tot en met {lijn.cluster_tot}" if lijn.cluster_tot else "of meer"
        delen.append(f"{lijn.cluster_vanaf or 1} {tot} bewoners")
    delen.append("zelfstandige woning nodig" if lijn.eist_zelfstandige_woning else "")
    delen.append(f"zwaarte: {', '.join(lijn.zwaarten)}" if lijn.zwaarten else "")
    return "; ".join(deel for deel in delen if deel)


def _verdeelmodel(regeling: Regeling) -> Iterator[str]:
    if regeling.verdeelmodel is not None:
        model = regeling.verdeelmodel
        yield f"groeipad van {model.van} tot en met {model.tot}{' (plan, nooit ingegaan)' if model.plan else ''}"


def _sroi(regeling: Regeling) -> Iterator[str]:
    if regeling.sroi is not None:
        drempel = schrijf_bedrag(regeling.sroi.drempel)
        yield f"{schrijf_percentage(regeling.sroi.aandeel)} van de jaarwaarde, bij een contract vanaf {drempel}"


def _stemming(regeling: Regeling) -> Iterator[str]:
    if regeling.stemming is not None:
        yield f"elke gemeente {regeling.stemming.stemmen_per_gemeente} stem, de meerderheid beslist"
        if regeling.stemming.herstemming:
            stemmen = regeling.stemming.herstemming.stemmen_centrumgemeente
            yield f"in de tweede ronde heeft de centrumgemeente {stemmen} stemmen"


def _opzegging(regeling: Regeling) -> Iterator[str]:
    if regeling.opzegging is not None:
        regel = regeling.opzegging
        per = f", per {_dag(regel.ingang.maand, regel.ingang.dag)}" if regel.ingang else ""
        yield f"de overeenkomst: met een {regel.vorm}, {regel.maanden} maanden vooraf{per}"
    if regeling.opzegging_zorg is not None:
        zorg = regeling.opzegging_zorg
        yield f"de zorg: {zorg.hele_perioden} hele periode(n) na de periode van de opzegging"
        yield f"  meteen bij: {', '.join(zorg.direct_bij)}"


def _risico(regeling: Regeling) -> Iterator[str]:
    regel = regeling.risico
    if regel is not None and regel.reserve is not None:
        yield "het eigen vermogen is minder dan nul"
    if regel is not None and regel.resultaat is not None:
        voorbeeld = " (voorbeeld)" if regel.resultaat.voorbeeld else ""
        grens = schrijf_percentage(regel.resultaat.materieel)
        yield f"in de laatste {regel.resultaat.jaren} jaar een verlies van meer dan {grens} van de omzet{voorbeeld}"
    if regel is not None and regel.liquiditeit is not None:
        voorbeeld = " (voorbeeld)" if regel.liquiditeit.voorbeeld else ""
        yield f"een current ratio onder {regel.liquiditeit.current_ratio_onder}{voorbeeld}"


def _vereisten(regeling: Regeling) -> Iterator[str]:
    for vereisten in regeling.vereisten:
        yield f"{vereisten.naam} ({'een is genoeg' if vereisten.een_volstaat else 'alles is nodig'})"
        yield from (f"  {nummer}. {eis.wat}" for nummer, eis in enumerate(vereisten.eisen, start=1))


def _open(regeling: Regeling) -> Iterator[str]:
    yield from (f"{deel.reden} ({deel.naam})" for deel in regeling.open)


def _afspraken(regeling: Regeling) -> Iterator[str]:
    for afspraak in regeling.afspraken:
        stand = "" if afspraak.stand == "geldt" else f" ({afspraak.stand.replace('_', ' ')})"
        yield f"{afspraak.wat}{stand}"


def _lezingen(regeling: Regeling) -> Iterator[str]:
    yield from (f"{lezing.onderwerp}: {lezing.keuze}" for lezing in regeling.lezingen)


def _landelijk(regeling: Regeling) -> Iterator[str]:
    if regeling.landelijk is None:
        return
    yield f"dit beslist: {regeling.landelijk.beslist}"
    if regeling.landelijk.raadplegen:
        yield "de gemeente van herkomst wordt gevraagd"
    for criterium in regeling.landelijk.criteria:
        yield f"{criterium.naam}: {'; '.join(punt.naam for punt in criterium.punten)}"


def _geschillen(regeling: Regeling) -> Iterator[str]:
    for regel in regeling.geschillen:
        wie = ", dan ".join(trede.wie for trede in regel.treden) or "de landelijke stappen"
        yield f"{regel.soort}: {wie}"


ONDERWERPEN: Mapping[str, Callable[[Regeling], Iterator[str]]] = {
    "Looptijd": _looptijd,
    "Partijen": _partijen,
    "Toegang": _toegang,
    "Producten": _producten,
    "Routes": _routes,
    "Iemand van een andere regio": _landelijk,
    "Geschillen": _geschillen,
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
    "Wanneer zorg gevaar loopt": _risico,
    "Waaraan iets moet voldoen": _vereisten,
    "Kalender": _kalender,
    "Wat open is": _open,
    "Hoe de bron is gelezen": _lezingen,
    "Afspraken": _afspraken,
}
