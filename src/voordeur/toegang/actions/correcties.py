"""A typing mistake in a finished step is corrected in the open: the old value stays, what follows is computed anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.inwoner.actions import schrijf_op, verhuis_naar, vervang_bsn
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.mandaten import eis_mandaat
from voordeur.kern.queries import gemeentenamen, regeling_van
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.routes import passende_route
from voordeur.regels.uitkomst import Stap, Uitkomst, stap
from voordeur.regels.verwoorden import schrijf_datum

from ..brief import ontvangstbevestiging
from ..fouten import KanNietBerekend
from ..fouten_landelijk import NietsVeranderd, OngeldigAntwoord
from ..gevolgen_correctie import OPNIEUW, Gevolgen, alsof, maak_foto, relaties, vergelijk
from ..models import Document, Dossier, Klok, Uitvraag
from ..termijnen import reken_opnieuw, termijn_voor
from .stappen import WERKERS, bewaar, eis_geen_voorstel, pak_dossier, verstuur_brief

HANDELING = "toegang.correctie"
REDENEN = {
    "typefout": "Verkeerd getypt",
    "stuk": "Een stuk laat iets anders zien",
    "inwoner": "De inwoner zegt dat het anders is",
    "later": "Het werd later bekend",
}
# the facts of the person: where these are kept, the old value is kept too
VAN_PERSOON = frozenset({"geboortedatum", "naam", "adres", "bsn"})
CORRECTIE = "correctie"
Waarden = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Correctie:
    """What is corrected (a key of PAS_TOE), the new values as the form gives them, and why (a key of REDENEN)."""

    wat: str
    nieuw: Mapping[str, Any]
    reden: str
    toelichting: str = ""


def bekijk(wie: Actor, dossier: Dossier, correctie: Correctie, op: date) -> Gevolgen:
    """What a correction would change; nothing is changed. Raises what the correction would raise."""
    vers = Dossier.objects.select_related("inwoner").get(pk=dossier.pk)
    eis_geen_voorstel(vers)
    return alsof(vers, lambda: _pas_toe(wie, vers, correctie, op), op)


@handeling(HANDELING, rollen=WERKERS)
def corrigeer(wie: Actor, dossier: Dossier, correctie: Correctie, *, versie: int, op: date) -> Gedaan[Dossier]:
    """Correct a day or a fact of the person. A decision that was taken stays, and is said to need a revision."""
    dossier = pak_dossier(dossier, versie, Dossier.Stap.values)
    eis_geen_voorstel(dossier)
    eis(correctie.reden in REDENEN, OngeldigAntwoord("reden", "Kies waarom u dit verbetert."))
    voor = maak_foto(dossier, op)
    oud = _pas_toe(wie, dossier, correctie, op)
    gevolgen = vergelijk(dossier, voor, maak_foto(dossier, op))
    inhoud = {
        "wat": correctie.wat, "oud": _als_json(oud), "nieuw": _als_json(correctie.nieuw), "reden": correctie.reden,
        "toelichting": correctie.toelichting.strip(), "door": wie.account, "op": op.isoformat(),
        "herzien": list(gevolgen.herzien),
    }  # fmt: skip
    van = "" if correctie.wat in VAN_PERSOON else dossier.nummer
    schrijf_op(dossier.inwoner, CORRECTIE, inhoud, van=van)
    bewaar(dossier)
    return Gedaan(dossier, Uitkomst(gevolgen, tuple(_stappen(correctie, gevolgen))))


def _stappen(correctie: Correctie, gevolgen: Gevolgen) -> list[Stap]:
    klokken = (stap("correctie.klok", (), naam=deel.naam, oud=deel.oud, nieuw=deel.nieuw) for deel in gevolgen.klokken)
    herzien = (stap("correctie.herziening", (), besluit=nummer) for nummer in gevolgen.herzien)
    wat, reden = correctie.wat, correctie.reden
    return [stap(f"correctie.{wat}"), stap(f"correctie.reden_{reden}"), *klokken, *herzien]


def _als_json(waarden: Mapping[str, Any]) -> Waarden:
    return {naam: deel.isoformat() if isinstance(deel, date) else deel for naam, deel in waarden.items()}


def _pas_toe(wie: Actor, dossier: Dossier, correctie: Correctie, op: date) -> Waarden:
    """Do it, and return the old values. Raises KanNietBerekend when a term cannot be computed any more."""
    eis(correctie.wat in PAS_TOE, OngeldigAntwoord("wat", "Dit kunt u hier niet verbeteren."))
    try:
        return PAS_TOE[correctie.wat](wie, dossier, dict(correctie.nieuw), op)
    except Onberekenbaar as fout:
        raise KanNietBerekend(fout) from None


def _tussen(dag: date, van: date | None, tot: date, oud: date | None) -> None:
    eis(dag != oud, NietsVeranderd("dag"))
    vanaf = f" vanaf {schrijf_datum(van)}" if van else ""
    goed = (van is None or van <= dag) and dag <= tot
    eis(goed, OngeldigAntwoord("dag", f"Vul een dag in{vanaf} tot en met {schrijf_datum(tot)}."))


def _eerste(*dagen: date | None) -> date:
    return min(dag for dag in dagen if dag is not None)


def _meldingsdag(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    dag, oud = nieuw["dag"], dossier.gemeld_op
    _tussen(dag, None, _eerste(op, dossier.bevestigd_op, dossier.onderzocht_op, dossier.aangevraagd_op), oud)
    dossier.gemeld_op, dossier.regeling_versie = dag, regeling_van(dossier.regio_id, dag)[0].versie
    dossier.melddag_bekend = True
    dossier.save(update_fields=["gemeld_op", "regeling_versie", "melddag_bekend"])
    _reken_klokken(dossier, "melding", oud, dag)
    return {"dag": oud}


def _aanvraagdag(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    dag, oud = nieuw["dag"], dossier.aangevraagd_op
    if oud is None:
        raise StapNietAanDeBeurt("Er is nog geen aanvraag vastgelegd.")
    genomen = dossier.besluits.filter(genomen_op__isnull=False).order_by("genomen_op").first()
    _tussen(dag, dossier.gemeld_op, _eerste(op, genomen.genomen_op if genomen else None), oud)
    dossier.aangevraagd_op = dag
    dossier.save(update_fields=["aangevraagd_op"])
    _reken_klokken(dossier, "aanvraag", oud, dag)
    return {"dag": oud}


def _onderzocht(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    dag, oud = nieuw["dag"], dossier.onderzocht_op
    if oud is None:
        raise StapNietAanDeBeurt("Het onderzoek is nog niet vastgelegd.")
    _tussen(dag, dossier.gemeld_op, op, oud)
    dossier.onderzocht_op = dag
    dossier.save(update_fields=["onderzocht_op"])
    Klok.objects.filter(dossier=dossier, soort="onderzoek", klaar_op=oud).update(klaar_op=dag)
    return {"dag": oud}


def _reken_klokken(dossier: Dossier, gestart_door: str, oud: date, dag: date) -> None:
    """Every clock that this set going, on the day that it was; one whose start was decided otherwise stays."""
    for klok in Klok.objects.select_for_update().filter(dossier=dossier, gestart_door=gestart_door, start=oud):
        klok.dossier = dossier
        reken_opnieuw(klok, start=dag)
        termijn = termijn_voor(regeling_van(dossier.regio_id, dag)[0], klok.soort, dossier.route)
        if termijn is not None and termijn.naam != klok.naam:
            klok.naam = termijn.naam
            klok.save(update_fields=["naam"])


def _melder(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    oud, melder = dossier.melder, nieuw["melder"]
    eis(melder != oud, NietsVeranderd("melder"))
    routes = regeling_van(dossier.regio_id, dossier.gemeld_op)[0].routes
    dossier.melder = melder
    dossier.route = passende_route(routes, voorziening=dossier.voorziening, melder=melder).id if routes else ""
    dossier.save(update_fields=["melder", "route"])
    for gestart_door, start in (("melding", dossier.gemeld_op), ("aanvraag", dossier.aangevraagd_op)):
        if start is not None:
            _reken_klokken(dossier, gestart_door, start, start)
    return {"melder": oud}


def _identiteit(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    nu = opgeschreven(dossier.inwoner, van="").get("identiteit", {})
    oud = {naam: nu.get(naam) for naam in nieuw}
    eis(any((oud[naam] or None) != (nieuw[naam] or None) for naam in nieuw), NietsVeranderd(next(iter(nieuw))))
    samen = {naam: waarde for naam, waarde in {**nu, **_als_json(nieuw)}.items() if waarde}
    schrijf_op(dossier.inwoner, "identiteit", samen, van="", aanbieders=dossier.inwoner.aanbieders)
    return oud


def _geboortedatum(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    dag = nieuw["geboortedatum"]
    eis(dag is None or dag <= op, OngeldigAntwoord("geboortedatum", "Vul een datum in tot en met vandaag."))
    return _identiteit(wie, dossier, _als_json(nieuw), op)


def _bsn(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    oud = vervang_bsn(dossier.inwoner, nieuw["bsn"])
    eis(oud != nieuw["bsn"], NietsVeranderd("bsn"))
    return {"bsn": oud}


def _gemeente(wie: Actor, dossier: Dossier, nieuw: Waarden, op: date) -> Waarden:
    """Every row of the dossier moves with it. Refused when a place or money hangs on it, or another dossier does."""
    oud, code = dossier.college_code, nieuw["college_code"]
    eis(code != oud, NietsVeranderd("college_code"))
    eis(code in gemeentenamen(dossier.regio_id), OngeldigAntwoord("college_code", "Kies een gemeente van de regio."))
    eis_mandaat(wie, HANDELING, code, WERKERS, op)
    eigen = relaties(dossier)
    ander = Dossier.objects.filter(inwoner=dossier.inwoner_id).exclude(pk=dossier.pk).exists()
    eis(not ander, StapNietAanDeBeurt("Deze inwoner heeft nog een dossier. Overleg eerst welke gemeente klopt."))
    for model, veld in eigen:
        model._default_manager.filter(**{veld: dossier}).update(college_code=code)
    aan_oud = Uitvraag.objects.filter(dossier=dossier, aan_soort=Uitvraag.AanSoort.COLLEGE, aan=oud, beantwoord_op=None)
    aan_oud.update(aan=code)
    verhuis_naar(dossier.inwoner, code, dossier.nummer)
    dossier.college_code = code
    dossier.save(update_fields=["college_code"])
    return {"college_code": oud}


PAS_TOE: dict[str, Callable[[Actor, Dossier, Waarden, date], Waarden]] = {
    "meldingsdag": _meldingsdag,
    "aanvraagdag": _aanvraagdag,
    "onderzocht": _onderzocht,
    "melder": _melder,
    "gemeente": _gemeente,
    "naam": _identiteit,
    "geboortedatum": _geboortedatum,
    "adres": _identiteit,
    "bsn": _bsn,
}


@handeling("toegang.brief.opnieuw", rollen=WERKERS)
def stuur_opnieuw(wie: Actor, document: Document, *, versie: int, op: date) -> Gedaan[Document]:
    """Write a letter anew with what is known now, and send it; the first one stays in the dossier."""
    dossier = pak_dossier(document.dossier, versie, Dossier.Stap.values)
    kan = document.soort in OPNIEUW and document.van == "voordeur"
    eis(kan, StapNietAanDeBeurt("Deze brief kunt u hier niet opnieuw maken. Neem daarvoor een nieuw besluit."))
    klok = Klok.objects.filter(dossier=dossier, soort="onderzoek").order_by("-id").first()
    if klok is None:
        raise StapNietAanDeBeurt("Er is geen termijn van het onderzoek. Deze brief kan niet opnieuw.")
    brief = ontvangstbevestiging(wie, dossier, klok.uiterlijk, op)
    nieuw = verstuur_brief(wie, dossier, brief, document.soort, op)
    bewaar(dossier)
    return Gedaan(nieuw)
