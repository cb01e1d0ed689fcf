"""Who helps a resident: invited by the resident or written down by staff, accepted with a code, and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from voordeur.kern.actor import VAN_DE_INWONER, Actor, Rol, Rolbekleding, als
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Account
from voordeur.kern.sleutels import SleutelOntbreekt

from .actions import schrijf_op
from .ingang import (
    CodeKloptNiet,
    Uitgegeven,
    geef_code_aan,
    is_ongebruikt,
    nieuw_account,
    open_code,
    trek_codes_in,
    verbruik,
)
from .models import Inwoner, Machtiging, Toegangscode
from .queries import namen_van, opgeschreven

WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
VAN_DE_WET = "De gemeente legde deze vertegenwoordiger vast. Bel de gemeente als dit niet klopt."
VAN_DE_WET_ZELF = "De gemeente legde vast dat u deze persoon vertegenwoordigt. Bel de gemeente om te stoppen."
# under which name the day stands on which who helped stopped of their own accord
ZELF_GESTOPT = "zelf_gestopt_op"
NIET_MEER_TE_LEZEN = "naam niet meer te lezen"


class KanNietHelpen(Geweigerd):
    """Somebody cannot accept this: it is the own file, or they help this person already."""


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Who it is and what they may do: the name, how to reach them and what they showed are facts, so kept locked."""

    naam: str
    contact: str = ""
    bewijs: str = ""
    soort: str = Machtiging.Soort.HELPER
    mag: str = Machtiging.Mag.LEZEN
    van: date
    tot: date | None = None


@dataclass(frozen=True)
class Helperbeeld:
    """Somebody who helps, as the resident and staff see it. `stand`: 'wacht', 'actief', 'later', 'voorbij'.

    `zelf_gestopt`: it was the one who helped that ended it.
    """

    machtiging: Machtiging
    naam: str
    contact: str
    bewijs: str
    stand: str
    zelf_gestopt: bool = False

    @property
    def van_wet(self) -> bool:
        return self.machtiging.soort == Machtiging.Soort.WETTELIJK


@handeling("inwoner.helper.uitnodigen", rollen={Rol.INWONER})
def nodig_uit(wie: Actor, inwoner: Inwoner, helper: Helper, *, op: date) -> Gedaan[Machtiging]:
    """Let somebody look along, or do things; it begins when they accept with the code. Never as a legal one."""
    eis(helper.soort != Machtiging.Soort.WETTELIJK, StapNietAanDeBeurt(VAN_DE_WET))
    return Gedaan(leg_vast(inwoner, helper, op))


def leg_vast(inwoner: Inwoner, helper: Helper, op: date) -> Machtiging:
    """A power that nobody accepted yet, as a part of a larger action. Raises StapNietAanDeBeurt when it is over."""
    eis(helper.tot is None or helper.tot >= max(op, helper.van), StapNietAanDeBeurt("De laatste dag is al voorbij."))
    machtiging = Machtiging.objects.create(
        regio_id=inwoner.regio_id, college_code=inwoner.college_code, inwoner=inwoner, soort=helper.soort,
        mag=helper.mag, van=helper.van, tot=helper.tot,
    )  # fmt: skip
    feiten = {naam: waarde for naam, waarde in asdict(helper).items() if naam in ("naam", "contact", "bewijs")}
    schrijf_op(inwoner, soort_van(machtiging), feiten, van="")
    return machtiging


def soort_van(machtiging: Machtiging) -> str:
    """Under which kind the facts of a power stand."""
    return f"machtiging {machtiging.pk}"


@handeling("inwoner.helper.code", rollen={Rol.INWONER})
def geef_helper_code(wie: Actor, machtiging: Machtiging, *, op: date) -> Gedaan[Uitgegeven]:
    """A code to hand over to who helps; the one before it ends. Not for one that staff wrote down."""
    eis(machtiging.soort != Machtiging.Soort.WETTELIJK, StapNietAanDeBeurt(VAN_DE_WET))
    return Gedaan(code_voor(machtiging, op))


def code_voor(machtiging: Machtiging, op: date) -> Uitgegeven:
    """A code for who helps, as a part of a larger action, never on an account that somebody used."""
    nu = Machtiging.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=machtiging.pk)
    voorbij = nu.ingetrokken_op is not None or (nu.tot is not None and nu.tot < op)
    eis(not voorbij, StapNietAanDeBeurt("Deze persoon helpt niet meer."))
    # whoever holds the code chooses the password: with it the resident would get into what that account sees of others
    eis(nu.account_id is None, StapNietAanDeBeurt("Deze persoon helpt al. Een nieuwe code is niet nodig."))
    eerder = Toegangscode.objects.filter(machtiging=nu).select_related("account").order_by("-id").first()
    account = eerder.account if eerder and is_ongebruikt(eerder.account, nu) else nieuw_account(nu.regio_id, None)
    return geef_code_aan(account, nu.inwoner, op, nu)


@handeling("inwoner.helper.intrekken", rollen=WERKERS | {Rol.INWONER})
def trek_in(wie: Actor, machtiging: Machtiging, *, op: date) -> Gedaan[Machtiging]:
    """Let somebody look along no longer, at once. A legal representative is ended by staff only."""
    nu = Machtiging.objects.select_for_update(of=("self",)).get(pk=machtiging.pk)
    eis(nu.ingetrokken_op is None, StapNietAanDeBeurt("Deze persoon helpt al niet meer."))
    eis(wie.inwoner is None or nu.soort != Machtiging.Soort.WETTELIJK, StapNietAanDeBeurt(VAN_DE_WET))
    nu.ingetrokken_op = op
    nu.save(update_fields=["ingetrokken_op"])
    for code in Toegangscode.objects.filter(machtiging=nu, gebruikt_op=None).select_related("account"):
        trek_codes_in(code.account, op)
    return Gedaan(nu)


def wie_stopt(machtiging: Machtiging) -> Actor:
    """Who helps, for the one thing that also who may only look along can do: stop helping."""
    account = machtiging.account
    assert account is not None
    rollen = (Rolbekleding(Rol.GEMACHTIGDE),)
    return Actor(account.regio_id, account.pk, account.naam, rollen, inwoner=str(machtiging.inwoner_id))


@handeling("inwoner.helper.stoppen", rollen={Rol.GEMACHTIGDE})
def stop_met_helpen(wie: Actor, machtiging: Machtiging, *, op: date) -> Gedaan[Machtiging]:
    """Stop helping somebody, of one's own accord; the resident reads when. A legal one is ended by staff only."""
    nu = Machtiging.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=machtiging.pk)
    eis(nu.ingetrokken_op is None and nu.account_id == wie.account, StapNietAanDeBeurt("U helpt deze persoon niet."))
    eis(nu.soort != Machtiging.Soort.WETTELIJK, StapNietAanDeBeurt(VAN_DE_WET_ZELF))
    nu.ingetrokken_op = op
    nu.save(update_fields=["ingetrokken_op"])
    feiten = opgeschreven(nu.inwoner, van="").get(soort_van(nu), {})
    schrijf_op(nu.inwoner, soort_van(nu), {**feiten, ZELF_GESTOPT: op.isoformat()}, van="")
    return Gedaan(nu)


@handeling("inwoner.helper.aanvaarden", rollen=VAN_DE_INWONER)
def aanvaard(wie: Actor, code: Toegangscode, *, op: date) -> Gedaan[Toegangscode]:
    """Accept with an account that is in use already. Raises CodeKloptNiet, KanNietHelpen."""
    account = Account.objects.get(pk=wie.account or 0)
    rij = open_code(code.account, op)
    if rij is None or rij.pk != code.pk or rij.machtiging is None or rij.regio_id != account.regio_id:
        raise CodeKloptNiet
    eis(account.inwoner != rij.inwoner_id, KanNietHelpen("Dit is uw eigen zaak. Geef de code aan wie u helpt."))
    with als_geschonden({"machtiging_een_per_account": KanNietHelpen("U helpt deze persoon al.")}):
        return Gedaan(verbruik(rij, account, op))


def helpers_van(inwoner: Inwoner, op: date) -> tuple[Helperbeeld, ...]:
    """Everybody who helps or was asked to, those who do so now in front; for a query that is journaled itself."""
    try:
        feiten = opgeschreven(inwoner, van="")
    except SleutelOntbreekt:
        feiten = {}
    rijen = Machtiging.objects.filter(inwoner=inwoner).order_by("-id")
    beelden = [_beeld(rij, feiten.get(soort_van(rij), {}), op) for rij in rijen]
    return tuple(sorted(beelden, key=lambda beeld: beeld.stand == "voorbij"))


def _beeld(rij: Machtiging, feiten: dict[str, str], op: date) -> Helperbeeld:
    if rij.ingetrokken_op is not None or (rij.tot is not None and rij.tot < op):
        stand = "voorbij"
    elif rij.account_id is None:
        stand = "wacht"
    else:
        stand = "actief" if rij.van <= op else "later"
    naam = feiten.get("naam") or NIET_MEER_TE_LEZEN
    zelf = bool(feiten.get(ZELF_GESTOPT))
    return Helperbeeld(rij, naam, feiten.get("contact") or "", feiten.get("bewijs") or "", stand, zelf)


def namen_aan_deze_kant(inwoner: Inwoner) -> dict[int, str]:
    """Who acts by which account on the side of a resident: the resident, and each helper by name."""
    beelden = helpers_van(inwoner, date.min)
    namen = {beeld.machtiging.account_id: f"{beeld.naam}, namens de inwoner" for beeld in beelden}
    eigen = Account.objects.filter(regio_id=inwoner.regio_id, inwoner=inwoner.pk).values_list("pk", flat=True)
    return {nummer: naam for nummer, naam in namen.items() if nummer} | dict.fromkeys(eigen, "De inwoner")


def wie_men_helpt(account: Account, machtigingen: Iterable[Machtiging]) -> dict[UUID, str]:
    """The residents of these powers by name, for who helps them."""
    gevonden: dict[UUID, str] = {}
    for machtiging in machtigingen:
        wie = Actor(account.regio_id, account.pk, account.naam, inwoner=str(machtiging.inwoner_id))
        with als(wie):
            gevonden |= namen_van(Inwoner.objects.filter(pk=machtiging.inwoner_id))
    return gevonden
