"""Local policy of a region, made quickly: one of each kind, in days that nobody else has."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from tests.geld import opzet as geld
from tests.stad import Stad
from voordeur.beheer.models import Eindevoorstel, Versievoorstel
from voordeur.kern.actor import als
from voordeur.kern.models import Beleidswaarde, Regelingversie
from voordeur.kern.perioden import half_open
from voordeur.regelingen.laden import map_van_regelingen

OP = date(2026, 3, 2)
TELLER = count(1)


def beleid_van(stad: Stad) -> dict[str, Any]:
    """A value that was set, one that waits, a version that comes and one that waits: in days that nobody else has."""
    dag = date(2098, 1, 1) + timedelta(days=10 * next(TELLER))
    regeling = stad.regeling
    tekst = document_tekst(regeling.id, regeling.versie)
    eigen = {
        "regio_id": stad.regio, "naam": regeling.open[-1].naam, "waarde": "naar inwoners", "orgaan": "De colleges",
        "besluit_op": OP, "voorbereid_door": stad.accounts["controller"].pk, "voorbereid_op": OP,
        "periode": half_open(dag, dag),
    }  # fmt: skip
    vast = {"vastgesteld_door": stad.accounts["bestuurder"].pk, "vastgesteld_op": OP}
    with als(geld.bouwer(stad)):
        gezet = Beleidswaarde.objects.create(**eigen, **vast)
        voorstel = Beleidswaarde.objects.create(**eigen)
        besluit = {
            naam: eigen[naam] for naam in ("regio_id", "orgaan", "besluit_op", "voorbereid_door", "voorbereid_op")
        }
        einde = Eindevoorstel.objects.create(waarde=gezet, vanaf=dag, **besluit)
        bestand = tekst.replace(regeling.versie.isoformat(), (dag + timedelta(days=1)).isoformat()).encode()
        versie = Versievoorstel.objects.create(
            regio_id=stad.regio, versie=dag + timedelta(days=1), inhoud=bestand, hash="x", besluit="Besluit",
            voorbereid_op=OP,
        )  # fmt: skip
        geladen = tekst.replace(regeling.versie.isoformat(), dag.isoformat()).encode()
        Regelingversie.objects.create(
            regio_id=stad.regio, regeling=regeling.id, versie=dag, inhoud=geladen, hash=sha256(geladen).hexdigest(),
            op=OP,
        )  # fmt: skip
    return {
        "parameter": regeling.open[-1].naam, "beleidswaarde": gezet.pk, "beleidsvoorstel": voorstel.pk,
        "versievoorstel": versie.pk, "versie": dag.isoformat(), "eindevoorstel": einde.pk, "voorstelsoort": "waarde",
        "gemeentecode": stad.gemeente,
    }  # fmt: skip


def document_tekst(id_: str, versie: date) -> str:
    """The file of a version of the package."""
    return (map_van_regelingen() / id_ / f"{versie.isoformat()}.toml").read_text("utf-8")
