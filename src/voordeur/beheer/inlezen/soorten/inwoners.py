"""Residents: who they are, locked with a key of their own from the first moment."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from voordeur.inwoner.actions import IDENTITEIT, vervang_bsn
from voordeur.inwoner.models import Burgerservicenummer, Gegeven, Inwoner
from voordeur.inwoner.velen import Nieuw, neem_velen_op, verwijder_velen
from voordeur.inwoner.zoeksleutels import maak_vindbaar
from voordeur.kern.actor import Actor
from voordeur.kern.sleutels import blinde_index, ontsleutel, pak_sleutel_uit, versleutel
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.models.besluit import PAPIER

from ..rij import Rij, Veld, niet_met_bestand
from ..waarden import als_tekst, bsn, dag, keuze, patroon, tekst
from ..werkblad import Werkblad, per
from .aanbod import GEMEENTE
from .basis import BROK, Geschreven, Soort, sleutelveld

LEES_AANHEF, AANHEFFEN = keuze("mevrouw", "de heer")


class Inwoners(Soort):
    """Residents."""

    id = "inwoners"
    over_mensen = True
    naam = "Inwoners"
    uitleg = "De mensen om wie het gaat. Wat u niet weet, laat u leeg."
    velden = (
        sleutelveld("deze inwoner", "INW-1"),
        Veld("naam", "De achternaam, met 'van' of 'de' ervoor.", "de Wit", tekst(100)),
        Veld("voornaam", "De voornaam, zoals iemand die zelf schrijft.", "Sanne", tekst(100), verplicht=False),
        Veld("aanhef", "Hoe wij iemand aanspreken. Leeg als u het niet weet.", "mevrouw", LEES_AANHEF,
             verplicht=False, keuzes=AANHEFFEN),
        Veld("geboortedatum", "De geboortedatum.", "19-10-1990", dag, verplicht=False),
        Veld("bsn", "Het burgerservicenummer, negen cijfers.", "999990019", bsn, verplicht=False),
        GEMEENTE,
        Veld("straat", "Straat en huisnummer.", "Kerkstraat 1", tekst(100), verplicht=False),
        Veld("postcode", "De postcode.", "1234 AB", patroon(r"[1-9]\d{3} ?[A-Za-z]{2}", "1234 AB"), verplicht=False),
        Veld("plaats", "De woonplaats.", "Voorbeeldstad", tekst(60), verplicht=False),
        Veld("telefoon", "Het telefoonnummer.", "06 12345678", tekst(20), verplicht=False),
    )  # fmt: skip

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        for rij in rijen:
            geboren = rij.waarden.get("geboortedatum")
            if geboren and geboren > blad.omgeving.op:
                rij.fout("geboortedatum", "Deze geboortedatum ligt na vandaag.", "Dat kan niet.", "Verbeter de datum.")
        van = per(rijen, "bsn")
        for dubbel in van.values():
            for rij in dubbel if len(dubbel) > 1 else ():
                waar = ", ".join(str(deze.nummer) for deze in dubbel)
                rij.fout("bsn", "Dit BSN staat bij meer mensen.", f"Het staat op rij {waar}.", "Verbeter het BSN.")
        self._eis_niet_in_voordeur(blad, van)

    def _eis_niet_in_voordeur(self, blad: Werkblad, van: Mapping[str, Sequence[Rij]]) -> None:
        regio = blad.omgeving.regio
        indexen = {blinde_index(regio, "bsn", nummer): rijen for nummer, rijen in van.items()}
        gevonden: dict[str, list[Rij]] = {}
        for brok in _brokken(list(indexen)):
            rijen_ = Burgerservicenummer.objects.filter(index__in=brok).values_list("index", "inwoner")
            for index, inwoner in rijen_:
                for rij in indexen[index]:
                    eerder = blad.eerder(self.id, rij.sleutel)
                    if eerder is None or eerder.object != str(inwoner):
                        gevonden.setdefault(str(inwoner), []).append(rij)
        bekend = _van_het_centrum(blad, gevonden)
        for wie, rijen in gevonden.items():
            for rij in rijen:
                if wie in bekend:
                    rij.fout("bsn", "Dit BSN staat al in Voordeur.", f"Het is van {bekend[wie]}.",
                             "Laat deze rij weg, of gebruik de sleutel van toen.")  # fmt: skip
                else:
                    niet_met_bestand(rij)

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        velden: dict[str, dict[str, str]] = {}
        for brok in _brokken(sorted(objecten)):
            inwoners = {deze.pk: deze for deze in Inwoner.objects.filter(pk__in=[UUID(pk) for pk in brok])}
            sleutels = {pk: pak_sleutel_uit(deze.sleutel) for pk, deze in inwoners.items() if deze.sleutel}
            nummers = Burgerservicenummer.objects.filter(inwoner__in=sleutels)
            bsns = {deze.inwoner_id: ontsleutel(sleutels[deze.inwoner_id], deze.inhoud) for deze in nummers}
            for gegeven in _identiteiten(sleutels):
                wie = json.loads(ontsleutel(sleutels[gegeven.inwoner_id], gegeven.inhoud))
                college = inwoners[gegeven.inwoner_id].college_code
                velden[str(gegeven.inwoner_id)] = _in_velden(wie, bsns.get(gegeven.inwoner_id), college)
        return velden

    def straks(self, blad: Werkblad, rij: Rij) -> Mapping[str, str]:
        return _in_velden(identiteit(rij, alles=True), rij.waarden.get("bsn"), rij.waarden["gemeente"])

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        papier = Besluit.objects.filter(nummer__startswith=PAPIER).order_by("pk")
        nummers = {
            pk: f"inwoner met besluit {nummer.removeprefix(PAPIER)}"
            for pk, nummer in papier.values_list("dossier__inwoner", "nummer")
        }
        pks = Inwoner.objects.order_by("pk").values_list("pk", flat=True)
        return {str(pk): nummers.get(pk, f"inwoner {str(pk)[:8]}, zonder besluit van papier") for pk in pks}

    def mag_wijzigen(self, blad: Werkblad, rij: Rij) -> None:
        deze = Inwoner.objects.filter(pk=UUID(rij.object)).first()
        if deze is None or deze.sleutel is None:
            niet_met_bestand(rij)
        elif deze.college_code != rij.waarden["gemeente"]:
            self._eis_zelfde_gemeente(blad, rij, deze.college_code)

    def _eis_zelfde_gemeente(self, blad: Werkblad, rij: Rij, nu: str) -> None:
        """Only when the file itself changed it, and nothing else, this tells nothing that its maker did not know."""
        eerder = blad.eerder(self.id, rij.sleutel)
        toen = replace(rij, waarden=rij.waarden | {"gemeente": nu})
        if eerder is not None and eerder.inhoud == blad.inhoud(toen):
            rij.fout("gemeente", "De gemeente van een inwoner verandert niet met een bestand.",
                     "Het dossier hoort bij de gemeente van toen.",
                     "Verander de gemeente op de pagina van het dossier, en zet hier de oude terug.")  # fmt: skip
        else:
            niet_met_bestand(rij)

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        nieuwen = [Nieuw(rij.waarden["gemeente"], identiteit(rij), rij.waarden.get("bsn")) for rij in rijen]
        return [_geschreven(deze) for deze in neem_velen_op(wie, nieuwen)]

    def wijzig(self, wie: Actor, blad: Werkblad, rij: Rij) -> tuple[Geschreven, dict[str, Any]]:
        deze = Inwoner.objects.select_for_update().get(pk=UUID(rij.object))
        laatste = deze.gegevens.filter(soort=IDENTITEIT, van="").latest("versie")
        sleutel = pak_sleutel_uit(deze.sleutel or b"")
        # what the old system does not know, such as a new question here, stays as it is
        nieuw = json.loads(ontsleutel(sleutel, laatste.inhoud)) | identiteit(rij, alles=True)
        gegeven = Gegeven.objects.create(
            regio_id=deze.regio_id, college_code=deze.college_code, inwoner=deze, soort=IDENTITEIT,
            aanbieders=deze.aanbieders, versie=laatste.versie + 1, inhoud=versleutel(sleutel, json.dumps(nieuw)),
        )  # fmt: skip
        maak_vindbaar(deze, [nieuw])
        oud: dict[str, Any] = {"gegeven": gegeven.pk}
        bestaand = Burgerservicenummer.objects.filter(inwoner=deze).first()
        was = ontsleutel(sleutel, bestaand.inhoud) if bestaand else None
        if was != rij.waarden.get("bsn"):
            oud["bsn"] = vervang_bsn(deze, rij.waarden.get("bsn"))
        return _geschreven(deze), oud

    def herstel(self, wie: Actor, object_: str, oud: Mapping[str, Any]) -> None:
        Gegeven.objects.filter(pk=oud["gegeven"]).delete()
        if "bsn" in oud:
            vervang_bsn(Inwoner.objects.get(pk=UUID(object_)), oud["bsn"])

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        for brok in _brokken(sorted(objecten)):
            verwijder_velen([UUID(pk) for pk in brok])


def _van_het_centrum(blad: Werkblad, inwoners: Collection[str]) -> dict[str, str]:
    """By resident how who keeps the system may call them: nobody of another municipality, nobody who is shielded."""
    eigen = [pk for pk in inwoners if pk not in blad.op_slot.get("inwoners", ())]
    gezocht = Inwoner.objects.filter(pk__in=[UUID(pk) for pk in eigen], college_code=blad.omgeving.centrum)
    namen = {str(pk): "iemand zonder dossier" for pk in gezocht.values_list("pk", flat=True)}
    dossiers = Dossier.objects.filter(inwoner__in=[UUID(pk) for pk in namen]).order_by("pk")
    return namen | {str(pk): f"dossier {nummer}" for pk, nummer in dossiers.values_list("inwoner", "nummer")}


def _identiteiten(sleutels: Mapping[UUID, bytes]) -> list[Gegeven]:
    gezocht = Gegeven.objects.filter(inwoner__in=sleutels, soort=IDENTITEIT, van="")
    return list(gezocht.order_by("inwoner", "-versie").distinct("inwoner"))


def identiteit(rij: Rij, *, alles: bool = False) -> dict[str, Any]:
    """What is known of somebody, as `inwoner.actions.neem_op` takes it; `alles`: also what is not known."""
    waarden = rij.waarden
    onder = " ".join(filter(None, (waarden.get("postcode"), waarden.get("plaats"))))
    geboren = waarden.get("geboortedatum")
    velden = {
        "naam": waarden["naam"],
        "voornaam": waarden.get("voornaam") or "",
        "aanhef": waarden.get("aanhef") or "",
        "geboortedatum": geboren.isoformat() if geboren else None,
        "adres": [regel for regel in (waarden.get("straat"), onder) if regel],
        "telefoon": waarden.get("telefoon") or "",
    }
    return {naam: deel for naam, deel in velden.items() if deel or alles}


def _in_velden(wie: Mapping[str, Any], nummer: str | None, college: str) -> dict[str, str]:
    namen = ("naam", "voornaam", "aanhef", "geboortedatum", "adres", "telefoon")
    return {naam: als_tekst(wie.get(naam)) for naam in namen} | {"bsn": nummer or "", "gemeente": college}


def _geschreven(inwoner: Inwoner) -> Geschreven:
    return Geschreven(str(inwoner.pk), "inwoner", inwoner.college_code, f"inwoner {inwoner.pk}")


def _brokken(delen: Sequence[str]) -> list[Sequence[str]]:
    return [delen[begin : begin + BROK] for begin in range(0, len(delen), BROK)]
