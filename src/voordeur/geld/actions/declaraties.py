"""A claim of a provider: handed in and checked, then approved or refused by a person of the region."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.aanbod.queries import krijgt_subsidie
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.nummers import volgend_nummer
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import centrum
from voordeur.kern.rekenbewijs import bereken, plat
from voordeur.regels.fouten import Onberekenbaar
from voordeur.verblijf.models import Plaatsing

from ..boeken import boek, door, is_gesloten
from ..fouten import AlGedeclareerd, DeclaratieKloptNiet, GeenReden, NietTeBerekenen
from ..models import Betaling, Declaratie
from ..rekeningen import LASTEN, TE_BETALEN
from ..rekenregels import DECLARATIE
from ..toets import eis_blokken, grondslag, onberekenbaar, reken

BEOORDELAARS = frozenset({Rol.CONTROLLER, Rol.CONTRACTBEHEERDER})


@handeling("geld.declaratie.indienen", rollen={Rol.AANBIEDER})
def dien_declaratie_in(wie: Actor, plaatsing: Plaatsing, *, blok: int, bedrag: Decimal, op: date) -> Gedaan[Declaratie]:
    """Claim one block of a stay. It is checked at once; a claim that does not match is kept, with what does not.

    Raises NietTeBerekenen on an unknown price or an open index figure, AlGedeclareerd on a second claim.
    """
    eis_blokken(wie.regio, op)
    eis(bedrag > 0, NietTeBerekenen("het bedrag moet groter zijn dan nul"))
    grond = grondslag(wie, plaatsing, blok=blok, bedrag=bedrag, op=op)
    try:
        uitkomst, bewijs = bereken(wie, DECLARATIE, grond.regeling, grond.feiten)
    except Onberekenbaar as fout:
        raise onberekenbaar(grond.regeling, fout) from None
    toets = uitkomst.waarde
    dubbel = krijgt_subsidie(plaatsing.organisatie_id, toets.blok.van, toets.blok.tot)
    eis(not dubbel, NietTeBerekenen("voor deze dagen krijgt de aanbieder al subsidie"))
    with als_geschonden({"declaratie_een_per_blok": AlGedeclareerd(blok)}):
        declaratie = Declaratie.objects.create(
            regio_id=wie.regio,
            college_code=plaatsing.college_code,
            aanbieders=[plaatsing.organisatie_id],
            nummer=volgend_nummer(wie.regio, "declaratie", op.year),
            organisatie_id=plaatsing.organisatie_id,
            plaatsing=plaatsing,
            blok=blok,
            periode=half_open(toets.blok.van, toets.blok.tot),
            bedrag=bedrag,
            verwacht=toets.verwacht,
            ingediend_door=door(wie),
            ingediend_op=op,
            bewijs=bewijs.pk,
        )
    return Gedaan(declaratie, uitkomst)


@handeling("geld.declaratie.goedkeuren", rollen=BEOORDELAARS)
def keur_declaratie_goed(wie: Actor, declaratie: Declaratie, *, op: date) -> Gedaan[Declaratie]:
    """Approve a claim of which every check holds, and post it at the municipality that it counts for."""
    vers = _te_beoordelen(wie, op, declaratie)
    eis(klopt(vers), DeclaratieKloptNiet())
    _eis_ongewijzigd(wie, vers)
    centrumcode = centrum(wie.regio).code
    # the costs belong to the year in which the block ended; when that is closed, to the year of the day itself
    geeindigd = _laatste_dag(vers).year
    jaar = op.year if is_gesloten(geeindigd) else geeindigd
    boeking = boek(
        wie,
        op=op,
        jaar=jaar,
        omschrijving=f"Declaratie {vers.nummer}",
        bron=f"declaratie {vers.nummer}",
        regels=[(LASTEN, vers.college_code, vers.bedrag), (TE_BETALEN, centrumcode, -vers.bedrag)],
    )
    Betaling.objects.create(
        regio_id=wie.regio,
        college_code=vers.college_code,
        nummer=volgend_nummer(wie.regio, "betaling", jaar),
        organisatie_id=vers.organisatie_id,
        soort=Betaling.Soort.DECLARATIE,
        bedrag=vers.bedrag,
        jaar=jaar,
        stand=Betaling.Stand.GOEDGEKEURD,
        klaargezet_door=vers.ingediend_door,
        klaargezet_op=vers.ingediend_op,
        beoordeeld_door=wie.account,
        beoordeeld_op=op,
        boeking=boeking,
    )
    return Gedaan(_beoordeel(wie, vers, op, stand=Declaratie.Stand.GOEDGEKEURD, boeking=boeking))


@handeling("geld.declaratie.afwijzen", rollen=BEOORDELAARS)
def wijs_declaratie_af(wie: Actor, declaratie: Declaratie, *, reden: str, op: date) -> Gedaan[Declaratie]:
    """Refuse a claim with the reason, which the provider reads. The block can be claimed again."""
    vers = _te_beoordelen(wie, op, declaratie)
    eis(bool(reden.strip()), GeenReden())
    return Gedaan(_beoordeel(wie, vers, op, stand=Declaratie.Stand.AFGEKEURD, reden=reden.strip()))


def klopt(declaratie: Declaratie) -> bool:
    """Whether every check of the proof holds."""
    bewijs = Rekenbewijs.objects.filter(pk=declaratie.bewijs or 0).first()
    return bewijs is not None and all(controle["klopt"] for controle in bewijs.waarde["controles"])


def _eis_ongewijzigd(wie: Actor, declaratie: Declaratie) -> None:
    """Refuse when stay, decision or price changed since the claim came in: what was checked is not what is paid."""
    grond = grondslag(
        wie, declaratie.plaatsing, blok=declaratie.blok, bedrag=declaratie.bedrag, op=declaratie.ingediend_op
    )
    gelijk = Rekenbewijs.objects.filter(pk=declaratie.bewijs or 0, waarde=plat(reken(grond).waarde)).exists()
    eis(gelijk, StapNietAanDeBeurt("Het verblijf of het tarief is intussen veranderd. Keur de declaratie af."))


def _laatste_dag(declaratie: Declaratie) -> date:
    periode: Any = declaratie.periode
    return date.fromordinal(periode.upper.toordinal() - 1)


def _te_beoordelen(wie: Actor, op: date, declaratie: Declaratie) -> Declaratie:
    vers = Declaratie.objects.select_for_update().get(pk=declaratie.pk)
    eis(vers.stand == Declaratie.Stand.INGEDIEND, StapNietAanDeBeurt("Deze declaratie is al beoordeeld."))
    eis(not wie.staat_voor(vers.ingediend_door, op), ZelfdePersoon("Een ander beoordeelt deze declaratie."))
    return vers


def _beoordeel(wie: Actor, declaratie: Declaratie, op: date, **velden: Any) -> Declaratie:
    for naam, waarde in {"beoordeeld_door": wie.account, "beoordeeld_op": op, **velden}.items():
        setattr(declaratie, naam, waarde)
    declaratie.save()
    return declaratie
