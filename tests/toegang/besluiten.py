"""What the tests of decisions and objections share: the newest letter, a dossier prepared again."""

from __future__ import annotations

from tests.stad import Stad
from voordeur.inwoner.queries import lees_bestand
from voordeur.kern.actor import als
from voordeur.toegang.models import Document, Dossier


def brief_van(stad: Stad, dossier: Dossier, soort: str) -> bytes:
    """The newest letter of a kind of a dossier."""
    with als(stad.als("consulent")):
        brief = Document.objects.select_related("dossier__inwoner").filter(dossier=dossier, soort=soort).latest("id")
        return lees_bestand(brief.dossier.inwoner, brief.inhoud)
