"""Taking a set back as a whole, as long as nothing was built on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, ProtectedError

from voordeur.aanbod.models import Contract
from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.onderhoud import systeem
from voordeur.toegang.models import Dossier
from voordeur.verblijf.models import Plaatsing

from ..models import Inleesdaad, Inleesset, Inleessleutel
from .kluis import open_json
from .soorten import SOORTEN
from .voortgang import Voortgang
from .werkblad import nummers

GENOEMD = 10
# how people call what stands in the way
WOORDEN = {
    "plaatsing": ("verblijf", "verblijven"), "dossier": ("dossier", "dossiers"), "besluit": ("besluit", "besluiten"),
    "document": ("document", "documenten"), "klok": ("termijn", "termijnen"), "contract": ("contract", "contracten"),
    "locatie": ("locatie", "locaties"), "plek": ("plek", "plekken"), "aanstelling": ("medewerker", "medewerkers"),
    "gegeven": ("notitie", "notities"), "mandaatregel": ("mandaat", "mandaten"),
    "declaratie": ("declaratie", "declaraties"), "subsidie": ("subsidie", "subsidies"),
}  # fmt: skip


class ErIsOpGebouwd(Geweigerd):
    """A set that cannot be taken back; `redenen` says what stands in the way, line by line."""

    def __init__(self, redenen: Sequence[str]) -> None:
        self.redenen = tuple(redenen)
        super().__init__(f"Dit kan niet meer terug. {' '.join(redenen)}")


def draai_alles_terug(wie: Actor, deze: Inleesset) -> int:
    """Undo what a set wrote, the last first, and tell how far it is. Returns how many. Raises ErIsOpGebouwd."""
    eis_niets_erop(deze)
    organisaties = _met_contract(deze)
    voortgang = Voortgang(wie, deze.pk, deze.daden.count())
    voortgang.meld(0, "")
    for soort_id in reversed(SOORTEN):
        daden = list(deze.daden.filter(soort=soort_id).order_by("-id"))
        _draai_soort_terug(wie, deze, soort_id, daden)
        voortgang.meld(len(daden), SOORTEN[soort_id].naam)
    _eis_onder_contract(deze, organisaties)
    return voortgang.totaal


def eis_niets_erop(deze: Inleesset) -> None:
    """Refuse to take back what somebody went on with. Raises ErIsOpGebouwd."""
    redenen = []
    inwoners = deze.daden.filter(soort="inwoners").values_list("object", flat=True)
    if vernietigd := Inwoner.objects.filter(pk__in=list(inwoners), sleutel=None).count():
        wie = _geteld(vernietigd, "inwoner", "inwoners")
        redenen.append(f"De gegevens van {wie} zijn vernietigd. Rond dit inlezen af.")
    later = Inleesdaad.objects.filter(soort=OuterRef("soort"), object=OuterRef("object"), set__gt=deze.pk).exclude(
        set__stand=Inleesset.Stand.TERUG
    )
    nieuwer = deze.daden.filter(Exists(later)).exclude(wat=Inleesdaad.Wat.GEKOPPELD).count()
    if nieuwer:
        redenen.append(f"Een later bestand wijzigde {_geteld(nieuwer, 'rij', 'rijen')}. Draai dat eerst terug.")
    gelezen = dict(deze.daden.filter(versie__isnull=False).order_by("id").values_list("object", "versie"))
    dossiers = Dossier.objects.filter(pk__in=nummers(gelezen)).order_by("nummer")
    bewerkt = [d.nummer for d in dossiers.only("nummer", "versie") if d.versie != gelezen[str(d.pk)]]
    if bewerkt and not nieuwer:
        namen = ", ".join(islice(bewerkt, GENOEMD))
        meer = ", …" if len(bewerkt) > GENOEMD else ""
        waar = _geteld(len(bewerkt), "dossier", "dossiers")
        redenen.append(f"In {waar} is intussen gewerkt: {namen}{meer}.")
    if redenen:
        raise ErIsOpGebouwd(redenen)


def _met_contract(deze: Inleesset) -> list[int]:
    """The organisations of which this set wrote a contract."""
    contracten = nummers(list(deze.daden.filter(soort="contracten").values_list("object", flat=True)))
    return list(Contract.objects.filter(pk__in=contracten).values_list("organisatie", flat=True))


def _eis_onder_contract(deze: Inleesset, organisaties: Sequence[int]) -> None:
    """Nobody may have moved in on days that no contract is left for. Raises ErIsOpGebouwd."""
    assert deze.uitgevoerd_op is not None
    gelezen = Inleesdaad.objects.filter(soort="plaatsingen", wat=Inleesdaad.Wat.NIEUW)
    contract = Contract.objects.filter(
        organisatie=OuterRef("organisatie"), periode__contains=OuterRef("periode__startswith")
    )
    # by the system itself: who is shielded lives somewhere too
    with als(systeem(deze.regio_id)):
        zelf = Plaatsing.objects.filter(organisatie__in=organisaties, geplaatst_op__gte=deze.uitgevoerd_op)
        over = zelf.exclude(pk__in=nummers(list(gelezen.values_list("object", flat=True))))
        eis(not over.filter(~Exists(contract)).exists(), ErIsOpGebouwd(["Op een contract is al iemand gaan wonen."]))


def _draai_soort_terug(wie: Actor, deze: Inleesset, soort_id: str, daden: Sequence[Inleesdaad]) -> None:
    soort = SOORTEN[soort_id]
    for daad in daden:
        if daad.oud is not None:
            soort.herstel(wie, daad.object, open_json(deze, daad.oud))
    nieuw = {daad.object for daad in daden if daad.wat == Inleesdaad.Wat.NIEUW}
    if nieuw:
        try:
            with transaction.atomic():
                soort.verwijder(wie, nieuw)
        except ProtectedError as fout:
            raise ErIsOpGebouwd(_in_de_weg(soort.naam, fout)) from None
        except IntegrityError:
            raise ErIsOpGebouwd([f"Op {soort.naam.lower()} is intussen verder gewerkt."]) from None
    _zet_sleutels_terug(soort_id, daden)


def _in_de_weg(naam: str, fout: ProtectedError) -> list[str]:
    geteld = Counter(deze._meta.model_name or "" for deze in fout.protected_objects)
    return [
        f"{naam}: hierbij {'hoort' if aantal == 1 else 'horen'} {_geteld(aantal, *WOORDEN.get(wat, (wat, wat)))}."
        for wat, aantal in sorted(geteld.items())
    ]


def _geteld(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def _zet_sleutels_terug(soort_id: str, daden: Sequence[Inleesdaad]) -> None:
    weg = [daad.index for daad in daden if not daad.oude_inhoud]
    Inleessleutel.objects.filter(soort=soort_id, index__in=weg).delete()
    for daad in daden:
        if daad.oude_inhoud:
            Inleessleutel.objects.filter(soort=soort_id, index=daad.index).update(inhoud=daad.oude_inhoud)
