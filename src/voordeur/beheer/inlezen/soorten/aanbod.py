"""Organisations, their contracts, houses and places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.kern.models import Organisatie
from voordeur.kern.perioden import gesloten
from voordeur.regels.producten import huisvestingen
from voordeur.toegang.models.besluit import PAPIER

from ..omgeving import Omgeving
from ..overlap import Stuk, meld_botsingen, stuk_van
from ..rij import Leesfout, Rij, Veld
from ..waarden import bedrag, dag, keuze, patroon, tekst, uit
from ..werkblad import Werkblad, nummers, per
from .basis import Tabelsoort, eis_volgorde, periode, sleutelveld, verwijzing

LEES_BETAALWIJZE, BETAALWIJZEN = keuze("subsidie", "inkoop")
LEES_HUISVESTING, HUISVESTINGEN = keuze("incl", "excl")
NUMMER = patroon(r"[A-Za-z0-9.-]{1,18}", "hoogstens 18 letters, cijfers, punten en streepjes")
OP_PAPIER = (
    "Het nummer op het papier. Hoogstens 18 letters, cijfers, punten en streepjes. Schrijf HR/2025/1 als HR-2025-1."
)
VAN = Veld("van", "De eerste dag.", "01-01-2026", dag)
TOT = Veld("tot", "De laatste dag. Leeg als er geen einde is.", "31-12-2026", dag, verplicht=False)


def _organisatiesoorten(_: Omgeving) -> dict[str, str]:
    return {soort: soort for soort in Organisatie.Soort.values}


def _lees_organisatiesoort(cel: str, omgeving: Omgeving) -> str:
    gelezen: str = keuze(*_organisatiesoorten(omgeving))[0](cel, omgeving)
    return gelezen


GEMEENTE = Veld("gemeente", "De gemeente, met haar naam of CBS-code.", "", uit(lambda wat: wat.gemeenten, "gemeente"),
                keuzes=lambda wat: wat.gemeenten)  # fmt: skip


class Organisaties(Tabelsoort):
    """Providers, shelters, access organisations and others."""

    id = "organisaties"
    naam = "Organisaties"
    uitleg = "Aanbieders, opvang, toegangsorganisaties, woningcorporaties en anderen."
    velden = (
        sleutelveld("deze organisatie", "ORG-1"),
        Veld("naam", "De naam, zoals iedereen haar kent.", "Stichting De Haven", tekst(200)),
        Veld("soort", "Wat de organisatie doet.", "aanbieder", _lees_organisatiesoort, keuzes=_organisatiesoorten),
        Veld("telefoon", "Het telefoonnummer.", "0123 456 789", tekst(20), verplicht=False),
    )
    model = Organisatie
    kolommen: ClassVar = {"naam": "naam", "soort": "soort", "telefoon": "telefoon"}

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        for naam, dubbel in per(rijen, "naam").items():
            for rij in dubbel if len(dubbel) > 1 else ():
                rij.fout("naam", f"De naam {naam} staat twee keer.", "Elke organisatie heeft een eigen naam.",
                         "Laat er een weg.")  # fmt: skip
        bestaand = dict(Organisatie.objects.values_list("naam", "pk"))
        for rij in rijen:
            eerder, zelfde = blad.eerder(self.id, rij.sleutel), bestaand.get(rij.waarden.get("naam", ""))
            if eerder and zelfde and eerder.object != str(zelfde):
                rij.fout("naam", "Deze naam heeft al een andere organisatie.", "Elke naam komt een keer voor.",
                         "Kies een andere naam.")  # fmt: skip

    def vind(self, blad: Werkblad, rijen: Sequence[Rij]) -> Mapping[str, str]:
        bestaand = dict(Organisatie.objects.values_list("naam", "pk"))
        namen = ((rij.sleutel, bestaand.get(rij.waarden["naam"])) for rij in rijen)
        return {sleutel: str(pk) for sleutel, pk in namen if pk is not None}

    def attributen(self, blad: Werkblad, rij: Rij) -> dict[str, Any]:
        waarden = rij.waarden
        return {"naam": waarden["naam"], "soort": waarden["soort"], "telefoon": waarden.get("telefoon") or ""}


AANBIEDER = verwijzing(
    "aanbieder", "organisaties", "De sleutel van de aanbieder, uit het bestand organisaties.", "ORG-1"
)


def eis_aanbieder(blad: Werkblad, rijen: Sequence[Rij]) -> None:
    """Refuse what is not of a provider."""
    pks = nummers(blad.objecten("organisaties", {rij.waarden.get("aanbieder", "") for rij in rijen}))
    soorten = {str(pk): soort for pk, soort in Organisatie.objects.filter(pk__in=pks).values_list("pk", "soort")}
    for rij in rijen:
        sleutel = rij.waarden.get("aanbieder", "")
        nieuw = blad.rij("organisaties", sleutel)
        soort = nieuw.waarden.get("soort") if nieuw else soorten.get(blad.object("organisaties", sleutel))
        if soort not in (None, "aanbieder"):
            rij.fout("aanbieder", "Deze organisatie is geen aanbieder.", f"Zij staat er als {soort}.",
                     "Kies een aanbieder.")  # fmt: skip


class Contracten(Tabelsoort):
    """Contracts; the price of who is paid by declaratie stands in the agreement itself."""

    id = "contracten"
    naam = "Contracten"
    uitleg = "Lopende contracten. Een subsidie heeft een prijs per dag. Bij inkoop staan de prijzen in de regeling."
    velden = (
        sleutelveld("dit contract", "CON-1"),
        AANBIEDER,
        Veld("nummer", OP_PAPIER, "2025-17", NUMMER),
        Veld("soort", "Hoe u betaalt.", "subsidie", LEES_BETAALWIJZE, keuzes=BETAALWIJZEN),
        VAN,
        TOT,
        Veld("dagprijs", "De prijs per dag in euro. Alleen bij een subsidie.", "123,45", bedrag, verplicht=False),
    )  # fmt: skip
    model = Contract
    kolommen: ClassVar = {
        "organisatie_id": "aanbieder",
        "soort": "soort",
        "nummer": "nummer",
        "periode": "van",
        "dagprijs": "dagprijs",
    }

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        alle = super().nu(blad, objecten)
        return {pk: {**velden, "nummer": velden["nummer"].removeprefix(PAPIER)} for pk, velden in alle.items()}

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        eis_aanbieder(blad, rijen)
        for rij in rijen:
            eis_volgorde(rij)
            self._eis_prijs(blad, rij)
        for nummer, dubbel in per(rijen, "nummer").items():
            for rij in dubbel if len(dubbel) > 1 else ():
                rij.fout("nummer", f"Nummer {nummer} staat twee keer.", "Elk contract heeft een eigen nummer.",
                         "Verbeter het nummer.")  # fmt: skip
        self._eis_vrij_nummer(blad, rijen)
        for sleutel, groep in per(rijen, "aanbieder").items():
            lopend = [stuk_van(rij) for rij in groep] + self._bestaand(blad, sleutel, groep)
            meld_botsingen(lopend, "van", "Deze aanbieder heeft dan twee contracten.", "Verbeter de datums.")

    def _eis_prijs(self, blad: Werkblad, rij: Rij) -> None:
        prijs, soort = rij.waarden.get("dagprijs"), rij.waarden.get("soort")
        if soort == "subsidie" and (prijs is None or prijs <= 0) and "dagprijs" not in {f.veld for f in rij.fouten}:
            rij.fout("dagprijs", "Een subsidie heeft een prijs per dag.", "Daarmee rekenen wij de subsidie af.",
                     "Vul een bedrag boven nul in.")  # fmt: skip
        if soort == "inkoop" and prijs is not None:
            rij.fout("dagprijs", "Bij inkoop hoort geen prijs per dag.", "De prijzen staan in de regeling.",
                     "Maak de cel leeg.")  # fmt: skip
        if soort == "inkoop" and blad.omgeving.regeling.tarieven is None:
            rij.fout("soort", "Uw regeling heeft geen prijzen.", "Inkoop rekent met prijzen uit de regeling.",
                     "Kies subsidie.")  # fmt: skip

    def _eis_vrij_nummer(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        bezet = {nummer: str(pk) for nummer, pk in Contract.objects.values_list("nummer", "pk")}
        for rij in rijen:
            ander = bezet.get(f"{PAPIER}{rij.waarden.get('nummer', '')}")
            eerder = blad.eerder(self.id, rij.sleutel)
            if ander and (eerder is None or eerder.object != ander):
                rij.fout("nummer", "Dit nummer is al van een ander contract.", "Het is eerder ingelezen.",
                         "Gebruik de sleutel van toen.")  # fmt: skip

    def _bestaand(self, blad: Werkblad, sleutel: str, groep: Sequence[Rij]) -> list[Stuk | None]:
        organisatie = nummers([blad.object("organisaties", sleutel)])
        eigen = nummers(blad.objecten(self.id, (rij.sleutel for rij in groep)))
        andere = Contract.objects.filter(organisatie_id__in=organisatie).exclude(pk__in=eigen)
        return [
            Stuk(dagen.van, dagen.tot or date.max, None, f"contract {deze.nummer}")
            for deze in andere
            for dagen in [gesloten(deze.periode)]
        ]

    def attributen(self, blad: Werkblad, rij: Rij) -> dict[str, Any]:
        waarden = rij.waarden
        return {
            "organisatie_id": int(blad.object("organisaties", waarden["aanbieder"])),
            "nummer": f"{PAPIER}{waarden['nummer']}",
            "soort": waarden["soort"],
            "periode": periode(waarden["van"], waarden.get("tot")),
            "dagprijs": waarden.get("dagprijs"),
        }


class Locaties(Tabelsoort):
    """Houses."""

    id = "locaties"
    naam = "Locaties"
    uitleg = "De huizen van de aanbieders."
    velden = (
        sleutelveld("deze locatie", "LOC-1"),
        AANBIEDER,
        Veld("naam", "De naam van het huis.", "De Linde", tekst(100)),
        GEMEENTE,
    )
    model = Locatie
    kolommen: ClassVar = {"organisatie_id": "aanbieder", "naam": "naam", "gemeente": "gemeente"}

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        eis_aanbieder(blad, rijen)
        gezien: dict[tuple[str, str], Rij] = {}
        for rij in rijen:
            vak = (rij.waarden.get("aanbieder", ""), rij.waarden.get("naam", ""))
            eerste = gezien.setdefault(vak, rij)
            if all(vak) and eerste is not rij:
                for deze in (eerste, rij):
                    deze.fout("naam", "Dit huis staat twee keer.", "Een aanbieder heeft elke naam een keer.",
                              "Laat er een weg.")  # fmt: skip

    def vind(self, blad: Werkblad, rijen: Sequence[Rij]) -> Mapping[str, str]:
        bestaand = {(str(org), naam): pk for org, naam, pk in Locatie.objects.values_list("organisatie", "naam", "pk")}
        gezocht = {rij.sleutel: (blad.object("organisaties", rij.waarden["aanbieder"]), rij.waarden["naam"])
                   for rij in rijen}  # fmt: skip
        return {sleutel: str(bestaand[vak]) for sleutel, vak in gezocht.items() if vak in bestaand}

    def attributen(self, blad: Werkblad, rij: Rij) -> dict[str, Any]:
        waarden = rij.waarden
        organisatie = int(blad.object("organisaties", waarden["aanbieder"]))
        return {"organisatie_id": organisatie, "naam": waarden["naam"], "gemeente": waarden["gemeente"]}


def _kent_huisvesting(omgeving: Omgeving) -> bool:
    return any(huisvestingen(omgeving.regeling.tarieven, product) for product in omgeving.plekproducten)


def _lees_product(cel: str, omgeving: Omgeving) -> str:
    try:
        gelezen: str = uit(lambda wat: wat.plekproducten, "hulp")(cel, omgeving)
    except Leesfout as fout:
        raise Leesfout("Dit product staat niet in de regeling.", fout.waarom, fout.dan) from None
    return gelezen


class Plekken(Tabelsoort):
    """Places where one person can live."""

    id = "plekken"
    naam = "Plekken"
    uitleg = "De plekken in de huizen. Op elke plek woont hoogstens een mens."
    velden = (
        sleutelveld("deze plek", "PLEK-1"),
        verwijzing("locatie", "locaties", "De sleutel van het huis, uit het bestand locaties.", "LOC-1"),
        Veld("nummer", "Het nummer van de kamer of plek.", "12a", tekst(20)),
        Veld("product", "De hulp die hier geboden wordt, uit de regeling.", "", _lees_product,
             keuzes=lambda wat: wat.plekproducten),
        Veld("huisvesting", "Of de prijs met of zonder wonen is.", "incl", LEES_HUISVESTING, verplicht=False,
             keuzes=HUISVESTINGEN, geldt=_kent_huisvesting),
        VAN,
        TOT,
    )  # fmt: skip
    model = Plek
    kolommen: ClassVar = {
        "locatie_id": "locatie",
        "nummer": "nummer",
        "product": "product",
        "huisvesting": "huisvesting",
        "periode": "van",
    }

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        gezien: dict[tuple[str, str], Rij] = {}
        for rij in rijen:
            eis_volgorde(rij)
            self._eis_huisvesting(blad, rij)
            vak = (rij.waarden.get("locatie", ""), rij.waarden.get("nummer", ""))
            eerste = gezien.setdefault(vak, rij)
            if all(vak) and eerste is not rij:
                for deze in (eerste, rij):
                    deze.fout("nummer", "Deze plek staat twee keer.", "Een huis heeft elk nummer een keer.",
                              "Laat er een weg.")  # fmt: skip

    def _eis_huisvesting(self, blad: Werkblad, rij: Rij) -> None:
        mogelijk = huisvestingen(blad.omgeving.regeling.tarieven, rij.waarden.get("product", ""))
        gekozen = rij.waarden.get("huisvesting") or ""
        if "product" in rij.waarden and ((mogelijk and gekozen not in mogelijk) or (gekozen and not mogelijk)):
            kan = " of ".join(mogelijk) or "leeg"
            rij.fout("huisvesting", "Dit klopt niet bij dit product.", "De prijs hangt hiervan af.", f"Vul in: {kan}.")

    def vind(self, blad: Werkblad, rijen: Sequence[Rij]) -> Mapping[str, str]:
        bestaand = {
            (str(locatie), nummer): pk for locatie, nummer, pk in Plek.objects.values_list("locatie", "nummer", "pk")
        }
        gezocht = {
            rij.sleutel: (blad.object("locaties", rij.waarden["locatie"]), rij.waarden["nummer"]) for rij in rijen
        }
        return {sleutel: str(bestaand[vak]) for sleutel, vak in gezocht.items() if vak in bestaand}

    def attributen(self, blad: Werkblad, rij: Rij) -> dict[str, Any]:
        waarden = rij.waarden
        return {
            "locatie_id": int(blad.object("locaties", waarden["locatie"])),
            "nummer": waarden["nummer"],
            "product": waarden["product"],
            "huisvesting": waarden.get("huisvesting") or "",
            "periode": periode(waarden["van"], waarden.get("tot")),
        }
