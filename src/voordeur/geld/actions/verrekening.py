"""The settlement of a closed year: prepared by one, set and posted by another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Rekenbewijs
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import regeling_van
from voordeur.kern.rekenbewijs import bereken, plat
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bedragen import NUL
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.uitkomst import als_json
from voordeur.regels.verwoorden import schrijf_bedrag

from ..boeken import NA_SLUITING, Regel, boek
from ..fouten import NietTeBerekenen
from ..lokaal import AANDEEL, BEGIN, BUDGET, PLAFOND, UITVOERINGSKOSTEN, bedrag_van, getal, ingevuld
from ..models import Begroting, Boekingsregel, Verrekening
from ..queries import lasten_per_gemeente
from ..rekeningen import BESTEMMING, GEMEENTEN, RESERVE, UITVOERING
from ..rekenregels import VERREKENING


@handeling("geld.verrekening.voorbereiden", rollen={Rol.CONTROLLER, Rol.CONTRACTBEHEERDER})
def bereid_verrekening_voor(
    wie: Actor, begroting: Begroting, *, maatregelen: Decimal | int = 0, op: date
) -> Gedaan[Verrekening]:
    """Compute the settlement of a closed year from its ledger. `maatregelen`: euros found by measures first.

    Raises ParameterOntbreekt on a figure that the agreement leaves open, NietTeBerekenen without a rule.
    """
    vers = Begroting.objects.select_for_update().get(pk=begroting.pk)
    eis(vers.afgesloten_op is not None, StapNietAanDeBeurt(f"Sluit eerst het jaar {vers.jaar}."))
    al = Verrekening.objects.filter(begroting=vers).first()
    eis(al is None or al.vastgesteld_op is None, StapNietAanDeBeurt("Deze verrekening is al vastgesteld."))
    regeling, _ = regeling_van(wie.regio, date(vers.jaar, 12, 31))
    feiten = feiten_van_jaar(wie, vers, regeling, Decimal(maatregelen))
    try:
        uitkomst, bewijs = bereken(wie, VERREKENING, regeling, feiten)
    except Onberekenbaar as fout:
        raise NietTeBerekenen(str(fout)) from None
    velden = {
        "regio_id": wie.regio,
        "college_code": vers.college_code,
        "bewijs": bewijs.pk,
        "uitkomst": plat(uitkomst.waarde),
        "voorbereid_door": wie.account,
        "voorbereid_op": op,
    }
    verrekening, _ = Verrekening.objects.update_or_create(begroting=vers, defaults=velden)
    return Gedaan(verrekening, uitkomst)


def feiten_van_jaar(wie: Actor, begroting: Begroting, regeling: Regeling, maatregelen: Decimal) -> dict[str, Any]:
    """The figures of the year as text. All lines are counted, whoever may see them."""
    with als(systeem(wie.regio)):
        lasten = sum(lasten_per_gemeente(begroting.jaar).values(), NUL)
    feiten = {
        "jaar": begroting.jaar,
        "rijksbudget": str(begroting.rijksbudget),
        "lasten": str(lasten),
        "sleutel": begroting.sleutel,
        "maatregelen": str(maatregelen),
    }
    regel = regeling.verrekening
    if regel is None:
        return feiten
    if regel.reserve is None:
        kosten = bedrag_van(begroting, regeling, UITVOERINGSKOSTEN)
        return {**feiten, "uitvoeringskosten": str(kosten)}
    aandeel = regel.reserve.plafond is not None and regel.reserve.plafond.soort == "aandeel_van_budget"
    # the share is of the budget of the year, unless the decision names another amount
    budget = begroting.open_parameters.get(BUDGET) or ingevuld(regeling, BUDGET) or begroting.rijksbudget
    return {
        **feiten,
        "begin": str(_begin(begroting, regeling)),
        "plafond": None if aandeel else str(bedrag_van(begroting, regeling, PLAFOND)),
        "aandeel": str(bedrag_van(begroting, regeling, AANDEEL)) if aandeel else None,
        "budget": str(getal(BUDGET, budget)) if aandeel else None,
    }


def _begin(begroting: Begroting, regeling: Regeling) -> Decimal:
    """The reserve at the start of the year: by the decision, else as the year before left it.

    It has to be what the ledger says, so that the reserve of the page and of the books are one.
    """
    stand = stand_van_reserve()
    vorige = Verrekening.objects.filter(begroting__jaar=begroting.jaar - 1, vastgesteld_op__isnull=False).exists()
    if vorige and not begroting.open_parameters.get(BEGIN):
        return stand
    begin = bedrag_van(begroting, regeling, BEGIN)
    eis(begin == stand, StapNietAanDeBeurt(
        f"Het besluit noemt een reserve van {schrijf_bedrag(begin)}. Het grootboek zegt {schrijf_bedrag(stand)}."
    ))  # fmt: skip
    return begin


def stand_van_reserve() -> Decimal:
    """What the ledger says is in the reserve now."""
    som = Boekingsregel.objects.filter(rekening__code=RESERVE).aggregate(som=Sum("bedrag"))["som"]
    return -(som or NUL)


@handeling("geld.verrekening.vaststellen", rollen={Rol.BESTUURDER, Rol.CONTROLLER})
def stel_verrekening_vast(wie: Actor, verrekening: Verrekening, *, op: date) -> Gedaan[Verrekening]:
    """Set a settlement that another prepared: post it to the reserve and to each municipality.

    Refused when the ledger changed since the preparation: then it has to be prepared again.
    """
    vers = Verrekening.objects.select_for_update(of=("self",)).select_related("begroting").get(pk=verrekening.pk)
    eis(vers.vastgesteld_op is None, StapNietAanDeBeurt("Deze verrekening is al vastgesteld."))
    eis(not wie.staat_voor(vers.voorbereid_door, op), ZelfdePersoon("Vaststellen doet een ander."))
    _eis_ongewijzigd(wie, vers)
    jaar = vers.begroting.jaar
    regels = [regel for regel in _regels(vers) if regel[2]]
    if regels:
        bron = f"{NA_SLUITING} {jaar}"
        vers.boeking = boek(wie, op=op, jaar=jaar, omschrijving=f"Verrekening {jaar}", bron=bron, regels=regels)
    vers.vastgesteld_door, vers.vastgesteld_op = wie.account, op
    vers.save(update_fields=["boeking", "vastgesteld_door", "vastgesteld_op"])
    return Gedaan(vers)


def _eis_ongewijzigd(wie: Actor, verrekening: Verrekening) -> None:
    begroting = verrekening.begroting
    regeling, _ = regeling_van(wie.regio, date(begroting.jaar, 12, 31))
    gezien = Rekenbewijs.objects.get(pk=verrekening.bewijs).feiten
    nu = feiten_van_jaar(wie, begroting, regeling, Decimal(gezien["maatregelen"]))
    eis(als_json(nu) == gezien, StapNietAanDeBeurt(
        "De cijfers zijn intussen veranderd. Laat een collega opnieuw voorbereiden."
    ))  # fmt: skip


def _regels(verrekening: Verrekening) -> Iterator[Regel]:
    """Lines by the outcome; what is left is the result that was given a destination."""
    centrum, uitkomst = verrekening.college_code, verrekening.uitkomst
    delen: list[Regel] = []
    if "reserve_eind" in uitkomst:
        delen.append((RESERVE, centrum, Decimal(uitkomst["uit_reserve"]) - Decimal(uitkomst["naar_reserve"])))
    else:
        ingehouden = Decimal(uitkomst["ingehouden"])
        delen += [(UITVOERING, centrum, ingehouden), (GEMEENTEN, centrum, -ingehouden)]
    delen += [(GEMEENTEN, code, bedrag) for code, bedrag in per_gemeente(uitkomst).items()]
    yield from delen
    yield BESTEMMING, centrum, -sum((bedrag for _, _, bedrag in delen), NUL)


def per_gemeente(uitkomst: Mapping[str, Any]) -> dict[str, Decimal]:
    """What each municipality pays (above zero) or gets (below zero), in euros."""
    bijdrage, uitkering = uitkomst["bijdrage"], uitkomst["uitkering"]
    return {code: Decimal(bijdrage[code]) - Decimal(uitkering[code]) for code in sorted({*bijdrage, *uitkering})}
