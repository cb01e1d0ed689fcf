"""Somebody of another region asks here, or somebody of here goes elsewhere; nobody is ever without a region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.queries import centrum, regeling_versie
from voordeur.kern.rekenbewijs import bereken
from voordeur.regelingen.landelijke_afspraken import landelijkregel_van
from voordeur.regels.landelijk import Afweging
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_datum

from ..feiten import lees
from ..fouten_landelijk import GeenAndereRegio, NogNietUitgezocht, OngeldigAntwoord
from ..models import Dossier, Klok, Landelijk, Uitvraag
from ..queries_landelijk import KEUZE, WEGING, landelijkfeiten, ontbrekend
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier

Stap = Dossier.Stap
ALLE_STAPPEN = frozenset(Stap.values)
LOPEND = ALLE_STAPPEN - {Stap.AFGESLOTEN.value}
VOOR_BESLUIT = frozenset({Stap.MELDING.value, Stap.ONDERZOEK.value, Stap.AANVRAAG.value, Stap.BESLUIT.value})
HIER, ELDERS = "hier", "elders"
HERKOMST, OVERNAME = "herkomst", "overname"
BERICHT = """Aan: de gemeente {aan}

{kop}
Het gaat om dossier {nummer}. Wij noemen hier geen naam.
Bel ons voor de gegevens: {telefoon}.

Met vriendelijke groet,
gemeente {afzender}
"""


@dataclass(frozen=True, kw_only=True)
class Weging:
    """What was asked and found. `antwoorden`, `toelichtingen`: by the id of a point of the criteria; None: unknown."""

    andere: str
    antwoorden: Mapping[str, bool | None]
    toelichtingen: Mapping[str, str]
    wens: bool | None
    wens_tekst: str = ""
    besproken: bool | None = None


@handeling("toegang.landelijk.wegen", rollen=WERKERS)
def weeg(wie: Actor, dossier: Dossier, weging: Weging, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Write down per criterion what was asked and found of somebody of another region. Raises OngeldigFeit."""
    dossier = pak_dossier(dossier, versie, VOOR_BESLUIT)
    eis_geen_voorstel(dossier)
    landelijk = _nieuw_of_bestaand(dossier, "in", weging.andere, op)
    inhoud = {**asdict(weging), "antwoorden": dict(weging.antwoorden), "toelichtingen": dict(weging.toelichtingen)}
    schrijf_op(dossier.inwoner, WEGING, inhoud, van=dossier.nummer)
    _, geschreven = lees(dossier)
    feiten = landelijkfeiten(geschreven, landelijk, Klok.objects.filter(dossier=dossier), op)
    uitkomst, _bewijs = _bereken(wie, dossier, feiten)
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)


@handeling("toegang.landelijk.vertrekken", rollen=WERKERS)
def meld_vertrek(wie: Actor, dossier: Dossier, andere: str, reden: str, *, versie: int, op: date) -> Gedaan[Dossier]:
    """A resident of here wants or needs to go to another region: from now on nobody closes this before it accepts."""
    dossier = pak_dossier(dossier, versie, LOPEND)
    eis(bool(reden.strip()), OngeldigAntwoord("reden", "Schrijf op waarom de inwoner naar een andere regio gaat."))
    _nieuw_of_bestaand(dossier, "uit", andere, op)
    schrijf_op(dossier.inwoner, "vertrek", {"reden": reden.strip()}, van=dossier.nummer)
    bewaar(dossier)
    return Gedaan(dossier)


def _nieuw_of_bestaand(dossier: Dossier, richting: str, andere: str, op: date) -> Landelijk:
    eis(bool(andere.strip()), OngeldigAntwoord("andere", "Vul de andere gemeente in."))
    nu = Landelijk.objects.select_for_update().filter(dossier=dossier).first()
    if nu is not None and nu.ingetrokken_op is not None:
        nu.delete()
        nu = None
    if nu is None:
        return Landelijk.objects.create(
            regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, richting=richting,
            andere=andere.strip(), begonnen_op=op,
        )  # fmt: skip
    eis(nu.richting == richting, StapNietAanDeBeurt("In dit dossier speelt al een andere regio."))
    eis(
        nu.andere == andere.strip() or nu.geraadpleegd_op is None,
        OngeldigAntwoord("andere", f"U vroeg al iets aan {nu.andere}. Die gemeente blijft staan."),
    )
    nu.andere = andere.strip()
    nu.save(update_fields=["andere"])
    return nu


def pak_landelijk(dossier: Dossier, versie: int, richting: str = "") -> tuple[Dossier, Landelijk]:
    """The dossier and what is agreed with the other region, both locked. Raises GeenAndereRegio."""
    dossier = pak_dossier(dossier, versie, ALLE_STAPPEN)
    nu = Landelijk.objects.select_for_update().filter(dossier=dossier, ingetrokken_op=None).first()
    if nu is None or (richting and nu.richting != richting):
        raise GeenAndereRegio
    eis(nu.losgelaten_op is None, StapNietAanDeBeurt("De andere regio heeft de inwoner al overgenomen."))
    nu.dossier = dossier
    return dossier, nu


def meld_andere(wie: Actor, landelijk: Landelijk, kop: str) -> None:
    """A message with the number of the case, and nothing about the person."""
    van = centrum(landelijk.regio_id)
    tekst = BERICHT.format(
        aan=landelijk.andere, kop=kop, nummer=landelijk.dossier.nummer, telefoon=van.telefoon, afzender=van.naam
    )
    zet_klaar(wie, kanaal="map", aan=f"gemeente {landelijk.andere}", soort="andere-regio", inhoud=tekst.encode())


def _herkomststap(dossier: Dossier) -> str:
    """The step of the route that asks the origin, by its id; what it is called here when the route has none."""
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    stappen = (deel for route in regeling.routes if route.id == dossier.route for deel in route.stappen)
    return next((deel.id for deel in stappen if deel.vraag_aan == HERKOMST), HERKOMST)


def vraag_andere(wie: Actor, landelijk: Landelijk, stap: str, op: date) -> Uitvraag:
    """The open question to the other region, for who wants to know what waits for whom."""
    dossier = landelijk.dossier
    klok = Klok.objects.filter(dossier=dossier, soort="onderzoek", klaar_op=None).first()
    velden = {
        "regio_id": dossier.regio_id, "college_code": dossier.college_code, "aan": landelijk.andere,
        "aan_soort": Uitvraag.AanSoort.ELDERS, "gevraagd_op": op, "gevraagd_door": wie.account,
        "uiterlijk": klok.uiterlijk if klok and klok.uiterlijk >= op else None,
    }  # fmt: skip
    return Uitvraag.objects.get_or_create(dossier=dossier, stap=stap, beantwoord_op=None, defaults=velden)[0]


@handeling("toegang.landelijk.raadplegen", rollen=WERKERS)
def raadpleeg(wie: Actor, dossier: Dossier, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Ask the other region: the first time a question, after that a reminder."""
    dossier, landelijk = pak_landelijk(dossier, versie)
    eis(landelijk.gereageerd_op is None, StapNietAanDeBeurt("De andere gemeente heeft al gereageerd."))
    uit = landelijk.richting == "uit"
    stap = OVERNAME if uit else _herkomststap(dossier)
    uitvraag = vraag_andere(wie, landelijk, stap, op)
    if landelijk.geraadpleegd_op is None:
        landelijk.geraadpleegd_op = uitvraag.gevraagd_op
        landelijk.save(update_fields=["geraadpleegd_op"])
        vraag = "Wilt u een inwoner van onze regio overnemen?" if uit else "Iemand uit uw regio meldde zich bij ons."
        meld_andere(wie, landelijk, f"{vraag} Wij horen graag wat u vindt.")
    else:
        uitvraag.herinnerd_op = op
        uitvraag.save(update_fields=["herinnerd_op"])
        meld_andere(wie, landelijk, f"Wij wachten op uw antwoord sinds {schrijf_datum(landelijk.geraadpleegd_op)}.")
    bewaar(dossier)
    return Gedaan(dossier)


@dataclass(frozen=True, kw_only=True)
class Reactie:
    """What the other region said: agrees it with a place here (in), or does it take over (out)."""

    op: date
    akkoord: bool
    toelichting: str


@handeling("toegang.landelijk.reactie", rollen=WERKERS)
def noteer_reactie(wie: Actor, dossier: Dossier, reactie: Reactie, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Note what the other region answered. When a resident goes out, a yes is the acceptance."""
    dossier, landelijk = pak_landelijk(dossier, versie)
    gevraagd = landelijk.geraadpleegd_op
    eis(gevraagd is not None, StapNietAanDeBeurt("U hebt de andere gemeente nog niets gevraagd."))
    assert gevraagd is not None
    uit = landelijk.richting == "uit"
    stap = OVERNAME if uit else _herkomststap(dossier)
    # asked anew, the answer belongs to the last question
    open_ = Uitvraag.objects.filter(dossier=dossier, stap=stap, beantwoord_op=None).first()
    vanaf = max(gevraagd, open_.gevraagd_op) if open_ else gevraagd
    eis(vanaf <= reactie.op <= op, OngeldigAntwoord(
        "op", f"Vul een dag in vanaf {schrijf_datum(vanaf)} tot en met vandaag."))  # fmt: skip
    eis(bool(reactie.toelichting.strip()), OngeldigAntwoord("toelichting", "Schrijf op wat de gemeente zei."))
    landelijk.gereageerd_op, landelijk.akkoord = reactie.op, reactie.akkoord
    if uit:
        overgedragen = StapNietAanDeBeurt("U hebt de inwoner al overgedragen. Bel de andere gemeente.")
        eis(reactie.akkoord or landelijk.overgedragen_op is None, overgedragen)
        landelijk.geaccepteerd_op = reactie.op if reactie.akkoord else None
    landelijk.save(update_fields=["gereageerd_op", "akkoord", "geaccepteerd_op"])
    _beantwoord(landelijk, stap, reactie)
    bewaar(dossier)
    return Gedaan(dossier)


def _beantwoord(landelijk: Landelijk, stap: str, reactie: Reactie) -> None:
    """The question is answered; the step of the route that asked it is done with that."""
    dossier, uitkomst = landelijk.dossier, "eens" if reactie.akkoord else "niet eens"
    Uitvraag.objects.filter(dossier=dossier, stap=stap, beantwoord_op=None).update(
        beantwoord_op=reactie.op, antwoord=uitkomst
    )
    inhoud = {"op": reactie.op.isoformat(), "akkoord": reactie.akkoord, "toelichting": reactie.toelichting}
    schrijf_op(dossier.inwoner, "reactie andere regio", inhoud, van=dossier.nummer)


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """Where support has the best chance, and who pays until which day. `kans_bij`: "hier" or "elders"."""

    kans_bij: str
    motivering: str
    betaler: str = ""
    betaalt_tot: date | None = None


@handeling("toegang.landelijk.kiezen", rollen=WERKERS)
def kies(wie: Actor, dossier: Dossier, keuze: Keuze, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Choose where support has the best chance. Elsewhere only when all was examined: an unknown fact is never a no.

    Chosen for here, this region accepts the person with that; chosen for elsewhere, the other is asked to take over.
    """
    dossier, landelijk = pak_landelijk(dossier, versie, "in")
    eis(dossier.stap in VOOR_BESLUIT, StapNietAanDeBeurt("Het besluit is al genomen. U kunt dit niet meer kiezen."))
    eis_geen_voorstel(dossier)
    _, geschreven = lees(dossier)
    uitkomst, bewijs = _bereken(
        wie, dossier, landelijkfeiten(geschreven, landelijk, Klok.objects.filter(dossier=dossier), op)
    )
    regel = landelijkregel_van(regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op))
    eis(keuze.kans_bij in (HIER, ELDERS), OngeldigAntwoord("kans_bij", "Kies waar de hulp de meeste kans heeft."))
    eis(bool(keuze.motivering.strip()), OngeldigAntwoord("motivering", "Schrijf op waarom u dit kiest."))
    open_ = ontbrekend(regel, uitkomst)
    eis(keuze.kans_bij == HIER or not open_, NogNietUitgezocht(open_))
    _controleer_betaling(keuze, regel.betaling_afspreken, op)
    landelijk.kans_bij, landelijk.gekozen_op, landelijk.bewijs = keuze.kans_bij, op, bewijs
    landelijk.betaler, landelijk.betaalt_tot = keuze.betaler, keuze.betaalt_tot
    landelijk.geaccepteerd_op = op if keuze.kans_bij == HIER else None
    landelijk.save()
    inhoud = {"kans_bij": keuze.kans_bij, "motivering": keuze.motivering.strip()}
    schrijf_op(dossier.inwoner, KEUZE, inhoud, van=dossier.nummer)
    if keuze.kans_bij == ELDERS:
        vraag_andere(wie, landelijk, OVERNAME, op)
        meld_andere(wie, landelijk, "Wilt u de hulp aan deze inwoner overnemen? Tot die tijd helpen wij.")
    bewaar(dossier)
    return Gedaan(dossier, uitkomst)


def _bereken(wie: Actor, dossier: Dossier, feiten: Mapping[str, Any]) -> tuple[Uitkomst[Afweging], int]:
    """The outcome of the weighing and the id of its proof."""
    regeling = regeling_versie(dossier.regio_id, dossier.regeling_versie, dossier.gemeld_op)
    gegeven = schrijf_op(dossier.inwoner, "landelijkfeiten", feiten, van=dossier.nummer)
    uitkomst, bewijs = bereken(wie, "toegang.landelijk", regeling, {}, feiten_van=f"gegeven:{gegeven.pk}")
    return uitkomst, bewijs.pk


def _controleer_betaling(keuze: Keuze, afspreken: bool, op: date) -> None:
    """Where the agreement asks who pays and how long, both are said."""
    moet = afspreken and keuze.kans_bij == HIER
    for voldaan, veld, reden in (
        (keuze.betaler in ("", "herkomst", "plaatsing"), "betaler", "Kies wie er betaalt."),
        (not moet or bool(keuze.betaler), "betaler", "Spreek af wie er betaalt. Deze regio vraagt dat."),
        (not moet or keuze.betaler != "herkomst" or keuze.betaalt_tot is not None, "betaalt_tot",
         "Spreek af tot en met welke dag de gemeente van herkomst betaalt."),
        (keuze.betaalt_tot is None or keuze.betaalt_tot >= op, "betaalt_tot", "Vul een dag in vanaf vandaag."),
        (keuze.betaalt_tot is None or bool(keuze.betaler), "betaler", "Kies ook wie er tot die dag betaalt."),
    ):  # fmt: skip
        eis(voldaan, OngeldigAntwoord(veld, reden))
