"""What the municipality of the resident hears: the number of the dossier and days, never why somebody needs help."""

from __future__ import annotations

from datetime import date

from voordeur.berichten.actions import zet_klaar
from voordeur.kern.actor import Actor
from voordeur.kern.models import College
from voordeur.kern.queries import colleges
from voordeur.regels.verwoorden import schrijf_datum

GEPLAATST = """Aan het {college}

Er is een plek voor de inwoner van dossier {dossier}.
De inwoner woont daar vanaf {dag}.
Het dossier staat in Voordeur.

Met vriendelijke groet,
{afzender}
"""
BEEINDIGD = """Aan het {college}

Het verblijf van de inwoner van dossier {dossier} eindigt.
De laatste dag is {dag}.
Het dossier staat in Voordeur.

Met vriendelijke groet,
{afzender}
"""


def meld_plaatsing(wie: Actor, college_code: str, dossier: str, dag: date) -> None:
    """Tell the municipality that somebody has a place from a day on; the centrumgemeente knows already."""
    _meld(wie, college_code, "plaatsing", GEPLAATST, dossier, dag)


def meld_einde(wie: Actor, college_code: str, dossier: str, dag: date) -> None:
    """Tell the municipality which day is the last."""
    _meld(wie, college_code, "einde verblijf", BEEINDIGD, dossier, dag)


def _meld(wie: Actor, college_code: str, soort: str, tekst: str, dossier: str, dag: date) -> None:
    in_regio = colleges(wie.regio)
    afzender = next(college for college in in_regio.values() if college.centrum)
    if college_code == afzender.code:
        return
    aan: College = in_regio[college_code]
    inhoud = tekst.format(college=aan, dossier=dossier, dag=schrijf_datum(dag), afzender=afzender)
    zet_klaar(wie, kanaal="map", aan=str(aan), soort=soort, inhoud=inhoud.encode())
