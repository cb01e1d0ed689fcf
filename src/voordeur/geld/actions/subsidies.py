"""A subsidy from grant to settlement, and what is paid on it. Who prepares a step does not take it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.aanbod.actions import BijOrganisatie
from voordeur.aanbod.models import Contract
from voordeur.aanbod.queries import contract_op
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.nummers import volgend_nummer
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import regeling_van
from voordeur.kern.rekenbewijs import bereken
from voordeur.regels.bedragen import NUL
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.subsidie import voorschot_van_termijn
from voordeur.verblijf.queries import geleverde_dagen

from ..boeken import boek, door, is_gesloten
from ..fouten import BestaatAl, GeenDagprijs, GeenReden, JaarGesloten, NietTeBerekenen
from ..models import Betaling, Subsidie
from ..queries import BETALERS
from ..rekeningen import LASTEN, TE_BETALEN, TERUG_TE_ONTVANGEN, VOORUITBETAALD
from ..rekenregels import SUBSIDIE

VOORBEREIDERS = frozenset({Rol.CONTRACTBEHEERDER, Rol.CONTROLLER})
BESLISSERS = frozenset({Rol.CONTRACTBEHEERDER, Rol.CONTROLLER, Rol.BESTUURDER})


@handeling("geld.subsidie.voorbereiden", rollen=VOORBEREIDERS)
def bereid_subsidie_voor(wie: Actor, bij: BijOrganisatie, *, jaar: int, bedrag: Decimal, op: date) -> Gedaan[Subsidie]:
    """Prepare the grant of a provider for a year. The contract of that year names the price of a day."""
    contract = _subsidiecontract(bij.aanbieder_id, jaar)
    velden = {
        "regio_id": wie.regio,
        "college_code": bij.college_code,
        "contract": contract,
        "organisatie_id": bij.aanbieder_id,
        "jaar": jaar,
        "verleend_bedrag": bedrag,
        "voorbereid_door": wie.account,
    }
    eis(bedrag > 0, NietTeBerekenen("het bedrag moet groter zijn dan nul"))
    eis(not is_gesloten(jaar), JaarGesloten(jaar))
    with als_geschonden({"subsidie_een_per_jaar": BestaatAl(f"een subsidie van deze aanbieder voor {jaar}")}):
        return Gedaan(Subsidie.objects.create(nummer=volgend_nummer(wie.regio, "subsidie", jaar), **velden))


def _subsidiecontract(organisatie: int, jaar: int) -> Contract:
    """The contract with a price of a day that runs at the end of the year or else at its beginning."""
    for dag in (date(jaar, 12, 31), date(jaar, 1, 1)):
        contract = contract_op(organisatie, dag)
        if contract is not None and contract.dagprijs is not None:
            return contract
    raise GeenDagprijs(jaar)


@handeling("geld.subsidie.verlenen", rollen=BESLISSERS)
def verleen_subsidie(wie: Actor, subsidie: Subsidie, *, op: date) -> Gedaan[Subsidie]:
    """Grant a subsidy that another prepared."""
    vers = _vergrendel(subsidie, Subsidie.Stand.VOORBEREID, "Deze subsidie is al verleend.")
    eis(not wie.staat_voor(vers.voorbereid_door, op), ZelfdePersoon("Verlenen doet een ander."))
    return Gedaan(_bewaar(vers, stand=Subsidie.Stand.VERLEEND, verleend_door=wie.account, verleend_op=op))


@handeling("geld.voorschot.klaarzetten", rollen=VOORBEREIDERS)
def zet_voorschot_klaar(wie: Actor, subsidie: Subsidie, *, termijn: int, op: date) -> Gedaan[Betaling]:
    """Put one of the twelve terms ready; another approves it."""
    vers = _vergrendel(subsidie, Subsidie.Stand.VERLEEND, "Een voorschot kan alleen bij een verleende subsidie.")
    try:
        uitkomst = voorschot_van_termijn(vers.verleend_bedrag, termijn)
    except Onberekenbaar as fout:
        raise NietTeBerekenen(str(fout)) from None
    al = vers.betalingen.filter(termijn=termijn).exclude(stand=Betaling.Stand.AFGEKEURD).exists()
    eis(not al, BestaatAl(f"het voorschot van termijn {termijn}"))
    betaling = _zet_klaar(wie, vers, Betaling.Soort.VOORSCHOT, uitkomst.waarde, op, termijn)
    return Gedaan(betaling, uitkomst)


def _zet_klaar(
    wie: Actor, subsidie: Subsidie, soort: Betaling.Soort, bedrag: Decimal, op: date, termijn: int | None = None
) -> Betaling:
    return Betaling.objects.create(
        regio_id=wie.regio,
        college_code=subsidie.college_code,
        nummer=volgend_nummer(wie.regio, "betaling", subsidie.jaar),
        organisatie_id=subsidie.organisatie_id,
        soort=soort,
        bedrag=bedrag,
        subsidie=subsidie,
        jaar=subsidie.jaar,
        termijn=termijn,
        klaargezet_door=door(wie),
        klaargezet_op=op,
    )


@handeling("geld.betaling.goedkeuren", rollen=BETALERS)
def keur_goed(wie: Actor, betaling: Betaling, *, op: date) -> Gedaan[Betaling]:
    """Approve a payment that another put ready, and post it."""
    vers = _te_beoordelen(wie, op, betaling)
    tegen = TE_BETALEN if vers.bedrag > 0 else TERUG_TE_ONTVANGEN
    boeking = boek(
        wie,
        op=op,
        jaar=vers.jaar,
        omschrijving=f"{vers.get_soort_display()} {vers.nummer}",
        bron=f"betaling {vers.nummer}",
        regels=[(VOORUITBETAALD, vers.college_code, vers.bedrag), (tegen, vers.college_code, -vers.bedrag)],
    )
    return Gedaan(_beoordeel(wie, vers, op, stand=Betaling.Stand.GOEDGEKEURD, boeking=boeking))


@handeling("geld.betaling.afkeuren", rollen=BETALERS)
def keur_af(wie: Actor, betaling: Betaling, *, reden: str, op: date) -> Gedaan[Betaling]:
    """Refuse an advance, with the reason. What follows from a settlement is owed and cannot be refused."""
    vers = _te_beoordelen(wie, op, betaling)
    eis(bool(reden.strip()), GeenReden())
    eis(vers.soort == Betaling.Soort.VOORSCHOT, StapNietAanDeBeurt(
        "Dit bedrag volgt uit een vaststelling. Daarom kunt u het niet afkeuren."
    ))  # fmt: skip
    return Gedaan(_beoordeel(wie, vers, op, stand=Betaling.Stand.AFGEKEURD, reden=reden.strip()))


def _te_beoordelen(wie: Actor, op: date, betaling: Betaling) -> Betaling:
    vers = Betaling.objects.select_for_update().get(pk=betaling.pk)
    eis(vers.stand == Betaling.Stand.KLAAR, StapNietAanDeBeurt("Deze betaling is al beoordeeld."))
    eis(not wie.staat_voor(vers.klaargezet_door, op), ZelfdePersoon("Een ander keurt deze betaling goed of af."))
    return vers


def _beoordeel(wie: Actor, betaling: Betaling, op: date, **velden: Any) -> Betaling:
    _bewaar(betaling, beoordeeld_door=wie.account, beoordeeld_op=op, **velden)
    return betaling


@handeling("geld.subsidie.vaststelling.voorbereiden", rollen=VOORBEREIDERS)
def bereid_vaststelling_voor(wie: Actor, subsidie: Subsidie, *, op: date) -> Gedaan[Subsidie]:
    """After the year: compute what the subsidy comes to by the days delivered. Another settles."""
    vers = Subsidie.objects.select_for_update().get(pk=subsidie.pk)
    mag = vers.stand in (Subsidie.Stand.VERLEEND, Subsidie.Stand.VASTSTELLING)
    eis(mag, StapNietAanDeBeurt("Vaststellen kan alleen bij een verleende subsidie."))
    eis(op.year > vers.jaar, StapNietAanDeBeurt(f"Vaststellen kan na het einde van {vers.jaar}."))
    open_ = vers.betalingen.filter(stand=Betaling.Stand.KLAAR).exists()
    eis(not open_, StapNietAanDeBeurt("Er wacht nog een voorschot op beoordeling. Doe dat eerst."))
    regeling, _ = regeling_van(wie.regio, date(vers.jaar, 12, 31))
    uitkomst, bewijs = bereken(wie, SUBSIDIE, regeling, _feiten(wie, vers))
    velden = {"vastgesteld_bedrag": uitkomst.waarde.bedrag, "bewijs": bewijs.pk, "vaststelling_door": wie.account}
    return Gedaan(_bewaar(vers, stand=Subsidie.Stand.VASTSTELLING, **velden), uitkomst)


def _feiten(wie: Actor, subsidie: Subsidie) -> dict[str, Any]:
    """Municipalities, days and amounts; no persons."""
    dagprijs = subsidie.contract.dagprijs
    eis(dagprijs is not None, GeenDagprijs(subsidie.jaar))
    per_gemeente = dagen_per_gemeente(wie, subsidie)
    goedgekeurd = subsidie.betalingen.filter(stand=Betaling.Stand.GOEDGEKEURD)
    return {
        "jaar": subsidie.jaar,
        "dagprijs": str(dagprijs),
        "verleend": str(subsidie.verleend_bedrag),
        "voorschot": str(sum((betaling.bedrag for betaling in goedgekeurd), NUL)),
        "geleverd": sorted([code, dagen] for code, dagen in per_gemeente.items()),
    }


def dagen_per_gemeente(wie: Actor, subsidie: Subsidie) -> dict[str, int]:
    """The days of care by the municipality that they count for. Raises GeenDagprijs on days outside the contract.

    Counted by the system, so that no day is left out because somebody may not see the resident.
    """
    van, tot = date(subsidie.jaar, 1, 1), date(subsidie.jaar, 12, 31)
    periode = gesloten(subsidie.contract.periode)
    binnen = max(van, periode.van), min(tot, periode.tot or tot)
    with als(systeem(wie.regio)):
        alles = geleverde_dagen(subsidie.organisatie_id, van, tot)
        geprijsd = geleverde_dagen(subsidie.organisatie_id, *binnen)
    zonder = sum(deel.dagen for deel in alles) - sum(deel.dagen for deel in geprijsd)
    eis(zonder == 0, GeenDagprijs(subsidie.jaar, zonder))
    dagen: dict[str, int] = {}
    for deel in geprijsd:
        dagen[deel.college_code] = dagen.get(deel.college_code, 0) + deel.dagen
    return dagen


@handeling("geld.subsidie.vaststellen", rollen=BESLISSERS)
def stel_subsidie_vast(wie: Actor, subsidie: Subsidie, *, op: date) -> Gedaan[Subsidie]:
    """Settle what another prepared: post the costs per municipality, set the advance off, put the rest ready.

    Refused when days or advances changed since the preparation: then it has to be prepared again.
    """
    vers = _vergrendel(subsidie, Subsidie.Stand.VASTSTELLING, "Bereid eerst de vaststelling voor.")
    eis(not wie.staat_voor(vers.vaststelling_door, op), ZelfdePersoon("Vaststellen doet een ander."))
    regeling, _ = regeling_van(wie.regio, date(vers.jaar, 12, 31))
    uitkomst, bewijs = bereken(wie, SUBSIDIE, regeling, _feiten(wie, vers))
    waarde = uitkomst.waarde
    gezien = Rekenbewijs.objects.filter(pk=vers.bewijs or 0, waarde=bewijs.waarde).exists()
    eis(gezien, StapNietAanDeBeurt("De dagen zijn intussen veranderd. Laat een collega opnieuw voorbereiden."))
    _boek_kosten(wie, vers, waarde.per_gemeente, waarde.bedrag, op)
    rest = waarde.nabetaling - waarde.terugvordering
    if rest:
        soort = Betaling.Soort.NABETALING if rest > 0 else Betaling.Soort.TERUGVORDERING
        _zet_klaar(wie, vers, soort, rest, op)
    klaar = {"vastgesteld_door": wie.account, "vastgesteld_op": op, "bewijs": bewijs.pk}
    return Gedaan(_bewaar(vers, stand=Subsidie.Stand.VASTGESTELD, **klaar), uitkomst)


def _boek_kosten(wie: Actor, subsidie: Subsidie, per_gemeente: dict[str, Decimal], bedrag: Decimal, op: date) -> None:
    if not bedrag:
        return
    regels = [(LASTEN, code, deel) for code, deel in per_gemeente.items()]
    boek(
        wie,
        op=op,
        jaar=subsidie.jaar,
        omschrijving=f"Vaststelling subsidie {subsidie.nummer}",
        bron=f"subsidie {subsidie.nummer}",
        regels=[*regels, (VOORUITBETAALD, subsidie.college_code, -bedrag)],
    )


def _vergrendel(subsidie: Subsidie, stand: Subsidie.Stand, anders: str) -> Subsidie:
    vers = Subsidie.objects.select_for_update(of=("self",)).select_related("contract").get(pk=subsidie.pk)
    eis(vers.stand == stand, StapNietAanDeBeurt(anders))
    return vers


def _bewaar(rij: Any, **velden: Any) -> Any:
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.save(update_fields=list(velden))
    return rij
