"""Systems that call the machine door, and a region with one of each kind."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.stad import Stad
from tests.web.wereld import Wereld, maak, met_geld
from voordeur.api.actions import BijBeheer, Sleutelvraag, bevestig_sleutel, maak_sleutel
from voordeur.api.geheim import nieuw_geheim
from voordeur.api.models import Apisleutel
from voordeur.kern.actor import als
from voordeur.opvang.models import Nacht
from voordeur.web.klok import vandaag

REGELING = "enschede"


@dataclass
class Systeem:
    """A system with a key."""

    bewijs: str
    sleutel: Apisleutel

    def vraag(self, methode: str, pad: str, inhoud: Any = None, **koppen: str) -> HttpResponse:
        """One call; a name such as `if_match` is the header If-Match."""
        eigen = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        velden: dict[str, Any] = {} if inhoud is None else {"data": inhoud, "content_type": "application/json"}
        antwoord: HttpResponse = getattr(Client(), methode.lower())(
            pad, headers={"Authorization": f"Bearer {self.bewijs}", **eigen}, **velden
        )
        return antwoord

    def get(self, pad: str, **koppen: str) -> HttpResponse:
        return self.vraag("GET", pad, **koppen)

    def post(self, pad: str, inhoud: Any = None, **koppen: str) -> HttpResponse:
        return self.vraag("POST", pad, {} if inhoud is None else inhoud, **koppen)

    def maak(self, pad: str, inhoud: Any, sleutel: str = "") -> HttpResponse:
        """A creation, with an Idempotency-Key of its own."""
        return self.post(pad, inhoud, idempotency_key=sleutel or uuid.uuid4().hex)


def systeem_van(stad: Stad, wie: str, *, schrijven: bool = True, **anders: Any) -> Systeem:
    dag = vandaag()
    geheim = nieuw_geheim(stad.regio)
    gewoon: dict[str, Any] = {"van": dag, "tot": date.fromordinal(dag.toordinal() + 30)}
    vraag = Sleutelvraag(
        naam=f"Systeem van {wie}", account=stad.accounts[wie], mag_schrijven=schrijven, **{**gewoon, **anders}
    )
    gemaakt = maak_sleutel(stad.als("beheerder"), BijBeheer(stad.centrum), vraag, geheim, op=dag).object
    bevestig_sleutel(stad.als("teamleider"), BijBeheer(stad.centrum, gemaakt.pk), op=dag)
    return Systeem(geheim.bewijs, gemaakt)


def systemen_van(stad: Stad) -> Callable[..., Systeem]:
    """The systems of a region, each made once."""
    gemaakt: dict[tuple[str, bool], Systeem] = {}

    def van(wie: str, *, schrijven: bool = True) -> Systeem:
        if (wie, schrijven) not in gemaakt:
            gemaakt[wie, schrijven] = systeem_van(stad, wie, schrijven=schrijven)
        return gemaakt[wie, schrijven]

    return van


def maak_wereld(stad: Stad, college: str = "") -> Wereld:
    """One of each kind, of a resident of a municipality, with money in the region."""
    wereld = maak(stad, college or stad.gemeente)
    wereld.waarden |= met_geld(stad) | van_de_opvang(stad)
    return wereld


def van_de_opvang(stad: Stad) -> dict[str, Any]:
    """A night at the shelter of the region."""
    with als(stad.als("opvang")):
        return {"nacht": Nacht.objects.order_by("-id")[0].pk}


def melding(stad: Stad, **anders: Any) -> dict[str, Any]:
    """A report as a system sends it."""
    return {
        "collegeCode": stad.gemeente,
        "melder": "zorgaanbieder",
        "voorziening": "BW",
        "ontvangenOp": vandaag().isoformat(),
        "voornaam": "Sanne",
        "naam": "de Wit",
        "geboortedatum": "1994-03-04",
        "reden": "Zij redt het niet alleen.",
        **anders,
    }
