"""Decisions that run: taken on paper before moving in, so without a letter, a term or a computation of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.velen import Notitie, schrijf_velen_op
from voordeur.kern.actor import Actor
from voordeur.kern.nummers import volgende_nummers
from voordeur.kern.perioden import gesloten
from voordeur.toegang.feiten import wacht_op_plek
from voordeur.toegang.models import Besluit, Dossier
from voordeur.toegang.models.besluit import NIEMAND_HIER, PAPIER

from ..omgeving import Omgeving
from ..overlap import meld_botsingen, stuk_van
from ..rij import Rij, Veld, niet_met_bestand
from ..waarden import als_tekst, dag, keuze, uit
from ..werkblad import Werkblad, nummers, per
from .aanbod import NUMMER, OP_PAPIER, TOT, VAN
from .basis import BROK, Geschreven, Soort, eis_volgorde, periode, sleutelveld, verwijzing

# nobody here prepared or signed what was decided on paper
NIEMAND_BEREIDDE_VOOR = 0
MELDER, OVERGEZET = "overgezet", "overgezet"
LEES_VORM, LEVERINGSVORMEN = keuze("zin", "pgb")


def _kent_arrangementen(omgeving: Omgeving) -> bool:
    return bool(omgeving.arrangementen)


class Besluiten(Soort):
    """Decisions that run, each with a dossier of its own."""

    id = "besluiten"
    over_mensen = True
    naam = "Besluiten"
    uitleg = "Toekenningen die nog lopen. Een besluit dat voorbij is, hoort er niet bij."
    velden = (
        sleutelveld("dit besluit", "BES-1"),
        verwijzing("inwoner", "inwoners", "De sleutel van de inwoner, uit het bestand inwoners.", "INW-1"),
        Veld("nummer", OP_PAPIER, "2025-417", NUMMER),
        Veld("gemeld_op", "De dag van de melding. Leeg als u die niet weet.", "01-11-2025", dag, verplicht=False),
        Veld("genomen_op", "De dag van het besluit.", "15-12-2025", dag),
        Veld("vorm", "De vorm van hulp uit de regeling.", "", uit(lambda wat: wat.vormen, "vorm"),
             keuzes=lambda wat: wat.vormen),
        Veld("arrangement", "Het arrangement uit de regeling.", "", uit(lambda wat: wat.arrangementen, "hulp"),
             keuzes=lambda wat: wat.arrangementen, geldt=_kent_arrangementen),
        Veld("zwaarte", "De zwaarte uit de regeling.", "", uit(lambda wat: wat.zwaarten, "zwaarte"),
             verplicht=False, keuzes=lambda wat: wat.zwaarten, geldt=lambda wat: bool(wat.zwaarten)),
        Veld("leveringsvorm", "Zorg in natura (zin) of een budget (pgb).", "zin", LEES_VORM, keuzes=LEVERINGSVORMEN),
        VAN,
        TOT,
    )  # fmt: skip

    def toets(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        for rij in rijen:
            eis_volgorde(rij)
            self._eis_dagen(blad, rij)
        for nummer, dubbel in per(rijen, "nummer").items():
            for rij in dubbel if len(dubbel) > 1 else ():
                rij.fout("nummer", f"Nummer {nummer} staat twee keer.", "Elk besluit heeft een eigen nummer.",
                         "Verbeter het nummer.")  # fmt: skip
        for groep in per(rijen, "inwoner").values():
            meld_botsingen(map(stuk_van, groep), "van", "Deze inwoner heeft dan twee besluiten.", "Verbeter de datums.")
        self._eis_vrij_nummer(blad, rijen)

    def _eis_dagen(self, blad: Werkblad, rij: Rij) -> None:
        waarden, op = rij.waarden, blad.omgeving.op
        genomen, gemeld, tot = waarden.get("genomen_op"), waarden.get("gemeld_op"), waarden.get("tot")
        if genomen and genomen > op:
            rij.fout(
                "genomen_op", "Dit besluit is nog niet genomen.", "De dag ligt na vandaag.", "Neem het in Voordeur."
            )
        if genomen and gemeld and gemeld > genomen:
            rij.fout(
                "gemeld_op", "De melding ligt na het besluit.", "Eerst komt de melding.", "Verbeter een van beide."
            )
        if tot and tot < op:
            rij.fout("tot", "Dit besluit is al voorbij.", "Alleen wat nog loopt, gaat mee.", "Laat deze rij weg.")

    def _eis_vrij_nummer(self, blad: Werkblad, rijen: Sequence[Rij]) -> None:
        bezet = dict(Besluit.objects.filter(nummer__startswith=PAPIER).values_list("nummer", "dossier"))
        for rij in rijen:
            ander, eerder = bezet.get(f"{PAPIER}{rij.waarden.get('nummer', '')}"), blad.eerder(self.id, rij.sleutel)
            if ander and (eerder is None or eerder.object != str(ander)):
                rij.fout("nummer", "Dit nummer is al van een ander besluit.", "Het is eerder ingelezen.",
                         "Gebruik de sleutel van toen.")  # fmt: skip

    def nu(self, blad: Werkblad, objecten: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        velden: dict[str, Mapping[str, str]] = {}
        for besluit in eerste_besluiten(nummers(objecten)).values():
            dagen = gesloten(besluit.periode)
            velden[str(besluit.dossier_id)] = {
                "nummer": besluit.nummer.removeprefix(PAPIER),
                "genomen_op": als_tekst(besluit.genomen_op),
                "vorm": besluit.vorm,
                "arrangement": besluit.arrangement,
                "zwaarte": besluit.zwaarte,
                "leveringsvorm": besluit.leveringsvorm,
                "van": als_tekst(dagen.van),
                "tot": als_tekst(dagen.tot),
            }
        return velden

    def in_systeem(self, blad: Werkblad) -> Mapping[str, str]:
        lopend = Dossier.objects.exclude(stap=Dossier.Stap.AFGESLOTEN).order_by("pk")
        papier = Besluit.objects.filter(nummer__startswith=PAPIER).values_list("dossier", "nummer")
        nummers_ = {pk: f" (besluit {nummer.removeprefix(PAPIER)})" for pk, nummer in papier}
        return {str(pk): f"dossier {nummer}{nummers_.get(pk, '')}" for pk, nummer in lopend.values_list("pk", "nummer")}

    def mag_wijzigen(self, blad: Werkblad, rij: Rij) -> None:
        eis_onbewerkt(blad, rij, rij.object)

    def maak(self, wie: Actor, blad: Werkblad, rijen: Sequence[Rij]) -> list[Geschreven]:
        sleutels = {blad.object("inwoners", rij.waarden["inwoner"]) for rij in rijen}
        inwoners = {str(deze.pk): deze for deze in Inwoner.objects.filter(pk__in=[UUID(pk) for pk in sleutels])}
        nummer = _nummers(wie.regio, [_gemeld(rij).year for rij in rijen])
        dossiers = [
            self._dossier(blad, rij, inwoners[blad.object("inwoners", rij.waarden["inwoner"])], dossiernummer)
            for rij, dossiernummer in zip(rijen, nummer, strict=True)
        ]
        Dossier.objects.bulk_create(dossiers, batch_size=BROK)
        paren = list(zip(rijen, dossiers, strict=True))
        Besluit.objects.bulk_create([_besluit(rij, dossier) for rij, dossier in paren], batch_size=BROK)
        schrijf_velen_op([
            Notitie(dossier.inwoner, OVERGEZET, {"papier": rij.waarden["nummer"], "op": blad.omgeving.op.isoformat()},
                    dossier.nummer)
            for rij, dossier in paren
        ])  # fmt: skip
        return [geschreven(dossier) for dossier in dossiers]

    def _dossier(self, blad: Werkblad, rij: Rij, inwoner: Inwoner, nummer: str) -> Dossier:
        dossier = Dossier(
            regio_id=blad.omgeving.regio, college_code=inwoner.college_code, inwoner=inwoner, nummer=nummer,
            voorziening="BW", route="", regeling_versie=blad.omgeving.regeling.versie, melder=MELDER,
            gemeld_op=_gemeld(rij), melddag_bekend=rij.waarden.get("gemeld_op") is not None,
        )  # fmt: skip
        zoekt = wacht_op_plek(blad.omgeving.regeling, _besluit(rij, dossier))
        dossier.stap = Dossier.Stap.PLAATSING if zoekt else Dossier.Stap.VERBLIJF
        return dossier

    def wijzig(self, wie: Actor, blad: Werkblad, rij: Rij) -> tuple[Geschreven, dict[str, Any]]:
        besluit = eerste_besluiten([int(rij.object)])[int(rij.object)]
        dagen = gesloten(besluit.periode)
        velden = ("nummer", "genomen_op", "voorbereid_op", "vorm", "arrangement", "zwaarte", "leveringsvorm")
        oud = {naam: als_iso(getattr(besluit, naam)) for naam in velden}
        oud |= {"van": als_iso(dagen.van), "tot": als_iso(dagen.tot)}
        nieuw = _besluit(rij, besluit.dossier)
        for naam in (*velden, "periode"):
            setattr(besluit, naam, getattr(nieuw, naam))
        besluit.save(update_fields=[*velden, "periode"])
        return _verhoogd(besluit.dossier), oud

    def herstel(self, wie: Actor, object_: str, oud: Mapping[str, Any]) -> None:
        besluit = eerste_besluiten([int(object_)])[int(object_)]
        dagen = {naam: uit_iso(oud[naam]) for naam in ("van", "tot", "genomen_op", "voorbereid_op")}
        for naam in ("nummer", "vorm", "arrangement", "zwaarte", "leveringsvorm"):
            setattr(besluit, naam, oud[naam])
        besluit.genomen_op, besluit.voorbereid_op = dagen["genomen_op"], dagen["voorbereid_op"] or besluit.voorbereid_op
        besluit.periode = periode(dagen["van"] or date.min, dagen["tot"])
        besluit.save()

    def verwijder(self, wie: Actor, objecten: Collection[str]) -> None:
        dossiers = Dossier.objects.filter(pk__in=nummers(objecten))
        paren = list(dossiers.values_list("nummer", "inwoner"))
        Gegeven.objects.filter(van__in=[nummer for nummer, _ in paren], inwoner__in={pk for _, pk in paren}).delete()
        Besluit.objects.filter(dossier__in=dossiers, nummer__startswith=PAPIER).delete()
        dossiers.delete()


def eerste_besluiten(dossiers: Collection[int]) -> dict[int, Besluit]:
    """By dossier the decision that came in with it."""
    gezocht = Besluit.objects.filter(dossier__in=dossiers, nummer__startswith=PAPIER).select_related("dossier__inwoner")
    return {besluit.dossier_id: besluit for besluit in gezocht}


def eis_onbewerkt(blad: Werkblad, rij: Rij, dossier: str) -> None:
    """Note that somebody worked on a dossier since it was read in: a file does not undo their work."""
    gelezen = blad.gelezen_versies.get(dossier)
    if gelezen is not None and blad.dossierversies.get(dossier, gelezen) != gelezen:
        niet_met_bestand(rij)


def _gemeld(rij: Rij) -> date:
    gemeld: date = rij.waarden.get("gemeld_op") or rij.waarden["genomen_op"]
    return gemeld


def _nummers(regio: str, jaren: Sequence[int]) -> list[str]:
    """A number for each year in a row of years, in few questions."""
    reeksen = {
        jaar: iter(volgende_nummers(regio, "dossier", jaar, aantal)) for jaar, aantal in sorted(Counter(jaren).items())
    }
    return [next(reeksen[jaar]) for jaar in jaren]


def _besluit(rij: Rij, dossier: Dossier) -> Besluit:
    waarden = rij.waarden
    return Besluit(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier,
        nummer=f"{PAPIER}{waarden['nummer']}", strekking=Besluit.Strekking.TOEKENNING, vorm=waarden["vorm"],
        arrangement=waarden.get("arrangement") or "", zwaarte=waarden.get("zwaarte") or "",
        leveringsvorm=waarden["leveringsvorm"], periode=periode(waarden["van"], waarden.get("tot")),
        voorbereid_door=NIEMAND_BEREIDDE_VOOR, voorbereid_op=waarden["genomen_op"],
        ondertekend_door=NIEMAND_HIER, genomen_op=waarden["genomen_op"],
    )  # fmt: skip


def _verhoogd(dossier: Dossier) -> Geschreven:
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    return geschreven(dossier)


def geschreven(dossier: Dossier) -> Geschreven:
    """What the journal tells of a dossier that was read in."""
    return Geschreven(str(dossier.pk), "dossier", dossier.college_code, dossier.betreft, dossier.versie)


def als_iso(waarde: Any) -> Any:
    """A day as text, for keeping it."""
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def uit_iso(tekst: str | None) -> date | None:
    """A day from the text in which it was kept."""
    return date.fromisoformat(tekst) if tekst else None
