"""Walking through the pages of a dossier: fill in, check, confirm, on a day of one's choice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client, override_settings

from tests.stad import Stad
from tests.toegang.weg import OP, vers
from voordeur.kern.actor import als
from voordeur.toegang.models import Dossier


def in_(stad: Stad, wie: str = "consulent") -> Client:
    """A browser in which somebody of the cast is logged in."""
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant


def pad(dossier: Dossier, stap: str = "") -> str:
    """The address of a page of a dossier."""
    return f"/dossiers/{dossier.nummer}/{stap}"


def loop(
    stad: Stad, dossier: Dossier, stap: str, *, wie: str = "consulent", vandaag: date = OP, controle: bool = True,
    **velden: Any,
) -> str:  # fmt: skip
    """Do a step as people do, with the version that is there now; returns the page that follows."""
    klant, velden = in_(stad, wie), {"versie": vers(stad, dossier).versie, **velden}
    with override_settings(VOORDEUR_VANDAAG=vandaag):
        if controle:
            blad = klant.post(pad(dossier, stap), velden)
            assert blad.status_code == 200, blad.content.decode()
        klaar = klant.post(pad(dossier, stap), velden | {"_bevestig": "1"})
        assert klaar.status_code == 303, klaar.content.decode()
        return klant.get(klaar.headers["Location"]).content.decode()


def probeer(
    stad: Stad, dossier: Dossier, stap: str, *, wie: str = "consulent", vandaag: date = OP, **velden: Any
) -> Any:
    """Confirm a step at once; returns the answer, whatever it is."""
    velden = {"versie": vers(stad, dossier).versie, "_bevestig": "1", **velden}
    with override_settings(VOORDEUR_VANDAAG=vandaag):
        return in_(stad, wie).post(pad(dossier, stap), velden)


def zie(stad: Stad, dossier: Dossier, stap: str = "", *, wie: str = "consulent", vandaag: date = OP) -> str:
    """A page of a dossier."""
    with override_settings(VOORDEUR_VANDAAG=vandaag):
        return in_(stad, wie).get(pad(dossier, stap)).content.decode()


def rij(stad: Stad, model: Any, **vraag: Any) -> Any:
    """One row as it is now."""
    with als(stad.als("consulent")):
        return model.objects.get(**vraag)
