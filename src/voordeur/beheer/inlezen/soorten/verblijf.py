"""Who lives where since when, and who waits for a place."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from voordeur.aanbod.models import Plek
from voordeur.inwoner.actions import toon_aan
from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.velen import Notitie, schrijf_velen_op, toon_niemand, toon_velen_aan
from voordeur.kern.actor import Actor
from voordeur.kern.perioden import gesloten
from voordeur.kern.sleutels import ontsleutel, pak_sleutel_uit
from voordeur.regels.datums import Periode
from voordeur.toegang.actions.delen import toon_dossier_aan
from voordeur.toegang.feiten import zonder_plekken
from voordeur.toegang.models import Dossier
from voordeur.toegang.models.besluit import PAPIER
from voordeur.verblijf.beeld import VAN_DE_OUDE_LIJST
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import product_van

from ..overlap import Stuk, meld_botsingen, stuk_van
from ..rij import Rij, Veld, niet_met_bestand
from ..waarden import als_tekst, dag, tekst
from ..werkblad import Werkblad, nummers, per
from .aanbod import TOT
from .basis import BROK, Geschreven, Soort, eis_volgorde, periode, sleutelveld, verwijzing
from .besluiten import als_iso, eerste_besluiten, uit_iso

WACHTLIJST = VAN_DE_OUDE_LIJST
NAAR_BESLUIT = verwijzing("besluit", "besluiten", "De sleutel van het besluit, uit het bestand besluiten.", "BES-1")


@dataclass(frozen=True)
class Recht:
    """What a decision gives: of which product, from when, through when."""

    product: str
    van: date
    tot: date | None
    pgb: bool
    thuis: bool = False


def rechten(blad: Werkblad, rijen: Sequence[Rij]) -> dict[str, Recht]:
    """By key the decisions that rows name: as the files have them, else as the system has them."""
    gevonden: dict[str, Recht] = {}
    elders: dict[str, str] = {}
    thuis = zonder_plekken(blad.omgeving.regeling)
    for sleutel in {rij.waarden.get("besluit", "") for rij in rijen}:
        nieuw = blad.rij("besluiten", sleutel)
        if nieuw is not None and isinstance(nieuw.waarden.get("van"), date):
            waarden = nieuw.waarden
            # of which help is not known while that is what is wrong
            stuk = {fout.veld for fout in nieuw.fouten} & {"arrangement", "vorm"}
            product = "" if stuk else waarden.get("arrangement") or waarden.get("vorm") or ""
            pgb = waarden.get("leveringsvorm") == "pgb"
            gevonden[sleutel] = Recht(product, waarden["van"], waarden.get("tot"), pgb, product in thuis)
        elif object_ := blad.object("besluiten", sleutel):
            elders[object_] = sleutel
    for dossier, besluit in eerste_besluiten(nummers(elders)).items():
        dagen = gesloten(besluit.periode)
        pgb = besluit.leveringsvorm == "pgb"
        product = product_van(besluit)
        gevonden[elders[str(dossier)]] = Recht(product, dagen.van, dagen.tot, pgb, product in thuis)
    return gevonden


class Plaatsingen(Soort):
    """Stays."""

    id = "plaatsingen"
    over_mensen = True
    naam = "Plaatsingen"
    uitleg = "Wie er nu woont, op welke plek en sinds wanneer."
    velden = (
        sleutelveld("dit verblijf", "WOO-1"),
        NAAR_BESLUIT,
        verwijzing("plek", "plekken", "De sleutel van de plek, uit het bestand plekken.", "PLEK-1"),
        Veld("van", "De dag waarop iemand er kwam wonen.", "01-02-2026", dag),
        TOT,
    )

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        recht, plek = rechten(blad, rijen), _plekken(blad, rijen)
        for rij in rijen:
            if eis_volgorde(rij):
                _eis_past(blad, rij, recht.get(rij.waarden.get("besluit", "")), plek.get(rij.waarden.get("plek", "")))
        einde = partial(_tot_einde, recht)
        for sleutel, groep in per(rijen, "plek").items():
            wonen = [*map(einde, groep), *self._er_woont(blad, "plek", blad.object("plekken", sleutel), groep)]
            meld_botsingen(wonen, "plek", "Op deze plek wonen dan twee mensen.", "Kies een andere plek of datum.")
        for sleutel, groep in per(rijen, "besluit").items():
            wonen = [*map(einde, groep), *self._er_woont(blad, "dossier", blad.object("besluiten", sleutel), groep)]
            meld_botsingen(wonen, "van", "Deze inwoner heeft dan twee plekken.", "Verbeter de datums.")

    def _er_woont(self, blad: Werkblad, waar: str, object_: str, groep: Sequence[Rij]) -> list[Stuk]:
        if not object_:
            return []
        eigen = nummers(blad.objecten(self.id, (rij.sleutel for rij in groep)))
        andere = Plaatsing.objects.filter(**{f"{waar}_id": int(object_)}).exclude(pk__in=eigen)
        dagen = (gesloten(deel) for deel in andere.values_list("periode", flat=True))
        return [Stuk(deel.van, deel.tot or date.max, None, "een verblijf") for deel in dagen]

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        velden: dict[str, Mapping[str, str]] = {}
        for deze in Plaatsing.objects.filter(pk__in=nummers(objecten)):
            dagen = gesloten(deze.periode)
            velden[str(deze.pk)] = {
                "besluit": str(deze.dossier_id), "plek": str(deze.plek_id),
                "van": als_tekst(dagen.van), "tot": als_tekst(dagen.tot),
            }  # fmt: skip
        return velden

    def straks(self, blad: Werkblad, rij: Rij) -> Mapping[str, str]:
        velden = dict(super().straks(blad, rij))
        if not velden["tot"] and (recht := rechten(blad, [rij]).get(rij.waarden["besluit"])):
            velden["tot"] = als_tekst(recht.tot)
        return velden

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        lopend = Plaatsing.objects.filter(periode__contains=blad.omgeving.op).order_by("pk")
        nummers_ = lopend.values_list("pk", "besluit__nummer")
        return {str(pk): f"verblijf bij besluit {(nummer or '').removeprefix(PAPIER)}" for pk, nummer in nummers_}

    def mag_wijzigen(self, blad: Werkblad, rij: Rij) -> None:
        deze = Plaatsing.objects.filter(pk=int(rij.object)).first()
        ander = deze is not None and blad.object("besluiten", rij.waarden["besluit"]) != str(deze.dossier_id)
        if deze is None or deze.beeindigd_op is not None or ander:
            niet_met_bestand(rij)

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        besluiten = eerste_besluiten(nummers(blad.objecten("besluiten", (rij.waarden["besluit"] for rij in rijen))))
        pks = nummers(blad.objecten("plekken", (rij.waarden["plek"] for rij in rijen)))
        plekken = {plek.pk: plek for plek in Plek.objects.filter(pk__in=pks).select_related("locatie")}
        nieuw = []
        for rij in rijen:
            besluit = besluiten[int(blad.object("besluiten", rij.waarden["besluit"]))]
            plek = plekken[int(blad.object("plekken", rij.waarden["plek"]))]
            tot = rij.waarden.get("tot") or gesloten(besluit.periode).tot
            nieuw.append(Plaatsing(
                regio_id=wie.regio, college_code=besluit.college_code, aanbieders=[plek.locatie.organisatie_id],
                dossier=besluit.dossier, besluit=besluit, plek=plek, organisatie_id=plek.locatie.organisatie_id,
                periode=periode(rij.waarden["van"], tot), geplaatst_door=wie.account or 0,
                geplaatst_op=blad.omgeving.op,
            ))  # fmt: skip
        Plaatsing.objects.bulk_create(nieuw, batch_size=BROK)
        _toon_aan_aanbieders(nieuw)
        wonend = [deze.dossier_id for deze in nieuw]
        Dossier.objects.filter(pk__in=wonend, stap=Dossier.Stap.PLAATSING).update(stap=Dossier.Stap.VERBLIJF)
        return [_geschreven(deze) for deze in nieuw]

    def wijzig(self, wie: Actor, blad: Werkblad, rij: Rij) -> tuple[Geschreven, dict[str, Any]]:
        deze = Plaatsing.objects.select_related("dossier__inwoner", "besluit").get(pk=int(rij.object))
        plek = Plek.objects.select_related("locatie").get(pk=int(blad.object("plekken", rij.waarden["plek"])))
        dagen = gesloten(deze.periode)
        oud = {"plek": deze.plek_id, "organisatie": deze.organisatie_id, "van": als_iso(dagen.van),
               "tot": als_iso(dagen.tot)}  # fmt: skip
        tot = rij.waarden.get("tot") or gesloten(deze.besluit.periode).tot
        _zet(deze, plek.pk, plek.locatie.organisatie_id, periode(rij.waarden["van"], tot))
        toon_dossier_aan(deze.dossier, deze.organisatie_id)
        toon_aan(deze.dossier.inwoner, deze.organisatie_id)
        return _geschreven(deze), oud

    def herstel(self, wie: Actor, object_: str, oud: Mapping[str, Any]) -> None:
        deze = Plaatsing.objects.get(pk=int(object_))
        dagen = periode(uit_iso(oud["van"]) or date.min, uit_iso(oud["tot"]))
        _zet(deze, oud["plek"], oud["organisatie"], dagen)

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        weg = Plaatsing.objects.filter(pk__in=nummers(objecten))
        dossiers = list(weg.values_list("dossier", flat=True))
        inwoners = list(Dossier.objects.filter(pk__in=dossiers).values_list("inwoner", flat=True))
        weg.delete()
        zonder = Dossier.objects.filter(pk__in=dossiers).exclude(plaatsingen__isnull=False)
        zonder.filter(stap=Dossier.Stap.VERBLIJF).update(stap=Dossier.Stap.PLAATSING)
        # who housed nobody of them any more need not see them
        zonder.update(aanbieders=[])
        nergens = Inwoner.objects.filter(pk__in=inwoners).exclude(dossiers__plaatsingen__isnull=False)
        toon_niemand(list(nergens.values_list("pk", flat=True)))


def _zet(deze: Plaatsing, plek: int, organisatie: int, dagen: Any) -> None:
    deze.plek_id, deze.organisatie_id, deze.periode, deze.aanbieders = plek, organisatie, dagen, [organisatie]
    deze.save(update_fields=["plek", "organisatie", "periode", "aanbieders"])


def _geschreven(deze: Plaatsing) -> Geschreven:
    return Geschreven(str(deze.pk), "plaatsing", deze.college_code, deze.dossier.betreft)


def _plekken(blad: Werkblad, rijen: Sequence[Rij]) -> dict[str, tuple[str, Periode]]:
    """By key the product and the days of the places that rows name."""
    gevonden: dict[str, tuple[str, Periode]] = {}
    elders: dict[int, str] = {}
    for sleutel in {rij.waarden.get("plek", "") for rij in rijen}:
        nieuw = blad.rij("plekken", sleutel)
        if nieuw is not None and isinstance(nieuw.waarden.get("van"), date):
            van, tot = nieuw.waarden["van"], nieuw.waarden.get("tot")
            if tot is None or van <= tot:
                gevonden[sleutel] = (nieuw.waarden.get("product", ""), Periode(van, tot))
        elif object_ := blad.object("plekken", sleutel):
            elders[int(object_)] = sleutel
    for plek in Plek.objects.filter(pk__in=elders):
        gevonden[elders[plek.pk]] = (plek.product, gesloten(plek.periode))
    return gevonden


def _tot_einde(recht: Mapping[str, Recht], rij: Rij) -> Stuk | None:
    """The days of a stay: without a last day as long as its decision."""
    stuk = stuk_van(rij)
    van_recht = recht.get(rij.waarden.get("besluit", ""))
    if stuk is None or rij.waarden.get("tot") or van_recht is None or van_recht.tot is None:
        return stuk
    return stuk._replace(tot=max(stuk.van, van_recht.tot))


def _eis_past(blad: Werkblad, rij: Rij, recht: Recht | None, plek: tuple[str, Periode] | None) -> None:
    van, tot = rij.waarden.get("van"), rij.waarden.get("tot")
    if not isinstance(van, date):
        return
    if tot and tot < blad.omgeving.op:
        rij.fout("tot", "Dit verblijf is al voorbij.", "Alleen wie er nu woont, gaat mee.", "Laat deze rij weg.")
    if recht is not None:
        _eis_binnen_besluit(rij, recht, van, tot)
        if recht.pgb:
            rij.fout(
                "besluit", "Bij een pgb hoort geen plek.", "De inwoner regelt het wonen zelf.", "Laat deze rij weg."
            )
    if plek is not None:
        _eis_binnen_plek(rij, recht, plek, van, tot or (recht.tot if recht else None))


def _eis_binnen_besluit(rij: Rij, recht: Recht, van: date, tot: date | None) -> None:
    if van < recht.van or (recht.tot and max(van, tot or van) > recht.tot):
        rij.fout("van", "Dit verblijf valt buiten het besluit.", "Iemand woont er op grond van dat besluit.",
                 "Verbeter de datums of het besluit.")  # fmt: skip


def _eis_binnen_plek(rij: Rij, recht: Recht | None, plek: tuple[str, Periode], van: date, tot: date | None) -> None:
    product, dagen = plek
    if van < dagen.van or (dagen.tot and (tot is None or tot > dagen.tot)):
        rij.fout("plek", "De plek is er dan niet de hele tijd.", "De datums van de plek zijn korter.",
                 "Verbeter de datums.")  # fmt: skip
    if recht is not None and recht.product and product and recht.product != product:
        rij.fout(
            "plek", "Deze plek is voor andere hulp.", f"Het besluit noemt {recht.product}.", "Kies een andere plek."
        )


def _toon_aan_aanbieders(nieuw: Sequence[Plaatsing]) -> None:
    """Let who houses somebody see them: many at once who were seen by nobody, the others one by one."""
    per_aanbieder: dict[int, list[Dossier]] = {}
    for deze in nieuw:
        dossier = deze.dossier
        if dossier.aanbieders or dossier.inwoner.aanbieders:
            toon_dossier_aan(dossier, deze.organisatie_id)
            toon_aan(dossier.inwoner, deze.organisatie_id)
        else:
            per_aanbieder.setdefault(deze.organisatie_id, []).append(dossier)
    for organisatie, dossiers in per_aanbieder.items():
        inwoners = [dossier.inwoner_id for dossier in dossiers]
        Dossier.objects.filter(pk__in=[dossier.pk for dossier in dossiers]).update(aanbieders=[organisatie])
        toon_velen_aan(inwoners, organisatie)


class Wachtlijst(Soort):
    """Who waits: the list itself follows from decisions without a stay; this keeps since when and what is wished."""

    id = "wachtlijst"
    over_mensen = True
    naam = "Wachtlijst"
    uitleg = "Wie een besluit heeft en nog op een plek wacht."
    velden = (
        sleutelveld("deze wachtende", "WA-1"),
        NAAR_BESLUIT,
        Veld("wacht_sinds", "Sinds wanneer iemand wacht.", "20-12-2025", dag),
        Veld("wens", "Wat iemand het liefst wil.", "Dicht bij zus in Voorbeeldstad", tekst(200), verplicht=False),
    )

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        recht = rechten(blad, rijen)
        wonend = {rij.waarden.get("besluit") for rij in blad.rijen.get("plaatsingen", ())}
        for groep in per(rijen, "besluit").values():
            for rij in groep if len(groep) > 1 else ():
                rij.fout("besluit", "Dit besluit staat twee keer op de lijst.", "Iemand wacht maar een keer.",
                         "Laat een rij weg.")  # fmt: skip
        for rij in rijen:
            van_recht = recht.get(rij.waarden.get("besluit", ""))
            if rij.waarden.get("besluit") in wonend:
                rij.fout("besluit", "Deze inwoner heeft al een plek.", "Dit besluit staat ook bij plaatsingen.",
                         "Laat een van beide weg.")  # fmt: skip
            if van_recht is not None and van_recht.pgb:
                rij.fout("besluit", "Bij een pgb wacht iemand niet op een plek.", "De inwoner regelt het wonen zelf.",
                         "Laat deze rij weg.")  # fmt: skip
            if van_recht is not None and van_recht.thuis:
                rij.fout("besluit", "Bij hulp thuis wacht iemand niet op een plek.", "Deze hulp heeft geen plekken.",
                         "Laat deze rij weg.")  # fmt: skip
            if (sinds := rij.waarden.get("wacht_sinds")) and sinds > blad.omgeving.op:
                rij.fout("wacht_sinds", "Deze dag ligt na vandaag.", "Dat kan niet.", "Verbeter de datum.")

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        velden: dict[str, Mapping[str, str]] = {}
        for gegeven in Gegeven.objects.filter(pk__in=nummers(objecten)).select_related("inwoner"):
            if gegeven.inwoner.sleutel:
                inhoud = json.loads(ontsleutel(pak_sleutel_uit(gegeven.inwoner.sleutel), gegeven.inhoud))
                sinds = uit_iso(inhoud.get("sinds"))
                velden[str(gegeven.pk)] = {"wacht_sinds": als_tekst(sinds), "wens": inhoud.get("wens", "")}
        return velden

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        return {}

    def mag_wijzigen(self, blad: Werkblad, rij: Rij) -> None:
        niet_met_bestand(rij)

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        pks = nummers(blad.objecten("besluiten", (rij.waarden["besluit"] for rij in rijen)))
        dossiers = {str(deze.pk): deze for deze in Dossier.objects.filter(pk__in=pks).select_related("inwoner")}
        paren = [(rij, dossiers[blad.object("besluiten", rij.waarden["besluit"])]) for rij in rijen]
        gemaakt = schrijf_velen_op([
            Notitie(dossier.inwoner, WACHTLIJST,
                    {"sinds": rij.waarden["wacht_sinds"].isoformat(), "wens": rij.waarden.get("wens") or ""},
                    dossier.nummer)
            for rij, dossier in paren
        ])  # fmt: skip
        for rij, dossier in paren:
            dossier.wacht_sinds = rij.waarden["wacht_sinds"]
        Dossier.objects.bulk_update(dossiers.values(), ["wacht_sinds"], batch_size=BROK)
        return [
            Geschreven(str(gegeven.pk), "gegeven", dossier.college_code, dossier.betreft)
            for gegeven, (_, dossier) in zip(gemaakt, paren, strict=True)
        ]

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        weg = Gegeven.objects.filter(pk__in=nummers(objecten), soort=WACHTLIJST)
        Dossier.objects.filter(nummer__in=weg.values("van")).update(wacht_sinds=None)
        weg.delete()
