"""The report of the investigation as a letter: what was found on each subject, the advice, and how to react."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from voordeur.brieven.blokken import Alinea, Blok, Deel, Opsomming, Tabel
from voordeur.brieven.soorten import Verslag
from voordeur.kern.actor import Actor
from voordeur.regelingen.schema import Regeling
from voordeur.regels.onderzoek import stand_van
from voordeur.regels.verwoorden import schrijf_datum

from .brief import _rand
from .matrix import matrix_van
from .models import Dossier
from .queries_verslag import getekend_is_aanvraag

# the subjects of article 2.3.2 lid 4 as they are said to the resident
KOPPEN: dict[str, str] = {
    "behoeften": "Wat u nodig hebt en wat u wilt",
    "eigen_kracht": "Wat u zelf kunt",
    "netwerk": "Wat anderen voor u kunnen doen",
    "mantelzorg": "Hulp voor uw mantelzorger",
    "voorzieningen": "Andere hulp die er is",
    "samenwerking": "Zorg die u al krijgt",
    "bijdrage": "De eigen bijdrage",
}
NIET_BESPROKEN = "Dit weten wij nog niet."
STREEP = "." * 60


def verslagbrief(
    wie: Actor, dossier: Dossier, regeling: Regeling, geschreven: Mapping[str, Any], advies: str, nummer: int, op: date
) -> Verslag:
    """The report made of what was written down; `nummer` is its version, from 1."""
    wat = dossier.get_voorziening_display()
    versie = f", versie {nummer}" if nummer > 1 else ""
    opnieuw = " Dit verslag komt in de plaats van het vorige." if nummer > 1 else ""
    return Verslag(
        **_rand(wie, dossier, op),
        onderwerp=f"Verslag van ons onderzoek naar {wat}{versie}",
        kernzin=f"Dit is het verslag van ons onderzoek. Klopt er iets niet? Laat het ons weten.{opnieuw}",
        delen=tuple(_delen(dossier, regeling, geschreven, advies)),
    )


def _delen(dossier: Dossier, regeling: Regeling, geschreven: Mapping[str, Any], advies: str) -> Iterator[Deel]:
    onderzoek = geschreven["onderzoek"]
    if gesprek := onderzoek.get("gesprek_op"):
        dag = schrijf_datum(date.fromisoformat(gesprek))
        yield Deel("Het gesprek", (Alinea(f"Wij spraken met u op {dag}."),))
    standen = onderzoek.get("standen", {})
    rijen = tuple((kop, _tekst(onderzoek.get(naam) or "", standen.get(naam, ""))) for naam, kop in KOPPEN.items())
    rijen += (("Hulp in uw eigen gemeente", _lokaal(onderzoek.get("lokale_voorziening", {}))),)
    yield Deel("Wat wij samen bespraken", (Tabel(("Onderwerp", "Wat wij opschreven"), rijen),))
    yield from _plan(geschreven.get("persoonlijk plan"))
    yield from _scores(regeling, geschreven.get("zrm intake", {}).get("scores", {}))
    yield Deel("Ons advies", (Alinea(advies),))
    vraagt_aan = _hoe_aanvragen(dossier, getekend_is_aanvraag(regeling, dossier))
    yield Deel("Bent u het eens met dit verslag?", (*_reageren(), Alinea(vraagt_aan)))


def _lokaal(gevonden: Mapping[str, bool | None]) -> str:
    if gevonden.get("onderzocht") is None:
        return NIET_BESPROKEN
    if not gevonden["onderzocht"]:
        return "Dit hebben wij niet bekeken."
    genoeg: dict[bool | None, str] = {True: "Die hulp is genoeg.", False: "Die hulp is niet genoeg."}
    return f"Dit hebben wij bekeken. {genoeg.get(gevonden.get('volstaat'), 'Of die hulp genoeg is, weten wij niet.')}"


def _tekst(tekst: str, gekozen: str) -> str:
    """What is said of a subject: that it does not apply and why, or that it is not known yet."""
    if not tekst.strip():
        return NIET_BESPROKEN
    return f"Dit geldt niet voor u. {tekst[:1].upper()}{tekst[1:]}" if stand_van(tekst, gekozen) == "nvt" else tekst


def _plan(plan: Mapping[str, Any] | None) -> Iterator[Deel]:
    if not plan:
        return
    dag = schrijf_datum(date.fromisoformat(plan["ontvangen_op"]))
    eigen: tuple[Blok, ...] = (Alinea(plan["tekst"]),) if plan["tekst"].strip() else ()
    yield Deel("Uw persoonlijk plan", (Alinea(f"Wij kregen uw plan op {dag}. Wij hebben het gebruikt."), *eigen))


def _scores(regeling: Regeling, scores: Mapping[str, int]) -> Iterator[Deel]:
    if scores:
        hoogste = matrix_van(regeling).hoogste
        rijen = tuple((domein, f"{score} van {hoogste}") for domein, score in scores.items())
        uitleg = Alinea(f"Wij gaven elk leefgebied een cijfer. Een {hoogste} is het hoogst: dan lukt het goed.")
        yield Deel("Hoe het nu gaat", (uitleg, Tabel(("Leefgebied", "Score"), rijen)))


def _reageren() -> Iterator[Blok]:
    yield Alinea("Omcirkel 1 of 2. Stuur deze bladzijde terug, of bel ons.")
    yield Opsomming(
        ("Ik ben het eens met dit verslag.", f"Ik ben het niet eens met dit verslag, want: {STREEP}"), genummerd=True
    )
    yield Alinea(f"Datum: {STREEP}\nUw handtekening: {STREEP}")


def _hoe_aanvragen(dossier: Dossier, stuk: str) -> str:
    if dossier.aangevraagd_op is not None:
        return f"Uw aanvraag kwam bij ons binnen op {schrijf_datum(dossier.aangevraagd_op)}."
    if stuk:
        return f"U vraagt hulp aan met {stuk}. De tijd voor ons besluit begint op de dag dat wij het krijgen."
    return "Wilt u na dit verslag hulp aanvragen? Vertel het ons. Dan hoort u hoe dat gaat."
