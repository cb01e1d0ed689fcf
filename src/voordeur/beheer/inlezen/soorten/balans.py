"""Opening balances: one balanced entry for a year, never changed; it is taken back by its opposite."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal

from voordeur.geld.boeken import boek, is_gesloten
from voordeur.geld.models import Boeking
from voordeur.geld.rekeningen import SCHEMA
from voordeur.kern.actor import Actor
from voordeur.regels.bedragen import NUL

from ..omgeving import Omgeving
from ..rij import Rij, Veld
from ..waarden import bedrag, jaartal, uit
from ..werkblad import Werkblad, nummers, per
from .aanbod import GEMEENTE
from .basis import Geschreven, Soort, sleutelveld

BRON = "beginbalans"


def _rekeningen(_: Omgeving) -> dict[str, str]:
    return {code: naam for code, (naam, _) in SCHEMA.items()}


class Beginbalans(Soort):
    """What the region has and owes on the first day of a year."""

    id = "beginbalans"
    ineens = True
    naam = "Beginbalans"
    uitleg = "De stand van de reserve en per gemeente op 1 januari. Debet en credit zijn samen gelijk."
    velden = (
        sleutelveld("deze regel", "BAL-1"),
        Veld("jaar", "Het jaar dat op 1 januari begint.", "2026", jaartal),
        Veld("rekening", "De rekening, met naam of nummer.", "", uit(_rekeningen, "rekening"), keuzes=_rekeningen),
        GEMEENTE,
        Veld("debet", "Het bedrag in euro. Vul debet of credit in.", "1.250,50", bedrag, verplicht=False),
        Veld("credit", "Het bedrag in euro. Vul debet of credit in.", "", bedrag, verplicht=False),
    )  # fmt: skip

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        for rij in rijen:
            self._eis_een_kant(rij)
        for jaar, groep in per(rijen, "jaar").items():
            self._eis_vrij_jaar(blad, jaar, groep)
            verschil = sum((_regel(rij) for rij in groep), NUL)
            stuk = [rij.nummer for rij in groep if rij.fouten]
            for rij in groep:
                if verschil:
                    tekst = f"{abs(verschil):.2f}".replace(".", ",")
                    rij.fout("", f"De balans van {jaar} is niet in evenwicht.", f"Debet en credit verschillen {tekst}.",
                             "Verbeter de bedragen.")  # fmt: skip
                elif stuk and not rij.fouten:
                    rij.fout("", f"De balans van {jaar} gaat in een keer.", f"Rij {stuk[0]} heeft een fout.",
                             "Verbeter eerst die rij.", gevolg=True)  # fmt: skip

    def _eis_een_kant(self, rij: Rij) -> None:
        debet, credit = rij.waarden.get("debet"), rij.waarden.get("credit")
        kapot = {fout.veld for fout in rij.fouten} & {"debet", "credit"}
        if not kapot and (bool(debet) == bool(credit) or (debet or credit or NUL) < 0):
            rij.fout("debet", "Vul debet of credit in, boven nul.", "Een regel staat aan een kant.", "Verbeter de rij.")

    def _eis_vrij_jaar(self, blad: Werkblad, jaar: int, groep: Sequence[Rij]) -> None:
        staat = Boeking.objects.filter(bron=f"{BRON} {jaar}", storno=None).values_list("pk", flat=True)
        bekend = {str(pk) for pk in staat}
        for rij in groep:
            eerder = blad.eerder(self.id, rij.sleutel)
            zelfde = eerder is not None and eerder.object in bekend and eerder.inhoud == blad.inhoud(rij)
            if is_gesloten(jaar) and not zelfde:
                rij.fout("jaar", "Dit jaar is al afgesloten.", "Er kan niets meer bij.", "Kies een later jaar.")
            elif bekend and not zelfde:
                rij.fout("jaar", "Dit jaar heeft al een beginbalans.", "Een boeking verandert niet.",
                         "Draai de eerste terug, of boek het verschil.")  # fmt: skip

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        return {str(pk): {} for pk in Boeking.objects.filter(pk__in=nummers(objecten)).values_list("pk", flat=True)}

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        staat = Boeking.objects.filter(bron__startswith=f"{BRON} ", storno=None).order_by("pk")
        return {str(pk): f"boeking {nummer}" for pk, nummer in staat.values_list("pk", "nummer")}

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        van_jaar: dict[int, Boeking] = {}
        for jaar, groep in per(rijen, "jaar").items():
            van_jaar[jaar] = boek(
                wie, op=date(jaar, 1, 1), jaar=jaar, omschrijving=f"Beginbalans {jaar}", bron=f"{BRON} {jaar}",
                regels=[(rij.waarden["rekening"], rij.waarden["gemeente"], _regel(rij)) for rij in groep],
            )  # fmt: skip
        boekingen = [van_jaar[rij.waarden["jaar"]] for rij in rijen]
        return [Geschreven(str(deze.pk), "boeking", blad.omgeving.centrum, deze.betreft) for deze in boekingen]

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        for deze in Boeking.objects.filter(pk__in=nummers(objecten), storno=None).order_by("pk"):
            regels = deze.regels.select_related("rekening").order_by("id")
            boek(
                wie, op=deze.op, jaar=deze.jaar, omschrijving=f"Storno van {deze.nummer}: inlezen teruggedraaid",
                bron=f"storno {deze.nummer}", storno_van=deze,
                regels=[(regel.rekening.code, regel.college_code, -regel.bedrag) for regel in regels],
            )  # fmt: skip


def _regel(rij: Rij) -> Decimal:
    """The amount of a line: debit above zero, credit below."""
    debet, credit = rij.waarden.get("debet"), rij.waarden.get("credit")
    return (debet or NUL) - (credit or NUL)
