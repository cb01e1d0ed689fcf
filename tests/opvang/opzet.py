"""Two shelters in a region, who works there, and people at the door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from tests.stad import ALTIJD, Stad, _in_dienst
from voordeur.kern.actor import Rol, als
from voordeur.kern.models import College, Mandaatregel, Organisatie
from voordeur.kern.onderhoud import systeem
from voordeur.opvang.actions import AanDeDeur, Gast, ontvang
from voordeur.opvang.models import Aanmelding
from voordeur.toegang.models import Dossier

OP = date(2026, 3, 2)
MORGEN = date(2026, 3, 3)
ANTWOORDEN: dict[str, Any] = {
    "thuis_verlaten": True, "redt_zich_zelf": False, "geweld": False, "binding": False,
    "binding_tekst": "Woonde elders.", "behoeften": "Een plek en rust.", "eigen_kracht": "Kan zelf koken.",
    "netwerk": "Een zus ver weg.", "mantelzorg": "Geen mantelzorger.", "voorzieningen": "Dagopvang is bekeken.",
    "samenwerking": "Geen zorg.", "bijdrage": "Dat is verteld.",
}  # fmt: skip


@dataclass
class Huis:
    """A region with two shelters: `nacht`, `nacht2` work at the first, `anker` at the second."""

    stad: Stad
    vlinder: int
    anker: int

    def geef_mandaat(self, handeling: str = "toegang") -> None:
        """The college of the centre lets the first shelter decide in its name."""
        with als(systeem(self.stad.regio)):
            Mandaatregel.objects.create(
                regio_id=self.stad.regio, handeling=handeling, van=College.objects.get(code=self.stad.centrum),
                aan_organisatie_id=self.vlinder, periode=ALTIJD, grond="proef/mandaat",
            )  # fmt: skip

    def aan_de_deur(self, *gasten: Gast, wie: str = "nacht", op: date = OP, **anders: Any) -> Dossier:
        """Somebody at the door of the first shelter; returns the dossier of who came first."""
        deur = AanDeDeur(
            college_code=self.stad.centrum, aanbieder_id=self.vlinder, gasten=gasten or (Gast(),), nacht=op, **anders
        )
        aanmelding: Aanmelding = ontvang(self.stad.als(wie), deur, op=op).object
        return self.vers(aanmelding.dossier)

    def vers(self, dossier: Dossier, wie: str = "consulent") -> Dossier:
        with als(self.stad.als(wie)):
            return Dossier.objects.select_related("inwoner").get(pk=dossier.pk)

    def klant(self, wie: str = "nacht") -> Client:
        klant = Client()
        klant.force_login(self.stad.accounts[wie])
        return klant


def richt_in(stad: Stad) -> Huis:
    """Two shelters in a region."""
    with als(systeem(stad.regio)):
        vlinder, anker = (
            Organisatie.objects.create(regio_id=stad.regio, naam=naam, soort="opvang")
            for naam in ("De Nachtvlinder", "Het Anker")
        )
        for naam, organisatie in (("nacht", vlinder), ("nacht2", vlinder), ("anker", anker)):
            _in_dienst(stad, naam, Rol.OPVANGMEDEWERKER, organisatie=organisatie)
    return Huis(stad, vlinder.pk, anker.pk)
