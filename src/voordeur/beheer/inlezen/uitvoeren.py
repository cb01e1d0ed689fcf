"""Carrying out a set, and taking it back: in one transaction, so that half of it never stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db import DEFAULT_DB_ALIAS, DatabaseError, IntegrityError, connections

from voordeur.kern.actor import Actor, als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.journaal import schrijf
from voordeur.kern.models import Journaalregel
from voordeur.kern.queries import colleges, namen_van_accounts
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.regels.fouten import Onberekenbaar

from ..models import Inleesbestand, Inleesdaad, Inleesset, Inleessleutel
from .kluis import bestanden_van, gooi_sleutel_weg, open_json, sluit_json
from .omgeving import omgeving_van
from .rij import Rij
from .soorten import SOORTEN
from .soorten.basis import Geschreven, Soort
from .terug import draai_alles_terug
from .toetsen import IntussenVeranderd, NietAllesGoed, NietsGoeds, afdruk, toets
from .uitslag import als_uitslag, zonder_rijen
from .verschil import GEKOPPELD, GEWIJZIGD, NIEUW
from .voortgang import Voortgang
from .werkblad import Werkblad

BROK = 500
STAND = Inleesset.Stand
HANDELING = "beheer.inlezen"
# from one answer of the database to another it is the same fault
MISLUKT = (Geweigerd, Onberekenbaar, SleutelOntbreekt, DatabaseError)


def werker(regio: str, account: int | None) -> Actor:
    """Who carries out: the worker in the name of who ordered it, for every college of the region."""
    kaal = Actor(regio, account, "Voordeur", vanwaar="werker")
    with als(kaal):
        naam = namen_van_accounts([account]).get(account or 0, kaal.naam)
        return replace(kaal, naam=naam, colleges=frozenset(colleges(regio)))


def toets_set(regio: str, set_id: int, op: date) -> None:
    """Check a set that waits for it, and keep what came of it, locked. Does nothing when it does not wait."""
    wie = werker(regio, None)

    def doe(deze: Inleesset) -> None:
        blad = toets(omgeving_van(regio, op), bestanden_van(deze))
        deze.uitslag, deze.afdruk = sluit_json(deze, als_uitslag(blad)), afdruk(blad)
        _zet(deze, STAND.GETOETST)

    _probeer(wie, set_id, STAND.TOETSEN, STAND.OPEN, doe)


def voer_uit(regio: str, set_id: int) -> None:
    """Carry out a set that waits for it. Does nothing when it does not wait; a fault puts it back with the reason."""
    with als(werker(regio, None)):
        opdracht = Inleesset.objects.get(pk=set_id)
    wie = werker(regio, opdracht.uitgevoerd_door)

    def doe(deze: Inleesset) -> None:
        assert deze.uitgevoerd_op is not None
        _een_tegelijk(regio)
        # with the same eyes as before: what this person may not see would else look changed
        with als(werker(regio, None)):
            blad = toets(omgeving_van(regio, deze.uitgevoerd_op), bestanden_van(deze))
        eis(afdruk(blad) == deze.afdruk, IntussenVeranderd())
        schrijf_alles(wie, deze, blad)
        Inleesbestand.objects.filter(set=deze).delete()
        deze.uitslag = sluit_json(deze, zonder_rijen(open_json(deze, deze.uitslag or b"")))
        _zet(deze, STAND.UITGEVOERD)
        schrijf(wie, f"{HANDELING}.uitgevoerd", deze.uitgevoerd_op, deze, deze.college_code, "", None)

    _probeer(wie, set_id, STAND.BEZIG, STAND.GETOETST, doe)


def neem_terug(regio: str, set_id: int) -> None:
    """Take back a set that waits for it, as a whole. Does nothing when it does not wait; what stands in the way is
    said on its page, and then it stays as it is."""
    with als(werker(regio, None)):
        opdracht = Inleesset.objects.get(pk=set_id)
    wie = werker(regio, opdracht.terug_door)

    def doe(deze: Inleesset) -> None:
        assert deze.terug_op is not None
        _een_tegelijk(regio)
        draai_alles_terug(wie, deze)
        gooi_sleutel_weg(deze)
        _zet(deze, STAND.TERUG)
        schrijf(wie, f"{HANDELING}.teruggedraaid", deze.terug_op, deze, deze.college_code, "", None)

    _probeer(wie, set_id, STAND.GAAT_TERUG, STAND.UITGEVOERD, doe)


def _probeer(wie: Actor, set_id: int, van: str, terug: str, doe: Callable[[Inleesset], None]) -> None:
    try:
        with als(wie):
            deze = Inleesset.objects.select_for_update(no_key=True).get(pk=set_id)
            if deze.stand == van:
                doe(deze)
                _controleer_uitgestelde_eisen()
    except MISLUKT as fout:
        with als(wie):
            deze = Inleesset.objects.select_for_update(no_key=True).get(pk=set_id)
            if deze.stand == van:
                deze.uitgevoerd_door = deze.uitgevoerd_door if terug == STAND.UITGEVOERD else None
                _zet(deze, terug, _reden(fout))


def _reden(fout: Exception) -> str:
    if isinstance(fout, IntegrityError):
        return f"De database weigerde dit ({constraint_van(fout)}). Er is niets veranderd. Toets opnieuw."
    if isinstance(fout, DatabaseError):
        return "De database gaf een fout. Er is niets veranderd. Probeer het opnieuw."
    return str(fout)[:300]


def _zet(deze: Inleesset, stand: str, melding: str = "") -> None:
    deze.stand, deze.melding = stand, melding
    deze.save()


def _een_tegelijk(regio: str) -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"inlezen {regio}"])


def _controleer_uitgestelde_eisen() -> None:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def schrijf_alles(wie: Actor, deze: Inleesset, blad: Werkblad) -> None:
    """Write the good rows of a table, kind by kind. Raises NietsGoeds, NietAllesGoed."""
    eis(deze.goede_regels or not blad.fouten, NietAllesGoed())
    goed = {soort: [rij for rij in rijen if rij.goed] for soort, rijen in blad.rijen.items()}
    eis(any(goed.values()), NietsGoeds())
    voortgang = Voortgang(wie, deze.pk, sum(map(len, goed.values())))
    voortgang.meld(0, "")
    for soort_id, rijen in goed.items():
        soort = SOORTEN[soort_id]
        voortgang.meld(sum(rij.stand not in (NIEUW, GEWIJZIGD) for rij in rijen), soort.naam)
        _koppel(wie, deze, blad, [rij for rij in rijen if rij.stand == GEKOPPELD])
        for brok in _brokken([rij for rij in rijen if rij.stand == NIEUW], soort):
            gemaakt = soort.maak(wie, blad, brok)
            _onthoud(wie, deze, blad, brok, gemaakt)
            voortgang.meld(len(brok), soort.naam)
        for rij in (rij for rij in rijen if rij.stand == GEWIJZIGD):
            gedaan, oud = soort.wijzig(wie, blad, rij)
            _onthoud(wie, deze, blad, [rij], [gedaan], sluit_json(deze, oud))
            voortgang.meld(1, soort.naam)


def _brokken(rijen: Sequence[Rij], soort: Soort) -> Iterator[Sequence[Rij]]:
    stap = len(rijen) if soort.ineens else BROK
    for begin in range(0, len(rijen), stap or 1):
        yield rijen[begin : begin + stap]


def _koppel(wie: Actor, deze: Inleesset, blad: Werkblad, rijen: Sequence[Rij]) -> None:
    """Remember the key of what was there already, just as the file has it."""
    gedaan = [Geschreven(rij.object, rij.soort, "", "") for rij in rijen]
    _bewaar_sleutels(wie, deze, blad, rijen, gedaan, Inleesdaad.Wat.GEKOPPELD)


def _onthoud(
    wie: Actor, deze: Inleesset, blad: Werkblad, rijen: Sequence[Rij], gedaan: Sequence[Geschreven],
    oud: bytes | None = None,
) -> None:  # fmt: skip
    """Keep by which key something is known, what was done to it, and an entry in the journal for each object."""
    wat = Inleesdaad.Wat.NIEUW if oud is None else Inleesdaad.Wat.GEWIJZIGD
    _bewaar_sleutels(wie, deze, blad, rijen, gedaan, wat, oud)
    assert deze.uitgevoerd_op is not None
    handeling, regels = f"{HANDELING}.{wat}", {deel.object: deel for deel in gedaan}
    Journaalregel.objects.bulk_create(
        Journaalregel(
            regio_id=wie.regio, account=wie.account, rol="",
            vanwaar=wie.vanwaar, namens=deel.college, handeling=handeling, op=deze.uitgevoerd_op,
            object_soort=deel.tabel, object_id=deel.object, betreft=deel.betreft,
            uitslag=Journaalregel.Uitslag.GEDAAN, waarom=[],
        )
        for deel in regels.values()
    )  # fmt: skip


def _bewaar_sleutels(
    wie: Actor, deze: Inleesset, blad: Werkblad, rijen: Sequence[Rij], gedaan: Sequence[Geschreven], wat: str,
    oud: bytes | None = None,
) -> None:  # fmt: skip
    daden, sleutels = [], []
    for rij, deel in zip(rijen, gedaan, strict=True):
        blad.gemaakt[rij.soort, rij.sleutel] = deel.object
        index, eerder = blad.index(rij.soort, rij.sleutel), blad.eerder(rij.soort, rij.sleutel)
        daden.append(Inleesdaad(
            regio_id=wie.regio, set=deze, soort=rij.soort, object=deel.object, wat=wat, oud=oud, index=index,
            oude_inhoud=eerder.inhoud if eerder else "", versie=deel.versie,
        ))  # fmt: skip
        sleutels.append(Inleessleutel(
            regio_id=wie.regio, soort=rij.soort, index=index, inhoud=blad.inhoud(rij), object=deel.object
        ))  # fmt: skip
    Inleesdaad.objects.bulk_create(daden)
    Inleessleutel.objects.bulk_create(
        sleutels, update_conflicts=True, unique_fields=["regio", "soort", "index"], update_fields=["inhoud", "object"]
    )
