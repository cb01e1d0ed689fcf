"""Who sleeps at a shelter: a night given, crossed out, or not given; and how many beds there are."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from voordeur.inwoner.actions import schrijf_op, toon_aan, toon_geschreven_aan
from voordeur.kern.actor import Actor
from voordeur.kern.eisen import als_geschonden
from voordeur.kern.fouten import eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Organisatie
from voordeur.regels.opvang import eerste_nacht
from voordeur.toegang.actions.delen import pak_voor_verblijf, toon_dossier_aan
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import vormen

from ..fouten import AlVervallen, Onvolledig, SlaaptHierAl
from ..models import Bedden, Nacht, NietGegeven
from .hulp import OPVANG, BijOpvang, eis_nacht, eis_van_opvang, is_kind

# what a shelter wrote about somebody, and hands over with the person
GESCHREVEN = (
    "deur", "melding", "nacht elders", "opvang feiten", "opvang intake", "opvang plan", "opvang veilig",
    "opvang woonplaats",
)  # fmt: skip
MEESTE_BEDDEN = 2000


@dataclass(frozen=True, kw_only=True)
class Elders:
    """No bed here: `grond` and `uitkomst` of NietGegeven. `naar`: a shelter of the region, by id, that took over.

    `waar`: where the person is now, `gebeld`: who was called there; both asked unless nothing was found. `toch_vol`:
    who wrote it down knew that the list has free beds.
    """

    grond: str
    uitkomst: str
    waar: str = ""
    gebeld: str = ""
    naar: int | None = None
    toch_vol: bool = False


@dataclass(frozen=True)
class BijHuis:
    """A shelter of the region, with the college (CBS code) that it works for."""

    college_code: str
    aanbieder_id: int
    pk: str = ""


@handeling("opvang.nacht.geven", rollen=OPVANG)
def geef_nacht(wie: Actor, plek: BijOpvang, *, nacht: date, op: date, soort: str = "") -> Gedaan[Nacht]:
    """Somebody sleeps here in the night that begins on `nacht`. Nothing about the person is asked first.

    Raises SlaaptHierAl, NachtKloptNiet, Onvolledig.
    """
    dossier = pak_voor_verblijf(plek.dossier.pk)
    return Gedaan(noteer(wie, dossier, plek.aanbieder_id, nacht, soort, op, kind=is_kind(dossier)), eerste_nacht())


def noteer(wie: Actor, dossier: Dossier, organisatie: int, nacht: date, soort: str, op: date, *, kind: bool) -> Nacht:
    """Write down a night as a part of a larger action that locked the dossier."""
    eis_nacht(nacht, op)
    eis_van_opvang(dossier)
    keuzes = vormen(dossier)
    eis(not soort or soort in keuzes, Onvolledig("soort", "Kies een soort plek uit de lijst."))
    with als_geschonden({"nacht_een_bed_per_persoon": SlaaptHierAl(nacht)}):
        return Nacht.objects.create(
            regio_id=dossier.regio_id,
            college_code=dossier.college_code,
            aanbieders=[organisatie],
            dossier=dossier,
            organisatie_id=organisatie,
            nacht=nacht,
            soort=soort or next(iter(keuzes)),
            kind=kind,
            genoteerd_door=wie.account or 0,
        )


@handeling("opvang.nacht.corrigeren", rollen=OPVANG)
def haal_weg(wie: Actor, nacht: Nacht, reden: str, *, op: date) -> Gedaan[Nacht]:
    """Cross out a night that turned out otherwise, with a reason; the row stays. Raises AlVervallen, Onvolledig."""
    nu = Nacht.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=nacht.pk)
    eis(nu.vervallen_op is None, AlVervallen())
    eis(reden in Nacht.Reden.values, Onvolledig("reden", "Kies een reden."))
    nu.vervallen_op, nu.reden = op, reden
    nu.save(update_fields=["vervallen_op", "reden"])
    return Gedaan(nu)


@handeling("opvang.nacht.elders", rollen=OPVANG)
def breng_elders(wie: Actor, plek: BijOpvang, elders: Elders, *, nacht: date, op: date) -> Gedaan[NietGegeven]:
    """There was no bed here: why, and where the person was brought. The other shelter gets the dossier with the person.

    Raises Onvolledig, NachtKloptNiet, SlaaptHierAl.
    """
    dossier = pak_voor_verblijf(plek.dossier.pk)
    return Gedaan(noteer_elders(wie, dossier, plek.aanbieder_id, elders, nacht, op, kind=is_kind(dossier)))


def noteer_elders(
    wie: Actor, dossier: Dossier, organisatie: int, elders: Elders, nacht: date, op: date, *, kind: bool
) -> NietGegeven:
    """Write down a night that was not given, as a part of a larger action that locked the dossier."""
    eis_nacht(nacht, op)
    eis_van_opvang(dossier)
    _controleer(elders, organisatie)
    schrijf_op(dossier.inwoner, "nacht elders", asdict(elders), van=dossier.nummer, aanbieders=dossier.aanbieders)
    if elders.naar is not None:
        _draag_over(dossier, elders.naar)
    with als_geschonden({"niet_gegeven_een_per_nacht": SlaaptHierAl(nacht)}):
        return NietGegeven.objects.create(
            regio_id=dossier.regio_id,
            college_code=dossier.college_code,
            aanbieders=[organisatie],
            dossier=dossier,
            organisatie_id=organisatie,
            nacht=nacht,
            grond=elders.grond,
            uitkomst=elders.uitkomst,
            naar_id=elders.naar,
            kind=kind,
            genoteerd_door=wie.account or 0,
        )


def _controleer(elders: Elders, organisatie: int) -> None:
    eis(elders.grond in NietGegeven.Grond.values, Onvolledig("grond", "Kies waarom er hier geen bed is."))
    eis(elders.uitkomst in NietGegeven.Uitkomst.values, Onvolledig("uitkomst", "Kies waar de persoon nu is."))
    if elders.uitkomst != NietGegeven.Uitkomst.NERGENS:
        waar = elders.naar is not None or bool(elders.waar.strip())
        eis(waar, Onvolledig("waar", "Schrijf op waar de persoon nu is."))
        eis(bool(elders.gebeld.strip()), Onvolledig("gebeld", "Schrijf op wie u daar gesproken hebt."))
    andere = Organisatie.objects.filter(soort="opvang").exclude(pk=organisatie)
    gekend = elders.naar is None or andere.filter(pk=elders.naar).exists()
    eis(gekend, Onvolledig("naar", "Kies een andere opvang uit de lijst."))


def _draag_over(dossier: Dossier, naar: int) -> None:
    """A warm hand-over: the person does not have to tell it again."""
    toon_aan(dossier.inwoner, naar)
    toon_geschreven_aan(dossier.inwoner, GESCHREVEN, dossier.nummer, naar)
    toon_dossier_aan(dossier, naar)


@handeling("opvang.bedden.vastleggen", rollen=OPVANG)
def leg_bedden_vast(wie: Actor, huis: BijHuis, aantal: int, *, vanaf: date, op: date) -> Gedaan[Bedden]:
    """Record how many beds the own shelter has from a day on. Raises Onvolledig."""
    eis(0 <= aantal <= MEESTE_BEDDEN, Onvolledig("aantal", f"Vul een getal in van 0 tot en met {MEESTE_BEDDEN}."))
    bedden, _ = Bedden.objects.update_or_create(
        regio_id=wie.regio, organisatie_id=huis.aanbieder_id, vanaf=vanaf, defaults={"aantal": aantal}
    )
    return Gedaan(bedden)
