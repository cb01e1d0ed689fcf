"""Requests of residents about their own data, and destroying what was kept long enough."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import AlVernietigd, schrijf_op, vergeet
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import opgeschreven
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import StapNietAanDeBeurt, ZelfdePersoon, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Organisatie
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.datums import plus_maanden
from voordeur.regels.termijnen import Termijneinde, bereken_termijn
from voordeur.regels.uitkomst import Uitkomst
from voordeur.toegang.actions.rechten import Antwoord, stuur_verlenging, stuur_weigering

from ..fouten_bewaren import MagNietWeg, NietTeVerlengen, OnvolledigVerzoek, TeJong
from ..gronden_bewaren import AFWIJZINGEN, VELDEN
from ..models.bewaren import Bewaring, Inwonerverzoek, Lijstregel, Vernietigingslijst
from ..queries.bewaren import aan_de_beurt, bewaard_tot, brondatum, nummers_van, wat_tegenhoudt

AANNEMERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER})
BEHANDELAARS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
BESLISSERS = frozenset({Rol.TEAMLEIDER})
UITVOERDERS = frozenset({Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEERDER})
TWAALF = 12 * 12
VERNIETIGING, CORRECTIE = Inwonerverzoek.Soort.VERNIETIGING, Inwonerverzoek.Soort.CORRECTIE
VERLENGD = "verzoek-verlengd"


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a resident asks, in their own words. `veld`: of a correction. `door`: "inwoner" or "vertegenwoordiger"."""

    soort: str
    tekst: str = ""
    veld: str = ""
    door: str = "inwoner"
    ontvangen_op: date


@handeling("inwoner.verzoek.ontvangen", rollen=AANNEMERS | {Rol.INWONER})
def ontvang_verzoek(wie: Actor, inwoner: Inwoner, vraag: Vraag, *, op: date) -> Gedaan[Inwonerverzoek]:
    """Take in a request: by the resident on their own pages, or by staff who got it on paper.

    Raises TeJong, OnvolledigVerzoek, StapNietAanDeBeurt, AlVernietigd.
    """
    vers = _pak(inwoner)
    eis(vraag.ontvangen_op <= op, OnvolledigVerzoek("ontvangen_op", "Vul een datum in tot en met vandaag."))
    if vraag.soort == CORRECTIE:
        eis(vraag.veld in VELDEN, OnvolledigVerzoek("veld", "Kies wat er niet klopt."))
        eis(bool(vraag.tekst.strip()), OnvolledigVerzoek("tekst", "Schrijf op wat er niet klopt."))
    else:
        eis(vraag.door != "inwoner" or not _is_jonger_dan_twaalf(vers, op), TeJong())
    veld = vraag.veld if vraag.soort == CORRECTIE else ""
    open_ = Inwonerverzoek.objects.filter(inwoner=vers, soort=vraag.soort, veld=veld, beslist_op=None)
    eis(not open_.exists(), StapNietAanDeBeurt("Dit verzoek is er al. Wij geven daar antwoord op."))
    uitkomst = termijn_van(vraag.soort, vraag.ontvangen_op)
    verzoek = Inwonerverzoek.objects.create(
        regio_id=vers.regio_id, college_code=vers.college_code, inwoner=vers, soort=vraag.soort, veld=veld,
        ontvangen_op=vraag.ontvangen_op, vastgelegd_door=wie.account, uiterlijk=uitkomst.waarde.uiterlijk,
    )  # fmt: skip
    schrijf_op(vers, f"verzoek {verzoek.pk}", {"tekst": vraag.tekst, "door": vraag.door}, van="")
    return Gedaan(verzoek, uitkomst)


def termijn_van(soort: str, start: date) -> Uitkomst[Termijneinde]:
    """Until when a request is answered: three months to destroy (5.3.5 Wmo), one to see or correct (12 lid 3 AVG).

    VERLENGD in the place of the kind: the end of one that was prolonged.
    """
    return bereken_termijn(wettelijke_termijnen()[soort], start, sluitingskalender())


@handeling("inwoner.verzoek.verlengen", rollen=BEHANDELAARS)
def verleng(wie: Actor, verzoek: Inwonerverzoek, reden: str, *, op: date) -> Gedaan[Inwonerverzoek]:
    """Take two further months, once, and tell the person why within the first (article 12 lid 3 AVG).

    Raises NietTeVerlengen for a destruction, after the first month, or when no letter can leave; OnvolledigVerzoek.
    """
    nu = _pak_verzoek(verzoek)
    eis(nu.beslist_op is None, StapNietAanDeBeurt("Over dit verzoek is al beslist."))
    eis(nu.soort != VERNIETIGING, NietTeVerlengen("Vernietigen mag niet later dan drie maanden na het verzoek."))
    eis(nu.verlengd_op is None, NietTeVerlengen("Dit verzoek is al een keer verlengd. Vaker mag niet."))
    eis(op <= nu.uiterlijk, NietTeVerlengen("De eerste maand is voorbij. Geef nu zo snel mogelijk antwoord."))
    eis(bool(reden.strip()), OnvolledigVerzoek("reden", "Leg uit waarom u meer tijd nodig hebt."))
    uitkomst = termijn_van(VERLENGD, nu.ontvangen_op)
    nu.eerst_uiterlijk, nu.uiterlijk = nu.uiterlijk, uitkomst.waarde.uiterlijk
    nu.verlengd_op, nu.verlengd_door = op, wie.account
    nu.save(update_fields=["eerst_uiterlijk", "uiterlijk", "verlengd_op", "verlengd_door"])
    schrijf_op(nu.inwoner, f"verlenging verzoek {nu.pk}", {"reden": reden}, van="")
    gaat = stuur_verlenging(wie, nu.inwoner, nu.ontvangen_op, nu.uiterlijk, reden, op)
    eis(gaat, NietTeVerlengen("Er kan nu geen brief naar deze inwoner. Overleg eerst, of geef op tijd antwoord."))
    return Gedaan(nu, uitkomst)


def _is_jonger_dan_twaalf(inwoner: Inwoner, op: date) -> bool:
    geboren = opgeschreven(inwoner, van="").get("identiteit", {}).get("geboortedatum")
    return bool(geboren) and plus_maanden(date.fromisoformat(geboren), TWAALF) > op


def _pak(inwoner: Inwoner) -> Inwoner:
    vers = Inwoner.objects.select_for_update().get(pk=inwoner.pk)
    eis(vers.sleutel is not None, AlVernietigd())
    return vers


def _pak_verzoek(verzoek: Inwonerverzoek) -> Inwonerverzoek:
    nu = Inwonerverzoek.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=verzoek.pk)
    eis(nu.inwoner.sleutel is not None, AlVernietigd())
    return nu


@handeling("inwoner.verzoek.toestaan", rollen=BESLISSERS)
def sta_toe(wie: Actor, verzoek: Inwonerverzoek, toelichting: str = "", *, op: date) -> Gedaan[Inwonerverzoek]:
    """Allow a request. Another carries out a destruction; a correction is noted to be made, and told.

    Raises MagNietWeg while a case, a stay, an objection or a payment runs.
    """
    nu = _pak_verzoek(verzoek)
    if nu.soort == VERNIETIGING:
        tegen = wat_tegenhoudt(nu.inwoner, op)
        eis(not tegen, MagNietWeg(tegen))
    gedaan = _beslis(wie, nu, True, "", toelichting, op)
    if nu.soort == CORRECTIE:
        _vertel_ontvangers(wie, nu)
    return Gedaan(gedaan)


def _vertel_ontvangers(wie: Actor, verzoek: Inwonerverzoek) -> None:
    """Who got the data hears that something was corrected (article 19 AVG): numbers, never what it was."""
    nummers = nummers_van([verzoek.inwoner])[verzoek.inwoner_id]
    inhoud = json.dumps({"dossiers": nummers, "verbeterd": verzoek.veld}).encode()
    for organisatie in Organisatie.objects.filter(pk__in=verzoek.inwoner.aanbieders).order_by("pk"):
        zet_klaar(wie, kanaal="map", aan=organisatie.naam, soort="verbeterd", inhoud=inhoud)


@handeling("inwoner.verzoek.weigeren", rollen=BESLISSERS)
def weiger(wie: Actor, verzoek: Inwonerverzoek, grond: str, toelichting: str, *, op: date) -> Gedaan[Inwonerverzoek]:
    """Refuse a request by a ground of the law, with a letter and a term for objection.

    Raises OnvolledigVerzoek, BriefKanNietWeg.
    """
    nu = _pak_verzoek(verzoek)
    afwijzing = AFWIJZINGEN[nu.soort]
    eis(grond in afwijzing.gronden, OnvolledigVerzoek("grond", "Kies een reden uit de lijst."))
    eis(bool(toelichting.strip()), OnvolledigVerzoek("toelichting", "Leg uit waarom dit hier geldt."))
    nu = _beslis(wie, nu, False, grond, toelichting, op)
    waarom = afwijzing.gronden[grond]
    antwoord = Antwoord(
        onderwerp=afwijzing.onderwerp, kernzin=afwijzing.kernzin, reden=waarom.zin, gronden=waarom.gronden,
        toelichting=toelichting, wel=afwijzing.wel,
    )  # fmt: skip
    stuur_weigering(wie, nu.inwoner, antwoord, op)
    return Gedaan(nu)


def _beslis(wie: Actor, nu: Inwonerverzoek, mag: bool, grond: str, toelichting: str, op: date) -> Inwonerverzoek:
    eis(nu.beslist_op is None, StapNietAanDeBeurt("Over dit verzoek is al beslist."))
    nu.beslist_op, nu.beslist_door, nu.toegestaan, nu.grond = op, wie.account, mag, grond
    nu.save(update_fields=["beslist_op", "beslist_door", "toegestaan", "grond"])
    inhoud: Mapping[str, Any] = {"toelichting": toelichting, "toegestaan": mag}
    schrijf_op(nu.inwoner, f"antwoord verzoek {nu.pk}", inhoud, van="")
    return nu


@handeling("inwoner.verzoek.uitvoeren", rollen=UITVOERDERS)
def voer_vernietiging_uit(wie: Actor, verzoek: Inwonerverzoek, *, op: date) -> Gedaan[Inwonerverzoek]:
    """Destroy what is kept of somebody, on a request that another allowed. It cannot be undone.

    Raises ZelfdePersoon, MagNietWeg, StapNietAanDeBeurt.
    """
    nu = _pak_verzoek(verzoek)
    klaar = nu.soort == VERNIETIGING and nu.toegestaan is True and nu.uitgevoerd_op is None
    eis(klaar, StapNietAanDeBeurt("Dit verzoek is nog niet toegestaan, of is al uitgevoerd."))
    eis(not wie.staat_voor(nu.beslist_door, op), ZelfdePersoon("Een ander voert de vernietiging uit."))
    tegen = wat_tegenhoudt(nu.inwoner, op)
    eis(not tegen, MagNietWeg(tegen))
    nu.uitgevoerd_op, nu.uitgevoerd_door = op, wie.account
    nu.save(update_fields=["uitgevoerd_op", "uitgevoerd_door"])
    vergeet(nu.inwoner)
    return Gedaan(nu)


@handeling("inwoner.bewaren", rollen=BESLISSERS)
def bewaar_langer(wie: Actor, inwoner: Inwoner, reden: str, tot: date, *, op: date) -> Gedaan[Bewaring]:
    """Keep facts longer than fifteen years, until a day, because careful work needs it (article 5.3.4 lid 1 Wmo)."""
    vers = _pak(inwoner)
    eis(bool(reden.strip()), OnvolledigVerzoek("reden", "Schrijf op waarom langer bewaren nodig is."))
    eis(tot > op, OnvolledigVerzoek("tot", "Vul een datum in na vandaag."))
    bewaring = Bewaring.objects.create(
        regio_id=vers.regio_id, college_code=vers.college_code, inwoner=vers, tot=tot, besloten_op=op,
        besloten_door=wie.account or 0,
    )  # fmt: skip
    # the note is no change of the facts: it does not make the fifteen years run anew
    om = vers.gegevens.latest("om").om if vers.gegevens.exists() else vers.sinds
    gegeven = schrijf_op(vers, f"bewaring {bewaring.pk}", {"reden": reden}, van="")
    type(gegeven).objects.filter(pk=gegeven.pk).update(om=om)
    return Gedaan(bewaring)


@dataclass(frozen=True)
class VanRegio:
    """The centrumgemeente (CBS code) that looks after the lists of a region."""

    college_code: str
    pk: str = ""


@handeling("inwoner.vernietigingslijst.maken", rollen=UITVOERDERS)
def maak_lijst(wie: Actor, van: VanRegio, *, op: date, hoogstens: int = 500) -> Gedaan[Vernietigingslijst]:
    """Put everybody who was kept long enough on a list. Raises StapNietAanDeBeurt when that is nobody."""
    inwoners = list(aan_de_beurt(op)[:hoogstens])
    eis(bool(inwoners), StapNietAanDeBeurt("Er is niemand van wie de bewaartermijn voorbij is."))
    lijst = Vernietigingslijst.objects.create(
        regio_id=wie.regio, college_code=van.college_code, gemaakt_op=op, gemaakt_door=wie.account or 0
    )
    Lijstregel.objects.bulk_create(_regel(lijst, inwoner) for inwoner in inwoners)
    return Gedaan(lijst)


def _regel(lijst: Vernietigingslijst, inwoner: Inwoner) -> Lijstregel:
    bron = brondatum(inwoner)
    return Lijstregel(
        regio_id=lijst.regio_id, college_code=inwoner.college_code, lijst=lijst, inwoner=inwoner, brondatum=bron,
        bewaard_tot=bewaard_tot(bron),
    )  # fmt: skip


def _pak_lijst(lijst: Vernietigingslijst) -> Vernietigingslijst:
    return Vernietigingslijst.objects.select_for_update().get(pk=lijst.pk)


@handeling("inwoner.vernietigingslijst.weglaten", rollen=UITVOERDERS)
def laat_weg(wie: Actor, lijst: Vernietigingslijst, inwoner: UUID, *, op: date) -> Gedaan[Vernietigingslijst]:
    """Take somebody off a list that was not approved yet."""
    nu = _pak_lijst(lijst)
    eis(nu.goedgekeurd_op is None, StapNietAanDeBeurt("Deze lijst is al goedgekeurd."))
    Lijstregel.objects.filter(lijst=nu, inwoner=inwoner).delete()
    return Gedaan(nu)


@handeling("inwoner.vernietigingslijst.goedkeuren", rollen=UITVOERDERS)
def keur_lijst_goed(wie: Actor, lijst: Vernietigingslijst, *, op: date) -> Gedaan[Vernietigingslijst]:
    """Approve a list that somebody else made. Raises ZelfdePersoon, StapNietAanDeBeurt."""
    nu = _pak_lijst(lijst)
    wacht = nu.goedgekeurd_op is None and nu.ingetrokken_op is None
    eis(wacht, StapNietAanDeBeurt("Deze lijst is al goedgekeurd of ingetrokken."))
    eis(not wie.staat_voor(nu.gemaakt_door, op), ZelfdePersoon("Een ander keurt de lijst goed."))
    nu.goedgekeurd_op, nu.goedgekeurd_door = op, wie.account
    nu.save(update_fields=["goedgekeurd_op", "goedgekeurd_door"])
    return Gedaan(nu)


@handeling("inwoner.vernietigingslijst.intrekken", rollen=UITVOERDERS)
def trek_lijst_in(wie: Actor, lijst: Vernietigingslijst, *, op: date) -> Gedaan[Vernietigingslijst]:
    """Drop a list that was not approved."""
    nu = _pak_lijst(lijst)
    wacht = nu.goedgekeurd_op is None and nu.ingetrokken_op is None
    eis(wacht, StapNietAanDeBeurt("Deze lijst is al goedgekeurd of ingetrokken."))
    nu.ingetrokken_op = op
    nu.save(update_fields=["ingetrokken_op"])
    return Gedaan(nu)


@handeling("inwoner.vernietigingslijst.uitvoeren", rollen=UITVOERDERS)
def voer_lijst_uit(wie: Actor, lijst: Vernietigingslijst, *, op: date, stuks: int = 50) -> Gedaan[Vernietigingslijst]:
    """Destroy the next lines of an approved list; who changed since, or is kept longer now, falls off it."""
    nu = _pak_lijst(lijst)
    gaat = nu.goedgekeurd_op is not None and nu.klaar_op is None
    eis(gaat, StapNietAanDeBeurt("Deze lijst is nog niet goedgekeurd, of is al uitgevoerd."))
    open_ = Lijstregel.objects.filter(lijst=nu, vernietigd_op=None)
    for regel in open_.select_related("inwoner").order_by("pk")[:stuks]:
        if _nog_steeds(regel, op):
            regel.vernietigd_op = op
            regel.save(update_fields=["vernietigd_op"])
            vergeet(Inwoner.objects.select_for_update().get(pk=regel.inwoner_id))
        else:
            regel.delete()
    if not open_.exists():
        nu.klaar_op = op
        nu.save(update_fields=["klaar_op"])
    return Gedaan(nu)


def _nog_steeds(regel: Lijstregel, op: date) -> bool:
    inwoner = regel.inwoner
    langer = Bewaring.objects.filter(inwoner=inwoner, tot__gte=op).exists()
    if inwoner.sleutel is None or langer or wat_tegenhoudt(inwoner, op):
        return False
    return bewaard_tot(brondatum(inwoner)) < op
